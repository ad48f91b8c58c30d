"""Check the links of a folder of HTML pages: ``python -m tests.site_links FOLDER``; exit 1 if one is dead.

Links within the folder must lead to a file, and to an anchor that is there. Addresses elsewhere are not asked, only
looked at. Whatever a browser fetches by itself must lie in the folder: no fonts, scripts or pictures of others.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_FETCHED = {
    ("script", "src"),
    ("img", "src"),
    ("link", "href"),
    ("source", "src"),
    ("iframe", "src"),
    ("image", "href"),
}
_NOT_FETCHED = {"canonical", "next", "prev", "author", "license", "search", "index", "genindex"}  # kinds of <link>
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
_MAIL = re.compile(r"[^@\s]+@(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_IN_STYLE = re.compile(r"""(?:url\(|@import\s)\s*["']?([^"')\s]+)""")


class Link(NamedTuple):
    """An address in a page; ``fetched`` if a browser fetches it by itself."""

    address: str
    fetched: bool


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[Link] = []
        self.anchors: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {given[name] for name in ("id", "name") if given.get(name)}
        kinds = set(given.get("rel", "").split())
        for name in ("href", "src"):
            if name in given:
                fetched = (tag, name) in _FETCHED and not (tag == "link" and kinds & _NOT_FETCHED)
                self.links.append(Link(given[name], fetched))
        self.links += [Link(address, True) for address in _IN_STYLE.findall(given.get("style", ""))]


def problems(folder: Path) -> list[str]:
    """Return what is wrong with the links of all pages and style sheets below a folder, one line each."""
    folder = folder.resolve()
    pages = {path: _Page(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.html"))}
    found = [] if pages else [f"{folder} holds no page"]
    for path, page in pages.items():
        for link in dict.fromkeys(page.links):
            found += [f"{path.relative_to(folder)}: {words}" for words in _link_problems(link, path, folder, pages)]
    for path in sorted(folder.rglob("*.css")):
        for address in _IN_STYLE.findall(path.read_text(encoding="utf-8")):
            words = _link_problems(Link(address, True), path, folder, pages)
            found += [f"{path.relative_to(folder)}: {each}" for each in words]
    return found


def _link_problems(link: Link, path: Path, folder: Path, pages: dict[Path, _Page]) -> Iterator[str]:
    try:
        parts = urlsplit(link.address)
    except ValueError:
        yield f"{link.address} is no address"
        return
    if parts.scheme == "data":
        return
    if parts.scheme or parts.netloc:
        if link.fetched:
            yield f"{link.address} would be fetched from elsewhere"
        elif not _is_sound(link.address):
            yield f"{link.address} is no sound address"
        return
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if target.is_dir():
        target /= "index.html"
    if not target.is_file() or folder not in target.parents:
        yield f"{link.address} leads nowhere"
    elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
        yield f"{link.address}: there is no such place on that page"


def _is_sound(address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme == "mailto":
        return _MAIL.fullmatch(parts.path) is not None
    if parts.scheme not in ("http", "https") or re.search(r"[\s<>\"{}|\\^`]", address):
        return False
    return _HOST.fullmatch(parts.hostname or "") is not None


def main(folder: str) -> int:
    """Print what is wrong, and return the exit code."""
    found = problems(Path(folder))
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
