"""Text from pages and addresses, made safe to show on a terminal or in a log."""

from __future__ import annotations

import re

# Control characters could move the cursor, recolour or retitle the terminal; direction overrides could make one
# line read as another. New lines are controls too: one message is one line.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]+")

_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]")


def printable(text: str) -> str:
    """Return the text on one line and without control characters."""
    return _UNSAFE.sub(" ", text).strip()


def escaped(json_text: str) -> str:
    """Return JSON text with what a terminal could act on written as JSON escapes; it stays the same JSON."""
    return _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun: ``1 page``, ``2,000 pages``."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"
