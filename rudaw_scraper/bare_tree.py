"""A page without what is known not to be its text, for a library that looks for the text by its density.

Readers' comments can outweigh the article; boxes between its paragraphs read like text. Both are taken out of a
copy of the tree, by structure or by the words that publishing systems use for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rudaw_scraper.blocks import Line
from rudaw_scraper.comment_boxes import Box, Signature, signature
from rudaw_scraper.comment_marks import hyphenated, is_comment_like
from rudaw_scraper.main_text import main_lines
from rudaw_scraper.outline import Outline, common_ancestor, is_linked, is_sentence
from rudaw_scraper.tree import markup_of
from rudaw_scraper.walk_tables import Element

_BOX = re.compile(
    r"(?:^|[\s_-])(?:paywall|subscri(?:be|ption)s?|newsletter|sign-?up|related(?:[\w-]*)|read-?more|(?:also|see)-?(?:read|also)|"
    r"more-(?:on|stories|news)|promo(?:tion)?s?|advert\w*|ads?(?:-(?:slot|label|container|wrapper))?|social-?\w*|share(?:-\w+|bar)?|sharing|"
    r"author-?(?:bio|box|card|info)|about-?author|bio|breadcrumbs?|poll|twitter-tweet|(?:audio|video|media)-?player|instagram-media|pull-?quote|cookie\w*|gdpr|consent|"
    r"tags?-?(?:list|links|cloud)|post-navigation|most-?(?:read|popular|viewed)|trending|recommend\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:^|[\s_-])(?:caption(?:-text)?|credits?|legende|bildunterschrift)(?:$|[\s_-])", re.IGNORECASE)
_PICTURE = re.compile(
    r"(?:^|[\s_-])(?:images?|img|photos?|pictures?|pic|fotos?|bild|bilder|figure|illustration|lead-?art)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 300  # characters beside a picture, in a box named after it
_LONGEST_BOX = 1_200  # characters; more is the article itself in a box with such a name
_MOST_OF_TEXT = 0.3  # share of the page's running text that such a box can hold
_SHORTEST_LINKED = 20  # characters of the headline of another article
_LONGEST_CARD = 500  # characters, of markup's spaces too
_FEWEST_CARDS = 3
_CARD_LEVELS = 4  # from a linked headline to its card
_LONGEST_LEAD_ON = 300  # characters of a box that leads to another article, with its heading
_LEAD_ON_LEVELS = 3  # from a linked line to its box
_MOST_LEADING_ON = 0.25  # of the running text; more links are what the article is about
_BLOCKS = ("p", "div", "h1", "h2", "h3", "article", "section", "ul", "br")
_EMBEDDED = re.compile(r"\b(?:twitter-tweet|instagram-media|tiktok-embed|fb-post)\b")


def beside_text(outline: Outline, boxes: list[Box], headline_at: int) -> list[Element]:
    """Return the elements that hold comments, boxes or captions, not text."""
    root = outline.document.blocks.root
    if root is None:
        return []
    return [
        *_of_comments(outline, boxes, headline_at),
        *named_boxes(outline, root.iter("*"), captions=True),
        *card_boxes(outline, headline_at, len(outline.lines)),
        *_leading_on(outline, headline_at),
    ]


def lines_within(outline: Outline, elements: list[Element]) -> set[int]:
    """Return the indices of the lines in any of the elements."""
    known = set(elements)
    return {line.index for line in outline.lines if any(element in known for element in line.ancestors())}


def markup_without(root: Element, marked: list[Element]) -> str:
    """Return a page's markup without the content of the given elements; the page itself stays as it is."""
    gone = {inner for element in marked for inner in element.iter() if inner is not element}
    divisions: set[Element] = set()
    for table in root.iter("table"):
        cells = (cell for cell in table.iter("td") if cell not in gone)
        if any(part not in gone for cell in cells for part in cell.iter(*_BLOCKS)):  # for columns, not of data
            divisions.update(table.iter("table", "tbody", "tr", "td"))
    return markup_of(root, set(marked), divisions)


def is_caption(element: Element) -> bool:
    """Tell whether an element is a picture's caption, by its tag or its class."""
    names = hyphenated(element.get("class") or "")
    return element.tag == "figcaption" or bool(_CAPTION.search(names)) or _is_picture_box(element)


def _is_picture_box(element: Element) -> bool:
    """Tell whether an element that class names as a picture's holds one, and no more words than a caption has."""
    if not _PICTURE.search(element.get("class") or "") or next(element.iter("img"), None) is None:
        return False
    if next(element.iter("h1", "h2", "h3"), None) is not None:
        return False
    return _length(element) <= _LONGEST_CAPTION


def _length(element: Element) -> int:
    """Return how many characters an element says, white space folded."""
    return len(" ".join("".join(map(str, element.itertext())).split()))


