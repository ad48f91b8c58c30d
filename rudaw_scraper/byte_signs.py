"""What a page's bytes show before they are parsed: whether they are clean UTF-8, and refer to control characters.

``_byte_signs.pyx`` tells it in one pass where a C compiler was at hand, ``byte_signs_plain.py`` elsewhere.
"""

from __future__ import annotations

from rudaw_scraper import byte_signs_plain
from rudaw_scraper.compiled import compiled_or

_SIGNS = compiled_or(byte_signs_plain, "_byte_signs")


def is_clean(content: bytes) -> bool:
    """Tell whether bytes are UTF-8 without control characters, as nearly every page is."""
    clean: bool = _SIGNS.is_clean(content)
    return clean


def find(content: bytes, words: bytes) -> int:
    """Return where words begin, -1 if they are not there; quick where their first letter is rare."""
    at: int = _SIGNS.find(content, words)
    return at


def may_refer_to_control(utf8: bytes) -> bool:
    """Tell whether a page can hold a reference to a control character; no if it holds none, mostly."""
    may: bool = _SIGNS.may_refer_to_control(utf8)
    return may
