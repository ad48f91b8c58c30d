"""Moments on the site's clock, and which of them can be."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Final

from rudaw_scraper.dates.parsed import BAGHDAD, SLACK

#: No place on earth is further from UTC, and offsets go by quarters of an hour.
_WEST: Final = timedelta(hours=-12)
_EAST: Final = timedelta(hours=14)
_QUARTER: Final = timedelta(minutes=15)


def baghdad(moment: datetime) -> datetime:
    """Return ``moment`` on the site's clock; a naive one is taken to be on it already."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=BAGHDAD)
    return moment.astimezone(BAGHDAD)


def checked_offset(zone: timezone) -> timezone:
    """Return ``zone``; ValueError if no place on earth has it."""
    offset = zone.utcoffset(None)
    if not _WEST <= offset <= _EAST or offset % _QUARTER:
        raise ValueError(f"no zone is {offset} from UTC")
    return zone


def after_capture(day: date, captured_at: datetime) -> bool:
    """Say whether ``day`` lies more than a day after the capture."""
    if day <= captured_at.date():  # the common case, without a change of zone
        return False
    return day > baghdad(captured_at).date() + SLACK
