"""A page opened for reading: its address, its visible lines, and what each line was taken for."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urljoin

from rudaw_scraper.addresses import ArticleAddress, is_article_url, parse_address, unwrap_archived
from rudaw_scraper.attributes import refuse_attribute_bomb
from rudaw_scraper.block_pages import refuse_if_blocked
from rudaw_scraper.blocks import Blocks, Line, blocks_of_text, blocks_of_tree
from rudaw_scraper.decoding import to_utf8
from rudaw_scraper.errors import EmptyPage
from rudaw_scraper.markup import Markup, parse_markup
from rudaw_scraper.page import Page

_PLAIN_TYPES: Final = ("text/plain", "application/x-subrip")
_TAG: Final = re.compile(rb"<(?:!doctype|/?[a-z][a-z0-9:]*[\s/>])", re.IGNORECASE)
# A link that urljoin() only joins: the host or none, a path without dots as segments, a query.
_PLAIN_LINK: Final = re.compile(
    r"(https?://[\w.-]+)?(?!/web/)(?:/(?!\.\.?(?:[/?]|$))[\w%~=&+.,-]+)+/?(?:\?[\w%~=&+.,/-]+)?", re.ASCII
)
_SCHEME: Final = len("https://")
_SPACE: Final = re.compile(r"\s")  # of all kinds; an address has none
_HTML_START: Final = re.compile(rb"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)


class Document:
    """One page: ``lines`` in reading order, ``markup`` (``None`` for plain text), ``roles`` by line index.

    A role is a word such as "headline" or "comment"; readers note it for whoever inspects how a page was read.
    """

    __slots__ = ("address", "blocks", "markup", "page", "roles", "sha256")

    def __init__(self, page: Page, address: ArticleAddress, sha256: str, blocks: Blocks, markup: Markup | None) -> None:
        self.page = page
        self.address = address
        self.sha256 = sha256
        self.blocks = blocks
        self.markup = markup
        self.roles: dict[int, str] = {}

    def with_blocks(self, blocks: Blocks) -> Document:
        """Return the document with other lines and no roles."""
        return Document(self.page, self.address, self.sha256, blocks, self.markup)

    @property
    def lines(self) -> list[Line]:
        """The visible lines of the page."""
        return self.blocks.lines

    def absolute(self, href: str | None) -> str | None:
        """Return a link's address in full, without a web archive's wrapping; ``None`` for none or no web address."""
        if not href or href.startswith(("#", "javascript:", "mailto:")):
            return None
        plain = _PLAIN_LINK.fullmatch(href)  # most links; the general way takes ten times as long
        if plain is not None:
            return href if plain[1] else self.address.url[: self.address.url.index("/", _SCHEME)] + href
        try:
            url = unwrap_archived(urljoin(self.address.url, unwrap_archived(href.strip())))
        except ValueError:
            return None
        if not url.startswith(("http://", "https://")):
            return None
        return _SPACE.sub(lambda space: quote(space[0]), url)

    def leads_to_another(self, href: str) -> bool:
        """Tell whether a link leads to another article of the site."""
        url = self.absolute(href)
        return url is not None and url != self.address.url and is_article_url(url)


def open_document(page: Page) -> Document:
    """Decode and parse a page, once.

    Raises :class:`BadAddress`, and those :class:`NotAnArticle` errors that concern the bytes: ``EmptyPage``,
    ``BinaryContent``, ``PageTooLarge``, ``BlockPage`` for one without any visible text.
    """
    address = parse_address(page.url)
    content = page.content
    sha256 = page.sha256()
    utf8 = to_utf8(content, page.content_type, address.edition.language)
    if _is_plain(utf8, page.content_type):
        markup, blocks = None, blocks_of_text(utf8.decode("utf-8", "replace"))
    else:
        refuse_attribute_bomb(utf8)
        markup = parse_markup(utf8)
        blocks = blocks_of_tree(markup)
    if not blocks.lines:
        refuse_if_blocked(page, "")
        raise EmptyPage("the page shows no text")
    return Document(page, address, sha256, blocks, markup)


def _is_plain(utf8: bytes, content_type: str) -> bool:
    """Tell plain text from HTML by the label, unless the bytes plainly are the other."""
    if content_type.partition(";")[0].strip().lower() in _PLAIN_TYPES:
        return _HTML_START.match(utf8) is None
    return _TAG.search(utf8) is None
