"""Scrapyd runs the spider, from the installed package and from an egg, with the files in deploy/scrapyd."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from rudaw_scraper.site_server import SiteServer
from tests.small_site import ROOT, environment, lines_of

pytestmark = pytest.mark.skipif(find_spec("scrapyd") is None, reason="Scrapyd is not installed")
DEPLOY = ROOT / "deploy" / "scrapyd"
EXAMPLE = ROOT / "fixtures" / "site"
PATIENCE = 60  # seconds
BOUNDARY = "b0undary"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Api:
    """The HTTP interface of a daemon."""

    def __init__(self, port: int) -> None:
        self._url = f"http://127.0.0.1:{port}/"

    def ask(self, name: str, data: bytes | None = None, **headers: str) -> dict[str, Any]:
        request = urllib.request.Request(self._url + name, data=data, headers=headers)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            found: dict[str, Any] = json.loads(answer.read())
        assert found["status"] == "ok", found
        return found

    def add_version(self, project: str, egg: bytes) -> dict[str, Any]:
        fields = {"project": project, "version": "1"}
        parts = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        ]
        parts.append(
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="egg"; filename="rudaw.egg"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n".encode()
        )
        body = b"".join(parts) + egg + f"\r\n--{BOUNDARY}--\r\n".encode()
        return self.ask("addversion.json", body, **{"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"})

    def run(self, project: str, **arguments: str) -> None:
        """Schedule the spider and wait until its job has ended."""
        fields = {"project": project, "spider": "rudaw"} | arguments
        job = self.ask("schedule.json", urllib.parse.urlencode(fields).encode())["jobid"]
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if any(each["id"] == job for each in self.ask(f"listjobs.json?project={project}")["finished"]):
                return
            time.sleep(0.2)
        raise AssertionError(f"the job of {project} did not end")


@contextmanager
def scrapyd(folder: Path) -> Iterator[Api]:
    """Run a daemon in a folder with the configuration of deploy/scrapyd, on a free port, and quick to look for jobs."""
    port = free_port()
    shutil.copy(DEPLOY / "scrapy.cfg", folder)
    text = (DEPLOY / "scrapyd.conf").read_text()
    assert "http_port = 6800" in text
    (folder / "scrapyd.conf").write_text(text.replace("http_port = 6800", f"http_port = {port}\npoll_interval = 0.2"))
    with (folder / "daemon.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "scrapyd"], cwd=folder, env=environment(covered=False), stdout=log, stderr=log
        )
        try:
            yield started(port, process)
        finally:
            process.terminate()
            process.wait(PATIENCE)


def started(port: int, process: subprocess.Popen[bytes]) -> Api:
    api, end = Api(port), time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            api.ask("daemonstatus.json")
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return api
    raise AssertionError("Scrapyd did not start")


def test_scrapyd_runs_the_installed_package_and_an_egg(tmp_path: Path) -> None:
    expected = json.loads((EXAMPLE / "site.json").read_text(encoding="utf-8"))["expected"]["articles"]
    egg = tmp_path / "rudaw.egg"
    subprocess.run(
        [sys.executable, DEPLOY / "egg.py", egg], env=environment(covered=False), check=True, timeout=PATIENCE
    )
    with SiteServer(EXAMPLE) as site, scrapyd(tmp_path) as api:
        assert api.add_version("packed", egg.read_bytes())["spiders"] == 3
        for project in ("rudaw", "packed"):
            assert "rudaw" in api.ask(f"listspiders.json?project={project}")["spiders"]
            api.run(project, site=site.url, delay="0", output=str(tmp_path / f"out-{project}"))
    log = (tmp_path / "daemon.log").read_text()
    for project in ("rudaw", "packed"):
        (manifest,) = (tmp_path / f"out-{project}").glob("all/*/manifest.json")
        found = {record["id"] for record in lines_of(manifest.with_name("articles.jsonl"))}
        assert found == set(expected), log
        assert json.loads(manifest.read_bytes())["finish_reason"] == "finished"
    assert len(list(tmp_path.glob("logs/*/rudaw/*.log"))) == 2
    assert not list(tmp_path.glob("items/**/*.jl"))
