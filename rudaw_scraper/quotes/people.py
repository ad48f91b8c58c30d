"""Speakers: from the words of a reporting clause to a person of the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from rudaw_scraper.quotes.context import Context
from rudaw_scraper.quotes.names import LINKS, Names, is_person, named_in, split_title
from rudaw_scraper.quotes.readings import Reading
from rudaw_scraper.quotes.spans import Attribution
from rudaw_scraper.quotes.tables import english as en
from rudaw_scraper.quotes.tables.rows import words as words_of

# After "a police official said" a pronoun is that official, whose name is not known.
_INDEFINITE: Final = words_of("a an another one")
_PRONOUNS: Final = en.PRONOUNS | frozenset(en.PERSONAL) | words_of("their them")


class Speaker:
    """Who says a quotation; ``identity`` is what a quotation that goes on inherits (a name, or a role)."""

    __slots__ = ("continues", "cue", "description", "identity", "name", "printed")

    def __init__(
        self,
        printed: str | None = None,
        name: str | None = None,
        description: str | None = None,
        cue: str | None = None,
        continues: bool = False,
        identity: str | None = None,
    ) -> None:
        self.printed = printed
        self.name = name
        self.description = description
        self.cue = cue
        self.continues = continues
        self.identity = identity


def _role(printed: str) -> str | None:
    return None if printed.lower() in en.PRONOUNS else printed


def _are_two(words: list[str], at: int) -> bool:
    """Tell "Dara Salar and Azad Baran" from "Founder and owner Dara Salar" and "the Ministry of Roads and Buses"."""
    first, second = words[:at], words[at + 1 :]
    if not first or not second or first[-1].lower() in en.TITLES:
        return False
    return all(words[0][0].isupper() and words[-1][0].isupper() and is_person(words) for words in (first, second))


class PeopleOfArticle(Protocol):
    """What the engine asks about the speakers of one article."""

    def add_readings(self, paragraph: int, readings: list[Reading]) -> None:
        """Note what is quoted in a paragraph."""

    def named(self, paragraph: int, attribution: Attribution) -> Speaker:
        """Return the speaker that a clause names."""

    def dropped(self, paragraph: int, attribution: Attribution, previous: Speaker | None, /) -> Speaker:
        """Return the speaker of a clause whose subject is dropped."""

    def carried(self, paragraph: int, reading: Reading, previous: Speaker | None, near: int) -> Speaker | None:
        """Return the speaker of a quotation without a clause of its own, or None where nobody is at hand."""


class People:
    """The speakers of one English article."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = paragraphs
        self._names = Names(paragraphs)
        self._context = Context(paragraphs, self._names)
        self._last: str | None = None

    def add_readings(self, paragraph: int, readings: list[Reading]) -> None:
        """Note what is quoted in a paragraph."""
        self._context.add_readings(paragraph, readings)

    def named(self, paragraph: int, attribution: Attribution) -> Speaker:
        """Return the speaker that a clause names."""
        printed = self._paragraphs[paragraph][attribution.start : attribution.end]
        name = self._resolve(printed, paragraph, attribution.start)
        description = None
        if name:
            description = self._names.description(name, paragraph)
            self._context.add_speaker(paragraph, attribution.start, name)
            self._last = name
        elif printed.split(" ", 1)[0].lower() in _INDEFINITE:
            self._context.add_speaker(paragraph, attribution.start, None)
        return Speaker(printed, name, description, attribution.cue, identity=name or _role(printed))

    def dropped(self, _paragraph: int, attribution: Attribution, previous: Speaker | None) -> Speaker:
        """Return the speaker of a clause whose subject is dropped: the one before."""
        if previous is None:
            return Speaker(cue=attribution.cue)
        return Speaker(None, previous.identity, previous.description, attribution.cue, identity=previous.identity)

    def carried(self, paragraph: int, reading: Reading, previous: Speaker | None, near: int) -> Speaker | None:
        """Return the speaker of a quotation without a clause of its own, or None where nobody is at hand.

        Within a paragraph the speaker goes on; at the head of one the sentence right before decides, if it is about
        a person.
        """
        if not reading.opens and near > 0:
            return None
        identity = previous.identity if previous is not None else None
        place = reading.stretch.outer_start
        if near == 0 and identity is not None and reading.opens and reading.gap.stops > 1:
            identity = self._context.subject_before(paragraph, place, speaking=True) or identity
        if near > 0 or identity is None:
            identity = self._context.subject_before(paragraph, place) or identity
            identity = identity or self._context.person_before(paragraph, place, None)
        if identity is None:
            return None
        description = self._names.description(identity, paragraph) if " " in identity else None
        return Speaker(None, identity, description, None, continues=True, identity=identity)

    def _resolve(self, printed: str, paragraph: int, offset: int) -> str | None:
        folded = printed.lower()
        if folded in _PRONOUNS:
            gender = en.PERSONAL.get(folded)
            if gender is None:
                return None
            name = self._context.person_before(paragraph, offset, gender)
            if name:
                self._names.set_gender(name, gender)
            return name
        words = printed.split()
        if not LINKS.isdisjoint(words[1:-1]):
            words, is_body = named_in(words)
            if is_body or not words:
                return " ".join(words) or None
        if "and" in words and _are_two(words, words.index("and")):
            return None
        _, core = split_title(words)
        if folded[:4] == "the " and words[-1].lower() in en.DEMONYMS:
            return None
        if not core or (not core[-1][:1].isupper() and core[-1][:3] not in ("al-", "el-")):
            return None
        if len(words) == 1 and folded in en.NOBODYS_NAMES:
            return None
        if not is_person(core):
            return " ".join(words[1:] if words[0].lower() in en.DETERMINERS else words)
        full = self._names.full(core, paragraph, offset + len(printed))
        if len(full) == 1:
            return full[0]
        if len(full) > 1:
            return self._last if self._last in full else None
        name = " ".join(core)
        if len(core) == 1 and not name.isupper():
            self._names.add_single(name, paragraph, offset)
        return name
