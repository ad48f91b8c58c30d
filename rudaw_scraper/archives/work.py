"""Reading one archive into a folder of output: the unit of work, on this machine or on a cluster's.

The folder appears when it is whole. It may be made twice (a worker died, the scheduler tried again): the first one
stays. What a worker gives back is the report, never the records.
"""

from __future__ import annotations

import glob
import shutil
import threading
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rudaw_scraper.archives.readers import NotAnArchive, captures_in
from rudaw_scraper.archives.report import Report, read_report, records_in
from rudaw_scraper.errors import InvalidRecord, RudawError
from rudaw_scraper.extract import article_of
from rudaw_scraper.page import Page
from rudaw_scraper.refused import FailedPage, RefusedPages
from rudaw_scraper.saved_pages import BadUrlMap
from rudaw_scraper.validation import problems
from rudaw_scraper.writer import JsonLinesFile, WriteError, cannot_write, sync_folder

PART = ".part-"
PROGRESS = "progress"
_BEAT = 0.5  # seconds between two notes of how far a worker is


@dataclass(frozen=True)
class Task:
    """One archive to read: where it lies, its size in bytes, the folder to make, the map of addresses if any."""

    archive: Path
    size: int
    folder: Path
    url_map: Path | None = None


def read_archive(task: Task) -> Report:
    """Read an archive into its folder and return the report.

    An archive that cannot be read, or whose output cannot be written, gives a report with ``error`` and no folder.
    """
    counts: Counter[str] = Counter()
    try:
        part = _new_part(task.folder)
        try:
            output = _Output(part, counts)
            with _noting_progress(part, counts):
                for capture in captures_in(task.archive, task.url_map, counts):
                    output.take(capture)
            output.close()
            report = Report.of(task.archive, task.size, counts)
            report.write(part)
            return _publish(part, task.folder, report)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except (NotAnArchive, BadUrlMap, WriteError) as error:
        words = str(error)
    except OSError as error:
        words = f"{task.archive} cannot be read: {error.strerror or error}."
    return Report(str(task.archive), task.size, error=words)


def read_record(page: Page) -> dict[str, Any]:
    """Read a page into a record that keeps the contract; raises the errors of ``extract_article``."""
    record = article_of(page).to_dict()
    found = problems(record)
    if found:
        raise InvalidRecord("; ".join(found[:5]))
    return record


def progress_of(folder: Path) -> tuple[int, int]:
    """Return how many records and bytes of an archive are read, by the notes of whoever reads it now."""
    most = (0, 0)
    for note in folder.parent.glob(f"{glob.escape(folder.name)}{PART}*/{PROGRESS}"):
        try:
            records, size = note.read_text(encoding="ascii").split()
            most = max(most, (int(records), int(size)))
        except (OSError, ValueError):  # it is being written, or gone since
            continue
    return most


def remove_parts(folder: Path) -> None:
    """Remove what workers that died have left behind."""
    for part in folder.parent.glob(f"{glob.escape(folder.name)}{PART}*"):
        shutil.rmtree(part, ignore_errors=True)


class _Output:
    """The files of one archive's output, and the counts of what went into them."""

    def __init__(self, folder: Path, counts: Counter[str]) -> None:
        self._articles = JsonLinesFile(folder / "articles.jsonl")
        self._refused = RefusedPages(folder)
        self._counts = counts
        self._seen: set[tuple[str, bytes]] = set()

    def take(self, capture: Page | FailedPage) -> None:
        """Write the article of a page, or keep the page."""
        if isinstance(capture, FailedPage):
            self._refuse(capture.page, capture.reason, capture.detail)
            return
        try:
            record = read_record(capture)
        except RudawError as error:
            self._counts["faults"] += isinstance(error, InvalidRecord)
            self._refuse(capture, type(error).__name__, str(error))
        except Exception as error:  # a fault of this program on one page is no reason to lose the others
            self._counts["faults"] += 1
            self._refuse(capture, type(error).__name__, str(error))
        else:
            self._write(record)

    def close(self) -> None:
        """Give the files their names."""
        self._articles.close()
        self._refused.close()

    def _write(self, record: dict[str, Any]) -> None:
        key = (record["id"], bytes.fromhex(record["content_sha256"]))
        if key in self._seen:
            self._counts["duplicates"] += 1
            return
        self._seen.add(key)
        self._articles.write(record)
        self._counts["articles"] += 1
        for name in ("comments", "quotes", "captions"):
            self._counts[name] += len(record[name])
        for code in record["warnings"]:
            self._counts[f"warnings/{code}"] += 1

    def _refuse(self, page: Page, reason: str, detail: str) -> None:
        self._counts[f"refused/{reason}"] += 1
        self._refused.keep(page, reason, detail)


@contextmanager
def _noting_progress(folder: Path, counts: Counter[str]) -> Iterator[None]:
    """Write twice a second into a file how far the reading is, for whoever watches, on this machine or another."""
    note = folder / PROGRESS
    over = threading.Event()

    def beat() -> None:
        while not over.wait(_BEAT):
            with suppress(OSError):
                note.write_text(f"{records_in(counts)} {counts['bytes']}", encoding="ascii")

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        note.unlink(missing_ok=True)


def _new_part(folder: Path) -> Path:
    part = folder.with_name(f"{folder.name}{PART}{uuid.uuid4().hex[:12]}")
    try:
        part.mkdir(parents=True)
    except OSError as error:
        raise cannot_write(part, error) from error
    return part


def _publish(part: Path, folder: Path, report: Report) -> Report:
    """Give the folder its name; if it was made by another worker meanwhile, that one stays."""
    try:
        part.rename(folder)
    except OSError as error:
        there = read_report(folder)
        if there is None:
            raise cannot_write(folder, error) from error
        return there
    sync_folder(folder.parent)
    return report
