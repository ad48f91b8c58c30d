"""The site's commonest shapes, read the short way: D/M/YYYY, with a clock time, and ISO.

They mean the same as the shapes in :mod:`rudaw_scraper.dates.shapes`, at a fifth of the cost.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timezone
from functools import lru_cache
from typing import Final

from rudaw_scraper.dates.fold import fold
from rudaw_scraper.dates.grammar import EDGES
from rudaw_scraper.dates.moments import checked_offset
from rudaw_scraper.dates.parsed import BAGHDAD, FIRST_YEAR, How, Order, ParsedDate, Precision

_NUMERIC: Final = re.compile(
    r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})"
    r"(?:(?:,? | - )([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?: ?([AaPp])[Mm])?)?"
)
_ISO: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?P<clock>[Tt ][0-9]{2}:[0-9]{2}(?P<s>:[0-9]{2}(?:\.[0-9]{1,9})?)?(?P<z>[Zz]|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_LONGEST: Final = 40
Numbers = tuple[str, str, str, str | None, str, str | None, str | None]


def quick_readings(text: str, order: Order | None) -> tuple[ParsedDate, ...] | None:
    """Return the readings of ``text`` in these shapes (none if there is no such day), None in any other shape."""
    return _readings(text, order) if len(text) <= _LONGEST else None


def is_numeric(text: str) -> bool:
    """Say whether ``text`` has the shape D/M/YYYY or M/D/YYYY, perhaps with a clock time."""
    return len(text) <= _LONGEST and _numbers(text) is not None


@lru_cache(maxsize=2048)  # the comments of a page share a few days
def _readings(text: str, order: Order | None) -> tuple[ParsedDate, ...] | None:
    numbers = _numbers(text)
    if numbers is not None:
        return _numeric(numbers, text, order)
    iso = _ISO.fullmatch(text)
    if iso is not None:
        return _iso(iso, text)
    if text.isascii():
        return None
    plain = fold(text).strip(EDGES)  # other digits, marks of direction
    return _readings(plain, order) if plain.isascii() and plain != text else None


@lru_cache(maxsize=2048)  # asked of one text by several readers
def _numbers(text: str) -> Numbers | None:
    """Return the parts of a numeric date: two numbers, year, hour, minute, second and half of the day, or None."""
    if 8 <= len(text) <= 10 and text[-5] in "/.-" and text.isascii():  # no clock time, for which a pattern costs much
        first, _, rest = text.partition(text[-5])
        second, _, year = rest.partition(text[-5])
        if len(first) <= 2 and len(second) <= 2 and first.isdigit() and second.isdigit() and year.isdigit():
            return first, second, year, None, "", None, None
        return None
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return None
    first, _, second, year, hour, minute, seconds, half = match.groups()
    return first, second, year, hour, minute, seconds, half


def _numeric(numbers: Numbers, text: str, order: Order | None) -> tuple[ParsedDate, ...]:
    first, second, year, hour, minute, seconds, half = numbers
    clock = None
    if hour is not None:
        hours = int(hour)
        if half is not None:
            if not 1 <= hours <= 12:
                return ()
            hours = hours % 12 + (12 if half in "Pp" else 0)
        try:
            clock = time(hours, int(minute), int(seconds or 0), tzinfo=BAGHDAD)
        except ValueError:
            return ()
    precision: Precision = "day" if clock is None else "second" if seconds else "minute"
    days = _days(int(year), int(first), int(second), order)
    return tuple([_reading(day, clock, precision, text, how, len(days) > 1) for day, how in days])


def _days(year: int, first: int, second: int, order: Order | None) -> list[tuple[date, How]]:
    """Return the days that there are in ``order``, or in both."""
    if year < FIRST_YEAR:
        return []
    days: list[tuple[date, How]] = []
    if order != "MDY" and _exists(year, second, first):
        days.append((date(year, second, first), "dmy"))
    if order != "DMY" and _exists(year, first, second) and (first != second or not days):
        days.append((date(year, first, second), "mdy"))
    return days


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and day >= 1 and (day <= 28 or day <= monthrange(year, month)[1])


def _reading(day: date, clock: time | None, precision: Precision, raw: str, how: How, ambiguous: bool) -> ParsedDate:
    instant = datetime.combine(day, clock) if clock is not None else None
    return ParsedDate(day, instant, precision, raw, how, ambiguous, instant)


def _iso(match: re.Match[str], text: str) -> tuple[ParsedDate, ...]:
    try:
        if match["clock"] is None:
            return _iso_day(text, text)
        instant = datetime.fromisoformat(text.upper())
        if match["z"] is None:
            instant = instant.replace(tzinfo=BAGHDAD)
        elif isinstance(instant.tzinfo, timezone):
            checked_offset(instant.tzinfo)
        day = instant.astimezone(BAGHDAD).date()
    except (ValueError, OverflowError):
        return ()
    if text[10] == " " and match["s"] is None and (match["z"] or "").startswith("-"):  # may be "10:15-11:00"
        return _iso_day(text[:10], text)
    precision: Precision = "second" if match["s"] else "minute"
    return (ParsedDate(day, instant, precision, text, "iso", instant=instant),) if day.year >= FIRST_YEAR else ()


def _iso_day(text: str, raw: str) -> tuple[ParsedDate, ...]:
    day = date.fromisoformat(text)
    return (ParsedDate(day, None, "day", raw, "iso"),) if day.year >= FIRST_YEAR else ()
