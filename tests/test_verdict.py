"""The verdict against what earlier sound runs reported, and the rules for reading articles again."""

from __future__ import annotations

from typing import Any

import pytest

from rudaw_scraper.recheck import DAY, BadAge, Recheck
from rudaw_scraper.verdict import problems

SOUND: dict[str, Any] = {"rudaw/articles": 20, "finish_reason": "finished"}


def fields(**shares: tuple[int, int]) -> dict[str, int]:
    """Return statistics: field -> (articles that have it, of how many)."""
    having = {f"rudaw/fields/{name}": has for name, (has, _) in shares.items()}
    return having | {f"rudaw/fields_of/{name}": of for name, (_, of) in shares.items()}


def report(articles: int = 100, layouts: dict[str, int] | None = None, **shares: tuple[int, int]) -> dict[str, Any]:
    coverage = {name: {"articles": has, "of": of} for name, (has, of) in shares.items()}
    return {"coverage": coverage, "layouts": layouts or {"classic": articles}}


@pytest.mark.parametrize(
    ("now", "before", "sentence"),
    [
        ({"headline": (0, 20)}, {"headline": (100, 100)}, "0% of the articles have a headline; in earlier runs it was"),
        ({"date_published": (8, 20)}, {"date_published": (99, 100)}, "40% of the articles have a date"),
        ({"body": (13, 20)}, {"body": (100, 100)}, "65% of the articles have a body"),
        ({"comments": (0, 20)}, {"comments": (60, 100)}, "0% of the articles have comments"),
        ({"comments_early": (0, 40)}, {"comments_early": (40, 100)}, "comments (of those younger than two days)"),
    ],
)
def test_a_field_that_was_there_before_is_missed(now: Any, before: Any, sentence: str) -> None:
    (found,) = problems(SOUND | fields(**now), [report(**before)])
    assert sentence in found


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ({"comments": (0, 4)}, {"comments": (90, 100)}),  # too few to tell
        ({"comments": (0, 6)}, {"comments": (30, 100)}),  # chance: three standard deviations of six are 56 points
        ({"comments": (3, 20)}, {"comments": (4, 100)}),  # rare before, too
        ({"comments": (0, 20)}, {"comments": (4, 4)}),  # the earlier runs prove nothing
        ({"headline": (19, 20)}, {"headline": (100, 100)}),  # a single page
        ({"quotes": (0, 20)}, {"quotes": (90, 100)}),  # not watched: quotations come and go
    ],
)
def test_what_chance_or_few_articles_explain_is_sound(now: Any, before: Any) -> None:
    assert problems(SOUND | fields(**now), [report(**before)]) == []


def test_a_first_run_has_nothing_to_be_compared_with() -> None:
    assert problems(SOUND | fields(headline=(0, 20)), []) == []


def test_a_block_page_is_never_sound_unless_expected() -> None:
    stats = SOUND | {"rudaw/known": 500, "rudaw/refused/BlockPage": 1}
    (found,) = problems(stats)
    assert "served a block page once" in found
    assert problems(stats | {"rudaw/expected": 1, "rudaw/expected/BlockPage": 1}) == []


def test_pages_in_no_known_layout() -> None:
    known = SOUND | {"rudaw/articles": 60, "rudaw/refused/UnknownLayout": 5}
    assert problems(known) == ["5 pages are in no known layout; the site may have a new one."]
    assert problems(known | {"rudaw/refused/UnknownLayout": 4}) == []
    assert problems(known | {"rudaw/articles": 200}) == []  # 2 % are odd pages
    generic = SOUND | {"rudaw/layouts/classic": 10, "rudaw/layouts/generic": 10}
    (found,) = problems(generic, [report()])
    assert "10 articles of 20 came in no known layout" in found
    assert problems(generic, [report(layouts={"classic": 80, "generic": 20})]) == []  # as ever
    assert problems(generic) == []


def test_one_text_in_place_of_all() -> None:
    now = SOUND | {"rudaw/same/headline": 20, "rudaw/same/body": 20}
    before = report() | {"same": {"headline": 3, "body": 90}}  # bodies were the same all along
    assert problems(now, [before]) == ["20 articles of 20 have the same headline; in earlier runs they differed."]
    assert problems(now | {"rudaw/same/headline": 10}, [before]) == []
    assert problems(now, [report()]) == []  # of runs by an earlier version nothing is known
    assert problems(now) == []


def test_known_articles_make_a_run_without_news_sound() -> None:
    assert problems({"rudaw/known": 40, "finish_reason": "finished"}) == []
    assert problems({"rudaw/unchanged": 4, "finish_reason": "finished"}) == []
    dead = {"rudaw/known": 40, "rudaw/refused/Http404": 3, "finish_reason": "finished"}
    assert len(problems(dead)) == 1  # all that was read
    assert problems(dead | {"rudaw/repeated": 3}) == []  # dead links of old
    waits = {"rudaw/known": 9, "rudaw/asked_to_wait": 7200.0, "finish_reason": "asked_to_wait"}
    assert problems(waits) == [
        "The site asked to wait 7,200 seconds, so the run stopped; the next one goes on from here."
    ]


def test_when_articles_are_read_again() -> None:
    usual = Recheck.parse("")
    assert usual == Recheck.parse("2w") == Recheck.parse("14d") == Recheck(14 * DAY)
    assert Recheck.parse("36h").age == 1.5 * DAY
    assert usual.is_due(age=DAY, waited=0, checks=0)
    assert not usual.is_due(age=DAY, waited=3 * 3600 - 1, checks=1)  # an eighth of a day is three hours
    assert usual.is_due(age=DAY, waited=3 * 3600, checks=1)
    assert not usual.is_due(age=14 * DAY, waited=9 * DAY, checks=0)
    assert Recheck.parse("all").is_due(age=900 * DAY, waited=0, checks=9)
    assert not Recheck.parse("none").is_due(age=0, waited=9 * DAY, checks=0)
    with pytest.raises(BadAge, match="'soon' is neither all nor none"):
        Recheck.parse("soon")
