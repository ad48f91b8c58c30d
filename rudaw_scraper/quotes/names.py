"""Persons of an article: full names, the short forms that point to them, and what introduces them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from rudaw_scraper.quotes.tables import english as en
from rudaw_scraper.quotes.tables.first_names import FEMALE, MALE

_UPPER: Final = "A-ZÀ-ÖØ-ÞĞİŞŠŽČĆĐŁ"
_REST: Final = r"[\w’'‑-]*+"
_CAPITAL: Final = rf"(?:[A-Z]\.(?:[A-Z]\.)*|(?:[{_UPPER}]|[ae]l-[A-Z]){_REST})"
_MORE: Final = rf"(?:\s+(?:(?:al|bin|ibn|abu|van|von|der|den|de|la|le|el|ben)\s+){{0,2}}{_CAPITAL})+"
# The first word is written so that the pattern begins with a set of characters: re skips to the next one of a set.
_MENTION: Final = re.compile(rf"[{_UPPER}](?<!\w.)(?:(?<=[A-Z])\.(?:[A-Z]\.)*|{_REST}){_MORE}")
_MENTION_AL: Final = re.compile(
    rf"[{_UPPER}ae](?<!\w.)(?:(?<=[A-Z])\.(?:[A-Z]\.)*|(?<=[{_UPPER}]){_REST}|(?<=[ae])l-[A-Z]{_REST}){_MORE}"
)
_APPOSITION: Final = re.compile(r"\s*,\s+(?:who\s+(?:is|was)\s+)?([^,.;:“”\"()–—]{3,160}(?:\([^)]{1,30}\))?)")
_FRONT: Final = re.compile(r"(?<![\w’'‑-])(?:[\w’'‑-]++ ){1,6}+$")
_PLACE_AND_NAME: Final = 2  # words behind "governor of" beyond which a name follows the place
LINKS: Final = frozenset(("of", "for", "from", "at", "in"))  # words that bind a place or body to a role
_ACRONYM: Final = 4  # capitals from which on a word is no part of a person's name
_ARTICLES: Final = frozenset(("the", "a", "an", "his", "her", "their"))
_NAME_ENDINGS: Final = frozenset(".s’'")  # last letters of a word that may have an ending to cut off
_NO_NAMES: Final = en.NOT_PERSON | en.NOBODYS_NAMES
_IN_FRONT: Final = en.TITLES | en.DETERMINERS | en.TIME_WORDS  # words that stand before a name and are no part of it


@dataclass(slots=True)
class Mention:
    """A full name where it is first printed."""

    paragraph: int
    start: int
    end: int
    name: str
    title: str
    parts: frozenset[str]


@dataclass(slots=True)
class Names:
    """The full names of an article, read paragraph by paragraph as far as somebody asks."""

    paragraphs: Sequence[str]
    _read: int = 0
    _by_part: dict[str, list[Mention]] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)
    _known: set[str] = field(default_factory=set)
    _descriptions: dict[str, str | None] = field(default_factory=dict)
    _genders: dict[str, str] = field(default_factory=dict)

    def _read_up_to(self, paragraph: int) -> None:
        while self._read <= paragraph:
            self._add_mentions(self._read)
            self._read += 1

    def _add_mentions(self, number: int) -> None:
        text = self.paragraphs[number]
        for match in (_MENTION_AL if "l-" in text else _MENTION).finditer(text):
            raw = match.group()
            if raw in self._seen:
                continue
            self._seen.add(raw)
            title, name = split_title(_without_possessive(raw).split())
            if len(name) > _PLACE_AND_NAME and _follows_office(text, match.start()):
                name = _behind_place(name)
            if not is_person(name) or (len(name) < 2 and not _addressed(title)):
                continue
            printed = " ".join(name)
            if title:
                self._note_gender(printed, title)
            if printed in self._known:
                continue
            self._known.add(printed)
            before = " ".join(title)
            offset = match.start() + raw.find(name[0], len(before))
            parts = [fold(word) for word in name]
            mention = Mention(number, offset, offset + len(printed), printed, before, frozenset(parts))
            for key in {parts[0], parts[-1]}:
                self._by_part.setdefault(key, []).append(mention)

    def _note_gender(self, name: str, title: Sequence[str]) -> None:
        for word in title:
            folded = word.lower().rstrip(".")
            if folded in en.FEMALE_TITLES:
                self._genders[name] = "f"
            elif folded in en.MALE_TITLES:
                self._genders[name] = "m"

    def full(self, words: Sequence[str], paragraph: int, offset: int) -> list[str]:
        """Return the fullest forms, up to a place, of a name given as words; one for each person it may be."""
        if paragraph >= self._read:
            self._read_up_to(paragraph)
        known = self._by_part.get(fold(words[-1]))
        if known is None:
            return []
        place = (paragraph, offset)
        if len(known) == len(words) == 1:
            only = known[0]
            return [only.name] if (only.paragraph, only.start) <= place else []
        found = [mention for mention in known if (mention.paragraph, mention.start) <= place]
        if len(words) > 1:
            wanted = [fold(word) for word in words]
            found = [mention for mention in found if mention.parts.issuperset(wanted)]
        if len(found) > 1:
            return _longest_each(found)
        return [mention.name for mention in found]

    def add_single(self, name: str, paragraph: int, offset: int) -> None:
        """Note a person whom the article calls by one name only."""
        if name not in self._known:
            self._known.add(name)
            known = self._by_part.setdefault(fold(name), [])
            known.append(Mention(paragraph, offset, offset + len(name), name, "", frozenset((fold(name),))))

    @property
    def count(self) -> int:
        """How many persons are known so far."""
        return len(self._known)

    def gender(self, name: str) -> str | None:
        """Return "m", "f" or None for a full name."""
        known = self._genders.get(name)
        if known:
            return known
        first = fold(name.split()[0])
        return "f" if first in FEMALE else "m" if first in MALE else None

    def set_gender(self, name: str, gender: str) -> None:
        """Remember what a title or a pronoun showed."""
        self._genders.setdefault(name, gender)

    def description(self, name: str, paragraph: int) -> str | None:
        """Return the words that introduce a person at the first full mention, or None."""
        if name not in self._descriptions:
            self._read_up_to(paragraph)
            self._descriptions[name] = self._introduction(name)
        return self._descriptions[name]

    def _introduction(self, name: str) -> str | None:
        for mention in self._by_part.get(fold(name.split()[-1]), ()):
            if mention.name != name:
                continue
            text = self.paragraphs[mention.paragraph]
            apposition = _APPOSITION.match(text, mention.end)
            if apposition and _is_role(apposition.group(1).split()):
                return apposition.group(1).strip()
            return mention.title or _role_in_front(text[max(0, mention.start - 80) : mention.start])
        return None


def _is_role(words: Sequence[str]) -> bool:
    """Tell whether an apposition says who somebody is ("the head of …", "US envoy to …", "Iraq's minister of …")."""
    folded = [word.lower() for word in words[:4]]
    return folded[0] in _ARTICLES or folded[0].endswith(("'s", "’s")) or not en.TITLES.isdisjoint(folded)


def _role_in_front(text: str) -> str | None:
    """Return the role that ends right before a name ("State Department spokeswoman | NAME")."""
    last = text[text.rfind(" ", 0, -1) + 1 : -1]
    if last.isalpha() and last.islower() and last not in en.TITLES:
        return None
    front = _FRONT.search(text)
    words = front.group().split() if front else []
    first = len(words)
    while first and (words[first - 1][:1].isupper() or words[first - 1].lower() in en.TITLES):
        first -= 1
    while first < len(words) and words[first].lower() in en.OPENERS:
        first += 1
    role = words[first:]
    return None if en.TITLES.isdisjoint(word.lower() for word in role) else " ".join(role)


def _addressed(title: Sequence[str]) -> bool:
    """Tell whether the words in front of a lone surname make it a person's ("President Salar", "Ms. Aziz")."""
    return bool(title) and title[-1].lower().rstrip(".") in en.FORMS_OF_ADDRESS


