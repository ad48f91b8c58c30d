"""The site's JSON interface for listings (Skwid period): ``/API/News/Listing/…``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

from scrapy.http import Response

from rudaw_scraper.discovery.base import Listing, NoListing, day_of, read_links
from rudaw_scraper.site import Site

_LATEST = "/API/News/Listing/-8"  # of all the main sections
_PAGE = "CurrentPage"
_LANGUAGES = {
    "english": "English",
    "sorani": "Sorani",
    "kurmanci": "Kurmanci",
    "arabic": "Arabic",
    "turkish": "Turkish",
}


class ListingApi:
    """Pages of articles, ``Data.CategoryNews.Articles[]``, up to ``Data.MaxPage``; past it they may repeat."""

    name = "JSON interface"
    per_edition = True

    def start(self, site: Site, edition: str) -> str:
        """Return the address of the first page."""
        query = urlencode({_PAGE: 1, "lang": _LANGUAGES[edition], "isMobileBrowser": "False"})
        return f"{site.origin}{_LATEST}?{query}"

    def read(self, response: Response, site: Site) -> Listing:
        """Read a page; raises :class:`NoListing`."""
        try:
            data = json.loads(response.body)["Data"]
            given = data["CategoryNews"]["Articles"] or []
            last = int(data.get("MaxPage") or 0)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise NoListing("no JSON with Data.CategoryNews.Articles") from None
        if not isinstance(given, list):
            raise NoListing("Data.CategoryNews.Articles is no list")
        return replace(read_links(_links(given), response.url, site), next_pages=_next(response.url, last))


def _links(given: list[Any]) -> Iterator[tuple[str, date | None]]:
    for each in given:
        if isinstance(each, dict) and isinstance(each.get("Link"), str):
            moment = each.get("AMPDateTime")
            yield each["Link"], day_of(moment) if isinstance(moment, str) else None


def _next(url: str, last: int) -> list[str]:
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    page = query.get(_PAGE, ["1"])[0]
    number = int(page) if page.isascii() and page.isdigit() else 1
    if number >= last:
        return []
    query[_PAGE] = [str(number + 1)]
    return [urlunsplit(parts._replace(query=urlencode(query, doseq=True)))]
