"""From the bytes of an HTML page to its tree, with what of it a browser would not show.

Parsed once; hidden elements and a web archive's toolbar are noted, and what the page says of itself
(title, metadata, structured data) is kept aside.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from rudaw_scraper.byte_signs import find, may_refer_to_control
from rudaw_scraper.byte_signs_plain import CONTROL_REFERENCE
from rudaw_scraper.errors import EmptyPage, PageTooLarge
from rudaw_scraper.tree import parse, prune
from rudaw_scraper.walk import signs
from rudaw_scraper.walk_tables import Element, Sign, words_of

FindSigns = Callable[[Element, set[str], set[str], tuple[str, ...], Callable[[Element], bool]], list[Sign]]
Rules = dict[str, set[str]]  # a class or id, to the tags it is hidden on ("" for all)

MAX_TAGS: Final = 200_000  # the largest page of the site seen has some thousands
_SHORTEST_TAG: Final = 3  # bytes
_TOOLBAR_START: Final = b"BEGIN WAYBACK TOOLBAR INSERT"
_TOOLBAR_END: Final = b"END WAYBACK TOOLBAR INSERT -->"
# Of the layout from 2019 to 2026, as scrapers of that time name them.
LAYOUT_CLASSES: Final = frozenset(("bodyContentMainParent", "article-main__title", "header__main-menu-link"))
_TOOLBAR_IDS: Final = ("wm-ipp", "donato", "__wb_")
_HIDING: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)")
_DISPLAY: Final = re.compile(r"display\s*:\s*(inline|block|flex|grid|table|list-item|flow-root)")
_LONGEST_SELECTORS: Final = 4_000  # characters before a brace that are looked at
_HIDING_DECLARATIONS: Final = ("display:none", "display: none", "visibility:hidden", "visibility: hidden")
_CSS_SIMPLE: Final = re.compile(r"([a-z][a-z0-9]*)?([.#])([\w-]+)", re.IGNORECASE)


class Markup:
    """A page's tree, and its head.

    ``displays`` holds the elements that their style makes a block (True) or inline (False), ``hidden`` those that are
    not shown. ``meta`` maps the names and properties of ``<meta>`` to their first content, ``metas`` to all in page
    order; ``json_ld`` and ``scripts`` are script texts in page order; ``layout_classes`` are those of
    :data:`LAYOUT_CLASSES` that the page uses, ``later_addresses`` the attributes ("href", "src") of links and pictures
    in the form of the layout of 2026; ``has_items`` says that it has microdata.
    """

    __slots__ = (
        *("canonical", "displays", "has_items", "hidden", "json_ld", "language", "later_addresses", "layout_classes"),
        *("meta", "metas", "preformatted", "root", "scripts", "title"),
    )

    def __init__(self, root: Element, language: str | None = None) -> None:
        self.root = root
        self.displays: dict[Element, bool] = {}
        self.hidden: set[Element] = set()
        self.preformatted: list[Element] = []
        self.title: str | None = None
        self.canonical: str | None = None
        self.language = language
        self.meta: dict[str, str] = {}
        self.metas: dict[str, list[str]] = {}
        self.json_ld: list[str] = []
        self.scripts: list[str] = []
        self.layout_classes: set[str] = set()
        self.later_addresses: set[str] = set()
        self.has_items = False

    def visible(self) -> Element:
        """Return the tree's root; all that is not shown has been taken out of the tree."""
        prune(self.root, self.hidden)
        return self.root


class _HidingRules:
    """The classes and ids that the page's style hides by a plain rule on one of them, outside media queries.

    ``wanted_classes`` are those, and the layouts' own; ``wanted_ids`` those.
    """

    def __init__(self) -> None:
        self.classes: Rules = {}
        self.ids: Rules = {}
        self.wanted_classes = set(LAYOUT_CLASSES)
        self.wanted_ids: set[str] = set()

    def read(self, style: Element) -> bool:
        """Take the rules of a ``<style>``; tell whether it holds any."""
        css = style.text or ""
        any_found = False
        for declaration in _HIDING_DECLARATIONS if "{" in css else ():
            at, counted, depth = css.find(declaration), 0, 0
            while at >= 0:
                depth += css.count("{", counted, at) - css.count("}", counted, at)
                counted = at
                if depth == 1:
                    any_found |= self._read_selectors(css, css.rfind("{", 0, at))
                at = css.find(declaration, at + 1)
        return any_found

    def _read_selectors(self, css: str, opening: int) -> bool:
        """Take the rule whose brace opens there, if its selectors are plain; tell whether one of them is."""
        near = max(0, opening - _LONGEST_SELECTORS)
        start = max(css.rfind("}", near, opening), css.rfind(";", near, opening), near - 1) + 1
        any_found = False
        for selector in css[start:opening].split(","):
            match = _CSS_SIMPLE.fullmatch(selector.strip())
            if match is not None:
                by_class = match[2] == "."
                (self.classes if by_class else self.ids).setdefault(match[3], set()).add((match[1] or "").lower())
                (self.wanted_classes if by_class else self.wanted_ids).add(match[3])
                any_found = True
        return any_found


