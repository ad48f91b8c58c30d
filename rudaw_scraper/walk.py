"""The walks over a page's tree: for what the markup says of elements, and for the text runs of each line.

``_walk.pyx`` holds them for a C compiler, several times as fast as ``walk_plain.py``, which serves where that was
not built. Both give the same; a test compares them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rudaw_scraper import walk_plain
from rudaw_scraper.compiled import compiled_or
from rudaw_scraper.walk_tables import Element, Runs, Sign

_WALKS = compiled_or(walk_plain, "_walk")
COMPILED = _WALKS is not walk_plain


def signs(
    root: Element,
    classes: set[str],
    ids: set[str],
    prefixes: tuple[str, ...],
    read_style: Callable[[Element], bool] | None = None,
) -> list[Sign]:
    """Return what the markup says of elements.

    ``(tag, "", element)`` for the tags of :data:`~rudaw_scraper.walk_tables.NOTED`, in page order; ``(attribute,
    value, element)`` for a ``style`` that may hide or set out, for ``hidden``, for a ``class`` with a word of
    ``classes``, for an ``id`` that is one of ``ids`` or begins as one of ``prefixes``, for the ``href`` of an ``<a>``
    or the ``src`` of an ``<img>`` in the form of the later layout, and for the first ``itemprop``.

    ``read_style`` is called with every ``<style>``, may add to ``classes`` and ``ids``, and tells whether it did.
    """
    found: list[Sign] = _WALKS.signs(root, classes, ids, prefixes, read_style)
    return found


def text_runs(root: Element, displays: dict[Element, bool], hidden: set[Element]) -> Runs:
    """Return runs, folded text, what precedes, innermost block and telling tags of each visible line, and pictures.

    ``displays`` holds the elements that their style makes a block (True) or inline (False), ``hidden`` those that
    are not shown. May change the tree's text: a tree is walked once.
    """
    runs: Runs = _WALKS.text_runs(root, displays, hidden)
    return runs


#: Return an element and those around it, the innermost first.
ancestors: Final[Callable[[Element], list[Element]]] = _WALKS.ancestors

#: Tell whether an element is a box or stands in it; ``None`` does not.
is_inside: Final[Callable[[Element | None, Element], bool]] = _WALKS.is_inside

#: Return an element's tag, its class ("" for none), and the tag around it ("" for the root).
look_of: Final[Callable[[Element], tuple[str, str, str]]] = _WALKS.look_of

#: Tell whether an image only keeps a distance in a layout of tables, by its size or its address: no one sees it.
is_spacer: Final[Callable[[Element], bool]] = _WALKS.is_spacer
