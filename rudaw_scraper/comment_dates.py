"""Which lines carry the dates of a list of comments, and which label words are somebody's words.

A reader may write "Share", "Reply" or a date as a whole comment. The list itself tells: its date lines are alike,
its texts are alike, and what stands where the others' texts stand is a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from rudaw_scraper.blocks import Line
from rudaw_scraper.comment_fields import free_dates_of_fields
from rudaw_scraper.entries import LONGEST_NAME, is_name
from rudaw_scraper.labels import ENTRY_LABELS, Label
from rudaw_scraper.letters import letters_key, same_letters
from rudaw_scraper.outline import Look, Outline, common_ancestor, is_linked, is_sentence, list_box, look_of
from rudaw_scraper.tally import commonest, tally
from rudaw_scraper.text import ends_sentence

_LISTS: Final = (Label.RELATED, Label.MORE_BY_AUTHOR, Label.ELSEWHERE)
_NEVER_AMONG_COMMENTS: Final = frozenset(
    {*_LISTS, Label.TAGS, Label.FOOTER, Label.YOUR_RUDAW, Label.LATEST_COMMENTS}
)  # fmt: skip

_MOST_GAPS_WITHOUT: Final = 0.3  # share of comments that a button may be missing from
_FEWEST_BUTTONS: Final = 3
_NONE_OR_BUTTON: Final = (None, Label.COMMENT_ACTION)
_LONGEST_BUTTONS: Final = 40  # characters

_NUMERIC: Final = re.compile(r"\d\s?[/.-]\s?\d|\d{4}")  # of a day

Kind = tuple[str, str, bool]


def comment_dates(outline: Outline, start: int, skipped: Iterable[range]) -> list[int]:
    """Return the lines below ``start`` that carry a comment's date, and free the readers' words from their labels."""
    free_dates_of_fields(outline, start)
    announced = outline.next_label(start, [Label.COMMENTS])
    found = _candidates(outline, start, announced, (*skipped, *_article_lists(outline, start)))
    if announced < len(outline.lines):
        found = [index for index in found if index > announced or not _is_amid_sentence(outline, index)]
    if not found:
        return []
    kinds = {index: _kind(outline, index) for index in found}
    form, tag, clocked = chosen = _commonest(outline, kinds, announced)
    named = [index for index in found if kinds[index] == chosen]
    if form != "bare":  # a comment without a name may stand among named ones; below a name it is that one's text
        nameless, sure = ("bare", tag, clocked), frozenset(named)
        between = range(named[0], named[-1])
        named += [i for i in found if kinds[i] == nameless and i in between and i - 1 not in sure]
        named.sort()
    anchors = _without_dated_texts(outline, named, may_share_block=form == "piped")
    _free_words(outline, anchors)
    _mark_buttons(outline, anchors)
    for place, anchor in enumerate(anchors[1:], start=1):
        between = range(anchors[place - 1] + 1, anchor)
        if any(outline.labels[index] in _NEVER_AMONG_COMMENTS for index in between):
            return anchors[:place]
    return anchors


def _candidates(outline: Outline, start: int, announced: int, skipped: tuple[range, ...]) -> list[int]:
    found: list[int] = []
    for index in range(start, len(outline.lines)):
        mark = outline.marks[index]
        if mark is None or outline.labels[index] is not None or mark.listed or len(mark.before) > LONGEST_NAME:
            continue
        if any(index in span for span in skipped):
            continue
        if not mark.piped and not is_name(mark.before or mark.after or "-"):
            continue
        if mark.before and not (mark.piped or letters_key(mark.after)) and _closes_sentence(outline, index):
            continue
        if mark.piped or not mark.before or index > announced or outline.lines[index].block is not None:
            found.append(index)
    return found


def _closes_sentence(outline: Outline, index: int) -> bool:
    """Tell whether a date is the end of a sentence: of a long one, or before its full stop."""
    mark = outline.sure_mark(index)
    text = outline.lines[index].text
    return is_sentence(text) or (ends_sentence(text) and " " in mark.before)


def _is_amid_sentence(outline: Outline, index: int) -> bool:
    """Tell whether a date stands between the words of a sentence, as in an article's text."""
    mark = outline.sure_mark(index)
    amid = bool(mark.before and letters_key(mark.after)) and not mark.piped
    return amid and ends_sentence(outline.lines[index].text)


