"""The pipelines: a page in, an article out, refusals under names that a user understands."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.exceptions import DropItem
from scrapy.http import Response
from scrapy.settings import Settings
from scrapy.statscollectors import MemoryStatsCollector
from twisted.python.failure import Failure

from rudaw_scraper import extract_article, pipelines
from rudaw_scraper.drops import DuplicateArticle, Refused, refusal
from rudaw_scraper.page import Page
from rudaw_scraper.record import Article
from rudaw_scraper.refused import FailedPage
from rudaw_scraper.run import Run, new_run_folder
from tests.small_site import article_page, lines_of

URL = "https://www.rudaw.net/english/kurdistan/070520183"
FETCHED = datetime(2018, 5, 9, 9, tzinfo=UTC)


def page(html: str = article_page("Bridge opens"), url: str = URL) -> Page:
    return Page(html.encode(), url=url, fetched_at=FETCHED, source="live", source_url=url)


def crawler() -> Any:
    stand_in = SimpleNamespace(settings=Settings({"STATS_DUMP": False}), crawling=False, spider=None)
    stand_in.stats = MemoryStatsCollector(stand_in)  # type: ignore[arg-type]
    return stand_in


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    run = Run(new_run_folder(tmp_path, "all", FETCHED), crawler())
    yield run
    run.articles.close()
    run.refused.close()


def stats(run: Run) -> dict[str, Any]:
    return run._stats.get_stats()


def through(item: Any, run: Run) -> Article:
    steps = [pipelines.ReadPage(), pipelines.DropDuplicates(), pipelines.NormaliseDates(), pipelines.FindQuotes()]
    for step in [*steps, pipelines.ValidateRecord(), pipelines.WriteArticle(run, run._stats)]:
        item = step.process_item(item)
    assert isinstance(item, Article)
    return item


def test_a_page_goes_in_and_the_extractors_record_comes_out(run: Run) -> None:
    article = through(page(), run)
    direct = extract_article(page().content, url=URL, fetched_at=FETCHED, source="live", source_url=URL)
    run.spider_closed()
    assert article.to_dict() == direct.to_dict()
    assert lines_of(run.folder / "articles.jsonl") == [direct.to_dict()]
    assert stats(run)["rudaw/articles"] == 1
    assert stats(run)["rudaw/articles/english"] == 1
    assert stats(run)["rudaw/comments"] == 0


def test_refusals_are_named_after_the_reason() -> None:
    with pytest.raises(Refused) as caught:
        pipelines.ReadPage().process_item(page(""))
    assert type(caught.value).__name__ == "EmptyPage"
    with pytest.raises(Refused) as caught:
        pipelines.ReadPage().process_item(page(url="https://www.rudaw.net/english"))
    assert type(caught.value).__name__ == "BadAddress"
    with pytest.raises(Refused, match="404") as caught:
        pipelines.ReadPage().process_item(FailedPage(page(), "Http404", "the site answered 404"))
    assert type(caught.value).__name__ == "Http404"
    assert isinstance(caught.value, DropItem)


def test_other_exceptions_are_faults_and_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(page: Page) -> None:
        raise KeyError("broken")

    monkeypatch.setattr(pipelines, "read_page", broken)
    with pytest.raises(KeyError):
        pipelines.ReadPage().process_item(page())


def test_the_same_article_passes_once_unless_it_changed() -> None:
    read, unique = pipelines.ReadPage(), pipelines.DropDuplicates()
    unique.process_item(read.process_item(page()))
    with pytest.raises(DuplicateArticle, match="english/kurdistan/070520183"):
        unique.process_item(read.process_item(page(url=URL + "/?keyword=x")))
    unique.process_item(read.process_item(page(article_page("Bridge opens again"))))


def test_a_record_that_breaks_the_contract_is_refused() -> None:
    article = extract_article(page().content, url=URL, fetched_at=FETCHED)
    article.language = "ckb"
    with pytest.raises(Refused, match="language: 'ckb' does not fit the address") as caught:
        pipelines.ValidateRecord().process_item(article)
    assert type(caught.value).__name__ == "InvalidRecord"


def test_refused_pages_are_kept_with_their_reason(run: Run) -> None:
    broken = page("<p>nothing")
    run.item_dropped(broken, refusal("UnknownLayout", "no headline"))
    run.item_dropped(FailedPage(Page(b"", URL, FETCHED), "Timeout", "no answer"), refusal("Timeout", "no answer"))
    run.item_dropped(page(), DuplicateArticle("again"))
    run.spider_closed()
    digest = hashlib.sha256(b"<p>nothing").hexdigest()
    first, second = lines_of(run.folder / "refused.jsonl")
    assert first == {
        "url": URL,
        "reason": "UnknownLayout",
        "detail": "no headline",
        "fetched_at": "2018-05-09T09:00:00Z",
        "file": f"refused/{digest}.html.gz",
        "content_type": "text/html",
        "source_url": URL,
    }
    assert (second["reason"], second["file"]) == ("Timeout", None)
    assert gzip.decompress((run.folder / first["file"]).read_bytes()) == b"<p>nothing"
    assert not (run.folder / "articles.jsonl").exists()
    assert stats(run)["rudaw/refused/UnknownLayout"] == 1
    assert "rudaw/refused/DuplicateArticle" not in stats(run)


def test_pages_that_meet_a_fault_are_kept_too(run: Run) -> None:
    run.item_error(page("<p>one"), Failure(KeyError("x")))
    run.item_error(page("<p>two"), Failure(RecursionError("deep")))
    run.spider_closed()
    assert [line["reason"] for line in lines_of(run.folder / "refused.jsonl")] == ["KeyError", "RecursionError"]
    assert stats(run)["rudaw/faults"] == 2
    assert len(list((run.folder / "refused").iterdir())) == 2


def test_listings_that_meet_a_fault_are_kept(run: Run) -> None:
    response = Response("http://127.0.0.1:8000/english", body=b"<a>")
    run.spider_error(Failure(ValueError("x")), response)
    run.spider_error(Failure(ValueError("x")), Failure(OSError("no response at all")))
    run.spider_closed()
    (line,) = lines_of(run.folder / "refused.jsonl")
    assert (line["reason"], line["url"]) == ("ValueError", "http://127.0.0.1:8000/english")


def test_a_file_that_cannot_get_its_name_is_told(run: Run) -> None:
    run.articles.write({"id": "x"})
    (run.folder / "articles.jsonl.part").unlink()
    run.spider_closed()
    assert "articles.jsonl cannot be written: No such file or directory" in stats(run)["rudaw/write_error"]


def test_the_same_page_is_stored_once(run: Run) -> None:
    for number in range(3):
        run.keep(page("<p>blocked", url=f"{URL}{number}"), "BlockPage", "a captcha")
    run.spider_closed()
    assert len(lines_of(run.folder / "refused.jsonl")) == 3
    assert len(list((run.folder / "refused").iterdir())) == 1


def test_decoded_text_is_kept_as_well(run: Run) -> None:
    run.keep(Page("half \ud83d", URL, FETCHED), "UnknownLayout", "no headline")
    assert stats(run).get("rudaw/write_error") is None


def test_a_run_that_wrote_nothing_leaves_a_manifest(run: Run) -> None:
    run.spider_closed()
    run.engine_stopped()
    assert [file.name for file in run.folder.iterdir()] == ["manifest.json"]
    manifest = json.loads((run.folder / "manifest.json").read_bytes())
    assert (manifest["sound"], manifest["counts"]["articles"], manifest["files"]) == (False, 0, [])


def test_an_output_that_cannot_be_written_is_told_once(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    (run.folder / "refused").write_text("a file where the folder should be")
    run.keep(page("<p>one"), "UnknownLayout", "x")
    run.keep(page("<p>two"), "UnknownLayout", "x")
    (message,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert message == stats(run)["rudaw/write_error"]
    assert "refused" in message
    assert "cannot be written" in message
    assert json.dumps(message)


def test_an_article_that_cannot_be_written_ends_the_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from rudaw_scraper.writer import WriteError

    def full(record: dict[str, Any]) -> None:
        raise WriteError("articles.jsonl cannot be written: No space left on device.")

    monkeypatch.setattr(run.articles, "write", full)
    with pytest.raises(pipelines.NotWritten):
        through(page(), run)
    assert stats(run)["rudaw/write_error"].endswith("No space left on device.")
    assert "rudaw/articles" not in stats(run)
