"""Which characters open and close a quotation."""

import pytest

from rudaw_scraper.quotes.marks import find_stretches, has_marks


def stretches(text: str, carried: bool = False) -> list[str]:
    return [text[stretch.start : stretch.end] for stretch in find_stretches(text, carried)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“It is late,” he said. “Go home.”", ["It is late,", "Go home."]),
        ('"It is late," he said. "Go home."', ["It is late,", "Go home."]),
        ("He said «yes» and „no“.", ["yes", "no"]),
        ("گوتی ”ئێمە دێین“ و رۆیشت", ["ئێمە دێین"]),
        ("گوتی »ئێمە دێین« و رۆیشت", ["ئێمە دێین"]),
        ("He said ''it is late'' and left.", ["it is late"]),
        ("He said ``it is late'' and left.", ["it is late"]),
        ("He said ’’it is late’’ and left.", ["it is late"]),
        ("‘It is late,’ he said.", ["It is late,"]),
        ("'It is late,' he said.", ["It is late,"]),
        ('گوتی " ئێمە دێین ".', ["ئێمە دێین"]),
        ("“He told me ‘go’ and I went,” she said.", ["He told me ‘go’ and I went,"]),
        ("“The “old” road is closed,” she said.", ["The “old” road is closed,"]),
        ('He wrote “it is late" and left.', ["it is late"]),
        ("‘The workers’ demands are fair,’ she said.", ["The workers’ demands are fair,"]),
        ("“The “old ``stone'' road is closed,” she said.", ["old ``stone'' road is closed,"]),
    ],
)
def test_marks_pair_by_order(text: str, inside: list[str]) -> None:
    assert stretches(text) == inside


@pytest.mark.parametrize(
    "text",
    [
        "They won’t come and can't pay.",
        "Erbil’de toplandılar, Duhok'tan geldiler.",
        "Roja 9'ê mehê û 27`ê mehê.",
        "He is 5'10\" tall and drives a 4' wide cart.",
        "It was the summer of the '90s.",
        "The workers' union and the teachers' union met.",
        "Nothing is quoted here.",
        'Empty “” marks and "" marks.',
    ],
)
def test_apostrophes_primes_and_empty_pairs_are_no_quotations(text: str) -> None:
    assert stretches(text) == []


def test_a_lost_closing_mark_spoils_only_its_own_quotation() -> None:
    assert stretches("“It is late, he said. “Go home.”") == ["Go home."]


def test_an_unclosed_mark_runs_to_the_end_of_the_paragraph() -> None:
    (stretch,) = find_stretches("He said: “It is late. ")
    assert (stretch.start, stretch.end, stretch.closed) == (10, 21, False)


def test_a_carried_quotation_ends_at_a_mark_that_can_only_close() -> None:
    assert stretches("and so we left.” He sat down.", carried=True) == ["and so we left."]


def test_paragraphs_without_marks_are_passed_over() -> None:
    assert not has_marks("They won’t come, the teachers' union said.")
    assert has_marks("They said ‘no’.")
