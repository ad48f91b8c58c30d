"""Words of the reporter's own text between quotations, with their places."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from rudaw_scraper.quotes.tables.english import ABBREVIATIONS

_TOKEN = re.compile(
    r"(?:[A-Z]\.)+(?:[A-Z]\b)?"  # U.S., J.
    r"|[\w\u064b-\u0652\u0670]+(?:[’'‘\-‑.&@\u200c]\w+)*"  # Arabic vowel signs are no \\w
    r"|\.{2,}|…|[^\w\s]"
)
_ENDS = frozenset(".!?؟۔…")
_WINDOW = 400  # characters of a long gap that are read on either side


class Clause:
    """The words of one sentence, or of that part of it which lies between two quotations.

    ``words`` as printed, ``lower`` folded for table look-ups. Their places in the paragraph are worked out when
    somebody asks for one: most clauses are only looked at.
    """

    __slots__ = ("_first", "_source", "lower", "words")

    def __init__(self, words: list[str], lower: list[str], source: _Source, first: int = 0) -> None:
        self.words = words
        self.lower = lower
        self._source = source
        self._first = first

    def __len__(self) -> int:
        return len(self.words)

    def part(self, first: int, last: int) -> Clause:
        """Return words ``first`` to ``last`` (exclusive) as a clause."""
        return Clause(self.words[first:last], self.lower[first:last], self._source, self._first + first)

    def start(self, index: int) -> int:
        """Return the offset in the paragraph at which a word begins."""
        return self._source.starts()[self._first + (index if index >= 0 else len(self.words) + index)]

    def end(self, index: int) -> int:
        """Return the offset in the paragraph at which a word ends."""
        return self.start(index) + len(self.words[index])

    def index_at(self, offset: int) -> int:
        """Return the index of the word that begins at an offset."""
        return bisect_left(self._source.starts(), offset) - self._first


class _Source:
    """The stretch of a paragraph that a clause was read from."""

    __slots__ = ("_end", "_start", "_starts", "_text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._starts: list[int] | None = None

    def starts(self) -> list[int]:
        if self._starts is None:
            self._starts = [match.start() for match in _TOKEN.finditer(self._text, self._start, self._end)]
        return self._starts


def read_clause(text: str, start: int, end: int) -> Clause:
    """Split ``text[start:end]`` into words and punctuation marks."""
    words: list[str] = _TOKEN.findall(text, start, end)
    if not words:
        return Clause(words, words, _Source(text, start, end))
    lower = "\n".join(words).lower().replace("’", "'").split("\n")
    return Clause(words, lower, _Source(text, start, end))


def sentence_stops(clause: Clause) -> list[int]:
    """Return the indexes of the words that end a sentence, abbreviations and initials left out."""
    if _ENDS.isdisjoint(clause.words):
        return []
    last = len(clause) - 1
    return [index for index, word in enumerate(clause.words) if word in _ENDS and _ends(clause, index, word, last)]


def _ends(clause: Clause, index: int, word: str, last: int) -> bool:
    if word == "…":
        return index < last and clause.words[index + 1][:1].isupper()
    return not (word == "." and 0 < index < last and clause.lower[index - 1] in ABBREVIATIONS)


@dataclass(slots=True)
class Gap:
    """The reporter's text between two stretches: its first and its last sentence, and how they hang together.

    ``whole`` says that there is no sentence end in it; then ``head`` and ``tail`` are the same.
    """

    start: int
    end: int
    head: Clause
    tail: Clause
    whole: bool
    stops: int


def read_gap(text: str, start: int, end: int) -> Gap:
    """Read the text between two stretches; of a long one only the parts beside them."""
    if end - start <= 2 * _WINDOW:
        clause = read_clause(text, start, end)
        stops = sentence_stops(clause)
        if not stops:
            return Gap(start, end, clause, clause, True, 0)
        head, tail = clause.part(0, stops[0]), clause.part(stops[-1] + 1, len(clause))
        return Gap(start, end, head, tail, False, len(stops))
    cut = text.find(" ", start + _WINDOW, start + 2 * _WINDOW)
    first = read_clause(text, start, cut if cut >= 0 else start + _WINDOW)
    stops = sentence_stops(first)
    head = first.part(0, stops[0]) if stops else first
    cut = text.rfind(" ", end - 2 * _WINDOW, end - _WINDOW)
    last = read_clause(text, cut if cut >= 0 else end - _WINDOW, end)
    later = sentence_stops(last)
    tail = last.part(later[-1] + 1, len(last)) if later else last
    return Gap(start, end, head, tail, False, 9)