def parse_markup(utf8: bytes) -> Markup:
    """Parse an HTML page. Raises :class:`EmptyPage` or :class:`PageTooLarge`."""
    tags = utf8.count(b"<") if len(utf8) > MAX_TAGS * _SHORTEST_TAG else 0
    if tags > MAX_TAGS:
        raise PageTooLarge(f"the page has {tags:,} tags; at most {MAX_TAGS:,} are read")
    utf8 = _without_toolbar(utf8)
    if may_refer_to_control(utf8):
        utf8 = CONTROL_REFERENCE.sub(_meant_character, utf8)
    root, cut_off = parse(utf8)
    if root is None:
        raise EmptyPage("the page holds no markup that can be read")
    if cut_off:
        raise PageTooLarge("the page's elements are nested deeper than 2,048 levels")
    return read_markup(root)


def read_markup(root: Element, find_signs: FindSigns = signs) -> Markup:
    """Gather what a parsed page says of its elements and of itself."""
    markup = Markup(root, language=root.get("lang"))
    rules = _HidingRules()
    found = find_signs(root, rules.wanted_classes, rules.wanted_ids, _TOOLBAR_IDS, rules.read)
    for name, value, element in found:
        _note_sign(markup, name, value, element, rules)
    return markup


def _meant_character(reference: re.Match[bytes]) -> bytes:
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    return bytes([code]).decode("cp1252", "ignore").encode() if code >= 128 else b""


def _without_toolbar(utf8: bytes) -> bytes:
    start = find(utf8, _TOOLBAR_START)
    end = utf8.find(_TOOLBAR_END, start) if start >= 0 else -1
    if end < 0:
        return utf8
    start = utf8.rfind(b"<!--", 0, start)
    return utf8[: max(start, 0)] + utf8[end + len(_TOOLBAR_END) :]


def _note_sign(markup: Markup, name: str, value: str, element: Element, rules: _HidingRules) -> None:
    """Note what a tag or an attribute says of its element or of the page."""
    if name == "style":  # an attribute, or an element, which has no value and has been read before
        style = value.lower()
        if style == "display:none" or _HIDING.search(style):  # mostly the first
            markup.hidden.add(element)
        elif (match := _DISPLAY.search(style)) is not None:
            markup.displays[element] = not match[1].startswith("inline")
    elif name == "class" or name == "id":
        words = words_of(value)
        if name == "class":
            markup.layout_classes.update(LAYOUT_CLASSES.intersection(words))
        hiding = rules.classes if name == "class" else rules.ids
        tags = [tag for word in words for tag in hiding.get(word, ())]
        if "" in tags or element.tag in tags or (name == "id" and value.startswith(_TOOLBAR_IDS)):
            markup.hidden.add(element)
    elif name == "hidden":
        # React streams content into hidden elements with such ids, and a script moves it to where it is shown.
        if value != "until-found" and not (element.get("id") or "").startswith("S:"):
            markup.hidden.add(element)
    elif name == "href" or name == "src":
        markup.later_addresses.add(name)
    elif name == "itemprop":
        markup.has_items = True
    elif name == "dialog":
        if element.get("open") is None:
            markup.hidden.add(element)
    elif name == "pre":
        markup.preformatted.append(element)
    else:
        _read_head(markup, name, element)


def _read_head(markup: Markup, tag: str, element: Element) -> None:
    if tag == "meta":
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            markup.meta.setdefault(name.lower(), content)
            markup.metas.setdefault(name.lower(), []).append(content)
    elif tag == "script":
        text = element.text
        if not text:
            return
        if element.get("type", "").lower() == "application/ld+json":
            markup.json_ld.append(text)
        elif "__next_f" in text or element.get("id") == "__NEXT_DATA__":
            markup.scripts.append(text)
    elif tag == "link":
        if markup.canonical is None and (element.get("rel") or "").lower() == "canonical":
            markup.canonical = element.get("href")
    elif markup.title is None and (parent := element.getparent()) is not None and parent.tag != "svg":
        markup.title = element.text
