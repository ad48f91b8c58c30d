"""The body of a classic article: which lines below the byline are paragraphs, sub-headings, captions or a dateline.

What a reader goes by: the body begins at a dateline or at the first running text, and ends where comments, buttons
or lists of other articles begin. A caption is printed twice, belongs to a picture or ends in a credit; a
sub-heading is a short line without a full stop between paragraphs.
"""

from __future__ import annotations

import re
from typing import Final

from rudaw_scraper.article_lists import glued_tags
from rudaw_scraper.blocks import Line
from rudaw_scraper.body_end import without_loose_ends, without_loose_start
from rudaw_scraper.captions import (
    follows_picture,
    has_credit,
    has_picture,
    is_boxed_with_picture,
    is_captioned,
    make_caption,
    pictures_above,
)
from rudaw_scraper.datelines import inline_dateline, own_line_dateline
from rudaw_scraper.labels import Label
from rudaw_scraper.letters import letters_key, same_letters
from rudaw_scraper.outline import Outline, is_sentence, shared_home
from rudaw_scraper.record import Caption
from rudaw_scraper.resumed_body import resumed_at
from rudaw_scraper.subheadings import find_subheadings
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.walk_tables import SAME_BLOCK, Element

_LONGEST_BARE_CAPTION: Final = 200  # characters, for a caption that only its place below a picture shows
_LONGEST_PLAIN_CAPTION: Final = 100  # characters, for one with a full stop, without a credit, set as the paragraphs
_LONGEST_BUTTON: Final = 60  # characters, for furniture with unknown words above a caption
_LEAD_REACH: Final = 6  # lines below the byline in which captions and names of reporters can stand
_NAME_JOINTS: Final = re.compile(r"\s[-–—و]\s|[,،/&]")
_MOST_NAME_WORDS: Final = 4
_DIGIT: Final = re.compile(r"\d")


class Body:
    """What was read below the byline; ``end`` is the first line after the body."""

    __slots__ = ("captions", "dateline", "end", "paragraphs", "subheadings")

    def __init__(self, end: int) -> None:
        self.end = end
        self.paragraphs: list[str] = []
        self.subheadings: list[str] = []
        self.captions: list[Caption] = []
        self.dateline: str | None = None


def read_body(outline: Outline, start: int, stop: int) -> Body:
    """Read the body in the range of lines from the byline's end to where the comments or the page end."""
    content = _content_lines(outline, start, stop)
    body = Body(end=content[-1] + 1 if content else start)
    content = without_loose_start(outline, _take_lead(outline, content, body))
    kept = _take_inline_captions(outline, content, body)
    paragraphs = _join_soft_breaks(outline, kept)
    headed = find_subheadings([(outline.lines[indices[0]], text) for indices, text in paragraphs])
    for number, (indices, text) in enumerate(paragraphs):
        body.paragraphs.append(text)
        if number in headed:
            body.subheadings.append(text)
        outline.take(indices, "subheading" if number in headed else "paragraph")
    if body.dateline is None and body.paragraphs:
        body.dateline = inline_dateline(body.paragraphs[0], outline.document.address.edition.name)
    return body


def _content_lines(outline: Outline, start: int, stop: int) -> list[int]:
    """Return the lines that are article text or captions: furniture above, among and below them left out."""
    content: list[int] = []
    begun = False
    index = start
    while index < stop:
        labelled = outline.labelled(index)
        if labelled is not None:
            label, rest = labelled
            if rest and label not in (Label.TAGS, Label.UPDATED, Label.PUBLISHED):
                labelled = None  # "Name: words" is a way to write an interview
        if labelled is None:
            mark = outline.mark(index) if begun else None
            if (mark is not None and mark.listed) or (begun and glued_tags(outline, index)):
                break  # an entry in a list of other articles, or the tags
            content.append(index)
            begun = begun or is_sentence(outline.lines[index].text)
            index += 1
            continue
        resumed = resumed_at(outline, index, stop, content) if begun else index + 1
        if resumed is None:
            break
        outline.take(range(index, resumed), "furniture")
        index = resumed
    return without_loose_ends(outline, content)


