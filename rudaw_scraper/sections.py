"""The site's sections by name: which lines are a section's name, and which of those are only the menu's."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rudaw_scraper.editions import EDITIONS
from rudaw_scraper.letters import letters_key
from rudaw_scraper.outline import Outline, is_linked, look_of

LONGEST_SECTION: Final = 50  # characters
_CRUMBS: Final = re.compile(r"\s*[>»›/\\|]\s*")
_TRAIL: Final = re.compile(r"\s+[>»›/]\s+")
_LINKED_RUN: Final = 6  # a trail of sections is shorter
_MENU_RUN: Final = 3  # section names on so many successive lines are a menu


def section_in(outline: Outline, index: int) -> str | None:
    """Return the section name that the line is, or that a trail of sections ends with."""
    text = outline.lines[index].text
    if len(text) > 3 * LONGEST_SECTION:
        return None
    known = _known_sections(outline.document.address.edition.name)
    key = letters_key(text)
    if key in known or key.replace(" ", "") in outline.document.address.section_path:
        return text
    crumbs = [crumb for crumb in _CRUMBS.split(text) if crumb]
    if len(crumbs) < 2 or letters_key(crumbs[-1]) not in known:
        return None
    named = sum(letters_key(crumb) in known for crumb in crumbs)
    return crumbs[-1] if named < _MENU_RUN else None


def is_row_of_sections(outline: Outline, index: int) -> bool:
    """Tell whether a line is a row of sections, such as those within the section: most of its parts are their names."""
    text = outline.lines[index].text
    if text.count("|") + 1 < _MENU_RUN or len(text) > 3 * LONGEST_SECTION:
        return False
    known = _known_sections(outline.document.address.edition.name)
    crumbs = [letters_key(crumb) for crumb in text.split("|")]
    return 2 * sum(crumb in known for crumb in crumbs) > len(crumbs)


def in_menu(outline: Outline, index: int) -> bool:
    """Tell whether the line is one of several successive lines that are section names."""
    known = _known_sections(outline.document.address.edition.name)
    if letters_key(outline.lines[index].text) not in known:
        return False
    run = 1
    for step in (-1, 1):
        at = index + step
        while run < _MENU_RUN and 0 <= at < len(outline.lines) and letters_key(outline.lines[at].text) in known:
            if outline.lines[max(at, at - step)].gap > 1:
                break
            run += 1
            at += step
    return run >= _MENU_RUN or _among_links(outline, index)


def _among_links(outline: Outline, index: int) -> bool:
    """Tell whether a line is one of many links of one look side by side: a menu whose other names no table knows."""
    lines = outline.lines
    block = lines[index].block
    if block is None or not is_linked(lines[index]):
        return False
    look, around = look_of(lines[index]), block.getparent()
    run = 1
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(lines) and run < _LINKED_RUN:
            other = lines[at].block
            if other is None or other.getparent() is not around or look_of(lines[at]) != look:
                break
            if not is_linked(lines[at]):
                break
            run += 1
            at += step
    return run >= _LINKED_RUN


def is_section(outline: Outline, index: int) -> bool:
    """Tell whether the line names a section and is not of a menu."""
    return section_in(outline, index) is not None and not in_menu(outline, index)


def last_crumb(text: str) -> str:
    """Return the last name of a trail such as "Home > Middle East > Iraq"; a text that is no trail comes back whole."""
    return _TRAIL.split(text)[-1] or text


def names_of_section(outline: Outline) -> set[str]:
    """Return the names, by their letters, of the sections that the page's address lies in."""
    address = outline.document.address
    labels = (address.edition.sections.get(segment.lower(), ()) for segment in address.section_path)
    return {letters_key(label) for names in labels for label in names}


@lru_cache(maxsize=len(EDITIONS))
def _known_sections(edition_name: str) -> frozenset[str]:
    rows = (*EDITIONS[edition_name].sections.values(), *EDITIONS["english"].sections.values())
    return frozenset(letters_key(label) for labels in rows for label in labels)
