"""The order of day and month in one region of a page, decided from all its dates together.

Evidence, the strongest first: a number above 12; a date that agrees with the day known from elsewhere in one order
only; one order giving a date after the capture, or a comment older than its article, and the other not; the order
that the field always has on this site; a list that ascends in one order only. Where none of it decides, the dates
that both orders allow stay unread.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from rudaw_scraper.dates.parsed import SLACK, How, Order, ParsedDate, after_capture

Basis = Literal["numbers", "agreement", "soundness", "habit", "sequence"]

_HOWS: Final[dict[How, Order]] = {"dmy": "DMY", "mdy": "MDY"}
_ORDERS: Final[tuple[Order, ...]] = ("DMY", "MDY")
#: Fewer dates than this that ascend in one order may do so by chance.
_SEQUENCE: Final = 4


@dataclass(frozen=True, slots=True)
class Printed:
    """A date of the region: its possible readings, and what is known of its day from elsewhere.

    ``expected`` is the day that it should be (give or take one), ``not_before`` the earliest that it can be;
    ``first`` says that no later date of the region can be older, as no comment is older than its article.
    """

    readings: Sequence[ParsedDate]
    expected: date | None = None
    not_before: date | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The order of a region and what it rests on; None if undecided, ``mixed`` if its dates contradict each other."""

    order: Order | None
    basis: Basis | None = None
    mixed: bool = False

    def choose(self, readings: Sequence[ParsedDate]) -> ParsedDate | None:
        """Return the reading in this order, or the only one there is; None if the order is not decided."""
        if len(readings) == 1:
            return readings[0]
        return next((reading for reading in readings if _HOWS.get(reading.how) == self.order), None)


def decide(dates: Sequence[Printed], *, habit: Order | None, captured_at: datetime) -> Decision:
    """Decide the order of day and month for ``dates``, given in page order, of one field.

    ``habit`` is the order that this field always has on the site, None where none is known.
    """
    settled = {_HOWS[p.readings[0].how] for p in dates if len(p.readings) == 1 and _tells(p.readings[0])}
    if settled:
        return _from(settled, "numbers")
    open_dates = [printed for printed in dates if len(printed.readings) > 1]
    if not open_dates:
        return Decision(habit, "habit") if habit else Decision(None)
    agreeing = set(_agreeing(open_dates))
    if agreeing:
        return _from(agreeing, "agreement")
    faults = {order: _faults(dates, order, captured_at) for order in _ORDERS}
    sound = [order for order in _ORDERS if not faults[order]]
    if len(sound) == 1:
        return Decision(sound[0], "soundness")
    if habit is not None:
        other: Order = "MDY" if habit == "DMY" else "DMY"
        return Decision(habit, "habit") if faults[habit] <= faults[other] else Decision(None)
    if sound:
        ascending = [order for order in _ORDERS if _ascends(dates, order)]
        if len(ascending) == 1:
            return Decision(ascending[0], "sequence")
    return Decision(None)


def _from(orders: set[Order], basis: Basis) -> Decision:
    return Decision(next(iter(orders)), basis) if len(orders) == 1 else Decision(None, mixed=True)


def _tells(reading: ParsedDate) -> bool:
    """Say whether the only reading of a date shows its order: 5/5/2017 does not."""
    return reading.how in _HOWS and reading.day.day != reading.day.month


def _agreeing(dates: Iterable[Printed]) -> Iterable[Order]:
    for printed in dates:
        if printed.expected is not None:
            near = [r for r in printed.readings if abs(r.day - printed.expected) <= SLACK]
            if len(near) == 1:
                yield _HOWS[near[0].how]


def _in_order(readings: Sequence[ParsedDate], order: Order) -> ParsedDate | None:
    return Decision(order).choose(readings)


def _faults(dates: Iterable[Printed], order: Order, captured_at: datetime) -> int:
    """Count the dates that cannot be in ``order``: later than the capture, or than what they comment on."""
    count = 0
    floor: date | None = None
    for printed in dates:
        reading = _in_order(printed.readings, order)
        if reading is None:
            continue
        earliest = printed.not_before or floor
        too_early = earliest is not None and reading.day < earliest - SLACK
        count += too_early or after_capture(reading.day, captured_at)
        if printed.first:
            floor = reading.day
    return count


def _ascends(dates: Iterable[Printed], order: Order) -> bool:
    days = [reading.day for p in dates if (reading := _in_order(p.readings, order)) is not None]
    return len(set(days)) >= _SEQUENCE and days == sorted(days)
