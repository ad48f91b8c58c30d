"""An article's day from all the places that give it: the byline, the address, the API, the metadata."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Final

from rudaw_scraper.dates.moments import baghdad
from rudaw_scraper.dates.parsed import COARSE, SLACK, ParsedDate
from rudaw_scraper.page import DateEvidence
from rudaw_scraper.record import DateSource

#: Shapes whose day is counted from the capture time.
_COUNTED: Final = ("relative", "day-word")
_MACHINE_SOURCES: Final = ("api", "metadata")


class Witness:
    """One place's date and its reading; ``sure`` unless only habit chose between two readings."""

    __slots__ = ("evidence", "reading", "sure")

    def __init__(self, evidence: DateEvidence, reading: ParsedDate, sure: bool = True) -> None:
        self.evidence = evidence
        self.reading = reading
        self.sure = sure


@dataclass(slots=True)
class Resolved:
    """What the places together say; ``warnings`` as in :mod:`rudaw_scraper.dates.normalise`."""

    day: date | None = None
    time: datetime | None = None
    source: DateSource | None = None
    raw: str | None = None
    warnings: list[str] = field(default_factory=list)


def resolve(witnesses: Sequence[Witness]) -> Resolved:
    """Return the day that ``witnesses``, the most trusted first, agree on, or that of the one to believe.

    A date counted from the capture ("9 hours ago") gives way to a full date that names another day: pages are
    cached, and a count is rounded. So does a full date whose order of day and month only habit decides, if it is
    more than a day from another full date. All that differ by more than a day are a ``date_conflict``.
    """
    decider = _decider(witnesses)
    if decider is None:
        return Resolved(warnings=["date_approximate"] if witnesses else [])
    day = decider.reading.day
    warnings = ["date_conflict"] if any(_apart(day, w) for w in witnesses) else []
    return Resolved(day, _clock(day, decider, witnesses), decider.evidence.source, decider.evidence.raw, warnings)


def _decider(witnesses: Sequence[Witness]) -> Witness | None:
    full = [w for w in witnesses if w.reading.how not in _COUNTED and w.reading.precision not in COARSE]
    for first in witnesses:
        if first.reading.precision in COARSE:
            continue
        if first in full and first.sure:
            return first
        others = [w for w in full if w is not first]
        limit = SLACK if first in full else SLACK * 0
        differing = next((w for w in others if abs(w.reading.day - first.reading.day) > limit), None)
        return differing or first
    return None


def _apart(day: date, witness: Witness) -> bool:
    return witness.reading.precision not in COARSE and abs(witness.reading.day - day) > SLACK


def _clock(day: date, decider: Witness, witnesses: Iterable[Witness]) -> datetime | None:
    """Return the clock time on ``day`` that the decider or another place gives, on the site's clock."""
    for witness in (decider, *witnesses):
        given = witness.reading.time
        if given is not None and witness.reading.day == day and not _invented(witness):
            return baghdad(given)
    return None


def _invented(witness: Witness) -> bool:
    """Say whether a machine-made time is midnight, which is how a program writes a day without a time."""
    given = witness.reading.time
    if given is None or witness.evidence.source not in _MACHINE_SOURCES:
        return False
    return time.min in (given.time(), baghdad(given).time())
