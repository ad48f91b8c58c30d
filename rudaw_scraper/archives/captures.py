"""From an archive's record to the page of an article, or to the word under which the record is counted."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO

from fastwarc.warc import WarcRecord

from rudaw_scraper.addresses import is_article_url
from rudaw_scraper.archives.framing import Record
from rudaw_scraper.archives.http_body import CutOff, decode_body
from rudaw_scraper.errors import NotAnArticle
from rudaw_scraper.extract import parse_time
from rudaw_scraper.page import Page
from rudaw_scraper.record import Source
from rudaw_scraper.refused import FailedPage

_ARC_STAMP = re.compile(rb" (\d{14}) ")
_KNOWN_LENGTH = b"\nContent-Length:"  # FastWARC knows it in this spelling only
_LENGTH = re.compile(rb"^content-length:", re.IGNORECASE | re.MULTILINE)
_STAMP = re.compile(r"\d{14}")
_REPLAY = re.compile(r"/web/(\d{14})(?:[a-z]{2}_)?/https?:/")
_TEXT_TYPES = {"", "text/html", "application/xhtml+xml", "text/plain", "application/octet-stream", "application/xml"}
_TYPES = {b"response", b"resource", b"conversion"}
_OK = 200


def capture_of(record: Record) -> Page | FailedPage | str:
    """Return the page in a record of a Rudaw article, or how to count a record that holds none.

    ``other``: a request, another page than an article, or another thing than a page; ``revisits``: the same content
    was archived before; ``status/404`` and the like; ``damaged/…``: the record cannot be read.
    """
    uri = record.head.uri.decode("utf-8", "replace").strip()
    if record.head.kind not in _TYPES:
        return "revisits" if record.head.kind == b"revisit" and is_article_url(uri) else "other"
    if not is_article_url(uri):
        return "other"
    try:
        data = _as_warc(record)
        warc = WarcRecord.from_reader(BytesIO(data), quirks_mode=True)
    except (OSError, ValueError):
        return "damaged/BadHeader"
    if warc.content_length != record.head.block:
        return "damaged/BadHeader"
    if warc.headers.get("WARC-Segment-Number", "1") != "1" or warc.headers.get("WARC-Segment-Total-Length"):
        return "damaged/Segmented"
    moment = _moment(uri, warc.headers.get("WARC-Date") or "")
    if moment is None:
        return "damaged/BadDate"
    if record.head.kind == b"response":
        return _answer(warc, data, uri, moment)
    media_type = warc.headers.get("Content-Type") or ""
    if not _is_text(media_type):
        return "other"
    source: Source = "wet" if record.head.kind == b"conversion" else "warc"
    return _page(warc, uri, moment, _rest(warc, data), media_type or "text/plain", source)


def _as_warc(record: Record) -> bytes:
    """Return the record with a WARC head; an ARC record's head is one line: address, IP, time, media type, length."""
    head = record.data[: record.head.length]
    if _KNOWN_LENGTH in head and head.startswith(b"WARC/"):
        return record.data
    block = record.data[record.head.length :]
    if head.startswith(b"WARC/"):
        return _LENGTH.sub(_KNOWN_LENGTH[1:], head) + block
    stamp = _ARC_STAMP.findall(head)[-1]
    fields = (
        b"WARC-Type: response",
        b"WARC-Target-URI: " + record.head.uri,
        b"WARC-Date: " + stamp,
        b"Content-Type: application/http; msgtype=response",
        b"Content-Length: %d" % len(block),
    )
    return b"WARC/1.0\r\n" + b"\r\n".join(fields) + b"\r\n\r\n" + block


def _rest(warc: WarcRecord, data: bytes) -> bytes:
    """Return what FastWARC has not read yet of a record, the content; a slice is a tenth of the work of its reader."""
    return data[len(data) - warc.content_length :]


def _answer(warc: WarcRecord, data: bytes, uri: str, moment: datetime) -> Page | FailedPage | str:
    """Read an HTTP answer."""
    warc.is_http = True  # whatever the record's own Content-Type says
    warc.parse_http(quirks_mode=True)
    headers = warc.http_headers
    status = headers.status_code
    if status is None:
        return "damaged/BadHttp"
    if status != _OK:
        return f"status/{status}"
    media_type = headers.get("Content-Type") or ""
    if not _is_text(media_type):
        return "other"
    body = _rest(warc, data)
    try:
        body = decode_body(body, headers.get("Transfer-Encoding") or "", headers.get("Content-Encoding") or "")
    except NotAnArticle as error:
        failed = _page(warc, uri, moment, body, media_type, "warc")
        page = failed.page if isinstance(failed, FailedPage) else failed
        return FailedPage(page, type(error).__name__, str(error))
    return _page(warc, uri, moment, body, media_type or "text/html", "warc")


def _page(
    warc: WarcRecord, uri: str, moment: datetime, body: bytes, media_type: str, source: Source
) -> Page | FailedPage:
    page = Page(body, uri, moment, media_type, source, source_url=uri)
    cut = warc.headers.get("WARC-Truncated")
    if cut:
        return FailedPage(page, CutOff.__name__, f"the archive kept a part only ({cut})")
    return page


def _is_text(media_type: str) -> bool:
    return media_type.partition(";")[0].strip().lower() in _TEXT_TYPES


def _moment(uri: str, date: str) -> datetime | None:
    """Return when the page was captured: as the record says, or, of a replay that was archived, as its address says."""
    replay = _REPLAY.search(uri)
    stamp = replay[1] if replay else date.strip()
    try:
        if _STAMP.fullmatch(stamp):
            return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        return parse_time(stamp)
    except ValueError:
        return None
