"""A page without what is known not to be its text, for a library that looks for the text by its density.

Readers' comments can outweigh the article; boxes between its paragraphs read like text. Both are taken out of a
copy of the tree, by structure or by the words that publishing systems use for them.
"""

from __future__ import annotations

from collections.abc import Iterable

from rudaw_scraper.aside_boxes import SHORTEST_LINKED, card_boxes, leads_away, length_of, named_boxes
from rudaw_scraper.comment_boxes import Box
from rudaw_scraper.comment_marks import is_comment_like
from rudaw_scraper.main_text import main_lines
from rudaw_scraper.outline import Outline, common_ancestor, is_linked, is_sentence
from rudaw_scraper.tree import markup_of
from rudaw_scraper.walk_tables import Element

_LONGEST_LEAD_ON = 300  # characters of a box that leads to another article, with its heading
_LEAD_ON_LEVELS = 3  # from a linked line to its box
_MOST_LEADING_ON = 0.25  # of the running text; more links are what the article is about
_BLOCKS = ("p", "div", "h1", "h2", "h3", "article", "section", "ul", "br")


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


def markup_without(root: Element, marked: list[Element]) -> str:
    """Return a page's markup without the content of the given elements; the page itself stays as it is."""
    gone = {inner for element in marked for inner in element.iter() if inner is not element}
    divisions: set[Element] = set()
    for table in root.iter("table"):
        cells = (cell for cell in table.iter("td") if cell not in gone)
        if any(part not in gone for cell in cells for part in cell.iter(*_BLOCKS)):  # for columns, not of data
            divisions.update(table.iter("table", "tbody", "tr", "td"))
    return markup_of(root, set(marked), divisions)


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
        if line.block is None or line.block.tag == "li" or line.block in said or len(line.text) < SHORTEST_LINKED:
            continue
        if not is_linked(line) or not leads_away(outline, line):
            continue
        box = line.block
        for _ in range(_LEAD_ON_LEVELS):
            parent = box.getparent()
            if parent is None or parent in said or parent.tag in ("body", "main", "article", "section"):
                break
            box = parent
        if box not in lengths:
            lengths[box] = length_of(box)
    found = {box: length for box, length in lengths.items() if length <= _LONGEST_LEAD_ON}
    return list(found) if sum(found.values()) <= _MOST_LEADING_ON * running else []
