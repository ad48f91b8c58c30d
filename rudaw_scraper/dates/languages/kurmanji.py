"""Kurmanji date words.

Month spellings as counted in Kurmanji news, the most used first. Çileya Pêşîn is December and Çileya Paşîn January.
Bare Kanûn is nearly always December in news but can be January, so it is marked as unsure; bare Çirî is October as
often as November and is not read. Endings: ``9'ê Çileya 2013'an``, ``25ê Gulana 2026an``.
"""

from __future__ import annotations

from typing import Final

from rudaw_scraper.dates.languages.words import DateWords

_FIRST: Final = ("Pêşîn", "Pêşî", "Yekem", "Yekê", "Ewil")
_SECOND: Final = ("Paşîn", "Paşî", "Duyem", "Duduyan", "Diduyan", "Duyê")


def _pair(stems: tuple[str, ...], ordinals: tuple[str, ...]) -> tuple[str, ...]:
    """Return each stem with each ordinal."""
    return tuple(f"{stem} {ordinal}" for stem in stems for ordinal in ordinals)


_KANUN: Final = ("Kanûna", "Kanûnê", "Kanûn")
_CILE: Final = ("Çileya", "Çileyê", "Çile")
_CIRI: Final = ("Çiriya", "Çirîya", "Çirî", "Teşrîna", "Teşrîn")

KURMANJI: Final = DateWords(
    months={
        1: ("Rêbendan", "Çile", "Çele", *_pair(_KANUN, _SECOND), *_pair(_CILE, _SECOND)),
        2: ("Sibat", "Şibat", "Şubat", "Reşemî", "Reşeme"),
        3: ("Adar", "Avdar"),
        4: ("Nîsan", "Avrêl"),
        5: ("Gulan",),
        6: ("Hezîran", "Xizîran", "Pûşper"),
        7: ("Tîrmeh", "Tîrme", "Temûz", "Temmûz"),
        8: ("Tebax", "Gelawêj", "Gelavêj"),
        9: ("Îlon", "Eylûl", "Rezber"),
        10: ("Cotmeh", "Kewçêr", *_pair(_CIRI, _FIRST)),
        11: ("Mijdar", "Sermawez", *_pair(_CIRI, _SECOND)),
        12: ("Berfanbar", "Befranbar", *_pair(_KANUN, _FIRST), *_pair(_CILE, _FIRST)),
    },
    unsure_months={12: ("Kanûn",)},
    weekdays={
        0: ("Duşem", "Duşemb"),
        1: ("Sêşem", "Sêşemb"),
        2: ("Çarşem", "Çarşemb"),
        3: ("Pêncşem", "Pêncşemb"),
        4: ("Înî", "Înê", "Eynî"),
        5: ("Şemî", "Şem", "Şemb"),
        6: ("Yekşem", "Yekşemb"),
    },
    day_leads=("di roja", "roja", "di"),
    month_leads=("ê meha", "meha", "ê"),
    year_leads=("a sala", "ya sala", "sala", "ya", "a", "ê"),
    clock_leads=("di saet", "di saeta", "saet", "saeta", "seet", "demjimêr", "vî demî", "li"),
    day_endings="(?: ?[-']? ?(?:em|an|ye|e))",
    month_endings="(?:iy[ae]|y[ae]|[ae]|i)",
    year_endings="(?: ?[-']? ?(?:an|yan|en|e|a|de)(?: de)?)",
    clock_endings="(?: ?'? ?(?:an|e)(?: de)?)",
    am=("BN", "B.N.", "berî nîvro"),
    pm=("PN", "P.N.", "piştî nîvro"),
    numbers={
        "yek": 1,
        "du": 2,
        "sê": 3,
        "çar": 4,
        "pênc": 5,
        "şeş": 6,
        "heft": 7,
        "heşt": 8,
        "neh": 9,
        "deh": 10,
    },
    quantities=(
        *(
            "nîv",
            "nîvê",
            "çaryek",
            "çend",
            "bîst",
            "sî",
            "çil",
            "pêncî",
            "şêst",
            "heftê",
            "heştê",
            "nod",
            "sed",
            "hezar",
        ),
    ),
    ands=("û",),
    ranges=("heta", "ta", "an", "yan"),
    units={
        "second": ("saniyeyan", "saniye", "çirkeyan", "çirke"),
        "minute": ("xulekan", "xulek", "deqîqeyan", "deqîqe", "deqeyan", "deqe"),
        "hour": ("demjimêran", "demjimêr", "saetan", "saet", "seetan", "seet"),
        "day": ("rojan", "roj"),
        "week": ("hefteyan", "hefte", "heftiyan", "heftî"),
        "month": ("mehan", "meh"),
        "year": ("salan", "sal"),
    },
    counted={
        "çirkeyek": (1, "second"),
        "xulekek": (1, "minute"),
        "xulekekê": (1, "minute"),
        "deqîqeyek": (1, "minute"),
        "deqîqeyekê": (1, "minute"),
        "demjimêrek": (1, "hour"),
        "demjimêrekê": (1, "hour"),
        "saetek": (1, "hour"),
        "saetekê": (1, "hour"),
        "seetek": (1, "hour"),
        "seetekê": (1, "hour"),
        "rojek": (1, "day"),
        "rojekê": (1, "day"),
        "hefteyek": (1, "week"),
        "hefteyekê": (1, "week"),
        "mehek": (1, "month"),
        "mehekê": (1, "month"),
        "salek": (1, "year"),
        "salekê": (1, "year"),
    },
    ago_after=("berê", "berî niha", "berî nuha", "beriya niha"),
    ago_before=("berî", "beriya"),
    days_back={"îro": 0, "duh": 1, "duhî": 1, "pêr": 2},
)
