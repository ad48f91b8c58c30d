"""Does a record keep the output contract? The schema's rules, and those that a schema cannot state."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from typing import Any
from unicodedata import is_normalized
from zoneinfo import ZoneInfo

import jsonschema_rs

from rudaw_scraper.addresses import parse_address
from rudaw_scraper.editions import EDITIONS
from rudaw_scraper.errors import BadAddress
from rudaw_scraper.letters import fold
from rudaw_scraper.merged import is_merged, seen_problems
from rudaw_scraper.record import (
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
from rudaw_scraper.schema import load_schema

BAGHDAD = ZoneInfo("Asia/Baghdad")
_LISTS: dict[str, type[Record]] = {
    "captions": Caption,
    "quotes": Quote,
    "comments": Comment,
    "related": Related,
    "latest_comments": LatestComment,
}
_KEYS = {cls: [field.name for field in fields(cls)] for cls in (Article, Segment, MergedComment, *_LISTS.values())}
_DATES = [  # (day, clock time) pairs, by the list they stand in ("" is the article itself)
    ("", "date_published", "datetime_published"),
    ("", "date_modified", "datetime_modified"),
    ("comments", "date", "datetime"),
    ("latest_comments", "date", "datetime"),
]
_MANY_LINES = {"body", "comments[].text", "latest_comments[].text"}  # the texts that may hold "\n"
_UNFOLDED = re.compile(r"[^\S \n]|  |^[ \n]|[ \n]$| \n|\n ")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_COMMAS = (",", "،")


def problems(record: Any) -> list[str]:
    """Return what is wrong with a record (a dict of JSON types), one sentence each; none means it is sound.

    A record that breaks the schema is reported for that alone: the other rules rely on its types. A merged record
    is known by its comments and has a schema of its own.
    """
    merged = is_merged(record)
    broken = list(_schema_problems(record, merged))
    if broken:
        return broken
    found = [problem for rule in _RULES for problem in rule(record)]
    return [*found, *seen_problems(record)] if merged else found


@cache
def _validator(merged: bool = False) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(load_schema(merged))


def _schema_problems(record: Any, merged: bool) -> Iterator[str]:
    validator = _validator(merged)
    try:
        if validator.is_valid(record):
            return
        errors = [(_place(error.instance_path), error.message) for error in validator.iter_errors(record)]
    except ValueError as error:  # a lone surrogate: such text cannot be written as UTF-8
        yield f"not JSON: {error}"
        return
    for place, message in errors:
        yield f"{place}: {message}" if place else message


def _place(path: list[str | int]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


def _key_order(record: dict[str, Any]) -> Iterator[str]:
    objects: list[tuple[str, type[Record], dict[str, Any]]] = [("the record", Article, record)]
    lists = _LISTS | {"comments": MergedComment} if is_merged(record) else _LISTS
    for name, cls in lists.items():
        objects += [(f"{name}[{number}]", cls, entry) for number, entry in enumerate(record[name])]
    for quote in record["quotes"]:
        objects += [("quotes[].segments[]", Segment, segment) for segment in quote["segments"]]
    for place, cls, entry in objects:
        if list(entry) != _KEYS[cls]:
            yield f"{place}: the keys are not in the contract's order"


def _text_rules(record: dict[str, Any]) -> Iterator[str]:
    if _all_text_is_sound(record):  # one look at all of it; places are sought only where something is wrong
        return
    for place, rule_name, text in _strings(record, "", ""):
        if not is_normalized("NFC", text):
            yield f"{place}: not NFC-normalised"
        if _SURROGATE.search(text):
            yield f"{place}: holds half of a surrogate pair, which is no character"
        if _UNFOLDED.search(text):
            yield f"{place}: white space is not folded (a tab, a CR, two spaces, or a space at an end)"
        if "\n" in text and rule_name not in _MANY_LINES:
            yield f"{place}: a line break where one line is expected"


def _all_text_is_sound(record: dict[str, Any]) -> bool:
    """Apply the rules of :func:`_text_rules` to the record's text in one piece, which is many times as fast.

    May say no where nothing is wrong: control characters are looked at more closely.
    """
    lines: list[str] = []
    _add_lines(lines, record, "")
    text = " ".join(lines)
    return fold(text) == text


def _add_lines(lines: list[str], value: dict[str, Any] | list[Any], place: str) -> None:
    """Collect the lines of all strings in an object or a list; ``place`` is the rules' name of what it holds."""
    for key, entry in value.items() if isinstance(value, dict) else [("[]", each) for each in value]:
        if isinstance(entry, str):
            if "\n" in entry:
                lines += _lines_of(entry, place + key)
            else:
                lines.append(entry)
        elif entry and isinstance(entry, (list, dict)):
            _add_lines(lines, entry, place + key + ("" if isinstance(entry, list) else "."))


