"""A sound record of invented content, and ways to spoil it."""

from __future__ import annotations

import copy
from typing import Any

BODY = (
    "ERBIL, Kurdistan Region – The bridge opens on Monday.\n\n"
    "A long wait\n\n"
    "“We waited for years,” Mayor Azad Demo said. “Now we cross.”"
)
_QUOTE_START = BODY.index("We waited")
_QUOTE_END = BODY.index("years,") + len("years,")
_SECOND_START = BODY.index("Now we cross.")
_SECOND_END = _SECOND_START + len("Now we cross.")

_RECORD: dict[str, Any] = {
    "schema_version": "1.0",
    "id": "english/kurdistan/070520183",
    "url": "https://www.rudaw.net/english/kurdistan/070520183",
    "edition": "english",
    "language": "en",
    "section": "Kurdistan",
    "section_path": ["kurdistan"],
    "layout": "classic",
    "headline": "Bridge opens after years",
    "byline": "By Dilan Test",
    "authors": ["Dilan Test"],
    "date_published": "2018-05-07",
    "datetime_published": "2018-05-07T16:48:00+03:00",
    "date_published_raw": "7/5/2018",
    "date_published_source": "byline",
    "date_modified": None,
    "datetime_modified": None,
    "date_modified_raw": None,
    "dateline": "ERBIL, Kurdistan Region",
    "summary": None,
    "body": BODY,
    "subheadings": ["A long wait"],
    "captions": [
        {
            "text": "The bridge.",
            "credit": "AP",
            "image_url": "https://www.rudaw.net/ContentFiles/1Image1.jpg",
            "position": "lead",
        }
    ],
    "quotes": [
        {
            "text": "We waited for years, Now we cross.",
            "speaker": "Mayor Azad Demo",
            "speaker_name": "Azad Demo",
            "speaker_description": "Mayor",
            "cue": "said",
            "kind": "direct",
            "continues": False,
            "start": _QUOTE_START,
            "end": _SECOND_END,
            "segments": [
                {"start": _QUOTE_START, "end": _QUOTE_END},
                {"start": _SECOND_START, "end": _SECOND_END},
            ],
        }
    ],
    "tags": ["bridges"],
    "comments": [
        {
            "position": 1,
            "author": "Reader One",
            "date": "2018-05-08",
            "datetime": None,
            "date_raw": "8/5/2018",
            "text": "At last!\nThank you.",
            "reply_to": None,
        },
        {
            "position": 2,
            "author": None,
            "date": None,
            "datetime": None,
            "date_raw": None,
            "text": "Indeed.",
            "reply_to": 1,
        },
    ],
    "comment_count": 2,
    "related": [{"headline": "Road closed", "url": None}],
    "latest_comments": [
        {
            "author": "Reader Two",
            "date": None,
            "datetime": None,
            "date_raw": "8/3/2018 7:50:37 PM",
            "text": "Elsewhere...",
            "truncated": True,
            "article_headline": "Another story",
            "article_url": None,
        }
    ],
    "fetched_at": "2018-05-09T09:00:00Z",
    "source": "live",
    "source_url": "http://127.0.0.1:8000/english/kurdistan/070520183",
    "content_sha256": "0" * 64,
    "extractor_version": "0.1.0",
    "warnings": [],
}


def sound_record() -> dict[str, Any]:
    """Return a fresh record that keeps the contract."""
    return copy.deepcopy(_RECORD)


def without_quotes(record: dict[str, Any], body: str | None) -> dict[str, Any]:
    """Return the record with another body, and nothing that points into the old one."""
    return record | {"body": body, "quotes": [], "subheadings": []}
