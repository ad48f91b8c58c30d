"""English noun phrases: where the phrase that ends or begins at a word has its other end.

A span is a pair of word indexes, the second exclusive.
"""

from __future__ import annotations

from typing import Final

from rudaw_scraper.quotes.clauses import Clause
from rudaw_scraper.quotes.tables import english as en
from rudaw_scraper.quotes.tables.rows import words as words_of

Span = tuple[int, int]

# Words that no noun phrase goes across.
STOPPERS: Final = (
    (en.BOUNDARIES | en.PREPOSITIONS | en.ADVERBS | en.OTHER_VERBS | en.RELATIVES | en.PRONOUNS | en.TIME_WORDS)
    | en.GESTURES
    | (en.SAYING - words_of("reports claims comments posts notes states read share shares points"))
    | (en.NAMING - words_of("finds views sees"))
) - words_of("one former like")
_NO_NOUNS: Final = STOPPERS | en.DETERMINERS
# First words of a phrase that is no subject.
ADVERBIAL: Final = (en.PREPOSITIONS | en.SUBORDINATORS | en.ADVERBS | en.TIME_WORDS) | words_of(
    "asked according following meanwhile however but and so yet moreover additionally nevertheless responding"
    " referring like despite given born raised contacted reached pressed questioned interviewed"
)
COORDINATORS: Final = words_of("and but while or yet so whereas")
PARTITIVE: Final = words_of("one two three four five six several some many most both all another none neither each")
_OPENING: Final = words_of("but and so yet still then while also")
_BEFORE_PAIR: Final = en.BOUNDARIES | {"of"}
_BEHIND_VERB: Final = en.DETERMINERS | en.PRONOUNS | en.PREPOSITIONS | {"that"}
_LONGEST: Final = 8  # words of a phrase in front of its head


def is_capital(word: str) -> bool:
    """Tell whether a word is written like a name (a leading capital, or al- and the like before one)."""
    return word[:1].isupper() or (word[2:3] == "-" and word[3:4].isupper() and word[:2].lower() in ("al", "el"))


def is_word(word: str) -> bool:
    """Tell a word from a punctuation mark."""
    return word[:1].isalnum()


def is_proper(clause: Clause, span: Span) -> bool:
    """Tell whether a phrase ends in a capitalised word (a name, perhaps with a title)."""
    return is_capital(clause.words[span[1] - 1])


def phrase_ending(clause: Clause, last: int) -> Span | None:
    """Return the noun phrase that ends with word ``last``."""
    while True:
        if last < 0 or not is_nounlike(clause, last):
            return None
        first = phrase_start(clause, last)
        relative = _relative_before(clause, first)
        if relative is None:
            break
        last = relative
    first = _attach_left(clause, first)
    while first < last and clause.lower[first] in _OPENING:
        first += 1
    return (first, last + 1)


def phrase_starting(clause: Clause, first: int, end: int) -> Span | None:
    """Return the noun phrase that a clause begins with."""
    low, words = clause.lower, clause.words
    while first < end and low[first] in _OPENING:
        first += 1
    if first >= end or not is_word(words[first]):
        return None
    if low[first] in en.PRONOUNS:
        return (first, first + 1)
    if low[first] in ADVERBIAL and low[first] not in en.DETERMINERS:
        return None
    last = first
    if low[first] in en.DETERMINERS or not is_capital(words[first]):
        while last < end and (
            (low[last] in en.DETERMINERS and last == first) or is_nounlike(clause, last) or low[last] == "of"
        ):
            last += 1
    else:
        while last < end and _continues_name(clause, last, first, end):
            last += 1
    if last - first > 2 and last < end and low[last - 1].endswith("ed") and low[last] in _BEHIND_VERB:
        last -= 1  # "the ministry rejected | the plan"
    while last > first and low[last - 1] in ("of", "the", "and", "for"):
        last -= 1
    return (first, last) if last > first else None


def _continues_name(clause: Clause, index: int, first: int, end: int) -> bool:
    """Tell whether a phrase that began with a capital goes on: a name, a title, "Iran's deputy …", "… member NAME"."""
    word, folded = clause.words[index], clause.lower[index]
    if folded in en.TIME_WORDS:
        return False
    if is_capital(word) or folded in en.PARTICLES or (folded in en.TITLES and word[0].islower()):
        return True
    if word == ".":
        return clause.lower[index - 1] in en.ABBREVIATIONS
    if folded == "of":  # "University of Zakho driver Dara Salar"
        return index > first and clause.lower[index - 1] in en.NOT_PERSON and index + 1 < end
    if folded == "and":
        if index == first or index + 1 >= end:
            return False
        return is_capital(clause.words[index + 1]) or clause.lower[index + 1] in en.TITLES
    if index == first or not is_nounlike(clause, index):
        return False
    if clause.lower[index - 1].endswith("'s") or (
        index - 2 >= first and clause.lower[index - 2].endswith("'s") and clause.words[index - 1].islower()
    ):
        return not folded.endswith("ed")
    for later in range(index, min(index + 4, end)):
        if is_capital(clause.words[later]):
            return clause.lower[later] not in en.TIME_WORDS
        if not is_nounlike(clause, later) or _may_be_verb(clause.lower[later]):
            return False
    return False


