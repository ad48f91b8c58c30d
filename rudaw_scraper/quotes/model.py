"""What the engine returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rudaw_scraper.record import QuoteKind


class ParagraphSegment(NamedTuple):
    """A stretch between two marks: ``paragraphs[paragraph][start:end]``, marks excluded."""

    paragraph: int
    start: int
    end: int


@dataclass(slots=True)
class ParagraphQuote:
    """A quotation with its offsets per paragraph; the keys are those of :class:`rudaw_scraper.record.Quote`."""

    text: str
    speaker: str | None
    speaker_name: str | None
    speaker_description: str | None
    cue: str | None
    kind: QuoteKind
    continues: bool
    segments: list[ParagraphSegment]
