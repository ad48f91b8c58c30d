"""Dates in many languages, by shape: enough to find where a list of comments carries its dates.

The date engine reads the five languages of the site. A page of an unknown layout may be in another; here a date
is only found, by numbers, month stems and the words of "ago", and is given to the engine as it stands.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from rudaw_scraper.dates import find_date, is_date
from rudaw_scraper.more_dates import ONE, OTHER_DAY, OTHER_UNIT, counted_day, other_day

# The first three letters of the months, in languages of Latin, Cyrillic and Greek script, each with its number.
_ROWS: Final = (
    "jan feb mar apr may jun jul aug sep oct nov dec",  # English
    "jän feb mär apr mai jun jul aug sep okt nov dez",  # German; Norwegian, Dutch and Swedish mostly alike
    "jan fev mrz abr mei giu jui ago set out noi déc",  # some of French, Portuguese, Dutch, Romanian
    "gen fév maa avr mag giu lug aoû set ott nov dic",  # Italian and French
    "ene feb mar abr maj jun iul ago sep oct nov dic",  # Spanish; Danish, Polish and Romanian some
    "sty lut mar kwi maj cze lip sie wrz paź lis gru",  # Polish
    "led úno bře dub kvě čer jul srp zář říj lis pro",  # Czech
    "oca şub mar nis may haz tem ağu eyl eki kas ara",  # Turkish
    "янв фев мар апр май июн июл авг сен окт ноя дек",  # Russian
    "січ лют бер кві тра чер лип сер вер жов лис гру",  # Ukrainian
    "jan feb már ápr máj jún júl aug sze okt nov des",  # Hungarian; Norwegian and Catalan some
    "tam hel maa huh tou kes hei elo syy lok --- jou",  # Finnish; November begins as March in other languages
    "sij vel ožu tra svi --- --- kol ruj --- stu ---",  # Croatian; the others begin as other months in Polish or Czech
    "ιαν φεβ μαρ απρ μαΐ ιου ιου αυγ σεπ οκτ νοε δεκ",  # Greek
)
_STEMS: Final = {"мая": 5, "μαϊ": 5, "ian": 1, "iun": 6, "agu": 8} | {
    stem: number for row in reversed(_ROWS) for number, stem in enumerate(row.split(), start=1) if stem.isalpha()
}
# Two months that begin alike, told by how they go on.
_LATER: Final = (
    ("juil", 7),
    ("juin", 6),
    ("marras", 11),
    ("lipnj", 6),
    ("srpnj", 7),
    ("července", 7),
    ("červenec", 7),
    ("ιουλ", 7),
    ("ιουν", 6),
)
_MONTH: Final = rf"(?:{'|'.join(_STEMS)})[^\W\d_]{{0,9}}\.?"
_COUNT: Final = rf"(?:\d{{1,3}}|{ONE})"
_CLOCK: Final = r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?(?:[ap]\.?m\.?|uhr))?"
_DAY: Final = (
    r"\d{4}-\d{1,2}-\d{1,2}(?:[t ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:z|[+-]\d{2}:?\d{2})?)?"
    r"|\d{4}[./]\d{1,2}[./]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|º|ª)?(?:\.?[\s-]+|[./])(?:of\s+|de\s+|d['’]\s?)?{_MONTH},?(?:[\s-]+|[./])(?:de[l]?\s+)?'?"
    rf"(?:\d{{4}}|\d\d)"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:\d{{4}}|'\d\d)|\d{{4}}\.?\s+{_MONTH}\s+\d{{1,2}}\.?|{OTHER_DAY}"
)
_JOINT: Final = (
    r"(?:\s*[,،]?\s*(?:at|um|à|a las|alle(?: ore)?|ore|às|om|klo?\.?|saat|o|godz\.?|v|в|о|στις|pukul|jam|lúc|"
    r"الساعة|ساعت|در|@|[-–—|·])?\s*)"
)
_AGO: Final = (  # behind a count
    "ago|önce|geleden|sedan|siden|fa|atrás|temu|назад|тому|berê|yang lalu|lalu|پیش|قبل|zpět|trước|ezelőtt|sitten"
)
_SINCE: Final = "vor|il y a|hace|há|před|pred|acum|πριν(?: από)?|منذ|قبل|לפני"  # before one
_ANY: Final = re.compile(
    rf"(?<!\w)(?:(?P<clock_first>{_CLOCK}\s*,?\s*(?:on\s+|am\s+)?)?(?P<day>{_DAY})(?:{_JOINT}{_CLOCK})?"
    rf"|(?P<ago>{_COUNT}\s*{OTHER_UNIT}(?:\s*,?\s*(?:and\s+)?\d{{1,2}}\s*{OTHER_UNIT})?\s+(?:{_AGO})"
    rf"|(?:{_SINCE})\s+(?:ca\.\s+)?{_COUNT}\s*{OTHER_UNIT}"
    rf"|\d{{1,2}}\s?(?:分|時間|日|週間)前|\d{{1,2}}(?:분|시간|일|주) 전)"
    rf"|(?:today|yesterday|heute|gestern|hier|aujourd['’]hui|hoy|ayer|oggi|ieri|vandaag|gisteren|bugün|dün){_JOINT}{_CLOCK}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?{_JOINT}{_CLOCK}|\d{{1,2}}\.?\s+{_MONTH}{_JOINT}{_CLOCK})(?!\w)",
    re.IGNORECASE,
)
_NAMED_DAY: Final = re.compile(
    rf"(?<!\w)(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|º|ª)?(?:\.?[\s-]+|[./])(?:of\s+|de\s+|d['’]\s?)?(?P<m1>{_MONTH}),?"
    rf"(?:[\s-]+|[./])(?:del?\s+)?"
    rf"(?P<y1>\d{{4}})|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    rf"|(?P<y3>\d{{4}})\.?\s+(?P<m3>{_MONTH})\s+(?P<d3>\d{{1,2}}))(?!\w)",
    re.IGNORECASE,
)
_HINT: Final = re.compile(r"\d|\b(?:an?|ein|eine[mnr]?|une?|una|hace|vor|satu)\b", re.IGNORECASE)
_LONGEST: Final = 300
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)")


def find_any_date(text: str, language: str) -> tuple[int, int] | None:
    """Return start and end of the first date in a short text, in the page's language or another; ``None`` for none."""
    if len(text) > _LONGEST or not _HINT.search(text):
        return None
    found = _ANY.search(text)
    if found is not None:
        return found.span()
    return find_date(text, language) if is_date(text, language) or len(text) < 80 else None


def known_day(text: str) -> date | None:
    """Return the day of a date with a month's name, or of the Persian calendar; ``None`` for any other."""
    found = _NAMED_DAY.search(text)
    if found is None:
        return other_day(text)
    month = (found["m1"] or found["m2"] or found["m3"]).lower()
    number = next((later for start, later in _LATER if month.startswith(start)), _STEMS[month[:3]])
    try:
        year, day = found["y1"] or found["y2"] or found["y3"], found["d1"] or found["d2"] or found["d3"]
        return date(int(year), number, int(day))
    except ValueError:
        return None


def ago_day(text: str, captured_at: datetime) -> date | None:
    """Return the day of "three days ago" in one of the languages known here; ``None`` for months, years and others."""
    found = _ANY.search(text)
    return counted_day(text, captured_at) if found is not None and found["ago"] is not None else None


def machine_date(value: str | None) -> str | None:
    """Return an attribute's value if it is an ISO date, for which no language is needed."""
    return value.strip() if value and _ISO.match(value.strip()) else None
