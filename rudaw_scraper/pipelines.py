"""From page to line of output: thin skins over pure functions, in the order of ``ITEM_PIPELINES``.

A :class:`Page` goes in, a :class:`Draft` comes out of :class:`ReadPage`, an :class:`Article` out of
:class:`FindQuotes`. A page that gives no article is dropped by an exception named after the reason; the
extension :class:`rudaw_scraper.run.Run` keeps it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem, NotConfigured
from scrapy.statscollectors import StatsCollector

from rudaw_scraper import counts, not_found
from rudaw_scraper.dates.normalise import normalise_dates
from rudaw_scraper.drops import DuplicateArticle, Refused, refusal, refusing
from rudaw_scraper.errors import InvalidRecord
from rudaw_scraper.extract import read_page
from rudaw_scraper.fingerprint import fingerprint
from rudaw_scraper.not_found import draft_says_not_found, page_says_not_found
from rudaw_scraper.page import Draft, Page
from rudaw_scraper.quotes.draft import add_quotes
from rudaw_scraper.record import Article
from rudaw_scraper.refused import FailedPage
from rudaw_scraper.repeats import Repeats
from rudaw_scraper.run import Run
from rudaw_scraper.validation import problems
from rudaw_scraper.writer import WriteError

_MAY_BE_NOT_FOUND = ("UnknownLayout", "EmptyPage", "ListingPage")
# Readers take a day or two to comment: of younger articles the comments are counted apart.
_EARLY = timedelta(days=2)


class NotWritten(DropItem):
    """The article could not be written; the run ends."""


class Unchanged(DropItem):
    """An earlier run has written the article as it is now."""


class OutOfRange(DropItem):
    """The article was not published on the days that were asked for."""


class ReadPage:
    """Read the fields of an article from its page."""

    def process_item(self, item: Page | FailedPage) -> Draft:
        """Return what the page says, dates still as printed."""
        if isinstance(item, FailedPage):
            raise refusal(item.reason, item.detail)
        try:
            with refusing():
                draft = read_page(item)
        except Refused as error:
            words = page_says_not_found(item) if type(error).__name__ in _MAY_BE_NOT_FOUND else None
            if words is None:
                raise
            raise refusal(not_found.REASON, f"the page says {words!r}") from error
        words = draft_says_not_found(draft)
        if words is not None:
            raise refusal(not_found.REASON, f"the page says {words!r}")
        return draft


class DropDuplicates:
    """Let each article pass once per run, unless its content differs; for runs that keep no state."""

    def __init__(self) -> None:
        self._seen: set[int] = set()  # hashes: a long run has many

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Leave it to :class:`DropUnchanged` if there is a state, which knows without a memory that grows."""
        if _run_of(crawler).state is not None:
            raise NotConfigured
        return cls()

    def process_item(self, item: Draft) -> Draft:
        """Return the draft, or drop it as :class:`DuplicateArticle`."""
        key = hash((item.article.id, item.article.content_sha256))
        if key in self._seen:
            raise DuplicateArticle(f"{item.article.id} came with the same content before", log_level="INFO")
        self._seen.add(key)
        return item


class NormaliseDates:
    """Turn the dates as printed into calendar days and clock times."""

    def process_item(self, item: Draft) -> Draft:
        """Return the draft with its dates read."""
        return normalise_dates(item)


