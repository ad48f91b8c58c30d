"""The crawling spider: its arguments, what it asks for, and what it hands over."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotConfigured,
)
from scrapy.http import HtmlResponse, Response
from scrapy.settings import Settings
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.statscollectors import MemoryStatsCollector
from twisted.python.failure import Failure

from rudaw_scraper import __version__
from rudaw_scraper import settings as project_settings
from rudaw_scraper.addresses import parse_address
from rudaw_scraper.discovery import HtmlListing
from rudaw_scraper.middlewares import OffSite, PublicNames, StayOnSite
from rudaw_scraper.page import Page
from rudaw_scraper.refused import FailedPage
from rudaw_scraper.robots import RobotsForbidden
from rudaw_scraper.site import Site
from rudaw_scraper.spiders.arguments import BadArgument
from rudaw_scraper.spiders.failures import explain
from rudaw_scraper.spiders.own_settings import pace
from rudaw_scraper.spiders.rudaw import RudawSpider
from rudaw_scraper.spiders.walks import Walk

SITE = "http://127.0.0.1:8000"


def spider(**arguments: Any) -> RudawSpider:
    made = RudawSpider(**({"site": SITE} | arguments))
    crawler = SimpleNamespace(settings=Settings())
    crawler.stats = MemoryStatsCollector(crawler)  # type: ignore[arg-type]
    made.crawler = crawler  # type: ignore[assignment]
    return made


def started(made: RudawSpider) -> list[str]:
    async def collect() -> list[str]:
        return [request.url async for request in made.start()]

    return asyncio.run(collect())


def walk(*seen: str, first: bool = False) -> Walk:
    return Walk(HtmlListing(), "english", first=first, seen=set(map(hash, seen)))


def listing(made: RudawSpider, url: str, links: Iterable[str], way: Walk | None = None) -> list[str]:
    html = "".join(f'<a href="{link}">x</a>' for link in links)
    response = HtmlResponse(url, body=html.encode(), encoding="utf-8")
    found = list(made.parse_listing(response, way or walk()))
    assert all(isinstance(request, Request) for request in found)
    return [request.url.removeprefix(SITE) for request in found]


def test_it_starts_at_the_front_pages_or_at_the_chosen_sections() -> None:
    editions = ["english", "sorani", "kurmanci", "arabic", "turkish"]
    assert started(spider())[:5] == [f"{SITE}/{edition}" for edition in editions]
    assert started(spider(edition="Sorani, english,sorani")) == [
        f"{SITE}/sorani",
        f"{SITE}/english",
        f"{SITE}/API/News/Listing/-8?CurrentPage=1&lang=Sorani&isMobileBrowser=False",
        f"{SITE}/API/News/Listing/-8?CurrentPage=1&lang=English&isMobileBrowser=False",
        f"{SITE}/sorani/rss",
        f"{SITE}/english/rss",
        f"{SITE}/sitemap.xml",
    ]
    assert started(spider(edition="english", section="middleeast/iraq,/World/")) == [
        f"{SITE}/english/middleeast/iraq",
        f"{SITE}/english/world",
        f"{SITE}/API/News/Listing/-8?CurrentPage=1&lang=English&isMobileBrowser=False",
        f"{SITE}/english/rss",
        f"{SITE}/sitemap.xml",
    ]
    assert RudawSpider().site.origin == "https://www.rudaw.net"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"edition": "persian"}, "edition: 'persian' is none; choose from english, sorani, kurmanci, arabic, turkish"),
        ({"section": "../etc"}, "section: '../etc' is none; give it as in the address, such as middleeast/iraq"),
        ({"site": "nowhere"}, "site: 'nowhere' is neither an existing folder nor an address"),
        ({"site": "ftp://host"}, "site: 'ftp://host' is not the address of a site"),
        ({"site": "http://host/path"}, "holds more than a site"),
        ({"limit": "0"}, "limit: '0' is not a whole number from 1 up"),
        ({"limit": "many"}, "limit: 'many' is not a whole number"),
        ({"concurrency": "-1"}, "concurrency: '-1' is not a whole number"),
        ({"delay": "-1"}, "delay: '-1' is not a number of seconds from 0 to 3600"),
        ({"delay": "nan"}, "delay: 'nan' is not a number of seconds"),
        ({"since": "yesterday"}, "since: 'yesterday' is not a day such as 2026-05-25"),
        ({"until": "31-12-2026"}, "until: '31-12-2026' is not a day"),
        ({"recheck": "14"}, "recheck: '14' is neither all nor none nor an age such as 36h, 14d or 2w"),
        ({"wait": "perhaps"}, "wait: 'perhaps' is neither 1 nor 0"),
        ({"contact": "two words"}, "contact: 'two words' is neither a web address nor a mail address"),
        ({"contact": "a\r\nX-Evil: 1"}, "contact: "),
        (
            {"editions": "english"},
            "the spider rudaw has no argument 'editions'; it has edition, section, since, until, site",
        ),
    ],
)
def test_arguments_that_are_not_allowed(arguments: dict[str, str], words: str) -> None:
    with pytest.raises(BadArgument) as caught:
        RudawSpider(**({"site": SITE} | arguments))
    assert words in str(caught.value)


def test_arguments_of_job_servers_are_let_pass() -> None:
    assert spider(_job="1f2e").scopes == ("english", "sorani", "kurmanci", "arabic", "turkish")


def test_runs_are_filed_under_their_edition() -> None:
    assert spider(edition="sorani").run_name == "sorani"
    assert spider(edition="sorani,english").run_name == "all"
    assert spider().run_name == "all"


def test_pace() -> None:
    assert pace(None, None) == {}
    assert pace(0.0, None) == {
        "DOWNLOAD_DELAY": 0.0,
        "AUTOTHROTTLE_START_DELAY": 0.0,
        "AUTOTHROTTLE_ENABLED": False,
    }
    assert pace(2.5, 3) == {
        "DOWNLOAD_DELAY": 2.5,
        "AUTOTHROTTLE_START_DELAY": 2.5,
        "AUTOTHROTTLE_ENABLED": True,
        "CONCURRENT_REQUESTS": 3,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 3,
        "AUTOTHROTTLE_TARGET_CONCURRENCY": 3.0,
    }


def test_who_asks_is_told() -> None:
    crawler = Crawler(RudawSpider, {"USER_AGENT": "rudaw_scraper/1 (research crawler)"})
    RudawSpider.from_crawler(crawler, site=SITE)
    assert crawler.settings["USER_AGENT"] == "rudaw_scraper/1 (research crawler)"
    for arguments, settings in [
        ({"contact": "mailto:me@example.org"}, {}),
        ({}, {"RUDAW_CONTACT": "mailto:me@example.org"}),
    ]:
        crawler = Crawler(RudawSpider, settings)
        RudawSpider.from_crawler(crawler, site=SITE, **arguments)
        wanted = f"rudaw_scraper/{__version__} (research crawler; +mailto:me@example.org)"
        assert crawler.settings["USER_AGENT"] == wanted


def test_arguments_for_pace_and_output_become_settings() -> None:
    crawler = Crawler(RudawSpider)
    RudawSpider.from_crawler(crawler, site=SITE, delay="0.5", output="elsewhere")
    assert crawler.settings.getfloat("DOWNLOAD_DELAY") == 0.5
    assert crawler.settings["RUDAW_OUTPUT"] == "elsewhere"


def test_an_article_is_asked_for_once_under_all_its_addresses() -> None:
    made = spider(edition="english")
    links = ["/english/world/01012015", "http://rudaw.net/english/world/01012015?x", "/sorani/world/01012015"]
    assert listing(made, f"{SITE}/english/world", links) == ["/english/world/01012015"]
    assert listing(made, f"{SITE}/english/iraq", [*links, "/english/iraq/02012015"]) == ["/english/iraq/02012015"]
    slugs = ["/english/categories/iraq/958450", "/english/categories/world/958450?x=1", "/english/categories/x/958450/"]
    assert listing(made, f"{SITE}/english/syria", slugs) == slugs[:1]
    assert made.crawler.stats.get_value("rudaw/listed/english") == 3
    arabic = spider(edition="arabic")
    hosts = ["http://rudaw.net", "https://www.rudaw.net", "https://www.rudawarabia.net", "http://rudawarabia.net"]
    links = [f"{host}/arabic/kurdistan/250420224" for host in hosts]
    assert listing(arabic, f"{SITE}/arabic", links) == ["/arabic/kurdistan/250420224"]
    assert made.crawler.stats.get_value("rudaw/listed/sorani") is None


def test_further_pages_are_asked_for_while_they_bring_new_articles() -> None:
    made = spider(edition="english")
    here = f"{SITE}/english/news"
    first = listing(made, here, ["/english/world/01012015", "?page=2"])
    assert first == ["/english/world/01012015", "/english/news?page=2"]
    repeated = listing(made, here + "?page=2", ["/english/world/01012015", "?page=3"], walk("english/world/01012015"))
    assert repeated == []


def test_articles_known_from_another_listing_do_not_end_this_one() -> None:
    made = spider(edition="english")
    listing(made, f"{SITE}/english/world", ["/english/world/01012015"])
    assert listing(made, f"{SITE}/english/news", ["/english/world/01012015", "?page=2"]) == ["/english/news?page=2"]


def test_the_limit_is_a_number_of_articles() -> None:
    made = spider(edition="english", limit="2")
    links = [f"/english/world/0{day}012015" for day in range(1, 6)]
    assert listing(made, f"{SITE}/english", [*links, "?page=2", "/english/iraq"]) == links[:2]
    assert listing(made, f"{SITE}/english/iraq", links) == []


def test_sections_are_followed_downwards_only() -> None:
    made = spider(edition="english")
    links = ["/english/world", "/english/middleeast", "/english/middleeast/iraq", "/sorani/world", "/english/onair/tv"]
    front = listing(made, f"{SITE}/english", links)
    assert front == ["/english/world", "/english/middleeast", "/english/middleeast/iraq"]
    assert listing(made, f"{SITE}/english/middleeast", links) == ["/english/middleeast/iraq"]
    chosen = spider(edition="english", section="middleeast")
    assert listing(chosen, f"{SITE}/english/middleeast", links) == []


def test_a_chosen_section_leaves_out_what_its_page_shows_of_others() -> None:
    made = spider(edition="english", section="middleeast")
    links = ["/english/middleeast/iraq/01012015", "/english/world/01012015", "/english/categories/middleeast/958450"]
    assert listing(made, f"{SITE}/english/middleeast", links) == [links[0], links[2]]


def test_an_article_page_is_handed_over_unread() -> None:
    made = spider()
    address = parse_address("https://www.rudaw.net/english/world/01012015")
    response = Response(
        f"{SITE}/english/world/01012015?ref=home", body=b"\xff\x00", headers={"Content-Type": "text/html; charset=x"}
    )
    (page,) = made.parse_article(response, address)
    assert (page.content, page.content_type, page.source) == (b"\xff\x00", "text/html; charset=x", "live")
    assert page.url == "https://www.rudaw.net/english/world/01012015"
    assert page.source_url == f"{SITE}/english/world/01012015?ref=home"
    assert page.fetched_at.utcoffset() is not None


def test_redirects_to_another_article_are_believed_and_others_are_not() -> None:
    made = spider()
    address = parse_address("https://www.rudaw.net/english/world/01012015")
    (moved,) = made.parse_article(Response(f"{SITE}/english/categories/world/958450"), address)
    assert moved.url == "https://www.rudaw.net/english/categories/world/958450"
    (other,) = made.parse_article(Response(f"{SITE}/english/some-page"), address)
    assert other.url == "https://www.rudaw.net/english/world/01012015"


@pytest.mark.parametrize("path", ["/", "/english", "/English/World/", "/english/home", "/404", "/error.aspx?from=x"])
def test_an_article_that_leads_to_the_front_page_is_a_soft_404(path: str) -> None:
    address = parse_address("https://www.rudaw.net/english/world/01012015")
    (failed,) = spider().parse_article(Response(f"{SITE}{path}", body=b"<p>Welcome"), address)
    assert isinstance(failed, FailedPage)
    assert (failed.reason, failed.page.url) == ("SoftNotFound", "https://www.rudaw.net/english/world/01012015")
    assert failed.detail == f"the address leads to {path.partition('?')[0]}"


def test_a_listing_that_is_no_text_is_a_failure() -> None:
    made = spider()
    (failed,) = made.parse_listing(Response(f"{SITE}/english", body=b"\x89PNG"), walk(first=True))
    assert isinstance(failed, FailedPage)
    assert (failed.reason, failed.page.url) == ("NoListing", "https://www.rudaw.net/english")
    assert made.crawler.stats.get_value("rudaw/start_failed") == 1


def test_failures_keep_what_came() -> None:
    made = spider()
    response = HtmlResponse(f"{SITE}/english/world/01012015", status=403, body=b"<p>No entry", encoding="utf-8")
    (failed,) = made.failed(Failure(HttpError(response, "x")), "https://www.rudaw.net/english/world/01012015")
    assert (failed.reason, failed.page.content) == ("Http403", b"<p>No entry")
    assert failed.detail == "the site answered 403 (Forbidden)"
    (failed,) = made.failed(Failure(DownloadTimeoutError()), "https://www.rudaw.net/english", walk(first=True))
    assert (failed.reason, failed.page.content) == ("Timeout", b"")
    assert isinstance(failed.page, Page)
    assert made.crawler.stats.get_value("rudaw/start_failed") == 1


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OffSite("x"), "OffSite"),
        (CannotResolveHostError("x"), "Unreachable"),
        (DownloadConnectionRefusedError("x"), "Unreachable"),
        (DownloadTimeoutError("x"), "Timeout"),
        (DownloadCancelledError("x"), "PageTooLarge"),
        (RobotsForbidden("robots.txt forbids it"), "RobotsForbidden"),
        (IgnoreRequest("max redirections reached"), "RedirectLoop"),
        (IgnoreRequest("x"), "Ignored"),
        (HttpError(Response("http://x", status=599), "x"), "Http599"),
        (KeyError("x"), "KeyError"),
    ],
)
def test_failures_have_names(error: Exception, reason: str) -> None:
    assert explain(error)[0] == reason


def test_editions_without_articles_are_noted(tmp_path: Path) -> None:
    made = spider(edition="english,sorani")
    listing(made, f"{SITE}/english", ["/english/world/01012015"])
    made.spider_closed()
    assert made.crawler.stats.get_value("rudaw/empty_editions") == ["sorani"]
    limited = spider(edition="english,sorani", limit=1)
    listing(limited, f"{SITE}/english", ["/english/world/01012015"])
    limited.spider_closed()
    assert limited.crawler.stats.get_value("rudaw/empty_editions") is None


def test_a_folder_is_served_while_the_spider_lives(tmp_path: Path) -> None:
    made = spider(site=str(tmp_path))
    assert made.site.host == "127.0.0.1"
    assert made.site.port
    made.spider_closed()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8001/english",
        "https://127.0.0.1:8000/english",
        "http://localhost:8000/english",
        "http://169.254.169.254/latest",
        "https://www.rudaw.net/english",
        "file:///etc/passwd",
        "ftp://127.0.0.1:8000/x",
    ],
)
def test_requests_that_leave_the_site_are_refused(url: str) -> None:
    crawler = SimpleNamespace(settings=Settings(), spider=spider())
    crawler.stats = MemoryStatsCollector(crawler)  # type: ignore[arg-type]
    guard = StayOnSite.from_crawler(crawler)  # type: ignore[arg-type]
    with pytest.raises(OffSite, match=r"is not on http://127\.0\.0\.1:8000"):
        guard.process_request(Request(url))
    guard.process_request(Request(f"{SITE}/english"))
    assert crawler.stats.get_value("rudaw/offsite") == 1


@pytest.mark.parametrize(
    ("url", "address", "refused"),
    [
        ("https://www.rudaw.net/english", "10.0.0.5", True),
        ("https://www.rudaw.net/english", "127.0.0.1", True),
        ("https://www.rudaw.net/english", "169.254.169.254", True),
        ("https://www.rudaw.net/english", "8.8.8.8", False),
        ("http://8.8.8.8/english", "8.8.8.8", False),
        ("http://127.0.0.1:8000/english", "127.0.0.1", False),  # the user has named it so
        ("http://mirror:8000/english", "10.0.0.5", False),
        ("data:,1", "10.0.0.5", False),
    ],
)
def test_a_public_name_must_not_stand_for_a_private_address(url: str, address: str, refused: bool) -> None:
    asked: list[str] = []

    async def resolve(name: str) -> str:
        asked.append(name)
        return address

    stats = spider().crawler.stats
    names = PublicNames(resolve, stats)
    for _ in range(2):
        if refused:
            with pytest.raises(OffSite, match=f"{address}, a private address"):
                asyncio.run(names.process_request(Request(url)))
            asyncio.run(names.process_request(Request(url, meta={"proxy": "http://127.0.0.1:3128"})))
        else:
            asyncio.run(names.process_request(Request(url)))
    assert len(asked) <= 1
    assert stats.get_value("rudaw/offsite", 0) == (2 if refused else 0)


def test_a_name_that_nobody_knows_is_left_to_the_connection() -> None:
    async def resolve(name: str) -> str:
        raise OSError("no such name")

    names = PublicNames(resolve, spider().crawler.stats)
    asyncio.run(names.process_request(Request("https://www.rudaw.net/english")))


def test_a_spider_without_a_site_needs_no_guard() -> None:
    with pytest.raises(NotConfigured):
        StayOnSite.from_crawler(SimpleNamespace(spider=SimpleNamespace()))  # type: ignore[arg-type]
    assert Site.parse(SITE).contains(f"{SITE}/english")


def test_settings_are_polite_and_safe() -> None:
    assert project_settings.ROBOTSTXT_OBEY
    assert project_settings.DOWNLOAD_DELAY >= 1
    assert project_settings.CONCURRENT_REQUESTS_PER_DOMAIN == 1
    assert project_settings.AUTOTHROTTLE_ENABLED
    assert project_settings.DOWNLOAD_VERIFY_CERTIFICATES
    assert project_settings.DOWNLOAD_MAXSIZE <= 16 * 1024 * 1024
    assert not project_settings.TELNETCONSOLE_ENABLED
    assert not project_settings.REMOTE_CONTROL_ENABLED
    assert "rudaw_scraper/" in project_settings.USER_AGENT
    assert "Accept-Language" not in project_settings.DEFAULT_REQUEST_HEADERS
