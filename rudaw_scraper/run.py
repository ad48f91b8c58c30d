"""One run of a spider: its folder, its files, its manifest, and the counts of what was refused."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector
from twisted.python.failure import Failure

from rudaw_scraper import counts
from rudaw_scraper.addresses import is_article_url, parse_address
from rudaw_scraper.drops import Refused
from rudaw_scraper.locks import RunLock
from rudaw_scraper.manifest import report_of, run_manifest, write_manifest
from rudaw_scraper.page import Page
from rudaw_scraper.recovery import recover
from rudaw_scraper.refused import FailedPage, RefusedPages
from rudaw_scraper.state import State
from rudaw_scraper.verdict import EARLIER_RUNS, problems
from rudaw_scraper.writer import JsonLinesFile, WriteError, cannot_write

logger = logging.getLogger(__name__)
_MOST_BLOCKED = 10  # block pages in a row


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
    """Scrapy extension that owns the output of a run and keeps every page that gave no article.

    ``state`` is what earlier runs have written, for a spider that goes on from there.
    """

    def __init__(self, folder: Path, crawler: Crawler, state: State | None = None, lock: RunLock | None = None) -> None:
        self.folder = folder
        self.state = state
        self._lock = lock
        self._started = datetime.now(UTC)
        self.articles = JsonLinesFile(folder / "articles.jsonl")
        self.articles.open()  # a folder that takes no files is known before the first page is fetched
        self.refused = RefusedPages(folder)
        self._crawler = crawler
        self._stats: StatsCollector = crawler.stats
        self._stats.set_value(counts.FOLDER, str(folder))
        self._closing: asyncio.Task[None] | None = None
        self._concluded = False
        self._blocked = (0, 0)  # block pages in a row, and the articles written before them

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Begin a run below the setting ``RUDAW_OUTPUT``, in a folder of the spider's ``run_name``.

        A spider that is ``incremental`` has the output for itself, and what a killed run left there is finished
        first. This is the one place where a failure ends the crawl before Scrapy has set anything in motion.
        """
        spider, output = crawler.spider, Path(crawler.settings["RUDAW_OUTPUT"])
        name = getattr(spider, "run_name", "all")
        state = lock = None
        if getattr(spider, "incremental", False):
            lock = RunLock(output / f"{name}.lock")
            lock.acquire(wait=getattr(spider, "wait", False))
        try:
            if lock is not None:
                state = State(output / f"{name}.sqlite")
                recover(output / name, state)
            folder = new_run_folder(output, name, datetime.now(UTC))
            if state is not None:
                state.begin_run(folder.name)
                setattr(spider, "state", state)  # noqa: B010 - of the spiders that are incremental
            run = cls(folder, crawler, state, lock)
        except BaseException:
            if state is not None:
                state.close()
            if lock is not None:
                lock.release()
            raise
        crawler.signals.connect(run.item_dropped, signal=signals.item_dropped)
        crawler.signals.connect(run.item_error, signal=signals.item_error)
        crawler.signals.connect(run.spider_error, signal=signals.spider_error)
        crawler.signals.connect(run.spider_closed, signal=signals.spider_closed)
        crawler.signals.connect(run.engine_stopped, signal=signals.engine_stopped)
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
        """Give the files their names."""
        for file in (self.refused, self.articles):
            try:
                file.close()
            except WriteError as error:
                self.stop(error)

    def conclude_if_open(self) -> None:
        """Bring a run to its end that was stopped before its spider was open, of which no signal tells."""
        if not self._concluded:
            self._stats.set_value("finish_reason", self._stats.get_value("finish_reason") or "shutdown")
            self.spider_closed()
            self.engine_stopped()

    def engine_stopped(self) -> None:
        """Come to the verdict, write the manifest, and let others have the output."""
        self._concluded = True
        try:
            self._conclude()
        except WriteError as error:
            self.stop(error)
            self._stats.set_value(counts.PROBLEMS, problems(self._stats.get_stats()))
        finally:
            if self.state is not None:
                self.state.close()
            if self._lock is not None:
                self._lock.release()

    def keep(self, item: Page | FailedPage, reason: str, detail: str) -> None:
        """Keep a page that gave no article and count it under its reason."""
        page = item.page if isinstance(item, FailedPage) else item
        self._stats.inc_value(counts.REFUSED + reason)
        self._note_block(reason)
        expected: dict[str, str] = getattr(self._crawler.spider, "expected_refusals", {})
        if expected.get(page.url) == reason:
            self._stats.inc_value(counts.EXPECTED)
            self._stats.inc_value(f"{counts.EXPECTED}/{reason}")
        try:
            if self.state is not None and self.state.refused(page.url, reason, _article_id(page.url)):
                self._stats.inc_value(counts.REPEATED)
            self.refused.keep(page, reason, detail)
        except WriteError as error:
            self.stop(error)

    def stop(self, error: WriteError) -> None:
        """End the run: its output cannot be written."""
        if self._stats.get_value(counts.WRITE_ERROR) is not None:
            return
        self._stats.set_value(counts.WRITE_ERROR, str(error))
        logger.error("%s", error)
        self._close("write_error")

    def _note_block(self, reason: str) -> None:
        """End the run if the site serves nothing but block pages: to go on would prove it right."""
        articles = self._stats.get_value(counts.ARTICLES, 0)
        in_a_row, before = self._blocked
        in_a_row = (in_a_row if articles == before else 0) + 1 if reason == "BlockPage" else 0
        self._blocked = (in_a_row, articles)
        if in_a_row == _MOST_BLOCKED and getattr(self._crawler.spider, "incremental", False):
            logger.error("The site has served %d block pages in a row; the run ends", in_a_row)
            self._close("blocked")

    def _close(self, reason: str) -> None:
        if self._crawler.crawling:
            self._closing = asyncio.ensure_future(self._crawler.engine.close_spider_async(reason=reason))

    def _conclude(self) -> None:
        spider, stats = self._crawler.spider, self._stats.get_stats()
        earlier = self.state.sound_reports(EARLIER_RUNS) if self.state is not None else []
        found = problems(stats, earlier)
        self._stats.set_value(counts.PROBLEMS, found)
        arguments: dict[str, Any] = getattr(spider, "arguments", {})
        manifest = run_manifest(self.folder, stats, arguments=arguments, started=self._started, problems=found)
        write_manifest(self.folder, manifest)
        if self.state is None:
            return
        if self._has_seen_everything():
            self.state.walked(getattr(spider, "scopes", ()), getattr(spider, "since", None))
        self.state.end_run(sound=not found, report=report_of(manifest))

    def _has_seen_everything(self) -> bool:
        failed = any(
            self._stats.get_value(name)
            for name in (counts.START_FAILED, counts.LISTING_FAILED, counts.WRITE_ERROR, counts.FAULTS)
        )
        in_order = self._stats.get_value("finish_reason") == "finished"
        return in_order and not failed and not getattr(self._crawler.spider, "is_partial", False)

    def _fault(self, item: Page | FailedPage, failure: Failure) -> None:
        if isinstance(failure.value, WriteError):
            self.stop(failure.value)
            return
        self._stats.inc_value(counts.FAULTS)
        self.keep(item, type(failure.value).__name__, str(failure.value))


def _article_id(url: str) -> str | None:
    return parse_address(url).id if is_article_url(url) else None
