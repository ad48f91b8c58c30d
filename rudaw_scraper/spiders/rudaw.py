"""Crawl Rudaw, or a copy of it, from its listings."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from rudaw_scraper import __version__
from rudaw_scraper.addresses import SITE, ArticleAddress, is_article_url, parse_address
from rudaw_scraper.listings import Listing, read_listing, section_of
from rudaw_scraper.page import Page
from rudaw_scraper.refused import FailedPage
from rudaw_scraper.run import EMPTY_EDITIONS, LISTED, START_FAILED
from rudaw_scraper.settings import BOT_NAME
from rudaw_scraper.site import Site
from rudaw_scraper.site_server import SiteServer
from rudaw_scraper.spiders import arguments
from rudaw_scraper.spiders.failures import explain

ARGUMENTS = ("edition", "section", "site", "limit", "delay", "concurrency", "contact", "output")
_ARTICLES_FIRST = 10  # an article is fetched before the next listing page, which keeps the queue short


class RudawSpider(Spider):
    """Follow the listings of the chosen editions and sections, and hand over each article's page once.

    The page itself is not read here: that is the pipelines' work.
    """

    name = "rudaw"

    def __init__(
        self,
        edition: str = "",
        section: str = "",
        site: str = SITE,
        limit: str | int | None = None,
        delay: str | float | None = None,
        concurrency: str | int | None = None,
        contact: str = "",
        output: str | None = None,
        **unknown: Any,
    ) -> None:
        super().__init__()
        arguments.refuse_unknown(self.name, unknown, ARGUMENTS)
        self.editions = arguments.editions(edition)
        self.sections = arguments.sections(section)
        self.limit = arguments.whole_number("limit", limit)
        self.delay = arguments.seconds("delay", delay)
        self.concurrency = arguments.whole_number("concurrency", concurrency)
        self.contact = arguments.contact(contact)
        self.output = output
        self.run_name = self.editions[0] if len(self.editions) == 1 else "all"
        self._server: SiteServer | None = None
        self.site = self._open_site(arguments.site_or_folder(site))
        self._seen: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Make the spider; its arguments for pace and output go before the project's settings."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        settings = spider.pace()
        contact = spider.contact or arguments.contact(crawler.settings.get("RUDAW_CONTACT", ""))
        if contact:
            settings["USER_AGENT"] = f"{BOT_NAME}/{__version__} (research crawler; +{contact})"
        if spider.output:
            settings["RUDAW_OUTPUT"] = spider.output
        for name, value in settings.items():
            crawler.settings.set(name, value, priority="spider")
        crawler.signals.connect(spider.spider_closed, signal=signals.spider_closed)
        return spider

    def pace(self) -> dict[str, Any]:
        """Return the settings that ``delay`` and ``concurrency`` stand for; at 0 nothing throttles."""
        settings: dict[str, Any] = {}
        if self.delay is not None:
            settings["DOWNLOAD_DELAY"] = settings["AUTOTHROTTLE_START_DELAY"] = self.delay
            settings["AUTOTHROTTLE_ENABLED"] = self.delay > 0
        if self.concurrency is not None:
            settings["CONCURRENT_REQUESTS"] = settings["CONCURRENT_REQUESTS_PER_DOMAIN"] = self.concurrency
            settings["AUTOTHROTTLE_TARGET_CONCURRENCY"] = float(self.concurrency)
        return settings

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the front page of each edition, or for the chosen sections."""
        for edition in self.editions:
            for section in self.sections or ((),):
                yield self._listing("/".join((self.site.origin, edition, *section)), first=True)

    def parse_listing(self, response: Response, known: frozenset[str], first: bool) -> Iterator[Any]:
        """Follow a listing: its articles, its further pages while they bring new ones, its sections.

        ``known`` are the articles on the listing's earlier pages; a page that shows only those is a repeated one.
        """
        if not isinstance(response, TextResponse):
            yield self._failed(response, "NoListing", "a listing was expected, and this is no text", first)
            return
        listing = read_listing(response.selector, response.url, self.site)
        ids = {link.address.id for link in listing.articles}
        self._count("rudaw/listings")
        yield from self._articles(listing)
        if self._full():
            return
        if ids - known:
            for url in listing.next_pages:
                yield self._listing(url, known | ids)
        if not self.sections:
            yield from self._sections(listing, response.url)

    def parse_article(self, response: Response, address: ArticleAddress) -> Iterator[Page]:
        """Hand over the page of an article as it came."""
        yield self._page(response, self._canonical(response.url, address.url))

    def failed(self, failure: Failure, url: str, first: bool = False) -> Iterator[FailedPage]:
        """Hand over what is known of a page that could not be fetched."""
        reason, detail = explain(failure.value)
        if first:
            self._count(START_FAILED)
        if isinstance(failure.value, HttpError):
            yield FailedPage(self._page(failure.value.response, url), reason, detail)
        else:
            yield FailedPage(Page(b"", url=url, fetched_at=datetime.now(UTC), source="live"), reason, detail)

    def spider_closed(self) -> None:
        """Note the editions that listed no article, and stop serving the folder that was crawled."""
        listed = self.crawler.stats.get_stats()
        empty = [edition for edition in self.editions if not listed.get(LISTED + edition)]
        if empty and not self._full():
            self.crawler.stats.set_value(EMPTY_EDITIONS, empty)
        if self._server is not None:
            self._server.stop()

    def _open_site(self, site: Site | Path) -> Site:
        if isinstance(site, Site):
            return site
        self._server = SiteServer(site).start()
        return Site.parse(self._server.url)

    def _listing(self, url: str, known: frozenset[str] = frozenset(), first: bool = False) -> Request:
        return Request(
            url,
            callback=self.parse_listing,
            errback=lambda failure: self.failed(failure, self.site.canonical(url), first),
            cb_kwargs={"known": known, "first": first},
        )

    def _articles(self, listing: Listing) -> Iterator[Request]:
        for link in listing.articles:
            address = link.address
            if address.id in self._seen or not self._wanted(address):
                continue
            if self._full():
                return
            self._seen.add(address.id)
            self._count(f"{LISTED}{address.edition.name}")
            yield self._article(link.url, address)

    def _article(self, url: str, address: ArticleAddress) -> Request:
        return Request(
            url,
            callback=self.parse_article,
            errback=lambda failure: self.failed(failure, address.url),
            cb_kwargs={"address": address},
            priority=_ARTICLES_FIRST,
        )

    def _sections(self, listing: Listing, here: str) -> Iterator[Request]:
        """Follow from an edition's front page to its sections, and from a section to its own sub-sections."""
        edition, path = section_of(here)
        for url in listing.sections:
            its_edition, its_path = section_of(url)
            if its_edition == edition and its_path[: len(path)] == path and its_path != path:
                yield self._listing(url)

    def _wanted(self, address: ArticleAddress) -> bool:
        if address.edition.name not in self.editions:
            return False
        path = tuple(segment.lower() for segment in address.section_path)
        return not self.sections or any(path[: len(section)] == section for section in self.sections)

    def _full(self) -> bool:
        return self.limit is not None and len(self._seen) >= self.limit

    def _canonical(self, fetched: str, listed: str) -> str:
        """Return the address of an article after redirects; the listed one if they led to no article."""
        url = self.site.canonical(fetched)
        return parse_address(url).url if is_article_url(url) else listed

    def _page(self, response: Response, url: str) -> Page:
        header = response.headers.get("Content-Type") or b"text/html"
        return Page(
            response.body,
            url=url,
            fetched_at=datetime.now(UTC),
            content_type=header.decode("latin-1"),
            source="live",
            source_url=response.url,
        )

    def _failed(self, response: Response, reason: str, detail: str, first: bool) -> FailedPage:
        if first:
            self._count(START_FAILED)
        return FailedPage(self._page(response, self.site.canonical(response.url)), reason, detail)

    def _count(self, name: str) -> None:
        self.crawler.stats.inc_value(name)
