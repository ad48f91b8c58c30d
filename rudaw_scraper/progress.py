"""A progress bar for people; on anything but a terminal there are only log lines."""

from __future__ import annotations

from functools import cache
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http.request import NO_CALLBACK


@cache
def error_console() -> Console:
    """Return the console of standard error, which the bar and the log lines above it share."""
    return Console(stderr=True)


class ProgressBar:
    """Scrapy extension that shows pages done of pages known, articles and refusals while a crawl runs."""

    def __init__(self, console: Console) -> None:
        self._articles = 0
        self._refused = 0
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("pages"),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TextColumn("{task.fields[found]}"),
            TimeElapsedColumn(),
            console=console,
        )
        self._task = self._progress.add_task("pages", total=0, found="")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Show the bar if the setting ``RUDAW_PROGRESS`` says so: the command sets it on a terminal."""
        if not crawler.settings.getbool("RUDAW_PROGRESS"):
            raise NotConfigured
        bar = cls(error_console())
        crawler.signals.connect(bar.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(bar.request_scheduled, signal=signals.request_scheduled)
        crawler.signals.connect(bar.request_left_downloader, signal=signals.request_left_downloader)
        crawler.signals.connect(bar.item_scraped, signal=signals.item_scraped)
        crawler.signals.connect(bar.item_dropped, signal=signals.item_dropped)
        crawler.signals.connect(bar.item_dropped, signal=signals.item_error)
        crawler.signals.connect(bar.spider_closed, signal=signals.spider_closed)
        return bar

    def spider_opened(self) -> None:
        """Show the bar."""
        self._progress.start()

    def request_scheduled(self) -> None:
        """Count a page that is to come."""
        self._progress.update(self._task, total=(self._progress.tasks[0].total or 0) + 1)

    def request_left_downloader(self, request: Request) -> None:
        """Count a page that came or failed; robots.txt, which nobody scheduled, has no callback."""
        if request.callback is not NO_CALLBACK:
            self._progress.advance(self._task)

    def item_scraped(self) -> None:
        """Count an article."""
        self._articles += 1
        self._show()

    def item_dropped(self) -> None:
        """Count a page that gave no article."""
        self._refused += 1
        self._show()

    def spider_closed(self) -> None:
        """Leave the finished bar standing."""
        self._progress.stop()

    def _show(self) -> None:
        found = f"{self._articles} articles" + (f", {self._refused} refused" if self._refused else "")
        self._progress.update(self._task, found=found)
