"""The ways in which a crawl collapses unnoticed: each ends with exit code 1 and says what happened."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rudaw_scraper.site_server import Answer
from tests.small_site import SmallSite, article_page, environment, listing_page
from tests.watched_site import HTML, WatchedSite, crawl, manifests, refused_of

NUMBERS = range(101, 121)  # the new articles, of which the site serves something else in each case
COMMENTS = (
    "<div>Comments</div><div>Azad | 8/5/2018</div><p>A good bridge, and long awaited by all of us here.</p>"
    "<div>Shirin | 9/5/2018</div><p>It took them years, but now the road to the city is short.</p>"
)
Respond = Callable[[str, int], Answer | None]


def page(number: int, byline: str = "By Dilan Test 7/5/2018", comments: str = COMMENTS) -> str:
    return article_page(f"Bridge number {number} opens", byline, comments)


def path(number: int) -> str:
    return f"/english/categories/kurdistan/{number}"  # an address without a day


def is_article(target: str) -> bool:
    return re.fullmatch(r"/english/categories/kurdistan/1\d\d", target) is not None


def html(text: str, status: int = 200, **headers: str) -> Answer:
    return Answer(status, text.encode(), HTML, headers)


def articles(text: str | Callable[[int], str], status: int = 200, every: int = 1, **headers: str) -> Respond:
    """Return what answers every so many-th new article in this way, and all else as it should."""

    def respond(target: str, times: int) -> Answer | None:
        if not is_article(target):
            return None
        number = int(target[-3:])
        if number % every:
            return html(page(number))
        return html(text if isinstance(text, str) else text(number), status, **headers)

    return respond


def everything(text: str, status: int = 200, **headers: str) -> Respond:
    return lambda target, times: None if target == "/robots.txt" else html(text, status, **headers)


def emptied(target: str, times: int) -> Answer | None:
    return html(listing_page([])) if target.startswith("/english") else None


IMPERVA = (
    '<html><head><META NAME="robots" CONTENT="noindex,nofollow"><script src="/_Incapsula_Resource?SWJIYLWA=719d">'
    "</script></head><body>Request unsuccessful. Incapsula incident ID: 619968-0123</body></html>"
)
CLOUDFLARE = (
    "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1>"
    "<p>Please enable JavaScript and cookies to continue. Ray ID: 8f2</p></body></html>"
)
CAPTCHA = "<html><body><p>Are you a human?</p><div class='g-recaptcha'></div></body></html>"
NOT_FOUND = (
    "<html><head><title>Rudaw | Page not found</title></head><body><h1>Page not found</h1><p>Go home.</p></body></html>"
)
NEW_LAYOUT = (
    "<html><body><main><custom-story data-src='/x'>Something else stands here now.</custom-story></main></body></html>"
)


def no_headline(number: int) -> str:
    return page(number).replace(f"<h1>Bridge number {number} opens</h1>", "")


def no_body(number: int) -> str:
    return re.sub(r"<div>ERBIL.*?</div>", "<div></div>", page(number), flags=re.DOTALL)


NOTHING = "No article was found"
SAME = "20 articles of 20 have the same headline"
CASES: dict[str, tuple[Respond, str, str | None]] = {  # what the site does; what is said; why pages were refused
    "nothing on any page": (everything("<html><body></body></html>"), NOTHING, None),
    "empty listings": (emptied, NOTHING, None),
    "all pages in a new layout": (articles(NEW_LAYOUT), f"{NOTHING}; 20 pages gave none", "UnknownLayout"),
    "some pages in a new layout": (articles(NEW_LAYOUT, every=3), "are in no known layout", "UnknownLayout"),
    "Imperva": (everything(IMPERVA), "served a block page", "BlockPage"),
    "Cloudflare": (everything(CLOUDFLARE, 403), "served a block page", "BlockPage"),
    "Imperva in place of all articles": (articles(IMPERVA), "at block pages in a row", "BlockPage"),
    "captcha in place of one article": (articles(CAPTCHA, every=20), "served a block page once", "BlockPage"),
    "403 everywhere": (everything("<p>Forbidden", 403), NOTHING, "Http403"),
    "soft 404 everywhere": (everything(NOT_FOUND), NOTHING, "SoftNotFound"),
    "soft 404 for articles": (articles(NOT_FOUND), "gave none (SoftNotFound 20)", "SoftNotFound"),
    "the front page for articles": (articles("", 302, Location="/english"), NOTHING, "SoftNotFound"),
    "no headlines, a label in their place": (articles(no_headline), SAME, None),
    "no dates": (articles(lambda number: page(number, "By Dilan Test")), "0% of the articles have a date", None),
    "no bodies": (articles(no_body), "of the articles have a body", None),
    "no comments": (articles(lambda number: page(number, comments="")), "0% of the articles have comments", None),
}
# What is not the site's doing: the command in front of ours, the output, what is said.
OWN = {
    "disk full": (("bash", "-c", 'ulimit -f 60; exec "$@"', "bash"), "out", "cannot be written"),
    "output unwritable": ((), "/proc/nowhere", "cannot be written"),
    "output is a file": ((), "file/out", "cannot be written"),
}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the output of a sound run of 20 articles."""
    folder = tmp_path_factory.mktemp("before")
    site = SmallSite(folder / "site")
    for number in range(1, 21):
        site.add(path(number), page(number))
    site.add("/english", listing_page(map(path, range(1, 21))))
    result = crawl(site.folder, folder / "out")
    assert result.returncode == 0, result.stderr
    assert manifests(folder / "out")[0]["coverage"]["comments"] == {"articles": 20, "of": 20}
    return folder / "out"


