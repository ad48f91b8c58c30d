"""Replays of a web archive: their addresses, the time they were captured, and the servers they come from."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from rudaw_scraper.archives.cdx import Capture

_STAMP_IN_ADDRESS = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/https?:/")


class Origins:
    """The servers that requests may go to, index and replay, as the middleware ``StayOnSite`` asks for them."""

    def __init__(self, addresses: tuple[str, ...]) -> None:
        self._origins = {_origin(address) for address in addresses}

    @property
    def origin(self) -> str:
        """The servers' addresses, for messages."""
        return " or ".join(sorted(self._origins))

    def contains(self, url: str) -> bool:
        """Tell whether an address is on one of the servers."""
        return _origin(url) in self._origins


def replay_address(base: str, capture: Capture) -> str:
    """Return where a capture is replayed as it came: ``id_`` asks for no banner and no rewritten links."""
    return f"{base}{capture.timestamp}id_/{capture.original}"


def capture_time(memento: bytes | None, address: str, timestamp: str) -> datetime:
    """Return when a replayed page was captured: by its header, by the address it came from, or as the index says.

    A server answers with the nearest capture if it lacks the one asked for.
    """
    try:
        moment = parsedate_to_datetime((memento or b"").decode("latin-1"))
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        pass
    match = _STAMP_IN_ADDRESS.search(address)
    for stamp in (match[1] if match else "", timestamp):
        try:
            return datetime.strptime(stamp + "+0000", "%Y%m%d%H%M%S%z")
        except ValueError:
            continue
    raise AssertionError("the index was read for captures with a time")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()
