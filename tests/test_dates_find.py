"""Where a date stands in a line."""

from __future__ import annotations

import random
import re

import pytest

from rudaw_scraper.dates import find, find_date, find_leading_date, is_date
from rudaw_scraper.dates.fold import fold
from rudaw_scraper.dates.grammar import Grammar, grammar
from rudaw_scraper.dates.shapes import STARTS

#: A line and, between ‹ and ›, the date expression that ends it; none if there are no such marks.
ENDING = [
    ("en", "By Rudaw ‹22/7/2017›"),
    ("en", "By Rudaw‹22/7/2017›"),
    ("en", "A Reader | ‹22/7/2017›"),
    ("en", "A Reader | ‹3/21/2019 7:50:37 PM›"),
    ("en", "A reader, since 4/5/2016 | ‹22/7/2017›"),
    ("en", "Bridge reopens after repairs ‹3 hours ago› |"),
    ("en", "| ‹13 hours ago› |"),
    ("en", "Seven | ‹6/8/2017›"),
    ("en", "‹22/7/2017›"),
    ("en", "  ‹22/7/2017› \u200f\n"),
    ("en", "By A. Writer (‹22 July 2017›)"),
    ("en", "By A. Writer ‹Saturday, July 22, 2017 - 10:15›"),
    ("en", "By A. Writer - ‹July 22, 2017 at 3:05 PM›"),
    ("en", "Posted on ‹22 July 2017›"),
    ("en", "A Reader ‹yesterday at 10:19›"),
    ("en", "A Reader | ‹yesterday›"),
    ("en", "A Reader · ‹3 weeks ago›"),
    ("en", "A Reader ‹an hour ago›"),
    ("en", "A Reader ‹2017-07-22T10:15:00+03:00›"),
    ("en", "A Reader ‹22/7/17›"),
    ("en", "A Reader ‹32/13/2017›"),  # no such day, and yet a date by its shape
    ("kmr", "Ji aliyê RÛDAW ‹2 demjimêr berê›"),
    ("kmr", "Ji aliyê RÛDAW ‹Duh vî demî 10:19›"),
    ("kmr", "Navek | ‹2-12-2015›"),
    ("kmr", "Ji aliyê Nivîskarekî ‹9'ê Çileya 2013'an›"),
    ("ckb", "لەلایەن رووداو ‹3 کاژێر لەمەو بەر›"),
    ("ckb", "لەلایەن رووداو ‹33 خولەک لەمەوبەر›"),
    ("ckb", "لەلایەن رووداو ‹دوێنێ کاژێر 08:14›"),
    ("ckb", "ناوێك | ‹2/12/2015›"),
    ("ckb", "له‌لایه‌ن رووداو ‹3 كاژێر له‌مه‌و به‌ر›"),  # the letters typed with joiners
    ("ckb", "\u202bله‌لایه‌ن رووداو ‹٢٢ی تەممووزی ٢٠١٧›\u202c"),
    ("ar", "بقلم رووداو ‹٢٢/٧/٢٠١٧›"),
    ("ar", "رووداو ‹قبل 13 ساعة›"),
    ("ar", "رووداو ‹قبل ساعتين›"),
    ("ar", "رووداو | ‹22 تموز/يوليو 2017›"),
    ("tr", "Rûdaw ‹22 Temmuz 2017 Cumartesi, 10:15›"),
    ("tr", "Rûdaw ‹3 saat önce›"),
    ("tr", "Rûdaw ‹dün 10:19›"),
]
NOT_ENDING = [
    ("en", "Seven"),
    ("en", "The shop is open 24/7"),
    ("en", "A score of 1/2"),
    ("en", "They won 6-7"),
    ("en", "in May"),
    ("en", "He may"),
    ("en", "0.578 seconds"),
    ("en", "2 days"),
    ("en", "Sign In / Up"),
    ("en", "(4)"),
    ("en", "Version 3.5.1017"),
    ("en", "Call 07-50-1234"),
    ("en", "rose by 10.15"),
    ("en", "The war ended in 2017"),
    ("en", "He was freed yesterday"),
    ("en", "The mill closed two years ago"),
    ("en", "By Rudaw 22/7/2017 Photo: AP"),
    ("en", "https://example.org/english/22/7/2017"),
    ("en", "© Copyrights 2015"),
    ("en", "10:19"),
    ("en", ""),
    ("en", " | "),
    ("kmr", "1002 hatiye dîtin"),
    ("ckb", "9397 ژمارەی بینین"),
    ("ckb", "زیاتر لە ١٠%ی دەنگەكان"),
    ("ar", "وقع الانفجار قبل"),
    ("tr", "Daha önce"),
    ("tr", "Salı"),
]
LEADING = [
    ("en", "‹22/7/2017› By Rudaw"),
    ("en", "‹22/7/2017›Photo: AP"),
    ("en", "| ‹8/3/2019› | (4)"),
    ("en", "‹13 hours ago› | (2)"),
    ("en", "‹3 hours ago›Bridge reopens after repairs"),
    ("en", "‹July 22, 2017› – A Reader"),
    ("en", "‹Yesterday at 10:19› A Reader"),
    ("en", "‹yesterday› | (3)"),
    ("ckb", "‹3 کاژێر لەمەو بەر› | (1)"),
    ("ckb", "‹دوێنێ کاژێر 08:14› | (3)"),
    ("kmr", "| ‹Duh vî demî 11:52› | (2)"),
    ("ar", "‹قبل 3 ساعات› | رووداو"),
    ("tr", "‹22 Temmuz 2017› Rûdaw"),
]
NOT_LEADING = [
    ("en", "Seven people"),
    ("en", "22 people"),
    ("en", "Yesterday the road was closed"),
    ("en", "Two years ago the mill closed"),
    ("en", "May 9 was a holiday"),
    ("en", "24/7 service"),
    ("en", "1/2 of them"),
    ("en", "2017 was a good year"),
    ("en", "A minute later"),
    ("en", "12/7/2017 – 15/7/2017 | Erbil"),
    ("en", "12 July 2017 to 15 July 2017"),
    ("en", ""),
]


