"""Subjects by position alone, where no capitals show names: "NAME، ROLE …" and "ROLE NAME …"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rudaw_scraper.quotes.phrases import IN, OF_THE, behind_naming, name_start
from rudaw_scraper.quotes.tables.order import WordOrder
from rudaw_scraper.quotes.verb_first import is_verb, subject_in

COMMAS: Final = frozenset(",،")
_LONGEST: Final = 4  # words of a phrase without a role that may still be a name
_NAME: Final = 2  # words of most names
_DATELINE: Final = 6  # words in front of the dash behind a place
_ADVERBIAL: Final = 6  # words of "in a statement to … ": a preposition and its other half
# The other half of a Sorani preposition, at the end of its noun, or the article of a lone one.
_OTHER_HALF: Final = ("دا", "ەوە", "ەکە", "ەکان")
_DEFINITE: Final = ("ەکەی", "ەکە", "ەکانی", "ەکان")
_OWN: Final = frozenset(("خۆی", "خۆیان"))
_ONE_OF: Final = ("یەکێک", "لە")
_THIS: Final = "ە"  # "ئەو … ە": this one

_FROM: Final = "عن"
_GLUED: Final = ("بال", "لل", "كال", "فال")
_PLACE: Final = 5  # words of "at the university of Zakho"
_APPOSED: Final = (2, 3, 4)  # words of a name between commas

Subject = tuple[int, int, int, int]  # name from, to; description from, to (word indexes)


def after_dateline(words: Sequence[str], first: int, end: int) -> int:
    """Return where a clause begins behind "PLACE (AGENCY) -"."""
    for index in range(first + 1, min(end - 1, first + _DATELINE)):
        if words[index] in "-–—":
            return index + 1
    return first


def demonstrated(folded: Sequence[str], first: int, end: int, order: WordOrder) -> int:
    """Return where a subject ends that begins with a pronoun: "ئەو پارێزەرە" is that lawyer."""
    if order.subject == "left" and not order.capitals and first + 1 < end and folded[first] in ("ئەو", "ئەم"):
        noun = folded[first + 1]
        if noun.endswith(_THIS) and noun not in order.stops and len(noun) > 3:
            return first + 2
    return first + 1


def by_position(words: Sequence[str], folded: Sequence[str], first: int, end: int, order: WordOrder) -> Subject | None:
    """Return name and role of the phrase that begins a clause: it ends at a comma or where another begins."""
    last = phrase_end(words, folded, first, end, order)
    while last == first:
        behind = _behind_adverbial(words, folded, first, end, order)
        if behind is None:
            return None
        first = behind
        last = phrase_end(words, folded, first, end, order)
    if order.naming:
        named = _by_the_name_of(words, folded, first, last, end, order)
        if named is not None:
            return named
    if order.subject == "left" and _ONE_OF[1] in folded[first:last]:
        return (first, min(last, folded.index(_ONE_OF[1], first) + 2), 0, 0)
    following = apposed(words, folded, last, end, order)
    start = name_start(folded[first:last], order)
    if start is None and following is None and last < end and folded[last] == _ONE_OF[1]:
        comma = next((index for index in range(last + 1, min(end, last + _PLACE)) if words[index] in COMMAS), None)
        between = _name_between(words, folded, comma, end, order) if comma is not None else None
        if comma is not None and between is not None:
            return _role(folded, first, comma, between, order)  # "ROLE at PLACE، NAME، …"
    if start is None or _is_role_of(folded, first, last, following, order):
        return _role(folded, first, last, following, order)
    name = first + start
    if start and order.subject == "left" and last < end and is_verb(folded[last], order):
        last = min(last, name + _NAME)  # "ROLE NAME does one thing and says"
    elif not start and last - first > _LONGEST:
        last = first + _NAME  # "NAME does one thing and says": the name begins the clause
    if order.subject == "left":
        last = _before_object(folded, name, last)
    if start:
        return (name, last, first, name)
    if following is not None and folded[following[0]] in order.roles:
        return (first, last, *following)
    return (first, last, 0, 0)


def phrase_end(words: Sequence[str], folded: Sequence[str], first: int, end: int, order: WordOrder) -> int:
    """Return where the phrase that begins at a word ends."""
    last = first
    while last < end and words[last][:1].isalnum():
        word = folded[last]
        if word in order.stops:
            place = (
                _past_place(words, folded, last, end, order) if word in IN and folded[first] in order.roles else None
            )
            if place is not None:
                last = place
                continue
            if word != _ONE_OF[1] or last == first or folded[last - 1] != _ONE_OF[0] or last + 1 == end:
                break
            last += 2  # "one of the victims"
            continue
        if order.article and last > first and word.startswith(_GLUED):  # "in the …", "to the …"
            place = _past_place(words, folded, last, end, order) if folded[first] in order.roles else None
            if place is None or not word.startswith(OF_THE):
                break
            last = place
            continue
        if last > first and order.subject == "left" and word in order.name_leads:
            break  # "NAME | the slogan “…” …": an object
        if order.verb_endings and word.endswith(order.verb_endings):
            break
        if order.verbs and last > first and is_verb(word, order):
            break
        if order.indefinite and last - first >= _NAME and word.endswith(order.indefinite) and word != _ONE_OF[0]:
            break  # "NAME | a drop of honey …": an object
        last += 1
    return last


def apposed(
    words: Sequence[str], folded: Sequence[str], comma: int, end: int, order: WordOrder
) -> tuple[int, int] | None:
    """Return the phrase behind a comma, if there is one."""
    if comma >= end or words[comma] not in COMMAS:
        return None
    last = phrase_end(words, folded, comma + 1, end, order)
    return (comma + 1, last) if last > comma + 1 else None


def _behind_adverbial(
    words: Sequence[str], folded: Sequence[str], first: int, end: int, order: WordOrder
) -> int | None:
    """Return where a clause goes on behind "in Erbil," or, where prepositions have two halves, behind the second."""
    if order.subject == "right":
        return None
    start = None
    for index in range(first, end - 1):
        if words[index] in COMMAS:
            start = index + 1
            break
        halved = index - first < _ADVERBIAL and index > first and folded[index].endswith(_OTHER_HALF)
        if halved and words[index + 1] not in COMMAS:
            start = index + 1
            break
    while start is not None and start < end and folded[start] in order.openers:
        start += 1
    return start if start is not None and start < end else None


def _by_the_name_of(
    words: Sequence[str], folded: Sequence[str], first: int, last: int, end: int, order: WordOrder
) -> Subject | None:
    """Read "a farmer by the name of X"."""
    for index in range(first + 1, min(last + 1, end - 1)):
        name = behind_naming(folded, index, end, order)
        if name is not None:
            stop = phrase_end(words, folded, name, end, order)
            return (name, stop, first, index) if stop > name else None
    return None


def _role(folded: Sequence[str], first: int, last: int, following: tuple[int, int] | None, order: WordOrder) -> Subject:
    """Return a role, or the name that follows it behind a comma: "ROLE، NAME،" and "ROLE، TITLE NAME،"."""
    if following is None:
        return (first, last, 0, 0)
    start, stop = following
    if folded[start] not in order.roles:
        return (start, stop, first, last)
    name = name_start(folded[start:stop], order)
    return (start + name, stop, first, start + name) if name else (first, last, 0, 0)


def _is_role_of(
    folded: Sequence[str], first: int, last: int, following: tuple[int, int] | None, order: WordOrder
) -> bool:
    """Tell whether a phrase in no table is a role, since a name follows it behind a comma."""
    if following is None or not order.inflected or last - first < _NAME:
        return False
    bound = folded[first].endswith(order.inflected)
    return bound and not folded[following[0]].endswith(order.inflected) and following[1] - following[0] <= 3


def _before_object(folded: Sequence[str], name: int, last: int) -> int:
    """Return where a name ends if an object is behind it: a noun with the article or one's own, and what it binds."""
    for index in range(name + 1, last):
        if folded[index] in _OWN:
            return max(name + 1, index - 1)
        if folded[index].endswith(_DEFINITE):
            start = index
            while start - 1 >= name + _NAME and folded[start - 1].endswith("ی"):
                start -= 1
            return start
    return last


