"""English attribution: which reporting clause a quotation belongs to.

The reporter's text between two quotations is read as clauses. The clause that follows a quotation ("…,” X said") and
the one that leads to it ("X said: “…") each give a candidate with a strength; the stronger one wins, the nearer verb
before the farther one, a main clause before a relative or subordinate one.
"""

from __future__ import annotations

from typing import Final

from rudaw_scraper.quotes.clauses import Clause, Gap
from rudaw_scraper.quotes.cues import CUES, is_cue, places
from rudaw_scraper.quotes.loose import attribution, fronted, heard_from, infinitive, nominal
from rudaw_scraper.quotes.nounphrases import (
    Span,
    is_capital,
    is_proper,
    is_word,
    phrase_starting,
)
from rudaw_scraper.quotes.spans import Attribution, Stretch
from rudaw_scraper.quotes.subjects import main_subject, subject_left, subject_right
from rudaw_scraper.quotes.tables import english as en
from rudaw_scraper.quotes.tables.rows import words

# Words between a cue and the quotation.
_ADJACENT: Final = 0
_CLOSE: Final = 4
_NEAR: Final = 12
_NAME_AND_VERB: Final = 2
# How sure an attribution is.
_CALLED: Final = 7
_AFTER_COMMA: Final = 6
_BEFORE_ADJACENT: Final = 5
_AFTER_PLAIN: Final = 4
_LEAD_IN: Final = 3
_SAME_SENTENCE: Final = 2
_VERBS_BEHIND: Final = en.SAYING_ONLY | en.QUOTING
_INVERTED: Final = en.SAYING - words("told tells telling")
_AS_SAYING: Final = words("saying telling writing adding")


def before(_text: str, gap: Gap) -> Attribution | None:
    """Return what the clause that leads to a quotation says about its speaker."""
    clause = gap.tail
    words, low = clause.words, clause.lower
    if not words:
        return None
    last = len(words)
    colon = comma = False
    while last and (not words[last - 1][:1].isalnum() or low[last - 1] in ("that", "as")):
        mark = words[last - 1]
        colon = colon or mark == ":"
        comma = comma or mark == ","
        if mark in (")", "]"):
            break
        last -= 1
    if not last:
        return None
    best: Attribution | None = None
    best_score = 0
    if low[last - 1] == "words" and low[last - 2].endswith("'s"):  # "he thought it was, in Salar's words, “…”"
        return nominal(clause, last)
    for index in places(low, CUES, 0, last)[::-1]:
        near = _nearness(low, index, last)
        if near <= best_score or not is_cue(clause, index):
            continue
        subject = subject_left(clause, index)
        if subject is None or _says_nothing(low, subject, index):
            continue
        if gap.whole and gap.start and _is_remnant(clause, subject):
            continue
        score = near - _distraction(clause, index, subject, last)
        if score > best_score:
            adjacent = last - 1 - index <= _CLOSE and (colon or comma or last - 1 == index)
            strength = _BEFORE_ADJACENT if adjacent or colon else _LEAD_IN
            if low[index] in en.CALLING and last - 1 - index <= _CLOSE + 1:
                strength = _CALLED
            elif strength == _LEAD_IN and low[index] in en.NAMING and last - 1 - index < _CLOSE:
                strength = _AFTER_PLAIN
            best_score = score
            best = attribution(clause, subject, (index, index + 1), "before", strength)
        if score >= 8:
            break
    accorded = _according(clause, 0, last)
    if accorded and best is not None and gap.tail.lower.count("that") and _that_behind(clause, accorded):
        return best  # "told him, according to the paper, that …"
    if accorded and (best is None or best.at < accorded.at):
        accorded.side, accorded.strength = "before", _LEAD_IN
        return accorded
    if best is None:
        best = nominal(clause, last) or infinitive(clause, last)
    if best is None and colon:
        subject = main_subject(clause, last)
        if subject and (gap.start == 0 or not gap.whole or _may_speak(clause, subject)):
            return attribution(clause, subject, None, "before", _AFTER_PLAIN, colon_at=clause.end(-1) - 1)
    return best


def _that_behind(clause: Clause, accorded: Attribution) -> bool:
    """Tell whether "according to X" stands between a verb and its "that"."""
    low = clause.lower
    for index in range(clause.index_at(accorded.at), len(low) - 1):
        if low[index] == ",":
            return low[index + 1] == "that"
    return False


