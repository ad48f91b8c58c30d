"""Folders of saved pages: whence a page's address and time come."""

from __future__ import annotations

import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rudaw_scraper.archives.readers import captures_in
from rudaw_scraper.page import Page
from rudaw_scraper.refused import FailedPage
from rudaw_scraper.saved_pages import time_in_page
from tests.archive_files import address, page, read

WRITTEN = datetime(2019, 3, 22, 9, 0, tzinfo=UTC)


def save(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (WRITTEN.timestamp(), WRITTEN.timestamp()))
    return path


JS_DATE = "Sun Jul 23 2017 10:11:12 GMT+0300"
HTTP_DATE = "Sun, 23 Jul 2017 10:11:12 GMT"
NOTES = {
    "browser": (f"<!-- saved from url=(0049){address(1)} -->\n", WRITTEN),
    "browser at the Wayback Machine": (
        f"<!-- saved from url=(0090)https://web.archive.org/web/20170723101112/{address(1)} -->\n",
        datetime(2017, 7, 23, 10, 11, 12, tzinfo=UTC),
    ),
    "SingleFile": (
        f"<!--\n Page saved with SingleFile \n url: {address(1)} \n saved date: {JS_DATE} (here)\n-->\n",
        datetime(2017, 7, 23, 7, 11, 12, tzinfo=UTC),
    ),
    "HTTrack": (
        f"<!-- Mirrored from {address(1)[8:]} by HTTrack Website Copier/3.x [XR&CO'2014], {HTTP_DATE} -->\n",
        datetime(2017, 7, 23, 10, 11, 12, tzinfo=UTC),
    ),
    "canonical": (f'<link rel="canonical" href="{address(1)}">', WRITTEN),
    "og:url": (f'<meta property="og:url" content="{address(1)}">', WRITTEN),
    "archive's comment": (
        f'<link rel="canonical" href="{address(1)}"><!--\n FILE ARCHIVED ON 10:11:12 Jul 23, 2017 AND RETRIEVED -->',
        datetime(2017, 7, 23, 10, 11, 12, tzinfo=UTC),
    ),
    "a time that is none": (
        f'<link rel="canonical" href="{address(1)}"><!-- FILE ARCHIVED ON 10:11:12 Jul 99, 2017 AND RETRIEVED FROM -->',
        WRITTEN,
    ),
}


@pytest.mark.parametrize("name", NOTES)
def test_a_page_states_its_address_and_its_time(tmp_path: Path, name: str) -> None:
    note, moment = NOTES[name]
    save(tmp_path / "pages" / "Some title.html", page(1).replace(b"<head>", b"<head>" + note.encode()))
    (found,), failed, _ = read(tmp_path / "pages")
    assert (found.url, found.fetched_at, found.source, failed) == (address(1), moment, "file", [])


@pytest.mark.parametrize(
    "place",
    [
        "www.rudaw.net/english/kurdistan/070520181",
        "www.rudaw.net/english/kurdistan/070520181.html",
        "rudaw.net/english/kurdistan/070520181.htm",
        "sites/WWW.Rudaw.net/english/kurdistan/070520181/index.html",
        "www.rudaw.net/english/kurdistan/070520181@print=1.html",
        "www.rudaw.net/english/kurdistan/070520181?print=1",
    ],
)
def test_a_page_of_a_mirror_lies_where_its_address_says(tmp_path: Path, place: str) -> None:
    save(tmp_path / "mirror" / place, page(1))
    save(tmp_path / "mirror" / Path(place).parts[0] / "robots", b"not a page")
    (found,), failed, _ = read(tmp_path / "mirror")
    assert (found.url, found.fetched_at, failed) == (address(1), WRITTEN, [])


def test_the_frames_that_browsers_save_beside_a_page_are_no_pages(tmp_path: Path) -> None:
    note = f"<!-- saved from url=(0049){address(1)} -->".encode()
    save(tmp_path / "pages" / "title.html", note + page(1))
    save(tmp_path / "pages" / "title_files" / "frame.html", note + page(2))
    pages, failed, _ = read(tmp_path / "pages")
    assert ([found.content for found in pages], failed) == ([note + page(1)], [])


def test_one_saved_page_given_by_name(tmp_path: Path) -> None:
    path = save(tmp_path / "title.html", f"<!-- saved from url=(0049){address(1)} -->".encode() + page(1))
    (found,), _, _ = read(path)
    assert found.source_url == path.as_uri()


def test_a_map_says_what_it_knows(tmp_path: Path) -> None:
    for name in ("1", "2", "3"):
        save(tmp_path / "pages" / f"{name}.html", page(int(name)))
    rows = [
        "file,url,fetched_at",
        f"pages/1.html,{address(1)},2018-05-09T12:00:00+03:00",
        f"pages/2.html,{address(2)},",
        f"pages/3.html,{address(3)},soon",
    ]
    (tmp_path / "map.csv").write_text("\n".join(rows), encoding="utf-8")
    captures = list(captures_in(tmp_path / "pages", tmp_path / "map.csv", Counter()))
    pages = [capture for capture in captures if isinstance(capture, Page)]
    failed = [capture for capture in captures if isinstance(capture, FailedPage)]
    assert [(found.url, found.fetched_at) for found in pages] == [
        (address(1), datetime(2018, 5, 9, 9, tzinfo=UTC)),
        (address(2), WRITTEN),
    ]
    assert [capture.reason for capture in failed] == ["BadTime"]


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    save(tmp_path / "pages" / "damaged.html.gz", b"\x1f\x8b\x08 nothing")
    save(tmp_path / "pages" / "mute.html", page(1))
    pages, failed, _ = read(tmp_path / "pages")
    assert pages == []
    assert [capture.reason for capture in failed] == ["Unreadable", "NoAddress"]


def test_no_time_is_read_where_none_is_stated() -> None:
    assert time_in_page(page(1)) is None
