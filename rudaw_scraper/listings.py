"""What a listing page offers to follow: articles, further pages of the same listing, other sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urljoin, urlsplit

from parsel import Selector

from rudaw_scraper.addresses import ArticleAddress, is_article_url, parse_address
from rudaw_scraper.site import Site

MAX_LINKS = 5000  # a page with more is no listing that a reader could use

# The query keys that page numbers go by, and the words that lead on, in the five languages and as symbols.
_PAGE_KEYS = frozenset({"page", "currentpage", "pageno", "pagenumber", "pageindex", "paged", "pg", "p"})
_PAGE_SEGMENT = re.compile(r"/page[/-]?(\d{1,6})/?$", re.IGNORECASE)
_NEXT_WORDS = frozenset(
    {
        "next",
        "next page",
        "older",
        "more",
        "دواتر",
        "زۆرتر",
        "لاپەڕەی دواتر",
        "pêş",
        "li pêş",
        "zêdetir",
        "rûpela din",
    }
    | {
        "التالي",
        "الصفحة التالية",
        "المزيد",
        "sonraki",
        "sonraki sayfa",
        "ileri",
        "›",
        "»",
        "→",
        ">",
        ">>",
        "«",
        "‹",
        "←",
    }
)
# Parts of the site below an edition that list no articles.
_NO_SECTIONS = frozenset(
    {
        "onair",
        "author",
        "authors",
        "episode",
        "search",
        "search-results",
        "faq",
        "contact",
        "contact-us",
        "about",
    }
    | {
        "about-us",
        "privacy",
        "privacy-policy",
        "privacy-plicy",
        "terms",
        "rss",
        "account",
        "login",
        "register",
    }
)


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """A link to an article: what it stands for, and where it is fetched from."""

    address: ArticleAddress
    url: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The links of a listing page, each once, in page order; all of them are on the site."""

    articles: list[ArticleLink]
    next_pages: list[str]
    sections: list[str]


def read_listing(page: Selector, url: str, site: Site) -> Listing:
    """Sort the links of the listing page fetched from ``url``."""
    articles: dict[str, ArticleLink] = {}
    next_pages: dict[str, None] = {}
    sections: dict[str, None] = {}
    for link in page.css("a[href], link[rel~=next][href]")[:MAX_LINKS]:
        target = _target(link, url, site)
        if target is None:
            continue
        canonical = site.canonical(_absolute(link, url))
        if is_article_url(canonical):
            address = parse_address(canonical)
            articles.setdefault(address.id, ArticleLink(address, target))
        elif _leads_on(link, url, target):
            next_pages.setdefault(target)
        elif _is_section(target):
            sections.setdefault(target)
    return Listing(list(articles.values()), list(next_pages), list(sections))


def _absolute(link: Selector, url: str) -> str:
    try:
        return urljoin(url, link.attrib["href"].strip())
    except ValueError:  # not an address at all, such as "http://[oops"
        return ""


def _target(link: Selector, url: str, site: Site) -> str | None:
    return site.localise(_absolute(link, url))


def _leads_on(link: Selector, url: str, target: str) -> bool:
    """Tell whether a link leads to a further page of the listing at ``url``."""
    here, there = _page_number(url), _page_number(target)
    same_listing = _listing_key(url) == _listing_key(target)
    if same_listing and there is not None:
        return there > (here or 1)
    if "next" in link.attrib.get("rel", "").lower().split():
        return target != url
    words = " ".join("".join(link.css("::text").getall()).split()).casefold()
    return same_listing and words in _NEXT_WORDS and target != url


def _page_number(url: str) -> int | None:
    parts = urlsplit(url)
    segment = _PAGE_SEGMENT.search(parts.path)
    if segment:
        return int(segment[1])
    for key, value in parse_qsl(parts.query):
        if key.lower() in _PAGE_KEYS and value.isascii() and value.isdigit() and len(value) <= 6:
            return int(value)
    return None


def _listing_key(url: str) -> tuple[str, frozenset[tuple[str, str]]]:
    parts = urlsplit(url)
    path = _PAGE_SEGMENT.sub("", parts.path).rstrip("/").lower()
    return path, frozenset(pair for pair in parse_qsl(parts.query) if pair[0].lower() not in _PAGE_KEYS)


def _is_section(url: str) -> bool:
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    return 2 <= len(segments) <= 3 and not parts.query and segments[1].lower() not in _NO_SECTIONS


def section_of(url: str) -> tuple[str, tuple[str, ...]]:
    """Return the edition and the section path of a listing's address."""
    segments = [segment for segment in urlsplit(url).path.split("/") if segment]
    return (segments[0].lower() if segments else "", tuple(segments[1:]))
