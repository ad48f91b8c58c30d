"""Turn a real page saved as text, with its expected record, into a content; nothing of it is stored here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.pages.content import Block, Byline, Comment, Content, Link, Part, PartKind, Picture, SideComment, Teaser
from tests.pages.labels import EDITIONS, Labels

CAPTURES = Path(__file__).resolve().parents[3] / "shared" / "captures"
LEAD_INS = {"english": "By", "kurmanci": "Ji aliyê", "sorani": "لەلایەن"}
IMAGE = "https://www.rudaw.net/Library/Images/{}.jpg"


@dataclass(frozen=True)
class Capture:
    """A saved page: its text, how to call the reader with it, and its record."""

    name: str
    text: str
    url: str
    fetched_at: str
    content_type: str
    record: dict[str, Any]


def load_captures() -> list[Capture]:
    """The captures beside this checkout; none where they are absent."""
    return [_load(path) for path in sorted(CAPTURES.glob("*.json"))]


def _load(path: Path) -> Capture:
    data = json.loads(path.read_text(encoding="utf-8"))
    text = (path.parent / data["capture"]).read_bytes().decode("utf-8")
    return Capture(path.stem, text, data["url"], data["fetched_at"], data["content_type"], data["record"])


def capture_content(capture: Capture) -> Content:
    """The capture's words in the model; the record says where the article's pieces begin and end."""
    record, edition = capture.record, capture.record["edition"]
    labels = EDITIONS[edition]
    lines = [" ".join(line.split()) for line in capture.text.splitlines()]
    lines = [line for line in lines if line]
    at = lines.index(record["headline"])
    section = [[Link(text) for text in line.split(" | ")] for line in _section_lines(lines, at)]
    paragraphs = record["body"].split("\n\n")
    first, last = lines.index(paragraphs[0]), len(lines) - lines[::-1].index(paragraphs[-1])
    part = lines.index(labels.be_part[0])
    side = lines.index(labels.side)
    end = _end_of_side(lines, side, labels)
    groups, tabs = _side(lines[side + 1 : end], record, labels)
    teasers, end = _elsewhere(lines, end, labels)
    lead = next((c for c in record["captions"] if c["position"] == "lead"), None)
    own_line = lines[first - 1] if record["dateline"] == lines[first - 1] else None
    return Content(
        name=capture.name,
        url=capture.url,
        fetched_at=capture.fetched_at,
        edition=edition,
        before=[_loose("login" if i == 0 else "menu", line) for i, line in enumerate(lines[: at - len(section)])],
        section_lines=section,
        section=record["section"],
        headline=record["headline"],
        byline=_byline(record, edition),
        published=record["date_published"],
        lead=_picture(lead, labels) if lead else None,
        reporter=None,
        dateline=record["dateline"],
        dateline_line=own_line,
        blocks=_blocks(lines[first:last], record, labels),
        tail=_tail(lines[last:part], record, labels),
        comments=[Comment(c["author"], c["date_raw"], c["date"], c["text"].split("\n")) for c in record["comments"]],
        comment_count=None,
        be_part=Part("be_part", lines[part], [], None, lines[part + 1 : side]),
        side=Part("side", lines[side], [Link(tab, "#") for tab in tabs]),
        side_groups=groups,
        elsewhere=Part("elsewhere", labels.elsewhere) if teasers else None,
        teasers=teasers,
        footer=[_loose("footer", line) for line in lines[end:]],
        known=record,
    )


def _loose(kind: PartKind, line: str) -> Part:
    """A line of furniture whose entries are set apart by bars."""
    return Part(kind, items=[Link(text.strip(), "#") for text in line.split("|")], joiner=" | ")


def _section_lines(lines: list[str], at: int) -> list[str]:
    """The innermost label stands above the headline; a line of sub-sections and its section may stand over it."""
    return lines[at - 3 : at] if " | " in lines[at - 2] else lines[at - 1 : at]


def _byline(record: dict[str, Any], edition: str) -> Byline:
    lead_in = LEAD_INS[edition]
    names = record["byline"].removeprefix(lead_in).strip()
    return Byline(lead_in, names, record["authors"], record["date_published_raw"])


def _picture(caption: dict[str, Any], labels: Labels) -> Picture:
    credit = caption["credit"]
    line = f"{labels.photo} {credit}" if credit else None
    return Picture(caption["text"], credit, line, IMAGE.format(caption["position"]))


def _blocks(lines: list[str], record: dict[str, Any], labels: Labels) -> list[Block]:
    pictures = [_picture(caption, labels) for caption in record["captions"] if caption["position"] == "inline"]
    captions = {picture.printed: picture for picture in pictures}
    blocks = []
    for line in lines:
        if line in captions:
            blocks.append(Block("picture", picture=captions[line]))
        else:
            blocks.append(Block("subheading" if line in record["subheadings"] else "paragraph", line))
    return blocks


def _tail(lines: list[str], record: dict[str, Any], labels: Labels) -> list[Part]:
    if record["comments"]:
        return [Part("comments")]
    tags = next(i for i, line in enumerate(lines) if line.startswith(labels.tags))
    related = lines.index(labels.related)
    more = next((i for i, line in enumerate(lines) if line.startswith(labels.more_by.format(""))), len(lines))
    joiner = " , " if " , " in lines[tags] else ", "
    comments = lines.index(labels.comments)
    parts = [Part("share", items=[Link(line, "#") for line in lines[:comments]])]
    parts.append(Part("comments", labels.comments, [Link(line, "#") for line in lines[comments + 1 : tags]]))
    parts.append(Part("tags", labels.tags, [Link(tag, "#") for tag in record["tags"]], joiner))
    parts.append(Part("tools", items=[Link(line, "#") for line in lines[tags + 1 : related]]))
    headlines = lines[related + 1 : more]
    parts.append(Part("related", labels.related, [_article(capture_id, t) for capture_id, t in enumerate(headlines)]))
    if more < len(lines):
        parts.append(Part("more_by", lines[more], [_article(i + 50, t) for i, t in enumerate(lines[more + 1 :])]))
    return parts


def _article(number: int, headline: str) -> Link:
    return Link(headline, f"https://www.rudaw.net/english/kurdistan/01122015{number}")


def _end_of_side(lines: list[str], side: int, labels: Labels) -> int:
    """The line after the last ``| when | (n)`` line and the headline that may follow it."""
    stop = lines.index(labels.elsewhere) if labels.elsewhere in lines else len(lines)
    bars = [i for i in range(side, stop) if lines[i].startswith("| ")]
    return stop if stop < len(lines) else bars[-1] + 2


def _side(lines: list[str], record: dict[str, Any], labels: Labels) -> tuple[list[Teaser], list[str]]:
    tabs = [line for line in lines if line in labels.tabs]
    groups = []
    for i, line in enumerate(lines):
        if line.startswith("| "):
            when, count = line.strip("| ").split(" | ")
            title = lines[i - 1]
            said = [c for c in record["latest_comments"] if c["article_headline"] == title]
            comments = [SideComment(c["author"], c["date_raw"], c["date"], None, c["text"]) for c in said]
            groups.append(Teaser(_article(i + 100, title), when, int(count.strip("()")), comments))
    return groups, tabs


def _elsewhere(lines: list[str], start: int, labels: Labels) -> tuple[list[Teaser], int]:
    """Triples of headline with time, headline again, beginning of the text with "more"."""
    if start >= len(lines) or lines[start] != labels.elsewhere:
        return [], start
    teasers, at = [], start + 1
    while at + 2 < len(lines) and lines[at].startswith(lines[at + 1]):
        title, lead = lines[at + 1], lines[at + 2]
        when, _, count = lines[at].removeprefix(title).strip().partition(" |")
        number = int(count.strip(" ()")) if count.strip() else None
        words = lead.removesuffix(labels.more).strip()
        teasers.append(Teaser(_article(at + 200, title), when, number, [], words, labels.more))
        at += 3
    return teasers, at
