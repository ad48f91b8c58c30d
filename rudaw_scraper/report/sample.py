"""The articles that the page holds itself: a sample that depends on nothing but their ids.

An article is drawn by a hash of its id, so that the same files give the same page, and a larger budget only adds.
"""

from __future__ import annotations

import gzip
import heapq
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any, NamedTuple

from rudaw_scraper.dataset.load import article_of
from rudaw_scraper.editions import EDITIONS
from rudaw_scraper.marked import marked_paragraphs
from rudaw_scraper.record import Article, Comment
from rudaw_scraper.report.collect import as_json

ROWS = 10_000  # articles in the table
TEXTS = 600  # articles that can be opened
ROWS_BUDGET = 700_000  # bytes, packed
TEXTS_BUDGET = 750_000

Json = dict[str, Any]


class Sample(NamedTuple):
    """The rows of the table, and the texts of those that come first in it."""

    rows: list[list[Any]]
    texts: list[Json]


def draw(records: Iterable[Json], private: bool) -> Sample:
    """Return a sample that fits the budgets; ``private`` replaces commenters' names by numbers within an article."""
    rows: list[tuple[int, list[Any]]] = []
    texts: list[tuple[int, Json]] = []
    for record in records:
        rank = -int.from_bytes(blake2b(record["id"].encode(), digest_size=8).digest())
        if _enters(rows, rank, ROWS):
            _enter(rows, (rank, _row(record)), ROWS)
            if _enters(texts, rank, TEXTS):
                _enter(texts, (rank, record), TEXTS)
    chosen_rows = [row for _, row in sorted(rows, key=_rank, reverse=True)]
    chosen = [_text(article_of(record), private) for _, record in sorted(texts, key=_rank, reverse=True)]
    return Sample(fitting(chosen_rows, ROWS_BUDGET), fitting(chosen, TEXTS_BUDGET))


def fitting(entries: list[Any], budget: int) -> list[Any]:
    """Return as many of the first entries as fit a budget of bytes when packed, to within a few percent."""
    while entries:
        size = len(gzip.compress(as_json(entries), compresslevel=6))
        if size <= budget:
            break
        entries = entries[: int(len(entries) * budget / size * 0.99)]
    return entries


def _rank(entry: tuple[int, Any]) -> int:
    return entry[0]


def _enters(heap: list[tuple[int, Any]], rank: int, most: int) -> bool:
    return len(heap) < most or rank > heap[0][0]


def _enter(heap: list[tuple[int, Any]], entry: tuple[int, Any], most: int) -> None:
    if len(heap) < most:
        heapq.heappush(heap, entry)
    else:
        heapq.heapreplace(heap, entry)


def _row(record: Json) -> list[Any]:
    counts = [len(record[key]) for key in ("comments", "quotes", "captions")]
    return [record["id"], record["date_published"], record["section"], record["headline"], *counts]


def _text(article: Article, private: bool) -> Json:
    return {
        "id": article.id,
        "url": article.url,
        "language": article.language,
        "direction": EDITIONS[article.edition].direction,
        "headline": article.headline,
        "facts": [article.section, article.byline],
        "day": article.datetime_published or article.date_published,
        "layout": article.layout,
        "summary": article.summary,
        "paragraphs": [[paragraph.subheading, paragraph.runs] for paragraph in marked_paragraphs(article)],
        "captions": [[caption.text, caption.credit] for caption in article.captions],
        "quotes": [
            [quote.speaker_name or quote.speaker, quote.speaker_description, quote.cue, quote.text]
            for quote in article.quotes
        ],
        "comments": _comments(article.comments, private),
        "warnings": article.warnings,
    }


def _comments(comments: list[Comment], private: bool) -> list[list[Any]]:
    numbers: dict[str, int] = {}
    depths: dict[int | None, int] = {}
    shown = []
    for comment in comments:
        author = comment.author
        if private and author is not None:
            author = f"reader {numbers.setdefault(author, len(numbers) + 1)}"
        depth = depths[comment.position] = depths.get(comment.reply_to, -1) + 1
        shown.append([comment.position, author, comment.date, comment.text, depth])
    return shown
