"""The share bar in the head of an article: its rows, and the messages in it that no table of words knows."""

from __future__ import annotations

from typing import Final

from rudaw_scraper.captions import has_credit, is_captioned
from rudaw_scraper.labels import Label, label_of, names_network
from rudaw_scraper.outline import Outline, common_ancestor
from rudaw_scraper.walk_tables import Element

_LONGEST_ROW: Final = 80  # characters
_FEW_BUTTONS: Final = 3


def share_row(outline: Outline, index: int) -> Label | None:
    """Return the label of a share bar on one line that begins with its words, the buttons' without a space behind."""
    line = outline.lines[index]
    if not line.is_parted or label_of(line.runs()[0][0]) is not Label.SHARE:
        return None
    if len(line.text) <= _LONGEST_ROW:
        return Label.SHARE
    runs = [run for run, _ in line.runs()]
    buttons = sum(label_of(run) is not None or names_network(run) for run in runs if len(run) <= _LONGEST_ROW)
    return Label.SHARE if 2 * buttons > len(runs) > _FEW_BUTTONS else None


def share_box(outline: Outline, shared: list[int]) -> Element | None:
    """Return the element around the lines of a share bar, if they are several."""
    if len(shared) < 2:
        return None
    first, last = outline.lines[shared[0]].block, outline.lines[shared[-1]].block
    return None if first is None or last is None else common_ancestor(first, last)


def share_messages(
    outline: Outline, left: list[int], shared: list[int], section_at: int | None, stop: int
) -> list[int]:
    """Return the lines of the share bar in words no table knows: in its element, or between it and the section."""
    if not shared:
        return []
    lines = outline.lines
    below = [index for index in left if index > shared[0] and not _goes_with_picture(outline, index)]
    box = share_box(outline, shared) if len(shared) > 1 else lines[shared[0]].block  # a bar's own words, in one line
    if box is not None and stop < len(lines) and lines[stop].inside(box):
        box = None
    return [
        index
        for index in below
        if (section_at is not None and index < section_at) or (box is not None and lines[index].inside(box))
    ]


def _goes_with_picture(outline: Outline, index: int) -> bool:
    edition = outline.document.address.edition.name
    return is_captioned(outline, index) or has_credit(outline.lines[index].text, edition)
