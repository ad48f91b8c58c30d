"""Who speaks and what is said in a box of a dated entry: its name and its text, without the buttons of the list."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from rudaw_scraper.blocks import Line, leads_nowhere
from rudaw_scraper.comment_fields import name_of_fields
from rudaw_scraper.entries import LONGEST_NAME, NUMBER, Entry, is_name
from rudaw_scraper.labels import ENTRY_LABELS, Label, label_of
from rudaw_scraper.letters import letters_key
from rudaw_scraper.outline import Outline, is_linked

_LONGEST_BUTTONS: Final = 40  # characters
_BARS: Final = ("|", "·", "•")
_LEAD_INS: Final = ("posted by ", "comment by ", "written by ", "by ")
_NUMBERED: Final = re.compile(r"(?:[#№]\s?(\d{1,4})(?!\d)[.):]?|(\d{1,4})\s?[.):\-–])\s?(\S.*)|(\d{1,4})\s(\S.*)")
_ARROWS: Final = "»›>→«‹<←"
_PAGES: Final = re.compile(rf"1(?:[\s|]+\d{{1,3}})+(?:\s*(?:…|\.\.\.)\s*\d*)?(?:\s+[^\W\d]+){{0,2}}\s*[{_ARROWS}]+")
_SPEECH: Final = (" says:", " said:", " wrote:", " says", " wrote")


def fill_entries(outline: Outline, entries: list[Entry]) -> None:
    """Read author and text of each entry from its lines; both stay ``None`` where there is nothing."""
    buttons = _buttons(outline, entries)
    parts = [_said_in(outline, entry) for entry in entries]
    named_apart = len(parts) == 1 or 2 * sum(len(rest) > 1 for rest in parts) > len(parts)
    dates_first = [len(rest) > 0 for entry, rest in zip(entries, parts, strict=True) if entry.mark.after]
    named_behind = 2 * sum(dates_first) >= len(dates_first) > 1
    for entry, rest in zip(entries, parts, strict=True):
        name, inline, lines = _name_and_lines(outline, entry, rest, named_apart)
        if not name and not lines and named_behind and is_name(inline):
            name, inline = inline, ""  # of one who wrote nothing
        entry.author = _clean_name(name)
        entry.text = _text(outline, entry, inline, lines, buttons)
    _drop_numbers(outline, entries)


def _drop_numbers(outline: Outline, entries: list[Entry]) -> None:
    """Take the running numbers of a list off its names ("1. Nana", "2 karma"); a single name may have a digit."""
    found = [_NUMBERED.match(entry.author or "") for entry in entries]
    numbers = [int(match[1] or match[2] or match[4]) for match in found if match is not None]
    if not numbers or len(numbers) < len(entries):
        return
    steps = {other - one for one, other in pairwise(numbers)}
    if len(steps) > 1 or not steps <= {1, -1} or (not steps and numbers != [1]):
        return
    if not steps and found[0] is not None and found[0][4] and not _is_apart(outline.lines[entries[0].anchor], "1"):
        return
    for entry, match in zip(entries, found, strict=True):
        if match is not None:
            entry.author = match[3] or match[5]


def _is_apart(line: Line, text: str) -> bool:
    """Tell whether a line begins with an element of its own that holds this text."""
    first, element = next(iter(line.runs()), ("", None))
    return first.strip() == text and element is not None and element is not line.block


def _said_in(outline: Outline, entry: Entry) -> list[int]:
    """Return the lines of an entry that can be its name or its text."""
    lines = range(entry.first, entry.last + 1)
    return [index for index in lines if index != entry.anchor and _may_be_said(outline, index, entry.anchor)]


def _name_and_lines(outline: Outline, entry: Entry, rest: list[int], named_apart: bool) -> tuple[str, str, list[int]]:
    """Return an entry's name, the text on its date line, and the lines of the rest of its text.

    ``named_apart`` says that the list's entries mostly have name and text in lines of their own: then a line alone
    is the name of one who wrote nothing.
    """
    mark = entry.mark
    after = "" if _is_action(outline.lines[entry.anchor], mark.after) else mark.after
    if mark.before:
        return mark.before, after, rest
    if mark.after and len(mark.after) <= LONGEST_NAME and rest:
        return mark.after, "", rest
    before = [index for index in rest if index < entry.anchor]
    chosen = before[0] if before else next(iter(rest), None)
    if chosen is None:
        return "", mark.after, rest
    alone = len(rest) == 1 and not mark.after
    above = bool(before) and not entry.date_last
    if alone and not above and not (named_apart and is_name(outline.lines[chosen].text)):
        return "", "", rest
    return outline.lines[chosen].text, mark.after, [index for index in rest if index != chosen]


def _is_action(line: Line, text: str) -> bool:
    """Tell whether the end of a line is a button of a comment ("Reply") that no space sets apart."""
    return bool(text) and label_of(text) is Label.COMMENT_ACTION and any(text == button for button, _ in line.links())


def _may_be_said(outline: Outline, index: int, anchor: int) -> bool:
    """Tell whether a line of an entry can be a name or a text: not a button, nor a heading or a number above."""
    label = outline.labels[index]
    if index > anchor:
        return label not in ENTRY_LABELS and not _turns_pages(outline.lines[index])
    return label is None and NUMBER.fullmatch(outline.lines[index].text) is None


def _turns_pages(line: Line) -> bool:
    """Tell whether a line is the pages of a list: several links without a letter, or their text ("1 2 Next »")."""
    if line.block is None:
        return line.text[-1:] in _ARROWS and _PAGES.fullmatch(line.text) is not None
    return len(line.links()) > 1 and not letters_key(line.text)


def _clean_name(name: str) -> str | None:
    name = name_of_fields(name) or name
    lowered = name.lower()
    for lead_in in _LEAD_INS:
        if lowered.startswith(lead_in) and len(name) > len(lead_in):
            name = name[len(lead_in) :]
            break
    for ending in _SPEECH:
        if name.lower().endswith(ending):
            name = name[: -len(ending)]
            break
    return name.strip(" \t:|•·–—") or None


def _buttons(outline: Outline, entries: list[Entry]) -> set[str]:
    """Return the texts of short linked lines that lead nowhere or stand in several comments: buttons, not words."""
    seen: dict[str, int] = {}
    for entry in entries:
        lines = [outline.lines[index] for index in range(entry.first, entry.last + 1) if index != entry.anchor]
        for text in {line.text for line in lines if len(line.text) <= _LONGEST_BUTTONS and is_linked(line)}:
            seen[text] = seen.get(text, 0) + 1
        for line in lines:
            if line.text in seen and all(leads_nowhere(href) for _, href in line.links()):
                seen[line.text] += 1
    return {text for text, times in seen.items() if times > 1}


def _text(outline: Outline, entry: Entry, inline: str, lines: list[int], buttons: set[str]) -> str | None:
    texts = [inline] if inline else []
    for index in lines:
        label = outline.labels[index]
        text = outline.lines[index].text
        if label is not None and index > entry.anchor:
            break
        if label is None and text not in buttons:
            texts.append(_without_actions(outline.lines[index]))
    return "\n".join(texts) or None


def _without_actions(line: Line) -> str:
    """Return a line without the buttons ("Reply") at its end: links that no space sets apart, or that lead nowhere."""
    text = line.text
    for button, href in reversed(line.links()):
        rest = text[: -len(button)]
        if not text.endswith(button) or not button[-1].isalnum() or label_of(button) is not Label.COMMENT_ACTION:
            break
        if rest[-1:].isspace() and rest.rstrip()[-1:] not in _BARS and not leads_nowhere(href):
            break
        text = rest.rstrip(" |·•-")
    return text or line.text
