"""What a page's bytes show before they are parsed, told with Python's own means."""

from __future__ import annotations

import re

from rudaw_scraper.text import drop_controls

# References to control characters; those from 128 to 159 are meant as windows-1252 ("&#147;" opens a quotation).
CONTROL_REFERENCE = re.compile(
    rb"&#(?:0*([0-8]|1[124-9]|2\d|3[01]|12[7-9]|1[345]\d)(?!\d)"
    rb"|[xX]0*([0-8bBcCeEfF]|[189][0-9a-fA-F]|7[fF])(?![0-9a-fA-F]));?"
)
_MANY_REFERENCES = 100


def is_clean(content: bytes) -> bool:
    """Do what :func:`rudaw_scraper.byte_signs.is_clean` does."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return drop_controls(content) == content


def find(content: bytes, words: bytes) -> int:
    """Do what :func:`rudaw_scraper.byte_signs.find` does."""
    return content.find(words)


def may_refer_to_control(utf8: bytes) -> bool:
    """Do what :func:`rudaw_scraper.byte_signs.may_refer_to_control` does."""
    if utf8.count(b"&#") > _MANY_REFERENCES:
        return True
    at = utf8.find(b"&#")
    while at >= 0 and CONTROL_REFERENCE.match(utf8, at) is None:  # quicker than a search where there are few
        at = utf8.find(b"&#", at + 2)
    return at >= 0
