"""English subjects: which words of a clause are the subject of its reporting verb.

A span is a pair of word indexes, the second exclusive. Nothing here knows about quotations.
"""

from __future__ import annotations

from typing import Final

from rudaw_scraper.quotes.clauses import Clause
from rudaw_scraper.quotes.nounphrases import (
    ADVERBIAL,
    COORDINATORS,
    PARTITIVE,
    STOPPERS,
    Span,
    is_capital,
    is_nounlike,
    is_word,
    name_in_apposition,
    phrase_ending,
    phrase_starting,
)
from rudaw_scraper.quotes.tables import english as en

_DANGLING: Final = (en.PREPOSITIONS | en.DETERMINERS | {"and"}) - PARTITIVE
_CLAUSE_OPENERS: Final = (en.PRONOUNS | en.DETERMINERS) - en.RELATIVES
_OWNERS: Final = frozenset(("its", "their", "his", "her"))
_OF_PHRASE: Final = en.PREPOSITIONS | en.DETERMINERS | {"and"}
_DASHES: Final = frozenset("—–-;:")
_DATELINE: Final = 8  # words of "ERBIL, Kurdistan Region –"
_TO_SAY: Final = 3  # words back to the subject in "she likes to say"
_SAID: Final = 8  # words of "said in a statement on Monday"
_WHAT: Final = 14  # words between "what" and the verb in "what the mayor, X, called"
_LONGEST_BRACKET: Final = 7  # words with the brackets
_ASIDES: Final = frozenset("—–-")  # "Dara Salar — no friend of theirs — said"
_HARD: Final = frozenset(";:()[]—–-")


def subject_left(clause: Clause, verb: int) -> Span | None:
    """Return the subject of the verb at index ``verb``, looked for on its left."""
    low = clause.lower
    folded, previous = low[verb], low[verb - 1] if verb else ""
    if folded in en.NAMING or previous in ("as", "to") or (verb + 1 < len(low) and low[verb + 1] == "by"):
        inner = _inner_subject(clause, verb)
        if inner is not None:
            return inner
    participle = folded.endswith("ing")
    progressive = participle and previous in en.BE
    last = _skip_adverbs(clause, verb - 2 if progressive else verb - 1)
    if last < 0:
        return None
    word = low[last]
    if participle:
        if word in en.OBSERVED:
            return main_subject(clause, verb)
        if not progressive and not _is_with_phrase(clause, last):
            near = phrase_ending(clause, last)
            if near and folded in en.SHOUTING:
                return near
            return (_said_before(clause, last) if word == "," else None) or main_subject(clause, verb) or near
    if previous == "to":
        return main_subject(clause, verb)
    if word in en.RELATIVES or word == "that":
        return _antecedent(clause, last, verb)
    if word in en.PRONOUNS:
        return (last, last + 1)
    if word == ",":
        if folded in en.CALLING and (named := _owned_name(clause, last)) is not None:
            return named
        return _before_apposition(clause, last) or main_subject(clause, verb)
    if word == ")" or word in _ASIDES:  # "Dara Salar (Independent) said", "Dara Salar – of the union – said"
        mark, floor = ("(", max(0, last - _LONGEST_BRACKET)) if word == ")" else (word, 0)
        opening = next((index for index in range(last - 1, floor, -1) if low[index] == mark), 0)
        return (phrase_ending(clause, opening - 1) if opening else None) or main_subject(clause, verb)
    if word in en.BOUNDARIES or word in en.PREPOSITIONS or not is_word(word):
        return main_subject(clause, verb)
    return phrase_ending(clause, last) or main_subject(clause, verb)


def _owned_name(clause: Clause, comma: int) -> Span | None:
    """Return the name in "…, a sum its president, Dara Salar, calls": a role with an owner, amid the sentence."""
    chunks = _chunks(clause, comma)
    if len(chunks) < 3:
        return None
    (start, end), named = chunks[-2], chunks[-1]
    owned = not _OWNERS.isdisjoint(clause.lower[start + 1 : end])
    capital = all(is_capital(word) for word in clause.words[named[0] : named[1]] if is_word(word))
    return named if owned and capital and named[1] - named[0] > 1 else None


def _said_before(clause: Clause, comma: int) -> Span | None:
    """Return X in "costs rose, X said on Monday, describing": the clause right before the participle."""
    low = clause.lower
    index = comma - 1
    while index > max(0, comma - _SAID) and is_word(low[index]) and low[index] not in en.SAYING:
        index -= 1
    if low[index] not in en.SAYING or index < 2:
        return None
    found = phrase_ending(clause, _skip_adverbs(clause, index - 1))
    return found if found and found[0] and clause.words[found[0] - 1] == "," else None


