"""Requests never leave the site: not by their address, and not by what its name is said to stand for."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.statscollectors import StatsCollector
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.defer import Deferred

from rudaw_scraper import counts
from rudaw_scraper.site import Site, is_private

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
            self._stats.inc_value(counts.OFFSITE)
            raise OffSite(f"{request.url} is not on {self._site.origin}")


class PublicNames:
    """Downloader middleware that refuses a public name which stands for a private address.

    Whoever answers for the name could else lead the crawler to services of the network it runs in. The answer is the
    one that the connection is made with: Scrapy keeps it.
    """

    def __init__(self, resolve: Callable[[str], Awaitable[str]], stats: StatsCollector) -> None:
        self._resolve = resolve
        self._stats = stats
        self._private: dict[str, str | None] = {}  # name -> its address, if that is private

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Ask the resolver that connections use."""
        from twisted.internet import reactor  # may only be imported once Scrapy has chosen it

        resolve: Callable[[str], Deferred[str]] = reactor.resolve  # type: ignore[assignment]  # annotated wrongly there
        return cls(lambda name: maybe_deferred_to_future(resolve(name)), crawler.stats)

    async def process_request(self, request: Request) -> None:
        """Refuse the request; one that goes through a proxy needs no address of the site."""
        host = urlsplit(request.url).hostname or ""
        if request.meta.get("proxy") or not request.url.startswith("http") or is_private(host):
            return  # StayOnSite lets a private host pass only if the user has named it
        if host not in self._private:
            self._private[host] = await self._private_address(host)
        address = self._private[host]
        if address is not None:
            self._stats.inc_value(counts.OFFSITE)
            raise OffSite(f"{host} stands for {address}, a private address; if that is meant, give it as --site")

    async def _private_address(self, host: str) -> str | None:
        try:
            address = await self._resolve(host)
        except Exception:  # the connection will fail in the same way, and say why
            return None
        return address if not ip_address(address).is_global else None
