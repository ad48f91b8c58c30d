"""What can be told of each line by itself: is it one of the site's labels, does it carry a date and whose.

Computed once per page and shared by the readers of fields.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

from rudaw_scraper import walk
from rudaw_scraper.blocks import Line
from rudaw_scraper.dates import find_date, find_leading_date, is_date, may_begin_with_date, may_end_in_date
from rudaw_scraper.dates.grammar import grammar
from rudaw_scraper.document import Document
from rudaw_scraper.labels import LABEL_REACH, LONGEST_LABEL, Label, label_of, labelled, look
from rudaw_scraper.letters import HAS_DIGIT, MAY_BE_DATE, MAY_BE_LABEL, letters_key
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.walk import ancestors
from rudaw_scraper.walk_tables import Element

_LONGEST_DATED: Final = 220  # characters; a longer line is running text, whatever it ends with
_LONGEST_RUN: Final = 80
_LONGEST_HEADING: Final = 60
_HOUSE_NAMES: Final = tuple(letters_key(name) for name in ("Rudaw", "Rûdaw", "رووداو"))
_LONGEST_COUNT: Final = 30  # with the bars and spaces behind it
_COUNT: Final = re.compile(r"[\s|]*\(\s*(\d{1,6})\s*\)[\s|]*$")
_DIGIT: Final = re.compile(r"\d")
_SEPARATORS: Final = ("|", "•", "·", "–", "—", ":", ",", "،", "/", "-")
_RAW_EDGES: Final = " |•·–—,،()[]-"
_SUFFIX: Final = re.compile(r"['’ʼ`´][^\W\d]")
_INVISIBLE: Final = " \t\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"  # and spaces
_EDGES: Final = _INVISIBLE + "|"
_CLOCK: Final = re.compile(r"\d\s*:\s*\d\d")


Look = tuple[str, str, str]


class DateMark:
    """A date in a line: the words before and after it without separators, and the number in brackets at the end.

    ``piped`` says that a bar stands before the date, as after a commenter's name; ``listed`` that one stands only
    after it, or a count, as in the lists of other articles.
    """

    __slots__ = ("after", "before", "count", "listed", "piped", "raw")

    def __init__(self, *, before: str, raw: str, after: str, count: int | None, piped: bool, listed: bool) -> None:
        self.before = before
        self.raw = raw
        self.after = after
        self.count = count
        self.piped = piped
        self.listed = listed

    @property
    def clocked(self) -> bool:
        """Whether a clock time is printed with the date."""
        return ":" in self.raw and _CLOCK.search(self.raw) is not None


class Outline:
    """The lines of a document with their labels and dates."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines = document.lines
        self.language = document.address.edition.language
        language = self.language
        words = grammar(language)
        labels: list[Label | None] = []
        marks: list[DateMark | None] = []
        signs_of, label_at = look, label_of  # what is no function of a compiled module is looked up by name each time
        for line in self.lines:
            text = line.text
            if len(text) > _LONGEST_DATED and not line.is_parted:  # running text: only its beginning can be a label
                labels.append(label_at(text) if signs_of(text[:LONGEST_LABEL]) & MAY_BE_LABEL else None)
                marks.append(None)
                continue
            signs = signs_of(text)
            labels.append(label_at(text) if signs & MAY_BE_LABEL else None)
            mark = None
            if signs & HAS_DIGIT:
                mark = _mark_of_runs(line, language) if line.is_parted else None
                if (
                    mark is None
                    and len(text) <= _LONGEST_DATED
                    and (
                        signs & MAY_BE_DATE
                        or ")" in text[-_LONGEST_COUNT:]  # a number of comments may stand behind the date
                        or may_begin_with_date(text, words)
                        or may_end_in_date(text, words)
                    )
                ):
                    mark = _mark_in_text(text, language)
            elif len(text) <= _LONGEST_DATED and may_end_in_date(text, words):
                mark = _mark_in_words(text, language)
            marks.append(mark)
        self.labels = labels
        self.marks = marks
        self._labelled = [index for index, label in enumerate(self.labels) if label is not None]
        self._freed: set[int] = set()
        for index in [at for at in self._labelled if self.labels[at] is Label.YOUR_RUDAW]:
            if index > 0 and is_sentence(self.lines[index].text) and _names_house(self.lines[index - 1].text):
                self.set_label(index - 1, Label.YOUR_RUDAW)  # the heading of the invitation, in unknown words

    def mark(self, index: int) -> DateMark | None:
        """Return the date that the line carries as a mark (of an author, a list entry), or ``None``."""
        return self.marks[index]

    def sure_mark(self, index: int) -> DateMark:
        """Return the mark of a line that is known to carry one."""
        mark = self.marks[index]
        assert mark is not None  # callers ask of lines whose mark they have seen
        return mark

    def labelled(self, index: int) -> tuple[Label, str] | None:
        """Return the label that opens the line and the rest of it; the rest is empty where the label is all."""
        label = self.labels[index]
        if label is not None:
            return label, ""
        if index in self._freed:
            return None
        text = self.lines[index].text
        return labelled(text) if text.find(":", 0, LABEL_REACH) >= 0 else None

    def free(self, indices: Iterable[int]) -> None:
        """Note that lines are somebody's words, whatever labels they look like."""
        for index in indices:
            self.labels[index] = None
            self._freed.add(index)

    def next_label(self, start: int, wanted: Collection[Label] | None = None, stop: int | None = None) -> int:
        """Return the index of the next line that is a label (of a wanted kind), or ``stop``, by default the end."""
        end = len(self.lines) if stop is None else stop
        for place in range(bisect_left(self._labelled, start), len(self._labelled)):
            index = self._labelled[place]
            if index >= end:
                break
            label = self.labels[index]
            if label is not None and (wanted is None or label in wanted):
                return index
        return end

    def labelled_lines(self) -> list[tuple[int, Label]]:
        """Return the lines that are labels, with them."""
        return [(index, label) for index in self._labelled if (label := self.labels[index]) is not None]

    def set_label(self, index: int, label: Label) -> None:
        """Note that a line is furniture in words that no table knows."""
        if self.labels[index] is None:
            insort(self._labelled, index)
        self.labels[index] = label

    def take(self, indices: Iterable[int], role: str) -> None:
        """Note what lines were taken for."""
        for index in indices:
            self.document.roles.setdefault(index, role)


