"""One record per article out of many captures of it: the newest reading of each field, all comments ever seen.

What is sorted by article is kept in a SQLite file, so memory is bounded by the captures of one article, not by the
number of articles.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from rudaw_scraper.archives.threads import merged_comments
from rudaw_scraper.dataset.errors import BadRecords, at_line
from rudaw_scraper.dataset.files import parse, read_lines
from rudaw_scraper.validation import problems
from rudaw_scraper.writer import JsonLinesFile, WriteError, cannot_write, sync_folder

# Keys that are one reading and come from one capture: the newest in which the first of them has a value.
_GROUPS = (
    ("section",),
    ("headline",),
    ("byline", "authors"),
    ("date_published", "datetime_published", "date_published_raw", "date_published_source"),
    ("date_modified", "datetime_modified", "date_modified_raw"),
    ("summary",),
    ("body", "dateline", "subheadings", "quotes"),  # offsets and paragraphs are those of that body
    ("captions",),
    ("tags",),
    ("comment_count",),
    ("related",),
    ("latest_comments",),
)
_MISSING = {"byline_missing": "byline", "body_missing": "body"}  # warnings that an older reading makes good
_OF_COMMENTS = "comment_before_article"  # a warning that stays with the comments, whichever capture has them


def merge_files(paths: Iterable[Path], output: Path) -> tuple[int, int]:
    """Merge files of records into one with a line per article; return how many captures and articles there were.

    Raises :class:`~rudaw_scraper.dataset.errors.BadRecords` for a line that is no record, and
    :class:`~rudaw_scraper.writer.WriteError`; then no file is written.
    """
    if output.exists():
        raise WriteError(f"{output} exists already and is not overwritten. Choose another name with --output.")
    captures = 0
    try:
        with tempfile.TemporaryDirectory(prefix=f".{output.name}.", dir=output.parent) as folder:
            merged = JsonLinesFile(Path(folder) / "merged.jsonl")
            for records in _by_article(Path(folder) / "captures.sqlite", paths):
                captures += len(records)
                merged.write(merge(records))
            merged.close()
            if not captures:
                raise BadRecords("The files hold no record.")
            merged.path.rename(output)
            sync_folder(output.parent)
    except sqlite3.OperationalError as error:
        raise WriteError(f"{output.parent} cannot hold the file that is sorted there: {error}.") from error
    except OSError as error:
        raise cannot_write(output, error) from error
    return captures, merged.lines


def merge(captures: list[dict[str, Any]]) -> dict[str, Any]:
    """Return one record out of the captures of one article, the oldest first.

    It has the keys of a record; each comment has ``seen_first`` and ``seen_last`` besides: the times of the first and
    the last capture with it if it is missing in any that came before or after, else ``None``.
    """
    record = dict(captures[-1])
    for group in _GROUPS:
        newest = next((capture for capture in reversed(captures) if _is_known(capture[group[0]])), None)
        if newest is None and group[0].startswith("date_"):
            newest = next((capture for capture in reversed(captures) if _is_known(capture[f"{group[0]}_raw"])), None)
        if newest is not None:
            record.update((key, newest[key]) for key in group)
    record["comments"] = merged_comments(captures)
    record["warnings"] = [code for code in record["warnings"] if not record.get(_MISSING.get(code, ""))]
    if any(_OF_COMMENTS in capture["warnings"] for capture in captures) and _OF_COMMENTS not in record["warnings"]:
        record["warnings"].append(_OF_COMMENTS)
    return record


def _is_known(value: Any) -> bool:
    return value is not None and value != []


def _by_article(place: Path, paths: Iterable[Path]) -> Iterator[list[dict[str, Any]]]:
    """Yield the captures of each article, the oldest first; articles in the order of their ids."""
    with closing(sqlite3.connect(place, isolation_level=None)) as database:
        database.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; PRAGMA cache_size = -32768;"
            "CREATE TABLE capture (id TEXT, fetched_at TEXT, record BLOB);"
        )
        database.execute("BEGIN")
        database.executemany("INSERT INTO capture VALUES (?, ?, ?)", _rows(paths))
        database.execute("COMMIT")
        database.execute("CREATE INDEX by_article ON capture (id, fetched_at)")
        rows = database.execute("SELECT id, record FROM capture ORDER BY id, fetched_at, rowid")
        for _, captures in groupby(rows, key=itemgetter(0)):
            yield [json.loads(zlib.decompress(packed)) for _, packed in captures]


def _rows(paths: Iterable[Path]) -> Iterator[tuple[str, str, bytes]]:
    for path in paths:
        for line in read_lines(path):
            record = parse(line)
            if b'"seen_first":' in line.raw:
                raise at_line(path, line.number, "merged already; merge the files it was made of, and the new ones")
            found = problems(record)
            if found:
                raise at_line(path, line.number, f"no record of an article: {found[0]}")
            yield record["id"], record["fetched_at"], zlib.compress(line.raw, 1)
