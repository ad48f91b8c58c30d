"""Folding by a table, and the look at a text's first and last word, compiled and in Python."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rudaw_scraper import letters_plain
from rudaw_scraper.dates import find_date, find_leading_date
from rudaw_scraper.dates.fold import TABLE
from rudaw_scraper.dates.grammar import AROUND, grammar
from rudaw_scraper.quotes.tables.folding import fold_arabic, fold_kurmanji, fold_sorani, fold_turkish

try:
    from rudaw_scraper import _letters
except ImportError:  # on a machine without a compiler
    _letters = None  # type: ignore[assignment]

needs_compiled = pytest.mark.skipif(_letters is None, reason="not built here (no C compiler)")
BOTH = [letters_plain] if _letters is None else [letters_plain, _letters]
LANGUAGES = ("en", "ckb", "kmr", "ar", "tr")
PIECES = st.lists(
    st.sampled_from(
        ("22", "7", "/", "2017", "2", " ", "  ", "ago", "hours", "AM", "dün", "دوێنێ", "أمس", "İ", "Σ", "ı", "\u200f",
         "\u200c", "\u00ad", "(", ")", "|", ".", "`", "\u3000", "July", "Tîrmeh", "٢٢", "٢٠١٧", "duh", "x" * 30)
    ),
    max_size=8,
).map("".join)  # fmt: skip


@needs_compiled
@pytest.mark.parametrize("small", [True, False])
def test_every_character_is_folded_as_in_python(small: bool) -> None:
    assert _letters is not None
    compiled, plain = _letters.Folding(TABLE, small), letters_plain.Folding(TABLE, small)
    texts = [f"a{chr(code)}b" for code in range(0x10100)] + ["ΑΣ", "ΣΑ", "Îlona" * 200, ""]
    assert [text for text in texts if compiled.fold(text) != plain.fold(text)] == []


@needs_compiled
@settings(max_examples=400, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_folded_as_in_python(text: str) -> None:
    assert _letters is not None
    assert _letters.Folding(TABLE, True).fold(text) == letters_plain.Folding(TABLE, True).fold(text)


@pytest.mark.parametrize("module", BOTH, ids=lambda module: module.__name__)
def test_folding_by_a_table(module: ModuleType) -> None:
    table = {ord("’"): "'", ord("İ"): "i", ord("ـ"): None, ord("x"): "yz"}
    assert module.Folding(table, True).fold("Erbil’DE İSTANBUL كـك axb") == "erbil'de istanbul كك ayzb"
    assert module.Folding(table, False).fold("Erbil’DE") == "Erbil'DE"


def test_words_of_quotations_are_folded() -> None:
    assert fold_sorani("وتى\u200cـ") == "وتی"
    assert fold_arabic("أكَّدَ") == "اكد"
    assert fold_kurmanji("Diyar’KIR") == "diyar'kir"
    assert fold_turkish("IŞIK’ın İzmir") == "ışık'ın izmir"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_grammar_is_overlooked(language: str) -> None:
    words = grammar(language)
    for word in words.last_words:
        for text in (word, word.upper(), f"Something {word}", f"| {word}) \u200f", f"3 {word}."):
            assert words.may_end(text), text
    for word in words.first_words:
        for text in (word, f" {word}", f"({word} 7", f"{word}: x", f"\u200f{word}، x"):
            assert words.may_begin(text), text


@needs_compiled
@pytest.mark.parametrize("language", LANGUAGES)
def test_most_words_are_told_at_a_look(language: str) -> None:
    words = grammar(language)
    for text in ("Readers", "Commentaires", "Hewlêr vedibe", "هەولێر شارە", "بازار تازە", "Room 7", "12345", "", "|"):
        assert not words.may_end(text), text
    for text in ("Readers", "Bazarên Hewlêrê", "شارەکە", "Xwendekar", "", "| "):
        assert not words.may_begin(text), text


@settings(max_examples=800, deadline=None)
@given(PIECES, st.sampled_from(LANGUAGES))
@example("Room 7- 7", "en")
@example("seen yesterday\u3000", "en")
@example("\u00ad22 July 2017", "en")
@example("\u06402 hours ago", "en")
def test_no_date_is_overlooked(text: str, language: str) -> None:
    words = grammar(language)
    assert words.may_end(text) or find_date(text, language) is None
    assert words.may_begin(text) or find_leading_date(text, language) is None


@needs_compiled
def test_texts_of_edges_alone_have_no_words() -> None:
    assert _letters is not None
    look = _letters.WordLook(("may",), ("ago",), AROUND, _letters.Folding(TABLE, True))
    assert [look.may_begin(AROUND), look.may_end(AROUND), look.may_end("x" * 24 + "ago")] == [False, False, False]
    assert look.may_end("3 days AGO")
    assert look.may_begin("(MAY) 7")
