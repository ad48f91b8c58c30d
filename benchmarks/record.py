"""What a whole record costs, as a multiple of a bare ``lxml.html`` parse of the same bytes in the same run.

    python -m benchmarks.record              the figures by layout, and what each step takes
    python -m benchmarks.record --check 3    exit 1 if a classic page costs more than this

CPU time, the least of several rounds; quotations and dates included. "Again" are the same pages round after round,
as a benchmark mostly does; "new" are ten times as many, each with a text of its own, as in a crawl.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence

import lxml.html

from benchmarks.archive import all_layouts
from benchmarks.pages import BenchmarkPage, make_new_pages
from rudaw_scraper import extract_article, tree, walk
from rudaw_scraper.compiled import uses_compiled_modules
from rudaw_scraper.dates.normalise import normalise_dates
from rudaw_scraper.document import open_document
from rudaw_scraper.extract import parse_time, read_page
from rudaw_scraper.page import Page

_ROUNDS = 7
_VARIANTS = 10  # of each page; their lines are more than what is remembered


def milliseconds(work: Callable[[BenchmarkPage], object], pages: Sequence[BenchmarkPage]) -> float:
    """Return the CPU milliseconds per page of the fastest round."""
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        for page in pages:
            work(page)
        best = min(best, time.process_time() - start)
    return best / len(pages) * 1000


def whole(page: BenchmarkPage) -> object:
    """Read a page into a record."""
    return extract_article(
        page.content, url=page.url, fetched_at=page.fetched_at, content_type=page.content_type
    ).to_dict()


def page_of(page: BenchmarkPage) -> Page:
    """Return a page as the readers take it."""
    return Page(page.content, page.url, parse_time(page.fetched_at), page.content_type)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", type=float, metavar="RATIO", help="exit 1 if a record costs more than this")
    limit = parser.parse_args().check
    by_layout: dict[str, list[BenchmarkPage]] = {}
    for page in all_layouts():
        by_layout.setdefault(read_page(page_of(page)).article.layout, []).append(page)
    compiled = "compiled" if uses_compiled_modules() else "in Python (not compiled, or changed since)"
    print(f"modules {compiled}, walks {'compiled' if walk.COMPILED else 'in Python'}")
    ratio = 0.0
    for layout, pages in by_layout.items():
        size = sum(len(page.content) for page in pages) / len(pages)
        parse = milliseconds(lambda page: lxml.html.document_fromstring(page.content), pages)
        treed = milliseconds(lambda page: tree.parse(page.content), pages)
        opened = milliseconds(lambda page: open_document(page_of(page)), pages)
        read = milliseconds(lambda page: read_page(page_of(page)), pages)
        dated = milliseconds(lambda page: normalise_dates(read_page(page_of(page))), pages)
        again = milliseconds(whole, pages)
        print(f"\n{layout}: {len(pages)} pages of {size / 1000:.0f} kB")
        print(f"bare lxml.html parse     {parse:6.3f} ms")
        print(f"parse into our tree      {treed:6.3f}   {treed / parse:.2f} times the parse")
        print(f"decode, parse, lines     {opened:6.3f}")
        print(f"fields                  +{read - opened:6.3f}")
        print(f"dates                   +{dated - read:6.3f}")
        print(f"quotations, dict        +{again - dated:6.3f}")
        print(f"a whole record, again    {again:6.3f}   {again / parse:.2f} times the parse")
        if layout == "classic":
            ratio = again / parse
    new_pages = make_new_pages(_VARIANTS)
    parse = milliseconds(lambda page: lxml.html.document_fromstring(page.content), new_pages)
    new = milliseconds(whole, new_pages)
    print(f"\nnew classic pages, {len(new_pages)}")
    print(f"bare lxml.html parse     {parse:6.3f} ms")
    print(f"a whole record, new      {new:6.3f}   {new / parse:.2f} times the parse")
    ratio = max(ratio, new / parse)
    if limit is not None and ratio > limit:
        raise SystemExit(f"a record costs more than {limit} times the parse")


if __name__ == "__main__":
    main()
