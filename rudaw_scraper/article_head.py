"""The head of an article in the two later layouts: headline, then author, date, section and picture in some order.

Nothing between the headline and the text has a fixed place there, so each line is told by itself: a share button by
its words, an author by an @handle, a lead-in, a link to an author's page or the place above the share bar, a date by
its shape, a section by the table of sections; what is left is the caption of the main picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from rudaw_scraper.bylines import leads_to_another, split_authors
from rudaw_scraper.captions import follows_picture, has_credit, is_captioned, make_caption, split_credit
from rudaw_scraper.editions import EDITIONS
from rudaw_scraper.headings import find_section
from rudaw_scraper.labels import Label
from rudaw_scraper.letters import fold, letters_key, same_letters
from rudaw_scraper.outline import DateMark, Outline, is_linked, is_sentence, look_of
from rudaw_scraper.page import DateEvidence
from rudaw_scraper.record import Caption
from rudaw_scraper.sections import section_in
from rudaw_scraper.share_bar import share_messages, share_row
from rudaw_scraper.text import ends_sentence

_HANDLE: Final = re.compile(r"(?:^|[\s(])@\w{2,}")
_LONGEST_NAME: Final = 80  # characters
_MOST_NAME_WORDS: Final = 6
_SHORT_NAME_WORDS: Final = 3  # a longer line can be a headline
_PAIRED_NAME_WORDS: Final = 2  # of each of several authors on a line
_ABOVE: Final = 4  # lines above the headline in which a date can stand
_FURNITURE: Final = (Label.SHARE, Label.TOOL, Label.ELSEWHERE, Label.RELATED, Label.COMMENTS, Label.COMMENT_ACTION)
_SITE_NAMES: Final = frozenset(letters_key(name) for row in EDITIONS.values() for name in row.agency_names) | {
    "rudaw net"
}


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline and its lines, first and last."""

    first: int
    last: int
    text: str


@dataclass(slots=True)
class Head:
    """What the lines between headline and text hold; ``byline`` is as printed, dates are raw."""

    byline: str | None = None
    authors: list[str] = field(default_factory=list)
    published: list[DateEvidence] = field(default_factory=list)
    modified: list[DateEvidence] = field(default_factory=list)
    section: str | None = None
    summary: str | None = None
    captions: list[Caption] = field(default_factory=list)


def find_headline(outline: Outline) -> Headline | None:
    """Return the page's headline: its ``h1``, or the first line that is the page's title."""
    markup = outline.document.markup
    if markup is None:
        return None
    titles = [letters_key(fold(t)) for t in (markup.meta.get("og:title"), markup.title) if t]
    best: tuple[int, list[int]] | None = None
    for heading in markup.root.iter("h1"):
        inside = set(heading.iter())
        indices = [line.index for line in outline.lines if line.block in inside]
        key = letters_key(" ".join(outline.lines[index].text for index in indices))
        if not indices or key in _SITE_NAMES:
            continue
        rank = 2 if any(_names(title, key) for title in titles) else 1
        if best is None or rank > best[0]:
            best = rank, indices
    if best is None:
        for line in outline.lines:
            key = letters_key(line.text)
            if len(key) > 8 and any(_names(title, key) for title in titles) and outline.labels[line.index] is None:
                if leads_to_another(outline, line.index):
                    continue  # the card of an article with nearly this headline
                best = 0, [line.index]
                break
    if best is None:
        return None
    first, last = best[1][0], best[1][-1]
    return Headline(first, last, " ".join(line.text for line in outline.lines[first : last + 1]))


def read_head(outline: Outline, start: int, stop: int, skipped: Iterable[range] = ()) -> Head:
    """Read the lines from the headline's end to the text; ``skipped`` are lists of other articles among them."""
    head = Head()
    left: list[int] = []
    shared: list[int] = []
    section_at: int | None = None
    listed = {index for span in skipped for index in span}
    for index in range(start, stop):
        if index in listed:
            continue
        label = outline.labels[index] or share_row(outline, index)
        if label in _FURNITURE and label is not Label.COMMENT_ACTION:
            if label is Label.SHARE or (label is Label.TOOL and shared):
                shared.append(index)
            outline.take([index], "furniture")
        elif not _take_date(outline, index, head) and label is None:
            if _take_section(outline, index, head):
                section_at = index
            else:
                left.append(index)
    shared_at = shared[0] if shared else None
    for index in _author_lines(outline, left, shared_at):
        head.byline = outline.lines[index].text if head.byline is None else f"{head.byline} {outline.lines[index].text}"
        outline.take([index], "byline")
        left.remove(index)
    head.authors = split_authors(head.byline, outline.document.address.edition)
    messages = share_messages(outline, left, shared, section_at, stop)
    outline.take(messages, "furniture")
    _take_captions(outline, [index for index in left if index not in messages], head, shared_at, stop)
    return head


