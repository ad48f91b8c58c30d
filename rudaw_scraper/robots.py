"""robots.txt: what it forbids is not asked for, its pauses are kept, its sitemaps are passed on."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import defaultdict
from typing import Self
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.spidermiddlewares.httperror import HttpError

from rudaw_scraper.pace import pace_of

logger = logging.getLogger(__name__)

PRODUCT = "rudaw_scraper"  # the name by which a robots.txt can speak to this program
sitemaps_named = object()  # signal: a robots.txt was read that names sitemaps (``urls``)
_FIRST_OF_ALL = 1000  # priority
_FRESH = 86_400.0  # seconds; a crawl may take days, and RFC 9309 lets nobody go by a copy that is older
_NOT_OBEYED = "dont_obey_robotstxt"  # of requests for robots.txt itself
_FORBIDS_ALL = "User-agent: *\nDisallow: /"


class RobotsForbidden(IgnoreRequest):
    """robots.txt forbids the request, or could not be had: then the cause says why."""


class ObeyRobots:
    """Downloader middleware in place of Scrapy's, which takes a site in trouble for one that allows everything.

    By RFC 9309: an answer 4xx means that there are no rules; where the server fails (5xx) or cannot be reached, all
    is forbidden until it answers.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._rules: dict[str, _Rules] = {}
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Obey if the setting ``ROBOTSTXT_OBEY`` says so."""
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Refuse what robots.txt forbids; the first requests of all wait for it."""
        if request.meta.get(_NOT_OBEYED) or not request.url.startswith(("http://", "https://")):
            return
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(request.url))
        rules = self._rules.get(origin)
        if rules is None or time.monotonic() >= rules.until:
            async with self._asking[origin]:
                rules = self._rules.get(origin)
                if rules is None or time.monotonic() >= rules.until:
                    rules = self._rules[origin] = await self._fetch(f"{origin}/robots.txt")
        if not rules.parsed.can_fetch(request.url, PRODUCT):
            raise RobotsForbidden("robots.txt forbids it") from rules.missing

    async def _fetch(self, url: str) -> _Rules:
        request = Request(url, priority=_FIRST_OF_ALL, meta={_NOT_OBEYED: True}, callback=NO_CALLBACK)
        try:
            response = await self._crawler.engine.download_async(request)
        except IgnoreRequest as error:  # it redirects to another site, or in a circle: RFC 9309 takes it for none
            logger.warning("%s is not followed: %s", url, error)
            return _Rules("")
        except Exception as error:  # of the network, in all its forms
            logger.error("%s could not be fetched (%s)", url, type(error).__name__)
            return _Rules(_FORBIDS_ALL, error)
        return self._read(response)

    def _read(self, response: Response) -> _Rules:
        status = response.status
        if status >= 500 or status == 429:
            logger.error("%s answered %d", response.url, status)
            return _Rules(_FORBIDS_ALL, HttpError(response, f"answered {status}"))
        if not 200 <= status < 300:
            return _Rules("")
        rules = _Rules(response.body.decode("utf-8-sig", "ignore"))
        rate = rules.parsed.request_rate(PRODUCT)
        pauses = [rules.parsed.crawl_delay(PRODUCT) or 0.0, rate.seconds / rate.requests if rate else 0.0]
        if any(pauses):
            pace_of(self._crawler).keep_between(max(pauses))
        sitemaps = list(rules.parsed.sitemaps)
        if sitemaps:
            self._crawler.signals.send_catch_log(sitemaps_named, urls=sitemaps, base=response.url)
        return rules


class _Rules:
    """The rules of one site, for as long as they may be used; ``missing`` is why they could not be had."""

    def __init__(self, text: str, missing: Exception | None = None) -> None:
        self.parsed = Protego.parse(text)
        self.missing = missing
        self.until = time.monotonic() + _FRESH
