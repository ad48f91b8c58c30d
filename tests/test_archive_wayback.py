"""Fetching from a web archive: what is asked, what is chosen, what the records say."""

from __future__ import annotations

import gzip
import json
import subprocess
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.http import TextResponse

from rudaw_scraper.archives import cdx
from rudaw_scraper.archives.cdx import Capture, Choice, Wanted
from rudaw_scraper.archives.replay import capture_time
from rudaw_scraper.spiders.arguments import BadArgument
from rudaw_scraper.spiders.wayback import WAYBACK, WaybackSpider
from rudaw_scraper.validation import problems
from tests.archive_files import address, page
from tests.archive_server import ArchiveServer, Reply, Stored
from tests.small_site import article_page, lines_of, rudaw, run_folder

OTHER = "http://www.rudaw.net/english/world/080520181"


def stored(number: int, timestamp: str = "20180509090000", content: bytes | None = None, **more: Any) -> Stored:
    content = page(number) if content is None else content
    return Stored(timestamp, address(number), content, f"D{hash(content) % 10**8}", **more)


def fetch(server: ArchiveServer, output: Path, *options: str, delay: str = "0") -> subprocess.CompletedProcess[str]:
    cdx_url = [] if "--cdx" in options else ["--cdx", server.url + "/cdx/search/cdx"]
    return rudaw("wayback", *cdx_url, "--edition", "english", "--delay", delay, "--output", output, *options)


def records(output: Path) -> list[dict[str, Any]]:
    lines = lines_of(run_folder(output) / "articles.jsonl")
    assert [problem for line in lines for problem in problems(line)] == []
    return sorted(lines, key=lambda line: (line["id"], line["fetched_at"]))


def test_every_content_of_every_article_is_fetched_once(tmp_path: Path) -> None:
    changed = article_page("Bridge number 1 opens at last").encode()
    captures = [
        stored(1),
        stored(1, "20180510090000"),  # the same again
        stored(1, "20180511090000", changed),
        *(stored(number) for number in range(2, 8)),
        stored(8, statuscode="404"),
        stored(9, mimetype="warc/revisit", statuscode="-"),
        Stored("20180509090000", "https://www.rudaw.net/english/kurdistan", b"a listing", "L"),
        Stored("20180509090000", "https://www.rudaw.net/sorani/kurdistan/070520181", page(1), "S"),
    ]
    with ArchiveServer(captures, rows=3) as server:
        result = fetch(server, tmp_path)
        url = server.url
    assert result.returncode == 0, result.stdout + result.stderr
    found = records(tmp_path)
    assert [(line["url"], line["fetched_at"]) for line in found] == [
        (address(1), "2018-05-09T09:00:00Z"),
        (address(1), "2018-05-11T09:00:00Z"),
        *((address(number), "2018-05-09T09:00:00Z") for number in range(2, 8)),
    ]
    assert found[1]["headline"] == "Bridge number 1 opens at last"
    assert {line["source"] for line in found} == {"wayback"}
    assert found[0]["source_url"] == f"{url}/web/20180509090000id_/{address(1)}"
    assert run_folder(tmp_path).parent.name == "wayback"
    queries = [target for target in server.targets if "/cdx/" in target]
    assert len(queries) == 3  # nine rows, three at a time
    assert len({target for target in server.targets if "/web/" in target}) == len(found)
    assert "/robots.txt" not in server.targets


def test_the_month_of_publication_and_the_months_of_capture(tmp_path: Path) -> None:
    captures = [stored(1), stored(2, "20190801000000"), Stored("20180901000000", OTHER, page(3), "O")]
    captures.append(Stored("20180901000000", "https://www.rudaw.net/english/world/090720181", page(4), "J"))
    with ArchiveServer(captures) as server:
        options = ["--published", "2018-05", "--from", "2018-06", "--to", "2019-07"]
        assert fetch(server, tmp_path / "1", *options).returncode == 0
        assert fetch(server, tmp_path / "2", "--section", "world", "--limit", "1").returncode == 0
    (line,) = records(tmp_path / "1")
    assert (line["id"], line["source_url"][-len(OTHER) :]) == ("english/world/080520181", OTHER)
    assert len(records(tmp_path / "2")) == 1
    first, second = (target for target in server.targets if "/cdx/" in target)
    assert "from=201806&to=201907" in first
    assert "url=rudaw.net%2Fenglish%2Fworld%2F&matchType=prefix" in second


