"""Log lines: one per event that matters, safe to show on a terminal."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

from scrapy import Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

from rudaw_scraper.refused import FailedPage
from rudaw_scraper.terminal import escaped, printable

# Loggers that tell at INFO how Scrapy is put together; `--log-level DEBUG` shows them.
_CHATTY = (
    "scrapy.addons",
    "scrapy.core.engine",
    "scrapy.crawler",
    "scrapy.middleware",
    "scrapy.spidermiddlewares.httperror",
    "scrapy.statscollectors",
    "scrapy.utils.log",
)


class OneLine(LogFormatter):
    """Scrapy's messages about items, each on one line with the page's address and the reason."""

    def scraped(self, item: Any, response: Response | Failure | None, spider: Spider) -> LogFormatterResult:
        """Say which article was written."""
        result = super().scraped(item, response, spider)
        result["msg"] = "Article %(id)s"
        result["args"] = {"id": getattr(item, "id", item)}
        return result

    def dropped(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        """Say which page was refused, and why."""
        result = super().dropped(item, exception, response, spider)
        page = item.page if isinstance(item, FailedPage) else item
        result["msg"] = "%(reason)s %(url)s: %(detail)s"
        result["args"] = {"reason": type(exception).__name__, "url": page.url, "detail": str(exception)}
        return result


class OneLineFormatter(logging.Formatter):
    """A plain formatter whose messages hold no control characters; tracebacks keep their lines."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name is the base class's
        """Return the line for a record."""
        record.message = printable(record.message)
        return super().formatMessage(record)


class JsonFormatter(logging.Formatter):
    """One JSON object a line, for a log that machines read."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for a record."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": printable(record.getMessage()),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return escaped(json.dumps(line, ensure_ascii=False))


def set_up(level: str, handler: logging.Handler, *, as_json: bool = False) -> None:
    """Send this process's log to ``handler``, from ``level`` up, without Scrapy's talk about itself."""
    plain = OneLineFormatter("%(asctime)s %(levelname)-7s %(message)s", "%Y-%m-%d %H:%M:%S")
    handler.setFormatter(JsonFormatter() if as_json else plain)
    root = logging.getLogger()
    root.setLevel(level)
    logging.getLogger("scrapy").setLevel(level)  # Scrapy has it make a record of every debug message
    root.addHandler(handler)
    logging.captureWarnings(capture=True)
    if level != "DEBUG":
        for name in _CHATTY:
            logging.getLogger(name).setLevel(logging.WARNING)