def ends_head(outline: Outline, index: int) -> bool:
    """Tell whether a line is one of a head: a date alone, an author with a link or an @handle."""
    mark = outline.mark(index)
    if mark is not None and not (mark.before or mark.after or mark.listed) and not _is_card(outline, index):
        return True
    return len(text := outline.lines[index].text) <= _LONGEST_NAME and (
        _HANDLE.search(text) is not None or _leads_to_author(outline, index)
    )


def section_above(outline: Outline, headline_first: int) -> str | None:
    """Return the section label above the headline, if it is no item of a menu."""
    found = find_section(outline, headline_first)
    if found is None:
        return None
    text, at = found
    neighbours = [outline.lines[i] for i in (at - 1, at + 1) if 0 <= i < headline_first]
    look = look_of(outline.lines[at])
    in_menu = any(is_section_name(line.text) and look_of(line) == look for line in neighbours)
    return None if in_menu and outline.lines[at].text == text else text


def dates_above(outline: Outline, headline_first: int) -> list[DateEvidence]:
    """Return the date that stands alone on one of the few lines above the headline."""
    above = range(max(0, headline_first - _ABOVE), headline_first)
    if not any(outline.marks[above.start : above.stop]):
        return []
    for index in reversed(above):
        if any(_is_card(outline, at) for at in range(max(0, index - 1), index + 2)):
            break
        mark = outline.mark(index)
        labelled = outline.labelled(index)
        alone = mark is not None and not (mark.before or mark.after or mark.listed)
        if mark is not None and (alone or (labelled is not None and labelled[0] is Label.PUBLISHED)):
            return [DateEvidence("byline", mark.raw)]
    return []


def is_author_block(outline: Outline, index: int) -> bool:
    """Tell whether a line can be the author's: a name, an @handle or both."""
    text = outline.lines[index].text
    if len(text) > _LONGEST_NAME:
        return False
    if _HANDLE.search(text) is not None or _is_short_name(text):
        return True
    names = split_authors(text, outline.document.address.edition)
    most = _PAIRED_NAME_WORDS + (text.count("|") == len(names) - 1)  # no headline has bars
    return len(names) > 1 and all(len(name.split()) <= most and _is_capital(name) for name in names)


def _names(title: str, key: str) -> bool:
    """Tell whether a title, by its letters, is the line or the line with the site's name around it."""
    return title == key or (len(key) > 15 and (title.startswith(f"{key} ") or title.endswith(f" {key}")))


def _take_date(outline: Outline, index: int, head: Head) -> bool:
    """Take a date off the line; tell whether the line holds nothing else (or a name, which becomes the byline)."""
    labelled = outline.labelled(index)
    mark = outline.mark(index)
    if mark is None:
        return labelled is not None and labelled[0] in (Label.PUBLISHED, Label.UPDATED)
    if mark.listed or _is_card(outline, index):
        return False
    announced = labelled[0] if labelled is not None else outline.labels[index]
    if announced is None and index > 0:
        announced = outline.labels[index - 1]
    evidence = DateEvidence("byline", mark.raw)
    if announced is Label.UPDATED:
        head.modified.append(evidence)
    elif labelled is not None or not (mark.before or mark.after):
        head.published.append(evidence)
    elif section := next((words for words in (mark.before, mark.after) if is_section_name(words)), None):
        head.published.append(evidence)
        head.section = head.section or section
        other = mark.before if section == mark.after else mark.after
        head.byline = head.byline or (other if _is_name(other) else None)
    elif _is_name(name := _beside(mark)):
        head.published.append(evidence)
        head.byline = head.byline or name
    else:
        return False
    outline.take([index], "byline")
    return True


def _beside(mark: DateMark) -> str:
    return mark.before or mark.after


def _take_section(outline: Outline, index: int, head: Head) -> bool:
    section = section_in(outline, index)
    if section is None:
        return False
    if head.section is None or not same_letters(section, head.section):
        head.section = section
    outline.take([index], "section")
    return True


