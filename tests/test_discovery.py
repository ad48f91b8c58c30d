"""The kinds of listings beside the site's pages, and where a walk through one ends."""

from __future__ import annotations

import gzip
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from scrapy.http import HtmlResponse, Response

from rudaw_scraper.discovery import HtmlListing, Listing, NoListing
from rudaw_scraper.discovery.api import ListingApi
from rudaw_scraper.discovery.base import day_of
from rudaw_scraper.discovery.feed import Feed
from rudaw_scraper.discovery.sitemap import NewsSitemap
from rudaw_scraper.site import Site
from rudaw_scraper.site_server import Answer, SiteServer
from rudaw_scraper.spiders.walks import MOST_BARREN, MOST_PAGES, Walk
from rudaw_scraper.state import State
from tests.records import sound_record
from tests.small_site import SmallSite, article_page, articles_site, lines_of, listing_page, rudaw, run_folder
from tests.watched_site import HTML, WatchedSite, crawl, manifests, refused_of

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


def stop(walk: Walk, listing: Listing, state: State | None = None, last: int = 0, since: date | None = None) -> str:
    return str(walk.why_stop(listing, listing.articles, state, last, since))


def test_where_a_walk_ends(tmp_path: Path) -> None:
    walk = Walk(HtmlListing(), "english")
    old = page_of("/english/world/01052015")
    assert stop(walk, old) == "None"
    assert stop(walk, old) == "the page repeats earlier ones"
    assert stop(walk, page_of()) == "the page lists no article"
    later = page_of("/english/world/02052015")
    assert stop(walk, later, since=date(2016, 1, 1)) == "all its articles are older than 2016-01-01"
    assert stop(walk, Listing(later.articles)) == "it has no further page"
    walk.pages = MOST_PAGES
    assert "are enough" in stop(walk, page_of("/english/world/03052015"))
    state = State(tmp_path / "english.sqlite")
    for name in ("20260101T000000Z", "20260102T000000Z"):
        state.begin_run(name)
        state.walked(["english"], None)
    record = sound_record() | {"id": "english/world/01052015"}
    state.written(record, "x")
    known = "all its articles are known, and so is what follows"
    assert stop(Walk(HtmlListing(), "english"), old, state, state.last_walk("english", None)) == known
    assert stop(Walk(HtmlListing(), "english"), old, state, 1) == "None"  # that run had not written it
    mixed = page_of("/english/world/01052015", "/sorani/world/01052015")
    assert stop(Walk(HtmlListing(), "english"), mixed, state, 2) == "None"
    fresh = Walk(HtmlListing(), "english")
    assert fresh.why_stop(mixed, old.articles, state, 2, None) == known  # what is not asked for does not matter
    assert Walk(HtmlListing(), "english").why_stop(mixed, [], state, 2, None) is None
    assert state.last_walk("english/world", date(2026, 1, 1)) == 2
    assert state.last_walk("sorani", None) == 0
    assert state.day_before(2) == date(2026, 1, 1)
    state.close()


def test_a_listing_without_days_is_left_when_its_articles_have_been_read(tmp_path: Path) -> None:
    state = State(tmp_path / "english.sqlite")
    state.begin_run("20260101T000000Z")
    since, walk = date(2026, 6, 1), Walk(HtmlListing(), "english")
    first, second = (page_of(f"/english/categories/iraq/{number}") for number in (5, 6))
    assert stop(walk, first, state, since=since) == "None"
    state.note_day("english/5", "2026-05-20")
    assert state.day("english/5") == date(2026, 5, 20)
    assert state.day("english/6") is None
    assert stop(walk, second, state, since=since) == "all its articles are older than 2026-06-01"
    state.alias("english/7", "english/5")
    assert state.day("english/7") == date(2026, 5, 20)
    state.close()


