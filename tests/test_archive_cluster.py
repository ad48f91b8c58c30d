"""A real cluster on the loopback address: a scheduler and two workers, one of which is killed at work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive_files import address, article
from tests.small_site import environment, lines_of, rudaw

pytest.importorskip("distributed", reason="needs Dask: pip install 'rudaw-scraper[dask]'")
ARCHIVES, PAGES = 6, 4_000  # a second and more for each, so that two are at work at once


class Cluster:
    """A scheduler and workers, each a process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self._file = folder / "scheduler.json"
        self._start("distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard")
        wait_for(self._file.exists)
        self.workers = [self._worker(number) for number in (1, 2)]

    @property
    def address(self) -> str:
        return str(json.loads(self._file.read_text(encoding="utf-8"))["address"])

    def stop(self) -> None:
        for process in self._processes:  # they would say goodbye to each other at length
            process.kill()
            process.wait()

    def _worker(self, number: int) -> subprocess.Popen[bytes]:
        # Without a nanny: nobody starts the killed one again.
        options = ["--no-nanny", "--nthreads", "1", "--no-dashboard", "--name", f"worker-{number}"]
        return self._start(
            "distributed.cli.dask_worker", *options, "--local-directory", str(self._folder / str(number))
        )

    def _start(self, module: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-W", "ignore", "-m", module, "--host", "127.0.0.1"]
        process = subprocess.Popen(
            [*command, "--scheduler-file", str(self._file), *options],
            cwd=self._folder,
            env=environment(covered=False),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._processes.append(process)
        return process


def wait_for(condition: object, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():  # type: ignore[operator]
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen in time")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    (tmp_path / "cluster").mkdir()
    made = Cluster(tmp_path / "cluster")
    try:
        yield made
    finally:
        made.stop()


@pytest.mark.slow
def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path, cluster: Cluster) -> None:
    (tmp_path / "in").mkdir()
    for number in range(ARCHIVES):
        (tmp_path / "in" / f"{number}.warc").write_bytes(b"".join(article(page) for page in range(PAGES)))
    command = [sys.executable, "-m", "rudaw_scraper", "archive", "in", "--cluster", cluster.address]
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    folder = tmp_path / "output" / "archive"
    wait_for(lambda: len(list(folder.glob("*.part-*/articles.jsonl.part"))) == 2)  # both are at work
    os.kill(cluster.workers[0].pid, signal.SIGKILL)
    stdout, stderr = process.communicate(timeout=120)
    assert process.returncode == 0, stderr
    assert f"articles    {ARCHIVES * PAGES:,}\n" in stdout
    assert "Traceback" not in stderr
    assert sorted(path.name for path in folder.iterdir()) == [*(f"{n}.warc" for n in range(ARCHIVES)), "manifest.json"]
    for number in range(ARCHIVES):
        lines = lines_of(folder / f"{number}.warc" / "articles.jsonl")
        assert [line["url"] for line in lines] == [address(page) for page in range(PAGES)]
    again = rudaw("archive", "in", "--cluster", cluster.address, "--resume", cwd=tmp_path)
    assert f"archives    {ARCHIVES} ({ARCHIVES} read before)" in again.stdout
