"""Keeps what a crawl fetches as WARC, requests and answers as they went over the wire."""

from __future__ import annotations

from datetime import UTC, datetime
from http.client import responses as reasons
from typing import Self
from urllib.parse import urlsplit

from fastwarc.warc import WarcRecordType
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Headers, Response

from rudaw_scraper.archives.writing import WarcFiles, record, record_id
from rudaw_scraper.run import Run
from rudaw_scraper.site import Site
from rudaw_scraper.writer import WriteError


class SaveWarc:
    """Scrapy extension that writes each answer, with its request, into the run's folder.

    The setting ``RUDAW_SAVE_WARC`` switches it on. The answer is taken before Scrapy undoes its compression.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._files: WarcFiles | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Wait for the run to begin."""
        if not crawler.settings.getbool("RUDAW_SAVE_WARC"):
            raise NotConfigured
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(extension.response_downloaded, signal=signals.response_downloaded)
        crawler.signals.connect(extension.spider_closed, signal=signals.spider_closed)
        return extension

    def spider_opened(self) -> None:
        """Write beside the articles of the run."""
        self._files = WarcFiles(self._run.folder)

    def response_downloaded(self, response: Response, request: Request) -> None:
        """Write an answer and its request."""
        if self._files is None:
            return
        moment, uri = datetime.now(UTC), self._address(response.url)
        block = _answer(response) + response.body
        answer = record(WarcRecordType.response, uri, moment, block, http_body=response.body)
        to = record_id(answer)
        question = record(WarcRecordType.request, uri, moment, _question(request), http_body=request.body, to=to)
        try:
            self._files.write(answer, question)
        except WriteError as error:
            self._run.stop(error)

    def spider_closed(self) -> None:
        """Give the file its name."""
        try:
            if self._files is not None:
                self._files.close()
        except WriteError as error:
            self._run.stop(error)

    @property
    def _run(self) -> Run:
        run = self._crawler.get_extension(Run)
        assert run is not None, "the setting EXTENSIONS lacks rudaw_scraper.run.Run"
        return run

    def _address(self, url: str) -> str:
        """Return the address on Rudaw's site, also for a page of a copy; the request says where it came from."""
        site = getattr(self._crawler.spider, "site", None)
        return site.canonical(url) if isinstance(site, Site) else url


def _answer(response: Response) -> bytes:
    """Return the head of an HTTP answer."""
    line = f"{response.protocol or 'HTTP/1.1'} {response.status} {reasons.get(response.status, '')}".rstrip()
    return line.encode("latin-1") + b"\r\n" + _lines(response.headers)


def _question(request: Request) -> bytes:
    """Return an HTTP request."""
    parts = urlsplit(request.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    line = f"{request.method} {target} HTTP/1.1\r\nHost: {parts.netloc}\r\n".encode()
    return line + _lines(request.headers) + request.body


def _lines(headers: Headers) -> bytes:
    """Return headers and the blank line behind them; every value of a header that came several times.

    The password for a proxy is between us and the proxy.
    """
    names = [name for name in headers if name not in (b"Host", b"Proxy-Authorization")]
    lines = [name + b": " + value for name in names for value in headers.getlist(name)]
    return b"".join(line + b"\r\n" for line in lines) + b"\r\n"