def _take_lead(outline: Outline, content: list[int], body: Body) -> list[int]:
    """Take captions, reporters' names and a dateline of its own off the beginning of the content lines."""
    edition = outline.document.address.edition.name
    lines = outline.lines
    dateline_at: int | None = None
    for place, index in enumerate(content[:_LEAD_REACH]):
        text = lines[index].text
        if has_credit(text, edition):
            continue
        if (
            body.dateline is None
            and (own := own_line_dateline(text, edition))
            and not _is_repeated(outline, content, place)
        ):
            body.dateline, dateline_at = own, place
            outline.take([index], "dateline")
            break
        if inline_dateline(text, edition) is not None:
            dateline_at = place
            break
        if len(text) > _LONGEST_BARE_CAPTION and not is_captioned(outline, index):
            break  # running text: the body has begun
    place = 0
    last_caption = _last_lead_caption(outline, content)
    while place < len(content):
        if place == dateline_at:
            if body.dateline is not None:
                place += 1
            break
        index = content[place]
        repeated = _is_repeated(outline, content, place)
        if (
            place < last_caption
            and _is_unlike_text(lines[index].text)
            and not _is_lead_caption(outline, content, place)
        ):
            outline.take([index], "furniture")
            place += 1
            continue
        if dateline_at is None and not _is_lead_caption(outline, content, place):
            break
        if _is_lead_caption(outline, content, place) or _looks_like_caption(outline, content, place, dateline_at):
            _add_caption(outline, body, index, lead=True)
        else:
            outline.take([index], "reporter")
        place += 2 if repeated else 1
    return content[place:]


def _last_lead_caption(outline: Outline, content: list[int]) -> int:
    """Return the place of the last sure caption above the first running text, or 0."""
    last = 0
    for place, index in enumerate(content[:_LEAD_REACH]):
        if _is_lead_caption(outline, content, place):
            last = place
        elif not _is_unlike_text(outline.lines[index].text):
            break
    return last


def _is_unlike_text(text: str) -> bool:
    return len(text) <= _LONGEST_BUTTON and not ends_sentence(text)


def _is_repeated(outline: Outline, content: list[int], place: int) -> bool:
    if place + 1 >= len(content):
        return False
    text, following = outline.lines[content[place]].text, outline.lines[content[place + 1]].text
    return same_letters(text, following) and _DIGIT.findall(text) == _DIGIT.findall(following)


def _is_lead_caption(outline: Outline, content: list[int], place: int) -> bool:
    """Tell whether the line is a caption by itself, wherever the body may begin."""
    index = content[place]
    text = outline.lines[index].text
    edition = outline.document.address.edition.name
    if _is_repeated(outline, content, place) or is_captioned(outline, index) or has_credit(text, edition):
        return True
    if follows_picture(outline, index) and len(text) <= _LONGEST_BARE_CAPTION:
        return place + 1 < len(content) and not (
            _has_caption_above(outline, content, place) or _opens_text(outline, content, place)
        )
    if not letters_key(text):
        return True
    above = next((at for at in reversed(range(index)) if outline.labels[at] is None), None)  # below "3 min read", too
    if outline.lines[index].block is None and place == 0 and above is not None and outline.mark(above) is not None:
        below = outline.lines[content[1]].text if len(content) > 1 else ""
        return _is_unfinished(text) and is_sentence(below)  # between a byline and the text, without markup
    return has_picture(outline, index) and _is_unfinished(text) and not _has_caption_below(outline, content, place)


def _has_caption_above(outline: Outline, content: list[int], place: int) -> bool:
    """Tell whether the picture above a line has its caption, by the picture's own words, above itself."""
    return place > 0 and is_captioned(outline, content[place - 1]) and not follows_picture(outline, content[place - 1])


