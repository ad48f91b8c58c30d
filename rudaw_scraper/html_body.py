"""A body that came as a string, of HTML or plain text, read as the text of a page is read."""

from __future__ import annotations

from rudaw_scraper.addresses import ArticleAddress
from rudaw_scraper.article_body import Body
from rudaw_scraper.blocks import blocks_of_text, blocks_of_tree
from rudaw_scraper.document import Document
from rudaw_scraper.errors import EmptyPage
from rudaw_scraper.markup import parse_markup
from rudaw_scraper.outline import Outline
from rudaw_scraper.page import Page
from rudaw_scraper.side_boxes import read_body_between


def read_html_body(html: str, page: Page, address: ArticleAddress) -> Body:
    """Return paragraphs, sub-headings, captions and place line of a body in HTML.

    Raises :class:`~rudaw_scraper.errors.PageTooLarge`.
    """
    try:
        markup = parse_markup(f"<body>{html}</body>".encode("utf-8", "replace"))
    except EmptyPage:
        return Body(end=0)
    blocks = blocks_of_tree(markup)
    return _read(Document(page, address, "", blocks, markup))


def read_text_body(text: str, page: Page, address: ArticleAddress) -> Body:
    """Return paragraphs, sub-headings and place line of a body in plain text."""
    return _read(Document(page, address, "", blocks_of_text(text), None))


def _read(document: Document) -> Body:
    outline = Outline(document)
    return read_body_between(outline, 0, len(outline.lines))