def test_the_newest_captures_of_each_article(tmp_path: Path) -> None:
    captures = [stored(1, f"2018050{day}090000", article_page(f"Day {day}").encode()) for day in range(1, 6)]
    with ArchiveServer([*captures, stored(2)], rows=2) as server:
        assert fetch(server, tmp_path, "--per-article", "2").returncode == 0
    assert [line["headline"] for line in records(tmp_path)] == ["Day 4", "Day 5", "Bridge number 2 opens"]


def test_the_nearest_capture_is_dated_as_what_it_is(tmp_path: Path) -> None:
    elsewhere = stored(1, "20180512101112")
    with ArchiveServer([elsewhere, stored(2)]) as server:
        server.first = lambda target: (
            Reply(server_rows(server, "20180509090000")) if target.startswith("/cdx/") else None
        )
        assert fetch(server, tmp_path).returncode == 0
    (line,) = records(tmp_path)
    assert line["fetched_at"] == "2018-05-12T10:11:12Z"
    assert "/web/20180512101112id_/" in line["source_url"]


def server_rows(server: ArchiveServer, timestamp: str) -> bytes:
    row = ["k", timestamp, address(1), "text/html", "200", "D", "9"]
    return json.dumps([["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"], row]).encode()


@pytest.mark.parametrize("undone", [False, True])
def test_headers_of_bodies_decoded_long_ago(tmp_path: Path, undone: bool) -> None:
    content = page(1) if undone else gzip.compress(page(1))
    capture = stored(1, content=content, headers={"Content-Encoding": "gzip"})
    with ArchiveServer([capture]) as server:
        assert fetch(server, tmp_path).returncode == 0
    assert [line["headline"] for line in records(tmp_path)] == ["Bridge number 1 opens"]


def test_a_server_that_asks_to_wait_is_not_asked_before(tmp_path: Path) -> None:
    with ArchiveServer([stored(1), stored(2), stored(3)]) as server:
        busy = [Reply(b"", 429, {"Retry-After": "2"})]
        server.first = lambda target: busy.pop() if busy and "/web/" in target else None
        result = fetch(server, tmp_path)
    assert result.returncode == 0, result.stderr
    assert len(records(tmp_path)) == 3
    replays = [moment for moment, target in server.asked if "/web/" in target]
    assert len(replays) == 4
    assert replays[1] - replays[0] >= 2.0


def test_the_pace_without_options(tmp_path: Path) -> None:
    with ArchiveServer([stored(1), stored(2), stored(3)], rows=2) as server:
        arguments = ["--cdx", server.url + "/cdx/search/cdx", "--edition", "english", "--output", str(tmp_path)]
        assert rudaw("wayback", *arguments).returncode == 0
    queries = [moment for moment, target in server.asked if "/cdx/" in target]
    replays = [moment for moment, target in server.asked if "/web/" in target]
    assert queries[1] - queries[0] > 2.0  # under one question in two seconds
    assert min(later - earlier for earlier, later in pairwise(replays)) > 0.4


def test_common_crawl(tmp_path: Path) -> None:
    crawl = ["--index", "cc", "--from", "2018-05"]
    with ArchiveServer([stored(number) for number in range(1, 6)], rows=2) as server:
        url = server.url
        result = fetch(server, tmp_path / "all", *crawl, "--cdx", url, "--replay", url)
        one = fetch(server, tmp_path / "one", *crawl, "--cdx", url + "/CC-2018-index", "--replay", url, "--limit", "2")
    assert (result.returncode, one.returncode) == (0, 0), result.stderr
    found = records(tmp_path / "all")
    assert [line["url"] for line in found] == [address(number) for number in range(1, 6)]
    assert {(line["source"], line["source_url"]) for line in found} == {("warc", f"{url}/data/all.warc.gz")}
    assert {line["fetched_at"] for line in found} == {"2018-05-09T09:00:00Z"}
    assert not [target for target in server.targets if "CC-2015" in target]  # it ended before the time wanted
    assert len(records(tmp_path / "one")) == 2


