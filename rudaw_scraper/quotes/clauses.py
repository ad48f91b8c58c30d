"""Words of the reporter's own text between quotations, with their places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import filterfalse
from typing import Final

from rudaw_scraper.quotes.tables.english import ABBREVIATIONS

_TOKEN: Final = re.compile(
    r"(?:[A-Z]\.)+(?:[A-Z]\b)?"  # U.S., J.
    r"|[A-Z][a-z]{1,4}\.-[A-Z][a-z]+"  # Det.-Sgt.
    r"|[\w\u064b-\u0652\u0670]+(?:[’'‘\-‑.&@\u200c]\w+|,(?<=\d,)\d{3}\b)*"  # Arabic vowel signs are no \\w
    r"|\.{2,}|…|[^\w\s]"
)
_ENDS: Final = frozenset(".!?؟۔…")
_INITIAL: Final = 2  # characters of "J.", which is one word
_PARTY: Final = ("d-", "r-", "i-")  # "Bill Hart, D-Vt., said"
_WINDOW: Final = 400  # characters of a long gap that are read on either side


class Clause:
    """The words of one sentence, or of that part of it which lies between two quotations.

    ``words`` as printed, ``lower`` folded for table look-ups. ``marks`` holds all its words that are punctuation, and
    perhaps others: what is not in it is not in the clause. The places of the words in the paragraph are worked out
    when somebody asks for one: most clauses are only looked at.
    """

    __slots__ = ("_first", "_source", "lower", "marks", "words")

    def __init__(
        self, words: list[str], lower: list[str], marks: Collection[str], source: _Words, first: int = 0
    ) -> None:
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

    @property
    def ends(self) -> Sequence[int]:
        """Indexes of the words that may end a sentence, in a clause that is no part of another."""
        return self._source.ends

    def start(self, index: int) -> int:
        """Return the offset in the paragraph at which a word begins."""
        return self._source.start(self._first + (index if index >= 0 else len(self.words) + index))

    def end(self, index: int) -> int:
        """Return the offset in the paragraph at which a word ends."""
        return self.start(index) + len(self.words[index])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets in the paragraph between which words ``first`` to ``last`` (exclusive) stand."""
        start = self._source.start(self._first + first)
        final = start if last - first == 1 else self._source.start(self._first + last - 1)
        return start, final + len(self.words[last - 1])

    def index_at(self, offset: int) -> int:
        """Return the index of the word that begins at an offset."""
        return bisect_left(range(len(self.words)), offset, key=self.start)


class _Words:
    """The stretch of a paragraph that a clause was read from, with the places of its words as far as they are known."""

    __slots__ = ("_position", "_starts", "_text", "_words", "ends")

    def __init__(self, text: str, start: int, words: list[str], ends: Sequence[int]) -> None:
        self._text, self._position = text, start
        self._words = words
        self._starts: list[int] | None = None
        self.ends = ends  # indexes of the words that may end a sentence

    def start(self, index: int) -> int:
        if self._starts is None:
            self._starts = []
        starts = self._starts
        known = len(starts)
        if index < known:
            return starts[index]
        # Nothing but blanks stands between two words: the next occurrence of a word is the word.
        find, position = self._text.find, self._position
        for word in self._words[known : index + 1]:
            at = find(word, position)
            starts.append(at)
            position = at + len(word)
        self._position = position
        return starts[index]


def read_clause(text: str, start: int, end: int) -> Clause:
    """Split ``text[start:end]`` into words and punctuation marks."""
    pieces = text[start:end].split()
    words: list[str] = []
    marks: list[str] = []
    ends: list[int] = []
    done = 0
    # Most pieces are plain words and stay as they are: the pattern, which is slow, is for the others.
    for piece in filterfalse(str.isalpha, pieces):
        at = pieces.index(piece, done)
        words += pieces[done:at]
        done = at + 1
        last = piece[-1]
        if last in ",." and len(piece) > _INITIAL and piece[:-1].isalpha():
            words += piece[:-1], last
            marks.append(last)
            if last == ".":
                ends.append(len(words) - 1)
        else:
            for word in _TOKEN.findall(piece):
                if word in _ENDS:
                    ends.append(len(words))
                words.append(word)
                marks.append(word)
    words += pieces[done:]
    lower = "\n".join(words).lower().replace("’", "'").split("\n") if words else words
    # Few objects are kept: the collector of garbage looks at every one of them.
    return Clause(words, lower, frozenset(marks) if marks else (), _Words(text, start, words, ends or ()))


