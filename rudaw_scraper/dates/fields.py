"""The printed dates of one page: read, grouped by field, their order decided, and checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal

from rudaw_scraper.dates.moments import after_capture
from rudaw_scraper.dates.parse import readings
from rudaw_scraper.dates.parsed import COARSE, Order, ParsedDate
from rudaw_scraper.dates.region import Printed, decide

Region = Literal["article", "side list", "metadata"]
Clock = Literal["no clock", "24 hours", "AM or PM"]

#: Rudaw began as a weekly in 2008; nothing on its site can be older.
SITE_FIRST_DAY: Final = date(2008, 1, 1)

#: The order that a field always has on the site's known pages. A row: region, kind of clock time in its dates, the
#: languages for which it is known (None: all). A field without a row has no habit.
_HABITS: Final[tuple[tuple[Region, Clock, frozenset[str] | None, Order], ...]] = (
    ("article", "no clock", None, "DMY"),
    ("article", "24 hours", None, "DMY"),
    ("side list", "no clock", None, "DMY"),
    ("side list", "AM or PM", frozenset({"en"}), "MDY"),
)
_HALF_DAY: Final = re.compile(r"\d:\d\d(?::\d\d)?\s*(?!(?:utc|gmt|z)\b)[^\W\d_]|\d\s*[ap]\.?m\b", re.IGNORECASE)


class Dated(Printed):
    """A printed date on its way from raw text to ``chosen``, its one reading, if it has one.

    ``unreadable`` is the warning if it is no date; ``sure`` is False where only habit chose between two readings,
    or where the reading is a guess.
    """

    __slots__ = ("chosen", "raw", "sure", "unreadable")

    def __init__(
        self,
        readings: Sequence[ParsedDate],
        *,
        raw: str,
        unreadable: str,
        expected: date | None = None,
        not_before: date | None = None,
        first: bool = False,
    ) -> None:
        super().__init__(readings, expected=expected, not_before=not_before, first=first)
        self.raw = raw
        self.unreadable = unreadable
        self.chosen: ParsedDate | None = None
        self.sure = True

    @property
    def clock(self) -> Clock:
        """Which kind of clock time is printed; dates of different kinds are different fields."""
        if not self.readings or self.readings[0].time is None:
            return "no clock"
        if self.raw.isascii():  # as mostly; the pattern costs more
            lowered = self.raw.lower()
            if lowered == self.raw.upper():  # not a letter
                return "24 hours"
            if lowered.endswith((" am", " pm")):
                return "AM or PM"
        return "AM or PM" if _HALF_DAY.search(self.raw) else "24 hours"


@dataclass(slots=True)
class PageDates:
    """Reads a page's dates and collects the warnings; ``site`` says that the page is known to be the site's own."""

    language: str
    captured_at: datetime
    site: bool = True
    warnings: list[str] = field(default_factory=list)

    def warn(self, code: str) -> None:
        """Add a warning, once."""
        if code not in self.warnings:
            self.warnings.append(code)

    def read(
        self,
        raw: str,
        *,
        unreadable: str = "date_unreadable",
        expected: date | None = None,
        not_before: date | None = None,
        first: bool = False,
    ) -> Dated:
        """Return the printed date with all its readings, none chosen yet."""
        found = readings(raw, language=self.language, captured_at=self.captured_at)
        return Dated(found, raw=raw, unreadable=unreadable, expected=expected, not_before=not_before, first=first)

    def settle(self, region: Region, dates: Iterable[Dated]) -> None:
        """Choose one reading for each of ``dates``, all those of a region in page order, where there is one."""
        fields: dict[Clock, list[Dated]] = {}
        for dated in dates:
            if dated.readings:
                fields.setdefault(dated.clock, []).append(dated)
            else:
                self.warn(dated.unreadable)
        floor: date | None = None
        for clock, members in sorted(fields.items(), key=lambda field: not any(one.first for one in field[1])):
            for member in members:
                member.not_before = member.not_before or floor
            self._settle_field(members, self._habit(region, clock))
            floor = floor or next((one.chosen.day for one in members if one.first and one.chosen and one.sure), None)

    def _habit(self, region: Region, clock: Clock) -> Order | None:
        for known_region, known_clock, languages, order in _HABITS:
            if (known_region, known_clock) == (region, clock) and (languages is None or self.language in languages):
                return order
        return None

    def _settle_field(self, members: list[Dated], habit: Order | None) -> None:
        decision = decide(members, habit=habit, captured_at=self.captured_at)
        if decision.mixed:
            self.warn("date_order_mixed")
        for member in members:
            reading = decision.choose(member)
            if reading is None:
                self.warn("date_ambiguous")
                continue
            problem = self._problem(reading)
            if problem is not None:
                self.warn(problem)
                continue
            member.chosen = reading
            member.sure = reading.how != "guess" and (len(member.readings) == 1 or decision.basis != "habit")

    def _problem(self, reading: ParsedDate) -> str | None:
        if after_capture(reading.day, self.captured_at):
            return "date_in_future"
        if self.site and reading.day < SITE_FIRST_DAY:
            return "date_before_site"
        return None


def coarse(reading: ParsedDate) -> bool:
    """Say whether only weeks, months or years back are printed, which gives no day."""
    return reading.precision in COARSE
