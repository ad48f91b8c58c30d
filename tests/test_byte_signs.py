"""What is told of a page's bytes before they are parsed, compiled and in Python."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rudaw_scraper import byte_signs, byte_signs_plain
from rudaw_scraper.byte_signs_plain import CONTROL_REFERENCE

try:
    from rudaw_scraper import _byte_signs
except ImportError:  # on a machine without a compiler
    _byte_signs = None  # type: ignore[assignment]

needs_compiled = pytest.mark.skipif(_byte_signs is None, reason="not built here (no C compiler)")
BOTH = [byte_signs_plain] if _byte_signs is None else [byte_signs_plain, _byte_signs]

CLEAN = (b"", b"a\tb\r\nc", "کوردستان 😀".encode(), b"\xef\xbb\xbfx", b"x" * 200, b"\xf4\x8f\xbf\xbf", b"\xee\x80\x80")
NOT_CLEAN = (
    b"\0", b"a\x0bb", b"\x0c", b"\x1f", b"\x7f", b"x" * 100 + b"\x1b" + b"x" * 100, b"\x80", b"\xc2", b"\xc0\x80",
    b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xf0\x80\x80\x80", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xe2\x82",
    b"\xf0\x9f\x98", b"x" * 63 + b"\xe2", "ş".encode("cp1254"), b"\xff\xfea\0",
)  # fmt: skip


@pytest.mark.parametrize("signs", BOTH, ids=lambda module: module.__name__)
def test_clean_bytes(signs: ModuleType) -> None:
    assert [signs.is_clean(content) for content in CLEAN] == [True] * len(CLEAN)
    assert [signs.is_clean(content) for content in NOT_CLEAN] == [False] * len(NOT_CLEAN)


REFERRING = (
    b"&#0;", b"&#147;", b"a &amp; &#x93;", b"&#0000150", b"&#X1b;", b"&#31;", b"&&#127;", b"&#x7f", b"&#159;",
    b"&#25dquo;", b"&#x0c;", b"&#12a",
)  # fmt: skip
NOT_REFERRING = (
    b"", b"&", b"&#", b"&#x", b"&#;", b"&#160;", b"&#39;", b"&#x27;", b"&amp;#147", b"& #147;", b"&#1470;", b"&#10;",
    b"&#x0d;", b"&#x19d;",
)  # fmt: skip


@pytest.mark.parametrize("signs", BOTH, ids=lambda module: module.__name__)
def test_references_to_control_characters(signs: ModuleType) -> None:
    assert [signs.may_refer_to_control(page) for page in REFERRING] == [True] * len(REFERRING)
    assert [signs.may_refer_to_control(page) for page in NOT_REFERRING] == [False] * len(NOT_REFERRING)


@pytest.mark.parametrize("signs", BOTH, ids=lambda module: module.__name__)
def test_where_words_stand(signs: ModuleType) -> None:
    for content, at in ((b"", -1), (b"ab", 0), (b"xab", 1), (b"aab", 1), (b"xa", -1), (b"a", -1), (b"a\0ab", 2)):
        assert signs.find(content, b"ab") == at


PIECES = st.one_of(
    st.binary(max_size=6),
    st.text(max_size=20).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from((b"&#", b"&#x", b"147", b"93", b"x" * 61, b"\xe2\x80", b"\x9d", b";")),
)


@needs_compiled
@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=12).map(b"".join))
@example(b"x" * 64 + "ک".encode() * 40)
def test_any_bytes(content: bytes) -> None:
    assert _byte_signs is not None
    assert _byte_signs.is_clean(content) == byte_signs_plain.is_clean(content)
    if CONTROL_REFERENCE.search(content):
        assert _byte_signs.may_refer_to_control(content)
        assert byte_signs_plain.may_refer_to_control(content)


def test_the_package_tells_the_same() -> None:
    assert byte_signs.is_clean(b"a")
    assert not byte_signs.may_refer_to_control(b"a")