def sentence_stops(clause: Clause) -> Sequence[int]:
    """Return the indexes of the words that end a sentence, abbreviations and initials left out.

    ``clause`` is one that was just read, not a part of it.
    """
    ends = clause.ends
    return [index for index in ends if _ends(clause, index)] if ends else ()


def _ends(clause: Clause, index: int) -> bool:
    word = clause.words[index]
    last = len(clause.words) - 1
    if word == "…":
        return index < last and clause.words[index + 1][:1].isupper()
    if word != "." or not 0 < index < last:
        return True
    following = clause.words[index + 1][0]
    if following == "," or following.islower():  # "at 5 a.m. near the lake", "of Salem, Ore., said"
        return False
    before = clause.lower[index - 1]
    return before not in ABBREVIATIONS and before[:2] not in _PARTY


class Gap:
    """The reporter's text between two stretches: its first and its last sentence, and how they hang together.

    ``whole`` says that there is no sentence end in it; then ``head`` and ``tail`` are the same. ``clause`` is the whole
    gap, or None if it is too long, and ``ends`` are the indexes of the sentence ends in it.
    """

    __slots__ = ("clause", "end", "ends", "head", "start", "stops", "tail", "whole")

    def __init__(
        self,
        start: int,
        end: int,
        head: Clause,
        tail: Clause,
        whole: bool,  # positional, as all
        stops: int,
        clause: Clause | None,
        ends: Sequence[int] = (),
    ) -> None:
        self.start = start
        self.end = end
        self.head = head
        self.tail = tail
        self.whole = whole
        self.stops = stops
        self.clause = clause
        self.ends = ends

    def sentences(self, text: str) -> list[Clause]:
        """Return all sentences of the gap, which lies in ``text``."""
        if self.clause is None:
            return sentences_of(text, self.start, self.end)
        return _split(self.clause, self.ends)


def sentences_of(text: str, start: int, end: int) -> list[Clause]:
    """Return the sentences of ``text[start:end]``, without the marks that end them."""
    clause = read_clause(text, start, end)
    return _split(clause, sentence_stops(clause))


def _split(clause: Clause, stops: Sequence[int]) -> list[Clause]:
    if not stops:
        return [clause] if clause.words else []
    sentences = []
    first = 0
    for stop in [*stops, len(clause.words)]:
        if stop > first:
            sentences.append(clause.part(first, stop))
        first = stop + 1
    return sentences


_NOTHING: Final = read_clause("", 0, 0)
_NO_GAP: Final = Gap(0, 0, _NOTHING, _NOTHING, True, 0, _NOTHING)


def read_gap(text: str, start: int, end: int) -> Gap:
    """Read the text between two stretches; of a long one only the parts beside them."""
    if start == end:
        return _NO_GAP if not end else Gap(start, end, _NOTHING, _NOTHING, True, 0, _NOTHING)
    if end - start <= 2 * _WINDOW:
        clause = read_clause(text, start, end)
        stops = sentence_stops(clause)
        if not stops:
            return Gap(start, end, clause, clause, True, 0, clause)
        head, tail = clause.part(0, stops[0]), clause.part(stops[-1] + 1, len(clause.words))
        return Gap(start, end, head, tail, False, len(stops), clause, stops)
    cut = text.find(" ", start + _WINDOW, start + 2 * _WINDOW)
    first = read_clause(text, start, cut if cut >= 0 else start + _WINDOW)
    stops = sentence_stops(first)
    head = first.part(0, stops[0]) if stops else first
    cut = text.rfind(" ", end - 2 * _WINDOW, end - _WINDOW)
    last = read_clause(text, cut if cut >= 0 else end - _WINDOW, end)
    later = sentence_stops(last)
    tail = last.part(later[-1] + 1, len(last.words)) if later else last
    return Gap(start, end, head, tail, False, 9, None)
