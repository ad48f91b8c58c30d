"""One spelling for all the ways in which a date can be typed.

Dates are matched on folded text: small bare Latin letters, one form of each Arabic letter, ASCII digits, plain
spaces and apostrophes, no marks. So ``Îlona``, ``ÎLONA`` and ``ilona`` are one word, and so are the Arabic and the
Kurdish keyboard's ``ی``. Every character is folded to one character or to none, which keeps positions traceable.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from rudaw_scraper.letters import folding

_LETTERS: Final = {
    "ىيئ": "ی",  # Arabic yeh without dots, with dots, with hamza
    "كڪ": "ک",
    "أإآٱ": "ا",
    "ؤۆۇ": "و",
    "ةەھہۀ": "ه",
    "ڕ": "ر",
    "ڵ": "ل",
    "ێې": "ی",
    "İıI": "i",
    "’‘‛`´ʼʹ′＇": "'",
    "–—−‐‑‒―": "-",
    "／⁄∕؍": "/",
    "٫": ".",
    "٬": ",",
    "：": ":",
    "،": ",",
}
#: Direction marks and joiners, tatweel, short vowels, byte order mark.
_DELETED_RANGES: Final = (
    (0x00AD, 0x00AD),
    (0x0300, 0x036F),
    (0x0610, 0x061A),
    (0x0640, 0x0640),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x061C, 0x061C),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2069),
    (0xFE0E, 0xFE0F),
    (0xFEFF, 0xFEFF),
)


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):  # Latin letters with marks: the bare letter
        bare = unicodedata.normalize("NFD", chr(code))[0]
        if bare.isascii():
            table[code] = bare.lower()
    for code in range(0x10000):
        char = chr(code)
        if char.isdecimal():
            table[code] = str(unicodedata.decimal(char))
        elif char.isspace():
            table[code] = " "
    for spellings, folded in _LETTERS.items():
        table.update(dict.fromkeys(map(ord, spellings), folded))
    for first, last in _DELETED_RANGES:
        table.update(dict.fromkeys(range(first, last + 1)))
    for code in [code for code, folded in table.items() if folded == chr(code)]:
        del table[code]
    return table


TABLE: Final = _table()
_fold: Final = folding(TABLE, small=True)
_CONTROL: Final = str.maketrans("\t\n\x0b\x0c\r`", "     '")


def fold(text: str) -> str:
    """Return ``text`` in the one spelling that the date shapes are written in."""
    if text.isascii():
        return text.translate(_CONTROL).lower()
    return _fold(text)


def positions(text: str) -> list[int]:
    """Return for each character of ``fold(text)`` the position in ``text`` that it comes from."""
    return [at for at, char in enumerate(text) if TABLE.get(ord(char), char) is not None]
