"""Requests never leave the site."""

from __future__ import annotations

import logging
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.statscollectors import StatsCollector

from rudaw_scraper.site import Site

logger = logging.getLogger(__name__)


class OffSite(IgnoreRequest):
    """The request (often a redirect) would leave the site."""


class StayOnSite:
    """Downloader middleware that refuses requests to other hosts, other ports and other schemes.

    Scrapy's own off-site middleware looks at host names only, and lets requests with ``dont_filter`` pass.
    """

    def __init__(self, site: Site, stats: StatsCollector) -> None:
        self._site = site
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Guard the site of the spider; a spider without one makes no requests."""
        site = getattr(crawler.spider, "site", None)
        if site is None:
            raise NotConfigured
        return cls(site, crawler.stats)

    def process_request(self, request: Request) -> None:
        """Refuse a request that would leave the site."""
        if not self._site.contains(request.url):
            self._stats.inc_value("rudaw/offsite")
            raise OffSite(f"{request.url} is not on {self._site.origin}")
