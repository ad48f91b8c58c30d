"""Archives made byte by byte, as the formats' descriptions have them, without the libraries that read them."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rudaw_scraper.archives.readers import captures_in
from rudaw_scraper.page import Page
from rudaw_scraper.refused import FailedPage
from tests.small_site import article_page

DATE = "2018-05-09T09:00:00Z"
STAMP = "20180509090000"


def address(number: int) -> str:
    """Return the address of the test article of a number; a section has a thousand a day at most."""
    more, count = divmod(number, 1000)
    section = f"kurdistan{more}" if more else "kurdistan"
    return f"https://www.rudaw.net/english/{section}/07052018{count}"


def page(number: int) -> bytes:
    """Return the page of the test article of a number."""
    return article_page(f"Bridge number {number} opens").encode()


def http(body: bytes, status: str = "200 OK", content_type: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """Return an HTTP answer; an underscore in a header's name stands for a hyphen."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def warc(
    uri: str, block: bytes, kind: str = "response", date: str = DATE, length: int | None = None, **more: str
) -> bytes:
    """Return a WARC record; ``length`` is the one it claims, if that is to be wrong."""
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{zlib.crc32(uri.encode() + block):012d}>",
        "WARC-Date": date,
        "WARC-Target-URI": uri,
        "Content-Type": "application/http; msgtype=response" if kind == "response" else "text/plain",
        **{name.replace("_", "-"): value for name, value in more.items()},
        "Content-Length": str(len(block) if length is None else length),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return b"WARC/1.0\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def article(number: int, **more: str) -> bytes:
    """Return the WARC record of a test article."""
    return warc(address(number), http(page(number)), **more)


def foreign(number: int) -> bytes:
    """Return a WARC record of another site."""
    return warc(f"https://example.org/{number}", http(b"<p>Nothing of ours.</p>" * 40))


def arc(uri: str, block: bytes) -> bytes:
    """Return an ARC record."""
    return f"{uri} 192.0.2.1 {STAMP} text/html {len(block)}\n".encode() + block + b"\n"


def arc_start() -> bytes:
    """Return the record with which an ARC file begins."""
    block = b"1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n"
    return f"filedesc://test.arc 0.0.0.0 {STAMP} text/plain {len(block)}\n".encode() + block + b"\n"


def members(records: Iterable[bytes]) -> bytes:
    """Pack each record into a gzip member of its own."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def wacz(packed: bytes) -> bytes:
    """Return a WACZ that holds one packed WARC."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("archive/data.warc.gz", packed)
        package.writestr("datapackage.json", "{}")
        package.writestr("indexes/index.cdx.gz", gzip.compress(b""))
    return file.getvalue()


def read(path: Path, content: bytes | None = None) -> tuple[list[Page], list[FailedPage], Counter[str]]:
    """Return the pages in an archive, those that cannot be read, and the counts; ``content`` is written first."""
    if content is not None:
        path.write_bytes(content)
    counts: Counter[str] = Counter()
    captures = list(captures_in(path, None, counts))
    del counts["bytes"]
    pages = [capture for capture in captures if isinstance(capture, Page)]
    failed = [capture for capture in captures if isinstance(capture, FailedPage)]
    return pages, failed, Counter({name: count for name, count in counts.items() if count})
