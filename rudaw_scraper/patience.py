"""Waiting as long as a server asks for: 429 and 503 stop all requests for the time that ``Retry-After`` says."""

from __future__ import annotations

import asyncio
import logging
import time
from email.utils import parsedate_to_datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector

logger = logging.getLogger(__name__)

_BUSY = {429, 503}
_DEFAULT = 60.0  # seconds, where the server does not say how long
_LONGEST = 3600.0


class Patience:
    """Downloader middleware that holds a busy server's answer back until it may be asked again.

    The retry middleware then asks. While one answer is held back and one request is made at a time, none is made.
    """

    def __init__(self, stats: StatsCollector) -> None:
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Note the waits in the statistics."""
        return cls(crawler.stats)

    async def process_response(self, request: Request, response: Response) -> Response:
        """Hand the answer on, at once or after the wait."""
        if response.status in _BUSY:
            seconds = seconds_to_wait(response.headers.get("Retry-After"), request.meta.get("retry_times", 0))
            self._stats.inc_value("rudaw/waits")
            logger.warning("%s answered %d: waiting %.0f s", request.url, response.status, seconds)
            await asyncio.sleep(seconds)
        return response


def seconds_to_wait(header: bytes | None, attempts: int) -> float:
    """Read ``Retry-After``, a number of seconds or a date; without one, a minute that doubles with each attempt."""
    text = (header or b"").decode("latin-1").strip()
    if text.isdigit():
        return min(float(text), _LONGEST)
    try:
        return max(0.0, min(parsedate_to_datetime(text).timestamp() - time.time(), _LONGEST))
    except ValueError:
        return float(min(_DEFAULT * 2**attempts, _LONGEST))