def _may_speak(clause: Clause, subject: Span) -> bool:
    return is_capital(clause.words[subject[0]]) or clause.lower[subject[0]] in en.PERSONAL


def _says_nothing(low: list[str], subject: Span, verb: int) -> bool:
    """Tell whether it is nobody who says it, or a thing in reported speech: "…, and [that costs] are expected"."""
    first, last = subject
    if low[verb - 1] == "never" or low[first] in ("nobody", "none"):
        return True
    return low[first] == "that" and last - first > 1 and first > 0 and low[first - 1] in ("and", "but")


def _is_remnant(clause: Clause, subject: Span) -> bool:
    """Tell whether a subject is but the noun that an earlier quotation in the sentence belongs to ("“…” line by …")."""
    first = subject[0]
    inside = first == 0 or not any(is_word(word) for word in clause.words[:first])
    folded = clause.lower[first]
    return inside and clause.words[first].islower() and folded not in en.DETERMINERS and folded not in en.PRONOUNS


def _nearness(low: list[str], index: int, last: int) -> int:
    """Return the score that a verb can have at most: for what it is and for the words behind it."""
    distance = last - 1 - index
    score = 4 if low[index] in en.SAYING or low[index] in en.CALLING else 3
    if distance == _ADJACENT:
        return score + 4
    if distance <= _CLOSE:
        return score + 3
    return score + 1 if distance <= _NEAR else score


def _distraction(clause: Clause, index: int, subject: Span, last: int) -> int:
    """Return what the score of a verb loses since it stands in a relative or subordinate clause."""
    if last - 1 - index == _ADJACENT:
        return 0
    low = clause.lower
    before = index - 1
    while before > 0 and low[before] in en.ADVERBS:
        before -= 1
    relative = 0
    if before > 0 and low[before] in en.RELATIVES:
        relative = 2 if before == index - 1 else 3  # "who said", "who had said"
    subordinate = subject[0] > 0 and low[subject[0] - 1] in en.SUBORDINATORS and "," in clause.words[index:last]
    return relative + 3 * subordinate


def after(text: str, gap: Gap, stretch: Stretch) -> Attribution | None:
    """Return what the clause that follows a quotation says about its speaker."""
    clause = gap.head
    words, low = clause.words, clause.lower
    count = len(words)
    if not count:
        return None
    final = text[stretch.end - 1]
    linked = final in ",?!—–-…" or words[0] in (",", "—", "–", "-")
    first = 0
    while first < count and not words[first][:1].isalnum():
        if words[first] in ("(", ";", ":"):
            return None
        first += 1
    if first >= count:
        return None
    if final in ".?!" and words[0] != "," and is_capital(words[first]):
        if final != ".":
            asked = _subject_first(clause, first, _AFTER_PLAIN)
            if asked and _reports_nothing(clause, asked):
                return asked
            short = _unknown_verb(clause, first) if count - first == _NAME_AND_VERB else None
            return short if short and short.cue == words[-1] else None
        return None if gap.whole else _pure_clause(clause, first)
    if not linked and _owned_by_title(text, stretch, clause, first):
        return None
    strength = _AFTER_COMMA if linked else _AFTER_PLAIN
    if (final == "," or words[0] == ",") and text[max(0, stretch.outer_start - 2)].isalpha():
        ahead = fronted(text, stretch, clause, first)
        if ahead is not None:
            return ahead
    folded = low[first]
    if folded == "from":
        return heard_from(text, stretch, clause, first)
    if folded == "according" or (folded == "as" and low[first + 1 : first + 2] == ["according"]):
        return _according(clause, first, first + 2)
    if folded == "as":
        return _as_put(clause, first)
    if folded in _INVERTED and (linked or folded in ("said", "says")):
        subject = subject_right(clause, first)
        if subject:
            return attribution(clause, subject, (first, first + 1), "after", strength)
        return None
    found = _subject_first(clause, first, strength)
    if found:
        return found
    if linked:
        return _unknown_verb(clause, first)
    return _according(clause, first, count)


