"""Sub-headings that only their words and their length tell."""

from __future__ import annotations

from rudaw_scraper.blocks import blocks_of_text
from rudaw_scraper.subheadings import find_subheadings

LONG = (
    "The council of the upper valley voted late on Monday for a bridge that its members had refused three times since "
    "the flood, and asked the ministry to pay for two thirds of it before the next winter comes."
)
SHORT = "The ferry has not run since the flood, and the market on the far bank is closed on most days."
LINE = "What the engineers found below the old pillars when the river was at its lowest"


def found(*paragraphs: str) -> list[str]:
    lines = blocks_of_text("\n\n".join(paragraphs)).lines
    numbers = find_subheadings([(line, line.text) for line in lines])
    return [paragraphs[number] for number in sorted(numbers)]


def test_a_longer_line_among_long_paragraphs_is_a_subheading() -> None:
    assert found(LONG, LONG, LINE, LONG) == [LINE]


def test_among_short_paragraphs_it_is_one_of_them_that_lacks_its_full_stop() -> None:
    assert found(SHORT, SHORT, LINE, SHORT) == []


def test_a_few_words_are_a_subheading_among_short_paragraphs_too() -> None:
    assert found(SHORT, SHORT, "Below the pillars", SHORT) == ["Below the pillars"]


def test_words_before_a_colon_are_a_speaker_only_if_they_can_be_a_name() -> None:
    assert found(LONG, "Karim: We built it with our hands.", LONG) == ["Karim: We built it with our hands."]
    assert found(LONG, "The numbers: six schools and one bridge.", LONG) == []


def test_without_capitals_a_sentence_with_a_colon_is_none() -> None:
    assert found(LONG, "والأرقام هي: ست مدارس وجسر واحد.", LONG) == []
