"""Where a page of unknown layout has its readers' comments: the boxes of a list in which dates repeat.

Dates that stand in alike markup are one list's. The box of an entry is the outermost kind of element of which each
date has one of its own; replies nested in it are entries of their own. Where no kind of box holds the texts (tables,
definition lists, flat siblings), an entry reaches from its date's box to the next one's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from rudaw_scraper.blocks import Line
from rudaw_scraper.comment_marks import (
    HEADED,
    Signature,
    holds_comment,
    is_comment_like,
    is_headed,
    is_item,
    is_list,
    signature,
)
from rudaw_scraper.comment_spots import Spot, find_spots
from rudaw_scraper.labels import Label
from rudaw_scraper.outline import Outline
from rudaw_scraper.walk_tables import Element

Kind = tuple[Signature, int]  # the first, second … element of that look above a date

_MOST_SINGLE_LINES = 30  # of a lone comment
_OUTERMOST = frozenset({"body", "html", "main"})
_HIGHEST = 14  # levels above a date at which its box is looked for
_HEADING_REACH = 12  # lines above a lone date in which the heading of the list can stand
_CLOSE_AROUND = 2  # elements around a date in which something can be named as a comment's
_COVERED = 0.8  # share of a list's dates that must have a box of the chosen kind


@dataclass(slots=True, eq=False)
class Box:
    """The lines of one entry, those of entries nested in it left out, and its date.

    ``flat`` says that no element holds the entry, ``date_last`` that name and date stand below the text.
    """

    element: Element
    spot: Spot | None
    lines: list[int] = field(default_factory=list)
    date_last: bool = False
    flat: bool = False


def find_boxes(outline: Outline, start: int) -> list[list[Box]]:
    """Return the lists of dated or plainly marked entries below line ``start``, each in page order."""
    spots = find_spots(outline, start)
    groups: defaultdict[tuple[Signature, ...], list[Spot]] = defaultdict(list)
    for spot in spots:
        parent = spot.holder.getparent()
        groups[signature(spot.holder), signature(parent) if parent is not None else ("", ())].append(spot)
    likely = (group for group in groups.values() if len(group) > 2 or _is_announced(outline, group[0]))
    above = set(outline.lines[start - 1].ancestors()) if 0 < start <= len(outline.lines) else set()
    lists = [boxes for group in likely if (boxes := _boxes_of(outline, group, above))]
    marked = _marked_boxes(outline, start, spots)
    return [*lists, *([marked] if marked else [])]


def _is_announced(outline: Outline, spot: Spot) -> bool:
    if is_comment_like(spot.holder, 12) or (spot.line is not None and is_headed(outline, spot.line)):
        return True
    around = [outer for outer in spot.holder.iterancestors() if outer.tag not in _OUTERMOST]
    return any(holds_comment(outer) for outer in around[:_CLOSE_AROUND])


def _boxes_of(outline: Outline, group: list[Spot], above: set[Element]) -> list[Box]:
    """Return the boxes of one list's dates; the elements around what stands above the list are none."""
    kinds: defaultdict[Kind, dict[Element, Spot]] = defaultdict(dict)
    counts: defaultdict[Kind, int] = defaultdict(int)
    heights: defaultdict[Kind, int] = defaultdict(int)
    for spot in group:
        seen: Counter[Signature] = Counter()
        element: Element | None = spot.holder
        for height in range(_HIGHEST):
            if element is None or element.tag in _OUTERMOST:
                break
            alike = signature(element)
            seen[alike] += 1
            kind = alike, seen[alike]
            kinds[kind].setdefault(element, spot)
            counts[kind] += 1
            heights[kind] += height
            element = element.getparent()
    usable = [
        kind for kind, elements in kinds.items()
        if len(elements) >= _COVERED * len(group) and len(elements) >= _COVERED * counts[kind]
        and not above & elements.keys() and _are_alike(kind, list(elements))
    ]  # fmt: skip
    if len(group) == 1:
        items = [element for kind in usable if is_item(element := next(iter(kinds[kind])))]
        return _single_box(outline, group[0], items[::-1])  # the outermost first
    if not usable:
        return _line_boxes(outline, group)
    best = max(usable, key=lambda kind: heights[kind] / counts[kind])
    boxes = [Box(element, spot) for element, spot in kinds[best].items()]
    if len(boxes) < len(group):
        boxes += _left_over(boxes, group, round(heights[best] / counts[best]))
    give_lines(outline, boxes)
    boxes.sort(key=lambda box: box.lines[0] if box.lines else 0)
    if len(boxes) > 1 and _lack_text(outline, boxes):
        _reach_to_next(outline, boxes)
    return boxes


