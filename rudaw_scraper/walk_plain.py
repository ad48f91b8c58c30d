"""The walks over a page's tree, in Python: XPath finds the texts and attributes, loops put them in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lxml import etree

from rudaw_scraper.text import fold_all
from rudaw_scraper.tree_plain import prune, set_tail, tops
from rudaw_scraper.walk_tables import (
    BLANK_LINE,
    BREAKS,
    INLINE,
    LATER_LINK,
    LATER_PICTURES,
    NEW_BLOCK,
    NOTED,
    PICTURES,
    SAME_BLOCK,
    TELLING,
    PictureAt,
    Piece,
    Runs,
    Sign,
    bits_of,
    words_of,
)

Element = Any  # lxml's; its stubs don't fit the protocol of walk_tables.py
_INLINE_TAGS = frozenset(INLINE)
_BITS = {tag: bits_of(tag) for tag in TELLING}
_MARKED_TAGS = frozenset((*BREAKS, *PICTURES))
# The results of these know their element; the stubs can't tell.
_TEXTS: Any = etree.XPath("//text()")
_STYLES: Any = etree.XPath(
    "//@style[contains(., 'none') or contains(., 'hidden') or contains(., 'collapse') or contains(., 'display')"
    " or contains(., 'NONE') or contains(., 'HIDDEN') or contains(., 'DISPLAY')]"
)
_HIDDEN: Any = etree.XPath("//@hidden")
_IDS: Any = etree.XPath("//@id")
_LATER_LINKS: Any = etree.XPath(f"//a/@href[contains(., '{LATER_LINK}')]")
_LATER_PICTURES: Any = etree.XPath(
    "//img/@src[{}]".format(" or ".join(f"contains(., '{part}')" for part in LATER_PICTURES))
)
_FIRST_ITEM: Any = etree.XPath("(//@itemprop)[1]")
_CLASSES: Any = etree.XPath("//@class")
# Put before the text that follows a void element, so that the element shows in the sequence of texts. To Python this
# "next line" character is white space: it vanishes when a line is folded.
_MARK = "\x85"
_PIXELS = re.compile(r"[\t-\r\x1c- ]*([0-9]{1,3})(?:px)?[\t-\r\x1c- ]*")
_LARGEST_SPACER = 12  # pixels
_SPACER = re.compile("spacer", re.ASCII | re.IGNORECASE)


def signs(
    root: Element,
    classes: set[str],
    ids: set[str],
    prefixes: tuple[str, ...],
    read_style: Callable[[Element], bool] | None = None,
) -> list[Sign]:
    """Do what :func:`rudaw_scraper.walk.signs` does."""
    if read_style is not None:
        for top in tops(root):
            for style in top.iter("style"):
                read_style(style)
    found: list[Sign] = [(str(element.tag), "", element) for top in tops(root) for element in top.iter(*NOTED)]
    for name, values in (("style", _STYLES(root)), ("hidden", _HIDDEN(root))):
        found += ((name, value, value.getparent()) for value in values)
    for value in _CLASSES(root) if classes else ():
        if not classes.isdisjoint(words_of(value)):
            found.append(("class", value, value.getparent()))
    for value in _IDS(root) if ids or prefixes else ():
        if not ids.isdisjoint(words_of(value)) or value.startswith(prefixes):
            found.append(("id", value, value.getparent()))
    for name, values in (("href", _LATER_LINKS(root)), ("src", _LATER_PICTURES(root)), ("itemprop", _FIRST_ITEM(root))):
        found += ((name, value, value.getparent()) for value in values)
    return found


def text_runs(root: Element, displays: dict[Element, bool], hidden: set[Element]) -> Runs:
    """Do what :func:`rudaw_scraper.walk.text_runs` does; takes what is hidden out of the tree, marks line breaks."""
    prune(root, hidden)
    for top in tops(root):
        for element in top.iter(*BREAKS, *PICTURES):
            set_tail(element, _MARK + (element.tail or ""))
    runs: list[list[Piece]] = []
    gaps: list[int] = []
    blocks: list[Element] = []
    pictures: list[PictureAt] = []
    block_of: dict[Element, Element] = {}
    link_of: dict[Element, Element | None] = {}
    telling: dict[Element, int] = {}
    current: Element | None = None
    run: list[Piece] | None = None
    place: tuple[Element, bool] | None = None  # where the text before stands: in or after an element
    gap = NEW_BLOCK
    spaced = False  # white space since the last text; it counts only inside a line
    for text in _TEXTS(root):
        if not text:
            continue
        blank = text.isspace()
        marked = text[0] == _MARK and text.is_tail and text.getparent().tag in _MARKED_TAGS
        if blank and not marked:
            spaced = True
            continue
        element = text.getparent()
        source = element
        if text.is_tail:
            element = element.getparent()
        block = block_of.get(element)
        if block is None:
            block = _note_around(element, displays, block_of, link_of, telling)
        if block is not current:
            current, run = block, None
            gap = max(gap, NEW_BLOCK)
        if marked:
            if source.tag in PICTURES:
                pictures.append((len(runs), source))
            elif run is not None:
                run, gap = None, SAME_BLOCK
            elif gap == SAME_BLOCK:
                gap = BLANK_LINE
            spaced = True
            if blank:
                continue
        if run is None:
            run = []
            runs.append(run)
            gaps.append(gap)
            blocks.append(block)
            gap = SAME_BLOCK
        words = f" {text}" if spaced else str(text)
        if (source, text.is_tail) == place:  # only something hidden stands between this text and the one before
            words = run.pop()[0] + words
        run.append((words, element, link_of[element]))
        place = (source, text.is_tail)
        spaced = False
    for top in tops(root):
        for element in top.iter(*BREAKS, *PICTURES):  # others read the tree, too
            if element.tail is not None and element.tail.startswith(_MARK):
                set_tail(element, element.tail[1:])
    texts = fold_all([run[0][0] if len(run) == 1 else "".join([piece[0] for piece in run]) for run in runs])
    found = [run if len(run) > 1 else run[0][1:] for run in runs]
    return found, texts, gaps, blocks, [telling[block] for block in blocks], pictures


def _note_around(
    element: Element,
    displays: dict[Element, bool],
    block_of: dict[Element, Element],
    link_of: dict[Element, Element | None],
    telling: dict[Element, int],
) -> Element:
    """Note block, link and bits of telling tags around an element and those around it; return the block."""
    path: list[Element] = []
    outer: Element | None = element
    while outer is not None and outer not in block_of:
        path.append(outer)
        outer = outer.getparent()
    for inner in reversed(path):
        parent = inner.getparent()
        shown_as_block = displays.get(inner)
        is_block = shown_as_block or (shown_as_block is None and inner.tag not in _INLINE_TAGS)
        block_of[inner] = inner if is_block or parent is None else block_of[parent]
        link_of[inner] = inner if inner.tag == "a" else None if parent is None else link_of[parent]
        telling[inner] = _BITS.get(str(inner.tag), 0) | (0 if parent is None else telling[parent])
    return block_of[element]


def ancestors(element: Element) -> list[Element]:
    """Do what :func:`rudaw_scraper.walk.ancestors` does."""
    return [element, *element.iterancestors()]


def is_inside(element: Element | None, box: Element) -> bool:
    """Do what :func:`rudaw_scraper.walk.is_inside` does."""
    while element is not None:
        if element is box:
            return True
        element = element.getparent()
    return False


def look_of(element: Element) -> tuple[str, str, str]:
    """Do what :func:`rudaw_scraper.walk.look_of` does."""
    parent = element.getparent()
    return str(element.tag), element.get("class") or "", "" if parent is None else str(parent.tag)


def is_spacer(image: Element) -> bool:
    """Do what :func:`rudaw_scraper.walk.is_spacer` does."""
    sizes = [match for name in ("width", "height") if (match := _PIXELS.fullmatch(image.get(name) or "")) is not None]
    if any(int(size[1]) <= _LARGEST_SPACER for size in sizes):
        return True
    return _SPACER.search((image.get("src") or "").rpartition("/")[2]) is not None
