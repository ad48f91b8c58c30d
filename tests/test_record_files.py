"""Checking packed files, and the order of dates."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pytest
import zstandard
from click.testing import CliRunner

from rudaw_scraper.cli import main
from rudaw_scraper.record_files import FileCheck
from tests import synthetic
from tests.records import sound_record


def findings(path: Path) -> list[tuple[int, str]]:
    return [(finding.line, finding.problem) for finding in FileCheck(path).findings()]


def write(path: Path, record: dict[str, Any]) -> Path:
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_synthetic_and_sound_records_are_sound(tmp_path: Path) -> None:
    assert findings(synthetic.write(tmp_path / "a.jsonl", 300)) == []
    assert findings(write(tmp_path / "b.jsonl", sound_record())) == []


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_packed_files(tmp_path: Path, pack: Any) -> None:
    data = synthetic.write(tmp_path / "a.jsonl", 30).read_bytes()
    path = tmp_path / ("a.jsonl.gz" if pack is gzip.compress else "a.jsonl.zst")
    path.write_bytes(pack(data))
    check = FileCheck(path)
    assert list(check.findings()) == []
    assert check.lines == 30
    path.write_bytes(pack(data + b"{\n"))
    assert [line for line, _ in findings(path)] == [31]
    path.write_bytes(pack(data)[:-10])
    (line, problem) = findings(path)[-1]
    assert problem.startswith("from here on the file is damaged or cut off")
    assert line <= 31


def test_zst_without_its_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jsonl.zst"
    path.write_bytes(zstandard.compress(b"{}\n"))
    monkeypatch.setitem(sys.modules, "zstandard", None)
    result = CliRunner().invoke(main, ["validate", str(path)])
    assert result.exit_code == 2
    assert "pip install 'rudaw-scraper[zstd]'" in result.output


def later_comment(day: str) -> dict[str, Any]:
    record = sound_record()
    record["comments"][0]["date"] = day
    return record


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (later_comment("2018-05-10"), []),  # captured on 2018-05-09 at noon in Baghdad
        (later_comment("2018-05-11"), ["comments[0].date: 2018-05-11 is more than a day later than the capture"]),
        (later_comment("2018-05-06"), []),  # published on the 7th
        (later_comment("2018-05-05"), ["comments[0].date: 2018-05-05 is before the article (2018-05-07)"]),
        (later_comment("2018-05-05") | {"warnings": ["comment_before_article"]}, []),
        (sound_record() | {"date_modified": "2018-05-11"}, ["date_modified: 2018-05-11 is more than a day later"]),
        (
            sound_record() | {"fetched_at": "2018-05-05T20:59:59Z"},  # the 5th in Baghdad
            ["date_published: 2018-05-07 is more than", "comments[0].date: 2018-05-08 is more than"],
        ),
        (sound_record() | {"fetched_at": "2018-05-06T21:00:00Z"}, []),  # the 7th in Baghdad
    ],
)
def test_dates_stand_in_order(tmp_path: Path, record: dict[str, Any], expected: list[str]) -> None:
    problems = [problem for _, problem in findings(write(tmp_path / "a.jsonl", record))]
    assert len(problems) == len(expected)
    for problem, beginning in zip(problems, expected, strict=True):
        assert problem.startswith(beginning)