def _left_over(boxes: list[Box], group: list[Spot], height: int) -> list[Box]:
    """Return boxes for the dates that have none: the largest without a second one, beside the others no higher."""
    known = {box.element for box in boxes}
    covered = {box.spot for box in boxes}
    dated: Counter[Element] = Counter(outer for spot in group for outer in (spot.holder, *spot.holder.iterancestors()))
    found: list[Box] = []
    for spot in group:
        if spot in covered:
            continue
        element = spot.holder
        highest = _HIGHEST if any(outer in known for outer in element.iterancestors()) else height
        for _ in range(highest):
            parent = element.getparent()
            if parent is None or dated[parent] > 1 or parent in known or parent.tag in _OUTERMOST:
                break
            element = parent
        found.append(Box(element, spot))
    return found


def _are_alike(kind: Kind, elements: list[Element]) -> bool:
    """Tell whether elements without telling classes can be entries: none in another, or all with the same classes."""
    (_, classes), place = kind
    if classes and place == 1:
        return True
    if not classes and _opens_list(elements[0]):
        return False
    if len({element.get("class") for element in elements}) == 1:
        return True
    known = set(elements)
    return not any(outer in known for element in elements for outer in element.iterancestors())


def _single_box(outline: Outline, spot: Spot, items: list[Element]) -> list[Box]:
    """Return the box of a lone date: what is marked as a comment, else the largest element that can be one."""
    for element in items:
        box = Box(element, spot)
        give_lines(outline, [box])
        if element.tag == "dt":
            _add_definition(outline, box)
        if len(box.lines) > 1:
            return [box]
    element = spot.holder
    around_heading = _around_heading(outline, spot)
    for _ in range(_HIGHEST):
        parent = element.getparent()
        if parent is None or parent.tag in _OUTERMOST or is_list(parent) or _opens_list(parent):
            break
        if parent in around_heading:
            break
        element = parent
    box = Box(element, spot)
    give_lines(outline, [box])
    if parent is not None and parent in around_heading and len(box.lines) == 1:
        box.lines += _run(outline, parent, box.lines[-1], 1)
        box.flat = True
    if element.tag == "dt":
        _add_definition(outline, box)
    headed = any(outline.labels[index] is Label.COMMENTS for index in box.lines)
    return [] if headed or len(box.lines) > _MOST_SINGLE_LINES else [box]


def _around_heading(outline: Outline, spot: Spot) -> set[Element]:
    """Return the elements around the heading of comments close above a date, which hold more than one comment."""
    last = spot.line if spot.line is not None else 0
    for index in range(last - 1, max(-1, last - 1 - _HEADING_REACH), -1):
        if outline.labels[index] is Label.COMMENTS:
            return set(outline.lines[index].ancestors())
    return set()


def _add_definition(outline: Outline, box: Box) -> None:
    """Add to the box of a term the lines of what follows it in its list, up to the next term."""
    said: set[Element] = set()
    following = box.element.getnext()
    while following is not None and following.tag == "dd":
        said.add(following)
        following = following.getnext()
    if said:
        box.lines += [line.index for line in outline.lines if not said.isdisjoint(line.ancestors())]
        box.flat = True


def _opens_list(element: Element) -> bool:
    """Tell whether an element holds a form or a heading of comments or of an article, more than one comment has."""
    if next(element.iter("h1", "h2", "form", "textarea"), None) is not None:
        return True
    headings = ("".join(map(str, heading.itertext())) for heading in element.iter("h3", "h4", "h5"))
    return any(len(text) <= 60 and HEADED.search(text) for text in headings)


