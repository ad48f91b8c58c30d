"""The boxes of dated entries: which lines belong to each name and date that a list repeats.

An entry's lines are those of the smallest element that holds its date, a name and a text, and no other entry's
date; where there are no boxes, or only flat ones, the order of name, date and text decides. Both the comments
under an article and the list of latest comments are read this way.
"""

from __future__ import annotations

import re
from typing import Final

from rudaw_scraper.blocks import Line
from rudaw_scraper.labels import ENTRY_LABELS, Label, label_of, labelled
from rudaw_scraper.letters import letters_key
from rudaw_scraper.outline import DateMark, Outline, is_linked, is_sentence
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.walk_tables import BLANK_LINE, Element

LONGEST_NAME: Final = 100  # characters
_FEWEST_ALIKE: Final = 3  # comments that show how a list's lines look
_LONGEST_BUTTONS: Final = 40  # characters
_BARS: Final = ("|", "·", "•")
_OUTSIDE: Final = tuple(label for label in Label if label not in ENTRY_LABELS)
_NUMBER: Final = re.compile(r"[#№]\s*\d{1,4}\s*[.):]?")  # of a comment, above its name
_LEAD_INS: Final = ("posted by ", "comment by ", "written by ", "by ")
_SPEECH: Final = (" says:", " said:", " wrote:", " says", " wrote")


