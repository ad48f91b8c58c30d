"""The blocks of the documents that set up, install or test the project are run as they stand, in a clone of it.

They take minutes and a registry to install from, so the suite leaves them out: ``make installs`` runs them, as .ci/run
does. Where nothing can be installed they are skipped, but never in continuous integration.

One thing is not as a reader has it: ``make test`` with nothing behind it, and what .ci/run calls, run a few tests only
(by a variable of the environment), for the suite within its own tests would double their time. It is .ci/run that calls
the same ``make test`` in full.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.archive_files import article, members
from tests.doc_blocks import Block, all_blocks, blocks
from tests.small_site import ROOT, lines_of

INSIDE = "RUDAW_IN_CLONE"  # set for what is run here, which would otherwise run these tests again, and so on
PATIENCE = 600  # seconds
BLOCKS = [block for block in all_blocks() if block.needs_a_clone]
SHORT = {"PYTEST_ADDOPTS": f"tests/test_reader_comments.py tests/{Path(__file__).name}"}
CLOSING_LINE = r"^=* ?\d+ passed.* in [\d.]+s"
STOP_THE_REST = "trap 'test $? = 0 || jobs -p | xargs -r kill' EXIT\n"


@dataclass(frozen=True)
class Setting:
    """Where commands are run."""

    folder: Path
    variables: dict[str, str]

    def run(self, arguments: list[str]) -> str:
        """Return what is printed, once no process that was started here prints any more."""
        process = subprocess.Popen(
            arguments,
            cwd=self.folder,
            env=self.variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
        )
        try:
            printed, _ = process.communicate(timeout=PATIENCE)
        finally:
            if process.returncode is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.communicate()
        assert process.returncode == 0, printed
        return printed

    def run_block(self, block: Block) -> str:
        """Run the code of a block as it stands."""
        if block.language == "python":
            return self.run(["python", "-c", block.code])
        return self.run(["bash", "-euo", "pipefail", "-c", STOP_THE_REST + "\n".join(block.commands)])

    def run_what_follows(self, block: Block) -> None:
        """Run the other blocks under the same heading."""
        for other in blocks(ROOT / block.document):
            if other.heading == block.heading and other.line > block.line and not other.needs_a_clone:
                self.run_block(other)


@dataclass(frozen=True)
class Clone(Setting):
    """A clone of this checkout, in which the first block of the README was run and printed this."""

    printed: str


def assert_crawled_and_tested(block: Block, printed: str, setting: Setting) -> None:
    (shown,) = [each.code for each in blocks(ROOT / "README.md") if each.language == "text"]
    start = r"\d{8}T\d{6}Z"
    assert re.sub(start, "<start>", shown) in re.sub(start, "<start>", printed)
    assert re.search(CLOSING_LINE, printed, re.MULTILINE), printed


def assert_what_follows_works(block: Block, printed: str, setting: Setting) -> None:
    setting.run_what_follows(block)
    for name in ("comments.png", "report.html", "publish/SHA256SUMS", "tables/records.parquet"):
        assert (setting.folder / name).stat().st_size > 0


def assert_the_command_works(block: Block, printed: str, setting: Setting) -> None:
    assert setting.run(["rudaw", "--version"]).startswith("rudaw")
    compiled = (
        "import rudaw_scraper.walk as w, rudaw_scraper.compiled as c; print(w.COMPILED, c.uses_compiled_modules())"
    )
    assert setting.run(["python", "-c", compiled]).split() == ["True", "True"]
    setting.run(["bash", "-c", "rudaw validate output/example/*/*/articles.jsonl"])


def assert_the_wheel_works(block: Block, printed: str, setting: Setting) -> None:
    (wheel,) = (setting.folder / "wheels").iterdir()
    assert wheel.name in printed  # and no package of the same name from elsewhere
    setting.run_what_follows(block)
    assert (setting.folder / "tables" / "records.parquet").stat().st_size > 0


def assert_the_cluster_read_all(block: Block, printed: str, setting: Setting) -> None:
    counts = json.loads((setting.folder / "output" / "archive" / "manifest.json").read_bytes())
    assert (counts["archives"], counts["total"]["articles"]) == (3, 3)
    assert "Register worker" in printed
    assert printed.rstrip().endswith("End scheduler")


def assert_all_is_well(block: Block, printed: str, setting: Setting) -> None:
    assert len(re.findall(r"^Success: no issues found", printed, re.MULTILINE)) == 2  # make lint, .ci/run
    assert len(re.findall(CLOSING_LINE, printed, re.MULTILINE)) == 3  # make test, and twice by .ci/run
    assert re.search(rf"^=* ?{len(BLOCKS)} skipped", printed, re.MULTILINE)  # make installs
    assert (setting.folder / "site" / "index.html").exists()


def assert_both_passed(block: Block, printed: str, setting: Setting) -> None:
    assert len(re.findall(CLOSING_LINE, printed, re.MULTILINE)) == 2


@dataclass(frozen=True)
class Case:
    """What must hold when a block was run, and the variables it needs."""

    check: Callable[[Block, str, Setting], None]
    variables: dict[str, str]


CASES = {  # by the first command
    "make crawl": Case(assert_crawled_and_tested, SHORT),
    "pip install '.[dataset]' matplotlib": Case(assert_what_follows_works, {"MPLBACKEND": "agg"}),
    "pip install .": Case(assert_the_command_works, {}),
    "pip install 'rudaw-scraper[dataset]'": Case(assert_the_wheel_works, {}),
    "pip install '.[dask]'": Case(assert_the_cluster_read_all, {}),
    "make setup": Case(assert_all_is_well, SHORT),
    ".venv/bin/python -m pytest -q tests/test_reader_comments.py": Case(assert_both_passed, {}),
}


def first_command(block: Block) -> str:
    return block.commands[0].partition("#")[0].strip()


def test_every_block_has_its_check() -> None:
    assert sorted(map(first_command, BLOCKS)) == sorted(CASES)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clone]:
    folder = tmp_path_factory.mktemp("installs")
    skip_where_nothing_can_be_installed(folder)
    setting = Setting(folder / "rudaw_scraper", variables(folder))
    clone_with_changes(setting.folder)
    (setting.folder / "archives").mkdir()
    for number in (1, 2, 3):
        (setting.folder / "archives" / f"{number}.warc.gz").write_bytes(members([article(number)]))
    printed = replace(setting, variables=setting.variables | SHORT).run_block(BLOCKS[0])
    yield Clone(setting.folder, setting.variables, printed)
    shutil.rmtree(folder)


@pytest.mark.installs
@pytest.mark.slow
@pytest.mark.skipif(INSIDE in os.environ, reason="these tests are at work already, and run this")
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.place)
def test_the_block_runs(block: Block, clone: Clone, tmp_path: Path) -> None:
    case = CASES[first_command(block)]
    setting = Setting(clone.folder, clone.variables | case.variables)
    if "'rudaw-scraper[" in block.code:
        setting = outside_the_clone(setting, clone, tmp_path)
    if block.commands[0].startswith("pip "):
        setting = with_fresh_environment(setting, tmp_path)
    ports = {int(port) for port in re.findall(r"tcp://127\.0\.0\.1:(\d+)", block.code)}
    assert all(map(is_free, ports)), f"another program listens at one of {ports}, which {block.place} needs"
    printed = clone.printed if block == BLOCKS[0] else setting.run_block(block)
    case.check(block, printed, setting)
    assert all(map(is_free, ports))
    shutil.rmtree(tmp_path)  # some hundred megabytes


def skip_where_nothing_can_be_installed(folder: Path) -> None:
    if os.environ.get("CI"):
        return
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone of the repository")
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    (small,) = re.findall(r"^iniconfig==[\d.]+", lock, re.MULTILINE)
    options = ["-qq", "--no-deps", "--no-cache-dir", "--retries", "0", "--timeout", "30", "--dest", str(folder)]
    result = subprocess.run(
        [sys.executable, "-m", "pip", "download", *options, small], capture_output=True, encoding="utf-8", check=False
    )
    if result.returncode:
        pytest.skip(f"nothing can be installed here: {result.stderr.strip().splitlines()[-1]}")


def variables(folder: Path) -> dict[str, str]:
    """Return the environment without what leads back to this run; the machine's own packages are left alone."""
    back = re.compile(r"PYTHONPATH|VIRTUAL_ENV|COV.*|PYTEST.*|RUDAW_PLAIN|M(AKE)?(FLAGS|LEVEL|OVERRIDES)")
    own = {name: value for name, value in os.environ.items() if not back.fullmatch(name)}
    for name in ("bin", "temporary"):
        (folder / name).mkdir()
    (folder / "bin" / "apt-get").symlink_to("/bin/false")
    return own | {
        INSIDE: "1",
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "TMPDIR": str(folder / "temporary"),
        "TERM": "dumb",
        "PYTHONIOENCODING": "utf-8",
    }