def is_sentence(text: str) -> bool:
    """Tell whether a text reads as running text: long, or of some length with the end of a sentence."""
    return len(text) > 160 or (len(text) > 40 and ends_sentence(text))


def _names_house(text: str) -> bool:
    """Tell whether a line of a heading's length names the site."""
    return len(text) <= _LONGEST_HEADING and any(name in letters_key(text) for name in _HOUSE_NAMES)


def is_linked(line: Line) -> bool:
    """Tell whether the line is nothing but links."""
    links = line.links()
    return bool(links) and sum(len(text) for text, _ in links) >= 0.8 * len(line.text)


def look_of(line: Line) -> Look | None:
    """Return what lines of one kind share in the markup: tag and class of the block, and the tag around it."""
    return None if line.block is None else walk.look_of(line.block)


def common_ancestor(first: Element, second: Element) -> Element | None:
    """Return the innermost element that holds both."""
    around = set(ancestors(first))
    for element in ancestors(second):
        if element in around:
            return element
    return None


def shared_home(line: Line, other: Line) -> Element | None:
    """Return the innermost element around two lines that are set alike."""
    if line.block is None or other.block is None or look_of(line) != look_of(other):
        return None
    return common_ancestor(line.block, other.block)


def list_box(outline: Outline, label_at: int) -> Element | None:
    """Return the element that holds a list's label and the line below it; ``None`` in plain text."""
    if label_at + 1 >= len(outline.lines):
        return None
    one, other = outline.lines[label_at].block, outline.lines[label_at + 1].block
    return None if one is None or other is None else common_ancestor(one, other)


def _mark_of_runs(line: Line, language: str) -> DateMark | None:
    """Return the mark of a date that has an element of its own in a line of several."""
    runs = [run for run, _ in line.runs()]
    return _mark_in_runs(line.text, runs, language) if len(runs) > 1 else None


@lru_cache(maxsize=4096)  # most lines are the site's furniture, the same on every page
def _mark_in_text(text: str, language: str) -> DateMark | None:
    """Return the mark of a date at the end or the beginning of a text with a digit."""
    core, count = _without_count(text)
    span = find_date(core, language) or find_leading_date(core, language)
    if span is not None and _SUFFIX.match(core, span[1]) is not None:
        return None  # "22/7/2017'de": a word of a sentence
    return None if span is None else _mark(core[: span[0]], core[span[0] : span[1]], core[span[1] :], count)


def _mark_in_words(text: str, language: str) -> DateMark | None:
    """Return the mark of a date without a digit ("yesterday"), which only ends a text."""
    span = find_date(text, language)
    return None if span is None else _mark(text[: span[0]], text[span[0] : span[1]], text[span[1] :], None)


def _mark_in_runs(text: str, runs: list[str], language: str) -> DateMark | None:
    """Find a date that has an element of its own, or ends one, in a line of several elements."""
    end = 0
    for run in runs:
        start = text.find(run, end)
        end = start + len(run)
        if len(run) > _LONGEST_RUN or not _DIGIT.search(run):
            continue
        core, count = _without_count(run)
        before, after = text[:start], text[end:].lstrip()
        if count is None and after:
            after, count = _without_count(after) if _COUNT.fullmatch(after) else (after, None)
        if is_date(core, language):
            return _mark(before, core, after, count)
        span = find_date(core, language)
        if span is not None and (after or before):
            return _mark(before + core[: span[0]], core[span[0] : span[1]], after, count)
    return None


def _without_count(text: str) -> tuple[str, int | None]:
    counted = _COUNT.search(text) if ")" in text[-_LONGEST_COUNT:] else None
    return (text, None) if counted is None else (text[: counted.start()], int(counted[1]))


def _mark(before: str, raw: str, after: str, count: int | None) -> DateMark:
    before, after = before.rstrip(_INVISIBLE), after.lstrip(_INVISIBLE)
    bar_follows = after.lstrip().startswith("|") or raw.rstrip().endswith("|")
    before, after = before.rstrip(), after.lstrip(" )]").lstrip()
    piped = before.endswith("|") or raw.lstrip().startswith("|")
    if before.endswith(_SEPARATORS):
        before = before[:-1].rstrip()
    if after.startswith(_SEPARATORS):
        after = after[1:]
    return DateMark(
        before=before.rstrip(" ([").strip(_INVISIBLE),
        raw=raw.strip(_RAW_EDGES),
        after=after.lstrip().strip(_EDGES),
        count=count,
        piped=piped,
        listed=count is not None or (bar_follows and not piped),
    )
