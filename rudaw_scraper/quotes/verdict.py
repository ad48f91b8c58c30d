"""Is it a quotation at all? Titles, names, slogans, charges and scare quotes are left out."""

from __future__ import annotations

import re
from typing import Final

from rudaw_scraper.quotes.languages import Language
from rudaw_scraper.quotes.readings import Reading
from rudaw_scraper.quotes.tables.rows import Phrase, words

_WORD: Final = re.compile(r"\w+(?:[’'-]\w+)*")
_SMALL: Final = words("of the a an and in on for to with at by from is de la al or vs")
FLOATING_WORDS: Final = 5


def word_count(text: str, start: int, end: int, limit: int = 12) -> int:
    """Count the words of a stretch, up to ``limit``."""
    count = 0
    for _ in _WORD.finditer(text, start, end):
        count += 1
        if count == limit:
            break
    return count


def is_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch reads as speech of its own: five words, or an end mark after two."""
    count = word_count(text, start, end, FLOATING_WORDS)
    return count >= FLOATING_WORDS or (count >= 2 and text[end - 1] in ".!?…؟")


def is_name(text: str, reading: Reading, rules: Language) -> bool:
    """Tell whether a stretch is introduced or written as a title, a name, a slogan or a charge."""
    stretch = reading.stretch
    tail = reading.gap.tail
    last = ""
    if tail.words:
        last = rules.fold(tail.words[-1])
        if last in rules.name_leads or (last in rules.name_verbs and not rules.bearers.isdisjoint(tail.lower)):
            return True
        if last in rules.phrase_ends and _ends_with([rules.fold(word) for word in tail.words[-6:]], rules.name_phrases):
            return True
    if rules.name_follows:
        behind = reading.following.head.words
        if behind and rules.fold(behind[0]) in rules.name_follows:
            return True
    attribution = reading.attribution
    adjacent = attribution is not None and attribution.strength >= 4 and not reading.borrowed
    if adjacent and last not in rules.calling:
        return False
    if reading.opens and text[stretch.end - 1] == ".":
        return False  # "I'm Salar." is a sentence of its own
    return rules.titles and _is_title(text[stretch.start : stretch.end])


def _ends_with(lead: list[str], phrases: tuple[Phrase, ...]) -> bool:
    return any(tuple(lead[-len(phrase) :]) == phrase for phrase in phrases)


def _is_title(inside: str) -> bool:
    """Tell whether every main word is capitalised (a work's or a programme's title)."""
    if not inside[0].isupper() or inside[-1] in "!?":
        return False
    printed = inside.split(None, 9)  # a tenth part is enough to know that it is too long
    return 2 <= len(printed) <= 9 and all(
        word[:1].isupper() or not word[:1].isalpha() or word.lower() in _SMALL for word in printed
    )
