"""The boxes of dated entries: which lines belong to each name and date that a list repeats.

An entry's lines are those of the smallest element that holds its date, a name and a text, and no other entry's
date; where there are no boxes, or only flat ones, the order of name, date and text decides. Both the comments
under an article and the list of latest comments are read this way; what is said in a box, ``entry_words.py`` reads.
"""

from __future__ import annotations

import re
from typing import Final

from rudaw_scraper.blocks import Line
from rudaw_scraper.labels import ENTRY_LABELS, Label
from rudaw_scraper.outline import DateMark, Outline
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.walk_tables import BLANK_LINE, Element

LONGEST_NAME: Final = 100  # characters
_FEWEST_ALIKE: Final = 3  # comments that show how a list's lines look
_OUTSIDE: Final = tuple(label for label in Label if label not in ENTRY_LABELS)
NUMBER: Final = re.compile(r"[#№]\s*\d{1,4}\s*[.):]?|\d{1,4}\s?[.)]")  # of a comment, above its name


class Entry:
    """A dated entry: its date line, the first and last line of its box, and what was read in them.

    ``whole`` says that the box holds all of the entry, ``strays`` that the lines before it are another's text,
    ``date_last`` that name and date stand below the text. ``author`` and ``text`` are set by
    :func:`rudaw_scraper.entry_words.fill_entries`.
    """

    __slots__ = ("anchor", "around", "author", "date_last", "first", "last", "mark", "strays", "text", "whole")

    def __init__(self, anchor: int, mark: DateMark, around: Element | None) -> None:
        self.anchor = anchor
        self.mark = mark
        self.around = around
        self.first = anchor
        self.last = anchor
        self.whole = False
        self.strays = False
        self.date_last = False
        self.author: str | None = None
        self.text: str | None = None


def box_entries(
    outline: Outline, anchors: list[int], start: int, apart: frozenset[int] = frozenset(), stop: int | None = None
) -> list[Entry]:
    """Return an entry for each date line below line ``start``: boxes first; what they leave open goes by order.

    Date lines that stand amid an entry's text are left out. Lines ``apart`` are in the boxes but not the entries'.
    Line ``stop`` is known to be no entry's any more.
    """
    end = len(outline.lines) if stop is None else stop
    entries = _boxed_entries(outline, anchors, start, apart)
    sound = [entry.anchor for entry in entries if not entry.strays]
    if len(sound) < len(anchors):
        entries = _boxed_entries(outline, sound, start, apart)
    name_first = _name_precedes(outline, [entry for entry in entries if not entry.mark.before], start)
    for entry in entries:
        if not entry.whole and entry.first == entry.anchor and not entry.mark.before and name_first:
            entry.first -= 1
    dated = [entry.anchor for entry in entries]
    spaced = any(outline.lines[anchor].gap == BLANK_LINE for anchor in dated[1:])
    for number, entry in enumerate(entries):
        if not entry.whole:
            following = entries[number + 1].first if number + 1 < len(entries) else None
            entry.last = _open_end(outline, entry, following, dated, spaced=spaced)
        elif number + 1 < len(entries):
            entry.last = min(entry.last, entries[number + 1].first - 1)
        entry.last = min(entry.last, end - 1)
    return entries


def is_single_comment(outline: Outline, entry: Entry, start: int) -> bool:
    """Tell a single comment from a date in the text or the page's foot: a bar, a heading above it, or its own box."""
    if entry.mark.piped or outline.next_label(start, [Label.COMMENTS], stop=entry.anchor) < entry.anchor:
        return True
    if entry.mark.before and entry.mark.after and ends_sentence(outline.lines[entry.anchor].text):
        return False  # a date in an element of its own amid a sentence
    furnished = outline.next_label(entry.first, _OUTSIDE, stop=entry.last + 1) <= entry.last
    return entry.whole and not entry.mark.clocked and not furnished


def _boxed_entries(outline: Outline, anchors: list[int], start: int, apart: frozenset[int]) -> list[Entry]:
    """Give each date line the smallest element that holds a whole comment and no other comment's date."""
    if not anchors:
        return []
    lines = outline.lines
    end_label = outline.next_label(anchors[-1] + 1, _OUTSIDE)
    outside = set(lines[start - 1].ancestors()) if start > 0 else set()
    if end_label < len(lines):
        outside.update(lines[end_label].ancestors())
    around = [[], *(list(lines[anchor].ancestors()) for anchor in anchors), []]
    chains = [
        _chain(outline, anchor, own, outside.union(before, after))
        for anchor, own, before, after in zip(anchors, around[1:], around, around[2:], strict=False)
    ]
    date_last = _date_comes_last(outline, anchors, chains, apart)
    entries: list[Entry] = []
    for anchor, chain in zip(anchors, chains, strict=True):
        entry = Entry(anchor, outline.sure_mark(anchor), outline.lines[anchor].block)
        needed = (0 if entry.mark.before or entry.mark.after else 1) + (not (entry.mark.before and entry.mark.after))
        most = 0 if entry.mark.before else 1  # lines above the date: a name
        for element, first, last in chain:
            before = _words_before(outline, first, anchor)
            after = _unlabelled(outline, anchor + 1, last + 1, apart)
            if before == most + 1 and not (entries or date_last) and _may_head_list(outline, first):
                first, before = first + 1, most
            if after if date_last else before > most:
                entry.strays = not date_last
                break
            entry.first, entry.last, entry.around = first, last, element.getparent()
            entry.whole = before + after >= needed
            if entry.whole:
                break
        entry.strays = entry.strays and not entry.whole
        if date_last and not entry.whole and entry.around is not None:
            floor = entries[-1].anchor + 1 if entries else start
            while entry.first > floor and outline.lines[entry.first - 1].inside(entry.around):
                entry.first -= 1
        entry.date_last = date_last
        entries.append(entry)
    return entries


