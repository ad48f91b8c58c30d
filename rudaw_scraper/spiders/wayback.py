"""Fetch archived pages from a web archive: its index first, then the captures chosen from it."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from rudaw_scraper import __version__, counts, settings
from rudaw_scraper.archives import cdx as cdx_index
from rudaw_scraper.archives.captures import capture_of
from rudaw_scraper.archives.cdx import Capture, Wanted
from rudaw_scraper.archives.framing import Warc
from rudaw_scraper.archives.http_body import decode_body
from rudaw_scraper.archives.packed import Gzip, records_in_packed
from rudaw_scraper.archives.replay import Origins, capture_time, replay_address
from rudaw_scraper.errors import NotAnArticle
from rudaw_scraper.page import Page
from rudaw_scraper.refused import FailedPage
from rudaw_scraper.spiders import arguments
from rudaw_scraper.spiders.failures import explain

ARGUMENTS = (
    "edition", "section", "start", "end", "published", "index", "cdx", "replay", "per_article", "limit", "delay",
    "contact", "output",
)  # fmt: skip
WAYBACK = "https://web.archive.org/cdx/search/cdx"
COMMON_CRAWL = "https://index.commoncrawl.org/collinfo.json"
COMMON_CRAWL_DATA = "https://data.commoncrawl.org/"
DELAY = 0.5  # seconds between replays: few a second
_QUERY_DELAYS = 5  # as many times the delay between two queries: under one in two seconds
_LARGEST_ANSWER = 256 * 1024 * 1024  # bytes; an index in one piece is larger than any page
_ARTICLES_FIRST = 10
_NOTHING = 404


class WaybackSpider(Spider):
    """Ask the index of a web archive for captures of articles, choose among them, and hand over their pages.

    ``start`` and ``end`` are times of capture, ``published`` is when the article appeared (by its address), each
    ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. ``index`` is ``wayback`` (a CDX server with replay) or ``cc`` (Common
    Crawl: the captures are read from its WARC files).
    """

    name = "wayback"
    run_name = "wayback"
    custom_settings = {  # noqa: RUF012 - Scrapy's own way
        "ROBOTSTXT_OBEY": False,  # it is about search engines; the index is made for programs, the pages are asked for
        "AUTOTHROTTLE_ENABLED": False,  # the pace is fixed, and slower
        "DOWNLOAD_TIMEOUT": 60,  # archives are slow
        "RETRY_TIMES": 4,
        "RUDAW_RETRY_PAUSE": 5.0,
        "RUDAW_TOO_MANY_PAUSE": 60.0,  # it shuts those out for an hour who do not wait
        "RUDAW_LONGEST_WAIT": 3600.0,  # the Wayback Machine may ask for an hour
        "DOWNLOADER_MIDDLEWARES": settings.DOWNLOADER_MIDDLEWARES
        | {
            "rudaw_scraper.unpacking.Unpack": None,  # replays keep headers of bodies that were decoded long ago
        },
    }

    def __init__(
        self,
        edition: str = "",
        section: str = "",
        start: str = "",
        end: str = "",
        published: str = "",
        index: str = "wayback",
        cdx: str = "",
        replay: str = "",
        per_article: str | int | None = None,
        limit: str | int | None = None,
        delay: str | float | None = None,
        contact: str = "",
        output: str | None = None,
        **unknown: Any,
    ) -> None:
        super().__init__()
        arguments.refuse_unknown(self.name, unknown, ARGUMENTS)
        if index not in ("wayback", "cc"):
            raise arguments.BadArgument(f"index: {index!r} is none; choose wayback or cc.")
        self.prefixes = _prefixes(edition, section)
        self.wanted = Wanted(_time("from", start), _time("to", end), _time("published", published))
        self.common_crawl = index == "cc"
        self.cdx = _web_address("cdx", cdx or (COMMON_CRAWL if self.common_crawl else WAYBACK))
        if self.common_crawl and not urlsplit(self.cdx).path.strip("/"):
            self.cdx = self.cdx.rstrip("/") + "/collinfo.json"
        own = "{0.scheme}://{0.netloc}/web/".format(urlsplit(self.cdx))
        self.replay = (
            _web_address("replay", replay or (COMMON_CRAWL_DATA if self.common_crawl else own)).rstrip("/") + "/"
        )
        self.site = Origins((self.cdx, self.replay))
        self.per_article = arguments.whole_number("per_article", per_article)
        self.limit = arguments.whole_number("limit", limit)
        pause = arguments.seconds("delay", delay)
        self.delay = DELAY if pause is None else pause
        self.contact = arguments.contact(contact)
        self.output = output
        self._choice = cdx_index.Choice(self.per_article)
        self._asked = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Make the spider and set its pace: one request at a time, pauses of their own for index and replays."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        own: dict[str, Any] = {
            "CONCURRENT_REQUESTS": 1,
            "DOWNLOAD_DELAY": spider.delay,
            "DOWNLOAD_SLOTS": {
                "index": {"concurrency": 1, "delay": _QUERY_DELAYS * spider.delay, "jitter": 0},
                "replay": {"concurrency": 1, "delay": spider.delay, "jitter": 0},
            },
        }
        contact = spider.contact or arguments.contact(crawler.settings.get("RUDAW_CONTACT", ""))
        if contact:
            own["USER_AGENT"] = f"{settings.BOT_NAME}/{__version__} (research; +{contact})"
        if spider.output:
            own["RUDAW_OUTPUT"] = spider.output
        for name, value in own.items():
            crawler.settings.set(name, value, priority="spider")
        crawler.signals.connect(spider.spider_idle, signal=signals.spider_idle)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """Ask the index for each edition and section."""
        if self.common_crawl and self.cdx.endswith("collinfo.json"):
            yield self._query(self.cdx, self.parse_collections)
            return
        for prefix in self.prefixes:
            if self.common_crawl:
                yield self._pages(self.cdx, prefix)
            else:
                yield self._rows(prefix)

    def parse_collections(self, response: Response) -> Iterator[Any]:
        """Ask each of Common Crawl's indexes that may hold what is wanted for its number of pages."""
        try:
            apis = cdx_index.read_collections(_body(response), self.wanted)
        except NotAnArticle as error:
            yield self._no_index(response, error)
            return
        for api in apis:
            if self.site.contains(api):
                yield from (self._pages(api, prefix) for prefix in self.prefixes)

    def parse_pages(self, response: Response, api: str, prefix: str) -> Iterator[Any]:
        """Ask for the pages of one of Common Crawl's indexes."""
        if _holds_nothing(response):
            return
        try:
            pages = cdx_index.read_pages(_body(response))
        except NotAnArticle as error:
            yield self._no_index(response, error)
            return
        for page in range(pages):
            url = cdx_index.page_query(api, prefix, self.wanted, page)
            yield self._query(url, self.parse_captures, prefix=prefix, resume_key=None)

    def parse_captures(self, response: Response, prefix: str, resume_key: str | None) -> Iterator[Any]:
        """Fetch the captures chosen from a part of the index, and ask for the next part.

        ``resume_key`` is the one that this part was asked for with, ``None`` where there is no next part.
        """
        if _holds_nothing(response):
            return
        try:
            answer = cdx_index.read_answer(_body(response))
        except NotAnArticle as error:
            yield self._no_index(response, error)
            return
        captures = [capture for capture in answer.captures if self.wanted.includes(capture)]
        self.crawler.stats.inc_value("rudaw/captures", len(captures))
        yield from self._fetch(self._choice.ready(captures))
        if self._full() or resume_key is None:
            return
        if answer.resume_key and answer.resume_key != resume_key:
            yield self._rows(prefix, answer.resume_key)
        elif not resume_key and answer.rows >= cdx_index.ROWS:  # a server without resume keys has cut its answer off
            url = cdx_index.query(self.cdx, prefix, self.wanted, rows=None)
            yield self._query(url, self.parse_captures, prefix=prefix, resume_key=None)

    def parse_replay(self, response: Response, capture: Capture) -> Iterator[Page | FailedPage]:
        """Hand over a page as it was archived."""
        header = (response.headers.get("Content-Type") or b"text/html").decode("latin-1")
        moment = capture_time(response.headers.get("Memento-Datetime"), response.url, capture.timestamp)
        page = Page(response.body, capture.original, moment, header, "wayback", response.url)
        try:
            page.content = _body(response)
        except NotAnArticle as error:
            yield FailedPage(page, type(error).__name__, str(error))
            return
        yield page

    def parse_record(self, response: Response, capture: Capture) -> Iterator[Page | FailedPage]:
        """Hand over the page in a WARC record that was fetched by its place in the file."""
        passed: Counter[str] = Counter()
        for record in records_in_packed(io.BytesIO(response.body), Gzip(), Warc(), passed):
            found = capture_of(record)
            if not isinstance(found, str):
                (found.page if isinstance(found, FailedPage) else found).source_url = response.url
                yield found
                return
            passed[found] += 1
        why = ", ".join(name for name, count in passed.items() if count) or "the answer is empty"
        yield FailedPage(self._bare(response, capture.original), "DamagedRecord", f"no page in the record ({why})")

    def failed(self, failure: Failure, url: str, capture: Capture | None = None) -> Iterator[FailedPage]:
        """Hand over what is known of an answer that did not come."""
        reason, detail = explain(failure.value)
        if capture is None:
            self.crawler.stats.inc_value(counts.START_FAILED)
        address = capture.original if capture else url
        if isinstance(failure.value, HttpError):
            yield FailedPage(self._bare(failure.value.response, address), reason, detail)
        else:
            yield FailedPage(Page(b"", address, datetime.now(UTC), source="wayback", source_url=url), reason, detail)

    def spider_idle(self) -> None:
        """Fetch what was waited with until the index was read."""
        requests = list(self._fetch(self._choice.rest()))
        for request in requests:
            self.crawler.engine.crawl(request)
        if requests:
            raise DontCloseSpider

    def _rows(self, prefix: str, resume_key: str = "") -> Request:
        url = cdx_index.query(self.cdx, prefix, self.wanted, resume_key=resume_key)
        return self._query(url, self.parse_captures, prefix=prefix, resume_key=resume_key)

    def _pages(self, api: str, prefix: str) -> Request:
        url = cdx_index.page_query(api, prefix, self.wanted, None)
        return self._query(url, self.parse_pages, api=api, prefix=prefix)

    def _query(self, url: str, callback: Callable[..., Any], **arguments_: Any) -> Request:
        return Request(
            url,
            callback=callback,
            errback=lambda failure: self.failed(failure, url),
            cb_kwargs=arguments_,
            meta={"download_slot": "index", "download_maxsize": _LARGEST_ANSWER, "handle_httpstatus_list": [404]},
            dont_filter=True,
        )

    def _fetch(self, captures: Iterable[Capture]) -> Iterator[Request]:
        for capture in captures:
            if self._full():
                return
            self._asked += 1
            yield self._capture(capture)

    def _capture(self, capture: Capture) -> Request:
        url, headers, callback = replay_address(self.replay, capture), {}, self.parse_replay
        if self.common_crawl:
            url, callback = self.replay + capture.filename, self.parse_record
            headers = {"Range": f"bytes={capture.offset}-{capture.offset + capture.length - 1}"}
        return Request(
            url,
            headers=headers,
            callback=callback,
            errback=lambda failure: self.failed(failure, url, capture),
            cb_kwargs={"capture": capture},
            meta={"download_slot": "replay"},
            priority=_ARTICLES_FIRST,
            dont_filter=True,
        )

    def _full(self) -> bool:
        return self.limit is not None and self._asked >= self.limit

    def _bare(self, response: Response, url: str) -> Page:
        header = (response.headers.get("Content-Type") or b"text/html").decode("latin-1")
        return Page(response.body, url, datetime.now(UTC), header, "wayback", response.url)

    def _no_index(self, response: Response, error: Exception) -> FailedPage:
        self.crawler.stats.inc_value(counts.START_FAILED)
        return FailedPage(self._bare(response, response.url), type(error).__name__, str(error))


def _body(response: Response) -> bytes:
    """Return an answer's body, decoded as far as it is coded. Raises the errors of :func:`decode_body`."""
    return decode_body(response.body, "", (response.headers.get("Content-Encoding") or b"").decode("latin-1"))


def _holds_nothing(response: Response) -> bool:
    """Tell whether an index says, as pywb does with status 404, that it has no captures."""
    return response.status == _NOTHING and response.body.lstrip().startswith(b"{")


def _prefixes(edition: str, section: str) -> list[str]:
    return cdx_index.prefixes(arguments.editions(edition), arguments.sections(section))


def _time(name: str, text: str) -> str:
    digits = cdx_index.digits_of(text) if text else ""
    if digits is None:
        raise arguments.BadArgument(f"{name}: {text!r} is no month; write it like 2017-07.")
    return digits


def _web_address(name: str, text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise arguments.BadArgument(f"{name}: {text!r} is not a web address.")
    return text
