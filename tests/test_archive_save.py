"""``rudaw crawl --save-warc``: what was fetched can be read again, by us and by others."""

from __future__ import annotations

import gzip
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastwarc.warc import WarcRecordType
from warcio.archiveiterator import ArchiveIterator

from rudaw_scraper.archives.work import Task, read_archive
from rudaw_scraper.archives.writing import WarcFiles, record
from rudaw_scraper.writer import WriteError
from tests.archive_files import address, article
from tests.small_site import articles_site, environment, lines_of, rudaw, run_folder

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


def entries(path: Path) -> list[tuple[str, str, bytes]]:
    """Return type, address and body of each record as warcio reads it; a digest that is wrong raises."""
    found = []
    with path.open("rb") as file:
        for entry in ArchiveIterator(file, check_digests="raise"):
            uri = entry.rec_headers.get_header("WARC-Target-URI") or ""
            found.append((entry.rec_type, uri, entry.content_stream().read()))
    return found


def test_a_crawl_keeps_what_it_fetched(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=4)
    site.add("/english/kurdistan/070520189", "gone", status=404)
    options = ["--site", site.folder, "--delay", "0", "--edition", "english", "--save-warc"]
    result = rudaw("crawl", *options, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    folder = run_folder(tmp_path / "output")
    found = entries(folder / "pages-00000.warc.gz")
    kinds = [kind for kind, _, _ in found]
    assert kinds[0] == "warcinfo"
    assert kinds.count("response") == kinds.count("request") == (len(kinds) - 1) / 2
    bodies = {uri: body for kind, uri, body in found if kind == "response"}
    for number in range(1, 5):
        assert f"Bridge number {number} opens".encode() in bodies[address(number)]
    assert "https://www.rudaw.net/robots.txt" in bodies
    again = rudaw("archive", folder, "--output", tmp_path / "again")
    assert again.returncode == 0, again.stderr
    before, after = (
        sorted(lines_of(path), key=lambda line: line["id"])
        for path in (folder / "articles.jsonl", tmp_path / "again/archive/pages-00000.warc.gz/articles.jsonl")
    )
    kept = [{key: line[key] for key in line if key not in ("source", "source_url", "fetched_at")} for line in before]
    assert kept == [{key: line[key] for key in entry} for line, entry in zip(after, kept, strict=True)]
    assert {line["source"] for line in after} == {"warc"}


def test_a_saved_crawl_of_the_site_gives_the_same_articles_again(tmp_path: Path) -> None:
    files = WarcFiles(tmp_path)
    for number in range(3):
        block = gzip.decompress(gzip.compress(article(number))).split(b"\r\n\r\n", 1)[1].removesuffix(b"\r\n\r\n")
        files.write(
            record(WarcRecordType.response, address(number), datetime(2018, 5, 9, 9, tzinfo=UTC), block, http_body=b"")
        )
    files.close()
    report = read_archive(Task(tmp_path / "pages-00000.warc.gz", 1, tmp_path / "out"))
    assert (report.articles, report.foreign, report.damaged) == (3, 1, {})  # foreign: what the file says of itself
    assert {line["fetched_at"] for line in lines_of(tmp_path / "out" / "articles.jsonl")} == {"2018-05-09T09:00:00Z"}


def test_large_crawls_have_several_files(tmp_path: Path) -> None:
    files = WarcFiles(tmp_path, largest=1)
    for number in range(3):
        body = b"<p>%d</p>" % number
        files.write(
            record(WarcRecordType.response, f"http://a.test/{number}", datetime.now(UTC), HEAD + body, http_body=body)
        )
    assert (tmp_path / "pages-00002.warc.gz.part").exists()
    files.close()
    files.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"pages-0000{n}.warc.gz" for n in range(3)]
    for number in range(3):
        found = entries(tmp_path / f"pages-0000{number}.warc.gz")
        assert [entry[0] for entry in found] == ["warcinfo", "response"]
        assert found[1][1:] == (f"http://a.test/{number}", b"<p>%d</p>" % number)


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="cannot be written"):
        WarcFiles(tmp_path / "nowhere").write(b"x")


def test_a_disk_that_fills_up_ends_the_run(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=40)
    options: list[Any] = ["--site", site.folder, "--delay", "0", "--edition", "english", "--save-warc"]
    command = [sys.executable, "-m", "rudaw_scraper", "crawl", *map(str, options)]
    result = subprocess.run(
        ["bash", "-c", 'ulimit -f 16; exec "$@"', "bash", *command],  # no file beyond 16 KiB
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=environment(covered=False),
        timeout=120,
        check=False,
    )
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
