"""What operators use: status, JSON logs, the webhook, and the files in deploy/."""

from __future__ import annotations

import base64
import configparser
import gzip
import json
import re
import shlex
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from scrapy.spiderloader import SpiderLoader
from scrapy.utils.project import Settings

from rudaw_scraper.cli import main
from rudaw_scraper.notify import is_webhook, notify
from tests.small_site import ROOT, articles_site, rudaw
from tests.watched_site import WatchedSite, crawl

DEPLOY = ROOT / "deploy"


@pytest.fixture
def webhook() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    posted: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(500 if "broken" in self.path else 204)
            self.end_headers()

        def log_message(self, *args: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/secret", posted
        server.shutdown()


def test_a_run_tells_the_webhook_the_log_and_the_status(tmp_path: Path, webhook: tuple[str, list[Any]]) -> None:
    url, posted = webhook
    site = articles_site(tmp_path / "site", count=3)
    options = ["--site", site.folder, "--delay", "0", "--edition", "english", "--output", tmp_path / "out"]
    result = rudaw("crawl", *options, "--notify", url, "--log-json")
    assert result.returncode == 0, result.stderr
    assert [(each["sound"], each["articles"], each["problems"]) for each in posted] == [(True, 3, [])]
    lines = [json.loads(line) for line in result.stderr.splitlines()]
    assert {"time", "level", "logger", "message"} == set(lines[0])
    assert any(
        line["message"].startswith("Listing: feed of english (/english/rss, by its usual address) not used")
        for line in lines
    )
    assert "secret" not in result.stdout + result.stderr
    assert not any(b"secret" in path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())
    shown = CliRunner().invoke(main, ["status", str(tmp_path / "out")])
    assert shown.exit_code == 0
    name, head, line = shown.output.splitlines()
    assert (name, head.split()) == (
        "english",
        ["run", "verdict", "new", "chang", "same", "refus", "head", "date", "body", "comm"],
    )
    assert line.split()[1:] == ["sound", "3", "0", "0", "0", "100%", "100%", "100%", "0%"]
    for folder, title in ((tmp_path, "out/english"), (tmp_path / "out" / "english", "english")):
        assert CliRunner().invoke(main, ["status", str(folder)]).output.splitlines() == [title, head, line]
    (tmp_path / "none").mkdir()
    none = CliRunner().invoke(main, ["status", str(tmp_path / "none")])
    assert (none.exit_code, "holds no runs" in none.output) == (1, True)


def test_a_bad_run_shows_its_sentences(tmp_path: Path, webhook: tuple[str, list[Any]]) -> None:
    url, posted = webhook
    (tmp_path / "site").mkdir()
    options = ["--site", tmp_path / "site", "--delay", "0", "--edition", "english", "--output", tmp_path / "out"]
    result = rudaw("crawl", *options, "--notify", url + "/broken")
    assert result.returncode == 1
    assert posted[0]["sound"] is False
    assert "No article was found" in posted[0]["text"]
    assert "not delivered to the webhook: it answered 500" in result.stderr
    shown = CliRunner().invoke(main, ["status", str(tmp_path / "out")])
    assert shown.exit_code == 1
    assert "  No article was found; 1 page gave none (Http404 1)." in shown.output.splitlines()
    (tmp_path / "out" / "english" / "20990101T000000Z").mkdir()
    assert "no manifest: under way, or killed" in CliRunner().invoke(main, ["status", str(tmp_path / "out")]).output


def test_the_password_of_a_proxy_is_told_to_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with WatchedSite(articles_site(tmp_path / "site", count=2).folder) as proxy:  # it answers whole addresses, too
        monkeypatch.setenv("http_proxy", proxy.url.replace("http://", "http://user:s3cret@"))
        monkeypatch.setenv("no_proxy", "")
        options = ["--save-warc", "--log-level", "DEBUG"]
        result = crawl("http://mirror.example.org", tmp_path / "out", *options)
    assert result.returncode == 0, result.stderr
    sent = base64.b64encode(b"user:s3cret")
    assert {each.headers["Proxy-Authorization"] for each in proxy.asked} == {f"Basic {sent.decode()}"}
    assert proxy.targets[0] == "http://mirror.example.org/robots.txt"
    files = [path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()]
    files += [gzip.decompress(content) for content in files if content.startswith(b"\x1f\x8b")]
    assert len(files) >= 5
    for content in (result.stdout.encode(), result.stderr.encode(), *files):
        assert b"s3cret" not in content
        assert sent not in content


def test_webhooks_are_web_addresses() -> None:
    assert is_webhook("https://hooks.example.org/x")
    assert not any(is_webhook(url) for url in ("file:///etc/passwd", "hooks.example.org", "http://", "http://[x"))
    assert CliRunner().invoke(main, ["crawl", "--notify", "file:///x"]).exit_code == 2
    assert notify("http://127.0.0.1:1/secret", {}) == "it could not be reached (ConnectionRefusedError)"


def crawl_options(command: str) -> None:
    """Check that a command line gives ``rudaw crawl`` only what it has."""
    known = {name for parameter in main.commands["crawl"].params for name in parameter.opts}
    words = shlex.split(command)
    assert words[words.index("crawl") - 1].endswith("rudaw")
    given = [word for word in words if word.startswith("--")]
    assert given
    assert set(given) <= known


def test_cron() -> None:
    line = (DEPLOY / "crontab").read_text().splitlines()[-1]
    fields = line.split(maxsplit=5)
    assert all(re.fullmatch(r"[\d*/,-]+", field) for field in fields[:5])
    assert "%" not in line  # cron would end the command there
    match = re.search(r"\$\((.*?)2>&1\)", line)
    assert match is not None
    crawl_options(match[1])


def test_systemd() -> None:
    service, timer = (configparser.ConfigParser(strict=True, interpolation=None) for _ in range(2))
    for parser in (service, timer):
        parser.optionxform = str  # type: ignore[assignment, method-assign]
    service.read(DEPLOY / "rudaw.service")
    timer.read(DEPLOY / "rudaw.timer")
    crawl_options(service["Service"]["ExecStart"])
    for key in ("NoNewPrivileges", "ProtectHome", "PrivateTmp", "DynamicUser", "MemoryDenyWriteExecute"):
        assert service["Service"][key] == "yes"
    assert service["Service"]["ProtectSystem"] == "strict"
    assert timer["Timer"]["OnCalendar"] == "hourly"
    assert timer["Install"]["WantedBy"] == "timers.target"


def test_github_actions() -> None:
    text = (DEPLOY / "github-actions.yml").read_text()
    match = re.search(r"- run: (rudaw crawl .*)", text)
    assert match is not None
    crawl_options(match[1])
    assert "cancel-in-progress: false" in text
    assert "\t" not in text


def test_scrapyd() -> None:
    config, daemon = configparser.ConfigParser(), configparser.ConfigParser()
    config.read(DEPLOY / "scrapyd" / "scrapy.cfg")
    daemon.read(DEPLOY / "scrapyd" / "scrapyd.conf")
    settings = Settings()
    settings.setmodule(config["settings"]["rudaw"])
    assert "rudaw" in SpiderLoader.from_settings(settings).list()
    assert daemon["scrapyd"]["bind_address"] == "127.0.0.1"
    assert daemon["scrapyd"]["items_dir"] == ""
