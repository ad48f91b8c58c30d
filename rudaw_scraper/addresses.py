"""What a Rudaw address says: the article's key, its edition, its sections and often its day.

The forms of the addresses, with the counts behind each rule, are described in ``docs/architecture.md``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final
from urllib.parse import unquote, urlsplit

from rudaw_scraper.editions import EDITIONS, Edition
from rudaw_scraper.errors import BadAddress

SITE: Final = "https://www.rudaw.net"
HOSTS: Final = {  # the origin that each spelling stands for
    "rudaw.net": SITE,
    "www.rudaw.net": SITE,
    "rudawarabia.net": "https://www.rudawarabia.net",
    "www.rudawarabia.net": "https://www.rudawarabia.net",
}
FIRST_YEAR: Final = 2008  # the site is younger; an earlier "day" in an address is a number that only looks like one
_WAYBACK: Final = re.compile(r"^(?:https?://[^/]+)?/web/\d{4,14}(?:[a-z]{2}_)?/(https?:/{1,2}.+)$")
# Day, month, year, then the running number of that day: empty, or up to three digits. Programme addresses end in
# fourteen digits (with a clock time) and are no articles.
_DATE_SLUG: Final = re.compile(r"(\d{2})(\d{2})(\d{4})\d{0,3}")
_LAST_YEAR: Final = 2100


_SLUG_STARTS: Final = frozenset("0123456789%")  # a slug is of digits, which an address can hold encoded


@dataclass(frozen=True, slots=True)
class ArticleAddress:
    """The parts of an article's address; ``day`` is the publication day where the slug holds one."""

    id: str
    url: str
    edition: Edition
    section_path: tuple[str, ...]
    day: date | None


@lru_cache(maxsize=1024)
def parse_address(url: str) -> ArticleAddress:
    """Read the address of an article, in any of its spellings.

    Accepts http and https, with and without ``www``, queries, fragments, trailing slashes, and the rewritten
    addresses of a Wayback Machine. Raises :class:`BadAddress` for anything that can't be an article of the site.
    """
    url = unwrap_archived(url.strip())
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError as error:
        raise BadAddress(f"not an address: {url!r} ({error})") from None
    origin = HOSTS.get(host)
    if parts.scheme not in ("http", "https") or origin is None:
        raise BadAddress(f"not an address of Rudaw: {url!r}; give one like {SITE}/english/middleeast/22072017")
    segments = [unquote(segment).strip() for segment in parts.path.split("/")]
    segments = [segment for segment in segments if segment]
    edition = EDITIONS.get(segments[0].lower()) if segments else None
    if edition is None:
        raise BadAddress(f"no edition in {url!r}; the path must begin with one of: {', '.join(EDITIONS)}")
    segments[0] = edition.name
    if not _may_be_article(segments):
        raise BadAddress(f"not the address of an article: {url!r}; it names a listing or a page of the site itself")
    path = "/".join(segments)
    categories = len(segments) >= 4 and segments[1] == "categories"
    return ArticleAddress(
        id=f"{edition.name}/{segments[-1]}" if categories else path,
        url=f"{origin}/{path}",
        edition=edition,
        section_path=tuple(segments[2:-1] if categories else segments[1:-1]),
        day=None if categories else slug_day(segments[-1]),
    )


def is_article_url(url: str) -> bool:
    """Tell whether a link leads to an article: an edition, a section and a slug of digits, or a category and an id."""
    if url.partition("#")[0].partition("?")[0].rstrip("/ ").rpartition("/")[2][:1] not in _SLUG_STARTS:
        return False  # nearly all links of a page, at little cost
    try:
        address = parse_address(url)
    except BadAddress:
        return False
    slug = address.url.rsplit("/", 1)[-1]
    if "/categories/" in address.url:
        return slug.isascii() and slug.isdigit()
    return slug_day(slug) is not None


def slug_day(slug: str) -> date | None:
    """Return the day that a date slug begins with (``081220154`` is 8 December 2015), else ``None``."""
    match = _DATE_SLUG.fullmatch(slug)
    if match is None:
        return None
    day, month, year = (int(group) for group in match.groups())
    if not FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def unwrap_archived(url: str) -> str:
    """Return the original address behind one that a web archive has rewritten; others come back unchanged."""
    match = _WAYBACK.match(url) if "/web/" in url else None
    if match is None:
        return url
    return re.sub(r"^(https?:)/+", r"\1//", match[1])


def _may_be_article(segments: list[str]) -> bool:
    if len(segments) < 3 or segments[1] in {"onair", "authors"}:
        return False
    return segments[1] != "categories" or (len(segments) >= 4 and segments[-1].isdigit())
