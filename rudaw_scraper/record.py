"""The article record: what one line of output holds.

The classes mirror the output contract key by key, in order. An unknown value is ``None``, an empty list is
``[]``; no string is ever empty. :meth:`Article.to_dict` gives the plain dict that is written as one JSON line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from rudaw_scraper.plain_record import keys_of, plain

SCHEMA_VERSION = "1.0"

EditionName = Literal["english", "sorani", "kurmanci", "arabic", "turkish"]
Language = Literal["en", "ckb", "kmr", "ar", "tr"]
LayoutName = Literal["classic", "skwid", "nextjs", "generic"]
DateSource = Literal["byline", "url", "api", "metadata"]
Source = Literal["live", "wayback", "warc", "wet", "file"]
CaptionPosition = Literal["lead", "inline"]
QuoteKind = Literal["direct", "partial"]

SOURCES: tuple[Source, ...] = get_args(Source)


@dataclass(slots=True)
class Caption:
    """A picture's caption: ``text`` without the credit, ``credit`` without its lead-in ("AP")."""

    text: str | None
    credit: str | None
    image_url: str | None
    position: CaptionPosition


@dataclass(slots=True)
class Segment:
    """A stretch of the body, as character offsets: ``body[start:end]``."""

    start: int
    end: int


@dataclass(slots=True)
class Quote:
    """A quotation in the body, marks excluded; see the contract for each key."""

    text: str
    speaker: str | None
    speaker_name: str | None
    speaker_description: str | None
    cue: str | None
    kind: QuoteKind
    continues: bool
    start: int
    end: int
    segments: list[Segment]


@dataclass(slots=True)
class Comment:
    """A reader's comment on this article. ``position`` counts from 1 in page order."""

    position: int
    author: str | None
    date: str | None
    datetime: str | None
    date_raw: str | None
    text: str
    reply_to: int | None


@dataclass(slots=True)
class MergedComment(Comment):
    """A comment of a merged record: the times of the first and last capture with it, if some capture lacks it."""

    seen_first: str | None
    seen_last: str | None


@dataclass(slots=True)
class Related:
    """A link to another article that the page lists as related."""

    headline: str
    url: str | None


@dataclass(slots=True)
class LatestComment:
    """An entry of the site-wide list of latest comments: a comment on ANOTHER article."""

    author: str | None
    date: str | None
    datetime: str | None
    date_raw: str | None
    text: str | None
    truncated: bool
    article_headline: str | None
    article_url: str | None


@dataclass(slots=True)
class Article:
    """One article as captured once; the fields are those of the output contract, in its order."""

    schema_version: str
    id: str
    url: str
    edition: EditionName
    language: Language
    section: str | None
    section_path: list[str]
    layout: LayoutName
    headline: str | None
    byline: str | None
    authors: list[str]
    date_published: str | None
    datetime_published: str | None
    date_published_raw: str | None
    date_published_source: DateSource | None
    date_modified: str | None
    datetime_modified: str | None
    date_modified_raw: str | None
    dateline: str | None
    summary: str | None
    body: str | None = field(repr=False)  # Scrapy logs items: keep the log readable
    subheadings: list[str] = field(repr=False)
    captions: list[Caption] = field(repr=False)
    quotes: list[Quote] = field(repr=False)
    tags: list[str] = field(repr=False)
    comments: list[Comment] = field(repr=False)
    comment_count: int | None
    related: list[Related] = field(repr=False)
    latest_comments: list[LatestComment] = field(repr=False)
    fetched_at: str
    source: Source
    source_url: str | None
    content_sha256: str
    extractor_version: str
    warnings: list[str]

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a plain dict of JSON types, keys in the contract's order."""
        return plain(self, _KEYS)


Record = Article | Caption | Segment | Quote | Comment | Related | LatestComment

RECORD_CLASSES: tuple[type[Record], ...] = (
    Article,
    Caption,
    Segment,
    Quote,
    Comment,
    Related,
    LatestComment,
)


_KEYS = keys_of((*RECORD_CLASSES, MergedComment))
