"""What the word-order engine must know of a language: one :class:`WordOrder` per language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from rudaw_scraper.quotes.tables.rows import Phrase


@dataclass(frozen=True, slots=True)
class WordOrder:
    """Reporting clauses of a language in which word order, not a case or an article, shows the subject.

    All words are folded with ``fold``. ``subject`` is the side of the cue on which its subject stands; ``cues`` are
    verbs and verb phrases; ``after`` those that stand behind the quotation, with the subject in front of it;
    ``relative`` those behind the quotation that are followed by the speaker ("… diyen X"); ``sources`` introduce a
    speaker by a preposition ("according to"). ``stops`` end a noun phrase, ``openers`` are adverbial beginnings of a
    sentence. ``capitals`` says that names are written with capitals; ``inflected`` tells a word that can only belong
    to a role in front of a name; ``roles`` are first words of such roles, or last ones if ``role_ends``.
    ``honorifics`` are inflected and yet part of a name, ``verb_endings`` show
    a word that is no part of a phrase. ``indefinite`` ends a noun for somebody without a name ("a citizen").
    ``case_endings`` stick to a name that is the subject, ``linkers`` bind a role to what it is of.
    ``verbs`` end a phrase, and where sentences begin with their verb, they show that (Arabic ones in the masculine).
    ``given`` are first names where no capitals show them.
    ``naming`` phrases stand between somebody without a name and the name ("a farmer by the name of X").
    ``about`` phrases in front of a stretch say that it is a name ("they call it"), ``whole`` are words that end as if
    they were bound to the next and are not.
    ``bodies`` begin the name of an institution, ``documents`` what it issues; ``halves`` are a preposition and its
    other half, between which the document stands: "in a statement of the ministry it is said".
    ``saying`` begins, right behind a quotation, a cue that ends with a finite verb.
    ``participles`` are cues behind which no subject stands ("… saying").
    ``clitics`` maps a bare verb to its form where the word before bears its subject ending.
    """

    fold: Callable[[str], str]
    subject: Literal["left", "right"]
    cues: frozenset[Phrase]
    after: frozenset[Phrase]
    relative: frozenset[Phrase]
    sources: frozenset[Phrase]
    stops: frozenset[str]
    openers: frozenset[str]
    adverbs: frozenset[str]
    pronouns: frozenset[str]
    roles: frozenset[str]
    capitals: bool
    role_ends: bool
    inflected: tuple[str, ...]
    honorifics: frozenset[str]
    verb_endings: tuple[str, ...]
    indefinite: tuple[str, ...]
    case_endings: tuple[str, ...]
    linkers: frozenset[str]
    name_leads: frozenset[str]
    name_follows: frozenset[str]
    clitics: Mapping[str, str]
    prefixes: tuple[str, ...]
    article: str = ""
    verbs: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    naming: frozenset[Phrase] = frozenset()
    about: tuple[Phrase, ...] = ()
    whole: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    halves: tuple[str, str] | None = None
    saying: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
