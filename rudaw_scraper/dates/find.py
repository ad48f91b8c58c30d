"""Where in a line a date expression stands.

These functions are asked about every short line of a page, so a cheap look at the line's end or start comes first.
They answer by shape alone: ``32/1/2019`` is found too, and read as no day at all by :func:`parse_date`.
"""

from __future__ import annotations

import re
from typing import Final

from rudaw_scraper.dates.context import Kind, part_of_more
from rudaw_scraper.dates.fold import fold, positions
from rudaw_scraper.dates.grammar import AROUND, EDGES, Grammar, grammar
from rudaw_scraper.dates.quick import is_numeric
from rudaw_scraper.dates.shapes import STARTS

#: No expression is longer; one that reaches over the cut is no match.
_REACH: Final = 96
#: No word that can start or end an expression is longer.
_WORD: Final = 24
_YEAR: Final = 4  # digits
_PAIR: Final = 2
_LONGEST_FRACTION: Final = 10
#: Words of which it is remembered whether they can end or begin an expression: a page's words are mostly the same.
_MOST_KNOWN: Final = 20_000
_LONGEST_DIGITS: Final = 14  # characters at the end that are looked at: a clock time with a fraction
_PLAIN: Final = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:19|20)[0-9]{2}")
_HALVES: Final = frozenset(("am", "pm"))
_COUNTER: Final = re.compile(r"\(\d{1,4}\)\W*\Z")
_STARTS: Final = re.compile(STARTS)
#: Groups of the pattern for sure expressions.
_KINDS: Final[dict[int, Kind]] = {1: "date", 2: "day word", 3: "count"}
_DIGIT: Final = re.compile(r"\d")
_ZERO: Final = 48  # "0"
_NINE: Final = 57
_SEPARATORS: Final = "|·•-"  # those that vouch for an expression behind them


def find_date(text: str, language: str) -> tuple[int, int] | None:
    """Return start and end of the date expression that ends ``text``, the longest there is, or None.

    Only separators, brackets, spaces and marks of direction may follow it. "Yesterday" without a clock time and
    counts of weeks or longer end many a sentence: they count only if they are all of the text or stand behind a
    separator.
    """
    stripped = text.rstrip(AROUND)
    words = grammar(language)
    if not _may_end(stripped, words):
        return None
    plain = _plain_end(stripped, words)
    if plain is not None:
        return plain
    start = max(0, len(stripped) - _REACH)
    tail = stripped[start:]
    folded = fold(tail)
    match, is_sure = _search_trailing(folded.lstrip(" ") if start == 0 else folded, words)
    if match is None:
        return None
    if is_sure and part_of_more(match.string[: match.start()], match[0], _KINDS[match.lastindex or 0], words):
        return None
    shift = len(folded) - len(match.string)
    return _span(tail, folded, match.start() + shift, match.end() + shift, start)


def may_end_in_date(text: str, words: Grammar) -> bool:
    """Tell, at little cost, whether a date expression can end ``text``; :func:`find_date` finds none where not."""
    if not words.may_end(text):
        return False
    token = text[text.rfind(" ") + 1 :]
    known = words.endings.get(token)
    if known is None:
        if _is_mere_number(token):
            return False
        known = _may_end(text.rstrip(AROUND), words)
        if token.rstrip(AROUND) and not token.rstrip(AROUND)[-1].isdecimal():  # the token alone decided
            _remember(words.endings, token, known)
    return known


def may_begin_with_date(text: str, words: Grammar) -> bool:
    """Tell, at little cost, whether ``text`` can begin with a date; :func:`find_leading_date` finds none where not."""
    if not words.may_begin(text):
        return False
    token = text[: text.find(" ")] if " " in text else text
    known = words.beginnings.get(token)
    if known is None:
        known = _may_start(text[:_REACH], words)
        if token.lstrip(AROUND) and len(token) < _WORD:  # the token alone decided
            _remember(words.beginnings, token, known)
    return known


def find_leading_date(text: str, language: str) -> tuple[int, int] | None:
    """Return start and end of the date expression that ``text`` starts with, or None.

    Words may run into it at once, as in the listings' "3 hours agoHeadline".
    """
    head = text[:_REACH]
    words = grammar(language)
    if not _may_start(head, words):
        return None
    folded = fold(head)
    start = len(folded) - len(folded.lstrip(EDGES))
    match = words.sure.match(folded, start)
    if match is None:
        match = words.leading_weak.match(folded, start)
    elif match[1] is not None and words.range_start.match(folded, match.end()):
        return None
    return None if match is None else _span(head, folded, match.start(), match.end(), 0)


def find_leading_absolute(text: str, language: str) -> tuple[int, int] | None:
    """Return start and end of the full date that ``text`` starts with, a word apart from what follows, or None."""
    head = text[:_REACH]
    folded = fold(head)
    words = grammar(language)
    match = words.leading_absolute.match(folded)
    if match is None or words.range_start.match(folded, match.end(1)):
        return None
    return _span(head, folded, match.start(1), match.end(1), 0)


def is_date(text: str, language: str) -> bool:
    """Say whether ``text`` is one date expression, apart from separators around it and a counter like "(2)"."""
    stripped = strip_edges(text)
    words = grammar(language)
    if len(stripped) > _REACH or not _may_end(stripped, words):
        return False
    if is_numeric(stripped):
        return True
    folded = fold(stripped).strip(EDGES)
    return words.sure.fullmatch(folded) is not None or words.weak.fullmatch(folded) is not None


def strip_edges(text: str) -> str:
    """Return ``text`` without the separators and marks around it and without a counter "(2)" at its end."""
    stripped = text.rstrip(" |\t\n\u200e\u200f\xa0")
    if stripped.endswith(")"):
        stripped = _COUNTER.sub("", stripped)
    return stripped.strip(AROUND)