class KeepRange:
    """Let articles pass that were published between the spider's ``since`` and ``until``, or on an unknown day."""

    def __init__(self, since: date | None, until: date | None, run: Run, stats: StatsCollector) -> None:
        self._run = run
        self._since = since.isoformat() if since else ""
        self._until = until.isoformat() if until else "9999"
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the days from the spider; without any there is nothing to do."""
        since, until = (getattr(crawler.spider, name, None) for name in ("since", "until"))
        if since is None and until is None:
            raise NotConfigured
        return cls(since, until, _run_of(crawler), crawler.stats)

    def process_item(self, item: Draft) -> Draft:
        """Return the draft, or drop it as :class:`OutOfRange`."""
        day = item.article.date_published
        if day is not None and not self._since <= day <= self._until:
            self._stats.inc_value(counts.OUT_OF_RANGE)
            if self._run.state is not None:
                self._run.state.note_day(item.article.id, day)
            raise OutOfRange(f"published on {day}", log_level="DEBUG")
        return item


class DropUnchanged:
    """Let an article pass if it was not written before, or if its content differs from what was written."""

    def __init__(self, run: Run, stats: StatsCollector) -> None:
        self._run = run
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Compare with the run's state."""
        return cls(_run_of(crawler), crawler.stats)

    def process_item(self, item: Draft) -> Draft:
        """Return the draft, or drop it: as :class:`DuplicateArticle` if it was this run that has written it."""
        state = self._run.state
        before = state.last_line(item.article.id) if state is not None else None
        if state is None or before is None:
            return item
        digest, run = before
        if fingerprint(item.article.to_dict()) == digest:
            if run == state.run:
                raise DuplicateArticle(f"{item.article.id} came with the same content before", log_level="INFO")
            state.unchanged(item.article.id)
            self._stats.inc_value(counts.UNCHANGED)
            raise Unchanged(f"{item.article.id} is as it was", log_level="DEBUG")
        if digest:
            self._stats.inc_value(counts.CHANGED)
        return item


class FindQuotes:
    """Find the quotations of the body and their speakers."""

    def process_item(self, item: Draft) -> Article:
        """Return the finished article."""
        return add_quotes(item)


class ValidateRecord:
    """Let only records pass that keep the output contract."""

    def process_item(self, item: Article) -> Article:
        """Return the article, or refuse it as ``InvalidRecord``: a fault of this program."""
        found = problems(item.to_dict())
        if found:
            raise refusal(InvalidRecord.__name__, "; ".join(found[:5]))
        return item


class WriteArticle:
    """Write one line per article, note it in the state, and count what it holds."""

    def __init__(self, run: Run, stats: StatsCollector) -> None:
        self._run = run
        self._stats = stats
        self._repeats = {"headline": Repeats(), "body": Repeats()}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Write to the files of the run."""
        return cls(_run_of(crawler), crawler.stats)

    def process_item(self, item: Article) -> Article:
        """Write the article; a full disk ends the run."""
        record = item.to_dict()
        try:
            self._run.articles.write(record)
            if self._run.state is not None:  # a kill between these two lines: the next run reads the line
                self._run.state.written(record, fingerprint(record))
        except WriteError as error:
            self._run.stop(error)
            raise NotWritten(str(error), log_level="DEBUG") from error
        self._count(item)
        return item

    def close_spider(self) -> None:
        """Note how many articles have the same headline, and the same body."""
        for name, repeats in self._repeats.items():
            self._stats.set_value(counts.SAME + name, repeats.most())

    def _count(self, article: Article) -> None:
        count = self._stats.inc_value
        count(counts.ARTICLES)
        count(f"{counts.ARTICLES}/{article.edition}")
        count(counts.LAYOUT + article.layout)
        count("rudaw/comments", len(article.comments))
        count("rudaw/quotes", len(article.quotes))
        count("rudaw/captions", len(article.captions))
        for name, has in _fields(article).items():
            count(counts.FIELD_OF + name)
            count(counts.FIELD + name, int(has))
        self._repeats["headline"].add(article.headline or "")
        self._repeats["body"].add(article.body or "")
        for code in article.warnings:
            count(f"rudaw/warnings/{code}")


def _fields(article: Article) -> dict[str, bool]:
    """Return whether the article has what a research record should have."""
    published, fetched = article.date_published, date.fromisoformat(article.fetched_at[:10])
    early = published is not None and fetched - date.fromisoformat(published) < _EARLY
    return {
        "headline": article.headline is not None,
        "date_published": published is not None,
        "body": bool(article.body),
        "authors": bool(article.authors),
        "captions": bool(article.captions),
        "quotes": bool(article.quotes),
        "comments_early" if early else "comments": bool(article.comments),
    }


def _run_of(crawler: Crawler) -> Run:
    run = crawler.get_extension(Run)
    assert run is not None, "the setting EXTENSIONS lacks rudaw_scraper.run.Run"
    return run
