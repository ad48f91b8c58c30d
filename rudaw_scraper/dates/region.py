"""The order of day and month in one region of a page, decided from all its dates together.

Evidence, the strongest first: a number above 12; a date that agrees with the day known from elsewhere in one order
only; one order giving a date after the capture, or a comment older than its article, and the other not; the order
that the field always has on this site, unless the list only ascends or descends in the other; a list that ascends or
descends in one order only. Where none of it decides, the dates that both orders allow stay unread.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Final, Literal

from rudaw_scraper.dates.moments import after_capture
from rudaw_scraper.dates.parsed import SLACK, How, Order, ParsedDate

Basis = Literal["numbers", "agreement", "soundness", "habit", "sequence"]

_HOWS: Final[dict[How, Order]] = {"dmy": "DMY", "mdy": "MDY"}
_ORDERS: Final[tuple[Order, ...]] = ("DMY", "MDY")
_OTHER: Final[dict[Order, Order]] = {"DMY": "MDY", "MDY": "DMY"}
#: Fewer days than this that are in sequence in one order may be so by chance.
_SEQUENCE: Final = 4


class Printed:
    """A date of the region: its possible readings, and what is known of its day from elsewhere.

    ``expected`` is the day that it should be (give or take one), ``not_before`` the earliest that it can be;
    ``first`` says that no later date of the region can be older, as no comment is older than its article.
    """

    __slots__ = ("expected", "first", "not_before", "readings")

    def __init__(
        self,
        readings: Sequence[ParsedDate],
        *,
        expected: date | None = None,
        not_before: date | None = None,
        first: bool = False,
    ) -> None:
        self.readings = readings
        self.expected = expected
        self.not_before = not_before
        self.first = first


class Decision:
    """The order of a region and what it rests on; None if undecided, ``mixed`` if its dates contradict each other."""

    __slots__ = ("basis", "mixed", "order")

    def __init__(self, order: Order | None, basis: Basis | None = None, mixed: bool = False) -> None:
        self.order: Order | None = order
        self.basis: Basis | None = basis
        self.mixed = mixed

    def choose(self, printed: Printed) -> ParsedDate | None:
        """Return the reading in this order, or the only one there is; None if the order is not decided.

        In a field whose dates contradict each other, a date that agrees with the day expected keeps that reading, and
        the order is that of the comments alone.
        """
        if len(printed.readings) > 1 and self.mixed and (printed.first or printed.expected is not None):
            return _near(printed)
        return _reading_in(self.order, printed)


def decide(dates: Sequence[Printed], *, habit: Order | None, captured_at: datetime) -> Decision:
    """Decide the order of day and month for ``dates``, given in page order, of one field.

    ``habit`` is the order that this field always has on the site, None where none is known.
    """
    settled = {_HOWS[p.readings[0].how] for p in dates if _settles(p)}
    agreeing = {_HOWS[reading.how] for p in dates if len(p.readings) > 1 and (reading := _near(p)) is not None}
    if settled or agreeing:
        found = _from(settled | agreeing, "numbers" if settled else "agreement")
        return _separate(dates) if found.mixed or _contradicted(dates, found.order, captured_at) else found
    if all(len(printed.readings) == 1 for printed in dates):
        return Decision(habit, "habit") if habit else Decision(None)
    faults = {order: _faults(dates, order, captured_at) for order in _ORDERS}
    sound = [order for order in _ORDERS if not faults[order]]
    if len(sound) == 1:
        return Decision(sound[0], "soundness")
    sequences = [order for order in _ORDERS if sound and _in_sequence(dates, order)]
    if habit is not None:
        doubtful = faults[habit] > faults[_OTHER[habit]] or sequences == [_OTHER[habit]]
        return Decision(None) if doubtful else Decision(habit, "habit")
    return Decision(sequences[0], "sequence") if len(sequences) == 1 else Decision(None)


def _from(orders: set[Order], basis: Basis) -> Decision:
    return Decision(next(iter(orders)), basis) if len(orders) == 1 else Decision(None, mixed=True)


def _settles(printed: Printed) -> bool:
    """Say whether the only reading of a date shows its order: 5/5/2017 does not."""
    reading = printed.readings[0]
    return len(printed.readings) == 1 and reading.how in _HOWS and reading.day.day != reading.day.month


def _near(printed: Printed) -> ParsedDate | None:
    """Return the one reading that agrees with the day expected."""
    if printed.expected is None:
        return None
    near = [reading for reading in printed.readings if abs(reading.day - printed.expected) <= SLACK]
    return near[0] if len(near) == 1 else None


def _separate(dates: Iterable[Printed]) -> Decision:
    """Return the order of comments that show one of their own, where the article's date is in another."""
    orders = {_HOWS[printed.readings[0].how] for printed in dates if not printed.first and _settles(printed)}
    return Decision(next(iter(orders)) if len(orders) == 1 else None, mixed=True)


def _contradicted(dates: Sequence[Printed], order: Order | None, captured_at: datetime) -> bool:
    """Say whether comments in ``order`` are older than the article, and with one of the two in the other are not."""
    article = next((printed for printed in dates if printed.first), None)
    comments = [printed for printed in dates if not printed.first]
    if article is None or order is None:
        return False
    other, day = _OTHER[order], _day(article, order)
    if any(map(_settles, comments)):  # only the article's date can be in the other order
        if len(article.readings) == 1 or not _faults(comments, order, captured_at, day):
            return False
        return not _faults(comments, order, captured_at, _day(article, other))
    return _faults(comments, order, captured_at, day) > 0 == _faults(comments, other, captured_at, day)


def _reading_in(order: Order | None, printed: Printed) -> ParsedDate | None:
    """Return the reading in an order, or the only one there is."""
    if len(printed.readings) == 1:
        return printed.readings[0]
    for reading in printed.readings:
        if _HOWS.get(reading.how) == order:
            return reading
    return None


def _day(printed: Printed, order: Order) -> date | None:
    reading = _reading_in(order, printed)
    return reading.day if reading is not None else None


def _faults(dates: Iterable[Printed], order: Order, captured_at: datetime, floor: date | None = None) -> int:
    """Count the dates that cannot be in ``order``: later than the capture, or older than ``floor`` or the article."""
    count = 0
    for printed in dates:
        reading = _reading_in(order, printed)
        if reading is None:
            continue
        earliest = printed.not_before or floor
        too_early = earliest is not None and reading.day < earliest - SLACK
        count += too_early or after_capture(reading.day, captured_at)
        if printed.first:
            floor = reading.day
    return count


def _in_sequence(dates: Iterable[Printed], order: Order) -> bool:
    days = [reading.day for printed in dates if (reading := _reading_in(order, printed)) is not None]
    return len(set(days)) >= _SEQUENCE and sorted(days) in (days, days[::-1])
