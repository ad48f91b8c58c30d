"""A page without the boxes between and below its paragraphs: newsletters, cards, embedded posts.

The readers of the site's own text work on a sequence of lines. Here is that sequence without the lines of such boxes,
and the way back from its lines to those of the whole page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rudaw_scraper.article_body import Body, read_body
from rudaw_scraper.aside_boxes import card_boxes, named_boxes
from rudaw_scraper.blocks import Blocks, Line
from rudaw_scraper.datelines import own_line_dateline
from rudaw_scraper.main_text import first_sentence, text_start
from rudaw_scraper.outline import Outline, is_linked, is_sentence, look_of
from rudaw_scraper.shown_article import Shown, read_shown
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.walk_tables import Element

# Words of class names; those of share bars and related articles are left out, as every page has them.
_NAMED: Final = re.compile(
    r"newsletter|pull-?quote|twitter-tweet|instagram-media|author-b|promo|paywall|read-?more|also-?read|ad-slot|subscribe",
    re.IGNORECASE,
)
_BEYOND: Final = 12  # lines below what looks like the end of a text; a label in a box can end it too early
_BOX_REACH: Final = 5  # lines below a place line in which a box can stand
_LONGEST_LEAD: Final = 30  # characters of "Read more:"
_FEW: Final = 4  # text runs of a line that is only a link


@dataclass(slots=True)
class Narrowed:
    """The outline of the lines that are left, and the index on the whole page of each."""

    outline: Outline
    kept: list[int]

    def inner(self, index: int) -> int:
        """Return the line that a line of the whole page is here, or the next one."""
        return bisect_left(self.kept, index)

    def outer(self, index: int) -> int:
        """Return the line of the whole page that a line is; the one after the last for the end."""
        return self.kept[index] if index < len(self.kept) else (self.kept[-1] + 1 if self.kept else 0)

    def note_roles(self, whole: Outline) -> None:
        """Note on the whole page what lines were taken for here."""
        for index, role in self.outline.document.roles.items():
            whole.document.roles.setdefault(self.kept[index], role)


def without_boxes(outline: Outline, start: int, stop: int, apart: Iterable[int] = ()) -> Narrowed:
    """Return the page's lines without ``apart`` and those of boxes above line ``stop``.

    Only boxes below the beginning of the text (line ``start`` or later) count.
    """
    document = outline.document
    first = min(text_start(outline, start, stop), _opening(outline, start, stop))
    below = outline.lines[first + 1 : stop]
    around = dict.fromkeys(element for line in below for element in line.ancestors())
    boxes = {*named_boxes(outline, around), *card_boxes(outline, start - 1, stop)}
    dropped = {line.index for line in below if _leads_to_another(outline, line)}
    dropped |= {line.index for line in below if any(element in boxes for element in line.ancestors())}
    dropped.update(apart)
    kept = [index for index in range(len(outline.lines)) if index not in dropped]
    lines = [outline.lines[index].at(place) for place, index in enumerate(kept)]
    pictures = [each.at(bisect_left(kept, each.index)) for each in document.blocks.pictures]
    narrowed = document.with_blocks(Blocks(lines, pictures, document.blocks.root))
    return Narrowed(Outline(narrowed), kept)


@lru_cache(maxsize=4096)  # a page's elements share them
def _names_box(classes: str | None) -> bool:
    return classes is not None and _NAMED.search(classes) is not None


def _leads_to_another(outline: Outline, line: Line) -> bool:
    if line.block is None or not (is_linked(line) or _is_led_to(line)):
        return False
    return any(outline.document.leads_to_another(href) for _, href in line.links())


def _is_led_to(line: Line) -> bool:
    """Tell whether a line is a link behind a few words and a colon ("Read more: ...")."""
    links = line.links()
    if len(links) != 1 or not line.text.endswith(links[0][0]):
        return False
    before = line.text[: -len(links[0][0])].rstrip()
    return 0 < len(before) <= _LONGEST_LEAD and before[-1] in ":："


def read_body_alone(outline: Outline, begin: int, end: Callable[[Outline, int], int]) -> Body:
    """Read the text from a line to where ``end`` says; where boxes may stand amid the text, without their lines."""
    stop = end(outline, begin)
    if not may_have_boxes(outline, begin, stop):
        return read_body(outline, begin, stop)
    narrowed = without_boxes(outline, begin, len(outline.lines))
    return _read_narrowed(narrowed, outline, begin, end(narrowed.outline, narrowed.inner(begin)))


def read_body_between(outline: Outline, begin: int, stop: int, apart: range | None = None) -> Body:
    """Read the text in a range of lines; where boxes stand amid it, without their lines; without those ``apart``."""
    if apart is None and not _boxes_amid(outline, _opening(outline, begin, stop), stop):
        return read_body(outline, begin, stop)
    narrowed = without_boxes(outline, begin, stop, apart or ())
    return _read_narrowed(narrowed, outline, begin, narrowed.inner(stop))


def _read_narrowed(narrowed: Narrowed, outline: Outline, begin: int, inner_stop: int) -> Body:
    """Read the text from a line of the whole page to one of those left; its end is a line of the whole page."""
    body = read_body(narrowed.outline, narrowed.inner(begin), inner_stop)
    body.end = narrowed.outer(body.end)
    narrowed.note_roles(outline)
    return body


def shown_alone(outline: Outline, start: int) -> Shown:
    """Read head and text below line ``start`` without the lines of boxes; its lines are those of the whole page."""
    narrowed = without_boxes(outline, start, len(outline.lines))
    page = read_shown(narrowed.outline, narrowed.inner(start))
    page.begin, page.stop, page.body.end = map(narrowed.outer, (page.begin, page.stop, page.body.end))
    narrowed.note_roles(outline)
    return page


def _opening(outline: Outline, begin: int, stop: int) -> int:
    """Return the line that opens a text: its first sentence, or a place line that a box may part from it."""
    first = first_sentence(outline, begin, stop)
    edition = outline.document.address.edition.name
    above = range(max(begin, first - _BOX_REACH), first)
    return next((at for at in above if own_line_dateline(outline.lines[at].text, edition) is not None), first)


def _boxes_amid(outline: Outline, first: int, stop: int) -> bool:
    """Tell whether a box, by its class or its links, stands between a text's first line and a later one like it."""
    if first >= stop or outline.lines[first].block is None:
        return False
    seen: set[Element] = set(outline.lines[first].ancestors())
    looks = {look_of(outline.lines[first])}  # of what stands above a box; the first line can be a caption
    boxed: Element | None = None
    for index in range(first + 1, stop):
        line = outline.lines[index]
        if boxed is None and is_sentence(line.text):
            looks.add(look_of(line))
        elif boxed is not None and ends_sentence(line.text) and look_of(line) in looks and not line.inside(boxed):
            return True
        named = _named_box(line, seen)
        boxed = boxed if named is None else named  # an element without children is false
        if len(line.pieces) < _FEW and _leads_to_another(outline, line):
            boxed = line.block
    return False


def _named_box(line: Line, seen: set[Element]) -> Element | None:
    """Return the outermost element around a line that is not among those seen and whose class names a box; note all."""
    box: Element | None = None
    element = line.block
    while element is not None and element not in seen:
        seen.add(element)
        if _names_box(element.get("class")):
            box = element
        element = element.getparent()
    return box


def may_have_boxes(outline: Outline, begin: int, stop: int) -> bool:
    """Tell at little cost whether boxes stand amid a text: by the classes around its lines, labels, or linked lines."""
    seen: set[Element] = set()
    for index in range(begin + 1, min(stop + _BEYOND, len(outline.lines))):
        line = outline.lines[index]
        if _named_box(line, seen) is not None:
            return True
        if index < stop and (
            outline.labels[index] is not None or (len(line.pieces) < _FEW and _leads_to_another(outline, line))
        ):
            return True
    return False
