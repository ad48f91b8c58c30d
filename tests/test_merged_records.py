"""Merged records are records: they are checked, loaded, exported, published and shown with what they have more."""

from __future__ import annotations

import csv
import gzip
import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from rudaw_scraper import load
from rudaw_scraper.archives.merge import merge
from rudaw_scraper.cli import main
from rudaw_scraper.dataset.columns import record_columns
from rudaw_scraper.dataset.load import load_records
from rudaw_scraper.dataset.metadata import hugging_face
from rudaw_scraper.dataset.schemas import arrow_schema, duckdb_columns
from rudaw_scraper.record import Comment, MergedComment
from rudaw_scraper.schema import build_merged_schema, load_schema, schema_text
from rudaw_scraper.validation import problems
from tests.records import sound_record
from tests.test_archive_merge import capture, comment, other, when, write
from tests.test_docs import run_python

FIRST, LAST = when(9), when(10)
INSTANTS = [None, datetime(2018, 5, 9, 9, tzinfo=UTC), datetime(2018, 5, 10, 9, tzinfo=UTC)]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Merged by the command: one article with a comment that stayed, one that went, one that came; and one without."""
    captures = [capture(9, comment("stays"), comment("goes")), capture(10, comment("stays"), comment("comes"))]
    given = write(tmp_path / "captures.jsonl", *captures, other(capture(9)))
    assert run("merge", given, "-o", tmp_path / "merged.jsonl").exit_code == 0
    return tmp_path / "merged.jsonl"


def merged_record(**changes: Any) -> dict[str, Any]:
    record = merge([capture(9, comment("goes")), capture(10, comment("comes"))])
    record["comments"][0] |= changes
    return record


def test_they_are_sound(path: Path) -> None:
    result = run("validate", path)
    assert result.output == f"{path}: 2 records, sound\n"
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"seen_first": None}, "seen_first and seen_last must both be null, or neither"),
        ({"seen_first": when(11)}, "not in this order"),
        ({"seen_last": when(11)}, "not in this order"),
        ({"seen_first": "2018-05-09T09:00:00.5Z", "seen_last": "2018-05-09T09:00:00Z"}, "not in this order"),
        ({"seen_last": "yesterday"}, "comments[0].seen_last"),
        ({"author": 7}, "comments[0].author"),
        ({"position": 3}, "comments[0].position: 3 where 1 is due"),
    ],
)
def test_what_is_wrong_with_one_is_said(tmp_path: Path, changes: dict[str, Any], words: str) -> None:
    path = write(tmp_path / "merged.jsonl", merged_record(**changes))
    result = run("validate", path)
    assert result.exit_code == 1
    assert words in result.output


def test_a_comment_of_each_kind_in_one_record_is_wrong() -> None:
    record = merged_record()
    del record["comments"][1]["seen_first"]
    assert any("seen_first" in problem for problem in problems(record))
    record = sound_record()
    record["comments"][1] |= {"seen_first": None, "seen_last": None}
    assert any("seen_first" in problem for problem in problems(record))
    record = merged_record()
    record["comments"][0] = dict(reversed(record["comments"][0].items()))
    assert problems(record) == ["comments[0]: the keys are not in the contract's order"]


def test_the_schema_is_shipped_printed_and_judged_by_an_independent_validator(path: Path) -> None:
    assert load_schema(merged=True) == build_merged_schema() == json.loads(run("schema", "--merged").output)
    shipped = Path(__file__).parent.parent / "rudaw_scraper" / "merged.schema.json"
    assert shipped.read_text(encoding="utf-8") == schema_text(merged=True), "run: make docs"
    validator = jsonschema.Draft202012Validator(load_schema(merged=True))
    validator.check_schema(validator.schema)
    for line in path.read_text(encoding="utf-8").splitlines():
        assert [error.message for error in validator.iter_errors(json.loads(line))] == []
    assert not validator.is_valid(sound_record())  # a capture with comments
    assert load_schema()["$id"] != load_schema(merged=True)["$id"]


def test_old_comments_keep_their_warning(tmp_path: Path) -> None:
    early = capture(9, comment("early", date="2018-01-01"), warnings=["comment_before_article"])
    path = write(tmp_path / "captures.jsonl", early, capture(10))
    assert run("merge", path, "-o", tmp_path / "merged.jsonl").exit_code == 0
    assert run("validate", tmp_path / "merged.jsonl").exit_code == 0
    assert merge([early, early])["warnings"] == ["comment_before_article"]


def test_they_load_typed_beside_captures(path: Path) -> None:
    empty, article = load(path)
    assert empty.comments == []
    assert all(type(entry) is MergedComment for entry in article.comments)
    assert all(isinstance(entry, Comment) for entry in article.comments)
    seen = {entry.text: (entry.seen_first, entry.seen_last) for entry in article.comments}  # type: ignore[attr-defined]
    assert seen == {"stays": (None, None), "goes": (FIRST, FIRST), "comes": (LAST, LAST)}
    assert [entry.to_dict() for entry in load(path)] == list(load_records(path))
    both = write(path.parent / "newer.jsonl", capture(12, comment("new")))
    texts = [[comment.text for comment in entry.comments] for entry in load([path, both])]
    assert texts == [[], ["new"]]


def seen_values(rows: list[dict[str, Any]]) -> list[tuple[str, Any, Any]]:
    return [(row["text"], row["seen_first"], row["seen_last"]) for row in rows]


def test_tables_keep_what_was_seen(path: Path, tmp_path: Path) -> None:
    for form in ("parquet", "csv", "sqlite", "duckdb"):
        result = run("export", path, "--to", form, tmp_path / "out")
        assert result.exit_code == 0, result.output
    instants = [("stays", None, None), ("goes", *INSTANTS[1:2] * 2), ("comes", *INSTANTS[2:] * 2)]
    table = pq.read_table(tmp_path / "out" / "comments.parquet")
    assert table.schema.field("seen_first").type == pa.timestamp("us", "UTC")
    assert seen_values(table.to_pylist()) == instants
    records = pq.read_table(tmp_path / "out" / "records.parquet").to_pylist()
    assert seen_values(records[1]["comments"]) == instants
    with (tmp_path / "out" / "comments.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert seen_values(rows) == [("stays", "", ""), ("goes", FIRST, FIRST), ("comes", LAST, LAST)]
    with sqlite3.connect(tmp_path / "out" / "rudaw.sqlite") as database:
        rows = database.execute("SELECT text, seen_first, seen_last FROM comments ORDER BY position").fetchall()
    assert rows == [("stays", None, None), ("goes", FIRST, FIRST), ("comes", LAST, LAST)]
    with duckdb.connect(str(tmp_path / "out" / "rudaw.duckdb")) as database:
        query = "SELECT text, epoch(seen_first), epoch(seen_last) FROM comments ORDER BY position"
        expected = [(text, first and first.timestamp(), last and last.timestamp()) for text, first, last in instants]
        assert database.execute(query).fetchall() == expected


def test_captures_and_merged_records_make_one_table(path: Path, tmp_path: Path) -> None:
    third = "english/kurdistan/050520181"
    plain = capture(9, comment("of a capture")) | {"id": third, "url": f"https://www.rudaw.net/{third}"}
    captures = write(tmp_path / "more.jsonl", plain)
    assert run("export", captures, path, "--to", "csv", tmp_path / "out").exit_code == 0
    with (tmp_path / "out" / "comments.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert seen_values(rows)[:2] == [("of a capture", "", ""), ("stays", "", "")]


def test_readers_of_json_lines_have_their_types(path: Path) -> None:
    columns = record_columns(merged=True)
    comments = arrow_schema(columns).field("comments").type.value_type
    assert comments.field("seen_last").type == pa.timestamp("us", "UTC")
    code = """
