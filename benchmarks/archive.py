"""Speed and memory of reading archives, against a bare ``lxml.html`` parse of the same pages in the same run.

    python -m benchmarks.archive                  5,000 pages, 20,000 foreign records
    python -m benchmarks.archive --pages 500      quicker
    python -m benchmarks.archive --check          exit 1 where a figure misses its aim

The pages are those of :mod:`benchmarks.pages` and pages of the two later layouts in the same furniture. The share is
that of CPU time on one core; two workers are compared with one by the clock.
"""

from __future__ import annotations

import argparse
import gzip
import multiprocessing
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import lxml.html

from benchmarks.pages import BenchmarkPage, furnish, make_pages
from rudaw_scraper.archives.batch import run
from rudaw_scraper.archives.readers import captures_in
from rudaw_scraper.archives.report import Report
from rudaw_scraper.archives.work import Task, read_archive
from tests.archive_files import http, warc
from tests.later_pages import SKWID, next_page, skwid_page

_AIMS = {"share": 0.45, "two": 1.8, "foreign": 10_000.0, "memory": 250.0}
_PARTS = 8  # files that two workers share
_ROUNDS = 3  # one worker and two by turns; the best of each counts, since other work may share the machine


def all_layouts() -> list[BenchmarkPage]:
    """Return pages in all layouts; their addresses end in digits, so that they can be told apart by more of them."""
    pages = make_pages()
    for number, (edition, later) in enumerate(SKWID.items()):
        content, content_type = skwid_page(later, "bem")
        pages.append(BenchmarkPage(furnish(content, number), later.url, "2026-05-20T09:00:00Z", content_type))
        content = next_page(later, "article", {"ID": 1, "Title": later.headline})
        url = f"https://www.rudaw.net/{edition}/categories/kurdistan/10777{number}"
        pages.append(BenchmarkPage(furnish(content, number), url, "2026-06-02T09:00:00Z", "text/html; charset=utf-8"))
    return pages


def records(pages: list[BenchmarkPage], count: int) -> Iterator[bytes]:
    """Yield packed WARC records of so many articles."""
    for number in range(count):
        page = pages[number % len(pages)]
        first = re.sub(r"(/\d{8})\d*$", r"\1", page.url)
        url = f"{first}{number // len(pages)}"
        yield gzip.compress(warc(url, http(page.content, content_type=page.content_type), date=page.fetched_at), 6)


def foreign(count: int, body: bytes) -> Iterator[bytes]:
    """Yield packed WARC records of pages of other sites, as large as ours."""
    packed = [gzip.compress(warc(f"https://example.org/{n}", http(body + b"%d" % n)), 6) for n in range(50)]
    for number in range(count):
        yield packed[number % len(packed)]


def peak_memory(path: Path, folder: Path, results: multiprocessing.Queue[float]) -> None:
    """Read an archive and tell the most memory that this process had, in megabytes."""
    report = read_archive(Task(path, path.stat().st_size, folder))
    assert report.error is None, report.error
    results.put(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)


def memory_of(path: Path, folder: Path) -> float:
    """Return the peak memory of a new process that reads an archive."""
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[float] = context.Queue()
    process = context.Process(target=peak_memory, args=(path, folder, results))
    process.start()
    peak = results.get()
    process.join()
    return peak


def seconds(work: object) -> float:
    """Return the CPU seconds of a call."""
    start = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - start


def main() -> None:
    """Measure, print, and judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--check", action="store_true", help="exit 1 where a figure misses its aim")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        missed = _measure(Path(name), options.pages)
    if options.check and missed:
        raise SystemExit(f"missed: {', '.join(missed)}")


def _measure(folder: Path, count: int) -> list[str]:
    pages = all_layouts()
    path, parts = folder / "all.warc.gz", [folder / f"{number}.warc.gz" for number in range(_PARTS)]
    packed = list(records(pages, count))
    path.write_bytes(b"".join(packed))
    for number, part in enumerate(parts):
        part.write_bytes(b"".join(packed[number::_PARTS]))
    (folder / "quarter.warc.gz").write_bytes(b"".join(packed[: count // 4]))
    del packed
    others = folder / "foreign.warc.gz"
    with others.open("wb") as file:
        file.writelines(foreign(4 * count, pages[0].content))
    bodies = [pages[number % len(pages)].content for number in range(count)]
    size = sum(map(len, bodies)) / count / 1000

    parse = seconds(lambda: [len(lxml.html.document_fromstring(body)) for body in bodies])
    reports: list[Report] = []
    read = seconds(lambda: reports.append(read_archive(Task(path, path.stat().st_size, folder / "out" / "all"))))
    (report,) = reports
    skipped: Counter[str] = Counter()
    passing = seconds(lambda: [None for _ in captures_in(others, None, skipped)])
    rounds = [
        [_by_the_clock(parts, folder / f"{turn}-{workers}", workers) for workers in (1, 2)] for turn in range(_ROUNDS)
    ]
    clock = {1: min(one for one, _ in rounds), 2: min(two for _, two in rounds)}
    quarter, whole = (memory_of(folder / f"{name}.warc.gz", folder / "memory" / name) for name in ("quarter", "all"))
    figures = {
        "share": parse / read,
        "two": clock[1] / clock[2],
        "foreign": skipped["foreign"] / passing,
        "memory": whole,
    }
    print(f"{count:,} pages of {size:.0f} kB: {report.articles:,} articles, {report.comments:,} comments, ", end="")
    print(f"{report.quotes:,} quotations, {report.total('refused'):,} refused")
    print(f"bare parse        {count / parse:8,.0f} pages a CPU second")
    print(f"archive           {count / read:8,.0f} records a CPU second, {figures['share']:.2f} of the parse")
    print(f"two workers       {figures['two']:8.2f} times one ({clock[1]:.1f} s and {clock[2]:.1f} s by the clock)")
    print(f"foreign records   {figures['foreign']:8,.0f} a CPU second")
    print(f"memory            {whole:8.0f} MB at most; {quarter:.0f} MB with a quarter of the pages")
    missed = [name for name, aim in _AIMS.items() if (figures[name] > aim) == (name == "memory")]
    return missed + (["flat memory"] if whole > quarter + 30 else [])


def _by_the_clock(parts: list[Path], output: Path, workers: int) -> float:
    tasks = [Task(part, part.stat().st_size, output / part.name) for part in parts]
    start = time.monotonic()
    reports = run(tasks, workers, None, lambda _: None)
    assert [report.error for report in reports] == [None] * len(tasks)
    return time.monotonic() - start


if __name__ == "__main__":
    sys.exit(main())