def test_a_listing_whose_articles_cannot_be_had_is_left(tmp_path: Path) -> None:
    state = State(tmp_path / "english.sqlite")
    state.begin_run("20260101T000000Z")
    walk = Walk(HtmlListing(), "english")
    for number in range(MOST_BARREN):
        assert stop(walk, page_of(f"/english/categories/iraq/{number}"), state) == "None"
        state.refused(f"https://www.rudaw.net/english/categories/iraq/{number}", "Http404", f"english/{number}")
    assert stop(walk, page_of("/english/categories/iraq/99"), state) == "of 20 pages in a row no article could be had"
    state.close()


def endless(target: str, times: int) -> Answer | None:
    """Answer with pages that go on for ever: numbers, a calendar, sections below sections, sitemaps of sitemaps."""
    number = int(re.sub(r"\D", "", target) or 0)
    if target.startswith("/map"):
        text = f"<sitemapindex><sitemap><loc>https://www.rudaw.net/map{number + 1}.xml</loc></sitemap></sitemapindex>"
        return Answer(200, text.encode(), "application/xml")
    if target == "/robots.txt":
        return Answer(200, b"User-agent: *\nDisallow:\nSitemap: https://www.rudaw.net/map0.xml\n", "text/plain")
    if re.fullmatch(r"/english(/[a-z0-9-]+)*(\?page=\d+)?", target) and not target.endswith("/07052018"):
        path = target.partition("?")[0]
        links = ["/english/kurdistan/07052018", f"{path}?page={number + 1}", f"/english/archive-{number + 1}"]
        more = f'<a rel="next" href="/english/calendar/{number + 1}">></a><a href="{path}/{number}">deeper</a>'
        return Answer(200, listing_page([*links, target, f"{path}/deeper-{number}"], more).encode(), HTML)
    return None


def test_pages_without_end_are_left(tmp_path: Path) -> None:
    site = SmallSite(tmp_path / "site")
    site.add("/english/kurdistan/07052018", article_page("Bridge"))
    with WatchedSite(site.folder, endless) as server:
        ids, _, _ = crawled(server.url, tmp_path / "out")
    assert ids == {"english/kurdistan/07052018"}
    assert len(server.asked) < 40
    assert sum(target.startswith("/map") for target in server.targets) <= 4


def crawled(folder: Path | str, output: Path, *options: str) -> tuple[set[str], dict[str, Any], str]:
    """Return the ids written by a crawl, its manifest and its log."""
    result = crawl(folder, output, *options)
    assert result.returncode == 0, result.stderr
    newest = max(output.glob("*/*/manifest.json"))
    lines = lines_of(newest.with_name("articles.jsonl")) if newest.with_name("articles.jsonl").exists() else []
    return {line["id"] for line in lines}, json.loads(newest.read_bytes()), result.stderr


def all_sources(folder: Path) -> SmallSite:
    """Return a site on which each source lists an article of its own in each of three sections."""
    site = SmallSite(folder)

    def articles(day: int) -> list[str]:
        paths = [f"/english/{section}/{day:02}052018" for section in ("kurdistan", "middleeast/iraq")]
        paths.append(f"/english/categories/iraq/{day}")
        return [site.add(path, article_page("Bridge", "By Rudaw 7/5/2018")) for path in paths]

    row = {
        "items": [{"ID": number, "Title": "x", "categorySlug": slug} for number, slug in ((90, "iraq"), (91, "world"))]
    }
    for number, slug in ((90, "iraq"), (91, "world")):
        site.add(f"/english/categories/{slug}/{number}", article_page("Bridge", "By Rudaw 7/5/2018"))
    flight = f"<script>self.__next_f.push([1,{json.dumps('1:' + json.dumps(row) + chr(10))}])</script>"
    feed = '<link rel="alternate" type="application/rss+xml" href="/feeds/english.xml">'
    site.add("/english", listing_page(articles(1), flight + feed))
    site.add("/english/middleeast/iraq", listing_page(articles(1), flight + feed))
    body = interface([{"Title": "x", "Link": path} for path in articles(2)], 1)
    site.add(
        "/API/News/Listing/-8?CurrentPage=1&lang=English&isMobileBrowser=False", body, content_type="application/json"
    )

    def rss(paths: list[str]) -> str:
        return "<rss><channel>" + "".join(f"<item><link>{path}</link></item>" for path in paths) + "</channel></rss>"

    def urlset(paths: list[str]) -> str:
        return (
            "<urlset>" + "".join(f"<url><loc>https://www.rudaw.net{path}</loc></url>" for path in paths) + "</urlset>"
        )

    site.add("/english/rss", rss(articles(3)), content_type="application/rss+xml")
    site.add("/feeds/english.xml", rss(articles(4)), content_type="application/rss+xml")
    site.add("/sitemap.xml", urlset(articles(5)), content_type="application/xml")
    site.add("/maps/news.xml", urlset(articles(6)), content_type="application/xml")
    named = "Sitemap: https://www.rudaw.net/maps/news.xml\nSitemap: http://169.254.169.254/map.xml\n"
    site.add("/robots.txt", f"User-agent: *\nDisallow: /private\n{named}", content_type="text/plain")
    return site