def _past_place(words: Sequence[str], folded: Sequence[str], index: int, end: int, order: WordOrder) -> int | None:
    """Return where an Arabic role goes on behind "in": "الطبيب في مستشفى المدينة | NAME"."""
    bound = stop = index + 1
    if folded[index].startswith(OF_THE):
        bound = index
    elif stop < end and not folded[stop].startswith(order.article):
        bound = stop = stop + 1
    while stop < end and folded[stop].startswith(order.article):
        stop += 1
    if stop == bound or stop >= end:
        return None
    if words[stop] in COMMAS:
        return stop if _name_between(words, folded, stop, end, order) is not None else None
    rest = phrase_end(words, folded, stop, end, order) - stop
    return stop if folded[stop] in order.given or (rest >= _NAME and bound != index + 1) else None


def _name_between(
    words: Sequence[str], folded: Sequence[str], comma: int, end: int, order: WordOrder
) -> tuple[int, int] | None:
    """Return the name that stands between a comma and another."""
    found = apposed(words, folded, comma, end, order)
    if found is None or found[1] - found[0] not in _APPOSED or is_verb(folded[found[0]], order):
        return None
    return found if found[1] == end or words[found[1]] in COMMAS else None


def behind_verb(
    words: Sequence[str], folded: Sequence[str], first: int, end: int, order: WordOrder, verb: str | None
) -> Subject | None:
    """Return the subject behind a verb (None: the reporting one), without its objects."""
    last = phrase_end(words, folded, first, end, order)
    if folded[first] in order.documents and last + 1 < end and folded[last] == _FROM:
        return behind_verb(words, folded, last + 1, end, order, verb)  # "a statement issued by …"
    found = subject_in(verb, folded[first:last], order)
    if found is None:
        return None
    (start, stop), (role, role_end) = found
    if role_end > role:
        return (first + start, first + stop, first + role, first + role_end)
    nameless = folded[first] in order.roles or folded[first].startswith(order.article)
    if nameless and first + stop < last and folded[first + stop] in IN:
        stop = last - first
    between = _name_between(words, folded, last, end, order) if nameless else None
    if between is not None and all(word.startswith(order.article) for word in folded[first + stop : last]):
        stop = last - first  # "رئيس اللجنة المنظمة، NAME،"
    if nameless and between is not None:
        return _role(folded, first, first + stop, between, order)
    following = apposed(words, folded, first + stop, end, order)
    if not nameless and following is not None and folded[following[0]] in order.roles:
        return (first + start, first + stop, *following)
    return (first + start, first + stop, 0, 0)
