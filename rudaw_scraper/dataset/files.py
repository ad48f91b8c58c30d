"""Files of records as lines: paths and patterns, plain or compressed, one line in memory at a time."""

from __future__ import annotations

import glob
import gzip
import io
import json
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from rudaw_scraper.dataset.errors import BadRecords, NoFiles, at_line, optional

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

_BUFFER = 1 << 20
#: What reading a packed file raises that is damaged or cut off.
DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile)


class Line(NamedTuple):
    """A line of a file, numbered from 1, as bytes with its line end."""

    path: Path
    number: int
    raw: bytes


def expand(paths: Paths) -> list[Path]:
    """Return the files that paths and patterns (``*``, ``?``, ``**``) name, each once, a pattern's in order of name.

    Raises :class:`NoFiles` where one names nothing, :class:`BadRecords` for a folder.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    found: dict[Path, None] = {}
    for entry in given:
        name = os.fspath(entry)
        matches = [name] if Path(name).exists() else sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        if not matches:
            raise NoFiles(f"{name} names no file.")
        for match in matches:
            path = Path(match)
            if path.is_dir():
                raise BadRecords(f"{match} is a folder. Name the files in it, such as '{match}/**/articles.jsonl'.")
            found[path] = None
    return list(found)


def read_lines(path: Path) -> Iterator[Line]:
    """Yield the lines of a ``.jsonl``, ``.jsonl.gz`` or ``.jsonl.zst`` file that are not blank.

    Raises :class:`BadRecords` where the file cannot be unpacked or read, and :class:`MissingExtra` for ``.zst``
    without the package ``zstandard``.
    """
    number = 0
    try:
        with open_packed(path) as file:
            for raw in file:
                number += 1
                if not raw.isspace():
                    yield Line(path, number, raw)
    except DAMAGED as error:
        raise BadRecords(f"{path} is damaged or cut off after line {number}: {error}") from None
    except OSError as error:
        raise BadRecords(f"{path} cannot be read: {error.strerror or error}") from None


def parse(line: Line) -> dict[str, Any]:
    """Return the JSON object on a line; raises :class:`BadRecords`."""
    try:
        value = json.loads(line.raw)
        if b"\\u" in line.raw:
            json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError) as error:
        raise at_line(line.path, line.number, f"not JSON in UTF-8 ({error})") from None
    if not isinstance(value, dict):
        raise at_line(line.path, line.number, "no JSON object")
    return value


def open_packed(path: Path) -> BinaryIO:
    """Open a file for reading its bytes, unpacked if its name ends in ``.gz`` or ``.zst``.

    Reading may raise any of :data:`DAMAGED`; opening raises :class:`OSError`, and :class:`MissingExtra` for ``.zst``
    without the package ``zstandard``.
    """
    if path.suffix == ".gz":
        return cast("BinaryIO", gzip.open(path, "rb"))
    if path.suffix == ".zst":
        return _open_zstd(path)
    return path.open("rb", buffering=_BUFFER)


def _open_zstd(path: Path) -> BinaryIO:
    from rudaw_scraper.dataset.zstd import ZstdReader

    zstandard = optional("zstandard", "zstd", f"Reading {path}")
    return cast("BinaryIO", io.BufferedReader(ZstdReader(path.open("rb"), zstandard), _BUFFER))
