"""The kinds of listings beside the site's pages, and where a walk through one ends."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from scrapy.http import HtmlResponse, Response

from rudaw_scraper.discovery import HtmlListing, Listing, NoListing
from rudaw_scraper.discovery.api import ListingApi
from rudaw_scraper.discovery.base import day_of
from rudaw_scraper.discovery.feed import Feed
from rudaw_scraper.discovery.sitemap import NewsSitemap
from rudaw_scraper.site import Site
from rudaw_scraper.spiders.walks import MOST_PAGES, Walk
from rudaw_scraper.state import State
from tests.records import sound_record
from tests.small_site import SmallSite, article_page, lines_of, listing_page, rudaw, run_folder

ORIGIN = "http://127.0.0.1:8000"
SITE = Site.parse(ORIGIN)
API = f"{ORIGIN}/API/News/Listing/-8?CurrentPage=2&lang=English&isMobileBrowser=False"


def ids(listing: Listing) -> list[str]:
    return [link.address.id for link in listing.articles]


def interface(articles: object, last: object = 9) -> bytes:
    return json.dumps({"Data": {"MaxPage": last, "CategoryNews": {"Articles": articles}}}).encode()


def test_the_json_interface() -> None:
    given = [
        {"Title": "One", "Link": "/english/world/01052026", "AMPDateTime": "2026-05-01T23:30:00"},
        {"Link": "https://rudaw.net/english/categories/iraq/958450", "AMPDateTime": "2026-05-25T10:00:00"},
        {"Title": "Elsewhere", "Link": "https://example.org/english/world/01052026"},
        {"Title": "No link"},
        "no object",
    ]
    listing = ListingApi().read(Response(API, body=interface(given)), SITE)
    assert ids(listing) == ["english/world/01052026", "english/958450"]
    assert [link.day for link in listing.articles] == [date(2026, 5, 1), date(2026, 5, 25)]
    assert listing.articles[1].url == f"{ORIGIN}/english/categories/iraq/958450"
    assert listing.next_pages == [API.replace("CurrentPage=2", "CurrentPage=3")]
    assert ListingApi().read(Response(API, body=interface([], 2)), SITE).next_pages == []
    assert ListingApi().start(SITE, "kurmanci").endswith("?CurrentPage=1&lang=Kurmanci&isMobileBrowser=False")


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"Data": null}', interface("none"), b"[" * 100_000])
def test_what_is_no_json_interface(body: bytes) -> None:
    with pytest.raises(NoListing):
        ListingApi().read(Response(API, body=body), SITE)


def test_feeds() -> None:
    rss = b"""<?xml version="1.0"?><rss><channel><link>http://rudaw.net/english</link>
      <item><link>http://rudaw.net/english/world/01052015</link>
        <pubDate>Fri, 01 May 2015 09:00:00 +0300</pubDate></item>
      <item><link>http://rudaw.net/english/categories/iraq/5</link>
        <pubDate>Fri, 01 May 2015 22:00:00 GMT</pubDate></item>
      <item><title>none</title></item></channel></rss>"""
    listing = Feed().read(Response(f"{ORIGIN}/english/rss", body=rss), SITE)
    assert [(link.address.id, link.day) for link in listing.articles] == [
        ("english/world/01052015", date(2015, 5, 1)),
        ("english/5", date(2015, 5, 2)),  # one o'clock at night in Iraq
    ]
    atom = b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/english/world/02052015"/></entry></feed>'
    assert ids(Feed().read(Response(f"{ORIGIN}/x", body=atom), SITE)) == ["english/world/02052015"]
    bomb = b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><item><link>&b;</link></item></rss>'
    assert ids(Feed().read(Response(f"{ORIGIN}/x", body=bomb), SITE)) == []
    for body in (b"", b"<html><body>404", b"plain"):
        with pytest.raises(NoListing):
            Feed().read(Response(f"{ORIGIN}/x", body=body), SITE)


def test_sitemaps() -> None:
    index = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>https://www.rudaw.net/news-1.xml.gz</loc><lastmod>2026-05-01</lastmod></sitemap>
      <sitemap><loc>http://169.254.169.254/x.xml</loc></sitemap></sitemapindex>"""
    listing = NewsSitemap().read(Response(f"{ORIGIN}/sitemap.xml", body=index), SITE)
    assert listing.parts == [(f"{ORIGIN}/news-1.xml.gz", date(2026, 5, 1))]
    urls = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://www.rudaw.net/english/categories/iraq/7</loc><lastmod>2026-06-02</lastmod>
        <n:news><n:publication_date>2026-06-01T10:00:00+03:00</n:publication_date></n:news></url>
      <url><loc>https://www.rudaw.net/english/contact</loc></url></urlset>"""
    packed = NewsSitemap().read(Response(f"{ORIGIN}/news-1.xml.gz", body=gzip.compress(urls)), SITE)
    assert [(link.address.id, link.day) for link in packed.articles] == [("english/7", date(2026, 6, 1))]
    for body in (b"<rss/>", gzip.compress(urls)[:-30][:15], gzip.compress(bytes(60_000_000))):
        with pytest.raises(NoListing):
            NewsSitemap().read(Response(f"{ORIGIN}/sitemap.xml", body=body), SITE)


