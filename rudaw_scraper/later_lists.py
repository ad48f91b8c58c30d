"""Lists on pages of the later layouts and of unknown ones: comments, latest comments, related articles.

No real comment of the later layouts has been seen. One is believed only below a heading or form of comments and
outside lists of other articles: the cards of those lists carry dates too.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from rudaw_scraper.addresses import is_article_url
from rudaw_scraper.article_lists import find_related
from rudaw_scraper.blocks import Line
from rudaw_scraper.comment_marks import in_buttons
from rudaw_scraper.comments import find_comments
from rudaw_scraper.dates import is_date
from rudaw_scraper.labels import Label
from rudaw_scraper.outline import Outline, is_sentence
from rudaw_scraper.record import Comment, LatestComment, Related
from rudaw_scraper.side_list import find_side_list
from rudaw_scraper.walk_tables import Element

_MOST_CARD_LINES: Final = 5  # picture's words, headline, summary, when, who
_CARD_LEVELS: Final = 5  # from a line of a card to its box
_OPEN: Final = (Label.COMMENTS, Label.COMMENT_FORM)
_CLOSE: Final = (
    Label.LATEST_COMMENTS, Label.RELATED, Label.ELSEWHERE, Label.MORE_BY_AUTHOR, Label.YOUR_RUDAW, Label.FOOTER,
)  # fmt: skip


def read_comments(outline: Outline, start: int) -> list[Comment]:
    """Return the readers' comments below line ``start``."""
    total = len(outline.lines)
    first = at = outline.next_label(start, _OPEN)
    if at == total:
        return []
    skipped: list[range] = []
    while at < total:
        stop = outline.next_label(at + 1, _CLOSE)
        skipped += _cards(outline, at + 1, stop)
        at = outline.next_label(stop, _OPEN)
        skipped.append(range(stop, at))
    comments = find_comments(outline, first, skipped)[0]
    buttons = {line.text for line in outline.lines[first:] if in_buttons(line)} if comments else set()
    return _without_buttons(comments, buttons)


def comments_above_form(outline: Outline, start: int) -> list[Comment]:
    """Return the comments between line ``start`` and the form or heading; the side list may stand before them.

    Without a heading above them, only several are believed, or names, bars and dates as classic pages have.
    """
    stop = outline.next_label(start, (*_OPEN, *_CLOSE))
    if stop < len(outline.lines) and outline.labels[stop] is Label.LATEST_COMMENTS:
        side = find_side_list(outline)
        if side is not None and side.first == stop and not _are_comments(outline, start, stop):
            start, stop = side.stop, outline.next_label(side.stop, (*_OPEN, *_CLOSE))
    if not _are_comments(outline, start, stop):
        return []
    return find_comments(outline, start, [range(stop, len(outline.lines))])[0]


def _are_comments(outline: Outline, start: int, stop: int) -> bool:
    """Tell whether dates below a text are those of comments: a name and a bar before one, or several dates."""
    found = [outline.marks[index] for index in range(start, stop) if not is_sentence(outline.lines[index].text)]
    marks = [mark for mark in found if mark is not None and not mark.listed and not mark.clocked]
    return len(marks) > 1 or any(mark.piped and mark.before for mark in marks)


def _without_buttons(comments: list[Comment], buttons: set[str]) -> list[Comment]:
    """Take lines that are buttons out of the texts; leave out comments without other words, close up positions."""
    if not any(line in buttons for comment in comments for line in comment.text.split("\n")):
        return comments
    kept: list[Comment] = []
    places: dict[int, int] = {}
    for comment in comments:
        comment.text = "\n".join(line for line in comment.text.split("\n") if line not in buttons)
        if comment.text:
            kept.append(comment)
            places[comment.position] = len(kept)
    for comment in kept:
        comment.position = places[comment.position]
        comment.reply_to = places.get(comment.reply_to or 0)
    return kept


def side_comments(outline: Outline) -> list[LatestComment]:
    """Return the site-wide list of latest comments, if a heading announces one."""
    if outline.next_label(0, [Label.LATEST_COMMENTS]) == len(outline.lines):
        return []
    side = find_side_list(outline)
    return [] if side is None else side.comments


def related_articles(outline: Outline, start: int) -> list[Related]:
    """Return the related articles listed below line ``start``, each once, without the dates on their cards."""
    found: dict[str, Related] = {}
    for related in find_related(outline, start):
        if not is_date(related.headline, outline.language):
            found.setdefault(related.url or related.headline, related)
    return list(found.values())


def _cards(outline: Outline, start: int, stop: int) -> list[range]:
    """Return the lines of boxes around a link to one other article: those that share its block, or a small box."""
    lines = outline.lines
    around: dict[Element, set[str]] = {}  # the articles that an element leads to
    linked: set[Element] = set()
    for index in range(start, stop):
        block = lines[index].block
        if block is None:
            continue
        urls = (outline.document.absolute(href) for _, href in lines[index].links())
        articles = {url for url in urls if url is not None and is_article_url(url)}
        if articles:
            linked.add(block)
            for element in lines[index].ancestors():
                around.setdefault(element, set()).update(articles)
    if not linked:
        return []
    sizes = _sizes(outline, start, stop)
    boxes: set[Element] = set()
    for block in linked:
        element = block
        boxes.add(element)
        if (parent := element.getparent()) is not None:
            boxes.add(parent)
        while parent is not None and len(around.get(parent, ())) == 1 and sizes.get(parent, 0) <= _MOST_CARD_LINES:
            boxes.add(parent)
            element, parent = parent, parent.getparent()
    return [range(index, index + 1) for index in range(start, stop) if _in_card(lines[index], boxes, linked)]


def _in_card(line: Line, boxes: set[Element], linked: set[Element]) -> bool:
    block = line.block
    if block is None:
        return False
    if block in linked or block.getparent() in linked:
        return True
    return block in boxes or any(element in boxes for element in [block, *block.iterancestors()][:_CARD_LEVELS])


def _sizes(outline: Outline, start: int, stop: int) -> Counter[Element]:
    """Count the lines in each element; one that holds a label of comments counts as large."""
    sizes: Counter[Element] = Counter()
    for index in range(max(0, start - 1), stop):
        weight = _MOST_CARD_LINES + 1 if outline.labels[index] in _OPEN else 1
        sizes.update(dict.fromkeys(outline.lines[index].ancestors(), weight))
    return sizes
