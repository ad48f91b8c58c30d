"""Where the body of an article goes on below a box amid it: a share bar, an advertisement, related articles."""

from __future__ import annotations

from typing import Final

from rudaw_scraper.blocks import Line
from rudaw_scraper.captions import has_credit, is_captioned
from rudaw_scraper.labels import Label
from rudaw_scraper.outline import Outline, common_ancestor, is_linked, is_sentence, look_of
from rudaw_scraper.subheadings import is_all_bold
from rudaw_scraper.walk_tables import Element

_ALWAYS_END: Final = frozenset(
    {Label.YOUR_RUDAW, Label.LATEST_COMMENTS, Label.MORE_BY_AUTHOR, Label.COMMENTS, Label.FOOTER}
)
_BOXES: Final = frozenset({Label.SHARE, Label.TOOL, Label.RELATED, Label.ELSEWHERE, Label.COMMENT_FORM})
_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")


def resumed_at(outline: Outline, index: int, stop: int, content: list[int]) -> int | None:
    """Return the line at which the body goes on after a box (a share bar, related articles), if it does."""
    lines = outline.lines
    said = (lines[at] for at in reversed(content) if not is_captioned(outline, at))
    last = next((line for line in said if is_sentence(line.text)), lines[content[-1]] if content else None)
    body_parents = _parents(last) if last is not None else None
    home = _around(next(said, None), last)
    for at in range(index, stop):
        label = outline.labels[at]
        if (
            label in _ALWAYS_END
            or label is Label.TAGS
            or ((labelled := outline.labelled(at)) and labelled[0] is Label.TAGS)
        ):
            return None
        if label is not None and label not in _BOXES:
            return None
        line = lines[at]
        if label is not None or not is_sentence(line.text) or is_linked(line):
            continue
        if body_parents is None and outline.labels[index] is Label.TOOL and outline.next_label(index + 1) > at:
            return index + 1  # an advertisement in plain text
        if body_parents is None or body_parents & (_parents(line) or frozenset()):
            return _first_alike(outline, index, at)
        if last is not None and home is not None and look_of(line) == look_of(last) and line.inside(home):
            return at
    return None


def _first_alike(outline: Outline, label_at: int, at: int) -> int:
    """Return the first of the lines between a box's label and a sentence that are set beside the sentence."""
    sentence = outline.lines[at]
    home = sentence.block.getparent() if sentence.block is not None else None
    if home is None:
        return at
    edition = outline.document.address.edition.name
    box = next((each for each in outline.lines[label_at].ancestors() if each.getparent() is home), None)
    first = at
    while first - 1 > label_at:
        line = outline.lines[first - 1]
        if outline.labels[first - 1] is not None or line.links() or line.block is None or not line.inside(home):
            break
        if box is not None and line.inside(box):
            break
        captioned = is_captioned(outline, first - 1) or has_credit(line.text, edition)
        if not captioned and not _is_set_beside(line, sentence, home):
            break
        first -= 1
    return first


def _is_set_beside(line: Line, sentence: Line, home: Element) -> bool:
    """Tell whether a line stands beside a sentence of the text: as one of its kind, as a heading, or in bold."""
    if line.block is None or line.block.getparent() is not home:
        return False
    is_paragraph = line.block.tag == "p" and sentence.block is not None and sentence.block.tag == "p"
    return is_paragraph or look_of(line) == look_of(sentence) or line.block.tag in _HEADINGS or is_all_bold(line)


def _around(first: Line | None, second: Line | None) -> Element | None:
    """Return the element around two lines of a text, if each stands in a table cell of its own."""
    if first is None or second is None or first.block is None or second.block is None:
        return None
    return common_ancestor(first.block, second.block) if first.block.tag == second.block.tag == "td" else None


def _parents(line: Line) -> frozenset[Element] | None:
    """Return the block of a line and the block's parent: what a neighbour in the same text shares."""
    if line.block is None:
        return None
    parent = line.block.getparent()
    return frozenset({line.block} if parent is None else {line.block, parent})
