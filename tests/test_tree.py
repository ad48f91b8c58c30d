"""The compiled tree of a page is the one that lxml gives, and its elements answer as lxml's do."""

from __future__ import annotations

import gc
import random
import subprocess
import sys
import threading
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rudaw_scraper import tree, tree_plain
from tests.pages.render import render
from tests.pages.store import load_all
from tests.pages.style import NAMED, random_style
from tests.small_site import ROOT

try:
    from rudaw_scraper import _tree, _tree_edits
except ImportError:  # on a machine without a compiler
    _tree = _tree_edits = None  # type: ignore[assignment]

needs_compiled = pytest.mark.skipif(_tree is None, reason="the compiled tree is not built here (no C compiler)")
both_trees = pytest.mark.parametrize(
    ("trees", "edits"),
    [(tree_plain, tree_plain)] + ([] if _tree is None else [(_tree, _tree_edits)]),
    ids=lambda module: module.__name__.rpartition(".")[2],
)
ATTRIBUTES = (
    "class", "id", "href", "src", "style", "hidden", "checked", "selected", "content", "a:b", "lang", "width", "onclick"
)  # fmt: skip


def described(root: Any) -> list[tuple[Any, ...]]:
    """All that a tree says, in page order."""
    return [
        (
            element.tag,
            None if (parent := element.getparent()) is None else parent.tag,
            element.text or "",
            element.tail or "",
            [element.get(name) for name in ATTRIBUTES],
        )
        for top in tree.tops(root)
        for element in top.iter()
    ]


def same(content: bytes) -> None:
    content = content.decode("utf-8", "replace").encode()  # as all pages are when they are parsed
    (root, cut_off), (expected, expected_cut_off) = _tree.parse(content), tree_plain.parse(content)
    assert cut_off == expected_cut_off
    assert (root is None) == (expected is None)
    if root is not None and not cut_off:
        assert described(root) == described(expected)


@needs_compiled
def test_pages_in_all_styles() -> None:
    for seed, content in enumerate(load_all()):
        for style in (*NAMED, random_style(seed)):
            same(render(content, style).content)


PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<b>", "</i>", "<a href=x>",
    "</body>", "</html>", "<html lang=x>", "<body class=z>", "<head>", "<title>", "</title>", "<script>", "</script>",
    "<style>", "<!--", "-->", "<![CDATA[", "]]>", "<?pi", "&amp;", "&nbsp", "&#x41;", "&bogus;", "&#0;", "\0", "\r\n",
    "\r", "\ufeff", "<li>", "<ul>", "<option selected>", "<select>", "<textarea>", "<plaintext>", "<xmp>", "<o:p>",
    "<weird-tag a:b=1>", "<!DOCTYPE html>", "<svg>", "<br/>", "<img src=a width=1>", "<dt>", "<dd>", "<h1>",
    "</h2>", " ", "\n", "x", "word ", "<form>", "<frameset>", "<noscript>", "<input checked>",
    "<p class='a' class='b'>",
    "<", ">", '"', "'", "=", "/", "<1>", "</>", "<a b", "\u200f", "ە", "<p onclick='a&lt;b' hidden>",
)  # fmt: skip


@needs_compiled
@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_markup(pieces: list[str]) -> None:
    same("".join(pieces).encode())


@needs_compiled
def test_damaged_pages() -> None:
    pages = [page.read_bytes() for page in sorted((ROOT / "fixtures" / "site").rglob("*.html"))]
    chance = random.Random(20_260)
    for number in range(400):
        page = bytearray(pages[number % len(pages)])
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(page))
            kind = chance.randrange(3)
            if kind == 0:
                del page[at : at + chance.randint(1, 60)]
            elif kind == 1:
                page[at:at] = chance.choice(PIECES).encode()
            else:
                page[at] = chance.randrange(256)
        same(bytes(page))


@needs_compiled
def test_the_limit_of_depth() -> None:
    for depth in (2_045, 2_046, 2_047, 2_048, 3_000):
        same(b"<div>" * depth + b"x" * 7_000)
        same(b"<body>" + b"<b>" * depth + b"<p>" + b"x" * 7_000)
    assert [_tree.parse(b"<div>" * depth)[1] for depth in (2_046, 2_047)] == [False, True]


@both_trees
def test_no_markup_has_no_tree(trees: ModuleType, edits: ModuleType) -> None:
    assert [trees.parse(page) for page in (b"", b"  ", b"<!-- c -->", b"<?pi x?>")] == [(None, False)] * 4


@needs_compiled
def test_a_text_that_comes_in_many_parts() -> None:
    for size in (1_000, 30_000, 200_000):
        same(b"<p>" + b"a&amp;b<!-- c -->\r\n" * size + b"<b>z</b>" + b"&lt;" * 10)


