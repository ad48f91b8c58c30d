"""The documents name what there is: commands, options, spider arguments, modules; their examples run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from rudaw_scraper.cli import main
from rudaw_scraper.refused import FailedPage
from rudaw_scraper.spiders import rudaw as rudaw_spider
from rudaw_scraper.spiders import saved as saved_spider
from rudaw_scraper.spiders import wayback as wayback_spider
from tests.module_map import with_module_table
from tests.small_site import ROOT, article_page, articles_site, environment, rudaw

COMMAND_LINE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
PACKAGE = ROOT / "rudaw_scraper"


def section(command: str) -> str:
    return COMMAND_LINE.split(f"\n## rudaw {command}\n")[1].split("\n## ")[0]


def options(name: str) -> list[str]:
    """The options of a command and of the commands below it."""
    command = main.commands[name]
    below = list(command.commands.values()) if isinstance(command, click.Group) else []
    parameters = [parameter for each in (command, *below) for parameter in each.params]
    return [
        option
        for parameter in parameters
        if isinstance(parameter, click.Option)
        for option in parameter.opts + parameter.secondary_opts
    ]


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_and_option_is_documented(command: str) -> None:
    text = section(command)
    for name in options(command):
        assert f"`{name}" in text or f"/ `{name}" in text, name


@pytest.mark.parametrize("command", sorted(main.commands))
def test_no_option_is_documented_that_does_not_exist(command: str) -> None:
    known = set(options(command))
    for row in re.findall(r"^\| (`-.*?`(?: / `-.*?`)*)", section(command), re.MULTILINE):
        for name in re.findall(r"`(--[a-z-]+)", row):
            assert name in known, name


@pytest.mark.parametrize(
    ("spider", "command", "names"),
    [
        ("rudaw", "saved", rudaw_spider.ARGUMENTS),
        ("saved", "saved", saved_spider.ARGUMENTS),
        ("wayback", "wayback", wayback_spider.ARGUMENTS),
    ],
)
def test_every_spider_argument_is_documented(spider: str, command: str, names: tuple[str, ...]) -> None:
    commands = " ".join(line for line in COMMAND_LINE.splitlines() if line.startswith(f"$ scrapy crawl {spider} "))
    for name in names:
        assert f"-a {name}=" in commands or f"`--{name}" in section(command), name


def test_the_map_of_modules_is_what_the_modules_say() -> None:
    assert with_module_table(ARCHITECTURE) == ARCHITECTURE, "run: make docs"
    for name in re.findall(r"`([a-z_]+(?:/|\.py|\.toml))`", ARCHITECTURE):
        assert (PACKAGE / name).exists(), name


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
        if not target.startswith("https://"):
            assert (document.parent / target).exists(), target


def test_reasons_are_documented() -> None:
    from rudaw_scraper import errors

    names = {cls.__name__ for cls in errors.NotAnArticle.__subclasses__()} | {"BadAddress", "BadTime", "InvalidRecord"}
    for name in names:
        assert f"`{name}`" in COMMAND_LINE, name
    assert FailedPage.__doc__


def python_block(text: str) -> str:
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)[0]


def run_python(code: str, folder: Path) -> str:
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=environment(),
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_the_readme_example_runs(tmp_path: Path) -> None:
    page = article_page("Bridge opens").replace(
        "A bridge opened.", "“The bridge opened at last,” Mayor Azad Demo said."
    )
    (tmp_path / "page.html").write_text(page)
    assert "The bridge opened at last" in run_python(python_block(README.split("\n## From Python\n")[1]), tmp_path)
    (tmp_path / "page.html").write_text("")
    assert run_python(python_block(README.split("\n## From Python\n")[1]), tmp_path).startswith("EmptyPage: ")


def test_the_example_that_keeps_the_newest_runs(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=2)
    for _ in range(2):
        assert (
            rudaw("crawl", "--site", site.folder, "--delay", "0", "--edition", "english", cwd=tmp_path).returncode == 0
        )
    code = python_block((ROOT / "docs" / "record.md").read_text(encoding="utf-8"))
    assert run_python(code + "\nprint(len(newest))", tmp_path) == "2\n"
