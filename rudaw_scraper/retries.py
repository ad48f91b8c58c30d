"""Asking again, and when: with growing pauses after failures, and not before the site allows it."""

from __future__ import annotations

import asyncio
import logging
import time
from email.utils import parsedate_to_datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response

from rudaw_scraper import counts
from rudaw_scraper.pace import pace_of
from rudaw_scraper.unpacking import CUT_OFF

logger = logging.getLogger(__name__)

_STATUSES = frozenset({408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
_TOO_MANY = 429
_ASKS_TO_WAIT = frozenset({_TOO_MANY, 503})
_FAILURES = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
_TIMEOUT_TRIES = 1  # a page that takes too long costs the whole timeout each time
_AFTER_OTHERS = -100  # priority: pages that work go first, while the pause runs
_NOT_BEFORE = "rudaw_not_before"
_STEP = 0.25  # seconds; so soon a sleeping request notices that the run is to end


class RetryLater:
    """Downloader middleware in place of Scrapy's retries, which come at once.

    A page that failed is asked for again after a pause that doubles from try to try. 429 and 503 with Retry-After hold
    up all requests; a site that asks for more patience than a run has ends the run.
    """

    def __init__(self, crawler: Crawler, *, pause: float, too_many: float, patience: float) -> None:
        self._crawler = crawler
        self._pause = pause
        self._too_many = too_many
        self._patience = patience
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the pauses from ``RUDAW_RETRY_PAUSE``, ``RUDAW_TOO_MANY_PAUSE`` and ``RUDAW_LONGEST_WAIT`` (seconds)."""
        names = {"pause": "RUDAW_RETRY_PAUSE", "too_many": "RUDAW_TOO_MANY_PAUSE", "patience": "RUDAW_LONGEST_WAIT"}
        return cls(crawler, **{key: crawler.settings.getfloat(name) for key, name in names.items()})

    async def process_request(self, request: Request) -> None:
        """Hold a request back until it may be made."""
        while (wait := self._wait(request)) > 0:
            if not self._crawler.crawling:
                raise IgnoreRequest("the run ends")
            await asyncio.sleep(min(wait, _STEP))

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Ask again if the answer is one of a server in trouble, or broke off."""
        if response.status in _ASKS_TO_WAIT:
            unsaid = self._too_many * 2 ** request.meta.get("retry_times", 0)
            seconds = asked_to_wait(response, unsaid)
            if seconds > self._patience:
                self._give_up(seconds)
                return response
            if seconds:
                pace_of(self._crawler).hold(seconds)
        if CUT_OFF in response.flags:
            again = self._again(request, "cut off")
            if again is None:
                raise ResponseDataLossError("its packed data end too early")
            return again
        if response.status in _STATUSES:
            return self._again(request, f"status {response.status}") or response
        return response

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Ask again if the connection failed."""
        if not isinstance(exception, _FAILURES):
            return None
        return self._again(request, type(exception).__name__, timed_out=isinstance(exception, DownloadTimeoutError))

    def _wait(self, request: Request) -> float:
        own: float = request.meta.get(_NOT_BEFORE, 0.0) - time.monotonic()
        return max(pace_of(self._crawler).wait(), own)

    def _again(self, request: Request, reason: str, *, timed_out: bool = False) -> Request | None:
        spider = self._crawler.spider
        if spider is None or not self._crawler.crawling:
            return None
        again = get_retry_request(
            request,
            spider=spider,
            reason=reason,
            max_retry_times=_TIMEOUT_TRIES if timed_out else None,
            priority_adjust=_AFTER_OTHERS,
            give_up_log_level=logging.DEBUG,  # the refusal says it
        )
        if again is not None:
            pause = self._pause * 2 ** (again.meta["retry_times"] - 1)
            again.meta[_NOT_BEFORE] = time.monotonic() + pause
            logger.info("Again in %.1f s: %s (%s)", pause, request.url, reason)
        return again

    def _give_up(self, seconds: float) -> None:
        if self._closing is None and self._crawler.crawling:
            self._crawler.stats.set_value(counts.ASKED_TO_WAIT, seconds)
            logger.error("The site asks to wait %d s; the run ends", seconds)
            self._closing = asyncio.ensure_future(self._crawler.engine.close_spider_async(reason="asked_to_wait"))


def asked_to_wait(response: Response, unsaid: float) -> float:
    """Return for how many seconds a site wants to be left alone: ``unsaid`` after 429 that does not say it."""
    header = response.headers.get("Retry-After")
    return unsaid if header is None and response.status == _TOO_MANY else seconds_to_wait(header)


def seconds_to_wait(header: bytes | None) -> float:
    """Return how many seconds from now ``Retry-After`` names, as a number or as a date; 0 without a sound one."""
    text = (header or b"").decode("latin-1").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
