"""Every block of commands and of Python in the documents is run, in a folder that holds what they name.

Those of one document are run in their order, in one folder. Blocks marked ``no-run`` are in a list below, each with its
reason; their commands are checked as far as that goes without running them.
"""

from __future__ import annotations

import importlib.util
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from rudaw_scraper.cli import main
from tests.archive_server import ArchiveServer
from tests.doc_blocks import DOCUMENTS, SHELL, Block, all_blocks, blocks
from tests.doc_world import captures, copy_world, make_world, variables
from tests.small_site import ROOT, rudaw

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NETWORK = "fetches packages from a registry"
NOT_RUN = {
    "make crawl": "sets up .venv, and runs the whole suite; another test below runs what `make crawl` runs",
    "pip install '.[dataset]' matplotlib": NETWORK,
    "pip install .": NETWORK,
    "pip install 'rudaw-scraper[dataset]'": NETWORK,
    "pip install '.[dask]'": f"{NETWORK}, and starts servers; tests/test_archive_cluster.py runs a cluster",
    "make setup": "sets up .venv, and runs the whole suite",
    ".venv/bin/python -m pytest -q tests/test_reader_comments.py": "runs the suite inside itself",
}
LANGUAGES = {*SHELL, "python", "r", "text"}
OF_SPHINX = ("{include}", "{toctree}", "{eval-rst}")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents") / "world"
    folder.mkdir()
    make_world(folder)
    return folder


@pytest.fixture(scope="module")
def archive() -> Iterator[str]:
    with ArchiveServer(captures()) as server:
        yield server.url


def runs(document: Path) -> list[Block]:
    """The blocks of a document that are run here; tests/test_recipes.py runs the recipes of load.md."""
    languages = SHELL if document.name == "load.md" else (*SHELL, "python")
    return [block for block in blocks(document) if block.is_run and block.language in languages]


@pytest.mark.parametrize("document", [path for path in DOCUMENTS if runs(path)], ids=lambda path: path.name)
def test_the_blocks_run(document: Path, world: Path, archive: str, tmp_path: Path) -> None:
    folder = copy_world(world, tmp_path / "folder")
    for block in runs(document):
        arguments = (
            [sys.executable, "-c", block.code]
            if block.language == "python"
            else ["bash", "-euo", "pipefail", "-c", "\n".join(block.commands)]
        )
        result = subprocess.run(
            arguments,
            cwd=folder,
            env=variables(folder, archive),
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert result.returncode == 0, f"{block.place}: {result.stdout}{result.stderr}"
        for sign in ("Traceback", " ERROR "):  # scrapy exits 0 whatever happened
            assert sign not in result.stderr, f"{block.place}: {result.stderr}"
    if document.name == "README.md":
        assert (folder / "comments.png").read_bytes().startswith(b"\x89PNG")
        assert (folder / "publish" / "SHA256SUMS").exists()


def test_blocks_that_are_not_run_are_listed_with_the_reason() -> None:
    unrun = [block for block in all_blocks() if not block.is_run]
    assert sorted(block.commands[0].partition("    #")[0].strip() for block in unrun) == sorted(NOT_RUN)
    assert all(reason for reason in NOT_RUN.values())


def test_every_block_has_a_language_that_is_run_or_is_output() -> None:
    for block in all_blocks():
        assert block.language in LANGUAGES or block.language in OF_SPHINX, block.place
        assert set(block.words) <= {"no-run"} or block.language in OF_SPHINX, block.place
        if block.language in SHELL:
            assert block.commands, block.place
    recipes = (ROOT / "tests" / "test_recipes.py").read_text(encoding="utf-8")
    text = (ROOT / "docs" / "load.md").read_text(encoding="utf-8")
    for heading in re.findall(r"^##+ (.+)\n(?:(?!^#)(?!^```).*\n)*```(?:python|r)$", text, re.MULTILINE):
        assert f'"{heading}"' in recipes or f"{heading}\\n" in recipes, heading


@pytest.mark.parametrize(
    "command",
    [command for block in all_blocks() if not block.is_run and block.language in SHELL for command in block.commands],
)
def test_commands_that_are_not_run_could_be(command: str) -> None:
    program, *arguments = shlex.split(command, comments=True)
    match program:
        case "make":
            makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
            assert re.search(rf"^{arguments[0]}:.*##", makefile, re.MULTILINE)
            assert all(argument.partition("=")[0] in makefile for argument in arguments[1:])
        case "pip":
            assert arguments[0] == "install"
            for extras in re.findall(r"\[(.+?)\]", command):
                assert set(extras.split(",")) <= set(PROJECT["optional-dependencies"])
        case "dask":
            spec = importlib.util.find_spec("distributed")
            assert spec is not None
            assert spec.origin is not None
            assert (Path(spec.origin).parent / "cli" / f"dask_{arguments[0]}.py").exists()
        case "rudaw":
            assert_options_exist(arguments)
        case ".venv/bin/python":
            assert all((ROOT / name).exists() for name in arguments if name.startswith("tests/"))
        case _:
            assert (ROOT / program).stat().st_mode & 0o111


@pytest.mark.parametrize("name", sorted(main.commands))
def test_the_examples_of_the_help_could_be_run(name: str) -> None:
    command = main.commands[name]
    below = list(command.commands.values()) if isinstance(command, click.Group) else []
    examples = [
        line.split(" | ")[-1].split() for each in (command, *below) for line in (each.epilog or "").splitlines()[2:]
    ]
    assert examples
    for program, *arguments in examples:
        assert program == "rudaw"
        assert_options_exist(arguments[: arguments.index(">")] if ">" in arguments else arguments)


def assert_options_exist(arguments: list[str]) -> None:
    """Have the command's own parser read its arguments; that a file is missing does not matter."""
    try:
        main.commands[arguments[0]].make_context(arguments[0], arguments[1:])
    except click.BadParameter as error:
        if "does not exist" not in error.message:
            raise


def test_wrong_options_would_be_found() -> None:
    with pytest.raises(click.NoSuchOption):
        assert_options_exist(["archive", "x.warc", "--colour", "red"])
    with pytest.raises(click.BadParameter):
        assert_options_exist(["archive", "x.warc", "--workers", "many"])


def test_make_crawl_prints_what_the_readme_shows(tmp_path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (line,) = re.findall(r"\$\(BIN\)/rudaw (crawl .*)", makefile)
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    printed = rudaw(*line.split(), cwd=tmp_path).stdout
    (shown,) = [block.code for block in blocks(ROOT / "README.md") if block.language == "text"]
    start = r"\d{8}T\d{6}Z"
    assert re.sub(start, "<start>", printed) == re.sub(start, "<start>", shown)
