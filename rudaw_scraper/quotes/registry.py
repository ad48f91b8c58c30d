"""Speakers in the languages other than English: the persons met so far in the article and who they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from rudaw_scraper.quotes.clauses import read_clause, sentence_stops
from rudaw_scraper.quotes.ordered import OrderedGrammar
from rudaw_scraper.quotes.people import Speaker
from rudaw_scraper.quotes.phrases import opens_name
from rudaw_scraper.quotes.readings import Reading
from rudaw_scraper.quotes.spans import Attribution
from rudaw_scraper.quotes.tables.folding import plain

_TOPIC_WINDOW: Final = 600  # characters in front of a quotation that are searched for its dropped subject
_LONG: Final = 7  # letters from which on two slips of spelling are allowed


class Registry:
    """The speakers of one article whose language shows names by word order."""

    def __init__(self, paragraphs: Sequence[str], grammar: OrderedGrammar) -> None:
        self._paragraphs = paragraphs
        self._grammar = grammar
        self._order = grammar.order
        self._persons: dict[str, str | None] = {}
        self._roles: dict[str, str] = {}
        self._alone: set[str] = set()
        self._last: str | None = None

    def add_readings(self, paragraph: int, readings: list[Reading]) -> None:
        """Take note of what is quoted in a paragraph (not needed here)."""

    def named(self, paragraph: int, attribution: Attribution) -> Speaker:
        """Return the speaker that a clause names."""
        printed = self._paragraphs[paragraph][attribution.start : attribution.end]
        name = self._resolve(printed, paragraph, attribution)
        self._last = name  # after somebody without a name a pronoun is nobody met before
        if name is not None and attribution.description:
            self._roles.setdefault(self._order.fold(attribution.description), name)
            self._persons[name] = self._persons.get(name) or attribution.description
        description = attribution.description or (self._persons.get(name) if name else None)
        return Speaker(printed, name, description, attribution.cue, identity=name or printed)

    def dropped(self, paragraph: int, attribution: Attribution, previous: Speaker | None) -> Speaker:
        """Return the speaker of a clause without a subject: whom the sentences before are about."""
        found = self._topic(paragraph, attribution.at)
        if found is None and previous is not None:
            return Speaker(None, previous.identity, previous.description, attribution.cue, identity=previous.identity)
        if found is None:
            return Speaker(cue=attribution.cue)
        return Speaker(None, found.name, found.description, attribution.cue, identity=found.identity)

    def carried(self, paragraph: int, reading: Reading, previous: Speaker | None, near: int) -> Speaker | None:
        """Return the speaker of a quotation without a clause of its own, or None where nobody is at hand."""
        if not reading.opens:
            return None
        found = self._topic(paragraph, reading.stretch.outer_start)
        speaker = found or (previous if near <= 1 else None)
        if speaker is None:
            return None
        return Speaker(None, speaker.identity, speaker.description, None, continues=True, identity=speaker.identity)

    def _topic(self, paragraph: int, offset: int) -> Speaker | None:
        """Return the speaker of indirect speech in the sentences of the paragraph before a place."""
        text = self._paragraphs[paragraph]
        clause = read_clause(text, max(0, offset - _TOPIC_WINDOW), offset)
        stops = sentence_stops(clause)
        first = 0
        sentences = []
        for stop in stops:
            sentences.append(clause.part(first, stop))
            first = stop + 1
        for sentence in reversed(sentences):
            if not len(sentence) or any(mark in word for word in sentence.words for mark in '"“”«»'):
                return None
            attribution = self._grammar.reporting(text, sentence)
            if attribution is not None and attribution.end > attribution.start:
                return self.named(paragraph, attribution)
        return None

    def _resolve(self, printed: str, paragraph: int, attribution: Attribution) -> str | None:
        folded = self._order.fold(printed)
        words = folded.split()
        if words[0] in self._order.pronouns:
            return self._last or self._subject_before(paragraph, attribution.start)
        if (words[0] in self._order.roles and not opens_name(words, self._order)) or (
            self._order.role_ends and words[-1] in self._order.roles
        ):
            return self._roles.get(folded)
        if self._order.capitals and not printed[:1].isupper():
            return self._roles.get(folded)
        if self._order.indefinite and words[0].endswith(self._order.indefinite):
            return None
        known = self._known(words)
        if known is not None:
            return known
        if len(words) > 1:
            self._persons[printed] = attribution.description
            return printed
        return self._written_out(printed, paragraph, attribution.start) or printed

    def _known(self, words: Sequence[str]) -> str | None:
        """Return a person met before whose name is the same but for its length or its spelling."""
        found = []
        words = [self._bare(word) for word in words]
        for name in self._persons:
            parts = [self._bare(part) for part in self._order.fold(name).split()]
            if len(words) == 1:
                if any(alike(words[0], part) for part in (parts[-1], parts[0])):
                    found.append(name)
            elif len(parts) > 1 and len(parts) <= len(words) and all(map(alike, words, parts)):
                return name  # also where the clause goes on behind the name
        return found[0] if len(found) == 1 else None

    def _bare(self, folded: str) -> str:
        for ending in self._order.case_endings:
            if folded.endswith(ending) and len(folded) > len(ending) + 2:
                folded = folded[: -len(ending)]
                break
        return plain(folded)

    def _written_out(self, surname: str, paragraph: int, offset: int) -> str | None:
        """Return the full name that an earlier text has for a surname: the word most often in front of it."""
        if surname in self._alone:
            return None
        names: Counter[str] = Counter()
        for number in range(paragraph + 1):
            text = self._paragraphs[number] if number < paragraph else self._paragraphs[number][:offset]
            for word, is_first in words_beside(text, surname, capitals=self._order.capitals):
                if self._may_be_name(word, is_first=is_first):
                    names[f"{word} {surname}" if is_first else f"{surname} {word}"] += 1
        if not names:
            self._alone.add(surname)
            return None
        name = names.most_common(1)[0][0]
        self._persons.setdefault(name, None)
        return name

    def _subject_before(self, paragraph: int, offset: int) -> str | None:
        """Return the name that the sentence before a place begins with (languages with capitals only)."""
        text = self._paragraphs[paragraph]
        stop = max(text.rfind(". ", 0, offset), text.rfind("! ", 0, offset))
        if not self._order.capitals or stop < 0:
            return None
        start = max(text.rfind(". ", 0, stop), text.rfind("! ", 0, stop)) + 1
        words = text[start:stop].split()
        if not words or not self._may_be_name(words[0], is_first=True):
            return None
        folded = self._order.fold(words[0])
        return self._known([folded]) or self._written_out(words[0], paragraph, offset)

    def _may_be_name(self, word: str, *, is_first: bool) -> bool:
        folded = self._order.fold(word)
        order = self._order
        if folded in order.stops or folded in order.roles or folded in order.openers or folded in order.linkers:
            return False
        if order.capitals:
            return word[:1].isupper() and not folded.endswith(order.inflected or ("'",))
        if not is_first:
            return not (self._grammar.is_cue(folded) or folded.endswith(order.verb_endings or ("،",)))
        return not folded.endswith(order.inflected or ("،",)) and not (
            order.article and folded.startswith(order.article)
        )


def words_beside(text: str, name: str, *, capitals: bool) -> Iterator[tuple[str, bool]]:
    """Yield the word beside each occurrence of a name, and whether it is in front: else behind, where none is.

    In a language without capitals only a comma, or the beginning of a sentence, shows that a word behind belongs to
    the name. No word is beside two occurrences.
    """
    floor = 0
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        found = None
        if at > floor and text[at - 1] == " " and not _is_word_at(text, end):
            start = at - 1
            while start > floor and _is_word_at(text, start - 1):
                start -= 1
            if start < at - 1:
                found = text[start : at - 1], True
        if found is None and text[end : end + 1] == " ":
            stop = end + 1
            while _is_word_at(text, stop):
                stop += 1
            if stop > end + 1 and (_apart(text, at) if capitals else _is_set_off(text, at, stop)):
                found = text[end + 1 : stop], False
                end = stop
        if found is not None:
            yield found
            floor = end
        at = text.find(name, max(end, floor) if found is not None else at + 1)


def _is_word_at(text: str, index: int) -> bool:
    letter = text[index : index + 1]
    return letter.isalnum() or letter == "_"


def _apart(text: str, start: int) -> bool:
    """Tell whether a word begins at a place."""
    return start == 0 or not _is_word_at(text, start - 1)


def _is_set_off(text: str, start: int, stop: int) -> bool:
    """Tell whether a comma follows a stretch of words, or a sentence begins with it."""
    if text[stop:].lstrip()[:1] in ("،", ","):
        return _apart(text, start)
    return start == 0 or (start > 1 and text[start - 1].isspace() and text[start - 2] in ".؟!")


def alike(first: str, second: str) -> bool:
    """Tell whether two words are one name in two spellings: one slip, or two in a long word."""
    if first == second:
        return True
    longest = max(len(first), len(second))
    if longest < 5:
        return False
    return _distance(first, second, limit=2) <= (2 if longest >= _LONG else 1)


def _distance(first: str, second: str, limit: int) -> int:
    """Return the edit distance of two words, or ``limit + 1`` if it is larger."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    row = list(range(len(second) + 1))
    for number, left in enumerate(first, 1):
        previous, row[0] = row[0], number
        least = number
        for index, right in enumerate(second, 1):
            cost = previous + (left != right)
            previous = row[index]
            if previous < cost:
                cost = previous + 1
            if row[index - 1] < cost:
                cost = row[index - 1] + 1
            row[index] = cost
            if cost < least:
                least = cost
        if least > limit:
            return limit + 1
    return row[-1]
