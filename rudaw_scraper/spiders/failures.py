"""Why a page could not be fetched, under a name that a user understands."""

from __future__ import annotations

from datetime import UTC, datetime
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
from scrapy.http import Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError

from rudaw_scraper.block_pages import refuse_if_blocked
from rudaw_scraper.errors import BlockPage
from rudaw_scraper.middlewares import OffSite
from rudaw_scraper.not_found import REASON, says_not_found
from rudaw_scraper.page import Page
from rudaw_scraper.robots import RobotsForbidden

_NAMES: tuple[tuple[type[Exception], str, str], ...] = (
    (OffSite, "OffSite", "it leads away from the site"),
    (CannotResolveHostError, "Unreachable", "the host's name is not known"),
    (DownloadConnectionRefusedError, "Unreachable", "the connection was refused"),
    (DownloadTimeoutError, "Timeout", "no answer came in time"),
    (DownloadCancelledError, "PageTooLarge", "the answer is larger than the setting DOWNLOAD_MAXSIZE"),
    (ResponseDataLossError, "CutOff", "the answer broke off"),
    (DownloadFailedError, "Unreachable", "the connection failed"),
    (ValueError, "OffSite", "it leads to what is no address"),  # of a redirect
)
_LARGEST_BLOCK_PAGE = 100_000  # bytes; theirs are small, and a larger one may be slow to parse
_BLOCKING = (401, 403, 405, 503)  # answers that bot protections give, beside 200


def explain(error: BaseException | None) -> tuple[str, str]:
    """Return the reason (a name) and the detail (a few words) for a request that failed."""
    if isinstance(error, RobotsForbidden):
        if error.__cause__ is None:
            return "RobotsForbidden", str(error)
        reason, detail = explain(error.__cause__)
        return reason, f"robots.txt could not be had, so nothing may be fetched ({detail})"
    if isinstance(error, HttpError):
        status = error.response.status
        blocked = block_page(error.response) if status in _BLOCKING else None
        if blocked:
            return "BlockPage", f"{blocked}; status {status}"
        if 300 <= status < 400:  # redirects to other pages have been followed
            return "OffSite", f"the site answered {status} and leads to what is no page of a web site"
        return f"Http{status}", f"the site answered {status} ({responses.get(status, 'a status without a name')})"
    for kind, name, words in _NAMES:
        if isinstance(error, kind):
            detail = str(error)
            return name, f"{words}: {detail}" if detail and "<twisted" not in detail else words
    if isinstance(error, IgnoreRequest):
        words = str(error)
        return ("RedirectLoop", words) if "redirection" in words else ("Ignored", words)
    return type(error).__name__, str(error)


def answer_in(error: BaseException | None) -> Response | None:
    """Return the answer that made a request fail, if there was one."""
    if isinstance(error, RobotsForbidden):
        error = error.__cause__
    return error.response if isinstance(error, HttpError) else None


def live_page(response: Response, url: str) -> Page:
    """Return the page in an answer; ``url`` is the address it stands for."""
    header = response.headers.get("Content-Type") or b"text/html"
    return Page(response.body, url, datetime.now(UTC), header.decode("latin-1"), "live", response.url)


def no_listing(response: Response) -> tuple[str, str] | None:
    """Return why a page without articles is no listing, reason and detail; ``None`` if it may be an empty one."""
    blocked = block_page(response)
    if blocked is not None:
        return "BlockPage", blocked
    words = says_not_found(response.text) if isinstance(response, TextResponse) else None
    return (REASON, f"the page says {words!r}") if words is not None else None


def block_page(response: Response) -> str | None:
    """Return the signs of a bot protection on a page that lists and holds nothing, ``None`` without any."""
    if not isinstance(response, TextResponse) or not response.body or len(response.body) > _LARGEST_BLOCK_PAGE:
        return None
    visible = " ".join(response.xpath("//body//text()[not(parent::script or parent::style)]").getall())
    try:
        refuse_if_blocked(Page(response.body, response.url, datetime.now(UTC)), visible)
    except BlockPage as error:
        return str(error)
    return None
