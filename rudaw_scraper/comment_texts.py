"""Author, date and text of the entries of a comment list, and whether the list is one of comments at all."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from urllib.parse import urlsplit

from rudaw_scraper.blocks import Line
from rudaw_scraper.comment_boxes import Box, find_boxes, give_lines
from rudaw_scraper.comment_days import comment_date_raw, day_in_another_language
from rudaw_scraper.comment_furniture import (
    BUTTON,
    CONSENT,
    is_button,
    is_consent,
    is_dated,
    is_furniture,
    repeated,
)
from rudaw_scraper.comment_marks import (
    LETTER,
    holds_comment,
    is_comment_like,
    is_headed,
    is_of_the_text,
    is_quoted,
    is_side_list,
)
from rudaw_scraper.comment_names import (
    AUTHOR_CLASS,
    LONGEST_NAME,
    TEXT_CLASS,
    clean_name,
    marked_author,
    name_before_date,
    name_behind_date,
    unmarked_author,
    within,
    without_places,
)
from rudaw_scraper.outline import Outline, is_linked, look_of
from rudaw_scraper.record import Comment
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.walk_tables import Element, bits_of

_PLACEHOLDER = re.compile(r"\{\{|<%|\$\{|%[A-Z_]{3,}%")
_REFERENCE = re.compile(r"(?:^|[\s_-])(?:pingback|trackback)", re.IGNORECASE)
_PROFILE = re.compile(r"user|profil|member|author|people|account", re.IGNORECASE)
_MOST_NAME_WORDS = 4
_MOST_PARTS = 300  # elements of an entry in which the place that a link leads to is looked for
_LONGEST_LINKED_NAME = 12  # characters; a longer link is more than a name
_SUBJECT = bits_of("h2", "h3", "h4", "h5")  # a comment can have a heading


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
    boxes = [box for box in boxes if box.lines and not _is_reference(box.element)]
    if not boxes or not _may_be_comments(outline, boxes):
        return []
    buttons = repeated(outline, boxes)
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
    if 2 * names < len(comments) or _is_one_voice(comments, boxes[0].element) or _are_titles(outline, comments, boxes):
        return []
    for comment, name in zip(comments, without_places([each.author for each in comments]), strict=True):
        comment.author = name
    return comments


def _is_reference(element: Element) -> bool:
    """Tell whether class names mark an entry as another site's link to the article."""
    return _REFERENCE.search(element.get("class") or "") is not None


def _is_one_voice(comments: list[Comment], element: Element) -> bool:
    """Tell whether one author writes all entries of a list that nothing marks as comments: a report in parts."""
    if len(comments) <= 2 or is_comment_like(element):
        return False
    return len({each.author for each in comments}) == 1


def _are_titles(outline: Outline, comments: list[Comment], boxes: list[Box]) -> bool:
    """Tell whether most names of a list that nothing marks as comments are too long for names: headlines."""
    long = sum(len((each.author or "").split()) > _MOST_NAME_WORDS for each in comments)
    if 2 * long <= len(comments) or is_comment_like(boxes[0].element):
        return False
    return not is_headed(outline, boxes[0].lines[0])


def _may_be_comments(outline: Outline, boxes: list[Box]) -> bool:
    """Tell comments from lists of articles: by what markup or a heading says, else by many entries without links."""
    own = _own_paths(outline, boxes)
    linked = sum(_is_teaser(outline, box, own) for box in boxes)
    headed = is_headed(outline, boxes[0].lines[0])
    if 2 * linked > len(boxes) or is_side_list(boxes[0].element) or (is_quoted(boxes[0].element) and not headed):
        return False
    if is_comment_like(boxes[0].element, 3 if len(boxes) == 1 else 7) or headed:
        return True
    if all(holds_comment(box.element) for box in boxes):
        return True
    if len(boxes) < 3 or linked or any(is_of_the_text(box.element) for box in boxes):
        return False
    if 2 * sum(next(box.element.iter("h2", "h3"), None) is not None for box in boxes) > len(boxes):
        return False
    leading = sum(_leads_elsewhere(outline, box) for box in boxes)
    return 2 * leading < len(boxes) and _talks(outline, boxes)


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


def _own_paths(outline: Outline, boxes: list[Box]) -> set[str]:
    """Return the paths that mean the page itself: its own, none, and the one to which most entries have a link."""
    paths: Counter[str] = Counter()
    for box in boxes:
        links = (href for index in box.lines for _, href in outline.lines[index].links() if "#" in href)
        paths.update({_path(href) for href in links})
    shared = {path for path, times in paths.items() if times > 1 and 2 * times > len(boxes)}
    return {"", urlsplit(outline.document.address.url).path.rstrip("/")} | shared


def _is_teaser(outline: Outline, box: Box, own: set[str]) -> bool:
    """Tell whether an entry leads to another page: a linked headline, or a comment's place on another article."""
    for index in box.lines:
        line = outline.lines[index]
        for text, href in line.links():
            if _path(href) in own or is_dated(outline, text) or _leads_into(box, href):
                continue  # a linked date leads to the comment itself
            heading = line.block is not None and line.block.tag in ("h1", "h2", "h3", "h4")
            placed = "comment" in href.partition("#")[2].lower()
            if (heading and len(text) > 25) or (placed and not heading and len(text) > 15):
                return True
            if len(text) > 40 and is_linked(line):
                return True
    return False


def _leads_into(box: Box, href: str) -> bool:
    """Tell whether a link leads to a place within its own entry."""
    place = href.partition("#")[2]
    inside = islice(box.element.iter("*"), _MOST_PARTS)
    return bool(place) and any(place in (inner.get("id"), inner.get("name")) for inner in inside)


