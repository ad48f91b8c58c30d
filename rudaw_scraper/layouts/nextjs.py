"""The Next.js layout, from 25 May 2026: the page's own data beside what it shows.

What is shown decides; the data fill what is not, and settle where the text begins and ends if the page shows the
same text. Nothing is known of comments in this layout.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final
from urllib.parse import parse_qs, urlsplit

from rudaw_scraper.article_body import Body
from rudaw_scraper.article_head import (
    Head,
    dates_above,
    find_headline,
    is_section_name,
    section_above,
)
from rudaw_scraper.article_lists import declared_comment_count, find_tags
from rudaw_scraper.byline_dates import take_date_off_byline
from rudaw_scraper.bylines import split_authors
from rudaw_scraper.captions import split_credit
from rudaw_scraper.document import Document
from rudaw_scraper.flight import decode_page
from rudaw_scraper.html_body import read_html_body
from rudaw_scraper.later_lists import read_comments, related_articles, side_comments
from rudaw_scraper.layouts.base import Fields
from rudaw_scraper.letters import letters_key
from rudaw_scraper.next_data import NextArticle, find_article, longest_markup
from rudaw_scraper.outline import Outline
from rudaw_scraper.page import DateEvidence
from rudaw_scraper.record import Caption, Related
from rudaw_scraper.shown_article import read_shown
from rudaw_scraper.side_boxes import may_have_boxes, shown_alone
from rudaw_scraper.structured import Told, own_summary, read_structured
from rudaw_scraper.walk_tables import LATER_PICTURES

_SPACE: Final = re.compile(r"\s")
_TAG: Final = re.compile(r"<[^<>]{1,500}>")
_PROXY: Final = LATER_PICTURES[0]
_IMAGE_HOST: Final = LATER_PICTURES[1]
_CATEGORY_LINK: Final = re.compile(r"/[a-z]+/categories/[^/]+/\d+/?$")
_NEEDED_LINKS: Final = 2  # to other articles in this layout's form of address
_SHOWN: Final = 0.7  # share of the data's paragraphs that the page must show to believe that they are its text


class NextJs:
    """Reader of the Next.js layout."""

    name = "nextjs"

    @staticmethod
    def matches(outline: Outline) -> bool:
        """Tell whether the page carries Next.js data, its images, or links in this layout's form."""
        document = outline.document
        markup = document.markup
        if markup is None:
            return False
        if markup.scripts or _is_next_image(markup.meta.get("og:image")):
            return True
        if "src" in markup.later_addresses and any(
            _is_next_image(picture.element.get("src")) for picture in document.blocks.pictures
        ):
            return True
        if "href" not in markup.later_addresses:
            return False
        hrefs = {a.get("href") or "" for a in markup.visible().iter("a")}
        others = {href for href in hrefs if _CATEGORY_LINK.search(href) and not href.endswith(_own_id(document))}
        return len(others) >= _NEEDED_LINKS

    @staticmethod
    def read(outline: Outline) -> Fields | None:
        """Read the page; ``None`` if neither page nor data give a headline."""
        document = outline.document
        assert document.markup is not None  # matches() says no to plain text
        told = read_structured(document.markup, in_text=document.markup.has_items)
        shown = find_headline(outline)
        titles = [title for title in (shown.text if shown else None, told.headline) if title]
        values = decode_page(document.markup.scripts)
        data = find_article(values, _own_id(document), titles) or NextArticle()
        headline = shown.text if shown else data.headline
        if headline is None:
            return None
        start = shown.last + 1 if shown else 0
        page = read_shown(outline, start)
        if may_have_boxes(outline, page.begin, page.stop):
            document.roles.clear()
            page = shown_alone(outline, start)
        head = page.head if shown else Head()
        take_date_off_byline(outline, head)
        body, warnings = _body(outline, page.body, data.body)
        if not body.paragraphs and (markup := longest_markup(values)) is not None:
            body = read_html_body(markup, document.page, document.address)
        if shown:
            outline.take(range(shown.first, start), "headline")
        above = section_above(outline, shown.first) if shown else None
        published, modified = _dates(head, data, told)
        named = data.authors or told.authors or told.houses
        edition = document.address.edition
        return Fields(
            headline=headline,
            section=head.section or above or data.section or told.section,
            byline=head.byline or ", ".join(named) or None,
            authors=head.authors or [each for name in named for each in split_authors(name, edition) or [name]],
            published=published or (dates_above(outline, shown.first) if shown else []),
            modified=modified,
            dateline=body.dateline,
            summary=_summary(head, data, told, [headline, *body.paragraphs]),
            paragraphs=body.paragraphs,
            subheadings=body.subheadings,
            captions=_captions(document, head, body, data, told),
            tags=find_tags(outline, page.begin) or data.tags or told.tags,
            comments=read_comments(outline, page.stop) or told.comments,
            comment_count=declared_comment_count(outline, page.stop) or told.comment_count,
            related=related_articles(outline, page.begin) or _related(document, data),
            latest_comments=side_comments(outline),
            warnings=warnings,
        )


