"""What is read without libxml2 gives the tree that libxml2 gives."""

from __future__ import annotations

from html.entities import html5
from random import Random

import pytest

from rudaw_scraper import tree_plain
from tests.markup_maker import RAW, STRANGE, TAGS, page
from tests.pages.render import render
from tests.pages.store import load_all
from tests.pages.style import NAMED
from tests.small_site import ROOT
from tests.test_tree import described

try:
    from rudaw_scraper import _tree
except ImportError:  # on a machine without a compiler
    pytest.skip("the compiled tree is not built here (no C compiler)", allow_module_level=True)


def same(content: bytes) -> bool:
    """Check one page; tell whether it was read quickly."""
    root, _ = _tree.parse(content)
    expected, _ = tree_plain.parse(content)
    assert (None if root is None else described(root)) == (None if expected is None else described(expected)), content
    quick: bool = _tree.is_read_quickly(content)
    return quick


@pytest.mark.parametrize("seed", range(4))
def test_made_markup(seed: int) -> None:
    chance = Random(seed)
    quick = sum(same(page(chance)) for _ in range(1_000))
    assert quick > 250  # what is wrong in the others is left to libxml2


def test_which_tag_closes_which() -> None:
    others = [tag for tag in TAGS if tag not in (*RAW, *STRANGE)]
    for outer in others:
        content = "".join(f"<div><{outer}>a<{inner}>b</{inner}>c</{outer}>d</div>" for inner in others)
        crossed = "".join(f"<div><{outer}>a<{inner}>b</{outer}>c</{inner}>d</div>" for inner in others)
        assert same(f"<body>{content}".encode())
        assert same(f"<body>{crossed}".encode())
        assert same(f"<body><{outer}>a<{outer}>b<{outer}>c</{outer}>d</{outer}></{outer}>".encode())


def test_tag_that_closes_others_though_libxml2_does_not_describe_it() -> None:
    for outer in TAGS:
        same(f"<{outer}>a<listing>b<{outer}>c</{outer}></listing>d".encode())


def test_deep_head() -> None:
    assert same(b"<head><foo><bar><title>a</title><x-y>b<p>c</bar><foo>d</foo></head><foo>e")
    assert _tree.is_read_quickly(b"<head>" + b"<foo>" * 1_900 + b"<foo/>" * 20_000)


@pytest.mark.parametrize("frame", ["<p>a{}b</p>", "<p>a{} b</p>", '<p id="a{}b">', '<p id="{}=">', "<p id={}>c</p>"])
def test_references(frame: str) -> None:
    quick = [same(frame.format(f"&{name}").encode()) for name in html5]
    assert sum(quick) > len(quick) / 4


def test_numeric_references() -> None:
    for code in (*range(300), 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFDCF, 0xFDD0, 0xFDEF, 0xFDF0, 0xFFFD, 0xFFFE, 0x10000):
        for written in (f"&#{code};", f"&#x{code:x};", f"&#X{code:X};", f"&#{code}", f"&#00{code};"):
            same(f"<p id='{written}'>a{written}b".encode())
    assert same(b"<p>&#39;&#x27;&#8217;&#xA0;&#x641;")


@pytest.mark.parametrize(
    "content",
    [
        *("<p>a</p", "<p", "<p id", "<p id=", "<p id='a", "<!-- a", "<!doctype", "<p>a&", "<p>a&#", "<p>a&#x;", "</"),
        *("<script>a", "<script>a</script", "<title>a", "<p id='a'b>", "<p 'a'>", '<p a"b>', "<p =a>", "<p a=>b"),
        *(
            "<p/ id=a>",
            "<p id=a/>b",
            "<br/ >",
            "<p a=b=c>",
            "<p\x0bid=a>",
            "a<1>",
            "<p></p id=a>",
            "</ p>",
            "<p id=`a`>",
        ),
        *(
            "text",
            " <p>a",
            "<head>a",
            "<html>a",
            "<body>a</body>b",
            "<body>a</html>b",
            "<html><html id=a>",
            "<body><body>",
        ),
        *(
            "<head></head><head>",
            "<body><head>",
            "<title>a</title>b",
            "<p>" * 3_000,
            "<p " + "a1 " * 100 + ">",
            "\0<p>a",
        ),
        *(
            "<p " + " ".join(f"a{n}=b" for n in range(100)) + ">",
            f"<{'a' * 40}>",
            f"<p {'a' * 40}=b>c",
            "<p id='a' ID=b>",
        ),
        *("<!DOCTYPE html PUBLIC '>'><p>", "<p>a<!doctype html>b", "<script><!-- <script> </script> --></script>b"),
        *("<textarea>\n&amp;<b></textarea>", "<plaintext>a</p>", "<xmp><b></xmp>", "<noscript><b>a</b></noscript>b"),
        *("<svg><path d='a'/></svg>b", "<math><mi>a</mi></math>", "<select><option>a<option>b</select>", "<a>b<a>c"),
        *(
            "<body>\r\n<p>a\rb\r\n</p>",
            "<p id='a\r\nb\rc'>",
            "<script>a\r\nb</script>",
            "<table><p>a<tr><td>b</table>c",
        ),
    ],
    ids=lambda content: content[:24],
)
def test_odd_markup(content: str) -> None:
    same(content.encode())


def test_the_parser_is_one_that_was_compared() -> None:
    """If this fails after an upgrade of lxml: see docs/contributing.md, "The compiled parts"."""
    assert _tree.is_read_quickly(b"<p>text</p>")


def test_most_pages_are_read_quickly() -> None:
    pages = [path.read_bytes() for path in sorted((ROOT / "fixtures" / "site").rglob("*.html"))]
    pages += [render(content, style).content for content in load_all() for style in NAMED if style.charset == "utf-8"]
    quick = [same(content) for content in pages]
    assert len(quick) > 50
    assert sum(quick) > 0.9 * len(quick)
