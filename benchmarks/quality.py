"""Share of pages on which a field is read right, by layout, on invented pages in markup drawn at random.

    python -m benchmarks.quality                 the table of docs/quality.md, half a minute
    python -m benchmarks.quality --first 5000    other draws than those of the table

The contents are those that the readers were written with; the markup drawn here is not used by any test.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from rudaw_scraper import extract_article
from rudaw_scraper.errors import NotAnArticle
from rudaw_scraper.record import Article
from tests.later_markup import skwid_document
from tests.later_pages import NEXT_STYLES, SKWID, Later, next_page
from tests.pages.cases import judge
from tests.pages.store import load_all
from tests.pages.style import random_style
from tests.pages.vary import vary
from tests.test_nextjs import data_of, moved

CAPTURED = "2026-06-02T09:00:00Z"
CLASSIC_STYLES = 60
SKWID_PAGES = 300  # of each edition
FIELDS = (
    "section", "headline", "byline", "authors", "date_published", "dateline", "body", "subheadings", "captions",
    "tags", "comments", "comment_count", "related", "latest_comments",
)  # fmt: skip
#: Fields that the pages of a layout do not print.
ABSENT = {
    "skwid": {"tags", "comment_count", "related", "latest_comments"},
    "nextjs": {"comment_count", "related", "latest_comments"},
}
Wrong = set[str]


def classic(first: int) -> Iterator[Wrong]:
    """Judge every content, whole and reduced, in every style."""
    contents = [made for content in load_all() for made in (content, vary(content, first))]
    for seed in range(first, first + CLASSIC_STYLES):
        style = random_style(seed)
        for content in contents:
            try:
                yield {difference.field for difference in judge(content, style)}
            except NotAnArticle:
                yield set(FIELDS)


def skwid(first: int) -> Iterator[Wrong]:
    """Judge a page of each edition in markup of its own kind each time."""
    for page in SKWID.values():
        day = page.url.rsplit("/", 1)[-1]
        for seed in range(first, first + SKWID_PAGES):
            yield later(page, skwid_document(page, seed), f"{day[4:8]}-{day[2:4]}-{day[:2]}")


def nextjs(_: int) -> Iterator[Wrong]:
    """Judge a page of each edition in each of the five forms in which the data may come."""
    for page in map(moved, SKWID.values()):
        for style in NEXT_STYLES:
            content = next_page(page, style, data_of(page), shown_date="26/5/2026" if style == "linked" else None)
            tags = [] if style == "linked" else ["hives", "weather"]
            shown = {"byline", "section"} if style != "streamed" else set()
            yield later(page, content, "2026-05-26", tags) - ({"byline", "section"} - shown)


def later(page: Later, content: bytes, day: str, tags: list[str] | None = None) -> Wrong:
    """Return the fields that are wrong in the record of a page of the two later layouts."""
    try:
        article = extract_article(content, url=page.url, fetched_at=CAPTURED)
    except NotAnArticle:
        return set(FIELDS)
    got = (*_text(article), article.date_published, article.tags, article.comments)
    captions = [(page.caption_text, page.credit)] if page.caption_text else []
    text = ("\n\n".join(page.paragraphs), page.subheadings, page.dateline, captions)
    expected = (page.headline, page.byline, page.authors, page.section, *text, day, tags or [], [])
    return {name for name, one, other in zip(_NAMES, expected, got, strict=True) if one != other}


_NAMES = (
    "headline", "byline", "authors", "section", "body", "subheadings", "dateline", "captions", "date_published", "tags",
    "comments",
)  # fmt: skip


def _text(article: Article) -> tuple[object, ...]:
    head = (article.headline, article.byline, article.authors, article.section)
    captions = [(caption.text, caption.credit) for caption in article.captions]
    return (*head, article.body, article.subheadings, article.dateline, captions)


def main() -> None:
    """Judge all pages and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=1000, metavar="SEED", help="first of the draws")
    first = parser.parse_args().first
    counts = {"classic": Counter[str](), "skwid": Counter[str](), "nextjs": Counter[str]()}
    pages: Counter[str] = Counter()
    for layout, judged in (("classic", classic(first)), ("skwid", skwid(first)), ("nextjs", nextjs(first))):
        for wrong in judged:
            pages[layout] += 1
            counts[layout].update(wrong or ["nothing"])
    print(f"| field | {' | '.join(f'`{layout}`' for layout in counts)} |")
    print("|---|" + "---:|" * len(counts))
    print(f"| pages | {' | '.join(f'{pages[layout]:,}' for layout in counts)} |")
    for name in FIELDS:
        cells = [
            "–" if name in ABSENT.get(layout, ()) else _share(pages[layout], counts[layout][name]) for layout in counts
        ]
        print(f"| `{name}` | {' | '.join(cells)} |")
    exact = [_share(pages[layout], pages[layout] - counts[layout]["nothing"]) for layout in counts]
    print(f"| all of them | {' | '.join(exact)} |")


def _share(pages: int, wrong: int) -> str:
    """Return the share of right pages in per cent, never rounded up to a hundred."""
    return "100" if not wrong else f"{int(10_000 * (pages - wrong) / pages) / 100:.2f}"


if __name__ == "__main__":
    main()
