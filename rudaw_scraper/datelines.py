"""The place line that opens a report: "ERBIL, Kurdistan Region –", "Hewlêr (Rûdaw) –", "رووداو - هەولێر"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rudaw_scraper.editions import EDITIONS
from rudaw_scraper.letters import letters_key

_LONGEST: Final = 70  # characters
_DASHES: Final = r"–—―ـ\-"  # inside a character class
_JOINTS: Final = re.compile(rf"\s*[{_DASHES}]+\s*|\s*[()]\s*|\s*[،,]\s*")
_DIGIT: Final = re.compile(r"\d")
_WORD: Final = "[A-ZÇĞİÖŞÜÊÎÛ][A-ZÇĞİÖŞÜÊÎÛ'’.-]*+"
# A place in capitals, then perhaps a region, then a dash that is set off by space at least on one side.
_CAPITALS: Final = re.compile(
    rf"^(?P<place>{_WORD}(?:\s{_WORD})*+\s?(?:,\s*[^\W\d_][^,.;:{_DASHES}“\"]{{1,40}}){{0,2}}"
    rf"(?:\s*\([^)]{{2,30}}\))?)\s*(?:\s[{_DASHES}]+\s*|[–—]\s*)"
)


def inline_dateline(paragraph: str, edition_name: str) -> str | None:
    """Return the place line that a paragraph begins with, without its dash; ``None`` if it has none."""
    start = paragraph[: _LONGEST + 10]
    match = _agency_pattern(edition_name).match(start) or _CAPITALS.match(start)
    if match is None or match.end() >= len(paragraph):
        return None
    place = match["place"].strip()
    return place if len(place) <= _LONGEST and not place.isdigit() and len(place) > 2 else None


def own_line_dateline(text: str, edition_name: str) -> str | None:
    """Return the place line that a whole line is, without a dash at its end; ``None`` if it is none."""
    if len(text) > _LONGEST:
        return None
    stripped = text.rstrip(" :-–—―ـ")
    agencies = _agencies(edition_name)
    dashed = stripped != text.strip()
    key = letters_key(stripped)
    if not dashed and not any(agency in key for agency in agencies):
        return None  # as nearly every line
    parts = [part.strip() for part in _JOINTS.split(stripped) if part.strip()]
    if any(len(part.split()) > 4 for part in parts) or _DIGIT.search(stripped):
        return None  # "Rudaw 22/7/2017" is a byline
    named = [part for part in parts if letters_key(part) in agencies]
    if named and (len(parts) > len(named) or key in _standing_alone(edition_name)):
        return stripped
    match = _CAPITALS.match(f"{stripped} – x")
    return stripped if match is not None and dashed else None


@lru_cache(maxsize=len(EDITIONS))
def _agencies(edition_name: str) -> frozenset[str]:
    return frozenset(map(letters_key, (*EDITIONS[edition_name].agency_names, "Rudaw", "Rûdaw")))


@lru_cache(maxsize=len(EDITIONS))
def _standing_alone(edition_name: str) -> frozenset[str]:
    """Names of the house that stand for a place line by themselves: those of more than one word."""
    return frozenset(letters_key(name) for name in EDITIONS[edition_name].agency_names if " " in name)


@lru_cache(maxsize=len(EDITIONS))
def _agency_pattern(edition_name: str) -> re.Pattern[str]:
    """Match a place with the house's name in brackets, or the house's name, a dash and a place; then a dash."""
    names = "|".join(map(re.escape, sorted({*EDITIONS[edition_name].agency_names, "Rudaw", "Rûdaw"}, key=len)))
    word = rf"[^\s\d{_DASHES}(),،.:“\"]++"
    place = rf"{word}(?:[ ,،]++{word}){{0,4}}?"
    return re.compile(
        rf"^(?P<place>{place}\s*\((?:{names})\)|(?:{names})\s*[{_DASHES}/]\s*{place})\s*[{_DASHES}:]+\s*", re.IGNORECASE
    )
