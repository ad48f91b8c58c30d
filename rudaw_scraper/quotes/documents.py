"""Institutions that are named by what they issued: "in a statement of the ministry it is said that …"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rudaw_scraper.quotes.tables.order import WordOrder

_LONGEST: Final = 9  # words between the two halves of the preposition

Issuer = tuple[int, int, int]  # words from, to; letters of the last one that belong to a case


def issuer(folded: Sequence[str], cue: int, order: WordOrder) -> Issuer | None:
    """Return who issued the document that a preposition of two halves, right in front of a cue, stands around."""
    if order.halves is None or cue < 3:
        return None
    opening, closing = order.halves
    last = cue - 1
    glued = folded[last] != closing
    if not folded[last].endswith(closing):
        return None
    for index in range(last - 1, max(-1, last - _LONGEST), -1):
        if folded[index] == opening:
            first, end = index + 2, last + 1 if glued else last
            if first >= end or folded[index + 1] not in order.documents:
                return None
            return (first, end, len(closing) if glued else 0)
        if folded[index] in order.stops:
            return None
    return None