@both_trees
def test_elements(trees: ModuleType, edits: ModuleType) -> None:
    page = "<body>a<p id=p Class=\"x  y\" data-é='1'>b<b>c</b>d<!-- e -->f<i></i></p>g<o:q>h</o:q></body></html>i"
    root, _ = trees.parse(page.encode())
    body, first, bold, italic, other = (next(root.iter(tag)) for tag in ("body", "p", "b", "i", "o:q"))
    assert [element.tag for element in root.iter()] == ["html", "body", "p", "b", "i", "o:q"]
    assert [element.tag for element in root.iter("*")] == ["html", "body", "p", "b", "i", "o:q"]
    assert [element.tag for element in first.iter("i", "p", "b")] == ["p", "b", "i"]
    assert [element.tag for element in body] == ["p", "o:q"]
    assert [element.tag for element in bold.iterancestors()] == ["p", "body", "html"]
    assert [element.tag for element in bold.iterancestors("html", "body")] == ["body", "html"]
    assert (first.text, first.tail, bold.text, bold.tail, italic.text, italic.tail) == ("b", "g", "c", "df", None, None)
    assert "".join(first.itertext()) == "bcdf"
    assert (first.get("class"), first.get("Class"), first.get("id", ""), first.get("name", "none")) == (
        "x  y", None, "p", "none",
    )  # fmt: skip
    assert first.get("data-é") == "1"
    assert (root.getparent(), first.getparent(), first.getnext(), bold.getnext()) == (None, body, other, italic)
    assert [(top.tag, top.text) for top in tree.tops(root)] == [("html", None), ("html", "i")]


@both_trees
def test_there_is_one_object_for_an_element(trees: ModuleType, edits: ModuleType) -> None:
    root, _ = trees.parse(b"<p>a<b>c</b>")
    bold = next(root.iter("b"))
    assert next(root.iter("b")) is bold
    assert {bold: 1}[next(root.iter("b"))] == 1
    assert list(bold.iterancestors())[-1] is root


@both_trees
def test_an_element_keeps_its_tree(trees: ModuleType, edits: ModuleType) -> None:
    bold = next(trees.parse(b"<p>a<b>" + b"c" * 100_000 + b"</b>")[0].iter("b"))
    others = [trees.parse(b"<p>d<i>" + b"e" * 100_000)[0] for _ in range(20)]
    gc.collect()
    assert bold.text == "c" * 100_000
    assert [element.tag for element in bold.iterancestors()] == ["p", "body", "html"]
    assert len(others) == 20


@needs_compiled
def test_elements_are_made_by_the_parser_alone() -> None:
    for made in (_tree.Element, lambda: _tree.Element.__new__(_tree.Element), type(_tree.parse(b"<p>")[0])):
        with pytest.raises(TypeError):
            made()


@needs_compiled
def test_trees_are_freed() -> None:
    page = b"<body>" + b"<p class=x>a &amp; <b>c</b> d" * 20_000
    gc.collect()

    def kilobytes() -> int:
        with open("/proc/self/statm") as file:  # noqa: PTH123
            return int(file.read().split()[1]) * 4

    if not sys.platform.startswith("linux"):
        pytest.skip("its memory is read from the Linux kernel")
    for _ in range(3):
        root = _tree.parse(page)[0]
        list(root.iter())
    before = kilobytes()
    for _ in range(40):
        root = _tree.parse(page)[0]
        assert sum(1 for _ in root.iter("b")) == 20_000
    assert kilobytes() - before < 10_000  # a tree takes more than 8,000


@both_trees
def test_several_threads(trees: ModuleType, edits: ModuleType) -> None:
    pages = [f"<body class=b{n}>" + "".join(f"<p id=x{n}>{n}-{i}<tag{n}>" for i in range(300)) for n in range(8)]
    expected = [described(tree_plain.parse(page.encode())[0]) for page in pages]
    wrong: list[int] = []

    def read(number: int) -> None:
        for _ in range(20):
            if described(trees.parse(pages[number].encode())[0]) != expected[number]:
                wrong.append(number)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@both_trees
def test_names_never_met_before(trees: ModuleType, edits: ModuleType) -> None:
    """The parser keeps names it has met; it is made anew before they are many."""
    for number in range(600):
        root, _ = trees.parse(f"<made{number} att{number}=v{number}>x<div class=c{number}>".encode())
        made = next(root.iter(f"made{number}"))
        assert (made.get(f"att{number}"), next(made.iter("div")).get("class")) == (f"v{number}", f"c{number}")


