"""Files of the output are whole or not there, whatever happens to the disk."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from rudaw_scraper.run import new_run_folder
from rudaw_scraper.writer import JsonLinesFile, WriteError
from tests.small_site import environment


def on_a_small_disk(code: str, folder: Path) -> str:
    """Run Python in a process whose files cannot grow beyond 4 KiB, and return what it prints."""
    result = subprocess.run(
        ["bash", "-c", 'ulimit -f 4; exec "$0" -c "$1"', sys.executable, code],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=environment(covered=False),
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_lines_are_written_at_once_and_the_name_comes_last(tmp_path: Path) -> None:
    file = JsonLinesFile(tmp_path / "articles.jsonl")
    file.open()
    file.write({"id": "a", "text": "ئەمە\n“x”"})
    assert not file.path.exists()
    part = tmp_path / "articles.jsonl.part"
    assert part.read_bytes() == '{"id": "a", "text": "ئەمە\\n“x”"}\n'.encode()
    file.write({"id": "b"})
    file.close()
    assert not part.exists()
    lines = file.path.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "b"]
    assert file.path.read_bytes().endswith(b"}\n")


def test_a_file_without_lines_leaves_nothing(tmp_path: Path) -> None:
    file = JsonLinesFile(tmp_path / "articles.jsonl")
    file.open()
    file.close()
    file.close()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_was_never_opened_closes(tmp_path: Path) -> None:
    JsonLinesFile(tmp_path / "refused.jsonl").close()
    assert list(tmp_path.iterdir()) == []


def test_a_finished_file_is_never_touched(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("old\n")
    with pytest.raises(WriteError, match="exists already and is not overwritten"):
        JsonLinesFile(path).open()
    assert path.read_text() == "old\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["articles.jsonl"]


def test_a_file_in_the_making_is_not_shared(tmp_path: Path) -> None:
    first = JsonLinesFile(tmp_path / "articles.jsonl")
    first.open()
    with pytest.raises(WriteError, match=r"articles\.jsonl\.part cannot be written: File exists"):
        JsonLinesFile(tmp_path / "articles.jsonl").open()
    first.close()


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"nowhere.* cannot be written: No such file or directory"):
        JsonLinesFile(tmp_path / "nowhere" / "articles.jsonl").open()


def test_a_full_disk_leaves_whole_lines(tmp_path: Path) -> None:
    code = """
from pathlib import Path
from rudaw_scraper.writer import JsonLinesFile, WriteError
file = JsonLinesFile(Path("articles.jsonl"))
file.open()
file.write({"id": "small"})
try:
    file.write({"id": "large", "text": "x" * 5000})
except WriteError as error:
    print(error)
file.write({"id": "after"})
file.close()
"""
    assert "articles.jsonl.part cannot be written: File too large. Free some space" in on_a_small_disk(code, tmp_path)
    assert (tmp_path / "articles.jsonl").read_text() == '{"id": "small"}\n{"id": "after"}\n'


def test_a_small_file_that_does_not_fit_leaves_nothing(tmp_path: Path) -> None:
    code = """
from pathlib import Path
from rudaw_scraper.writer import WriteError, write_whole
try:
    write_whole(Path("page.gz"), b"x" * 5000)
except WriteError as error:
    print(error)
"""
    assert "page.gz cannot be written: File too large" in on_a_small_disk(code, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_run_folders_are_named_by_their_start_in_utc(tmp_path: Path) -> None:
    start = datetime(2026, 11, 22, 5, 0, 7, tzinfo=timezone(timedelta(hours=3)))
    first = new_run_folder(tmp_path, "sorani", start)
    second = new_run_folder(tmp_path, "sorani", start)
    assert first == tmp_path / "sorani" / "20261122T020007Z"
    assert second == tmp_path / "sorani" / "20261122T020007Z-2"
    assert first.is_dir()
    assert second.is_dir()


def test_a_file_in_place_of_the_output_folder(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("")
    with pytest.raises(WriteError, match=r"output.* cannot be written: Not a directory"):
        new_run_folder(tmp_path / "output", "all", datetime.now(UTC))


def test_a_file_in_place_of_the_run_folder(tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / "20260101T000000Z").write_text("")
    with pytest.raises(WriteError, match="a file of that name stands there"):
        new_run_folder(tmp_path, "all", datetime(2026, 1, 1, tzinfo=UTC))
