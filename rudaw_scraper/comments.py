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
from rudaw_scraper.outline import SENTENCE_END, DateMark, Outline, is_linked
from rudaw_scraper.record import Comment

_LONGEST_NAME = 100  # characters
_LONGEST_BUTTONS = 40  # characters
_WITHIN = frozenset({Label.COMMENT_ACTION, Label.PUBLISHED})  # labels that can stand inside a comment
_OUTSIDE = tuple(label for label in Label if label not in _WITHIN)
_LISTS = (Label.RELATED, Label.MORE_BY_AUTHOR, Label.ELSEWHERE)
_LEAD_INS = ("posted by ", "comment by ", "written by ", "by ")
_SPEECH = (" says:", " said:", " wrote:", " says", " wrote")


@dataclass(slots=True)
class _Item:
    """A comment in the making: its date line, and the first and last line of its box.

    ``whole`` says that the box holds all of the comment, ``strays`` that the lines before it are another's text,
    ``date_last`` that name and date stand below the text.
    """

    anchor: int
    mark: DateMark
    first: int
    last: int
    whole: bool = False
    strays: bool = False
    date_last: bool = False
    around: Element | None = None
    text: list[int] = field(default_factory=list)
    inline: str = ""


def find_comments(outline: Outline, start: int, skipped: Iterable[range]) -> tuple[list[Comment], int | None]:
    """Return the comments below line ``start`` and the first line they take (``None`` without comments).

    ``skipped`` are ranges of lines that are known to be something else (the list of latest comments).
    """
    items = _items(outline, _anchors(outline, start, tuple(skipped)), start)
    buttons = _buttons(outline, items)
    comments: list[Comment] = []
    answerable: list[tuple[int, int]] = []  # (depth, position) of the comments that a reply can belong to
    for item in items:
        author = _author(outline, item)
        text = _text(outline, item, buttons)
        outline.take(range(item.first, item.last + 1), "comment")
        if not text:
            continue
        depth = _depth(outline, item.anchor)
        while answerable and answerable[-1][0] >= depth:
            answerable.pop()
        reply_to = answerable[-1][1] if answerable else None
        position = len(comments) + 1
        answerable.append((depth, position))
        comments.append(Comment(position, author, None, None, item.mark.raw, text, reply_to))
    return comments, items[0].first if items else None


def _anchors(outline: Outline, start: int, skipped: tuple[range, ...]) -> list[int]:
    """Return the lines that carry a comment's date: alike in markup, and not in a list of articles."""
    skipped = (*skipped, *_article_lists(outline, start))
    announced = outline.next_label(start, [Label.COMMENTS])
    found: list[int] = []
    for index in range(start, len(outline.lines)):
        if outline.labels[index] is not None:
            continue
        mark = outline.mark(index)
        if mark is None or mark.listed or len(mark.before) > _LONGEST_NAME:
            continue
        if any(index in span for span in skipped):
            continue
        if not mark.piped and not _is_name(mark.before or mark.after or "-"):
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
    mark = _mark(outline, index)
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


def _items(outline: Outline, anchors: list[int], start: int) -> list[_Item]:
    """Return the comments' lines: boxes first; what they leave open is settled by order."""
    items = _boxed_items(outline, anchors, start)
    sound = [item.anchor for item in items if not item.strays]
    if len(sound) < len(anchors):
        items = _boxed_items(outline, sound, start)
    if len(items) == 1 and not items[0].whole and not items[0].mark.piped:
        announced = outline.next_label(start, [Label.COMMENTS], stop=items[0].anchor)
        if announced == items[0].anchor:
            return []  # one date without a box, a bar or a heading above it is a date in the text
    name_first = _name_precedes(outline, [item for item in items if not item.mark.before], start)
    for item in items:
        if not item.whole and item.first == item.anchor and not item.mark.before and name_first:
            item.first -= 1
    for number, item in enumerate(items):
        if not item.whole:
            following = items[number + 1].first if number + 1 < len(items) else None
            item.last = _open_end(outline, item, following, [each.anchor for each in items])
        elif number + 1 < len(items):
            item.last = min(item.last, items[number + 1].first - 1)
    return items


