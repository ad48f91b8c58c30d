"""Texts by their letters: the key that two printings of one phrase share, and a cheap look at a line.

``_letters.pyx`` does it where a C compiler was at hand, ``letters_plain.py`` elsewhere; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Protocol

from rudaw_scraper import letters_plain
from rudaw_scraper.compiled import compiled_or
from rudaw_scraper.letters_plain import HAS_DIGIT, MAY_BE_DATE, MAY_BE_LABEL

__all__ = [
    "HAS_DIGIT",
    "MAY_BE_DATE",
    "MAY_BE_LABEL",
    "WordLook",
    "fold",
    "folding",
    "letters_key",
    "line_look",
    "same_letters",
    "word_look",
]

_LETTERS: Any = compiled_or(letters_plain, "_letters")

#: Return what two printings of one label share: case-folded letters and single spaces, nothing else.
letters_key: Final[Callable[[str], str]] = _LETTERS.letters_key

#: Tell whether two texts have one key.
same_letters: Final[Callable[[str, str], bool]] = _LETTERS.same_letters

#: Return the text with runs of white space folded to one space, NFC, without control characters.
fold: Final[Callable[[str], str]] = _LETTERS.fold


def line_look(phrases: Iterable[str], words: Iterable[str]) -> Callable[[str], int]:
    """Return what tells the signs of a line (``MAY_BE_LABEL``, ``HAS_DIGIT``, ``MAY_BE_DATE``) at little cost.

    ``MAY_BE_LABEL`` is missing only if the line's letters begin with none of the ``phrases`` (letters' keys), it
    holds none of the ``words`` (of ASCII letters) and no ©. ``MAY_BE_DATE`` is missing only if no number stands near
    a sign as between the numbers of a date or a clock time, and none has four digits: only words can make it a date.
    """
    signs: Callable[[str], int] = _LETTERS.LineLook(phrases, words).signs
    return signs


class WordLook(Protocol):
    """What :func:`word_look` returns; both say no only where there surely is none."""

    def may_begin(self, text: str) -> bool:
        """Tell whether the text may begin with a digit or with one of the first words."""

    def may_end(self, text: str) -> bool:
        """Tell whether the text may end in one of the last words, a year, or digits by a sign."""


def folding(table: Mapping[int, str | None], *, small: bool) -> Callable[[str], str]:
    """Return what folds texts by a table of characters, as ``str.translate`` takes it, and to small letters."""
    fold: Callable[[str], str] = _LETTERS.Folding(dict(table), small).fold
    return fold


def word_look(firsts: Iterable[str], lasts: Iterable[str], around: str, table: Mapping[int, str | None]) -> WordLook:
    """Return a cheap look at texts for folded words that can begin or end them.

    ``around`` may stand beside these; the texts' letters are folded by ``table``, and to small ones.
    """
    made: WordLook = _LETTERS.WordLook(firsts, lasts, around, _LETTERS.Folding(dict(table), True))
    return made
