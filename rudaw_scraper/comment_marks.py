"""What tells of comments before any is read: class names and ids, and the headings above a list of them."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import islice

from rudaw_scraper.blocks import Line
from rudaw_scraper.labels import Label
from rudaw_scraper.outline import Outline
from rudaw_scraper.walk_tables import Element

Signature = tuple[str, tuple[str, ...]]

LETTER = re.compile(r"[^\W\d_]")
_COMMENT_WORDS = re.compile(
    r"comm?ent(?!ar(?:y|ies)(?![a-z]))|kommentar|reacti(?:e|on)|yorum|discuss|repl(?:y|ies)|"
    r"respon(?:d|s(?!i[vb]))|talkback|feedback|leserbrief|"
    r"şîrove|sirove|koment|ugc|guestbook",
    re.IGNORECASE,
)
HEADED = re.compile(
    r"comment|kommentar|commentaire|comentario|commenti|reacti|replies|respon[ds]es|réaction|discussion|yorum|opinie|"
    r"lesermeinung|leserbrief|feedback|meinungen|şîrove|کۆمێنت|بۆچوون|تعليق|ردود|دیدگاه|نظرات|תגובות|टिप्पणि|ความคิดเห็น|комментар|обсужд|σχόλι|koment|diskus|"
    r"hozzászól|vélemény|bình luận|コメント|댓글|评论|discuss this|"
    r"opini\w{1,4} d\w{1,3} (?:los )?(?:lectores|leitores|lettori)|"
    r"join the conversation|(?:have )?your say|your views|what do you think",
    re.IGNORECASE,
)
_NONE_YET = re.compile(
    r"be the first|no (?:comments|responses|replies) (?:yet|so far)|(?<!\d)0 comments|noch keine? kommentar|"
    r"aucun commentaire|soyez le premier|sé el primero|no hay comentarios|nessun commento|nog geen reacties|"
    r"henüz yorum",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"(?:li-|div-|single-|user-|post-|article-|b-)?(?:comment|kommentar|commentaire|comentario|commento|reactie|reply|yorum)"
    r"(?:[-_]{0,2}(?:item|entry|wrap(?:per)?|box|container|block|single|row|node|card|main|post|unit|element|root|\d+))?",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"(?:.*[-_])?(?:comments|kommentare|reacties|reactions|yorumlar|comentarios|commentaires|responses|replies|"
    r"comment[-_]?(?:list|thread|tree|stream|section|area)|discussion|conversation|guestbook)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:li-|div-)?(?:comm?ents?|kommentar|commentaire|comentario|commento|yorum)[-_]?\d+", re.IGNORECASE
)
_PART = re.compile(
    r"(?:comment|kommentar|commentaire|comentario|commento|yorum)[-_]{0,2}"
    r"(?:author|autor|auteur|name|user|text|body|content|meta|date)",
    re.IGNORECASE,
)
_TEXT_PART = re.compile(
    r"article-?_?(?:body|text|content)|entry-content|post-content|story-?body|live-?(?:blog|updates?|ticker|feed)|tweet|twitter|instagram|embed|timeline|"
    r"(?:^|[\s_-])(?:live|updates?|ticker|news|stories|events?|teasers?|promos?|jobs)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"recent|latest|popular|sidebar|related|teaser|trending|most-?(?:read|viewed|popular)|top-?stor", re.IGNORECASE
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST_PARTS = 300  # elements of a comment that are looked at
_HEADING_REACH = 12
_LEVELS = 6  # an element and those close around it
# Classes that tell the entries of one list apart: place, depth, who wrote it.
_VARYING = re.compile(
    r"\d|^(?:odd|even|alt|first|last|depth|level|parent|child|children|nested|reply|replies|is|has|active|selected|new|"
    r"author|admin|user|mod|moderator|staff|highlight|open|collapsed|by|role|clearfix|hidden|visible|pinned|own)(?:[-_].*)?$|"
    r"^(?:byuser|bypostauthor|thread-.*|comment-author-.*)$",
    re.IGNORECASE,
)


def is_comment_like(element: Element, levels: int = 7, article: Container[Element] = ()) -> bool:
    """Tell whether class or id of the element, or of one of those around it, speaks of comments.

    What is around the headline too, given as ``article``, may speak of them without holding any.
    """
    around: Element | None = element
    for _ in range(levels):
        if around is None or around.tag in ("body", "html") or around in article:
            return False
        if _COMMENT_WORDS.search(
            f"{around.get('class') or ''} {around.get('id') or ''} {around.get('itemtype') or ''}"
        ):
            return True
        around = around.getparent()
    return False


def is_of_comments(element: Element) -> bool:
    """Tell whether class or id name the element itself as a list of comments, or one of them."""
    return is_item(element) or is_list(element)


def is_headed(outline: Outline, first: int) -> bool:
    """Tell whether the nearest heading within a few lines above a line is one of comments, and not of none."""
    below = set(outline.lines[first].ancestors())
    for index in range(first - 1, max(-1, first - 1 - _HEADING_REACH), -1):
        line = outline.lines[index]
        if line.block is not None and (
            line.block.tag == "form" or next(line.block.iterancestors("form"), None) is not None
        ):
            continue  # "Join the discussion": of a form above the list
        if _NONE_YET.search(line.text):
            return False
        if outline.labels[index] is Label.COMMENTS or (len(line.text) <= 60 and HEADED.search(line.text)):
            return not any(is_of_comments(element) and element not in below for element in line.ancestors())
        if line.block is not None and line.block.tag in ("h2", "h3", "h4"):
            return False
    return False


def holds_comment(element: Element) -> bool:
    """Tell whether something within an element is named as a comment's place ("comment-12") or as part of one."""
    for inner in islice(element.iter("*"), _MOST_PARTS):
        if any(_PLACE.fullmatch(inner.get(name) or "") for name in ("id", "name")):
            return True
        if any(_PART.fullmatch(name) for name in (inner.get("class") or "").split()):
            return True
    return False


