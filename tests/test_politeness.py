"""How a crawl treats the site: pauses, robots.txt, Retry-After, its name. Times are those of arrival at the server."""

from __future__ import annotations

from pathlib import Path

import pytest

from rudaw_scraper import __version__
from rudaw_scraper.site_server import Answer
from tests.small_site import articles_site
from tests.watched_site import HTML, WatchedSite, crawl, manifests, refused_of

EARLY = 0.05  # seconds that the clocks of two processes and the way between them may take off a pause
FORBIDDEN = "/english/kurdistan/070520182"


def test_pauses_are_kept_between_all_requests(tmp_path: Path) -> None:
    with WatchedSite(articles_site(tmp_path / "site", count=4).folder) as site:
        result = crawl(site.url, tmp_path / "out", "--delay", "0.3", "--contact", "mailto:me@example.org")
    assert result.returncode == 0, result.stderr
    assert len(site.targets) == 10  # robots.txt, two listings, four articles, and three sources that are not there
    assert min(site.gaps()) >= 0.3 - EARLY
    assert {each.headers["User-Agent"] for each in site.asked} == {
        f"rudaw_scraper/{__version__} (research crawler; +mailto:me@example.org)"
    }
    assert not any(each.headers["Accept-Language"] or each.headers["Cookie"] for each in site.asked)


@pytest.mark.parametrize(("rule", "concurrency"), [("Crawl-delay: 0.3", "4"), ("Request-rate: 10/3", "1")])
def test_robots_txt_sets_the_pace_whatever_the_options_say(tmp_path: Path, rule: str, concurrency: str) -> None:
    folder = articles_site(tmp_path / "site", count=2).folder
    robots = f"User-agent: rudaw_scraper\nDisallow: {FORBIDDEN}\n{rule}\n\nUser-agent: *\nDisallow: /"

    def respond(target: str, times: int) -> Answer | None:
        return Answer(200, robots.encode(), "text/plain") if target == "/robots.txt" else None

    with WatchedSite(folder, respond) as site:
        result = crawl(site.url, tmp_path / "out", "--concurrency", concurrency, "--delay", "0.01")
    assert result.returncode == 0, result.stderr
    assert site.targets.count("/robots.txt") == 1
    assert FORBIDDEN not in site.targets
    assert min(site.gaps()) >= 0.3 - EARLY
    assert refused_of(manifests(tmp_path / "out")[0]) == {FORBIDDEN: "RobotsForbidden"}


@pytest.mark.parametrize(("status", "delay"), [(429, "0"), (503, "0.05")])
def test_retry_after_holds_all_requests_up_once(tmp_path: Path, status: int, delay: str) -> None:
    folder = articles_site(tmp_path / "site", count=12).folder
    busy = "/english/kurdistan/070520183"

    def respond(target: str, times: int) -> Answer | None:
        return Answer(status, b"", HTML, {"Retry-After": "1"}) if target == busy and times == 1 else None

    with WatchedSite(folder, respond) as site:
        result = crawl(site.url, tmp_path / "out", "--concurrency", "4", "--delay", delay)
    assert result.returncode == 0, result.stderr
    first, second = (each.at for each in site.asked if each.target == busy)
    assert second - first >= 1 - EARLY
    # Requests that were on their way when the answer was given arrive at once; then there is silence.
    assert not [each.target for each in site.asked if first + 0.3 < each.at < first + 1 - EARLY]
    assert len([gap for gap in site.gaps() if gap > 0.6]) == 1
    assert manifests(tmp_path / "out")[0]["counts"]["articles"] == 12


def test_a_site_that_cannot_give_its_robots_txt_is_left_alone(tmp_path: Path) -> None:
    def respond(target: str, times: int) -> Answer | None:
        return Answer(503, b"<p>Our servers are busy.", HTML) if target == "/robots.txt" else None

    with WatchedSite(articles_site(tmp_path / "site").folder, respond) as site:
        result = crawl(site.url, tmp_path / "out")
    assert result.returncode == 1
    assert set(site.targets) == {"/robots.txt"}
    assert len(site.targets) == 4
    assert refused_of(manifests(tmp_path / "out")[0]) == {"/english": "Http503"}
    assert "robots.txt could not be had, so nothing may be fetched" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("status", "body"),
    [(404, b"User-agent: *\nDisallow: /"), (200, b"<!DOCTYPE html><p>Disallow: /</p>"), (200, b"\xff\xfe\0\0rubbish")],
)
def test_no_robots_txt_is_no_rule(tmp_path: Path, status: int, body: bytes) -> None:
    def respond(target: str, times: int) -> Answer | None:
        return Answer(status, body, HTML) if target == "/robots.txt" else None

    with WatchedSite(articles_site(tmp_path / "site", count=2).folder, respond) as site:
        assert crawl(site.url, tmp_path / "out").returncode == 0
    assert manifests(tmp_path / "out")[0]["counts"]["articles"] == 2
