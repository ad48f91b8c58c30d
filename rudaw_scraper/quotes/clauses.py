"""Words of the reporter's own text between quotations, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rudaw_scraper.quotes.tables.english import ABBREVIATIONS

_TOKEN = re.compile(
    r"(?:[A-Z]\.)+(?:[A-Z]\b)?"  # U.S., J.
    r"|[\w\u064b-\u0652\u0670]+(?:[’'‘\-‑.&@\u200c]\w+)*"  # Arabic vowel signs are no \\w
    r"|\.{2,}|…|[^\w\s]"
)
_ENDS = frozenset(".!?؟۔…")
_WINDOW = 400  # characters of a long gap that are read on either side


@dataclass(slots=True)
class Clause:
    """The words of one sentence, or of that part of it which lies between two quotations.

    ``words`` as printed, ``lower`` folded for table look-ups, ``starts``/``ends`` offsets in the paragraph.
    """

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def part(self, first: int, last: int) -> Clause:
        """Return words ``first`` to ``last`` (exclusive) as a clause."""
        return Clause(self.words[first:last], self.lower[first:last], self.starts[first:last], self.ends[first:last])


def read_clause(text: str, start: int, end: int) -> Clause:
    """Split ``text[start:end]`` into words and punctuation marks."""
    words, starts, ends = [], [], []
    for match in _TOKEN.finditer(text, start, end):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Clause(words, [word.lower().replace("’", "'") for word in words], starts, ends)


def sentence_stops(clause: Clause) -> list[int]:
    """Return the indexes of the words that end a sentence, abbreviations and initials left out."""
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
    first = read_clause(text, start, text.find(" ", start + _WINDOW - 40))
    stops = sentence_stops(first)
    head = first.part(0, stops[0]) if stops else first
    last = read_clause(text, text.rfind(" ", start, end - _WINDOW + 40), end)
    later = sentence_stops(last)
    tail = last.part(later[-1] + 1, len(last)) if later else last
    return Gap(start, end, head, tail, False, 9)
