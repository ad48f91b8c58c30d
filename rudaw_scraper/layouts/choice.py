"""The choice of the layout a page is in, and its reading.

A page tells its layout, not its date: an old article may be served in a later layout.
"""

from __future__ import annotations

from typing import Final, Protocol

from rudaw_scraper.addresses import is_article_url
from rudaw_scraper.block_pages import refuse_if_blocked
from rudaw_scraper.document import Document
from rudaw_scraper.errors import ListingPage, UnknownLayout
from rudaw_scraper.layouts.base import Fields, make_draft
from rudaw_scraper.layouts.classic import Classic
from rudaw_scraper.layouts.nextjs import NextJs
from rudaw_scraper.layouts.signs import is_foreign
from rudaw_scraper.layouts.skwid import Skwid
from rudaw_scraper.main_text import main_lines
from rudaw_scraper.outline import Outline, is_linked, is_sentence
from rudaw_scraper.page import Draft
from rudaw_scraper.record import LayoutName


class Layout(Protocol):
    """Reader of one layout."""

    @staticmethod
    def matches(outline: Outline) -> bool:
        """Tell, at little cost, whether the page looks like this layout."""

    @staticmethod
    def read(outline: Outline) -> Fields | None:
        """Read the page; ``None`` if it is not in this layout after all."""


# The most particular signs come first; nearly every page with a byline could be a classic one.
_LAYOUTS: Final[tuple[tuple[LayoutName, type[Layout]], ...]] = (
    ("nextjs", NextJs),
    ("skwid", Skwid),
    ("classic", Classic),
)
_LONGEST_DECK: Final = 1  # lines of running text between headline and byline
_FEWEST_CARDS: Final = 4  # links to other articles amid the text that make it a listing


class Reading:
    """A page read: its layout, its fields, and what was tried before and why not."""

    __slots__ = ("fields", "layout", "steps")

    def __init__(self, layout: LayoutName, fields: Fields, steps: list[str]) -> None:
        self.layout: LayoutName = layout
        self.fields = fields
        self.steps = steps


def read_draft(document: Document) -> Draft:
    """Read an opened page into a draft of its record. Raises what :func:`read_document` raises."""
    reading = read_document(document)
    return make_draft(document, reading.layout, reading.fields)


def read_document(document: Document) -> Reading:
    """Choose the layout of a page by what it shows, and read it.

    Raises :class:`~rudaw_scraper.errors.BlockPage`, :class:`~rudaw_scraper.errors.ListingPage` or
    :class:`~rudaw_scraper.errors.UnknownLayout`.
    """
    outline = Outline(document)
    foreign = is_foreign(document)
    steps = ["the page says that it is another site's"] if foreign else []
    for name, layout in () if foreign else _LAYOUTS:
        if not layout.matches(outline):
            steps.append(f"{name}: no sign of it")
            continue
        fields = layout.read(outline)
        if fields is None:
            steps.append(f"{name}: its signs are there, but it could not be read as such")
        elif _text_above_byline(document, fields) or _text_above_headline(outline, fields):
            steps.append(f"{name}: most of the text stands above what looked like the byline")
        else:
            steps.append(f"{name}: its signs are there, and it could be read as such")
            return Reading(name, fields, steps)
        document.roles.clear()  # what was noted of the lines is wrong
        outline = Outline(document)
    if _is_listing(outline):
        raise ListingPage("the page lists articles and is none itself; follow its links")
    from rudaw_scraper.layouts.generic import Generic  # with all that it needs, for pages of unknown layout only

    fields = Generic.read(outline)
    if fields is None or not fields.published:
        refuse_if_blocked(document.page, "\n".join(line.text for line in document.lines))
    if fields is None:
        raise UnknownLayout("no headline with a text or a date could be made out; the page may be in a new layout")
    return Reading("generic", fields, [*steps, "generic: read by structured data and the visible text alone"])


def _text_above_byline(document: Document, fields: Fields) -> bool:
    """Tell whether most running text stands between headline and byline: the byline is a comment's or a card's."""
    roles = document.roles
    headline = max((index for index, role in roles.items() if role == "headline"), default=-1)
    byline = min((index for index, role in roles.items() if role == "byline" and index > headline), default=-1)
    if headline < 0 or byline < 0:
        return False
    sentences = sum(is_sentence(document.lines[index].text) for index in range(headline + 1, byline))
    return sentences > max(_LONGEST_DECK, sum(map(is_sentence, fields.paragraphs)))


def _text_above_headline(outline: Outline, fields: Fields) -> bool:
    """Tell whether more running text stands above the headline than below: a comment's name and date are no byline.

    A byline that says that it is one is believed; cards and lists are no running text.
    """
    if fields.byline is not None and fields.byline not in fields.authors:
        return False
    roles = outline.document.roles
    headline = min((index for index, role in roles.items() if role == "headline"), default=0)
    above = [index for index in range(headline) if index not in roles and outline.labels[index] is None]
    sentences = sum(is_sentence(outline.lines[index].text) and not is_linked(outline.lines[index]) for index in above)
    return sentences > max(_LONGEST_DECK, sum(map(is_sentence, fields.paragraphs)))


def _is_listing(outline: Outline) -> bool:
    """Tell whether the running text is that of cards: as many links to other articles as sentences without one."""
    span = main_lines(outline, 0, len(outline.lines)) or range(len(outline.lines))
    document = outline.document
    sentences = 0
    cards: set[str] = set()
    for index in span:
        line = outline.lines[index]
        urls = {url for _, href in line.links() if (url := document.absolute(href)) is not None and is_article_url(url)}
        urls.discard(document.address.url)
        cards |= urls
        sentences += not urls and is_sentence(line.text)
    return len(cards) >= _FEWEST_CARDS and len(cards) >= sentences
