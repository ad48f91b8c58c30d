"""The loopback server of a folder: a table of answers, or the files as they are."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from rudaw_scraper.site_server import BadSite, SiteServer


def write_table(folder: Path, table: object) -> None:
    (folder / "site.json").write_text(json.dumps(table), encoding="utf-8")


def test_the_table_decides_status_headers_and_type(tmp_path: Path) -> None:
    (tmp_path / "page.bin").write_bytes("ئەمە".encode("utf-16"))
    write_table(
        tmp_path,
        {
            "/english": {"file": "page.bin", "content_type": "text/html; charset=utf-16"},
            "/gone": {"status": 410},
            "/moved": {"status": 302, "headers": {"Location": "/english"}},
            "/list?page=2": {"file": "page.bin", "status": 203},
        },
    )
    with SiteServer(tmp_path) as server:
        answer = urllib.request.urlopen(server.url + "/english")
        assert answer.headers["Content-Type"] == "text/html; charset=utf-16"
        assert answer.read() == "ئەمە".encode("utf-16")
        url = server.url
        assert urllib.request.urlopen(server.url + "/moved").url == server.url + "/english"
        assert urllib.request.urlopen(server.url + "/english/?keyword=x").status == 200
        assert urllib.request.urlopen(server.url + "/list?page=2").status == 203
        with pytest.raises(urllib.error.HTTPError, match="410"):
            urllib.request.urlopen(server.url + "/gone")
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(server.url + "/page.bin")
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(url + "/english")


def test_only_this_machine_is_served(tmp_path: Path) -> None:
    with SiteServer(tmp_path) as server:
        assert server.url.startswith("http://127.0.0.1:")


def test_without_a_table_files_are_served_by_name(tmp_path: Path) -> None:
    (tmp_path / "english").mkdir()
    (tmp_path / "english" / "index.html").write_text("front")
    (tmp_path / "english" / "01012015.html").write_text("article")
    server = SiteServer(tmp_path)
    assert server.answer("/english").body == b"front"
    assert server.answer("/english/01012015").content_type == "text/html"
    assert server.answer("/english/01012015.html").body == b"article"
    assert server.answer("/english/other").status == 404
    assert server.answer("/").status == 404
    assert server.answer("/robots.txt").body == b"User-agent: *\nDisallow:\n"


@pytest.mark.parametrize("path", ["/../secret", "/%2e%2e/secret", "/english/../../secret", "//../secret"])
def test_nothing_outside_the_folder_is_served(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret").write_text("no")
    (tmp_path / "site").mkdir()
    with SiteServer(tmp_path / "site") as server:
        try:
            body = urllib.request.urlopen(server.url + path).read()
        except urllib.error.HTTPError as error:
            body = error.read()
    assert body != b"no"


def test_a_table_must_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    write_table(tmp_path, {"/x": {"file": "../../etc/passwd"}})
    with SiteServer(tmp_path) as server, pytest.raises(urllib.error.HTTPError, match="500"):
        urllib.request.urlopen(server.url + "/x")


@pytest.mark.parametrize("text", ["{", "[]", "\xff"])
def test_a_table_that_is_none_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "site.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(BadSite, match=r"site\.json"):
        SiteServer(tmp_path)
