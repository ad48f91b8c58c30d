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
_INITIAL = 2  # characters of "J.", which is one word
_WINDOW = 400  # characters of a long gap that are read on either side


class Clause:
    """The words of one sentence, or of that part of it which lies between two quotations.

    ``words`` as printed, ``lower`` folded for table look-ups. ``marks`` holds all its words that are punctuation, and
    perhaps others: what is not in it is not in the clause. The places of the words in the paragraph are worked out
    when somebody asks for one: most clauses are only looked at.
    """

    __slots__ = ("_first", "_source", "lower", "marks", "words")

    def __init__(self, words: list[str], lower: list[str], marks: set[str], source: _Words, first: int = 0) -> None:
        self.words = words
        self.lower = lower
        self.marks = marks
        self._source = source
        self._first = first

    def __len__(self) -> int:
        return len(self.words)

    def part(self, first: int, last: int) -> Clause:
        """Return words ``first`` to ``last`` (exclusive) as a clause."""
        return Clause(self.words[first:last], self.lower[first:last], self.marks, self._source, self._first + first)

    def start(self, index: int) -> int:
        """Return the offset in the paragraph at which a word begins."""
        return self._source.start(self._first + (index if index >= 0 else len(self.words) + index))

    def end(self, index: int) -> int:
        """Return the offset in the paragraph at which a word ends."""
        return self.start(index) + len(self.words[index])

    def index_at(self, offset: int) -> int:
        """Return the index of the word that begins at an offset."""
        return bisect_left(range(len(self.words)), offset, key=self.start)


class _Words:
    """The stretch of a paragraph that a clause was read from, with the places of its words as far as they are known."""

    __slots__ = ("_position", "_starts", "_text", "_words")

    def __init__(self, text: str, start: int, words: list[str]) -> None:
        self._text, self._position, self._words = text, start, words
        self._starts: list[int] = []

    def start(self, index: int) -> int:
        starts = self._starts
        if index >= len(starts):
            # Nothing but blanks stands between two words: the next occurrence of a word is the word.
            find, position = self._text.find, self._position
            for word in self._words[len(starts) : index + 1]:
                at = find(word, position)
                starts.append(at)
                position = at + len(word)
            self._position = position
        return starts[index]


def read_clause(text: str, start: int, end: int) -> Clause:
    """Split ``text[start:end]`` into words and punctuation marks."""
    words: list[str] = []
    marks: set[str] = set()
    for piece in text[start:end].split():
        # Most pieces are plain words: the pattern, which is slow, is for the others.
        if piece.isalpha():
            words.append(piece)
        elif piece[-1] in ",." and len(piece) > _INITIAL and piece[:-1].isalpha():
            words += piece[:-1], piece[-1]
            marks.add(piece[-1])
        else:
            found = _TOKEN.findall(piece)
            words += found
            marks.update(found)
    lower = "\n".join(words).lower().replace("’", "'").split("\n") if words else words
    return Clause(words, lower, marks, _Words(text, start, words))


def sentence_stops(clause: Clause) -> list[int]:
    """Return the indexes of the words that end a sentence, abbreviations and initials left out."""
    if _ENDS.isdisjoint(clause.marks):
        return []
    return [index for index, word in enumerate(clause.words) if word in _ENDS and _ends(clause, index, word)]


def _ends(clause: Clause, index: int, word: str) -> bool:
    last = len(clause.words) - 1
    if word == "…":
        return index < last and clause.words[index + 1][:1].isupper()
    return not (word == "." and 0 < index < last and clause.lower[index - 1] in ABBREVIATIONS)


@dataclass(slots=True)
class Gap:
    """The reporter's text between two stretches: its first and its last sentence, and how they hang together.

    ``whole`` says that there is no sentence end in it; then ``head`` and ``tail`` are the same. ``read`` are all its
    words with the indexes of its sentence ends, unless it is too long.
    """

    start: int
    end: int
    head: Clause
    tail: Clause
    whole: bool
    stops: int
    read: tuple[Clause, list[int]] | None

    def sentences(self, text: str) -> list[Clause]:
        """Return all sentences of the gap, which lies in ``text``."""
        if self.read is None:
            return sentences_of(text, self.start, self.end)
        return _split(*self.read)


def sentences_of(text: str, start: int, end: int) -> list[Clause]:
    """Return the sentences of ``text[start:end]``, without the marks that end them."""
    clause = read_clause(text, start, end)
    return _split(clause, sentence_stops(clause))


def _split(clause: Clause, stops: list[int]) -> list[Clause]:
    if not stops:
        return [clause] if clause.words else []
    sentences = []
    first = 0
    for stop in [*stops, len(clause.words)]:
        if stop > first:
            sentences.append(clause.part(first, stop))
        first = stop + 1
    return sentences


_NOTHING = Clause([], [], set(), _Words("", 0, []))


def read_gap(text: str, start: int, end: int) -> Gap:
    """Read the text between two stretches; of a long one only the parts beside them."""
    if start == end:
        return Gap(start, end, _NOTHING, _NOTHING, True, 0, (_NOTHING, []))
    if end - start <= 2 * _WINDOW:
        clause = read_clause(text, start, end)
        stops = sentence_stops(clause)
        if not stops:
            return Gap(start, end, clause, clause, True, 0, (clause, stops))
        head, tail = clause.part(0, stops[0]), clause.part(stops[-1] + 1, len(clause.words))
        return Gap(start, end, head, tail, False, len(stops), (clause, stops))
    cut = text.find(" ", start + _WINDOW, start + 2 * _WINDOW)
    first = read_clause(text, start, cut if cut >= 0 else start + _WINDOW)
    stops = sentence_stops(first)
    head = first.part(0, stops[0]) if stops else first
    cut = text.rfind(" ", end - 2 * _WINDOW, end - _WINDOW)
    last = read_clause(text, cut if cut >= 0 else end - _WINDOW, end)
    later = sentence_stops(last)
    tail = last.part(later[-1] + 1, len(last.words)) if later else last
    return Gap(start, end, head, tail, False, 9, None)
