"""What earlier runs have written: one small SQLite database beside the output.

It is made anew from the output when it is missing, so that it holds nothing which cannot be had again but the times
of reading and the validators of conditional requests.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import inf
from pathlib import Path
from typing import Any

from rudaw_scraper.fingerprint import fingerprint
from rudaw_scraper.recheck import DAY, Recheck
from rudaw_scraper.writer import WriteError

_SCHEMA = """
    CREATE TABLE IF NOT EXISTS articles (
        id TEXT PRIMARY KEY, url TEXT, edition TEXT, sections TEXT, day TEXT, fingerprint TEXT, etag TEXT,
        modified TEXT, first_run INTEGER, last_run INTEGER, first_seen REAL, checked REAL, checks INTEGER, gone INTEGER
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS aliases (listed TEXT PRIMARY KEY, id TEXT) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS refusals (
        url TEXT PRIMARY KEY, reason TEXT, run INTEGER, times INTEGER, listed TEXT
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS refusals_listed ON refusals (listed);
    CREATE TABLE IF NOT EXISTS runs (number INTEGER PRIMARY KEY, name TEXT UNIQUE, sound INTEGER, report TEXT);
    CREATE TABLE IF NOT EXISTS days (id TEXT PRIMARY KEY, day TEXT) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS walks (scope TEXT, since TEXT, run INTEGER, PRIMARY KEY (scope, since)) WITHOUT ROWID;
"""
_WRITTEN = """
    INSERT INTO articles VALUES (:id, :url, :edition, :sections, :day, :fingerprint, :etag, :modified, :run, :run,
        :now, :now, 0, 0)
    ON CONFLICT (id) DO UPDATE SET url = :url, day = :day, fingerprint = :fingerprint, etag = :etag,
        modified = :modified, last_run = :run, checks = checks + 1, checked = :now, gone = 0
"""
# Refusals that a later try may mend; the others are answers about the page itself.
_FINAL = (
    "Http404",
    "Http410",
    "ListingPage",
    "RobotsForbidden",
    "OffSite",
    "UnknownLayout",
    "BinaryContent",
    "BadAddress",
)
_MOST_TRIES = 10


@dataclass(frozen=True, slots=True)
class Known:
    """An article that is in the output: whether to read it again, and how to ask whether it changed."""

    due: bool
    etag: str | None
    modified: str | None


Validators = tuple[str | None, str | None]


class State:
    """The articles, refusals and runs of one output; every method commits what it changes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._validators: dict[str, Validators] = {}
        self._database: sqlite3.Connection | None = None
        self.run = 0
        try:
            self._database = sqlite3.connect(path, isolation_level=None)
            # Commits survive the death of the process at any moment, and the database that of the machine.
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.execute("PRAGMA wal_autocheckpoint = 256")  # pages: the journal beside it stays at 1 MB
            self._database.execute("PRAGMA cache_size = -1024")  # KiB
            self._database.executescript(_SCHEMA)
        except sqlite3.Error as error:
            self.close()
            raise self._failed(error) from error

    def close(self) -> None:
        """Close the database."""
        if self._database is not None:
            self._database.close()
            self._database = None

    # Runs

    def begin_run(self, name: str) -> None:
        """Note that a run begins; what is written from now on is its work."""
        self._do("INSERT OR IGNORE INTO runs (name) VALUES (?)", (name,))
        ((self.run,),) = self._do("SELECT number FROM runs WHERE name = ?", (name,))

    def end_run(self, *, sound: bool, report: Mapping[str, Any]) -> None:
        """Note how the run ended; ``report`` is what later runs are compared with."""
        self._do("UPDATE runs SET sound = ?, report = ? WHERE number = ?", (sound, json.dumps(report), self.run))

    def is_finished(self, name: str) -> bool:
        """Tell whether a run of that name has ended."""
        return bool(self._do("SELECT 1 FROM runs WHERE name = ? AND report IS NOT NULL", (name,)))

    def sound_reports(self, most: int) -> list[dict[str, Any]]:
        """Return what the latest sound runs reported, the newest first."""
        rows = self._do("SELECT report FROM runs WHERE sound ORDER BY number DESC LIMIT ?", (most,))
        return [json.loads(report) for (report,) in rows]

    def absorb(self, records: Iterable[Mapping[str, Any]]) -> None:
        """Make the current run's articles those of its file: what a kill or a power cut put apart comes together."""
        with self._transaction():
            self._do("CREATE TEMP TABLE IF NOT EXISTS present (id TEXT PRIMARY KEY)", ())
            self._do("DELETE FROM present", ())
            for record in records:
                digest = fingerprint(record)
                same = self._do("SELECT 1 FROM articles WHERE id = ? AND fingerprint = ?", (record["id"], digest))
                if not same:
                    self.written(record, digest)
                self._do("INSERT OR IGNORE INTO present VALUES (?)", (record["id"],))
            self._do(
                "UPDATE articles SET fingerprint = '', etag = NULL, modified = NULL "
                "WHERE last_run = ? AND id NOT IN (SELECT id FROM present)",
                (self.run,),
            )

    # Articles

    def known(self, listed: str, recheck: Recheck) -> Known | None:
        """Return what is known of the article that is listed under this id; ``None`` if it is not in the output."""
        row = self._row(listed)
        if row is None:
            alias = self._do("SELECT id FROM aliases WHERE listed = ?", (listed,))
            row = self._row(alias[0][0]) if alias else None
        if row is None:
            return None
        day, seen, checked, checks, etag, modified = row
        due = recheck.is_due(age=_age(day, seen), waited=_waited(checked), checks=checks)
        return Known(due, etag, modified)  # one that was gone, and is listed again, may be there again

    def due(self, editions: Iterable[str], recheck: Recheck) -> list[tuple[str, str]]:
        """Return ids and addresses of young articles to be read again, whether or not they are listed still."""
        if recheck.mode != "age":
            return []
        oldest = datetime.fromtimestamp(max(0.0, time.time() - recheck.age - DAY), UTC).date().isoformat()
        found = []
        for edition in editions:
            rows = self._do(
                "SELECT id, url, day, first_seen, checked, checks FROM articles "
                "WHERE edition = ? AND NOT gone AND fingerprint != '' AND (day >= ? OR day IS NULL)",
                (edition, oldest),
            )
            for key, url, day, seen, checked, checks in rows:
                if recheck.is_due(age=_age(day, seen), waited=_waited(checked), checks=checks):
                    found.append((key, url))
        return found

    def last_line(self, key: str) -> tuple[str, int] | None:
        """Return the fingerprint of an article's last line in the output, and the run that wrote it."""
        rows = self._do("SELECT fingerprint, last_run FROM articles WHERE id = ?", (key,))
        return (rows[0][0], rows[0][1]) if rows else None

    def note_validators(self, key: str, validators: Validators) -> None:
        """Keep what the server said of a page until its article is written; not before, or a kill would lose it."""
        if any(validators):
            self._validators[key] = validators

    def written(self, record: Mapping[str, Any], digest: str) -> None:
        """Note that a line of an article has been written."""
        etag, modified = self._validators.pop(record["id"], (None, None))
        values = {
            "id": record["id"],
            "url": record["url"],
            "edition": record["edition"],
            "sections": "/".join(record["section_path"]),
            "day": record["date_published"],
            "fingerprint": digest,
            "etag": etag,
            "modified": modified,
            "run": self.run,
            "now": datetime.fromisoformat(record["fetched_at"]).timestamp(),
        }
        self._do(_WRITTEN, values)
        self._do("DELETE FROM refusals WHERE url = ?", (record["url"],))

    def unchanged(self, key: str) -> None:
        """Note that an article was read again and is as it was."""
        etag, modified = self._validators.pop(key, (None, None))
        self._do(
            "UPDATE articles SET checked = ?, checks = checks + 1, gone = 0, etag = COALESCE(?, etag), "
            "modified = COALESCE(?, modified) WHERE id = ?",
            (time.time(), etag, modified, key),
        )

    def alias(self, listed: str, key: str) -> None:
        """Note that the address listed as one article leads to another."""
        self._do("INSERT OR REPLACE INTO aliases VALUES (?, ?)", (listed, key))

    def note_day(self, key: str, day: str) -> None:
        """Note when an article was published that is not written, so that it is not fetched to learn it again."""
        self._do("INSERT OR REPLACE INTO days VALUES (?, ?)", (key, day))

    def day(self, listed: str) -> date | None:
        """Return when the article that is listed under this id was published, if it was ever read."""
        rows = self._do(
            "WITH ids (id) AS (SELECT ? UNION SELECT id FROM aliases WHERE listed = ?) SELECT day FROM ids "
            "JOIN (SELECT id, day FROM articles UNION ALL SELECT id, day FROM days) USING (id) WHERE day IS NOT NULL",
            (listed, listed),
        )
        return date.fromisoformat(rows[0][0]) if rows else None

    # Refusals

    def refused(self, url: str, reason: str, key: str | None) -> bool:
        """Note a page that gave no article; tell whether an earlier run had the same final answer from it."""
        self._validators.pop(key or "", None)
        before = self._do("SELECT reason, run FROM refusals WHERE url = ?", (url,))
        self._do(
            "INSERT INTO refusals VALUES (?, ?, ?, 1, ?) ON CONFLICT (url) DO UPDATE "
            "SET reason = excluded.reason, run = excluded.run, times = times + 1",
            (url, reason, self.run, key),
        )
        if key is not None and reason in ("Http404", "Http410"):
            self._do("UPDATE articles SET gone = 1 WHERE id = ?", (key,))
        repeated = bool(before) and before[0][0] == reason and before[0][1] != self.run
        return repeated and reason in ("Http404", "Http410", "ListingPage", "RobotsForbidden")

    def all_refused(self, keys: Iterable[str]) -> bool:
        """Tell whether none of these articles could be had in the current run."""
        query = "SELECT 1 FROM refusals WHERE listed = ? AND run = ?"
        return all(self._do(query, (key, self.run)) for key in keys)

    def to_try_again(self) -> list[tuple[str, str]]:
        """Return ids and addresses of articles that earlier runs could not get, and a later one may."""
        rows = self._do(
            "SELECT listed, url FROM refusals WHERE listed IS NOT NULL AND times < ? "
            "AND reason NOT IN (SELECT value FROM json_each(?))",
            (_MOST_TRIES, json.dumps(_FINAL)),
        )
        return [(listed, url) for listed, url in rows]

    # Listings

    def walked(self, scopes: Iterable[str], since: date | None) -> None:
        """Note that this run has seen everything that the listings of these parts of the site offer."""
        self._do_many(
            "INSERT OR REPLACE INTO walks VALUES (?, ?, ?)",
            [(scope, since.isoformat() if since else "", self.run) for scope in scopes],
        )

    def last_walk(self, scope: str, since: date | None) -> int:
        """Return the number of the latest run that has seen all of a part of the site; 0 if none has."""
        edition = scope.split("/")[0]
        rows = self._do(
            "SELECT MAX(run) FROM walks WHERE scope IN (?, ?) AND since <= ?",
            (scope, edition, since.isoformat() if since else ""),
        )
        return rows[0][0] or 0

    def day_before(self, run: int) -> date:
        """Return the day before a run began, by its name; the first of all days if that lies ahead of the clock."""
        rows = self._do("SELECT name FROM runs WHERE number = ?", (run,))
        try:
            began = datetime.strptime(rows[0][0][:8], "%Y%m%d").replace(tzinfo=UTC).date()
        except (IndexError, ValueError):
            return date.min
        return began - timedelta(days=1) if began <= datetime.now(UTC).date() else date.min

    def all_written_by(self, keys: Iterable[str], run: int) -> bool:
        """Tell whether all these articles were in the output when that run ended."""
        for key in keys:
            rows = self._do(
                "SELECT 1 FROM articles WHERE id IN (SELECT ? UNION SELECT id FROM aliases WHERE listed = ?) "
                "AND first_run <= ?",
                (key, key, run),
            )
            if not rows:
                return False
        return True

    def _row(self, key: str) -> tuple[Any, ...] | None:
        rows = self._do(
            "SELECT day, first_seen, checked, checks, etag, modified FROM articles WHERE id = ? AND fingerprint != ''",
            (key,),
        )
        return rows[0] if rows else None

    def _do(self, statement: str, values: Any) -> list[tuple[Any, ...]]:
        assert self._database is not None
        try:
            return self._database.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _do_many(self, statement: str, rows: list[tuple[Any, ...]]) -> None:
        with self._transaction():
            for row in rows:
                self._do(statement, row)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._do("BEGIN", ())
        try:
            yield
        except BaseException:
            self._do("ROLLBACK", ())
            raise
        self._do("COMMIT", ())

    def _failed(self, error: sqlite3.Error) -> WriteError:
        if isinstance(error, sqlite3.OperationalError):
            return WriteError(f"{self._path} cannot be written: {error}. Free some space or choose another --output.")
        return WriteError(
            f"{self._path} is damaged: {error}. Move it away with what is named like it; the next run makes it anew "
            "from the output beside it."
        )


def _age(day: str | None, first_seen: float) -> float:
    """Return an article's age in seconds, from the end of its day of publication, else from when it was first seen."""
    if day is None:
        return max(0.0, time.time() - first_seen)
    published = datetime.combine(date.fromisoformat(day), datetime.max.time(), UTC).timestamp()
    return max(0.0, time.time() - published)


def _waited(checked: float) -> float:
    """Return the seconds since an article was read; the clock may have been wrong then, and ahead of now."""
    waited = time.time() - checked
    return waited if waited >= 0 else inf
