"""The "Skwid" layout, from 2019 or later to 24 May 2026.

Headline; then author with an @handle, share bar, section label, caption, an "Also in …" list, font-size buttons
("A+ A-"), the text as ``<p>`` or justified ``<div>``, and the rules for comments or a form, after which other
articles may follow. Class names are known from scrapers only and are used as a sign of the layout, not to read it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rudaw_scraper.addresses import is_article_url
from rudaw_scraper.article_head import (
    Headline,
    dates_above,
    find_headline,
    is_author_block,
    read_head,
    section_above,
)
from rudaw_scraper.article_lists import declared_comment_count, find_tags
from rudaw_scraper.blocks import Line
from rudaw_scraper.byline_dates import take_date_off_byline
from rudaw_scraper.datelines import inline_dateline, own_line_dateline
from rudaw_scraper.labels import Label
from rudaw_scraper.later_lists import read_comments, related_articles, side_comments
from rudaw_scraper.layouts.base import Fields
from rudaw_scraper.letters import letters_key
from rudaw_scraper.main_text import text_start
from rudaw_scraper.outline import Outline, is_linked, is_sentence, look_of
from rudaw_scraper.sections import section_in
from rudaw_scraper.share_bar import share_box, share_row
from rudaw_scraper.side_boxes import read_body_alone
from rudaw_scraper.structured import read_structured
from rudaw_scraper.walk_tables import BLANK_LINE, bits_of

_HEADINGS: Final = bits_of("h2", "h3", "h4")
_FONT_SIZE: Final = re.compile(r"A ?[+＋](?: ?\|? ?A ?[-–−])?|A ?[-–−](?: ?\|? ?A ?[+＋])?", re.IGNORECASE)
_HANDLE: Final = re.compile(r"(?:^|\s)@\w{3,}$")
# Words that only this layout prints, as prefixes of a line's letters.
_OWN_WORDS: Final = tuple(
    map(
        letters_key,
        (
            "Error occured during this request",
            "Add To Favorites",
            "Rudaw moderates all comments submitted",
            "هەڵەیەک روویدا! دووبارە هەوڵبدە",
            "زیادی بکە بۆ لیستی دڵخوازەکانم",
            "وەک میوان کۆمێنتێك بنووسە یان وەرە ژوورەوە",
        ),
    )
)
_ALSO_IN: Final = tuple(map(letters_key, ("Also in", "زۆرتر لە", "Zêdetir ji beşa")))
_HEAD_REACH: Final = 60  # lines below the headline in which the buttons above the text can stand
_HEAD_LINES: Final = 6  # above the share bar: section, headline, deck, author
_LONGEST_ALSO_LIST: Final = 8
_MOST_ABOVE_LIST: Final = 4  # sentences of a deck, an error message and captions
_FEWEST_LISTED: Final = 2  # links to articles below a heading that make it one of a list
_ENDS: Final = (Label.COMMENT_FORM, Label.COMMENTS, Label.YOUR_RUDAW, Label.LATEST_COMMENTS, Label.FOOTER)
_LISTS: Final = (Label.ELSEWHERE, Label.RELATED, Label.MORE_BY_AUTHOR)
# The stems of "comment" and "site" in the rules that follow the text, for editions whose wording was never seen.
_RULES_WORDS: Final = {
    edition: (tuple(map(letters_key, comment)), tuple(map(letters_key, site)))
    for edition, comment, site in (
        ("english", ("comment",), ("site",)),
        ("sorani", ("کۆمێنت", "لێدوان"), ("ماڵپەڕ", "سایت")),
        ("kurmanci", ("şîrove",), ("malper",)),
        ("arabic", ("تعليق",), ("موقع",)),
        ("turkish", ("yorum",), ("site",)),
    )
}
_HOUSE: Final = tuple(map(letters_key, ("Rudaw", "Rûdaw", "رووداو", "روداو")))
_LONGEST_BUTTONS: Final = 9  # characters
_LONGEST_SIGN: Final = 60  # characters
_LAST_RULES: Final = 2  # paragraphs at the end of the text that can be rules


class Skwid:
    """Reader of the Skwid layout, from markup or plain text."""

    name = "skwid"

    @staticmethod
    def matches(outline: Outline) -> bool:
        """Tell whether the page has a class name of the layout, or two of the things that only it prints."""
        return _has_class(outline) or _signs(outline) >= 2

    @staticmethod
    def read(outline: Outline) -> Fields | None:
        """Read the page; ``None`` if it shows no headline."""
        headline = find_headline(outline) or _headline_of_text(outline)
        if headline is None:
            return None
        start = headline.last + 1
        for index in range(start, min(len(outline.lines), start + _HEAD_REACH)):
            if outline.labels[index] is None and share_row(outline, index) is not None:
                outline.set_label(index, Label.SHARE)  # one long line: no text begins there
        also = _also_lists(outline, start)
        begin = _text_begin(outline, start, also)
        buttons = [range(index, index + 1) for index in _font_size_lines(outline, start, begin)]
        head = read_head(outline, start, begin, [*also, *buttons])
        take_date_off_byline(outline, head)
        body = read_body_alone(outline, begin, _text_end)
        paragraphs = _without_rules(body.paragraphs, outline.document.address.edition.name)
        outline.take(range(headline.first, start), "headline")
        markup = outline.document.markup
        told = read_structured(markup, in_text=markup is not None and markup.has_items)
        return Fields(
            headline=headline.text,
            section=head.section or section_above(outline, headline.first),
            byline=head.byline,
            authors=head.authors,
            published=[*(head.published or dates_above(outline, headline.first)), *told.published],
            modified=[*head.modified, *told.modified],
            dateline=body.dateline,
            summary=head.summary,
            paragraphs=paragraphs,
            subheadings=[text for text in body.subheadings if text in paragraphs],
            captions=[*head.captions, *body.captions],
            tags=find_tags(outline, begin),
            comments=read_comments(outline, body.end),
            comment_count=declared_comment_count(outline, body.end),
            related=related_articles(outline, begin),
            latest_comments=side_comments(outline),
        )


def _has_class(outline: Outline) -> bool:
    markup = outline.document.markup
    return markup is not None and bool(markup.layout_classes)


def _signs(outline: Outline) -> int:
    """Count the kinds of things on the page that only this layout prints."""
    found: set[str] = set()
    lines = outline.lines
    for line in [line for line in lines if len(line.text) <= _LONGEST_BUTTONS and _is_font_size(line.text)]:
        found.add("font size")
        if _share_bar_above(outline, line.index):
            found.add("share bar above the text")
        above = lines[max(0, line.index - _FEWEST_LISTED) : line.index]
        if len(above) == _FEWEST_LISTED and all(_leads_to_article(outline, each) for each in above):
            found.add("also in")
    for index, label in outline.labelled_lines():
        found.update(_signs_in(lines[index].text))
        if label is Label.SHARE and any("@" in text and _HANDLE.search(text) for text in _texts_above(outline, index)):
            found.add("author above the share bar")
    return len(found)


@lru_cache(maxsize=1024)  # labels are the same on every page
def _signs_in(text: str) -> tuple[str, ...]:
    """Return what only this layout prints of what a line begins with."""
    key = letters_key(text[:_LONGEST_SIGN])
    also = ("also in",) if key.startswith(_ALSO_IN) else ()
    return (*also, *(words for words in _OWN_WORDS if key.startswith(words)))


def _share_bar_above(outline: Outline, index: int) -> bool:
    """Tell whether a share bar, and no date as in a classic byline, stands above the font-size buttons."""
    above = range(max(0, index - _HEAD_REACH // 2), index)
    shares = [at for at in above if outline.labels[at] is Label.SHARE]
    near = outline.lines[max(0, shares[0] - _HEAD_LINES) : shares[0]] if shares else []
    if sum(is_sentence(line.text) for line in near) > 1:
        return False  # the text stands above the bar
    return bool(shares) and not any(outline.mark(at) for at in range(max(0, shares[0] - _HEAD_LINES), index))


def _texts_above(outline: Outline, index: int) -> list[str]:
    return [line.text for line in outline.lines[max(0, index - 2) : index]]


def _is_font_size(text: str) -> bool:
    return text[0] in "Aa" and _FONT_SIZE.fullmatch(text) is not None


def _font_size_lines(outline: Outline, start: int, stop: int) -> list[int]:
    """Return the lines of the buttons that change the size of the letters."""
    return [index for index in range(start, stop) if _is_font_size(outline.lines[index].text)]


def _last_font_size_line(outline: Outline, start: int, stop: int) -> int | None:
    return next(reversed(_font_size_lines(outline, start, stop)), None)


def _also_lists(outline: Outline, start: int) -> list[range]:
    """Return the lines of the "Also in …" list between headline and text."""
    lines = outline.lines
    stop = min(len(lines), start + _HEAD_REACH)
    above = _last_font_size_line(outline, start, stop)
    edition = outline.document.address.edition.name
    sentences = 0
    for index in range(start, stop if above is None else above):
        if is_sentence(lines[index].text) and not is_linked(lines[index]):
            sentences += 1
            if above is None and (sentences > _MOST_ABOVE_LIST or _goes_on_alike(lines[index - 1], lines[index])):
                break  # the text has begun
        if outline.labels[index] is Label.COMMENT_FORM or _is_rules(lines[index].text, edition):
            break  # the text has ended
        if outline.labels[index] not in _LISTS and not (
            _heads_links(outline, index) or (above is not None and _names_section(outline, start, index, above))
        ):
            continue
        buttons = _last_font_size_line(outline, index, stop)
        end = index + 1
        while end < (buttons if buttons is not None else stop) and end - index <= _LONGEST_ALSO_LIST:
            line = lines[end]
            if outline.labels[end] is not None or (buttons is None and not _is_listed(outline, end)):
                break
            end += 1
            if line.block is None and line.gap == BLANK_LINE and buttons is None and end > index + 2:
                break
        return [range(index, end)]
    return []


def _goes_on_alike(line: Line, following: Line) -> bool:
    """Tell whether two neighbours are paragraphs of one text: sentences of one look in one element."""
    one, other = line.block, following.block
    if one is None or other is None or not is_sentence(line.text) or is_linked(line):
        return False
    return look_of(line) == look_of(following) and one.getparent() is other.getparent()


def _names_section(outline: Outline, start: int, index: int, stop: int) -> bool:
    """Tell whether a line of plain text above the buttons, and two or more below it, are a list of the section's."""
    line = outline.lines[index]
    if line.block is not None or stop - index <= _FEWEST_LISTED or len(line.text) > _LONGEST_SIGN:
        return False
    sections = [at for at in range(start, index) if section_in(outline, at) is not None]
    name = outline.lines[sections[-1]].text if sections else ""
    return bool(name) and line.text.endswith(f" {name}")


