"""Dates of the site's pages: read by shape, the order of day and month decided by evidence, never mended."""

from rudaw_scraper.dates.find import find_date, find_leading_date, is_date, may_begin_with_date, may_end_in_date
from rudaw_scraper.dates.parse import parse_date, readings
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
