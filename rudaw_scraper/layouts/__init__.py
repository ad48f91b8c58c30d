"""The layouts the site has had, and the choice of the one a page is in."""

from __future__ import annotations

from rudaw_scraper.document import open_document
from rudaw_scraper.layouts.classic import read_classic
from rudaw_scraper.page import Draft, Page

__all__ = ["read_page"]


def read_page(page: Page) -> Draft:
    """Read a page into a draft of its record.

    Raises :class:`~rudaw_scraper.errors.BadAddress` and the subclasses of
    :class:`~rudaw_scraper.errors.NotAnArticle`.
    """
    return read_classic(open_document(page))
