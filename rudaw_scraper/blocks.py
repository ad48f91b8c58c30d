"""A page as a reader sees it: its visible lines in reading order, each knowing its place in the tree.

A line is what a browser would show as one: blocks, table cells, list items and ``<br>`` end it, inline tags don't.
Plain text gives the same sequence without the tree. Field readers work on this sequence, with the tree as help.
"""

from __future__ import annotations

from typing import Final

from rudaw_scraper.errors import PageTooLarge
from rudaw_scraper.letters import fold, letters_key
from rudaw_scraper.markup import Markup
from rudaw_scraper.text import fold_all
from rudaw_scraper.tree import break_preformatted
from rudaw_scraper.walk import ancestors, is_inside, is_spacer, text_runs
from rudaw_scraper.walk_tables import BLANK_LINE, NEW_BLOCK, SAME_BLOCK, Element, Only, Piece

MAX_LINES: Final = 50_000  # far more than any article page; a guard of memory
_BAR: Final = "|"  # alone on its line between name and date, or between links, where each is a block of its own
_LATER_SOURCES: Final = ("data-src", "data-original", "data-lazy-src")  # of a picture, for a script


class Line:
    """One visible line.

    ``gap`` tells what precedes it: a single ``<br>`` (``SAME_BLOCK``), the edge of a block (``NEW_BLOCK``), or a blank
    line. ``block`` is the innermost block element around it, ``None`` in plain text; ``around`` are the bits of the
    telling tags (:data:`~rudaw_scraper.walk_tables.TELLING`) among it and those around it.
    """

    __slots__ = ("_links", "_pieces", "_runs", "around", "block", "gap", "index", "text")

    def __init__(
        self, index: int, text: str, gap: int, block: Element | None, pieces: list[Piece] | Only, around: int = 0
    ) -> None:
        self.index = index
        self.text = text
        self.gap = gap
        self.block = block
        self._pieces = pieces
        self.around = around
        self._runs: list[tuple[str, Element | None]] | None = None
        self._links: list[tuple[str, str]] | None = None

    def at(self, index: int) -> Line:
        """Return the line as one of another number."""
        return Line(index, self.text, self.gap, self.block, self._pieces, self.around)

    def __repr__(self) -> str:
        return f"Line({self.index}, {self.text!r}, gap={self.gap})"

    @property
    def is_parted(self) -> bool:
        """Whether the line has several text runs."""
        return isinstance(self._pieces, list) and bool(self._pieces)

    @property
    def pieces(self) -> list[Piece]:
        """The text runs with the innermost element and link around each; empty in plain text."""
        if isinstance(self._pieces, list):
            return self._pieces
        element, link = self._pieces
        return [(self.text, element, link)]

    def ancestors(self) -> list[Element]:
        """Return the elements around the line, the innermost block first; none in plain text."""
        return [] if self.block is None else ancestors(self.block)

    def inside(self, element: Element) -> bool:
        """Tell whether the line stands in an element."""
        return is_inside(self.block, element)

    def runs(self) -> list[tuple[str, Element | None]]:
        """Return the line's text runs as (folded text, innermost element), empty ones left out."""
        if self._runs is None:
            runs: list[tuple[str, Element | None]] = [
                (text, element) for piece, element, _ in self.pieces if (text := fold(piece))
            ]
            self._runs = runs or [(self.text, None)]
        return self._runs

    def links(self) -> list[tuple[str, str]]:
        """Return the line's links as (text, ``href`` as in the source), in order; empty ones left out."""
        if self._links is not None:
            return self._links
        if not isinstance(self._pieces, list) and self._pieces[1] is None:  # as most lines
            self._links = []
            return self._links
        found: dict[Element, list[str]] = {}
        for text, _, link in self.pieces:
            if link is not None:
                found.setdefault(link, []).append(text)
        linked = ((fold("".join(texts)), link.get("href") or "") for link, texts in found.items())
        self._links = [(text, href) for text, href in linked if text]
        return self._links


def leads_nowhere(href: str) -> bool:
    """Tell whether a link stays on the page, as those of buttons do."""
    return href[:1] in ("", "#") or href.startswith("javascript:")


class Picture:
    """An image and the index of the first line after it."""

    __slots__ = ("_keys", "_words", "element", "index")

    def __init__(self, index: int, element: Element) -> None:
        self.index = index
        self.element = element
        self._words: tuple[str, ...] | None = None
        self._keys: tuple[str, ...] | None = None

    def at(self, index: int) -> Picture:
        """Return the picture as one before another line."""
        return Picture(index, self.element)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that the page attaches to the picture without showing them: alternative text and title."""
        if self._words is None:
            self._words = tuple(text for name in ("alt", "title") if (text := fold(self.element.get(name) or "")))
        return self._words

    @property
    def keys(self) -> tuple[str, ...]:
        """The letters' keys of these words."""
        if self._keys is None:
            self._keys = tuple([letters_key(words) for words in self.words])
        return self._keys

    @property
    def source(self) -> str | None:
        """The address as in the page, also where a script would set it later."""
        for name in ("src", *_LATER_SOURCES):
            value = (self.element.get(name) or "").strip()
            if value and not value.startswith("data:"):
                return value
        return None


class Blocks:
    """The visible lines and the pictures of a page; ``root`` is the parsed tree, ``None`` for plain text.

    ``below_pictures`` holds the index of the line after each picture, in order.
    """

    __slots__ = ("below_pictures", "lines", "pictures", "root")

    def __init__(self, lines: list[Line], pictures: list[Picture], root: Element | None) -> None:
        self.lines = lines
        self.pictures = pictures
        self.root = root
        self.below_pictures = [picture.index for picture in pictures]


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
    return Blocks(lines, [], None)


def blocks_of_tree(markup: Markup) -> Blocks:
    """Return the visible lines of a page. Raises :class:`PageTooLarge`. May mark line breaks in the tree's text."""
    for pre in markup.preformatted:
        break_preformatted(pre)
    runs, texts, gaps, blocks, arounds, pictures = text_runs(markup.root, markup.displays, markup.hidden)
    _check_size(texts)
    lines: list[Line] = []
    renumbered: list[int] = []
    gap = NEW_BLOCK
    number = 0
    for run, text, run_gap, block, around in zip(runs, texts, gaps, blocks, arounds, strict=True):
        renumbered.append(number)
        if run_gap > gap:
            gap = run_gap
        if text and text != _BAR:
            lines.append(Line(number, text, gap, block, run, around))
            number += 1
            gap = SAME_BLOCK
    renumbered.append(number)
    kept = [(at, image) for at, image in pictures if not is_spacer(image) or _loads_later(image)]
    shown = [Picture(renumbered[at], image) for at, image in kept]
    return Blocks(lines, shown, markup.root)


def _loads_later(image: Element) -> bool:
    """Tell whether a script puts a picture in the place of a spacer."""
    return any(image.get(name) for name in _LATER_SOURCES)


def _check_size(lines: list[Line] | list[str]) -> None:
    if len(lines) > MAX_LINES:
        raise PageTooLarge(f"the page has {len(lines):,} lines; at most {MAX_LINES:,} are read")
