"""Which modules are used: those that were compiled, or their sources."""

from __future__ import annotations

import inspect
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rudaw_scraper import compiled, extract_article
from rudaw_scraper.dates import parse_date, readings
from rudaw_scraper.quotes import extract_quotes
from tests.small_site import ROOT

SHOW = "import rudaw_scraper.walk as w, rudaw_scraper.compiled as c; print(w.COMPILED, c.uses_compiled_modules())"


def used(folder: Path, plain: str | None) -> tuple[str, ...]:
    """Whether the walks and the modules that are also there in Python are used as compiled, in a new process."""
    environment = {name: value for name, value in os.environ.items() if name != compiled.PLAIN}
    if plain is not None:
        environment[compiled.PLAIN] = plain
    done = subprocess.run(
        [sys.executable, "-c", SHOW],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return tuple(done.stdout.split())


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (ROOT / "rudaw_scraper" / "_compiled_from.json").exists():
        assert not os.environ.get("CI"), "continuous integration promises a compiler"
        pytest.skip("nothing was compiled here (no C compiler)")
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "rudaw_scraper", folder / "rudaw_scraper", ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("rudaw_scraper__mypyc*"):
        shutil.copy(path, folder)
    return folder


def test_the_environment_chooses(checkout: Path) -> None:
    if compiled._is_outdated():
        assert not os.environ.get("CI")
        pytest.skip("sources have changed since they were compiled (make compiled)")
    assert used(checkout, None) == ("True", "True")
    assert used(checkout, "py") == ("True", "False")
    assert used(checkout, "1") == ("False", "False")


def test_a_changed_source_is_used_at_once(checkout: Path, tmp_path: Path) -> None:
    shutil.copytree(checkout, tmp_path / "changed")
    with (tmp_path / "changed" / "rudaw_scraper" / "outline.py").open("a", encoding="utf-8") as source:
        source.write("\nCHANGED = True\n")
    assert used(tmp_path / "changed", None) == ("True", "False")


def test_without_anything_compiled_the_package_works(checkout: Path, tmp_path: Path) -> None:
    ignored = shutil.ignore_patterns("*.so", "*.pyd", "*.json")
    shutil.copytree(checkout, tmp_path / "plain", ignore=ignored)
    for path in checkout.rglob("*.json"):
        if path.name != "_compiled_from.json":
            shutil.copy(path, tmp_path / "plain" / path.relative_to(checkout))
    assert used(tmp_path / "plain", None) == ("False", "False")


@pytest.mark.skipif(os.environ.get(compiled.PLAIN) != "", reason="the sources are tested")
def test_the_compiled_modules_are_tested() -> None:
    assert compiled.uses_compiled_modules(), "run make compiled first"


def test_what_users_call_tells_what_it_does() -> None:
    for function in (extract_article, extract_quotes, parse_date, readings):
        assert (function.__doc__ or "").count("``") > 2
        assert inspect.signature(function).return_annotation is not inspect.Signature.empty
