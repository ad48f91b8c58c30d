"""A site with every kind of fault: no good article is lost, every bad page is in the manifest, memory stays small."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import socket
import socketserver
import subprocess
import sys
import threading
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from scrapy import Request
from scrapy.exceptions import DownloadCancelledError
from scrapy.http import HtmlResponse, Response

from rudaw_scraper.retries import asked_to_wait, seconds_to_wait
from rudaw_scraper.unpacking import CUT_OFF, TooLarge, Unpack, unpack
from tests.memory import COMMAND_WITH_PEAK
from tests.small_site import ROOT, article_page, environment, lines_of, listing_page, run_folder

GOOD = [f"/english/kurdistan/0705201{n}" for n in range(10, 40)]
PAGE = article_page("Bridge opens").encode()
# Path -> what becomes of it; the server below says what it does there.
BAD = {
    "/english/world/01052018": "Http500",
    "/english/world/02052018": "CutOff",  # the connection closes within the body
    "/english/world/03052018": "CutOff",  # half of the gzip data
    "/english/world/04052018": "PageTooLarge",  # a gzip bomb
    "/english/world/05052018": "PageTooLarge",  # a body without end
    "/english/world/06052018": "RedirectLoop",
    "/english/world/07052018": "EmptyPage",
    "/english/world/08052018": "OffSite",
    "/english/world/09052018": "Unreachable",  # reset before the first byte
    "/english/world/10052018": "Http404",
    "/english/world/11052018": "OffSite",  # to a file:
    "/english/world/12052018": "Http403",
    "/english/world/13052018": "PageTooLarge",  # an element with very many attributes
    "/english/world/14052018": "SoftNotFound",
    "/english/world/15052018": "OffSite",  # to what is no address
    "/english/world/16052018": "OffSite",  # to javascript:
    "/english/world/17052018": "Unreachable",  # an answer that is not HTTP
    "/english/world/18052018": "PageTooLarge",  # elements nested without end
    "/english/world/19052018": "BinaryContent",
    "/english/world/20052018": "PageTooLarge",  # a bomb in a bomb
}
MENDED = {  # answered properly in the end
    "/english/iraq/01052018": 503,
    "/english/iraq/02052018": 429,
    "/english/iraq/03052018": 500,
}


class Handler(socketserver.StreamRequestHandler):
    """Answers each path in its own way, often wrongly."""

    times: ClassVar[Counter[str]] = Counter()
    moments: ClassVar[dict[str, list[float]]] = {}

    def handle(self) -> None:
        path = self.rfile.readline().decode().split(" ")[1].partition("?")[0]
        while self.rfile.readline() not in (b"\r\n", b""):
            pass
        self.times[path] += 1
        self.moments.setdefault(path, []).append(time.monotonic())
        with contextlib.suppress(OSError):  # the client may have heard enough
            self.answer(path)

    def answer(self, path: str) -> None:
        if path == "/english":
            self.send(listing_page([*GOOD[:15], *BAD, *MENDED, *GOOD[15:]]).encode())
        elif path in GOOD or path == "/english/kurdistan" or (path in MENDED and self.times[path] > 1):
            self.send(PAGE)
        elif path in MENDED:
            self.send(b"later", MENDED[path], "Retry-After: 1\r\n" if MENDED[path] != 500 else "")
        elif BAD.get(path, "Http404").startswith("Http"):
            self.send(b"no", int(BAD.get(path, "Http404")[4:]))
        else:
            getattr(self, f"bad_{path.rsplit('/', 1)[-1][:2]}")()

    def send(self, body: bytes, status: int = 200, more: str = "", length: int | None = None) -> None:
        head = f"HTTP/1.1 {status} X\r\nContent-Type: text/html; charset=utf-8\r\n{more}Connection: close\r\n"
        self.wfile.write(f"{head}Content-Length: {len(body) if length is None else length}\r\n\r\n".encode() + body)

    def bad_02(self) -> None:
        self.send(PAGE[:200], length=len(PAGE))

    def bad_03(self) -> None:
        packed = gzip.compress(PAGE)
        self.send(packed[: len(packed) // 2], more="Content-Encoding: gzip\r\n")

    def bad_04(self) -> None:
        self.send(gzip.compress(bytes(400_000_000), 1), more="Content-Encoding: gzip\r\n")

    def bad_05(self) -> None:
        self.send(b"", length=10_000_000_000)
        while True:
            self.wfile.write(b"x" * 100_000)

    def bad_06(self) -> None:
        self.send(b"", 302, f"Location: /english/world/06052018?{self.times.total()}\r\n")

    def bad_07(self) -> None:
        self.send(b"")

    def bad_08(self) -> None:
        self.send(b"", 302, "Location: http://169.254.169.254/latest\r\n")

    def bad_09(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.connection.close()

    def bad_11(self) -> None:
        self.send(b"", 302, "Location: file:///etc/passwd\r\n")

    def bad_13(self) -> None:
        attributes = " ".join(f'a{number}="x"' for number in range(200_000))
        self.send(f"<html><body><p {attributes}>x</p></body></html>".encode())

    def bad_14(self) -> None:
        self.send(
            b"<html><title>Rudaw | Page not found</title><body><h1>Page not found</h1><p>Go home.</p></body></html>"
        )

    def bad_15(self) -> None:
        self.send(b"", 302, "Location: http://[oops\r\n")

    def bad_16(self) -> None:
        self.send(b"", 302, "Location: javascript:alert(1)\r\n")

    def bad_17(self) -> None:
        self.wfile.write(b"220 mail.example.org ESMTP\r\n")

    def bad_18(self) -> None:
        self.send(b"<html><body>" + b"<div>" * 100_000 + PAGE)

    def bad_19(self) -> None:
        self.send(bytes(50_000))

    def bad_20(self) -> None:
        packed = gzip.compress(gzip.compress(bytes(100_000_000), 1))
        self.send(packed, more="Content-Encoding: gzip, gzip\r\n")


@pytest.fixture
def site() -> Iterator[str]:
    Handler.times, Handler.moments = Counter(), {}
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_faults_cost_no_good_article_and_are_all_told(site: str, tmp_path: Path) -> None:
    arguments = ["crawl", "--site", site, "--delay", "0", "--edition", "english", "--output", str(tmp_path)]
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND_WITH_PEAK, *arguments], env=environment(), stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    log = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1, log
    assert "38% of the pages gave no article" in log  # 20 of 53: 20 bad ones, 30 good ones, 3 that were mended
    assert int(log.rsplit("peak ", 1)[1].split()[0]) < 300_000  # kilobytes
    assert "Traceback" not in log
    folder = run_folder(tmp_path)
    ids = {record["id"] for record in lines_of(folder / "articles.jsonl")}
    assert ids == {path[1:] for path in [*GOOD, *MENDED]}
    manifest = json.loads((folder / "manifest.json").read_bytes())
    told = {page["url"].removeprefix("https://www.rudaw.net"): page["reason"] for page in manifest["refused"]["pages"]}
    assert told == BAD
    assert Handler.times["/english/world/01052018"] == 4  # once, and three times more
    first, second = Handler.moments["/english/iraq/02052018"]
    assert second - first >= 1  # as Retry-After said
    tries = Handler.moments["/english/world/01052018"]
    assert all(later - earlier >= pause for earlier, later, pause in zip(tries, tries[1:], (0.5, 1, 2), strict=False))


def scrapy_crawl(folder: Path, site: str, **settings: object) -> subprocess.CompletedProcess[str]:
    """Run the spider with Scrapy's own command, which takes settings."""
    command = [sys.executable, "-m", "scrapy", "crawl", "rudaw", "-a", f"site={site}", "-a", f"output={folder}"]
    command += ["-a", "delay=0", "-a", "edition=english"]
    for name, value in settings.items():
        command += ["-s", f"{name}={value}"]
    return subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=60, check=False
    )  # fmt: skip


