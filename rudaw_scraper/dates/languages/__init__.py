"""The date words of the five languages, one table each.

Each language's words are joined by the English ones, which occur on the pages of every edition.
"""

from __future__ import annotations

from typing import Final

from rudaw_scraper.dates.languages.arabic import ARABIC
from rudaw_scraper.dates.languages.english import ENGLISH
from rudaw_scraper.dates.languages.kurmanji import KURMANJI
from rudaw_scraper.dates.languages.sorani import SORANI
from rudaw_scraper.dates.languages.turkish import TURKISH
from rudaw_scraper.dates.languages.words import DateWords

_TABLES: Final = {"ckb": SORANI, "kmr": KURMANJI, "ar": ARABIC, "tr": TURKISH}

#: dateparser has no Kurmanji; the other language that its readers meet is Turkish.
GUESS_LANGUAGES: Final = {"en": "en", "ckb": "ckb", "kmr": "tr", "ar": "ar", "tr": "tr"}


def tables(language: str) -> tuple[DateWords, ...]:
    """Return the tables for a page in ``language`` (BCP 47): its own, if there is one, then the English one."""
    own = _TABLES.get(language)
    return (ENGLISH,) if own is None else (own, ENGLISH)
