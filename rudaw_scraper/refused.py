"""Pages that gave no article: why, and where they are kept, so that nothing fetched is lost."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from rudaw_scraper.page import Page
from rudaw_scraper.writer import JsonLinesFile, cannot_write, write_whole


@dataclass(slots=True)
class FailedPage:
    """A page that could not be fetched; ``page.content`` is what came all the same, often nothing."""

    page: Page
    reason: str
    detail: str


class RefusedPages:
    """``refused.jsonl``, a line for each refused page, and ``refused/``, the pages, named by their SHA-256."""

    def __init__(self, run_folder: Path) -> None:
        self._run_folder = run_folder
        self._list = JsonLinesFile(run_folder / "refused.jsonl")

    def keep(self, page: Page, reason: str, detail: str) -> None:
        """Store a page and list it; raises :class:`WriteError`."""
        self._list.write(
            {
                "url": page.url,
                "reason": reason,
                "detail": detail,
                "fetched_at": page.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "file": self._store(page),
                "content_type": page.content_type,
                "source_url": page.source_url,
            }
        )

    def close(self) -> None:
        """Give the list its name."""
        self._list.close()

    def _store(self, page: Page) -> str | None:
        content = page.content
        if isinstance(content, str):
            content = content.encode("utf-8", "surrogatepass")
        if not content:
            return None
        name = f"refused/{hashlib.sha256(content).hexdigest()}.html.gz"
        path = self._run_folder / name
        if not path.exists():
            try:
                path.parent.mkdir(exist_ok=True)
            except OSError as error:
                raise cannot_write(path.parent, error) from error
            write_whole(path, gzip.compress(content, compresslevel=6, mtime=0))
        return name