def _inner_subject(clause: Clause, verb: int) -> Span | None:
    """Return the subject in "quoted X as saying", "as she likes to say", "what X called" and "hailed by X"."""
    low = clause.lower
    if low[verb + 1 : verb + 2] == ["by"]:
        return _apposed(clause, verb + 2, len(clause))
    previous = low[verb - 1] if verb > 1 else ""
    if previous == "as" and low[verb].endswith("ing"):
        quoting = next((index for index in range(verb - 3, max(-1, verb - 14), -1) if low[index] in en.QUOTING), None)
        return None if quoting is None else _apposed(clause, quoting + 1, verb - 1)
    if previous == "to" and verb > _TO_SAY:
        owner = verb - _TO_SAY
        if low[owner] in en.RELATIVES:
            return _antecedent(clause, owner, verb)
        return (owner, owner + 1) if low[owner] in en.PRONOUNS else None
    if low[verb] in en.CALLING and "what" in low[:verb]:
        what = verb - 1 - low[:verb][::-1].index("what")
        return _apposed(clause, what + 1, verb) if verb - what < _WHAT else None
    return None


def _apposed(clause: Clause, first: int, end: int) -> Span | None:
    found = phrase_starting(clause, first, end)
    return (name_in_apposition(clause, found) or found) if found else None


def subject_right(clause: Clause, verb: int) -> Span | None:
    """Return the subject of an inverted verb ("said X"), looked for on its right."""
    low, words = clause.lower, clause.words
    first = verb + 1
    while first < len(clause) and low[first] in ("also", "then", "later", "once"):
        first += 1
    if first >= len(clause) or not is_word(words[first]):
        return None
    if low[first] in ("he", "she", "they", "i", "we", "it", "who"):
        return (first, first + 1)
    if low[first] in STOPPERS and low[first] != "one" and not is_capital(words[first]):
        return None
    if low[first] in en.TIME_WORDS:
        return None
    last = first
    while last < len(clause) and _continues_phrase(clause, last, first):
        last += 1
    while last > first and low[last - 1] in _DANGLING:
        last -= 1
    if last == first:
        return None
    return name_in_apposition(clause, (first, last)) or (first, last)


def _continues_phrase(clause: Clause, index: int, first: int) -> bool:
    low, word = clause.lower, clause.words[index]
    folded = low[index]
    if not is_word(word):
        return word in ("'", "’", "&", "-", "/") or (word == "." and low[index - 1] in en.ABBREVIATIONS)
    if folded in en.TIME_WORDS:
        return False
    if folded in ("of", "for", "and", "from", "with"):
        if index + 1 == len(low):
            return False
        following = clause.words[index + 1]
        if folded == "and":
            alike = is_capital(following) == is_capital(clause.words[first]) and low[index + 1] not in STOPPERS
            return alike and not _is_verb(clause, index + 1)
        return index > first and is_word(following) and low[index + 1] not in en.PRONOUNS
    return not (folded in STOPPERS and not is_capital(word)) or folded in en.PARTICLES


def _is_verb(clause: Clause, index: int) -> bool:
    """Tell "and waved to us" from "and displaced families": the one has no noun behind it."""
    past = clause.words[index].islower() and clause.words[index].endswith("ed")
    return past and (index + 1 >= len(clause.words) or not is_nounlike(clause, index + 1))


def _antecedent(clause: Clause, relative: int, verb: int) -> Span | None:
    last = relative - 1
    if last >= 0 and clause.words[last] == ",":
        last -= 1
    if last > 1 and clause.words[last] == "." and clause.words[last - 2] == ",":
        last -= 3  # "Bill Hart, D-Vt., who …"
    last = _before_participle(clause, last)
    found = phrase_ending(clause, last) if last >= 0 else None
    if found and clause.lower[found[1] - 1] in en.MEDIUM:
        return main_subject(clause, verb) or found
    return found


def _before_participle(clause: Clause, last: int) -> int:
    """Return the word that "which" refers to in "a letter, seen by the agency, which says"."""
    low = clause.lower
    comma = last
    while comma > 0 and is_word(clause.words[comma]):
        comma -= 1
    if 0 < comma < last - 1 and low[comma] == "," and low[comma + 2] == "by" and _is_participle(low[comma + 1]):
        return comma - 1
    return last


def _is_participle(word: str) -> bool:
    return word in ("seen", "written") or word.endswith("ed")


def _is_with_phrase(clause: Clause, last: int) -> bool:
    if not is_nounlike(clause, last):
        return False
    phrase = phrase_ending(clause, last)
    return phrase is not None and phrase[0] > 0 and clause.lower[phrase[0] - 1] == "with"


def _skip_adverbs(clause: Clause, last: int) -> int:
    low, words = clause.lower, clause.words
    while last >= 0:
        word = low[last]
        if word in en.ADVERBS or (word[-2:] == "ly" and words[last][0].islower() and word not in en.NO_PARTICIPLES):
            last -= 1
        elif word in en.TIME_WORDS:
            last -= 1
            if last >= 0 and low[last] in ("on", "in", "last", "this", "late", "early", "of"):
                last -= 1
        elif word == "," and last > 1 and low[last - 2] == "," and _is_aside(low[last - 1]):
            last -= 3
        else:
            break
    return last


def _is_aside(word: str) -> bool:
    return word in ("however", "meanwhile", "though", "too", "therefore", "nonetheless") or word in en.ADVERBS


