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
    """The links of a listing, each once, in its order; all of them are on the site but ``offsite``.

    ``parts`` are listings of which this one is only the list, to be read whatever else it holds; ``feeds`` are named
    by a page; ``offsite`` are the links that are not followed, with why.
    """

    articles: list[ArticleLink] = field(default_factory=list)
    next_pages: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    parts: list[tuple[str, date | None]] = field(default_factory=list)
    feeds: list[str] = field(default_factory=list)
    offsite: dict[str, str] = field(default_factory=dict)


class Source(Protocol):
    """A kind of listing."""

    name: str
    per_edition: bool  # or one for the whole site

    def start(self, site: Site, edition: str) -> str:
        """Return the address to begin at."""

    def read(self, response: Response, site: Site) -> Listing:
        """Read one page of it; raises :class:`NoListing`."""


def read_links(found: Iterable[tuple[str, date | None]], base: str, site: Site) -> Listing:
    """Return a listing of those of the addresses (with their days) that are articles on the site, each once."""
    links: dict[str, ArticleLink] = {}
    offsite: dict[str, str] = {}
    for reference, day in found:
        url = absolute(base, reference)
        target = site.localise(url)
        if target is None:
            note_offsite(offsite, url, site)
            continue
        canonical = site.canonical(url)
        if is_article_url(canonical):
            address = parse_address(canonical)
            links.setdefault(address.id, ArticleLink(address, target, address.day or day))
        if len(links) >= MAX_LINKS:
            break
    return Listing(list(links.values()), offsite=offsite)


def absolute(base: str, reference: str) -> str:
    """Return the address that a link on the page ``base`` leads to; empty if it is none, such as "http://[oops"."""
    try:
        return urljoin(base, reference.strip())
    except ValueError:
        return ""


def note_offsite(offsite: dict[str, str], url: str, site: Site) -> None:
    """Add a link that leads away from the site, with why it is not followed."""
    why = site.why_offsite(url)
    if why is not None and len(offsite) < MAX_LINKS:
        offsite.setdefault(url, why)


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
