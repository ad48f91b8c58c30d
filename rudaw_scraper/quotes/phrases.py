"""Name and role in a noun phrase of the languages that have no case and perhaps no capitals.

Each function takes the words of a phrase and returns where the name begins (``None``: a role without a name).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rudaw_scraper.quotes.tables.order import WordOrder

IN: Final = frozenset(("في", "لدى"))
_OF: Final = "ل"
OF_THE: Final = "لل"
_BOUND: Final = 2  # words from which on a phrase in front of a given name is a role


def behind_naming(folded: Sequence[str], index: int, end: int, order: WordOrder) -> int | None:
    """Return where the name begins if "by the name of" stands at a word, with something behind it."""
    for phrase in order.naming:
        name = index + len(phrase)
        if folded[index] == phrase[0] and name < end and tuple(folded[index:name]) == phrase:
            return name
    return None


def opens_name(folded: Sequence[str], order: WordOrder) -> bool:
    """Tell whether a first name begins a phrase, be it a role as well: "أمينة حسن", but not "أمينة السر"."""
    if folded[0] not in order.given:
        return False
    return folded[0] not in order.roles or not (len(folded) > 1 and folded[1].startswith(order.article))


def name_start(folded: Sequence[str], order: WordOrder) -> int | None:
    """Return the index of the first word of the name in a phrase, None where the phrase is a role only."""
    if folded[0] not in order.roles:
        return _bound_role(folded, order)
    start = _after_article(folded, order) if order.article else _after_ezafe(folded, order)
    given = next((index for index in range(1, len(folded)) if folded[index] in order.given), None)
    start = given if start is None else start if given is None else min(start, given)
    while start is not None and start + 1 < len(folded) and folded[start] in order.roles:
        start += 1  # a second title: "… | دکتۆر NAME"
    return start


def _bound_role(folded: Sequence[str], order: WordOrder) -> int:
    """Return where a given name begins behind two or more bound words, which are a role in no table; else 0."""
    if not order.inflected or folded[0] in order.bodies:
        return 0
    index = 0
    while index < len(folded) and folded[index].endswith(order.inflected) and folded[index] not in order.given:
        index += 1
    return index if index >= _BOUND and index < len(folded) and folded[index] in order.given else 0


def _after_ezafe(folded: Sequence[str], order: WordOrder) -> int | None:
    """Walk a chain of words bound by an ending: "سەرۆکی هەرێمی کوردستان | NAME"."""
    index, last = 0, len(folded) - 1
    while index < last and not folded[index].endswith(order.inflected):
        if folded[index + 1] in order.roles:
            index += 1  # "سەرۆک وەزیرانی …": a title of two words
        elif index + 1 < last and folded[index + 1] in order.linkers and folded[index + 2] in order.roles:
            index += 2  # "نووسەر و ڕۆژنامەنووس …": two roles
        else:
            break
    while index < last and folded[index].endswith(order.inflected):
        index += 1
        if index + 1 < last and folded[index + 1] in order.linkers:
            index += 2
    if index == last - 1 and index and folded[index - 1] in order.whole:
        return index  # "… سلێمانی | NAME NAME": it only looks as if it were bound
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
    index = _definite(folded, index, order)
    if index + 1 < count and folded[index] in IN:
        definite = folded[index + 1].startswith(order.article)
        index = _definite(folded, index + 1 if definite else index + 2, order)  # "الباحث في شؤون الأقليات | NAME"
    elif index < count and folded[index].startswith(OF_THE):
        index = _definite(folded, index + 1, order)
    elif index + 1 < count and folded[index][:1] == _OF and folded[index + 1].startswith(order.article):
        index = _definite(folded, index + 1, order)  # "رئيس الاتحاد العراقي لكرة القدم | NAME"
    rest = count - index
    return index if rest >= 2 or (rest == 1 and titled and index < 3) else None


def _definite(folded: Sequence[str], index: int, order: WordOrder) -> int:
    """Return where the words with the article end."""
    while index < len(folded) and folded[index].startswith(order.article):
        index += 1
    return index
