"""The indexes of web archives: what to ask a CDX server, what it answers, and which captures to fetch.

Two dialects are read: that of the Wayback Machine (an array of arrays, whose first row names the fields, with resume
keys) and that of pywb and Common Crawl (a JSON object per line, in pages).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from rudaw_scraper.addresses import is_article_url, parse_address
from rudaw_scraper.errors import NotAnArticle

ROWS = 3000  # captures asked for at once
_HOSTS = {"arabic": ("rudaw.net", "rudawarabia.net")}  # servers take www. and both schemes for the same address
_MATCHES_WHOLE = "//web.archive.org/"  # elsewhere the same filter may look for the pattern as it is written
# pywb's names, and those of Common Crawl, for the Wayback Machine's.
_NAMES = {"url": "original", "mime": "mimetype", "status": "statuscode"}
_TEXT = {"text/html", "application/xhtml+xml", "text/plain", "unk", ""}
_TIME = re.compile(r"(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?")
_STAMP = re.compile(r"\d{14}")


class BadAnswer(NotAnArticle):
    """The index answered with something else than captures."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One capture of an article: when (14 digits, UTC), of which address, and the digest of its content.

    In Common Crawl's index also where it lies: the name of the WARC file, and offset and length in bytes.
    """

    timestamp: str
    original: str
    digest: str
    filename: str = ""
    offset: int = 0
    length: int = 0

    @property
    def article(self) -> str:
        """The id of the article."""
        return parse_address(self.original).id


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which captures are wanted: times of capture as prefixes of 14 digits, and the month of publication."""

    start: str = ""
    end: str = ""
    published: str = ""

    def includes(self, capture: Capture) -> bool:
        """Tell whether a capture is wanted; servers are asked for the same, but not all do as they are asked."""
        if self.start and capture.timestamp[: len(self.start)] < self.start:
            return False
        if self.end and capture.timestamp[: len(self.end)] > self.end:
            return False
        day = parse_address(capture.original).day
        return not self.published or (day is not None and f"{day:%Y%m%d}".startswith(self.published))


def digits_of(text: str) -> str | None:
    """Return ``2017-07`` as ``201707``, likewise a year or a day; ``None`` for anything else."""
    match = _TIME.fullmatch(text.strip())
    return "".join(part for part in match.groups() if part) if match else None


def prefixes(editions: Iterable[str], sections: Iterable[tuple[str, ...]]) -> list[str]:
    """Return the beginnings of addresses, without scheme, that hold the articles of editions and sections."""
    parts = list(sections) or [()]
    return [
        "/".join((host, edition, *section)) + "/"
        for edition in editions
        for host in _HOSTS.get(edition, ("rudaw.net",))
        for section in parts
    ]


def query(api: str, prefix: str, wanted: Wanted, *, resume_key: str = "", rows: int | None = ROWS) -> str:
    """Return the address at which the Wayback Machine's server, or pywb's, lists captures below a prefix."""
    fields = [("url", prefix), ("matchType", "prefix"), ("output", "json")]
    fields += [("filter", "statuscode:200"), ("collapse", "digest"), *_times(wanted)]
    if wanted.published and _MATCHES_WHOLE in api:
        fields.append(("filter", f"original:.*/{_slug_pattern(wanted.published)}.*"))
    if rows is not None:
        fields += [("limit", str(rows)), ("showResumeKey", "true")]
    if resume_key:
        fields.append(("resumeKey", resume_key))
    return f"{api}?{urlencode(fields)}"


def page_query(api: str, prefix: str, wanted: Wanted, page: int | None) -> str:
    """Return the address of a page of Common Crawl's index; without a page, of the number of pages."""
    fields = [("url", prefix), ("matchType", "prefix"), ("output", "json"), ("filter", "=status:200"), *_times(wanted)]
    fields.append(("showNumPages", "true") if page is None else ("page", str(page)))
    return f"{api}?{urlencode(fields)}"


@dataclass(frozen=True, slots=True)
class Answer:
    """A part of an index: the captures of articles in it, of how many rows, and the key of the next part if any."""

    captures: list[Capture]
    rows: int
    resume_key: str = ""


