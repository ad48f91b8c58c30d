"""What a page says of itself to machines: JSON-LD, microdata, RDFa, and the metadata of its head.

The most exact comes first: JSON-LD, then microdata and RDFa in the text, then ``<meta>``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from rudaw_scraper.comment_marks import is_of_comments
from rudaw_scraper.jsonld import Graph, Node, clean, clean_lines, text_of
from rudaw_scraper.letters import letters_key
from rudaw_scraper.markup import Markup
from rudaw_scraper.page import DateEvidence
from rudaw_scraper.record import Comment
from rudaw_scraper.tree import tops
from rudaw_scraper.walk_tables import Element

_PUBLISHED = (
    "article:published_time", "article:published", "article.published", "datepublished", "og:published_time",
    "og:pubdate", "article_date_original", "originalpublicationdate", "publication_date", "publication-date",
    "publish-date", "publishdate", "publish_date", "published_date", "pubdate", "published", "published_time",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "bt:pubdate", "dcterms.issued",
    "dc.date.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "dc:date", "dc:created",
    "citation_publication_date", "citation_date", "displaydate", "ptime", "date", "datecreated",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "article:modified", "article.updated", "og:updated_time", "datemodified", "lastmod",
    "last-modified", "dcterms.modified", "dc.date.modified", "modified", "revised", "dateupdated", "updated",
)  # fmt: skip
_AUTHOR = (
    "author", "article:author", "article:author_name", "article.author", "byl", "byline", "dc.creator", "dc:creator",
    "dcterms.creator", "parsely-author", "sailthru.author", "citation_author", "authors", "og:author", "creator",
    "cxenseparse:author", "twitter:data1",
)  # fmt: skip
_HEADLINE = (
    "og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title", "sailthru.title",
    "citation_title",
)  # fmt: skip
_SUMMARY = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
_SECTION = ("article:section", "section", "parsely-section", "cxenseparse:section")
_TAGS = ("news_keywords", "article:tag", "parsely-tags", "keywords", "sailthru.tags")
_WEB = re.compile(r"https?://|www\.|@|\.(?:com|org|net)\b|/")
_NUMBER = re.compile(r"\d+")
_NAME = ("name", "schema:name")  # of a property, in microdata or in RDFa
_DEEPEST_REPLY = 100


@dataclass(slots=True)
class Told:
    """What structured data says; dates as given; comments with their raw dates.

    ``authors`` are persons, or names that may be persons'; ``houses`` are organisations named as the author;
    ``sites`` are names of the site or its publisher.
    """

    headline: str | None = None
    authors: list[str] = field(default_factory=list)
    houses: list[str] = field(default_factory=list)
    published: list[DateEvidence] = field(default_factory=list)
    modified: list[DateEvidence] = field(default_factory=list)
    summary: str | None = None
    section: str | None = None
    tags: list[str] = field(default_factory=list)
    body: str | None = None
    image: str | None = None
    comments: list[Comment] = field(default_factory=list)
    comment_count: int | None = None
    sites: list[str] = field(default_factory=list)


def read_structured(markup: Markup | None, *, in_text: bool = True, all_authors: bool = False) -> Told:
    """Gather what a page says of itself; without ``in_text`` microdata and RDFa are left unread, which is faster.

    With ``all_authors`` each of several tags for one author counts, else the first.
    """
    told = Told()
    if markup is None:
        return told
    if markup.json_ld:
        _read_json_ld(Graph(markup.json_ld), markup.canonical or markup.meta.get("og:url"), told)
    if in_text:
        _read_properties(markup.visible(), told)
    _read_meta(markup.meta, told, markup.metas if all_authors else {})
    return told


def own_summary(summary: str | None, paragraphs: list[str]) -> str | None:
    """Return a summary unless it only repeats how a paragraph begins."""
    if summary is None:
        return None
    key = letters_key(summary.rstrip(".… "))
    return None if any(letters_key(paragraph).startswith(key) for paragraph in paragraphs) else summary


def is_person_like(name: str) -> bool:
    """Tell whether an author's value is a name, not an address or a sentence."""
    return not _WEB.search(name) and 1 < len(name) <= 100 and len(name.split()) <= 12


