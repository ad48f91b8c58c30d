"""What holds for any text and any day."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rudaw_scraper.dates import (
    BAGHDAD,
    Order,
    find_date,
    find_leading_date,
    is_date,
    parse_date,
    readings,
)
from rudaw_scraper.dates.context import part_of_more
from rudaw_scraper.dates.fold import fold, positions
from rudaw_scraper.dates.grammar import grammar
from rudaw_scraper.dates.moments import after_capture
from rudaw_scraper.dates.parsed import FIRST_YEAR
from rudaw_scraper.dates.quick import quick_readings
from rudaw_scraper.dates.read import read
from tests.test_dates_find import expression_at_the_end

CAPTURED = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
LANGUAGES = ("en", "ckb", "kmr", "ar", "tr")

MONTH_NAMES = """
en January|February|March|April|May|June|July|August|September|October|November|December
tr Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık
kmr Çile|Sibat|Adar|Nîsan|Gulan|Hezîran|Tîrmeh|Tebax|Îlon|Cotmeh|Mijdar|Berfanbar
ckb کانوونی دووەم|شوبات|ئازار|نیسان|ئایار|حوزەیران|تەممووز|ئاب|ئەیلوول|تشرینی یەکەم|تشرینی دووەم|کانوونی یەکەم
ar كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول
"""
MONTHS = {row.split(" ")[0]: row.partition(" ")[2].split("|") for row in MONTH_NAMES.strip().split("\n")}
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

days = st.dates(date(2010, 1, 1), date(2026, 11, 2))
languages = st.sampled_from(LANGUAGES)
orders: st.SearchStrategy[Order | None] = st.sampled_from(["DMY", "MDY", None])
#: Texts made of what dates are made of, which get further into the patterns than free text does.
pieces = st.lists(
    st.one_of(
        st.integers(0, 10_000).map(str),
        st.sampled_from(
            [
                *" /.-:,|()'’T",
                "ago",
                "hours",
                "at",
                "PM",
                "May",
                "yesterday",
                "Friday",
                "an",
                "ê",
                "ی",
                "\u200f",
                "٣",
                "Z",
            ]
        ),
        st.sampled_from([name for names in MONTHS.values() for name in names]),
        st.sampled_from(["قبل", "ساعة", "لەمەوبەر", "کاژێر", "berê", "demjimêr", "önce", "saat", "dün", "أمس"]),
    ),
    max_size=14,
).map("".join)
texts = st.one_of(st.text(max_size=60), pieces)


@given(texts, languages, orders)
def test_no_text_is_an_error(text: str, language: str, order: Order | None) -> None:
    parsed = parse_date(text, language=language, order=order, captured_at=CAPTURED)
    if parsed is not None:
        assert parsed.day.year >= FIRST_YEAR
        assert not after_capture(parsed.day, CAPTURED)
        assert parsed.time is None or parsed.time.tzinfo is not None
    for span in (find_date(text, language), find_leading_date(text, language)):
        assert span is None or 0 <= span[0] < span[1] <= len(text)


@given(st.integers(1, 30), st.integers(1, 11), st.integers(2008, 2025), st.sampled_from(LANGUAGES), st.data())
def test_no_end_of_a_range_is_a_date(first: int, month: int, year: int, language: str, data: st.DataObject) -> None:
    last = data.draw(st.integers(first + 1, 31))
    mark = data.draw(st.sampled_from(["-", " - ", "–", " – ", " & ", ", "]))
    for text in (
        f"{first}{mark}{last}/{month}/{year}",
        f"{first}{mark}{last} {MONTHS[language][month - 1]} {year}",
        f"{first}/{month}/{year}{mark}{last}/{month}/{year}",
    ):
        assert parse_date(text, language=language, order="DMY", captured_at=CAPTURED) is None
        assert find_date(text, language) is None


@given(pieces, st.sampled_from(["", " ", " | ", ", ", " - "]), languages)
def test_the_quick_look_at_a_lines_end_finds_the_longest_expression(text: str, gap: str, language: str) -> None:
    line = f"{text}{gap}22/7/2017"
    words = grammar(language)
    match = expression_at_the_end(words).search(fold(line))
    whole = match is not None and not part_of_more(fold(line)[: match.start()], match[0], "date", words)
    want = match.span(1) if match is not None and whole else None
    if len(fold(line)) == len(line) <= 96:  # positions in the folded text are those in the line
        assert find_date(line, language) == want


@given(texts, languages)
def test_what_is_found_is_a_date(text: str, language: str) -> None:
    for span in (find_date(text, language), find_leading_date(text, language)):
        if span is not None:
            assert is_date(text[span[0] : span[1]], language)


@given(texts, languages)
def test_what_is_a_date_matches_a_shape(text: str, language: str) -> None:
    if is_date(text, language):
        found = readings(text, language=language, captured_at=CAPTURED)
        assert len(found) <= 2
        assert all(reading.how != "guess" or reading.raw in text for reading in found)


@given(st.text(max_size=40))
def test_every_folded_character_has_its_place(text: str) -> None:
    origin = positions(text)
    assert len(origin) == len(fold(text))
    assert origin == sorted(set(origin))


@given(
    st.from_regex(
        r"\A([0-9]{1,2}[/.-][0-9]{1,2}[/.-]([0-9]{4})|[0-9]{4}-[0-9]{2}-[0-9]{2})"
        r"([ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?( ?[AP]M|Z|[+-][0-9]{2}:?[0-9]{2})?)?\Z"
    ),
    orders,
)
def test_the_short_way_and_the_long_way_agree(text: str, order: Order | None) -> None:
    short = quick_readings(text, order)
    if short is None:
        return
    words = grammar("en")
    matches = ((shape, pattern.fullmatch(fold(text))) for shape, pattern in words.shapes)
    shape, match = next((shape, match) for shape, match in matches if match is not None)
    assert list(short) == read(shape, match, text, words, order, CAPTURED)


def printed(day: date, language: str) -> list[tuple[str, Order | None]]:
    """Return ``day`` in the forms of print."""
    name = MONTHS[language][day.month - 1]
    forms: list[tuple[str, Order | None]] = [
        (f"{day.day}/{day.month}/{day.year}", "DMY"),
        (f"{day.month}/{day.day}/{day.year}", "MDY"),
        (f"{day.day}-{day.month}-{day.year}", "DMY"),
        (f"{day:%d.%m.%Y}", "DMY"),
        (f"{day:%Y/%m/%d}", None),
        (day.isoformat(), None),
        (f"{day.day} {name} {day.year}", None),
        (f"{day.day} {name}, {day.year}", None),
    ]
    if language == "en":
        forms += [(f"{name} {day.day}, {day.year}", None), (f"{day:%A, %d %B %Y}", None), (f"{day:%b %d, %Y}", None)]
    if language == "kmr":
        forms += [(f"{day.day}'ê {name}a {day.year}'an", None), (f"{day.day}ê {name}ê {day.year}an", None)]
    if language == "ckb":
        forms += [(f"{day.day}ی {name}ی {day.year}", None), (f"{day.day}ی {name}ی {day.year}دا", None)]
    return forms


@given(days, languages, st.sampled_from([None, ARABIC_DIGITS, PERSIAN_DIGITS]))
def test_a_printed_day_comes_back(day: date, language: str, digits: dict[int, int] | None) -> None:
    for form, order in printed(day, language):
        text = form.translate(digits) if digits else form
        parsed = parse_date(text, language=language, order=order, captured_at=CAPTURED)
        assert parsed is not None, text
        assert (parsed.day, parsed.time, parsed.precision) == (day, None, "day"), text
        assert is_date(text, language), text
        line = f"Navek Yek | {text}"
        assert find_date(line, language) == (12, len(line)), text


@given(days, st.times(), languages)
def test_a_printed_clock_time_comes_back(day: date, clock: object, language: str) -> None:
    moment = datetime.combine(day, clock, BAGHDAD).replace(microsecond=0)  # type: ignore[arg-type]
    hour = moment.hour % 12 or 12
    forms: list[tuple[str, Order | None, str]] = [
        (f"{day.month}/{day.day}/{day.year} {hour}:{moment:%M:%S %p}", "MDY", "second"),
        (f"{moment:%d/%m/%Y %H:%M:%S}", "DMY", "second"),
        (f"{moment:%H:%M:%S %d/%m/%Y}", "DMY", "second"),
        (f"{moment:%d.%m.%Y - %H:%M:%S}", "DMY", "second"),
        (moment.isoformat(), None, "second"),
        (moment.astimezone(UTC).isoformat(), None, "second"),
        (moment.astimezone(UTC).isoformat().replace("+00:00", "Z"), None, "second"),
        (moment.replace(tzinfo=None).isoformat(), None, "second"),
        (f"{moment:%d %b %Y} at {hour}:{moment:%M:%S} {moment:%p}", None, "second"),
    ]
    for text, order, precision in forms:
        parsed = parse_date(text, language=language, order=order, captured_at=CAPTURED)
        assert parsed is not None, text
        assert (parsed.day, parsed.time, parsed.instant, parsed.precision) == (day, moment, moment, precision), text


@given(st.integers(1, 999), st.sampled_from(["minute", "hour", "day"]), languages)
def test_a_count_back_from_the_capture(count: int, unit: str, language: str) -> None:
    words = {
        "en": ("{n} minutes ago", "{n} hours ago", "{n} days ago"),
        "ckb": ("{n} خولەک لەمەوبەر", "{n} کاتژمێر لەمەو بەر", "{n} رۆژ لەمەوبەر"),
        "kmr": ("{n} xulek berê", "{n} demjimêr berê", "{n} roj berê"),
        "ar": ("قبل {n} دقيقة", "منذ {n} ساعة", "قبل {n} يوم"),
        "tr": ("{n} dakika önce", "{n} saat önce", "{n} gün önce"),
    }[language]
    text = words[("minute", "hour", "day").index(unit)].format(n=count)
    parsed = parse_date(text, language=language, captured_at=CAPTURED)
    assert parsed is not None
    instant = CAPTURED - timedelta(**{unit + "s": count})
    assert parsed.day == instant.astimezone(BAGHDAD).date()
    assert parsed.time is None
    assert parsed.instant == (None if unit == "day" else instant)
    assert (parsed.how, parsed.precision) == ("relative", unit)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "1/", "1-", "1/1/", "12:", " ", "|", "a", "May ", "9 May ", "Friday ", "on ", "at ", "1 hour ", "9'ê ",
     "ی", "22ی ", "قبل ", "\u200f", "(1)", "e\u0302", "10:19 ", "22/7/2017 ", "22/7/2017 10:15 ", "pêş "],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["", "2017", "ago", "22/7/2017", "x"])
def test_no_text_is_slow(language: str, piece: str, ending: str) -> None:
    text = piece * (50_000 // len(piece)) + ending
    grammar(language)
    started = time.process_time()
    for stretch in (text, text[:120], text[-119:]):
        parse_date(stretch, language=language, captured_at=CAPTURED)
        find_date(stretch, language)
        find_leading_date(stretch, language)
        is_date(stretch, language)
    assert time.process_time() - started < 0.25
