"""Who "he" is, and who goes on speaking: the persons that the sentences before a place are about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rudaw_scraper.quotes.clauses import Clause, sentences_of
from rudaw_scraper.quotes.names import LINKS, Names, is_person, named_in, split_title
from rudaw_scraper.quotes.nounphrases import Span, is_capital, phrase_ending, phrase_starting
from rudaw_scraper.quotes.readings import Reading
from rudaw_scraper.quotes.subjects import subject_right, topic
from rudaw_scraper.quotes.tables import english as en

_PARAGRAPHS_BACK: Final = 3
_INDENT: Final = 40  # blanks and marks that may stand before a quotation that begins its paragraph
# Subjects that leave it to a clause with "when" to name somebody.
_POINTING_ON: Final = frozenset(("it", "there", "he", "she"))
_KIN: Final = en.FEMALE_TITLES | en.MALE_TITLES
_SPEAKING: Final = en.GESTURES | en.SAYING
Place = tuple[int, str | None]  # where a person is named, and the name (None: two at once)


@dataclass(slots=True)
class _Subject:
    """The subject of a sentence that may be a person: ``name`` is what follows its title, ``start`` and ``end`` places.

    ``pair``: two persons share it, ``name`` is the first one's; ``apposed``: a lone name behind a comma.
    """

    start: int
    end: int
    name: list[str]
    pair: bool = False
    apposed: bool = False


def _end(sentence: Clause) -> int:
    return sentence.end(-1)


def _outer_end(reading: Reading) -> int:
    return reading.stretch.outer_end


def _place(entry: Place) -> int:
    return entry[0]


class Context:
    """Looks back through an article for the person that the text is about at a place."""

    def __init__(self, paragraphs: Sequence[str], names: Names) -> None:
        self._paragraphs = paragraphs
        self._names = names
        self._readings: dict[int, list[Reading]] = {}
        self._speakers: dict[int, list[Place]] = {}
        self._sentences: dict[int, list[Clause]] = {}
        self._topics: dict[int, list[_Subject]] = {}
        self._about: dict[int, tuple[int, list[Place]]] = {}

    def add_readings(self, paragraph: int, readings: list[Reading]) -> None:
        """Note what is quoted, so that it is not read as the reporter's text."""
        self._readings[paragraph] = readings

    def add_speaker(self, paragraph: int, offset: int, name: str | None) -> None:
        """Note a speaker at a place; None is somebody whose name is not known."""
        speakers = self._speakers.setdefault(paragraph, [])
        if not speakers or speakers[-1][0] <= offset:
            speakers.append((offset, name))
        else:
            insort(speakers, (offset, name), key=_place)

    def person_before(self, paragraph: int, offset: int, gender: str | None) -> str | None:
        """Return the full name of the last person that a sentence was about, or None if it is open.

        Speakers and grammatical subjects count, objects do not; somebody known to be of the other gender is passed
        over, and two persons who share a subject leave it open.
        """
        for number in range(paragraph, max(-1, paragraph - _PARAGRAPHS_BACK - 1), -1):
            limit = offset if number == paragraph else len(self._paragraphs[number]) + 1
            for name in self._persons_before(number, limit):
                if name is None:
                    return None
                if gender is None or self._names.gender(name) in (None, gender):
                    return name
        return None

    def subject_before(self, paragraph: int, offset: int, *, speaking: bool = False) -> str | None:
        """Return the person that the sentence right before a place is about, if it is the reporter's own.

        ``speaking``: only if it says that the person spoke, laughed, paused and the like.
        """
        number, limit = paragraph, offset
        if offset < _INDENT and not self._paragraphs[paragraph][:offset].strip():
            number, limit = paragraph - 1, len(self._paragraphs[paragraph - 1]) if paragraph else 0
        if number < 0:
            return None
        sentences = self._read(number)
        index = bisect_right(sentences, limit, key=_end) - 1
        if index < 0:
            return None
        sentence = sentences[index]
        readings = self._readings.get(number, [])
        quoted = bisect_right(readings, limit, key=_outer_end) - 1
        if quoted >= 0 and readings[quoted].stretch.outer_end > sentence.start(0):
            return None
        subject = topic(sentence)
        if subject is None:
            return None
        word = sentence.lower[subject[0]]
        place = sentence.start(subject[0])
        verb = sentence.lower[subject[1]] if subject[1] < len(sentence.words) else ""
        if speaking and verb not in _SPEAKING:
            return None
        if word in en.PERSONAL and subject[1] - subject[0] == 1:
            return self.person_before(number, place, en.PERSONAL[word])
        person = _subject_of(sentence, subject)
        named = self._named(person, number) if person is not None else None
        if named is not None:
            return named[1]
        if number == paragraph and word in en.DETERMINERS and word != "the" and verb in _SPEAKING:
            return " ".join(sentence.words[subject[0] : subject[1]])
        return sentence.words[subject[0]] if verb in en.SAYING and _is_lone_name(sentence, subject) else None

    def _persons_before(self, number: int, limit: int) -> Iterator[str | None]:
        """Yield the persons of a paragraph from a place backwards."""
        speakers = self._speakers.get(number, [])
        subjects = self._subjects(number)
        at_speaker = bisect_left(speakers, limit, key=_place) - 1
        at_subject = bisect_left(subjects, limit, key=_place) - 1
        while at_speaker >= 0 or at_subject >= 0:
            if at_subject < 0 or (at_speaker >= 0 and speakers[at_speaker][0] >= subjects[at_subject][0]):
                yield speakers[at_speaker][1]
                at_speaker -= 1
            else:
                yield subjects[at_subject][1]
                at_subject -= 1

    def _subjects(self, number: int) -> list[Place]:
        """Return the persons that the sentences of a paragraph have as their subjects."""
        known = self._about.get(number)
        if known is None or known[0] != self._names.count:
            named = [self._named(subject, number) for subject in self._topics_of(number)]
            known = (self._names.count, [place for place in named if place is not None])
            self._about[number] = known
        return known[1]

    def _topics_of(self, number: int) -> list[_Subject]:
        known = self._topics.get(number)
        if known is None:
            known = []
            for sentence in self._read(number):
                span = topic(sentence)
                subject = _subject_of(sentence, span) if span is not None else None
                if subject is None and span is not None and sentence.lower[span[0]] in _POINTING_ON:
                    subject = _subject_of_when(sentence)
                if subject is not None:
                    known.append(subject)
                later = _later_speaker(sentence)
                if later is not None and (subject is None or later.start > subject.start):
                    known.append(later)
            self._topics[number] = known
        return known

    def _read(self, number: int) -> list[Clause]:
        """Return the sentences of a paragraph without what is quoted."""
        known = self._sentences.get(number)
        if known is None:
            text = self._paragraphs[number]
            readings = self._readings.get(number)
            if readings:
                known = [sentence for reading in readings for sentence in reading.gap.sentences(text)]
                known += readings[-1].following.sentences(text)
            else:
                known = sentences_of(text, 0, len(text))
            self._sentences[number] = known
        return known

    def _named(self, subject: _Subject, number: int) -> Place | None:
        full = self._names.full(subject.name, number, subject.start if subject.pair else subject.end)
        if subject.pair:
            return (subject.start, None) if len(full) == 1 else None
        if len(full) == 1:
            return (subject.start, full[0])
        if len(full) > 1:
            return (subject.start, None)
        if not subject.apposed:
            return None
        name = subject.name[0]
        self._names.add_single(name, number, subject.start)
        return (subject.start, name)


