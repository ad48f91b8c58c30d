"""A paragraph's quoted stretches with the reporting clause of each and how they hang together."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, Protocol

from rudaw_scraper.quotes.clauses import Gap, read_gap
from rudaw_scraper.quotes.spans import Attribution, Stretch

_LOOSE: Final = 2  # strength up to which other words of the sentence stand between a quotation and its clause
_TERMINAL: Final = frozenset(".!?؟…")


class Grammar(Protocol):
    """How a language builds its reporting clauses."""

    def before(self, text: str, gap: Gap, /) -> Attribution | None:
        """Return the attribution in the clause that leads to a quotation."""

    def after(self, text: str, gap: Gap, stretch: Stretch, /) -> Attribution | None:
        """Return the attribution in the clause that follows a quotation."""


class Reading:
    """A stretch in its paragraph.

    ``opens``: it begins a sentence; ``linked``: it stands in one sentence with the stretch before it; ``resumes``:
    nothing but the reporting clause stands between it and the stretch before it, whose clause that is.
    """

    __slots__ = ("attribution", "borrowed", "following", "gap", "linked", "opens", "resumes", "stretch")

    def __init__(
        self, stretch: Stretch, gap: Gap, following: Gap, attribution: Attribution | None, opens: bool, linked: bool
    ) -> None:
        self.stretch = stretch
        self.gap = gap
        self.following = following
        self.attribution = attribution
        self.opens = opens
        self.linked = linked
        self.resumes = False
        self.borrowed = False


def read_paragraph(text: str, stretches: list[Stretch], grammar: Grammar) -> list[Reading]:
    """Attribute the stretches of a paragraph as far as its own clauses do."""
    readings: list[Reading] = []
    gap = read_gap(text, 0, stretches[0].outer_start)
    ends = [stretch.outer_start for stretch in stretches[1:]]
    for stretch, end in zip(stretches, [*ends, len(text)], strict=True):
        following = read_gap(text, stretch.outer_end, end)
        lead = grammar.before(text, gap) if stretch.opened else None
        follow = grammar.after(text, following, stretch) if stretch.closed else None
        ended = not readings or _ends_sentence(text, readings[-1].stretch, gap)
        opens = ended and not gap.tail.words
        readings.append(Reading(stretch, gap, following, _choose(lead, follow), opens, gap.whole and not ended))
        gap = following
    if len(readings) > 1:
        _share(readings)
        _resume(readings)
    return readings


def _choose(lead: Attribution | None, follow: Attribution | None) -> Attribution | None:
    """Return the better clause; a subject in front and a verb behind the quotation are one clause."""
    if lead is not None and lead.cue is None:
        if follow is not None and follow.start == follow.end:
            follow.start, follow.end, follow.description = lead.start, lead.end, lead.description
            follow.side = "around"
        return follow
    if lead is None:
        return follow
    if follow is not None and follow.strength > lead.strength:
        if follow.start == follow.end:  # "X noted this and “…” he said", where the pronoun is dropped
            follow.start, follow.end, follow.description = lead.start, lead.end, lead.description
        return follow
    return lead


def _ends_sentence(text: str, previous: Stretch, gap: Gap) -> bool:
    """Tell whether a sentence ends with the stretch before a gap, or inside the gap."""
    if not gap.whole:
        return True
    words = gap.head.words
    if text[previous.end - 1] not in _TERMINAL:
        return False
    return not words or words[0][:1].isupper() or (not words[0][:1].isalpha() and words[0] not in ",—–-:;")


def _share(readings: list[Reading]) -> None:
    """Give a stretch without a clause of its own that of a neighbour in the same sentence."""
    for index in range(1, len(readings)):
        reading = readings[index]
        if reading.attribution is None and reading.linked:
            reading.attribution = readings[index - 1].attribution
            reading.borrowed = True
    for index in range(len(readings) - 2, -1, -1):
        reading, following = readings[index], readings[index + 1]
        if reading.attribution is None and following.linked:
            reading.attribution = following.attribution
            reading.borrowed = True


def _resume(readings: list[Reading]) -> None:
    for previous, reading in pairwise(readings):
        first, second = previous.attribution, reading.attribution
        if first is None or first.side != "after" or not reading.gap.start <= first.at < reading.gap.end:
            continue
        if second is not None and second.at != first.at:
            continue
        if first.strength <= _LOOSE and not reading.gap.whole:
            continue
        bare = reading.gap.whole or (reading.gap.stops == 1 and reading.opens)
        reading.resumes = bare
