"""Cheap looks at a page that help to choose its layout."""

from __future__ import annotations

from urllib.parse import urlsplit

from rudaw_scraper.document import Document
from rudaw_scraper.page import Page

_SITE = "rudaw"  # in the hosts of the site


def mentions(page: Page, word: str) -> bool:
    """Tell whether a word of ASCII stands anywhere in the page's source; always, if its bytes are wide (UTF-16)."""
    if isinstance(page.content, str):
        return word in page.content
    return word.encode("ascii") in page.content or b"\0" in page.content[:64]


def is_foreign(document: Document) -> bool:
    """Tell whether the page is, or says that it is, one of another site."""
    if _SITE not in urlsplit(document.address.url).netloc.lower():
        return True
    markup = document.markup
    if markup is None:
        return False
    own = (markup.canonical, markup.meta.get("og:url"))
    given = [address for address in own if address and address.startswith(("http://", "https://", "//"))]
    return bool(given) and not any(_SITE in _host(address) for address in given)


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""
