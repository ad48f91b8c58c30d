"""Archives made and replayed by other people's programs: warcio, wget, pywb; each is read whole."""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import time
import urllib.request
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from rudaw_scraper.site_server import SiteServer
from tests.pages.compare import differences
from tests.pages.content import Content
from tests.pages.expected import expected_record
from tests.pages.render import render
from tests.pages.store import load_all
from tests.pages.style import NAMED, fair
from tests.small_site import ROOT, SmallSite, lines_of, rudaw, run_folder

CONTENTS = load_all()
STYLES = [fair(style) for style in NAMED]


def rendered(number: int) -> tuple[Content, bytes, str]:
    content = CONTENTS[number]
    made = render(content, STYLES[number % len(STYLES)])
    return content, made.content, made.content_type


def program(name: str) -> str:
    """Return where a program lies: on the PATH, or in an environment of its own beside the project's."""
    found = shutil.which(name, path=os.pathsep.join([str(ROOT / ".venv-pywb" / "bin"), os.environ.get("PATH", "")]))
    if found is None:
        pytest.skip(f"the program {name} is not installed")
    return found


def check(lines: list[dict[str, Any]], contents: list[Content], *, dated: bool = True) -> None:
    """Compare records with what the contents say; without ``dated`` the pages were captured now."""
    by_url = {line["url"]: line for line in lines}
    assert sorted(by_url) == sorted(content.url for content in contents)
    assert len(lines) == len(contents)
    for content in contents:
        line = by_url[content.url]
        if dated:
            assert line["fetched_at"] == content.fetched_at
            assert differences(expected_record(content), line, frozenset({"quotes"})) == []
        else:
            expected = expected_record(content)
            assert (line["headline"], line["body"]) == (expected["headline"], expected["body"])


def written_by_warcio(path: Path) -> None:
    with path.open("wb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # warcio leaves its temporary files open
        writer = WARCWriter(file, gzip=True)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "warcio"}))
        for number in range(len(CONTENTS)):
            content, body, content_type = rendered(number)
            answer = StatusAndHeaders("200 OK", [("Content-Type", content_type)], protocol="HTTP/1.1")
            response = writer.create_warc_record(
                content.url,
                "response",
                payload=io.BytesIO(body),
                http_headers=answer,
                warc_headers_dict={"WARC-Date": content.fetched_at},
            )
            question = StatusAndHeaders("GET / HTTP/1.1", [("Host", "www.rudaw.net")], is_http_request=True)
            request = writer.create_warc_record(content.url, "request", payload=io.BytesIO(), http_headers=question)
            writer.write_request_response_pair(request, response)
            del request, response


def test_warcio(tmp_path: Path) -> None:
    written_by_warcio(tmp_path / "pages.warc.gz")
    result = rudaw("archive", "pages.warc.gz", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    check(lines_of(tmp_path / "output" / "archive" / "pages.warc.gz" / "articles.jsonl"), CONTENTS)


def test_wget(tmp_path: Path) -> None:
    wget = program("wget")
    site = SmallSite(tmp_path / "site")
    for number, content in enumerate(CONTENTS):
        _, body, content_type = rendered(number)
        site.add(urlsplit(content.url).path, body, content_type=content_type)
    addresses = [content.url.replace("https://", "http://") for content in CONTENTS]
    with SiteServer(site.folder) as server:  # as a proxy it answers in the site's name
        subprocess.run(
            [wget, "-q", "-e", f"http_proxy={server.url}", "--force-directories", "--warc-file=pages", "-i", "-"],
            input="\n".join(addresses).encode(),
            cwd=tmp_path,
            check=True,
            timeout=60,
        )
    mirror = next(path.name for path in tmp_path.iterdir() if path.name.endswith("rudaw.net"))
    result = rudaw("archive", "pages.warc.gz", mirror, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    for name in ("pages.warc.gz", mirror):
        lines = lines_of(tmp_path / "output" / "archive" / name / "articles.jsonl")
        check(lines, CONTENTS, dated=False)


@pytest.fixture
def pywb(tmp_path: Path) -> Iterator[str]:
    manager, wayback = program("wb-manager"), program("wayback")
    written_by_warcio(tmp_path / "pages.warc.gz")
    for arguments in (["init", "rudaw"], ["add", "rudaw", "pages.warc.gz"]):
        subprocess.run([manager, *arguments], cwd=tmp_path, check=True, capture_output=True, timeout=60)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [wayback, "-b", "127.0.0.1", "-p", str(port)],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        end = time.monotonic() + 30
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
                break
            except OSError:
                assert time.monotonic() < end, "pywb does not start"
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/rudaw"
    finally:
        process.terminate()
        process.wait(20)


@pytest.mark.slow
def test_pywb(tmp_path: Path, pywb: str) -> None:
    options = ["--cdx", f"{pywb}/cdx", "--replay", pywb, "--delay", "0", "--output", str(tmp_path / "out")]
    result = rudaw("wayback", *options)
    assert result.returncode == 0, result.stdout + result.stderr
    lines = lines_of(run_folder(tmp_path / "out") / "articles.jsonl")
    check(lines, CONTENTS)
    assert {line["source"] for line in lines} == {"wayback"}
