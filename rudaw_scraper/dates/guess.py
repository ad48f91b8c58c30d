"""dateparser for dates that no shape covers, fenced in.

Only a short text with a day, a word or two and a four-digit year is shown to it, in one language, with its parser
for absolute times alone; the day and the year it finds must be those printed. Its readings are marked "guess".
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Final

from rudaw_scraper.dates.fold import fold
from rudaw_scraper.dates.grammar import grammar
from rudaw_scraper.dates.languages import GUESS_LANGUAGES
from rudaw_scraper.dates.moments import baghdad
from rudaw_scraper.dates.parsed import FIRST_YEAR, ParsedDate

_WORD: Final = r"[^\W\d_]{3,20}\.?"
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_FENCE: Final = re.compile(
    rf"(?:{_WORD},? )?(?:(?P<d1>\d{{1,2}})\.?[ -]{_WORD}(?: {_WORD})?|{_WORD} (?P<d2>\d{{1,2}})),?[ -](?P<y>\d{{4}})"
)


def guess(text: str, language: str, captured_at: datetime) -> ParsedDate | None:
    """Return dateparser's reading of a text that looks like day, month name and year, or None."""
    fenced = _FENCE.fullmatch(fold(text).strip())
    if fenced is None or int(fenced["y"]) < FIRST_YEAR:
        return None
    words = grammar(language)
    printed = _LETTERS.findall(fenced[0])
    if not words.quantities.isdisjoint(printed):  # to dateparser "22 two 2017" is in February
        return None
    found = _dateparser(text.strip(), language, captured_at)
    if found is None or (found.day, found.year) != (int(fenced["d1"] or fenced["d2"]), int(fenced["y"])):
        return None
    if any(words.weekdays.get(word, found.weekday()) != found.weekday() for word in printed):
        return None
    return ParsedDate(found.date(), None, "day", text.strip(), "guess")


def _dateparser(text: str, language: str, captured_at: datetime) -> datetime | None:
    import dateparser  # a fifth of a second, for a few pages only

    settings: dict[str, Any] = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "STRICT_PARSING": True,
        "PREFER_LOCALE_DATE_ORDER": False,
        "RELATIVE_BASE": baghdad(captured_at).replace(second=0, microsecond=0, tzinfo=None),
    }
    try:
        return dateparser.parse(text, languages=[GUESS_LANGUAGES.get(language, "en")], settings=settings)
    except Exception:  # whatever a library makes of odd text: it is no date
        return None
