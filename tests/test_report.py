"""The report in a real browser: charts, search, one article, directions, colours, keyboard; and no request at all."""

from __future__ import annotations

import gzip
import json
import shutil
import sys
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rudaw_scraper.cli import main
from rudaw_scraper.report.collect import FIELDS, Statistics
from rudaw_scraper.report.page import LIMIT
from rudaw_scraper.report.sample import columns, draw, fitting, packed_size
from tests import synthetic
from tests.records import sound_record

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
EVIL = "<script>document.title = 'broken into'</script><img src=x onerror=\"document.title='broken into'\">"


def evil_record() -> dict[str, Any]:
    """A record whose every text is markup; the keys that the contract restricts are left alone."""
    record = sound_record() | {"headline": EVIL, "section": EVIL, "byline": EVIL, "tags": [EVIL], "summary": EVIL}
    record |= {"body": EVIL + " " + record["body"], "subheadings": [], "quotes": record["quotes"]}
    for entry in record["quotes"]:
        entry |= {"text": EVIL, "speaker_name": EVIL, "speaker_description": EVIL, "cue": EVIL}
    for comment in record["comments"]:
        comment |= {"author": EVIL, "text": f"{EVIL}\nsecond line"}
    record["captions"][0] |= {"text": EVIL, "credit": EVIL}
    record["comments"][1]["author"] = "</script><b>"
    return record


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["report", *map(str, arguments)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    with synthetic.write(folder / "articles.jsonl", 400).open("a", encoding="utf-8") as file:
        file.write(json.dumps(evil_record()) + "\n")
    refused = [{"reason": "Http404"}, {"reason": "BlockPage"}, {"reason": "Http404"}]
    (folder / "refused.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in refused))
    result = run(folder / "articles.jsonl", "-o", folder / "report.html")
    assert result.output == f"401 articles shown in {folder / 'report.html'}\n"
    assert run(folder / "articles.jsonl", "-o", folder / "private.html", "--private").exit_code == 0
    return folder


def data_of(page: Path) -> dict[str, Any]:
    packed = page.read_text(encoding="utf-8").split('id="data">')[1].split("<")[0]
    data: dict[str, Any] = json.loads(gzip.decompress(b64decode(packed)))
    return data


def rows(data: dict[str, Any], key: str) -> list[list[Any]]:
    return next(chart["rows"] for chart in data["charts"] if chart["key"] == key)


# --- what is counted ---------------------------------------------------------------------------------------------


def test_the_numbers_are_those_of_the_records(folder: Path) -> None:
    records = [*synthetic.records(400), evil_record()]
    data = data_of(folder / "report.html")
    days = rows(data, "days")
    assert sum(count for *_, count in days) == 401
    assert sum(count for day, _, count in days if day == records[0]["date_published"]) == sum(
        record["date_published"] == records[0]["date_published"] for record in records
    )
    assert sum(count for _, count in rows(data, "comments")) == 401
    assert rows(data, "comments")[0] == ["0", sum(not record["comments"] for record in records)]
    assert rows(data, "refused") == [["Http404", 2], ["BlockPage", 1]]
    speakers = rows(data, "speakers")
    assert len(speakers) == 25
    name, count = speakers[0]
    assert count == sum(quote["speaker_name"] == name for record in records for quote in record["quotes"])
    sections = rows(data, "sections")
    assert sum(count for section, _, count in sections if section == "sports") == sum(
        record["section_path"] == ["sports"] for record in records
    )


def test_coverage_is_a_share_by_month_and_layout() -> None:
    statistics = Statistics()
    for headline in ("a", None, "b", "c"):
        statistics.add(sound_record() | {"headline": headline})
    statistics.add(sound_record() | {"layout": "skwid", "date_published": None, "tags": []})
    coverage = statistics.result(private=False)["coverage"]
    classic, skwid = coverage
    headline, tags, day = (FIELDS.index(field) + 3 for field in ("headline", "tags", "date_published"))
    assert classic[:3] == ["2018-05", "classic", 4]
    assert (classic[headline], classic[tags], classic[day]) == (3, 4, 4)
    assert skwid[:3] == ["2018-05", "skwid", 1]  # by the day in the address
    assert (skwid[headline], skwid[tags], skwid[day]) == (1, 0, 0)


def test_groups_of_comments() -> None:
    statistics = Statistics()
    comment = sound_record()["comments"][0]
    for count in (0, 2, 5, 6, 100, 101, 4000):
        statistics.add(sound_record() | {"comments": [comment] * count})
    groups = dict(statistics.result(private=False)["comments"])
    assert groups == {"0": 1, "1": 0, "2": 1, "3–5": 1, "6–10": 1, "11–20": 0, "21–50": 0, "51–100": 1, "101+": 2}


def test_private_holds_no_name_of_a_commenter(folder: Path) -> None:
    data = data_of(folder / "private.html")
    assert "commenters" not in [chart["key"] for chart in data["charts"]]
    names = {comment["author"] for record in synthetic.records(400) for comment in record["comments"]}
    shown = {comment[1] for text in data["texts"] for comment in text["comments"]}
    assert len(shown) > 3
    assert all(name.startswith("reader ") for name in shown)
    assert not shown & names


def test_the_sample_is_the_same_in_any_order_and_fits_its_budget() -> None:
    records = list(synthetic.records(300))
    drawn = draw(records, private=False)
    assert drawn == draw(list(reversed(records)), private=False)
    assert (len(drawn.rows), len(drawn.texts)) == (300, 300)
    assert [row[0] for row in drawn.rows] == [text["id"] for text in drawn.texts]
    for room in (0, 10_000, 100_000):
        rows, texts = drawn.fitting(room)
        assert (rows, texts) == (drawn.rows[: len(rows)], drawn.texts[: len(texts)])
        assert len(texts) <= len(rows)
        assert packed_size([columns(rows), texts]) <= room + 100
    assert len(drawn.fitting(100_000).rows) == 300  # rows that take little leave more room to the texts
    assert len(drawn.fitting(100_000).texts) > 50
    assert drawn.fitting(10**9) == drawn
    for budget in (0, 2, 500, 20_000, 10**9):
        kept = fitting(records, budget)
        assert kept == records[: len(kept)]
        assert not kept or len(gzip.compress(json.dumps(kept).encode())) < budget * 1.6 + 100
    assert fitting(records, 10**9) == records
    assert len(fitting(records, 20_000)) > 5


def test_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(tmp_path / "none.jsonl", "-o", tmp_path / "a.html").exit_code == 2
    path = synthetic.write(tmp_path / "a.jsonl", 3)
    result = run(path, "-o", tmp_path / "no" / "such" / "folder" / "a.html")
    assert result.exit_code == 1
    assert "cannot be written" in result.output
    (tmp_path / "refused.jsonl").write_text('{"url": "x"}\n')
    assert "a refused page without a reason" in run(path, "-o", tmp_path / "a.html").output
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert "pip install 'rudaw-scraper[report]'" in run(path, "-o", tmp_path / "a.html").output


def test_an_empty_file_gives_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").touch()
    assert run(tmp_path / "a.jsonl", "-o", tmp_path / "a.html").output.startswith("0 articles")


# --- in the browser ----------------------------------------------------------------------------------------------

needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: chromium)")


class Seen:
    """What a page asked for, and what it complained about."""

    def __init__(self, page: Any) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as api:
        started = api.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, folder: Path) -> Iterator[Any]:
    contexts = []

    def open_page(name: str = "report.html", scheme: str = "light", width: int = 1200) -> tuple[Any, Seen]:
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
        contexts.append(context)
        page = context.new_page()
        seen = Seen(page)
        page.goto((folder / name).as_uri())
        page.wait_for_selector("html[data-ready=yes]", timeout=30_000)
        return page, seen

    yield open_page
    for context in contexts:
        context.close()