def _may_be_verb(word: str) -> bool:
    return word.endswith(("ed", "s", "ing")) and not word.endswith("ss") and word not in en.NO_PARTICIPLES


def is_nounlike(clause: Clause, index: int) -> bool:
    """Tell whether a word can be part of a noun phrase."""
    word, folded = clause.words[index], clause.lower[index]
    if not word[:1].isalnum():
        return word in ("’", "'", "&", "%") or (
            word == "." and index > 0 and clause.lower[index - 1] in en.ABBREVIATIONS
        )
    if is_capital(word):
        return not (folded in en.TIME_WORDS or (folded in en.OPENERS and _opens(clause, index)))
    return folded not in _NO_NOUNS


def _opens(clause: Clause, index: int) -> bool:
    return index == 0 or not is_word(clause.words[index - 1])


def phrase_start(clause: Clause, last: int) -> int:
    """Return where the phrase begins whose head is word ``last``, prepositional phrases left aside."""
    low = clause.lower
    first = last
    while first > 0 and last - first < _LONGEST:
        before = first - 1
        if low[before] in en.DETERMINERS:
            first = before
            if before and low[before - 1] in en.DETERMINERS:
                first -= 1
            break
        if low[before] in en.PARTICLES and before and is_capital(clause.words[before - 1]):
            first = before
            continue
        if not is_nounlike(clause, before):
            break
        first = before
    return first


def _attach_left(clause: Clause, first: int) -> int:
    """Take in what the phrase depends on: "a spokesman for [the ministry]", "Smith and [Jones]"."""
    low = clause.lower
    for _ in range(3):
        link = first - 1
        if link < 1:
            break
        if low[link] == "of" and low[link - 1] in PARTITIVE:
            first = link - 1
            break
        if low[link] in en.PREPOSITIONS and is_nounlike(clause, link - 1):
            start = phrase_start(clause, link - 1)
            if start and low[start - 1] in en.OTHER_VERBS:
                break
            first = start
        elif low[link] in ("and", "&") and is_nounlike(clause, link - 1):
            start = phrase_start(clause, link - 1)
            alike = is_capital(clause.words[link - 1]) == is_capital(clause.words[first])
            inside = start and is_word(clause.words[start - 1]) and low[start - 1] not in _BEFORE_PAIR
            if not alike or inside:
                break
            first = start
        else:
            break
    return first


def _relative_before(clause: Clause, first: int) -> int | None:
    """Return the word that "who …" refers to, if the phrase at ``first`` lies inside such a relative clause."""
    low = clause.lower
    for index in range(first - 1, max(-1, first - 13), -1):
        if low[index] in ("who", "whose", "which") and index:
            if index == first - 1 and (low[index] == "whose" or _begins_phrase(clause, first)):
                return None  # "the plan, which the ministry says will …", "a driver whose friends called her"
            before = index - 1
            return before - 1 if low[before] == "," else before
        if low[index] == "that" and index and _is_verb(clause, index + 1) and is_nounlike(clause, index - 1):
            return index - 1  # "a fire that killed six people in Zakho"
        if not is_word(clause.words[index]) or low[index] in COORDINATORS or low[index] == "what":
            return None
    return None


def _is_verb(clause: Clause, index: int) -> bool:
    word = clause.lower[index]
    if word.endswith("s") and index + 1 < len(clause) and word not in en.OTHER_VERBS:
        following = clause.words[index + 1]
        return following in en.DETERMINERS or not following[0].islower()
    return word in en.OTHER_VERBS or word.endswith("ed")


def _begins_phrase(clause: Clause, index: int) -> bool:
    return clause.lower[index] in en.DETERMINERS or is_capital(clause.words[index])


def name_in_apposition(clause: Clause, span: Span) -> Span | None:
    """Return the name in "the agency's director, John Smith": a role is followed by a name of two words or more."""
    end = span[1]
    if end >= len(clause) or clause.words[end] != ",":
        return None
    if is_proper(clause, span) and (end - span[0] != 2 or clause.lower[end - 1] not in en.DEMONYMS):
        return None
    first = end + 1
    if first < len(clause) and (clause.lower[first] in en.DETERMINERS or clause.words[first].islower()):
        first = _skip_role(clause, first)
    last = first
    while last < len(clause) and _is_of_name(clause, last, first):
        last += 1
    closes = last >= len(clause) or not is_word(clause.words[last])
    if not closes or last == first or clause.lower[first] in en.OPENERS:
        return None
    single = last - first == 1 and not (first == end + 1 and _owned(clause, span))
    return None if single else (first, last)


def _is_of_name(clause: Clause, index: int, first: int) -> bool:
    word, folded = clause.words[index], clause.lower[index]
    if word == ".":
        return index > first and clause.lower[index - 1] in en.ABBREVIATIONS
    return is_capital(word) or folded in en.PARTICLES


def _skip_role(clause: Clause, first: int) -> int:
    """Return where the name may begin in "the developer NAME"."""
    index = first + 1
    while index < min(first + 5, len(clause)) and is_nounlike(clause, index) and not is_capital(clause.words[index]):
        index += 1
    return index


def _owned(clause: Clause, span: Span) -> bool:
    """Tell whether a phrase belongs to one bearer ("the victim's brother", "his son")."""
    words = clause.lower[span[0] : span[1]]
    return words[0] in ("his", "her", "their", "my") or any(word.endswith("'s") for word in words)
