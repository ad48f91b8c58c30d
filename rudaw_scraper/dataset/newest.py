"""The newest capture of each article, over files of any size, in little memory.

An article that changed is a further line with the same ``id`` and a later ``fetched_at``. A first pass over the lines
notes for each ``id`` which line is the newest, in a temporary database that SQLite keeps on disk; a second pass takes
those lines. Of captures at the same moment the last one counts.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from rudaw_scraper.dataset.errors import at_line
from rudaw_scraper.dataset.files import Line, parse, read_lines

_BATCH = 5000
# The contract fixes the order of the keys, so that both values are found without parsing the line. Inside a JSON
# string every quotation mark has a backslash before it: the pattern matches keys only.
_ID = re.compile(rb'\s*\{"schema_version": ?"[^"\\]*", ?"id": ?"([^"\\]+)"')
_FETCHED_AT = re.compile(rb'"fetched_at": ?"([^"\\]+)"')

_SEEN = b'"seen_first":'  # likewise

_NOTE = """
    INSERT INTO captures VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE
    SET fetched_at = excluded.fetched_at, place = excluded.place WHERE excluded.fetched_at >= captures.fetched_at
"""


def all_lines(files: Sequence[Path]) -> Iterator[Line]:
    """Yield the lines of the files in order."""
    for path in files:
        yield from read_lines(path)


def hold_merged(files: Sequence[Path]) -> bool:
    """Return whether one of the files holds a merged record with comments; reads up to it, else to the end."""
    return any(_SEEN in line.raw for line in all_lines(files))


def newest_lines(files: Sequence[Path]) -> Iterator[Line]:
    """Yield, in order, the line of each article's newest capture. Lines that are added meanwhile are left out."""
    database = sqlite3.connect("")  # a temporary file that nobody else sees and that goes when it is closed
    try:
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("CREATE TABLE captures (id PRIMARY KEY, fetched_at, place INTEGER) WITHOUT ROWID")
        captures = ((*_capture(line), place) for place, line in enumerate(all_lines(files)))
        while batch := list(islice(captures, _BATCH)):
            database.executemany(_NOTE, batch)
        places = database.execute("SELECT place FROM captures ORDER BY place")
        wanted = places.fetchone()
        for place, line in enumerate(all_lines(files)):
            if wanted is None:
                return
            if place == wanted[0]:
                yield line
                wanted = places.fetchone()
    finally:
        database.close()


def _capture(line: Line) -> tuple[str, str]:
    """Return the ``id`` and the ``fetched_at`` of a line, the latter without its Z: then text sorts as time does."""
    found = _ID.match(line.raw)
    times = _FETCHED_AT.findall(line.raw)
    if found and len(times) == 1:
        return found[1].decode(errors="replace"), times[0].decode(errors="replace").removesuffix("Z")
    record = parse(line)
    key, fetched_at = record.get("id"), record.get("fetched_at")
    if not isinstance(key, str) or not isinstance(fetched_at, str):
        raise at_line(line.path, line.number, "no record of an article: id or fetched_at is missing")
    return key, fetched_at.removesuffix("Z")
