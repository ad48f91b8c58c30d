"""The engine: from the paragraphs of an article to its quotations with their speakers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rudaw_scraper.quotes.languages import Language, language_of
from rudaw_scraper.quotes.marks import find_stretches, has_marks
from rudaw_scraper.quotes.model import ParagraphQuote, ParagraphSegment
from rudaw_scraper.quotes.people import PeopleOfArticle, Speaker
from rudaw_scraper.quotes.readings import Reading, read_paragraph
from rudaw_scraper.quotes.spans import Stretch
from rudaw_scraper.quotes.tables.rows import words
from rudaw_scraper.quotes.verdict import is_name, is_sentence
from rudaw_scraper.record import QuoteKind

# Words that bind what follows them to the reporter's sentence, whatever it looks like.
_BINDING: Final = words(
    "that as of the a an to is was are were be been with for and by his her their its it in on ku ki"
)


class _Draft:
    """A quotation in the making: the reading of its first stretch and all its segments."""

    __slots__ = ("attributed_in", "attribution", "paragraph", "reading", "segments")

    def __init__(self, reading: Reading, paragraph: int, segment: ParagraphSegment) -> None:
        self.reading = reading
        self.paragraph = paragraph
        self.segments = [segment]
        self.attribution = reading.attribution
        self.attributed_in = paragraph


def read_quotes(paragraphs: Sequence[str], language: str) -> list[ParagraphQuote]:
    """Do what :func:`rudaw_scraper.quotes.extract_quotes` does."""
    rules = language_of(language)
    people = rules.people(paragraphs)
    drafts = _collect(paragraphs, rules, people)
    quotes: list[ParagraphQuote] = []
    previous: Speaker | None = None
    previous_paragraph = -9
    for draft in drafts:
        speaker = _speaker_of(draft, people, paragraphs, previous, previous_paragraph)
        if speaker is None:
            continue
        quotes.append(_finish(draft, speaker, paragraphs))
        if speaker.identity is not None:
            previous, previous_paragraph = speaker, draft.segments[-1].paragraph
    return quotes


def _collect(paragraphs: Sequence[str], rules: Language, people: PeopleOfArticle) -> list[_Draft]:
    """Read the paragraphs that hold marks; join the segments that belong together."""
    drafts: list[_Draft] = []
    unclosed = -9
    for number, text in enumerate(paragraphs):
        if not has_marks(text):
            continue
        carried = unclosed == number - 1
        stretches = find_stretches(text, carried)
        if not stretches:
            continue
        readings = _without_names(text, stretches, rules)
        people.add_readings(number, readings)
        for reading in readings:
            segment = ParagraphSegment(number, reading.stretch.start, reading.stretch.end)
            goes_on = carried and (not reading.stretch.opened or not text[: reading.stretch.outer_start].strip())
            if drafts and (reading.resumes or goes_on):
                last = drafts[-1]
                last.segments.append(segment)
                if last.attribution is None and reading.attribution is not None:
                    last.attribution, last.attributed_in = reading.attribution, number
            elif reading.stretch.opened:
                drafts.append(_Draft(reading, number, segment))
            carried = False
        if not stretches[-1].closed:
            unclosed = number
    return drafts


def _without_names(text: str, stretches: list[Stretch], rules: Language) -> list[Reading]:
    """Read a paragraph's stretches; a title or name in marks is the reporter's own text, and the clause goes on."""
    readings = read_paragraph(text, stretches, rules.grammar)
    names = set()
    for reading in readings:
        if is_name(text, reading, rules):
            names.add(reading.stretch.start)
    if not names:
        return readings
    rest = [stretch for stretch in stretches if stretch.start not in names]
    return read_paragraph(text, rest, rules.grammar) if rest else []


def _speaker_of(
    draft: _Draft,
    people: PeopleOfArticle,
    paragraphs: Sequence[str],
    previous: Speaker | None,
    previous_paragraph: int,
) -> Speaker | None:
    """Return who says it, or None where it is no quotation."""
    text = paragraphs[draft.paragraph]
    stretch = draft.reading.stretch
    attribution = draft.attribution
    if attribution is not None:
        if attribution.end > attribution.start:
            return people.named(draft.attributed_in, attribution)
        return people.dropped(draft.attributed_in, attribution, previous)
    if not is_sentence(text, stretch.start, stretch.end):
        return None
    near = draft.paragraph - previous_paragraph
    carried = people.carried(draft.paragraph, draft.reading, previous if near <= 2 else None, near)
    if carried is not None:
        return carried
    return Speaker() if draft.reading.opens and text[stretch.end - 1] in ".!?…؟" else None


def _finish(draft: _Draft, speaker: Speaker, paragraphs: Sequence[str]) -> ParagraphQuote:
    number, start, end = draft.segments[0]
    text = paragraphs[number][start:end]
    if len(draft.segments) > 1:
        text = " ".join([paragraphs[number][start:end] for number, start, end in draft.segments])
    if text[-1] in ",،" and len(text) > 1:
        text = text[:-1].rstrip()
    kind = _kind(draft, paragraphs[draft.paragraph])
    return ParagraphQuote(
        text,
        speaker.printed,
        speaker.name,
        speaker.description,
        speaker.cue,
        kind,
        speaker.continues,
        draft.segments,
    )


def _goes_on(reading: Reading, text: str) -> bool:
    """Tell, where no capital shows it, that a quotation behind a comma is part of a longer sentence."""
    first = text[reading.stretch.start]
    if reading.gap.tail.words[-1:] == [":"] or first.isupper() or first.islower() or not reading.gap.tail.words:
        return False
    behind = reading.following.head.words
    return text[reading.stretch.end - 1] not in ".!?…؟" and bool(behind) and behind[0].isalpha()


def _kind(draft: _Draft, text: str) -> QuoteKind:
    """Tell a quotation that stands by itself from words built into the reporter's own sentence."""
    reading = draft.reading
    first = text[reading.stretch.start]
    tail = reading.gap.tail
    if first.islower():
        led = (
            len(tail) > 0 and tail.words[-1] in ":,،" and is_sentence(text, reading.stretch.start, reading.stretch.end)
        )
        return "direct" if led and text[reading.stretch.end - 1] in ".!?…" else "partial"
    if reading.opens:
        return "direct"
    if len(tail) == 0 or tail.words[-1] in ",:،—–-;":
        return "partial" if _goes_on(reading, text) else "direct"
    ended = text[reading.stretch.end - 1] in ".!?…؟"
    if first.isupper() and ended and tail.lower[-1] not in _BINDING:
        return "direct" if is_sentence(text, reading.stretch.start, reading.stretch.end) else "partial"
    attribution = draft.attribution
    if attribution is None or attribution.cue is None or attribution.side == "after":
        return "partial"
    if attribution.side == "around":
        return "direct" if first.isupper() or text[reading.stretch.end - 1] in ".!?…؟" else "partial"
    adjacent = attribution.at + len(attribution.cue) >= tail.end(-1)
    sentence = text[reading.stretch.end - 1] in ".!?…؟,،" or not first.isupper()
    return "direct" if adjacent and sentence else "partial"
