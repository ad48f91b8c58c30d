"""Subjects in Kurmanji and Turkish, where names are capitalised and roles stand before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rudaw_scraper.quotes.phrases import behind_naming
from rudaw_scraper.quotes.suffixes import issuing
from rudaw_scraper.quotes.tables.order import WordOrder
from rudaw_scraper.quotes.tables.rows import words as words_of

_PREPOSITIONS: Final = words_of("li ji di bi bo nav ber")
# Endings of Turkish words in small letters before a role: "… açıklama yapan | parti başkanı".
_NO_ROLE: Final = ("an", "en", "da", "de", "ta", "te", "rak", "rek", "ıp", "ip", "up", "üp")
_OBLIQUE: Final = ("ê", "an", "în")
_AGENT: Final = ("van", "vanê", "vana", "karê", "kara", "ger", "gerê", "gera", "nas", "nasê", "nasa", "çî")
_LONG: Final = 6  # letters: "Keywan" is a name
_A: Final = "bir"
_INDEFINITE: Final = 5  # words of "a tourist from İzmir"
_POSSESSED: Final = ("ı", "i", "u", "ü")
_ONE: Final = "yek"
_GENITIVE: Final = ("ın", "in", "un", "ün", "lı", "li", "lu", "lü")  # and "of": "HDP'li"
_TRADE: Final = ("cı", "ci", "cu", "cü", "çı", "çi", "çu", "çü")
_SHORT: Final = 4  # letters: "Naci" is a name
_HEAD: Final = ("a", "ê", "ên", "ekî", "eke", "ekê")
_EZAFE: Final = ("a", "ên")
_FULL_NAME: Final = 2  # words
Subject = tuple[int, int, int, int]


def is_capital(word: str) -> bool:
    """Tell whether a word begins with a capital letter."""
    return word[:1].isupper() or (word[2:3] == "-" and word[3:4].isupper())  # "el-Ebadi"


def capital_subject(
    words: Sequence[str], folded: Sequence[str], first: int, end: int, order: WordOrder
) -> Subject | None:
    """Return name and role (word indexes) of the subject of the clause ``words[first:end]``."""
    if order.role_ends:
        return _before_comma(words, folded, first, end, order)
    return _after_role(words, folded, first, end, order)


def _runs(words: Sequence[str], folded: Sequence[str], first: int, end: int, order: WordOrder) -> list[tuple[int, int]]:
    runs = []
    index = first
    while index < end:
        if is_capital(words[index]) and folded[index] not in order.stops and folded[index] not in order.openers:
            start = index
            while index < end and is_capital(words[index]) and folded[index] not in order.stops:
                index += 1
            runs.append((start, index))
        else:
            index += 1
    return runs


def _after_role(words: Sequence[str], folded: Sequence[str], first: int, end: int, order: WordOrder) -> Subject | None:
    """Read "ROLE-ê PLACE-ê NAME li … got": inflected words, and what they bind, belong to the role."""
    fallback: Subject | None = None
    if folded[first].endswith(order.indefinite) and folded[first] in order.roles:
        return _by_name(words, folded, first, end, order) or _role_only(words, folded, first, end, order)
    if first + 2 < end and folded[first].startswith(_ONE) and folded[first + 1] == "ji":
        return (first, first + 3, 0, 0)  # "one of the villagers"
    for start, stop in _runs(words, folded, first, end, order):
        if stop < end and _role_goes_on(words, folded, start, stop, end, order):
            continue
        genitive = start > first and folded[start - 1] in order.linkers
        if genitive and stop < end and folded[stop - 1].endswith(order.inflected):
            continue  # "… a Partiya Demokrata Kurdistanê (PDK) li …": the role's own genitive
        if start and words[start - 1] == "(":
            continue
        name = _name_in_run(folded, start, stop, order)
        if name is None:
            continue
        behind = _named_behind(words, folded, stop, end) if stop - name == 1 and folded[first] in order.roles else None
        if behind is not None:
            return (stop + 1, behind, first, stop)
        bound = start > first and folded[start - 1] in _PREPOSITIONS
        found = (name, stop, first, name) if name > first else (name, stop, 0, 0)
        if bound and name == start:
            if stop - start > 1 and fallback is None:
                fallback = (name + 1, stop, first, name + 1)
            continue
        return found
    return fallback or _role_only(words, folded, first, end, order)


def _by_name(words: Sequence[str], folded: Sequence[str], first: int, end: int, order: WordOrder) -> Subject | None:
    """Read "a farmer by the name of X"."""
    for index in range(first + 1, end - 1):
        name = behind_naming(folded, index, end, order)
        if name is not None and is_capital(words[name]):
            stop = name
            while stop < end and is_capital(words[stop]):
                stop += 1
            return (name, stop, first, index)
        if words[index] == ",":
            return None
    return None


def _role_goes_on(
    words: Sequence[str], folded: Sequence[str], start: int, stop: int, end: int, order: WordOrder
) -> bool:
    """Tell whether what follows a run belongs to it: "Partiya Demokratîk | a …", "Muxtarê | gundê …"."""
    if folded[stop] in order.linkers:
        return not (stop + 1 < end and words[stop + 1][:1].isdigit())  # "NAME a 78 salî": her age
    if words[stop][:1].isdigit():
        return True
    lone = stop - start == 1 and folded[start].endswith(order.inflected)
    return lone and words[stop][:1].isalpha() and folded[stop] not in order.stops | order.adverbs


def _name_in_run(folded: Sequence[str], start: int, stop: int, order: WordOrder) -> int | None:
    name = start
    if start and folded[start - 1] in order.linkers and stop - start > 1:
        name += 1
    for index in range(name, stop):
        bound = index < stop - 1 and folded[index].endswith(order.inflected)
        if (
            index == start
            and stop - start > _FULL_NAME
            and len(folded[index]) > _LONG
            and folded[index].endswith(_AGENT)
        ):
            name = index + 1
        body = start < index < stop - 1 and folded[index] in order.bodies
        if body or folded[index] in order.roles or (bound and folded[index] not in order.honorifics):
            name = index + 1
    if name > start and stop - name > _FULL_NAME and _binds(folded[name - 1], folded[name]):
        name += 1
    if name >= stop:
        return None
    lone = stop - name == 1 and folded[name].endswith(order.inflected)
    if lone and (name > start or (start and folded[start - 1] in _PREPOSITIONS)):
        return None
    return name


def _goes_on(words: Sequence[str], folded: Sequence[str], index: int, order: WordOrder, *, head: bool) -> bool:
    """Tell whether a word belongs to the role before it: bound by an ending, or in a case itself."""
    previous = folded[index - 1]
    if is_capital(words[index]) or folded[index] in order.linkers or previous in order.linkers:
        return True
    if words[index][0].isdigit() or previous[0].isdigit():
        return True  # "Keçeke 12 salî"
    if head:
        return previous.endswith(_HEAD)
    return folded[index].endswith(_OBLIQUE) or (not is_capital(words[index - 1]) and previous.endswith(_EZAFE))


def _named_behind(words: Sequence[str], folded: Sequence[str], comma: int, end: int) -> int | None:
    """Return where a name of two words or more ends that stands between commas: "Jina Xelîl, NAME NAME, …"."""
    if comma >= end or words[comma] != ",":
        return None
    stop = comma + 1
    while stop < end and is_capital(words[stop]) and "'" not in folded[stop]:
        stop += 1
    closed = stop == end or words[stop] == ","
    return stop if closed and stop - comma > _FULL_NAME else None


def _binds(role: str, word: str) -> bool:
    """Tell whether a word is what a role is of: behind a plural, or a plural itself: "Wezîra Koçberan"."""
    return role.endswith(("ên", "iya", "eya")) or (word.endswith(("an", "anî", "enî")) and role.endswith(("a", "ê")))


def _role_only(words: Sequence[str], folded: Sequence[str], first: int, end: int, order: WordOrder) -> Subject | None:
    last = first
    while last < end and folded[last] not in order.stops and words[last][:1].isalnum():
        if last > first and not _goes_on(words, folded, last, order, head=last == first + 1):
            break
        last += 1
    if first and folded[first - 1] in order.stops and last < end and words[last] == ",":
        return _role_only(words, folded, last + 1, end, order)  # behind "after the meeting,"
    known = folded[first] in order.bodies or last - first <= 3 or not order.roles.isdisjoint(folded[first:last])
    return (first, last, 0, 0) if last > first and known else None


def subject_up_to(
    words: Sequence[str], folded: Sequence[str], first: int, end: int, order: WordOrder
) -> Subject | None:
    """Return the name or the role that ends at a word."""
    start = _run_start(words, folded, first, end, order)
    if start < end:
        return _with_role(words, folded, first, start, end, order)
    return (_role_start(words, first, end), end, 0, 0) if end > first else None


def subject_behind(words: Sequence[str], folded: Sequence[str], first: int, order: WordOrder) -> Subject | None:
    """Read "“…” diyor ROLE NAME": a verb in front of its subject, which ends the clause."""
    end = next((index for index in range(first, len(words)) if not words[index][:1].isalnum()), len(words))
    if not order.role_ends or end == first or (folded[first] in order.stops and folded[first] != _A):
        return None
    if _A in folded[first:end] and end - first <= _INDEFINITE and not is_capital(words[end - 1]):
        return (first, end, 0, 0)
    if not is_capital(words[end - 1]):
        return None
    start = _run_start(words, folded, first, end, order)
    return _with_role(words, folded, first, start, end, order) if start < end and "'" not in folded[end - 1] else None


def _run_start(words: Sequence[str], folded: Sequence[str], first: int, end: int, order: WordOrder) -> int:
    """Return where the capitalised words begin that end at a word: "Tarım ve Orman Bakanı" is one run."""
    start = end
    while start > first:
        if is_capital(words[start - 1]) and (start == end or "'" not in folded[start - 1]):
            start -= 1
            continue
        if words[start - 1] == "." and start - 1 > first and start < end and folded[start - 2] in order.roles:
            start -= 2  # "Prof. Dr. NAME"
            continue
        joined = start - 1 > first and start < end and folded[start - 1] == "ve" and is_capital(words[start - 2])
        if not joined or order.roles.isdisjoint(folded[start:end]):
            break
        start -= 2
    return start


def _before_comma(
    words: Sequence[str], folded: Sequence[str], first: int, end: int, order: WordOrder
) -> Subject | None:
    """Read "ROLE NAME, …": the capitalised words in front of the first comma, else the first ones."""
    issued = issuing(folded, first, end)
    if issued is not None:
        start = _run_start(words, folded, first, issued, order)
        if start < issued:
            return (start, issued, 0, 0)
    chunk = first
    for index in range(first, end + 1):
        if index < end and words[index] != ",":
            continue
        start = index
        if index > chunk and "'" not in folded[index - 1]:
            start = _run_start(words, folded, chunk, index, order)
        if start < index and not (index - start == 1 and folded[start] in order.stops | order.openers):
            return _with_role(words, folded, chunk, start, index, order)
        if index > chunk and folded[index - 1] in order.roles:
            return (_role_start(words, chunk, index), index, 0, 0)
        chunk = index + 1
    adverbial = order.stops | order.openers | order.adverbs
    begin = next((index + 1 for index in range(first, end) if folded[index] == _A), first)
    role = next((index for index in range(begin, end) if folded[index] in adverbial or words[index] == ","), end)
    if role > begin and folded[role - 1] in order.roles and not is_capital(words[role - 1]):
        return (begin - 1 if begin > first else first, role, 0, 0)
    for index in range(first + 1, min(end - 1, first + _INDEFINITE)):
        owned = folded[index] in order.roles and folded[index].endswith(_POSSESSED) and not is_capital(words[index])
        if owned and not is_capital(words[index + 1]) and folded[index - 1].endswith(_GENITIVE):
            return (first, index + 1, 0, 0)  # "Hastanenin başhekimi …"
    for start, stop in _runs(words, folded, first, end, order):
        plain = stop
        while plain > start and "'" in folded[plain - 1]:
            plain -= 1
        # A lone word at the beginning is capitalised by its place; a name is followed by an adverbial or by nothing.
        lone = plain - start == 1 and start == first and stop < end and folded[stop] not in adverbial
        if plain == stop and not lone:
            start = _run_start(words, folded, first, plain, order)
            return _with_role(words, folded, first, start, plain, order)
    return None


def _with_role(
    words: Sequence[str], folded: Sequence[str], first: int, start: int, stop: int, order: WordOrder
) -> Subject:
    """Return name and role of a run of capitalised words, in front of which a role in small letters may stand."""
    found = _cut_role(folded, start, stop, order)
    lower = start > first and folded[start - 1] in order.roles and not is_capital(words[start - 1])
    if not lower:
        return found
    return (found[0], stop, _role_start(words, first, start), found[0])


def _role_start(words: Sequence[str], first: int, last: int) -> int:
    """Return where the role that ends at word ``last`` begins: behind a participle, an adverbial or another case."""
    start = last - 1
    while start > first and words[start - 1] != ",":
        word = words[start - 1].replace("’", "'")
        if word.endswith(_NO_ROLE) if not is_capital(word) else "'" in word and not word.endswith(_GENITIVE):
            break
        start -= 1
    return start


def _cut_role(folded: Sequence[str], start: int, stop: int, order: WordOrder) -> Subject:
    name = start
    for index in range(start, stop - 1):
        if folded[index] in order.roles:
            name = index + 1
    if name < stop - 1 and folded[name] == ".":
        name += 1
    if name == start and stop - start > _FULL_NAME and folded[start].endswith(_TRADE) and len(folded[start]) > _SHORT:
        name = start + 1  # "Pazarcı NAME NAME"
    if name == stop - 1 and name > start and folded[name] in order.roles:
        return (start, stop, 0, 0)  # "… Genel Başkanı"
    return (name, stop, start, name) if name > start else (start, stop, 0, 0)
