"""One run of a spider: its folder, its files, and the counts of what was refused."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector
from twisted.python.failure import Failure

from rudaw_scraper.page import Page
from rudaw_scraper.refused import FailedPage, Refused, RefusedPages
from rudaw_scraper.writer import JsonLinesFile, WriteError, cannot_write

logger = logging.getLogger(__name__)

# Names in Scrapy's statistics; those that end in a slash are continued by a reason or an edition.
REFUSED = "rudaw/refused/"
FAULTS = "rudaw/faults"
WRITE_ERROR = "rudaw/write_error"
FOLDER = "rudaw/folder"
START_FAILED = "rudaw/start_failed"
LISTED = "rudaw/listed/"
EMPTY_EDITIONS = "rudaw/empty_editions"


def new_run_folder(output: Path, name: str, started: datetime) -> Path:
    """Make and return ``output/name/<UTC start>/``; a second run in the same second gets a number.

    Raises :class:`WriteError` if the folder cannot be made.
    """
    stamp = started.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for number in range(1, 1000):
        folder = output / name / (stamp if number == 1 else f"{stamp}-{number}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            if folder.is_dir():
                continue
            raise cannot_write(folder, FileExistsError(17, "a file of that name stands there")) from None
        except OSError as error:
            raise cannot_write(folder, error) from error
        return folder
    raise WriteError(f"{output / name} holds a thousand runs that started at {stamp}; something starts too many.")


class Run:
    """Scrapy extension that owns the output of a run and keeps every page that gave no article."""

    def __init__(self, folder: Path, crawler: Crawler) -> None:
        self.folder = folder
        self.articles = JsonLinesFile(folder / "articles.jsonl")
        self.articles.open()  # a folder that takes no files is known before the first page is fetched
        self.refused = RefusedPages(folder)
        self._crawler = crawler
        self._stats: StatsCollector = crawler.stats
        self._stats.set_value(FOLDER, str(folder))
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Begin a run below the setting ``RUDAW_OUTPUT``, in a folder of the spider's ``run_name``.

        This is the one place where a failure ends the crawl before Scrapy has set anything in motion.
        """
        output = Path(crawler.settings["RUDAW_OUTPUT"])
        folder = new_run_folder(output, getattr(crawler.spider, "run_name", "all"), datetime.now(UTC))
        run = cls(folder, crawler)
        crawler.signals.connect(run.item_dropped, signal=signals.item_dropped)
        crawler.signals.connect(run.item_error, signal=signals.item_error)
        crawler.signals.connect(run.spider_error, signal=signals.spider_error)
        crawler.signals.connect(run.spider_closed, signal=signals.spider_closed)
        logger.info("Writing to %s", folder)
        return run

    def item_dropped(self, item: Page | FailedPage, exception: DropItem) -> None:
        """Keep a refused page. Scrapy hands over the item as the spider gave it: the page."""
        if isinstance(exception, Refused):
            self.keep(item, type(exception).__name__, str(exception))

    def item_error(self, item: Page | FailedPage, failure: Failure) -> None:
        """Keep a page on which this program failed."""
        self._fault(item, failure)

    def spider_error(self, failure: Failure, response: Response | Failure) -> None:
        """Keep a page (a listing, as a rule) on which the spider failed."""
        if isinstance(response, Response):
            self._fault(Page(response.body, url=response.url, fetched_at=datetime.now(UTC)), failure)

    def spider_closed(self) -> None:
        """Give the files their names; a run that wrote nothing leaves no folder."""
        for file in (self.articles, self.refused):
            try:
                file.close()
            except WriteError as error:
                self.stop(error)
        if self.folder.is_dir() and not any(self.folder.iterdir()):  # nothing was written
            self.folder.rmdir()

    def keep(self, item: Page | FailedPage, reason: str, detail: str) -> None:
        """Keep a page that gave no article and count it under its reason."""
        self._stats.inc_value(REFUSED + reason)
        try:
            self.refused.keep(item.page if isinstance(item, FailedPage) else item, reason, detail)
        except WriteError as error:
            self.stop(error)

    def stop(self, error: WriteError) -> None:
        """End the run: its output cannot be written."""
        if self._stats.get_value(WRITE_ERROR) is not None:
            return
        self._stats.set_value(WRITE_ERROR, str(error))
        logger.error("%s", error)
        if self._crawler.crawling:
            self._closing = asyncio.ensure_future(self._crawler.engine.close_spider_async(reason="write_error"))

    def _fault(self, item: Page | FailedPage, failure: Failure) -> None:
        self._stats.inc_value(FAULTS)
        self.keep(item, type(failure.value).__name__, str(failure.value))
