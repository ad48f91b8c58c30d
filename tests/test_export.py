"""Exports: types, keys, whole files only, and cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from rudaw_scraper.cli import main
from rudaw_scraper.dataset.csv_files import cell
from rudaw_scraper.dataset.export import TARGETS
from rudaw_scraper.dataset.flat import KEYS, TABLES
from rudaw_scraper.record import Article
from tests import synthetic
from tests.records import sound_record

COUNT = 1203  # more than two batches, and not a multiple of one


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return synthetic.write(tmp_path_factory.mktemp("records") / "articles.jsonl", COUNT)


@pytest.fixture(scope="module")
def expected() -> list[dict[str, Any]]:
    return list(synthetic.records(COUNT))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def export(path: Path, form: str, folder: Path) -> Path:
    result = run(path, "--to", form, folder)
    assert result.exit_code == 0, result.output
    names = ", ".join(TARGETS[form].names)  # type: ignore[index]
    assert result.output == f"{COUNT:,} articles written to {folder}: {names}\n"
    assert sorted(entry.name for entry in folder.iterdir()) == sorted(names.split(", "))
    return folder


def one_record(tmp_path: Path, **changes: Any) -> Path:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(sound_record() | changes) + "\n")
    return path


def test_parquet_holds_the_records_with_their_types(path: Path, tmp_path: Path, expected: list[dict[str, Any]]) -> None:
    folder = export(path, "parquet", tmp_path / "new" / "out")
    file = pq.ParquetFile(folder / "records.parquet")
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"
    table = file.read()
    assert table.schema.names == list(Article.__dataclass_fields__)
    assert table.schema.field("date_modified").type == pa.date32()  # no value in it at all
    assert table.schema.field("datetime_published").type == pa.timestamp("us", "UTC")
    assert (
        table.schema.field("quotes").type.value_type.field("segments").type.value_type.field("end").type == pa.int64()
    )
    rows = table.to_pylist()
    assert [row["id"] for row in rows] == [record["id"] for record in expected]
    assert [row["body"] for row in rows] == [record["body"] for record in expected]
    assert [row["quotes"] for row in rows] == [record["quotes"] for record in expected]
    assert [row["date_published"].isoformat() for row in rows] == [record["date_published"] for record in expected]


def test_moments_keep_their_instant(tmp_path: Path) -> None:
    run(one_record(tmp_path), "--to", "parquet", tmp_path)
    (row,) = pq.read_table(tmp_path / "records.parquet").to_pylist()
    assert row["datetime_published"] == datetime(2018, 5, 7, 13, 48, tzinfo=UTC)  # 16:48 at +03:00
    assert row["date_published"] == date(2018, 5, 7)
    assert row["comments"][0]["date"] == date(2018, 5, 8)


def test_row_groups_stay_small(tmp_path: Path) -> None:
    path = synthetic.write(tmp_path / "a.jsonl", 5400)
    run(path, "--to", "parquet", tmp_path)
    metadata = pq.ParquetFile(tmp_path / "records.parquet").metadata
    assert [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)] == [5000, 400]


def test_row_groups_of_long_articles_hold_fewer(tmp_path: Path) -> None:
    long = "word " * 40_000
    path = tmp_path / "a.jsonl"
    with path.open("w") as file:
        for number in range(1000):
            record = sound_record() | {"id": f"english/a/{number}", "body": long, "quotes": [], "subheadings": []}
            file.write(json.dumps(record) + "\n")
    assert run(path, "--to", "parquet", tmp_path).exit_code == 0
    metadata = pq.ParquetFile(tmp_path / "records.parquet").metadata
    assert [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)] == [500, 500]


def test_flat_tables_join(path: Path, tmp_path: Path, expected: list[dict[str, Any]]) -> None:
    folder = export(path, "parquet", tmp_path / "out")
    tables = {table: pq.read_table(folder / f"{table}.parquet") for table in TABLES}
    for table, key in (("comments", "comments"), ("quotations", "quotes"), ("captions", "captions")):
        assert tables[table].num_rows == sum(len(record[key]) for record in expected)
        keys = list(zip(*(tables[table][column].to_pylist() for column in KEYS[table]), strict=True))
        assert len(set(keys)) == len(keys)
        assert set(tables[table]["article_id"].to_pylist()) <= set(tables["articles"]["article_id"].to_pylist())
        counts = [len(record[key]) for record in expected]
        assert tables["articles"][f"n_{table}"].to_pylist() == counts
    assert [quote["text"] for record in expected for quote in record["quotes"]] == tables["quotations"][
        "text"
    ].to_pylist()


def test_csv_opens_in_a_spreadsheet(path: Path, tmp_path: Path, expected: list[dict[str, Any]]) -> None:
    folder = export(path, "csv", tmp_path / "out")
    for table, columns in TABLES.items():
        assert (folder / f"{table}.csv").read_bytes().startswith(b"\xef\xbb\xbf" + columns[0].name.encode())
    with (folder / "comments.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    comments = [comment for record in expected for comment in record["comments"]]
    assert [row["text"].removeprefix("'") for row in rows] == [comment["text"] for comment in comments]
    assert all(row["text"].startswith("'@") for row, c in zip(rows, comments, strict=True) if c["text"][0] == "@")
    with (folder / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file))
    assert json.loads(first["authors"]) == expected[0]["authors"]
    assert first["date_modified"] == ""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'),
        ("+1", "'+1"),
        ("-1+1|cmd", "'-1+1|cmd"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("", ""),
        (None, ""),
        (True, "true"),
        (False, "false"),
        (7, 7),
        ([], "[]"),
        (["سڵاو"], '["سڵاو"]'),
    ],
)
def test_cells(value: Any, written: str | int) -> None:
    assert cell(value) == written


def test_sqlite_has_keys_types_and_references(path: Path, tmp_path: Path, expected: list[dict[str, Any]]) -> None:
    folder = export(path, "sqlite", tmp_path / "out")
    database = sqlite3.connect(folder / "rudaw.sqlite")
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    query = (
        "SELECT a.article_id, count(*) FROM articles a JOIN comments c USING (article_id) GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    counted = sorted(
        ((r["id"], len(r["comments"])) for r in expected if r["comments"]), key=lambda pair: (-pair[1], pair[0])
    )
    assert database.execute(query).fetchall() == counted
    types = dict(database.execute("SELECT name, type FROM pragma_table_info('quotations')").fetchall())
    assert types["start"] == "INTEGER"
    assert types["text"] == "TEXT"
    database.close()


def test_duckdb_is_typed_and_says_what_its_columns_hold(
    path: Path, tmp_path: Path, expected: list[dict[str, Any]]
) -> None:
    folder = export(path, "duckdb", tmp_path / "out")
    with duckdb.connect(str(folder / "rudaw.duckdb"), read_only=True) as database:
        types = dict(
            database.execute(
                "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'articles'"
            ).fetchall()
        )
        assert types["date_modified"] == "DATE"
        assert types["datetime_published"] == "TIMESTAMP WITH TIME ZONE"
        assert types["tags"] == "VARCHAR[]"
        assert types["n_comments"] == "BIGINT"
        note = database.execute(
            "SELECT comment FROM duckdb_columns() WHERE table_name = 'comments' AND column_name = 'text'"
        ).fetchall()
        assert note == [("the comment; its line breaks are kept",)]
        counts = database.execute("SELECT count(*) FROM quotations").fetchall()
        assert counts == [(sum(len(record["quotes"]) for record in expected),)]


def test_only_the_newest_capture_is_exported(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    later = sound_record() | {"fetched_at": "2018-06-01T00:00:00Z", "headline": "Later"}
    path.write_text("".join(json.dumps(record) + "\n" for record in (later, sound_record())))
    assert run(path, "--to", "sqlite", tmp_path).exit_code == 0
    with sqlite3.connect(tmp_path / "rudaw.sqlite") as database:
        assert database.execute("SELECT headline FROM articles").fetchall() == [("Later",)]
    database.close()


@pytest.mark.parametrize("form", sorted(TARGETS))
def test_earlier_files_are_kept_unless_told_otherwise(tmp_path: Path, form: str) -> None:
    path, folder = one_record(tmp_path), tmp_path / "out"
    assert run(path, "--to", form, folder).exit_code == 0
    again = run(path, "--to", form, folder)
    assert again.exit_code == 1
    assert "exists already. Choose another folder, or add --overwrite." in again.output
    assert run(path, "--to", form, folder, "--overwrite").exit_code == 0


@pytest.mark.parametrize("form", sorted(TARGETS))
def test_a_bad_line_leaves_no_files_behind(tmp_path: Path, form: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(sound_record()) + "\n{\n")
    result = run(path, "--to", form, tmp_path / "out")
    assert result.exit_code == 1
    assert "line 2: not JSON" in result.output
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("form", "changes"),
    [
        ("parquet", {"comment_count": "many"}),
        ("parquet", {"date_published": "2018-02-30"}),
        ("duckdb", {"comment_count": "many"}),
        ("sqlite", {"comment_count": "many"}),
    ],
)
def test_a_value_of_another_type_is_told(tmp_path: Path, form: str, changes: dict[str, Any]) -> None:
    result = run(one_record(tmp_path, **changes), "--to", form, tmp_path / "out")
    assert result.exit_code == 1, result.output
    assert "`rudaw validate` on the input says where." in result.output


@pytest.mark.parametrize(("form", "module"), [("parquet", "pyarrow"), ("duckdb", "duckdb")])
def test_what_to_install(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    result = run(path, "--to", form, tmp_path)
    assert result.exit_code == 2
    assert f"pip install 'rudaw-scraper[{form}]'" in result.output


def test_a_folder_that_cannot_be_made(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run(path, "--to", "csv", tmp_path / "file" / "out")
    assert result.exit_code == 1
    assert "cannot be written: Not a directory" in result.output
