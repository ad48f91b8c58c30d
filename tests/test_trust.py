"""What a scheduler relies on: nothing lost, doubled or torn; only what is new is fetched; one run at a time."""

from __future__ import annotations

import fcntl
import json
import random
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.message import Message
from pathlib import Path
from typing import Any

from rudaw_scraper.site_server import Answer, SiteServer
from tests.small_site import (
    SmallSite,
    article_page,
    articles_site,
    environment,
    lines_of,
    listing_page,
    rudaw,
)


class Server(SiteServer):
    """A server that notes its requests and answers conditional ones."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.targets: list[str] = []

    def answer(self, target: str) -> Answer:
        self.targets.append(target)
        return super().answer(target)

    def articles(self) -> list[str]:
        """Return the articles asked for since the last call."""
        asked = [target for target in self.targets if target.rsplit("/", 1)[-1].isdigit()]
        self.targets.clear()
        return asked


def command(site: str, output: Path, *options: str) -> list[str]:
    arguments = ["crawl", "--site", site, "--delay", "0", "--edition", "english", "--output", str(output), *options]
    return [sys.executable, "-m", "rudaw_scraper", *arguments]


def crawl(site: str | Path, output: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return rudaw(*command(str(site), output, *options)[3:])


def written(output: Path) -> list[dict[str, Any]]:
    return [record for file in sorted(output.glob("*/*/articles.jsonl")) for record in lines_of(file)]


def manifests(output: Path) -> list[dict[str, Any]]:
    return [json.loads(file.read_bytes()) for file in sorted(output.glob("*/*/manifest.json"))]


def long_site(folder: Path, pages: int = 12, per_page: int = 10) -> tuple[SmallSite, list[str]]:
    site = SmallSite(folder)
    paths = [f"/english/kurdistan/07052018{number}" for number in range(1, pages * per_page + 1)]
    for path in paths:
        site.add(path, article_page(f"Bridge {path[-4:]} opens"))
    for page in range(pages):
        address = "/english" if page == 0 else f"/english?page={page + 1}"
        more = f'<a href="/english?page={page + 2}">next</a>' if page + 1 < pages else ""
        site.add(address, listing_page(paths[page * per_page : (page + 1) * per_page], more))
    return site, paths


def test_seven_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    site, paths = long_site(tmp_path / "site")
    output, chance = tmp_path / "out", random.Random(5)
    with SiteServer(site.folder) as server:
        kills = 0
        for _ in range(7):
            process = subprocess.Popen(
                command(server.url, output), env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            before = len(list(output.glob("*/*")))
            end = time.monotonic() + 20
            while len(list(output.glob("*/*"))) == before and process.poll() is None and time.monotonic() < end:
                time.sleep(0.01)
            time.sleep(chance.uniform(0.0, 0.35))
            process.kill()
            kills += process.wait() == -9
        last = crawl(server.url, output)
    assert kills >= 5
    assert last.returncode == 0, last.stderr
    assert Counter(record["id"] for record in written(output)) == Counter(path[1:] for path in paths)
    assert not list(output.rglob("*.part"))
    assert rudaw("validate", *output.glob("*/*/articles.jsonl")).returncode == 0
    reasons = [manifest["finish_reason"] for manifest in manifests(output)]
    assert set(reasons) == {"killed", "finished"}  # a kill may come when all is written
    assert reasons.count("killed") >= 3
    assert reasons[-1] == "finished"


def test_articles_behind_a_page_that_a_killed_run_finished_are_found(tmp_path: Path) -> None:
    site, paths = long_site(tmp_path / "site", pages=4)
    with Server(site.folder) as server:
        assert crawl(server.url, tmp_path / "out", "--limit", "10").returncode == 0  # page 1, and no further
        assert crawl(server.url, tmp_path / "out").returncode == 0
        assert sorted(server.articles()) == sorted(paths)
        assert crawl(server.url, tmp_path / "out").returncode == 0
        assert [target for target in server.targets if "page=" in target] == []  # all of page 1 is known
    assert len(written(tmp_path / "out")) == len(paths)


def test_an_unchanged_article_is_not_written_again_and_a_changed_one_is(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=3)
    changed = "/english/kurdistan/070520182"
    with Server(site.folder) as server:
        assert crawl(server.url, tmp_path / "out").returncode == 0
        assert len(server.articles()) == 3
        again = crawl(server.url, tmp_path / "out")
        assert (again.returncode, server.articles()) == (0, [])  # of 2018: too old to be read again
        assert "known       3" in again.stdout
        (site.folder / "page1.html").write_text(article_page("Bridge number 2 opens after all"))
        third = crawl(server.url, tmp_path / "out", "--recheck", "all")
        assert len(server.articles()) == 3
    assert "articles    1 (1 of them changed since an earlier run)" in third.stdout
    assert "unchanged   2" in third.stdout
    lines = [record for record in written(tmp_path / "out") if record["id"] == changed[1:]]
    assert [record["headline"] for record in lines] == ["Bridge number 2 opens", "Bridge number 2 opens after all"]
    assert lines[0]["fetched_at"] < lines[1]["fetched_at"]
    assert len(written(tmp_path / "out")) == 4
    assert [manifest["counts"]["articles"] for manifest in manifests(tmp_path / "out")] == [3, 0, 1]


class Validating(Server):
    """A server that knows when its pages changed, and says 304."""

    def reply(self, target: str, headers: Message) -> Answer:
        answer = super().reply(target, headers)
        tag = f'"{hash(answer.body)}"'
        if headers.get("If-None-Match") == tag:
            return Answer(304, b"", answer.content_type, {"ETag": tag})
        return Answer(answer.status, answer.body, answer.content_type, {"ETag": tag})


def test_young_articles_are_asked_for_conditionally(tmp_path: Path) -> None:
    site = SmallSite(tmp_path / "site")
    day = datetime.now(UTC) - timedelta(days=3)
    paths = [site.add(f"/english/world/{day:%d%m%Y}{n}", article_page(f"Bridge {n}", "By Rudaw")) for n in range(1, 5)]
    site.add("/english", listing_page(paths[:2], '<a href="?page=2">next</a>'))
    site.add("/english?page=2", listing_page(paths[2:]))
    with Validating(site.folder) as server:
        assert crawl(server.url, tmp_path / "out").returncode == 0
        assert len(server.articles()) == 4
        (site.folder / "page3.html").write_text(article_page("Bridge 4 is closed", "By Rudaw"))
        second = crawl(server.url, tmp_path / "out")
        assert sorted(server.articles()) == sorted(paths)  # page 2 too, though nothing there is new
        crawl(server.url, tmp_path / "out")
        assert server.articles() == []  # three days old: an eighth of that has not passed
    assert "articles    1 (1 of them changed" in second.stdout
    assert "unchanged   3" in second.stdout
    (manifest,) = [one for one in manifests(tmp_path / "out") if one["counts"]["changed"]]
    # robots.txt, the first listing page and the changed article; what the site does not have: interface, feed, sitemap
    assert manifest["http"] == {"200": 3, "304": 3, "404": 3}


def test_a_second_run_refuses_and_names_the_first(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=2)
    (tmp_path / "out").mkdir()
    with (tmp_path / "out" / "english.lock").open("w") as lock:
        lock.write('{"pid": 4711, "host": "crawler", "started_at": "2026-11-22T02:00:00Z"}')
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = crawl(site.folder, tmp_path / "out")
        assert result.returncode == 1
        assert "process 4711 on crawler, started 2026-11-22T02:00:00Z" in result.stderr
        assert "--wait" in result.stderr
        assert written(tmp_path / "out") == []
        waiting = subprocess.Popen(
            command(str(site.folder), tmp_path / "out", "--wait"), env=environment(), stderr=subprocess.PIPE, text=True
        )
        assert waiting.stderr is not None
        assert "Waiting for another run: process 4711" in waiting.stderr.readline()
        assert waiting.poll() is None
    _, errors = waiting.communicate(timeout=60)  # the lock of a process that is gone holds nobody up
    assert waiting.returncode == 0, errors
    assert len(written(tmp_path / "out")) == 2


def test_waiting_ends_with_a_signal(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=2)
    (tmp_path / "out").mkdir()
    with (tmp_path / "out" / "english.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        waiting = subprocess.Popen(
            command(str(site.folder), tmp_path / "out", "--wait"), env=environment(), stderr=subprocess.PIPE, text=True
        )
        assert waiting.stderr is not None
        assert "one that has just begun" in waiting.stderr.readline()
        waiting.terminate()
        _, errors = waiting.communicate(timeout=30)
    assert waiting.returncode == 1
    assert "Stopped by SIGTERM while waiting" in errors
    assert "Traceback" not in errors


def test_a_lost_state_is_made_anew_from_the_output(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=4)
    with Server(site.folder) as server:
        assert crawl(server.url, tmp_path / "out").returncode == 0
        (tmp_path / "out" / "english.sqlite").unlink()
        server.articles()
        assert crawl(server.url, tmp_path / "out").returncode == 0
        assert server.articles() == []
        (tmp_path / "out" / "english.sqlite").write_bytes(b"no database at all" * 300)
        damaged = crawl(server.url, tmp_path / "out")
    assert damaged.returncode == 1
    assert "english.sqlite is damaged" in damaged.stderr
    assert "Traceback" not in damaged.stderr
    assert len(written(tmp_path / "out")) == 4


def test_what_could_not_be_got_is_tried_again_by_the_next_run(tmp_path: Path) -> None:
    site, paths = long_site(tmp_path / "site", pages=3)
    bad = site.add(paths[25], "", status=500)
    assert crawl(site.folder, tmp_path / "out").returncode == 0
    assert bad[1:] not in {record["id"] for record in written(tmp_path / "out")}
    site.add(bad, article_page("Bridge at last"))
    assert crawl(site.folder, tmp_path / "out").returncode == 0  # page 1 holds nothing new: the listing ends there
    assert Counter(record["id"] for record in written(tmp_path / "out")) == Counter(path[1:] for path in paths)