def _talks(outline: Outline, boxes: list[Box]) -> bool:
    lengths = [sum(len(outline.lines[index].text) for index in box.lines) for box in boxes]
    return sum(length > 60 for length in lengths) * 2 > len(lengths)


def _read(outline: Outline, box: Box, buttons: set[str]) -> tuple[str | None, str | None]:
    lines = [outline.lines[index] for index in box.lines]
    dated = box.spot.line if box.spot is not None else None
    author, author_line = marked_author(lines, dated, box)
    rest: list[Line] = []
    before = after = first = ""
    for line in lines:
        if line.index == dated and box.spot is not None and box.spot.printed:
            head, _, tail = line.text.partition(box.spot.printed)
            before, after = head.strip(), tail.strip(" |·•–—,:)]-")
            author = author or name_before_date(line, before)
            if author is None and (behind := name_behind_date(line, box.spot.printed)) is not None:
                author, first = behind
                after = ""
            elif author is not None and after.startswith((f"{author}: ", f"{author} : ")):
                first, after = after.partition(": ")[2], ""
        elif line.index != author_line:
            rest.append(line)
    said = [line for line in rest if not is_furniture(outline, line, box, buttons)]
    looks = {look_of(line) for line in said if dated is None or line.index > dated}
    known = {line.index for line in said}
    rest = [line for line in rest if line.index in known or (is_consent(line) and look_of(line) in looks)]
    named_above = any(line.index < (dated or 0) and len(line.text) <= LONGEST_NAME for line in rest)
    if author is None and after and len(after) <= LONGEST_NAME and not named_above:
        author = clean_name(after)
    if author is None and rest:
        author, rest = unmarked_author(rest, dated, box)
    rest = [line for line in rest if not line.around & _SUBJECT] or (rest if _is_bare(rest, lines) else [])
    others = [line for line in lines if line.index not in (dated, author_line)]
    texts = _marked_text(outline, rest, others, box) or [line.text for line in _without_details(rest, dated, box)]
    if first or len(after) > LONGEST_NAME:
        texts = [first or after, *texts]
    texts = texts or _spoken(outline, lines, box, author_line)
    if after and not BUTTON.fullmatch(after) and not texts and author not in (after, clean_name(after)):
        texts = [after]
    return author, _without_name("\n".join(texts), author) or None


def _without_name(text: str, author: str | None) -> str:
    """Return a text without the writer's name and a colon before it."""
    if author is None or not text.startswith(author):
        return text
    rest = text[len(author) :].lstrip()
    return rest[1:].lstrip() if rest[:1] == ":" and len(rest) > 1 else text


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
    return next(([line.text] for line in left if CONSENT.fullmatch(line.text)), [])


def _is_text_part(element: Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"
    return bool(TEXT_CLASS.search(names)) and not AUTHOR_CLASS.search(element.get("class") or "")


def _is_bare(rest: list[Line], lines: list[Line]) -> bool:
    """Tell whether headings are all the words there are below the name: a comment's text, not its subject."""
    return bool(rest) and not any(line.index > rest[-1].index and LETTER.search(line.text) for line in lines)


def _without_details(rest: list[Line], dated: int | None, box: Box) -> list[Line]:
    """Drop the short lines above the date, such as a writer's town or rank, where there is text below it."""
    if dated is None or box.date_last:
        return rest
    below = [line for line in rest if line.index > dated]
    above = [line for line in rest if line.index <= dated]
    if not below or any(len(line.text) > 60 or ends_sentence(line.text) for line in above):
        return rest
    return below


def _marked_text(outline: Outline, rest: list[Line], lines: list[Line], box: Box) -> list[str]:
    """Return the words within the element that class or type marks as the comment's text, if there is one."""
    held: Counter[Element] = Counter()  # characters of the lines in each element
    for line in rest:
        for element in _all_around(line, box):
            held[element] += len(line.text)
    needed = 0.5 * sum(len(line.text) for line in rest)
    for line in rest:
        for holder in _holders(line, box):
            if held[holder] >= needed and _is_text_part(holder):
                inside = {each.index for each in rest if _is_within(each, holder)}
                return _without_tools(outline, lines, inside, holder, box)
    return []


def _without_tools(outline: Outline, lines: list[Line], known: set[int], holder: Element, box: Box) -> list[str]:
    """Return the lines of a marked text: what looks like furniture amid it, or is a mere "+1", is said as well."""
    inside = [line for line in lines if _is_within(line, holder)]
    looks = {look_of(line) for line in inside if line.index in known}
    said = {line.index for line in inside if line.index in known or (is_consent(line) and look_of(line) in looks)}
    first, last = min(said), max(said)
    return [
        line.text for line in inside
        if line.index in said
        or (first < line.index < last and not is_button(line) and not is_furniture(outline, line, box, set()))
    ]  # fmt: skip


def _holders(line: Line, box: Box) -> list[Element]:
    """Return the elements around a line up to its box, those that are inline and hold all of it too."""
    elements = {element for _, element in line.runs() if element is not None}
    inner = elements.pop() if len(elements) == 1 else line.block
    return list(within(inner, box.element)) if inner is not None else []


def _all_around(line: Line, box: Box) -> set[Element]:
    """Return the elements up to the box that a line is within, as :func:`_is_within` says of each."""
    runs = {element for _, element in line.runs()}
    chains = [set(within(element, box.element)) if element is not None else set[Element]() for element in runs]
    common = set[Element].intersection(*chains) if chains else set[Element]()
    return common if line.block is None else common.union(within(line.block, box.element))


def _is_within(line: Line, holder: Element) -> bool:
    if line.inside(holder):
        return True
    elements = [element for _, element in line.runs()]
    return bool(elements) and all(
        element is not None and (element is holder or any(outer is holder for outer in element.iterancestors()))
        for element in elements
    )
