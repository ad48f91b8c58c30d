"""Crawl Rudaw, or a copy of it, from its listings."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from rudaw_scraper import counts
from rudaw_scraper.addresses import SITE, ArticleAddress, is_article_url, parse_address
from rudaw_scraper.discovery import FEED, OPTIONAL, SITEMAP, HtmlListing, Listing, NoListing
from rudaw_scraper.discovery.base import absolute, note_offsite
from rudaw_scraper.discovery.html import is_numbered_listing, section_of
from rudaw_scraper.discovery.sitemap import MOST_BYTES
from rudaw_scraper.not_found import REASON, leads_away
from rudaw_scraper.page import Page
from rudaw_scraper.refused import FailedPage
from rudaw_scraper.robots import sitemaps_named
from rudaw_scraper.site import Site
from rudaw_scraper.site_server import SiteServer, expected_refusals
from rudaw_scraper.spiders import arguments
from rudaw_scraper.spiders.failures import answer_in, explain, live_page, no_listing
from rudaw_scraper.spiders.findings import Findings
from rudaw_scraper.spiders.own_settings import own_settings
from rudaw_scraper.spiders.scope import Scope, category_of
from rudaw_scraper.spiders.walks import MOST_LEVELS, Walk
from rudaw_scraper.state import Known, State

ARGUMENTS = (
    "edition", "section", "since", "until", "site", "limit", "delay", "concurrency", "recheck", "wait",
    "save_warc", "contact", "output",
)  # fmt: skip
_ARTICLES_FIRST = 10  # an article is fetched before the next listing page, which keeps the queue short
_GONE = ("Http404", "Http410")
_PAGES = HtmlListing()


class RudawSpider(Spider):
    """Follow the listings of the chosen editions and sections, and hand over each article's page once.

    The page itself is not read here: that is the pipelines' work. Articles that an earlier run has written are
    asked for again only if they may have changed.
    """

    name = "rudaw"
    incremental = True

    def __init__(
        self,
        edition: str = "",
        section: str = "",
        since: str | None = None,
        until: str | None = None,
        site: str = SITE,
        limit: str | int | None = None,
        delay: str | float | None = None,
        concurrency: str | int | None = None,
        recheck: str = "",
        wait: str | bool = "",
        save_warc: str | bool = "",
        contact: str = "",
        output: str | None = None,
        **unknown: Any,
    ) -> None:
        super().__init__()
        arguments.refuse_unknown(self.name, unknown, ARGUMENTS)
        self.since, self.until = arguments.day("since", since), arguments.day("until", until)
        self.scope = Scope(arguments.editions(edition), arguments.sections(section), self.since, self.until)
        self.scopes = self.scope.names
        self.limit = arguments.whole_number("limit", limit)
        self.delay = arguments.seconds("delay", delay)
        self.concurrency = arguments.whole_number("concurrency", concurrency)
        self.recheck = arguments.recheck(recheck)
        self.wait = arguments.yes("wait", wait)
        self.save_warc = arguments.yes("save_warc", save_warc)
        self.contact = arguments.contact(contact)
        self.output = output
        self.run_name = self.scope.editions[0] if len(self.scope.editions) == 1 else "all"
        given = (edition, section, since, until, site, limit, delay, concurrency, recheck)
        named = zip(ARGUMENTS, given, strict=False)  # the others say nothing of what is in the output
        self.arguments = {name: value for name, value in named if value not in ("", None)}
        self.state: State | None = None  # set by the extension Run
        self.expected_refusals: dict[str, str] = {}
        self._server: SiteServer | None = None
        self.site = self._open_site(arguments.site_or_folder(site))
        self._seen: set[int] = set()  # hashes of ids: a long run meets many
        self._asked = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Make the spider; its arguments for pace and output go before the project's settings."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        for name, value in own_settings(spider, crawler.settings).items():
            crawler.settings.set(name, value, priority="spider")
        crawler.signals.connect(spider.spider_closed, signal=signals.spider_closed)
        crawler.signals.connect(spider.sitemaps_named, signal=sitemaps_named)
        return spider

    @property
    def is_partial(self) -> bool:
        """Whether there is more on the site than this run asks for, of the days since ``since``."""
        return self.until is not None or self._full()

    @cached_property
    def _findings(self) -> Findings:
        return Findings(self.crawler.stats, self.site)

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the front pages or the chosen sections, for what else lists articles, and for old acquaintances."""
        for name in self.scopes:
            yield self._listing(f"{self.site.origin}/{name}", Walk(_PAGES, name, (name,), first=True))
        for request in chain(self._optional_listings(), self._again()):
            yield request

    def sitemaps_named(self, urls: list[str], base: str) -> None:
        """Ask for the sitemaps that robots.txt names."""
        offsite: dict[str, str] = {}
        for url in (absolute(base, url) for url in urls):
            target = self.site.localise(url)
            if target is None:
                note_offsite(offsite, url, self.site)
                continue
            walk = Walk(SITEMAP, "", self.scopes, optional=True, found="named by robots.txt")
            self.crawler.engine.crawl(self._listing(target, walk))
        self._findings.offsite(offsite)

    def parse_listing(self, response: Response, walk: Walk) -> Iterator[Any]:
        """Follow a listing: its articles, its further pages while they bring new ones, its sections."""
        try:
            listing = walk.source.read(response, self.site)
        except NoListing as error:
            yield from self._no_listing(response, walk, "NoListing", str(error))
            return
        refused = no_listing(response) if not listing.articles and isinstance(walk.source, HtmlListing) else None
        if refused:
            yield from self._no_listing(response, walk, *refused)
            return
        if walk.optional and not walk.pages:
            self._findings.source(walk, response.url, f"used: {len(listing.articles)} articles on its first page")
        self._count(counts.LISTINGS)
        self._findings.offsite(listing.offsite)
        yield from self._articles(listing)
        yield from self._onward(listing, walk, response.url)

    def parse_article(self, response: Response, address: ArticleAddress) -> Iterator[Page | FailedPage]:
        """Hand over the page of an article as it came; 304 says that it is as it was."""
        if response.status == 304:
            if self.state is not None:
                self.state.unchanged(address.id)
            self._count(counts.UNCHANGED)
            return
        away = leads_away(address.url, response.url) if not is_article_url(self.site.canonical(response.url)) else None
        if away is not None:
            yield FailedPage(live_page(response, address.url), REASON, f"the address leads to {away}")
            return
        url = self._canonical(response.url, address.url)
        self._note(response, address, parse_address(url))
        yield live_page(response, url)

    def failed(self, failure: Failure, url: str, walk: Walk | None = None) -> Iterator[FailedPage | Request]:
        """Hand over what is known of a page that could not be fetched; a section may be at its newer address."""
        reason, detail = explain(failure.value)
        newer = category_of(walk.name) if walk is not None and walk.first and reason in _GONE else None
        if walk is not None and newer and not url.endswith(f"/{newer}"):
            yield self._listing(f"{self.site.origin}/{newer}", walk)
            return
        if walk is not None and walk.optional:
            self._findings.source(walk, url, f"not used: {detail}")
            if walk.pages:
                self._count(counts.LISTING_FAILED)
            else:
                return
        elif walk is not None:
            self._count(counts.START_FAILED if walk.first else counts.LISTING_FAILED)
        page = Page(b"", url=url, fetched_at=datetime.now(UTC), source="live")
        answer = answer_in(failure.value)
        if answer is not None:
            page = live_page(answer, url)
        yield FailedPage(page, reason, detail)

    def spider_closed(self) -> None:
        """Note the editions that listed no article, and stop serving the folder that was crawled."""
        listed = self.crawler.stats.get_stats()
        empty = [edition for edition in self.scope.editions if not listed.get(counts.LISTED + edition)]
        if empty and not self._full():
            self.crawler.stats.set_value(counts.EMPTY_EDITIONS, empty)
        if self._server is not None:
            self._server.stop()

    def _open_site(self, site: Site | Path) -> Site:
        if isinstance(site, Site):
            return site
        self._server = SiteServer(site).start()
        opened = Site.parse(self._server.url)
        refusals = expected_refusals(site)
        self.expected_refusals = {opened.canonical(opened.origin + path): why for path, why in refusals.items()}
        return opened

    def _optional_listings(self) -> Iterator[Request]:
        for source in OPTIONAL:
            for edition in self.scope.editions if source.per_edition else self.scope.editions[:1]:
                walk = Walk(source, "", self.scopes, optional=True)
                if source.per_edition:
                    walk = Walk(source, edition, self.scope.names_in(edition), optional=True)
                yield self._listing(source.start(self.site, edition), walk)

    def _again(self) -> Iterator[Request]:
        """Ask for what an earlier run could not get, and for young articles that no listing need show any more."""
        if self.state is None or self.limit is not None:
            return
        for key, url in [*self.state.to_try_again(), *self.state.due(self.scope.editions, self.recheck)]:
            target = self.site.localise(url)
            if target is None or not is_article_url(url) or hash(key) in self._seen:
                continue
            address = parse_address(url)
            if self._wanted(address, address.day):
                self._seen.add(hash(key))
                yield self._article(target, address, self.state.known(key, self.recheck))

    def _listing(self, url: str, walk: Walk) -> Request:
        return Request(
            url,
            callback=self.parse_listing,
            errback=partial(self.failed, url=self.site.canonical(url), walk=walk),
            cb_kwargs={"walk": walk},
            meta=_meta(walk),
        )

    def _articles(self, listing: Listing) -> Iterator[Request]:
        for link in listing.articles:
            address = link.address
            if hash(address.id) in self._seen or not self._wanted(address, link.day):
                continue
            if self._full():
                return
            self._seen.add(hash(address.id))
            self._count(f"{counts.LISTED}{address.edition.name}")
            known = self.state.known(address.id, self.recheck) if self.state is not None else None
            if known is not None and not known.due:
                self._count(counts.KNOWN)
                continue
            yield self._article(link.url, address, known)

    def _article(self, url: str, address: ArticleAddress, known: Known | None) -> Request:
        self._asked += 1
        headers = {}
        if known is not None and known.etag:
            headers["If-None-Match"] = known.etag
        if known is not None and known.modified:
            headers["If-Modified-Since"] = known.modified
        return Request(
            url,
            callback=self.parse_article,
            errback=partial(self.failed, url=address.url),
            cb_kwargs={"address": address},
            headers=headers,
            meta={"handle_httpstatus_list": [304]} if headers else None,
            priority=_ARTICLES_FIRST,
            dont_filter=True,  # each article is asked for once; one that redirects to another is looked at all the same
        )

    def _onward(self, listing: Listing, walk: Walk, here: str) -> Iterator[Request]:
        """Ask for the listing's further pages, and from a page of the site for the sections below it."""
        if self._full():
            return
        last_walk = self._last_walk(walk)
        wanted = [link for link in listing.articles if self.scope.holds(link.address)]
        stop = walk.why_stop(listing, wanted, self.state, last_walk, self.since)
        if stop is None:
            for url in listing.next_pages:
                yield self._listing(url, walk)
        else:
            self.logger.debug("%s is not followed further: %s", here, stop)
        seen_to = self._day_of_walk(last_walk)
        for url, day in listing.parts if walk.pages <= MOST_LEVELS else ():
            if day is None or day >= max(self.since or date.min, seen_to):
                yield self._listing(url, Walk(walk.source, walk.name, walk.scopes, optional=True, pages=walk.pages))
        for url in listing.feeds:
            yield self._listing(url, Walk(FEED, walk.name, walk.scopes, optional=True, found="named by a page"))
        if isinstance(walk.source, HtmlListing) and not self.scope.sections:
            yield from self._sections(listing, here, walk)

    def _sections(self, listing: Listing, here: str, walk: Walk) -> Iterator[Request]:
        """Follow from an edition's front page to its sections, and from a section to its own sub-sections."""
        edition, path = section_of(here)
        for url in listing.sections:
            its_edition, its_path = section_of(url)
            below = its_edition == edition and its_path[: len(path)] == path and its_path != path
            if below or (not path and is_numbered_listing(url)):
                yield self._listing(url, Walk(_PAGES, walk.name, walk.scopes))

    def _wanted(self, address: ArticleAddress, day: date | None) -> bool:
        """Tell whether an article is asked for; ``day`` is what address or listing say, an earlier run may know it."""
        if not self.scope.holds(address):
            return False
        if day is None and self.state is not None and (self.since or self.until):
            day = self.state.day(address.id)
        return self.scope.spans(day)

    def _last_walk(self, walk: Walk) -> int:
        """Return the latest run that has seen all of a listing; 0 if known articles are to be read again anyway."""
        if self.state is None or self.recheck.mode == "all":
            return 0
        return min((self.state.last_walk(name, self.since) for name in walk.scopes), default=0)

    def _day_of_walk(self, run: int) -> date:
        """Return the day before a run began: what changed earlier has been seen."""
        return self.state.day_before(run) if run and self.state is not None else date.min

    def _full(self) -> bool:
        return self.limit is not None and self._asked >= self.limit

    def _canonical(self, fetched: str, listed: str) -> str:
        """Return the address of an article after redirects; the listed one if they led to no article."""
        url = self.site.canonical(fetched)
        return parse_address(url).url if is_article_url(url) else listed

    def _note(self, response: Response, listed: ArticleAddress, given: ArticleAddress) -> None:
        """Tell the state under which other id an article is listed, and how to ask next time whether it changed."""
        if self.state is None:
            return
        if listed.id != given.id:
            self.state.alias(listed.id, given.id)
        validators = (response.headers.get(name) for name in ("ETag", "Last-Modified"))
        etag, modified = (value.decode("latin-1") if value else None for value in validators)
        self.state.note_validators(given.id, (etag, modified))

    def _no_listing(self, response: Response, walk: Walk, reason: str, detail: str) -> Iterator[FailedPage]:
        if walk.optional and not walk.pages:
            self._findings.source(walk, response.url, f"not used: {detail}")
            return
        self._count(counts.START_FAILED if walk.first else counts.LISTING_FAILED)
        yield FailedPage(live_page(response, self.site.canonical(response.url)), reason, detail)

    def _count(self, name: str) -> None:
        self.crawler.stats.inc_value(name)


def _meta(walk: Walk) -> dict[str, Any]:
    """Return what is special about asking for a listing: the site need not have it, sitemaps are larger than pages."""
    meta: dict[str, Any] = {"max_retry_times": 0} if walk.optional and not walk.pages else {}
    return meta | ({"download_maxsize": MOST_BYTES} if walk.source is SITEMAP else {})
