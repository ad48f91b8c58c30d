"""What is told of a text by its letters, with Python's own means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from rudaw_scraper.text import INVISIBLE, INVISIBLE_EDGES, fold

__all__ = [
    "HAS_DIGIT",
    "INVISIBLE_EDGES",
    "MAY_BE_DATE",
    "MAY_BE_LABEL",
    "Folding",
    "LineLook",
    "WordLook",
    "fold",
    "folded",
    "letters_key",
    "same_letters",
]

# Signs of a line.
MAY_BE_LABEL: Final = 1
HAS_DIGIT: Final = 2
MAY_BE_DATE: Final = 4
NOT_LETTERS = re.compile(r"[\W\d_]+")
# Letters that are written with different code points for the same letter in Sorani, Persian and Arabic typing.
_SAME_LETTERS = {
    ord("ي"): "ی",
    ord("ى"): "ی",
    ord("ك"): "ک",
    ord("ه"): "ە",
    ord("ة"): "ە",
    ord("أ"): "ا",
    ord("إ"): "ا",
    ord("آ"): "ا",
    ord("ڕ"): "ر",
    ord("\u0640"): None,  # tatweel
    ord("\u200c"): None,
    ord("\u200d"): None,
    ord("\u00ad"): None,
    ord("ı"): "i",
    ord("\u0307"): None,  # what casefold leaves of a dotted capital I
    ord("’"): "'",
} | {ord(mark): None for mark in INVISIBLE}
_DIGIT = re.compile(r"\d")


def folded(text: str) -> str:
    """Return a text with letters that are the same to a reader made the same."""
    return normalize("NFC", text.casefold().translate(_SAME_LETTERS))


@lru_cache(maxsize=4096)
def letters_key(text: str) -> str:
    """Do what :func:`rudaw_scraper.letters.letters_key` does."""
    return NOT_LETTERS.sub(" ", folded(text)).strip()


def same_letters(one: str, other: str) -> bool:
    """Do what :func:`rudaw_scraper.letters.same_letters` does."""
    return letters_key(one) == letters_key(other)


class LineLook:
    """A cheap look at lines, made for the phrases (as letters' keys) and the words that may make a line a label."""

    def __init__(self, phrases: Iterable[str], words: Iterable[str]) -> None:
        pass  # the compiled one compares beginnings; here a closer look costs no more

    def signs(self, text: str) -> int:
        """Return the signs of a line: ``MAY_BE_LABEL`` and ``MAY_BE_DATE`` unless it surely is none, ``HAS_DIGIT``."""
        return MAY_BE_LABEL | HAS_DIGIT | MAY_BE_DATE if _DIGIT.search(text) is not None else MAY_BE_LABEL


class Folding:
    """What folds a text by a table as ``str.translate`` takes it, and to small letters if these are wanted."""

    def __init__(self, table: dict[int, str | None], small: bool) -> None:
        self._table = table
        self._small = small

    def fold(self, text: str) -> str:
        """Return the folded text."""
        folded = text.translate(self._table)
        return folded.lower() if self._small else folded


class WordLook:
    """A cheap look at the first and the last word of a text, for words that are told by their folded letters."""

    def __init__(self, firsts: Iterable[str], lasts: Iterable[str], around: str, folding: Folding) -> None:
        pass  # the compiled one compares the letters; here a closer look costs no more

    def may_begin(self, text: str) -> bool:
        """Tell whether the text may begin with a digit or one of the words, or has a bare one as its first word."""
        return bool(text)

    def may_end(self, text: str) -> bool:
        """Tell whether the text may end in a digit or one of the words."""
        return bool(text)
