"""A page's tree in Python: by lxml, its elements, and changes of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from rudaw_scraper.walk_tables import INVISIBLE

Element = etree._Element
_PARSER: Final = etree.HTMLParser(
    encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
)
_MAY_BE_DEEP: Final = 6_000  # bytes; in fewer, tags can't reach the parser's limit of depth (2,048)
_NOT_TAKEN = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parse(utf8: bytes) -> tuple[Element | None, bool]:
    """Do what :func:`rudaw_scraper.tree.parse` does."""
    try:
        root = etree.fromstring(utf8, _PARSER)
    except etree.XMLSyntaxError:
        return None, False
    return root, root is not None and len(utf8) > _MAY_BE_DEEP and _cut_off()


def _cut_off() -> bool:
    """Tell whether the parser gave up for the depth of the tree."""
    return any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in _PARSER.error_log)


def tops(root: Any) -> list[Any]:
    """Do what :func:`rudaw_scraper.tree.tops` does, for elements of either kind."""
    found = [root]
    while (following := found[-1].getnext()) is not None:
        found.append(following)
    return found


def prune(root: Element, hidden: Iterable[Element]) -> None:
    """Do what :func:`rudaw_scraper.tree.prune` does."""
    for top in tops(root):
        etree.strip_elements(top, *INVISIBLE, with_tail=False)
    for element in hidden:
        parent = element.getparent()
        if parent is None:
            continue
        if element.tail:
            before = element.getprevious()
            if before is not None:
                set_tail(before, (before.tail or "") + element.tail)
            else:
                set_text(parent, (parent.text or "") + element.tail)
        parent.remove(element)


def break_preformatted(pre: Element) -> None:
    """Do what :func:`rudaw_scraper.tree.break_preformatted` does."""
    for element in list(pre.iter()):
        first, *rest = (element.text or "").split("\n")
        if rest:
            set_text(element, first)
            _insert_lines(element, 0, rest)
        parent = element.getparent()
        first, *rest = (element.tail or "").split("\n")
        if rest and element is not pre and parent is not None:
            set_tail(element, first)
            _insert_lines(parent, parent.index(element) + 1, rest)


def _insert_lines(parent: Element, at: int, lines: list[str]) -> None:
    for number, line in enumerate(lines):
        line_break = etree.Element("br")
        set_tail(line_break, line)
        parent.insert(at + number, line_break)


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


def markup_of(root: Element, emptied: set[Element], divisions: set[Element]) -> str:
    """Do what :func:`rudaw_scraper.tree.markup_of` does."""
    copy: Any = deepcopy(root)
    without: list[Any] = []
    for element, copied in zip(root.iter(), copy.iter(), strict=True):
        if element in emptied:
            without.append(copied)
        if element in divisions:
            copied.tag = "div"
    for each in without:
        each.clear(keep_tail=True)
    return etree.tostring(copy, encoding="unicode", method="html")
