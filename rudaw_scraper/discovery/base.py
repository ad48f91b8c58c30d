"""What every kind of listing gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Protocol
from urllib.parse import urljoin

from scrapy.http import Response

from rudaw_scraper.addresses import ArticleAddress, is_article_url, parse_address
from rudaw_scraper.errors import RudawError
from rudaw_scraper.site import Site

MAX_LINKS = 5000  # a page with more is no listing that a reader could use
_IRAQ = timezone(timedelta(hours=3))  # no summer time since 2008


class NoListing(RudawError):
    """The answer is not a listing of this kind."""


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """A link to an article: what it stands for, where it is fetched from, and its day if the listing tells."""

    address: ArticleAddress
    url: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The links of a listing, each once, in its order; all of them are on the site.

    ``parts`` are listings of which this one is only the list, to be read whatever else it holds.
    """

    articles: list[ArticleLink] = field(default_factory=list)
    next_pages: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    parts: list[tuple[str, date | None]] = field(default_factory=list)


class Source(Protocol):
    """A kind of listing."""

    name: str
    per_edition: bool  # or one for the whole site

    def start(self, site: Site, edition: str) -> str:
        """Return the address to begin at."""

    def read(self, response: Response, site: Site) -> Listing:
        """Read one page of it; raises :class:`NoListing`."""


def article_links(found: Iterable[tuple[str, date | None]], base: str, site: Site) -> list[ArticleLink]:
    """Return those of the addresses (with their days) that are articles on the site, each once."""
    links: dict[str, ArticleLink] = {}
    for reference, day in found:
        try:
            url = urljoin(base, reference.strip())
        except ValueError:  # not an address at all, such as "http://[oops"
            continue
        target = site.localise(url)
        canonical = site.canonical(url)
        if target is not None and is_article_url(canonical):
            address = parse_address(canonical)
            links.setdefault(address.id, ArticleLink(address, target, address.day or day))
        if len(links) >= MAX_LINKS:
            break
    return list(links.values())


def day_of(text: str | None) -> date | None:
    """Return the day in Iraq of a time as feeds, sitemaps and the interface write it; ``None`` if it is none."""
    text = (text or "").strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        try:
            return moment.date() if moment.tzinfo is None else moment.astimezone(_IRAQ).date()
        except OverflowError:
            return None
    return None
