"""``rudaw crawl`` beside a bare Scrapy spider that follows the same links, and its memory over a long run.

``python -m benchmarks.crawl [PAGES]``: pages a second and CPU time a page. Both crawl the same generated site on the
loopback address without delay, each in a process of its own, alternately, three times; the best of each counts. The
server runs in a third process.

``python -m benchmarks.crawl --memory [PAGES]``: resident memory when a tenth of the pages is written, and at the end;
20,000 pages unless told. Exit code 1 if it has grown by more than 15 %.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Process, Queue
from pathlib import Path

from rudaw_scraper.site_server import SiteServer
from tests.small_site import SmallSite, article_page, listing_page

PER_PAGE = 50
BARE = """
import sys
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess

class Bare(Spider):
    name = "bare"
    start_urls = [sys.argv[1] + "/english"]
    custom_settings = {"LOG_LEVEL": "WARNING", "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False,
                       "ROBOTSTXT_OBEY": True, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "CONCURRENT_REQUESTS": 1}

    def parse(self, response):
        for link in response.css("a::attr(href)").getall():
            yield response.follow(link)

process = AsyncCrawlerProcess()
process.crawl(Bare)
process.start()
"""


def make_site(folder: Path, pages: int) -> None:
    site = SmallSite(folder)
    paths = [f"/english/s{number // 900}/07052018{number % 900}" for number in range(pages)]
    answers = {path: {"file": "page0.html"} for path in paths}
    site.add("/none", article_page("Bridge opens"))
    for start in range(0, pages, PER_PAGE):
        number = start // PER_PAGE + 1
        more = f'<a href="/english?page={number + 1}">next</a>' if start + PER_PAGE < pages else ""
        address = "/english" if number == 1 else f"/english?page={number}"
        site.add(address, listing_page(paths[start : start + PER_PAGE], more))
    site.extend(answers)


def serve(folder: Path, address: "Queue[str]") -> None:
    with SiteServer(folder) as server:
        address.put(server.url)
        time.sleep(3600)


def measure(command: list[str]) -> tuple[float, float]:
    """Return seconds by the clock and seconds of CPU."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[2:6]} ended with {process.returncode}")
    return time.perf_counter() - started, usage.ru_utime + usage.ru_stime


@contextmanager
def served(pages: int) -> Iterator[tuple[str, Path]]:
    """Serve a site of so many articles, in a process of its own; yield its address and a folder for output."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_site(folder / "site", pages)
        address: Queue[str] = Queue()
        server = Process(target=serve, args=(folder / "site", address), daemon=True)
        server.start()
        try:
            yield address.get(), folder
        finally:
            server.terminate()
            server.join()


def command(url: str, output: Path) -> list[str]:
    options = ["--site", url, "--delay", "0", "--edition", "english", "--log-level", "WARNING", "--output", str(output)]
    return [sys.executable, "-m", "rudaw_scraper", "crawl", *options]


def speed(pages: int) -> None:
    ours, bare = [], []
    with served(pages) as (url, folder):
        for number in range(3):
            bare.append(measure([sys.executable, "-c", BARE, url]))
            ours.append(measure(command(url, folder / f"out{number}")))
    best = [(min(clock for clock, _ in found), min(cpu for _, cpu in found)) for found in (bare, ours)]
    for label, (clock, cpu) in zip(("bare Scrapy", "rudaw crawl"), best, strict=True):
        print(f"{label:<12} {pages / clock:7.1f} pages/s  {1000 * cpu / pages:6.2f} ms CPU a page")
    print(f"{'ratio':<12} {best[0][0] / best[1][0]:7.2f}          {best[1][1] / best[0][1]:6.2f}")


def memory(pages: int) -> None:
    samples: list[tuple[int, int]] = []
    with served(pages) as (url, folder):
        process = subprocess.Popen(command(url, folder / "out"), stdout=subprocess.DEVNULL)
        written = Lines(folder / "out")
        while process.poll() is None:
            resident = resident_kilobytes(process.pid)
            if resident:
                samples.append((written.count(), resident))
            time.sleep(0.1)
    if process.returncode:
        sys.exit(f"rudaw crawl ended with {process.returncode}")
    early = next(size for lines, size in samples if lines >= pages / 10)
    late = max(size for lines, size in samples if lines >= 0.95 * pages)
    for share in range(10, 101, 10):
        at, size = next(sample for sample in samples if sample[0] >= min(share / 100, 0.99) * pages)
        print(f"{at:>7,} articles {size / 1024:7.1f} MB")
    print(f"at the end {late / 1024:.1f} MB, {late / early:.3f} times that at a tenth")
    sys.exit(late / early > 1.15)


class Lines:
    """Counts the lines of a file that grows."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._read = self._lines = 0

    def count(self) -> int:
        """Return how many there are by now."""
        for file in self._output.glob("*/*/articles.jsonl*"):
            with file.open("rb") as opened:
                opened.seek(self._read)
                new = opened.read()
            self._read += len(new)
            self._lines += new.count(b"\n")
        return self._lines


def resident_kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word != "--memory"]
    if "--memory" in sys.argv:
        memory(*numbers or [20_000])
    else:
        speed(*numbers or [2000])
