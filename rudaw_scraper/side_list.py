"""The site-wide list of latest comments ("What You Say"): comments on OTHER articles.

An entry is one or more comments (author, date with a clock time, text cut with "..."), then the headline they
belong to, then a line such as ``| 13 hours ago | (2)``. On the pages of 2015 it holds headlines only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rudaw_scraper.labels import Label
from rudaw_scraper.outline import DateMark, Outline
from rudaw_scraper.record import LatestComment

_ENDS = (
    Label.ELSEWHERE, Label.FOOTER, Label.YOUR_RUDAW, Label.RELATED, Label.TAGS, Label.MORE_BY_AUTHOR, Label.COMMENTS,
)  # fmt: skip
_COUNT_LINE = re.compile(r"[\s|]*\(\s*\d+\s*\)[\s|]*")
_LONGEST_NAME = 80  # characters
_CUT = ("...", "…")


@dataclass(frozen=True, slots=True)
class SideList:
    """The lines of the list (first, and the one after the last) and what it says."""

    first: int
    stop: int
    comments: list[LatestComment]


@dataclass(slots=True)
class _Pending:
    author: str | None
    raw: str
    lines: list[int] = field(default_factory=list)


def find_side_list(outline: Outline) -> SideList | None:
    """Return the list of latest comments: below its label, or known by its form where the label is unknown."""
    total = len(outline.lines)
    first = outline.next_label(0, [Label.LATEST_COMMENTS])
    if first < total:
        stop = outline.next_label(first + 1, _ENDS)
        closing = [i for i in range(first, stop) if _closes_entry(outline, i)]
        stop = closing[-1] + 1 if closing else min(stop, first + 1)
        if stop < total and _COUNT_LINE.fullmatch(outline.lines[stop].text):
            stop += 1
        stop = _with_repeated_headline(outline, stop)
        start = first + 1
    else:
        closing = [i for i in range(total) if _closes_entry(outline, i)]
        clocked = [i for i in range(total) if (m := outline.mark(i)) and m.clocked and m.count is None and m.piped]
        openers = [i for i in clocked if closing and i < closing[-1]]
        if not openers:
            return None
        first = start = openers[0]
        stop = closing[-1] + 1
    outline.take(range(first, stop), "latest comments")
    return SideList(first, stop, _entries(outline, start, stop))


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
        if any(outline.lines[i].text.startswith(text) for i in range(max(0, stop - 3), stop)):
            return stop + 1
    return stop


def _entries(outline: Outline, start: int, stop: int) -> list[LatestComment]:
    comments: list[LatestComment] = []
    pending: list[_Pending] = []
    date_last = _date_comes_last(outline, start, stop)
    loose: list[int] = []  # lines since the last header that may be text or a headline
    for index in range(start, stop):
        if outline.labels[index] is not None or _COUNT_LINE.fullmatch(outline.lines[index].text):
            continue
        mark = outline.mark(index)
        if _closes_entry(outline, index) and mark is not None:
            comments += _finish(outline, pending, loose, mark, index)
            pending, loose = [], []
        elif mark is not None and (mark.clocked or mark.piped or not mark.before):
            author = mark.before or None
            if author is None and loose and len(outline.lines[loose[-1]].text) <= _LONGEST_NAME:
                author = outline.lines[loose.pop()].text
            if pending and not date_last:
                pending[-1].lines += loose
            pending.append(_Pending(author, mark.raw, loose if date_last else []))
            loose = []
        else:
            loose.append(index)
    return comments


def _date_comes_last(outline: Outline, start: int, stop: int) -> bool:
    """Tell whether author and date stand below the text: the first date with a clock time follows running text."""
    for index in range(start, stop):
        mark = outline.mark(index)
        if mark is not None and mark.clocked:
            above = [i for i in range(start, index) if outline.labels[i] is None]
            return any(len(outline.lines[i].text) > _LONGEST_NAME for i in above) or len(above) > 1
    return False


def _finish(
    outline: Outline, pending: list[_Pending], loose: list[int], mark: DateMark, index: int
) -> list[LatestComment]:
    """Close an entry: its headline is on the closing line or on the last line before it."""
    headline_at = index if mark.before else loose.pop() if loose else None
    if pending and not pending[-1].lines:
        pending[-1].lines += loose
    headline, url = None, None
    if headline_at is not None:
        headline = mark.before or outline.lines[headline_at].text
        links = outline.lines[headline_at].links()
        url = outline.document.absolute(links[0][1]) if links else None
    found: list[LatestComment] = []
    for comment in pending:
        text = "\n".join(outline.lines[i].text for i in comment.lines) or None
        if text is None:
            continue
        found.append(
            LatestComment(
                author=comment.author,
                date=None,
                datetime=None,
                date_raw=comment.raw,
                text=text,
                truncated=text.endswith(_CUT),
                article_headline=headline,
                article_url=url,
            )
        )
    return found
