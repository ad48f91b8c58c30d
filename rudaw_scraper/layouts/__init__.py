"""The layouts the site has had, and the choice of the one a page is in.

A page tells its layout, not its date: an old article may be served in a later layout.
"""

from __future__ import annotations

from rudaw_scraper.document import open_document
from rudaw_scraper.errors import UnknownLayout
from rudaw_scraper.layouts.base import make_draft
from rudaw_scraper.layouts.classic import Classic
from rudaw_scraper.outline import Outline
from rudaw_scraper.page import Draft, Page
from rudaw_scraper.refusals import refuse_if_blocked

__all__ = ["read_page"]


def read_page(page: Page) -> Draft:
    """Read a page into a draft of its record.

    Raises :class:`~rudaw_scraper.errors.BadAddress` and the subclasses of
    :class:`~rudaw_scraper.errors.NotAnArticle`.
    """
    document = open_document(page)
    outline = Outline(document)
    fields = Classic.read(outline)
    if fields is None:
        refuse_if_blocked(document)
        raise UnknownLayout("no headline with a byline could be made out; the page may be in a new layout")
    return make_draft(document, "classic", fields)
