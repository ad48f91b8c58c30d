"""A page's JSON-LD: its scripts parsed with patience, the nodes by type, the article among them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from rudaw_scraper.letters import fold

Node = dict[str, Any]

_ARTICLE = re.compile(r"(?:.*Article|.*Posting|Report|.*NewsStory)$", re.IGNORECASE)
_WRAPPING = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_TAGS = re.compile(r"<[^<>]{1,300}>")
_BREAKS = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]{0,300}>", re.IGNORECASE)
_DEEPEST = 12  # levels of nodes within nodes
_MOST_NODES = 5_000


class Graph:
    """The nodes of a page's JSON-LD; references by ``@id`` can be followed."""

    def __init__(self, scripts: Iterable[str]) -> None:
        self.nodes: list[Node] = []
        self._by_id: dict[str, Node] = {}
        for script in scripts:
            for node in _top_nodes(_parse(script), 0):
                self.nodes.append(node)
                if isinstance(node.get("@id"), str):
                    self._by_id.setdefault(node["@id"], node)

    def article(self, url: str | None = None) -> Node | None:
        """Return the node of the page's article: the one with the page's address, else the first with a headline."""
        articles = [node for node in self.nodes if is_type(node, _ARTICLE)]
        if len(articles) > 1 and url is not None:
            same = [node for node in articles if _address_key(self._address(node)) == _address_key(url)]
            articles = same or articles
        return next((node for node in articles if text_of(node.get("headline"))), articles[0] if articles else None)

    def of_type(self, *names: str) -> list[Node]:
        """Return the nodes of any of the types."""
        return [node for node in self.nodes if set(_types(node)) & set(names)]

    def follow(self, value: Any) -> list[Any]:
        """Return a value as a list, references replaced by the nodes they name."""
        if isinstance(value, dict) and isinstance(value.get("@list"), list):
            value = value["@list"]
        values = value if isinstance(value, list) else [] if value is None else [value]
        return [self._by_id.get(v["@id"], v) if isinstance(v, dict) and _is_reference(v) else v for v in values]

    def names(self, value: Any) -> list[tuple[str, bool]]:
        """Return names in a value (strings, nodes, references), each with whether it is a person's or may be."""
        found: list[tuple[str, bool]] = []
        for one in self.follow(value):
            person = not isinstance(one, dict) or not _is_house(one)
            several = one.get("name") if isinstance(one, dict) else None
            if isinstance(several, list):
                found += [(name, person) for each in several if (name := text_of(each))]
            elif name := _name(one) if isinstance(one, dict) else text_of(one):
                found.append((name, person))
        return found

    def _address(self, node: Node) -> str | None:
        for key in ("url", "mainEntityOfPage", "@id"):
            for value in self.follow(node.get(key)):
                found = value.get("@id") or value.get("url") if isinstance(value, dict) else value
                if isinstance(found, str) and found:
                    return found
        return None


def text_of(value: Any) -> str | None:
    """Return the text of a property, entities and tags resolved; the first of several; ``None`` for none."""
    if isinstance(value, list):
        return next((text for each in value if (text := text_of(each))), None)
    if isinstance(value, dict):
        return text_of(value.get("@value") or value.get("name"))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return clean(value) if isinstance(value, str) else None


def clean(text: str) -> str | None:
    """Return a string value without tags, its entities decoded (twice encoded ones too), folded to one line."""
    return fold(_plain(text)) or None


def clean_lines(text: str) -> str | None:
    """Return a string value as :func:`clean` does, but with its line breaks kept."""
    lines = (fold(line) for line in _BREAKS.sub("\n", _plain(text, tags=False)).split("\n"))
    return "\n".join(fold(_TAGS.sub("", line)) for line in lines if fold(_TAGS.sub("", line))) or None


def is_type(node: Node, pattern: re.Pattern[str]) -> bool:
    """Tell whether one of a node's types matches."""
    return any(pattern.match(name) for name in _types(node))


def _plain(text: str, *, tags: bool = True) -> str:
    for _ in range(2):
        if "&" not in text:
            break
        text = unescape(text)
    return _TAGS.sub("", text) if tags and "<" in text else text


def _parse(script: str) -> Any:
    text = _WRAPPING.sub("", _WRAPPING.sub("", script)).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _top_nodes(value: Any, depth: int) -> Iterator[Node]:
    """Yield the nodes of a script: its own, those of lists and graphs, and what a page says it is about."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value[:_MOST_NODES]:
            yield from _top_nodes(each, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value or "headline" in value:
            yield value
        for key in ("@graph", "mainEntity", "hasPart"):
            yield from _top_nodes(value.get(key), depth + 1)


def _types(node: Node) -> list[str]:
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return [re.split(r"[/#:]", name)[-1] for name in names if isinstance(name, str)]


def _name(node: Node) -> str | None:
    given = (text_of(node.get(key)) for key in ("givenName", "familyName"))
    return text_of(node.get("name") or node.get("alternateName")) or " ".join(part for part in given if part) or None


def _is_reference(node: Node) -> bool:
    return "@id" in node and not ("name" in node or "text" in node)


def _is_house(node: Node) -> bool:
    return any(name.endswith("Organization") or name in ("Corporation", "Brand", "WebSite") for name in _types(node))


def _address_key(url: str | None) -> str:
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/")
