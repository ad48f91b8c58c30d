"""Regression cases: a saved page and the record expected of it, side by side in a folder.

A case is ``NAME/page.html`` (or ``page.txt``) with ``NAME/case.json``: address, time, content type and record. What
a command wrote only proves that nothing changed; a person has to read the record against the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from rudaw_scraper import __version__
from rudaw_scraper.errors import RudawError
from rudaw_scraper.extract import extract_article
from rudaw_scraper.page import Page

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9][a-z0-9_-]*)*")
_LARGEST = 8 * 1024 * 1024  # bytes
_TIMEOUT = 60  # seconds
_UNJUDGED = ("extractor_version", "content_sha256")  # say nothing about the reading


class BadCase(RudawError):
    """A case can't be made or found; the message says why."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case on disk; ``folder`` is below the folder of all cases, ``name`` its path there."""

    name: str
    folder: Path

    @property
    def page_file(self) -> Path:
        """The page as captured."""
        return next(iter(sorted(self.folder.glob("page.*"))), self.folder / "page.html")

    def expected(self) -> dict[str, Any]:
        """Return the record that a person has read against the page."""
        record: dict[str, Any] = self._told()["record"]
        return record

    def page(self) -> Page:
        """Return the page as it was captured."""
        from rudaw_scraper.extract import parse_time

        told = self._told()
        return Page(self.page_file.read_bytes(), told["url"], parse_time(told["fetched_at"]), told["content_type"])

    def _told(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads((self.folder / "case.json").read_text("utf-8"))
        return told


def all_cases(root: Path) -> Iterator[Case]:
    """Yield the cases below a folder, by name."""
    for told in sorted(root.rglob("case.json")):
        yield Case(told.parent.relative_to(root).as_posix(), told.parent)


def add_case(root: Path, name: str, page: Page) -> Case:
    """Write a new case and return it.

    Raises :class:`BadCase` for a name that is taken or no plain path, and the errors of
    :func:`~rudaw_scraper.extract_article` for a page that is no article.
    """
    if _NAME.fullmatch(name) is None:
        raise BadCase(f"{name!r} can't be a case's name: use small letters, digits, '-' and '_', with '/' between")
    case = Case(name, root / name)
    if (case.folder / "case.json").exists():
        raise BadCase(f"there is a case {name!r} already; `rudaw case renew {name}` renews its record")
    record = read_case(page)
    case.folder.mkdir(parents=True, exist_ok=True)
    content = page.content.encode() if isinstance(page.content, str) else page.content
    suffix = "txt" if page.content_type.startswith("text/plain") else "html"
    (case.folder / f"page.{suffix}").write_bytes(content)
    _write(case, page, record)
    return case


def renew_case(case: Case) -> list[str]:
    """Write the record as it is read now; returns the keys whose values changed."""
    before, page = case.expected(), case.page()
    record = read_case(page)
    _write(case, page, record)
    return [key for key, value in record.items() if before.get(key) != value]


def read_case(page: Page) -> dict[str, Any]:
    """Return the record of a page, without the keys that say nothing about the reading."""
    article = extract_article(page.content, url=page.url, fetched_at=page.fetched_at, content_type=page.content_type)
    return {key: value for key, value in article.to_dict().items() if key not in _UNJUDGED}


def fetch(url: str) -> tuple[bytes, str]:
    """Fetch a page for a case; returns its bytes and content type. Raises :class:`BadCase` unless it answers 200."""
    request = Request(url, headers={"User-Agent": f"rudaw_scraper/{__version__} (adding one test page by hand)"})  # noqa: S310 - callers pass http(s) only
    try:
        with build_opener(_NoRedirect).open(request, timeout=_TIMEOUT) as answer:
            content = answer.read(_LARGEST + 1)
            content_type = answer.headers.get("Content-Type") or "text/html"
    except HTTPError as error:
        raise BadCase(
            f"{url} answered {error.code} ({error.reason}); only a page that answers 200 makes a case"
        ) from None
    except (URLError, OSError, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise BadCase(f"{url} could not be fetched: {reason}") from None
    if len(content) > _LARGEST:
        raise BadCase(f"{url} is larger than {_LARGEST:,} bytes")
    return content, content_type


def _write(case: Case, page: Page, record: dict[str, Any]) -> None:
    told = {
        "url": page.url,
        "fetched_at": page.fetched_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "content_type": page.content_type,
        "record": record,
    }
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    (case.folder / "case.json").write_text(text, encoding="utf-8")


class _NoRedirect(HTTPRedirectHandler):
    """A redirect is no 200: the page at its end has another address."""

    def redirect_request(self, *_args: object, **_kwargs: object) -> None:
        return None
