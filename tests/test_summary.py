"""The summary and the verdict, worked out from Scrapy's statistics."""

from __future__ import annotations

from typing import Any

import pytest

from rudaw_scraper.summary import summary
from rudaw_scraper.terminal import counted, escaped, printable
from rudaw_scraper.verdict import problems, refused_by_reason

SOUND = {
    "rudaw/articles": 40,
    "rudaw/comments": 1200,
    "rudaw/quotes": 80,
    "rudaw/captions": 35,
    "rudaw/folder": "output/all/20261122T020000Z",
    "finish_reason": "finished",
}


def test_summary_of_a_sound_run() -> None:
    assert summary(SOUND) == [
        "articles    40",
        "comments    1,200",
        "quotations  80",
        "captions    35",
        "refused     0",
        "written to  output/all/20261122T020000Z/articles.jsonl",
    ]
    assert problems(SOUND) == []


def test_refused_pages_are_listed_by_reason() -> None:
    stats = SOUND | {"rudaw/refused/Http404": 2, "rudaw/refused/Http500": 3}
    assert refused_by_reason(stats) == {"Http500": 3, "Http404": 2}
    assert "refused     5 (Http500 3, Http404 2)" in summary(stats)
    assert "refused in  output/all/20261122T020000Z/refused.jsonl" in summary(stats)
    assert problems(stats) == []


def test_duplicates_are_told_and_are_no_fault() -> None:
    stats = SOUND | {"item_dropped_reasons_count/DuplicateArticle": 1}
    assert "duplicates  1 (left out)" in summary(stats)
    assert problems(stats) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"rudaw/articles": 0}, "No article was found"),
        ({"finish_reason": "shutdown"}, "stopped by a signal"),
        ({"finish_reason": "closespider_timeout"}, "stopped early: closespider_timeout"),
        ({"finish_reason": None}, "did not end in good order"),
        ({"rudaw/start_failed": 1}, "1 listing to start from could not be read"),
        ({"rudaw/refused/Http404": 11}, "22% of the pages gave no article; up to 20% are expected"),
        ({"rudaw/refused/KeyError": 1, "rudaw/faults": 1}, "This program failed on 1 page;"),
        ({"rudaw/refused/InvalidRecord": 2}, "This program failed on 2 pages;"),
        ({"rudaw/write_error": "x cannot be written: No space"}, "x cannot be written: No space"),
        ({"rudaw/listed/english": 9, "rudaw/empty_editions": ["sorani"]}, "No article was listed for sorani"),
    ],
)
def test_what_makes_a_run_unsound(change: dict[str, Any], expected: str) -> None:
    found = problems(SOUND | change)
    assert len(found) == 1
    assert expected in found[0]


@pytest.mark.parametrize(
    ("articles", "refused", "sound"),
    [(40, 10, True), (40, 11, False), (6, 2, True), (6, 3, False), (2, 2, True), (1, 2, False), (10_000, 2_000, True)],
)
def test_how_many_refused_pages_are_sound(articles: int, refused: int, sound: bool) -> None:
    found = problems(SOUND | {"rudaw/articles": articles, "rudaw/refused/Http404": refused})
    assert (found == []) is sound


def test_nothing_at_all_is_not_sound() -> None:
    assert len(problems({})) == 2
    assert summary({})[-1] == "refused     0"


def test_terminal_text_holds_no_control_characters() -> None:
    assert printable("a\x1b[31mred\x07\x9b2J\nb\u202egnp.exe") == "a [31mred 2J b gnp.exe"
    assert printable("ئەمە می\u200cخواهم “x”") == "ئەمە می\u200cخواهم “x”"
    assert escaped('"\x9b\u202e\x7fئ"') == '"\\u009b\\u202e\\u007fئ"'
    assert (counted(1, "page"), counted(2000, "page"), counted(2, "y", "ies")) == ("1 page", "2,000 pages", "2 ies")
