"""Pages in no known layout: what they say to machines, then what they show, told by structure alone.

The headline, authors and day come from structured data where there are any, the text from its density, comments
from lists in which author, date and text repeat. The record warns ``unknown_layout``: a redesign of the site shows
on its first day.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from rudaw_scraper.addresses import ArticleAddress
from rudaw_scraper.any_headline import chosen_headline, shown_headline
from rudaw_scraper.any_text import any_text
from rudaw_scraper.article_head import Headline, section_above
from rudaw_scraper.article_lists import declared_comment_count, find_tags
from rudaw_scraper.blocks import Blocks, blocks_of_text, blocks_of_tree
from rudaw_scraper.byline_dates import take_date_off_byline
from rudaw_scraper.captions import make_caption
from rudaw_scraper.comment_boxes import Box
from rudaw_scraper.comment_texts import find_any_comments, find_comment_list
from rudaw_scraper.datelines import inline_dateline
from rudaw_scraper.dates.normalise import normalise_dates
from rudaw_scraper.decoding import to_utf8
from rudaw_scraper.dense_text import Text
from rudaw_scraper.document import Document
from rudaw_scraper.editions import EDITIONS, Edition
from rudaw_scraper.errors import BadTime, EmptyPage, UnknownLayout
from rudaw_scraper.later_lists import comments_above_form, read_comments, related_articles, side_comments
from rudaw_scraper.layouts.base import Fields, make_draft
from rudaw_scraper.layouts.signs import is_foreign
from rudaw_scraper.main_text import text_start
from rudaw_scraper.markup import Markup, parse_markup
from rudaw_scraper.numeric_dates import settle_comments, sure_days
from rudaw_scraper.outline import Outline
from rudaw_scraper.page import Page
from rudaw_scraper.published import as_written, publication_dates
from rudaw_scraper.record import Caption
from rudaw_scraper.side_boxes import shown_alone
from rudaw_scraper.structured import Told, own_summary, read_structured
from rudaw_scraper.visible_authors import page_authors

ANY_FIELDS = (
    "headline", "byline", "authors", "section", "date_published", "datetime_published", "date_published_raw",
    "date_modified", "summary", "body", "subheadings", "captions", "tags", "comments", "comment_count", "warnings",
)  # fmt: skip
_OFFSET = re.compile(r"^(\d{4}-\d{2}-\d{2}[T ]\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$")
_SHORTEST_SHOWN = 100  # characters of text that is read where the page has its place for it
_MOST_DECKS = 3
_SHORTEST_TEXT = 200  # characters; less is an error page's, unless a date stands with it


class Generic:
    """Reader of any page of an article."""

    name = "generic"

    @staticmethod
    def matches(outline: Outline) -> bool:
        """Tell whether there is anything to read."""
        return bool(outline.lines)

    @staticmethod
    def read(outline: Outline) -> Fields | None:
        """Read the page; ``None`` without a headline and a text, or a short one with a date."""
        document = outline.document
        html = _html(document)
        told = read_structured(document.markup, all_authors=True)
        shown = shown_headline(outline, told)
        headline = chosen_headline(document.markup, shown, told)
        if headline is None:
            return None
        start = shown.last + 1 if shown is not None else 0
        fields = Fields(
            headline=headline,
            section=(section_above(outline, shown.first) if shown else None) or told.section,
            modified=[as_written(document, evidence) for evidence in told.modified],
            tags=find_tags(outline, start) or told.tags,
            comment_count=declared_comment_count(outline, start) or told.comment_count,
            related=related_articles(outline, start),
            latest_comments=side_comments(outline),
            warnings=["unknown_layout"],
        )
        foreign, talk = is_foreign(document), frozenset[int]()
        if not foreign:
            fields.published = publication_dates(outline, told, shown, html)
        if foreign or not _read_as_the_site_s(outline, start, fields):
            talk = _read_any_text(outline, start, html, fields)
        if not fields.authors:
            byline, fields.authors = page_authors(outline, told, shown, talk)
            fields.byline = fields.byline or byline
            if foreign and len(fields.paragraphs) > 1 and fields.paragraphs[-1].strip(" ()[]") in fields.authors:
                del fields.paragraphs[-1]  # the author's name, as a signature
        fields.comments = fields.comments if len(fields.comments) >= len(told.comments) else told.comments
        if foreign:
            _date_another_site(outline, told, shown, html, fields)
        fields.summary = fields.summary or own_summary(told.summary, [fields.headline or "", *fields.paragraphs])
        if sum(map(len, fields.paragraphs)) < (1 if fields.published else _SHORTEST_TEXT):
            return None
        return fields


def _date_another_site(outline: Outline, told: Told, shown: Headline | None, html: str, fields: Fields) -> None:
    """Fill the day of another site's article and those of its comments, each as far as the other tells it."""
    for comment in fields.comments:
        comment.date_raw = _OFFSET.sub(r"\1", comment.date_raw or "") or None
    fields.published = publication_dates(outline, told, shown, html, sure_days(outline, fields.comments))
    settle_comments(outline, fields.comments, next(iter(sure_days(outline, fields.published)), None))


