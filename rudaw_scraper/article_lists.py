"""What stands around the article: tags, related articles, the number of comments that the page declares."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from rudaw_scraper.blocks import Line
from rudaw_scraper.labels import Label, label_of
from rudaw_scraper.letters import letters_key
from rudaw_scraper.outline import Outline, common_ancestor, is_linked, list_box
from rudaw_scraper.record import Related
from rudaw_scraper.walk_tables import BLANK_LINE, Element

_LONGEST_TAG: Final = 80  # characters
_LONGEST_HEADLINE: Final = 300  # characters
_SEPARATORS: Final = re.compile(r"\s*[,،;|]\s*")
_NUMBER: Final = re.compile(r"\d+")
_TAG_PATH: Final = re.compile(r"/(?:hash-?|article-?)?(?:tags?|topics?|keywords?)/", re.IGNORECASE)
_LONGEST_MORE_BY: Final = 60  # characters
_LONGEST_SUFFIX: Final = 3  # letters behind a name and an apostrophe
_MORE_WORDS: Final = frozenset(
    letters_key(
        "more other zêdetir din زیاتر زیاتری دیکە دیکەی المزيد أخرى الأخرى جميع كل diğer tüm bütün fazla fazlası"
    ).split()
)
_BESIDE_MORE: Final = frozenset(
    letters_key(
        "by from of articles news stories ji babetên nûçeyên بابەتی بابەتەکانی هەواڵی هەواڵەکانی من بقلم مقالات مواضيع "
        "موضوعات أخبار daha haber haberi haberler haberleri yazılar yazıları makaleleri"
    ).split()
)
_BELOW_TAGS: Final = (
    Label.COMMENTS, Label.COMMENT_FORM, Label.RELATED, Label.MORE_BY_AUTHOR, Label.YOUR_RUDAW, Label.LATEST_COMMENTS,
    Label.ELSEWHERE, Label.FOOTER,
)  # fmt: skip


def find_tags(outline: Outline, start: int) -> list[str]:
    """Return the tags below line ``start``, each once."""
    for index in range(start, len(outline.lines)):
        labelled = outline.labelled(index)
        line = outline.lines[index]
        if labelled is None and glued_tags(outline, index):
            outline.take([index], "tags")
            return _each_once([text for text, _ in line.links()])
        if labelled is None or labelled[0] is not Label.TAGS:
            continue
        outline.take([index], "tags")
        rest = labelled[1] or line.text.partition(":")[2]
        linked = [text for text, _ in line.links()]
        if linked and rest.strip():
            return _each_once(linked)
        if rest.strip():
            return _each_once(_SEPARATORS.split(rest))
        return [] if _lacks_tags(outline, index) else _tags_below(outline, index + 1)
    return _linked_tags(outline, start)


def _lacks_tags(outline: Outline, index: int) -> bool:
    """Tell whether plain text has no tags behind their label and its colon, and none in a row below it."""
    line = outline.lines[index]
    if line.block is not None or not line.text.endswith((":", "：")) or index + 1 == len(outline.lines):
        return False
    return _SEPARATORS.search(outline.lines[index + 1].text) is None


def _linked_tags(outline: Outline, start: int) -> list[str]:
    """Return the tags of a page that prints no label at them: rows of links to the listings of tags below the text."""
    tags: list[str] = []
    for index in range(start, outline.next_label(start, _BELOW_TAGS)):
        line = outline.lines[index]
        if is_linked(line) and all(_TAG_PATH.search(href) for _, href in line.links()):
            outline.take([index], "tags")
            tags += [text for text, _ in line.links()]
        elif tags:
            break
    return _each_once(tags)


def glued_tags(outline: Outline, index: int) -> bool:
    """Tell whether a line is the tags' label and their links, without a space between."""
    line = outline.lines[index]
    return line.is_parted and label_of(line.runs()[0][0]) is Label.TAGS and bool(line.links())


