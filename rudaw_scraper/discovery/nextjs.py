"""The articles in the data of a Next.js listing page: objects with ``ID``, ``Title`` and ``categorySlug``."""

from __future__ import annotations

from collections.abc import Iterator

from parsel import Selector

from rudaw_scraper.flight import decode_page, walk

_MARK = "__next_f"
_SLUG = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")


def flight_links(page: Selector, text: str, edition: str) -> Iterator[str]:
    """Yield the paths of the articles that the page's data list; a page of another kind has none."""
    if _MARK not in text:
        return
    for node in walk(decode_page(page.xpath(f"//script[contains(text(), '{_MARK}')]/text()").getall())):
        key, slug = node.get("ID", node.get("id")), node.get("categorySlug")
        if isinstance(slug, str) and slug and set(slug.lower()) <= _SLUG and str(key).isascii() and str(key).isdigit():
            yield f"/{edition}/categories/{slug}/{key}"
