"""What the engine returns, and the small records that its steps hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

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


@dataclass(slots=True)
class Stretch:
    """Text between a pair of marks of one paragraph.

    ``start``/``end`` bound the inside without blanks, ``outer_start``/``outer_end`` the outside with the marks.
    ``closed`` is false where the paragraph ends before the closing mark, ``opened`` is false where the paragraph
    carries on a quotation that an earlier one opened.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True
    opened: bool = True


@dataclass(slots=True)
class Attribution:
    """A reporting clause beside a quotation: who says it (offsets in the paragraph), by which verb.

    ``at`` is the cue's offset and tells two clauses apart; ``strength`` orders rival clauses. A clause of a
    language that drops its subject has ``start == end``; ``around`` is one with the subject before the quotation
    and the verb behind it.
    """

    start: int
    end: int
    cue: str | None
    at: int
    strength: int
    side: Literal["before", "after", "around"]
    description: str | None = None
