"""RSS and Atom feeds: the latest articles of an edition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxml import etree
from scrapy.http import Response

from rudaw_scraper.discovery.base import Listing, NoListing, day_of, read_links
from rudaw_scraper.site import Site


class Feed:
    """``/<edition>/rss``: the form that the site had in 2015, and that several readers of it still name."""

    name = "feed"
    per_edition = True

    def start(self, site: Site, edition: str) -> str:
        """Return the address of the edition's feed."""
        return f"{site.origin}/{edition}/rss"

    def read(self, response: Response, site: Site) -> Listing:
        """Read the entries; raises :class:`NoListing`."""
        root = parse_xml(response.body)
        if local_name(root) not in ("rss", "feed", "rdf"):
            raise NoListing("no RSS or Atom feed")
        return read_links(_entries(root), response.url, site)


def parse_xml(content: bytes) -> etree._Element:
    """Parse XML from the network: no entities, no DTD, nothing fetched; raises :class:`NoListing`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(content.strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise NoListing("no XML")
    return root


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace, in lower case; empty for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _entries(root: etree._Element) -> Iterator[tuple[str, date | None]]:
    for entry in root.iter():
        if local_name(entry) not in ("item", "entry"):
            continue
        link, day = "", None
        for child in entry:
            name = local_name(child)
            if name == "link":
                link = link or child.get("href") or child.text or ""
            elif name in ("pubdate", "published", "date", "updated"):
                day = day or day_of(child.text)
        if link:
            yield link, day