def test_every_source_is_used_and_says_why_it_was_asked_for(tmp_path: Path) -> None:
    ids, manifest, log = crawled(all_sources(tmp_path / "site").folder, tmp_path / "out")
    wanted = {
        f"english/{section}/{day:02}052018" for section in ("kurdistan", "middleeast/iraq") for day in range(1, 7)
    }
    assert ids == wanted | {f"english/{number}" for number in (1, 2, 3, 4, 5, 6, 90, 91)}
    api = API.removeprefix(ORIGIN).replace("=2", "=1")
    for words in (
        f"Listing: JSON interface of english ({api}, by its usual address) used: 3 articles on its first page",
        "Listing: feed of english (/english/rss, by its usual address) used: 3 articles on its first page",
        "Listing: feed of english (/feeds/english.xml, named by a page) used: 3 articles on its first page",
        "Listing: sitemap (/sitemap.xml, by its usual address) used: 3 articles on its first page",
        "Listing: sitemap (/maps/news.xml, named by robots.txt) used: 3 articles on its first page",
    ):
        assert words in log
    assert manifest["sources"]["sitemap (/maps/news.xml)"] == "used: 3 articles on its first page"
    assert manifest["offsite"] == [{"url": "http://169.254.169.254/map.xml", "reason": "a private address"}]


def test_a_section_is_kept_to_in_every_source(tmp_path: Path) -> None:
    site = all_sources(tmp_path / "site")
    ids, _, _ = crawled(site.folder, tmp_path / "out", "--section", "middleeast/iraq")
    # Since May 2026 the sections have no path any more: the category is what the last part of the path was.
    assert ids == {f"english/middleeast/iraq/{day:02}052018" for day in range(1, 7)} | {
        f"english/{number}" for number in (1, 2, 3, 4, 5, 6, 90)
    }


def test_a_section_is_found_at_its_newer_address(tmp_path: Path) -> None:
    site = SmallSite(tmp_path / "site")
    site.add("/english/categories/iraq", listing_page([site.add("/english/categories/iraq/5", article_page("Bridge"))]))
    ids, _, _ = crawled(site.folder, tmp_path / "out", "--section", "middleeast/iraq")
    assert ids == {"english/5"}
    gone = crawl(site.folder, tmp_path / "gone", "--section", "middleeast/syria")
    assert gone.returncode == 1
    assert refused_of(manifests(tmp_path / "gone")[0]) == {"/english/categories/syria": "Http404"}


def test_undated_articles_before_since_are_fetched_once(tmp_path: Path) -> None:
    site = SmallSite(tmp_path / "site")
    bylines = ["By Rudaw 7/5/2018"] * 5 + ["By Rudaw 7/6/2018"]
    paths = [
        site.add(f"/english/categories/iraq/{number}", article_page("Bridge", byline))
        for number, byline in enumerate(bylines, 1)
    ]
    site.add("/english", listing_page(paths[::-1]))
    with WatchedSite(site.folder) as server:
        ids, manifest, _ = crawled_from(server, tmp_path / "out", "--since", "2018-06-01")
        assert (ids, manifest["counts"]["out_of_range"]) == ({"english/6"}, 5)
        assert sorted(articles_asked(server)) == sorted(paths)
        crawled_from(server, tmp_path / "out", "--since", "2018-06-01")
        assert articles_asked(server) == []
        ids, _, _ = crawled_from(server, tmp_path / "out")  # now they are asked for
        assert ids == {f"english/{number}" for number in range(1, 6)}