def is_item(element: Element) -> bool:
    """Tell whether class, id or type name the element itself as one comment."""
    if "comment" in (element.get("itemtype") or "").lower():
        return True
    names = [*(element.get("class") or "").split(), element.get("id") or ""]
    return any(_ITEM.fullmatch(name) for name in names)


def is_list(element: Element) -> bool:
    """Tell whether class or id name the element itself as a list of comments."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return any(_LIST.fullmatch(name) for name in names)


def hyphenated(names: str) -> str:
    """Return names of classes with a hyphen between their words: "image-Caption" for "imageCaption"."""
    return _CAMEL.sub("-", names)


def is_quoted(element: Element) -> bool:
    """Tell whether an element is a quotation or stands in one."""
    return element.tag == "blockquote" or next(element.iterancestors("blockquote"), None) is not None


def is_of_the_text(element: Element) -> bool:
    """Tell whether an element is part of an article's text: an entry of a live report, something embedded."""
    return _stands_in(element, ("blockquote",), _TEXT_PART)


def is_side_list(element: Element) -> bool:
    """Tell whether an element stands in a side list, the navigation or the footer."""
    return _stands_in(element, ("nav", "footer"), _SIDE)


def _stands_in(element: Element, tags: tuple[str, ...], names: re.Pattern[str]) -> bool:
    """Tell whether the element, or one close around it, has one of the tags, or a class or id that tells."""
    around: Element | None = element
    for _ in range(_LEVELS):
        if around is None or around.tag in ("body", "html"):
            return False
        if around.tag in tags or names.search(f"{around.get('class') or ''} {around.get('id') or ''}"):
            return True
        around = around.getparent()
    return False


def signature(element: Element) -> Signature:
    """Return what entries of one list have in common: the tag, and the classes without place, depth and writer."""
    tokens = (element.get("class") or "").lower().split()
    return str(element.tag), tuple(
        sorted({token for token in tokens if not _VARYING.search(token) and "--" not in token})
    )


def in_buttons(line: Line) -> bool:
    """Tell whether all words of a line stand in button elements."""
    elements = [element for text, element in line.runs() if LETTER.search(text)]
    return bool(elements) and all(
        element is not None and (element.tag == "button" or next(element.iterancestors("button"), None) is not None)
        for element in elements
    )
