"""Checking files of records, line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rudaw_scraper.dataset.files import DAMAGED, open_packed
from rudaw_scraper.date_order import order_problems
from rudaw_scraper.validation import problems


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one line (counted from 1) of a file; ``record_id`` where the line has one."""

    line: int
    record_id: str | None
    problem: str


class FileCheck:
    """The check of one file; ``lines`` counts the records read so far."""

    def __init__(self, path: Path) -> None:
        self.lines = 0
        self._path = path
        self._first_lines: dict[tuple[str, str], int] = {}

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong, in the order of the lines; raises :class:`OSError`.

        Raises :class:`~rudaw_scraper.dataset.errors.MissingExtra` for ``.zst`` without the package ``zstandard``.
        """
        try:
            with open_packed(self._path) as file:
                for raw in file:
                    self.lines += 1
                    for record_id, problem in self._line_problems(raw):
                        yield Finding(self.lines, record_id, problem)
        except DAMAGED as error:
            yield Finding(self.lines + 1, None, f"from here on the file is damaged or cut off: {error}")
            return
        if not self.lines:
            yield Finding(0, None, "the file is empty")

    def _line_problems(self, raw: bytes) -> Iterator[tuple[str | None, str]]:
        if not raw.endswith(b"\n"):
            yield None, "the line does not end in a line feed: the file may be cut off"
        if raw.endswith(b"\r\n"):
            yield None, "the line ends in CR LF instead of LF"
        if raw.startswith(b"\xef\xbb\xbf"):
            yield None, "the line begins with a byte order mark"
        try:
            text = raw.decode("utf-8").lstrip("\ufeff").rstrip("\r\n")
            record = json.loads(text, object_pairs_hook=_no_repeated_keys)
        except UnicodeDecodeError as error:
            yield None, f"not UTF-8: {error.reason} at byte {error.start}"
            return
        except (ValueError, RecursionError) as error:
            yield None, f"not JSON: {error}"
            return
        record_id = record.get("id") if isinstance(record, dict) else None
        record_id = record_id if isinstance(record_id, str) else None
        for problem in problems(record) or order_problems(record):
            yield record_id, problem
        if "\\u" in text and text.count("\\u") > json.dumps(record, ensure_ascii=False).count("\\u"):
            yield record_id, "characters are written as \\u escapes instead of themselves"
        if record_id is not None:
            yield from self._repeated(record_id, str(record.get("content_sha256")))

    def _repeated(self, record_id: str, digest: str) -> Iterator[tuple[str, str]]:
        first = self._first_lines.setdefault((record_id, digest), self.lines)
        if first != self.lines:
            yield record_id, f"the same article with the same content as on line {first}"


def _no_repeated_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError("a key occurs twice in one object")
    return record
