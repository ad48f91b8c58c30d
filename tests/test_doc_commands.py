"""Every block of commands and of Python in the documents is run, in a folder that holds what they name.

Those of one document are run in their order, in one folder. ``tests/doc_blocks.py`` says which blocks other tests run.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from rudaw_scraper.cli import main
from tests.archive_server import ArchiveServer
from tests.doc_blocks import DOCUMENTS, SHELL, Block, all_blocks, blocks
from tests.doc_world import captures, copy_world, make_world, variables
from tests.small_site import ROOT, rudaw

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
    """The blocks of a document that are run here."""
    languages = (*SHELL, "python")
    return [
        block
        for block in blocks(document)
        if block.language in languages and not block.is_recipe and not block.needs_a_clone
    ]


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


def test_every_block_has_a_language_that_is_run_or_is_output() -> None:
    for block in all_blocks():
        assert block.language in LANGUAGES or block.language in OF_SPHINX, block.place
        assert not block.words or block.language in OF_SPHINX, block.place
        if block.language in SHELL:
            assert block.commands, block.place
        if block.language == "text":
            assert not re.search(r"^\$ ", block.code, re.MULTILINE), f"{block.place}: commands among output"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_no_block_is_overlooked(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert len(re.findall(r"^[\s>]*(?:```|~~~)", text, re.MULTILINE)) == 2 * len(blocks(document))


def test_every_block_that_can_be_run_is_run_by_one_module() -> None:
    here = [block for document in DOCUMENTS for block in runs(document)]
    for block in all_blocks():
        if block.language in {*SHELL, "python", "r"}:
            assert [block in here, block.is_recipe, block.needs_a_clone].count(True) == 1, block.place


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