def test_an_index_that_cuts_its_answer_off_is_asked_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cdx, "ROWS", 3)
    spider = WaybackSpider(cdx="http://127.0.0.1/coll/cdx", edition="english")
    monkeypatch.setattr(
        spider, "crawler", SimpleNamespace(stats=SimpleNamespace(inc_value=lambda *_: None)), raising=False
    )
    rows = [
        {"timestamp": "20180509090000", "url": address(n), "mime": "text/html", "digest": f"D{n}"} for n in (1, 2, 3)
    ]
    response = TextResponse("http://127.0.0.1/coll/cdx", body="\n".join(map(json.dumps, rows)).encode())
    *captures, again = spider.parse_captures(response, "rudaw.net/english/", "")
    assert len(captures) == 3
    assert "limit=" not in again.url
    assert len(list(spider.parse_captures(response, "rudaw.net/english/", None))) == 0  # no content twice, no end of it


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(b"<html>Sorry</html>"), "BadAnswer"),
        (Reply(b"blocked", 403), "Http403"),
    ],
)
def test_an_index_that_does_not_answer(tmp_path: Path, reply: Reply, words: str) -> None:
    with ArchiveServer([stored(1)]) as server:
        server.first = lambda target: reply if target.startswith("/cdx/") else None
        result = fetch(server, tmp_path)
    assert result.returncode == 1
    assert f"refused     1 ({words} 1)" in result.stdout
    assert "could not be read" in result.stderr
    assert "Traceback" not in result.stderr


def test_captures_that_cannot_be_had_are_listed(tmp_path: Path) -> None:
    captures = [*(stored(number) for number in range(1, 8)), stored(8, content=b"<p>Something else.</p>" * 30)]
    with ArchiveServer(captures) as server:
        server.first = lambda target: Reply(b"gone", 404) if target.endswith("070520187") else None
        result = fetch(server, tmp_path)
    assert result.returncode == 0, result.stderr
    refused = lines_of(run_folder(tmp_path) / "refused.jsonl")
    assert {line["url"]: line["reason"] for line in refused} == {address(7): "Http404", address(8): "UnknownLayout"}


def test_a_redirect_away_from_the_archive_is_not_followed(tmp_path: Path) -> None:
    with ArchiveServer([stored(1)]) as elsewhere, ArchiveServer([stored(1), stored(2)]) as server:
        away = Reply(b"", 302, {"Location": f"{elsewhere.url}/web/20180509090000id_/{address(1)}"})
        server.first = lambda target: away if target.endswith("070520181") else None
        fetch(server, tmp_path)
    assert [line["url"] for line in records(tmp_path)] == [address(2)]
    assert elsewhere.targets == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"start": "July 2017"}, "from: 'July 2017' is no month"),
        ({"cdx": "archive"}, "cdx: 'archive' is not a web address"),
        ({"replay": "ftp://x"}, "replay: 'ftp://x' is not a web address"),
        ({"section": "a b"}, "section: 'a b' is none"),
        ({"index": "google"}, "index: 'google' is none"),
        ({"per_article": "0"}, "per_article: '0' is not a whole number"),
    ],
)
def test_arguments_that_are_wrong(given: dict[str, str], words: str) -> None:
    with pytest.raises(BadArgument, match=words):
        WaybackSpider(**given)


def test_wrong_usage(tmp_path: Path) -> None:
    result = rudaw("wayback", "--from", "July 2017", "--output", tmp_path)
    assert result.returncode == 2, result.stdout
    assert "from: 'July 2017' is no month" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_replays_lie_on_the_servers_own_origin_unless_said_otherwise() -> None:
    assert WaybackSpider().replay == "https://web.archive.org/web/"
    assert WaybackSpider(cdx="http://127.0.0.1:8080/search/cdx").replay == "http://127.0.0.1:8080/web/"
    assert WaybackSpider(cdx="http://127.0.0.1:8080/c", replay="http://h/coll").replay == "http://h/coll/"
    assert WaybackSpider(index="cc").replay == "https://data.commoncrawl.org/"
    with pytest.raises(BadArgument, match="no argument 'colour'"):
        WaybackSpider(colour="red")


