"""The head of an article: section label, headline, and a deck between headline and byline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from rudaw_scraper.editions import EDITIONS
from rudaw_scraper.outline import Outline, is_sentence
from rudaw_scraper.text import fold, letters_key

_REACH = 10  # lines above the byline among which the headline is looked for
_SECTION_REACH = 5  # lines above the headline among which the section is looked for
_LONGEST_SECTION = 50  # characters
_CRUMBS = re.compile(r"\s*[>»›/\\|]\s*")
_MENU_RUN = 3  # section names on so many successive lines are a menu


@dataclass(frozen=True, slots=True)
class Heading:
    """Lines of the headline (first, last), its text, and that of the deck below it."""

    first: int
    last: int
    headline: str
    summary: str | None


def find_heading(outline: Outline, byline_first: int | None) -> Heading | None:
    """Return the headline above the byline; with no byline, the one that markup or title point out."""
    if byline_first is None:
        pointed = _pointed_out(outline, 0, len(outline.lines))
        return None if pointed is None else _heading(outline, pointed, pointed)
    start = max(0, byline_first - _REACH)
    pointed = _pointed_out(outline, start, byline_first)
    if pointed is not None:
        return _heading(outline, pointed, byline_first)
    usable = [index for index in range(start, byline_first) if outline.labels[index] is None]
    if not usable:
        return None
    below_section = [
        index for index in usable[:-1] if _section_in(outline, index) is not None and not _in_menu(outline, index)
    ]
    first = below_section[-1] + 1 if below_section else usable[-1]
    while outline.labels[first] is not None:
        first += 1
    return _heading(outline, first, byline_first)


def find_section(outline: Outline, headline_first: int) -> tuple[str, int] | None:
    """Return the section label above the headline, the innermost one, and its line."""
    path = outline.document.address.section_path
    wanted = {letters_key(label) for segment in path for label in _labels_of(outline, segment)}
    start = max(0, headline_first - _SECTION_REACH)
    above = [index for index in reversed(range(start, headline_first)) if not is_sentence(outline.lines[index].text)]
    others: list[tuple[str, int]] = []
    for index in above:
        section = _section_in(outline, index)
        if section is None:
            continue
        if letters_key(section) in wanted:
            return section, index
        if not _in_menu(outline, index):
            others.append((section, index))
    if others:
        return others[0]
    for index in above:
        if _links_to_section(outline, index) and not _in_menu(outline, index):
            return outline.lines[index].text, index
    return None


def _heading(outline: Outline, first: int, stop: int) -> Heading:
    """Join the lines of one headline element; what stands between it and the byline is the deck."""
    lines = outline.lines
    last = first
    block = lines[first].block
    while block is not None and last + 1 < stop and lines[last + 1].block is block and lines[last + 1].gap == 0:
        last += 1
    headline = " ".join(line.text for line in lines[first : last + 1])
    deck = [index for index in range(last + 1, stop) if outline.labels[index] is None and outline.mark(index) is None]
    sentences = [lines[index].text for index in deck if len(lines[index].text) > 30]
    return Heading(first, last, headline, " ".join(sentences) or None)


def _pointed_out(outline: Outline, start: int, stop: int) -> int | None:
    """Return the line that the page's title, or else an ``h1``, says is the headline; the last such line."""
    lines = outline.lines
    titles = _page_titles(outline)
    if titles:
        for index in reversed(range(start, stop)):
            key = letters_key(lines[index].text)
            if len(key) > 8 and any(_names(title, key) for title in titles) and outline.labels[index] is None:
                return _first_of_block(outline, index, start)
    for index in reversed(range(start, stop)):
        if outline.document.markup is not None and any(e.tag == "h1" for e in lines[index].ancestors()):
            return _first_of_block(outline, index, start)
    return None


def _names(title: str, key: str) -> bool:
    """Tell whether a title, by its letters, is the line or the line with the site's name around it."""
    return title == key or (len(key) > 15 and (title.startswith(f"{key} ") or title.endswith(f" {key}")))


def _page_titles(outline: Outline) -> list[str]:
    markup = outline.document.markup
    if markup is None:
        return []
    titles = (markup.meta.get("og:title"), markup.title, markup.meta.get("twitter:title"))
    return [letters_key(fold(title)) for title in titles if title]


def _first_of_block(outline: Outline, index: int, start: int) -> int:
    lines = outline.lines
    while index > start and lines[index].gap == 0 and lines[index - 1].block is lines[index].block:
        index -= 1
    return index


def _section_in(outline: Outline, index: int) -> str | None:
    """Return the section name that the line is, or that a trail of sections ends with."""
    text = outline.lines[index].text
    if len(text) > 3 * _LONGEST_SECTION:
        return None
    known = _known_sections(outline.document.address.edition.name)
    if letters_key(text) in known:
        return text
    crumbs = [crumb for crumb in _CRUMBS.split(text) if crumb]
    if len(crumbs) < 2 or letters_key(crumbs[-1]) not in known:
        return None
    named = sum(letters_key(crumb) in known for crumb in crumbs)
    return crumbs[-1] if named < _MENU_RUN else None


def _in_menu(outline: Outline, index: int) -> bool:
    """Tell whether the line is one of several successive lines that are section names."""
    known = _known_sections(outline.document.address.edition.name)
    run = 1
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(outline.lines) and letters_key(outline.lines[at].text) in known:
            if outline.lines[max(at, at - step)].gap > 1:
                break
            run += 1
            at += step
    return run >= _MENU_RUN


def _links_to_section(outline: Outline, index: int) -> bool:
    address = outline.document.address
    text = outline.lines[index].text
    if len(text) > _LONGEST_SECTION or not address.section_path:
        return False
    path = "/" + "/".join((address.edition.name, *address.section_path))
    for _, href in outline.lines[index].links():
        url = outline.document.absolute(href)
        if url is not None and urlsplit(url).path.rstrip("/") == path:
            return True
    return False


def _labels_of(outline: Outline, segment: str) -> tuple[str, ...]:
    return outline.document.address.edition.sections.get(segment.lower(), ())


@lru_cache(maxsize=len(EDITIONS))
def _known_sections(edition_name: str) -> frozenset[str]:
    rows = (*EDITIONS[edition_name].sections.values(), *EDITIONS["english"].sections.values())
    return frozenset(letters_key(label) for labels in rows for label in labels)
