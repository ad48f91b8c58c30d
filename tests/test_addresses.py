"""What an address says, in all its spellings."""

from __future__ import annotations

from datetime import date

import pytest

from rudaw_scraper.addresses import is_article_url, parse_address, slug_day, unwrap_archived
from rudaw_scraper.errors import BadAddress


@pytest.mark.parametrize(
    "spelling",
    [
        "https://www.rudaw.net/english/middleeast/22072017",
        "http://rudaw.net/english/middleeast/22072017/",
        "https://www.rudaw.net/english/middleeast/22072017?keyword=x#comments",
        "HTTPS://WWW.RUDAW.NET/English/middleeast/22072017",
        "https://web.archive.org/web/20190322090000/http://rudaw.net/english/middleeast/22072017",
        "https://web.archive.org/web/20190322090000id_/https://www.rudaw.net/english/middleeast/22072017",
    ],
)
def test_every_spelling_is_one_article(spelling: str) -> None:
    address = parse_address(spelling)
    assert address.id == "english/middleeast/22072017"
    assert address.url == "https://www.rudaw.net/english/middleeast/22072017"
    assert address.section_path == ("middleeast",)
    assert address.day == date(2017, 7, 22)


def test_an_id_under_two_categories_is_one_article() -> None:
    first = parse_address("https://www.rudaw.net/kurmanci/categories/middleeast/959210")
    second = parse_address("https://www.rudaw.net/kurmanci/categories/tirkiye/959210")
    assert first.id == second.id == "kurmanci/959210"
    assert first.url.endswith("/kurmanci/categories/middleeast/959210")
    assert (first.day, first.section_path) == (None, ("middleeast",))


def test_the_arabic_host_stays_and_the_id_does_not_depend_on_it() -> None:
    own = parse_address("http://rudawarabia.net/arabic/kurdistan/250420224")
    assert own.url == "https://www.rudawarabia.net/arabic/kurdistan/250420224"
    assert own.id == parse_address("https://www.rudaw.net/arabic/kurdistan/250420224").id


@pytest.mark.parametrize(
    ("slug", "day"),
    [
        ("09122015", date(2015, 12, 9)),
        ("081220154", date(2015, 12, 8)),
        ("0412201519", date(2015, 12, 4)),
        ("1205202637", date(2026, 5, 12)),
        ("31022017", None),  # no such day
        ("22072005", None),  # before the site
        ("12052026034512", None),  # a programme's fourteen digits
        ("958450", None),
        ("2207201x", None),
    ],
)
def test_the_day_in_a_slug(slug: str, day: date | None) -> None:
    assert slug_day(slug) == day


@pytest.mark.parametrize(
    "url",
    [
        "https://www.rudaw.net/english/kurdistan",
        "https://www.rudaw.net/",
        "https://www.rudaw.net/english/onair/tv/episodes/episode/x/12052026034512",
        "https://www.rudaw.net/english/authors/A_B",
        "https://www.rudaw.net/english/categories/iraq/not-a-number",
        "https://example.org/english/middleeast/22072017",
        "ftp://www.rudaw.net/english/middleeast/22072017",
        "https://[broken/english/middleeast/22072017",
        "rudaw",
        "",
    ],
)
def test_what_is_no_article_is_said_to_be_none(url: str) -> None:
    assert not is_article_url(url)
    with pytest.raises(BadAddress):
        parse_address(url)


def test_only_archived_addresses_are_unwrapped() -> None:
    assert unwrap_archived("/web/20190322/http://rudaw.net/a") == "http://rudaw.net/a"
    assert unwrap_archived("https://www.rudaw.net/english/web/1") == "https://www.rudaw.net/english/web/1"
