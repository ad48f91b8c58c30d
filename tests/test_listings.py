"""What is followed from a listing page, and what is not."""

from __future__ import annotations

import pytest
from parsel import Selector

from rudaw_scraper.discovery.html import read_listing, section_of
from rudaw_scraper.errors import BadAddress
from rudaw_scraper.site import Site

SITE = Site.parse("http://127.0.0.1:8000")
HERE = "http://127.0.0.1:8000/english/kurdistan"


def read(html: str, url: str = HERE, site: Site = SITE) -> tuple[list[str], list[str], list[str]]:
    listing = read_listing(Selector(text=html), url, site)
    return [link.url for link in listing.articles], listing.next_pages, listing.sections


def test_articles_are_found_once_under_all_their_addresses() -> None:
    articles, _, _ = read(
        """<a href="/english/kurdistan/070520183">One</a> <a href="070520183">no article of the site</a>
        <a href="http://rudaw.net/english/kurdistan/070520183?keyword=x">One again</a>
        <a href="https://www.rudaw.net/english/kurdistan/070520183/#comments">and again</a>
        <a href="/english/categories/iraq/958450">Two</a>
        <a href="/english/categories/world/958450">Two in another category</a>"""
    )
    assert articles == [
        "http://127.0.0.1:8000/english/kurdistan/070520183",
        "http://127.0.0.1:8000/english/categories/iraq/958450",
    ]


def test_canonical_addresses_are_those_of_the_real_site() -> None:
    html = '<a href="/english/world/01012015">1</a><a href="https://www.rudawarabia.net/arabic/world/02012015">2</a>'
    listing = read_listing(Selector(text=html), HERE, SITE)
    assert [(link.address.id, link.address.url, link.url) for link in listing.articles] == [
        (
            "english/world/01012015",
            "https://www.rudaw.net/english/world/01012015",
            "http://127.0.0.1:8000/english/world/01012015",
        ),
        (
            "arabic/world/02012015",
            "https://www.rudawarabia.net/arabic/world/02012015",
            "http://127.0.0.1:8000/arabic/world/02012015",
        ),
    ]


@pytest.mark.parametrize(
    "href",
    [
        "http://other.example/english/world/01012015",
        "http://127.0.0.1:8001/english/world/01012015",
        "https://127.0.0.1:8000/english/world/01012015",
        "https://www.rudaw.net:8443/english/world/01012015",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "mailto:someone@example.org",
        "http://[broken",
        "http://host:port/english/world/01012015",
        "//other.example/english/world/01012015",
        "",
    ],
)
def test_nothing_leads_off_the_site(href: str) -> None:
    assert read(f'<a href="{href}">x</a>') in (([], [], []), ([], [], [HERE]))


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('<a rel="next" href="/english/kurdistan/older">x</a>', "/english/kurdistan/older"),
        ('<link rel="next" href="/english/kurdistan?page=2">', "/english/kurdistan?page=2"),
        ('<a href="?CurrentPage=2">2</a>', "/english/kurdistan?CurrentPage=2"),
        ('<a href="/english/kurdistan/page/2">2</a>', "/english/kurdistan/page/2"),
        ('<a href="?before=123"> Next </a>', "/english/kurdistan?before=123"),
    ],
)
def test_further_pages(link: str, expected: str) -> None:
    found = read(link)[1]
    if "before" in link:  # an unknown key makes another listing: only rel="next" would lead there
        assert found == []
    else:
        assert found == ["http://127.0.0.1:8000" + expected]


def test_pages_lead_forwards_only() -> None:
    html = '<a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=3">3</a><a href="?page=4">4</a>'
    assert read(html, HERE + "?page=2")[1] == [HERE + "?page=3", HERE + "?page=4"]
    assert read(html, HERE + "?page=2&sort=new")[1] == []


def test_words_that_lead_on_count_only_within_the_listing() -> None:
    assert read('<a href="/english/kurdistan/">Next</a>')[1] == ["http://127.0.0.1:8000/english/kurdistan/"]
    assert read('<a href="/english/world">More</a>') == ([], [], ["http://127.0.0.1:8000/english/world"])


def test_sections() -> None:
    html = """<a href="/english/world">World</a><a href="/english/middleeast/iraq">Iraq</a>
    <a href="/english">Home</a><a href="/english/onair/tv">TV</a><a href="/english/search-results?keyword=x">S</a>
    <a href="/english/faq">FAQ</a><a href="/english/a/b/c/d">deep</a>"""
    assert read(html)[2] == ["http://127.0.0.1:8000/english/world", "http://127.0.0.1:8000/english/middleeast/iraq"]
    assert section_of("http://127.0.0.1:8000/English/middleeast/iraq?x=1") == ("english", ("middleeast", "iraq"))
    assert section_of("http://127.0.0.1:8000/") == ("", ())


def test_sites() -> None:
    rudaw = Site.parse("https://www.rudaw.net")
    assert rudaw.is_rudaw
    assert rudaw.contains("http://rudaw.net/english")
    assert not rudaw.contains("https://www.rudaw.net:8443/english")
    assert not rudaw.contains("https://www.rudaw.net.example/english")
    assert rudaw.localise("http://rudaw.net/english/x?y=1#z") == "https://www.rudaw.net/english/x?y=1"
    copy = Site.parse("HTTP://LocalHost:80/")
    assert copy.origin == "http://localhost"
    assert copy.canonical("http://localhost/english/x") == "https://www.rudaw.net/english/x"
    assert copy.canonical("http://elsewhere/english/x") == "http://elsewhere/english/x"
    assert copy.localise("http://localhost") == "http://localhost/"
    assert Site.parse("http://[::1]:8000").origin == "http://[::1]:8000"


@pytest.mark.parametrize(
    "url", ["ftp://host", "http://", "host", "http://host/path", "http://host?q", "http://a:b@host", "http://host:x"]
)
def test_addresses_that_are_no_site(url: str) -> None:
    with pytest.raises(BadAddress):
        Site.parse(url)