def test_a_page_that_trickles_in_is_given_up(tmp_path: Path) -> None:
    slow = "/english/world/01052018"
    stop = threading.Event()

    class Drip(Handler):
        def answer(self, path: str) -> None:
            if path != slow:
                self.send(listing_page([GOOD[0], slow, GOOD[1]]).encode() if path == "/english" else PAGE)
                return
            self.send(b"", length=len(PAGE))
            for byte in PAGE:
                self.wfile.write(bytes([byte]))
                if stop.wait(0.1):  # the page would take some two minutes
                    return

    Handler.times, Handler.moments = Counter(), {}
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Drip) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        scrapy_crawl(tmp_path, f"http://127.0.0.1:{server.server_address[1]}", DOWNLOAD_TIMEOUT=1)
        stop.set()
        server.shutdown()
    folder = run_folder(tmp_path)
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert {record["id"] for record in lines_of(folder / "articles.jsonl")} == {path[1:] for path in GOOD[:2]}
    assert [(page["url"], page["reason"]) for page in manifest["refused"]["pages"]] == [
        (f"https://www.rudaw.net{slow}", "Timeout")
    ]
    assert Handler.times[slow] == 2
    assert manifest["finish_reason"] == "finished"


def test_a_name_that_comes_to_stand_for_this_machine_is_not_followed(site: str, tmp_path: Path) -> None:
    port = site.rsplit(":", 1)[1]
    scrapy_crawl(tmp_path, f"http://mirror.example.org:{port}", TWISTED_DNS_RESOLVER="tests.resolver.EverythingIsHere")
    manifest = json.loads((run_folder(tmp_path) / "manifest.json").read_bytes())
    assert Handler.times.total() == 0
    assert [page["reason"] for page in manifest["refused"]["pages"]] == ["OffSite"]
    assert "127.0.0.1, a private address" in manifest["refused"]["pages"][0]["detail"]
    assert manifest["counts"]["offsite_requests"] > 0
    assert manifest["sound"] is False


