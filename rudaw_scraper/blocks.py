"""A page as a reader sees it: its visible lines in reading order, each knowing its place in the tree.

A line is what a browser would show as one: blocks, table cells, list items and ``<br>`` end it, inline tags don't.
Plain text gives the same sequence without the tree. Field readers work on this sequence, with the tree as help.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from rudaw_scraper.errors import PageTooLarge
from rudaw_scraper.markup import set_tail, set_text
from rudaw_scraper.text import fold, fold_all

Element = etree._Element

MAX_LINES = 50_000  # far more than any article page; a guard of memory
SAME_BLOCK, NEW_BLOCK, BLANK_LINE = 0, 1, 2  # what separates a line from the one before


class Line:
    """One visible line.

    ``gap`` tells what precedes it: a single ``<br>`` (``SAME_BLOCK``), the edge of a block (``NEW_BLOCK``), or a blank
    line. ``block`` is the innermost block element around it, ``None`` in plain text. ``pieces`` are its text runs
    as in the source (``lxml`` strings that know their element), empty in plain text.
    """

    __slots__ = ("block", "gap", "index", "pieces", "text")

    def __init__(self, index: int, text: str, gap: int, block: Element | None, pieces: list[str]) -> None:
        self.index = index
        self.text = text
        self.gap = gap
        self.block = block
        self.pieces = pieces

    def __repr__(self) -> str:
        return f"Line({self.index}, {self.text!r}, gap={self.gap})"

    def ancestors(self) -> Iterator[Element]:
        """Yield the elements around the line, the innermost block first."""
        if self.block is not None:
            yield self.block
            yield from self.block.iterancestors()

    def runs(self) -> list[tuple[str, Element | None]]:
        """Return the line's text runs as (folded text, innermost element), empty ones left out."""
        if not self.pieces:
            return [(self.text, None)]
        return [(text, holder(piece)) for piece in self.pieces if (text := fold(piece))]

    def links(self) -> list[tuple[str, str]]:
        """Return the line's links as (text, ``href`` as in the source), in order; empty ones left out."""
        found: dict[Element, list[str]] = {}
        for piece in self.pieces:
            element = holder(piece)
            while element is not None:
                if element.tag == "a":
                    found.setdefault(element, []).append(piece)
                    break
                element = element.getparent()
        linked = ((fold("".join(texts)), anchor.get("href") or "") for anchor, texts in found.items())
        return [(text, href) for text, href in linked if text]


