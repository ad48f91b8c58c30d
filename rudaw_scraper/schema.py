"""The output contract as a JSON Schema (draft 2020-12) and as the tables of ``docs/record.md``.

Both are made here from the record classes (which keys, in which order, of which type) and from the notes
below (what a key means, what its values look like), and so is a second schema, that of merged records, whose
comments have two keys more. ``make docs`` writes them; a test holds the files to this module.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from types import NoneType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from rudaw_scraper import record
from rudaw_scraper.record import (
    SCHEMA_VERSION,
    Article,
    Caption,
    Comment,
    LatestComment,
    MergedComment,
    Quote,
    Record,
    Related,
    Segment,
)

Schema = dict[str, Any]
Note = tuple[str, Schema]  # what the key holds, and what its values look like beyond their type

SCHEMA_ID = f"urn:rudaw-scraper:record:{SCHEMA_VERSION}"
MERGED_ID = f"urn:rudaw-scraper:merged:{SCHEMA_VERSION}"
SCHEMA_FILE = "record.schema.json"
MERGED_FILE = "merged.schema.json"

_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?"
_EDITIONS = "|".join(get_args(record.EditionName))
DAY: Schema = {"pattern": f"^{_DAY}$", "format": "date"}
MOMENT: Schema = {"pattern": f"^{_DAY}T{_TIME}(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$", "format": "date-time"}
MOMENT_UTC: Schema = {"pattern": f"^{_DAY}T{_TIME}Z$", "format": "date-time"}
WEB_ADDRESS: Schema = {"pattern": "^https?://[^\\s]+$"}
OFFSET: Schema = {"minimum": 0}
PLAIN: Schema = {}

_NOTES: dict[type[Record], dict[str, Note]] = {
    Article: {
        "schema_version": ("version of this contract", {"const": SCHEMA_VERSION}),
        "id": (
            "key: the path without its leading slash; `/<edition>/categories/<slug>/<id>` gives `<edition>/<id>`",
            {"pattern": f"^({_EDITIONS})/[^?#]*[^?#/]$"},
        ),
        "url": (
            "canonical address, without query, fragment or trailing slash; `www.rudawarabia.net` stays",
            {"pattern": f"^https://www\\.(rudaw|rudawarabia)\\.net/({_EDITIONS})/[^?#]*[^?#/]$"},
        ),
        "edition": ("edition of the site", PLAIN),
        "language": ("language of the edition (BCP 47)", PLAIN),
        "section": ("section label as printed, the innermost one if several", PLAIN),
        "section_path": ("path segments between the edition and the last one", PLAIN),
        "layout": ("layout that was recognised; `generic` if none was", PLAIN),
        "headline": ("headline", PLAIN),
        "byline": ("byline as printed, without the date", PLAIN),
        "authors": ("names in the byline, without lead-in, role or @handle", PLAIN),
        "date_published": ("calendar day in Asia/Baghdad", DAY),
        "datetime_published": ("time with its offset, only where the source gives a clock time", MOMENT),
        "date_published_raw": ("the date as printed or given", PLAIN),
        "date_published_source": ("what decided the date", PLAIN),
        "date_modified": ("calendar day in Asia/Baghdad of the last change", DAY),
        "datetime_modified": ("time of the last change with its offset, if a clock time is given", MOMENT),
        "date_modified_raw": ("the date of the last change as printed or given", PLAIN),
        "dateline": ("place line without its dash", PLAIN),
        "summary": ("deck or lead that is given apart from the body", PLAIN),
        "body": (
            "paragraphs and sub-headings in reading order, joined by one blank line; nothing else is body",
            PLAIN,
        ),
        "subheadings": ("those paragraphs of the body that are sub-headings", PLAIN),
        "captions": ("captions of pictures in page order, each once", PLAIN),
        "quotes": ("quotations in the body, in reading order", PLAIN),
        "tags": ("tags of the article", PLAIN),
        "comments": ("readers' comments on this article, in page order", PLAIN),
        "comment_count": ("the number of comments that the page itself declares", {"minimum": 0}),
        "related": ("links to related articles", PLAIN),
        "latest_comments": (
            "the site-wide list of latest comments: comments on OTHER articles, never mixed with `comments`",
            PLAIN,
        ),
        "fetched_at": (
            "when the page was captured, in UTC; of an archived page the archive's time",
            MOMENT_UTC,
        ),
        "source": ("what kind of source the page came from", PLAIN),
        "source_url": ("where the bytes came from", PLAIN),
        "content_sha256": ("SHA-256 of the page's bytes", {"pattern": "^[0-9a-f]{64}$"}),
        "extractor_version": ("version of the program that made the record", PLAIN),
        "warnings": (
            "codes of what a reader should know about this record",
            {"items": {"pattern": "^[a-z0-9_]+$"}},
        ),
    },
    Caption: {
        "text": ("the caption without its credit", PLAIN),
        "credit": ("the credit without its lead-in", PLAIN),
        "image_url": ("address of the picture", PLAIN),
        "position": ("`lead` for the picture at the head of the article, `inline` for the others", PLAIN),
    },
    Segment: {
        "start": ("offset into `body`, in characters, of the first one", OFFSET),
        "end": ("offset into `body`, in characters, after the last one", {"minimum": 1}),
    },
    Quote: {
        "text": (
            "the words between the marks: segments joined by one space, a comma that closes the last dropped",
            PLAIN,
        ),
        "speaker": ("the speaker as printed beside the quotation", PLAIN),
        "speaker_name": ("the fullest form of that person's name in the article up to there", PLAIN),
        "speaker_description": ("the words that introduce the speaker", PLAIN),
        "cue": ("the reporting verb as printed", PLAIN),
        "kind": (
            "`direct`: a whole sentence or more; `partial`: words inside the reporter's own sentence",
            PLAIN,
        ),
        "continues": ("true where the quotation carries on the previous speaker's without naming one", PLAIN),
        "start": ("`start` of the first segment", OFFSET),
        "end": ("`end` of the last segment", {"minimum": 1}),
        "segments": (
            "stretches of the body: `body[start:end]` to the letter, marks excluded",
            {"minItems": 1},
        ),
    },
    Comment: {
        "position": ("place in page order, from 1", {"minimum": 1}),
        "author": ("the name that the reader gave", PLAIN),
        "date": ("calendar day in Asia/Baghdad", DAY),
        "datetime": ("time with its offset, if a clock time is given", MOMENT),
        "date_raw": ("the date as printed", PLAIN),
        "text": ("the comment; its line breaks are kept", PLAIN),
        "reply_to": ("position of the comment that it answers", {"minimum": 1}),
    },
    MergedComment: {
        "seen_first": ("time of the first capture with the comment, if some capture lacks it", MOMENT_UTC),
        "seen_last": ("time of the last capture with the comment, if some capture lacks it", MOMENT_UTC),
    },
    Related: {
        "headline": ("headline of the other article", PLAIN),
        "url": ("address of the other article", PLAIN),
    },
    LatestComment: {
        "author": ("the name that the reader gave", PLAIN),
        "date": ("calendar day in Asia/Baghdad", DAY),
        "datetime": ("time with its offset, if a clock time is given", MOMENT),
        "date_raw": ("the date as printed", PLAIN),
        "text": ("the comment as far as the list shows it", PLAIN),
        "truncated": ("true where the list cuts the comment off", PLAIN),
        "article_headline": ("headline of the article that the comment is on", PLAIN),
        "article_url": ("address of the article that the comment is on", PLAIN),
    },
}
_TABLE_ROWS = re.compile(r"^(?:\|[^\n]*\n)*")
_JSON_TYPES = {str: "string", int: "integer", bool: "boolean"}


def build_schema() -> Schema:
    """Return the JSON Schema of one line of output, made from the record classes and the notes above."""
    nested = [cls for cls in _NOTES if cls not in (Article, MergedComment)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Article of the Kurdish news site Rudaw",
        "description": "One line of articles.jsonl. Every key is present, in this order; an unknown value is "
        "null, an empty list is [], no string is empty.",
        **_object_schema(Article),
        "$defs": {cls.__name__: _object_schema(cls) for cls in nested},
    }


def build_merged_schema() -> Schema:
    """Return the JSON Schema of a merged record: that of a line of output, but for the comments."""
    schema = build_schema()
    own = _object_schema(MergedComment)
    comment = schema["$defs"]["Comment"]
    comment["properties"] |= own["properties"]
    comment["required"] += own["required"]
    return schema | {
        "$id": MERGED_ID,
        "title": f"{schema['title']}, merged from several captures",
        "description": schema["description"].replace("articles.jsonl", "what rudaw merge writes"),
    }


def load_schema(merged: bool = False) -> Schema:
    """Return the JSON Schema that ships with the package, of captures or of merged records."""
    name = MERGED_FILE if merged else SCHEMA_FILE
    schema: Schema = json.loads(files("rudaw_scraper").joinpath(name).read_text(encoding="utf-8"))
    return schema


def schema_text(merged: bool = False) -> str:
    """Return the text of the schema file of captures, or of merged records."""
    schema = build_merged_schema() if merged else build_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def field_table(cls: type[Record]) -> str:
    """Return the table of a record class's keys for ``docs/record.md``."""
    hints = get_type_hints(cls)
    rows = [f"| `{key}` | {_type_words(hints[key])} | {note} |" for key, (note, _) in _notes_in_order(cls)]
    return "\n".join(["| key | type | what it holds |", "|---|---|---|", *rows])


