"""The compiled shapes and word tables of one language, made once and kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from rudaw_scraper.dates.fold import TABLE, fold
from rudaw_scraper.dates.languages import tables
from rudaw_scraper.dates.languages.words import DateWords
from rudaw_scraper.dates.parsed import Precision
from rudaw_scraper.dates.shapes import Shape, Sources, without_names
from rudaw_scraper.letters import word_look

#: What may stand around an expression without belonging to it.
EDGES: Final = " |()[]{}<>·•-,;:.!*»«\"'=_~/\\"
#: What may stand around a date in a page's text: also marks of direction, joiners and spaces of all kinds.
AROUND: Final = (
    EDGES
    + "–—،؛\t\n\r\x0b\x0c\x85\xa0\u061c\ufeff"
    + "".join(map(chr, (*range(0x2000, 0x2010), *range(0x2028, 0x2030), *range(0x205F, 0x206A))))
)
_EDGE: Final = f"[{re.escape(EDGES)}]*"


class LazyPattern:
    """A regular expression that is compiled when first asked: some take ten milliseconds, and few pages need all."""

    __slots__ = ("_compiled", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._compiled: re.Pattern[str] | None = None

    def _get(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.source)
        return self._compiled

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Match where ``start`` says."""
        return self._get().match(text, start)

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first match."""
        return self._get().search(text)

    def fullmatch(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Match all of the text from ``start`` on."""
        return self._get().fullmatch(text, start)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns over folded text, and tables from folded words to what they mean."""

    #: Each matches a whole expression and names its parts; to be tried in this order.
    shapes: tuple[tuple[Shape, LazyPattern], ...]
    #: An expression that needs no more than to stand at the start of a word (group 1 a full date, 2 "yesterday at
    #: 10:19", 3 "3 hours ago"); one for which a separator, or the text's edge, must vouch; the same at a text's start.
    sure: LazyPattern
    weak: LazyPattern
    leading_weak: LazyPattern
    leading_absolute: LazyPattern
    #: Month and whether the name is sure.
    months: Mapping[str, tuple[int, bool]]
    weekdays: Mapping[str, int]
    units: Mapping[str, Precision]
    numbers: Mapping[str, int]
    #: All words of quantity, the numbers among them.
    quantities: frozenset[str]
    counted: Mapping[str, tuple[int, Precision]]
    days_back: Mapping[str, int]
    ago_before: tuple[str, ...]
    pm: frozenset[str]
    noon: frozenset[str]
    #: What right before an expression takes its meaning away, by kind, and what does so right behind a date.
    before_date: LazyPattern
    before_clock: LazyPattern
    before_count: LazyPattern
    before_number_word: LazyPattern
    before_day_word: LazyPattern
    range_start: LazyPattern
    #: A last word that may belong to a date behind it: a weekday, AM or PM, a zone.
    joining: LazyPattern
    #: Words that can end an expression, or start one that holds no digit.
    last_words: frozenset[str]
    first_words: frozenset[str]
    #: The first four letters of all words that can start an expression, or all where there are fewer (of one letter:
    #: with the space behind it); and the first two.
    starts: frozenset[str]
    short_starts: frozenset[str]
    #: A first look at a text's first and last word: see :func:`rudaw_scraper.letters.word_look`.
    may_begin: Callable[[str], bool] = field(compare=False)
    may_end: Callable[[str], bool] = field(compare=False)
    #: Words met in texts, and whether they can.
    endings: dict[str, bool] = field(default_factory=dict, compare=False)
    beginnings: dict[str, bool] = field(default_factory=dict, compare=False)


def spelling(words: str) -> str:
    """Return the key of a word or phrase in the grammar's tables."""
    return " ".join(fold(words).split())


