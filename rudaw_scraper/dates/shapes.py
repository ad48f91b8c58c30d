"""The shapes of date expressions, as regular expressions over folded text.

The shapes are the same in all languages; the words in them come from the tables. Every repetition is bounded or
runs over one kind of character, and the shapes are only tried on short stretches of text, so no text is slow.

Parts are named groups: ``n1 mid y`` for numbers in an unknown order, ``d mon mon2 y`` for named months, ``num unit
counted`` for "n hours ago" (with 0 for the first part of a sum), ``word`` for "yesterday", ``wd…`` for weekdays, and
for clock times before (b) and after (a) the date ``h m s f ap z v`` (hour to fraction, AM or PM, offset, vague zone
name).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

from rudaw_scraper.dates.fold import fold
from rudaw_scraper.dates.languages.words import DateWords
from rudaw_scraper.dates.parsed import Precision

Shape = Literal["numeric", "iso", "worded", "relative", "day-word"]
FULL: Final = ("numeric", "iso", "worded")  # those of full dates

#: Names of zones that mean different offsets in different places; a clock time beside one is not read.
_VAGUE_ZONES: Final = "et|ct|mt|pt|ist|ast|est|edt|pst|pdt|cst|cdt|mst|mdt|bst|cet|cest|eet|eest|msk|trt|gst|irst|kst"
_ZONE: Final = r"(?:utc|gmt)? ?[+-]\d{1,2}(?::?\d\d)?|z|utc|gmt|ut"
_GAP: Final = r"(?: *[-,|·•] *| +)"
_MARK: Final = " *[-,&+] *"
_BETWEEN: Final = r"(?: *[-/.,] *| +|)"
_MIDDLE: Final = r" ?/ ?\d{1,2} ?/ ?|-\d{1,2}-|\.\d{1,2}\."
#: A year of these centuries makes three numbers in a line a date; others are versions, scores, telephone numbers.
_YEAR: Final = r"(?:19|20)\d\d"
_NUMBER_ENDS: Final = r"(?!\d)(?![/.:-]\d)"
#: An expression may stand at the start of a word, or be digits that letters run into ("Rudaw22/7/2017").
STARTS: Final = r"(?:(?<!\w)|(?<![\d_])(?=\d))(?<!\d[.:,-])(?<![/\\])"


_FINE: Final[tuple[Precision, ...]] = ("second", "minute", "hour", "day")
_COARSE: Final[tuple[Precision, ...]] = ("week", "month", "year")


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern for any of ``words``, the longest first; spaces in them may be doubled."""
    folded = {fold(word) for word in words}
    folded |= {word[:-1] for word in folded if word.endswith(".")}
    ordered = sorted(folded, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", " +") for word in ordered) or r"(?!)"


def without_names(source: str) -> str:
    """Return the pattern without named groups, so that it can stand beside others."""
    return re.sub(r"\(\?P<\w+>", "(?:", source)


class Sources:
    """The patterns of the shapes for one set of word tables, as source text."""

    def __init__(self, words: tuple[DateWords, ...]) -> None:
        self._words = words
        self._month_end = self._endings(table.month_endings for table in words)
        self._day_end = self._endings(table.day_endings for table in words)
        self._year_end = self._endings(table.year_endings for table in words)
        self._weekdays = alternatives(day for t in words for group in t.weekdays.values() for day in group)
        self._months = alternatives(
            month for t in words for names in (t.months, t.unsure_months) for group in names.values() for month in group
        )
        self._half = alternatives(half for table in words for half in (*table.am, *table.pm))
        self._day_lead = self._lead(lead for table in words for lead in table.day_leads)
        self._month_lead = self._lead(lead for table in words for lead in table.month_leads)
        self._year_lead = self._lead(lead for table in words for lead in table.year_leads)
        clock_leads = alternatives(lead for table in words for lead in table.clock_leads)
        self._clock_lead = rf"(?:(?:{clock_leads})(?: *: *| +))?"
        self._clock_end = self._endings(table.clock_endings for table in words)
        self._numbers = alternatives(number for table in words for number in table.numbers)
        self._quantities = alternatives(word for table in words for word in (*table.numbers, *table.quantities))
        ands = alternatives(word for table in words for word in table.ands)
        self._plus = rf"(?: *, *(?:(?:{ands}) *)?| +(?:{ands}) *| +)"
        joints = alternatives(word for table in words for word in (*table.ands, *table.ranges))
        self._joint = rf"(?: +(?:{joints})(?: +(?:the|an?))? *)"

    @staticmethod
    def _endings(sources: Iterable[str]) -> str:
        joined = "|".join(filter(None, sources))
        return f"(?:{joined})?" if joined else ""

    @staticmethod
    def _lead(words: Iterable[str]) -> str:
        return f"(?:(?:{alternatives(words)}) +)?"

    def absolute(self) -> dict[Shape, tuple[str, ...]]:
        """Return the patterns of full dates with the weekday and clock time that may go with them."""
        return {
            "numeric": (self._framed(rf"(?P<n1>\d{{1,2}})(?P<mid>{_MIDDLE})(?P<y>\d{{4}}|\d\d){_NUMBER_ENDS}"),),
            "iso": (self._framed(rf"(?P<y>\d{{4}})(?P<mid>{_MIDDLE})(?P<d>\d{{1,2}}){_NUMBER_ENDS}"),),
            "worded": tuple(self._framed(core) for core in self._worded()),
        }

    def any_absolute(self) -> str:
        """Return one unnamed pattern for full dates; a two-digit year only counts between slashes."""
        numeric = rf"(?:{_YEAR}(?:{_MIDDLE})\d{{1,2}}|\d{{1,2}}(?:{_MIDDLE}){_YEAR}|\d{{1,2}}/\d{{1,2}}/\d\d)"
        cores = "|".join((numeric + _NUMBER_ENDS, *self._worded()))
        return without_names(self._framed(f"(?:{cores})"))

    def joining(self) -> str:
        """Return the pattern of a last word before a date that may be part of the expression."""
        halves = alternatives(half.split()[-1] for table in self._words for half in (*table.am, *table.pm))
        words = rf"(?:{self._weekdays}){self._month_end}|{halves}|{_VAGUE_ZONES}|utc|gmt|z"
        return rf".*\d(?::\d.*|{halves})|(?:.*\W)?(?:{words})"

    def relative(self, *, coarse: bool, fine: bool = True) -> str:
        """Return the pattern of "n hours ago"; ``coarse`` counts weeks and longer, ``fine`` what is shorter.

        A count may be a sum of two: "1 day 3 hours ago". Without ``fine`` one part of it must be coarse.
        """
        if fine:
            units = _FINE + _COARSE if coarse else _FINE
            amount = rf"(?:{self._amount(units, '0')}{self._plus})?{self._amount(units)}"
        else:
            amount = (
                rf"(?:(?:{self._amount(_FINE + _COARSE, '0')}{self._plus})?{self._amount(_COARSE)}|"
                rf"{self._amount(_COARSE)}{self._plus}{self._amount(_FINE)})"
            )
        after = alternatives(ago for table in self._words for ago in table.ago_after)
        before = [ago for table in self._words for ago in table.ago_before]
        suffixed = rf"{amount} +(?:{after})"
        if not before:
            return suffixed
        prefixed = re.sub(r"\(\?P<(\w+)>", r"(?P<p\1>", amount)
        return rf"(?:{suffixed}|(?:{alternatives(before)}) +{prefixed}(?!\w))"

    def _amount(self, wanted: tuple[Precision, ...], part: str = "") -> str:
        """Return the pattern of "3 hours" and "an hour" in the ``wanted`` units; ``part`` ends the groups' names."""
        units = alternatives(f for t in self._words for u, forms in t.units.items() if u in wanted for f in forms)
        counted = alternatives(f for t in self._words for f, (_, u) in t.counted.items() if u in wanted)
        return (
            rf"(?:(?P<num{part}>\d{{1,4}}) *(?P<unit{part}>{units})|"
            rf"(?P<numword{part}>{self._numbers}) +(?P<unitword{part}>{units})|(?P<counted{part}>{counted}))"
        )

    def before_date(self) -> str:
        """Return the pattern of what, right before a full date, makes it the end of a range or a list, or no date.

        ``low`` is a number that starts a range if it is less than the one behind it, or if ``word`` stands between.
        """
        end, mark, word = self._month_end, _MARK, self._joint
        halves = rf"(?:\d:\d\d(?: ?(?:{self._half}))?(?:{mark}|{word}))"
        number = rf"(?<![\w/.:-])(?P<low>\d{{1,2}}){self._day_end}(?:{mark}|(?P<word>{word}))"
        day, month, year = rf"\d{{1,2}}{self._day_end}", rf"(?:{self._months}){end}", rf"{_YEAR}{self._year_end}"
        worded = (
            rf"{day}{_BETWEEN}{self._month_lead}{month}(?:[ ,]+{self._year_lead}{year})?|{month} +{day}(?:,? *{year})?"
        )
        numeric = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d"
        version = r"(?<![^\W\d_])(?:v|ver\.? ?|version ?)"
        return rf"(?:{number}|(?<!\w)(?:{numeric}|{worded})(?:{mark}|{word}| +)|{halves}|{version})\Z"

    def before_clock(self) -> str:
        """Return the pattern of AM or PM right before a clock time, which may belong to it."""
        return rf"(?<!\w)(?:{self._half})\.? *\Z"

    def before_count(self) -> str:
        """Return the pattern of what makes "3 hours ago" behind it a part of something; groups as in before_date."""
        mark, word = _MARK, self._joint
        number = rf"(?<![\w/.:])(?P<low>\d{{1,4}})(?:{mark}|(?P<word>{word}))"
        amount = without_names(self._amount(_FINE + _COARSE))
        return rf"(?:{number}|(?<!\w)(?:{amount}(?:{mark}|{word}| +)|(?:{self._quantities}){word}))\Z"

    def before_number_word(self) -> str:
        """Return the pattern of what makes "two hours ago" behind it a part of something: "twenty", "half"."""
        return rf"(?<!\w)(?:{self._quantities})[-, ]+\Z"

    def before_day_word(self) -> str:
        """Return the pattern of what makes "yesterday" another day: "before"."""
        shifts = alternatives(word for t in self._words for word in (*t.shifts, *t.ago_before))
        return rf"(?<!\w)(?:{shifts}) +\Z"

    def range_start(self) -> str:
        """Return the pattern of what, right behind a full date, makes it the start of a range or a list."""
        day = rf"\d{{1,2}}{self._day_end}{_BETWEEN}(?:{self._months})|(?:{self._months}){self._month_end} +\d"
        return rf"(?:{_MARK}|{self._joint}| +)(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d|{day})"

    def day_word(self, *, clock: bool) -> str:
        """Return the pattern of "yesterday", or with ``clock`` of "yesterday at 10:19"."""
        word = rf"(?P<word>{alternatives(word for table in self._words for word in table.days_back)})(?!\w)"
        return rf"{word}(?: *[-,|] *| +){self._clock_lead}{self._clock('a')}" if clock else word

    def _worded(self) -> tuple[str, ...]:
        end = self._month_end
        day = rf"(?P<d>\d{{1,2}})(?!\d){self._day_end}"
        month = rf"(?P<mon>{self._months}){end}\.?"
        second = rf"(?:(?: ?[/-] ?| ?\()(?P<mon2>{self._months}){end}\)?)?"
        year = rf"(?P<y>{_YEAR})(?!\d){self._year_end}(?![^\W\d])"
        return (
            rf"{day}{_BETWEEN}{self._month_lead}{month}{second}{_BETWEEN}{self._year_lead}{year}",
            rf"{month} +{day} *,? *{year}",
            rf"(?P<y>{_YEAR})(?: *[-/.,] *| +){month}(?: *[-/.,] *| +){day}",
        )

    def _framed(self, core: str) -> str:
        """Return ``core`` with the weekday and the clock time that may stand before or after it."""
        weekday = rf"(?:{self._weekdays}){self._month_end}(?!\w)"
        before = rf"(?:{self._clock('b')}{_GAP})?(?:{self._day_lead}(?P<wd>{weekday})\.?(?:{_GAP}|(?=\d)))?"
        after_day = rf"(?:{_GAP}\(?(?P<wd2>{weekday})\)?)?"
        clock = rf"(?:(?:t(?=\d)|{_GAP}{self._clock_lead}){self._clock('a')})?"
        return rf"{before}{core}{after_day}{clock}"

    def _clock(self, part: str) -> str:
        colon = "[:.]" if part == "a" else ":"  # "10.15" is a clock time only behind a date
        return (
            rf"(?P<{part}h>\d{{1,2}})"
            rf"(?:{colon}(?P<{part}m>\d\d)(?::(?P<{part}s>\d\d)(?:[.,](?P<{part}f>\d{{1,9}}))?)?"
            rf"|(?={self._clock_end} ?(?:{self._half})(?!\w)))(?![\d:]){self._clock_end}"
            rf"(?: ?(?P<{part}ap>{self._half})(?!\w))?"
            rf"(?: ?\(?(?:(?P<{part}z>{_ZONE})|(?P<{part}v>{_VAGUE_ZONES}))\)?(?![\w:]))?"
        )