def with_tables(document: str) -> str:
    """Return a Markdown document with the table after each ``<!-- fields: Class -->`` line renewed."""
    for cls in _NOTES:
        marker = f"<!-- fields: {cls.__name__} -->\n"
        before, found, after = document.partition(marker)
        if not found:
            raise ValueError(f"the document has no line {marker.strip()!r}")
        rest = _TABLE_ROWS.sub("", after, count=1)
        document = before + marker + field_table(cls) + "\n" + rest
    return document


def _notes_in_order(cls: type[Record]) -> list[tuple[str, Note]]:
    """Return the keys of a class in order, without those that it inherits."""
    return [(field.name, _NOTES[cls][field.name]) for field in fields(cls) if field.name in _NOTES[cls]]


def _object_schema(cls: type[Record]) -> Schema:
    hints = get_type_hints(cls)
    return {
        "type": "object",
        "properties": {
            key: {"description": note} | _value_schema(hints[key], rules) for key, (note, rules) in _notes_in_order(cls)
        },
        "required": [key for key, _ in _notes_in_order(cls)],
        "additionalProperties": False,
    }


def _value_schema(hint: Any, rules: Schema) -> Schema:
    options = [option for option in _options(hint) if option is not NoneType]
    nullable = len(options) < len(_options(hint))
    (option,) = options
    if get_origin(option) is Literal:
        return {"enum": [*get_args(option), *([None] if nullable else [])]}
    if get_origin(option) is list:
        return {"type": "array", **rules, "items": _value_schema(get_args(option)[0], rules.get("items", {}))}
    if option in _NOTES:
        return {"$ref": f"#/$defs/{option.__name__}"}
    name = _JSON_TYPES[option]
    return {"type": [name, "null"] if nullable else name} | ({"minLength": 1} if option is str else {}) | rules


def _type_words(hint: Any) -> str:
    """Return a type as the documents put it: ``str or null``, ``list of Caption``, ``"lead" or "inline"``."""
    words = []
    for option in _options(hint):
        if get_origin(option) is Literal:
            words += [f"`{value}`" for value in get_args(option)]
        elif get_origin(option) is list:
            words.append(f"list of {_type_words(get_args(option)[0])}")
        else:
            words.append("null" if option is NoneType else option.__name__)
    return " or ".join(words)


def _options(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, type(str | None)) else (hint,)


def main(folder: str, document: str) -> None:
    """Write the schema files into the folder and renew the tables of the document."""
    for name, merged in ((SCHEMA_FILE, False), (MERGED_FILE, True)):
        (Path(folder) / name).write_text(schema_text(merged), encoding="utf-8")
    path = Path(document)
    path.write_text(with_tables(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