def _heads_links(outline: Outline, index: int) -> bool:
    """Tell whether a short line is the heading of a list of other articles, in words that nobody has noted yet."""
    line = outline.lines[index]
    if line.block is None or outline.labels[index] is not None or len(line.text) > _LONGEST_SIGN or is_linked(line):
        return False
    below = outline.lines[index + 1 : index + 1 + _FEWEST_LISTED]
    return len(below) == _FEWEST_LISTED and all(_leads_to_article(outline, each) for each in below)


def _leads_to_article(outline: Outline, line: Line) -> bool:
    urls = (outline.document.absolute(href) for _, href in line.links())
    return is_linked(line) and any(url is not None and is_article_url(url) for url in urls)


def _is_listed(outline: Outline, index: int) -> bool:
    line = outline.lines[index]
    if line.block is not None:
        return is_linked(line)
    edition = outline.document.address.edition.name
    return not (is_sentence(line.text) or inline_dateline(line.text, edition) or own_line_dateline(line.text, edition))


def _text_begin(outline: Outline, start: int, also: list[range]) -> int:
    """Return the first line of the text: below the font-size buttons, else below the list, else the first sentence."""
    total = len(outline.lines)
    first = text_start(outline, also[-1].stop if also else start, total)
    above = range(start, min(first, total))
    box = share_box(outline, [index for index in above if outline.labels[index] is Label.SHARE])
    while first < total and (_is_deck(outline, first) or (box is not None and outline.lines[first].inside(box))):
        first = text_start(outline, first + 1, total)  # "An error occurred", in words no table knows
    above = range(start, min(first, total))
    shares = [index for index in above if outline.labels[index] in (Label.SHARE, Label.TOOL)]
    floor = max([start, *(span.stop for span in also), *(index + 1 for index in shares)])
    buttons = _last_font_size_line(outline, start, min(total, start + _HEAD_REACH))
    if buttons is not None and buttons + 1 >= floor:
        return buttons + 1
    return max(first, text_start(outline, floor, total))


