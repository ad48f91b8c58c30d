"""Words around a date that make it another date, or none; expected values are worked out by hand."""

from __future__ import annotations

from datetime import datetime

import pytest

from rudaw_scraper.dates import BAGHDAD, find_date, parse_date
from rudaw_scraper.dates.moments import baghdad

#: Friday, noon on the site's clock.
CAPTURED = datetime(2021, 6, 4, 12, tzinfo=BAGHDAD)

RANGES = [
    *(("en", f"12{join}15 July 2017") for join in ("–", " - ", " to ", " and ", ", ", " & ", "/")),
    *(("en", f"12/7/2017{join}15/7/2017") for join in ("-", " - ", " to ", " until ", " ", ", ")),
    ("en", "12 - 15/7/2017"),
    ("en", "from 12 July 2017 until 15 July 2017"),
    ("en", "12 July to 15 August 2017"),
    ("en", "July 12 - July 15, 2017"),
    ("en", "The festival (12 to the 15th of July 2017)"),
    ("en", "12/7/2017 - 15/7/2017, Erbil"),
    ("ckb", "12 بۆ 15ی تەمووزی 2017"),
    ("kmr", "12 heta 15'ê Tîrmeha 2017'an"),
    ("ar", "من 12 إلى 15 تموز 2017"),
    ("ar", "12 و13 تموز 2017"),
    ("tr", "12 ile 15 Temmuz 2017"),
]
PARTS = [
    ("en", "version 1.2.2018"),
    ("en", "v1.2.2018"),
    ("en", "half an hour ago"),
    ("en", "twenty-one days ago"),
    ("en", "a hundred and two days ago"),
    ("en", "two or three days ago"),
    ("en", "2 or 3 days ago"),
    ("en", "2 - 3 days ago"),
    ("en", "2 days 3 hours 5 minutes ago"),
    ("en", "the day before yesterday at 10:19"),
    ("en", "PM 4:05 22/7/2017"),
    ("en", "10:15 to 11:30, 22 July 2017"),
    ("ckb", "بیست و سێ کاتژمێر لەمەوبەر"),
    ("ckb", "پێش دوێنێ 10:19"),
    ("ckb", "٢٫٥ کاتژمێر لەمەوبەر"),
    ("kmr", "bîst û sê demjimêr berê"),
    ("kmr", "çend demjimêrek berê"),
    ("kmr", "Berî duh 10:19"),
    ("ar", "ربع ساعة مضت"),
    ("ar", "قبل أمس 10:19"),
    ("tr", "on iki saat önce"),
    ("tr", "yirmi üç saat önce"),
    ("tr", "dünden önceki gün 10:19"),
]
#: What looks like the cases above and is none of them.
WHOLE = [
    ("en", "Channel 24 - 22/7/2017", "2017-07-22"),
    ("en", "Channel 8 | 22 July 2017", "2017-07-22"),
    ("en", "Reader 2 - 24/9/2018", "2018-09-24"),
    ("en", "Reader 2, 24/9/2018", "2018-09-24"),
    ("en", "reader2 - 24/9/2018", "2018-09-24"),
    ("en", "Strike kills 12 - 3 hours ago", "2021-06-04"),
    ("en", "Strike kills three 2 hours ago", "2021-06-04"),
    ("en", "Women's Day 3 hours ago", "2021-06-04"),
    ("en", "By V. Writer 22/7/2017", "2017-07-22"),
    ("ar", "يوم قبل 3 ساعات", "2021-06-04"),
]
SUMS = [
    ("en", "1 hour 5 minutes ago", "10:55"),
    ("en", "A Reader | 1 hour, 5 minutes ago", "10:55"),
    ("en", "an hour and five minutes ago", "10:55"),
    ("ckb", "3 کاتژمێر و 5 خولەک لەمەوبەر", "08:55"),
    ("ckb", "پێش 3 کاتژمێر و 5 خولەک", "08:55"),
    ("kmr", "3 saet û 5 deqe berê", "08:55"),
    ("ar", "قبل 3 ساعات و5 دقائق", "08:55"),
    ("tr", "3 saat 5 dakika önce", "08:55"),
]
CLOCKS = [
    ("en", "22/7/2017 10:15 (UTC)", "13:15"),
    ("en", "22/7/2017 10:15-12:00", None),  # twelve hours west, or until twelve
    ("en", "2017-07-22 10:15-12:00", None),
    ("en", "2017-07-22T10:15-05:00", "18:15"),
    ("en", "22/7/2017 10:15 - 11:30", None),
    ("en", "22/7/2017 10:15 London time", None),
    ("en", "22/7/2017 10:15 (Eastern)", None),
    ("en", "22/7/2017 10:15 | A Reader", "10:15"),
    ("en", "10:15 22/7/2017 11:30", None),
    ("ar", "22/7/2017 10:15 بتوقيت غرينتش", None),
    ("ar", "22/7/2017 4:05 عصراً", "16:05"),
    ("ar", "22/7/2017 4:05 فجراً", "04:05"),
    ("ar", "22/7/2017 11:30 ظهراً", "11:30"),
    ("ar", "22/7/2017 1:30 ظهراً", "13:30"),
    ("ckb", "22/7/2017 کاتژمێر: 4:05ی دوای نیوەڕۆ", "16:05"),
    ("ckb", "22/7/2017 10:15 شەو", None),
    ("kmr", "22/7/2017 di saet 4:05'an de piştî nîvro", "16:05"),
    ("tr", "22/7/2017 Saat: 4:05 ÖS", "16:05"),
    ("tr", "22/7/2017 10:15 akşam", None),
]
NO_DATES = [
    ("en", "2017-07-22T10:15:00+15:00"),
    ("en", "22 July 2017 10:15:00 +03:20"),
    ("en", "2017-07-22T07:15:00.1234567890Z"),
    ("en", "Sun, 22 Jul 2017 10:15:00 +0300"),  # a Saturday
    ("en", "Saturday, 22 July 2017 (Sunday)"),
    ("kmr", "Înî, 10'ê Mijdara 2018'an"),  # a Saturday
    ("en", "1400 years ago"),
    ("en", "22 two 2017"),
    ("en", "Saturday, 22 seven 2017"),
    ("kmr", "Sunday, 12 Kasım 2018"),  # a Monday
]