def crawled_from(server: WatchedSite, output: Path, *options: str) -> tuple[set[str], dict[str, Any], str]:
    server.asked.clear()
    return crawled(server.url, output, *options)


def articles_asked(server: WatchedSite) -> list[str]:
    return [target for target in server.targets if target.rsplit("/", 1)[-1].isdigit()]


OFFSITE = {
    "http://example.org/english/kurdistan/07052018": "another host",
    "http://169.254.169.254/latest/meta-data": "a private address",
    "http://[::1]/english/kurdistan/07052018": "a private address",
    "http://127.0.0.1:1/english/kurdistan/07052018": "another port",
    "https://127.0.0.1:{port}/english/kurdistan/07052018": "another scheme",
    "http://localhost/english": "a private address",
    "file:///etc/passwd": "no web address (file:)",
    "ftp://example.org/x": "no web address (ftp:)",
}


def test_links_that_lead_away_are_refused_and_counted(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=3)
    with WatchedSite(site.folder) as elsewhere, WatchedSite(site.folder) as server:
        links = {url.replace("{port}", server.url.rsplit(":", 1)[1]): why for url, why in OFFSITE.items()}
        links[f"{elsewhere.url}/english/kurdistan/070520181"] = "another port"
        ignored = ["mailto:a@example.org", "javascript:void(0)", "tel:123", "http://[oops", "#top"]
        site.add("/english", listing_page(["/english/kurdistan", *links, *links, *ignored]))
        leading = site.add("/english/world/09052018", "", status=302, headers={"Location": elsewhere.url + "/english"})
        site.add("/english/kurdistan", listing_page([*(f"/english/kurdistan/07052018{n}" for n in (1, 2, 3)), leading]))
        server._table = SiteServer(site.folder)._table
        result = crawl(server.url, tmp_path / "out")
        assert elsewhere.targets == []
    assert result.returncode == 0, result.stderr
    (manifest,) = manifests(tmp_path / "out")
    assert {link["url"]: link["reason"] for link in manifest["offsite"]} == links
    assert manifest["counts"]["offsite_links"] == len(links)
    assert manifest["counts"]["offsite_requests"] == 1
    assert refused_of(manifest) == {leading: "OffSite"}


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
    assert "used: 2 articles on its first page" in result.stderr
    records = lines_of(run_folder(tmp_path / "out") / "articles.jsonl")
    assert sorted(record["id"] for record in records) == ["english/world/04052018", "english/world/05052018"]


def test_the_interface_is_not_walked_through_again_for_a_section(tmp_path: Path) -> None:
    site = SmallSite(tmp_path / "site")
    sections = ("kurdistan", "world")
    target = "/API/News/Listing/-8?CurrentPage={}&lang=English&isMobileBrowser=False"
    for number in range(1, 5):
        paths = [site.add(f"/english/{name}/{number:02}052018", article_page("Bridge")) for name in sections]
        body = interface([{"Title": "x", "Link": path} for path in paths], 4)
        site.add(target.format(number), body, content_type="application/json")
    for name in sections:
        site.add(f"/english/{name}", listing_page([f"/english/{name}/01052018"]))
    with WatchedSite(site.folder) as server:
        ids, _, _ = crawled_from(server, tmp_path / "out", "--section", "world")
        assert ids == {f"english/world/{number:02}052018" for number in range(1, 5)}
        assert len([asked for asked in server.targets if asked.startswith("/API")]) == 4
        crawled_from(server, tmp_path / "out", "--section", "world")
        assert [asked for asked in server.targets if asked.startswith("/API")] == [target.format(1)]
        ids, _, _ = crawled_from(server, tmp_path / "out", "--section", "kurdistan", "--section", "world")
        assert ids == {f"english/kurdistan/{number:02}052018" for number in range(1, 5)}
