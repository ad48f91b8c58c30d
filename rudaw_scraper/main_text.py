"""Where the running text of a page stands: the element that holds most of its sentences, and its lines."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from rudaw_scraper.captions import has_credit, is_captioned
from rudaw_scraper.datelines import own_line_dateline
from rudaw_scraper.outline import Outline, is_linked, is_sentence, look_of
from rudaw_scraper.walk_tables import Element

_BOX_REACH: Final = 6  # lines below a place line in which a box can part it from the text
_MOST: Final = 0.8  # share of the sentences, by length, that the element around the text holds at least


def main_lines(outline: Outline, start: int, stop: int) -> range | None:
    """Return the lines, within the given ones, of the smallest element that holds most of the sentences there.

    In plain text these are the lines from the first sentence to the last. ``None`` if there is no sentence.
    """
    lines = outline.lines
    told = [index for index in range(start, stop) if _tells(outline, index)]
    if not told:
        return None
    if lines[told[0]].block is None:
        return range(told[0], told[-1] + 1)
    around = _container(outline, told)
    inside = [index for index in told if lines[index].inside(around)]
    first, last = inside[0], inside[-1]
    while first > start and lines[first - 1].inside(around):
        first -= 1
    while last + 1 < stop and lines[last + 1].inside(around):
        last += 1
    return range(first, last + 1)


def text_start(outline: Outline, start: int, stop: int) -> int:
    """Return the line at which the running text begins: its first sentence, or the place line just above it."""
    edition = outline.document.address.edition.name
    for index in range(start, stop):
        if own_line_dateline(outline.lines[index].text, edition) is not None and index + 1 < stop:
            if _begins(outline, index + 1) or (index + 2 < stop and _begins(outline, index + 2)):
                return index
            if _opens_below_box(outline, index, min(stop, index + _BOX_REACH)):
                return index
        elif _begins(outline, index):
            return index
    return stop


def _opens_below_box(outline: Outline, dateline_at: int, stop: int) -> bool:
    """Tell whether a sentence set as the place line follows it, with a box between."""
    look = look_of(outline.lines[dateline_at])
    below = range(dateline_at + 1, stop)
    return look is not None and any(look_of(outline.lines[at]) == look and _begins(outline, at) for at in below)


def first_sentence(outline: Outline, start: int, stop: int) -> int:
    """Return the first line of running text that is no caption; ``stop`` if there is none."""
    return next((index for index in range(start, stop) if _begins(outline, index)), stop)


def _begins(outline: Outline, index: int) -> bool:
    return _tells(outline, index) and not is_captioned(outline, index)


def _tells(outline: Outline, index: int) -> bool:
    """Tell whether a line is running text, not a label, a link or a caption with its credit."""
    if outline.labels[index] is not None:
        return False
    line = outline.lines[index]
    if not is_sentence(line.text) or is_linked(line):
        return False
    return not has_credit(line.text, outline.document.address.edition.name)


def _container(outline: Outline, told: list[int]) -> Element:
    """Go down from the page's body while one child holds most of the sentences."""
    lines = outline.lines
    mass: defaultdict[Element, int] = defaultdict(int)
    children: defaultdict[Element, set[Element]] = defaultdict(set)
    blocks: set[Element] = set()
    top: Element | None = None
    for index in told:
        inner: Element | None = None
        for element in lines[index].ancestors():
            mass[element] += len(lines[index].text)
            if inner is None:
                blocks.add(element)
            else:
                children[element].add(inner)
            inner = element
        top = inner
    assert top is not None  # every line of a tree has a block
    around = top
    while children[around]:
        best = max(children[around], key=lambda child: mass[child])
        if mass[best] < _MOST * mass[around]:
            break
        around = best
    parent = around.getparent()
    alone = around in blocks and sum(around is lines[index].block for index in told) == 1
    return parent if alone and parent is not None and parent.tag not in ("body", "html") else around
