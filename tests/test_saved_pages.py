"""Saved pages: which files are read, and how their addresses and times are known."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rudaw_scraper.page import Page
from rudaw_scraper.refused import FailedPage
from rudaw_scraper.saved_pages import (
    BadUrlMap,
    MappedPage,
    address_in_page,
    content_type_of,
    find_files,
    read_bytes,
    read_url_map,
)
from rudaw_scraper.spiders.arguments import BadArgument
from rudaw_scraper.spiders.saved import SavedSpider

URL = "https://www.rudaw.net/english/kurdistan/070520183"


def test_folders_give_pages_in_order_and_files_are_taken_as_named(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.html", "a.HTM", "sub/c.html.gz", "notes.md", "picture.jpg", "d.txt", "e.aspx", "noname"):
        (tmp_path / name).write_bytes(b"")
    found = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path, tmp_path / "noname"])]
    assert found == ["a.HTM", "b.html", "d.txt", "e.aspx", "sub/c.html.gz", "noname"]


@pytest.mark.parametrize(
    "html",
    [
        f"<!-- saved from url=(0049){URL} --><html>",
        f'<link rel="canonical" href="{URL}">',
        f"<link href={URL}/ rel=canonical>",
        f"<LINK HREF='{URL}?a=1&amp;b=2' REL='canonical' />",
        '<meta property="og:url" content="http://rudaw.net/english/kurdistan/070520183">',
        f'<meta content="{URL}" property="og:url">',
        f'<link rel="canonical" href="https://www.rudaw.net/english"><meta property="og:url" content="{URL}">',
        f'<link rel="canonical" href="https://web.archive.org/web/20180509000000/{URL}">',
    ],
)
def test_a_page_states_its_address(html: str) -> None:
    assert address_in_page(html.encode()) == URL


@pytest.mark.parametrize(
    "html",
    ["", "<html>", f'<a href="{URL}">', '<link rel="canonical" href="https://www.rudaw.net/english/faq">', "\xff"],
)
def test_a_page_that_does_not(html: str) -> None:
    assert address_in_page(html.encode("latin-1")) is None


def test_looking_for_the_address_takes_no_time_on_hostile_text() -> None:
    assert address_in_page(b"<link " * 100_000) is None
    assert address_in_page(b"<meta property" * 50_000) is None
    assert address_in_page(b"<!--" + b" " * 500_000) is None


def test_packed_files_are_unpacked_and_damaged_ones_named(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.html.gz", tmp_path / "b.html.gz"
    good.write_bytes(gzip.compress(b"page"))
    bad.write_bytes(gzip.compress(b"page" * 1000)[:20])
    assert read_bytes(good) == b"page"
    with pytest.raises(OSError, match="damaged gzip"):
        read_bytes(bad)
    bad.write_bytes(b"no gzip at all")
    with pytest.raises(OSError, match="gzip"):
        read_bytes(bad)


def test_media_types_follow_names() -> None:
    assert content_type_of(Path("a.txt")) == content_type_of(Path("a.TXT.gz")) == "text/plain"
    assert content_type_of(Path("a.html.gz")) == content_type_of(Path("-")) == "text/html"


def test_url_maps(tmp_path: Path) -> None:
    table = tmp_path / "map.csv"
    table.write_text(f"\ufefffile,url,fetched_at\na.html,{URL},2018-05-09T09:00:00Z\nb/c.html,{URL},\n,{URL},\n")
    lines = tmp_path / "refused.jsonl"
    rows = [{"file": "refused/x.html.gz", "url": URL, "content_type": "text/plain"}, {"file": None, "url": URL}]
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert read_url_map(table) == {
        tmp_path / "a.html": MappedPage(URL, "2018-05-09T09:00:00Z"),
        tmp_path / "b" / "c.html": MappedPage(URL),
    }
    assert read_url_map(lines) == {tmp_path / "refused" / "x.html.gz": MappedPage(URL, None, "text/plain")}


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("map.csv", "page,address\na,b\n", "entry 1: the columns file and url are needed"),
        ("map.jsonl", "[1]\n", "entry 1: the columns file and url are needed"),
        ("map.jsonl", "{\n", "cannot be read"),
        ("map.csv", "\xff\xfe\n", "cannot be read"),
    ],
)
def test_url_maps_that_are_none(tmp_path: Path, name: str, text: str, words: str) -> None:
    (tmp_path / name).write_bytes(text.encode("latin-1"))
    with pytest.raises(BadUrlMap, match=words):
        read_url_map(tmp_path / name)
    with pytest.raises(BadUrlMap, match="cannot be read"):
        read_url_map(tmp_path / "missing.csv")


def test_pages_of_the_spider(tmp_path: Path) -> None:
    named, plain, mute = tmp_path / "named.html", tmp_path / "plain.txt", tmp_path / "mute.html"
    named.write_text(f'<link rel="canonical" href="{URL}">')
    plain.write_text("text")
    mute.write_text("<p>x")
    (tmp_path / "map.csv").write_text(f"file,url,fetched_at\nplain.txt,{URL},2018-05-09T12:00:00+03:00\n")
    spider = SavedSpider(paths=str(tmp_path), url_map=str(tmp_path / "map.csv"), fetched_at="2020-01-01T00:00:00Z")
    pages = [spider.page(file) for file in find_files(spider.paths)]
    refused, page, text = pages
    assert isinstance(refused, FailedPage)
    assert (refused.reason, refused.page.content) == ("NoAddress", b"<p>x")
    assert isinstance(page, Page)
    assert (page.url, page.fetched_at) == (URL, datetime(2020, 1, 1, tzinfo=UTC))
    assert (page.source, page.source_url) == ("file", named.as_uri())
    assert isinstance(text, Page)
    assert (text.content, text.content_type) == (b"text", "text/plain")
    assert text.fetched_at == datetime(2018, 5, 9, 9, tzinfo=UTC)


def test_files_that_cannot_be_read_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(b"no gzip")
    (tmp_path / "b.html").write_text("x")
    (tmp_path / "map.csv").write_text(f"file,url,fetched_at\nb.html,{URL},yesterday\n")
    spider = SavedSpider(paths=str(tmp_path), url_map=str(tmp_path / "map.csv"))
    found = [spider.page(file) for file in find_files(spider.paths)]
    assert [page.reason for page in found if isinstance(page, FailedPage)] == ["Unreadable", "BadTime"]


def test_the_time_of_a_file_is_the_last_resort(tmp_path: Path) -> None:
    import os

    file = tmp_path / "a.html"
    file.write_text("x")
    os.utime(file, (1_500_000_000, 1_500_000_000))
    page = SavedSpider(paths=str(file), url=URL).page(file)
    assert isinstance(page, Page)
    assert page.fetched_at == datetime(2017, 7, 14, 2, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({}, "name at least one file or folder"),
        ({"paths": "missing.html"}, "'missing.html' does not exist"),
        ({"paths": ".", "url": URL}, "the address of one page"),
        ({"paths": ".", "fetched_at": "yesterday"}, "not a time: 'yesterday'"),
        ({"paths": ".", "fetched_at": "2020-01-01T00:00:00"}, "a time without a zone"),
        ({"paths": ".", "url_mop": "x"}, "no argument 'url_mop'; it has paths, url, url_map"),
    ],
)
def test_arguments_that_are_not_allowed(arguments: dict[str, str], words: str) -> None:
    with pytest.raises(BadArgument, match=words):
        SavedSpider(**arguments)
