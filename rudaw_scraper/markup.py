"""From the bytes of an HTML page to a tree that holds only what a browser would show.

Parsed once with lxml; scripts, templates, hidden elements and a web archive's toolbar are taken out, with what the
page says of itself (title, metadata, structured data) kept aside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from rudaw_scraper.errors import EmptyPage, PageTooLarge

Element = etree._Element

MAX_TAGS = 200_000  # the largest page of the site seen has some thousands
_SHORTEST_TAG = 3  # bytes
_MAY_BE_DEEP = 2_000  # fewer tags than this can't reach the parser's limit of depth (2,048)
_INVISIBLE = (
    "head", "title", "script", "style", "noscript", "template", "svg", "iframe", "frameset", "noframes", "object",
    "embed", "applet", "canvas", "audio", "video", "select", "datalist", "textarea", "map",
)  # fmt: skip
_TOOLBAR_START, _TOOLBAR_END = b"BEGIN WAYBACK TOOLBAR INSERT", b"END WAYBACK TOOLBAR INSERT -->"
_TOOLBAR_IDS = ("wm-ipp", "donato", "__wb_")
# References to control characters; those from 128 to 159 are meant as windows-1252 ("&#147;" opens a quotation).
_CONTROL_REFERENCE = re.compile(
    rb"&#(?:0*([0-8]|1[1-24-9]|2\d|3[01]|12[7-9]|1[345]\d)|[xX]0*([0-8bBeEfF]|[189][0-9a-fA-F]|7[fF]))(?![0-9a-fA-F]);?"
)
_NOT_TAKEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)")
_DISPLAY = re.compile(r"display\s*:\s*(inline|block|flex|grid|table|list-item|flow-root)")
_LONGEST_SELECTORS = 4_000  # characters before a brace that are looked at
_HIDING_DECLARATIONS = ("display:none", "display: none", "visibility:hidden", "visibility: hidden")
_CSS_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?([.#])([\w-]+)", re.IGNORECASE)
_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
# The results of these are lists of strings that know their element; the stubs can't tell.
_STYLES: Any = etree.XPath(
    "//@style[contains(., 'none') or contains(., 'hidden') or contains(., 'collapse') or contains(., 'display')"
    " or contains(., 'NONE') or contains(., 'HIDDEN') or contains(., 'DISPLAY')]"
)
_HIDDEN: Any = etree.XPath("//@hidden")
_IDS: Any = etree.XPath("//@id")


@dataclass(slots=True)
class Markup:
    """A page's visible tree, and its head.

    ``displays`` holds the elements that their style makes a block (True) or inline (False). ``meta`` maps the names
    and properties of ``<meta>`` to their first content; ``json_ld`` and ``scripts`` are script texts in page order.
    """

    root: Element
    displays: dict[Element, bool] = field(default_factory=dict)
    title: str | None = None
    canonical: str | None = None
    language: str | None = None
    meta: dict[str, str] = field(default_factory=dict)
    json_ld: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)


def parse_markup(utf8: bytes) -> Markup:
    """Parse an HTML page. Raises :class:`EmptyPage` or :class:`PageTooLarge`."""
    tags = utf8.count(b"<") if len(utf8) > MAX_TAGS * _SHORTEST_TAG else 0
    if tags > MAX_TAGS:
        raise PageTooLarge(f"the page has {tags:,} tags; at most {MAX_TAGS:,} are read")
    utf8 = _without_toolbar(utf8)
    if b"&#" in utf8:
        utf8 = _CONTROL_REFERENCE.sub(_meant_character, utf8)
    try:
        root = etree.fromstring(utf8, _PARSER)
    except etree.XMLSyntaxError as error:
        raise EmptyPage(f"the page holds no markup that can be read ({error})") from None
    if root is None:
        raise EmptyPage("the page holds no markup")
    if len(utf8) > _MAY_BE_DEEP * _SHORTEST_TAG and _cut_off():
        raise PageTooLarge("the page's elements are nested deeper than 2,048 levels")
    markup = Markup(root)
    _read_head(markup)
    _remove_invisible(markup, utf8)
    return markup


def _meant_character(reference: re.Match[bytes]) -> bytes:
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    return bytes([code]).decode("cp1252", "ignore").encode() if code >= 128 else b""


def _cut_off() -> bool:
    """Tell whether the parser gave up for the depth of the tree."""
    return any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in _PARSER.error_log)


def _without_toolbar(utf8: bytes) -> bytes:
    start = utf8.find(_TOOLBAR_START)
    end = utf8.find(_TOOLBAR_END, start) if start >= 0 else -1
    if end < 0:
        return utf8
    start = utf8.rfind(b"<!--", 0, start)
    return utf8[: max(start, 0)] + utf8[end + len(_TOOLBAR_END) :]


def _read_head(markup: Markup) -> None:
    root = markup.root
    markup.language = root.get("lang")
    for element in root.iter("title", "meta", "link", "script"):
        tag = element.tag
        if tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = element.get("content")
            if name and content:
                markup.meta.setdefault(name.lower(), content)
        elif tag == "script":
            text = element.text
            if not text:
                continue
            if element.get("type", "").lower() == "application/ld+json":
                markup.json_ld.append(text)
            elif "__next_f" in text or element.get("id") == "__NEXT_DATA__":
                markup.scripts.append(text)
        elif tag == "link":
            if markup.canonical is None and (element.get("rel") or "").lower() == "canonical":
                markup.canonical = element.get("href")
        elif markup.title is None and (parent := element.getparent()) is not None and parent.tag != "svg":
            markup.title = element.text


def _remove_invisible(markup: Markup, utf8: bytes) -> None:
    root = markup.root
    hidden: list[Element] = []
    if b"none" in utf8:
        css = "".join(style.text or "" for style in root.iter("style"))
        hidden += _hidden_by_rules(root, css)
    etree.strip_elements(root, *_INVISIBLE, with_tail=False)
    for value in _STYLES(root):
        style = value.lower()
        if _HIDING.search(style):
            hidden.append(value.getparent())
        elif (match := _DISPLAY.search(style)) is not None:
            markup.displays[value.getparent()] = not match[1].startswith("inline")
    hidden += [
        element
        for value in _HIDDEN(root)
        # React streams content into hidden elements with such ids, and a script moves it to where it is shown.
        if value != "until-found" and not ((element := value.getparent()).get("id") or "").startswith("S:")
    ]
    hidden += [dialog for dialog in root.iter("dialog") if dialog.get("open") is None]
    if b"wm-ipp" in utf8:
        hidden += [value.getparent() for value in _IDS(root) if value.startswith(_TOOLBAR_IDS)]
    for element in hidden:
        _remove(element)


def _hidden_by_rules(root: Any, css: str) -> list[Element]:
    """Return the elements that a style sheet hides by a plain rule on one class or id, outside media queries."""
    hiding: dict[str, dict[str, set[str]]] = {".": {}, "#": {}}  # class or id, to the tags it is hidden on ("" for all)
    for declaration in _HIDING_DECLARATIONS:
        at, counted, depth = css.find(declaration), 0, 0
        while at >= 0:
            depth += css.count("{", counted, at) - css.count("}", counted, at)
            counted = at
            opening = css.rfind("{", 0, at)
            if depth == 1:
                near = max(0, opening - _LONGEST_SELECTORS)
                selectors = css[
                    max(css.rfind("}", near, opening), css.rfind(";", near, opening), near - 1) + 1 : opening
                ]
                for match in (_CSS_SIMPLE.fullmatch(selector.strip()) for selector in selectors.split(",")):
                    if match is not None:
                        hiding[match[2]].setdefault(match[3], set()).add((match[1] or "").lower())
            at = css.find(declaration, at + 1)
    found: list[Element] = []
    for attribute, names in (("class", hiding["."]), ("id", hiding["#"])):
        mentions = " or ".join(f"contains(., '{name}')" for name in names)
        for value in root.xpath(f"//@{attribute}[{mentions}]") if names else ():
            for name in names.keys() & value.split():
                element = value.getparent()
                if "" in names[name] or element.tag in names[name]:
                    found.append(element)
    return found


def set_tail(element: Element, text: str) -> None:
    """Set the text after an element; noncharacters, which lxml reads but does not take, are left out."""
    try:
        element.tail = text
    except ValueError:
        element.tail = _NOT_TAKEN.sub("", text)


def set_text(element: Element, text: str) -> None:
    """Set the text that an element begins with, as :func:`set_tail` does."""
    try:
        element.text = text
    except ValueError:
        element.text = _NOT_TAKEN.sub("", text)


def _remove(element: Element) -> None:
    """Take an element out of the tree and leave the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            set_tail(before, (before.tail or "") + element.tail)
        else:
            set_text(parent, (parent.text or "") + element.tail)
    parent.remove(element)
