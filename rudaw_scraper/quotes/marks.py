"""Quotation marks: which characters of a paragraph open and close a quotation.

Marks are paired by order, not by their Unicode names: the first mark of a family opens, the next one of that family
closes, and marks of other families in between belong to the inside. Reversed pairs of right-to-left text come out
right that way. An odd number of marks spoils one paragraph at most.
"""

from __future__ import annotations

import re
from typing import Final

from rudaw_scraper.quotes.spans import Stretch

# One family per character; „ opens only, and may be closed by “ or ”.
_FAMILY: Final = {
    '"': '"',
    "“": "“",
    "”": "“",
    "„": "“",
    "‟": "“",
    "«": "«",
    "»": "«",
    "''": "''",
    "’’": "''",
    "``": "''",
    "‘‘": "''",
}

# Both patterns begin with a set of characters, since re skips to the next one of a set several times faster.
_DOUBLE: Final = re.compile(r"[\"“”„‟«»'’`‘](?:(?<=[\"“”„‟«»])|(?<=')'|(?<=’)’|(?<=`)`|(?<=‘)‘)")
# A single mark opens after a blank or bracket and before a letter; anything else is an apostrophe.
_SINGLE_OPEN: Final = re.compile(r"[‘'](?<![^\s(\[—–].)(?=[^\W\d_])")
_SINGLE_CLOSE: Final = re.compile(r"(?<=\S)[’'](?!\w)")

_BEFORE_OPEN: Final = frozenset("([{—–-/:…") | {"\u200f", "\u200e"}
# Families that stand for inches or seconds right after a digit, with nothing open.
_PRIMES: Final = frozenset(('"', "''"))
_MARKS_INSIDE: Final = 80  # no quotation has more marks of other families inside; keeps odd input linear
_LONGEST_SINGLE: Final = 2000  # characters up to which the end of a stretch in single marks is looked for
_TERMINAL: Final = ".!?…,"


def has_marks(paragraph: str) -> bool:
    """Tell quickly whether a paragraph holds anything that could be a quotation mark."""
    # Substring tests are several times faster than one pattern for all marks.
    return (
        "“" in paragraph
        or '"' in paragraph
        or "”" in paragraph
        or "‘" in paragraph
        or "«" in paragraph
        or "»" in paragraph
        or "„" in paragraph
        or "‟" in paragraph
        or "``" in paragraph
        or "’’" in paragraph
        or ("'" in paragraph and ("''" in paragraph or _SINGLE_OPEN.search(paragraph) is not None))
    )


def find_stretches(paragraph: str, carried: bool = False) -> list[Stretch]:
    """Return the outermost quoted stretches of a paragraph in order, never overlapping.

    ``carried`` says that the paragraph before left a quotation open: a first mark that can only close one then ends
    a stretch that begins with the paragraph.
    """
    marks = [match.span() for match in _DOUBLE.finditer(paragraph)]
    found = _pair_doubles(paragraph, marks, carried) if marks else []
    if "‘" in paragraph or "'" in paragraph:
        found = _add_singles(paragraph, found)
    return found


def _pair_doubles(text: str, marks: list[tuple[int, int]], carried: bool) -> list[Stretch]:
    found: list[Stretch] = []
    index, count = 0, len(marks)
    while index < count:
        start, end = marks[index]
        family = _FAMILY[text[start:end]]
        if start and text[start - 1].isdigit() and family in _PRIMES:
            index += 1
            continue
        if carried and not found and _closes_only(text, start, end):
            carried = False
            _append(found, text, (0, 0), (start, end), opened=False)
            index += 1
            continue
        following = text[marks[index + 1][0]] if index + 1 < count else ""
        # “ and then ”, as most quotations have it, needs no closer look.
        close = index + 1 if following == "”" and text[start] == "“" else _closing(text, marks, index, family)
        if close is None:
            nxt = _restart(text, marks, index, family)
            if nxt is None:
                _append(found, text, (start, end), (len(text), len(text)), closed=False)
                break
            index = nxt
            continue
        _append(found, text, (start, end), marks[close])
        index = close + 1
    return found