def expression_at_the_end(words: Grammar) -> re.Pattern[str]:
    """All that ends a text, in one pattern: groups as in ``words.sure``, and 4 for what a separator vouches for."""
    return re.compile(rf"{STARTS}(?:{words.sure.source})\Z|(?:\A|[|·•-] *){words.weak.source}\Z")


def split(marked: str) -> tuple[str, tuple[int, int] | None]:
    text = marked.replace("‹", "").replace("›", "")
    start, end = marked.find("‹"), marked.find("›")
    return text, None if start < 0 else (start, end - 1)


@pytest.mark.parametrize(("language", "marked"), ENDING + NOT_ENDING)
def test_date_that_ends_a_line(language: str, marked: str) -> None:
    text, want = split(marked)
    assert find_date(text, language) == want


@pytest.mark.parametrize(("language", "marked"), LEADING + NOT_LEADING)
def test_date_that_starts_a_line(language: str, marked: str) -> None:
    text, want = split(marked)
    assert find_leading_date(text, language) == want


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "22/7/2017"),
        ("en", " | 22/7/2017 | "),
        ("en", "| 13 hours ago | (2)"),
        ("en", "3/21/2019 7:50:37 PM"),
        ("en", "(July 22, 2017)"),
        ("en", "Yesterday"),
        ("en", "3 weeks ago"),
        ("en", "2017-07-22T10:15:00Z"),
        ("en", "\u200f22/7/2017\u200f"),
        ("kmr", "2 demjimêr berê"),
        ("kmr", "Duh vî demî 10:19"),
        ("ckb", "3 کاژێر لەمەو بەر"),
        ("ckb", "22ی شوباتی 2020"),
        ("ar", "قبل ساعة"),
        ("tr", "dün 10:19"),
    ],
)
def test_line_that_is_a_date(language: str, text: str) -> None:
    assert is_date(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "By Rudaw 22/7/2017"),
        ("en", "22/7/2017 Photo: AP"),
        ("en", "22/7/2017 23/7/2017"),
        ("en", "Seven"),
        ("en", "may"),
        ("en", "24/7"),
        ("en", "9/11"),
        ("en", "(4)"),
        ("en", "4"),
        ("en", "2017"),
        ("en", ""),
        ("en", "|"),
        ("en", "13 hours"),
        ("en", "12:00"),
        ("en", "Friday"),
        ("ckb", "لەمەوبەر"),
        ("kmr", "berê"),
    ],
)
def test_line_that_is_no_date(language: str, text: str) -> None:
    assert not is_date(text, language)


@pytest.mark.parametrize("space", ["\x1f", "\x85", "\u2028", "\u3000", " \x1c "])
def test_rare_white_space_is_no_date(space: str) -> None:
    assert find_date(space, "en") is None
    assert find_leading_date(space, "en") is None
    assert not is_date(space, "en")


@pytest.mark.parametrize("language", ["en", "ckb", "kmr", "ar", "tr", "xx"])
def test_the_quick_search_for_what_ends_a_text_finds_what_the_pattern_does(language: str) -> None:
    words = grammar(language)
    parts = [
        *sorted(words.months, key=len)[:40],
        *words.weekdays,
        *words.units,
        *words.numbers,
        *words.counted,
        *words.days_back,
        *words.ago_before,
        *sorted(words.last_words),
        *("at", "10:15", "3", "12", "2019", "22/7/2017", "2017-07-22", "pm", "gmt+3", "_", "x", "naz"),
    ]
    joints = [" ", " ", " ", " ", "", ", ", " - ", "|", " · ", "-", "/", ":", "(", "_", "  "]
    choice = random.Random(language).choice
    parts += [f"{choice(['12', 'a', '3'])} {month} 2019" for month in parts[:60]]
    parts += [f"3 {unit} {last}" for unit in words.units for last in sorted(words.last_words)[:6]]
    parts += [f"{ago}3 {unit}" for ago in words.ago_before for unit in words.units]
    found = 0
    ending = expression_at_the_end(words)
    for _ in range(4_000):
        text = fold("".join(f"{choice(parts)}{choice(joints)}" for _ in range(choice([1, 2, 3, 5, 8])))).rstrip(" -|·,")
        expected = ending.search(text)
        match, is_sure = find._search_trailing(text, words)
        assert (match and match.span()) == (expected and expected.span(expected.lastindex or 0)), text
        assert match is None or expected is None or is_sure == (expected.lastindex != 4)
        found += match is not None
    assert found > 200


def test_what_digits_at_the_end_of_a_text_can_be() -> None:
    # A clock time with or without a fraction, a year, the last number of a date, an offset.
    shape = re.compile(r"(?:\d[:：.]\d\d(?:[.,]\d{1,9})?|(?<!\d)\d{4}|[/.-]\W?\d\d?|[+-]\d\d)\Z")
    draw = random.Random(4)
    answers = []
    for _ in range(20_000):
        text = "".join(draw.choices("0123456789٣:：.,/-+ _a)|", k=draw.randrange(1, 14))) + draw.choice("0123456789٣")
        answers.append(find._digits_may_end(text))
        assert answers[-1] is (shape.search(text) is not None), text
    assert 1_000 < sum(answers) < 19_000
