"""The calendar day that a printed date means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from rudaw_scraper.dates.find import find_date, find_leading_absolute, strip_edges
from rudaw_scraper.dates.fold import fold
from rudaw_scraper.dates.grammar import grammar
from rudaw_scraper.dates.guess import guess
from rudaw_scraper.dates.moments import after_capture
from rudaw_scraper.dates.parsed import BAGHDAD, Order, ParsedDate
from rudaw_scraper.dates.quick import quick_readings
from rudaw_scraper.dates.read import read
from rudaw_scraper.dates.shapes import FULL

_LONGEST: Final = 120
#: A full date has one of these: a year, or numbers that a mark joins.
_YEAR_OR_NUMBERS: Final = re.compile(r"\d{4}|\d ?[/.-]")
#: Words, brackets and numbers behind a clock time may say of which zone or half of the day it is.
_QUALIFIES: Final = re.compile(r"\s*(?:[-–]\s*\d|\(?[^\W\d])")


def parse_date(text: str, *, language: str, order: Order | None = None, captured_at: datetime) -> ParsedDate | None:
    """Do what :func:`rudaw_scraper.dates.parse_date` does."""
    found = readings(text, language=language, order=order, captured_at=captured_at)
    if len(found) > 1:
        found = [reading for reading in found if not after_capture(reading.day, captured_at)]
    if len(found) != 1 or after_capture(found[0].day, captured_at):
        return None
    return found[0]


def readings(text: str, *, language: str, order: Order | None = None, captured_at: datetime) -> list[ParsedDate]:
    """Do what :func:`rudaw_scraper.dates.readings` does."""
    quick = quick_readings(text, order)
    if quick is not None:
        return list(quick)
    words = grammar(language)
    for raw, behind in _expressions(text, language):
        folded = fold(raw)
        may_be_full = _YEAR_OR_NUMBERS.search(folded) is not None
        for shape, pattern in words.shapes:
            if shape in FULL and not may_be_full:
                continue
            match = pattern.fullmatch(folded)
            if match is not None:
                found = read(shape, match, raw, words, order, captured_at)
                return [_day_only(reading) for reading in found] if _QUALIFIES.match(behind) else found
    guessed = guess(text, language, captured_at) if len(text) <= _LONGEST else None
    return [guessed] if guessed is not None else []


def _expressions(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield what to try: all of ``text``, else the date it ends with, else the one it starts with and what follows."""
    if len(text) <= _LONGEST:
        yield strip_edges(text), ""
    span = find_date(text, language)
    if span is not None:
        yield text[span[0] : span[1]], ""
        return
    span = find_leading_absolute(text, language)
    if span is not None:
        yield text[span[0] : span[1]], text[span[1] : span[1] + _LONGEST]


def _day_only(reading: ParsedDate) -> ParsedDate:
    """Return the reading without a clock time that rests on the site's zone alone."""
    if reading.time is None or reading.time.tzinfo is not BAGHDAD:
        return reading
    return replace(reading, time=None, instant=None, precision="day")
