"""The order of a record's dates: nothing later than the capture, comments not before their article.

The day on a page may be that of another time zone, so a day's difference is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from rudaw_scraper.dates.parsed import SLACK
from rudaw_scraper.validation import BAGHDAD

_EARLY_COMMENT = "comment_before_article"  # the warning that says that this is known, and how it is printed


def order_problems(record: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the order of the dates of a record in which nothing else is wrong."""
    latest = datetime.fromisoformat(record["fetched_at"]).astimezone(BAGHDAD).date() + SLACK
    for place, day in _days(record):
        if date.fromisoformat(day) > latest:
            yield f"{place}: {day} is more than a day later than the capture ({record['fetched_at']})"
    published = record["date_published"]
    if published is None or _EARLY_COMMENT in record["warnings"]:
        return
    earliest = (date.fromisoformat(published) - SLACK).isoformat()
    for number, comment in enumerate(record["comments"]):
        if comment["date"] is not None and comment["date"] < earliest:
            yield (
                f"comments[{number}].date: {comment['date']} is before the article ({published}), "
                f"and no warning {_EARLY_COMMENT} says so"
            )


def _days(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key in ("date_published", "date_modified"):
        if record[key] is not None:
            yield key, record[key]
    for name in ("comments", "latest_comments"):
        for number, entry in enumerate(record[name]):
            if entry["date"] is not None:
                yield f"{name}[{number}].date", entry["date"]
