"""Packed answers: unpacked up to a limit, and told apart from those that broke off."""

from __future__ import annotations

import zlib
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError
from scrapy.http import Response, TextResponse
from scrapy.responsetypes import responsetypes

CUT_OFF = "cut off"  # flag of a response whose packed data end too early
_GZIP = 16 + zlib.MAX_WBITS
_MAGIC = b"\x1f\x8b"


class TooLarge(Exception):
    """The data are larger than allowed when unpacked."""


class Unpack:
    """Downloader middleware in place of Scrapy's, which takes the beginning of broken data for the whole page."""

    def __init__(self, most: int) -> None:
        self._most = most

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the limit from ``DOWNLOAD_MAXSIZE``; a request's own goes before it."""
        return cls(crawler.settings.getint("DOWNLOAD_MAXSIZE"))

    def process_request(self, request: Request) -> None:
        """Say what can be unpacked."""
        request.headers.setdefault("Accept-Encoding", "gzip, deflate")

    def process_response(self, request: Request, response: Response) -> Response:
        """Return the response unpacked; flagged if it broke off."""
        encodings = b",".join(response.headers.getlist("Content-Encoding")).lower().split(b",")
        packing = [name.strip() for name in encodings if name.strip() not in (b"", b"identity")]
        if not packing:
            return response
        most = request.meta.get("download_maxsize", self._most)
        body, whole = response.body, True
        try:
            for name in reversed(packing):
                if name in (b"gzip", b"x-gzip", b"deflate"):
                    body, complete = unpack(body, most, gzip=name != b"deflate")
                    whole = whole and complete
        except TooLarge:
            raise DownloadCancelledError(f"more than {most:,} bytes when unpacked") from None
        response.headers.pop("Content-Encoding", None)
        kind = responsetypes.from_args(headers=response.headers, url=response.url, body=body)
        flags = response.flags if whole else [*response.flags, CUT_OFF]
        if issubclass(kind, TextResponse):
            return response.replace(cls=kind, body=body, flags=flags, encoding=None)
        return response.replace(cls=kind, body=body, flags=flags)


def unpack(data: bytes, most: int, *, gzip: bool) -> tuple[bytes, bool]:
    """Return the data unpacked, and whether they came to their end; data that are not packed come back as they are.

    Raises :class:`TooLarge` as soon as there are more than ``most`` bytes.
    """
    if (gzip and not data.startswith(_MAGIC)) or not data:
        return data, bool(data) or not gzip
    found: list[bytes] = []
    size = 0
    while data:
        unpacker = zlib.decompressobj(_GZIP if gzip else _deflate_bits(data))
        try:
            part = unpacker.decompress(data, most - size + 1)
        except zlib.error:
            return b"".join(found), False
        found.append(part)
        size += len(part)
        if size > most:
            raise TooLarge
        if not unpacker.eof:
            return b"".join(found), False
        data = unpacker.unused_data if gzip and unpacker.unused_data.startswith(_MAGIC) else b""
    return b"".join(found), True


def _deflate_bits(data: bytes) -> int:
    """Tell deflate with zlib's head, which the standard wants, from deflate without, which some servers send."""
    has_head = len(data) > 1 and data[0] & 0x0F == 8 and (data[0] * 256 + data[1]) % 31 == 0
    return zlib.MAX_WBITS if has_head else -zlib.MAX_WBITS
