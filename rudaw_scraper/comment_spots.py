"""Where the dates of a page stand that can be those of a list of comments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rudaw_scraper.any_dates import find_any_date, machine_date
from rudaw_scraper.blocks import Line
from rudaw_scraper.outline import Outline
from rudaw_scraper.side_list import SIDE_ROLE
from rudaw_scraper.walk_tables import Element

_JOINED = re.compile(
    r"(?:joined|join date|registered|member since|registriert|mitglied seit|dabei seit|inscrite?|membre depuis|"
    r"miembro desde|registrado|üyelik tarihi|kayıt tarihi|lid sinds|регистрация)\W*(?:[^\W\d_]{2,4}\W*)?$",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(r"tweet|twitter|instagram|embed|social-post|x-post", re.IGNORECASE)
_DATE_ATTRIBUTES = (
    "datetime",
    "data-datetime",
    "data-date",
    "data-time",
    "data-timestamp",
    "data-utime",
    "title",
    "content",
)
_DATED_TAGS = ("time", "abbr", "relative-time", "time-ago", "span", "a", "div", "p", "small", "meta")
_LONGEST_LINE = 120  # characters of a line that a date may share with a name
_MOST_BESIDE = 9  # words beside a date; more are a sentence that mentions it
_MOST_BEFORE = 12  # where the date ends its line: "Submitted by Peter of the Hill (not verified) on Friday, …"


@dataclass(slots=True, eq=False)
class Spot:
    """A date: the element that holds it, the line it stands on (``None`` if only an attribute has it), its texts."""

    holder: Element
    line: int | None
    printed: str | None
    given: str | None


def find_spots(outline: Outline, start: int) -> list[Spot]:
    """Return the dates below the line, printed ones first in page order, then those that only attributes have."""
    found: dict[Element, Spot] = {}
    further: list[Spot] = []  # in an element that holds another date already
    for line in outline.lines[start:]:
        if outline.document.roles.get(line.index) == SIDE_ROLE:  # comments on other articles
            continue
        for text, element in line.runs():
            if element is None or len(text) > _LONGEST_LINE:
                continue
            if (span := find_any_date(text, outline.language)) is None:
                continue
            if len(line.text) > _LONGEST_LINE and span[1] - span[0] < len(text) - 12:
                continue  # a date mentioned in running text
            most = _MOST_BESIDE if text[span[1] :].strip(" .:,") else _MOST_BEFORE
            if len(f"{text[: span[0]]} {text[span[1] :]}".split()) > most:
                continue
            if _is_of_something_else(outline, line, text, span[0]):
                continue
            holder = _holder(element, text)
            spot = Spot(holder, line.index, text[span[0] : span[1]], _given(element))
            if holder in found:
                if found[holder].line != line.index:  # the same line's second date is that of a change
                    further.append(spot)
            else:
                found[holder] = spot
    root = outline.document.blocks.root
    if root is not None:
        first_block = outline.lines[start].block if start < len(outline.lines) else None
        for element in _after(root, first_block):
            if element in found or not (given := _given(element, own=True)):
                continue
            if any(inner in found for inner in element.iter()) or any(
                outer in found for outer in element.iterancestors()
            ):
                continue
            found[element] = Spot(element, None, None, given)
    return [*found.values(), *further]


def _is_of_something_else(outline: Outline, line: Line, run: str, at: int) -> bool:
    """Tell whether a date is part of an address, the day on which a writer joined, or an embedded post's."""
    if "://" in run[:at]:
        return True
    before = (line.text[: line.text.find(run)] + run[:at]).strip()
    if not before and line.index > 0:
        before = outline.lines[line.index - 1].text
    if _JOINED.search(before) is not None:
        return True
    quotes = line.block.iterancestors("blockquote") if line.block is not None else ()
    own = [line.block] if line.block is not None and line.block.tag == "blockquote" else []
    return any(_EMBEDDED.search(quote.get("class") or "") for quote in (*own, *quotes))


def _after(root: Element, first: Element | None) -> Iterable[Element]:
    begun = first is None
    for element in root.iter():
        begun = begun or element is first
        if begun and element.tag in _DATED_TAGS:
            yield element


def _holder(element: Element, text: str) -> Element:
    """Return the outermost inline element around a date that holds nothing else."""
    parent = element.getparent()
    while parent is not None and parent.tag in ("a", "span", "time", "abbr", "em", "i", "small", "b", "strong", "font"):
        if len("".join(map(str, parent.itertext())).strip()) > len(text) + 2:
            break
        element, parent = parent, parent.getparent()
    return element


def _given(element: Element, *, own: bool = False) -> str | None:
    """Return the date that an attribute of the element, its parent or its only child gives to machines."""
    near: list[Element | None] = [element] if own else [element, element.getparent(), next(iter(element), None)]
    for each in near:
        if each is None:
            continue
        for name in _DATE_ATTRIBUTES:
            value = each.get(name)
            if value and (machine := machine_date(value)):
                return machine
            if value and name == "title" and len(value) < 60 and (span := find_any_date(value, "en")) is not None:
                return value[span[0] : span[1]]
    return None