def _lines_of(text: str, rule_name: str) -> list[str]:
    """Return the lines of a text; what begins or ends with a line break, or should have none, gives an empty line."""
    if rule_name not in _MANY_LINES or text.strip("\n") != text:
        return ["", "", ""]  # which make two spaces, wherever they stand
    return [line for line in text.split("\n") if line]


def _strings(value: Any, place: str, rule_name: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, str):
        yield place, rule_name, value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _strings(entry, f"{place}.{key}".lstrip("."), f"{rule_name}.{key}".lstrip("."))
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _strings(entry, f"{place}[{number}]", f"{rule_name}[]")


def _address(record: dict[str, Any]) -> Iterator[str]:
    try:
        address = parse_address(record["url"])
    except BadAddress as error:
        yield f"url: {error}"
        return
    expected = {
        "id": address.id,
        "url": address.url,
        "edition": address.edition.name,
        "section_path": list(address.section_path),
        "language": EDITIONS[record["edition"]].language,
    }
    for key, value in expected.items():
        if record[key] != value:
            yield f"{key}: {record[key]!r} does not fit the address, which gives {value!r}"


def _dates(record: dict[str, Any]) -> Iterator[str]:
    for name, day_key, time_key in _DATES:
        for place, entry in _entries(record, name):
            yield from _date_pair(place + day_key, entry[day_key], entry[time_key])
    if (record["date_published"] is None) != (record["date_published_source"] is None):
        yield "date_published_source: it must be null exactly where date_published is"
    if _moment(record["fetched_at"]) is None:
        yield f"fetched_at: {record['fetched_at']!r} is no point in time"


def _entries(record: dict[str, Any], name: str) -> list[tuple[str, dict[str, Any]]]:
    if not name:
        return [("", record)]
    return [(f"{name}[{number}].", entry) for number, entry in enumerate(record[name])]


def _date_pair(place: str, day: str | None, time: str | None) -> Iterator[str]:
    if day is not None and not _is_day(day):
        yield f"{place}: {day!r} is no day of the calendar"
    if time is None:
        return
    moment = _moment(time)
    if moment is None:
        yield f"{place}: its clock time {time!r} is no point in time"
    elif day != moment.astimezone(BAGHDAD).date().isoformat():
        yield f"{place}: {day!r} is not the day of {time!r} in Asia/Baghdad"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
        moment.astimezone(BAGHDAD)  # the first and last days of the calendar have no other zone's time
    except (ValueError, OverflowError):
        return None
    return moment


def _body(record: dict[str, Any]) -> Iterator[str]:
    paragraphs = [] if record["body"] is None else record["body"].split("\n\n")
    if any("\n" in paragraph or not paragraph for paragraph in paragraphs):
        yield "body: paragraphs are not joined by exactly one blank line"
    known = set(paragraphs)
    for number, subheading in enumerate(record["subheadings"]):
        if subheading not in known:
            yield f"subheadings[{number}]: not a paragraph of the body"


def _quotes(record: dict[str, Any]) -> Iterator[str]:
    body = record["body"] or ""
    for number, quote in enumerate(record["quotes"]):
        segments = [(segment["start"], segment["end"]) for segment in quote["segments"]]
        place = f"quotes[{number}]"
        if (quote["start"], quote["end"]) != (segments[0][0], segments[-1][1]):
            yield f"{place}: start and end are not those of the first and last segment"
        edges = [edge for segment in segments for edge in segment]
        if edges != sorted(edges) or any(start >= end for start, end in segments) or edges[-1] > len(body):
            yield f"{place}: the segments are empty, out of order or outside the body"
            continue
        joined = " ".join(body[start:end] for start, end in segments)
        if joined.endswith(_COMMAS):
            joined = joined[:-1].rstrip()
        if quote["text"] != joined:
            yield f"{place}.text: not the segments of the body joined by one space, the closing comma dropped"
    starts = [quote["start"] for quote in record["quotes"]]
    if starts != sorted(starts):
        yield "quotes: not in reading order"


def _comments(record: dict[str, Any]) -> Iterator[str]:
    for number, comment in enumerate(record["comments"]):
        if comment["position"] != number + 1:
            yield f"comments[{number}].position: {comment['position']} where {number + 1} is due"
        if comment["reply_to"] is not None and comment["reply_to"] >= comment["position"]:
            yield f"comments[{number}].reply_to: {comment['reply_to']} is not an earlier comment"


_RULES: tuple[Callable[[dict[str, Any]], Iterator[str]], ...] = (
    _key_order,
    _text_rules,
    _address,
    _dates,
    _body,
    _quotes,
    _comments,
)
