"""Walking through a listing page by page, and when to stop."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from rudaw_scraper.discovery import ArticleLink, Listing, Source
from rudaw_scraper.state import State

# The longest listing known had 1,590 pages (Kurmanji, 2025).
MOST_PAGES = 5_000
MOST_BARREN = 20  # pages in a row of which no article could be had: page numbers without end, or a site that refuses us
MOST_LEVELS = 3  # of lists of listings: the sitemap protocol knows one


@dataclass(slots=True)
class Walk:
    """The way through one listing.

    ``name`` is the part of the site that the listing is of, ``scopes`` are the parts that the crawl wants of it.
    """

    source: Source
    name: str
    scopes: tuple[str, ...] = ()
    first: bool = False  # a listing to start from; articles are missing if it cannot be read
    optional: bool = False  # a listing that the site need not have
    found: str = "by its usual address"  # why it was asked for
    pages: int = 0
    barren: int = 0
    seen: set[int] = field(default_factory=set)  # hashes of ids
    before: list[ArticleLink] = field(default_factory=list)  # on the last page but one

    def why_stop(
        self, listing: Listing, wanted: list[ArticleLink], state: State | None, last_walk: int, since: date | None
    ) -> str | None:
        """Return why no further page is asked for after this one, ``None`` if there is no reason.

        ``wanted`` are those of its articles that are of the editions and sections asked for.
        """
        self.pages += 1
        keys = {hash(link.address.id) for link in listing.articles}
        new = keys - self.seen
        self.seen |= keys
        before, self.before = self.before, listing.articles
        refused = state is not None and before and state.all_refused(link.address.id for link in before)
        self.barren = self.barren + 1 if refused else 0
        if not listing.next_pages:
            return "it has no further page"
        if not new:
            return "the page repeats earlier ones" if keys else "the page lists no article"
        if self.pages >= MOST_PAGES:
            return f"{MOST_PAGES} pages are enough"
        if self.barren >= MOST_BARREN:
            return f"of {MOST_BARREN} pages in a row no article could be had"
        if since is not None and (_all_older(listing.articles, since, state) or _all_older(before, since, state)):
            return f"all its articles are older than {since}"
        if (
            state is not None
            and last_walk
            and wanted
            and state.all_written_by((a.address.id for a in wanted), last_walk)
        ):
            return "all its articles are known, and so is what follows"
        return None


def _all_older(links: Collection[ArticleLink], since: date, state: State | None) -> bool:
    """Tell whether all are older. A listing without days is followed one page further: till its articles are read."""
    days = (link.day or (state.day(link.address.id) if state is not None else None) for link in links)
    return bool(links) and all(day is not None and day < since for day in days)
