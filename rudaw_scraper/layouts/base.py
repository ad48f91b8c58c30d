"""What every layout reader gives, and how a draft is made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from rudaw_scraper import __version__
from rudaw_scraper.document import Document
from rudaw_scraper.page import DateEvidence, Draft
from rudaw_scraper.record import (
    SCHEMA_VERSION,
    Article,
    Caption,
    Comment,
    LatestComment,
    LayoutName,
    Related,
)


@dataclass(slots=True)
class Fields:
    """The fields of an article as a layout reader found them; dates are still raw text.

    ``warnings`` are codes beyond ``byline_missing`` and ``body_missing``, which :func:`make_draft` adds itself.
    """

    headline: str | None = None
    section: str | None = None
    byline: str | None = None
    authors: list[str] = field(default_factory=list)
    published: list[DateEvidence] = field(default_factory=list)
    modified: list[DateEvidence] = field(default_factory=list)
    dateline: str | None = None
    summary: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    subheadings: list[str] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    comment_count: int | None = None
    related: list[Related] = field(default_factory=list)
    latest_comments: list[LatestComment] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def make_draft(document: Document, layout: LayoutName, fields: Fields) -> Draft:
    """Return the draft of a record from what a layout reader found and what the address says."""
    address, page = document.address, document.page
    published = list(fields.published)
    if address.day is not None:
        published.append(DateEvidence("url", address.day.isoformat()))
    warnings = [
        *(() if fields.byline else ("byline_missing",)),
        *(() if fields.paragraphs else ("body_missing",)),
        *fields.warnings,
    ]
    article = Article(
        schema_version=SCHEMA_VERSION,
        id=address.id,
        url=address.url,
        edition=address.edition.name,
        language=address.edition.language,
        section=fields.section,
        section_path=list(address.section_path),
        layout=layout,
        headline=fields.headline,
        byline=fields.byline,
        authors=fields.authors,
        date_published=None,
        datetime_published=None,
        date_published_raw=None,
        date_published_source=None,
        date_modified=None,
        datetime_modified=None,
        date_modified_raw=None,
        dateline=fields.dateline,
        summary=fields.summary,
        body="\n\n".join(fields.paragraphs) or None,
        subheadings=fields.subheadings,
        captions=fields.captions,
        quotes=[],
        tags=fields.tags,
        comments=fields.comments,
        comment_count=fields.comment_count,
        related=fields.related,
        latest_comments=fields.latest_comments,
        fetched_at=_utc(page.fetched_at),
        source=page.source,
        source_url=page.source_url,
        content_sha256=document.sha256,
        extractor_version=__version__,
        warnings=warnings,
    )
    return Draft(article, fields.paragraphs, page.fetched_at, published, fields.modified)


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