def _chunks(clause: Clause, end: int) -> list[Span]:
    """Return the comma-separated chunks before word ``end`` that belong to its clause."""
    words, low = clause.words, clause.lower
    first = 0
    if not _HARD.isdisjoint(clause.marks):
        first = next((index + 1 for index in range(end - 1, -1, -1) if words[index] in _HARD), 0)
    chunks: list[Span] = []
    if "," in clause.marks:
        for comma in [index for index, word in enumerate(words[first:end], first) if word == ","]:
            if comma > first:
                chunks.append((first, comma))
            first = comma + 1
    if end > first:
        chunks.append((first, end))
    for index in range(len(chunks) - 1, 0, -1):
        if low[chunks[index][0]] in COORDINATORS:
            follower = chunks[index][0] + 1
            if follower < chunks[index][1] and (is_capital(words[follower]) or low[follower] in _CLAUSE_OPENERS):
                return chunks[index:]
    return chunks


def _is_adverbial(clause: Clause, chunk: Span) -> bool:
    start, end = chunk
    while end - start > 1 and clause.lower[start] in ("but", "and", "so", "yet"):
        start += 1
    first = clause.lower[start]
    return first in ADVERBIAL or (first.endswith(("ing", "ly")) and first not in en.NO_PARTICIPLES) or end == start


def _before_apposition(clause: Clause, comma: int) -> Span | None:
    """Return the subject in "X, who …, said" and "X, the director of Y, said" (``comma`` is the last one)."""
    chunks = _chunks(clause, comma)
    while len(chunks) > 1 and _is_adverbial(clause, chunks[0]):
        chunks.pop(0)
    if not chunks:
        return None
    first, end = chunks[0]
    while first < end - 1 and clause.lower[first] in ("but", "and", "so", "yet", "while", "then"):
        first += 1
    if len(chunks) == 1 and _is_adverbial(clause, (first, end)):
        return None
    found = _simple_phrase(clause, first, end)
    if found is None:
        return None
    return (name_in_apposition(clause, found) if found[1] == end else None) or found


def _simple_phrase(clause: Clause, first: int, end: int) -> Span | None:
    """Return the chunk as a noun phrase: as a whole, or the subject that it begins with."""
    if clause.lower[first] in en.PRONOUNS:
        return (first, first + 1)
    for index in range(first, end):
        folded = clause.lower[index]
        verb = folded in en.OTHER_VERBS or folded in en.SAYING or folded in en.NAMING
        if folded in en.RELATIVES or (folded in en.BOUNDARIES and folded not in ("and", "but", "or")):
            return phrase_ending(clause, index - 1) if index > first else None
        if verb and index > first and not is_capital(clause.words[index]):
            return phrase_starting(clause, first, end)
    return phrase_ending(clause, end - 1) or phrase_starting(clause, first, end)


def topic(sentence: Clause) -> Span | None:
    """Return the subject of a whole sentence: that of its first clause, a dateline in front left aside."""
    words = sentence.words
    if _DASHES.isdisjoint(sentence.marks):
        return main_subject(sentence, len(words))
    first = 0
    for index, word in enumerate(words):
        if word in _DASHES:
            if index > _DATELINE or not words[0].isupper():
                return _shifted(main_subject(sentence.part(first, index), index - first), first)
            first = index + 1
    return _shifted(main_subject(sentence.part(first, len(sentence)), len(sentence) - first), first)


def _shifted(span: Span | None, by: int) -> Span | None:
    return None if span is None else (span[0] + by, span[1] + by)


def main_subject(clause: Clause, end: int) -> Span | None:
    """Return the subject of the clause that word ``end`` belongs to, read from the clause's beginning."""
    chunks = _chunks(clause, end)
    for number, chunk in enumerate(chunks):
        adverbial = _is_adverbial(clause, chunk)
        if adverbial and number + 1 < len(chunks):
            continue
        found = phrase_starting(clause, chunk[0], chunk[1])
        if found:
            named = name_in_apposition(clause, found)
            if named is None and found[1] < chunk[1] and number + 1 < len(chunks):
                named = _name_behind(clause, found[1], chunk[1], chunks[number + 1])
            return named or found
        if not adverbial:
            break
    return None


def _name_behind(clause: Clause, first: int, end: int, chunk: Span) -> Span | None:
    """Return the name in "One [of the drivers], 84-year-old Dara Salar, …": ``first`` to ``end`` holds no verb."""
    words, low = clause.words, clause.lower
    if low[first] not in en.PREPOSITIONS or chunk[1] == len(words):
        return None
    if any(not (is_nounlike(clause, index) or low[index] in _OF_PHRASE) for index in range(first, end)):
        return None
    start = chunk[1]
    while start > chunk[0] and is_capital(words[start - 1]):
        start -= 1
    plain = all(words[index][0].isdigit() or is_nounlike(clause, index) for index in range(chunk[0], start))
    return (start, chunk[1]) if plain and chunk[1] - start > 1 else None