@needs_browser
@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 1200), ("light", 390), ("dark", 390)])
def test_charts_are_drawn_without_a_request_or_a_complaint(opened: Any, folder: Path, scheme: str, width: int) -> None:
    page, seen = opened(scheme=scheme, width=width)
    charts = page.locator("#charts .chart svg")
    assert charts.count() == 7
    for number in range(7):
        assert charts.nth(number).locator("path[d]").count() > 3
        assert charts.nth(number).bounding_box()["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") == width  # nothing sticks out at the side
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(20, 23, 27)")
    assert seen.requests == [(folder / "report.html").as_uri()]
    assert seen.complaints == []


@needs_browser
def test_search_filter_and_sort(opened: Any) -> None:
    page, seen = opened()
    records = [*synthetic.records(400), evil_record()]
    assert page.locator("#found").inner_text() == "401 found"
    chosen = records[7]
    page.get_by_label("Search").fill(f"{chosen['headline'].upper()} {chosen['id']}")
    assert page.locator("#found").inner_text() == "1 found"
    assert page.locator("tbody tr td.key").all_inner_texts() == [chosen["id"]]
    page.get_by_label("Search").fill("")
    page.locator("#edition").select_option("sorani")
    sorani = [record for record in records if record["edition"] == "sorani"]
    assert page.locator("#found").inner_text() == f"{len(sorani)} found"
    page.get_by_role("button", name="comments").click()
    most = max(len(record["comments"]) for record in sorani)
    assert page.locator("tbody tr").first.locator("td").nth(3).inner_text() == str(most)
    heading = page.locator("th", has_text="comments")
    assert heading.get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="comments").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    page.get_by_role("button", name="Next").click()
    assert page.locator("#page").inner_text().startswith("page 2 of ")
    assert seen.complaints == []


