"""``rudaw inspect``: how a page was read, for the maintainer who meets a new layout."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner

from rudaw_scraper.cli import main
from rudaw_scraper.inspection import as_html, inspect_page
from rudaw_scraper.page import Page

URL = "https://www.rudaw.net/english/kurdistan/090320184"
PAGE = """<div class="top">Kurdistan</div><h1>Oven of Tilkhan turns one hundred</h1><div>By Rudaw 9/3/2018</div>
<div id="txt"><p>TILKHAN, Kurdistan Region - The oven in the lower street has been hot since 1918, owners say.</p></div>
<div>Comments</div><ul><li>Azad | 10/3/2018<p>Long live the &lt;b&gt;oven&lt;/b&gt;</p></li></ul>"""


def page(content: str) -> Page:
    return Page(content.encode(), URL, datetime(2019, 3, 22, 9, tzinfo=UTC))


def test_each_line_tells_what_it_was_taken_for_and_where_it_stands() -> None:
    inspection = inspect_page(page(PAGE))
    assert (inspection.layout, inspection.refusal) == ("classic", None)
    assert inspection.steps[-1] == "classic: its signs are there, and it could be read as such"
    roles = {line.text: line.role for line in inspection.lines}
    assert roles["Kurdistan"] == "section"
    assert roles["Oven of Tilkhan turns one hundred"] == "headline"
    assert roles["By Rudaw 9/3/2018"] == "byline"
    assert roles["Azad | 10/3/2018"] == "comment"
    assert inspection.lines[3].role == "paragraph"
    assert inspection.lines[3].place == "body > div#txt > p"
    assert inspection.record is not None
    assert inspection.record["comments"][0]["text"] == "Long live the <b>oven</b>"


def test_a_page_that_gives_no_article_is_shown_with_the_reason() -> None:
    inspection = inspect_page(page("<p>Not much.</p>"))
    assert (inspection.layout, inspection.record) == (None, None)
    assert (inspection.refusal or "").startswith("UnknownLayout: ")
    assert [line.text for line in inspection.lines] == ["Not much."]


def test_text_of_the_page_is_shown_as_text() -> None:
    shown = as_html(inspect_page(page(PAGE)))
    assert "&lt;b&gt;oven&lt;/b&gt;" in shown
    assert "<b>oven</b>" not in shown


def test_the_command_prints_or_writes(tmp_path: Path) -> None:
    saved = tmp_path / "page.html"
    saved.write_text(PAGE)
    run = CliRunner()
    printed = run.invoke(main, ["inspect", str(saved), "--url", URL])
    assert printed.exit_code == 0, printed.output
    assert "layout classic" in printed.output
    assert "body > div#txt > p" in printed.output
    written = tmp_path / "how.html"
    done = run.invoke(main, ["inspect", str(saved), "--url", URL, "--html", str(written)])
    assert done.exit_code == 0, done.output
    assert written.read_text("utf-8").startswith("<!DOCTYPE html>")
    refused = run.invoke(main, ["inspect", str(saved), "--url", URL, "--html", str(tmp_path / "no" / "how.html")])
    assert (refused.exit_code, "cannot be written" in refused.output) == (1, True)
    assert run.invoke(main, ["inspect", str(saved), "--url", "https://example.org/a"]).exit_code == 2