class Entry:
    """A dated entry: its date line, the first and last line of its box, and what was read in them.

    ``whole`` says that the box holds all of the entry, ``strays`` that the lines before it are another's text,
    ``date_last`` that name and date stand below the text. ``author`` and ``text`` are set by :func:`fill_entries`.
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
    if entry.mark.before and entry.mark.after and is_sentence(outline.lines[entry.anchor].text):
        return False  # a date in an element of its own amid a sentence
    furnished = outline.next_label(entry.first, _OUTSIDE, stop=entry.last + 1) <= entry.last
    return entry.whole and not entry.mark.clocked and not furnished


def fill_entries(outline: Outline, entries: list[Entry]) -> None:
    """Read author and text of each entry from its lines; both stay ``None`` where there is nothing."""
    buttons = _buttons(outline, entries)
    parts = [_said_in(outline, entry) for entry in entries]
    named_apart = len(parts) == 1 or 2 * sum(len(rest) > 1 for rest in parts) > len(parts)
    dates_first = [len(rest) > 0 for entry, rest in zip(entries, parts, strict=True) if entry.mark.after]
    named_behind = 2 * sum(dates_first) >= len(dates_first) > 1
    for entry, rest in zip(entries, parts, strict=True):
        name, inline, lines = _name_and_lines(outline, entry, rest, named_apart)
        if not name and not lines and named_behind and is_name(inline):
            name, inline = inline, ""  # of one who wrote nothing
        entry.author = _clean_name(name)
        entry.text = _text(outline, entry, inline, lines, buttons)


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
    """Tell whether most boxes hold lines before the date (and more than a name) and none after it."""
    votes = 0
    for anchor, chain in zip(anchors, chains, strict=True):
        if chain:
            _, first, last = chain[-1]
            before, after = _words_before(outline, first, anchor), _unlabelled(outline, anchor + 1, last + 1, apart)
            if before or after:
                votes += 1 if not after and before > (0 if outline.sure_mark(anchor).before else 1) else -1
    return votes > 0


def _unlabelled(outline: Outline, first: int, stop: int, apart: frozenset[int]) -> int:
    return sum(outline.labels[index] is None and index not in apart for index in range(first, stop))


def _words_before(outline: Outline, first: int, anchor: int) -> int:
    """Count the lines above a date that are no labels and no running number."""
    return sum(
        outline.labels[index] is None and _NUMBER.fullmatch(outline.lines[index].text) is None
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
    return 0 < len(text) <= 60 and not (len(text) > 25 and ends_sentence(text))


def _said_in(outline: Outline, entry: Entry) -> list[int]:
    """Return the lines of an entry that can be its name or its text."""
    lines = range(entry.first, entry.last + 1)
    return [index for index in lines if index != entry.anchor and _may_be_said(outline, index, entry.anchor)]


def _name_and_lines(outline: Outline, entry: Entry, rest: list[int], named_apart: bool) -> tuple[str, str, list[int]]:
    """Return an entry's name, the text on its date line, and the lines of the rest of its text.

    ``named_apart`` says that the list's entries mostly have name and text in lines of their own: then a line alone
    is the name of one who wrote nothing.
    """
    mark = entry.mark
    after = "" if _is_action(outline.lines[entry.anchor], mark.after) else mark.after
    if mark.before:
        return mark.before, after, rest
    if mark.after and len(mark.after) <= LONGEST_NAME and rest:
        return mark.after, "", rest
    before = [index for index in rest if index < entry.anchor]
    chosen = before[0] if before else next(iter(rest), None)
    if chosen is None:
        return "", mark.after, rest
    alone = len(rest) == 1 and not mark.after
    above = bool(before) and not entry.date_last
    if alone and not above and not (named_apart and is_name(outline.lines[chosen].text)):
        return "", "", rest
    return outline.lines[chosen].text, mark.after, [index for index in rest if index != chosen]


def _is_action(line: Line, text: str) -> bool:
    """Tell whether the end of a line is a button of a comment ("Reply") that no space sets apart."""
    return bool(text) and label_of(text) is Label.COMMENT_ACTION and any(text == button for button, _ in line.links())


def _may_be_said(outline: Outline, index: int, anchor: int) -> bool:
    """Tell whether a line of an entry can be a name or a text: not a button, nor a heading or a number above."""
    label = outline.labels[index]
    if index > anchor:
        return label not in ENTRY_LABELS and not _turns_pages(outline.lines[index])
    return label is None and _NUMBER.fullmatch(outline.lines[index].text) is None


def _turns_pages(line: Line) -> bool:
    """Tell whether a line is several links without a letter: the pages of a list."""
    return len(line.links()) > 1 and not letters_key(line.text)


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


def _buttons(outline: Outline, entries: list[Entry]) -> set[str]:
    """Return the texts of short linked lines that lead nowhere or stand in several comments: buttons, not words."""
    seen: dict[str, int] = {}
    for entry in entries:
        lines = [outline.lines[index] for index in range(entry.first, entry.last + 1) if index != entry.anchor]
        for text in {line.text for line in lines if len(line.text) <= _LONGEST_BUTTONS and is_linked(line)}:
            seen[text] = seen.get(text, 0) + 1
        for line in lines:
            if line.text in seen and all(_leads_nowhere(href) for _, href in line.links()):
                seen[line.text] += 1
    return {text for text, times in seen.items() if times > 1}


def _text(outline: Outline, entry: Entry, inline: str, lines: list[int], buttons: set[str]) -> str | None:
    texts = [inline] if inline else []
    for index in lines:
        label = outline.labels[index]
        text = outline.lines[index].text
        if label is not None and index > entry.anchor:
            break
        if label is None and text not in buttons:
            texts.append(_without_actions(outline.lines[index]))
    return "\n".join(texts) or None


def _without_actions(line: Line) -> str:
    """Return a line without the buttons ("Reply") at its end: links that no space sets apart, or that lead nowhere."""
    text = line.text
    for button, href in reversed(line.links()):
        rest = text[: -len(button)]
        if not text.endswith(button) or not button[-1].isalnum() or label_of(button) is not Label.COMMENT_ACTION:
            break
        if rest[-1:].isspace() and rest.rstrip()[-1:] not in _BARS and not _leads_nowhere(href):
            break
        text = rest.rstrip(" |·•-")
    return text or line.text


def _leads_nowhere(href: str) -> bool:
    return href[:1] in ("", "#") or href[:11] == "javascript:"
