"""Author, date and text of the entries of a comment list, and whether the list is one of comments at all."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from rudaw_scraper.any_dates import find_any_date
from rudaw_scraper.blocks import Line
from rudaw_scraper.comment_boxes import Box, find_boxes, give_lines, is_comment_like, is_headed
from rudaw_scraper.comment_days import comment_date_raw, day_in_another_language
from rudaw_scraper.comment_names import (
    AUTHOR_CLASS,
    LONGEST_NAME,
    TEXT_CLASS,
    clean_name,
    marked_author,
    name_before_date,
    unmarked_author,
    within,
    without_places,
)
from rudaw_scraper.labels import Label
from rudaw_scraper.outline import Outline, is_linked
from rudaw_scraper.record import Comment
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.walk_tables import Element, bits_of

_PLACEHOLDER = re.compile(r"\{\{|<%|\$\{|%[A-Z_]{3,}%")
_LETTER = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d+")
_BUTTON = re.compile(
    r"(?:reply|report|like|share|flag|antworten|melden|répondre|signaler|responder|denunciar|rispondi|segnala|"
    r"beantwoorden|reageer|svara|svar|odpowiedz|zgłoś|yanıtla|cevapla|şikayet et|ответить|permalink|link|"
    r"edited)(?!\w)\W*",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"[+-]\s?1\W*|[^\w\s]{1,8}")  # a whole comment without a letter
_TEXT_PART = re.compile(
    r"article-?_?(?:body|text|content)|entry-content|post-content|story-?body|live-?(?:blog|updates?|ticker|feed)|tweet|twitter|instagram|embed|timeline",
    re.IGNORECASE,
)
_PROFILE = re.compile(r"user|profil|member|author|people|account", re.IGNORECASE)
_LONGEST_LINKED_NAME = 12  # characters; a longer link is more than a name
_LONGEST_BUTTON = 45
_MOST_LINKED_NAME_WORDS = 4
_SUBJECT = bits_of("h2", "h3", "h4", "h5")  # a comment can have a heading
_ACTIONS = (Label.COMMENT_ACTION, Label.SHARE, Label.COMMENT_FORM)
_SIDE = re.compile(
    r"recent|latest|popular|sidebar|related|teaser|trending|most-?(?:read|viewed|popular)|top-?stor", re.IGNORECASE
)


def find_any_comments(outline: Outline, start: int) -> list[Comment]:
    """Return the readers' comments below line ``start``, whatever the language and the markup of the page."""
    return find_comment_list(outline, start)[0]


def find_comment_list(outline: Outline, start: int) -> tuple[list[Comment], list[Box]]:
    """Return the readers' comments below line ``start``, and the boxes they stand in (none without comments)."""
    lists = [(boxes, read_comment_list(outline, boxes)) for boxes in find_boxes(outline, start)]
    ranked = sorted((each for each in lists if each[1]), key=lambda each: -_worth(each[1]))
    chosen: list[Box] = []
    taken: set[int] = set()
    for boxes, _ in ranked:
        if not taken & {index for box in boxes for index in box.lines}:
            chosen += boxes
            taken.update(index for box in boxes for index in box.lines)
    if len(chosen) > len(ranked[0][0] if ranked else []):
        chosen.sort(key=lambda box: box.lines[0])
        give_lines(outline, [box for box in chosen if not box.flat])
    comments = read_comment_list(outline, chosen)
    return comments, chosen if comments else []


def _worth(comments: list[Comment]) -> int:
    return sum(2 + (comment.author is not None) + (comment.date_raw is not None) for comment in comments)


def read_comment_list(outline: Outline, boxes: list[Box]) -> list[Comment]:
    """Return the comments in the boxes of one list; none if it is not a list of comments."""
    boxes = [box for box in boxes if box.lines]
    if not boxes or not _may_be_comments(outline, boxes):
        return []
    buttons = _repeated(outline, boxes)
    comments: list[Comment] = []
    answerable: list[tuple[int, int]] = []
    names = 0
    for box in boxes:
        author, text = _read(outline, box, buttons)
        if not text or _PLACEHOLDER.search(f"{author} {text}"):
            continue
        depth = sum(1 for _ in box.element.iterancestors())
        while answerable and answerable[-1][0] >= depth:
            answerable.pop()
        position = len(comments) + 1
        reply_to = answerable[-1][1] if answerable else None
        answerable.append((depth, position))
        names += author is not None
        raw = comment_date_raw(outline, box.spot)
        comments.append(Comment(position, author, day_in_another_language(outline, raw), None, raw, text, reply_to))
    if 2 * names < len(comments) or _is_one_voice(comments, boxes[0].element):
        return []
    for comment, name in zip(comments, without_places([each.author for each in comments]), strict=True):
        comment.author = name
    return comments