def _of_comments(outline: Outline, boxes: list[Box], headline_at: int) -> list[Element]:
    """Return the elements of a list of comments: the one around it, if it holds no text of the article."""
    lines = outline.lines
    taken = {index for box in boxes for index in box.lines}
    blocks = [block for index in taken if (block := lines[index].block) is not None]
    if not blocks:
        return []
    around: Element | None = blocks[0]
    for block in blocks[1:]:
        around = common_ancestor(around, block) if around is not None else None
    others = _ancestors_of(
        outline, (line.index for line in lines if _tells(outline, line.index) and line.index not in taken)
    )
    others |= _ancestors_of(outline, [headline_at])
    if around is None or around in others:
        return [
            element for element in (box.element for box in boxes if not box.flat) if element not in others
        ] or blocks
    while (parent := around.getparent()) is not None and parent not in others and is_comment_like(parent, 1):
        around = parent
    return [around]


def _tells(outline: Outline, index: int) -> bool:
    line = outline.lines[index]
    if not is_sentence(line.text) or is_linked(line):
        return False
    return line.block is None or not is_comment_like(line.block, 5)


def _ancestors_of(outline: Outline, indices: Iterable[int]) -> set[Element]:
    found: set[Element] = set()
    for index in indices:
        if not 0 <= index < len(outline.lines):
            continue
        for element in outline.lines[index].ancestors():
            if element in found:
                break
            found.add(element)
    return found


def named_boxes(outline: Outline, elements: Iterable[Element], *, captions: bool = False) -> list[Element]:
    """Return those small elements whose class or id names them as something beside the text, captions if wanted."""
    running = sum(len(line.text) for line in outline.lines if is_sentence(line.text))
    found: list[Element] = []
    for element in elements:
        if element.tag in ("html", "body", "main", "article"):
            continue
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if captions:
            names = hyphenated(names)
        if not (captions and is_caption(element)) and (not _names_box(names) or is_comment_like(element, 1)):
            continue
        if _EMBEDDED.search(names):
            found.append(element)  # another site's words, however short the text around them
            continue
        length = _length(element)
        if length <= min(_LONGEST_BOX, _MOST_OF_TEXT * running):
            found.append(element)
    return found


@lru_cache(maxsize=4096)  # a page's elements share them
def _names_box(names: str) -> bool:
    return _BOX.search(names) is not None


def _leading_on(outline: Outline, headline_at: int) -> list[Element]:
    """Return the boxes amid the text that hold no more than links to other articles, with their headings."""
    span = main_lines(outline, headline_at + 1, len(outline.lines))
    if span is None:
        return []
    running = sum(len(outline.lines[at].text) for at in span if is_sentence(outline.lines[at].text))
    said = {
        element
        for line in outline.lines
        if not is_linked(line) and (is_sentence(line.text) or len(line.text) > _LONGEST_LEAD_ON)
        for element in line.ancestors()
    }
    lengths: dict[Element, int] = {}
    for at in span:
        line = outline.lines[at]
        if line.block is None or line.block.tag == "li" or line.block in said or len(line.text) < _SHORTEST_LINKED:
            continue
        if not is_linked(line) or not _leads_away(outline, line):
            continue
        box = line.block
        for _ in range(_LEAD_ON_LEVELS):
            parent = box.getparent()
            if parent is None or parent in said or parent.tag in ("body", "main", "article", "section"):
                break
            box = parent
        if box not in lengths:
            lengths[box] = _length(box)
    found = {box: length for box, length in lengths.items() if length <= _LONGEST_LEAD_ON}
    return list(found) if sum(found.values()) <= _MOST_LEADING_ON * running else []


def card_boxes(outline: Outline, headline_at: int, stop: int) -> list[Element]:
    """Return the teasers of other articles above line ``stop``: three or more alike neighbours around a linked line."""
    linked: dict[Element, None] = {}
    for line in outline.lines[headline_at + 1 : stop]:
        if (
            line.block is not None
            and len(line.text) >= _SHORTEST_LINKED
            and is_linked(line)
            and _leads_away(outline, line)
        ):
            linked.setdefault(line.block)
    cards: set[Element] = set()
    outer = _with_ancestors(linked)
    seen: set[tuple[Element, Signature]] = set()
    for block in linked:
        element = block
        for _ in range(_CARD_LEVELS):
            parent = element.getparent()
            if parent is None or parent.tag in ("body", "html"):
                break
            look = signature(element)
            if (parent, look) not in seen:
                seen.add((parent, look))
                cards.update(_alike(parent, look, outer))
            element = parent
    if not cards:
        return []
    inside = lines_within(outline, list(cards))
    told = [
        line for line in outline.lines if line.index not in inside and is_sentence(line.text) and not is_linked(line)
    ]
    return list(cards) if len(told) > 1 else []


def _alike(parent: Element, look: Signature, outer: set[Element]) -> list[Element]:
    """Return the children of one look, each short and around a linked line; none if they are fewer than three."""
    alike = [child for child in parent if child in outer and signature(child) == look]
    short = [child for child in alike if len("".join(map(str, child.itertext()))) <= _LONGEST_CARD]
    return short if len(short) == len(alike) >= _FEWEST_CARDS else []


def _with_ancestors(elements: Iterable[Element]) -> set[Element]:
    found: set[Element] = set()
    for element in elements:
        current: Element | None = element
        while current is not None and current not in found:
            found.add(current)
            current = current.getparent()
    return found


def _leads_away(outline: Outline, line: Line) -> bool:
    own = outline.document.address.url.partition("#")[0]
    urls = [outline.document.absolute(href) for _, href in line.links()]
    return any(url is not None and url.partition("#")[0] != own for url in urls)
