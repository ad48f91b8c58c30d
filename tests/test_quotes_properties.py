"""What holds for any text: no exception, exact segments in order, no overlap, time in proportion to length."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rudaw_scraper.quotes import extract_quotes

LANGUAGES = ["en", "ckb", "kmr", "ar", "tr", "xx"]
PIECES = [
    '"', "“", "”", "„", "«", "»", "‘", "’", "'", "''", "``", " ", ". ", ", ", ": ", "؟", "،", "—", "(", ")", "\u200c",
    "said", "he said", "Dara Salar", "Salar", "who", "according to", "the", "of", "and", "that", "told", "a man", "9'ê",
    "گوتی", "وتی", "ئازاد کەریم", "ی", "بە تۆمەتی", "got", "Şêrko Botî", "ku", "قال", "وأضاف", "رئيس", "البوتي", "إن",
    "dedi", "diyen", "Erbil’de", "Botani", "İ", "ß", "5'10\"", "\u202b", "e\u0301", "😀", "12",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
)


@settings(max_examples=400, deadline=None)
@given(paragraphs=st.lists(TEXTS, max_size=4), language=st.sampled_from(LANGUAGES))
def test_segments_are_exact_ordered_and_apart(paragraphs: list[str], language: str) -> None:
    last = (-1, 0)
    for quote in extract_quotes(paragraphs, language):
        assert quote.text
        assert quote.segments
        for segment in quote.segments:
            inside = paragraphs[segment.paragraph][segment.start : segment.end]
            assert inside
            assert inside == inside.strip()
            assert (segment.paragraph, segment.start) >= last
            last = (segment.paragraph, segment.end)
        joined = " ".join(paragraphs[part.paragraph][part.start : part.end] for part in quote.segments)
        assert joined.startswith(quote.text)
        if quote.speaker is not None:
            assert any(quote.speaker in paragraph for paragraph in paragraphs)
        assert quote.continues is False or quote.cue is None


@settings(max_examples=60, deadline=None)
@given(paragraphs=st.lists(TEXTS, max_size=3), language=st.sampled_from(LANGUAGES))
def test_the_same_text_gives_the_same_quotations(paragraphs: list[str], language: str) -> None:
    assert extract_quotes(paragraphs, language) == extract_quotes(list(paragraphs), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece", ["“ ", '“a " ', "'a ", '"A," he said. ', "“A,” Dara Salar said. “B.” ", 'وقال: "abc". ', '"abc" dedi. ']
)
def test_work_grows_in_proportion_to_the_text(piece: str, language: str) -> None:
    assert calls_for(piece * 3200, language) < 12 * calls_for(piece * 400, language) + 1000


def calls_for(text: str, language: str) -> int:
    """Count the calls of functions, Python's and C's, that reading a text takes: the same on every machine."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    extract_quotes([text[:200]], language)  # what is made once per process is not counted
    sys.setprofile(note)
    try:
        extract_quotes([text], language)
    finally:
        sys.setprofile(None)
    return count
