"""The compiled walk over a page's tree gives what the one in Python gives."""

from __future__ import annotations

import os
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rudaw_scraper import tree, tree_plain, walk, walk_plain
from rudaw_scraper.markup import LAYOUT_CLASSES, Markup, read_markup
from tests.pages.render import render
from tests.pages.store import load_all
from tests.pages.style import NAMED, random_style
from tests.small_site import ROOT

try:
    from rudaw_scraper import _tree, _tree_edits, _walk
except ImportError:  # on a machine without a compiler
    _walk = None  # type: ignore[assignment]

needs_compiled = pytest.mark.skipif(_walk is None, reason="the compiled walk is not built here (no C compiler)")
both_walks = pytest.mark.parametrize(
    "walks", [walk_plain] if _walk is None else [walk_plain, _walk], ids=lambda walks: walks.__name__
)


def parsed(walks: ModuleType, content: bytes | str) -> Any:
    """The root of a page's tree, of the kind that a walk reads."""
    utf8 = content.encode() if isinstance(content, str) else content.decode("utf-8", "replace").encode()
    return (tree_plain if walks is walk_plain else _tree).parse(utf8)[0]


def marked_up(walks: ModuleType, content: bytes | str) -> Markup:
    return read_markup(parsed(walks, content), walks.signs)


def test_it_is_built_where_continuous_integration_runs() -> None:
    if not os.environ.get("CI"):
        pytest.skip("only continuous integration promises a compiler")
    assert walk.COMPILED


def seen(walks: ModuleType, content: bytes, classes: set[str], ids: set[str]) -> tuple[Any, ...]:
    """What a walk returns, with numbers in place of elements."""
    markup = marked_up(walks, content)
    elements = [element for top in tree.tops(markup.root) for element in top.iter()]
    number = {element: place for place, element in enumerate(elements)}
    signs = sorted((name, value, number[e]) for name, value, e in walks.signs(markup.root, classes, ids, ("wm-", "d")))
    runs, texts, gaps, blocks, arounds, pictures = walks.text_runs(markup.root, markup.displays, markup.hidden)
    lines = [
        [number[run[0]], run[1] if run[1] is None else number[run[1]]]
        if isinstance(run, tuple)
        else [
            (" ".join(text.split()), number[element], link if link is None else number[link])
            for text, element, link in run
        ]
        for run in runs
    ]
    return signs, lines, texts, gaps, arounds, [number[e] for e in blocks], [(at, number[e]) for at, e in pictures]


def same(content: bytes, classes: set[str] | None = None, ids: set[str] | None = None) -> None:
    names = classes or {"hid", "x", *LAYOUT_CLASSES}, ids or {"hid", "comments"}
    assert _walk is not None
    assert seen(_walk, content, *names) == seen(walk_plain, content, *names)


@needs_compiled
@pytest.mark.parametrize("style", NAMED, ids=lambda style: style.name)
def test_pages_in_named_styles(style: Any) -> None:
    for content in load_all():
        same(render(content, style).content.replace(b"\0", b""))


@needs_compiled
def test_pages_in_random_styles() -> None:
    for seed, content in enumerate(load_all()):
        same(render(content, random_style(seed)).content)


