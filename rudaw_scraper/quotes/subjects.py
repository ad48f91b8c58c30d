"""English subjects: which words of a clause are the subject of its reporting verb.

A span is a pair of word indexes, the second exclusive. Nothing here knows about quotations.
"""

from __future__ import annotations

from rudaw_scraper.quotes.clauses import Clause
from rudaw_scraper.quotes.tables import english as en
from rudaw_scraper.quotes.tables.rows import words as words_of

Span = tuple[int, int]

_STOPPERS = (
    (en.BOUNDARIES | en.PREPOSITIONS | en.ADVERBS | en.OTHER_VERBS | en.RELATIVES | en.PRONOUNS | en.TIME_WORDS)
    | (en.SAYING - {"reports", "claims", "comments", "posts", "notes", "states", "read", "share", "shares", "points"})
    | (en.NAMING - {"experts", "finds", "views", "sees"})
) - {"one", "former", "like"}
_ADVERBIAL = (en.PREPOSITIONS | en.SUBORDINATORS | en.ADVERBS | en.TIME_WORDS) | words_of(
    "asked according following meanwhile however but and so yet moreover additionally nevertheless responding"
    " referring like given"
)
_COORDINATORS = words_of("and but while or yet so whereas")
_HARD = frozenset(";:()[]—–")
_NAME_STOP = 8  # words in front of a head that a subject may have before it stops being one


def is_capital(word: str) -> bool:
    """Tell whether a word is written like a name (a leading capital, or al- and the like before one)."""
    return word[:1].isupper() or (word[:3].lower() in ("al-", "el-") and word[3:4].isupper())


def is_word(word: str) -> bool:
    """Tell a word from a punctuation mark."""
    return word[:1].isalnum()


def subject_left(clause: Clause, verb: int) -> Span | None:
    """Return the subject of the verb at index ``verb``, looked for on its left."""
    low = clause.lower
    last = _skip_adverbs(clause, verb - 1)
    if last < 0:
        return None
    word = low[last]
    if low[verb].endswith("ing") and not _is_with_phrase(clause, last):
        return main_subject(clause, verb) or phrase_ending(clause, last)
    if low[verb - 1] == "to":
        return main_subject(clause, verb)
    if word in en.RELATIVES or word == "that":
        return _antecedent(clause, last, verb)
    if word in en.PRONOUNS:
        return (last, last + 1)
    if word == ",":
        return _before_apposition(clause, last) or main_subject(clause, verb)
    if word in en.BOUNDARIES or word in en.PREPOSITIONS or not is_word(word):
        return main_subject(clause, verb)
    return phrase_ending(clause, last) or main_subject(clause, verb)


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
    if low[first] in _STOPPERS and low[first] != "one" and not is_capital(words[first]):
        return None
    if low[first] in en.TIME_WORDS:
        return None
    last = first
    while last < len(clause) and _continues_phrase(clause, last, first):
        last += 1
    while last > first and low[last - 1] in (en.PREPOSITIONS | en.DETERMINERS | {"and"}):
        last -= 1
    if last == first:
        return None
    return _name_in_apposition(clause, (first, last)) or (first, last)


def _continues_phrase(clause: Clause, index: int, first: int) -> bool:
    low, word = clause.lower, clause.words[index]
    folded = low[index]
    if not is_word(word):
        return word in ("'", "’", "&", "-", "/") or (word == "." and low[index - 1] in en.ABBREVIATIONS)
    if folded in en.TIME_WORDS:
        return False
    if folded in ("of", "for", "and", "from", "with"):
        following = clause.words[index + 1] if index + 1 < len(clause) else ""
        if folded == "and":
            return is_capital(following) == is_capital(clause.words[first]) and low[index + 1] not in _STOPPERS
        return index > first and is_word(following) and low[index + 1] not in en.PRONOUNS
    return not (folded in _STOPPERS and not is_capital(word)) or folded in en.PARTICLES


def _name_in_apposition(clause: Clause, span: Span) -> Span | None:
    """Return the name in "the agency's director, John Smith": a role is followed by a name of two words or more."""
    end = span[1]
    if end >= len(clause) or clause.words[end] != "," or is_proper(clause, span):
        return None
    last = end + 1
    while last < len(clause) and (is_capital(clause.words[last]) or clause.lower[last] in en.PARTICLES):
        last += 1
    closes = last >= len(clause) or not is_word(clause.words[last])
    if last - end > 2 and closes and clause.lower[end + 1] not in en.OPENERS:
        return (end + 1, last)
    return None


def is_proper(clause: Clause, span: Span) -> bool:
    """Tell whether a phrase ends in a capitalised word (a name, perhaps with a title)."""
    return is_capital(clause.words[span[1] - 1])


def phrase_ending(clause: Clause, last: int) -> Span | None:
    """Return the noun phrase that ends with word ``last``."""
    if last < 0 or not _nounlike(clause, last):
        return None
    first = _phrase_start(clause, last)
    relative = _relative_before(clause, first)
    if relative is not None:
        return phrase_ending(clause, relative)
    first = _attach_left(clause, first)
    while first < last and clause.lower[first] in ("but", "and", "still", "yet", "so"):
        first += 1
    return (first, last + 1)