def _author_lines(outline: Outline, left: list[int], shared_at: int | None) -> list[int]:
    """Return the lines of the author block: name and @handle, on one line or on two."""
    lines = outline.lines
    for place, index in enumerate(left):
        text = lines[index].text
        if len(text) > _LONGEST_NAME or is_captioned(outline, index):
            continue
        if text.startswith("@") and _HANDLE.match(text) and place > 0 and left[place - 1] == index - 1:
            return [index - 1, index] if _is_name(lines[index - 1].text) else [index]
        if _HANDLE.search(text) or _has_lead_in(outline, text) or _leads_to_author(outline, index):
            after = left[place + 1] if place + 1 < len(left) else -1
            return [index, index + 1] if after == index + 1 and lines[after].text.startswith("@") else [index]
    for index in left:
        text = lines[index].text
        if shared_at is not None and index > shared_at:
            break
        if _is_name(text) and not follows_picture(outline, index) and not is_captioned(outline, index):
            return [index]
    return []


def _take_captions(outline: Outline, left: list[int], head: Head, shared_at: int | None, stop: int) -> None:
    """Take what is left: sentences above the share bar and the picture are the deck, the rest captions."""
    edition = outline.document.address.edition.name
    pictures = [picture.index for picture in outline.document.blocks.pictures]
    for index in left:
        line = outline.lines[index]
        if is_linked(line) and _is_card(outline, index):
            outline.take([index], "furniture")
            continue
        if head.section is None and index + 1 in pictures and is_linked(line) and _is_name(line.text):
            head.section = line.text  # one that no table has
            outline.take([index], "section")
            continue
        by_picture = is_captioned(outline, index) or has_credit(line.text, edition)
        before = not any(at <= index for at in pictures if at >= left[0]) and (shared_at is None or index < shared_at)
        if is_sentence(line.text) and before and not by_picture:
            head.summary = line.text if head.summary is None else f"{head.summary} {line.text}"
            outline.take([index], "summary")
            continue
        if before and not by_picture and any(at > index for at in pictures if at <= stop):
            outline.take([index], "furniture")  # "3 min read"
            continue
        outline.take([index], "caption")
        words, credit = split_credit(line.text, edition)
        if words is None and credit and head.captions and head.captions[-1].credit is None:
            head.captions[-1].credit = credit  # the credit stands on a line of its own
            continue
        caption = make_caption(outline, index, "lead")
        if caption is None or _repeats(caption, head):
            continue
        head.captions.append(caption)


def _is_capital(name: str) -> bool:
    """Tell whether no word of a name begins with a small letter, in scripts that have such."""
    return letters_key(name) in _SITE_NAMES or not any(word[0].islower() for word in name.split())


def is_section_name(text: str) -> bool:
    """Tell whether a text is nothing but a section's name, in any edition."""
    return letters_key(text) in _section_names()


@cache
def _section_names() -> frozenset[str]:
    return frozenset(
        letters_key(name) for row in EDITIONS.values() for names in row.sections.values() for name in names
    )


def _repeats(caption: Caption, head: Head) -> bool:
    """Tell whether a caption says nothing: it is the section's or the author's name, or stands there already."""
    key = letters_key(caption.text or "")
    if caption.credit is None and key in {letters_key(head.section or ""), letters_key(head.byline or ""), ""}:
        return True
    return any((c.text, c.credit) == (caption.text, caption.credit) for c in head.captions)


def _is_name(text: str) -> bool:
    """Tell whether a line can be names: few words, no sentence, no digits."""
    if len(text) > _LONGEST_NAME or ends_sentence(text) or not letters_key(text):
        return False
    return len(text.split()) <= _MOST_NAME_WORDS and not any(c.isdigit() or c in ':?!«»“”"' for c in text)


def _is_short_name(text: str) -> bool:
    return letters_key(text) in _SITE_NAMES or (_is_name(text) and len(text.split()) <= _SHORT_NAME_WORDS)


def _has_lead_in(outline: Outline, text: str) -> bool:
    edition = outline.document.address.edition
    return any(
        text.casefold().startswith(f"{lead_in.casefold()} ") or text.casefold().startswith(f"{lead_in.casefold()}:")
        for row in (edition, EDITIONS["english"])
        for lead_in in row.byline_lead_ins
    )


def _leads_to_author(outline: Outline, index: int) -> bool:
    return any("/authors/" in urlsplit(href).path for _, href in outline.lines[index].links() if "/authors/" in href)


def _is_card(outline: Outline, index: int) -> bool:
    """Tell whether a line leads to another article."""
    return any(outline.document.leads_to_another(href) for _, href in outline.lines[index].links())