def _commonest(outline: Outline, kinds: dict[int, Kind], announced: int) -> Kind:
    """Return the kind of most of the dates; those amid a line's words count for half.

    Of equals one below the heading of comments counts, or else the first.
    """
    weights: dict[Kind, int] = {}
    for index, kind in kinds.items():
        mark = outline.sure_mark(index)
        weights[kind] = weights.get(kind, 0) + (1 if mark.before and mark.after else 2)
    best = commonest(weights)
    below = [kind for index, kind in kinds.items() if index > announced and weights[kind] == weights[best]]
    return below[0] if below else best


def _kind(outline: Outline, index: int) -> Kind:
    """Return what the date lines of one list share: form, inline element of the date, and whether a time is printed."""
    mark = outline.sure_mark(index)
    clocked = mark.clocked and _NUMERIC.search(mark.raw) is not None  # "Yesterday at 10:19" stands beside "3 hours ago"
    form = "piped" if mark.piped else "bare" if not mark.before and not mark.after else "named"
    line = outline.lines[index]
    for text, element in line.runs():
        if mark.raw in text and element is not None and element is not line.block:
            return form, str(element.tag), clocked
    return form, "", clocked


def _without_dated_texts(outline: Outline, anchors: list[int], *, may_share_block: bool) -> list[int]:
    """Leave out lines that end in a date but look like the texts of the list, or stand in another's block."""
    if len(anchors) < 2 or outline.lines[anchors[0]].block is None:
        return anchors
    looks = [look_of(outline.lines[anchor]) for anchor in anchors]
    heads = tally(looks)
    below = [anchor + 1 for anchor in anchors if anchor + 1 < len(outline.lines)]
    times = tally([outline.lines[index].text for index in below])  # buttons repeat
    texts = tally([look_of(outline.lines[index]) for index in below if times[outline.lines[index].text] == 1])
    kept: list[int] = []
    blocks = {outline.lines[anchor].block for anchor in anchors}
    one_each = not may_share_block and len(blocks) > 1 and 2 * len(blocks) > len(anchors)
    for anchor, look in zip(anchors, looks, strict=True):
        if texts.get(look, 0) >= 2 * heads[look]:
            continue
        if one_each and kept and anchor == kept[-1] + 1 and _same_block(outline, kept[-1], anchor):
            continue
        kept.append(anchor)
    return kept


def _same_block(outline: Outline, first: int, second: int) -> bool:
    return outline.lines[first].block is outline.lines[second].block


def _free_words(outline: Outline, anchors: list[int]) -> None:
    """Take the label off lines that stand where the list's other comments have their texts."""
    if not anchors:
        return
    labels, lines = outline.labels, outline.lines
    gaps = [range(one + 1, other) for one, other in pairwise(anchors)]
    if not any(labels[index] is not None for gap in gaps for index in gap) and not _label_follows(outline, anchors[-1]):
        return
    times = tally([text for gap in gaps for text in {lines[index].text for index in gap if labels[index]}])
    below = [*(index for gap in gaps for index in gap[:2]), min(anchors[-1] + 1, len(lines) - 1)]
    looks = {look_of(lines[index]) for index in below if labels[index] is None}
    spoken: list[int] = []
    first_bare = not (outline.sure_mark(anchors[0]).before or outline.sure_mark(anchors[0]).after)
    name_above = first_bare and _is_name_line(outline, anchors[0] - 1)
    depth = 2 if first_bare and not name_above else 1  # lines below a date to its text
    for gap in gaps:
        said = sum(labels[index] not in ENTRY_LABELS for index in gap)
        for index in gap:
            label = labels[index]
            if label is None or _is_row_of_links(lines[index]):
                continue
            often = _MOST_GAPS_WITHOUT * len(gaps) if label in ENTRY_LABELS else len(gaps) - 1
            in_place = index - gap.start < depth
            if times[lines[index].text] > max(1, often) or (label in ENTRY_LABELS and not in_place):
                continue
            if not in_place and label in _NEVER_AMONG_COMMENTS:
                break
            alone = in_place and (len(gap) if label in ENTRY_LABELS else said) == depth + name_above
            if alone or (lines[index].block is not None and look_of(lines[index]) in looks):
                spoken.append(index)
    last = anchors[-1]
    for index in range(last + 1, min(last + 1 + depth, len(lines))):
        label = labels[index]
        if label is None:
            looks = set()  # this may be the text; what follows is, too, only if one box says so
        elif label not in ENTRY_LABELS and not is_linked(lines[index]) and _ends_list(outline, last, index, looks):
            spoken.append(index)
    outline.free(spoken)


