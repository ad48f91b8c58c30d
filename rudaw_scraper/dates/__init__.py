"""Dates of the site's pages: read by shape, the order of day and month decided by evidence, never mended."""

from datetime import datetime

from rudaw_scraper.dates import parse
from rudaw_scraper.dates.find import find_date, find_leading_date, is_date, may_begin_with_date, may_end_in_date
from rudaw_scraper.dates.parsed import BAGHDAD, How, Order, ParsedDate, Precision

__all__ = [
    "BAGHDAD",
    "How",
    "Order",
    "ParsedDate",
    "Precision",
    "find_date",
    "find_leading_date",
    "is_date",
    "may_begin_with_date",
    "may_end_in_date",
    "parse_date",
    "readings",
]


def parse_date(text: str, *, language: str, order: Order | None = None, captured_at: datetime) -> ParsedDate | None:
    """Read the date that ``text`` is, ends with or starts with; None if there is none or it is in doubt.

    ``language`` is that of the page (BCP 47: en, ckb, kmr, ar, tr); English words are understood everywhere.
    ``order`` is the order of day and month in numeric dates, if known: a date impossible in it is None, never
    read the other way. With None, a date that both orders allow is None, unless one of them lies after the
    capture; :func:`readings` gives both. ``captured_at`` is the base of relative dates; a naive one is on the
    site's clock. A date more than a day after the capture is None.
    """
    return parse.parse_date(text, language=language, order=order, captured_at=captured_at)


def readings(text: str, *, language: str, order: Order | None = None, captured_at: datetime) -> list[ParsedDate]:
    """Return every reading of the date in ``text`` that the calendar allows, also those after the capture.

    None at all, one, or for a numeric date with ``order`` None two, D/M before M/D.
    """
    return parse.readings(text, language=language, order=order, captured_at=captured_at)
