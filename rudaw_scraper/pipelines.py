"""From page to line of output: thin skins over pure functions, in the order of ``ITEM_PIPELINES``.

A :class:`Page` goes in, a :class:`Draft` comes out of :class:`ReadPage`, an :class:`Article` out of
:class:`FindQuotes`. A page that gives no article is dropped by an exception named after the reason; the
extension :class:`rudaw_scraper.run.Run` keeps it.
"""

from __future__ import annotations

from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.statscollectors import StatsCollector

from rudaw_scraper.dates.normalise import normalise_dates
from rudaw_scraper.errors import InvalidRecord
from rudaw_scraper.layouts import read_page
from rudaw_scraper.page import Draft, Page
from rudaw_scraper.quotes.draft import add_quotes
from rudaw_scraper.record import Article
from rudaw_scraper.refused import DuplicateArticle, FailedPage, refusal, refusing
from rudaw_scraper.run import Run
from rudaw_scraper.validation import problems
from rudaw_scraper.writer import WriteError


class NotWritten(DropItem):
    """The article could not be written; the run ends."""


class ReadPage:
    """Read the fields of an article from its page."""

    def process_item(self, item: Page | FailedPage) -> Draft:
        """Return what the page says, dates still as printed."""
        if isinstance(item, FailedPage):
            raise refusal(item.reason, item.detail)
        with refusing():
            return read_page(item)


class DropDuplicates:
    """Let each article pass once per run, unless its content differs."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, str]] = set()

    def process_item(self, item: Draft) -> Draft:
        """Return the draft, or drop it as :class:`DuplicateArticle`."""
        key = (item.article.id, item.article.content_sha256)
        if key in self._seen:
            raise DuplicateArticle(f"{item.article.id} came with the same content before", log_level="INFO")
        self._seen.add(key)
        return item


class NormaliseDates:
    """Turn the dates as printed into calendar days and clock times."""

    def process_item(self, item: Draft) -> Draft:
        """Return the draft with its dates read."""
        return normalise_dates(item)


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
    """Write one line per article, and count what it holds."""

    def __init__(self, run: Run, stats: StatsCollector) -> None:
        self._run = run
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Write to the files of the run."""
        run = crawler.get_extension(Run)
        assert run is not None, "the setting EXTENSIONS lacks rudaw_scraper.run.Run"
        return cls(run, crawler.stats)

    def process_item(self, item: Article) -> Article:
        """Write the article; a full disk ends the run."""
        try:
            self._run.articles.write(item.to_dict())
        except WriteError as error:
            self._run.stop(error)
            raise NotWritten(str(error), log_level="DEBUG") from error
        self._count(item)
        return item

    def _count(self, article: Article) -> None:
        self._stats.inc_value("rudaw/articles")
        self._stats.inc_value(f"rudaw/articles/{article.edition}")
        self._stats.inc_value("rudaw/comments", len(article.comments))
        self._stats.inc_value("rudaw/quotes", len(article.quotes))
        self._stats.inc_value("rudaw/captions", len(article.captions))
        for code in article.warnings:
            self._stats.inc_value(f"rudaw/warnings/{code}")
