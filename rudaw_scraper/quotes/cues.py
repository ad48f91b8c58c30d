"""English reporting verbs: which words of a clause report, and which only look like it."""

from __future__ import annotations

from typing import Final

from rudaw_scraper.quotes.clauses import Clause
from rudaw_scraper.quotes.nounphrases import is_capital, is_word
from rudaw_scraper.quotes.tables import english as en
from rudaw_scraper.quotes.tables.rows import words

CUES: Final = en.SAYING | en.NAMING | en.PLAIN | frozenset(en.PHRASAL)
_NOUNS_TOO: Final = words(
    "claims reports comments posts notes states answers charges promises calls views remarks tweets texts points"
    " shares demands offers attacks questions shouts warning charge thought"
    " feeling saw painted finds found felt"
)
_TOLD: Final = words("told asked warned advised urged ordered informed instructed")  # "was told by a guard to “…”"
_WHAT: Final = 10  # words between "what" and the verb in "what its chief negotiator calls"
_WITH_THAT: Final = ("states", "notes")  # "the constitution states that" is a verb
_PERCEIVING: Final = words("felt feel found find saw see seen heard thought")
_MODALS: Final = words("would could might may should will must")
_DOUBTFUL: Final = _PERCEIVING | _NOUNS_TOO | en.NOMINAL | {"agreed"}
_BEFORE_NOUNS: Final = words("the a an his her their its")
_BOUND: Final = en.PLAIN | frozenset(en.PHRASAL)


def places(low: list[str], table: frozenset[str], first: int, last: int) -> list[int]:
    """Return the indexes from ``first`` to ``last`` (exclusive) of the words that are in a table."""
    found = table.intersection(low)
    if not found:
        return []
    if len(found) == 1:
        (word,) = found
        if low.count(word) == 1:
            index = low.index(word)
            return [index] if first <= index < last else []
    return [index for index in range(first, last) if low[index] in found]


def is_cue(clause: Clause, index: int) -> bool:
    """Tell whether the word at ``index`` is a reporting verb, not a noun, a passive or part of another verb."""
    low = clause.lower
    folded = low[index]
    if folded not in CUES or clause.words[index][0].isupper():
        return False
    if index == 0:
        return folded not in en.PHRASAL
    previous = low[index - 1]
    if previous in en.ADVERBS and index > 1 and previous != "to":
        previous = low[index - 2] if previous not in ("been", "be") else previous
    if folded in _BOUND:
        return _is_bound_cue(low, index, previous)
    if previous in en.BE and not folded.endswith("ing"):
        return (folded in en.NAMING or folded in _TOLD) and low[index + 1 : index + 2] == ["by"]
    if folded in _DOUBTFUL:
        return _is_verb_here(clause, index, previous)
    return previous not in _BEFORE_NOUNS


def _is_verb_here(clause: Clause, index: int, previous: str) -> bool:
    """Tell it of a word that is a noun as well, or tells what somebody perceives."""
    low = clause.lower
    folded = low[index]
    if folded in _PERCEIVING and not _MODALS.isdisjoint(low[max(0, index - 2) : index]):
        return False  # "people would have felt “a jolt”"
    if folded == "agreed":
        return low[index + 1 : index + 2] != ["to"] or index + 2 == len(low)  # "agreed to send “…”" reports nothing
    if previous in en.PREPOSITIONS and folded in en.NOMINAL:
        return False  # "met with chants"
    if folded in _NOUNS_TOO:
        if folded in ("calls", "claims") and "what" in low[max(0, index - _WHAT) : index]:
            return True
        if folded == "warning" and low[index + 1 : index + 2] == ["that"] and is_word(previous):
            return previous in en.TITLES or previous[-1] == "s"
        before_word = clause.words[index - 1]
        if folded in _WITH_THAT and low[index + 1 : index + 2] == ["that"]:
            return previous not in en.DETERMINERS
        return previous in en.PRONOUNS or is_capital(before_word) or previous in en.ADVERBS or before_word == ","
    return previous not in _BEFORE_NOUNS


def _is_bound_cue(low: list[str], index: int, previous: str) -> bool:
    """Tell it of a verb that reports only in certain company: "shot back", "critics call"."""
    folded = low[index]
    following = low[index + 1] if index + 1 < len(low) else ""
    if folded in en.PHRASAL:
        return following in en.PHRASAL[folded] and previous != "to"
    return previous in en.PLURALS or (previous[-1] == "s" and is_word(previous) and previous not in en.BE)
