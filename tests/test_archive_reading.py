"""Reading WARC, WET, ARC and WACZ, sound ones and such as are found in the wild."""

from __future__ import annotations

import gzip
import sys
import zlib
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest

from rudaw_scraper.archives import framing, packed
from rudaw_scraper.archives.readers import NotAnArchive
from tests.archive_files import (
    DATE,
    address,
    arc,
    arc_start,
    article,
    foreign,
    http,
    members,
    page,
    read,
    wacz,
    warc,
)

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

INFO = warc("urn:info", b"software: test\r\n", kind="warcinfo")
RECORDS = [INFO, foreign(1), article(1), foreign(2), article(2), article(3), foreign(3)]
ARC_RECORDS = [
    arc_start(),
    arc("http://example.org/", http(b"x" * 99)),
    *(arc(address(n), http(page(n))) for n in (1, 2, 3)),
]


def with_line_feeds(record: bytes) -> bytes:
    head, _, rest = record.partition(b"\r\n\r\n")
    return head.replace(b"\r\n", b"\n") + b"\n\n" + rest.removesuffix(b"\r\n\r\n") + b"\n\n"


FORMS = {
    "plain.warc": b"".join(RECORDS),
    "members.warc.gz": members(RECORDS),
    "whole.warc.gz": gzip.compress(b"".join(RECORDS)),
    "frames.warc.zst": b"".join(zstd.compress(record) for record in RECORDS),
    "whole.warc.zst": zstd.compress(b"".join(RECORDS)),
    "package.wacz": wacz(members(RECORDS)),
    "plain.arc": b"".join(ARC_RECORDS),
    "members.arc.gz": members(ARC_RECORDS),
    "line-feeds.warc": b"".join(map(with_line_feeds, RECORDS)),
}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_same_pages(tmp_path: Path, name: str) -> None:
    pages, failed, counts = read(tmp_path / name, FORMS[name])
    assert [found.url for found in pages] == [address(n) for n in (1, 2, 3)]
    assert [found.content for found in pages] == [page(n) for n in (1, 2, 3)]
    assert {found.fetched_at for found in pages} == {datetime(2018, 5, 9, 9, tzinfo=UTC)}
    assert {found.content_type for found in pages} == {"text/html; charset=utf-8"}
    assert {(found.source, found.source_url == found.url) for found in pages} == {("warc", True)}
    assert failed == []
    assert counts == {"foreign": 2 if ".arc" in name else 4}


@pytest.mark.parametrize("pack", [bytes, zstd.compress], ids=["plain", "packed"])
def test_zstandard_with_a_dictionary(tmp_path: Path, pack: type[bytes]) -> None:
    trained = zstd.train_dict([record * 3 for record in RECORDS * 40], 4096)
    content = pack(trained.dict_content)
    start = packed.ZSTD_DICTIONARY + len(content).to_bytes(4, "little") + content
    data = start + b"".join(zstd.compress(record, zstd_dict=trained) for record in RECORDS)
    assert [found.content for found in read(tmp_path / "x.warc.zst", data)[0]] == [page(n) for n in (1, 2, 3)]


def test_a_dictionary_that_is_damaged(tmp_path: Path) -> None:
    data = packed.ZSTD_DICTIONARY + (9).to_bytes(4, "little") + zstd.compress(b"x")[:9]
    with pytest.raises(NotAnArchive, match="dictionary at the beginning of the file cannot be used"):
        read(tmp_path / "x.warc.zst", data)


def chunked(body: bytes, size: int = 700) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x; note=1\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


