"""Load the invented contents: an article's own words from JSON, the furniture around it from the edition's labels."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.pages.content import Block, Byline, Comment, Content, Link, Part, Picture, SideComment, Teaser
from tests.pages.expected import quote_records
from tests.pages.labels import COPYRIGHT, EDITIONS, SWITCHER, Labels

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
SITE = "https://www.rudaw.net"
SUBSECTIONS = ("iraq", "turkey", "iran", "syria")


def content_names() -> list[str]:
    """Names of all invented contents, sorted."""
    return sorted(path.stem for path in (FIXTURES / "contents").glob("*.json"))


@cache
def side_lists() -> dict[str, Any]:
    """Invented side lists ("What You Say", "Elsewhere") by edition; most pages of an edition print the same."""
    lists: dict[str, Any] = _read(FIXTURES / "side_lists.json")
    return lists


@cache
def load_content(name: str) -> Content:
    """One invented content by its name."""
    return build_content(name, _read(FIXTURES / "contents" / f"{name}.json"))


def load_all() -> list[Content]:
    """All invented contents in the order of their names."""
    return [load_content(name) for name in content_names()]


def build_content(name: str, data: dict[str, Any]) -> Content:
    """Make a content of its JSON form; keys that are absent mean that the page prints no such thing."""
    edition = name.split("-")[0]
    labels = EDITIONS[edition]
    side = side_lists()[data.get("side", edition)]
    path = urlsplit(data["url"]).path.strip("/").split("/")[1:-1]
    lines, section = _section(labels, path, data)
    dateline = data.get("dateline") or {}
    blocks = [_block(entry, labels) for entry in data["body"]]
    comments = [_comment(entry) for entry in data.get("comments", [])]
    byline = Byline(**({"lead_in": labels.lead_in} | data["byline"])) if data.get("byline") else None
    body = "\n\n".join(block.text for block in blocks if block.kind != "picture")
    known = dict(data.get("known", {}))
    if "quotes" in data:
        known["quotes"] = quote_records(body, data["quotes"])
    return Content(
        name=name,
        url=data["url"],
        fetched_at=data["fetched_at"],
        edition=edition,
        before=_before(labels),
        section_lines=lines,
        section=section,
        headline=data["headline"],
        byline=byline,
        published=data.get("published"),
        lead=_picture(data.get("lead"), labels),
        reporter=data.get("reporter"),
        dateline=dateline.get("text"),
        dateline_line=dateline.get("line"),
        blocks=blocks,
        tail=_tail(labels, data, byline),
        comments=comments,
        comment_count=data.get("comment_count"),
        be_part=Part("be_part", labels.be_part[0], [], None, labels.be_part[1:]),
        side=Part("side", labels.side, _links(labels.tabs)),
        side_groups=[_teaser(entry) for entry in side.get("say", [])],
        elsewhere=Part("elsewhere", labels.elsewhere),
        teasers=[_teaser(entry, labels.more) for entry in side.get("elsewhere", [])],
        footer=_footer(labels),
        known=known,
    )


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _links(texts: list[str], base: str = "#") -> list[Link]:
    return [Link(text, base) for text in texts]


def _address(path: str | None) -> str | None:
    return SITE + path if path and path.startswith("/") else path


def _section(labels: Labels, path: list[str], data: dict[str, Any]) -> tuple[list[list[Link]], str | None]:
    if data.get("no_section"):
        return [], None
    edition = urlsplit(data["url"]).path.split("/")[1]
    names = [labels.sections[segment] for segment in path]
    lines = [[Link(names[0], f"{SITE}/{edition}/{path[0]}")]]
    if len(path) > 1:
        lines.append([Link(labels.sections[s], f"{SITE}/{edition}/{path[0]}/{s}") for s in SUBSECTIONS])
        lines.append([Link(names[-1])])
    return lines, names[-1]


def _picture(data: dict[str, Any] | None, labels: Labels) -> Picture | None:
    if data is None:
        return None
    credit = data.get("credit")
    line = data.get("credit_line") or (f"{labels.photo} {credit}" if credit else None)
    return Picture(data.get("text"), credit, line, _address(data.get("image")))


def _block(entry: str | dict[str, Any], labels: Labels) -> Block:
    if isinstance(entry, str):
        return Block("paragraph", entry)
    if "h" in entry:
        return Block("subheading", entry["h"])
    return Block("picture", picture=_picture(entry["picture"], labels))


def _comment(entry: dict[str, Any]) -> Comment:
    text = entry["text"]
    return Comment(
        author=entry["author"],
        date_raw=entry["date_raw"],
        date=entry["date"],
        lines=text.split("\n") if text else [],
        datetime=entry.get("datetime"),
        reply_to=entry.get("reply_to"),
    )


def _teaser(entry: dict[str, Any], more: str | None = None) -> Teaser:
    return Teaser(
        headline=Link(entry["headline"], _address(entry.get("url"))),
        when=entry["when"],
        count=entry.get("count"),
        comments=[SideComment(**comment) for comment in entry.get("comments", [])],
        lead=entry.get("lead"),
        more=more,
    )


def _before(labels: Labels) -> list[Part]:
    menu = list(labels.sections.values())
    return [
        Part("login", items=_links([labels.login])),
        Part("form", items=_links(labels.comment_form)),
        Part("top_links", items=_links(labels.top), joiner="  |  "),
        Part("switcher", items=_links(SWITCHER), joiner=" | "),
        Part("search", items=_links(labels.search)),
        Part("menu", items=_links(menu)),
    ]


def _tail(labels: Labels, data: dict[str, Any], byline: Byline | None) -> list[Part]:
    """The furniture after the body; ``tail: bare`` is the page of 2019, where comments follow the body at once."""
    if data.get("tail") == "bare":
        return [Part("comments")]
    related = [Link(entry["headline"], _address(entry["url"])) for entry in data.get("related", [])]
    count = data.get("comment_count")
    heading = labels.comments if count is None else f"{labels.comments} ({count})"
    parts = [
        Part("share", items=_links([labels.share])),
        Part("comments", heading, _links(labels.comment_form)),
        Part("facebook", items=_links(labels.facebook)),
        Part("tags", labels.tags, _links(data.get("tags", [])), data.get("tag_joiner", ", ")),
        Part("tools", items=_links(labels.tools)),
        Part("watch", items=_links([labels.watch])),
        Part("views", items=_links([labels.views.format(data.get("views", 731))])),
    ]
    if related:
        parts.append(Part("related", labels.related, related))
    if data.get("more_by") and byline:
        more = [Link(entry["headline"], _address(entry["url"])) for entry in data["more_by"]]
        parts.append(Part("more_by", labels.more_by.format(byline.names), more))
    return parts


def _footer(labels: Labels) -> list[Part]:
    return [
        Part("footer", items=_links(SWITCHER), joiner="   |   "),
        Part("footer", items=_links(labels.newsletter)),
        Part("footer", items=_links(list(labels.sections.values())), joiner="   |   "),
        Part("footer", items=_links(labels.about), joiner="   |   "),
        Part("footer", items=_links([COPYRIGHT])),
    ]