def test_where_the_articles_of_an_edition_lie() -> None:
    assert cdx.prefixes(["sorani", "arabic"], [("kurdistan",)]) == [
        "rudaw.net/sorani/kurdistan/",
        "rudaw.net/arabic/kurdistan/",
        "rudawarabia.net/arabic/kurdistan/",
    ]
    assert cdx.prefixes(["english"], []) == ["rudaw.net/english/"]


def test_the_wayback_machine_is_asked_for_the_month_of_publication_itself() -> None:
    wanted = Wanted(published="201807")
    assert "&filter=original%3A.%2A%2F%5B0-9%5D%7B2%7D072018.%2A" in cdx.query(WAYBACK, "rudaw.net/english/", wanted)
    assert "original" not in cdx.query("http://127.0.0.1/coll/cdx", "rudaw.net/english/", wanted)


def test_times_as_digits() -> None:
    assert [cdx.digits_of(text) for text in ("2017", "2017-07", "2017-07-22", "201707")] == [
        "2017",
        "201707",
        "20170722",
        "201707",
    ]
    assert [cdx.digits_of(text) for text in ("July", "2017-7", "17", "2017-07-22-01")] == [None] * 4


def test_resume_keys_of_an_array() -> None:
    head = ["timestamp", "original", "statuscode", "digest"]
    row = ["20180509090000", address(1), "200", "D"]
    keyed = cdx.read_answer(json.dumps([head, row, [], ["net,rudaw)/x 2018"]]).encode())
    assert (len(keyed.captures), keyed.rows, keyed.resume_key) == (1, 1, "net,rudaw)/x 2018")
    assert cdx.read_answer(b"[]\n") == cdx.read_answer(b"") == cdx.Answer([], 0)
    assert cdx.read_answer(json.dumps([head]).encode()) == cdx.Answer([], 0)


def test_a_choice_knows_contents_by_their_digest() -> None:
    captures = [Capture(f"2018050{day}000000", address(1), digest) for day, digest in enumerate("AABAC", 1)]
    assert [capture.timestamp[:8] for capture in Choice(None).ready(captures)] == ["20180501", "20180503", "20180505"]
    newest = Choice(1)
    assert list(newest.ready(captures)) == []
    assert [capture.timestamp[:8] for capture in newest.rest()] == ["20180505"]
    assert newest.rest() == []


@pytest.mark.parametrize("body", [b'{"timestamp": ', b"<html>", b"[1, 2]", b'"x"', b"3", b'{"a": 1}\n[2]'])
def test_answers_that_are_none(body: bytes) -> None:
    with pytest.raises(cdx.BadAnswer):
        cdx.read_answer(body)
    with pytest.raises(cdx.BadAnswer):
        cdx.read_pages(b"-" + body)


def test_indexes_of_common_crawl_that_may_hold_what_is_wanted() -> None:
    body = json.dumps([{"cdx-api": "a", "from": "2018-05", "to": "2018-06"}, {"cdx-api": "b"}, {"id": "no address"}, 7])
    for wanted, apis in [
        (Wanted(), ["a", "b"]),
        (Wanted(start="201806"), ["a", "b"]),
        (Wanted(start="201807"), ["b"]),
        (Wanted(end="2018"), ["a", "b"]),
        (Wanted(end="201804"), ["b"]),
    ]:
        assert cdx.read_collections(body.encode(), wanted) == apis
    with pytest.raises(cdx.BadAnswer):
        cdx.read_collections(b"{}", Wanted())


def test_captures_without_a_digest_are_all_different() -> None:
    rows = [{"timestamp": f"2018050{day}000000", "url": address(1), "digest": "-"} for day in (1, 2)]
    answer = cdx.read_answer("\n".join(map(json.dumps, rows)).encode())
    assert len(list(Choice(None).ready(answer.captures))) == 2


def test_the_time_of_a_capture() -> None:
    replay = f"http://127.0.0.1/web/20180510111213id_/{address(1)}"
    assert (
        capture_time(b"Wed, 09 May 2018 09:00:00 GMT", replay, "20180511000000").isoformat()
        == "2018-05-09T09:00:00+00:00"
    )
    assert capture_time(None, replay, "20180511000000").isoformat() == "2018-05-10T11:12:13+00:00"
    assert capture_time(b"soon", "http://127.0.0.1/x", "20180511000000").isoformat() == "2018-05-11T00:00:00+00:00"
