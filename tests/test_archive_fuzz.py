"""Damage at random: the reader of archives and what follows it neither fail nor hang nor make anything up."""

from __future__ import annotations

import gzip
import os
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rudaw_scraper.archives.captures import capture_of
from rudaw_scraper.archives.cdx import BadAnswer, Wanted, read_answer, read_collections, read_pages
from rudaw_scraper.archives.framing import Arc, Warc, records_in_stream
from rudaw_scraper.archives.http_body import decode_body
from rudaw_scraper.archives.packed import Codec, Gzip, Zstd, records_in_packed
from rudaw_scraper.archives.work import read_records
from rudaw_scraper.errors import InvalidRecord, NotAnArticle, RudawError
from rudaw_scraper.extract import parse_time
from rudaw_scraper.page import Page
from rudaw_scraper.refused import FailedPage
from tests.archive_files import address, arc, arc_start, article, foreign, http, members, page
from tests.pages.render import render
from tests.pages.store import load_all
from tests.pages.style import NAMED

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

EXAMPLES = int(os.environ.get("RUDAW_FUZZ_EXAMPLES", "200"))  # more for a night's run
RECORDS = [foreign(1), article(1), article(2), foreign(2), article(3)]
KNOWN = {address(number): page(number) for number in (1, 2, 3)}
CHECKED = zstd.ZstdCompressor(options={zstd.CompressionParameter.checksum_flag: 1})
PACKED: dict[str, tuple[bytes, Codec]] = {
    "members": (members(RECORDS), Gzip()),
    "whole": (gzip.compress(b"".join(RECORDS), mtime=0), Gzip()),
    "frames": (b"".join(CHECKED.compress(record, mode=CHECKED.FLUSH_FRAME) for record in RECORDS), Zstd()),
}
PLAIN = {
    "warc": (b"".join(RECORDS), Warc()),
    "arc": (arc_start() + b"".join(arc(address(n), http(page(n))) for n in (1, 2, 3)), Arc()),
}
PAGES = [(content, render(content, NAMED[number % len(NAMED)])) for number, content in enumerate(load_all())]

fuzz = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
edits = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["flip", "cut", "put", "drop", "twice"]), st.binary(max_size=24)),
    min_size=1,
    max_size=4,
)


def damaged(data: bytes, edits: list[tuple[float, str, bytes]]) -> bytes:
    """Return the data with bytes changed, put in, taken out, repeated, or cut off at the end."""
    for share, how, extra in edits:
        at = int(share * len(data))
        length = len(extra) * 8
        if how == "flip":
            data = data[:at] + bytes(byte ^ 0x55 for byte in data[at : at + len(extra)]) + data[at + len(extra) :]
        elif how == "cut":
            data = data[: max(at, 1)]
        elif how == "put":
            data = data[:at] + extra + data[at:]
        elif how == "drop":
            data = data[:at] + data[at + length :]
        else:
            data = data[:at] + data[max(0, at - length) :]
    return data


@fuzz
@given(form=st.sampled_from(sorted(PACKED)), edits=edits)
def test_packed_archives_give_whole_pages_or_none(form: str, edits: list[tuple[float, str, bytes]]) -> None:
    data, codec = PACKED[form]
    for record in records_in_packed(BytesIO(damaged(data, edits)), codec, Warc(), Counter()):
        capture = capture_of(record)
        if isinstance(capture, Page):
            assert capture.url in KNOWN or form == "whole"
            # A stream in one piece has one check sum, at its end: what is damaged in it may come out changed.
            assert KNOWN.get(capture.url) == capture.content or form == "whole"


@fuzz
@given(form=st.sampled_from(sorted(PLAIN)), edits=edits)
def test_plain_archives_are_read_to_their_end(form: str, edits: list[tuple[float, str, bytes]]) -> None:
    data, grammar = PLAIN[form]
    counts: Counter[str] = Counter()
    data = damaged(data, edits)
    found = [capture_of(record) for record in records_in_stream(BytesIO(data).read, grammar, counts)]
    assert len(found) + sum(counts.values()) >= bool(data.strip())
    assert all(isinstance(capture, Page | FailedPage | str) for capture in found)


@fuzz
@given(data=st.binary(max_size=3000))
def test_any_bytes_can_be_taken_for_an_archive(data: bytes) -> None:
    for start in (b"", b"\x1f\x8b\x08\x00", b"WARC/1.0\r\nWARC-Type: response\r\n", gzip.compress(data)):
        for codec in (Gzip(), Zstd()):
            list(map(capture_of, records_in_packed(BytesIO(start + data), codec, Warc(), Counter())))
        for grammar in (Warc(), Arc()):
            list(map(capture_of, records_in_stream(BytesIO(start + data).read, grammar, Counter())))


CODINGS = ["", "gzip", "deflate", "br", "zstd", "gzip, br", "x-gzip", "identity", "unknown", "br, br, br"]


@fuzz
@given(
    body=st.one_of(st.binary(max_size=600), st.binary(max_size=600).map(gzip.compress)),
    transfer=st.sampled_from(["", "chunked", "gzip, chunked", "nonsense"]),
    coding=st.sampled_from(CODINGS),
    edits=edits,
)
def test_bodies_are_decoded_or_refused(
    body: bytes, transfer: str, coding: str, edits: list[tuple[float, str, bytes]]
) -> None:
    for content in (body, damaged(body, edits), b"%x\r\n" % len(body) + body):
        try:
            assert isinstance(decode_body(content, transfer, coding), bytes)
        except NotAnArticle:
            continue


@fuzz
@given(number=st.integers(0, len(PAGES) - 1), edits=edits)
def test_damaged_pages_give_records_that_keep_the_contract_or_none(
    number: int, edits: list[tuple[float, str, bytes]]
) -> None:
    content, made = PAGES[number]
    capture = Page(damaged(made.content, edits), content.url, parse_time(content.fetched_at), made.content_type)
    (record,) = read_records([capture])
    if isinstance(record, dict):
        assert record["url"] == content.url
    elif isinstance(record, InvalidRecord) or not isinstance(record, RudawError):
        raise record


@fuzz
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_answer_of_an_index(body: bytes) -> None:
    for read in (read_answer, read_pages, lambda given_body: read_collections(given_body, Wanted())):
        try:
            read(body)
        except BadAnswer:
            continue


def test_the_packed_forms_are_what_they_are_taken_for(tmp_path: Path) -> None:
    for data, codec in PACKED.values():
        found = [capture_of(record) for record in records_in_packed(BytesIO(data), codec, Warc(), Counter())]
        assert [capture.content for capture in found if isinstance(capture, Page)] == list(KNOWN.values())