@needs_compiled
def test_pages_of_the_example_site() -> None:
    pages = sorted((ROOT / "fixtures" / "site").rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        same(page.read_bytes())


TAGS = (
    "a", "b", "br", "div", "h1", "p", "span", "table", "tr", "td", "li", "img", "amp-img", "hr", "pre", "script", "q",
    "o:p", "h3",
)  # fmt: skip
ATTRIBUTES = (
    "", " hidden", ' hidden="until-found"', ' style="display:none"', ' style="DISPLAY: inline"', ' class="a hid b"',
    ' class="hidx"', ' id="hid"', ' id="wm-ipp"', ' style="display:block"', ' href="/x"', ' class=""', " style",
)  # fmt: skip
WORDS = (
    " ", "\n", "one", "two ", " three", "\u00a0", "\u200c", "ە", "&nbsp;", "\ufeff", "\u2003", "\u202f", "\u3000",
    "\u1680", "\u0301", "\u200f", "\u00ad", "\u205f\u2060", "\u0085", "\u2028", "\U0001f600", "&amp;", "<!-- c -->",
)  # fmt: skip
markup = st.lists(
    st.one_of(
        st.builds(lambda tag, attributes: f"<{tag}{attributes}>", st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
        st.builds(lambda tag: f"</{tag}>", st.sampled_from(TAGS)),
        st.sampled_from(WORDS),
        st.sampled_from(("</body></html>", "</html>")),
    ),
    max_size=40,
)


@needs_compiled
@settings(max_examples=400, deadline=None)
@given(markup)
def test_any_markup(pieces: list[str]) -> None:
    same(("<body>x" + "".join(pieces)).encode())


@both_walks
def test_noncharacters_are_no_words(walks: ModuleType) -> None:
    root = parsed(walks, "<body>a\uffff b<br>\ufffe<p>&#xffff; c</p>")
    assert [text for text in walks.text_runs(root, {}, set())[1] if text] == ["a b", "c"]


@both_walks
def test_what_follows_the_end_of_the_page_is_shown(walks: ModuleType) -> None:
    source = b"<html><body><p>one</body></html><script>x</script><p>two<br>three<p hidden>four</p><style>s</style>"
    markup = marked_up(walks, source)
    assert walks.text_runs(markup.root, markup.displays, markup.hidden)[1] == ["one", "two", "three"]
    tags = [name for name, value, _ in walks.signs(parsed(walks, source), set(), set(), ()) if not value]
    assert sorted(tags) == ["hidden", "script", "style"]


@both_walks
def test_no_page_is_hidden_as_a_whole(walks: ModuleType) -> None:
    markup = marked_up(walks, b"<html hidden><p>one</html><html hidden><p>two")
    assert walks.text_runs(markup.root, markup.displays, markup.hidden)[1] == ["one", "two"]


@both_walks
def test_the_whole_page_is_walked_from_any_element(walks: ModuleType) -> None:
    root = parsed(walks, b"<p>one<b>two</b>three")
    assert walks.text_runs(next(root.iter("b")), {}, set())[1] == ["onetwothree"]


@needs_compiled
def test_deep_and_wide_markup() -> None:
    same(b"<body>" + b"<div><span class='hid'>x" * 900)
    same(b"<body>" + b"<p>x<br><br>y<img>z</p>" * 5000)


@both_walks
def test_preformatted_text_that_begins_with_a_line_break(walks: ModuleType) -> None:
    markup = marked_up(walks, b"<h1>Head</h1><p>a</p><pre>\na\n\nb</pre><pre>\n")
    for pre in markup.preformatted:
        (tree_plain if walks is walk_plain else _tree_edits).break_preformatted(pre)
    assert walks.text_runs(markup.root, {}, set())[1] == ["Head", "a", "a", "b"]


@both_walks
def test_the_tree_is_left_as_it_reads(walks: ModuleType) -> None:
    root = parsed(walks, b"<p>one<br>two<img src=x><hr>three")
    walks.text_runs(root, {}, set())
    assert "".join(root.itertext()) == "onetwothree"


@both_walks
def test_words_of_attributes_are_parted_by_plain_white_space(walks: ModuleType) -> None:
    root = parsed(walks, '<p class="gone\u00a0x"><p class="a\fgone"><p id="gone\u2003">')
    assert [value for _, value, _ in walks.signs(root, {"gone"}, {"gone"}, ()) if value] == ["a\x0cgone"]


@both_walks
def test_elements_nested_deep_take_no_time(walks: ModuleType) -> None:
    inside = b"<b>" * 900 + b"<i>a</i>" * 20_000
    assert len(walks.text_runs(parsed(walks, b"<body>" + inside), {}, set())[1]) == 1


@both_walks
def test_a_style_rule_holds_for_what_stands_before_it_too(walks: ModuleType) -> None:
    source = (
        b"<body><p class=late><p class=other><style>x</style><p class=late><b id=far></b><style>y</style><i id=far>"
    )
    root = parsed(walks, source)
    classes, ids, read = {"other"}, set[str](), list[str | None]()

    def read_style(style: Any) -> bool:
        read.append(style.text)
        if style.text == "x":
            classes.add("late")
        else:
            ids.add("far")
        return True

    found = [(name, value, element.tag) for name, value, element in walks.signs(root, classes, ids, (), read_style)]
    assert read == ["x", "y"]
    assert sorted(found) == [
        ("class", "late", "p"),
        ("class", "late", "p"),
        ("class", "other", "p"),
        ("id", "far", "b"),
        ("id", "far", "i"),
        ("style", "", "style"),
        ("style", "", "style"),
    ]


@both_walks
def test_what_stands_around_an_element(walks: ModuleType) -> None:
    root = parsed(walks, b"<body><div><p><b>x</b></p></div><i>y</i></body>")
    bold, box, other = (next(root.iter(tag)) for tag in ("b", "div", "i"))
    assert [element.tag for element in walks.ancestors(bold)] == ["b", "p", "div", "body", "html"]
    assert walks.ancestors(root) == [root]
    assert [walks.is_inside(element, box) for element in (bold, box, other, root, None)] == [
        True,
        True,
        False,
        False,
        False,
    ]


@both_walks
def test_the_look_of_an_element(walks: ModuleType) -> None:
    root = parsed(walks, "<body><div id=x CLASS=' ş &amp; b '><p class>x</div></body>")
    box, paragraph = next(root.iter("div")), next(root.iter("p"))
    assert walks.look_of(box) == ("div", " ş & b ", "body")
    assert walks.look_of(paragraph) == ("p", "", "div")
    assert walks.look_of(root) == ("html", "", "")


SPACERS = (
    "width=1",
    "height=' 12px '",
    "src=/img/Spacer.gif",
    "src=sspacer1.gif width=600",
    "width=012",
    "width=x height=3",
)
PICTURES = (
    "",
    "width=13",
    "width=1000",
    "width='1 px'",
    "width=",
    "src=/spacer/a.gif",
    "src=spac/er.gif",
    "height=1em",
)


@both_walks
def test_images_that_only_keep_a_distance(walks: ModuleType) -> None:
    def told(attributes: str) -> bool:
        spacer: bool = walks.is_spacer(next(parsed(walks, f"<body><img {attributes}></body>").iter("img")))
        return spacer

    assert [each for each in SPACERS if not told(each)] == []
    assert [each for each in PICTURES if told(each)] == []
