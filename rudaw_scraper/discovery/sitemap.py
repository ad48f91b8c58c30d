"""Sitemaps, with the extension for news."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date
from itertools import islice

from lxml import etree
from scrapy.http import Response

from rudaw_scraper.discovery.base import MAX_LINKS, Listing, NoListing, absolute, day_of, note_offsite, read_links
from rudaw_scraper.discovery.feed import local_name, parse_xml
from rudaw_scraper.site import Site

MOST_BYTES = 16 * 1024 * 1024  # unpacked; the protocol allows 50 MB, a sitemap of news has some hundred kB


class NewsSitemap:
    """``/sitemap.xml``: a list of addresses, or of further sitemaps, packed with gzip or not."""

    name = "sitemap"
    per_edition = False

    def start(self, site: Site, edition: str) -> str:  # noqa: ARG002 - one for all editions
        """Return the address of the site's sitemap."""
        return f"{site.origin}/sitemap.xml"

    def read(self, response: Response, site: Site) -> Listing:
        """Read the addresses; raises :class:`NoListing`."""
        root = parse_xml(_unpacked(response.body))
        kind = local_name(root)
        if kind == "sitemapindex":
            return _parts(root, response.url, site)
        if kind != "urlset":
            raise NoListing("no sitemap")
        return read_links(_entries(root), response.url, site)


def _parts(root: etree._Element, base: str, site: Site) -> Listing:
    listing = Listing()
    for reference, day in islice(_entries(root), MAX_LINKS):
        url = absolute(base, reference)
        target = site.localise(url)
        if target is None:
            note_offsite(listing.offsite, url, site)
        else:
            listing.parts.append((target, day))
    return listing


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(b"\x1f\x8b"):
        return content
    unpacker = zlib.decompressobj(31)
    try:
        plain = unpacker.decompress(content, MOST_BYTES)
    except zlib.error as error:
        raise NoListing(f"damaged gzip data ({error})") from None
    if unpacker.unconsumed_tail:
        raise NoListing(f"larger than {MOST_BYTES:,} bytes when unpacked")
    return plain


def _entries(root: etree._Element) -> Iterator[tuple[str, date | None]]:
    """Yield each address with its day: of publication where the news extension gives it, else of the last change."""
    for entry in root:
        url, published, changed = "", None, None
        for node in entry.iter():
            name = local_name(node)
            if name == "loc" and not url:
                url = (node.text or "").strip()
            elif name == "publication_date":
                published = day_of(node.text)
            elif name == "lastmod":
                changed = day_of(node.text)
        if url:
            yield url, published or changed
