"""Quotations with their speakers: :func:`extract_quotes` for paragraphs, :func:`add_quotes` for a draft."""

from rudaw_scraper.quotes.draft import add_quotes
from rudaw_scraper.quotes.engine import extract_quotes
from rudaw_scraper.quotes.model import ParagraphQuote, ParagraphSegment

__all__ = ["ParagraphQuote", "ParagraphSegment", "add_quotes", "extract_quotes"]
