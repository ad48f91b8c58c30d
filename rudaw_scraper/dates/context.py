"""What stands right before a date expression and takes its meaning away.

"12 – 15 July 2017" is no 15 July, "1 week 2 days ago" not 2 days ago, "half an hour ago" not an hour ago, "the day
before yesterday" not yesterday, and "version 1.2.2018" no date.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from rudaw_scraper.dates.grammar import Grammar

Kind = Literal["date", "day word", "count"]

#: How far back the patterns look, in characters.
_REACH: Final = 64
_NUMBER: Final = re.compile(r"\d+")
#: A date in digits; a word right before a number; a separator with a space behind it.
_DIGITS: Final = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{4}")
_NAMED: Final = re.compile(r"[^\W\d_]{2,} \Z")
_SET_OFF: Final = re.compile(r"(?: ?[,،–—-]) ")
_VERSIONS: Final = tuple(f"{word}{end}" for word in ("v", "ver", "version") for end in ("", ".", " ", ". "))
_CLOCK: Final = re.compile(r"\d{1,2}:\d")


def part_of_more(before: str, expression: str, kind: Kind, words: Grammar) -> bool:
    """Say whether ``expression`` of ``kind`` is only a part of what is meant; both texts are folded."""
    tail = before[-_REACH:]
    if not tail.strip():
        return False
    if kind == "day word":
        return words.before_day_word.search(tail) is not None
    if kind == "count":
        return _ends_count(tail, expression, words)
    if _CLOCK.match(expression) and words.before_clock.search(tail):
        return True
    if _NUMBER.search(tail) is None and not tail.endswith(_VERSIONS):
        return False  # all else that ``before_date`` finds has a number
    found = words.before_date.search(tail)
    return _continues(found, expression) and not _ends_name(found, expression)


def _ends_count(tail: str, expression: str, words: Grammar) -> bool:
    if expression.startswith(words.ago_before):
        return False
    if not _NUMBER.match(expression) and words.before_number_word.search(tail):
        return True
    return _continues(words.before_count.search(tail), expression)


def _ends_name(match: re.Match[str] | None, expression: str) -> bool:
    """Say whether the lower number ends a name that is set off from a date in digits: "Reader 2 - 24/9/2018"."""
    if match is None or match["low"] is None or match["word"] is not None or not _DIGITS.match(expression):
        return False
    named = _NAMED.search(match.string, 0, match.start("low"))
    return named is not None and _SET_OFF.match(match.string, match.end("low")) is not None


def _continues(match: re.Match[str] | None, expression: str) -> bool:
    """Say whether ``match`` starts what ``expression`` ends; "Channel 24 - 22/7/2017" is no range of days."""
    if match is None:
        return False
    if match["low"] is None or match["word"] is not None:
        return True
    high = _NUMBER.match(expression)
    return high is None or int(match["low"]) < int(high[0])
