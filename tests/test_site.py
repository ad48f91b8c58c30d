"""The documentation site builds without a warning, all its links lead somewhere, and it asks nobody for anything."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.site_links import main, problems
from tests.small_site import ROOT, environment
from tests.test_report import Seen, browser, needs_browser

__all__ = ["browser"]  # a fixture

PAGES = {path.stem for path in (ROOT / "docs").glob("*.md")}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as ``make site`` builds it."""
    folder = tmp_path_factory.mktemp("site") / "html"
    command = [sys.executable, "-m", "sphinx", "--quiet", "--fail-on-warning", "--keep-going", "--builder", "html"]
    assert " ".join(command[2:]) in (ROOT / "Makefile").read_text(encoding="utf-8")
    result = subprocess.run(
        [*command, "docs", str(folder)],
        cwd=ROOT,
        env=environment(covered=False),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    return folder


def test_every_document_is_a_page_and_every_link_leads_somewhere(site: Path) -> None:
    assert {path.stem for path in site.glob("*.html")} >= PAGES
    assert problems(site) == []


def test_every_page_is_in_the_menu(site: Path) -> None:
    start = (site / "index.html").read_text(encoding="utf-8")
    for name in PAGES - {"index"}:
        assert f'href="{name}.html"' in start, name


def test_the_reference_holds_what_the_package_exports(site: Path) -> None:
    import rudaw_scraper

    text = (site / "api.html").read_text(encoding="utf-8")
    for name in set(rudaw_scraper.__all__) - {"__version__"}:
        module = getattr(rudaw_scraper, name).__module__
        assert f'id="{module}.{name}"' in text or f'id="rudaw_scraper.{name}"' in text, name
    assert "Read a page of Rudaw into a record." in text


@needs_browser
@pytest.mark.parametrize("width", [1200, 390])
def test_a_browser_asks_for_nothing_that_is_not_there(site: Path, browser: Any, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    seen = Seen(page)
    for name in sorted(PAGES):
        page.goto((site / f"{name}.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == width, name  # wide tables scroll by themselves
    assert [address for address in seen.requests if not address.startswith(site.as_uri())] == []
    assert seen.complaints == []
    page.close()


def test_dead_links_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other.html").write_text('<p id="here">')
    (tmp_path / "style.css").write_text("@import 'https://fonts.example.org/a.css'; a { background: url(none.png) }")
    (tmp_path / "index.html").write_text(
        '<a href="other.html#here">1</a><a href="#top" id="top">2</a><a href="https://example.org/a?b=c#d">3</a>'
        '<a href="mailto:you@example.org">4</a><link rel="canonical" href="https://example.org/"><img src="data:,">'
        '<a href="gone.html">5</a><a href="other.html#gone">6</a><a href="https://no host/">7</a>'
        '<a href="ftp://a.b/">8</a><a href="mailto:nobody">9</a><img src="https://example.org/a.png">'
        '<script src="//cdn.example.org/a.js"></script>'
        '<a href="../outside.html">10</a><a href="https://[broken/">11</a>'
    )
    (tmp_path.parent / "outside.html").touch()
    assert problems(tmp_path) == [
        "index.html: gone.html leads nowhere",
        "index.html: other.html#gone: there is no such place on that page",
        "index.html: https://no host/ is no sound address",
        "index.html: ftp://a.b/ is no sound address",
        "index.html: mailto:nobody is no sound address",
        "index.html: https://example.org/a.png would be fetched from elsewhere",
        "index.html: //cdn.example.org/a.js would be fetched from elsewhere",
        "index.html: ../outside.html leads nowhere",
        "index.html: https://[broken/ is no address",
        "style.css: https://fonts.example.org/a.css would be fetched from elsewhere",
        "style.css: none.png leads nowhere",
    ]
    assert main(str(tmp_path)) == 1
    assert len(capsys.readouterr().out.splitlines()) == 11
    assert problems(tmp_path / "empty") == [f"{tmp_path / 'empty'} holds no page"]


def test_the_picture_names_modules_that_there_are() -> None:
    picture = (ROOT / "docs" / "architecture.svg").read_text(encoding="utf-8")
    named = [
        name for text in re.findall(r">([^<]+)</text>", picture) for name in re.findall(r"[a-z_/]+(?:\.py|/)", text)
    ]
    modules = [name for name in named if name != "refused/"]  # that one is a run's folder
    assert len(modules) > 12
    for name in modules:
        assert (ROOT / "rudaw_scraper" / name).exists(), name


def test_the_table_of_quality_has_the_fields_that_are_measured() -> None:
    from benchmarks.quality import ABSENT, FIELDS

    table = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8").split("<!-- quality -->\n")[1].split("\n\n")[0]
    rows = [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in table.splitlines()]
    assert rows[0][1:] == ["classic", "skwid", "nextjs"]
    assert [row[0] for row in rows[3:-1]] == list(FIELDS)
    for row in rows[3:-1]:
        assert [cell == "–" for cell in row[1:]] == [row[0] in ABSENT.get(layout, ()) for layout in rows[0][1:]], row
