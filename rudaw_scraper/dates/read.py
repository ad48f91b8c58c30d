"""From a matched shape to its readings: numbers are checked, nothing is mended."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final

from rudaw_scraper.dates.grammar import Grammar, spelling
from rudaw_scraper.dates.parsed import (
    BAGHDAD,
    FIRST_YEAR,
    How,
    Order,
    ParsedDate,
    Precision,
    after_capture,
    baghdad,
)
from rudaw_scraper.dates.shapes import Shape

_ORDERS: Final[tuple[tuple[Order, How], ...]] = (("DMY", "dmy"), ("MDY", "mdy"))
_STEPS: Final[dict[Precision, timedelta]] = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
_MONTHS: Final[dict[Precision, int]] = {"month": 1, "year": 12}
#: A name of a weekday of no more letters may be another word.
_SHORT_NAME: Final = 3
_OFFSET: Final = re.compile(r"([+-])(\d{1,2}):?(\d\d)?")

_Clock = tuple[time, Precision]


def read(
    shape: Shape, match: re.Match[str], raw: str, words: Grammar, order: Order | None, captured_at: datetime
) -> list[ParsedDate]:
    """Return every reading of ``match`` that the calendar allows: none, one, or both orders of a numeric date."""
    try:
        if shape == "relative":
            return _relative(match, raw, words, captured_at)
        if shape == "day-word":
            return _day_word(match, raw, words, captured_at)
        return _absolute(shape, match, raw, words, order, captured_at)
    except (ValueError, OverflowError):  # no such day or clock time
        return []


def _absolute(
    shape: Shape, match: re.Match[str], raw: str, words: Grammar, order: Order | None, captured_at: datetime
) -> list[ParsedDate]:
    days: list[tuple[date, How]]
    if shape == "numeric":
        days = _numeric_days(match, order, captured_at)
    elif shape == "iso":
        days = [(_day(match["y"], match["mid"].strip(" /.-"), match["d"]), "iso")]
    else:
        days = _worded_days(match, words)
    weekday = match["wd"] or match["wd2"]
    if weekday is not None:
        wanted = _lookup_weekday(weekday, words)
        fitting = [(day, how) for day, how in days if day.weekday() == wanted]
        if fitting or len(weekday) > _SHORT_NAME:  # "The Sun 22/7/2017" names no Sunday
            days = fitting
    part = "a" if match["ah"] is not None else "b"
    clock = _clock(match, part, words) if match[part + "h"] is not None else None
    ambiguous = len(days) > 1
    return [_reading(day, clock, raw, how, ambiguous=ambiguous) for day, how in days]


def _numeric_days(match: re.Match[str], order: Order | None, captured_at: datetime) -> list[tuple[date, How]]:
    first, second = match["n1"], match["mid"].strip(" /.-")
    short = len(match["y"]) == 2
    year = "20" + match["y"] if short else match["y"]
    found: list[tuple[date, How]] = []
    for candidate, how in _ORDERS:
        if order is not None and order != candidate:
            continue
        day, month = (first, second) if candidate == "DMY" else (second, first)
        try:
            value = _day(year, month, day)
        except ValueError:
            continue
        if short and after_capture(value, captured_at):  # two digits that are no year of this site
            continue
        if all(value != other for other, _ in found):
            found.append((value, how))
    return found


def _worded_days(match: re.Match[str], words: Grammar) -> list[tuple[date, How]]:
    month, sure = words.months[spelling(match["mon"])]
    second = match.groupdict().get("mon2")
    if second is not None and words.months[spelling(second)][0] != month:
        return []
    return [(_day(match["y"], str(month), match["d"]), "month-name" if sure else "guess")]


def _day(year: str, month: str, day: str) -> date:
    value = date(int(year), int(month), int(day))
    if value.year < FIRST_YEAR:
        raise ValueError(year)
    return value


def _lookup_weekday(text: str, words: Grammar) -> int | None:
    """Return the day of the week (0 is Monday) that ``text``, perhaps with an ending, names."""
    key = spelling(text)
    while key and key not in words.weekdays:
        key = key[:-1]
    return words.weekdays.get(key)


def _clock(match: re.Match[str], part: str, words: Grammar) -> _Clock | None:
    """Return a clock time with its zone and its precision, or None beside a vague zone name."""
    hour, minute, second = match[part + "h"], match[part + "m"], match[part + "s"]
    precision: Precision = "hour" if minute is None else "minute" if second is None else "second"
    hours = int(hour)
    half = match[part + "ap"]
    if half is not None:
        if not 1 <= hours <= 12:
            raise ValueError(hour)
        hours = hours % 12 + (12 if spelling(half).rstrip(".") in words.pm else 0)
    micro = (match[part + "f"] or "").ljust(6, "0")[:6]
    zone = _offset(match[part + "z"])
    clock = time(hours, int(minute or 0), int(second or 0), int(micro), tzinfo=zone)
    return None if match[part + "v"] is not None else (clock, precision)


def _offset(zone: str | None) -> tzinfo:
    """Return the printed offset, else the site's zone."""
    if zone is None:
        return BAGHDAD
    found = _OFFSET.search(zone)
    if found is None:  # "Z", "GMT"
        return UTC
    sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-offset if sign == "-" else offset)


def _reading(day: date, clock: _Clock | None, raw: str, how: How, *, ambiguous: bool) -> ParsedDate:
    if clock is None:
        return ParsedDate(day, None, "day", raw, how, ambiguous)
    clock_time, precision = clock
    instant = datetime.combine(day, clock_time)
    if clock_time.tzinfo is not BAGHDAD:
        day = instant.astimezone(BAGHDAD).date()
    return ParsedDate(day, instant, precision, raw, how, ambiguous, instant)


def _relative(match: re.Match[str], raw: str, words: Grammar, captured_at: datetime) -> list[ParsedDate]:
    count, unit = _amount(match, words)
    now = baghdad(captured_at)
    step = _STEPS.get(unit)
    if unit in ("second", "minute", "hour") and step is not None:
        instant = (now.astimezone(UTC) - count * step).astimezone(BAGHDAD)
        return [ParsedDate(instant.date(), None, unit, raw, "relative", instant=instant)]
    day = _months_before(now.date(), count * _MONTHS[unit]) if step is None else now.date() - count * step
    return [ParsedDate(day, None, unit, raw, "relative" if unit == "day" else "guess")]


def _amount(match: re.Match[str], words: Grammar) -> tuple[int, Precision]:
    parts = {name.removeprefix("p"): text for name, text in match.groupdict().items() if text is not None}
    if "counted" in parts:
        return words.counted[spelling(parts["counted"])]
    if "numword" in parts:
        return words.numbers[spelling(parts["numword"])], words.units[spelling(parts["unit2"])]
    return int(parts["num"]), words.units[spelling(parts["unit"])]


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _day_word(match: re.Match[str], raw: str, words: Grammar, captured_at: datetime) -> list[ParsedDate]:
    day = baghdad(captured_at).date() - timedelta(days=words.days_back[spelling(match["word"])])
    clock = _clock(match, "a", words) if "ah" in match.re.groupindex else None
    return [_reading(day, clock, raw, "day-word", ambiguous=False)]
