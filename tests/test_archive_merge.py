"""Many captures of one article: one record, and the discussion over time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rudaw_scraper.archives.merge import merge, merge_files
from rudaw_scraper.cli import main
from rudaw_scraper.dataset.errors import BadRecords
from rudaw_scraper.validation import problems
from rudaw_scraper.writer import WriteError
from tests.memory import PRINT_PEAK
from tests.records import sound_record, without_quotes
from tests.small_site import environment, lines_of


def comment(text: str, author: str | None = "A", date: str | None = "2018-05-08", **more: Any) -> dict[str, Any]:
    raw = None if date is None else "8/5/2018"
    return {"position": 0, "author": author, "date": date, "datetime": None, "date_raw": raw, "text": text} | (
        {"reply_to": None} | more
    )


def capture(day: int, *comments: dict[str, Any], **more: Any) -> dict[str, Any]:
    numbered = [entry | {"position": number} for number, entry in enumerate(comments, 1)]
    record = sound_record() | {"fetched_at": f"2018-05-{day:02}T09:00:00Z", "comments": numbered}
    return record | {"content_sha256": f"{day:064}"} | more


def when(day: int) -> str:
    return f"2018-05-{day:02}T09:00:00Z"


def seen(merged: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    return [(entry["text"], entry["seen_first"], entry["seen_last"]) for entry in merged["comments"]]


def plain(merged: dict[str, Any]) -> dict[str, Any]:
    """Return a merged record without what the contract of a single capture does not have."""
    kept = [{key: value for key, value in entry.items() if "seen" not in key} for entry in merged["comments"]]
    return merged | {"comments": kept}


def test_one_capture_stays_what_it_is() -> None:
    record = capture(9, comment("one"), comment("two", reply_to=1))
    merged = merge([record])
    assert plain(merged) == record
    assert seen(merged) == [("one", None, None), ("two", None, None)]
    assert list(merged["comments"][0]) == [*record["comments"][0], "seen_first", "seen_last"]


def test_comments_that_came_and_went() -> None:
    merged = merge(
        [
            capture(9, comment("always"), comment("gone early")),
            capture(10, comment("always"), comment("in between"), comment("late")),
            capture(11, comment("always"), comment("late"), comment("last")),
        ]
    )
    assert seen(merged) == [
        ("always", None, None),
        ("gone early", when(9), when(9)),
        ("in between", when(10), when(10)),
        ("late", when(10), when(11)),
        ("last", when(11), when(11)),
    ]
    assert [entry["position"] for entry in merged["comments"]] == [1, 2, 3, 4, 5]
    assert problems(plain(merged)) == []


def test_answers_stay_answers() -> None:
    merged = merge(
        [
            capture(9, comment("a"), comment("b"), comment("to b", reply_to=2)),
            capture(10, comment("new"), comment("b"), comment("second to b", reply_to=2)),
        ]
    )
    by_text = {entry["text"]: entry for entry in merged["comments"]}
    assert [by_text[text]["reply_to"] for text in ("to b", "second to b")] == [by_text["b"]["position"]] * 2
    assert {text: entry["reply_to"] for text, entry in by_text.items() if "to b" not in text} == dict.fromkeys(
        ("a", "b", "new")
    )
    assert problems(plain(merged)) == []


def test_the_same_comment_is_told_by_author_day_and_text() -> None:
    merged = merge(
        [
            capture(
                9, comment("x"), comment("x", author="B"), comment("x", date="2018-05-07"), comment("x", author=None)
            ),
            capture(10, comment("x", date=None, date_raw="8/5/2018"), comment("X")),
        ]
    )
    assert [(entry["author"], entry["date"], entry["text"]) for entry in merged["comments"]] == [
        ("A", "2018-05-08", "x"),  # its date could not be read in the newer capture, and is printed alike
        ("B", "2018-05-08", "x"),
        ("A", "2018-05-07", "x"),
        (None, "2018-05-08", "x"),
        ("A", "2018-05-08", "X"),
    ]


def test_the_newest_reading_of_each_field() -> None:
    old = capture(9, tags=["old"], summary="A summary", headline="Old headline", comment_count=3)
    new = without_quotes(capture(10, tags=[], summary=None, headline="New headline"), None)
    new |= {
        "comment_count": None,
        "dateline": None,
        "warnings": ["body_missing", "other"],
        "byline": None,
        "authors": [],
    }
    merged = merge([old, new])
    assert (merged["headline"], merged["summary"], merged["tags"]) == ("New headline", "A summary", ["old"])
    for key in ("body", "quotes", "subheadings", "dateline", "byline", "authors", "comment_count"):
        assert merged[key] == old[key], key
    for key in ("fetched_at", "content_sha256", "source_url"):
        assert merged[key] == new[key], key
    assert merged["warnings"] == ["other"]
    assert list(merged) == list(old)
    assert problems(plain(merged)) == []


def test_a_body_and_what_points_into_it_come_from_one_capture() -> None:
    old = capture(9)
    new = without_quotes(capture(10), "Another body.") | {"dateline": None}
    merged = merge([old, new])
    assert (merged["body"], merged["quotes"], merged["subheadings"], merged["dateline"]) == (
        "Another body.",
        [],
        [],
        None,
    )


def test_a_date_and_what_decided_it_come_from_one_capture() -> None:
    undecided = {"date_published": None, "datetime_published": None, "date_published_source": None}
    old, new = capture(9), capture(10, **undecided, date_published_raw="7.5.2018")
    merged = merge([old, new])
    assert (merged["date_published"], merged["date_published_raw"]) == ("2018-05-07", "7/5/2018")
    merged = merge([old | undecided, new])
    assert (merged["date_published"], merged["date_published_raw"]) == (None, "7.5.2018")


def write(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["merge", *map(str, arguments)])


def other(record: dict[str, Any]) -> dict[str, Any]:
    return record | {"id": "english/kurdistan/060520181", "url": "https://www.rudaw.net/english/kurdistan/060520181"}


def test_files_in_any_order_give_one_line_per_article(tmp_path: Path) -> None:
    first = write(tmp_path / "1.jsonl", capture(11, comment("one"), comment("two")), other(capture(9)))
    second = write(tmp_path / "2.jsonl", capture(9, comment("one")), capture(9, comment("one")))
    result = run(first, second, "-o", tmp_path / "merged.jsonl")
    assert result.exit_code == 0, result.output
    assert result.output == f"4 captures of 2 articles: {tmp_path / 'merged.jsonl'}\n"
    lines = lines_of(tmp_path / "merged.jsonl")
    assert [line["id"] for line in lines] == ["english/kurdistan/060520181", "english/kurdistan/070520183"]
    assert seen(lines[1]) == [("one", None, None), ("two", when(11), when(11))]
    assert lines == [
        merge([other(capture(9))]),
        merge([capture(9, comment("one")), capture(11, comment("one"), comment("two"))]),
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.jsonl", "2.jsonl", "merged.jsonl"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "a.jsonl, line 2: not JSON"),
        ("[]", "a.jsonl, line 2: no JSON object"),
        ('{"id": "x"}', "a.jsonl, line 2: no record of an article: "),
        ('{"id": "x", "comments": [{"seen_first": null}]}', "a.jsonl, line 2: merged already"),
    ],
)
def test_what_is_no_record_is_named(tmp_path: Path, line: str, words: str) -> None:
    path = write(tmp_path / "a.jsonl", capture(9))
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    result = run(path, "-o", tmp_path / "merged.jsonl")
    assert result.exit_code == 1
    assert words in result.stderr
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.jsonl"]


def test_wrong_usage(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", capture(9))
    assert run(tmp_path / "b.jsonl", "-o", tmp_path / "m.jsonl").exit_code == 2
    assert run(path).exit_code == 2
    assert "exists already" in run(path, "-o", path).stderr
    assert "cannot be written" in run(path, "-o", tmp_path / "nowhere" / "m.jsonl").stderr
    (tmp_path / "empty.jsonl").touch()
    with pytest.raises(BadRecords, match="hold no record"):
        merge_files([tmp_path / "empty.jsonl"], tmp_path / "m.jsonl")
    with pytest.raises(WriteError, match="not overwritten"):
        merge_files([path], path)


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_articles(tmp_path: Path) -> None:
    peaks = []
    for count in (200, 8000):
        with (tmp_path / f"{count}.jsonl").open("w", encoding="utf-8") as file:
            for number in range(count):
                path = f"english/kurdistan/07052018{number % 1000}" if number < 1000 else f"english/a{number}/07052018"
                parts = {"section_path": path.split("/")[1:-1], "id": path, "url": f"https://www.rudaw.net/{path}"}
                file.write(json.dumps(capture(9, *[comment("x" * 40 + str(n)) for n in range(40)]) | parts) + "\n")
        code = (
            "import sys; from pathlib import Path; from rudaw_scraper.archives.merge import merge_files;"
            f"merge_files([Path('{count}.jsonl')], Path('m{count}.jsonl'));"
            f"{PRINT_PEAK}"
        )
        result = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, env=environment(covered=False), capture_output=True, check=True
        )
        peaks.append(int(result.stdout))
    assert peaks[1] < peaks[0] + 45_000, peaks  # kilobytes; 8,000 records are 64 MB, SQLite's cache is 32