def _may_end(stripped: str, words: Grammar) -> bool:
    """Say whether the last few characters can be the end of a date expression."""
    last = stripped[-1:]
    if not last:
        return False
    token = stripped[stripped.rfind(" ") + 1 :]
    if last.isdecimal():
        return not _is_mere_number(token) and _digits_may_end(stripped[-_LONGEST_DIGITS:])
    known = words.endings.get(token)
    if known is None:
        parts = token[-_WORD:].rsplit(None, 1)
        word = _fold_word(parts[-1]) if parts else ""  # it can be nothing but rare white space
        known = bool(word) and (word in words.last_words or _DIGIT.search(word) is not None)
        _remember(words.endings, token, known)
    return known


def _digits_may_end(tail: str) -> bool:
    """Tell whether the digits that end a text look like the end of a date, a year, a clock time or an offset."""
    start = len(tail)
    while start > 0 and tail[start - 1].isdecimal():
        start -= 1
    count = len(tail) - start
    if count == _YEAR:
        return True
    sign = tail[start - 1] if start else ""
    before = tail[start - 2] if start > 1 else ""
    if count <= _PAIR and sign:
        if sign in "/.-" or (before and before in "/.-" and not (sign.isalnum() or sign == "_")):
            return True
        if count == _PAIR and (sign == "+" or (sign in ":：" and before.isdecimal())):
            return True
    if sign and sign in ".," and count < _LONGEST_FRACTION:  # the fraction of a second
        clock = tail[: start - 1]
        return (
            len(clock) > _PAIR + 1
            and clock[-_PAIR:].isdecimal()
            and clock[-_PAIR - 1] in ":：."
            and (clock[-_PAIR - 2].isdecimal())
        )
    return False


def _search_trailing(folded: str, words: Grammar) -> tuple[re.Match[str] | None, bool]:
    """Return the first match that ends the text, and whether it is a sure one; only likely places are tried."""
    inside = False  # a word: letters start no expression there, digits none amid a number
    after_digit = False
    for index, char in enumerate(folded):
        digit = _ZERO <= ord(char) <= _NINE  # to which all others are folded
        if digit:
            may = not after_digit
        elif char in _SEPARATORS:
            behind = index + 1
            while behind < len(folded) and folded[behind] == " ":
                behind += 1
            if _may_start_at(folded, behind, words) and (match := words.weak.fullmatch(folded, behind)) is not None:
                return match, False
            may = False
        else:
            may = not inside and _may_start_at(folded, index, words)
        if may and _STARTS.match(folded, index) and (match := words.sure.fullmatch(folded, index)) is not None:
            return match, True
        if may and index == 0 and (match := words.weak.fullmatch(folded)) is not None:
            return match, False
        inside = char.isalnum() or char == "_"
        after_digit = digit or char == "_"
    return None, False


def _may_start_at(folded: str, index: int, words: Grammar) -> bool:
    """Tell whether a number or the first word of an expression can begin there."""
    if folded[index : index + 2] not in words.short_starts:
        return index < len(folded) and _ZERO <= ord(folded[index]) <= _NINE
    return any(folded[index : index + length] in words.starts for length in (4, 3, 2))


def _remember(known: dict[str, bool], token: str, answer: bool) -> None:
    if len(known) >= _MOST_KNOWN:
        known.clear()
    known[token] = answer


def _is_mere_number(token: str) -> bool:
    """Tell whether a word is a number that ends no date: neither a day nor a year."""
    return len(token) > 2 and len(token) != _YEAR and token.isdecimal()


def _plain_end(stripped: str, words: Grammar) -> tuple[int, int] | None:
    """Return the place of D/M/YYYY (h:mm) behind a space and a word that cannot be part of the expression, or None."""
    before, _, last = stripped.rpartition(" ")
    if ":" in last or last.lower() in _HALVES:
        before, last = _with_clock(stripped)
    elif not last.isascii() or _PLAIN.fullmatch(last) is None:
        return None
    if not last:
        return None
    parts = before.rstrip(AROUND)[-_WORD:].rsplit(None, 1)
    if parts and words.joining.fullmatch(_fold_word(parts[-1])) is not None:
        return None
    if parts and part_of_more(fold(before[-_REACH:] + " "), last, "date", words):
        return None
    return len(stripped) - len(last), len(stripped)


def _with_clock(stripped: str) -> tuple[str, str]:
    """Split a text before the numeric date with a clock time that ends it; the second part is empty without one."""
    parts = stripped.rsplit(" ", 3)
    for count in (3, 2):
        last = " ".join(parts[-count:])
        if len(parts) >= count and is_numeric(last):
            return stripped[: len(stripped) - len(last)], last
    return stripped, ""


def _may_start(head: str, words: Grammar) -> bool:
    """Say whether the first word can be the start of a date expression."""
    bare = head.lstrip(AROUND)[:_WORD]
    if bare[:1].isdecimal():
        return True
    token = bare.partition(" ")[0]
    known = words.beginnings.get(token)
    if known is None:
        parts = token.split(None, 1)
        word = _fold_word(parts[0]) if parts else ""
        known = bool(word) and (
            word[0].isdecimal() or word in words.first_words or word.rstrip(EDGES) in words.first_words
        )
        _remember(words.beginnings, token, known)
    return known


def _fold_word(word: str) -> str:
    return word.lower() if word.isascii() else fold(word)


def _span(text: str, folded: str, start: int, end: int, shift: int) -> tuple[int, int]:
    """Return the positions in the page's text for those in ``folded``."""
    if len(folded) != len(text):
        origin = positions(text)
        start, end = origin[start], origin[end - 1] + 1
    return start + shift, end + shift
