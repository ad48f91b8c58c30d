"""The validator: what is sound passes, and each rule of the contract is enforced."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from rudaw_scraper.validation import problems
from tests.records import BODY, sound_record, without_quotes


def change(path: str, value: Any) -> dict[str, Any]:
    """Return a sound record with one value replaced; the path is like ``comments.0.author``."""
    record = sound_record()
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    target: Any = record
    for step in steps:
        target = target[step]
    target[last] = value
    return record


def test_a_sound_record_has_no_problems() -> None:
    assert problems(sound_record()) == []


def test_null_and_empty_lists_are_sound() -> None:
    record = sound_record()
    for key in ("section", "headline", "byline", "dateline", "summary", "comment_count", "source_url"):
        record[key] = None
    for key in ("section", "date_published", "datetime_published", "date_published_raw", "date_published_source"):
        record[key] = None
    for key in ("authors", "captions", "tags", "comments", "related", "latest_comments"):
        record[key] = []
    assert problems(without_quotes(record, None)) == []


@pytest.mark.parametrize("key", list(sound_record()))
def test_every_key_must_be_there(key: str) -> None:
    record = sound_record()
    del record[key]
    assert problems(record) == [f'"{key}" is a required property']


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("headline", "", "headline: "),
        ("headline", 5, "headline: "),
        ("edition", "persian", "edition: "),
        ("date_published", "2018-5-7", "date_published: "),
        ("date_published", "٢٠١٨-٠٥-٠٧", "date_published: "),
        ("datetime_published", "2018-05-07T16:48:00", "datetime_published: "),
        ("fetched_at", "2018-05-09T09:00:00+03:00", "fetched_at: "),
        ("comments.0.position", 0, "comments[0].position: "),
        ("comments.0.reply_to", True, "comments[0].reply_to: "),
        ("captions.0.position", "middle", "captions[0].position: "),
        ("quotes.0.kind", "indirect", "quotes[0].kind: "),
        ("quotes.0.segments", [], "quotes[0].segments: "),
        ("url", "http://www.rudaw.net/english/kurdistan/070520183", "url: "),
        ("warnings", ["Not A Code"], "warnings[0]: "),
    ],
)
def test_schema_rules(path: str, value: Any, expected: str) -> None:
    found = problems(change(path, value))
    assert len(found) == 1
    assert found[0].startswith(expected)


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("headline", "two  spaces", "headline: white space is not folded"),
        ("headline", "a tab\there", "headline: white space is not folded"),
        ("headline", "no\u00a0break", "headline: white space is not folded"),
        ("headline", "end ", "headline: white space is not folded"),
        ("headline", "two\nlines", "headline: a line break where one line is expected"),
        ("comments.0.text", "CR\rhere", "comments[0].text: white space is not folded"),
        ("comments.0.text", "space \nbefore a break", "comments[0].text: white space is not folded"),
        ("section", unicodedata.normalize("NFD", "Kurdî"), "section: not NFC-normalised"),
        ("tags.0", "end\n", "tags[0]: white space is not folded"),
        ("id", "english/kurdistan/070520184", "id: 'english/kurdistan/070520184' does not fit the address"),
        ("section_path", [], "section_path: [] does not fit the address"),
        ("edition", "sorani", "edition: 'sorani' does not fit the address"),
        ("language", "ckb", "language: 'ckb' does not fit the address"),
        ("url", "https://www.rudaw.net/english/kurdistan", "url: not the address of an article"),
        ("date_published", "2018-05-08", "date_published: '2018-05-08' is not the day of"),
        ("date_published", None, "date_published: None is not the day of"),
        ("comments.0.date", "2018-02-30", "comments[0].date: '2018-02-30' is no day of the calendar"),
        ("fetched_at", "2018-02-30T09:00:00Z", "fetched_at: '2018-02-30T09:00:00Z' is no point in time"),
        ("date_published_source", None, "date_published_source: it must be null exactly where"),
        ("subheadings.0", "A long", "subheadings[0]: not a paragraph of the body"),
        ("quotes.0.text", "We waited for years,", "quotes[0].text: not the segments of the body"),
        ("quotes.0.start", 0, "quotes[0]: start and end are not those of"),
        ("comments.1.position", 3, "comments[1].position: 3 where 2 is due"),
        ("comments.1.reply_to", 2, "comments[1].reply_to: 2 is not an earlier comment"),
    ],
)
def test_rules_beyond_the_schema(path: str, value: Any, expected: str) -> None:
    found = problems(change(path, value))
    assert any(problem.startswith(expected) for problem in found), found


def test_key_order_is_part_of_the_contract() -> None:
    record = sound_record()
    shuffled = {"id": record.pop("id"), **record}
    assert problems(shuffled) == ["the record: the keys are not in the contract's order"]
    record = sound_record()
    record["comments"][1] = dict(reversed(record["comments"][1].items()))
    assert problems(record) == ["comments[1]: the keys are not in the contract's order"]
    record = sound_record()
    record["quotes"][0]["segments"][1] = dict(reversed(record["quotes"][0]["segments"][1].items()))
    assert problems(record) == ["quotes[].segments[]: the keys are not in the contract's order"]


@pytest.mark.parametrize("body", ["One.\nTwo.", "One.\n\n\nTwo.", "One.\n\n\n\nTwo."])
def test_paragraphs_are_joined_by_one_blank_line(body: str) -> None:
    found = problems(without_quotes(sound_record(), body))
    assert found == ["body: paragraphs are not joined by exactly one blank line"]


def test_line_breaks_inside_comments_are_kept() -> None:
    assert problems(change("comments.0.text", "One.\n\nTwo.")) == []
    assert problems(change("latest_comments.0.text", "One.\nTwo.")) == []


def test_a_closing_comma_of_a_quotation_is_dropped() -> None:
    start, end = BODY.index("We waited"), BODY.index("years,") + len("years,")
    record = sound_record()
    record["quotes"][0] |= {"start": start, "end": end, "segments": [{"start": start, "end": end}]}
    record["quotes"][0]["text"] = "We waited for years"
    assert problems(record) == []
    record["quotes"][0]["text"] = "We waited for years,"
    assert len(problems(record)) == 1


@pytest.mark.parametrize("comma", ["،", ","])
def test_the_comma_may_be_an_arabic_one(comma: str) -> None:
    record = without_quotes(sound_record(), f"«ئێمە دێین{comma}» ئەو گوتی.")
    end = record["body"].index("»")
    quote = sound_record()["quotes"][0] | {"text": "ئێمە دێین", "start": 1, "end": end}
    assert problems(record | {"quotes": [quote | {"segments": [{"start": 1, "end": end}]}]}) == []


@pytest.mark.parametrize("edges", [[(5, 5)], [(10, 20), (15, 30)], [(20, 30), (5, 10)], [(0, 10_000)]])
def test_segments_are_in_order_and_inside_the_body(edges: list[tuple[int, int]]) -> None:
    record = sound_record()
    record["quotes"][0] |= {
        "start": edges[0][0],
        "end": edges[-1][1],
        "segments": [{"start": start, "end": end} for start, end in edges],
    }
    assert problems(record) == ["quotes[0]: the segments are empty, out of order or outside the body"]


def test_quotes_are_in_reading_order() -> None:
    record = sound_record()
    (quote,) = record["quotes"]
    first, second = quote["segments"]
    late = quote | {"text": "Now we cross.", **second, "segments": [second]}
    early = quote | {"text": "We waited for years", **first, "segments": [first]}
    assert problems(record | {"quotes": [early, late]}) == []
    assert problems(record | {"quotes": [late, early]}) == ["quotes: not in reading order"]


def test_the_day_is_that_of_baghdad() -> None:
    record = sound_record()  # 22:30 UTC is half past one of the next day in Baghdad
    record["datetime_published"] = "2018-05-06T22:30:00Z"
    assert problems(record) == []


@pytest.mark.parametrize("value", [None, [], "text", 5, {}])
def test_anything_but_a_record_is_a_problem(value: Any) -> None:
    assert problems(value)


def test_half_a_surrogate_pair_is_no_text() -> None:
    assert problems(change("headline", "broken \ud83d"))


def test_first_day_of_the_calendar_does_not_crash() -> None:
    record = sound_record()
    record["datetime_published"] = "0001-01-01T00:00:00+14:00"
    record["date_published"] = "0001-01-01"
    assert any("no point in time" in problem for problem in problems(record))