def _subject_first(clause: Clause, first: int, strength: int) -> Attribution | None:
    """Read "X said", "X, who …, also told Y", "as X put it" and, after other words, ", X said"."""
    low = clause.lower
    for index in places(low, _VERBS_BEHIND, first + 1, min(len(low), first + 60)):
        if low[index] in en.QUOTING:
            quoted = _quoted_as(clause, index, strength)
            if quoted is not None:
                return quoted
        if not is_cue(clause, index) or (low[index].endswith("ing") and low[index - 1] not in en.BE):
            continue
        subject = subject_left(clause, index)
        if subject is None:
            continue
        start = subject[0]
        if start <= first + (low[first] in ("as", "and", "but", "the")):
            return attribution(clause, subject, (index, index + 1), "after", strength)
        lead = clause.words[start - 1]
        if lead == "," and low[index - 1] not in en.RELATIVES:
            return attribution(clause, subject, (index, index + 1), "after", _SAME_SENTENCE)
        if low[first] not in _STARTERS:
            return None
    return None


def _quoted_as(clause: Clause, index: int, strength: int) -> Attribution | None:
    """Read "the agency quoted X as saying" and "X was quoted as saying"."""
    low = clause.lower
    for verb in range(index + 2, min(len(low), index + _NEAR)):
        if low[verb - 1] == "as" and low[verb] in _AS_SAYING:
            subject = subject_left(clause, verb)
            return attribution(clause, subject, (verb, verb + 1), "after", strength) if subject else None
    return None


def _owned_by_title(text: str, stretch: Stretch, clause: Clause, first: int) -> bool:
    """Tell "The “Neon Heart” singer said" from "“…” officials said"."""
    word = clause.words[first]
    if not word.islower() or word in en.DETERMINERS or word in en.PRONOUNS or word in en.SAYING:
        return False
    return text[max(0, stretch.outer_start - 4) : stretch.outer_start].lower() == "the "


_STARTERS: Final = en.PREPOSITIONS | en.SUBORDINATORS | en.ADVERBS | en.TIME_WORDS | frozenset(("and", "or", "but"))


def _as_put(clause: Clause, first: int) -> Attribution | None:
    """Read "…, as X put it" and "…, as he calls it"."""
    for index in range(first + 2, min(len(clause), first + 12)):
        folded = clause.lower[index]
        if folded == "put" or folded in en.SAYING or folded in en.NAMING:
            subject = subject_left(clause, index)
            if subject and subject[0] == first + 1:
                return attribution(clause, subject, (index, index + 1), "after", _AFTER_PLAIN)
            return None
    return None


def _reports_nothing(clause: Clause, found: Attribution) -> bool:
    """Tell whether a reporting verb has nothing of its own to report, so that it belongs to the words before it."""
    following = clause.index_at(found.at) + 1
    if following >= len(clause):
        return True
    word = clause.lower[following]
    return not is_word(word) or word in en.PREPOSITIONS or word in en.SUBORDINATORS or word in en.TIME_WORDS


def _pure_clause(clause: Clause, first: int) -> Attribution | None:
    """Return the attribution of a sentence that is nothing but "X said" (a full stop was printed for a comma)."""
    if len(clause) - first > 7 or not is_cue(clause, len(clause) - 1):
        return None
    last = len(clause) - 1
    subject = subject_left(clause, last)
    if subject is None or subject[0] != first or clause.lower[last] in en.NAMING:
        return None
    return attribution(clause, subject, (last, last + 1), "after", _AFTER_PLAIN)


def _unknown_verb(clause: Clause, first: int) -> Attribution | None:
    """Read "…,” X grinned": after a comma inside the marks any verb right behind a subject is a cue."""
    if is_capital(clause.words[first]) or clause.lower[first] in en.PRONOUNS:
        subject = phrase_starting(clause, first, len(clause))
        if subject and subject[1] < len(clause):
            verb = subject[1]
            word = clause.words[verb]
            if word.islower() and word.endswith(("ed", "s")) and clause.lower[verb] not in en.OTHER_VERBS:
                return attribution(clause, subject, (verb, verb + 1), "after", _LEAD_IN)
        return None
    if clause.lower[first].endswith("ed") and first + 1 < len(clause):
        subject = subject_right(clause, first)
        if subject and is_proper(clause, subject):
            return attribution(clause, subject, (first, first + 1), "after", _LEAD_IN)
    return None


def _according(clause: Clause, first: int, last: int) -> Attribution | None:
    low = clause.lower
    if "according" not in low:
        return None
    for index in range(first, min(last, len(low) - 2)):
        if low[index] == "according" and low[index + 1] == "to":
            subject = subject_right(clause, index + 1) or _determined(clause, index + 2)
            if subject:
                return attribution(clause, subject, (index, index + 2), "after", _AFTER_PLAIN)
    return None


def _determined(clause: Clause, first: int) -> Span | None:
    return phrase_starting(clause, first, len(clause))
