"""Spellings made comparable, character by character, before a word is looked up."""

from __future__ import annotations

import re
from typing import Final

# Sorani is typed with Arabic and with Persian letters; ڕ and ر alternate at the start of a word.
_SORANI: Final = str.maketrans({"ك": "ک", "ي": "ی", "ى": "ی", "ڕ": "ر", "ؤ": "و", "\u200c": "", "ـ": ""})
_ARABIC: Final = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ی": "ي", "ک": "ك", "ـ": "", "\u200c": ""})
_VOWEL_SIGNS: Final = re.compile("[\u064b-\u0652\u0670]")
_TURKISH: Final = str.maketrans({"I": "ı", "İ": "i", "’": "'"})


def fold_sorani(word: str) -> str:
    """Fold a Sorani word: one letter for each of k, y and r."""
    return word.translate(_SORANI)


def fold_arabic(word: str) -> str:
    """Fold an Arabic word: no vowel signs, plain alif, one letter for each of y and k.

    The final ى stays: it alone tells على ("on") from the name علي.
    """
    return _VOWEL_SIGNS.sub("", word).translate(_ARABIC)


def fold_kurmanji(word: str) -> str:
    """Fold a Kurmanji word: small letters, one apostrophe."""
    return word.lower().replace("’", "'")


def fold_turkish(word: str) -> str:
    """Fold a Turkish word: small letters with dotted and dotless i kept apart, one apostrophe."""
    return word.translate(_TURKISH).lower()


_PLAIN: Final = str.maketrans("îûêçşğıéáíóú", "iuecsgieaiou")


def plain(word: str) -> str:
    """Return a folded Latin-script word without the marks that spellings of one name differ in."""
    return word.translate(_PLAIN)