def _is_one_voice(comments: list[Comment], element: Element) -> bool:
    """Tell whether one author writes all entries of a list that nothing marks as comments: a report in parts."""
    return len(comments) > 2 and len({each.author for each in comments}) == 1 and not is_comment_like(element)


def _may_be_comments(outline: Outline, boxes: list[Box]) -> bool:
    """Tell comments from lists of articles: by what markup or a heading says, else by many entries without links."""
    linked = sum(_is_teaser(outline, box) for box in boxes)
    if 2 * linked > len(boxes) or _is_side_list(boxes[0].element) or _is_quoted(boxes[0].element):
        return False
    if is_comment_like(boxes[0].element, 3 if len(boxes) == 1 else 7) or is_headed(outline, boxes[0].lines[0]):
        return True
    if len(boxes) < 3 or linked or any(_is_of_the_text(box.element) for box in boxes):
        return False
    leading = sum(_leads_elsewhere(outline, box) for box in boxes)
    return 2 * leading < len(boxes) and _talks(outline, boxes)


def _is_quoted(element: Element) -> bool:
    return element.tag == "blockquote" or next(element.iterancestors("blockquote"), None) is not None


def _is_of_the_text(element: Element) -> bool:
    """Tell whether an element is part of an article's text: an entry of a live report, something embedded."""
    around: Element | None = element
    for _ in range(6):
        if around is None or around.tag in ("body", "html"):
            return False
        if around.tag == "blockquote" or _TEXT_PART.search(f"{around.get('class') or ''} {around.get('id') or ''}"):
            return True
        around = around.getparent()
    return False


def _leads_elsewhere(outline: Outline, box: Box) -> bool:
    """Tell whether an entry has a link to another page, other than a writer's own."""
    own = urlsplit(outline.document.address.url).path.rstrip("/")
    links = (link for index in box.lines for link in outline.lines[index].links())
    return any(
        len(text) > _LONGEST_LINKED_NAME and _path(href) not in ("", own) and not _PROFILE.search(href)
        for text, href in links
    )


def _path(href: str) -> str:
    try:
        return "" if href.startswith(("#", "javascript:")) else urlsplit(href).path.rstrip("/")
    except ValueError:
        return ""


def _is_side_list(element: Element) -> bool:
    around: Element | None = element
    for _ in range(6):
        if around is None or around.tag in ("body", "html"):
            return False
        if around.tag in ("nav", "footer") or _SIDE.search(f"{around.get('class') or ''} {around.get('id') or ''}"):
            return True
        around = around.getparent()
    return False


def _is_teaser(outline: Outline, box: Box) -> bool:
    """Tell whether an entry leads to another page: a linked headline, or a comment's place on another article."""
    own = urlsplit(outline.document.address.url).path.rstrip("/")
    for index in box.lines:
        line = outline.lines[index]
        for text, href in line.links():
            if _path(href) in ("", own):
                continue
            heading = line.block is not None and line.block.tag in ("h1", "h2", "h3", "h4")
            placed = "comment" in href.partition("#")[2].lower()
            if (heading and len(text) > 25) or (placed and not heading and len(text) > 15):
                return True
            if len(text) > 40 and is_linked(line):
                return True
    return False


def _talks(outline: Outline, boxes: list[Box]) -> bool:
    lengths = [sum(len(outline.lines[index].text) for index in box.lines) for box in boxes]
    return sum(length > 60 for length in lengths) * 2 > len(lengths)


def _repeated(outline: Outline, boxes: list[Box]) -> set[str]:
    """Return the short lines, numbers aside, that stand in many of the boxes: buttons, not words."""
    seen: Counter[str] = Counter()
    for box in boxes:
        lines = [outline.lines[index] for index in box.lines]
        seen.update({_DIGITS.sub("0", line.text) for line in lines if len(line.text) <= _LONGEST_BUTTON})
    needed = max(2, 0.4 * len(boxes))
    return {text for text, times in seen.items() if times >= needed}