def _boxed_items(outline: Outline, anchors: list[int], start: int) -> list[_Item]:
    """Give each date line the smallest element that holds a whole comment and no other comment's date."""
    if not anchors:
        return []
    above = outline.lines[start - 1].block if start > 0 else None
    end_label = outline.next_label(anchors[-1] + 1, _OUTSIDE)
    below = outline.lines[end_label].block if end_label < len(outline.lines) else None
    chains: list[list[tuple[Element, int, int]]] = []
    for place, anchor in enumerate(anchors):
        others = [outline.lines[anchors[i]].block for i in (place - 1, place + 1) if 0 <= i < len(anchors)]
        foreign: set[Element] = set()
        for element in (*others, above, below):
            if element is not None:
                foreign.update((element, *element.iterancestors()))
        chains.append(_chain(outline, anchor, foreign))
    date_last = _date_comes_last(outline, anchors, chains)
    items: list[_Item] = []
    for anchor, chain in zip(anchors, chains, strict=True):
        item = _Item(anchor, _mark(outline, anchor), anchor, anchor, around=outline.lines[anchor].block)
        needed = (0 if item.mark.before else 1) + (0 if item.mark.after and item.mark.before else 1)
        for element, first, last in chain:
            before = _unlabelled(outline, first, anchor)
            after = _unlabelled(outline, anchor + 1, last + 1)
            if after if date_last else before > (0 if item.mark.before else 1):
                item.strays = not date_last
                break
            item.first, item.last, item.around = first, last, element.getparent()
            item.whole = before + after >= needed
            if item.whole:
                break
        item.strays = item.strays and not item.whole
        if date_last and not item.whole and item.around is not None:
            floor = items[-1].anchor + 1 if items else start
            while item.first > floor and item.around in outline.lines[item.first - 1].ancestors():
                item.first -= 1
        item.date_last = date_last
        items.append(item)
    return items


def _chain(outline: Outline, anchor: int, foreign: set[Element]) -> list[tuple[Element, int, int]]:
    """Return the elements around a date line that hold no other, inner to outer, each with its lines."""
    lines = outline.lines
    first = last = anchor
    chain: list[tuple[Element, int, int]] = []
    for element in lines[anchor].ancestors():
        if element in foreign or element.tag in ("body", "html"):
            break
        while first > 0 and element in lines[first - 1].ancestors():
            first -= 1
        while last + 1 < len(lines) and element in lines[last + 1].ancestors():
            last += 1
        chain.append((element, first, last))
    return chain


def _date_comes_last(outline: Outline, anchors: list[int], chains: list[list[tuple[Element, int, int]]]) -> bool:
    """Tell whether most boxes hold lines before the date (and more than a name) and none after it."""
    votes = 0
    for anchor, chain in zip(anchors, chains, strict=True):
        if chain:
            _, first, last = chain[-1]
            before, after = _unlabelled(outline, first, anchor), _unlabelled(outline, anchor + 1, last + 1)
            if before or after:
                votes += 1 if not after and before > (0 if _mark(outline, anchor).before else 1) else -1
    return votes > 0


def _unlabelled(outline: Outline, first: int, stop: int) -> int:
    return sum(outline.labels[index] is None for index in range(first, stop))


def _open_end(outline: Outline, item: _Item, following: int | None, anchors: list[int]) -> int:
    """Return the last line of a comment whose box lacks the text: up to the next comment or the end of the list."""
    lines = outline.lines
    stop = outline.next_label(item.anchor + 1, _OUTSIDE) if following is None else following
    spaced = any(lines[anchor].gap == BLANK_LINE for anchor in anchors[1:])
    last = max(item.anchor, item.last)
    for index in range(last + 1, stop):
        if item.around is not None and item.around not in lines[index].ancestors():
            break
        if lines[index].block is None and lines[index].gap == BLANK_LINE and not spaced and index > item.anchor + 1:
            break
        last = index
    return last


def _name_precedes(outline: Outline, items: list[_Item], start: int) -> bool:
    """Tell whether, in a flat list, the line before each date is the name (else the line after it is)."""
    for item in items:
        index = item.first - 1 if item.first == item.anchor else item.first
        if index < start or outline.labels[index] is not None or not _is_name(outline.lines[index].text):
            return False
    return True


def _mark(outline: Outline, index: int) -> DateMark:
    mark = outline.mark(index)
    assert mark is not None  # asked only of lines that carry a date
    return mark


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
        named = bool(before) and not item.date_last
        if chosen is not None and (named or item.inline or len(rest) > 1):
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


def _buttons(outline: Outline, items: list[_Item]) -> set[str]:
    """Return the texts of short linked lines that lead nowhere or stand in several comments: buttons, not words."""
    seen: Counter[str] = Counter()
    for item in items:
        lines = [outline.lines[index] for index in range(item.first, item.last + 1) if index != item.anchor]
        seen.update({line.text for line in lines if len(line.text) <= _LONGEST_BUTTONS and is_linked(line)})
        for line in lines:
            if line.text in seen and all(
                href[:1] in ("", "#") or href[:11] == "javascript:" for _, href in line.links()
            ):
                seen[line.text] += 1
    return {text for text, times in seen.items() if times > 1}


def _text(outline: Outline, item: _Item, buttons: set[str]) -> str:
    texts = [item.inline] if item.inline else []
    for index in item.text:
        label = outline.labels[index]
        text = outline.lines[index].text
        if label is not None and index > item.anchor:
            break
        if label is None and text not in buttons:
            texts.append(text)
    return "\n".join(texts)
