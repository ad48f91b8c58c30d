"""Readers' comments, whatever their markup: an author, a date and a text that repeat.

The dates are the anchors. Each comment's lines are those of the largest box that holds its date and no other
comment's; where there are no boxes, or only flat ones, the order of name, date and text decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rudaw_scraper.blocks import BLANK_LINE, Element
from rudaw_scraper.labels import Label, labelled
from rudaw_scraper.outline import SENTENCE_END, DateMark, Outline
from rudaw_scraper.record import Comment

_LONGEST_NAME = 100  # characters
_WITHIN = frozenset({Label.COMMENT_ACTION, Label.PUBLISHED})  # labels that can stand inside a comment
_LISTS = (Label.RELATED, Label.MORE_BY_AUTHOR, Label.ELSEWHERE)
_LEAD_INS = ("posted by ", "comment by ", "written by ", "by ")
_SPEECH = (" says:", " said:", " wrote:", " says", " wrote")


@dataclass(slots=True)
class _Item:
    """A comment in the making: its date line, and the first and last line of its box."""

    anchor: int
    mark: DateMark
    first: int
    last: int
    boxed: bool
    depth: int
    text: list[int] = field(default_factory=list)
    inline: str = ""


def find_comments(outline: Outline, start: int, skipped: Iterable[range]) -> tuple[list[Comment], int | None]:
    """Return the comments below line ``start`` and the first line they take (``None`` without comments).

    ``skipped`` are ranges of lines that are known to be something else (the list of latest comments).
    """
    anchors = _anchors(outline, start, tuple(skipped))
    if not anchors:
        return [], None
    items = _items(outline, anchors, start)
    comments: list[Comment] = []
    places: list[tuple[int, int]] = []  # (depth, position) of the comments that a reply can belong to
    for item in items:
        author = _author(outline, item)
        text = _text(outline, item)
        outline.take(range(item.first, item.last + 1), "comment")
        if not text:
            continue
        while places and places[-1][0] >= item.depth:
            places.pop()
        position = len(comments) + 1
        reply_to = places[-1][1] if places else None
        places.append((item.depth, position))
        comments.append(Comment(position, author, None, None, item.mark.raw, text, reply_to))
    return comments, items[0].first


def _anchors(outline: Outline, start: int, skipped: tuple[range, ...]) -> list[int]:
    """Return the lines that carry a comment's date: alike in markup, and not in a list of articles."""
    skipped = (*skipped, *_article_lists(outline, start))
    announced = outline.next_label(start, [Label.COMMENTS])
    found: list[int] = []
    for index in range(start, len(outline.lines)):
        if outline.labels[index] is not None or any(index in span for span in skipped):
            continue
        mark = outline.mark(index)
        if mark is None or mark.count is not None or not _may_head(mark):
            continue
        in_tree = outline.lines[index].block is not None
        if mark.piped or index > announced or (in_tree and not SENTENCE_END.search(mark.before)):
            found.append(index)
    kinds = Counter(_kind(outline, index) for index in found)
    if not kinds:
        return []
    most = max(kinds.values())
    chosen = next(kind for kind in kinds if kinds[kind] == most)
    alike = [index for index in found if _kind(outline, index) == chosen]
    lone_and_bare = len(alike) == 1 and not outline.mark(alike[0]).piped and alike[0] < announced  # type: ignore[union-attr]
    return [] if lone_and_bare else [i for i in alike if not _is_quoted(outline, i, alike)]


def _may_head(mark: DateMark) -> bool:
    return len(mark.before) <= _LONGEST_NAME


def _kind(outline: Outline, index: int) -> tuple[object, ...]:
    """Return what the date lines of one list share: where the name stands, and the elements around the date."""
    mark = outline.mark(index)
    line = outline.lines[index]
    assert mark is not None  # asked of anchors only
    if line.block is None:
        return (bool(mark.before),)
    holders = [element.tag for text, element in line.runs() if element is not None and mark.raw in text]
    return (bool(mark.before), bool(mark.after), mark.clocked, line.block.tag, *holders[:1])


def _is_quoted(outline: Outline, index: int, anchors: list[int]) -> bool:
    """Tell a date line that stands amid a comment's text: its box has several lines before and some after it."""
    first, last, boxed = _box(outline, index, anchors, None, None)
    return boxed and index - first > 1 and last > index


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


def _items(outline: Outline, anchors: list[int], start: int) -> list[_Item]:
    """Return the comments' lines. Boxes first; what they leave open is settled by order."""
    above = outline.lines[start - 1].block if start > 0 else None
    end_label = outline.next_label(anchors[-1] + 1, [label for label in Label if label not in _WITHIN])
    below = outline.lines[end_label].block if end_label < len(outline.lines) else None
    boxes = [_box(outline, anchor, anchors, above, below) for anchor in anchors]
    name_first = _name_precedes(outline, anchors, start)
    items: list[_Item] = []
    for number, anchor in enumerate(anchors):
        first, last, boxed = boxes[number]
        mark = outline.mark(anchor)
        assert mark is not None  # anchors carry marks
        if not boxed and not mark.before and name_first:
            first = anchor - 1
        items.append(_Item(anchor, mark, first, last, boxed, _depth(outline, anchor)))
    for number, item in enumerate(items):
        following = items[number + 1].first if number + 1 < len(items) else None
        item.last = _last_line(outline, item, following, end_label, anchors)
    return items


