"""Folders of saved pages: what browsers, mirroring programs and this program's own runs leave on a disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from rudaw_scraper.addresses import is_article_url, parse_address
from rudaw_scraper.errors import BadTime
from rudaw_scraper.extract import parse_time
from rudaw_scraper.page import Page
from rudaw_scraper.refused import FailedPage
from rudaw_scraper.saved_pages import (
    MappedPage,
    address_in_page,
    content_type_of,
    file_time,
    is_page_name,
    read_bytes,
    read_url_map,
    time_in_page,
)
from rudaw_scraper.site import RUDAW_HOSTS

_REFUSED, _LISTED = "refused", "refused.jsonl"
_COMPANION = "_files"  # browsers put a page's pictures and frames into a folder named after the page


def page_files(path: Path) -> Iterator[Path]:
    """Yield the saved pages in a folder, in the order of their names; a file is one itself."""
    if path.is_file():
        yield path
        return
    for root, folders, names in os.walk(path):
        folder = Path(root)
        folders[:] = sorted(name for name in folders if not name.endswith(_COMPANION))
        if _LISTED in names and _REFUSED in folders:
            folders.remove(_REFUSED)  # what a run refused is read where it is asked for
        mirrored = not RUDAW_HOSTS.isdisjoint(part.lower() for part in folder.parts)
        for name in sorted(names):
            if is_page_name(name) or (mirrored and address_of_mirrored(folder / name) is not None):
                yield folder / name


def url_map_beside(path: Path) -> Path | None:
    """Return the list that a run keeps beside its folder of refused pages, if this is such a folder."""
    listed = path.parent / _LISTED
    return listed if path.is_dir() and path.name == _REFUSED and listed.is_file() else None


def saved_pages(path: Path, url_map: Path | None) -> Iterator[Page | FailedPage]:
    """Yield each saved page with the address and the time that it had, or why it cannot be read.

    They come from ``url_map``, else from the page itself, else from where the file lies and when it was written.
    """
    found = url_map or url_map_beside(path)
    mapped = read_url_map(found) if found is not None else {}
    for file in page_files(path):
        yield _saved_page(file, mapped.get(file.resolve()))


def address_of_mirrored(file: Path) -> str | None:
    """Return the article's address that a file of a mirror stands for: ``…/www.rudaw.net/english/…``."""
    parts = file.parts
    for place, part in enumerate(parts):
        if part.lower() in RUDAW_HOSTS:
            name = parts[-1].removesuffix(".gz").partition("?")[0].partition("@")[0]
            stem = name.removesuffix(".html").removesuffix(".htm")
            path = [*parts[place:-1], stem] if stem not in {"index", ""} else list(parts[place:-1])
            url = "http://" + "/".join(quote(step) for step in path)
            return parse_address(url).url if is_article_url(url) else None
    return None


def _saved_page(file: Path, mapped: MappedPage | None) -> Page | FailedPage:
    place = file.resolve().as_uri()
    page = Page(b"", place, datetime.now(UTC), content_type_of(file), "file", source_url=place)
    try:
        page.content = content = read_bytes(file)
        page.fetched_at = file_time(file)
    except OSError as error:
        return FailedPage(page, "Unreadable", f"the file cannot be read: {error.strerror or error}")
    if mapped is not None and mapped.content_type:
        page.content_type = mapped.content_type
    try:
        if mapped is not None and mapped.fetched_at:
            page.fetched_at = parse_time(mapped.fetched_at)
        else:
            page.fetched_at = time_in_page(content) or page.fetched_at
    except BadTime as error:
        return FailedPage(page, "BadTime", str(error))
    url = mapped.url if mapped is not None else address_in_page(content) or address_of_mirrored(file)
    if url is None:
        return FailedPage(page, "NoAddress", "the page does not state its address; give it with --url-map")
    page.url = url
    return page
