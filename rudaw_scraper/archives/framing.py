"""Where a record begins and ends, in WARC and in ARC, and what its head says; nothing else of it is looked at.

A record that is not of Rudaw is told from one that is by the bytes of its head, before anything is parsed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

MOST_HEAD = 32 * 1024  # bytes of a record's head; real ones have a few hundred
MOST_RECORD = 64 * 1024 * 1024  # bytes; a larger one (a film) is passed over without being held in memory
_BLOCK = 256 * 1024

_WARC_START = rb"WARC/\d\.\d{1,2}\r?\n(?=[A-Za-z-]{1,40}:)"
_WARC_FIELD = re.compile(
    rb"^(warc-type|warc-target-uri|content-length):[ \t]*<?([^\r\n]*?)>?[ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
# ARC 1: address, IP, 14 digits, media type, length. ARC 2 has status, checksum, location, offset and file before it.
_ARC_START = (
    rb"((?:https?|ftp|dns|filedesc|warcinfo):[^\r\n]{0,4000}) ([0-9A-Za-z.:-]{1,60}) (\d{14}) ([^ \r\n]{1,200})"
    rb"(?: [^ \r\n]{1,20} [^ \r\n]{1,200} [^ \r\n]{1,4000} [^ \r\n]{1,40} [^ \r\n]{1,1000})? (\d{1,12})\r?\n"
)
_LINE_ENDS = re.compile(rb"[\r\n]{0,16}")
_OURS = b"rudaw"

Read = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Head:
    """What a record's head says: its own length and its block's in bytes, the record's type, the target address."""

    length: int
    block: int
    kind: bytes
    uri: bytes


@dataclass(frozen=True, slots=True)
class Record:
    """A whole record of Rudaw as it stands in the archive, head included."""

    head: Head
    data: bytes


class Grammar(Protocol):
    """How records are written: what begins one (``search``: on a new line), and what stands behind its block."""

    name: str
    start: re.Pattern[bytes]
    search: re.Pattern[bytes]
    closing: bytes

    def head(self, data: bytes | bytearray, at: int) -> Head | None:
        """Read the head that begins at this place; ``None`` if none does or it is not whole."""
        ...


class Warc:
    """WARC 1.0 and 1.1, and WET, which is WARC."""

    name = "warc"
    start = re.compile(_WARC_START)
    search = re.compile(rb"(?<=\n)" + _WARC_START)
    closing = b"\r\n\r\n"

    def head(self, data: bytes | bytearray, at: int) -> Head | None:
        """Read a WARC head; one without a length, or with two that differ, is none."""
        if self.start.match(data, at) is None:
            return None
        end = _HEAD_END.search(data, at, at + MOST_HEAD)
        if end is None:
            return None
        fields: dict[bytes, bytes] = {}
        for name, value in _WARC_FIELD.findall(data, at, end.end()):
            if fields.setdefault(name.lower(), value) != value:
                return None
        length = fields.get(b"content-length", b"")
        if not (length.isdigit() and len(length) < 16):
            return None
        kind, uri = fields.get(b"warc-type", b"").lower(), fields.get(b"warc-target-uri", b"")
        return Head(end.end() - at, int(length), kind, uri)


class Arc:
    """ARC 1 and 2, as web archives wrote them before WARC."""

    name = "arc"
    start = re.compile(_ARC_START)
    search = re.compile(rb"(?<=\n)" + _ARC_START)
    closing = b"\n"

    def head(self, data: bytes | bytearray, at: int) -> Head | None:
        """Read the line that begins an ARC record."""
        match = self.start.match(data, at)
        if match is None:
            return None
        kind = b"response" if match[1].lower().startswith(b"http") else b"other"
        return Head(match.end() - at, int(match[5]), kind, bytes(match[1]))


def is_ours(head: Head) -> bool:
    """Tell whether a record's address may be one of Rudaw: the name is in it."""
    return _OURS in head.uri.lower()


