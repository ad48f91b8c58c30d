"""One content, many documents: whatever the markup, the record is the same."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pages.capture import load_captures
from tests.pages.cases import judge, judge_capture
from tests.pages.compare import report
from tests.pages.store import content_names, load_content
from tests.pages.style import CHOICES, NAMED, DomStyle, fair, random_style
from tests.pages.vary import vary

CAPTURES = {capture.name: capture for capture in load_captures()}
SEEDS = range(25)
needs_captures = pytest.mark.skipif(not CAPTURES, reason="the real pages are not beside this checkout")


@needs_captures
@pytest.mark.parametrize("style", NAMED, ids=lambda style: style.name)
@pytest.mark.parametrize("name", CAPTURES)
def test_a_real_page_in_every_style(name: str, style: DomStyle) -> None:
    found = judge_capture(CAPTURES[name], style)
    assert not found, report(f"{name} in {style.name}", found)


@needs_captures
@pytest.mark.parametrize("name", CAPTURES)
def test_a_real_page_in_random_styles(name: str) -> None:
    for seed in SEEDS:
        found = judge_capture(CAPTURES[name], random_style(seed))
        assert not found, report(f"{name} in random-{seed}", found)


@pytest.mark.parametrize("style", NAMED, ids=lambda style: style.name)
@pytest.mark.parametrize("name", content_names())
def test_an_invented_page_in_every_style(name: str, style: DomStyle) -> None:
    found = judge(load_content(name), style)
    assert not found, report(f"{name} in {style.name}", found)


@pytest.mark.parametrize("name", content_names())
def test_an_invented_page_in_random_styles(name: str) -> None:
    for seed in SEEDS:
        found = judge(load_content(name), random_style(seed))
        assert not found, report(f"{name} in random-{seed}", found)


@pytest.mark.parametrize("name", content_names())
def test_an_invented_page_as_plain_text(name: str) -> None:
    found = judge(load_content(name), None)
    assert not found, report(f"{name} as plain text", found)


@pytest.mark.parametrize("name", content_names())
def test_a_page_with_things_left_out(name: str) -> None:
    for seed in SEEDS:
        found = judge(vary(load_content(name), seed), random_style(seed))
        assert not found, report(f"{name}~{seed} in random-{seed}", found)


@given(
    name=st.sampled_from(content_names()),
    choices=st.fixed_dictionaries({key: st.sampled_from(options) for key, options in CHOICES.items()}),
    seed=st.integers(0, 10_000),
)
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_any_combination_of_choices(name: str, choices: dict[str, object], seed: int) -> None:
    """Hypothesis looks for the choice that breaks a page and leaves the others at their plainest."""
    style = fair(DomStyle(name="drawn", seed=seed, **choices))  # type: ignore[arg-type]
    found = judge(load_content(name), style)
    assert not found, report(f"{name} in {style}", found)
