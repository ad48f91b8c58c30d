"""The classic layout, seen from December 2015 to March 2019: the only one with readers' comments.

Its markup is unknown, so everything is read from what is visible: section, headline, byline with date, caption,
body, comments, in this order, with the site's own words as landmarks. Tags and attributes only help.
"""

from __future__ import annotations

from datetime import UTC, datetime

from rudaw_scraper import __version__
from rudaw_scraper.article_body import read_body
from rudaw_scraper.article_lists import declared_comment_count, find_related, find_tags
from rudaw_scraper.bylines import Byline, find_byline, split_authors
from rudaw_scraper.comments import find_comments
from rudaw_scraper.document import Document
from rudaw_scraper.errors import UnknownLayout
from rudaw_scraper.headings import find_heading, find_section
from rudaw_scraper.labels import Label
from rudaw_scraper.outline import Outline
from rudaw_scraper.page import DateEvidence, Draft
from rudaw_scraper.record import SCHEMA_VERSION, Article
from rudaw_scraper.refusals import refuse_if_blocked
from rudaw_scraper.side_list import SideList, find_side_list


def read_classic(document: Document) -> Draft:
    """Read a page in the classic layout. Raises :class:`UnknownLayout` or :class:`BlockPage`."""
    outline = Outline(document)
    side = find_side_list(outline)
    byline = _find_byline(outline, side)
    heading = find_heading(outline, None if byline is None else byline.first)
    if heading is None or byline is None:
        refuse_if_blocked(document)
        raise UnknownLayout("no headline with a byline could be made out; the page may be in a new layout")
    section = find_section(outline, heading.first)
    skipped = [] if side is None else [range(side.first, side.stop)]
    comments, first_comment = find_comments(outline, byline.last + 1, skipped)
    body_stop = min(
        first_comment if first_comment is not None else len(outline.lines),
        side.first if side is not None and side.first > byline.last else len(outline.lines),
    )
    body = read_body(outline, byline.last + 1, body_stop)
    outline.take(range(heading.first, heading.last + 1), "headline")
    outline.take(range(byline.first, byline.last + 1), "byline")
    if section is not None:
        outline.take([section[1]], "section")
    address, page = document.address, document.page
    published = [] if byline.date_raw is None else [DateEvidence("byline", byline.date_raw)]
    if address.day is not None:
        published.append(DateEvidence("url", address.day.isoformat()))
    warnings = [] if byline.text else ["byline_missing"]
    if not body.paragraphs:
        warnings.append("body_missing")
    article = Article(
        schema_version=SCHEMA_VERSION,
        id=address.id,
        url=address.url,
        edition=address.edition.name,
        language=address.edition.language,
        section=section[0] if section else None,
        section_path=list(address.section_path),
        layout="classic",
        headline=heading.headline,
        byline=byline.text,
        authors=split_authors(byline.text, address.edition),
        date_published=None,
        datetime_published=None,
        date_published_raw=None,
        date_published_source=None,
        date_modified=None,
        datetime_modified=None,
        date_modified_raw=None,
        dateline=body.dateline,
        summary=heading.summary,
        body="\n\n".join(body.paragraphs) or None,
        subheadings=body.subheadings,
        captions=body.captions,
        quotes=[],
        tags=find_tags(outline, byline.last + 1),
        comments=comments,
        comment_count=declared_comment_count(outline, byline.last + 1),
        related=find_related(outline, byline.last + 1),
        latest_comments=[] if side is None else side.comments,
        fetched_at=_utc(page.fetched_at),
        source=page.source,
        source_url=page.source_url,
        content_sha256=document.sha256,
        extractor_version=__version__,
        warnings=warnings,
    )
    return Draft(article, body.paragraphs, page.fetched_at, published, _modified(outline, heading.first, body.end))


def _find_byline(outline: Outline, side: SideList | None) -> Byline | None:
    """Return the byline outside the side list; a side column may stand before the article or after it."""
    total = len(outline.lines)
    if side is None:
        return find_byline(outline, 0, total)
    return find_byline(outline, 0, side.first) or find_byline(outline, side.stop, total)


def _modified(outline: Outline, start: int, stop: int) -> list[DateEvidence]:
    """Return the date that a line such as "Updated: 23/7/2017" gives."""
    for index in range(start, min(stop, len(outline.lines))):
        labelled = outline.labelled(index)
        mark = outline.mark(index) if labelled is not None and labelled[0] is Label.UPDATED else None
        if mark is not None:
            return [DateEvidence("byline", mark.raw)]
    return []


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
