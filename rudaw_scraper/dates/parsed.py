"""What a printed date was read as, and the few facts that every reader of dates needs.

Not compiled, as users copy and pickle what they get.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

Order = Literal["DMY", "MDY"]
Precision = Literal["second", "minute", "hour", "day", "week", "month", "year"]
How = Literal["dmy", "mdy", "iso", "month-name", "relative", "day-word", "guess"]

#: The site's clock; zoneinfo knows its summer time, which ended in 2007.
BAGHDAD: Final = ZoneInfo("Asia/Baghdad")
#: A clock that is a little wrong, or a reader in a zone further east, may be a day ahead of the capture.
SLACK: Final = timedelta(days=1)
#: A calendar year below this is a misprint or no year.
FIRST_YEAR: Final = 1900
#: Counts too coarse to give a day.
COARSE: Final[tuple[Precision, ...]] = ("week", "month", "year")


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """One reading of a date expression.

    ``day`` is the calendar day in Asia/Baghdad. ``time`` is set only where a clock time is printed; it is aware:
    the printed offset if there is one, else Asia/Baghdad. ``instant`` is the point in time meant: ``time``, or
    for "3 hours ago" the capture time less three hours (true to one unit of ``precision``), else None.
    ``precision`` is that of the text; ``how`` the shape it was read by ("guess": by dateparser, or a count of
    weeks or longer, or a month name that is not sure); ``ambiguous`` says that the other order of day and month
    gives a valid day too and no order was asked for.
    """

    day: date
    time: datetime | None
    precision: Precision
    raw: str
    how: How
    ambiguous: bool = False
    instant: datetime | None = None
