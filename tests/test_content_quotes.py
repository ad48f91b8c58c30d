"""Quotations of the invented pages, worked out by hand, in five languages: a floor that may only rise."""

from typing import Any

import pytest

from rudaw_scraper.quotes import extract_quotes
from tests.pages.expected import LANGUAGES, expected_record
from tests.pages.store import load_all

CASES = {
    content.name: record
    for content in load_all()
    if (record := expected_record(content)) and record.get("quotes") is not None
}
STRETCHES_FLOOR = 52
WHOLE_FLOOR = 39


def found_in(record: dict[str, Any]) -> dict[str, dict[str, Any]]:
    quotes = extract_quotes(record["body"].split("\n\n"), record["language"])
    keys = ("speaker", "speaker_name", "cue", "kind", "continues")
    return {quote.text: {key: getattr(quote, key) for key in keys} for quote in quotes}


def faults(expected: dict[str, Any], got: dict[str, Any]) -> list[str]:
    """Keys that are wrong; a longer noun phrase for a speaker, and a role in place of no name, are no faults."""
    wrong = [key for key in ("cue", "kind", "continues") if expected[key] != got[key]]
    speaker, name = expected["speaker"], expected["speaker_name"]
    if (speaker is None) != (got["speaker"] is None) or (speaker and not _one_in_other(speaker, got["speaker"])):
        wrong.append("speaker")
    if name is not None and not _same_name(name, got["speaker_name"] or ""):
        wrong.append("speaker_name")
    return wrong


def _one_in_other(one: str, other: str) -> bool:
    return one in other or other in one


def _same_name(name: str, got: str) -> bool:
    """A title of one word may stand before the name."""
    return got == name or (got.endswith(f" {name}") and len(got.split()) == len(name.split()) + 1)


def test_quotations_worked_out_by_hand() -> None:
    lost, wrong, total = [], [], 0
    for name, record in CASES.items():
        found = found_in(record)
        for quote in record["quotes"]:
            total += 1
            if quote["text"] not in found:
                lost.append(f"{name}: {quote['text'][:60]}")
            elif bad := faults(quote, found[quote["text"]]):
                wrong.append(f"{name}: {quote['text'][:40]} … {[(k, quote[k], found[quote['text']][k]) for k in bad]}")
    assert total == 53
    assert total - len(lost) >= STRETCHES_FLOOR, "not found:\n" + "\n".join(lost)
    assert total - len(lost) - len(wrong) >= WHOLE_FLOOR, "\n".join(lost + wrong)


@pytest.mark.parametrize("name", [name for name, record in CASES.items() if not record["quotes"]])
def test_a_page_without_quotations_has_none(name: str) -> None:
    assert found_in(CASES[name]) == {}


def test_the_pages_speak_five_languages() -> None:
    assert {record["language"] for record in CASES.values()} == set(LANGUAGES.values())
