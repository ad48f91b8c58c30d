"""Articles of the site's JSON interface (Skwid period), alone or merged with the page of the same article.

An object has ``Title``, ``Link``, ``Summary``, ``Body`` (HTML), ``BodyStripped`` (plain text), ``AMPDateTime``
(Iraq's local time without an offset) and ``Time``; listings and search results hold such objects in lists.

Warnings of a merge: ``api_headline_conflict``, ``api_body_conflict``, ``api_summary_conflict``; days that differ
are found with all other dates (``date_conflict``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from rudaw_scraper.addresses import SITE, ArticleAddress, parse_address
from rudaw_scraper.article_body import Body
from rudaw_scraper.blocks import blocks_of_text
from rudaw_scraper.decoding import to_utf8
from rudaw_scraper.document import Document
from rudaw_scraper.errors import BadAddress, ListingPage, UnknownLayout
from rudaw_scraper.html_body import read_html_body, read_text_body
from rudaw_scraper.jsonld import clean
from rudaw_scraper.layouts.base import Fields, make_draft
from rudaw_scraper.letters import letters_key, same_letters
from rudaw_scraper.page import DateEvidence, Draft, Page

ApiObject = Mapping[str, Any]

_JSON_TYPES = ("application/json", "text/json", "application/vnd.api+json")
_SAME = 0.9  # share of paragraphs that page and interface must have in common


def is_json(page: Page) -> bool:
    """Tell whether the page is labelled as JSON."""
    return page.content_type.partition(";")[0].strip().lower() in _JSON_TYPES


def read_api_page(page: Page) -> Draft:
    """Read a page of JSON that holds one article, or the one of the page's address among several.

    Raises :class:`~rudaw_scraper.errors.BadAddress`, :class:`~rudaw_scraper.errors.ListingPage` if several
    articles are there and none is the page's, :class:`~rudaw_scraper.errors.UnknownLayout` if there is none.
    """
    address = parse_address(page.url)
    utf8 = to_utf8(page.content, "application/json", address.edition.language)
    try:
        value = json.loads(utf8.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError) as error:
        raise UnknownLayout(f"the page is labelled as JSON and is none ({error})") from None
    objects = list(_objects(value, 0))
    own = [each for each in objects if _address_of(each) == address]
    if not own and len(objects) > 1:
        raise ListingPage(f"the JSON holds {len(objects)} articles and not that of {address.url}")
    if not own and not objects:
        raise UnknownLayout("the JSON holds no article with Title and Body")
    return read_api_article((own or objects)[0], page)


def read_api_article(given: ApiObject, page: Page) -> Draft:
    """Return the draft of a record from the interface's object alone; ``page`` says whence and when it came.

    The address is the object's ``Link``, else that of ``page``. Raises
    :class:`~rudaw_scraper.errors.BadAddress`, and :class:`~rudaw_scraper.errors.UnknownLayout` if the object has
    neither a title nor a text.
    """
    address = _address_of(given) or parse_address(page.url)
    body = _body(given, page, address)
    headline = _text(given, "Title")
    if headline is None and not body.paragraphs:
        raise UnknownLayout("the object has neither Title nor Body")
    fields = Fields(
        headline=headline,
        published=_dates(given),
        dateline=body.dateline,
        summary=_text(given, "Summary"),
        paragraphs=body.paragraphs,
        subheadings=body.subheadings,
        captions=body.captions,
    )
    return make_draft(_document(page, address), "skwid", fields)


def merge_api(draft: Draft, given: ApiObject) -> Draft:
    """Add to a page's draft what it lacks and the interface gives; the page wins where it has a field.

    Changes and returns ``draft``. What differs becomes a warning. Raises
    :class:`~rudaw_scraper.errors.BadAddress` if the object is of another article.
    """
    article = draft.article
    address = _address_of(given)
    if address is not None and address.id != article.id:
        raise BadAddress(f"the object is of {address.id}, the page of {article.id}; merge those of one article only")
    page = Page("", article.url, draft.captured_at)
    other = read_api_article(given, page)
    warnings = article.warnings
    if _differs(article.headline, other.article.headline):
        warnings.append("api_headline_conflict")
    if _differs(article.summary, other.article.summary):
        warnings.append("api_summary_conflict")
    article.headline = article.headline or other.article.headline
    article.summary = article.summary or other.article.summary
    if not draft.paragraphs and other.paragraphs:
        draft.paragraphs = other.paragraphs
        article.body = other.article.body
        article.subheadings = other.article.subheadings
        article.dateline = article.dateline or other.article.dateline
        warnings[:] = [code for code in warnings if code != "body_missing"]
    elif other.paragraphs and not _same_text(draft.paragraphs, other.paragraphs):
        warnings.append("api_body_conflict")
    # What the page prints or says comes first, the address last.
    at = next((i for i, item in enumerate(draft.published) if item.source == "url"), len(draft.published))
    draft.published[at:at] = [item for item in other.published if item.source == "api"]
    return draft


def _objects(value: Any, depth: int) -> Iterator[ApiObject]:
    """Yield the articles in a value: an object with a title and a text, or those in lists within it."""
    if depth > 8:
        return
    if isinstance(value, dict):
        if isinstance(value.get("Title"), str) and any(key in value for key in ("Body", "BodyStripped", "AMPDateTime")):
            yield value
            return
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _objects(each, depth + 1)


def _address_of(given: ApiObject) -> ArticleAddress | None:
    link = given.get("Link")
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        return parse_address(urljoin(SITE, link.strip()))
    except BadAddress:
        return None


def _document(page: Page, address: ArticleAddress) -> Document:
    return Document(page, address, page.sha256(), blocks_of_text(""), None)


def _text(given: ApiObject, key: str) -> str | None:
    value = given.get(key)
    return clean(value) if isinstance(value, str) else None


def _body(given: ApiObject, page: Page, address: ArticleAddress) -> Body:
    for key, read in (("Body", read_html_body), ("BodyStripped", read_text_body)):
        value = given.get(key)
        if isinstance(value, str) and value.strip():
            body = read(value, page, address)
            if body.paragraphs:
                return body
    return Body(end=0)


def _dates(given: ApiObject) -> list[DateEvidence]:
    given_dates = (_text(given, key) for key in ("AMPDateTime", "Time"))
    return [DateEvidence("api", raw) for raw in given_dates if raw][:1]


def _differs(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and not same_letters(one, other)


def _same_text(page: list[str], given: list[str]) -> bool:
    """Tell whether most paragraphs, by length, of either text are in the other."""
    ours, theirs = ({letters_key(paragraph) for paragraph in text} for text in (page, given))
    shared = sum(map(len, ours & theirs))
    return shared >= _SAME * max(sum(map(len, ours)), sum(map(len, theirs)))
