"""Records in packed files, member by member: gzip and Zstandard.

Archives pack each record into a member (a Zstandard frame) of its own. Of a gzip member that holds one foreign record
only the head is unpacked; where it ends is told by the length that gzip writes behind the packed bytes, which must be
the record's. So a file of foreign pages costs a fraction of unpacking it, and a damaged member costs no other.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Protocol

from rudaw_scraper.archives.framing import MOST_HEAD, Grammar, Record, is_ours, records_in_stream

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

GZIP = b"\x1f\x8b\x08"
ZSTD = b"\x28\xb5\x2f\xfd"
ZSTD_DICTIONARY = b"\x5d\x2a\x4d\x18"  # the frame with which .warc.zst files may begin
_BLOCK = 1024 * 1024
_PACKED_HEAD = 2048
_KEPT = 8 * _BLOCK  # packed bytes behind the place that is read, to search if the member is damaged
_FEED = 16 * 1024  # packed bytes of a page, as a rule
_LEAST_MEMBER = 18  # bytes: a gzip head and tail
_TRIES = 4  # places where the next member may begin; packed bytes look like one once in 16 MB
_MOST_DICTIONARY = 16 * 1024 * 1024


class BadPacking(ValueError):
    """The packed bytes are damaged."""


class Readable(Protocol):
    """What is needed of a file."""

    def read(self, length: int = -1, /) -> bytes:
        """Return the next bytes, none at the end."""
        ...


class Unpacker(Protocol):
    """Unpacks one member."""

    @property
    def eof(self) -> bool:
        """Whether the member ended."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What was given beyond the member's end."""
        ...

    def decompress(self, data: bytes, limit: int) -> bytes:
        """Return at most ``limit`` further bytes; raises :class:`BadPacking`."""
        ...

    @property
    def needs_input(self) -> bool:
        """Whether all that was given is used up."""
        ...


class Codec(Protocol):
    """A way to pack."""

    magic: bytes
    ends_with_size: bool

    def unpacker(self) -> Unpacker:
        """Return what unpacks the next member."""
        ...


class Gzip:
    """gzip, whose members end in the length of what they hold."""

    magic = GZIP
    ends_with_size = True

    def unpacker(self) -> Unpacker:
        """Return what unpacks the next member."""
        return _GzipUnpacker()


class Zstd:
    """Zstandard, with the dictionary that stands at the beginning of the file, if one does."""

    magic = ZSTD
    ends_with_size = False

    def __init__(self, dictionary: zstd.ZstdDict | None = None) -> None:
        self._dictionary = dictionary

    def unpacker(self) -> Unpacker:
        """Return what unpacks the next frame."""
        return _ZstdUnpacker(zstd.ZstdDecompressor(self._dictionary))


def zstd_of(file: Readable, start: bytes) -> tuple[Zstd, bytes]:
    """Return the codec of a Zstandard file that begins with ``start``, and what follows its dictionary there.

    Raises :class:`BadPacking` for a dictionary that cannot be used.
    """
    if not start.startswith(ZSTD_DICTIONARY):
        return Zstd(), start
    size = int.from_bytes(start[4:8], "little")
    if size > _MOST_DICTIONARY:
        raise BadPacking("the dictionary at the beginning of the file is too large")
    while len(start) < 8 + size and (block := file.read(8 + size - len(start))):
        start += block
    dictionary = start[8 : 8 + size]
    try:
        if dictionary.startswith(ZSTD):
            dictionary = zstd.decompress(dictionary)
        return Zstd(zstd.ZstdDict(dictionary)), start[8 + size :]
    except (zstd.ZstdError, ValueError) as error:
        raise BadPacking(f"the dictionary at the beginning of the file cannot be used: {error}") from error


def records_in_packed(
    file: Readable, codec: Codec, grammar: Grammar, counts: Counter[str], start: bytes = b""
) -> Iterator[Record]:
    """Yield the records of Rudaw in a packed file, count the others, and get over what is damaged.

    ``start`` is what was read of the file before.
    """
    window = _Window(file, start)
    at = window.find(codec.magic, 0)
    if at != 0:
        counts["damaged/BadHeader"] += 1
    while at >= 0:
        window.forget(at)
        member = _Member(window, at, codec)
        behind = _behind_foreign(window, at, grammar, member.peek()) if codec.ends_with_size else None
        if behind is None:
            yield from records_in_stream(member.read, grammar, counts, member.ended_early)
            if member.end is None:
                counts["damaged/BadPacking"] += not member.gave
                at = _next_sound(window, at + 1, codec, grammar)
                continue
            behind = member.end
        else:
            counts["foreign"] += 1
        at = window.find(codec.magic, behind)


def unpacked_start(data: bytes, codec: Codec) -> bytes:
    """Return the first bytes of what a member holds; none if it is damaged from the start."""
    try:
        return codec.unpacker().decompress(data, MOST_HEAD)
    except BadPacking:
        return b""


