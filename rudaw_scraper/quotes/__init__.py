"""Quotations with their speakers: :func:`extract_quotes` for paragraphs, :func:`add_quotes` for a draft."""

from collections.abc import Sequence

from rudaw_scraper.quotes.draft import add_quotes
from rudaw_scraper.quotes.engine import read_quotes
from rudaw_scraper.quotes.model import ParagraphQuote, ParagraphSegment

__all__ = ["ParagraphQuote", "ParagraphSegment", "add_quotes", "extract_quotes"]


def extract_quotes(paragraphs: Sequence[str], language: str = "en") -> list[ParagraphQuote]:
    """Return the quotations of an article in reading order, each with its speaker as far as the text tells.

    ``paragraphs`` are those of one article; ``language`` is a BCP 47 tag (``en``, ``ckb``, ``kmr``, ``ar``, ``tr``),
    any other one is read with the rules for English. Offsets in the result are characters in the paragraph.
    """
    return read_quotes(paragraphs, language)