def _read_json_ld(graph: Graph, url: str | None, told: Told) -> None:
    node = graph.article(url)
    told.sites += [name for each in graph.of_type("WebSite") if (name := text_of(each.get("name")))]
    told.sites += [name for name, person in graph.names(node.get("publisher")) if not person] if node else []
    if node is None:
        pages = graph.of_type("WebPage", "ItemPage")
        for page in pages[:1]:
            _add_dates(told, page.get("datePublished"), page.get("dateModified"))
        return
    told.headline = text_of(node.get("headline")) or text_of(node.get("name"))
    named = graph.names(node.get("author")) or graph.names(node.get("creator"))
    for name, person in named:
        names = told.authors if person else told.houses
        if is_person_like(name) and name not in names:
            names.append(name)
    _add_dates(told, node.get("datePublished") or node.get("dateCreated"), node.get("dateModified"))
    told.summary = text_of(node.get("description")) or text_of(node.get("alternativeHeadline"))
    told.section = _last_text(node.get("articleSection"))
    told.tags = _tags(node.get("keywords"))
    body = node.get("articleBody")
    told.body = clean_lines(body) if isinstance(body, str) else None
    told.image = next((_image(each) for each in graph.follow(node.get("image"))), None)
    count = text_of(node.get("commentCount"))
    told.comment_count = int(count) if count is not None and count.isdecimal() else None
    _read_comments(graph, node, told)


def _read_comments(graph: Graph, article: Node, told: Told) -> None:
    """Add the comments within the article's node, replies below what they answer; else those beside it."""
    positions: dict[str, int] = {}
    seen: set[int] = set()

    def add(node: Any, reply_to: int | None, depth: int = 0) -> None:
        if not isinstance(node, dict) or id(node) in seen or depth > _DEEPEST_REPLY:
            return
        seen.add(id(node))
        raw = node.get("text") or node.get("commentText") or node.get("description")
        text = clean_lines(raw) if isinstance(raw, str) else None
        at = reply_to
        if text is not None:
            author = next((name for name, _ in graph.names(node.get("author") or node.get("creator"))), None)
            parent = node.get("parentItem")
            parent_id = parent.get("@id") if isinstance(parent, dict) else parent
            date = text_of(node.get("dateCreated") or node.get("datePublished"))
            at = len(told.comments) + 1
            if isinstance(parent_id, str):
                reply_to = positions.get(parent_id, reply_to)
            told.comments.append(Comment(at, author, None, None, date, text, reply_to))
            if isinstance(node.get("@id"), str):
                positions[node["@id"]] = at
        for reply in graph.follow(node.get("comment")):
            add(reply, at, depth + 1)

    for each in graph.follow(article.get("comment") or article.get("comments")) or graph.of_type("Comment"):
        add(each, None)


def _read_properties(root: Element, told: Told) -> None:
    """Read microdata and RDFa: properties of the article, not those of things within comments or other cards."""
    published: list[str] = []
    modified: list[str] = []
    authors: list[str] = []
    for element in (each for top in tops(root) for each in top.iter()):
        name = (element.get("itemprop") or element.get("property") or "").split()[0:1]
        key = re.split(r"[:/#]", name[0])[-1].lower() if name else ""
        if key not in ("headline", "author", "creator", "datepublished", "datecreated", "datemodified"):
            continue
        if _inside_comment(element):
            continue
        if key in ("author", "creator"):
            authors += _author_values(element)
        elif value := _value(element):
            if key == "headline":
                told.headline = told.headline or value
            else:
                (modified if key == "datemodified" else published).append(value)
    if not told.authors:
        told.authors = list(dict.fromkeys(name for name in authors if is_person_like(name)))
    _add_dates(told, published[:1], modified[:1])