def read_answer(body: bytes) -> Answer:
    """Read a part of an index in either dialect; raises :class:`BadAnswer`."""
    text = body.decode("utf-8", "replace").strip()
    if text.startswith("{"):
        rows = [_named(_loaded(line)) for line in text.splitlines() if line.strip()]
        return Answer(list(_captures(rows)), len(rows))
    table = _loaded(text or "[]")
    if not isinstance(table, list) or not all(isinstance(row, list) for row in table):
        raise BadAnswer(f"the index did not answer with captures: {text[:80]!r}")
    resume_key = ""
    if len(table) > 1 and len(table[-1]) == 1 and not table[-2]:
        resume_key = str(table[-1][0])
        table = table[:-2]
    names, values = (table[0], table[1:]) if table else ([], [])
    rows = [dict(zip(names, row, strict=False)) for row in values if row]
    return Answer(list(_captures(rows)), len(rows), resume_key)


def read_pages(body: bytes) -> int:
    """Read how many pages a query has; raises :class:`BadAnswer`."""
    answer = _loaded(body.decode("utf-8", "replace"))
    pages = answer.get("pages") if isinstance(answer, dict) else answer
    if not isinstance(pages, int) or pages < 0:
        raise BadAnswer(f"the index did not say how many pages there are: {body[:80]!r}")
    return pages


def read_collections(body: bytes, wanted: Wanted) -> list[str]:
    """Return the addresses of Common Crawl's indexes, the newest first, that may hold what is wanted."""
    answer = _loaded(body.decode("utf-8", "replace"))
    if not isinstance(answer, list):
        raise BadAnswer(f"this is no list of indexes: {body[:80]!r}")
    return [str(entry["cdx-api"]) for entry in answer if isinstance(entry, dict) and _overlaps(entry, wanted)]


class Choice:
    """Chooses what to fetch: each content of an article once; with ``per_article`` only the newest so many of them."""

    def __init__(self, per_article: int | None) -> None:
        self._per_article = per_article
        self._seen: set[int] = set()
        self._newest: dict[str, list[Capture]] = {}

    def ready(self, captures: Iterable[Capture]) -> Iterator[Capture]:
        """Yield those to fetch at once; where the newest are wanted, none is known until all were seen."""
        for capture in captures:
            article = capture.article
            key = hash((article, capture.digest))
            if key in self._seen:
                continue
            self._seen.add(key)
            if self._per_article is None:
                yield capture
                continue
            newest = self._newest.setdefault(article, [])
            newest.append(capture)
            newest.sort(key=lambda one: one.timestamp, reverse=True)
            del newest[self._per_article :]

    def rest(self) -> list[Capture]:
        """Return those that were waited with; once."""
        captures = [capture for newest in self._newest.values() for capture in newest]
        self._newest.clear()
        return captures


def _times(wanted: Wanted) -> list[tuple[str, str]]:
    return [(name, value) for name, value in (("from", wanted.start), ("to", wanted.end)) if value]


def _slug_pattern(published: str) -> str:
    """Return how the slug of an article of a year, month or day begins: the site writes DDMMYYYY."""
    year, month, day = published[:4], published[4:6] or "[0-9]{2}", published[6:8] or "[0-9]{2}"
    return day + month + year


def _overlaps(entry: dict[str, Any], wanted: Wanted) -> bool:
    first, last = (re.sub(r"\D", "", str(entry.get(name) or "")) for name in ("from", "to"))
    if "cdx-api" not in entry:
        return False
    too_old = bool(last and wanted.start) and last[: len(wanted.start)] < wanted.start[: len(last)]
    too_new = bool(first and wanted.end) and first[: len(wanted.end)] > wanted.end[: len(first)]
    return not (too_old or too_new)


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise BadAnswer(f"the index did not answer in JSON: {text[:80]!r}") from None


def _named(row: Any) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise BadAnswer(f"the index did not answer with captures: {str(row)[:80]!r}")
    return {_NAMES.get(str(name), str(name)): value for name, value in row.items()}


def _captures(rows: Iterable[dict[str, Any]]) -> Iterator[Capture]:
    """Yield the captures of articles among the rows; revisits have no status of their own and are left out."""
    for row in rows:
        original, timestamp = str(row.get("original", "")), str(row.get("timestamp", ""))
        if str(row.get("statuscode", "200")) != "200" or str(row.get("mimetype", "")).lower() not in _TEXT:
            continue
        if _STAMP.fullmatch(timestamp) and is_article_url(original):
            place = (str(row.get("filename", "")), _number(row.get("offset")), _number(row.get("length")))
            yield Capture(timestamp, original, _digest(row) or timestamp, *place)


def _digest(row: dict[str, Any]) -> str:
    digest = str(row.get("digest") or "")
    return "" if digest == "-" else digest


def _number(value: Any) -> int:
    return int(value) if str(value or "").isdigit() else 0
