"""Reading one archive into a folder of output: the unit of work, on this machine or on a cluster's.

The folder appears when it is whole. It may be made twice (a worker died, the scheduler tried again): the first one
stays. What a worker gives back is the report, never the records.
"""

from __future__ import annotations

import gc
import glob
import shutil
import threading
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rudaw_scraper.addresses import parse_address
from rudaw_scraper.archives.readers import NotAnArchive, captures_in
from rudaw_scraper.archives.report import Report, read_report, records_in
from rudaw_scraper.errors import BadAddress, InvalidRecord, RudawError
from rudaw_scraper.extract import articles_of, stop_collecting, tried
from rudaw_scraper.page import Page
from rudaw_scraper.record import Article
from rudaw_scraper.refused import FailedPage, RefusedPages
from rudaw_scraper.saved_pages import BadUrlMap
from rudaw_scraper.validation import problems
from rudaw_scraper.writer import JsonLinesFile, WriteError, cannot_write, sync_folder

PART = ".part-"
PROGRESS = "progress"
_BEAT = 0.5  # seconds between two notes of how far a worker is
_MOST_AT_ONCE = 32  # pages that are read step by step
_LARGEST_AT_ONCE = 4 * 1024 * 1024  # bytes of them, or characters; a single page may have more


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
                for several in _batches(captures_in(task.archive, task.url_map, counts)):
                    output.take(several)
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


def read_records(pages: Sequence[Page]) -> list[dict[str, Any] | Exception]:
    """Read pages into records that keep the contract; an error stands for a page that gives none."""
    return [tried(_record_of, article) for article in articles_of(pages)]


def _record_of(article: Article) -> dict[str, Any]:
    record = article.to_dict()
    found = problems(record)
    if found:
        raise InvalidRecord("; ".join(found[:5]))
    return record


def _batches(captures: Iterable[Page | FailedPage]) -> Iterator[list[Page | FailedPage]]:
    """Yield what an archive holds in lists that can be read at once."""
    several: list[Page | FailedPage] = []
    size = 0
    for capture in captures:
        several.append(capture)
        size += len((capture.page if isinstance(capture, FailedPage) else capture).content)
        if len(several) == _MOST_AT_ONCE or size >= _LARGEST_AT_ONCE:
            yield several
            several, size = [], 0
    yield several


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
        self._digests: dict[str, set[str]] = {}  # of the pages written of each article

    def take(self, captures: Sequence[Page | FailedPage]) -> None:
        """Write the articles of pages in their order, or keep the pages."""
        collecting = stop_collecting()
        try:
            self._take(captures)
        finally:
            if collecting:
                gc.enable()

    def _take(self, captures: Sequence[Page | FailedPage]) -> None:
        new = [capture for capture in captures if isinstance(capture, FailedPage) or not self._is_known(capture)]
        self._counts["duplicates"] += len(captures) - len(new)
        records = iter(read_records([capture for capture in new if isinstance(capture, Page)]))
        for capture in new:
            if isinstance(capture, FailedPage):
                self._refuse(capture.page, capture.reason, capture.detail)
                continue
            record = next(records)
            if isinstance(record, Exception):  # a fault of this program on one page is no reason to lose the others
                self._counts["faults"] += isinstance(record, InvalidRecord) or not isinstance(record, RudawError)
                self._refuse(capture, type(record).__name__, str(record))
            else:
                self._write(record)

    def _is_known(self, page: Page) -> bool:
        """Tell, without reading the page, whether the same bytes of the same article were written."""
        try:
            article = parse_address(page.url).id
        except BadAddress:
            return False
        return article in self._digests and page.sha256() in self._digests[article]

    def close(self) -> None:
        """Give the files their names."""
        self._articles.close()
        self._refused.close()

    def _write(self, record: dict[str, Any]) -> None:
        known = self._digests.setdefault(record["id"], set())
        if record["content_sha256"] in known:  # among the pages read at once
            self._counts["duplicates"] += 1
            return
        known.add(record["content_sha256"])
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
