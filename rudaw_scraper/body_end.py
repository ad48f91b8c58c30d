"""Where the body's text begins and ends: the furniture with unknown words above it and after its last paragraph.

Labels end a body by their words. What no table knows is told by its place: outside the element that holds the text,
in a form, linked, or a few words without a full stop that are set unlike any paragraph.
"""

from __future__ import annotations

from typing import Final

from rudaw_scraper.blocks import Line
from rudaw_scraper.captions import has_credit, is_captioned
from rudaw_scraper.datelines import own_line_dateline
from rudaw_scraper.outline import Look, Outline, is_sentence, look_of
from rudaw_scraper.tally import commonest, tally
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.walk_tables import Element

_MOST_OF_TEXT: Final = 0.6  # share of the running text that the body's element holds
_MOST_STOPS: Final = 0.8  # share of paragraphs with a full stop, where the last line should have one too
_LONGEST_LOOSE: Final = 60  # characters, in plain text


def without_loose_ends(outline: Outline, content: list[int]) -> list[int]:
    """Return the body's lines without what trails after its text."""
    lines = outline.lines
    text = [lines[index] for index in content if is_sentence(lines[index].text)]
    if not text:
        return content
    edition = outline.document.address.edition.name
    home = _home(text)
    looks = tally([look_of(line) for line in text])
    usual = commonest(looks)
    end = len(content)
    while end > 0:
        index = content[end - 1]
        line = lines[index]
        if has_credit(line.text, edition) or is_captioned(outline, index):
            break
        if not (_is_loose_text(line, text) if line.block is None else _is_loose(line, text, home, usual, looks)):
            break
        end -= 1
    return content[:end]


def without_loose_start(outline: Outline, content: list[int]) -> list[int]:
    """Return the body's lines without the few words above its text, outside its element: "3 min read"."""
    lines = outline.lines
    if not content or ends_sentence(lines[content[0]].text):
        return content  # as most texts
    text = [lines[index] for index in content if is_sentence(lines[index].text)]
    home = _home(text) if text else None
    edition = outline.document.address.edition.name
    start = 0
    while home is not None and start < len(content):
        line = lines[content[start]]
        if line.inside(home) or len(line.text) > _LONGEST_LOOSE or ends_sentence(line.text):
            break
        if own_line_dateline(line.text, edition) is not None:
            break
        start += 1
    outline.take(content[:start], "furniture")
    return content[start:]


def _is_loose(
    line: Line, text: list[Line], home: Element | None, usual: Look | None, looks: dict[Look | None, int]
) -> bool:
    if home is not None and not line.inside(home) and (look_of(line) != usual or not _is_part(line, home)):
        return True
    if is_sentence(line.text):
        return False
    at_home = home is not None and line.inside(home)
    if line.block is not None and line.block.tag == "li" and at_home and not line.links():
        return False
    linked = sum(len(text) for text, _ in line.links())
    if 2 * linked >= len(line.text) or _in_form(line, text[0]):
        return True
    if ends_sentence(line.text):
        return False
    return not at_home or look_of(line) not in looks or _is_loose_text(line, text)


def _is_part(line: Line, home: Element) -> bool:
    """Tell whether a line stands in an element beside the body's that is like it: a body can be cut in parts."""
    parent = home.getparent()
    row = line.block.getparent() if line.block is not None and line.block.tag == home.tag else None
    if parent is not None and row is not None and row is not parent and row.getparent() is parent.getparent():
        return ends_sentence(line.text)  # a row of a table or a box for each paragraph
    return any(
        element.getparent() is parent and element.tag == home.tag and element.get("class") == home.get("class")
        for element in line.ancestors()
    )


def _is_loose_text(line: Line, text: list[Line]) -> bool:
    """Tell whether a short last line of a plain text lacks the full stop that the paragraphs have."""
    if len(line.text) > _LONGEST_LOOSE or ends_sentence(line.text):
        return False
    stops = sum(ends_sentence(each.text) for each in text)
    return len(text) > 1 and stops >= _MOST_STOPS * len(text)


def _in_form(line: Line, text: Line) -> bool:
    """Tell whether a line stands in a form that the text is outside of; some pages are one form."""
    block = line.block
    if block is None:
        return False
    form = block if block.tag == "form" else next(block.iterancestors("form"), None)
    return form is not None and not text.inside(form)


def _home(text: list[Line]) -> Element | None:
    """Return the innermost element around the first paragraphs that holds most of the running text."""
    total = sum(len(line.text) for line in text)
    around = [(len(line.text), set(line.ancestors())) for line in text]
    for element in text[0].ancestors():
        inside = [size for size, ancestors in around if element in ancestors]
        if sum(inside) >= _MOST_OF_TEXT * total and (len(inside) > 1 or len(text) == 1):
            return element
    return None