def _longest_each(mentions: list[Mention]) -> list[str]:
    """Return the names, those left out whose words all occur in a longer one."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda each: -len(each.parts)):
        if not any(mention.parts <= longer.parts for longer in kept):
            kept.append(mention)
    return [mention.name for mention in kept]


def fold(word: str) -> str:
    """Return a part of a name for comparison: small letters, without article, possessive and full stop."""
    folded = word.lower()
    if folded[-1:] in _NAME_ENDINGS:
        folded = _without_possessive(folded.rstrip("."))
    return folded[3:] if folded[2:3] == "-" and folded[:2] in ("al", "el") else folded


def _without_possessive(name: str) -> str:
    """Return a name without a possessive ending (``’s``, or a lone apostrophe)."""
    if name.endswith(("’", "'")):
        return name[:-1]
    return name[:-2] if name.endswith(("’s", "'s")) else name


def split_title(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split the words of a phrase into what stands before a name and the name."""
    if len(words) < 2:
        return [], list(words)
    first = limit = len(words) - 1
    while first > 0:
        word = words[first - 1]
        folded = word.lower().rstrip(".,")
        if folded in _IN_FRONT or (first == 1 and folded in en.OPENERS):
            break
        if word[-1] == "s" and word.endswith(("'s", "’s")):
            break
        if first < limit and word.isupper() and len(word) > 1 and word.isalpha():
            break  # "PC Dara Salar", "MNA Dara Salar", but "JD Salar"
        if not (word[:1].isupper() or folded in en.PARTICLES or folded.startswith(("al-", "el-"))):
            break
        first -= 1
    while first < limit and words[first].lower() == "of":
        first += 1
    return list(words[:first]), list(words[first:])


