"""Elements with thousands of attributes: libxml2 compares each with all before it, which takes minutes."""

from __future__ import annotations

import re

from rudaw_scraper.errors import PageTooLarge

MAX_ATTRIBUTES = 5_000  # of one element; 20,000 take a quarter of a second, 200,000 a minute (libxml2 2.14)
_SHORTEST = 4  # bytes of an attribute, if all differ
HARMLESS = 150_000  # bytes; what fits into so many takes a second at worst, and looking at every tag costs time, too
_TAG = re.compile(rb"""<[A-Za-z](?:[^"'<>]++|"[^"]*+"|'[^']*+')*+""")
_QUOTED = re.compile(rb"""\s*=\s*(?:"[^"]*+"|'[^']*+')""")


def refuse_attribute_bomb(content: bytes) -> None:
    """Raise :class:`PageTooLarge` if an element has too many attributes to be parsed in good time."""
    if len(content) < HARMLESS:
        return
    least = MAX_ATTRIBUTES * _SHORTEST
    for tag in _TAG.finditer(content):
        if tag.end() - tag.start() >= least:
            attributes = len(_QUOTED.sub(b" ", tag[0]).split()) - 1
            if attributes > MAX_ATTRIBUTES:
                raise PageTooLarge(f"an element has {attributes:,} attributes; at most {MAX_ATTRIBUTES:,} are read")
