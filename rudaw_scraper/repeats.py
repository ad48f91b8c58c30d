"""How often the most frequent of many texts occurs, in little memory."""

from __future__ import annotations

_COUNTERS = 64


class Repeats:
    """Counts texts by the method of Misra and Gries (1982), which keeps a few counters however many texts come.

    Of ``n`` texts it undercounts by less than ``n / 64``: right for what is repeated on a large part of all pages.
    """

    def __init__(self) -> None:
        self._counters: dict[int, int] = {}

    def add(self, text: str) -> None:
        """Count a text."""
        key, counters = hash(text), self._counters
        if key in counters or len(counters) < _COUNTERS:
            counters[key] = counters.get(key, 0) + 1
            return
        self._counters = {other: count - 1 for other, count in counters.items() if count > 1}

    def most(self) -> int:
        """Return how often the most frequent text has come, at least."""
        return max(self._counters.values(), default=0)
