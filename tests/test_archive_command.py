"""The command ``rudaw archive``: whole outputs, counts, resuming, workers that die."""

from __future__ import annotations

import gzip
import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from rudaw_scraper import extract
from rudaw_scraper.archives import batch, work
from rudaw_scraper.archives.report import Report, read_report
from rudaw_scraper.cli import main
from rudaw_scraper.errors import NotAnArticle
from rudaw_scraper.validation import problems
from tests.archive_files import address, article, foreign, http, members, page, wacz, warc
from tests.pages.compare import differences
from tests.pages.expected import expected_record
from tests.pages.render import render
from tests.pages.store import load_all
from tests.pages.style import NAMED, fair
from tests.small_site import articles_site, environment, lines_of, rudaw, run_folder


def counts_of(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((folder / "archive" / "manifest.json").read_text(encoding="utf-8"))
    return manifest


def test_archives_of_all_kinds_give_the_same_articles(tmp_path: Path) -> None:
    contents = load_all()
    rendered = [render(content, fair(NAMED[number % len(NAMED)])) for number, content in enumerate(contents)]
    records = [foreign(0)]
    for content, made in zip(contents, rendered, strict=True):
        answer = http(gzip.compress(made.content), content_type=made.content_type, Content_Encoding="gzip")
        records += [warc(content.url, answer, date=content.fetched_at), foreign(1)]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    (tmp_path / "a.warc.gz").write_bytes(members(records))
    (tmp_path / "a.wacz").write_bytes(wacz(members(records)))
    pages = tmp_path / "pages"
    pages.mkdir()
    rows = ["file,url,fetched_at,content_type"]
    for number, (content, made) in enumerate(zip(contents, rendered, strict=True)):
        (pages / f"{number}.html").write_bytes(made.content)
        rows.append(f"pages/{number}.html,{content.url},{content.fetched_at},{made.content_type}")
    (tmp_path / "map.csv").write_text("\n".join(rows), encoding="utf-8")
    given = ["a.warc", "a.warc.gz", "a.wacz", "pages", "--url-map", "map.csv", "--workers", "2"]
    result = rudaw("archive", *given, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "archives    4\n" in result.stdout
    assert "verdict     sound" in result.stdout
    expected = {content.url: expected_record(content) for content in contents}
    captured = {content.url: content.fetched_at for content in contents}
    kept = []
    for name in ("a.warc", "a.warc.gz", "a.wacz", "pages"):
        lines = lines_of(tmp_path / "output" / "archive" / name / "articles.jsonl")
        assert {line["url"] for line in lines} == set(expected)
        for line in lines:
            assert problems(line) == []
            assert differences(expected[line["url"]], line, frozenset({"quotes"})) == []
            assert line["fetched_at"] == captured[line["url"]]
            assert line["source"] == ("file" if name == "pages" else "warc")
        without_source = [{**line, "source": "", "source_url": ""} for line in lines]
        kept.append(sorted(without_source, key=lambda line: line["id"]))
    assert kept[0] == kept[1] == kept[2] == kept[3]


def test_each_record_is_counted_once(tmp_path: Path) -> None:
    odd = warc(address(7), http(b"<html><body><p>Something else entirely.</p></body></html>"))
    gone = warc(address(8), http(b"", "404 Not Found"))
    records = [foreign(1), article(1), article(1), article(2), odd, gone, b"junk\n", foreign(2)]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    result = rudaw("archive", tmp_path / "a.warc", "--output", tmp_path / "out")
    assert result.returncode == 0, result.stderr
    counts = counts_of(tmp_path / "out")
    (entry,) = counts["files"]
    assert counts["archives"] == 1
    for found in (entry, counts["total"]):
        assert {name: value for name, value in found.items() if value} == {
            "archive": str(tmp_path / "a.warc"),
            "size": (tmp_path / "a.warc").stat().st_size,
            "records": 8,
            "articles": 2,
            "duplicates": 1,
            "foreign": 2,
            "refused": {"UnknownLayout": 1},
            "status": {"404": 1},
            "damaged": {"BadHeader": 1},
            "extractor_version": "0.1.0",
        } or found is counts["total"]
    folder = tmp_path / "out" / "archive" / "a.warc"
    assert sorted(path.name for path in folder.iterdir()) == [
        "articles.jsonl",
        "refused",
        "refused.jsonl",
        "report.json",
    ]
    (refused,) = lines_of(folder / "refused.jsonl")
    assert (refused["url"], refused["reason"]) == (address(7), "UnknownLayout")
    assert b"Something else" in gzip.decompress((folder / refused["file"]).read_bytes())
    for line in ("records     8, 2 of other sites", "refused     1 (UnknownLayout 1)", "damaged     1 (BadHeader 1)"):
        assert line in result.stdout
    assert "8 records, 2 articles, 1 refused, 1 damaged, 2 foreign" in result.stderr


def test_resume_keeps_what_is_done(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.warc").write_bytes(article(1) + article(2))
    out = tmp_path / "out"
    assert rudaw("archive", tmp_path / "a.warc", "--output", out).returncode == 0
    first = (out / "archive" / "a.warc" / "articles.jsonl").stat()
    again = rudaw("archive", tmp_path, "--output", out)
    assert again.returncode == 2
    assert "a.warc was read before into" in again.stderr
    assert "--resume" in again.stderr
    resumed = rudaw("archive", tmp_path, "--output", out, "--resume")
    assert resumed.returncode == 0, resumed.stderr
    assert "archives    2 (1 read before)" in resumed.stdout
    assert (out / "archive" / "a.warc" / "articles.jsonl").stat() == first
    assert counts_of(out)["total"]["articles"] == 4
    assert rudaw("archive", tmp_path, "--output", out, "--resume").returncode == 0


def test_archives_of_one_name_have_folders_of_their_own(tmp_path: Path) -> None:
    paths = []
    for number, name in enumerate(("one", "two"), 1):
        (tmp_path / name).mkdir()
        paths.append(tmp_path / name / "a.warc")
        paths[-1].write_bytes(article(number))
    for _ in range(2):
        tasks, done = batch.plan([*paths, tmp_path / "one"], tmp_path / "out", None, resume=True)
        for task in tasks:
            work.read_archive(task)
    assert (tasks, len(done)) == ([], 2)
    found = [lines_of(tmp_path / "out" / name / "articles.jsonl") for name in ("a.warc", "a.warc-2")]
    assert [[line["url"] for line in lines] for lines in found] == [[address(1)], [address(2)]]


def test_an_archive_that_changed_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    for records in (article(1), article(1) + article(2)):
        path.write_bytes(records)
        (task,), _ = batch.plan([path], tmp_path / "out", None, resume=True)
        work.read_archive(task)
    assert task.folder.name == "a.warc-2"
    assert len(lines_of(task.folder / "articles.jsonl")) == 2


def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(article(1))
    (tmp_path / "b.warc.gz").write_bytes(b"")
    (tmp_path / "c.dat").write_bytes(b"nothing\n" * 9)
    result = rudaw(
        "archive", *(tmp_path / name for name in ("a.warc", "b.warc.gz", "c.dat")), "--output", tmp_path / "o"
    )
    assert result.returncode == 1
    assert f"  {tmp_path}/b.warc.gz is empty." in result.stderr
    assert "c.dat is no WARC, WET, ARC or WACZ file, nor a saved page" in result.stderr
    assert "Traceback" not in result.stderr
    assert len(lines_of(tmp_path / "o" / "archive" / "a.warc" / "articles.jsonl")) == 1
    assert sorted(path.name for path in (tmp_path / "o" / "archive").iterdir()) == ["a.warc", "manifest.json"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.warc"], "missing.warc does not exist"),
        (["a.warc", "--workers", "0"], "--workers"),
        (["a.warc", "--url-map", "missing.csv"], "missing.csv"),
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: list[str], words: str) -> None:
    (tmp_path / "a.warc").write_bytes(article(1))
    result = rudaw("archive", *arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert words in result.stderr
    assert not (tmp_path / "output").exists()


def test_a_folder_with_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    result = rudaw("archive", "pages", cwd=tmp_path)
    assert result.returncode == 1
    assert "Nothing was found" in result.stderr


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(article(1))
    (tmp_path / "out").write_text("a file")
    result = rudaw("archive", "a.warc", "--output", "out/below", cwd=tmp_path)
    assert result.returncode == 1
    assert "cannot be written" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_disk_that_fills_up_leaves_nothing_half_done(tmp_path: Path) -> None:
    (tmp_path / "big.warc").write_bytes(b"".join(article(number) for number in range(1, 60)))
    (tmp_path / "small.warc").write_bytes(article(1))
    command = [sys.executable, "-m", "rudaw_scraper", "archive", "big.warc", "small.warc"]
    result = subprocess.run(
        ["bash", "-c", 'ulimit -f 32; exec "$@"', "bash", *command],  # no file beyond 32 KiB
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=environment(covered=False),
        timeout=120,
        check=False,
    )
    assert result.returncode == 1
    assert "cannot be written: File too large" in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(path.name for path in (tmp_path / "output" / "archive").iterdir()) == ["manifest.json", "small.warc"]


def test_refused_pages_are_read_again_with_their_addresses(tmp_path: Path) -> None:
    site = articles_site(tmp_path / "site", count=3)
    odd = site.add("/english/kurdistan/08052018", "<html><body><p>Something else entirely.</p></body></html>")
    site.add("/english", f"<a href='/english/kurdistan'>K</a> <a href='{odd}'>odd</a>")
    rudaw("crawl", "--site", site.folder, "--delay", "0", "--edition", "english", cwd=tmp_path)
    folder = run_folder(tmp_path / "output")
    (line,) = lines_of(folder / "refused.jsonl")
    assert line["reason"] == "UnknownLayout"
    result = rudaw("archive", folder / "refused", "--output", tmp_path / "again")
    assert result.returncode == 1  # none of them became an article
    (again,) = lines_of(tmp_path / "again" / "archive" / "refused" / "refused.jsonl")
    for key in ("url", "reason", "fetched_at"):
        assert again[key] == line[key], key


# Records that take a worker a second or more, so that a signal reaches it at work on a busy machine, too.
MANY = 8_000


def big_archive(path: Path, records: int = 200) -> None:
    path.write_bytes(b"".join(article(number) for number in range(records)))


def children(process: int) -> set[int]:
    """Return the processes that a process started, as Linux tells it."""
    found = subprocess.run(
        ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(process)], capture_output=True, encoding="utf-8"
    )
    lines = [line.split(None, 1) for line in found.stdout.splitlines()]
    return {int(pid) for pid, words in lines if "spawn_main" in words}


@contextmanager
def started(*arguments: Any, cwd: Path) -> Iterator[subprocess.Popen[str]]:
    """Start `rudaw archive` and go on; it is ended with the test, however that ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", "rudaw_scraper", "archive", *map(str, arguments)],
        cwd=cwd,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # jobs in a shell's background ignore it
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def wait_until(condition: Any, seconds: float = 40) -> Any:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError("it did not happen in time")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="finds the worker's process as on Linux")
def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a", "b", "c"):
        big_archive(tmp_path / "in" / f"{name}.warc", MANY)
    with started(".", "--workers", "2", "--output", "../out", cwd=tmp_path / "in") as process:
        wait_until(lambda: list((tmp_path / "out" / "archive").glob("*.part-*/articles.jsonl.part")))
        os.kill(min(wait_until(lambda: children(process.pid))), signal.SIGKILL)
        _, stderr = process.communicate(timeout=120)
    assert process.returncode == 0, stderr
    folder = tmp_path / "out" / "archive"
    assert sorted(path.name for path in folder.iterdir()) == ["a.warc", "b.warc", "c.warc", "manifest.json"]
    for name in ("a", "b", "c"):
        assert [line["url"] for line in lines_of(folder / f"{name}.warc" / "articles.jsonl")] == [
            address(number) for number in range(MANY)
        ]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="finds the worker's process as on Linux")
def test_a_run_that_is_killed_is_resumed(tmp_path: Path) -> None:
    big, folder = tmp_path / "big.warc", tmp_path / "output" / "archive"
    big_archive(big, 10 * MANY)
    (tmp_path / "small.warc").write_bytes(article(1))
    with started("small.warc", "big.warc", "--workers", "2", cwd=tmp_path) as process:
        wait_until(lambda: (folder / "small.warc").exists())
        wait_until(lambda: list(folder.glob("big.warc.part-*/articles.jsonl.part")))
        workers = children(process.pid)
        process.kill()
        process.wait()
        wait_until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))
    assert not (folder / "big.warc").exists()
    big_archive(big, 900)  # it was long so that the kill came in time; its end need not be read
    result = rudaw("archive", "small.warc", "big.warc", "--resume", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "archives    2 (1 read before)" in result.stdout
    assert len(lines_of(folder / "big.warc" / "articles.jsonl")) == 900
    assert sorted(path.name for path in folder.iterdir()) == ["big.warc", "manifest.json", "small.warc"]


def test_an_interrupted_run_ends_at_once(tmp_path: Path) -> None:
    big_archive(tmp_path / "big.warc", 10 * MANY)
    folder = tmp_path / "output" / "archive"
    with started("big.warc", "--workers", "1", cwd=tmp_path) as process:
        wait_until(lambda: list(folder.glob("big.warc.part-*/articles.jsonl.part")))
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "Traceback" not in stderr
    assert not (folder / "big.warc").exists()


def test_a_terminal_shows_a_progress_bar(tmp_path: Path) -> None:
    big_archive(tmp_path / "big.warc", MANY)
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "rudaw_scraper", "archive", "big.warc"],
        cwd=tmp_path,
        env=environment() | {"TERM": "xterm", "COLUMNS": "140"},
        stdout=subprocess.PIPE,
        stderr=follower,
    )
    os.close(follower)
    shown = b""
    with suppress(OSError):  # the other side is closed
        while chunk := os.read(leader, 65536):
            shown += chunk
    os.close(leader)
    stdout, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert b"0/1 archives" in shown
    assert b"1/1 archives" in shown
    assert f"{MANY:,} records".encode() in shown
    assert b"100%" in shown
    assert b"verdict     sound" in stdout


def test_work_that_is_done_twice_stays_once(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(article(1))
    task = work.Task(tmp_path / "a.warc", 9, tmp_path / "out" / "a.warc")
    first = work.read_archive(task)
    made = (task.folder / "articles.jsonl").stat()
    assert work.read_archive(task) == first == read_report(task.folder)
    assert (task.folder / "articles.jsonl").stat() == made
    assert [path.name for path in task.folder.parent.iterdir()] == ["a.warc"]


def test_a_fault_on_one_page_costs_only_that_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = extract.read_page

    def failing(given: Any) -> Any:
        if given.url == address(2):
            raise ZeroDivisionError("by nought")
        return real(given)

    monkeypatch.setattr(extract, "read_page", failing)
    (tmp_path / "a.warc").write_bytes(article(1) + article(2) + article(3))
    report = work.read_archive(work.Task(tmp_path / "a.warc", 9, tmp_path / "a"))
    assert (report.articles, report.faults, report.refused) == (2, 1, {"ZeroDivisionError": 1})
    (kept,) = lines_of(tmp_path / "a" / "refused.jsonl")
    assert gzip.decompress((tmp_path / "a" / kept["file"]).read_bytes()) == page(2)


def test_pages_that_are_read_several_at_once_stay_in_order_and_apart(tmp_path: Path) -> None:
    """Of a hundred pages each seventh holds no article and each ninth is cut off: more than are read at once."""
    records = []
    for number in range(100):
        if number % 7 == 0:
            records.append(warc(address(number), http(b"<p>Nothing to read here.</p>")))
        elif number % 9 == 0:
            records.append(article(number, WARC_Truncated="length"))
        else:
            records.append(article(number))
    (tmp_path / "a.warc.gz").write_bytes(members(records))
    report = work.read_archive(work.Task(tmp_path / "a.warc.gz", 9, tmp_path / "a"))
    good = [number for number in range(100) if number % 7 and number % 9]
    headlines = [line["headline"] for line in lines_of(tmp_path / "a" / "articles.jsonl")]
    assert headlines == [f"Bridge number {number} opens" for number in good]
    kept = [line["url"] for line in lines_of(tmp_path / "a" / "refused.jsonl")]
    assert kept == [address(number) for number in range(100) if number not in good]
    assert (report.articles, report.faults) == (len(good), 0)
    assert report.refused["CutOff"] == len([number for number in range(0, 100, 9) if number % 7])


@pytest.mark.parametrize("most", [1, 3_000, 10**9])
def test_large_pages_are_read_fewer_at_once(most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    real = work.read_records

    def noting(pages: Any) -> Any:
        sizes.append(len(pages))
        return real(pages)

    monkeypatch.setattr(work, "read_records", noting)
    monkeypatch.setattr(work, "_LARGEST_AT_ONCE", most)
    (tmp_path / "a.warc").write_bytes(b"".join(map(article, range(40))))
    assert work.read_archive(work.Task(tmp_path / "a.warc", 9, tmp_path / "a")).articles == 40
    assert sum(sizes) == 40
    assert max(sizes) == {1: 1, 3_000: -(-3_000 // len(page(10))), 10**9: 32}[most]


def test_the_same_bytes_of_an_article_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = work.read_records

    def noting(pages: Any) -> Any:
        read.extend(given.url for given in pages)
        return real(pages)

    monkeypatch.setattr(work, "read_records", noting)
    changed = warc(address(1), http(page(1).replace(b"opens", b"closes")))
    records = [*map(article, range(40)), *map(article, range(40)), changed, article(1)]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    report = work.read_archive(work.Task(tmp_path / "a.warc", 9, tmp_path / "a"))
    assert (report.articles, report.duplicates) == (41, 41)
    assert len(read) < 40 + 32 + 2  # of the second forty, at most those that were read along with the first
    lines = lines_of(tmp_path / "a" / "articles.jsonl")
    assert [line["headline"] for line in lines if line["url"] == address(1)] == [
        "Bridge number 1 opens",
        "Bridge number 1 closes",
    ]


def test_several_pages_give_what_each_gives_alone() -> None:
    texts = [page(1), b"", page(2), b"<p>Nothing.</p>"]
    pages = [
        extract.Page(text, address(at), extract.parse_time("2018-06-01T00:00:00Z")) for at, text in enumerate(texts)
    ]
    first, empty, second, bare = extract.articles_of(pages)
    assert isinstance(empty, Exception)
    assert empty.__traceback__ is None  # it would hold the page's tree
    assert [first, second] == [extract.article_of(pages[0]), extract.article_of(pages[2])]
    for error, given in ((empty, pages[1]), (bare, pages[3])):
        with pytest.raises(NotAnArticle) as alone:
            extract.article_of(given)
        assert (type(error), str(error)) == (type(alone.value), str(alone.value))


def test_plain_text_of_an_article(tmp_path: Path) -> None:
    text = "Kurdistan\nBridge opens\nBy Dilan Test 7/5/2018\nERBIL, Kurdistan Region – The bridge opens at last.\n"
    path = tmp_path / "x.warc.wet.gz"
    path.write_bytes(members([warc(address(1), text.encode(), kind="conversion")]))
    report = work.read_archive(work.Task(path, 9, tmp_path / "x"))
    assert report.articles == 1
    (line,) = lines_of(tmp_path / "x" / "articles.jsonl")
    assert (line["source"], line["headline"], line["date_published"]) == ("wet", "Bridge opens", "2018-05-07")


def test_a_report_that_is_damaged_counts_as_none(tmp_path: Path) -> None:
    for content in ("", "[]", '{"archive": 1}', '{"size": 1, "nothing": 2}'):
        (tmp_path / "report.json").write_text(content)
        assert read_report(tmp_path) is None
    Report("a", 1).write(tmp_path)
    assert read_report(tmp_path) == Report("a", 1)


def test_a_cluster_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_PATIENCE", 0.5)
    (tmp_path / "a.warc").write_bytes(article(1))
    options = ["--cluster", "tcp://127.0.0.1:1", "--output", str(tmp_path / "out")]
    result = CliRunner().invoke(main, ["archive", str(tmp_path / "a.warc"), *options])
    assert result.exit_code == 1
    assert "the cluster at tcp://127.0.0.1:1 cannot be reached" in result.stderr
