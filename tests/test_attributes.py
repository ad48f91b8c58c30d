"""Elements with thousands of attributes are refused before the parser meets them, and nothing else is."""

from __future__ import annotations

import pytest

from rudaw_scraper.attributes import HARMLESS, MAX_ATTRIBUTES, refuse_attribute_bomb
from rudaw_scraper.errors import PageTooLarge


def element(count: int, form: str = 'a{}="x"') -> bytes:
    attributes = " ".join(form.format(number) for number in range(count))
    return f"<body><p {attributes}>x</p></body>{' ' * HARMLESS}".encode()


@pytest.mark.parametrize("form", ["a{}", "a{}=x", "a{}='<x>'", 'a{} = "a b > c"'])
def test_an_element_with_too_many(form: str) -> None:
    with pytest.raises(PageTooLarge, match=r"an element has 6,000 attributes; at most 5,000 are read"):
        refuse_attribute_bomb(element(6_000, form))
    refuse_attribute_bomb(element(MAX_ATTRIBUTES, form))


def test_an_element_that_never_ends() -> None:
    with pytest.raises(PageTooLarge):
        refuse_attribute_bomb(b"<p " + b"a " * 1_000_000)


@pytest.mark.parametrize(
    "page",
    [
        b'<img src="data:image/png;base64,' + b"A" * 1_000_000 + b'">',
        b'<p title="' + b"a b c " * 100_000 + b'">',
        b"<p>" + b"one two three " * 100_000,
        b"<p a=1>" * 100_000,
        b'<p "' * 20_000,  # a quotation mark that nothing closes, time and again
        b"<p '\"" * 20_000,
        b"<" * 1_000_000,
    ],
)
def test_what_is_large_in_another_way_passes(page: bytes) -> None:
    refuse_attribute_bomb(page)