def records_in_stream(
    read: Read, grammar: Grammar, counts: Counter[str], is_damaged: Callable[[], bool] = lambda: False
) -> Iterator[Record]:
    """Yield the records of Rudaw in a stream of bytes, count the others, and get over what is damaged.

    A record whose length is wrong or that is cut off is counted as damaged; the search for the next one begins
    right behind its head, since a length that is too large may cover sound records. ``is_damaged`` tells, where the
    stream ends, whether it ended too early: then its last record is not believed.
    """
    stretch = _Stretch(read)
    while stretch.skip_line_ends():
        stretch.fill(MOST_HEAD)
        head = grammar.head(stretch.data, stretch.at)
        if head is None:
            counts["damaged/BadHeader"] += 1
            if not stretch.go_to(grammar.search, 1):
                return
            continue
        whole = head.length + head.block
        if whole > MOST_RECORD:
            counts["damaged/TooLarge" if is_ours(head) else "foreign"] += 1
            stretch.leap(whole)
            continue
        reason = _fault(stretch, whole, grammar, is_damaged)
        if reason is not None:
            counts[f"damaged/{reason}"] += 1
            if not stretch.go_to(grammar.search, head.length):
                return
            continue
        if is_ours(head):
            with memoryview(stretch.data) as data:  # copied once
                record = bytes(data[stretch.at : stretch.at + whole])
            yield Record(head, record)
        else:
            counts["foreign"] += 1
        stretch.at += whole


def _fault(stretch: _Stretch, whole: int, grammar: Grammar, is_damaged: Callable[[], bool]) -> str | None:
    """Return why a record is not whole, or ``None``: behind it the next begins, or the archive ends."""
    if not stretch.fill(whole):
        return "CutOff"
    stretch.fill(whole + MOST_HEAD)
    end = stretch.at + whole
    behind = _LINE_ENDS.match(stretch.data, end)
    assert behind is not None, "the pattern matches nothing, too"
    is_last = behind.end() == len(stretch.data)
    if is_last and is_damaged():
        return "BadPacking"
    if stretch.data.startswith(grammar.closing, end) and len(grammar.closing) > 1:
        return None
    if is_last or grammar.start.match(stretch.data, behind.end()):
        return None
    return "BadLength"


class _Stretch:
    """The stretch of a stream that is looked at: ``data`` from ``at`` on."""

    def __init__(self, read: Read) -> None:
        self.data = bytearray()
        self.at = 0
        self._read = read
        self._over = False

    def fill(self, length: int) -> bool:
        """Have at least ``length`` bytes from ``at`` on, if the stream still has them; tell whether it had."""
        if self.at > 4 * _BLOCK:
            del self.data[: self.at - 1]  # a search looks at the byte before
            self.at = 1
        while not self._over and len(self.data) - self.at < length:
            block = self._read(max(_BLOCK, length - len(self.data) + self.at))
            self._over = not block
            self.data += block
        return len(self.data) - self.at >= length

    def skip_line_ends(self) -> bool:
        """Go on to the next byte that is no line end; tell whether there is one."""
        while self.fill(1):
            match = _LINE_ENDS.match(self.data, self.at)
            assert match is not None, "the pattern matches nothing, too"
            if match.end() == self.at:
                return True
            self.at = match.end()
        return False

    def go_to(self, start: re.Pattern[bytes], beyond: int) -> bool:
        """Go on to the next place, at least ``beyond`` bytes away, where a record begins."""
        self.at += beyond
        while True:
            match = start.search(self.data, self.at)
            # What begins in the last bytes may be the beginning of a longer head.
            if match is not None and (self._over or len(self.data) - match.start() > MOST_HEAD):
                self.at = match.start()
                return True
            if self._over:
                return False
            if match is None:
                self.at = max(self.at, self.data.rfind(b"\n", 0, max(self.at, len(self.data) - MOST_HEAD)) + 1)
            self.fill(len(self.data) - self.at + _BLOCK)

    def leap(self, length: int) -> None:
        """Pass over bytes without keeping them."""
        left = length - (len(self.data) - self.at)
        if left < 0:
            self.at += length
            return
        self.data.clear()
        self.at = 0
        while left > 0 and (block := self._read(min(_BLOCK, left))):
            left -= len(block)