def _is_deck(outline: Outline, index: int) -> bool:
    """Tell whether a sentence is a deck: in a heading element, with the author, buttons or a picture below it."""
    if index + 1 >= len(outline.lines):
        return False
    return bool(outline.lines[index].around & _HEADINGS) and not is_sentence(outline.lines[index + 1].text)


def _text_end(outline: Outline, begin: int) -> int:
    """Return the line after the text: the form, the comments, the footer, or rules below which nothing is text."""
    stop = outline.next_label(begin, _ENDS)
    lines = outline.lines
    edition = outline.document.address.edition.name
    told = [index for index in range(begin, stop) if is_sentence(lines[index].text)]
    first = lines[told[0]].block if told else None
    box = first.getparent() if first is not None else None
    for place, index in enumerate(told[1:], start=1):
        if not _is_rules(lines[index].text, edition):
            continue
        if box is None or not any(lines[after].inside(box) for after in told[place + 1 :]):
            return index
    return stop


def _is_rules(text: str, edition_name: str) -> bool:
    """Tell whether a text names the house, comments and the site, as the rules for comments do."""
    comment, site = _RULES_WORDS[edition_name]
    key = letters_key(text)
    return all(any(word in key for word in words) for words in (_HOUSE, comment, site))


def _without_rules(paragraphs: list[str], edition_name: str) -> list[str]:
    """Drop the rules for comments that stand below the text in words no one has noted yet."""
    kept = list(paragraphs)
    for _ in range(_LAST_RULES):
        if len(kept) < 2 or not _is_rules(kept[-1], edition_name):
            break
        kept.pop()
    return kept


def _headline_of_text(outline: Outline) -> Headline | None:
    """Return the headline of a page without markup: the line above the author, who stands above the share bar."""
    anchor = next((i for i in range(len(outline.lines)) if _is_anchor(outline, i)), None)
    if anchor is None:
        return None
    reach = range(max(0, anchor - _HEAD_REACH // 2), anchor)
    shares = [index for index in reach if outline.labels[index] is Label.SHARE]
    at = (shares[0] if shares else anchor) - 1
    while at > 0 and outline.labels[at] is not None:
        at -= 1
    for is_author in (_is_handle, is_author_block):
        if at > 0 and is_author(outline, at) and outline.labels[at - 1] is None:
            at -= 1
    if at < 0 or outline.labels[at] is not None:
        return None
    return Headline(at, at, outline.lines[at].text)


def _is_handle(outline: Outline, index: int) -> bool:
    return outline.lines[index].text.startswith("@") and " " not in outline.lines[index].text


def _is_anchor(outline: Outline, index: int) -> bool:
    if _is_font_size(outline.lines[index].text):
        return True
    return outline.labels[index] is not None and letters_key(outline.lines[index].text).startswith(_ALSO_IN)
