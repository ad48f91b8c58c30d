"""What earlier runs have left: which articles are read again, and when."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rudaw_scraper.recheck import DAY, Recheck
from rudaw_scraper.state import State
from tests.records import sound_record

NOW = datetime(2026, 6, 20, 12, tzinfo=UTC)
USUAL = Recheck.parse("14d")


class Clock:
    """The time that the state sees."""

    def __init__(self) -> None:
        self.now = NOW.timestamp()

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time, "time", clock.time)
    return clock


@pytest.fixture
def state(tmp_path: Path, clock: Clock) -> Iterator[State]:
    state = State(tmp_path / "english.sqlite")
    state.begin_run("20260620T120000Z")
    yield state
    state.close()


def record(number: int, day: str | None, fetched_at: str = "2026-06-20T12:00:00Z") -> dict[str, Any]:
    name = f"english/{number}"
    url = f"https://www.rudaw.net/english/categories/iraq/{number}"
    return sound_record() | {"id": name, "url": url, "date_published": day, "fetched_at": fetched_at}


def due(state: State) -> list[str]:
    return [key for key, _ in state.due(["english"], USUAL)]


def is_due(state: State, number: int) -> bool:
    known = state.known(f"english/{number}", USUAL)
    assert known is not None
    return known.due


def test_the_age_is_that_since_publication_where_it_is_known(state: State, clock: Clock) -> None:
    state.written(record(1, "2026-06-19"), "x")  # yesterday's
    state.written(record(2, "2026-05-01"), "x")  # an old one, listed in a new place
    state.written(record(3, None), "x")  # nobody knows: as old as our knowledge of it
    assert due(state) == ["english/1", "english/3"]
    assert [is_due(state, number) for number in (1, 2, 3)] == [True, False, True]
    clock.now += 13 * DAY
    assert due(state) == ["english/1", "english/3"]
    clock.now += 2 * DAY
    assert due(state) == []


def test_a_day_that_became_known_counts(state: State) -> None:
    state.written(record(3, None), "x")
    state.written(record(3, "2026-05-01"), "y")
    assert due(state) == []


def test_a_state_made_anew_takes_the_times_from_the_records(state: State) -> None:
    state.absorb([record(3, None, "2026-05-01T12:00:00Z"), record(4, None, "2026-06-18T12:00:00Z")])
    assert due(state) == ["english/4"]


def test_a_clock_that_was_ahead_stops_nothing(state: State, clock: Clock) -> None:
    state.written(record(1, "2026-06-19", "2031-01-01T00:00:00Z"), "x")
    state.written(record(2, None, "2031-01-01T00:00:00Z"), "x")
    for number in (1, 2):
        clock.now += 5 * 365 * DAY
        state.unchanged(f"english/{number}")  # read again while it was wrong
        clock.now -= 5 * 365 * DAY
        assert is_due(state, number)


def test_what_was_gone_is_asked_for_only_while_it_is_listed(state: State, clock: Clock) -> None:
    state.written(record(1, "2026-06-19"), "x")
    state.refused("https://www.rudaw.net/english/categories/iraq/1", "Http404", "english/1")
    assert due(state) == []
    assert is_due(state, 1)  # a listing shows it: a site that answered 404 to all for an hour is not believed for good
    state.unchanged("english/1")
    clock.now += DAY
    assert due(state) == ["english/1"]


def test_days_of_what_is_not_written(state: State) -> None:
    state.note_day("english/8", "2026-05-01")
    state.written(record(9, "2026-05-02"), "x")
    state.alias("english/7", "english/9")
    days = [str(state.day(f"english/{number}")) for number in (7, 8, 9, 10)]
    assert days == ["2026-05-02", "2026-05-01", "2026-05-02", "None"]
