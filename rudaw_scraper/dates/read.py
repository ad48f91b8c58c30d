"""From a matched shape to its readings: numbers are checked, nothing is mended."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final

from rudaw_scraper.dates.grammar import Grammar, spelling
from rudaw_scraper.dates.moments import after_capture, baghdad, checked_offset
from rudaw_scraper.dates.parsed import BAGHDAD, COARSE, FIRST_YEAR, How, Order, ParsedDate, Precision
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
#: Abbreviated weekdays that are words of their own: "The Sun 22/7/2017" names no Sunday.
_OTHER_WORDS: Final = frozenset({"sun", "sat", "wed"})
#: Units that give a point in time, not just a day.
_CLOCK_UNITS: Final[tuple[Precision, ...]] = ("second", "minute", "hour")
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
    for group in ("wd", "wd2"):
        days = _on_weekday(days, match, group, words)
    clocks = [_clock(match, part, words) for part in ("a", "b") if match[part + "h"] is not None]
    clock = clocks[0] if len(set(clocks)) == 1 else None
    ambiguous = len(days) > 1
    return [_reading(day, clock, raw, how, ambiguous=ambiguous) for day, how in days]


def _on_weekday(
    days: list[tuple[date, How]], match: re.Match[str], group: str, words: Grammar
) -> list[tuple[date, How]]:
    """Return those of ``days`` that are on the printed weekday, if one is printed."""
    weekday = match[group]
    if weekday is None:
        return days
    wanted = _lookup_weekday(weekday, words)
    fitting = [(day, how) for day, how in days if day.weekday() == wanted]
    doubtful = weekday in _OTHER_WORDS and not match.string.startswith((",", "."), match.end(group))
    return fitting if fitting or not doubtful else days


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
    """Return a clock time with its zone and its precision, or None where the zone is vague or may be none."""
    hour, minute, second = match[part + "h"], match[part + "m"], match[part + "s"]
    precision: Precision = "hour" if minute is None else "minute" if second is None else "second"
    hours = int(hour)
    half = match[part + "ap"]
    if half is not None:
        if not 1 <= hours <= 12:
            raise ValueError(hour)
        hours = hours % 12 + (12 if _after_noon(spelling(half).rstrip("."), hours, words) else 0)
    micro = (match[part + "f"] or "").ljust(6, "0")[:6]
    zone = _offset(match[part + "z"])
    clock = time(hours, int(minute or 0), int(second or 0), int(micro), tzinfo=zone)
    vague = match[part + "v"] is not None or _may_be_range(match, part)
    return None if vague else (clock, precision)


def _after_noon(half: str, hours: int, words: Grammar) -> bool:
    return half in words.pm and not (half in words.noon and hours in (10, 11))


def _may_be_range(match: re.Match[str], part: str) -> bool:
    """Say whether an offset without seconds before it may be the end of "10:15-11:00"."""
    zone = match[part + "z"]
    return (
        zone is not None
        and zone.startswith("-")
        and match[part + "s"] is None
        and match.string[match.start(part + "h") - 1] != "t"
    )


def _offset(zone: str | None) -> tzinfo:
    """Return the printed offset, else the site's zone; ValueError if no place has that offset."""
    if zone is None:
        return BAGHDAD
    found = _OFFSET.search(zone)
    if found is None:  # "Z", "GMT"
        return UTC
    sign, hours, minutes = found.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return checked_offset(timezone(-offset if sign == "-" else offset))


def _reading(day: date, clock: _Clock | None, raw: str, how: How, *, ambiguous: bool) -> ParsedDate:
    if clock is None:
        return ParsedDate(day, None, "day", raw, how, ambiguous)
    clock_time, precision = clock
    instant = datetime.combine(day, clock_time)
    if clock_time.tzinfo is not BAGHDAD:
        day = instant.astimezone(BAGHDAD).date()
    return ParsedDate(day, instant, precision, raw, how, ambiguous, instant)


def _relative(match: re.Match[str], raw: str, words: Grammar, captured_at: datetime) -> list[ParsedDate]:
    named = {name.removeprefix("p"): text for name, text in match.groupdict().items() if text is not None}
    amounts = [found for part in ("0", "") if (found := _amount(named, part, words)) is not None]
    coarse = [unit for _, unit in amounts if unit in COARSE]
    moment = baghdad(captured_at)
    for count, unit in amounts:
        step = _STEPS.get(unit)
        if step is None:
            moment = datetime.combine(_months_before(moment.date(), count * _MONTHS[unit]), moment.timetz())
        elif unit in _CLOCK_UNITS:
            moment = (moment.astimezone(UTC) - count * step).astimezone(BAGHDAD)
        else:
            moment -= count * step
    if moment.year < FIRST_YEAR:
        return []
    unit = coarse[0] if coarse else amounts[-1][1]
    if unit in _CLOCK_UNITS:
        return [ParsedDate(moment.date(), None, unit, raw, "relative", instant=moment)]
    return [ParsedDate(moment.date(), None, unit, raw, "guess" if coarse else "relative")]


def _amount(named: dict[str, str], part: str, words: Grammar) -> tuple[int, Precision] | None:
    """Return the count and the unit of one part of a sum, if there is that part."""
    if "counted" + part in named:
        return words.counted[spelling(named["counted" + part])]
    if "numword" + part in named:
        return words.numbers[spelling(named["numword" + part])], words.units[spelling(named["unitword" + part])]
    if "num" + part in named:
        return int(named["num" + part]), words.units[spelling(named["unit" + part])]
    return None


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _day_word(match: re.Match[str], raw: str, words: Grammar, captured_at: datetime) -> list[ParsedDate]:
    day = baghdad(captured_at).date() - timedelta(days=words.days_back[spelling(match["word"])])
    clock = _clock(match, "a", words) if "ah" in match.re.groupindex else None
    return [_reading(day, clock, raw, "day-word", ambiguous=False)]
