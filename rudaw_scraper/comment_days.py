"""The date of a comment of an unknown layout: as printed, or as told to machines, or by the day of the week."""

from __future__ import annotations

import re

from rudaw_scraper.any_dates import ago_day, known_day
from rudaw_scraper.comment_spots import Spot
from rudaw_scraper.dates.parse import readings
from rudaw_scraper.outline import Outline

_EXACT = ("dmy", "mdy", "iso", "month-name")  # readings of a printed date that need no other
# The days of the week in English, German, French, Spanish and Turkish, whole and cut short, from Monday on.
_WEEKDAYS = tuple(
    frozenset(names.split())
    for names in (
        "mon monday montag lun lundi lunes pazartesi pzt",
        "tue tues tuesday die dienstag mar mardi martes salı",
        "wed weds wednesday mit mittwoch mer mercredi mié miércoles çarşamba çar",
        "thu thur thurs thursday don donnerstag jeu jeudi jue jueves perşembe per",
        "fri friday fre freitag ven vendredi vie viernes cuma",
        "sat saturday sam samstag sonnabend samedi sáb sábado cumartesi cts",
        "sun sunday son sonntag dim dimanche dom domingo pazar",
    )
)
_BEFORE = re.compile(r"([^\W\d_]{2,10})\.?,?\s*$")


def comment_date_raw(outline: Outline, spot: Spot | None) -> str | None:
    """Return the printed date, unless only the one given to machines, or the day of the week, tells which it is."""
    if spot is None:
        return None
    if spot.printed is None:
        return spot.given
    found = readings(spot.printed, language=outline.language, captured_at=outline.document.page.fetched_at)
    if spot.given is not None:
        return spot.printed if len(found) == 1 and found[0].how in _EXACT else spot.given
    if len(found) < 2 or spot.line is None:
        return spot.printed
    weekday = _weekday(outline.lines[spot.line].text.partition(spot.printed)[0])
    days = {reading.day for reading in found if reading.day.weekday() == weekday}
    return days.pop().isoformat() if len(days) == 1 else spot.printed


def day_in_another_language(outline: Outline, raw: str | None) -> str | None:
    """Return the day of a date that the date engine can't read, as its month's name is in another language."""
    captured_at = outline.document.page.fetched_at
    if raw is None or readings(raw, language=outline.language, captured_at=captured_at):
        return None
    day = known_day(raw) or ago_day(raw, captured_at)
    return day.isoformat() if day is not None else None


def _weekday(before: str) -> int | None:
    """Return the day of the week, 0 for Monday, that the text before a date ends in."""
    match = _BEFORE.search(before)
    word = match[1].casefold() if match is not None else ""
    return next((number for number, names in enumerate(_WEEKDAYS) if word in names), None)