@pytest.mark.parametrize(
    "absence",
    [
        "ctypes.CDLL = lambda path: object()",  # its functions are not offered
        "etree.__file__ = '/nowhere/etree.so'",
        "del etree.__file__",
    ],
)
def test_an_lxml_without_the_functions(absence: str) -> None:
    program = f"""import ctypes; from lxml import etree; {absence}
from rudaw_scraper import tree, tree_plain, walk, walk_plain
assert not walk.COMPILED and walk.ancestors is walk_plain.ancestors
assert tree.parse is tree_plain.parse and tree.prune is tree_plain.prune and tree.markup_of is tree_plain.markup_of
print(walk.text_runs(tree.parse(b"<p>read")[0], {{}}, set())[1])"""
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert answer.stdout == "['read']\n"


HIDDEN = "<body>a<p>b<i class=h>c</i>d<b>e</b></p><script>f</script>g<div class=h>h</div><svg><p>i</p></svg>j</body>"


@both_trees
def test_what_is_not_shown_is_taken_out(trees: ModuleType, edits: ModuleType) -> None:
    root, _ = trees.parse((HIDDEN + "</html><div><style>k</style>l</div>").encode())
    edits.prune(root, {element for element in root.iter() if element.get("class") == "h"})
    tags = [element.tag for top in tree.tops(root) for element in top.iter()]
    assert tags == ["html", "body", "p", "b", "html", "div"]
    assert ["".join(top.itertext()) for top in tree.tops(root)] == ["abdegj", "l"]
    assert next(root.iter("p")).text == "bd"


@both_trees
def test_preformatted_lines_are_broken(trees: ModuleType, edits: ModuleType) -> None:
    root, _ = trees.parse(b"<body>\n<pre>a\nb<b>c\n\nd</b>\n<i>e</i>f</pre>\ng")
    edits.break_preformatted(next(root.iter("pre")))
    shape = [(element.tag, element.text or "", element.tail or "") for element in next(root.iter("pre")).iter()]
    assert shape == [
        ("pre", "a", "\ng"), ("br", "", "b"), ("b", "c", ""), ("br", "", ""), ("br", "", "d"), ("br", "", ""),
        ("i", "e", "f"),
    ]  # fmt: skip


@both_trees
def test_the_markup_of_an_element(trees: ModuleType, edits: ModuleType) -> None:
    page = (
        '<body class="a&quot;b"><p id=gone>x<b>y</b></p>tail &amp; &lt;i&gt; "q" é<br><table><tr><td>1<td>2</table>'
        "<script>a < b && c</script><o:p hidden>z</o:p><img alt='&lt;'></body>"
    )
    root, _ = trees.parse(page.encode())
    emptied, divisions = set(root.iter("p")), set(root.iter("table", "tr", "td"))
    before = described(root)
    written = edits.markup_of(root, emptied, divisions)
    assert described(root) == before
    again = described(tree_plain.parse(written.encode())[0])
    assert again == [
        (*row[:2], *(("", *row[3:4], [None] * len(ATTRIBUTES)) if row[0] == "p" else row[2:]))
        for row in (
            tuple("div" if value in ("table", "tr", "td") else value for value in row[:2]) + row[2:]
            for row in before
            if row[0] != "b"
        )
    ]


@needs_compiled
def test_the_markup_of_an_element_reads_the_same() -> None:
    names = (
        "area", "base", "col", "embed", "frame", "hr", "iframe", "input", "isindex", "li", "p", "source", "td",
        "track", "wbr", "xmp",
    )  # fmt: skip
    for content in (
        '<plaintext>"a" &lt;b',
        *(f'<body>a<{name}>"b" &lt;c</{name}>d<{name}></{name}>e' for name in names),
    ):
        written = [
            edits.markup_of(trees.parse(content.encode())[0], set(), set())
            for trees, edits in ((_tree, _tree_edits), (tree_plain, tree_plain))
        ]
        assert written[0] == written[1]


@needs_compiled
@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from((*PIECES, "<pre>", "</pre>", "<i hidden>", "\nline\n")), max_size=30))
def test_changes_are_the_same_on_any_markup(pieces: list[str]) -> None:
    content = ("<body>" + "".join(pieces)).encode()
    told = []
    for trees, edits in ((_tree, _tree_edits), (tree_plain, tree_plain)):
        root, _ = trees.parse(content)
        for pre in list(root.iter("pre")):
            edits.break_preformatted(pre)
        edits.prune(root, {element for element in root.iter("i") if element.get("hidden") is not None})
        told.append((described(root), described(tree_plain.parse(edits.markup_of(root, set(), set()).encode())[0])))
    assert told[0] == told[1]
