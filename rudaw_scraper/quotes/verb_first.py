"""Sentences that begin with their verb, as most in Arabic do: which words behind it are its subject.

"ورفض المدرب ديلوفان حاجي التعليق، وقال: …" has its speaker behind a verb that reports nothing, and an object behind the
speaker. Word order alone does not part the two; the article does as a rule: names have none, but for family names in
-i, and what stands behind a name with an article is an object.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rudaw_scraper.quotes.phrases import name_start
from rudaw_scraper.quotes.tables.order import WordOrder

_RELATIONAL: Final = ("ي", "ية")  # of adjectives and family names
_FEMININE: Final = ("ت", "ة")
_BOUND: Final = frozenset(
    ("عبد", "ابو", "ابي", "ابا", "ام", "بن", "ابن", "بنت")
)  # parts of names that go with the next
# Nouns for what is done, for things, and in the masculine plural of things: nobody who speaks.
_THING: Final = re.compile(
    r"ال(?:ت..ي.|ا[نست]\w{1,4}ا\w|\w+ات|رد|حديث|كلام|قرار|خبر|انباء|موضوع|امر|قانون|مشروع|اتفاق|سوق|اسعار|سؤال)"
)
_OWNED: Final = ("ته", "ها", "هم")  # "his story": an object
_SHORT: Final = 3  # letters: "مها" is a name
_FULL_NAME: Final = 2  # words
_LONGEST_NAME: Final = 4

Span = tuple[int, int]


def opens_with_verb(words: Sequence[str], order: WordOrder) -> bool:
    """Tell whether folded words begin with a verb: a known one, or "and" with anything before a definite noun."""
    if is_verb(words[0], order):
        return True
    if len(words) == 1 or words[0][:1] not in order.prefixes or words[0] in order.roles:
        return False
    person = words[1].startswith(order.article) and not words[1].endswith(_RELATIONAL)
    return words[1] in order.roles or person  # "وليد الجبوري" is a name


def is_adverbial(word: str, order: WordOrder) -> bool:
    """Tell whether a word, with "and" or without, begins an adverbial: "and after the meeting"."""
    if is_verb(word, order):
        return False
    return word in order.stops or (
        word[:1] in order.prefixes and (word[1:] in order.stops or word[1:] in order.openers)
    )


def is_verb(word: str, order: WordOrder) -> bool:
    """Tell whether a folded word is a known verb of the third person, with "and" or without, masculine or feminine."""
    if _is_verb_form(word, order.verbs):
        return True
    return word[:1] in order.prefixes and _is_verb_form(word[1:], order.verbs)


def _is_verb_form(word: str, verbs: frozenset[str]) -> bool:
    if word in verbs:
        return True
    if word.endswith("ت") and (word[:-1] in verbs or word[:-1] + "ا" in verbs or word[:-1] + "ى" in verbs):
        return True
    return word.startswith("ت") and "ي" + word[1:] in verbs


def agree(verb: str, cue: str) -> bool:
    """Tell whether two verbs can have one subject, by the gender that the forms of the past show."""
    return verb.endswith(_FEMININE) == cue.endswith(_FEMININE) or cue.startswith(("ت", "وت"))


def subject_in(verb: str, phrase: Sequence[str], order: WordOrder) -> tuple[Span, Span] | None:
    """Return name and role (empty for none) in the folded words behind a verb, their indexes, objects left out."""
    owned = next((index for index, word in enumerate(phrase) if len(word) > _SHORT and word.endswith(_OWNED)), None)
    phrase = phrase[:owned]
    if not phrase or (phrase[0] not in order.roles and _is_thing(verb, phrase[0])):
        return None
    titled = phrase[0].startswith(order.article)
    if phrase[0] in order.roles:
        start = name_start(phrase, order)
        if start is None:
            return (0, _role_end(phrase, order)), (0, 0)
    elif titled:
        start = 1
        if len(phrase) == 1 or phrase[1].startswith(order.article):
            return (0, _role_end(phrase, order)), (0, 0)
    else:
        start = 0
    return (start, start + _name_length(phrase[start:], order.article)), (0, start)


def _is_thing(verb: str, noun: str) -> bool:
    """Tell whether a noun is an object whose verb has no subject of its own: "ورفض التعليق"."""
    return _THING.fullmatch(noun) is not None or (noun.endswith("ة") and not verb.endswith(_FEMININE))


def _name_length(words: Sequence[str], article: str) -> int:
    """Return how many words a name has: two or more without an article, or one and a family name with it."""
    length = 1
    while length < min(len(words), _LONGEST_NAME):
        if words[length].startswith(article) and words[length - 1] not in _BOUND:
            return length + 1 if length < _FULL_NAME or words[length].endswith(_RELATIONAL) else length
        length += 1
    return length


def _role_end(words: Sequence[str], order: WordOrder) -> int:
    """Return where a role without a name ends: behind what it is of, and the adjectives."""
    end = 1
    while end < len(words) and words[end] in order.linkers:
        end += 1
    definite = words[0].startswith(order.article) and words[min(end, len(words) - 1)].startswith(order.article)
    if end < len(words) and (end > 1 or not definite):
        end += 1
    while end < len(words) and words[end].startswith(order.article) and words[end].endswith(_RELATIONAL):
        end += 1
    return end
