"""Walking through a listing page by page, and when to stop."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from rudaw_scraper.discovery import ArticleLink, Listing, Source
from rudaw_scraper.state import State

# The longest listing known had 1,590 pages (Kurmanji, 2025).
MOST_PAGES = 5_000


@dataclass(slots=True)
class Walk:
    """The way through one listing. ``scope`` is the part of the site that it belongs to: an edition, or a section."""

    source: Source
    scope: str
    first: bool = False  # a listing to start from; articles are missing if it cannot be read
    optional: bool = False  # a listing that the site need not have
    pages: int = 0
    seen: set[str] = field(default_factory=set)

    def why_stop(self, listing: Listing, state: State | None, last_walk: int, since: date | None) -> str | None:
        """Return why no further page is asked for after this one, ``None`` if there is no reason."""
        self.pages += 1
        keys = {link.address.id for link in listing.articles}
        new = keys - self.seen
        self.seen |= keys
        if not listing.next_pages:
            return "it has no further page"
        if not new:
            return "the page repeats earlier ones" if keys else "the page lists no article"
        if self.pages >= MOST_PAGES:
            return f"{MOST_PAGES} pages are enough"
        if since is not None and _all_older(listing.articles, since):
            return f"all its articles are older than {since}"
        if state is not None and last_walk and state.all_written_by(keys, last_walk):
            return "all its articles are known, and so is what follows"
        return None


def _all_older(links: Collection[ArticleLink], since: date) -> bool:
    return all(link.day is not None and link.day < since for link in links)