def _closing(text: str, marks: list[tuple[int, int]], opening: int, family: str) -> int | None:
    """Return the index of the mark that closes the one at ``opening``, or None."""
    first = text[marks[opening][0]]
    depth = 0
    fallback = None
    for index in range(opening + 1, min(len(marks), opening + _MARKS_INSIDE)):
        start, end = marks[index]
        mark = text[start:end]
        if _FAMILY[mark] != family:
            # “text" : the wrong kind of mark closes only if the right kind never comes
            if fallback is None and {_FAMILY[mark], family} == {'"', "“"} and _closes_only(text, start, end):
                fallback = index
            continue
        if family == '"' or family == "''":
            if _opens_only(text, start, end) and _odd_left(text, marks, index, family):
                return fallback
            return index
        if mark == first and first in "“«" and _opens_only(text, start, end):
            if not _balanced(text, marks, index, first):
                return fallback
            depth += 1
        elif depth and mark != first:
            depth -= 1
        else:
            return index
    return fallback


def _balanced(text: str, marks: list[tuple[int, int]], opening: int, first: str) -> bool:
    """Tell whether a second opening mark is inside (two closing marks follow) or the first was never closed."""
    needed = 2
    for start, end in marks[opening + 1 : opening + 12]:
        mark = text[start:end]
        if mark == first:
            needed += 1
        elif _FAMILY[mark] == _FAMILY[first]:
            needed -= 1
            if needed == 0:
                return True
    return False


def _odd_left(text: str, marks: list[tuple[int, int]], index: int, family: str) -> bool:
    rest = sum(1 for start, end in marks[index : index + 40] if _FAMILY[text[start:end]] == family)
    return rest % 2 == 0


def _restart(text: str, marks: list[tuple[int, int]], index: int, family: str) -> int | None:
    """Return the next mark that opens a closed pair, so that one lost mark does not swallow the paragraph."""
    for later in range(index + 1, len(marks)):
        start, end = marks[later]
        if _FAMILY[text[start:end]] == family:
            return later
    return None


def _append(
    found: list[Stretch],
    text: str,
    opening: tuple[int, int],
    closing: tuple[int, int],
    *,
    closed: bool = True,
    opened: bool = True,
) -> None:
    start, end = opening[1], closing[0]
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append(Stretch(start, end, opening[0], closing[1], closed, opened))


def _opens_only(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return (before.isspace() or before in _BEFORE_OPEN) and not after.isspace()


def _closes_only(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not before.isspace() and before not in "([{" and not after.isalnum()


def _add_singles(text: str, doubles: list[Stretch]) -> list[Stretch]:
    """Add the stretches in single marks that lie outside all double ones."""
    singles: list[Stretch] = []
    position = 0
    edges = iter([*doubles, None])
    edge = next(edges)
    while (opening := _SINGLE_OPEN.search(text, position)) is not None:
        while edge is not None and edge.outer_end <= opening.start():
            edge = next(edges)
        if edge is not None and edge.outer_start < opening.start():
            position = edge.outer_end
            continue
        limit = len(text) if edge is None else edge.outer_start
        close = _single_close(text, opening.end(), limit)
        if close is None:
            position = opening.end()
            continue
        _append(singles, text, opening.span(), (close, close + 1))
        position = close + 1
    if not singles:
        return doubles
    return sorted(doubles + singles, key=lambda stretch: stretch.start)


def _single_close(text: str, start: int, limit: int) -> int | None:
    """Return the place of the closing single mark: the first after a stop or comma, else the last one of the sentence.

    A mark after a plural s (``the workers' union``) is an apostrophe if a better one follows.
    """
    last = None
    straight = text[start - 1] == "'"
    for close in _SINGLE_CLOSE.finditer(text, start, min(limit, start + _LONGEST_SINGLE)):
        place = close.start()
        if straight and text[place] != "'":
            continue
        if text[place - 1] in _TERMINAL:
            return place
        if text[place - 1] != "s":
            return last if last is not None and _stop_between(text, last, place) else place
        if last is None:
            last = place
    return last


def _stop_between(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end] for mark in (". ", "! ", "? "))