import duckdb
from rudaw_scraper.dataset.columns import record_columns
from rudaw_scraper.dataset.schemas import duckdb_columns
articles = duckdb.read_json("merged.jsonl", columns=duckdb_columns(record_columns(merged=True)))
comments = duckdb.sql("SELECT unnest(comments, recursive := true) FROM articles")
print(duckdb.sql("SELECT count(*), count(seen_first), epoch(max(seen_last)) FROM comments").fetchall())
"""
    assert run_python(code, path.parent) == f"[(3, 2, {INSTANTS[2].timestamp()})]\n"  # type: ignore[union-attr]
    assert '"seen_first" TIMESTAMPTZ' in duckdb_columns(columns)["comments"]


def test_a_published_folder_describes_them(path: Path, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("k" * 32)
    arguments = ["--key-file", tmp_path / "key", "--contact", "mailto:archive@example.org"]
    result = run("dataset", path, "-o", tmp_path / "out", *arguments)
    assert result.exit_code == 0, result.output
    folder = tmp_path / "out"
    lines = gzip.decompress((folder / "data" / "records.jsonl.gz").read_bytes()).splitlines()
    records = [json.loads(line) for line in lines]
    assert [problems(record) for record in records] == [[], []]
    assert records[1]["comments"][1]["seen_last"] == FIRST
    assert json.loads((folder / "record.schema.json").read_text()) == load_schema(merged=True)
    dictionary = (folder / "DATA_DICTIONARY.md").read_text()
    assert dictionary.count("| `seen_first` |") == 2  # of the class and of the flat table
    assert "merged of all captures" in " ".join((folder / "README.md").read_text().split())
    assert '"name": "seen_first", "dtype": "timestamp[us, tz=UTC]"' in hugging_face(merged=True)
    fields = json.loads((folder / "croissant.json").read_text())["recordSet"][1]["field"]
    assert [field["name"] for field in fields][-2:] == ["seen_first", "seen_last"]
    assert pq.read_schema(folder / "data" / "comments.parquet").names[-2:] == ["seen_first", "seen_last"]


def test_they_are_pseudonymised_shown_and_reported(path: Path, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("k" * 32)
    result = run("pseudonymise", path, "--key-file", tmp_path / "key", "-o", tmp_path / "pseudonymous.jsonl")
    assert result.exit_code == 0, result.output
    assert run("validate", tmp_path / "pseudonymous.jsonl").exit_code == 0
    assert "goes" in run("show", path, sound_record()["id"]).output
    result = run("report", path, "-o", tmp_path / "report.html")
    assert result.output == f"2 articles shown in {tmp_path / 'report.html'}\n"
