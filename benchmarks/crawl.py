"""Pages a second and CPU time a page of ``rudaw crawl``, beside a bare Scrapy spider that follows the same links.

``python -m benchmarks.crawl [PAGES]``: both crawl the same generated site on the loopback address without delay, each
in a process of its own, alternately, three times; the best of each counts. The server runs in a third process.
"""

import os
import subprocess
import sys
import tempfile
import time
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


def main(pages: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_site(folder / "site", pages)
        address: Queue[str] = Queue()
        server = Process(target=serve, args=(folder / "site", address), daemon=True)
        server.start()
        url = address.get()
        ours, bare = [], []
        for number in range(3):
            bare.append(measure([sys.executable, "-c", BARE, url]))
            options = ["--site", url, "--delay", "0", "--edition", "english", "--log-level", "WARNING"]
            output = ["--output", str(folder / f"out{number}")]
            ours.append(measure([sys.executable, "-m", "rudaw_scraper", "crawl", *options, *output]))
        server.terminate()
        server.join()
    for label, found in (("bare Scrapy", bare), ("rudaw crawl", ours)):
        clock, cpu = min(each[0] for each in found), min(each[1] for each in found)
        print(f"{label:<12} {pages / clock:7.1f} pages/s  {1000 * cpu / pages:6.2f} ms CPU a page")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