def _read(outline: Outline, box: Box, buttons: set[str]) -> tuple[str | None, str | None]:
    lines = [outline.lines[index] for index in box.lines]
    dated = box.spot.line if box.spot is not None else None
    author, author_line = marked_author(lines, dated, box)
    rest: list[Line] = []
    before = after = ""
    for line in lines:
        if line.index == dated and box.spot is not None and box.spot.printed:
            head, _, tail = line.text.partition(box.spot.printed)
            before, after = head.strip(), tail.strip(" |·•–—,:)]-")
            author = author or name_before_date(line, before)
        elif line.index != author_line:
            rest.append(line)
    rest = [line for line in rest if not _is_furniture(outline, line, box, buttons)]
    if author is None and after and len(after) <= LONGEST_NAME:
        author = clean_name(after)
    if author is None and rest:
        author, rest = unmarked_author(rest, dated, box)
    rest = [line for line in rest if not line.around & _SUBJECT] or (rest if _is_bare(rest, lines) else [])
    texts = _marked_text(rest, box) or [line.text for line in _without_details(rest, dated, box)]
    if len(after) > LONGEST_NAME:
        texts = [after, *texts]
    texts = texts or _spoken(outline, lines, box, author_line)
    if after and not texts and author not in (after, clean_name(after)):
        texts = [after]
    return author, "\n".join(texts) or None


def _spoken(outline: Outline, lines: list[Line], box: Box, author_line: int | None) -> list[str]:
    """Return the lines that markup marks as an entry's text though they look like buttons: "+1", "Yes" said twice."""
    dated = box.spot.line if box.spot is not None else None
    if dated is None:
        return []
    around_date = set(outline.lines[dated].ancestors())
    left = [line for line in lines if line.index not in (dated, author_line) and not is_button(line)]
    for line in left:
        holders = within(line.block, box.element) if line.block is not None else ()
        if any(holder not in around_date and _is_text_part(holder) for holder in holders):
            return [line.text]
    return next(([line.text] for line in left if _CONSENT.fullmatch(line.text)), [])


def _is_furniture(outline: Outline, line: Line, box: Box, buttons: set[str]) -> bool:
    """Tell whether a line of an entry is a button, a count or a date, not the writer's name or words."""
    text = line.text
    if not _LETTER.search(text) or is_button(line) or outline.labels[line.index] in _ACTIONS:
        return True
    if len(text) <= _LONGEST_BUTTON and _DIGITS.sub("0", text) in buttons:
        return True
    dated = box.spot.line if box.spot is not None else None
    may_be_name = dated is not None and line.index < dated and len(text.split()) <= _MOST_LINKED_NAME_WORDS
    if len(text) <= _LONGEST_BUTTON and is_linked(line) and not may_be_name and all(map(_stays, _targets(line))):
        return True
    return (
        len(text) <= 60
        and (span := find_any_date(text, outline.language)) is not None
        and span[1] - span[0] >= len(text) - 12
    )


def _targets(line: Line) -> list[str]:
    return [href for _, href in line.links()]


def _stays(href: str) -> bool:
    return href[:1] in ("", "#") or href.startswith("javascript:")


def is_button(line: Line) -> bool:
    """Tell whether a line is the words of a button, or stands in button elements alone."""
    short = len(line.text) <= _LONGEST_BUTTON
    if _BUTTON.fullmatch(line.text) or (short and is_linked(line) and _BUTTON.match(line.text)):
        return True
    return in_buttons(line)


def in_buttons(line: Line) -> bool:
    """Tell whether all words of a line stand in button elements."""
    elements = [element for text, element in line.runs() if _LETTER.search(text)]
    return bool(elements) and all(
        element is not None and (element.tag == "button" or next(element.iterancestors("button"), None) is not None)
        for element in elements
    )


def _is_text_part(element: Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    return bool(TEXT_CLASS.search(names)) and not AUTHOR_CLASS.search(element.get("class") or "")


def _is_bare(rest: list[Line], lines: list[Line]) -> bool:
    """Tell whether headings are all the words there are below the name: a comment's text, not its subject."""
    return bool(rest) and not any(line.index > rest[-1].index and _LETTER.search(line.text) for line in lines)


def _without_details(rest: list[Line], dated: int | None, box: Box) -> list[Line]:
    """Drop the short lines above the date, such as a writer's town or rank, where there is text below it."""
    if dated is None or box.date_last:
        return rest
    below = [line for line in rest if line.index > dated]
    above = [line for line in rest if line.index <= dated]
    if not below or any(len(line.text) > 60 or ends_sentence(line.text) for line in above):
        return rest
    return below


def _marked_text(rest: list[Line], box: Box) -> list[str]:
    """Return the lines within the element that class or type marks as the comment's text, if there is one."""
    for line in rest:
        if line.block is None:
            continue
        for holder in within(line.block, box.element):
            if _is_text_part(holder):
                inside = [each.text for each in rest if each.inside(holder)]
                if sum(map(len, inside)) >= 0.5 * sum(len(each.text) for each in rest):
                    return inside
    return []