def test_a_site_that_asks_for_a_long_wait_ends_the_run(tmp_path: Path) -> None:
    class Busy(Handler):
        def answer(self, path: str) -> None:
            if path.startswith("/english/kurdistan/"):
                self.send(b"", 503, "Retry-After: 7200\r\n")
            else:
                super().answer(path)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Busy) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        url = f"http://127.0.0.1:{server.server_address[1]}"
        Handler.times = Counter()
        result = subprocess.run(
            [sys.executable, "-m", "rudaw_scraper", "crawl", "--site", url, "--delay", "0", "--edition", "english"],
            cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        server.shutdown()
    assert result.returncode == 1
    assert "The site asked to wait 7,200 seconds" in result.stderr
    assert sum(Handler.times[path] for path in GOOD) == 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [(None, 0), (b"", 0), (b"120", 120), (b" 5 ", 5), (b"-1", 0), (b"soon", 0), (b"Wed, 21 Oct 2015 07:28:00 GMT", 0)],
)
def test_retry_after(header: bytes | None, seconds: float) -> None:
    assert seconds_to_wait(header) == seconds


def test_retry_after_may_be_a_date() -> None:
    later = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 100))
    assert 97 <= seconds_to_wait(later.encode()) <= 100


def test_how_long_a_site_wants_to_be_left_alone() -> None:
    url = "http://127.0.0.1/"
    assert asked_to_wait(Response(url, status=429), 60.0) == 60
    assert asked_to_wait(Response(url, status=429, headers={"Retry-After": "7"}), 60.0) == 7
    assert asked_to_wait(Response(url, status=503), 60.0) == 0
    assert asked_to_wait(Response(url, status=503, headers={"Retry-After": "7"}), 60.0) == 7


def test_packed_data() -> None:
    text = b"a page " * 1000
    raw = zlib.compress(text)[2:-4]
    assert unpack(gzip.compress(text), 10_000, gzip=True) == (text, True)
    assert unpack(gzip.compress(text) + gzip.compress(b"!") + b"rubbish", 10_000, gzip=True) == (text + b"!", True)
    assert unpack(zlib.compress(text), 10_000, gzip=False) == (text, True)
    assert unpack(raw, 10_000, gzip=False) == (text, True)
    assert unpack(text, 10_000, gzip=True) == (text, True)  # labelled as packed, and is not
    part, whole = unpack(gzip.compress(os.urandom(5000))[:2500], 10_000, gzip=True)
    assert not whole
    assert 0 < len(part) < 5000
    assert unpack(b"", 10, gzip=True) == (b"", False)
    with pytest.raises(TooLarge):
        unpack(gzip.compress(text), 6_999, gzip=True)
    assert unpack(gzip.compress(text), 7_000, gzip=True)[1]


def test_responses_are_unpacked_by_their_label() -> None:
    middleware = Unpack(10_000)
    request = Request("http://127.0.0.1/english")
    middleware.process_request(request)
    assert request.headers["Accept-Encoding"] == b"gzip, deflate"
    headers = {"Content-Encoding": "gzip", "Content-Type": "text/html; charset=utf-8"}
    packed = Response("http://127.0.0.1/english", body=gzip.compress("<p>ئەمە".encode()), headers=headers)
    page = middleware.process_response(request, packed)
    assert isinstance(page, HtmlResponse)
    assert page.text == "<p>ئەمە"
    torn = Response("http://127.0.0.1/english", body=gzip.compress(PAGE)[:100], headers=dict(headers))
    assert CUT_OFF in middleware.process_response(request, torn).flags
    plain = Response("http://127.0.0.1/english", body=PAGE)
    assert middleware.process_response(request, plain) is plain
    bomb = Response("http://127.0.0.1/english", body=gzip.compress(bytes(20_000)), headers=dict(headers))
    with pytest.raises(DownloadCancelledError, match="more than 10,000 bytes when unpacked"):
        middleware.process_response(request, bomb)
