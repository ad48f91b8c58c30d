"""The example site: its files hold what its contents say, and every page gives the record that stands beside it."""

import json
from typing import Any
from urllib.parse import urljoin, urlsplit

import lxml.html
import pytest

from rudaw_scraper import errors, extract_article
from tests.pages.cases import QUOTES
from tests.pages.compare import differences, report
from tests.pages.site import build, existing
from tests.pages.store import FIXTURES

SITE = FIXTURES / "site"
MANIFEST: dict[str, Any] = json.loads((SITE / "site.json").read_text(encoding="utf-8"))
PATHS: dict[str, dict[str, Any]] = MANIFEST["paths"]
ARTICLES: dict[str, dict[str, Any]] = MANIFEST["expected"]["articles"]
ORIGIN = "https://www.rudaw.net"


def expected_record(article_id: str) -> dict[str, Any]:
    path = SITE / ARTICLES[article_id]["record"]
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


def extract(path: str, fetched_at: str) -> dict[str, Any]:
    answer = PATHS[urlsplit(path).path.rstrip("/")]
    content = (SITE / answer["file"]).read_bytes()
    article = extract_article(
        content, url=ORIGIN + path, fetched_at=fetched_at, content_type=answer["content_type"], source="live"
    )
    record: dict[str, Any] = article.to_dict()
    return record


def test_files_and_contents_agree() -> None:
    """``python -m tests.pages.site`` mends this, after a person has read what changed."""
    made, there = build(), existing()
    assert sorted(made) == sorted(there)
    assert [name for name in made if made[name] != there[name]] == []


@pytest.mark.parametrize("article_id", ARTICLES)
def test_a_page_gives_its_record(article_id: str) -> None:
    wanted = ARTICLES[article_id]
    found = differences(expected_record(article_id), extract(wanted["path"], wanted["fetched_at"]), QUOTES)
    assert not found, report(f"{article_id} ({wanted['style']})", found)


@pytest.mark.parametrize("form", ["{}?ref=home", "{}/", "{}#comments"])
def test_other_addresses_of_an_article_give_the_same_record(form: str) -> None:
    wanted = ARTICLES["english/culture/05082018"]
    assert extract(form.format(wanted["path"]), wanted["fetched_at"]) == extract(wanted["path"], wanted["fetched_at"])


@pytest.mark.parametrize("refused", MANIFEST["expected"]["refused"], ids=lambda entry: entry["error"])
def test_a_page_that_is_no_article_is_refused_by_name(refused: dict[str, str]) -> None:
    with pytest.raises(errors.NotAnArticle) as raised:
        extract(refused["path"], "2019-03-22T09:00:00Z")
    assert type(raised.value).__name__ == refused["error"]


def test_the_site_is_as_large_and_as_varied_as_it_should_be() -> None:
    pages = {answer["file"] for answer in PATHS.values() if answer["file"].endswith(".html")}
    assert len(pages) >= 40
    records = [expected_record(article_id) for article_id in ARTICLES]
    assert {record["edition"] for record in records} == {"english", "sorani", "kurmanci", "arabic", "turkish"}
    counts = {len(record["comments"]) for record in records}
    assert {0, 40} <= counts
    assert len({article["style"] for article in ARTICLES.values()}) >= 10
    assert any(" | " in comment["author"] for record in records for comment in record["comments"])
    with_quotes = [record for record in records if record.get("quotes")]
    assert len(with_quotes) * 3 >= len(records)


def test_every_article_can_be_reached_from_the_front_page() -> None:
    """Following links alone, as a crawler must; what robots.txt forbids is linked as well."""
    reached, waiting = set(), ["/"]
    while waiting:
        path = waiting.pop()
        if path in reached or path not in PATHS:
            continue
        reached.add(path)
        if PATHS[path]["content_type"].startswith("text/html") and "articles/" not in PATHS[path]["file"]:
            tree = lxml.html.fromstring((SITE / PATHS[path]["file"]).read_bytes())
            links = [urljoin(ORIGIN + path, link) for link in tree.xpath("//a/@href")]
            waiting += [link.removeprefix(ORIGIN) for link in links if link.startswith(ORIGIN)]
    missing = {article["path"] for article in ARTICLES.values()} - reached
    assert missing == set()
    assert set(MANIFEST["expected"]["forbidden_by_robots"]) <= reached
