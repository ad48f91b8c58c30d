"""What a page of the site offers to follow: articles, further pages of the same listing, other sections."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from parsel import Selector
from scrapy.http import Response, TextResponse

from rudaw_scraper.addresses import is_article_url
from rudaw_scraper.attributes import refuse_attribute_bomb
from rudaw_scraper.discovery.base import MAX_LINKS, Listing, NoListing, absolute, note_offsite, read_links
from rudaw_scraper.discovery.nextjs import flight_links
from rudaw_scraper.errors import PageTooLarge
from rudaw_scraper.site import Site

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
_FEEDS = ", ".join(f"link[rel~=alternate][type='application/{kind}+xml']::attr(href)" for kind in ("rss", "atom"))
_MOST_FEEDS = 20
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


class HtmlListing:
    """The pages that readers see: front pages, sections, sub-sections, and what their "next" links lead to."""

    name = "pages"
    per_edition = True

    def start(self, site: Site, edition: str) -> str:
        """Return the address of the edition's front page, or of a section given with the edition."""
        return f"{site.origin}/{edition}"

    def read(self, response: Response, site: Site) -> Listing:
        """Sort the links of a page; raises :class:`NoListing` if it is no text."""
        if not isinstance(response, TextResponse):
            raise NoListing("a listing was expected, and this is no text")
        try:
            refuse_attribute_bomb(response.body)
        except PageTooLarge as error:
            raise NoListing(str(error)) from None
        return read_listing(response.selector, response.url, site, response.text)


def read_listing(page: Selector, url: str, site: Site, text: str = "") -> Listing:
    """Sort the links of the listing page fetched from ``url``; ``text`` is its source."""
    articles: list[str] = []
    next_pages: dict[str, None] = {}
    sections: dict[str, None] = {}
    offsite: dict[str, str] = {}
    for link in page.css("a[href], link[rel~=next][href]")[:MAX_LINKS]:
        address = absolute(url, link.attrib["href"])
        target = site.localise(address)
        if target is None:
            note_offsite(offsite, address, site)
        elif is_article_url(site.canonical(address)):
            articles.append(address)
        elif _leads_on(link, url, target):
            next_pages.setdefault(target)
        elif _is_section(target):
            sections.setdefault(target)
    articles += flight_links(page, text, section_of(url)[0])
    found = read_links(((article, None) for article in articles), url, site)
    feeds = [site.localise(absolute(url, href)) for href in page.css(_FEEDS).getall()[:_MOST_FEEDS]]
    return Listing(
        found.articles,
        list(next_pages),
        list(sections),
        feeds=[feed for feed in feeds if feed is not None],
        offsite=offsite | found.offsite,
    )


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
    keys = {key.lower() for key, _ in parse_qsl(parts.query)}
    if is_numbered_listing(url):
        return True
    return 2 <= len(segments) <= 3 and not keys and segments[1].lower() not in _NO_SECTIONS


def is_numbered_listing(url: str) -> bool:
    """Tell whether a listing goes by a number: ``/NewsListing.aspx?pageid=528``, ``/sorani/news?CategoryID=412627``."""
    parts = urlsplit(url)
    keys = {key.lower() for key, _ in parse_qsl(parts.query)}
    path = parts.path.lower()
    return (path.endswith("/newslisting.aspx") and "pageid" in keys) or (
        path.endswith("/news") and keys == {"categoryid"}
    )


def section_of(url: str) -> tuple[str, tuple[str, ...]]:
    """Return the edition and the section path of a listing's address."""
    segments = [segment for segment in urlsplit(url).path.split("/") if segment]
    return (segments[0].lower() if segments else "", tuple(segments[1:]))
