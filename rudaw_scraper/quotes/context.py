"""Who "he" is, and who goes on speaking: the persons that the sentences before a place are about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence

from rudaw_scraper.quotes.clauses import Clause, read_clause, sentence_stops
from rudaw_scraper.quotes.model import Stretch
from rudaw_scraper.quotes.names import Names, is_person, split_title
from rudaw_scraper.quotes.nounphrases import Span, is_capital
from rudaw_scraper.quotes.subjects import topic
from rudaw_scraper.quotes.tables import english as en

_PARAGRAPHS_BACK = 3
_INDENT = 40  # blanks and marks that may stand before a quotation that begins its paragraph
Place = tuple[int, str | None]  # where a person is named, and the name (None: two at once)


def _end(sentence: Clause) -> int:
    return sentence.end(-1)


def _outer_end(stretch: Stretch) -> int:
    return stretch.outer_end


def _place(entry: Place) -> int:
    return entry[0]


class Context:
    """Looks back through an article for the person that the text is about at a place."""

    def __init__(self, paragraphs: Sequence[str], names: Names) -> None:
        self._paragraphs = paragraphs
        self._names = names
        self._stretches: dict[int, list[Stretch]] = {}
        self._speakers: dict[int, list[Place]] = {}
        self._sentences: dict[int, list[Clause]] = {}
        self._about: dict[int, tuple[int, list[Place]]] = {}

    def add_stretches(self, paragraph: int, stretches: list[Stretch]) -> None:
        """Note what is quoted, so that it is not read as the reporter's text."""
        self._stretches[paragraph] = stretches

    def add_speaker(self, paragraph: int, offset: int, name: str | None) -> None:
        """Note a speaker at a place; None is somebody whose name is not known."""
        insort(self._speakers.setdefault(paragraph, []), (offset, name), key=_place)

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

    def subject_before(self, paragraph: int, offset: int) -> str | None:
        """Return the person that the sentence right before a place is about, if it is the reporter's own."""
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
        stretches = self._stretches.get(number, [])
        quoted = bisect_right(stretches, limit, key=_outer_end) - 1
        if quoted >= 0 and stretches[quoted].outer_end > sentence.start(0):
            return None
        subject = topic(sentence)
        if subject is None:
            return None
        word = sentence.lower[subject[0]]
        place = sentence.start(subject[0])
        if word in en.PERSONAL:
            return self.person_before(number, place, en.PERSONAL[word])
        named = self._named(sentence, subject, number)
        if named:
            return named[0][1]
        speaks = subject[1] < len(sentence) and sentence.lower[subject[1]] in en.SAYING
        return sentence.words[subject[0]] if speaks and self._is_lone_name(sentence, subject) else None

    def _is_lone_name(self, sentence: Clause, subject: Span) -> bool:
        word = sentence.words[subject[0]]
        return subject[1] - subject[0] == 1 and is_capital(word) and not word.isupper() and is_person([word])

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
            found: list[Place] = []
            for sentence in self._read(number):
                subject = topic(sentence)
                if subject is not None:
                    found.extend(self._named(sentence, subject, number))
            known = (self._names.count, found)
            self._about[number] = known
        return known[1]

    def _read(self, number: int) -> list[Clause]:
        """Return the sentences of a paragraph without what is quoted."""
        known = self._sentences.get(number)
        if known is not None:
            return known
        text = self._paragraphs[number]
        sentences: list[Clause] = []
        position = 0
        for start, end in [
            *((s.outer_start, s.outer_end) for s in self._stretches.get(number, ())),
            (len(text), len(text)),
        ]:
            clause = read_clause(text, position, start)
            first = 0
            for stop in [*sentence_stops(clause), len(clause)]:
                if stop > first:
                    sentences.append(clause.part(first, stop))
                first = stop + 1
            position = end
        self._sentences[number] = sentences
        return sentences

    def _named(self, clause: Clause, subject: Span, number: int) -> list[Place]:
        words = clause.words[subject[0] : subject[1]]
        if not is_capital(words[-1]) or words[-1].lower() in en.PRONOUNS:
            return []
        place = clause.start(subject[0])
        if "and" in words:
            cut = words.index("and")
            if is_capital(words[cut - 1]) and is_capital(words[-1]) and self._is_known(words[:cut], number, place):
                return [(place, None)]
            return []
        name = self._full(words, number, clause.end(subject[1] - 1))
        if name is None and subject[0] and clause.words[subject[0] - 1] == "," and self._is_lone_name(clause, subject):
            name = words[0]
            self._names.add_single(name, number, place)
        return [(place, name)] if name else []

    def _is_known(self, words: Sequence[str], number: int, place: int) -> bool:
        return self._full(words, number, place) is not None

    def _full(self, words: Sequence[str], number: int, place: int) -> str | None:
        _, core = split_title(words)
        if not is_person(core):
            return None
        full = self._names.full(core, number, place)
        return full[0] if len(full) == 1 else None
