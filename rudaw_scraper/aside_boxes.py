"""The boxes beside an article's text: those that class or id name so, and the cards of other articles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rudaw_scraper.blocks import Line
from rudaw_scraper.comment_marks import Signature, hyphenated, is_comment_like, signature
from rudaw_scraper.outline import Outline, is_linked, is_sentence
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
SHORTEST_LINKED = 20  # characters of the headline of another article
_LONGEST_CARD = 500  # characters, of markup's spaces too
_FEWEST_CARDS = 3
_CARD_LEVELS = 4  # from a linked headline to its card
_EMBEDDED = re.compile(r"\b(?:twitter-tweet|instagram-media|tiktok-embed|fb-post)\b")


def lines_within(outline: Outline, elements: list[Element]) -> set[int]:
    """Return the indices of the lines in any of the elements."""
    known = set(elements)
    return {line.index for line in outline.lines if any(element in known for element in line.ancestors())}


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
        length = length_of(element)
        if length <= min(_LONGEST_BOX, _MOST_OF_TEXT * running):
            found.append(element)
    return found


@lru_cache(maxsize=4096)  # a page's elements share them
def _names_box(names: str) -> bool:
    return _BOX.search(names) is not None


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
    return length_of(element) <= _LONGEST_CAPTION


def length_of(element: Element) -> int:
    """Return how many characters an element says, white space folded."""
    return len(" ".join("".join(map(str, element.itertext())).split()))


def card_boxes(outline: Outline, headline_at: int, stop: int) -> list[Element]:
    """Return the teasers of other articles above line ``stop``: three or more alike neighbours around a linked line."""
    linked: dict[Element, None] = {}
    for line in outline.lines[headline_at + 1 : stop]:
        if (
            line.block is not None
            and len(line.text) >= SHORTEST_LINKED
            and is_linked(line)
            and leads_away(outline, line)
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


def leads_away(outline: Outline, line: Line) -> bool:
    """Tell whether a line has a link to another page."""
    own = outline.document.address.url.partition("#")[0]
    urls = [outline.document.absolute(href) for _, href in line.links()]
    return any(url is not None and url.partition("#")[0] != own for url in urls)