def _behind_foreign(window: _Window, at: int, grammar: Grammar, start: bytes) -> int | None:
    """Return where a member ends that holds one foreign record and nothing else; ``None`` if it must be unpacked.

    ``start`` is the first that it holds.
    """
    head = grammar.head(start, 0)
    if head is None or is_ours(head):
        return None
    size = (head.length + head.block + len(grammar.closing)) & 0xFFFFFFFF
    end = at + _LEAST_MEMBER
    for _ in range(_TRIES):
        end = window.find(GZIP, end)
        place = window.size if end < 0 else end
        if int.from_bytes(window.get(place - 4, 4), "little") == size:
            return place
        if end < 0:
            return None
        end += 1
    return None


def _next_sound(window: _Window, at: int, codec: Codec, grammar: Grammar) -> int:
    """Return where the next member begins that starts with a record's head; -1 if none does."""
    while (at := window.find(codec.magic, at)) >= 0:
        window.forget(at)
        if grammar.start.match(unpacked_start(window.get(at, _PACKED_HEAD), codec)):
            return at
        at += 1
    return -1


class _GzipUnpacker:
    """zlib's unpacker with the ways of Python's newer ones."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(31)  # a gzip wrapper and the largest window

    def decompress(self, data: bytes, limit: int) -> bytes:
        try:
            return self._inflate.decompress(self._inflate.unconsumed_tail + data, limit)
        except zlib.error as error:
            raise BadPacking(str(error)) from error

    @property
    def needs_input(self) -> bool:
        return not self._inflate.unconsumed_tail

    @property
    def eof(self) -> bool:
        return self._inflate.eof

    @property
    def unused_data(self) -> bytes:
        return self._inflate.unused_data


class _ZstdUnpacker:
    """Zstandard's unpacker with the error of this module."""

    def __init__(self, inner: zstd.ZstdDecompressor) -> None:
        self._inner = inner

    def decompress(self, data: bytes, limit: int) -> bytes:
        try:
            return self._inner.decompress(data, limit)
        except zstd.ZstdError as error:
            raise BadPacking(str(error)) from error

    @property
    def needs_input(self) -> bool:
        return self._inner.needs_input

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data


class _Window:
    """The part of a file that is looked at; places count from the file's beginning."""

    def __init__(self, file: Readable, start: bytes) -> None:
        self._file = file
        self._data = bytearray(start)
        self._first = 0
        self._over = False

    @property
    def size(self) -> int:
        """Where the part that was read ends; the file's size once all of it was."""
        return self._first + len(self._data)

    def get(self, at: int, length: int) -> bytes:
        """Return bytes of the file, fewer at its end."""
        while not self._over and self.size < at + length:
            self._more()
        with memoryview(self._data) as data:  # copied once
            return bytes(data[at - self._first : at - self._first + length])

    def find(self, wanted: bytes, at: int) -> int:
        """Return the next place of some bytes, -1 if there is none."""
        while True:
            place = self._data.find(wanted, max(at - self._first, 0))
            if place >= 0:
                return self._first + place
            if self._over:
                return -1
            at = max(at, self.size - len(wanted) + 1)
            self._more()

    def forget(self, at: int) -> None:
        """Let go of what lies before a place."""
        if at - self._first > _BLOCK:
            del self._data[: at - self._first]
            self._first = at

    def _more(self) -> None:
        block = self._file.read(_BLOCK)
        self._over = not block
        self._data += block


class _Member:
    """One member as a stream; ``end`` is where it ends in the file, once it was read whole and is sound."""

    def __init__(self, window: _Window, at: int, codec: Codec) -> None:
        self._window = window
        self._at = at
        self._unpacker = codec.unpacker()
        self._peeked = b""
        self.end: int | None = None
        self.gave = False
        self._is_damaged = False

    def peek(self) -> bytes:
        """Return the first unpacked bytes, which :meth:`read` gives too; none where the member is damaged there.

        To be called first, and once.
        """
        self._peeked = self._unpacked(_PACKED_HEAD, MOST_HEAD)
        return self._peeked

    def ended_early(self) -> bool:
        """Tell whether reading ended where the member is damaged or cut off."""
        return self._is_damaged

    def read(self, length: int) -> bytes:
        """Return the next unpacked bytes, at most ``length``; none at the end and where the member is damaged."""
        data, self._peeked = self._peeked or self._unpacked(_FEED, length), b""
        self._is_damaged = not data and self.end is None
        return data

    def _unpacked(self, feed: int, length: int) -> bytes:
        """Unpack at most ``length`` bytes, from ``feed`` packed ones at a time."""
        while self.end is None:
            hungry = self._unpacker.needs_input
            packed = self._window.get(self._at, feed) if hungry else b""
            self._at += len(packed)
            self._window.forget(self._at - _KEPT)
            try:
                data = self._unpacker.decompress(packed, length)
            except BadPacking:
                break
            if self._unpacker.eof:
                self.end = self._at - len(self._unpacker.unused_data)
            if data:
                self.gave = True
                return data
            if hungry and not packed:  # the file ends, the member does not
                break
        return b""