def listing_site(folder: Path) -> Path:
    site = SmallSite(folder)
    site.add("/english", listing_page(map(path, NUMBERS)))
    return site.folder


@pytest.mark.parametrize("case", CASES)
def test_a_collapse_is_noticed(case: str, before: Path, tmp_path: Path) -> None:
    respond, sentence, reason = CASES[case]
    shutil.copytree(before, tmp_path / "out")
    with WatchedSite(listing_site(tmp_path / "site"), respond) as site:
        result = crawl(site.url, tmp_path / "out")
    assert result.returncode == 1, result.stdout
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr
    manifest = manifests(tmp_path / "out")[-1]
    assert manifest["sound"] is False
    assert any(sentence in problem for problem in manifest["problems"])
    if reason:
        assert set(refused_of(manifest).values()) == {reason}


def test_the_same_site_in_order_is_sound(before: Path, tmp_path: Path) -> None:
    shutil.copytree(before, tmp_path / "out")
    with WatchedSite(listing_site(tmp_path / "site"), articles(page)) as site:
        result = crawl(site.url, tmp_path / "out")
    assert result.returncode == 0, result.stderr
    assert manifests(tmp_path / "out")[-1]["counts"]["articles"] == 20


@pytest.mark.parametrize("case", OWN)
def test_an_output_that_takes_nothing_is_noticed(case: str, tmp_path: Path) -> None:
    before_command, output, sentence = OWN[case]
    (tmp_path / "file").write_text("a file stands here")
    with WatchedSite(
        listing_site(tmp_path / "site"), articles(lambda number: page(number, comments=COMMENTS * 30))
    ) as site:
        command = [sys.executable, "-m", "rudaw_scraper", "crawl", "--site", site.url, "--delay", "0"]
        result = subprocess.run(
            [*before_command, *command, "--edition", "english", "--output", str(tmp_path / output)],
            env=environment(covered=False), capture_output=True, encoding="utf-8", timeout=60, check=False,
        )  # fmt: skip
    assert result.returncode == 1
    assert sentence in result.stderr
    assert "--output" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_site_that_is_down_is_noticed(before: Path, tmp_path: Path) -> None:
    shutil.copytree(before, tmp_path / "out")
    with WatchedSite(tmp_path) as site:
        url = site.url
    result = crawl(url, tmp_path / "out")
    assert result.returncode == 1
    assert f"{NOTHING}; 1 page gave none (Unreachable 1)" in result.stderr
    assert "Traceback" not in result.stderr
    assert not list((tmp_path / "out").rglob("*.part"))
