"""Why a page could not be fetched, under a name that a user understands."""

from __future__ import annotations

from http.client import responses

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.spidermiddlewares.httperror import HttpError

from rudaw_scraper.middlewares import OffSite

_NAMES: tuple[tuple[type[Exception], str, str], ...] = (
    (OffSite, "OffSite", "it leads away from the site"),
    (CannotResolveHostError, "Unreachable", "the host's name is not known"),
    (DownloadConnectionRefusedError, "Unreachable", "the connection was refused"),
    (DownloadTimeoutError, "Timeout", "no answer came in time"),
    (DownloadCancelledError, "PageTooLarge", "the answer is larger than the setting DOWNLOAD_MAXSIZE"),
    (ResponseDataLossError, "CutOff", "the answer broke off"),
    (DownloadFailedError, "Unreachable", "the connection failed"),
)


def explain(error: BaseException | None) -> tuple[str, str]:
    """Return the reason (a name) and the detail (a few words) for a request that failed."""
    if isinstance(error, HttpError):
        status = error.response.status
        return f"Http{status}", f"the site answered {status} ({responses.get(status, 'a status without a name')})"
    for kind, name, words in _NAMES:
        if isinstance(error, kind):
            return name, f"{words}: {error}" if str(error) else words
    if isinstance(error, IgnoreRequest):
        forbidden = "robots" in str(error).lower()
        return ("RobotsForbidden", "robots.txt forbids it") if forbidden else ("Ignored", str(error))
    return type(error).__name__, str(error)