def _opens_text(outline: Outline, content: list[int], place: int) -> bool:
    """Tell whether a sentence below a picture is set as another below it: in an element that the picture is not in.

    In the picture's own element the sentence must be longer than captions without a credit are, unless the picture
    has a ``figure`` to itself, where its caption would stand.
    """
    line = outline.lines[content[place]]
    if line.block is None or not ends_sentence(line.text):
        return False
    below = [outline.lines[index] for index in content[place + 1 : place + 1 + _LEAD_REACH]]
    homes = [shared_home(line, each) for each in below if ends_sentence(each.text)]
    home = next((home for home in homes if home is not None), None)
    if home is None or len(line.text) > _LONGEST_PLAIN_CAPTION:
        return home is not None
    pictures = [picture.element for picture in pictures_above(outline, line.index)]
    return not any(home in picture.iterancestors() for picture in pictures if not _is_framed(picture, line))


def _is_framed(picture: Element, line: Line) -> bool:
    """Tell whether a picture stands in a ``figure`` that a line is not in."""
    frame = next(picture.iterancestors("figure"), None)
    return frame is not None and not line.inside(frame)


def _has_caption_below(outline: Outline, content: list[int], place: int) -> bool:
    """Tell whether the picture below a line has its caption below itself."""
    if place + 1 >= len(content) or not follows_picture(outline, content[place + 1]):
        return False
    text = outline.lines[content[place + 1]].text
    edition = outline.document.address.edition.name
    return len(text) <= _LONGEST_BARE_CAPTION or has_credit(text, edition) or is_captioned(outline, content[place + 1])


def _looks_like_caption(outline: Outline, content: list[int], place: int, dateline_at: int | None) -> bool:
    """Tell a caption from a reporter's name among the lines above the dateline."""
    text = outline.lines[content[place]].text
    apart = outline.document.address.edition.names_reporter_apart
    if dateline_at is None or has_picture(outline, content[place]) or not apart:
        return dateline_at is not None
    names = _NAME_JOINTS.split(text)
    return ends_sentence(text) or any(len(name.split()) > _MOST_NAME_WORDS for name in names)


def _is_unfinished(text: str) -> bool:
    return len(text) <= 250 and not ends_sentence(text)


def _take_inline_captions(outline: Outline, content: list[int], body: Body) -> list[int]:
    edition = outline.document.address.edition.name
    kept: list[int] = []
    place = 0
    while place < len(content):
        index = content[place]
        twice = _is_repeated(outline, content, place)
        repeated = twice and (not is_sentence(outline.lines[index].text + ".") or has_picture(outline, index))
        captioned = is_captioned(outline, index) or (place > 0 and is_boxed_with_picture(outline, index))
        if repeated or captioned or has_credit(outline.lines[index].text, edition):
            _add_caption(outline, body, index, lead=False)
            place += 2 if twice else 1
            continue
        kept.append(index)
        place += 1
    return kept


def _add_caption(outline: Outline, body: Body, index: int, *, lead: bool) -> None:
    caption = make_caption(outline, index, "lead" if lead else "inline")
    last = body.captions[-1] if body.captions else None
    credits_last = last is not None and last.credit is None and outline.document.roles.get(index - 1) == "caption"
    outline.take([index], "caption")
    if caption is not None and caption.text is None and last is not None and credits_last:
        last.credit = caption.credit  # it stands on a line of its own
        return
    if caption is None or any((c.text, c.credit) == (caption.text, caption.credit) for c in body.captions):
        return
    body.captions.append(caption)


def _join_soft_breaks(outline: Outline, kept: list[int]) -> list[tuple[list[int], str]]:
    """Join a line that a single ``<br>`` cuts off in mid-sentence to the one before."""
    paragraphs: list[tuple[list[int], str]] = []
    for index in kept:
        line = outline.lines[index]
        if paragraphs and line.block is not None and line.gap == SAME_BLOCK:
            indices, text = paragraphs[-1]
            follows = outline.lines[indices[-1]].block is line.block and indices[-1] == index - 1
            if follows and not ends_sentence(text) and line.text[:1].islower():
                paragraphs[-1] = ([*indices, index], f"{text} {line.text}")
                continue
        paragraphs.append(([index], line.text))
    return paragraphs