@needs_browser
def test_arabic_and_kurdish_keyboards_find_the_same(opened: Any) -> None:
    page, _ = opened()
    found = []
    for word in ("کوردستان", "كوردستان"):
        page.get_by_label("Search").fill(word)
        found.append(page.locator("#found").inner_text())
    assert found[0] == found[1] != "0 found"


@needs_browser
def test_one_article_with_its_quotations_and_comments(opened: Any) -> None:
    page, seen = opened()
    record = next(r for r in synthetic.records(400) if r["edition"] == "sorani" and r["quotes"] and r["comments"])
    page.get_by_label("Search").fill(record["id"])
    page.locator("td.headline button").focus()
    page.keyboard.press("Enter")
    article = page.locator("#article")
    assert article.locator("h2").inner_text() == record["headline"]
    marked = article.locator("mark").all_inner_texts()
    assert marked == [record["body"][quote["start"] : quote["end"]] for quote in record["quotes"]]
    first = record["quotes"][0]
    assert article.locator("#quote-1 strong").text_content() == f"{first['speaker_name']} ({first['cue']}): "
    assert article.locator(".comment").count() == len(record["comments"])
    assert article.evaluate("node => [node.dir, node.lang, getComputedStyle(node).direction]") == ["rtl", "ckb", "rtl"]
    assert article.locator("time").first.get_attribute("dir") == "ltr"
    page.keyboard.press("Escape")
    assert not page.locator("#reader").is_visible()
    assert page.evaluate("document.activeElement.textContent") == record["headline"]  # where the reader was before
    assert seen.complaints == []


@needs_browser
def test_markup_from_pages_is_text(opened: Any) -> None:
    page, seen = opened()
    page.get_by_label("Search").fill("document.title")
    page.locator("td.headline button").first.click()
    article = page.locator("#article")
    assert article.locator("h2").inner_text() == EVIL
    assert EVIL in article.locator(".comment").first.inner_text()
    assert "</script><b>" in article.locator(".comment").nth(1).inner_text()
    assert article.locator("script, img, b").count() == 0
    page.keyboard.press("Escape")
    page.get_by_text("The numbers as a table").nth(4).click()
    bar = page.locator("#chart-commenters .mark-rect path").last
    bar.hover()
    assert page.locator("#vg-tooltip-element").is_visible()
    assert page.locator("#charts script, #charts img").count() == 0
    assert page.title() == "Rudaw articles: report"
    assert seen.complaints == []
    assert len(seen.requests) == 1


@needs_browser
def test_the_charts_for_those_who_do_not_see_them(opened: Any) -> None:
    page, _ = opened()
    assert page.get_by_role("img", name="Articles over time").count() == 1
    page.get_by_text("The numbers as a table").last.press("Enter")
    table = page.locator("#charts table").last
    table.locator("tbody tr").nth(1).wait_for()  # it is made when it is first opened
    assert [row.split("\t") for row in table.locator("tbody tr").all_inner_texts()] == [
        ["Http404", "2"],
        ["BlockPage", "1"],
    ]
    page.get_by_label("a bar is a").select_option("day")
    page.wait_for_function("document.querySelectorAll('#chart-days .mark-rect path').length > 300")


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_stand_out(opened: Any, scheme: str) -> None:
    """WCAG: 4.5 to 1 for text, 3 to 1 for what charts are made of."""
    page, _ = opened(scheme=scheme)
    names = ["--paper", "--ink", "--quiet", "--link", "--c1", "--c2", "--c3", "--c4", "--c5", "--mark", "--mark-ink"]
    style = "getComputedStyle(document.documentElement)"
    colours = {name: page.evaluate(f"{style}.getPropertyValue('{name}').trim()") for name in names}
    for name in names[1:4]:
        assert contrast(colours[name], colours["--paper"]) >= 4.5, name
    for name in names[4:9]:
        assert contrast(colours[name], colours["--paper"]) >= 3, name
    assert contrast(colours["--mark-ink"], colours["--mark"]) >= 4.5


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.slow
def test_a_large_report_stays_small(tmp_path: Path) -> None:
    path = synthetic.write(tmp_path / "a.jsonl", 3_000)
    assert run(path, "-o", tmp_path / "a.html").exit_code == 0
    assert LIMIT * 0.95 < (tmp_path / "a.html").stat().st_size <= LIMIT == 3_000_000
    data = data_of(tmp_path / "a.html")
    assert len(data["columns"][0]) == 3_000
    assert 1_000 < len(data["texts"]) < 3_000
