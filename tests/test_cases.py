"""Regression cases: every one is read, and one command adds another."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from rudaw_scraper.cases import BadCase, Case, add_case, all_cases, fetch, read_case
from rudaw_scraper.cli import main
from rudaw_scraper.errors import UnknownLayout
from rudaw_scraper.page import Page
from rudaw_scraper.site_server import SiteServer

ROOT = Path(__file__).parents[1] / "fixtures" / "cases"
URL = "https://www.rudaw.net/english/kurdistan/090320184"
PAGE = """<html><head><title>Bakery oven of Tilkhan turns one hundred</title></head><body>
<div>Kurdistan</div><h1>Bakery oven of Tilkhan turns one hundred</h1><div>By Rudaw 9/3/2018</div>
<p>TILKHAN, Kurdistan Region - The oven in the lower street of Tilkhan has been hot since 1918, its owners say.</p>
<p>"We never let it go out, not in the war and not at weddings," said baker Hamin Salih.</p></body></html>"""


@pytest.mark.parametrize("case", list(all_cases(ROOT)), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    assert read_case(case.page()) == case.expected()


def test_there_are_cases() -> None:
    assert [case.name for case in all_cases(ROOT)]


def page(content: str = PAGE) -> Page:
    return Page(content.encode(), URL, datetime(2019, 3, 22, 9, tzinfo=UTC))


def test_a_case_is_a_page_and_its_record(tmp_path: Path) -> None:
    case = add_case(tmp_path, "classic/oven", page())
    assert case.page_file.read_text() == PAGE
    told = json.loads((tmp_path / "classic/oven/case.json").read_text("utf-8"))
    assert (told["url"], told["fetched_at"]) == (URL, "2019-03-22T09:00:00Z")
    assert told["record"]["headline"] == "Bakery oven of Tilkhan turns one hundred"
    assert [quote["speaker"] for quote in told["record"]["quotes"]] == ["baker Hamin Salih"]
    assert read_case(case.page()) == case.expected()


def test_a_taken_name_a_bad_name_and_a_page_that_is_no_article_are_refused(tmp_path: Path) -> None:
    add_case(tmp_path, "oven", page())
    with pytest.raises(BadCase, match="already"):
        add_case(tmp_path, "oven", page())
    with pytest.raises(BadCase, match="name"):
        add_case(tmp_path, "../oven", page())
    with pytest.raises(UnknownLayout):
        add_case(tmp_path, "nothing", page("<p>Nothing here.</p>"))
    assert [case.name for case in all_cases(tmp_path)] == ["oven"]


def test_the_command_adds_and_renews_and_tells_to_read(tmp_path: Path) -> None:
    saved = tmp_path / "oven.html"
    saved.write_text(PAGE)
    cases = ["--cases", str(tmp_path / "cases")]
    run = CliRunner()
    added = run.invoke(main, ["case", "add", "oven", str(saved), "--url", URL, *cases])
    assert (added.exit_code, "Read the record against the page" in added.output) == (0, True), added.output
    kept = run.invoke(main, ["case", "renew", *cases])
    assert kept.output == "oven: as before\n"
    told = tmp_path / "cases/oven/case.json"
    told.write_text(told.read_text("utf-8").replace("turns one hundred", "turns ninety"), encoding="utf-8")
    renewed = run.invoke(main, ["case", "renew", "oven", *cases])
    assert renewed.output.startswith("oven: headline\n1 record changed. Read the record")
    assert run.invoke(main, ["case", "renew", "other", *cases]).exit_code == 2
    assert run.invoke(main, ["case", "add", "b", str(saved), *cases]).exit_code == 2


def test_only_an_answer_of_200_makes_a_case(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    entries = {
        "/a": {"file": "a.html", "status": 200, "content_type": "text/html", "headers": {}},
        "/gone": {"file": "a.html", "status": 410, "content_type": "text/html", "headers": {}},
        "/moved": {"file": "a.html", "status": 302, "content_type": "text/html", "headers": {"Location": "/a"}},
    }
    (tmp_path / "site.json").write_text(json.dumps({"paths": entries}))
    with SiteServer(tmp_path) as server:
        content, content_type = fetch(f"{server.url}/a")
        assert (content.decode(), content_type) == (PAGE, "text/html")
        for path, status in (("/gone", "410"), ("/moved", "302"), ("/none", "404")):
            with pytest.raises(BadCase, match=status):
                fetch(server.url + path)
        gone = server.url
    with pytest.raises(BadCase, match="could not be fetched"):
        fetch(gone + "/a")
