"""A folder in which the commands of the documents find what they name, and nothing leads to the network.

``rudaw``, ``scrapy`` and ``python`` on its path are small scripts: they run this checkout's program, and send what
would go to the real site or to a public archive to servers on the loopback address.
"""

from __future__ import annotations

import csv
import gzip
import json
import shutil
import sys
from pathlib import Path

from tests import synthetic
from tests.archive_files import address, arc, arc_start, article, http, members, page, wacz
from tests.archive_server import Stored
from tests.small_site import ROOT, article_page, environment, rudaw

RUN = "20261122T020000Z"  # the start of the run that the documents name
URL = "https://www.rudaw.net/english/kurdistan/070520183"
OTHER = "https://www.rudaw.net/english/middleeast/22072017"

_SCRIPTS = {
    "python": 'exec "$PYTHON" "$@"',
    "rudaw": """case "$1" in
crawl) case " $* " in *" --site "*) ;; *) set -- "$@" --site fixtures/site --delay 0 ;; esac ;;
wayback) case " $* " in
  *" cc "*) set -- "$@" --cdx "$ARCHIVE" --replay "$ARCHIVE" --delay 0 ;;
  *) set -- "$@" --cdx "$ARCHIVE/cdx/search/cdx" --delay 0 ;;
  esac ;;
esac
exec "$PYTHON" -m rudaw_scraper "$@" """,
    "scrapy": """case "$2" in
rudaw) set -- "$@" -a site=fixtures/site -a delay=0 ;;
wayback) set -- "$@" -a cdx="$ARCHIVE/cdx/search/cdx" -a delay=0 ;;
esac
exec "$PYTHON" -m scrapy "$@" """,
}


def make_world(folder: Path) -> None:
    """Fill an empty folder: a finished run of the example site, archives, saved pages, records, scripts."""
    _write_scripts(folder / "bin")
    (folder / "fixtures").symlink_to(ROOT / "fixtures")
    shutil.copy(ROOT / "scrapy.cfg", folder)
    result = rudaw("crawl", "--site", "fixtures/site", "--delay", "0", "--output", "made", cwd=folder)
    assert result.returncode == 0, result.stderr
    (run,) = (folder / "made" / "all").glob("*/")
    (folder / "output" / "all").mkdir(parents=True)
    run.rename(folder / "output" / "all" / RUN)
    shutil.rmtree(folder / "made")
    _refuse_what_can_be_read_now(folder / "output" / "all" / RUN)
    synthetic.write(folder / "articles.jsonl", 30)
    _write_pages(folder)
    _write_archives(folder)


def copy_world(world: Path, folder: Path) -> Path:
    """Return a fresh copy of the folder, for the commands of one document."""
    shutil.copytree(world, folder, symlinks=True)
    case = folder / "fixtures"
    case.unlink()
    case.mkdir()
    (case / "site").symlink_to(ROOT / "fixtures" / "site")
    return folder


def variables(folder: Path, archive: str) -> dict[str, str]:
    """Return the environment for commands in the folder; ``archive`` is the address of the archive's server."""
    own = {name: value for name, value in environment(covered=False).items() if not name.lower().endswith("_proxy")}
    path = f"{folder / 'bin'}:/usr/bin:/bin"
    return own | {"PATH": path, "PYTHON": sys.executable, "ARCHIVE": archive, "HOME": str(folder), "MPLBACKEND": "agg"}


def captures() -> list[Stored]:
    """Return captures for the archive's server: two of one article of July 2017, and one of another."""
    first, second = "https://www.rudaw.net/english/kurdistan/220720171", OTHER
    later = article_page("A bridge opens at last", "By Dilan Test 22/7/2017").encode()
    content = article_page("A bridge opens", "By Dilan Test 22/7/2017").encode()
    return [
        Stored("20180509090000", first, content, "D1"),
        Stored("20180520090000", first, later, "D2"),
        Stored("20180509090000", second, content, "D3"),
    ]


def _refuse_what_can_be_read_now(run: Path) -> None:
    """Leave one refused page, one that the program can read: as if it had been mended since."""
    lines = (run / "refused.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (line,) = [line for line in lines if "UnknownLayout" in line]
    (run / "refused.jsonl").write_text(line, encoding="utf-8")
    shutil.rmtree(run / "refused")
    (run / "refused").mkdir()
    (run / json.loads(line)["file"]).write_bytes(gzip.compress(article_page("Road opens").encode()))


def _write_scripts(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, body in _SCRIPTS.items():
        script = folder / name
        script.write_text(f"#!/bin/sh\n{body}\n")
        script.chmod(0o755)


def _write_pages(folder: Path) -> None:
    (folder / "page.html").write_bytes(article_page("Bridge opens").encode())
    pages = folder / "pages"
    pages.mkdir()
    with (pages / "addresses.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "url"])
        for number in (1, 2):
            (pages / f"{number}.html").write_bytes(page(number))
            rows.writerow([f"{number}.html", address(number)])
    given = {"Title": "Bridge opens", "Link": URL, "Body": "<p>A bridge opened.</p>", "Summary": "It is open."}
    (folder / "object.json").write_text(json.dumps(given))


def _write_archives(folder: Path) -> None:
    packed = members([article(1), article(2)])
    (folder / "crawl.warc.gz").write_bytes(packed)
    (folder / "collection.wacz").write_bytes(wacz(packed))
    (folder / "older.arc.gz").write_bytes(gzip.compress(arc_start() + arc(address(3), http(page(3)))))
    (folder / "archives").mkdir()
    (folder / "archives" / "more.warc.gz").write_bytes(members([article(4)]))