@lru_cache(maxsize=16)
def grammar(language: str) -> Grammar:
    """Return the grammar for pages in ``language``; an unknown language has the English one."""
    words = tables(language)
    sources = Sources(words)
    absolute = sources.any_absolute()
    fine = without_names(sources.relative(coarse=False))
    coarse = without_names(sources.relative(coarse=True, fine=False))
    timed = without_names(sources.day_word(clock=True))
    day_word = without_names(sources.day_word(clock=False))
    starts = frozenset(fold(phrase).split()[0].ljust(2)[:4] for phrase in _first_phrases(words))
    last_words = _last_words(words)
    first_words = frozenset(spelling(phrase).split()[0].strip(EDGES) for phrase in _first_phrases(words))
    look = word_look(first_words, last_words, AROUND, TABLE)
    weak = f"{coarse}|{day_word}"
    shapes: list[tuple[Shape, str]] = [
        (shape, source) for shape, found in sources.absolute().items() for source in found
    ]
    shapes += [
        ("relative", sources.relative(coarse=True)),
        ("day-word", sources.day_word(clock=True)),
        ("day-word", sources.day_word(clock=False)),
    ]
    return Grammar(
        shapes=tuple((shape, LazyPattern(source)) for shape, source in shapes),
        sure=LazyPattern(f"({absolute})|({timed})|({fine})"),
        weak=LazyPattern(f"({weak})"),
        leading_weak=LazyPattern(rf"({weak})(?= *(?:[|·•-]|\Z))"),
        leading_absolute=LazyPattern(rf"{_EDGE}({absolute})(?!\w)(?! *\d)(?![.,:/-]\d)"),
        months={
            spelling(form): (month, sure_name)
            for table in reversed(words)
            for names, sure_name in ((table.unsure_months, False), (table.months, True))
            for month, forms in names.items()
            for form in forms
        },
        weekdays={spelling(f): day for t in reversed(words) for day, forms in t.weekdays.items() for f in forms},
        units={spelling(f): unit for t in reversed(words) for unit, forms in t.units.items() for f in forms},
        numbers={spelling(number): n for t in reversed(words) for number, n in t.numbers.items()},
        quantities=frozenset(spelling(word) for t in words for word in (*t.numbers, *t.quantities)),
        counted={spelling(form): count for t in reversed(words) for form, count in t.counted.items()},
        days_back={spelling(word): days for t in reversed(words) for word, days in t.days_back.items()},
        ago_before=tuple(spelling(ago) + " " for table in words for ago in table.ago_before),
        pm=frozenset(spelling(half).rstrip(".") for table in words for half in table.pm),
        noon=frozenset(spelling(half) for table in words for half in table.noon),
        before_date=LazyPattern(sources.before_date()),
        before_clock=LazyPattern(sources.before_clock()),
        before_count=LazyPattern(sources.before_count()),
        before_number_word=LazyPattern(sources.before_number_word()),
        before_day_word=LazyPattern(sources.before_day_word()),
        range_start=LazyPattern(sources.range_start()),
        joining=LazyPattern(sources.joining()),
        last_words=last_words,
        first_words=first_words,
        starts=starts,
        short_starts=frozenset(start[:2] for start in starts),
        may_begin=look.may_begin,
        may_end=look.may_end,
    )


def _last_words(words: tuple[DateWords, ...]) -> frozenset[str]:
    phrases: list[str] = []
    for table in words:
        phrases += [*table.ago_after, *table.days_back, *table.am, *table.pm, "utc", "gmt"]
        phrases += [day for group in table.weekdays.values() for day in group]
        if table.ago_before:
            phrases += [*table.counted, *(form for forms in table.units.values() for form in forms)]
    return frozenset(spelling(phrase).split()[-1].strip(EDGES) for phrase in phrases)


def _first_phrases(words: tuple[DateWords, ...]) -> list[str]:
    phrases: list[str] = []
    for table in words:
        phrases += [*table.ago_before, *table.days_back, *table.counted, *table.numbers, *table.day_leads]
        phrases += [day for group in table.weekdays.values() for day in group]
        phrases += [
            month for names in (table.months, table.unsure_months) for group in names.values() for month in group
        ]
    return phrases
