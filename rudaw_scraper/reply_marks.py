"""How far in each comment of a list is set: by the elements around it, or in a flat list by its margin or class."""

from __future__ import annotations

import re
from typing import Final

from rudaw_scraper.outline import Outline, common_ancestor
from rudaw_scraper.walk import ancestors
from rudaw_scraper.walk_tables import Element

Depth = tuple[int, float]  # elements around a comment, and how far a flat list sets it in

_LIST: Final = 2  # comments at least
_MARGIN: Final = re.compile(r"(?:margin|padding)-(?:left|right|inline-start)\s*:\s*(\d+(?:\.\d+)?)", re.IGNORECASE)
_LEVEL: Final = re.compile(r"(?<!user[-_])(?<!rank[-_])(?:depth|level|lvl|indent)[-_]?(\d)(?!\d)", re.IGNORECASE)
_REPLY: Final = re.compile(  # but "has-replies" is what others answer to
    r"(?!(?:.*[-_])?(?:has|with|no|can|allow)[-_])"
    r"(?:.*[-_])?(?:reply|replies|child|children|answer|nested|sub-?comment|isreply)(?:[-_].*)?",
    re.IGNORECASE,
)


def depths(outline: Outline, anchors: list[int]) -> list[Depth]:
    """Return for each comment, told by its date line, how far in it is set; equal depths stand side by side."""
    lines = outline.lines
    blocks = [block for anchor in anchors if (block := lines[anchor].block) is not None]
    if len(blocks) < len(anchors):
        return [(0, 0.0)] * len(anchors)
    around = [len(ancestors(block)) for block in blocks]
    if len(anchors) < _LIST or min(around) < max(around):
        return [(depth, 0.0) for depth in around]
    home = common_ancestor(blocks[0], blocks[-1])
    marks = [_set_in(block, home) for block in blocks]
    first = marks[0]  # the first comment answers none: what it has, all have
    return [(depth, max(0.0, mark - first)) for depth, mark in zip(around, marks, strict=True)]


def _set_in(block: Element, home: Element | None) -> float:
    """Return how far the elements from a comment's date up to its list set it in, or say that it is a reply."""
    mark = 0.0
    element: Element | None = block
    while element is not None and element is not home:
        style, classes = element.get("style"), element.get("class")
        if style and (margin := _MARGIN.search(style)) is not None:
            mark = max(mark, float(margin[1]))
        elif classes:
            mark = max(mark, _of_classes(classes))
        element = element.getparent()
    return mark


def _of_classes(classes: str) -> float:
    level = _LEVEL.search(classes)
    if level is not None:
        return float(level[1])
    return 1.0 if any(_REPLY.fullmatch(name) for name in classes.split()) else 0.0