def named_in(words: Sequence[str]) -> tuple[list[str], bool]:
    """Return the name in a phrase with "of" or the like, and whether it is a body's.

    "the Ministry of Interior" is a body; "the head of the Ministry", "a resident of Kobani" and "the mother of Dara
    Salar" are roles without a name; "the governor of Erbil Dara Salar" has one behind the place.
    """
    last = len(words)
    while last and words[last - 1][:1].isupper():
        last -= 1
    bound = words[last - 1] in LINKS or words[last - 1] in en.DETERMINERS or words[last - 1] in en.PARTICLES
    if 1 < last < len(words) - 1 and not bound and words[last - 1].isalpha() and is_person(words[last:]):
        return list(words[last:]), False  # "University of Zakho bus driver Dara Salar"
    link = len(words) - 2
    while link and words[link] not in LINKS:
        link -= 1
    head, rest = words[link - 1], words[link + 1 :]
    titled = head.lower() in en.TITLES or head.lower() in en.NOBODYS_NAMES
    if link and head[:1].isupper() and not titled:
        return list(words[1:] if words[0].lower() in en.DETERMINERS else words), True
    placed = titled and len(rest) > _PLACE_AND_NAME and all(word[:1].isupper() for word in rest)
    return _behind_place(rest) if placed else [], False


def _behind_place(words: Sequence[str]) -> list[str]:
    """Return the name in "[governor of] Erbil Dara Salar", "[minister of] Natural Resources Dara Salar"."""
    first = 1
    while first < len(words) - _PLACE_AND_NAME and words[first].lower() in en.OFFICES:
        first += 1
    return list(words[first:])


def _follows_office(text: str, start: int) -> bool:
    """Tell whether "governor of", "minister of" and the like stand in front of a place."""
    if not text.endswith(" of ", 0, start):
        return False
    return text[text.rfind(" ", 0, start - 4) + 1 : start - 4].lower() in en.TITLES


def is_person(words: Sequence[str]) -> bool:
    """Tell whether a run of capitalised words can be a person's name: short and without an organisation's words."""
    if len(words) > 5:
        return False
    # A loop, since making a list or generator takes longer than five words do.
    for word in words:
        if word.lower() in _NO_NAMES:
            return False
        if len(word) >= _ACRONYM and word.isupper():
            return False
    return True