def clone_with_changes(folder: Path) -> None:
    """Clone this checkout, and copy what is not committed yet; the real pages are beside both, if there are any."""
    subprocess.run(["git", "clone", "--quiet", ROOT, folder], check=True, timeout=PATIENCE)
    listing = ["git", "ls-files", "-z", "--modified", "--others", "--exclude-standard"]
    changed = subprocess.run(listing, cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    for name in filter(None, changed.split("\0")):
        target = folder / name
        target.unlink(missing_ok=True)
        if (ROOT / name).exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target)
    shared = ROOT.parent / "shared"
    if shared.exists():
        (folder.parent / "shared").symlink_to(shared)


def with_fresh_environment(setting: Setting, folder: Path) -> Setting:
    """Return the setting with a new virtual environment on its path; what it runs is installed there or fails."""
    subprocess.run([sys.executable, "-m", "venv", folder / "environment"], check=True, timeout=PATIENCE)
    path = f"{folder / 'environment' / 'bin'}:{setting.variables['PATH']}"
    return replace(setting, variables=setting.variables | {"PATH": path, "PYTHONSAFEPATH": "1"})


def outside_the_clone(setting: Setting, clone: Clone, folder: Path) -> Setting:
    """Return a folder of records, for which pip finds a wheel of this checkout beside the packages of others."""
    python = clone.folder / ".venv" / "bin" / "python"
    command = [str(python), "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "wheels")]
    subprocess.run(command, cwd=clone.folder, check=True, capture_output=True, timeout=PATIENCE)
    (articles,) = (clone.folder / "output" / "example").glob("*/*/articles.jsonl")
    assert lines_of(articles)
    shutil.copy(articles, folder)
    configured = subprocess.run(
        [python, "-m", "pip", "config", "get", "global.find-links"], capture_output=True, encoding="utf-8", check=False
    )
    others = os.environ.get("PIP_FIND_LINKS") or configured.stdout.strip()
    return Setting(folder, setting.variables | {"PIP_FIND_LINKS": f"{folder / 'wheels'} {others}"})


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