def _box(
    outline: Outline, anchor: int, anchors: list[int], above: Element | None, below: Element | None
) -> tuple[int, int, bool]:
    """Return the lines of the largest element around a date line that holds no other, and if it has more lines."""
    lines = outline.lines
    block = lines[anchor].block
    if block is None:
        return anchor, anchor, False
    place = anchors.index(anchor)
    others = [lines[anchors[i]].block for i in (place - 1, place + 1) if 0 <= i < len(anchors)]
    foreign: set[Element] = set()
    for element in (*others, above, below):
        if element is not None:
            foreign.update((element, *element.iterancestors()))
    if block in foreign:
        return anchor, anchor, False
    box = block
    parent = box.getparent()
    while parent is not None and parent not in foreign and parent.tag not in ("body", "html"):
        box, parent = parent, parent.getparent()
    first = last = anchor
    while first > 0 and box in lines[first - 1].ancestors():
        first -= 1
    while last + 1 < len(lines) and box in lines[last + 1].ancestors():
        last += 1
    return first, last, last > first


def _last_line(outline: Outline, item: _Item, following: int | None, end_label: int, anchors: list[int]) -> int:
    """Return the last line of a comment: of its box, or up to the next comment where the box lacks the text."""
    lines = outline.lines
    has_text = item.boxed and item.last - item.first >= (1 if item.mark.before else 2)
    if following is not None:
        return following - 1 if not has_text else min(item.last, following - 1)
    if has_text:
        return item.last
    last = item.anchor
    spaced = any(lines[anchor].gap == BLANK_LINE for anchor in anchors[1:])
    list_box = _list_box(outline, anchors)
    for index in range(max(item.anchor, item.last) + 1, end_label):
        if lines[index].block is None and lines[index].gap == BLANK_LINE and not spaced and index > item.anchor + 1:
            break
        if list_box is not None and list_box not in lines[index].ancestors():
            break
        last = index
    return max(last, item.last)


def _list_box(outline: Outline, anchors: list[int]) -> Element | None:
    """Return the innermost element that holds all date lines, if there are several."""
    blocks = [outline.lines[anchor].block for anchor in (anchors[0], anchors[-1])]
    if len(anchors) < 2 or blocks[0] is None or blocks[1] is None:
        return None
    around = {blocks[0], *blocks[0].iterancestors()}
    return next((e for e in (blocks[1], *blocks[1].iterancestors()) if e in around), None)


def _name_precedes(outline: Outline, anchors: list[int], start: int) -> bool:
    """Tell whether, in a flat list, the line before each date is the name (else the line after it is)."""
    before = [outline.lines[anchor - 1].text if anchor - 1 >= start else "" for anchor in anchors]
    labels = [outline.labels[anchor - 1] if anchor else None for anchor in anchors]
    return all(_is_name(text) and label is None for text, label in zip(before, labels, strict=True))


def _is_name(text: str) -> bool:
    return 0 < len(text) <= 60 and not (len(text) > 25 and SENTENCE_END.search(text))


def _depth(outline: Outline, anchor: int) -> int:
    block = outline.lines[anchor].block
    return 0 if block is None else sum(1 for _ in block.iterancestors())


def _author(outline: Outline, item: _Item) -> str | None:
    """Return the commenter's name and set aside which lines are text."""
    lines = outline.lines
    rest = [index for index in range(item.first, item.last + 1) if index != item.anchor]
    rest = [index for index in rest if outline.labels[index] not in _WITHIN]
    name = item.mark.before
    if name:
        item.inline = item.mark.after
    elif item.mark.after and len(item.mark.after) <= _LONGEST_NAME and rest:
        name = item.mark.after
    else:
        item.inline = item.mark.after
        before = [index for index in rest if index < item.anchor]
        chosen = before[0] if before else next(iter(rest), None)
        if chosen is not None and len(rest) > (0 if item.inline else 1):
            name = lines[chosen].text
            rest.remove(chosen)
    item.text = rest
    return _clean_name(name)


def _clean_name(name: str) -> str | None:
    field_name = labelled(name)
    if field_name is not None and field_name[0] is Label.COMMENT_FORM:  # "Name: Azad"
        name = field_name[1]
    lowered = name.lower()
    for lead_in in _LEAD_INS:
        if lowered.startswith(lead_in) and len(name) > len(lead_in):
            name = name[len(lead_in) :]
            break
    for ending in _SPEECH:
        if name.lower().endswith(ending):
            name = name[: -len(ending)]
            break
    return name.strip(" \t:|•·–—") or None


def _text(outline: Outline, item: _Item) -> str:
    texts = [item.inline] if item.inline else []
    for index in item.text:
        label = outline.labels[index]
        if label is not None and index > item.anchor:
            break
        if label is None:
            texts.append(outline.lines[index].text)
    return "\n".join(texts)
