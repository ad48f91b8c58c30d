"""The body of an HTTP answer as an archive holds it: chunks joined and compression undone, where there are any.

Archives often keep the headers of an answer whose body they have decoded already. A header is therefore believed only
where the bytes agree with it; otherwise the body stays as it is.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from functools import partial

import brotli  # type: ignore[import-untyped]  # it has no types

from rudaw_scraper.archives.packed import ZSTD, BadPacking, Zstd
from rudaw_scraper.errors import NotAnArticle, PageTooLarge

MAX_BYTES = 32 * 1024 * 1024  # more than the extractor accepts, less than a compression bomb
_CHUNK = re.compile(rb"[ \t]{0,9}([0-9A-Fa-f]{1,8})[ \t]{0,9}(?:;[^\r\n]{0,999})?\r?\n")
_GZIP = b"\x1f\x8b"
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,99}<")


class CutOff(NotAnArticle):
    """The body breaks off before its end."""


def decode_body(body: bytes, transfer: str, coding: str) -> bytes:
    """Return a body as a reader's browser would have it.

    ``transfer`` and ``coding`` are the values of ``Transfer-Encoding`` and ``Content-Encoding``. Raises
    :class:`CutOff` for a body that breaks off and :class:`PageTooLarge` for one that grows beyond all measure.
    """
    if "chunked" in transfer.lower():
        body = _joined(body)
    names = [name.strip().lower() for name in (transfer + "," + coding).split(",")]
    for name in reversed(names):
        body = _uncompressed(body, name)
    return _uncompressed(body, "gzip")  # packed, and no header says so


def _joined(body: bytes) -> bytes:
    """Join chunks; a body that does not begin with a chunk's length was joined already."""
    chunks: list[bytes] = []
    at = 0
    while match := _CHUNK.match(body, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(chunks)
        chunk = body[match.end() : match.end() + size]
        chunks.append(chunk)
        at = match.end() + size
        if len(chunk) < size:
            break
        at += body.startswith(b"\r", at)
        at += body.startswith(b"\n", at)
    if not chunks:
        return body
    raise CutOff("the body is sent in chunks, and the last one is missing")


def _uncompressed(body: bytes, name: str) -> bytes:
    """Undo one compression; a body that never had it, or has lost it, stays as it is."""
    steps = _STEPS.get(name)
    if steps is None:
        return body
    cut = False
    for step in steps:
        data, whole = step(body)
        if data is not None and whole:
            return data
        cut = cut or not whole
    if not cut or _PAGE.match(body):
        return body
    raise CutOff(f"the body is packed ({name}) and breaks off")


def _inflate(body: bytes, window: int) -> tuple[bytes | None, bool]:
    """Unpack with zlib: the data, if it is that from the first byte on, and whether it is whole."""
    unpacker = zlib.decompressobj(window)
    try:
        data = unpacker.decompress(body, MAX_BYTES)
    except zlib.error:
        return None, not body.startswith(_GZIP)
    if unpacker.unconsumed_tail:
        raise PageTooLarge(f"the packed body holds more than {MAX_BYTES:,} bytes")
    return data, unpacker.eof


def _gunzip(body: bytes) -> tuple[bytes | None, bool]:
    return _inflate(body, 31) if body.startswith(_GZIP) else (None, True)


def _unbrotli(body: bytes) -> tuple[bytes | None, bool]:
    unpacker = brotli.Decompressor()
    try:
        data = unpacker.process(body, output_buffer_limit=MAX_BYTES)
    except brotli.error:
        return None, True
    if len(data) >= MAX_BYTES:
        raise PageTooLarge(f"the packed body holds more than {MAX_BYTES:,} bytes")
    return data, unpacker.is_finished()


def _unzstd(body: bytes) -> tuple[bytes | None, bool]:
    if not body.startswith(ZSTD):
        return None, True
    unpacker = Zstd().unpacker()
    try:
        data = unpacker.decompress(body, MAX_BYTES)
    except BadPacking:
        return None, False
    if len(data) >= MAX_BYTES:
        raise PageTooLarge(f"the packed body holds more than {MAX_BYTES:,} bytes")
    return data, unpacker.eof


_Step = Callable[[bytes], tuple[bytes | None, bool]]
# Servers send "deflate" with and without the wrapping that it should have.
_STEPS: dict[str, tuple[_Step, ...]] = {
    "gzip": (_gunzip,),
    "x-gzip": (_gunzip,),
    "deflate": (partial(_inflate, window=15), partial(_inflate, window=-15)),
    "br": (_unbrotli,),
    "zstd": (_unzstd,),
}
