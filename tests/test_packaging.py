"""The wheel holds what is needed and works outside the repository; the lock is what it should be."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.small_site import ROOT, articles_site, environment, lines_of, run_folder

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=900)
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_the_package_and_its_data_only(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    compiled = {name for name in names if name.endswith((".so", ".pyd"))}
    inside = {name for name in names if not name.split("/")[0].endswith(".dist-info")} - compiled
    tracked = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "rudaw_scraper").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert inside == {name for name in tracked if not name.endswith((".so", ".pyd", "/_compiled_from.json"))}
    sources = {name.partition(".")[0] for name in inside}
    assert {name.partition(".")[0] for name in compiled} <= {*sources, "rudaw_scraper__mypyc"}
    assert {"rudaw_scraper/record.schema.json", "rudaw_scraper/py.typed"} <= inside


def test_the_wheel_works_outside_the_repository(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-qq",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(wheel),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=900)
    site = articles_site(tmp_path / "site", count=2)
    arguments = ["crawl", "--site", str(site.folder), "--delay", "0", "--edition", "english"]
    result = subprocess.run(
        [sys.executable, str(target / "bin" / "rudaw"), *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=environment() | {"PYTHONPATH": str(target)},
        timeout=900,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert len(lines_of(run_folder(tmp_path / "output") / "articles.jsonl")) == 2


def test_the_lock_pins_everything_with_hashes_and_names_no_place() -> None:
    entries = re.split(r"\n(?=[a-z0-9])", LOCK.split("\n", 2)[2])
    assert len(entries) > 40
    for entry in entries:
        assert re.match(r"[a-z0-9._-]+==[^ ]+", entry), entry[:60]
        assert "--hash=sha256:" in entry, entry[:60]
    assert "://" not in LOCK
    assert "--find-links" not in LOCK
    assert not re.search(r"(^|\s)/[a-z]+/", LOCK)


def test_the_lock_holds_every_declared_dependency() -> None:
    locked = set(re.findall(r"^([a-z0-9._-]+)==", LOCK, re.MULTILINE))
    declared = (
        PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"] + PROJECT["build-system"]["requires"]
    )
    names = {re.split(r"[<>=~ \[]", line)[0].lower() for line in declared}
    assert names <= locked


def test_make_and_ci_say_what_they_do() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("crawl", "test", "test-compiled", "compiled", "lint", "installs", "lock", "clean", "setup", "docs"):
        assert re.search(rf"^{target}:.*## .+", makefile, re.MULTILINE), target
    assert "--require-hashes" in makefile
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    called = re.findall(r"^make --no-print-directory ([a-z-]+)", script.read_text(encoding="utf-8"), re.MULTILINE)
    assert called == ["setup", "lint", "crawl", "installs", "test-compiled", "test"]