def _inside_comment(element: Element) -> bool:
    for outer in element.iterancestors():
        kind = (outer.get("itemtype") or outer.get("typeof") or "").lower()
        if "comment" in kind or "listitem" in kind or "product" in kind:
            return True
        if (outer.get("itemprop") or outer.get("property") or "").lower() in ("comment", "review", "publisher"):
            return True
        if outer.tag not in ("body", "html") and is_of_comments(outer):
            return True
    return False


def _author_values(element: Element) -> list[str]:
    if element.get("itemscope") is None and element.get("typeof") is None:
        value = _value(element)
        return [value] if value else []
    named = (each for each in element.iter() if each.get("itemprop") == "name" or each.get("property") in _NAME)
    return [value for each in named if each is not element and (value := _value(each))]


def _value(element: Element) -> str | None:
    given = element.get("content") or element.get("datetime")
    return clean(given) if given else clean("".join(map(str, element.itertext())))


def _read_meta(meta: dict[str, str], told: Told, repeated: dict[str, list[str]]) -> None:
    told.headline = told.headline or _first(meta, _HEADLINE)
    site = letters_key(meta.get("og:site_name", ""))
    for key in _AUTHOR if not told.authors else ():
        given = (clean(value) for value in repeated.get(key) or ([meta[key]] if key in meta else []))
        names = [name for name in given if name and is_person_like(name)]
        names = list(dict.fromkeys(first_name_first(names, reversed_names=key.startswith("citation"))))
        told.houses += [name for name in names if letters_key(name) == site]
        told.authors = [name for name in names if letters_key(name) != site]
        if names:
            break
    _add_dates(told, [meta[k] for k in _PUBLISHED if k in meta][:2], [meta[k] for k in _MODIFIED if k in meta][:1])
    told.summary = told.summary or _first(meta, _SUMMARY)
    told.section = told.section or _first(meta, _SECTION)
    told.tags = told.tags or next((_tags(meta[key]) for key in _TAGS if meta.get(key)), [])
    told.image = told.image or meta.get("og:image") or meta.get("twitter:image")


def first_name_first(names: list[str], *, reversed_names: bool) -> list[str]:
    """Return names without the comma of "Wright, Ann", where all of them have it or are known to be written so."""
    commas = [name.count(",") == 1 for name in names]
    if not names or not (reversed_names or (len(names) > 1 and all(commas))):
        return names
    return [
        " ".join(part.strip() for part in reversed(name.split(","))) if comma else name
        for name, comma in zip(names, commas, strict=True)
    ]


def _first(meta: dict[str, str], keys: Iterable[str]) -> str | None:
    return next((text for key in keys if key in meta and (text := clean(meta[key]))), None)


def _add_dates(told: Told, published: Any, modified: Any) -> None:
    for values, evidence in ((published, told.published), (modified, told.modified)):
        for value in values if isinstance(values, list) else [values]:
            raw = _readable(text_of(value))
            if raw and _NUMBER.search(raw) and all(raw != known.raw for known in evidence):
                evidence.append(DateEvidence("metadata", raw))


def _readable(raw: str | None) -> str | None:
    """Return a date that only machines write, seconds since 1970 or digits alone, in the form that is read."""
    if raw is None or not raw.isascii() or not raw.isdecimal():
        return raw
    if len(raw) in (10, 13):
        return datetime.fromtimestamp(int(raw[:10]), UTC).isoformat()
    if len(raw) in (8, 14) and raw.startswith(("19", "20")):
        return f"{raw[:4]}-{raw[4:6]}-{raw[6:8]}"
    return raw


def _last_text(value: Any) -> str | None:
    values = value if isinstance(value, list) else [value]
    return next((text for each in reversed(values) if (text := text_of(each))), None)


def _tags(value: Any) -> list[str]:
    values = value if isinstance(value, list) else re.split(r"\s*[,،;]\s*", value) if isinstance(value, str) else []
    return list(dict.fromkeys(text for each in values if (text := text_of(each))))


def _image(value: Any) -> str | None:
    found = value.get("url") or value.get("contentUrl") if isinstance(value, dict) else value
    return text_of(found)
