"""The articles that the page holds itself: all if they fit, else a sample that depends on nothing but their ids.

An article is drawn by a hash of its id, so that the same files give the same page, and a larger budget only adds.
"""

from __future__ import annotations

import gzip
import heapq
import json
from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Any, NamedTuple

from rudaw_scraper.dataset.load import article_of
from rudaw_scraper.editions import EDITIONS
from rudaw_scraper.marked import marked_paragraphs
from rudaw_scraper.record import Article, Comment
from rudaw_scraper.report.collect import as_json

ROWS = 40_000  # more articles in the table never fit
TEXTS = 3_000  # nor more that can be opened, unless they are very short
_ROWS_SHARE = 0.45  # of the room at most; the texts have the rest

Json = dict[str, Any]


class Sample(NamedTuple):
    """The rows of the table, and the texts of those that come first in it."""

    rows: list[list[Any]]
    texts: list[Json]

    def fitting(self, room: int) -> Sample:
        """Return as much of the sample as fits that many bytes when it is packed."""
        rows = fitting(self.rows, int(room * _ROWS_SHARE), columns)
        return Sample(rows, fitting(self.texts[: len(rows)], room - packed_size(columns(rows))))


def draw(records: Iterable[Json], private: bool) -> Sample:
    """Return as many articles as may fit; ``private`` replaces commenters' names by numbers within an article."""
    rows: list[tuple[int, list[Any]]] = []
    texts: list[tuple[int, bytes]] = []  # as text they take a fifth of the memory
    for record in records:
        rank = -int.from_bytes(blake2b(record["id"].encode(), digest_size=8).digest())
        if _enters(rows, rank, ROWS):
            _enter(rows, (rank, _row(record)), ROWS)
            if _enters(texts, rank, TEXTS):
                _enter(texts, (rank, as_json(record)), TEXTS)
    return Sample(
        [row for _, row in sorted(rows, key=_rank, reverse=True)],
        [_text(article_of(json.loads(record)), private) for _, record in sorted(texts, key=_rank, reverse=True)],
    )


def columns(rows: list[list[Any]]) -> list[list[Any]]:
    """Return rows as columns, which pack better: a seventh is gained."""
    return [list(column) for column in zip(*rows, strict=True)]


def packed_size(value: Any) -> int:
    """Return how many bytes a value takes when it is packed."""
    return len(gzip.compress(as_json(value), compresslevel=6))


def fitting(entries: list[Any], budget: int, form: Callable[[list[Any]], Any] = list) -> list[Any]:
    """Return as many of the first entries as fit a budget of bytes when packed in a form, to within a few percent."""
    while entries:
        size = packed_size(form(entries))
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
