"""Cheap looks at a page that help to choose its layout."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from rudaw_scraper.document import Document

_SITE: Final = "rudaw"  # in the hosts of the site
_NAMES: Final = ("udaw", "UDAW", "ûdaw", "ÛDAW", "وداو")  # the house's name without its first letters
_NAMES_IN_BYTES: Final = tuple(name.encode() for name in _NAMES)
_FOREIGN_LINKS: Final = 5


def is_foreign(document: Document) -> bool:
    """Tell whether the page is, or says that it is, one of another site."""
    if _SITE not in urlsplit(document.address.url).netloc.lower():
        return True
    markup = document.markup
    if markup is None:
        return False
    own = (markup.canonical, markup.meta.get("og:url"))
    given = [address for address in own if address and address.startswith(("http://", "https://", "//"))]
    if given:
        return not any(_SITE in _host(address) for address in given)
    return not _names_the_house(document) and _links_out(document) >= _FOREIGN_LINKS


def _names_the_house(document: Document) -> bool:
    """Tell whether the site's name stands in the source or, in another encoding, in the text."""
    content = document.page.content
    source = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    if any(name in source for name in _NAMES_IN_BYTES):
        return True
    return any(name in line.text for line in document.lines for name in _NAMES)


def _links_out(document: Document) -> int:
    """Count the links of the page that lead to hosts other than the site's."""
    markup = document.markup
    hrefs = (a.get("href") or "" for a in markup.visible().iter("a")) if markup is not None else ()
    return sum(href.startswith(("http://", "https://")) and _SITE not in _host(href) for href in hrefs)


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
