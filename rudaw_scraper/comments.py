"""Readers' comments, whatever their markup: an author, a date and a text that repeat.

The dates are the anchors. Each comment's lines are those of the largest box that holds its date and no other
comment's; where there are no boxes, or only flat ones, the order of name, date and text decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rudaw_scraper.entries import LONGEST_NAME, box_entries, fill_entries, is_name
from rudaw_scraper.labels import Label
from rudaw_scraper.outline import Outline
from rudaw_scraper.record import Comment

_LISTS = (Label.RELATED, Label.MORE_BY_AUTHOR, Label.ELSEWHERE)


def find_comments(outline: Outline, start: int, skipped: Iterable[range]) -> tuple[list[Comment], int | None]:
    """Return the comments below line ``start`` and the first line they take (``None`` without comments).

    ``skipped`` are ranges of lines that are known to be something else (the list of latest comments).
    """
    entries = box_entries(outline, _anchors(outline, start, tuple(skipped)), start)
    fill_entries(outline, entries)
    comments: list[Comment] = []
    answerable: list[tuple[int, int]] = []  # (depth, position) of the comments that a reply can belong to
    for entry in entries:
        outline.take(range(entry.first, entry.last + 1), "comment")
        if entry.text is None:
            continue
        depth = _depth(outline, entry.anchor)
        while answerable and answerable[-1][0] >= depth:
            answerable.pop()
        reply_to = answerable[-1][1] if answerable else None
        position = len(comments) + 1
        answerable.append((depth, position))
        comments.append(Comment(position, entry.author, None, None, entry.mark.raw, entry.text, reply_to))
    return comments, entries[0].first if entries else None


def _anchors(outline: Outline, start: int, skipped: tuple[range, ...]) -> list[int]:
    """Return the lines that carry a comment's date: alike in markup, and not in a list of articles."""
    skipped = (*skipped, *_article_lists(outline, start))
    announced = outline.next_label(start, [Label.COMMENTS])
    found: list[int] = []
    for index in range(start, len(outline.lines)):
        if outline.labels[index] is not None:
            continue
        mark = outline.mark(index)
        if mark is None or mark.listed or len(mark.before) > LONGEST_NAME:
            continue
        if any(index in span for span in skipped):
            continue
        if not mark.piped and not is_name(mark.before or mark.after or "-"):
            continue
        if mark.piped or not mark.before or index > announced or outline.lines[index].block is not None:
            found.append(index)
    kinds = Counter(_kind(outline, index) for index in found)
    if not kinds:
        return []
    most = max(kinds.values())
    chosen = next(kind for kind in kinds if kinds[kind] == most)
    nameless = ("bare", chosen[1])  # a comment without a name among named ones
    return [index for index in found if _kind(outline, index) in (chosen, nameless)]


def _kind(outline: Outline, index: int) -> tuple[str, str]:
    """Return what the date lines of one list share: their form, and the inline element that holds the date."""
    mark = outline.sure_mark(index)
    form = "piped" if mark.piped else "bare" if not mark.before and not mark.after else "named"
    line = outline.lines[index]
    for text, element in line.runs():
        if mark.raw in text and element is not None and element is not line.block:
            return form, str(element.tag)
    return form, ""


def _article_lists(outline: Outline, start: int) -> list[range]:
    """Return the ranges of lines that list other articles, each from its label to the next label."""
    ranges: list[range] = []
    at = outline.next_label(start, _LISTS)
    while at < len(outline.lines):
        stop = outline.next_label(at + 1)
        for index in range(at + 1, stop):
            line = outline.lines[index]
            if line.block is not None and not line.links() and outline.labels[at] is Label.RELATED:
                stop = index
                break
        ranges.append(range(at, stop))
        at = outline.next_label(max(stop, at + 1), _LISTS)
    return ranges


def _depth(outline: Outline, anchor: int) -> int:
    block = outline.lines[anchor].block
    return 0 if block is None else sum(1 for _ in block.iterancestors())
