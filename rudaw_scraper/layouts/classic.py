"""The classic layout, seen from December 2015 to March 2019: the only one with readers' comments.

Its markup is unknown, so everything is read from what is visible: section, headline, byline with date, caption,
body, comments, in this order, with the site's own words as landmarks. Tags and attributes only help.
"""

from __future__ import annotations

from typing import Final

from rudaw_scraper.article_lists import declared_comment_count, find_related, find_tags, label_more_by
from rudaw_scraper.bylines import Byline, find_byline, split_authors
from rudaw_scraper.captions import make_caption, unshown_caption
from rudaw_scraper.comments import find_comments
from rudaw_scraper.headings import find_heading, find_section
from rudaw_scraper.labels import Label
from rudaw_scraper.layouts.base import Fields
from rudaw_scraper.main_text import first_sentence
from rudaw_scraper.outline import Outline, look_of
from rudaw_scraper.page import DateEvidence
from rudaw_scraper.record import Caption
from rudaw_scraper.side_boxes import read_body_between
from rudaw_scraper.side_list import SideList, find_side_list

_BELOW_TEXT: Final = tuple(label for label in Label if label not in (Label.SHARE, Label.TOOL))  # an advertisement


class Classic:
    """Reader of the classic layout, from markup or plain text."""

    name = "classic"

    @staticmethod
    def matches(outline: Outline) -> bool:
        """Tell whether the page can be in this layout; only reading it shows whether it is."""
        return bool(outline.lines)

    @staticmethod
    def read(outline: Outline) -> Fields | None:
        """Read the page; ``None`` if it shows no headline with a byline below it."""
        side = find_side_list(outline)
        byline = _find_byline(outline, side)
        if byline is None:
            return None
        floor = side.stop if side is not None and side.stop <= byline.first else 0
        heading = find_heading(outline, byline.first, floor)
        if heading is None:
            return None
        start = byline.last + 1
        section = find_section(outline, heading.first, floor)
        authors = split_authors(byline.text, outline.document.address.edition)
        label_more_by(outline, start, authors)
        comments, first_comment = find_comments(outline, start, [] if side is None else [range(side.first, side.stop)])
        amid = None if side is None else _amid_text(outline, start, side)
        stops = [len(outline.lines), first_comment, side.first if side is not None and amid is None else None]
        stop = min(stop for stop in stops if stop is not None and stop >= start)
        body = read_body_between(outline, start, stop, amid)
        outline.take(range(heading.first, heading.last + 1), "headline")
        outline.take(range(byline.first, start), "byline")
        outline.take(heading.captions, "caption")
        captions = _captions(outline, heading.captions, body.captions)
        if not any(caption.position == "lead" for caption in captions):
            first = next((at for at in range(start, stop) if outline.document.roles.get(at) == "paragraph"), start)
            unshown = unshown_caption(outline, heading.first, first, heading.headline)
            captions = captions if unshown is None else [unshown, *captions]
        if section is not None:
            outline.take([section[1]], "section")
        return Fields(
            headline=heading.headline,
            section=section[0] if section else None,
            byline=byline.text,
            authors=authors,
            published=[] if byline.date_raw is None else [DateEvidence("byline", byline.date_raw)],
            modified=_modified(outline, heading.first, body.end),
            dateline=body.dateline,
            summary=heading.summary,
            paragraphs=body.paragraphs,
            subheadings=body.subheadings,
            captions=captions,
            tags=find_tags(outline, start),
            comments=comments,
            comment_count=declared_comment_count(outline, start),
            related=find_related(outline, start),
            latest_comments=[] if side is None else side.comments,
        )


def _find_byline(outline: Outline, side: SideList | None) -> Byline | None:
    """Return the byline outside the side list; a side column may stand before the article or after it."""
    skipped = None if side is None else range(side.first, side.stop)
    return find_byline(outline, 0, len(outline.lines), skipped)


def _amid_text(outline: Outline, start: int, side: SideList) -> range | None:
    """Return the side list's lines if it stands between byline and text, or between paragraphs of one element."""
    if side.first < start:
        return None
    lines = outline.lines
    above = first_sentence(outline, start, side.first)
    while above < side.first and lines[above].text in (lines[above - 1].text, lines[above + 1].text):
        above = first_sentence(outline, above + 1, side.first)  # a caption is printed twice
    stop = outline.next_label(side.stop, _BELOW_TEXT)
    below = first_sentence(outline, side.stop, stop)
    if below == stop:
        return None
    span = range(side.first, side.stop)
    if above == side.first:
        return span
    one, other = lines[above].block, lines[below].block
    if one is None or other is None or look_of(lines[above]) != look_of(lines[below]):
        return None
    return span if one.getparent() is other.getparent() else None


def _captions(outline: Outline, above: list[int], below: list[Caption]) -> list[Caption]:
    """Return the captions above the byline and those below it, each once."""
    found = [caption for index in above if (caption := make_caption(outline, index, "lead")) is not None]
    shown: list[Caption] = []
    for caption in (*found, *below):
        if not any((each.text, each.credit) == (caption.text, caption.credit) for each in shown):
            shown.append(caption)
    return shown


def _modified(outline: Outline, start: int, stop: int) -> list[DateEvidence]:
    """Return the date that a line such as "Updated: 23/7/2017" gives."""
    for index in range(start, min(stop, len(outline.lines))):
        labelled = outline.labelled(index)
        mark = outline.mark(index) if labelled is not None and labelled[0] is Label.UPDATED else None
        if mark is not None:
            return [DateEvidence("byline", mark.raw)]
    return []
