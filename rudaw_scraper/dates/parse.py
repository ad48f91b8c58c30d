"""The calendar day that a printed date means."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from rudaw_scraper.dates.find import find_date, find_leading_absolute, strip_edges
from rudaw_scraper.dates.fold import fold
from rudaw_scraper.dates.grammar import grammar
from rudaw_scraper.dates.guess import guess
from rudaw_scraper.dates.parsed import BAGHDAD, FIRST_YEAR, How, Order, ParsedDate, after_capture
from rudaw_scraper.dates.read import read

#: The site's own two shapes, exactly; everything else takes the longer way.
_COMMON: Final = re.compile(
    r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})"
    r"(?: ([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?: ([AP])M)?)?"
)
_LONGEST: Final = 120


def parse_date(text: str, *, language: str, order: Order | None = None, captured_at: datetime) -> ParsedDate | None:
    """Read the date that ``text`` is, ends with or starts with; None if there is none or it is in doubt.

    ``language`` is that of the page (BCP 47: en, ckb, kmr, ar, tr); English words are understood everywhere.
    ``order`` is the order of day and month in numeric dates, if known: a date impossible in it is None, never
    read the other way. With None, a date that both orders allow is None, unless one of them lies after the
    capture; :func:`readings` gives both. ``captured_at`` is the base of relative dates; a naive one is on the
    site's clock. A date more than a day after the capture is None.
    """
    if order is not None:
        found = _common(text, order)
        if found is not None:
            return None if after_capture(found.day, captured_at) else found
    candidates = readings(text, language=language, order=order, captured_at=captured_at)
    sound = [reading for reading in candidates if not after_capture(reading.day, captured_at)]
    return sound[0] if len(sound) == 1 else None


def readings(text: str, *, language: str, order: Order | None = None, captured_at: datetime) -> list[ParsedDate]:
    """Return every reading of the date in ``text`` that the calendar allows, also those after the capture.

    None at all, one, or for a numeric date with ``order`` None two, D/M before M/D.
    """
    words = grammar(language)
    for raw in _expressions(text, language):
        folded = fold(raw)
        for shape, pattern in words.shapes:
            match = pattern.fullmatch(folded)
            if match is not None:
                return read(shape, match, raw, words, order, captured_at)
    guessed = guess(text, language, captured_at) if len(text) <= _LONGEST else None
    return [guessed] if guessed is not None else []


def _expressions(text: str, language: str) -> list[str]:
    """Return what to try: all of ``text``, or else the date it ends with, or else the one it starts with."""
    found = [strip_edges(text)] if len(text) <= _LONGEST else []
    span = find_date(text, language) or find_leading_absolute(text, language)
    if span is not None:
        found.append(text[span[0] : span[1]])
    return found


def _common(text: str, order: Order) -> ParsedDate | None:
    """Read the site's own shapes the short way; None leaves the text to the long one."""
    match = _COMMON.fullmatch(text)
    if match is None:
        return None
    how: How = "dmy" if order == "DMY" else "mdy"
    first, _, second, year, hour, minute, seconds, half = match.groups()
    try:
        day_number, month = (first, second) if order == "DMY" else (second, first)
        day = date(int(year), int(month), int(day_number))
        if day.year < FIRST_YEAR:
            return None
        if hour is None:
            return ParsedDate(day, None, "day", text, how)
        hours = int(hour)
        if half is not None:
            if not 1 <= hours <= 12:
                return None
            hours = hours % 12 + (12 if half == "P" else 0)
        time = datetime(day.year, day.month, day.day, hours, int(minute), int(seconds or 0), tzinfo=BAGHDAD)
    except ValueError:
        return None
    return ParsedDate(day, time, "second" if seconds else "minute", text, how, instant=time)
