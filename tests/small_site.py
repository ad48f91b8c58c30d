"""A small site of invented pages, made in a folder, and the command run against it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


def article_page(headline: str, byline: str = "By Dilan Test 7/5/2018", extra: str = "") -> str:
    """Return a page in the classic order: section, headline, byline, body."""
    paragraphs = "".join(
        f"<p>The {word} bridge over the river opened on Monday after years of waiting, the office said.</p>"
        for word in ("first", "second", "third")
    )
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body>'
        f"<div><a href='/english/kurdistan'>Kurdistan</a></div><h1>{headline}</h1><div>{byline}</div>"
        f"<div>ERBIL, Kurdistan Region – A bridge opened.{paragraphs}</div>{extra}</body></html>"
    )


def listing_page(links: Iterable[str], more: str = "") -> str:
    """Return a page of links."""
    rows = "".join(f'<li><a href="{link}">A story</a></li>' for link in links)
    return f"<!DOCTYPE html><html><head><title>List</title></head><body><ul>{rows}</ul>{more}</body></html>"


class SmallSite:
    """A folder with ``site.json`` that grows by one page at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._table: dict[str, dict[str, Any]] = {}
        self._pages = 0
        folder.mkdir(parents=True, exist_ok=True)
        self._save()

    def add(self, path: str, html: str | bytes, **answer: Any) -> str:
        """Serve a page under a path, and return the path."""
        name = f"page{self._pages}.html"
        self._pages += 1
        (self.folder / name).write_bytes(html if isinstance(html, bytes) else html.encode())
        self._table[path] = {"file": name, **answer}
        self._save()
        return path

    def extend(self, table: dict[str, dict[str, Any]]) -> None:
        """Serve further paths, in the form of ``site.json``."""
        self._table |= table
        self._save()

    def _save(self) -> None:
        (self.folder / "site.json").write_text(json.dumps(self._table), encoding="utf-8")


def articles_site(folder: Path, count: int = 12, extra: str = "") -> SmallSite:
    """Return a site with one edition, one listing and ``count`` sound articles."""
    site = SmallSite(folder)
    paths = [f"/english/kurdistan/07052018{number}" for number in range(1, count + 1)]
    for number, path in enumerate(paths, 1):
        site.add(path, article_page(f"Bridge number {number} opens", extra=extra))
    site.add("/english", listing_page(["/english/kurdistan"]))
    site.add("/english/kurdistan", listing_page(paths))
    return site


def rudaw(*arguments: str | Path, cwd: Path | None = None, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own and return what it printed."""
    return subprocess.run(
        [sys.executable, "-m", "rudaw_scraper", *map(str, arguments)],
        input=stdin.decode(),
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=environment(),
        timeout=120,
        check=False,
    )


def environment(covered: bool = True) -> dict[str, str]:
    """Return an environment in which the package is found from any folder; uncovered for a process short of disk."""
    variables = {name: value for name, value in os.environ.items() if covered or not name.startswith("COVERAGE")}
    return variables | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "TERM": "dumb"}


def lines_of(path: Path) -> list[dict[str, Any]]:
    """Return the records of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def run_folder(output: Path) -> Path:
    """Return the folder of the only run below an output folder."""
    (folder,) = output.glob("*/*")
    return folder
