"""A fetched page, and what a layout reader makes of it before dates and quotations are added."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from rudaw_scraper.record import Article, DateSource, Source


@dataclass(slots=True)
class Page:
    """The bytes of a page and where and when they came from.

    ``fetched_at`` is aware (any zone); ``url`` is the address the page had on the site, ``source_url`` the one the
    bytes were fetched from if that differs (a mirror, an archive's replay). A ``str`` content is text that was
    decoded already.
    """

    content: bytes | str = field(repr=False)
    url: str
    fetched_at: datetime
    content_type: str = "text/html"
    source: Source = "file"
    source_url: str | None = None

    def sha256(self) -> str:
        """Return the SHA-256 of the content in hexadecimal digits; of text, that of its UTF-8."""
        content = self.content
        raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        return hashlib.sha256(raw).hexdigest()


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """A date as one place gave it: ``raw`` is the printed or given text."""

    source: DateSource
    raw: str


@dataclass(slots=True)
class Draft:
    """An article whose dates are still raw text and whose quotations are not yet looked for.

    ``paragraphs`` are those of ``article.body``; ``published`` and ``modified`` hold every date that the page gave
    for the article, the most trusted first.
    """

    article: Article
    paragraphs: list[str] = field(repr=False)
    captured_at: datetime
    published: list[DateEvidence] = field(default_factory=list)
    modified: list[DateEvidence] = field(default_factory=list)
