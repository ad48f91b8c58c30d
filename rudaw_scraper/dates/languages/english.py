"""English date words; they are understood on the pages of every edition."""

from __future__ import annotations

from typing import Final

from rudaw_scraper.dates.languages.words import DateWords

ENGLISH: Final = DateWords(
    months={
        1: ("January", "Jan"),
        2: ("February", "Feb"),
        3: ("March", "Mar"),
        4: ("April", "Apr"),
        5: ("May",),
        6: ("June", "Jun"),
        7: ("July", "Jul"),
        8: ("August", "Aug"),
        9: ("September", "Sept", "Sep"),
        10: ("October", "Oct"),
        11: ("November", "Nov"),
        12: ("December", "Dec"),
    },
    weekdays={
        0: ("Monday", "Mon"),
        1: ("Tuesday", "Tues", "Tue"),
        2: ("Wednesday", "Wed"),
        3: ("Thursday", "Thurs", "Thur", "Thu"),
        4: ("Friday", "Fri"),
        5: ("Saturday", "Sat"),
        6: ("Sunday", "Sun"),
    },
    day_leads=("on",),
    month_leads=("of",),
    year_leads=("of",),
    clock_leads=("at", "@"),
    day_endings="(?:st|nd|rd|th)",
    am=("AM", "A.M."),
    pm=("PM", "P.M."),
    numbers={
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
    },
    quantities=(
        *("half", "quarter", "few", "several", "dozen", "hundred", "thousand", "eleven", "twelve", "thirteen"),
        *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    ),
    shifts=("before",),
    ands=("and",),
    ranges=("to", "until", "till", "through", "or", "of"),
    units={
        "second": ("seconds", "second", "secs", "sec"),
        "minute": ("minutes", "minute", "mins", "min"),
        "hour": ("hours", "hour", "hrs", "hr", "h"),
        "day": ("days", "day", "d"),
        "week": ("weeks", "week"),
        "month": ("months", "month"),
        "year": ("years", "year"),
    },
    counted={
        "a second": (1, "second"),
        "a minute": (1, "minute"),
        "an hour": (1, "hour"),
        "a day": (1, "day"),
        "a week": (1, "week"),
        "a month": (1, "month"),
        "a year": (1, "year"),
    },
    ago_after=("ago",),
    days_back={"just now": 0, "moments ago": 0, "a few seconds ago": 0, "today": 0, "yesterday": 1},
)
