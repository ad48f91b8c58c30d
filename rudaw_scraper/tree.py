"""A page's tree: parsing it, and what is done to it as a whole.

``_tree.pyx`` holds it for a C compiler, in an eighth of the time of ``tree_plain.py``, which is lxml's own tree and
serves where that was not built. Both give the same; a test compares them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from rudaw_scraper import tree_plain
from rudaw_scraper.compiled import compiled_or
from rudaw_scraper.walk_tables import Element

_EDITS = compiled_or(tree_plain, "_tree_edits")
_TREE = tree_plain if _EDITS is tree_plain else compiled_or(tree_plain, "_tree")

#: Return the root of the tree of a page in UTF-8, ``None`` for no markup, and whether the parser gave up for the
#: tree's depth. Comments and processing instructions are left out.
parse: Final[Callable[[bytes], tuple[Element | None, bool]]] = _TREE.parse

#: Return the root of a page's tree and what stands beside it: the parser opens another for what follows it.
tops: Final[Callable[[Element], list[Element]]] = tree_plain.tops

#: Take out of the tree of a root what is never visible and the hidden elements; the text after each stays.
prune: Final[Callable[[Element, Iterable[Element]], None]] = _EDITS.prune

#: Put a ``<br>`` at each line end of a preformatted element's text.
break_preformatted: Final[Callable[[Element], None]] = _EDITS.break_preformatted

#: Return the markup of an element: some in it emptied, their attributes left out too, and others as ``<div>``.
markup_of: Final[Callable[[Element, set[Element], set[Element]], str]] = _EDITS.markup_of