def find_related(outline: Outline, start: int) -> list[Related]:
    """Return the related articles listed below line ``start``."""
    at = outline.next_label(start, [Label.RELATED])
    related: list[Related] = []
    box = list_box(outline, at)
    for index in range(at + 1, len(outline.lines)):
        line = outline.lines[index]
        if related and box is not None and _goes_on(outline, line, related[-1], box):
            outline.take([index], "related")
            continue
        if outline.labels[index] is not None or len(line.text) > _LONGEST_HEADLINE:
            break
        if line.block is None and (line.gap == BLANK_LINE or _is_dated_entry(outline, index)):
            break
        if line.block is not None and not (is_linked(line) and _beside(line, outline.lines[at + 1])):
            break
        if box is not None and not line.inside(box):
            break
        outline.take([index], "related")
        links = line.links()
        headline = links[0][0] if links else line.text
        related.append(Related(headline, outline.document.absolute(links[0][1]) if links else None))
    return related


def _goes_on(outline: Outline, line: Line, last: Related, box: Element) -> bool:
    """Tell whether a line belongs to the card of the article listed last: by its link, or by their element."""
    if line.block is None or not line.inside(box):
        return False
    links = line.links()
    if links and last.url is not None:
        return all(outline.document.absolute(href) == last.url for _, href in links)
    if links:
        return False
    above = outline.lines[line.index - 1].block
    card = common_ancestor(line.block, above) if above is not None else None
    return card is not None and card is not box and box in card.iterancestors()


def label_more_by(outline: Outline, start: int, authors: list[str]) -> None:
    """Label the headings below line ``start`` of what else is by one of the authors, in words no table knows."""
    lines = outline.lines
    for author in authors:
        for index in range(start, len(lines)):
            text = lines[index].text
            near = len(text) <= _LONGEST_MORE_BY and author in text and outline.labels[index] is None
            if near and _heads_more_by(text, author):
                outline.set_label(index, Label.MORE_BY_AUTHOR)


def _heads_more_by(text: str, author: str) -> bool:
    """Tell whether a line is an author's name and words that say there is more, in any order ("Ann's other news")."""
    name, words = letters_key(author).split(), letters_key(text).split()
    if not name:
        return False
    if words[: len(name)] == name:
        rest = words[len(name) :]
        rest = rest[1:] if rest and len(rest[0]) <= _LONGEST_SUFFIX else rest
    elif words[-len(name) :] == name:
        rest = words[: -len(name)]
    else:
        return False
    return not _MORE_WORDS.isdisjoint(rest) and all(word in _MORE_WORDS or word in _BESIDE_MORE for word in rest)


def _is_dated_entry(outline: Outline, index: int) -> bool:
    """Tell whether a line heads a comment, or closes an entry in a list of latest comments."""
    mark = outline.mark(index)
    return mark is not None and (mark.piped or mark.count is not None)


def _beside(line: Line, first: Line) -> bool:
    """Tell whether two lines stand in one list: their blocks, or the blocks' parents, have the same parent."""
    around = [list(islice(each.ancestors(), 1, 4)) for each in (line, first)]
    return line.block is first.block or any(one is other for one, other in zip(*around, strict=False))


def declared_comment_count(outline: Outline, start: int) -> int | None:
    """Return the number in the heading of the comments ("Comments (5)"), if the page prints one."""
    for index in range(start, len(outline.lines)):
        if outline.labels[index] is Label.COMMENTS:
            match = _NUMBER.search(outline.lines[index].text)
            if match is not None:
                return int(match[0])
    return None


def _tags_below(outline: Outline, start: int) -> list[str]:
    tags: list[str] = []
    first = outline.lines[start] if start < len(outline.lines) else None
    for index in range(start, len(outline.lines)):
        line = outline.lines[index]
        linked = [text for text, _ in line.links()]
        if (
            outline.labels[index] is not None
            or any(label_of(text) is Label.TOOL for text in linked)  # of a row of buttons, below no tags at all
            or len(line.text) > _LONGEST_TAG * 4
            or (line.block is not None and not (linked and first is not None and _beside(line, first)))
        ):
            break
        if line.block is None and (line.gap == BLANK_LINE or len(line.text) > _LONGEST_TAG):
            break
        outline.take([index], "tags")
        tags += linked or _SEPARATORS.split(line.text)
    return _each_once(tags)


def _each_once(tags: list[str]) -> list[str]:
    cleaned = [tag.strip(" \t,،;|#") for tag in tags]
    return list(dict.fromkeys(tag for tag in cleaned if tag))
