"""Turkish date words. The weekday may follow the date: ``22 Temmuz 2017 Cumartesi, 10:15``."""

from __future__ import annotations

from typing import Final

from rudaw_scraper.dates.languages.words import DateWords

TURKISH: Final = DateWords(
    months={
        1: ("Ocak", "Oca"),
        2: ("Şubat", "Şub"),
        3: ("Mart", "Mar"),
        4: ("Nisan", "Nis"),
        5: ("Mayıs", "May"),
        6: ("Haziran", "Haz"),
        7: ("Temmuz", "Tem"),
        8: ("Ağustos", "Ağu"),
        9: ("Eylül", "Eyl"),
        10: ("Ekim", "Eki"),
        11: ("Kasım", "Kas"),
        12: ("Aralık", "Ara"),
    },
    weekdays={
        0: ("Pazartesi", "Pzt"),
        1: ("Salı", "Sal"),
        2: ("Çarşamba", "Çar"),
        3: ("Perşembe", "Per"),
        4: ("Cuma", "Cum"),
        5: ("Cumartesi", "Cmt"),
        6: ("Pazar", "Paz"),
    },
    clock_leads=("saat",),
    year_endings="(?: ?'? ?(?:de|da|te|ta|den|dan|ten|tan|yilinda))",
    am=("ÖÖ", "Ö.Ö.", "AM"),
    pm=("ÖS", "Ö.S.", "PM"),
    numbers={
        "bir": 1,
        "iki": 2,
        "üç": 3,
        "dört": 4,
        "beş": 5,
        "altı": 6,
        "yedi": 7,
        "sekiz": 8,
        "dokuz": 9,
        "on": 10,
    },
    quantities=(
        *("yarım", "çeyrek", "buçuk", "kaç", "birkaç", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen"),
        *("doksan", "yüz", "bin"),
    ),
    shifts=("dünden",),
    ands=("ve",),
    ranges=("ile", "ila", "veya", "ya da"),
    units={
        "second": ("saniye", "sn", "sn."),
        "minute": ("dakika", "dk", "dk."),
        "hour": ("saat", "sa", "sa."),
        "day": ("gün",),
        "week": ("hafta",),
        "month": ("ay",),
        "year": ("yıl", "sene"),
    },
    ago_after=("önce", "evvel"),
    days_back={"bugün": 0, "dün": 1, "önceki gün": 2, "evvelsi gün": 2},
)
