"""One record on the terminal."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from rudaw_scraper.cli import main
from rudaw_scraper.dataset.load import article_of
from rudaw_scraper.show import show
from tests import synthetic
from tests.records import sound_record


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["show", *map(str, arguments)])


def write(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def on_terminal(record: dict[str, Any], width: int = 60) -> list[str]:
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, width=width, color_system=None, legacy_windows=False)
    show(article_of(record), console)
    return file.getvalue().splitlines()


def test_the_parts_of_a_record(tmp_path: Path) -> None:
    lines = run(write(tmp_path / "a.jsonl", sound_record())).output.splitlines()
    assert lines[:3] == [
        "Bridge opens after years",
        "Kurdistan · By Dilan Test · 2018-05-07T16:48:00+03:00",
        "https://www.rudaw.net/english/kurdistan/070520183",
    ]
    assert "[1] Azad Demo, Mayor (said): We waited for years, Now we cross." in lines
    assert any("Now we cross.”[1]" in line for line in lines)  # the number stands behind the closing mark
    assert "lead: The bridge. (AP)" in lines
    comments = lines.index("── comments (2) ──")
    assert lines[comments + 1 : comments + 6] == [
        "1. Reader One · 2018-05-08",
        "At last!",
        "Thank you.",
        "    2. no name",
        "    Indeed.",
    ]
    assert not any(line.endswith(" ") for line in lines)


def test_the_body_is_shown_to_the_letter(tmp_path: Path) -> None:
    for record in synthetic.records(40):
        output = run(write(tmp_path / "a.jsonl", record)).output
        paragraphs = output.split("\n\n")[1:]
        for number in range(len(record["quotes"])):
            output = output.replace(f"[{number + 1}]", "", 1)
        shown = output.split("\n\n")[1 : 1 + len(record["body"].split("\n\n"))]
        assert "\n\n".join(shown).strip() == record["body"]
        assert paragraphs


def test_right_to_left_lines_end_at_the_right(tmp_path: Path) -> None:
    record = next(record for record in synthetic.records(40) if record["edition"] == "sorani")
    lines = on_terminal(record)
    text = [line for line in lines if "\u2067" in line]
    assert len(text) > 10
    assert all(line.endswith("\u2069") for line in text)
    marks = str.maketrans(dict.fromkeys("\u2066\u2067\u2069"))
    assert {len(line.translate(marks)) for line in text} == {60}
    assert any(f"\u2066{record['date_published']}" in line for line in text)
    assert f"{record['url']}" in lines  # an address is read from the left


def test_left_to_right_lines_are_wrapped() -> None:
    lines = on_terminal(sound_record(), width=50)
    assert all(len(line) <= 50 for line in lines)
    assert not any("\u2067" in line for line in lines)


def test_nothing_that_a_terminal_acts_on(tmp_path: Path) -> None:
    evil = "\x1b[31mred\x1b]0;title\x07 \u202ereversed\r\nnext"
    record = sound_record() | {"headline": evil, "quotes": [], "body": evil.replace("\n", ""), "byline": evil}
    record["comments"][0]["text"] = record["comments"][0]["author"] = evil
    output = run(write(tmp_path / "a.jsonl", record)).output
    assert not {"\x1b", "\x07", "\u202e", "\r"} & set(output)
    assert "red" in output


def test_an_article_is_found_by_id_or_address_and_the_newest_capture_is_shown(tmp_path: Path) -> None:
    later = sound_record() | {"fetched_at": "2018-06-01T00:00:00Z", "headline": "Later"}
    path = write(tmp_path / "a.jsonl", later, *synthetic.records(3), sound_record())
    for key in (later["id"], later["url"]):
        result = run(path, key)
        assert result.exit_code == 0
        assert result.output.startswith("Later\n")


def test_what_is_not_there(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", sound_record())
    result = run(path, "english/none")
    assert result.exit_code == 1
    assert "holds no article english/none" in result.output
    assert run(tmp_path / "none.jsonl").exit_code == 2
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    assert "the file is empty" in run(empty).output


@pytest.mark.parametrize(("count", "listed", "more"), [(3, 3, False), (60, 50, True)])
def test_without_an_id_the_first_articles_are_listed(tmp_path: Path, count: int, listed: int, more: bool) -> None:
    path = synthetic.write(tmp_path / "a.jsonl", count)
    output = run(path).output
    ids = [record["id"] for record in synthetic.records(count)]
    assert sum(key in output for key in ids) == listed
    assert ("... and more" in output) == more