BODY = page(1)
CODED = {
    "gzip": (gzip.compress(BODY), {"Content_Encoding": "gzip"}),
    "x-gzip": (gzip.compress(BODY), {"Content_Encoding": "x-gzip"}),
    "deflate": (zlib.compress(BODY), {"Content_Encoding": "deflate"}),
    "bare deflate": (raw_deflate(BODY), {"Content_Encoding": "deflate"}),
    "brotli": (brotli.compress(BODY), {"Content_Encoding": "br"}),
    "zstd": (zstd.compress(BODY), {"Content_Encoding": "zstd"}),
    "chunked": (chunked(BODY), {"Transfer_Encoding": "chunked"}),
    "both": (chunked(gzip.compress(BODY), 100), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
    "both in one": (chunked(gzip.compress(BODY)), {"Transfer_Encoding": "gzip, chunked"}),
    "twice": (gzip.compress(brotli.compress(BODY)), {"Content_Encoding": "br, gzip"}),
    "no header": (gzip.compress(BODY), {}),
    "gzip undone": (BODY, {"Content_Encoding": "gzip"}),
    "deflate undone": (BODY, {"Content_Encoding": "deflate"}),
    "brotli undone": (BODY, {"Content_Encoding": "br"}),
    "zstd undone": (BODY, {"Content_Encoding": "zstd"}),
    "chunks joined": (BODY, {"Transfer_Encoding": "chunked"}),
    "all undone": (BODY, {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip", "Content_Length": "17"}),
    "unknown": (BODY, {"Content_Encoding": "rot13"}),
}


@pytest.mark.parametrize("name", CODED)
def test_bodies_are_decoded_as_far_as_they_are_coded(tmp_path: Path, name: str) -> None:
    body, headers = CODED[name]
    records = [article(2), warc(address(1), http(body, **headers)), article(3)]
    pages, failed, counts = read(tmp_path / "x.warc", b"".join(records))
    assert [found.content for found in pages] == [page(2), BODY, page(3)]
    assert (failed, counts) == ([], {})


CUT = {
    "gzip": (gzip.compress(BODY)[:-30], {"Content_Encoding": "gzip"}),
    "damaged gzip": (gzip.compress(BODY)[:60] + bytes(60) + gzip.compress(BODY)[120:], {"Content_Encoding": "gzip"}),
    "deflate": (zlib.compress(BODY)[:-30], {"Content_Encoding": "deflate"}),
    "brotli": (brotli.compress(BODY)[:-30], {"Content_Encoding": "br"}),
    "zstd": (zstd.compress(BODY)[:-30], {"Content_Encoding": "zstd"}),
    "no last chunk": (chunked(BODY)[:-5], {"Transfer_Encoding": "chunked"}),
    "half a chunk": (chunked(BODY)[:-40], {"Transfer_Encoding": "chunked"}),
}


@pytest.mark.parametrize("name", CUT)
def test_bodies_that_break_off_are_refused(tmp_path: Path, name: str) -> None:
    body, headers = CUT[name]
    pages, failed, _ = read(tmp_path / "x.warc", warc(address(1), http(body, **headers)) + article(3))
    assert [found.url for found in pages] == [address(3)]
    assert [(found.page.url, found.reason) for found in failed] == [(address(1), "CutOff")]
    assert failed[0].page.content == body


@pytest.mark.parametrize("pack", [gzip.compress, brotli.compress, zstd.compress], ids=["gzip", "br", "zstd"])
def test_a_compression_bomb_is_refused(tmp_path: Path, pack: type[bytes], request: pytest.FixtureRequest) -> None:
    coding = request.node.callspec.id
    bomb = warc(address(1), http(pack(bytes(40_000_000)), Content_Encoding=coding))
    _, failed, _ = read(tmp_path / "x.warc", bomb)
    assert [found.reason for found in failed] == ["PageTooLarge"]


def test_a_page_of_which_the_archive_kept_a_part_is_refused(tmp_path: Path) -> None:
    _, failed, _ = read(tmp_path / "x.warc", article(1, WARC_Truncated="length"))
    assert [(found.reason, found.detail) for found in failed] == [("CutOff", "the archive kept a part only (length)")]


def half(record: bytes) -> bytes:
    return record[: len(record) // 2]


DAMAGE = {
    "version": (article(2).replace(b"WARC/1.0", b"WRAC/x.y"), "BadHeader"),
    "no length": (article(2).replace(b"Content-Length", b"Content-Depth"), "BadHeader"),
    "no number": (article(2).replace(b"Content-Length: ", b"Content-Length: x"), "BadHeader"),
    "two lengths": (article(2).replace(b"\r\n\r\n", b"\r\nContent-Length: 9\r\n\r\n", 1), "BadHeader"),
    "too short": (warc(address(2), http(page(2)), length=300), "BadLength"),
    "too long": (warc(address(2), http(page(2)), length=len(http(page(2))) + 700), "BadLength"),
    "far too long": (warc(address(2), http(page(2)), length=9_999_999), "CutOff"),
    "foreign, too long": (warc("http://example.org/", b"x" * 999, length=1400), "BadLength"),
    "no time": (article(2, date="yesterday"), "BadDate"),
    "no answer": (warc(address(2), b"\x00\x01\x02 nothing"), "BadHttp"),
    "part of a series": (article(2, WARC_Segment_Number="2", kind="continuation"), None),
    "first of a series": (article(2, WARC_Segment_Number="1", WARC_Segment_Total_Length="99999"), "Segmented"),
    "junk": (b"\x00\xff junk \n" * 99, "BadHeader"),
}


@pytest.mark.parametrize("form", ["x.warc", "x.warc.gz", "x.warc.zst"])
@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_record_is_counted_and_passed_over(tmp_path: Path, name: str, form: str) -> None:
    bad, reason = DAMAGE[name]
    if form != "x.warc" and "long" in name:
        reason = "CutOff"  # the record is alone in its member
    records = [article(1), bad, article(3), foreign(1), article(4)]
    pack = {"x.warc": bytes, "x.warc.gz": gzip.compress, "x.warc.zst": zstd.compress}[form]
    pages, failed, counts = read(tmp_path / form, b"".join(map(pack, records)))
    assert [found.content for found in pages] == [page(n) for n in (1, 3, 4)]
    assert failed == []
    assert counts == {"foreign": 1, f"damaged/{reason}" if reason else "other": 1}


@pytest.mark.parametrize("number", [0, 1, 2], ids=["ours", "foreign", "last"])
@pytest.mark.parametrize("how", ["zeros", "cut"])
def test_a_damaged_member_costs_no_other(tmp_path: Path, number: int, how: str) -> None:
    whole = [gzip.compress(record) for record in (article(1), foreign(1), article(2))]
    bad = whole[number]
    whole[number] = bad[:40] + bytes(80) + bad[120:] if how == "zeros" else half(bad)
    pages, failed, counts = read(tmp_path / "x.warc.gz", gzip.compress(INFO) + b"".join(whole) + members([article(3)]))
    left = [n for place, n in ((0, 1), (2, 2)) if place != number]
    assert [found.url for found in pages] == [address(n) for n in [*left, 3]]
    assert failed == []
    assert sum(count for name, count in counts.items() if name.startswith("damaged/")) == 1


@pytest.mark.parametrize("form", ["plain.warc", "members.warc.gz", "frames.warc.zst", "whole.warc.gz", "plain.arc"])
def test_an_archive_that_is_cut_anywhere_gives_only_whole_pages(tmp_path: Path, form: str) -> None:
    data = FORMS[form]
    known = {address(n): page(n) for n in (1, 2, 3)}
    found_before = 0
    for end in range(40, len(data), 97):
        pages, failed, _ = read(tmp_path / form, data[:end])
        assert all(known[found.url] == found.content for found in pages), end
        assert failed == []
        assert len(pages) >= found_before, end
        found_before = len(pages)
    assert found_before >= 1


def test_a_package_without_its_list_of_contents(tmp_path: Path) -> None:
    data = FORMS["package.wacz"]
    pages, _, counts = read(tmp_path / "x.wacz", data[: data.rindex(b"PK\x01\x02")])
    assert [found.content for found in pages] == [page(n) for n in (1, 2, 3)]
    assert counts["damaged/BadZip"] == 1


def test_a_package_without_archives(tmp_path: Path) -> None:
    data = FORMS["package.wacz"].replace(b"archive/data.warc.gz", b"archive/data.text.gz")
    with pytest.raises(NotAnArchive, match="no WACZ"):
        read(tmp_path / "x.wacz", data)


@pytest.mark.parametrize("content", [b"", b"Just some text.\n" * 40, bytes(5000)])
def test_what_is_no_archive(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(NotAnArchive, match=r"notes\.dat is "):
        read(tmp_path / "notes.dat", content)


def test_plain_text_of_a_wet_file(tmp_path: Path) -> None:
    text = b"Kurdistan\nBridge opens\nBy Dilan Test 7/5/2018\nERBIL, Kurdistan Region - The bridge opens.\n"
    records = [INFO, warc("https://example.org/", b"no", kind="conversion"), warc(address(1), text, kind="conversion")]
    pages, _, counts = read(tmp_path / "x.warc.wet.gz", members(records))
    assert [(found.url, found.content, found.content_type, found.source) for found in pages] == [
        (address(1), text, "text/plain", "wet")
    ]
    assert counts == {"foreign": 2}


def test_what_is_no_article_is_counted(tmp_path: Path) -> None:
    records = [
        warc(address(1), b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        warc("https://www.rudaw.net/english/kurdistan", http(page(1))),
        warc("https://www.rudaw.net/ContentFiles/1.jpg", http(b"\xff\xd8\xff")),
        warc("https://share.example/?u=https://www.rudaw.net/english/kurdistan/070520181", http(page(1))),
        warc(address(1), http(b"{}", content_type="application/json")),
        warc(address(1), http(b"gone", "404 Not Found")),
        warc(address(1), http(b"", "301 Moved", Location=address(2))),
        warc(address(1), b"", kind="revisit", WARC_Payload_Digest="sha1:x"),
        article(2),
    ]
    pages, failed, counts = read(tmp_path / "x.warc", b"".join(records))
    assert [found.url for found in pages] == [address(2)]
    assert failed == []
    assert counts == {"other": 5, "status/404": 1, "status/301": 1, "revisits": 1}


def test_time_and_address_of_an_archived_replay(tmp_path: Path) -> None:
    replay = f"https://web.archive.org/web/20170723101112id_/{address(1)}"
    (found,), _, _ = read(tmp_path / "x.warc", warc(replay, http(page(1)), date="2024-01-01T00:00:00Z"))
    assert found.fetched_at == datetime(2017, 7, 23, 10, 11, 12, tzinfo=UTC)
    assert found.source_url == replay


@pytest.mark.parametrize("date", ["2018-05-09T09:00:00.123456Z", "20180509090000", "2018-05-09T12:00:00+03:00"])
def test_forms_of_the_time(tmp_path: Path, date: str) -> None:
    (found,), _, _ = read(tmp_path / "x.warc", article(1, date=date))
    assert found.fetched_at.replace(microsecond=0) == datetime.fromisoformat(DATE)


def test_heads_in_other_spellings(tmp_path: Path) -> None:
    record = article(1).replace(
        b"WARC-Target-URI: " + address(1).encode(), b"warc-target-uri:\t<%s>" % address(1).encode()
    )
    record = record.replace(b"Content-Length:", b"CONTENT-LENGTH:").replace(b"WARC/1.0", b"WARC/1.1")
    pages, _, _ = read(tmp_path / "x.warc", b"\r\n\r\n" + record.rstrip() + b"\r\n" + article(2).rstrip())
    assert [found.content for found in pages] == [page(1), page(2)]


def test_a_film_among_the_records_is_not_held_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(framing, "MOST_RECORD", 1_000_000)
    film = warc("https://example.org/film", http(bytes(3_000_000)))
    ours = warc(address(9), http(bytes(3_000_000)))
    pages, _, counts = read(tmp_path / "x.warc", article(1) + film + ours + article(2))
    assert [found.url for found in pages] == [address(1), address(2)]
    assert counts == {"foreign": 1, "damaged/TooLarge": 1}