def _read_as_the_site_s(outline: Outline, start: int, fields: Fields) -> bool:
    """Fill head, text and comments as the site writes them; tell whether there was a text."""
    page = shown_alone(outline, start)
    if sum(map(len, page.body.paragraphs)) < _SHORTEST_SHOWN:
        return False
    head, body = page.head, page.body
    take_date_off_byline(outline, head)
    fields.section = head.section or fields.section
    fields.byline, fields.authors, fields.summary = head.byline, head.authors, head.summary
    fields.published = [*fields.published, *(date for date in head.published if date not in fields.published)]
    fields.modified = [*head.modified, *fields.modified]
    fields.paragraphs, fields.subheadings, fields.dateline = body.paragraphs, body.subheadings, body.dateline
    fields.captions = [*head.captions, *body.captions]
    fields.comments = (
        comments_above_form(outline, page.stop)
        or read_comments(outline, page.stop)
        or find_any_comments(outline, body.end)
    )
    return True


def _read_any_text(outline: Outline, start: int, html: str, fields: Fields) -> frozenset[int]:
    """Fill text, captions and comments by structure alone; return the lines of the comments."""
    document = outline.document
    text, above, boxes = Text(), start, list[Box]()
    for _ in range(_MOST_DECKS):  # the first sentence can be a deck, with the article's own date below it
        above = min(text_start(outline, above, len(outline.lines)) + 1, len(outline.lines))
        fields.comments, boxes = find_comment_list(outline, above)
        text = any_text(outline, html, start, fields.headline or "", boxes)
        if text.paragraphs or not boxes:
            break
    fields.paragraphs, fields.subheadings = text.paragraphs, text.headings
    fields.captions = _captions(outline, start)
    if text.paragraphs:
        fields.dateline = inline_dateline(text.paragraphs[0], document.address.edition.name)
    return frozenset(index for box in boxes for index in box.lines)


def read_any_page(
    content: bytes | str,
    *,
    url: str,
    fetched_at: datetime | str,
    content_type: str = "text/html",
    language: str | None = None,
) -> dict[str, Any]:
    """Read an article's page of any site, by structure alone; for measuring the generic reader.

    ``url`` may be of any site; ``language`` (BCP 47) tells in which of the five languages numeric dates and labels
    are read first, else the page's own ``lang`` does, else English. Returns those keys of the record that don't
    depend on the site: :data:`ANY_FIELDS`.

    Raises :class:`~rudaw_scraper.errors.BadTime` and the subclasses of
    :class:`~rudaw_scraper.errors.NotAnArticle`.
    """
    page = Page(content, url, _moment(fetched_at), content_type)
    document = open_any(page, language)
    fields = Generic.read(Outline(document))
    if fields is None:
        raise UnknownLayout("no headline with a text could be made out")
    record = normalise_dates(make_draft(document, "generic", fields)).article.to_dict()
    return {name: record[name] for name in ANY_FIELDS}


def open_any(page: Page, language: str | None = None) -> Document:
    """Decode and parse a page of any site; the edition is the one of its language. Raises as ``open_document``."""
    utf8 = to_utf8(page.content, page.content_type, language or "en")
    markup: Markup | None = None
    blocks: Blocks
    if page.content_type.partition(";")[0].strip().lower() == "text/plain":
        blocks = blocks_of_text(utf8.decode("utf-8", "replace"))
    else:
        markup = parse_markup(utf8)
        blocks = blocks_of_tree(markup)
    if not blocks.lines:
        raise EmptyPage("the page shows no text")
    edition = _edition(language or (markup.root.get("lang") if markup is not None else None))
    parts = urlsplit(page.url)
    address = ArticleAddress(parts.path.strip("/") or parts.netloc or page.url, page.url, edition, (), None)
    return Document(page, address, hashlib.sha256(utf8).hexdigest(), blocks, markup)


def _edition(language: str | None) -> Edition:
    key = (language or "").lower().partition("-")[0].partition("_")[0]
    return next((row for row in EDITIONS.values() if row.language == key), EDITIONS["english"])


def _moment(fetched_at: datetime | str) -> datetime:
    try:
        moment = datetime.fromisoformat(fetched_at.strip()) if isinstance(fetched_at, str) else fetched_at
    except ValueError:
        raise BadTime(f"not a time: {fetched_at!r}; write it like 2019-03-22T09:00:00Z") from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _html(document: Document) -> str:
    content = document.page.content
    return to_utf8(content, document.page.content_type, document.address.edition.language).decode("utf-8", "replace")


def _captions(outline: Outline, start: int) -> list[Caption]:
    """Return the captions that markup shows to be captions."""
    root = outline.document.blocks.root
    figures = {e for f in root.iter("figcaption") for e in f.iter()} if root is not None else set()
    captions: list[Caption] = []
    for line in outline.lines[start:] if figures else []:
        if line.block not in figures:
            continue
        caption = make_caption(outline, line.index, "lead" if not captions else "inline")
        if caption is not None and all((c.text, c.credit) != (caption.text, caption.credit) for c in captions):
            captions.append(caption)
    return captions
