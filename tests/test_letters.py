"""Letters' keys and the cheap look at lines, compiled and in Python."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rudaw_scraper import labels, letters, letters_plain
from rudaw_scraper.dates import find_date, find_leading_date, may_begin_with_date, may_end_in_date
from rudaw_scraper.dates.grammar import grammar
from rudaw_scraper.document import open_document
from rudaw_scraper.extract import parse_time
from rudaw_scraper.letters import HAS_DIGIT, MAY_BE_DATE, MAY_BE_LABEL, letters_key
from rudaw_scraper.outline import Outline
from rudaw_scraper.page import Page

try:
    from rudaw_scraper import _letters
except ImportError:  # on a machine without a compiler
    _letters = None  # type: ignore[assignment]

needs_compiled = pytest.mark.skipif(_letters is None, reason="not built here (no C compiler)")
URL = "https://www.rudaw.net/english/kurdistan/22032019"
BOTH = [letters_plain] if _letters is None else [letters_plain, _letters]

KEYS = {
    "  Tags: ": "tags",
    "What You Say (12)": "what you say",
    "كوردستان": "کوردستان",
    "هه\u200cولێر": "ەەولێر",
    "İstanbul'da Işık": "istanbul da işik",
    "Straße ﬁn": "strasse fin",
    "e\u0301te\u0301": "été",
    "🙂 a🙂b": "a b",
    "١٢٣ پێش": "پێش",
    "": "",
    "123": "",
    "a" * 700: "a" * 700,
}


@pytest.mark.parametrize("module", BOTH, ids=lambda module: module.__name__)
def test_keys(module: ModuleType) -> None:
    assert {text: module.letters_key(text) for text in KEYS} == KEYS


WORDS = st.sampled_from(
    ("Tags", "Facebook", "google+", "ﬀ", "İ", "ǰ", "أ", "\u0653", "\u0301", "ك", "٣", "©", " ", "\u200f",
     "가", "\u1100\u1161",
     "ʼn", "K", "\U0001d7d8", "\ud800", "e")
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=12).map("".join))


@needs_compiled
@settings(max_examples=600, deadline=None)
@given(TEXTS)
@example("\u1112\u1161\u11ab")
def test_any_text_has_one_key(text: str) -> None:
    assert _letters is not None
    assert _letters.letters_key(text) == letters_plain.letters_key(text)


@pytest.mark.parametrize("module", BOTH, ids=lambda module: module.__name__)
def test_texts_of_the_same_letters(module: ModuleType) -> None:
    same = [
        ("Tags: ", "TAGS"),
        ("", "12 |"),
        ("a 3 b", "A, b!"),
        ("é", "e\u0301"),
        ("e\u0301", "É"),
        ("كوردستان", "کوردستان"),
    ]
    same += [("ﬁn", "FIN"), ("أيضاً", "ايضا ")]
    other = [("ab", "a b"), ("ab", "abc"), ("", "a"), ("é", "e"), ("e", "e\u0301"), ("ae", "ae\u0301"), ("xy", "xz")]
    assert [pair for pair in same if not module.same_letters(*pair)] == []
    assert [pair for pair in other if module.same_letters(*pair) or module.same_letters(*reversed(pair))] == []


@needs_compiled
@settings(max_examples=600, deadline=None)
@given(TEXTS, TEXTS)
@example("é", "e\u0301")
@example("a\u200c\u0301", "á")
@example("가", "\u1100\u1161")
def test_texts_are_the_same_by_their_keys(one: str, other: str) -> None:
    assert _letters is not None
    same = letters_plain.letters_key(one) == letters_plain.letters_key(other)
    assert _letters.same_letters(one, other) == same
    assert _letters.same_letters(one, f" {one}- ")


SPACES = st.sampled_from(
    (" ", "\u00a0", "\x85", "\x1c", "\x01", "\u200f", "\u00ad", "a", "é", "e\u0301", "\u2126", "\u0653", "ا", "\ufeff",
     "\u2000", "\u3000")
)  # fmt: skip


@needs_compiled
@settings(max_examples=800, deadline=None)
@given(st.one_of(TEXTS, st.lists(SPACES, max_size=8).map("".join)))
def test_any_text_is_folded_as_in_python(text: str) -> None:
    assert _letters is not None
    assert _letters.fold(text) == letters_plain.fold(text)


@needs_compiled
def test_every_character_is_folded_as_in_python() -> None:
    assert _letters is not None
    texts = [f" a{chr(code)} b" for code in range(0x10100)] + [chr(code) for code in range(0x10100)]
    assert [text for text in texts if _letters.fold(text) != letters_plain.fold(text)] == []


@needs_compiled
def test_every_character_has_one_key() -> None:
    assert _letters is not None
    different = [
        code for code in range(0x11000) if _letters.letters_key(chr(code)) != letters_plain.letters_key(chr(code))
    ]
    assert different == []


LINES = (
    ("Tags", 1), ("TAGS:", 1), ("Read 3 more", 2), ("a b", 0), ("Tagged", 0), ("ab cd", 0), ("xy", 1), ("xyz", 1),
    ("x y", 0), ("© Rudaw 2017", 3), ("on faceBook", 1), ("LinkedIn", 1), ("لینک ٣", 2), ("More of it", 1),
    ("Mo reof", 0), ("", 0),
)  # fmt: skip


@needs_compiled
@pytest.mark.parametrize(("text", "signs"), LINES)
def test_signs_of_lines(text: str, signs: int) -> None:
    assert letters.line_look(("tags", "xy", "more of"), ("Facebook", "LinkedIn"))(text) & 3 == signs


PHRASES = st.sampled_from((*list(labels._LABELS)[:80], " ", "3", "©", "x"))


def test_a_label_is_never_overlooked() -> None:
    for phrase in labels._LABELS:
        for text in (phrase, f"{phrase.upper()}:", f"| {phrase} (3)", f"{phrase}{phrase}"):
            assert labels.label_of(text) is None or labels.look(text) & MAY_BE_LABEL, text


@needs_compiled
@settings(max_examples=500, deadline=None)
@given(st.one_of(TEXTS, st.lists(PHRASES, max_size=4).map("".join)))
def test_the_look_says_no_only_where_there_is_nothing(text: str) -> None:
    signs = labels.look(text)
    if labels.label_of(text) is not None:
        assert signs & MAY_BE_LABEL
    assert bool(signs & HAS_DIGIT) == any(letter.isdecimal() for letter in text)


def test_the_package_uses_one_of_them() -> None:
    assert letters_key("Tags: ") == "tags"


@needs_compiled
@settings(max_examples=600, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ("3", "22", "2017", "7", "/", "-", ".", ":", " ", "ago", "hours", "Topic", "٢٢", "(2)", "|", "July", "AM")
        ),
        max_size=9,
    ).map("".join)
)  # fmt: skip
def test_no_date_is_overlooked(text: str) -> None:
    signs, words = labels.look(text), grammar("en")
    for found in (find_date(text, "en"), find_leading_date(text, "en")):
        if found is not None:
            assert signs & MAY_BE_DATE or may_begin_with_date(text, words) or may_end_in_date(text, words)


@pytest.mark.parametrize("count", ["(2)", "| (2)", "(2) |", "| ( 12 ) |"])
def test_a_date_before_a_count_is_not_overlooked(count: str) -> None:
    page = Page(f"<p>Bees came to town| 13 hours ago {count}</p>", URL, parse_time("2019-03-22T09:00:00Z"), "text/html")
    mark = Outline(open_document(page)).marks[0]
    assert mark is not None
    assert (mark.before, mark.raw) == ("Bees came to town", "13 hours ago")