def _line_boxes(outline: Outline, group: list[Spot]) -> list[Box]:
    """Return entries that no element tells apart: each from the line of its date to the next one's."""
    dated = {spot.line: spot for spot in reversed(group) if spot.line is not None}
    boxes = [Box(spot.holder, spot, [index], flat=True) for index, spot in sorted(dated.items())]
    if len(boxes) < 2 or any(spot.holder is not group[0].holder for spot in group):
        return []
    _reach_to_next(outline, boxes)
    return boxes


def _marked_boxes(outline: Outline, start: int, spots: list[Spot]) -> list[Box]:
    """Return the elements that class, id or type mark as single comments."""
    root = outline.document.blocks.root
    if root is None or start >= len(outline.lines):
        return []
    items = [element for element in root.iter() if isinstance(element.tag, str) and is_item(element)]
    within = {outer for item in items for outer in item.iterancestors()}
    kinds: defaultdict[Signature, list[Element]] = defaultdict(list)
    for item in items:
        kinds[signature(item)].append(item)
    best = max(kinds.values(), key=lambda each: (len(each), sum(item in within for item in each)), default=[])
    boxes = [Box(element, None) for element in best]
    by_element = {box.element: box for box in boxes}
    for spot in spots:
        around = (spot.holder, *spot.holder.iterancestors())
        owner = next((by_element[element] for element in around if element in by_element), None)
        if owner is not None and owner.spot is None:
            owner.spot = spot
    give_lines(outline, boxes)
    return [box for box in boxes if box.lines and box.lines[0] >= start]


def give_lines(outline: Outline, boxes: list[Box]) -> None:
    """Give each line to the innermost box around it."""
    by_element = {box.element: box for box in boxes}
    for box in boxes:
        box.lines = []
    for line in outline.lines:
        owner = next((by_element[e] for e in line.ancestors() if e in by_element), None)
        if owner is None and line.pieces:  # the box can be an inline element on the line
            runs = (e for _, e in line.runs() if e is not None)
            owner = next((by_element[o] for e in runs for o in (e, *e.iterancestors()) if o in by_element), None)
        if owner is not None:
            owner.lines.append(line.index)


def _lack_text(outline: Outline, boxes: list[Box]) -> bool:
    """Tell whether most boxes hold no more than a name and a date."""
    lacking = 0
    for box in boxes:
        texts = [outline.lines[index].text for index in box.lines]
        dated = (box.spot.printed or "") if box.spot is not None else ""
        lacking += len(texts) <= 2 and sum(map(len, texts)) - len(dated) < 60
    if 2 * lacking <= len(boxes):
        return False
    ends = [box.lines[-1] for box in boxes if box.lines]
    starts = [box.lines[0] for box in boxes[1:] if box.lines]
    between = [second - first for first, second in zip(ends, starts, strict=False)]
    return bool(between) and sum(gap > 1 for gap in between) * 2 > len(between)


def _reach_to_next(outline: Outline, boxes: list[Box]) -> None:
    """Add to each box the lines up to the next one's, or from the one before where dates stand below the texts."""
    lines = outline.lines
    boxes[:] = [box for box in boxes if box.lines]
    for box in boxes:
        box.flat = True
    around = _common(lines[boxes[0].lines[0]], lines[boxes[1].lines[0]])
    above = _run(outline, around, boxes[0].lines[0], -1)
    below = _run(outline, around, boxes[-1].lines[-1], 1)
    if above and not below:
        floor = above[-1]
        for box in boxes:
            last = box.lines[-1]
            box.lines = list(range(floor, last + 1))
            box.date_last, floor = True, last + 1
        return
    for box, following in pairwise(boxes):
        box.lines = list(range(box.lines[0], following.lines[0]))
    boxes[-1].lines += below


def _common(first: Line, second: Line) -> Element | None:
    around = set(first.ancestors())
    return next((element for element in second.ancestors() if element in around), None)


def _run(outline: Outline, around: Element | None, index: int, step: int) -> list[int]:
    """Return the lines next to ``index`` that stand in the list's own element, up to a label or a heading."""
    found: list[int] = []
    at = index + step
    while 0 <= at < len(outline.lines) and around is not None and outline.lines[at].inside(around):
        block = outline.lines[at].block
        if outline.labels[at] is not None or (block is not None and block.tag in ("h1", "h2", "h3", "form")):
            break
        found.append(at)
        at += step
    return found