def _nounlike(clause: Clause, index: int) -> bool:
    word, folded = clause.words[index], clause.lower[index]
    if not is_word(word):
        return word in ("’", "'", "&", "%") or (
            word == "." and index > 0 and clause.lower[index - 1] in en.ABBREVIATIONS
        )
    if is_capital(word):
        return not (folded in en.TIME_WORDS or (_opens(clause, index) and folded in en.OPENERS))
    return folded not in _STOPPERS and folded not in en.DETERMINERS


def _opens(clause: Clause, index: int) -> bool:
    return index == 0 or not is_word(clause.words[index - 1])


def _phrase_start(clause: Clause, last: int) -> int:
    low = clause.lower
    first = last
    while first > 0 and last - first < _NAME_STOP:
        before = first - 1
        if low[before] in en.DETERMINERS:
            first = before
            if before and low[before - 1] in en.DETERMINERS:
                first -= 1
            break
        if low[before] in en.PARTICLES and before and is_capital(clause.words[before - 1]):
            first = before
            continue
        if not _nounlike(clause, before):
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
        if low[link] in en.PREPOSITIONS and _nounlike(clause, link - 1):
            start = _phrase_start(clause, link - 1)
            if start and low[start - 1] in en.OTHER_VERBS:
                break
            first = start
        elif low[link] in ("and", "&") and _nounlike(clause, link - 1):
            start = _phrase_start(clause, link - 1)
            alike = is_capital(clause.words[link - 1]) == is_capital(clause.words[first])
            if not alike or (start and is_word(clause.words[start - 1]) and low[start - 1] not in en.BOUNDARIES):
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
            before = index - 1
            return before - 1 if low[before] == "," else before
        if not is_word(clause.words[index]) or low[index] in _COORDINATORS:
            return None
    return None


def _antecedent(clause: Clause, relative: int, verb: int) -> Span | None:
    last = relative - 1
    if last >= 0 and clause.words[last] == ",":
        last -= 1
    found = phrase_ending(clause, last) if last >= 0 else None
    if found and clause.lower[found[1] - 1] in en.MEDIUM:
        return main_subject(clause, verb) or found
    return found


def _is_with_phrase(clause: Clause, last: int) -> bool:
    if not _nounlike(clause, last):
        return False
    first = _phrase_start(clause, last)
    return first > 0 and clause.lower[first - 1] == "with"


def _skip_adverbs(clause: Clause, last: int) -> int:
    low, words = clause.lower, clause.words
    while last >= 0:
        word = low[last]
        if word in en.ADVERBS or (word.endswith("ly") and words[last][0].islower() and len(word) > 4):
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
    start = 0
    for index in range(end - 1, -1, -1):
        if clause.words[index] in _HARD:
            start = index + 1
            break
    chunks: list[Span] = []
    first = start
    for index in range(start, end):
        if clause.words[index] == ",":
            if index > first:
                chunks.append((first, index))
            first = index + 1
    if end > first:
        chunks.append((first, end))
    for index in range(len(chunks) - 1, 0, -1):
        if clause.lower[chunks[index][0]] in _COORDINATORS:
            follower = chunks[index][0] + 1
            if follower < chunks[index][1] and (
                is_capital(clause.words[follower]) or clause.lower[follower] in en.PRONOUNS | en.DETERMINERS
            ):
                return chunks[index:]
    return chunks


def _is_adverbial(clause: Clause, chunk: Span) -> bool:
    first = clause.lower[chunk[0]]
    if first in ("but", "and", "so", "yet") and chunk[1] - chunk[0] > 1:
        return _is_adverbial(clause, (chunk[0] + 1, chunk[1]))
    return first in _ADVERBIAL or first.endswith(("ing", "ly")) or chunk[1] - chunk[0] == 0


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
    return (_name_in_apposition(clause, found) if found[1] == end else None) or found


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


def main_subject(clause: Clause, end: int) -> Span | None:
    """Return the subject of the clause that word ``end`` belongs to, read from the clause's beginning."""
    chunks = _chunks(clause, end)
    for number, chunk in enumerate(chunks):
        if _is_adverbial(clause, chunk) and number + 1 < len(chunks):
            continue
        found = phrase_starting(clause, chunk[0], chunk[1])
        if found:
            following = _name_in_apposition(clause, found)
            return following or found
        if not _is_adverbial(clause, chunk):
            break
    return None


def phrase_starting(clause: Clause, first: int, end: int) -> Span | None:
    """Return the noun phrase that a clause begins with."""
    low, words = clause.lower, clause.words
    while first < end and low[first] in ("but", "and", "so", "yet", "still", "then", "while", "also"):
        first += 1
    if first >= end or not is_word(words[first]):
        return None
    if low[first] in en.PRONOUNS:
        return (first, first + 1)
    if low[first] in _ADVERBIAL and low[first] not in en.DETERMINERS:
        return None
    last = first
    if low[first] in en.DETERMINERS or not is_capital(words[first]):
        while last < end and (
            (low[last] in en.DETERMINERS and last == first) or _nounlike(clause, last) or low[last] == "of"
        ):
            last += 1
    else:
        while last < end and (
            is_capital(words[last])
            or low[last] in en.PARTICLES
            or (low[last] in en.TITLES and words[last][0].islower())
            or (words[last] == "." and low[last - 1] in en.ABBREVIATIONS)
        ):
            if low[last] in en.TIME_WORDS:
                break
            last += 1
    while last > first and low[last - 1] in ("of", "the", "and", "for"):
        last -= 1
    return (first, last) if last > first else None
