"""Whole runs of the command in processes of their own, over loopback HTTP."""

from __future__ import annotations

import gzip
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from rudaw_scraper.site_server import Answer, SiteServer
from rudaw_scraper.validation import problems
from tests.small_site import (
    ROOT,
    SmallSite,
    article_page,
    articles_site,
    environment,
    lines_of,
    listing_page,
    rudaw,
    run_folder,
)

LOADED = """
import signal, sys
from rudaw_scraper.cli import crawl, early_signals, main
set_handler = signal.signal
def told(number, handler):
    before = set_handler(number, handler)
    if handler is early_signals._end:
        print("loaded", flush=True)
    return before
signal.signal = told
main()
"""
EXAMPLE = ROOT / "fixtures" / "site"


def crawl(site: Path | str, output: Path, *options: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return rudaw("crawl", "--site", site, "--delay", "0", "--output", output, *options, cwd=cwd)


def wait_for(path: Path, content: int, seconds: float = 30) -> None:
    """Wait until a file below a folder has some content."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if any(file.stat().st_size >= content for file in path.glob("*/*/articles.jsonl.part")):
            return
        time.sleep(0.05)
    raise AssertionError(f"nothing was written to {path} in {seconds} s")


class WatchedServer(SiteServer):
    """A server that notes what it is asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.targets: list[str] = []

    def answer(self, target: str) -> Answer:
        self.targets.append(target)
        return super().answer(target)


def test_the_example_site(tmp_path: Path) -> None:
    expected = json.loads((EXAMPLE / "site.json").read_text(encoding="utf-8"))["expected"]
    with WatchedServer(EXAMPLE) as server:
        as_a_site = crawl(server.url, tmp_path / "site")
    assert as_a_site.returncode == 1  # from a real site a block page is no small matter; this folder expects it
    assert "The site served a block page once" in as_a_site.stderr
    result = crawl(EXAMPLE, tmp_path / "folder")
    folder = run_folder(tmp_path / "folder")
    records = lines_of(folder / "articles.jsonl")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "verdict     sound" in result.stdout
    assert folder.parent.name == "all"
    assert sorted(record["id"] for record in records) == sorted(expected["articles"])
    assert [problem for record in records for problem in problems(record)] == []
    for record in records:
        entry = expected["articles"][record["id"]]
        right = json.loads((EXAMPLE / entry["record"]).read_text(encoding="utf-8"))
        assert record["url"] == right["url"]
        assert record["headline"] == right["headline"]
        assert record["source_url"].startswith("http://127.0.0.1:")
    reasons = {
        line["url"].removeprefix("https://www.rudaw.net"): line["reason"] for line in lines_of(folder / "refused.jsonl")
    }
    assert reasons == (
        {page["path"]: page["error"] for page in expected["refused"]} | dict.fromkeys(expected["not_found"], "Http404")
    )
    assert not set(server.targets) & set(expected["never_requested"])
    assert not set(server.targets) & set(expected["forbidden_by_robots"])
    assert rudaw("validate", folder / "articles.jsonl").returncode == 0
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for line in result.stdout.splitlines():
        if line.startswith(("articles ", "refused ", "verdict ")) and "/" not in line:
            assert line in readme.splitlines(), "the README shows another outcome"


def test_a_page_twice_under_two_addresses_is_fetched_once(tmp_path: Path) -> None:
    site = SmallSite(tmp_path / "site")
    page = article_page("Bridge opens")
    site.add("/english/kurdistan/070520181", page)
    site.add(
        "/english", listing_page(["/english/kurdistan/070520181", "http://rudaw.net/english/kurdistan/070520181?x=1"])
    )
    with WatchedServer(site.folder) as server:
        result = crawl(server.url, tmp_path / "out", "--edition", "english")
    assert result.returncode == 0
    assert len([target for target in server.targets if "070520181" in target]) == 1
    (record,) = lines_of(run_folder(tmp_path / "out") / "articles.jsonl")
    assert record["url"] == "https://www.rudaw.net/english/kurdistan/070520181"


def test_one_edition_has_a_folder_of_its_own_and_a_second_run_another(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=3)
    for _ in range(2):
        assert crawl(site.folder, tmp_path / "out", "--edition", "english", "--limit", "2").returncode == 0
    files = sorted((tmp_path / "out" / "english").glob("*/articles.jsonl"))
    assert [len(lines_of(file)) for file in files] == [2, 1]


def test_pages_without_an_article_are_kept(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site")
    odd = site.add("/english/kurdistan/08052018", "<html><body><p>Something else entirely.</p></body></html>")
    gone = site.add("/english/kurdistan/09052018", "gone", status=410)
    site.add("/english/world", listing_page([odd, gone]))
    site.add("/english", listing_page(["/english/kurdistan", "/english/world"]))
    result = crawl(site.folder, tmp_path / "out", "--edition", "english")
    assert result.returncode == 0, result.stderr
    folder = run_folder(tmp_path / "out")
    refused = {line["url"].rsplit("/", 1)[-1]: line for line in lines_of(folder / "refused.jsonl")}
    assert {key: line["reason"] for key, line in refused.items()} == {
        "08052018": "UnknownLayout",
        "09052018": "Http410",
    }
    assert b"Something else" in gzip.decompress((folder / refused["08052018"]["file"]).read_bytes())
    assert "refused     2 (Http410 1, UnknownLayout 1)" in result.stdout
    assert "UnknownLayout https://www.rudaw.net/english/kurdistan/08052018" in result.stderr
    again = rudaw("saved", folder / "refused", "--url-map", folder / "refused.jsonl", "--output", tmp_path / "again")
    assert again.returncode == 1
    assert "2 pages gave none" in again.stderr


def test_too_many_refused_pages_are_not_sound(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=3)
    odd = [site.add(f"/english/world/0805201{n}", "<p>Something else.</p>") for n in range(3)]
    site.add("/english", listing_page(["/english/kurdistan", *odd]))
    result = crawl(site.folder, tmp_path / "out", "--edition", "english")
    assert result.returncode == 1
    assert "50% of the pages gave no article" in result.stderr
    assert len(lines_of(run_folder(tmp_path / "out") / "articles.jsonl")) == 3


def test_a_site_that_lists_nothing(tmp_path: Path) -> None:
    site = SmallSite(tmp_path / "site")
    site.add("/english", listing_page([]))
    result = crawl(site.folder, tmp_path / "out", "--edition", "english")
    assert result.returncode == 1
    assert "No article was found. Is the address right" in result.stderr
    (folder,) = (tmp_path / "out" / "english").iterdir()
    assert [file.name for file in folder.iterdir()] == ["manifest.json"]


def test_robots_are_obeyed_and_redirects_off_the_site_are_not_followed(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site")
    forbidden = site.add("/english/kurdistan/08052018", article_page("Forbidden"))
    site.add("/robots.txt", f"User-agent: *\nDisallow: {forbidden}\n", content_type="text/plain")
    with SiteServer(tmp_path / "site") as elsewhere:
        leading = site.add("/english/world/09052018", "", status=302, headers={"Location": elsewhere.url + "/english"})
        site.add("/english", listing_page(["/english/kurdistan", forbidden, leading]))
        result = crawl(site.folder, tmp_path / "out", "--edition", "english")
    assert result.returncode == 0, result.stderr
    assert "refused     2 (OffSite 1, RobotsForbidden 1)" in result.stdout


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_run_with_whole_files(tmp_path: Path, sign: signal.Signals) -> None:
    site = articles_site(tmp_path / "site", count=60)
    arguments = ["crawl", "--site", site.folder, "--delay", "0.3", "--edition", "english", "--output", tmp_path / "out"]
    process = subprocess.Popen(
        [sys.executable, "-m", "rudaw_scraper", *map(str, arguments)],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    wait_for(tmp_path / "out", content=1000)
    process.send_signal(sign)
    stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == 1, stderr
    assert "stopped by a signal" in stderr
    assert "verdict     not sound" in stdout
    file = run_folder(tmp_path / "out") / "articles.jsonl"
    assert 1 <= len(lines_of(file)) < 60
    assert rudaw("validate", file).returncode == 0
    assert not list((tmp_path / "out").rglob("*.part"))


def test_a_signal_while_the_program_loads_ends_it_in_order(tmp_path: Path) -> None:
    """The signal comes at a moment of its own choice: before the run, at its beginning, or in it."""
    site = articles_site(tmp_path / "site", count=60)
    for number, moment in enumerate((0.4, 0.7, 1.0)):
        output = tmp_path / f"out{number}"
        arguments = ["crawl", "--site", site.folder, "--delay", "0.3", "--edition", "english", "--output", output]
        process = subprocess.Popen(
            [sys.executable, "-c", LOADED, *map(str, arguments)],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "loaded\n"
        time.sleep(moment - 0.4)
        process.send_signal(signal.SIGTERM)
        _, stderr = process.communicate(timeout=60)
        assert process.returncode == 1, stderr
        assert "Stopped by SIGTERM before" in stderr or "was stopped by a signal" in stderr
        assert "Traceback" not in stderr
        assert not list(output.rglob("*.part"))


def test_a_kill_leaves_no_file_under_its_final_name(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=60)
    arguments = ["crawl", "--site", site.folder, "--delay", "0.3", "--edition", "english", "--output", tmp_path / "out"]
    process = subprocess.Popen(
        [sys.executable, "-m", "rudaw_scraper", *map(str, arguments)],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for(tmp_path / "out", content=1000)
    process.kill()
    process.wait()
    folder = run_folder(tmp_path / "out")
    assert [path.name for path in folder.iterdir()] == ["articles.jsonl.part"]
    assert all(line["id"] for line in lines_of(folder / "articles.jsonl.part"))


def test_a_disk_that_fills_up(tmp_path: Path) -> None:
    long = "".join(f"<p>Stone {n} of the bridge was laid by hand in that long year.</p>" for n in range(400))
    site = articles_site(tmp_path / "site", count=40, extra=long)
    command = [sys.executable, "-m", "rudaw_scraper", "crawl", "--site", str(site.folder), "--delay", "0"]
    command += ["--edition", "english", "--output", str(tmp_path / "out")]
    result = subprocess.run(
        ["bash", "-c", 'ulimit -f 400; exec "$@"', "bash", *command],  # no file beyond 400 KiB
        capture_output=True,
        encoding="utf-8",
        env=environment(covered=False),
        timeout=120,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr.count("cannot be written: File too large") == 2  # in the log, and in the verdict
    assert "Traceback" not in result.stderr
    file = run_folder(tmp_path / "out") / "articles.jsonl"
    assert 1 <= len(lines_of(file)) < 40
    assert rudaw("validate", file).returncode == 0


def test_saved_pages(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    url = "https://www.rudaw.net/english/kurdistan/07052018"
    for number in range(1, 5):
        canonical = f'<link rel="canonical" href="{url}{number}">'
        (pages / f"{number}.html").write_text(article_page(f"Bridge {number}", extra=canonical))
    (pages / "twin.html").write_text((pages / "1.html").read_text())
    (pages / "mute.html").write_text(article_page("Bridge without an address"))
    result = rudaw("saved", pages, "--fetched-at", "2018-05-09T09:00:00Z", "--output", tmp_path / "out")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "duplicates  1 (left out)" in result.stdout
    assert "refused     1 (NoAddress 1)" in result.stdout
    folder = run_folder(tmp_path / "out")
    assert folder.parent.name == "saved"
    records = lines_of(folder / "articles.jsonl")
    assert sorted(record["url"] for record in records) == [f"{url}{number}" for number in range(1, 5)]
    assert {record["fetched_at"] for record in records} == {"2018-05-09T09:00:00Z"}
    assert {record["source"] for record in records} == {"file"}
    (refused,) = lines_of(folder / "refused.jsonl")
    assert b"without an address" in gzip.decompress((folder / refused["file"]).read_bytes())


def test_a_signal_ends_the_reading_of_saved_pages(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    url = "https://www.rudaw.net/english/kurdistan/07052018"
    for number in range(3000):
        (pages / f"{number}.html").write_text(f"<!-- saved from url=(0050){url}{number} -->{article_page('Bridge')}")
    process = subprocess.Popen(
        [sys.executable, "-m", "rudaw_scraper", "saved", str(pages), "--output", str(tmp_path / "out")],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    wait_for(tmp_path / "out", content=1000)
    process.send_signal(signal.SIGTERM)
    _, stderr = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "stopped by a signal" in stderr
    assert 1 <= len(lines_of(run_folder(tmp_path / "out") / "articles.jsonl")) < 3000


def test_scrapy_crawl_gives_the_same_records(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=4)
    assert crawl(site.folder, tmp_path / "ours", "--edition", "english").returncode == 0
    arguments = {"site": site.folder, "edition": "english", "delay": 0, "output": tmp_path / "scrapy"}
    command = [sys.executable, "-m", "scrapy", "crawl", "rudaw"]
    for key, value in arguments.items():
        command += ["-a", f"{key}={value}"]
    result = subprocess.run(
        command, capture_output=True, encoding="utf-8", cwd=ROOT, env=environment(), timeout=120, check=False
    )
    assert result.returncode == 0, result.stderr
    assert "ScrapyDeprecationWarning" not in result.stderr
    assert comparable(tmp_path / "ours") == comparable(tmp_path / "scrapy")


def comparable(output: Path) -> list[dict[str, Any]]:
    """Return a run's records in order, without what differs from run to run."""
    records = sorted(lines_of(run_folder(output) / "articles.jsonl"), key=lambda record: record["id"])
    return [
        {key: value for key, value in record.items() if key not in ("fetched_at", "source_url")} for record in records
    ]


def test_nothing_deprecated_is_called(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=2)
    result = crawl(site.folder, tmp_path / "out", "--edition", "english", "--log-level", "DEBUG")
    assert result.returncode == 0
    assert "Deprecat" not in result.stderr
    assert "WARNING" not in result.stderr
    assert "Telnet" not in result.stderr
    assert "RemoteControl" not in result.stderr
    assert "Article english/kurdistan/070520181" in result.stderr


def test_a_terminal_shows_a_progress_bar(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=5)
    arguments = ["crawl", "--site", site.folder, "--delay", "0", "--edition", "english", "--output", tmp_path / "out"]
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "rudaw_scraper", *map(str, arguments)],
        env=environment() | {"TERM": "xterm", "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=follower,
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:  # the other side is closed
            break
        if not chunk:
            break
        shown += chunk
    os.close(leader)
    stdout, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert b"5 articles" in shown
    assert b"INFO" not in shown
    assert b"verdict     sound" in stdout
