"""A body with its quotations marked: paragraphs as runs of text, each inside a quotation or outside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rudaw_scraper.record import Article, Quote


class Run(NamedTuple):
    """A stretch of a paragraph; ``quote`` is the number of its quotation from 1, or 0 outside of all.

    ``closes`` is the number of the quotation that this run ends, or 0. The mark that closes the quotation is a run
    of its own, which then carries the number.
    """

    text: str
    quote: int
    closes: int


class Paragraph(NamedTuple):
    """A paragraph of the body, or a sub-heading, whose text is one run."""

    subheading: bool
    runs: list[Run]


def marked_paragraphs(article: Article) -> Iterator[Paragraph]:
    """Yield the paragraphs of the body in order; the texts of their runs, joined, are the body's own."""
    start = 0
    for text in article.body.split("\n\n") if article.body else []:
        subheading = text in article.subheadings
        yield Paragraph(subheading, [Run(text, 0, 0)] if subheading else list(_runs(text, start, article.quotes)))
        start += len(text) + 2


def _runs(text: str, start: int, quotes: list[Quote]) -> Iterator[Run]:
    end = start + len(text)
    stretches = sorted(
        (segment.start - start, min(segment.end, end) - start, number, segment.end == quote.end)
        for number, quote in enumerate(quotes, 1)
        for segment in quote.segments
        if start <= segment.start < end
    )
    done = 0
    for first, last, number, closes in stretches:
        if first > done:
            yield Run(text[done:first], 0, 0)
        if last > max(first, done):
            yield Run(text[max(first, done) : last], number, 0)
        done = max(done, last)
        if closes:
            yield Run(text[done : done + 1], 0, number)
            done = min(done + 1, len(text))
    if done < len(text):
        yield Run(text[done:], 0, 0)