def real_image(address: str | None) -> str | None:
    """Return the picture's own address behind the one of the image proxy (``/_next/image?url=…&amp;w=640``)."""
    if not address:
        return None
    address = unescape(address).strip()
    try:
        parts = urlsplit(address)
    except ValueError:  # no address, as with half a bracket
        return address
    if parts.path.endswith(_PROXY) or _PROXY in parts.path:
        return next(iter(parse_qs(parts.query).get("url", [])), None)
    return address


def _is_next_image(address: str | None) -> bool:
    return address is not None and any(part in address for part in LATER_PICTURES)


def _own_id(document: Document) -> str:
    return document.address.id.rsplit("/", 1)[-1]


def _body(outline: Outline, shown: Body, html: str | None) -> tuple[Body, list[str]]:
    """Return the text that the page shows, in the data's paragraphs if they are the same; and warnings."""
    if html is None:
        return shown, []
    if shown.paragraphs and _letters(unescape(_TAG.sub(" ", html))) == _letters(" ".join(shown.paragraphs)):
        return shown, []
    document = outline.document
    given = read_html_body(html, document.page, document.address)
    if not given.paragraphs:
        return shown, []
    lines = {letters_key(line.text) for line in outline.lines}
    found = sum(letters_key(paragraph) in lines for paragraph in given.paragraphs)
    if not shown.paragraphs:
        return given, []
    if found < _SHOWN * len(given.paragraphs):
        return shown, ["flight_body_conflict"]
    given.captions = given.captions or shown.captions
    given.end = shown.end
    return given, []


def _letters(text: str) -> str:
    return letters_key(text).replace(" ", "")


def _dates(head: Head, data: NextArticle, told: Told) -> tuple[list[DateEvidence], list[DateEvidence]]:
    given = [DateEvidence("metadata", raw) for raw in data.published]
    changed = [DateEvidence("metadata", raw) for raw in data.modified]
    return [*head.published, *given, *told.published], [*head.modified, *changed, *told.modified]


def _summary(head: Head, data: NextArticle, told: Told, texts: list[str]) -> str | None:
    """Return the deck shown, or the summary in the data; a description that only repeats headline or text is none."""
    return head.summary or data.summary or own_summary(told.summary, texts)


def _captions(document: Document, head: Head, body: Body, data: NextArticle, told: Told) -> list[Caption]:
    captions = [*head.captions, *body.captions]
    words, credit = split_credit(data.caption or "", document.address.edition.name)
    shown = {letters_key(caption.text or "") for caption in captions}
    led = any(caption.position == "lead" for caption in captions)
    if not led and words and letters_key(words) not in {"", *shown} and not is_section_name(words):
        captions.insert(0, Caption(words, credit or data.credit, data.image, "lead"))
    lead = _image_address(document, data.image) or document.absolute(real_image(told.image))
    for caption in captions:
        caption.image_url = _image_address(document, real_image(caption.image_url))
        if caption.position == "lead" and caption.image_url is None:
            caption.image_url = lead
    return captions


def _image_address(document: Document, address: str | None) -> str | None:
    """Return an image's full address; a path alone is one of the image host."""
    address = _SPACE.sub("%20", address.strip()) if address else None
    if address and address.startswith("/") and not address.startswith("//"):
        return f"https://{_IMAGE_HOST}{address}"
    return document.absolute(address)


def _related(document: Document, data: NextArticle) -> list[Related]:
    edition = document.address.edition.name
    related: list[Related] = []
    for headline, place, category in data.related:
        if place is not None and place.isdigit():
            place = f"/{edition}/categories/{category}/{place}" if category else None
        related.append(Related(headline, document.absolute(place)))
    return related