def test_listings_in_the_data_of_a_next_js_page() -> None:
    row = '1:{"items":[{"ID":958450,"Title":"One","categorySlug":"iraq"},{"ID":"x","categorySlug":"iraq"}]}\n'
    page = f"<html><body><script>self.__next_f.push([1,{json.dumps(row)}])</script></body></html>"
    response = HtmlResponse(f"{ORIGIN}/english", body=page.encode(), encoding="utf-8")
    assert ids(HtmlListing().read(response, SITE)) == ["english/958450"]


def test_classic_listings_go_by_numbers() -> None:
    page = "<a href='/NewsListing.aspx?pageid=528'>Kurdistan</a> <a href='/sorani/news?CategoryID=412627'>x</a>"
    listing = HtmlListing().read(HtmlResponse(f"{ORIGIN}/english", body=page.encode(), encoding="utf-8"), SITE)
    assert listing.sections == [f"{ORIGIN}/NewsListing.aspx?pageid=528", f"{ORIGIN}/sorani/news?CategoryID=412627"]


@pytest.mark.parametrize("text", [None, "", "soon", "2026-13-01", "0001-01-01T00:00:00+14:00", "Fri, 99 May 2015"])
def test_days_that_are_none(text: str | None) -> None:
    assert day_of(text) is None


def page_of(*links: str) -> Listing:
    html = "".join(f"<a href='{link}'>x</a>" for link in links) + "<a href='?page=9'>9</a>"
    return HtmlListing().read(HtmlResponse(f"{ORIGIN}/english", body=html.encode(), encoding="utf-8"), SITE)


def test_where_a_walk_ends(tmp_path: Path) -> None:
    walk = Walk(HtmlListing(), "english")
    old = page_of("/english/world/01052015")
    assert walk.why_stop(old, None, 0, None) is None
    assert walk.why_stop(old, None, 0, None) == "the page repeats earlier ones"
    assert walk.why_stop(page_of(), None, 0, None) == "the page lists no article"
    later = page_of("/english/world/02052015")
    assert walk.why_stop(later, None, 0, date(2016, 1, 1)) == "all its articles are older than 2016-01-01"
    assert walk.why_stop(Listing(later.articles), None, 0, None) == "it has no further page"
    walk.pages = MOST_PAGES
    assert "are enough" in str(walk.why_stop(page_of("/english/world/03052015"), None, 0, None))
    state = State(tmp_path / "english.sqlite")
    for name in ("20260101T000000Z", "20260102T000000Z"):
        state.begin_run(name)
        state.walked(["english"], None)
    record = sound_record() | {"id": "english/world/01052015"}
    state.written(record, "x")
    fresh = Walk(HtmlListing(), "english")
    assert fresh.why_stop(old, state, state.last_walk("english", None), None) is not None
    assert Walk(HtmlListing(), "english").why_stop(old, state, 1, None) is None  # that run had not written it
    assert state.last_walk("english/world", date(2026, 1, 1)) == 2
    assert state.last_walk("sorani", None) == 0
    assert state.day_before(2) == date(2026, 1, 1)
    state.close()


def test_since_and_until_and_the_interface_in_a_run(tmp_path: Path) -> None:
    site = SmallSite(tmp_path / "site")
    days = [site.add(f"/english/world/{day:02}052018", article_page("Bridge", "By Rudaw")) for day in range(1, 7)]
    target = "/API/News/Listing/-8?CurrentPage={}&lang=English&isMobileBrowser=False"
    for number, links in enumerate((days[4:], days[2:4], days[:2]), 1):
        body = interface([{"Title": "x", "Link": link} for link in links], 3)
        site.add(target.format(number), body, content_type="application/json")
    site.add("/english", listing_page([days[5]]))
    options = ["--site", site.folder, "--delay", "0", "--edition", "english", "--output", tmp_path / "out"]
    result = rudaw("crawl", *options, "--since", "2018-05-04", "--until", "2018-05-05")
    assert result.returncode == 0, result.stderr
    assert "JSON interface of english used: 2 articles on its first page" in result.stderr
    records = lines_of(run_folder(tmp_path / "out") / "articles.jsonl")
    assert sorted(record["id"] for record in records) == ["english/world/04052018", "english/world/05052018"]
