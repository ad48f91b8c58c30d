"""Merged records: made of several captures of an article, and told from captures by two keys more in each comment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

#: The two keys, in order.
SEEN = ("seen_first", "seen_last")
_NEVER = dict.fromkeys(SEEN)


def is_merged(record: Any) -> bool:
    """Return whether a record is a merged one, by its first comment; one without comments looks like a capture."""
    comments = record.get("comments") if isinstance(record, dict) else None
    first = comments[0] if isinstance(comments, list) and comments else None
    return isinstance(first, dict) and SEEN[0] in first


def with_seen(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record, merged or not, with the two keys in all comments: rows of one form for a table."""
    if is_merged(record) or not record["comments"]:
        return record
    return record | {"comments": [comment | _NEVER for comment in record["comments"]]}


def seen_problems(record: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the times of a merged record whose form is right."""
    latest = _moment(record["fetched_at"])
    for number, comment in enumerate(record["comments"]):
        first, last = (comment[key] for key in SEEN)
        if (first is None) != (last is None):
            yield f"comments[{number}]: seen_first and seen_last must both be null, or neither"
        elif first is not None and not _moment(first) <= _moment(last) <= latest:
            yield f"comments[{number}]: seen_first, seen_last and fetched_at are not in this order"


def _moment(text: str) -> str:
    return text.removesuffix("Z")  # without it "…:00" sorts before "…:00.5"
