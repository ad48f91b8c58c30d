"""Dates in other scripts and the Persian calendar, and what counts from now in many languages.

The date engine reads the five languages of the site; pages of other sites are read with this as well.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

_GREGORIAN: Final = (  # month names in other scripts, in the order of the months; "_" stands for a space
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "يناير فبراير مارس ابريل ماي يونيه يوليوز اغسطس شتنبر اكتوبر نونبر دجنبر",
    "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
)
_PERSIAN: Final = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
_MONTHS: Final = {
    name.replace("_", " "): number for row in reversed(_GREGORIAN) for number, name in enumerate(row.split(), start=1)
}
_SOLAR: Final = {name: number for number, name in enumerate(_PERSIAN.split(), start=1)}
_NAMES: Final = "|".join(sorted((*_MONTHS, *_SOLAR), key=len, reverse=True))
#: A day with a month's name of one of these, "28 آب/أغسطس 2013" with both names among them; or by Korean numbers.
OTHER_DAY: Final = (
    rf"\d{{1,2}}\s+(?:من\s+)?ב?(?:{_NAMES})(?:\s?/\s?(?:{_NAMES}))?(?:\s+ماه)?\s*[,،]?\s*\d{{4}}"
    r"|\d{4}년\s?\d{1,2}월\s?\d{1,2}일"
)
_NAMED: Final = re.compile(
    rf"(\d{{1,2}})\s+(?:من\s+)?ב?({_NAMES})(?:\s?/\s?(?:{_NAMES}))?(?:\s+ماه)?\s*[,،]?\s*(\d{{4}})"
)
_KOREAN: Final = re.compile(r"(\d{4})년\s?(\d{1,2})월\s?(\d{1,2})일")
_NUMBERS: Final = re.compile(r"(?<!\d)(\d{4})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{1,2})(?!\d)")
_SOLAR_YEARS: Final = range(1300, 1500)
# Stems of the words for units; where two languages differ about one, the longer stem comes first.
_WEEKS: Final = (
    r"week|weken|woche|semaine|semana|settiman|veck|uke[rn]?|uge[rn]?|hafta|tydz|tygod|недел|тижн|εβδομ|minggu|pekan|"
    r"هفته|[أا]سبوع|[أا]سابيع|týd|hete|tuần|שבוע|週"
)
_DAYS: Final = (
    r"day|tage?|jour|día|dias?|giorn|dag|gün|dzień|dni|день|дн|дні|ημέρ|μέρ|hari|روز|يوم|[أا]يام|dny|dnů|dní|den|nap|"
    r"ngày|ימים|יום|päivä|日|일"
)
_HOURS: Final = (
    r"hour|hr|stunde|std|heure|hora|ora|ore|uur|timm|time[rn]?|saat|godz|час|годин|ώρ|jam|ساع|hodin|óra|órá|giờ|שע|tunti|"
    r"時間|시간"
)
_MINUTES: Final = (
    r"min|sec|seg|sek|мин|сек|хвил|λεπτ|δευτ|menit|detik|dakika|saniye|دقی|دقا|دقي|ثان|ثوان|phút|giây|perc|דק|分|분"
)
_LONGER: Final = (
    r"month|monat|mois|mes|mês|mese|maand|månad|måned|ay\b|miesi|мес|місяц|μήν|bulan|ماه|شهر|[أا]شهر|tháng|חודש|"
    r"year|jahr|an|ann|año|ano|jaar|år|yıl|rok|lat|год|лет|рок|χρόν|tahun|سال|سن|عام|năm|שנ|měs|let|hónap|év"
)
#: The words for a unit, the longer ones left to their stems' ends.
OTHER_UNIT: Final = rf"(?:{_WEEKS}|{_DAYS}|{_HOURS}|{_MINUTES}|{_LONGER})[^\W\d_]{{0,10}}"
ONE: Final = "an?|one|ein(?:e[mnr]?)?|une?|una?|um|uma|een|en|ett|satu"
_AMOUNT: Final = re.compile(
    rf"(?P<count>\d{{1,3}}|(?<!\w)(?:{ONE})(?!\w))\s*"
    rf"(?:(?P<weeks>{_WEEKS})|(?P<longer>{_LONGER})|(?P<days>{_DAYS})|(?P<hours>{_HOURS})|(?P<minutes>{_MINUTES}))",
    re.IGNORECASE,
)


def other_day(text: str) -> date | None:
    """Return the day of a date in another script or in the Persian calendar; ``None`` for any other."""
    try:
        if (named := _NAMED.search(text)) is not None:
            day, month, year = int(named[1]), named[2], int(named[3])
            solar = month in _SOLAR and (month not in _MONTHS or year in _SOLAR_YEARS)
            return _from_solar(year, _SOLAR[month], day) if solar else date(year, _MONTHS[month], day)
        if (korean := _KOREAN.search(text)) is not None:
            return date(int(korean[1]), int(korean[2]), int(korean[3]))
        numbers = _NUMBERS.search(text)
        if numbers is not None and int(numbers[1]) in _SOLAR_YEARS:
            return _from_solar(int(numbers[1]), int(numbers[2]), int(numbers[3]))
    except ValueError:
        pass
    return None


def counted_day(text: str, captured_at: datetime) -> date | None:
    """Return the day so many minutes, hours, days or weeks before the capture; ``None`` for months and years."""
    found = _AMOUNT.search(text)
    if found is None or found["longer"] is not None:
        return None
    count = int(found["count"]) if found["count"].isdecimal() else 1
    unit = next(name for name in ("weeks", "days", "hours", "minutes") if found[name] is not None)
    try:
        return (captured_at - timedelta(**{unit: count})).date()
    except OverflowError:  # a capture dated to the first years there are
        return None


def _from_solar(year: int, month: int, day: int) -> date:
    """Return the day of the Persian solar calendar. Raises ValueError where there is none."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)) or year not in _SOLAR_YEARS:
        raise ValueError("no such day")
    passed = year + 1595
    days = -355668 + 365 * passed + passed // 33 * 8 + (passed % 33 + 3) // 4 + day
    days += (month - 1) * 31 if month < 7 else (month - 7) * 30 + 186
    return date.fromordinal(days - 365)  # the count begins with the year 0, ordinals with the year 1
