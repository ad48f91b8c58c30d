"""Attribution in Sorani, Kurmanji, Arabic and Turkish: word order tells the speaker, tables tell the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from rudaw_scraper.quotes.capitals import capital_subject, is_capital, subject_behind, subject_up_to
from rudaw_scraper.quotes.clauses import Clause, Gap
from rudaw_scraper.quotes.documents import issuer
from rudaw_scraper.quotes.positions import (
    COMMAS,
    Subject,
    after_dateline,
    behind_verb,
    by_position,
    demonstrated,
)
from rudaw_scraper.quotes.spans import Attribution, Stretch
from rudaw_scraper.quotes.suffixes import case_letters, holder, quotative, relative
from rudaw_scraper.quotes.tables.order import WordOrder
from rudaw_scraper.quotes.tables.rows import Phrase, words
from rudaw_scraper.quotes.verb_first import agree, is_adverbial, opens_with_verb, without_to

_BREAKS: Final = frozenset(";؛:—–")
_TRAILING: Final = frozenset(",،:—–-(") | {"..", "..."}
_HIS_WORDS: Final = words("قوله قولها قولهم")
_NO: Final = words("عدم دون بدون")
_IMPERSONAL: Final = words("جاء ورد وجاء وورد")  # "a statement in which came: …"
_TO: Final = "ل"
_FROM: Final = "عن"
_COMPLEMENTISERS: Final = words("ku کە که كه ان انه انها بان بانه ki")
# How sure an attribution is.
_ADJACENT: Final = 5
_AFTER: Final = 4
_LEAD_IN: Final = 3
_SAME_CLAUSE: Final = 2
_OPEN: Final = 0


class OrderedGrammar:
    """Reads reporting clauses by a :class:`WordOrder` table."""

    def __init__(self, order: WordOrder) -> None:
        self.order = order
        self._cues = _by_last_word(order.cues, order)
        self._after = _by_first_word(order.after, order)
        self._relative = _by_first_word(order.relative, order)
        self._sources = _by_first_word(order.sources, order)

    def before(self, text: str, gap: Gap) -> Attribution | None:
        """Return the attribution in the clause that leads to a quotation."""
        clause, folded = self._fold(gap.tail)
        last = len(clause)
        colon = False
        while last and (clause.words[last - 1] in _TRAILING or folded[last - 1] in _COMPLEMENTISERS):
            colon = colon or clause.words[last - 1] == ":"
            last -= 1
        if not last:
            return None
        if self.order.role_ends:
            held = holder(folded, last)
            if held is not None:
                of = subject_up_to(clause.words, folded, 0, held[0], self.order)
                return self._attribution(text, clause, folded, of, held[1], _LEAD_IN)
        for index in range(last - 1, -1, -1):
            first = self._cue_ending(folded, index)
            if first is None:
                continue
            if folded[first] in _IMPERSONAL:
                source = self._source(text, clause, folded, 0, last)
                if source is not None:
                    return source
            issued = issuer(folded, first, self.order)
            subject: Subject | None = None
            cut = 0
            if issued is not None:
                subject, cut = (issued[0], issued[1], 0, 0), issued[2]
            else:
                subject = self._subject_of(clause, folded, first, index + 1, last)
            strength = _ADJACENT if colon or index == last - 1 else _LEAD_IN
            return self._attribution(text, clause, folded, subject, (first, index + 1), strength, cut=cut)
        source = self._source(text, clause, folded, 0, last)
        if source is not None:
            return source
        if colon or self.order.after:
            subject = self._left(clause, folded, 0, last)
            if subject is not None:
                return self._attribution(text, clause, folded, subject, None, _LEAD_IN if colon else _OPEN)
        return None

    def after(self, text: str, gap: Gap, stretch: Stretch) -> Attribution | None:
        """Return the attribution in the clause that follows a quotation."""
        if not len(gap.head):
            return None
        leads_on = gap.whole and gap.end < len(text) and gap.head.words[-1] == ":"
        if text[stretch.end - 1] in ".؟?!" and gap.head.words[0] not in COMMAS and not self.order.after:
            return None
        clause, folded = self._fold(gap.head)
        first = 1 if clause.words[0] in COMMAS else 0
        for index in range(first, len(clause)):
            end = _matches(self._relative, folded, index)
            if end is None and index == first:
                end = relative(clause.words, folded, index, self.order)
            if end is not None and index == first:
                subject = self._right(clause, folded, end, len(clause))
                return self._attribution(text, clause, folded, subject, (index, end), _AFTER, "after")
            end = None if leads_on else _matches(self._after, folded, index)
            if end is None and index == first and not leads_on:
                end = quotative(folded, index, self.order)
            if end is not None:
                subject = self._left(clause, folded, first, index) if index > first else None
                if index == first:
                    subject = subject_behind(clause.words, folded, end, self.order)
                return self._attribution(text, clause, folded, subject, (index, end), _AFTER, "after")
            if self.order.after and index - first > 5:
                break
        if leads_on:
            return None
        if self.order.after:
            return self._verb_at_end(text, clause, folded, first, gap)
        return self._plain_after(text, clause, folded, first, gap)

    def is_cue(self, folded: str) -> bool:
        """Tell whether a word is, or ends, a reporting verb."""
        return folded in self._cues

    def reporting(self, text: str, clause: Clause) -> Attribution | None:
        """Return the attribution of a sentence of indirect speech, or None."""
        folding, folded = self._fold(clause)
        for index in range(len(folding) - 1, -1, -1):
            first = self._cue_ending(folded, index)
            if first is None:
                continue
            subject = self._subject_of(folding, folded, first, index + 1, len(folding))
            return self._attribution(text, folding, folded, subject, (first, index + 1), _LEAD_IN)
        if self.order.after:
            subject = self._left(folding, folded, 0, len(folding))
            if subject is not None:
                return self._attribution(text, folding, folded, subject, None, _OPEN)
        return None

    def _verb_at_end(self, text: str, clause: Clause, folded: list[str], first: int, gap: Gap) -> Attribution | None:
        """Read "SPEAKER … “…” … duyurdu": words built into a clause whose verb ends it."""
        if gap.whole and gap.end < len(text):
            return None
        last = len(clause) - 1
        cue = self._cue_ending(folded, last) if last >= first else None
        if cue is None:
            return None
        return self._attribution(text, clause, folded, None, (cue, last + 1), _SAME_CLAUSE, "after")

    def _plain_after(self, text: str, clause: Clause, folded: list[str], first: int, gap: Gap) -> Attribution | None:
        """Read "…”، X گوتی" and "…"، قال X", which are rare in these languages."""
        source = self._source(text, clause, folded, first, min(len(clause), first + 2))
        if source is not None:
            source.side, source.strength = "after", _AFTER
            return source
        if gap.whole and gap.end < len(text):
            return None
        if self.order.subject == "right":
            if folded[first] in self.order.openers and first + 1 < len(folded):
                first += 1
            cue = self._cue_ending(folded, first) if first < len(folded) else None
            if cue == first and folded[first] not in self.order.participles:
                subject = self._right(clause, folded, first + 1, len(clause))
                return self._attribution(text, clause, folded, subject, (first, first + 1), _AFTER, "after")
            return None
        last = len(clause) - 1
        cue = self._cue_ending(folded, last)
        if cue is None or last - first > 12:
            return None
        subject = self._left(clause, folded, first, cue)
        return self._attribution(text, clause, folded, subject, (cue, last + 1), _AFTER, "after")

    def _fold(self, clause: Clause) -> tuple[Clause, list[str]]:
        fold = self.order.fold
        return clause, [fold(word) for word in clause.words]

    def _cue_ending(self, folded: list[str], index: int) -> int | None:
        """Return where the cue begins whose last word is at ``index``, or None."""
        word = folded[index]
        options = self._cues.get(word)
        if options is None and word[:1] in self.order.prefixes and word[:1]:
            options = self._cues.get(word[1:])
            if options is not None:
                return index
        if options is not None and index and folded[index - 1] in _NO:
            return None  # "without giving his name"
        for phrase in options or ():
            first = index - len(phrase) + 1
            if first >= 0 and tuple(folded[first : index + 1]) == phrase:
                return first
        return None

    def _subject_of(self, clause: Clause, folded: list[str], first: int, end: int, last: int) -> Subject | None:
        if self.order.subject == "right":
            if folded[first] in _HIS_WORDS:  # "the agency quoted from X his words"
                source = next((index for index in range(first - 1, 0, -1) if folded[index] == _FROM), None)
                return self._right(clause, folded, source + 1, first) if source is not None else None
            if folded[first] in self.order.participles:
                return self._left(clause, folded, 0, first)
            return self._right(clause, folded, end, last) or self._left(clause, folded, 0, first)
        return self._left(clause, folded, 0, first)

    def _left(self, clause: Clause, folded: list[str], first: int, end: int) -> Subject | None:
        """Return the subject in front of a cue, from the beginning of its clause on."""
        order, cue = self.order, end
        first = after_dateline(clause.words, first, end)
        for index in range(end - 1, first - 1, -1):
            if clause.words[index] in _BREAKS:
                first = index + 1
                break
        while first < end and (folded[first] in order.openers or folded[first] in COMMAS):
            if order.subject == "right" and is_adverbial(folded[first], order):
                break
            first += 1
        while end > first and (folded[end - 1] in order.adverbs or folded[end - 1] in COMMAS):
            end -= 1
        if first >= end:
            return None
        if folded[first] in order.pronouns:
            return (first, demonstrated(folded, first, end, order), 0, 0)
        if order.capitals:
            return capital_subject(clause.words, folded, first, end, order)
        if order.subject == "right":
            return self._of_verb_first(clause, folded, first, end, folded[cue] if cue < len(folded) else None)
        return by_position(clause.words, folded, first, end, self.order)

    def _of_verb_first(
        self, clause: Clause, folded: list[str], first: int, end: int, cue: str | None
    ) -> Subject | None:
        """Return the subject of a sentence that begins with its verb, or behind "after the meeting," with it."""
        while is_adverbial(folded[first], self.order):
            comma = next((index for index in range(first, end) if folded[index] in COMMAS), end)
            first = comma + 1
            if first >= end:
                return None
        if opens_with_verb(folded[first:end], self.order):
            return self._behind_verb(clause, folded, first, end, cue)
        return by_position(clause.words, folded, first, end, self.order)

    def _behind_verb(self, clause: Clause, folded: list[str], verb: int, end: int, cue: str | None) -> Subject | None:
        """Return the subject of the verb that begins a sentence, if it can be that of the cue."""
        if cue is not None and cue not in _IMPERSONAL and not agree(folded[verb], cue):
            return None
        first = verb + 1
        while first < end and folded[first] in self.order.adverbs:
            first += 1
        return behind_verb(clause.words, folded, first, end, self.order, folded[verb])

    def _right(self, clause: Clause, folded: list[str], first: int, end: int) -> Subject | None:
        """Return the subject behind a verb."""
        if self.order.capitals:
            last = first
            whole = not self.order.role_ends
            while last < end and (
                is_capital(clause.words[last])
                or (folded[last] in self.order.roles if last == first else whole and folded[last].isalpha())
            ):
                if whole and folded[last] in self.order.stops:
                    break
                last += 1
            return capital_subject(clause.words, folded, first, last, self.order) if last > first else None
        while first < end and folded[first] in self.order.adverbs:
            first += 1
        if first >= end:
            return None
        if self.order.subject == "right":
            return behind_verb(clause.words, folded, first, end, self.order, None)
        return by_position(clause.words, folded, first, end, self.order)

    def _source(self, text: str, clause: Clause, folded: list[str], first: int, last: int) -> Attribution | None:
        for index in range(first, last):
            end = _matches(self._sources, folded, index)
            if end is None and folded[index][:1] in self.order.prefixes and folded[index][:1]:
                end = _matches(self._sources, [*folded[:index], folded[index][1:], *folded[index + 1 :]], index)
            if end is not None:
                held = folded
                glued = end < len(folded) and folded[end][:1] == _TO and self.order.subject == "right"
                if glued:
                    held = [*folded[:end], without_to(folded[end], self.order), *folded[end + 1 :]]
                subject = self._right(clause, held, end, len(clause))
                if subject is not None:
                    found = self._attribution(text, clause, folded, subject, (index, end), _LEAD_IN)
                    if glued and subject[0] == end and text[found.start + 1] != _TO:
                        found.start += 1
                    return found
        return None

    def _attribution(
        self,
        text: str,
        clause: Clause,
        folded: list[str],
        subject: Subject | None,
        cue: tuple[int, int] | None,
        strength: int,
        side: str = "before",
        cut: int = 0,
    ) -> Attribution:
        start = end = at = 0
        description = None
        if subject is not None:
            if self.order.role_ends:
                cut = case_letters(folded, subject[1] - 1, len(folded))
            start, end = clause.start(subject[0]), clause.end(subject[1] - 1) - cut
            if subject[3] > subject[2]:
                description = text[clause.start(subject[2]) : clause.end(subject[3] - 1)]
        printed: str | None = None
        if cue is not None:
            at = clause.start(cue[0])
            printed = self._printed_cue(text, clause, folded, cue)
        elif strength > _OPEN:
            printed, at = ":", clause.end(-1) - 1
        return Attribution(start, end, printed, at, strength, "after" if side == "after" else "before", description)

    def _printed_cue(self, text: str, clause: Clause, folded: list[str], cue: tuple[int, int]) -> str:
        printed = text[clause.start(cue[0]) : clause.end(cue[1] - 1)]
        whole = self.order.clitics.get(folded[cue[0]]) if cue[1] - cue[0] == 1 else None
        if whole and cue[0] and folded[cue[0] - 1] in self.order.adverbs:
            return whole  # "ئەوەندەی گوت": the subject ending of the verb sits on the adverb before
        return printed


def _by_last_word(phrases: Iterable[Phrase], order: WordOrder) -> dict[str, list[Phrase]]:
    table: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in sorted(phrases, key=len, reverse=True):
        folded = tuple(order.fold(word) for word in phrase)
        table[folded[-1]].append(folded)
    return dict(table)


def _by_first_word(phrases: Iterable[Phrase], order: WordOrder) -> dict[str, list[Phrase]]:
    table: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in sorted(phrases, key=len, reverse=True):
        folded = tuple(order.fold(word) for word in phrase)
        table[folded[0]].append(folded)
    return dict(table)


def _matches(table: dict[str, list[Phrase]], folded: list[str], index: int) -> int | None:
    for phrase in table.get(folded[index], ()):
        end = index + len(phrase)
        if tuple(folded[index:end]) == phrase:
            return end
    return None
