"""The record that a content must give, by the contract alone."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from tests.pages.content import Content, Picture

LANGUAGES = {"english": "en", "sorani": "ckb", "kurmanci": "kmr", "arabic": "ar", "turkish": "tr"}
ELLIPSIS = re.compile(r"(\.\.\.|…)$")


def expected_record(
    content: Content, *, links: bool = True, images: bool = True, nesting: bool = True
) -> dict[str, Any]:
    """The record's certain keys; switch off what a rendering does not show (plain text shows no link)."""
    path = urlsplit(content.url).path.strip("/")
    host = "www.rudawarabia.net" if "rudawarabia" in content.url else "www.rudaw.net"
    blocks = [block for block in content.blocks if block.kind != "picture"]
    record: dict[str, Any] = {
        "id": path,
        "url": f"https://{host}/{path}",
        "edition": content.edition,
        "language": LANGUAGES[content.edition],
        "section": content.section,
        "section_path": path.split("/")[1:-1],
        "layout": "classic",
        "headline": content.headline,
        "byline": content.byline.printed if content.byline else None,
        "authors": content.byline.authors if content.byline else [],
        "date_published": content.published,
        "date_published_raw": content.byline.date if content.byline else None,
        "dateline": content.dateline,
        "body": "\n\n".join(block.text for block in blocks) or None,
        "subheadings": [block.text for block in blocks if block.kind == "subheading"],
        "captions": _captions(content, images),
        "tags": content.tags,
        "comments": _comments(content, nesting),
        "comment_count": content.comment_count,
        "related": [{"headline": item.text} | ({"url": item.url} if links else {}) for item in content.related],
        "latest_comments": _latest(content, links),
    }
    record.update(content.known)
    return record


def _captions(content: Content, images: bool) -> list[dict[str, Any]]:
    inline = [block.picture for block in content.blocks if block.picture]
    placed = [(content.lead, "lead")] if content.lead and content.lead.printed else []
    placed += [(picture, "inline") for picture in inline]
    return [_caption(picture, position, images) for picture, position in placed]


def _caption(picture: Picture, position: str, images: bool) -> dict[str, Any]:
    image = {"image_url": picture.image_url} if images else {}
    return {"text": picture.text, "credit": picture.credit} | image | {"position": position}


def _comments(content: Content, nesting: bool) -> list[dict[str, Any]]:
    """An empty comment is none: it is left out and the positions close up."""
    positions: dict[int, int] = {}
    found: list[dict[str, Any]] = []
    for number, comment in enumerate(content.comments, start=1):
        if not comment.lines:
            continue
        positions[number] = len(found) + 1
        entry: dict[str, Any] = {
            "position": positions[number],
            "author": comment.author,
            "date": comment.date,
            "datetime": comment.datetime,
            "date_raw": comment.date_raw,
            "text": "\n".join(comment.lines),
        }
        if nesting:
            entry["reply_to"] = positions[comment.reply_to] if comment.reply_to else None
        found.append(entry)
    return found


def _latest(content: Content, links: bool) -> list[dict[str, Any]]:
    return [
        {
            "author": comment.author,
            "date": comment.date,
            "datetime": comment.datetime,
            "date_raw": comment.date_raw,
            "text": comment.text,
            "truncated": bool(ELLIPSIS.search(comment.text)),
            "article_headline": group.headline.text,
        }
        | ({"article_url": group.headline.url} if links else {})
        for group in content.side_groups
        for comment in group.comments
    ]


def quote_records(body: str, quotes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give quotations worked out by hand (their ``segments`` as strings, in reading order) their offsets."""
    records, at = [], 0
    for quote in quotes:
        spans = []
        for segment in quote["segments"]:
            at = body.index(segment, at)
            spans.append({"start": at, "end": at + len(segment)})
            at += len(segment)
        text = re.sub(r"[,،]$", "", " ".join(quote["segments"]))
        rest = {key: value for key, value in quote.items() if key != "segments"}
        records.append({"text": text} | rest | {"start": spans[0]["start"], "end": spans[-1]["end"], "segments": spans})
    return records
