"""What a language's table of date words holds.

Words are written as they are printed; case, marks, apostrophes and the forms of Arabic letters do not matter (see
:mod:`rudaw_scraper.dates.fold`). ``…_endings`` are regular expressions on folded text for what sticks to a word or
number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rudaw_scraper.dates.parsed import Precision


@dataclass(frozen=True, slots=True)
class DateWords:
    """The date words of one language."""

    #: Number of a month (1 to 12) to its spellings.
    months: Mapping[int, tuple[str, ...]]
    #: Spellings whose month is only likely; readings of them are marked as guesses.
    unsure_months: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    #: Day of the week (0 is Monday) to its spellings.
    weekdays: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    #: "on", "the day": words that may stand before a weekday or a day.
    day_leads: tuple[str, ...] = ()
    #: "of": words that may stand between day and month.
    month_leads: tuple[str, ...] = ()
    #: "of", "the year": words that may stand between month and year.
    year_leads: tuple[str, ...] = ()
    #: "at", "the hour": words that may stand before a clock time.
    clock_leads: tuple[str, ...] = ()
    day_endings: str = ""
    month_endings: str = ""
    year_endings: str = ""
    clock_endings: str = ""
    am: tuple[str, ...] = ()
    pm: tuple[str, ...] = ()
    #: Those of ``pm`` that mean the hours around twelve: with 10 and 11 they name the morning's.
    noon: tuple[str, ...] = ()
    #: Number words that occur in "n hours ago".
    numbers: Mapping[str, int] = field(default_factory=dict)
    #: Other words of quantity; one right before "two hours ago" changes its meaning.
    quantities: tuple[str, ...] = ()
    #: Words right before "yesterday" that make it another day.
    shifts: tuple[str, ...] = ()
    #: "and", in sums and lists; "to", "or", in ranges.
    ands: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    #: Unit to its spellings after a number.
    units: Mapping[Precision, tuple[str, ...]] = field(default_factory=dict)
    #: Spellings that carry their own number: "an hour", a dual.
    counted: Mapping[str, tuple[int, Precision]] = field(default_factory=dict)
    #: "ago", after the unit.
    ago_after: tuple[str, ...] = ()
    #: "ago", before the number.
    ago_before: tuple[str, ...] = ()
    #: "today", "yesterday": how many days back.
    days_back: Mapping[str, int] = field(default_factory=dict)
