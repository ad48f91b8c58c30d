"""The pipeline's step: quotations of a draft as those of the article, with offsets into its body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rudaw_scraper.page import Draft
from rudaw_scraper.quotes.engine import read_quotes
from rudaw_scraper.quotes.model import ParagraphQuote
from rudaw_scraper.record import Article, Quote, Segment

_BREAK: Final = 2  # characters between two paragraphs of a body
_LONGEST_BODY: Final = 1_000_000  # characters; a body a hundred times an article's is some page gone wrong


def add_quotes(draft: Draft) -> Article:
    """Set ``quotes`` of the draft's article from its paragraphs and return the article.

    An article without a body gets none; nor does one longer than a million characters, with the warning
    ``quotes_not_read``.
    """
    article = draft.article
    article.quotes = []
    if article.body is None:
        return article
    if len(article.body) > _LONGEST_BODY:
        article.warnings.append("quotes_not_read")
        return article
    offsets = paragraph_offsets(draft.paragraphs)
    article.quotes = [body_quote(quote, offsets) for quote in read_quotes(draft.paragraphs, article.language)]
    return article


def paragraph_offsets(paragraphs: Sequence[str]) -> list[int]:
    """Return where each paragraph begins in the body, the paragraphs joined by one blank line."""
    offsets = []
    offset = 0
    for paragraph in paragraphs:
        offsets.append(offset)
        offset += len(paragraph) + _BREAK
    return offsets


def body_quote(quote: ParagraphQuote, offsets: Sequence[int]) -> Quote:
    """Return a quotation with its offsets counted from the beginning of the body."""
    segments = [
        Segment(offsets[segment.paragraph] + segment.start, offsets[segment.paragraph] + segment.end)
        for segment in quote.segments
    ]
    return Quote(
        text=quote.text,
        speaker=quote.speaker,
        speaker_name=quote.speaker_name,
        speaker_description=quote.speaker_description,
        cue=quote.cue,
        kind=quote.kind,
        continues=quote.continues,
        start=segments[0].start,
        end=segments[-1].end,
        segments=segments,
    )
