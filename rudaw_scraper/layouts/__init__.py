"""The layouts the site has had, and the choice of the one a page is in.

A page tells its layout, not its date: an old article may be served in a later layout.
"""

from __future__ import annotations

from typing import Protocol

from rudaw_scraper.document import open_document
from rudaw_scraper.errors import UnknownLayout
from rudaw_scraper.layouts.base import Fields, make_draft
from rudaw_scraper.layouts.classic import Classic
from rudaw_scraper.layouts.nextjs import NextJs
from rudaw_scraper.layouts.skwid import Skwid
from rudaw_scraper.outline import Outline
from rudaw_scraper.page import Draft, Page
from rudaw_scraper.record import LayoutName
from rudaw_scraper.refusals import refuse_if_blocked

__all__ = ["read_page"]


class Layout(Protocol):
    """Reader of one layout."""

    @staticmethod
    def matches(outline: Outline) -> bool:
        """Tell, at little cost, whether the page looks like this layout."""

    @staticmethod
    def read(outline: Outline) -> Fields | None:
        """Read the page; ``None`` if it is not in this layout after all."""


# The most particular signs come first; nearly every page with a byline could be a classic one.
_LAYOUTS: tuple[tuple[LayoutName, type[Layout]], ...] = (("nextjs", NextJs), ("skwid", Skwid), ("classic", Classic))


def read_page(page: Page) -> Draft:
    """Read a page into a draft of its record.

    Raises :class:`~rudaw_scraper.errors.BadAddress` and the subclasses of
    :class:`~rudaw_scraper.errors.NotAnArticle`.
    """
    document = open_document(page)
    outline = Outline(document)
    for name, layout in _LAYOUTS:
        fields = layout.read(outline) if layout.matches(outline) else None
        if fields is not None:
            return make_draft(document, name, fields)
    refuse_if_blocked(document)
    raise UnknownLayout("no headline with a byline could be made out; the page may be in a new layout")