@dataclass(slots=True, eq=False)
class Picture:
    """An image and the index of the first line after it."""

    index: int
    element: Element = field(repr=False)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that the page attaches to the picture without showing them: alternative text and title."""
        return tuple(text for name in ("alt", "title") if (text := fold(self.element.get(name) or "")))

    @property
    def source(self) -> str | None:
        """The address as in the page, also where a script would set it later."""
        for name in ("src", "data-src", "data-original", "data-lazy-src"):
            value = (self.element.get(name) or "").strip()
            if value and not value.startswith("data:"):
                return value
        return None


@dataclass(slots=True, eq=False)
class Blocks:
    """The visible lines and the pictures of a page; ``root`` is the parsed tree, ``None`` for plain text."""

    lines: list[Line]
    pictures: list[Picture] = field(default_factory=list)
    root: Element | None = field(default=None, repr=False)


_PICTURES = ("img", "amp-img")
_INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "ins", "kbd", "label", "mark", "meter", "nobr", "o:p", "output", "q", "rb", "rt", "ruby", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "br", "img", "image",
        "picture", "source", "amp-img", "button",
    )
)  # fmt: skip
# Put before the text that follows a void element, so that the element shows in the sequence of texts. To Python this
# "next line" character is white space: it vanishes when a line is folded.
_MARK = "\x85"
_TEXTS: Any = etree.XPath("//text()")  # strings that know their element; the stubs can't tell


def blocks_of_text(text: str) -> Blocks:
    """Return the lines of a plain-text page. Raises :class:`PageTooLarge`."""
    folded = fold_all(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    lines: list[Line] = []
    gap = BLANK_LINE
    for line in folded:
        if line:
            lines.append(Line(len(lines), line, gap, None, []))
            gap = NEW_BLOCK
        else:
            gap = BLANK_LINE
    _check_size(lines)
    return Blocks(lines)


def blocks_of_tree(root: Element, displays: dict[Element, bool]) -> Blocks:
    """Return the visible lines of a tree from which everything invisible was removed.

    ``displays`` holds the elements that their style makes a block (True) or inline (False). Raises
    :class:`PageTooLarge`. Marks line breaks in the tree's text, so a tree is read once.
    """
    _break_preformatted(root)
    _mark_void_elements(root)
    runs, gaps, blocks, pictures = _line_runs(root, displays)
    _check_size(runs)
    texts = fold_all([run[0] if len(run) == 1 else "".join(run) for run in runs])
    lines: list[Line] = []
    renumbered: list[int] = []
    gap = NEW_BLOCK
    for run, text, run_gap, block in zip(runs, texts, gaps, blocks, strict=True):
        renumbered.append(len(lines))
        gap = max(gap, run_gap)
        if text:
            lines.append(Line(len(lines), text, gap, block, run))
            gap = SAME_BLOCK
    renumbered.append(len(lines))
    return Blocks(lines, [Picture(renumbered[index], element) for index, element in pictures], root)


def holder(piece: Any) -> Element | None:
    """Return the element that a text run of a line (an ``lxml`` string) stands in."""
    element: Element | None = piece.getparent()
    return element.getparent() if piece.is_tail and element is not None else element


def _break_preformatted(root: Element) -> None:
    """Put a ``<br>`` at each line end of preformatted text."""
    for pre in root.iter("pre"):
        for element in list(pre.iter()):
            first, *rest = (element.text or "").split("\n")
            if rest:
                set_text(element, first)
                _insert_lines(element, 0, rest)
            parent = element.getparent()
            first, *rest = (element.tail or "").split("\n")
            if rest and element is not pre and parent is not None:
                set_tail(element, first)
                _insert_lines(parent, parent.index(element) + 1, rest)


def _insert_lines(parent: Element, at: int, lines: list[str]) -> None:
    for number, line in enumerate(lines):
        line_break = etree.Element("br")
        set_tail(line_break, line)
        parent.insert(at + number, line_break)


def _mark_void_elements(root: Element) -> None:
    for element in root.iter("br", "hr", *_PICTURES):
        set_tail(element, _MARK + (element.tail or ""))


def _line_runs(
    root: Element, displays: dict[Element, bool]
) -> tuple[list[list[str]], list[int], list[Element], list[tuple[int, Element]]]:
    """Gather the text runs of each line; returns runs, gaps, blocks, and pictures by the line they precede."""
    runs: list[list[str]] = []
    gaps: list[int] = []
    blocks: list[Element] = []
    pictures: list[tuple[int, Element]] = []
    block_of: dict[Element, Element] = {}
    current: Element | None = None
    run: list[str] | None = None
    gap = NEW_BLOCK
    blank: str | None = None  # white space since the last text; it counts only inside a line
    for text in _TEXTS(root):
        if text.isspace() and text[0] != _MARK:
            blank = text
            continue
        element = text.getparent()
        if text.is_tail:
            source, element = element, element.getparent()
        else:
            source = None
        try:
            block = block_of[element]
        except KeyError:
            block = block_of[element] = _block_around(element, displays)
        if block is not current:
            current, run = block, None
            if gap < NEW_BLOCK:
                gap = NEW_BLOCK
        if source is not None and text[0] == _MARK:
            if source.tag in _PICTURES:
                pictures.append((len(runs), source))
            elif run is not None:
                run, gap = None, SAME_BLOCK
            elif gap == SAME_BLOCK:
                gap = BLANK_LINE
            if text.isspace():
                continue
        if run is None:
            run = [text]
            runs.append(run)
            gaps.append(gap)
            blocks.append(block)
            gap = SAME_BLOCK
        else:
            if blank is not None:
                run.append(blank)
            run.append(text)
        blank = None
    return runs, gaps, blocks, pictures


def _block_around(element: Element, displays: dict[Element, bool]) -> Element:
    while (parent := element.getparent()) is not None:
        shown_as_block = displays.get(element)
        if shown_as_block or (shown_as_block is None and element.tag not in _INLINE):
            break
        element = parent
    return element


def _check_size(lines: list[Line] | list[list[str]]) -> None:
    if len(lines) > MAX_LINES:
        raise PageTooLarge(f"the page has {len(lines):,} lines; at most {MAX_LINES:,} are read")
