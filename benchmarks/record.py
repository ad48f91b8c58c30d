"""What a whole record costs, as a multiple of a bare ``lxml.html`` parse of the same bytes in the same run.

    python -m benchmarks.record              the figure, and what each step takes
    python -m benchmarks.record --check 3    exit 1 if the figure is above 3

CPU time, the least of several rounds; quotations and dates included.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence

import lxml.html

from benchmarks.pages import BenchmarkPage, make_pages
from rudaw_scraper import extract_article
from rudaw_scraper.dates.normalise import normalise_dates
from rudaw_scraper.document import open_document
from rudaw_scraper.extract import parse_time
from rudaw_scraper.layouts import read_page
from rudaw_scraper.page import Page

_ROUNDS = 7


def milliseconds(work: Callable[[BenchmarkPage], object], pages: Sequence[BenchmarkPage]) -> float:
    """Return the CPU milliseconds per page of the fastest round."""
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        for page in pages:
            work(page)
        best = min(best, time.process_time() - start)
    return best / len(pages) * 1000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", type=float, metavar="RATIO", help="exit 1 if a record costs more than this")
    limit = parser.parse_args().check
    pages = make_pages()
    size = sum(len(page.content) for page in pages) / len(pages)

    def page_of(page: BenchmarkPage) -> Page:
        return Page(page.content, page.url, parse_time(page.fetched_at), page.content_type)

    def whole(page: BenchmarkPage) -> object:
        return extract_article(
            page.content, url=page.url, fetched_at=page.fetched_at, content_type=page.content_type
        ).to_dict()

    parse = milliseconds(lambda page: lxml.html.document_fromstring(page.content), pages)
    opened = milliseconds(lambda page: open_document(page_of(page)), pages)
    read = milliseconds(lambda page: read_page(page_of(page)), pages)
    dated = milliseconds(lambda page: normalise_dates(read_page(page_of(page))), pages)
    record = milliseconds(whole, pages)
    print(f"{len(pages)} pages of {size / 1000:.0f} kB")
    print(f"bare lxml.html parse     {parse:6.3f} ms")
    print(f"decode, parse, lines     {opened:6.3f}")
    print(f"fields                  +{read - opened:6.3f}")
    print(f"dates                   +{dated - read:6.3f}")
    print(f"quotations, dict        +{record - dated:6.3f}")
    print(f"a whole record           {record:6.3f}   {record / parse:.2f} times the parse")
    if limit is not None and record / parse > limit:
        raise SystemExit(f"a record costs more than {limit} times the parse")


if __name__ == "__main__":
    main()