def _may_head_list(outline: Outline, index: int) -> bool:
    """Tell whether the first line of the first comment's box can be a heading of the list, in words no table knows."""
    text = outline.lines[index].text
    return outline.labels[index] is None and len(text) <= LONGEST_NAME and not ends_sentence(text)


def _chain(
    outline: Outline, anchor: int, around: list[Element], foreign: set[Element]
) -> list[tuple[Element, int, int]]:
    """Return the elements around a date line that hold no other, inner to outer, each with its lines."""
    lines = outline.lines
    first = last = anchor
    chain: list[tuple[Element, int, int]] = []
    for element in around:
        if element in foreign or element.tag in ("body", "html"):
            break
        while first > 0 and lines[first - 1].inside(element):
            first -= 1
        while last + 1 < len(lines) and lines[last + 1].inside(element):
            last += 1
        chain.append((element, first, last))
    return chain


def _date_comes_last(
    outline: Outline, anchors: list[int], chains: list[list[tuple[Element, int, int]]], apart: frozenset[int]
) -> bool:
    """Tell whether most boxes hold lines before the date (and more than a name) and none after it.

    Boxes are the largest elements without another date, but the smallest with other lines where the date is the only
    one: the largest may then hold what is around the list.
    """
    votes = 0
    for anchor, chain in zip(anchors, chains, strict=True):
        if chain:
            boxes = [box for box in chain if box[1:] != (anchor, anchor)] if len(anchors) == 1 else []
            _, first, last = boxes[0] if boxes else chain[-1]
            before, after = _words_before(outline, first, anchor), _unlabelled(outline, anchor + 1, last + 1, apart)
            if before or after:
                votes += 1 if not after and before > (0 if outline.sure_mark(anchor).before else 1) else -1
    return votes > 0


def _unlabelled(outline: Outline, first: int, stop: int, apart: frozenset[int]) -> int:
    return sum(outline.labels[index] is None and index not in apart for index in range(first, stop))


def _words_before(outline: Outline, first: int, anchor: int) -> int:
    """Count the lines above a date that are no labels and no running number."""
    return sum(
        outline.labels[index] is None and NUMBER.fullmatch(outline.lines[index].text) is None
        for index in range(first, anchor)
    )


def _open_end(outline: Outline, entry: Entry, following: int | None, anchors: list[int], *, spaced: bool) -> int:
    """Return the last line of a comment whose box lacks the text: up to the next comment or the end of the list."""
    lines = outline.lines
    stop = outline.next_label(entry.anchor + 1, _OUTSIDE) if following is None else following
    if following is None:
        stop = next((at for at in range(entry.anchor + 1, stop) if _lists_tags(outline, at)), stop)
    tags = _tags_of_others(outline, entry, anchors) if following is None else frozenset()
    last = max(entry.anchor, entry.last)
    for index in range(last + 1, stop):
        if tags and _tag_of(lines[index]) not in tags:
            break
        if entry.around is not None and not lines[index].inside(entry.around):
            break
        if lines[index].block is None and lines[index].gap == BLANK_LINE and not spaced and index > entry.anchor + 1:
            break
        last = index
    return last


def _tag_of(line: Line) -> str:
    return "" if line.block is None else str(line.block.tag)


def _tags_of_others(outline: Outline, entry: Entry, anchors: list[int]) -> frozenset[str]:
    """Return the tags that the lines of the comments above the last one have; nothing where nothing shows."""
    lines = outline.lines
    if len(anchors) < _FEWEST_ALIKE or lines[entry.anchor].block is None:
        return frozenset()
    own = range(entry.anchor + 1, min(entry.anchor + 2, len(lines)))
    return frozenset(_tag_of(lines[index]) for index in (*range(anchors[0], anchors[-1]), *own))


def _lists_tags(outline: Outline, index: int) -> bool:
    labelled = outline.labelled(index)
    return labelled is not None and labelled[0] is Label.TAGS


def _name_precedes(outline: Outline, entries: list[Entry], start: int) -> bool:
    """Tell whether, in a flat list, the line before each date is the name (else the line after it is)."""
    for entry in entries:
        index = entry.first - 1 if entry.first == entry.anchor else entry.first
        if index < start or outline.labels[index] is not None or not is_name(outline.lines[index].text):
            return False
    return True


def is_name(text: str) -> bool:
    """Tell whether a line can be a commenter's name: of a name's length, and no sentence."""
    if len(text) > 25 and ends_sentence(text):
        return len(text) <= 60 and text[-1] == "." and text[-3] in " ."  # an initial: "Muhammad Abdulrahman K."
    return 0 < len(text) <= 60