@pytest.mark.parametrize(("language", "text"), [*RANGES, *PARTS, *NO_DATES])
def test_in_doubt_there_is_no_date(language: str, text: str) -> None:
    assert parse_date(text, language=language, order="DMY", captured_at=CAPTURED) is None


@pytest.mark.parametrize(("language", "text"), [row for row in (*RANGES, *PARTS) if not row[1].endswith("Erbil")])
def test_no_line_ends_with_a_part_of_a_date(language: str, text: str) -> None:
    assert find_date(f"A Writer | {text}", language) is None


@pytest.mark.parametrize(("language", "text", "day"), WHOLE)
def test_dates_of_their_own(language: str, text: str, day: str) -> None:
    parsed = parse_date(text, language=language, order="DMY", captured_at=CAPTURED)
    assert parsed is not None
    assert parsed.day.isoformat() == day


@pytest.mark.parametrize(("language", "text", "clock"), SUMS)
def test_sums(language: str, text: str, clock: str) -> None:
    parsed = parse_date(text, language=language, captured_at=CAPTURED)
    assert parsed is not None
    assert parsed.instant is not None
    assert (parsed.instant.isoformat()[:16], parsed.precision) == (f"2021-06-04T{clock}", "minute")


def test_a_sum_with_weeks_gives_no_day() -> None:
    parsed = parse_date("1 week 2 days ago", language="en", captured_at=CAPTURED)
    assert parsed is not None
    assert (parsed.precision, parsed.how) == ("week", "guess")


@pytest.mark.parametrize(("language", "text", "clock"), CLOCKS)
def test_clock_times(language: str, text: str, clock: str | None) -> None:
    parsed = parse_date(text, language=language, order="DMY", captured_at=CAPTURED)
    assert parsed is not None
    assert parsed.day.isoformat() == "2017-07-22"
    assert (baghdad(parsed.time).isoformat()[11:16] if parsed.time else None) == clock


def test_the_arabic_date_separator() -> None:
    parsed = parse_date("٢٢؍٧؍٢٠١٧", language="ar", order="DMY", captured_at=CAPTURED)
    assert parsed is not None
    assert parsed.day.isoformat() == "2017-07-22"


def test_two_days_ago_in_arabic() -> None:
    parsed = parse_date("أول من أمس الساعة 10:19", language="ar", captured_at=CAPTURED)
    assert parsed is not None
    assert parsed.time == datetime(2021, 6, 2, 10, 19, tzinfo=BAGHDAD)
