"""The site-wide list of latest comments ("What You Say"): comments on OTHER articles.

An entry is one or more comments (author, date with a clock time, text cut with "..."), then the headline they
belong to, then a line such as ``| 13 hours ago | (2)``. On the pages of 2015 it holds headlines only.
"""

from __future__ import annotations

import re
from typing import Final

from rudaw_scraper.entries import box_entries, is_name
from rudaw_scraper.entry_words import fill_entries
from rudaw_scraper.labels import Label
from rudaw_scraper.outline import Outline, common_ancestor
from rudaw_scraper.record import LatestComment
from rudaw_scraper.walk_tables import Element

SIDE_ROLE: Final = "latest comments"
_ENDS: Final = (
    Label.ELSEWHERE, Label.FOOTER, Label.YOUR_RUDAW, Label.RELATED, Label.TAGS, Label.MORE_BY_AUTHOR, Label.COMMENTS,
)  # fmt: skip
_COUNT_LINE: Final = re.compile(r"[\s|]*\(\s*\d+\s*\)[\s|]*")
_CUT: Final = ("...", "…")
_MOST_ABOVE: Final = 3  # lines of a comment above its date
_LONGEST_ENTRY: Final = 14  # lines from an entry's first comment to its last line


class SideList:
    """The lines of the list (first, and the one after the last) and what it says."""

    __slots__ = ("comments", "first", "stop")

    def __init__(self, first: int, stop: int, comments: list[LatestComment]) -> None:
        self.first = first
        self.stop = stop
        self.comments = comments


def find_side_list(outline: Outline) -> SideList | None:
    """Return the list of latest comments: below its label, or known by its form where the label is unknown."""
    total = len(outline.lines)
    first = outline.next_label(0, [Label.LATEST_COMMENTS])
    if first < total:
        stop = outline.next_label(first + 1, _ENDS)
        closings = _closings(outline, first, stop)
        stop = closings[-1] + 1 if closings else min(stop, first + 1)
        if stop < total and _COUNT_LINE.fullmatch(outline.lines[stop].text):
            stop += 1
        stop = _with_repeated_headline(outline, stop)
        start = first + 1
    else:
        closings = _closings(outline, 0, total)
        unlabelled = _by_form(outline, closings)
        if unlabelled is None:
            return None
        start, stop = unlabelled
        first = start
    outline.take(range(first, stop), SIDE_ROLE)
    return SideList(first, stop, _entries(outline, start, stop, closings))


def _closings(outline: Outline, start: int, stop: int) -> list[int]:
    """Return the lines that end an entry."""
    marks = outline.marks
    return [i for i in range(start, stop) if marks[i] is not None and _closes_entry(outline, i)]


def _by_form(outline: Outline, closings: list[int]) -> tuple[int, int] | None:
    """Return the lines (first, stop) of a list without a known label: clock times above closing lines."""
    first: int | None = None
    stop = floor = 0
    box: Element | None = None  # holds the first entry, and nothing of the article
    for closing in closings:
        clocked = [
            i
            for i in range(max(floor, closing - _LONGEST_ENTRY), closing)
            if (mark := outline.mark(i)) is not None and mark.clocked and not mark.listed and outline.labels[i] is None
        ]
        if clocked and first is None:
            box = _around(outline, clocked[-1], closing)
        if box is not None:
            clocked = [i for i in clocked if first is not None or outline.lines[i].inside(box)]
        floor = closing + 1
        if not clocked:
            continue
        if first is None:
            first = clocked[0]
            opening = _first_line(outline, box, first)
            if opening < first:
                first = opening
            elif not outline.sure_mark(first).before and first > 0 and is_name(outline.lines[first - 1].text):
                first -= 1
        stop = closing + 1
    return None if first is None else (first, stop)


def _first_line(outline: Outline, box: Element | None, index: int) -> int:
    """Return the first line of the box of an entry that opens a few lines above; else the line itself."""
    first = index
    while box is not None and first > 0 and outline.lines[first - 1].inside(box):
        first -= 1
        if index - first > _MOST_ABOVE:
            return index
    return first