def _is_row_of_links(line: Line) -> bool:
    """Tell whether a line is links and bars between them."""
    if is_linked(line):
        return True
    links = line.links()
    return len(links) > 1 and same_letters(line.text, " ".join(text for text, _ in links))


def _is_name_line(outline: Outline, index: int) -> bool:
    return index >= 0 and outline.labels[index] is None and is_name(outline.lines[index].text)


def _mark_buttons(outline: Outline, anchors: list[int]) -> None:
    """Label as buttons the short lines that stand, beside others, below almost every date of a list."""
    if len(anchors) < _FEWEST_BUTTONS:
        return
    lines = outline.lines
    below = [range(one + 1, other) for one, other in pairwise(anchors)]
    below.append(range(anchors[-1] + 1, min(anchors[-1] + 3, len(lines))))
    if 2 * sum(len(gap) < 2 for gap in below) > len(below):
        return
    times = tally([text for gap in below for text in {lines[i].text for i in gap if outline.labels[i] is None}])
    enough = max(_FEWEST_BUTTONS, 0.8 * len(below))
    buttons = {text for text, count in times.items() if count >= enough and len(text) <= _LONGEST_BUTTONS}
    for gap in below if buttons else ():
        for index in gap:
            if lines[index].text in buttons:
                outline.set_label(index, Label.COMMENT_ACTION)


def _label_follows(outline: Outline, anchor: int) -> bool:
    return any(label is not None for label in outline.labels[anchor + 1 : anchor + 3])


def _ends_list(outline: Outline, anchor: int, index: int, looks: set[Look | None]) -> bool:
    """Tell whether a line below the last date is that comment's text: it looks like the others', or has their box.

    In plain text a heading of a list, or the first of several labels, is none, but for a comment's button below it.
    """
    if outline.lines[index].block is None and (
        outline.labels[index] in _NEVER_AMONG_COMMENTS
        or outline.labels[index] is Label.COMMENT_FORM
        or (index + 1 < len(outline.labels) and outline.labels[index + 1] not in _NONE_OR_BUTTON)
    ):
        return False
    look = look_of(outline.lines[index])
    return look in looks or (look is not None and _shut_in(outline, anchor, index))


def _shut_in(outline: Outline, anchor: int, index: int) -> bool:
    """Tell whether an element holds a date line and the line in question, a name at most, and nothing else."""
    lines = outline.lines
    one, other = lines[anchor].block, lines[index].block
    if one is None or other is None:
        return False
    box = common_ancestor(one, other)
    outside = [at for at in (anchor - 2, index + 1) if 0 <= at < len(lines)]
    return box is not None and all(not lines[at].inside(box) for at in outside)


def _article_lists(outline: Outline, start: int) -> list[range]:
    """Return the ranges of lines that list other articles, each from its label to where its box or its links end."""
    ranges: list[range] = []
    at = outline.next_label(start, _LISTS)
    while at < len(outline.lines):
        stop = outline.next_label(at + 1)
        box = list_box(outline, at)
        for index in range(at + 1, stop):
            if (box is not None and not outline.lines[index].inside(box)) or _ends_article_list(outline, at, index):
                stop = index
                break
        ranges.append(range(at, stop))
        at = outline.next_label(max(stop, at + 1), _LISTS)
    return ranges


def _ends_article_list(outline: Outline, label_at: int, index: int) -> bool:
    """Tell whether a line below a list's label is no entry of it any more."""
    line, mark = outline.lines[index], outline.mark(index)
    if line.block is not None and outline.labels[label_at] is Label.RELATED and not line.links():
        return True
    if mark is None or mark.listed:
        return False
    return mark.piped or (line.block is not None and not line.links() and not outline.lines[index - 1].links())
