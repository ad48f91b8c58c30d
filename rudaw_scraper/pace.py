"""How fast a site may be asked: the pause it wants between requests, and until when it wants none."""

from __future__ import annotations

import logging
import time
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.extensions.throttle import AutoThrottle

logger = logging.getLogger(__name__)
LONGEST_CRAWL_DELAY = 60.0  # seconds; a robots.txt that asks for more would never let a run end


class Pace:
    """Scrapy extension that makes the downloader slower than the settings say, when the site asks for it.

    The downloader's own queue is held, behind all middlewares: what waits there would otherwise leave too early.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._not_before = 0.0  # by the monotonic clock
        self._between = 0.0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Watch the requests that reach the downloader."""
        pace = cls(crawler)
        crawler.signals.connect(pace.request_reached_downloader, signal=signals.request_reached_downloader)
        return pace

    def keep_between(self, seconds: float) -> None:
        """Leave at least so many seconds between requests from now on, up to a minute."""
        self._between = min(max(self._between, seconds), LONGEST_CRAWL_DELAY)
        throttle = self._crawler.get_extension(AutoThrottle)
        if throttle is not None:
            throttle.mindelay = max(throttle.mindelay, self._between)
        self.hold(self._between)  # from now, when robots.txt has come
        logger.info("robots.txt asks for %s s between requests", self._between)

    def hold(self, seconds: float) -> None:
        """Make no request for so many seconds."""
        self._not_before = max(self._not_before, time.monotonic() + seconds)
        for slot in self._crawler.engine.downloader.slots.values():
            slot.lastseen = max(slot.lastseen, self._not_before - slot.delay)

    def wait(self) -> float:
        """Return for how many seconds no request may be made; not above 0 if one may."""
        return self._not_before - time.monotonic()

    def request_reached_downloader(self, request: Request) -> None:
        """Set the pause before the request is queued: queues come and go, and AutoThrottle shortens it."""
        slot = self._crawler.engine.downloader.slots.get(request.meta["download_slot"])
        if slot is not None:
            slot.delay = max(slot.delay, self._between)


def pace_of(crawler: Crawler) -> Pace:
    """Return the crawl's pace."""
    pace = crawler.get_extension(Pace)
    assert pace is not None, "the setting EXTENSIONS lacks rudaw_scraper.pace.Pace"
    return pace