def _around(outline: Outline, first: int, last: int) -> Element | None:
    one, other = outline.lines[first].block, outline.lines[last].block
    return None if one is None or other is None else common_ancestor(one, other)


def _closes_entry(outline: Outline, index: int) -> bool:
    """Tell whether the line ends an entry: a time and a number of comments."""
    mark = outline.mark(index)
    if mark is None:
        return False
    if mark.count is not None:
        return True
    following = outline.lines[index + 1].text if index + 1 < len(outline.lines) else ""
    return not mark.before and _COUNT_LINE.fullmatch(following) is not None


def _with_repeated_headline(outline: Outline, stop: int) -> int:
    """Include the headline that the lists of 2015 print again below the last entry."""
    if stop < len(outline.lines) and stop > 1:
        text = outline.lines[stop].text
        above = (outline.lines[i].text for i in range(max(0, stop - 3), stop))
        if any(each.startswith(text) and 2 * len(text) > len(each) for each in above):
            return stop + 1
    return stop


def _entries(outline: Outline, start: int, stop: int, closings: list[int]) -> list[LatestComment]:
    """Read the comments of each entry, then give them the headline that stands below them."""
    closings = [index for index in closings if start <= index < stop]
    marks = outline.marks
    anchors = [
        index
        for index in range(start, stop)
        if marks[index] is not None and index not in closings and _heads_comment(outline, index)
    ]
    anchors = [index for index in anchors if not _opens_text(outline, index)]
    floors = [start, *(closing + 1 for closing in closings)]
    titles = [_headline_above(outline, closing, floor) for closing, floor in zip(closings, floors, strict=False)]
    boxes = box_entries(outline, anchors, start, frozenset((*closings, *titles)))
    headlines: dict[int, int] = {}  # by the date line of a comment
    entry = 0  # the list's entry that a comment is in; both are in page order
    for box in boxes:
        while entry < len(closings) and closings[entry] < box.anchor:
            entry += 1
        if entry < len(closings):
            box.first, box.last = max(box.first, floors[entry]), min(box.last, titles[entry] - 1)
            headlines[box.anchor] = titles[entry]
    fill_entries(outline, boxes)
    return [
        LatestComment(
            author=box.author,
            date=None,
            datetime=None,
            date_raw=box.mark.raw,
            text=box.text,
            truncated=box.text.endswith(_CUT),
            article_headline=_headline(outline, headlines.get(box.anchor)),
            article_url=_url(outline, headlines.get(box.anchor)),
        )
        for box in boxes
        if box.text is not None
    ]


def _heads_comment(outline: Outline, index: int) -> bool:
    mark = outline.mark(index)
    if mark is None or outline.labels[index] is not None:
        return False
    return mark.clocked or mark.piped or not (mark.before or mark.listed)


def _opens_text(outline: Outline, index: int) -> bool:
    """Tell whether a date is the first word of the text below a name and a time."""
    mark, above = outline.sure_mark(index), outline.mark(index - 1) if index > 0 else None
    if above is None or not (above.clocked or above.piped) or above.listed:
        return False
    return not (mark.clocked or mark.piped or mark.before) and bool(mark.after)


def _headline_above(outline: Outline, closing: int, floor: int) -> int:
    """Return the line of the headline that a closing line belongs to: itself, or the last line of words above it."""
    if outline.sure_mark(closing).before:
        return closing
    above = closing - 1
    while above > floor and (outline.labels[above] is not None or _COUNT_LINE.fullmatch(outline.lines[above].text)):
        above -= 1
    return above


def _headline(outline: Outline, index: int | None) -> str | None:
    if index is None:
        return None
    mark = outline.mark(index)
    return mark.before if mark is not None and mark.before else outline.lines[index].text


def _url(outline: Outline, index: int | None) -> str | None:
    links = outline.lines[index].links() if index is not None else []
    return outline.document.absolute(links[0][1]) if links else None
