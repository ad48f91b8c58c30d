"""The order of day and month, decided from all dates of a field."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from rudaw_scraper.dates import Order, readings
from rudaw_scraper.dates.region import Basis, Printed, decide

CAPTURED = datetime(2019, 3, 22, 9, tzinfo=UTC)


def printed(raw: str, **known: date | bool) -> Printed:
    return Printed(readings(raw, language="en", captured_at=CAPTURED), **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("dates", "habit", "want"),
    [
        ([printed("22/7/2017"), printed("6/8/2017")], None, ("DMY", "numbers")),
        ([printed("6/8/2017"), printed("8/22/2017")], "DMY", ("MDY", "numbers")),
        ([printed("Friday 9/11/2018"), printed("6/8/2017")], "MDY", ("DMY", "numbers")),  # the weekday's number
        ([printed("6/8/2017", expected=date(2017, 6, 8))], "DMY", ("MDY", "agreement")),
        ([printed("6/8/2017", expected=date(2017, 8, 7))], None, ("DMY", "agreement")),
        ([printed("6/8/2017", expected=date(2017, 1, 1))], "DMY", ("DMY", "habit")),
        ([printed("3/10/2019"), printed("2/3/2019")], "DMY", ("MDY", "soundness")),
        ([printed("6/8/2017", not_before=date(2017, 8, 1))], "MDY", ("DMY", "soundness")),
        ([printed("3/4/2017", first=True), printed("2/6/2017")], None, ("DMY", "soundness")),
        ([printed("6/8/2017")], "DMY", ("DMY", "habit")),
        ([printed("6/8/2017")], None, (None, None)),
        ([printed("6/8/2020")], "DMY", ("DMY", "habit")),  # after the capture either way
        ([printed("1/2/2017"), printed("2/3/2017"), printed("3/4/2017"), printed("4/1/2018")], None, (None, None)),
        (
            [printed("3/2/2017"), printed("1/3/2017"), printed("2/4/2017"), printed("1/5/2017")],
            None,
            ("DMY", "sequence"),
        ),
        (
            [printed("1/5/2017"), printed("2/4/2017"), printed("1/3/2017"), printed("3/2/2017")],
            None,
            ("DMY", "sequence"),
        ),
        (  # ascends in one order, descends in the other
            [printed("9/2/2017"), printed("8/3/2017"), printed("7/4/2017"), printed("6/5/2017")],
            None,
            (None, None),
        ),
        (  # in sequence, against the habit
            [printed("1/5/2017"), printed("2/4/2017"), printed("1/3/2017"), printed("3/2/2017")],
            "MDY",
            (None, None),
        ),
        ([printed("5/5/2017")], None, (None, None)),
        ([printed("3 hours ago")], "DMY", ("DMY", "habit")),
        ([], None, (None, None)),
    ],
)
def test_decisions(dates: list[Printed], habit: Order | None, want: tuple[Order | None, Basis | None]) -> None:
    decision = decide(dates, habit=habit, captured_at=CAPTURED)
    assert (decision.order, decision.basis) == want
    assert not decision.mixed


def test_contradiction() -> None:
    decision = decide([printed("22/7/2017"), printed("7/23/2017")], habit="DMY", captured_at=CAPTURED)
    assert (decision.order, decision.basis, decision.mixed) == (None, None, True)


def test_faults_on_both_sides() -> None:
    # D/M has one comment too early, M/D two: habit stands. The other way round nothing is decided.
    early = date(2017, 7, 1)
    dates = [
        printed("6/8/2017", not_before=early),
        printed("5/9/2017", not_before=early),
        printed("9/5/2017", not_before=early),
    ]
    assert decide(dates, habit="DMY", captured_at=CAPTURED).order == "DMY"
    assert decide(dates, habit="MDY", captured_at=CAPTURED).order is None


@pytest.mark.parametrize(
    ("article", "comments", "want"),
    [
        # The article's day agrees with the address in D/M, the comments show M/D: both are believed.
        (
            printed("6/8/2017", first=True, expected=date(2017, 8, 6)),
            [printed("8/13/2017"), printed("8/9/2017")],
            ["2017-08-06", "2017-08-13", "2017-08-09"],
        ),
        # Nothing vouches for the article's day; in M/D, as its comments are, it would be later than they.
        (
            printed("7/2/2017", first=True),
            [printed("2/13/2017"), printed("2/9/2017")],
            [None, "2017-02-13", "2017-02-09"],
        ),
        # The article's day is settled; in its order the comment would be older, in the other it is not.
        (printed("26/11/2015", first=True), [printed("12/10/2015")], ["2015-11-26", None]),
        # Comments that show their order keep it, however old.
        (
            printed("26/11/2015", first=True),
            [printed("10/9/2015"), printed("25/11/2015")],
            ["2015-11-26", "2015-09-10", "2015-11-25"],
        ),
    ],
)
def test_an_article_and_comments_that_contradict_each_other(
    article: Printed, comments: list[Printed], want: list[str | None]
) -> None:
    decision = decide([article, *comments], habit="DMY", captured_at=CAPTURED)
    chosen = [decision.choose(each) for each in (article, *comments)]
    assert [reading.day.isoformat() if reading else None for reading in chosen] == want
    assert decision.mixed == (want[-1] != "2015-11-25")
