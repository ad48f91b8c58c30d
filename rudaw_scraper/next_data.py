"""The article among the data that a Next.js page carries.

Names of properties are known from listings only (``ID``, ``Title``, ``Summary``, ``imgPath``, ``categorySlug``);
the others are those that such sites usually give, compared without case and punctuation. An object is the page's
article if it has the page's id, or a headline that the page shows together with a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from typing import Any

from rudaw_scraper.flight import walk
from rudaw_scraper.jsonld import clean
from rudaw_scraper.letters import letters_key

Node = dict[str, Any]

_ID = ("id", "articleid", "newsid", "contentid", "itemid", "postid")
_TITLE = ("title", "headline", "articletitle", "newstitle", "name")
_SUMMARY = ("summary", "lead", "excerpt", "subtitle", "deck", "shortdescription", "description", "abstract")
_BODY = (
    "body", "content", "bodyhtml", "articlebody", "html", "contenthtml", "text", "fulltext", "details", "detail",
    "paragraphs", "blocks", "bodystripped",
)  # fmt: skip
_PUBLISHED = (
    "publishedat", "publisheddate", "publishdate", "datepublished", "publishedon", "publishtime", "publishdatetime",
    "publicationdate", "ampdatetime", "date", "datetime", "createdat", "createddate", "createdate", "time",
)  # fmt: skip
_MODIFIED = (
    "updatedat", "modifiedat", "updateddate", "modifieddate", "datemodified", "lastmodified", "updatedate",
    "modifydate", "lastupdate", "lastupdated",
)  # fmt: skip
_AUTHOR = ("author", "authors", "authorname", "writer", "byline", "reporter", "createdby", "writername")
_TAGS = ("tags", "keywords", "topics", "hashtags")
_SECTION = ("categoryname", "categorytitle", "category", "section", "sectionname")
_IMAGE = ("imgpath", "image", "imageurl", "imagepath", "mainimage", "featuredimage", "thumbnail", "cover", "photo")
_CAPTION = ("imagecaption", "imgcaption", "caption", "photocaption", "imagedescription", "imgdescription", "imagetitle")
_CREDIT = ("imagecredit", "photocredit", "credit", "photographer", "imagesource")
_RELATED = ("related", "relatednews", "relatedarticles", "relateditems")
_NAMES = ("name", "fullname", "title", "displayname", "label", "tag", "value", "text")
_NOT_LETTERS = re.compile(r"[^a-z]")
_NUMBER = re.compile(r"\d")
_BLOCK_TAGS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "figure", "section"})
_INLINE_TAGS = frozenset({"a", "b", "strong", "i", "em", "span", "u", "br", "blockquote", "figcaption", "table"})
_SHORTEST_TEXT = 300  # characters of markup
_DEEPEST = 40  # levels of elements within elements


@dataclass(slots=True)
class NextArticle:
    """What the data say of the article; ``body`` is HTML; ``related`` are (headline, id or address, category)."""

    headline: str | None = None
    summary: str | None = None
    body: str | None = None
    published: list[str] = field(default_factory=list)
    modified: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    section: str | None = None
    image: str | None = None
    caption: str | None = None
    credit: str | None = None
    related: list[tuple[str, str | None, str | None]] = field(default_factory=list)


def find_article(values: Iterable[Any], article_id: str, titles: Iterable[str]) -> NextArticle | None:
    """Return the article with the id, or one whose headline is among ``titles`` and that has a text."""
    keys = {letters_key(title) for title in titles}
    ranked: list[tuple[int, int, Node]] = []
    for number, raw in enumerate(walk(values)):
        node = {_NOT_LETTERS.sub("", key.lower()): value for key, value in raw.items() if isinstance(key, str)}
        title = _text(node, _TITLE)
        if title is None:
            continue
        same_id = any(str(node[key]) == article_id for key in _ID if key in node)
        same_title = letters_key(title) in keys
        has_body = _body(node) is not None
        if not same_id and not (same_title and (has_body or _text(node, _PUBLISHED))):
            continue
        ranked.append((-(4 * same_id + 2 * has_body + same_title), number, node))
    if not ranked:
        return None
    ranked.sort(key=lambda each: each[:2])
    article = NextArticle()
    for _, _, node in ranked:
        _fill(article, node)
    return article


def longest_markup(values: Iterable[Any]) -> str | None:
    """Return the longest HTML that an element of the stream sets as it stands, if it is as long as a text."""
    found = (node["__html"] for node in walk(values) if isinstance(node.get("__html"), str))
    longest = max(found, key=len, default="")
    return longest if len(longest) >= _SHORTEST_TEXT and "<" in longest else None


def element_html(value: Any, depth: int = 0) -> str:
    """Return an element of the stream (``["$", tag, key, properties]``), or a list of them, as HTML."""
    if isinstance(value, str):
        return escape(value, quote=False)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if depth > _DEEPEST or not isinstance(value, list):
        return ""
    if len(value) == 4 and value[0] == "$" and isinstance(value[3], dict):
        tag, properties = value[1], value[3]
        raw = properties.get("dangerouslySetInnerHTML")
        inner = raw.get("__html") if isinstance(raw, dict) else None
        content = inner if isinstance(inner, str) else element_html(properties.get("children"), depth + 1)
        known = isinstance(tag, str) and (tag in _BLOCK_TAGS or tag in _INLINE_TAGS)
        return f"<{tag}>{content}</{tag}>" if known else content
    return "".join(element_html(each, depth + 1) for each in value)


def _fill(article: NextArticle, node: Node) -> None:
    article.headline = article.headline or _text(node, _TITLE)
    article.summary = article.summary or _text(node, _SUMMARY)
    article.body = article.body or _body(node)
    article.published = article.published or _dates(node, _PUBLISHED)
    article.modified = article.modified or _dates(node, _MODIFIED)
    article.authors = article.authors or next((n for key in _AUTHOR if (n := _names(node.get(key)))), [])
    article.tags = article.tags or next((n for key in _TAGS if (n := _names(node.get(key), split=True))), [])
    article.section = article.section or next((n[-1] for key in _SECTION if (n := _names(node.get(key)))), None)
    image = next((node[key] for key in _IMAGE if node.get(key)), None)
    if isinstance(image, dict):
        image_node = {_NOT_LETTERS.sub("", key.lower()): value for key, value in image.items()}
        article.caption = article.caption or _text(image_node, (*_CAPTION, "alt", "description"))
        article.credit = article.credit or _text(image_node, _CREDIT)
        image = next((image_node[key] for key in ("url", "src", "path", "imgpath") if image_node.get(key)), None)
    article.image = article.image or (image if isinstance(image, str) else None)
    article.caption = article.caption or _text(node, _CAPTION)
    article.credit = article.credit or _text(node, _CREDIT)
    article.related = article.related or next((r for key in _RELATED if (r := _related(node.get(key)))), [])


def _text(node: Node, names: Iterable[str]) -> str | None:
    for name in names:
        value = node.get(name)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and (text := clean(str(value))):
            return text
    return None


def _dates(node: Node, names: Iterable[str]) -> list[str]:
    given = (node.get(name) for name in names)
    return [text for value in given if isinstance(value, str) and _NUMBER.search(value) and (text := clean(value))][:1]


def _body(node: Node) -> str | None:
    """Return the text as HTML: a string, a list of paragraphs, or elements."""
    for name in _BODY:
        value = node.get(name)
        if isinstance(value, str) and len(value.split()) > 3:
            return value if "<" in value else "".join(f"<p>{line}</p>" for line in value.splitlines())
        if isinstance(value, list) and value:
            html = element_html(value) if _has_elements(value) else "".join(map(_paragraph, value))
            if html.strip():
                return html
    return None


def _has_elements(value: list[Any]) -> bool:
    return value[0] == "$" or any(isinstance(each, list) for each in value)


def _paragraph(value: Any) -> str:
    """Return one paragraph of a list: a string, or an object with its text and perhaps the kind of block."""
    if isinstance(value, str):
        return value if value.lstrip().startswith("<") else f"<p>{escape(value, quote=False)}</p>"
    if not isinstance(value, dict):
        return ""
    content = next((value[key] for key in ("html", "text", "content", "value", "children") if value.get(key)), None)
    if isinstance(content, dict):
        return _paragraph(content)
    if isinstance(content, list):
        content = "".join(_paragraph(each).removeprefix("<p>").removesuffix("</p>") for each in content)
    if not isinstance(content, str):
        return ""
    heading = "head" in str(value.get("type", "")).lower() or "title" in str(value.get("type", "")).lower()
    tag = "h3" if heading else "p"
    return content if content.lstrip().startswith("<p") else f"<{tag}>{content}</{tag}>"


def _names(value: Any, *, split: bool = False) -> list[str]:
    """Return names in a string, an object with a name, or a list of either."""
    if isinstance(value, dict):
        value = next((value[key] for key in (*_NAMES, *map(str.title, _NAMES)) if value.get(key)), None)
    if isinstance(value, str):
        parts = re.split(r"\s*[,،;]\s*", value) if split else [value]
        return [text for part in parts if (text := clean(part.lstrip("#")))]
    if isinstance(value, list):
        return list(dict.fromkeys(name for each in value for name in _names(each)))
    return []


def _related(value: Any) -> list[tuple[str, str | None, str | None]]:
    found: list[tuple[str, str | None, str | None]] = []
    for each in value if isinstance(value, list) else []:
        if not isinstance(each, dict):
            continue
        node = {_NOT_LETTERS.sub("", key.lower()): entry for key, entry in each.items()}
        title = _text(node, _TITLE)
        if title is not None:
            found.append((title, _text(node, ("url", "link", "href", *_ID)), _text(node, ("categoryslug", "slug"))))
    return found
