"""A page's visible lines, as a browser would break them."""

from __future__ import annotations

import pytest

from rudaw_scraper.blocks import Blocks, blocks_of_text, blocks_of_tree
from rudaw_scraper.markup import parse_markup
from rudaw_scraper.text import drop_controls
from rudaw_scraper.walk_tables import BLANK_LINE, NEW_BLOCK, SAME_BLOCK


def blocks(markup: str) -> Blocks:
    parsed = parse_markup(drop_controls(markup.encode()))
    return blocks_of_tree(parsed)


def texts(markup: str) -> list[str]:
    return [line.text for line in blocks(markup).lines]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>One <b>bold</b>face</p>", ["One boldface"]),  # inline tags neither split nor glue
        ("<span>a</span><span>b</span>", ["ab"]),
        ("<span>a</span>\n<span>b</span>", ["a b"]),
        ("<p>a<br>b<br/><br>c</p>", ["a", "b", "c"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ["a", "b", "c"]),
        ("<UL><LI>a<LI>b</UL>", ["a", "b"]),
        ("<dl><dt>a<dd>b</dl>", ["a", "b"]),
        ("a<hr>b", ["a", "b"]),
        ("<p>a<p>b", ["a", "b"]),
        ("<span style='display:block'>a</span>b", ["a", "b"]),
        ("<div style='display: inline'>a</div> <div style='display:inline'>b</div>", ["a b"]),
        ("<pre>a\n  b <i>c\nd</i>e\nf</pre>g", ["a", "b c", "de", "f", "g"]),
        ("a&nbsp;b&#160;c", ["a b c"]),
        ("نی\u200cیە", ["نی\u200cیە"]),  # a zero-width non-joiner survives
        ("<p>&zwnj;</p>x", ["x"]),  # but makes no line of its own
        ("&#147;so&#148;", ["“so”"]),  # meant as windows-1252
        ("e\u0301", ["é"]),
        ("a<br>\ufffeb<br>&#xffff;c<br>\x0cd<img>\uffff", ["a", "b", "c", "d"]),
        ("<pre>a\ufffe\nb</pre><i hidden>x</i>\ufffec", ["a", "b", "c"]),
        ('<div hidden id="S:1">streamed</div>', ["streamed"]),
        ("<p>\u00a0</p><p>a</p>", ["a"]),
    ],
)
def test_lines(markup: str, lines: list[str]) -> None:
    assert texts(markup) == lines


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<template><p>x</p></template>",
        "<noscript>x</noscript>",
        "<!-- x -->",
        "<div style='display:none'>x</div>",
        "<DIV STYLE='DISPLAY: NONE'>x</DIV>",
        "<div style='visibility: hidden'>x</div>",
        "<p hidden>x</p>",
        "<dialog>x</dialog>",
        "<textarea>x</textarea>",
        "<select><option>x</select>",
        "<svg><title>x</title></svg>",
        "<style>.gone{color:red}.tpl, p.off {display:none}</style><p class='a tpl'>x</p>",
        "<style>p.off {display: none}</style><p class='off'>x</p>",
        "<style>#box{display:none}</style><div id=box>x</div>",
        "<div id='wm-ipp-base'>x</div>",
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>x</div><!-- END WAYBACK TOOLBAR INSERT -->",
    ],
)
def test_what_no_browser_shows_is_no_line(hidden: str) -> None:
    assert texts(f"<p>before</p>{hidden}<p>after</p>") == ["before", "after"]


@pytest.mark.parametrize(
    "shown",
    [
        "<style>@media print{.x{display:none}}</style><p class=x>x</p>",  # only on paper
        "<style>p.x{display:none}</style><div class=x>x</div>",  # another element
        "<style>.x .y{display:none}</style><p class=y>x</p>",  # no plain rule
        "<dialog open>x</dialog>",
    ],
)
def test_what_a_browser_shows_is_a_line(shown: str) -> None:
    assert texts(shown) == ["x"]


def test_text_after_a_hidden_element_stays() -> None:
    assert texts("<p>a <i style='display:none'>x</i> b</p>") == ["a b"]


def test_gaps_tell_breaks_from_blocks_and_blank_lines() -> None:
    gaps = [line.gap for line in blocks("<div>a<br>b<br><br>c</div><div>d</div>").lines]
    assert gaps == [NEW_BLOCK, SAME_BLOCK, BLANK_LINE, NEW_BLOCK]


def test_a_line_knows_its_place_links_and_runs() -> None:
    (line,) = blocks('<ul><li class=c>See <a href="/x"><b>this</b> page</a> now</li></ul>').lines
    assert [element.tag for element in line.ancestors()] == ["li", "ul", "body", "html"]
    assert line.links() == [("this page", "/x")]
    assert [(text, element.tag) for text, element in line.runs() if element is not None] == [
        ("See", "li"),
        ("this", "b"),
        ("page", "a"),
        ("now", "li"),
    ]


def test_a_picture_knows_the_line_after_it_and_its_unseen_words() -> None:
    found = blocks('<p>a</p><div><img src="/1.jpg" alt="A  mill" title="Mill"></div><p>b</p>')
    (picture,) = found.pictures
    assert (picture.index, picture.words, picture.source) == (1, ("A mill", "Mill"), "/1.jpg")


def test_plain_text_gives_the_same_sequence_without_a_tree() -> None:
    found = blocks_of_text("a\r\n\n b  c \nd")
    assert [(line.text, line.gap) for line in found.lines] == [("a", BLANK_LINE), ("b c", BLANK_LINE), ("d", NEW_BLOCK)]
    assert (found.root, found.lines[0].block) == (None, None)
