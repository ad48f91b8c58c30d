"""Spellings made comparable, character by character, before a word is looked up."""

from __future__ import annotations

from typing import Final

from rudaw_scraper.letters import folding

_DROPPED: Final[dict[str, str | None]] = dict.fromkeys("\u200cـ")
_VOWEL_SIGNS: Final[dict[str, str | None]] = dict.fromkeys(map(chr, (*range(0x64B, 0x653), 0x670)))
# Sorani is typed with Arabic and with Persian letters; ڕ and ر alternate at the start of a word.
_SORANI: Final[dict[str, str | None]] = {"ك": "ک", "ي": "ی", "ى": "ی", "ڕ": "ر", "ؤ": "و"}
_ARABIC: Final[dict[str, str | None]] = {"أ": "ا", "إ": "ا", "آ": "ا", "ی": "ي", "ک": "ك"}
_TURKISH: Final[dict[str, str | None]] = {"I": "ı", "İ": "i", "’": "'"}
_sorani: Final = folding(str.maketrans(_SORANI | _DROPPED), small=False)
_arabic: Final = folding(str.maketrans(_ARABIC | _DROPPED | _VOWEL_SIGNS), small=False)
_turkish: Final = folding(str.maketrans(_TURKISH), small=True)


def fold_sorani(word: str) -> str:
    """Fold a Sorani word: one letter for each of k, y and r."""
    return _sorani(word)


def fold_arabic(word: str) -> str:
    """Fold an Arabic word: no vowel signs, plain alif, one letter for each of y and k.

    The final ى stays: it alone tells على ("on") from the name علي.
    """
    return _arabic(word)


def fold_kurmanji(word: str) -> str:
    """Fold a Kurmanji word: small letters, one apostrophe."""
    return word.lower().replace("’", "'")


def fold_turkish(word: str) -> str:
    """Fold a Turkish word: small letters with dotted and dotless i kept apart, one apostrophe."""
    return _turkish(word)


_PLAIN: Final = str.maketrans("îûêçşğıéáíóú", "iuecsgieaiou")


def plain(word: str) -> str:
    """Return a folded Latin-script word without the marks that spellings of one name differ in."""
    return word.translate(_PLAIN)
