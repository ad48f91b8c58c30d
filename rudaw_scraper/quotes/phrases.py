"""Name and role in a noun phrase of the languages that have no case and perhaps no capitals.

Each function takes the words of a phrase and returns where the name begins (``None``: a role without a name).
"""

from __future__ import annotations

from collections.abc import Sequence

from rudaw_scraper.quotes.tables.order import WordOrder


def name_start(folded: Sequence[str], order: WordOrder) -> int | None:
    """Return the index of the first word of the name in a phrase, None where the phrase is a role only."""
    if folded[0] not in order.roles:
        return 0
    start = _after_article(folded, order) if order.article else _after_ezafe(folded, order)
    given = next((index for index in range(1, len(folded)) if folded[index] in order.given), None)
    return given if start is None else start if given is None else min(start, given)


def _after_ezafe(folded: Sequence[str], order: WordOrder) -> int | None:
    """Walk a chain of words bound by an ending: "سەرۆکی هەرێمی کوردستان | NAME"."""
    index, last = 0, len(folded) - 1
    while index < last and not folded[index].endswith(order.inflected) and folded[index + 1] in order.roles:
        index += 1  # "سەرۆک وەزیرانی …": a title of two words
    while index < last and folded[index].endswith(order.inflected):
        index += 1
        if index + 1 < last and folded[index + 1] in order.linkers:
            index += 2
    return index + 1 if index < last else None


def _after_article(folded: Sequence[str], order: WordOrder) -> int | None:
    """Walk a role, its genitives and adjectives: "وزير الخارجية الأمريكي | NAME"."""
    count = len(folded)
    index = 1
    titled = folded[0].startswith(order.article)
    if index < count and folded[index] in order.linkers:
        while index < count and folded[index] in order.linkers:
            index += 1
        index += 1
    elif not titled and index < count and not folded[index].startswith(order.article):
        index += 1
    while index < count and folded[index].startswith(order.article):
        index += 1
    rest = count - index
    return index if rest >= 2 or (rest == 1 and titled and index < 3) else None