def _subject_of(sentence: Clause, span: Span) -> _Subject | None:
    """Return the subject of a sentence if it is written like the name of a person, or of two."""
    first, last = span
    words = sentence.words[first:last]
    if not is_capital(words[-1]) or sentence.lower[last - 1] in en.PRONOUNS:
        return None
    pair = "and" in words
    if pair:
        cut = words.index("and")
        if not is_capital(words[cut - 1]):
            return None
        pair = is_capital(words[cut + 1])  # else one person with two roles
        words = words[:cut] if pair else words[cut + 1 :]
    if not LINKS.isdisjoint(words):
        words, is_body = named_in(words)
        if is_body or not words:
            return None
    _, name = split_title(words)
    if not is_person(name):
        return None
    apposed = not pair and first > 0 and sentence.words[first - 1] == "," and _is_lone_name(sentence, span)
    if len(name) == 1 and len(words) > 1 and words[-2] in _KIN:
        apposed = True  # "Salar's daughter Lana"
    start, end = sentence.span(first, last)
    return _Subject(start, end, name, pair, apposed)


def _subject_of_when(sentence: Clause) -> _Subject | None:
    """Return the person in "It is dark when Dara Salar comes home" and "When Dara Salar came home, he …"."""
    for index, word in enumerate(sentence.lower[:-1]):
        if word in ("when", "while"):
            span = phrase_starting(sentence, index + 1, len(sentence))
            return _subject_of(sentence, span) if span is not None else None
    return None


def _later_speaker(sentence: Clause) -> _Subject | None:
    """Return X in "Nine were hurt, X said on Monday" and "Nine were hurt, said X"."""
    for verb in ("said", "says"):
        if verb in sentence.lower:
            index = sentence.lower.index(verb)
            if index < 2:
                return None
            if sentence.words[index - 1] == ",":
                span = subject_right(sentence, index)
                return _subject_of(sentence, span) if span is not None else None
            span = phrase_ending(sentence, index - 1)
            if span is not None and span[0] > 0 and sentence.words[span[0] - 1] == ",":
                return _subject_of(sentence, span)
    return None


def _is_lone_name(sentence: Clause, subject: Span) -> bool:
    word = sentence.words[subject[0]]
    return subject[1] - subject[0] == 1 and is_capital(word) and not word.isupper() and is_person([word])
