"""English attribution without a finite verb of saying: "his warning that", "to point out", "Calling it …, X left"."""

from __future__ import annotations

import re
from typing import Final

from rudaw_scraper.quotes.clauses import Clause
from rudaw_scraper.quotes.cues import CUES, places
from rudaw_scraper.quotes.names import is_person
from rudaw_scraper.quotes.nounphrases import Span, is_capital, name_in_apposition, phrase_ending, phrase_starting
from rudaw_scraper.quotes.spans import Attribution, Stretch
from rudaw_scraper.quotes.subjects import main_subject, subject_left
from rudaw_scraper.quotes.tables import english as en
from rudaw_scraper.quotes.tables.rows import words

# How sure an attribution is, on the scale of ``english.py``.
_WEAK: Final = 1
_FRONTED_STRENGTH: Final = 8
_INFINITIVE: Final = 8  # words of an infinitive and what stands between it and the quotation
_ENDINGS: Final = ("'s", "'d", "'ll", "'ve")
_NOUNS_OF_SAYING: Final = en.NOMINAL | en.MADE_POINTS
_PHRASE_EDGES: Final = en.BOUNDARIES | en.PREPOSITIONS
_FRONT: Final = 120  # characters of "Days after calling the plan"
_FRONTED: Final = re.compile(r"(?:^|(?<=[.!?:—–”\"]) )((?:\w+ ){0,5}?)(\w+ing) [^.!?;:,“”\"]*$")
_CRY: Final = 16  # characters of "chants of"
_CRIES: Final = re.compile(r"\b(cry|cries|chants?|shouts?|calls?|screams?|yells|jeers|murmurs) of $")
_BEFORE_PARTICIPLE: Final = (en.SUBORDINATORS | en.TIME_WORDS | en.MEDIUM) | words(
    "despite by in without on a an the just only one two three four five six seven eight nine ten eleven twelve"
    " days weeks months years hours minutes shortly short time long even"
)


def attribution(
    clause: Clause,
    subject: Span,
    cue: Span | None,
    side: str,
    strength: int,
    colon_at: int = 0,
) -> Attribution:
    """Return the attribution to a subject by a cue, both given as word indexes; without a cue by a colon."""
    subject = _without_origin(clause, subject)
    start, end = clause.span(subject[0], subject[1])
    last = clause.lower[subject[1] - 1]
    if "'" in last:
        end -= next((len(ending) for ending in _ENDINGS if last.endswith(ending)), 0)
    if cue is None:
        return Attribution(start, end, ":", colon_at, strength, "before")
    printed = clause.words[cue[0]] if cue[1] - cue[0] == 1 else " ".join(clause.words[cue[0] : cue[1]])
    return Attribution(start, end, printed, clause.start(cue[0]), strength, "after" if side == "after" else "before")


def _without_origin(clause: Clause, subject: Span) -> Span:
    """Leave out what follows a person's name ("Dara Salar [from the union]"); a role keeps it."""
    first, last = subject
    low = clause.lower
    for index in range(first + 2, last):
        if low[index] in en.PREPOSITIONS:
            name = clause.words[first:index]
            person = is_capital(name[-1]) and is_capital(name[0]) and is_person(name)
            return (first, index) if person and name[0].lower() not in en.DETERMINERS else subject
    return subject


def nominal(clause: Clause, last: int) -> Attribution | None:
    """Read "his warning that …", "Salar's claim of …", "X made the point that …" and "their chants of …"."""
    low = clause.lower
    for index in places(low, _NOUNS_OF_SAYING, 1, last)[::-1]:
        for owner in range(index - 1, max(-1, index - 4), -1):
            subject: Span | None = None
            if low[owner] in ("his", "her", "their") or low[owner].endswith("'s"):
                subject = (owner, owner + 1) if low[owner] in en.DETERMINERS else phrase_ending(clause, owner)
            elif low[owner] in ("made", "makes", "making", "make") and low[index] in en.MADE_POINTS:
                subject = subject_left(clause, owner)
            elif low[owner] not in en.DETERMINERS and low[owner] in _PHRASE_EDGES:
                break
            if subject is not None:
                return attribution(clause, subject, (index, index + 1), "before", _WEAK)
    return None


def infinitive(clause: Clause, last: int) -> Attribution | None:
    """Read "X was quick to point out that …" and "X used the speech to call it …", of verbs close to the words."""
    low = clause.lower
    if "to" not in low:
        return None
    for index in places(low, en.PLAIN, max(2, last - _INFINITIVE), last)[::-1]:
        if low[index - 1] == "to" and (low[index] != "point" or low[index + 1 : index + 2] == ["out"]):
            subject = main_subject(clause, index)
            if subject is not None and subject[1] < index - 1:
                return attribution(clause, subject, (index, index + 1), "before", _WEAK)
    return None


def fronted(text: str, stretch: Stretch, clause: Clause, first: int) -> Attribution | None:
    """Read "Calling it “…,” X left" and "Days after calling it “…,” X left"."""
    start = max(0, stretch.outer_start - _FRONT)
    if text.find("ing ", start, stretch.outer_start) < 0:
        return None
    found = _FRONTED.search(text, start, stretch.outer_start)
    if found is None or found[2].lower() not in CUES or not _BEFORE_PARTICIPLE.issuperset(found[1].lower().split()):
        return None
    subject = phrase_starting(clause, first, len(clause))
    if subject is None or subject[1] == len(clause):
        return None
    subject = name_in_apposition(clause, subject) or subject
    start, end = clause.span(subject[0], subject[1])
    return Attribution(start, end, found[2], found.start(2), _FRONTED_STRENGTH, "around")


def heard_from(text: str, stretch: Stretch, clause: Clause, first: int) -> Attribution | None:
    """Read "cries of “…” from X"."""
    found = _CRIES.search(text, max(0, stretch.outer_start - _CRY), stretch.outer_start)
    subject = phrase_starting(clause, first + 1, len(clause)) if found is not None else None
    if found is None or subject is None:
        return None
    start, end = clause.span(subject[0], subject[1])
    return Attribution(start, end, found[1], found.start(1), _FRONTED_STRENGTH, "around")
