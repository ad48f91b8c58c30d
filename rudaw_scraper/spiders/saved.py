"""Read pages that are saved on disk."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from rudaw_scraper.page import Page
from rudaw_scraper.refused import FailedPage
from rudaw_scraper.saved_pages import (
    MappedPage,
    address_in_page,
    content_type_of,
    file_time,
    find_files,
    read_bytes,
    read_url_map,
    time_in_page,
)
from rudaw_scraper.spiders import arguments

# No site is asked for anything.
_PACE = {
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "CONCURRENT_REQUESTS": 4,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 4,
}
_FILES_AT_A_TIME = 16  # a shutdown waits for these; a request costs as much time as half a page
ARGUMENTS = ("paths", "url", "url_map", "fetched_at", "output")


class SavedSpider(Spider):
    """Hand over files and folders of saved pages, each with the address and the time that it had.

    The address comes from ``url`` (one file), from ``url_map``, or from the page itself; the time from ``url_map``,
    ``fetched_at``, the page, or the file. ``paths`` are separated by line breaks.
    """

    name = "saved"
    run_name = "saved"

    def __init__(
        self,
        paths: str = "",
        url: str = "",
        url_map: str = "",
        fetched_at: str = "",
        output: str | None = None,
        **unknown: Any,
    ) -> None:
        super().__init__()
        arguments.refuse_unknown(self.name, unknown, ARGUMENTS)
        self.paths = [Path(line) for line in paths.splitlines() if line]
        if not self.paths:
            raise arguments.BadArgument("paths: name at least one file or folder of saved pages.")
        for path in self.paths:
            if not path.exists():
                raise arguments.BadArgument(f"paths: {str(path)!r} does not exist.")
        if url and (len(self.paths) > 1 or self.paths[0].is_dir()):
            raise arguments.BadArgument("url: it is the address of one page; for several files use url_map.")
        self.url = url
        self.fetched_at = arguments.moment("fetched_at", fetched_at) if fetched_at else None
        self.mapped = read_url_map(Path(url_map)) if url_map else {}
        self.output = output

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Make the spider; its argument for the output goes before the project's settings."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        settings = _PACE | ({"RUDAW_OUTPUT": spider.output} if spider.output else {})
        for name, value in settings.items():
            crawler.settings.set(name, value, priority="spider")
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the files, a few at a time, and for no more than can be worked on.

        They go through a request for nothing (``data:,1``): a shutdown would hang on items handed over right here,
        since Scrapy 2.19 does not look again whether it can close when such an item is done.
        """
        files = find_files(self.paths)
        for number, some in enumerate(iter(lambda: list(islice(files, _FILES_AT_A_TIME)), []), 1):
            if self.crawler.engine.needs_backout():
                await self.crawler.signals.wait_for(signals.scheduler_empty)
            yield Request(f"data:,{number}", callback=self.parse_files, cb_kwargs={"files": some}, dont_filter=True)

    def parse_files(self, _: Response, files: list[Path]) -> Iterator[Page | FailedPage]:
        """Hand over the pages in some files; the response is empty."""
        yield from map(self.page, files)

    def page(self, file: Path) -> Page | FailedPage:
        """Return the page in a file, or why there is none."""
        mapped = self.mapped.get(file.resolve(), MappedPage(self.url))
        page = Page(
            b"",
            url=mapped.url or file.resolve().as_uri(),
            fetched_at=datetime.now(UTC),
            content_type=mapped.content_type or content_type_of(file),
            source="file",
            source_url=file.resolve().as_uri(),
        )
        try:
            page.content = content = read_bytes(file)
            page.fetched_at = self._time(mapped, file, content)
        except OSError as error:
            return FailedPage(page, "Unreadable", f"the file cannot be read: {error.strerror or error}")
        except arguments.BadArgument as error:
            return FailedPage(page, "BadTime", str(error))
        url = mapped.url or address_in_page(content)
        if url is None:
            return FailedPage(page, "NoAddress", "the page does not state its address; give it with --url or --url-map")
        page.url = url
        return page

    def _time(self, mapped: MappedPage, file: Path, content: bytes) -> datetime:
        if mapped.fetched_at:
            return arguments.moment("fetched_at", mapped.fetched_at)
        return self.fetched_at or time_in_page(content) or file_time(file)
