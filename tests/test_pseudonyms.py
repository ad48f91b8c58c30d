"""Pseudonyms: the same person the same token, nothing without the key, names inside comments."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rudaw_scraper.cli import main
from rudaw_scraper.dataset.load import load_records
from rudaw_scraper.dataset.pseudonyms import REMOVED, Pseudonyms, commenters, fold_name, read_key
from rudaw_scraper.validation import problems
from tests import synthetic
from tests.records import sound_record

KEY = b"0123456789abcdef0123456789abcdef"
NAMES = ["Reader One", "Azad", "Azad Rebwar", "دیلان", "Dr. S.", "Azad | Duhok"]


@pytest.fixture
def pseudonyms() -> Pseudonyms:
    return Pseudonyms(KEY, map(fold_name, NAMES))


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "secret.key"
    path.write_bytes(KEY + b"\n")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["pseudonymise", *map(str, arguments)])


def test_a_token_is_64_bits_of_a_keyed_hash(pseudonyms: Pseudonyms) -> None:
    expected = hmac.new(KEY, b"rudaw commenter name\0reader one", hashlib.sha256).hexdigest()[:16]
    assert pseudonyms.token("Reader One") == f"reader-{expected}"
    assert Pseudonyms(KEY[::-1]).token("Reader One") != pseudonyms.token("Reader One")
    assert pseudonyms.fingerprint != Pseudonyms(KEY[::-1]).fingerprint


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reader One", " reader  ONE "),
        ("Ｒｅａｄｅｒ", "Reader"),
        ("كاوه علي", "کاوە علی"),
        ("IŞIK", "ışık"),
        ("İbrahim", "ibrahim"),
        ("ئازاد\u200c", "ئازاد"),
        ("José", "Jose\u0301"),
    ],
)
def test_spellings_of_one_name(pseudonyms: Pseudonyms, one: str, other: str) -> None:
    assert pseudonyms.token(one) == pseudonyms.token(other)


@pytest.mark.parametrize(("one", "other"), [("Azad", "Azad1"), ("Azad", "Azad Rebwar"), ("Ali", "Alî"), ("!", "?")])
def test_other_names(pseudonyms: Pseudonyms, one: str, other: str) -> None:
    assert pseudonyms.token(one) != pseudonyms.token(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@Azad you are right", "@{Azad} you are right"),
        ("@Azad Rebwar, no", "@{Azad Rebwar}, no"),
        ("@ azad rebwar no", "@ {Azad Rebwar} no"),
        ("well @Azad: no", "well @{Azad}: no"),
        ("@stranger hello", "@{stranger} hello"),
        ("Reader One: no\nAzad : yes", "{Reader One}: no\n{Azad} : yes"),
        ("I say to Azad Rebwar: no", "I say to {Azad Rebwar}: no"),
        ("دیلان: بەڵێ", "{دیلان}: بەڵێ"),
        ("@دیلان، بەڵێ", "@{دیلان}، بەڵێ"),
        ("Azad | Duhok: well said", "{Azad | Duhok}: well said"),
        ("Dr. S.: keep it", "{Dr. S.}.: keep it"),
        ("@Dr. S. keep it", "@{Dr. S}. keep it"),
        ("write to azad@example.org", "write to azad@example.org"),
        ("Azad is right", "Azad is right"),
        ("One thing: no", "One thing: no"),
        ("at 10:30 or http://example.org", "at 10:30 or http://example.org"),
        ("@", "@"),
        ("", ""),
    ],
)
def test_addresses_inside_a_comment(pseudonyms: Pseudonyms, text: str, expected: str) -> None:
    def token(match: re.Match[str]) -> str:
        return pseudonyms.token(match[1])

    assert pseudonyms.in_text(text) == re.sub(r"\{(.*?)\}", token, expected)


def test_long_lines_take_no_time(pseudonyms: Pseudonyms) -> None:
    for text in ("@" * 20_000, "a: " * 20_000, "@a " * 20_000, ":" * 20_000):
        assert len(pseudonyms.in_text(text)) >= len(text)


def test_a_file(tmp_path: Path, key_file: Path) -> None:
    path = synthetic.write(tmp_path / "a.jsonl", 300)
    output = tmp_path / "out.jsonl"
    result = run(path, "--key-file", key_file, "-o", output)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("300 records written to")
    before, after = list(synthetic.records(300)), list(load_records(output))
    names = commenters(before)
    tokens: dict[str, str] = {}
    for old, new in zip(before, after, strict=True):
        assert problems(new) == []
        assert {key: new[key] for key in new if key != "comments"} == {
            key: old[key] for key in old if key != "comments"
        }
        for was, now in zip(old["comments"], new["comments"], strict=True):
            assert tokens.setdefault(was["author"], now["author"]) == now["author"]
            assert was | {"author": 0, "text": 0} == now | {"author": 0, "text": 0}
            if was["text"].startswith("@"):
                answered = old["comments"][was["reply_to"] - 1]["author"]
                assert now["text"].startswith(f"@{tokens[answered]} ")
                assert was["text"].removeprefix(f"@{answered}") == now["text"].removeprefix(f"@{tokens[answered]}")
            else:
                assert now["text"] == was["text"]
    assert len(set(tokens.values())) == len(tokens)
    assert not names & {fold_name(comment["author"]) for record in after for comment in record["comments"]}


def test_names_of_the_side_list_too(tmp_path: Path, key_file: Path) -> None:
    record: dict[str, Any] = sound_record()
    record["latest_comments"][0]["text"] = "Reader One: see elsewhere"
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record) + "\n")
    assert run(path, "--key-file", key_file, "-o", tmp_path / "out.jsonl").exit_code == 0
    text = (tmp_path / "out.jsonl").read_text()
    assert "Reader One" not in text
    assert "Reader Two" not in text
    assert json.loads(text)["comments"][1]["author"] is None


def test_dropped_texts(tmp_path: Path, key_file: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(sound_record()) + "\n")
    assert run(path, "--key-file", key_file, "-o", tmp_path / "out.jsonl", "--drop-text").exit_code == 0
    (record,) = load_records(tmp_path / "out.jsonl")
    assert [comment["text"] for comment in record["comments"]] == [REMOVED, REMOVED]
    assert record["latest_comments"][0]["text"] == REMOVED
    assert problems(record) == []


def test_wrong_usage(tmp_path: Path, key_file: Path) -> None:
    path = synthetic.write(tmp_path / "a.jsonl", 3)
    output = tmp_path / "out.jsonl"
    assert "Missing option '--key-file'" in run(path, "-o", output).output
    missing = run(path, "--key-file", tmp_path / "none.key", "-o", output)
    assert missing.exit_code == 2
    assert "To make one: python -c" in missing.output
    (tmp_path / "short.key").write_text("short\n")
    assert "has 5 bytes; 16 are needed" in run(path, "--key-file", tmp_path / "short.key", "-o", output).output
    path.write_text(path.read_text() + "{\n")
    assert run(path, "--key-file", key_file, "-o", output).exit_code == 1
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.jsonl", "secret.key", "short.key"]
    output.touch()
    path.write_text(json.dumps(sound_record()) + "\n")
    assert "exists already and is not overwritten" in run(path, "--key-file", key_file, "-o", output).output


def test_a_key_is_the_same_with_and_without_its_line_end(key_file: Path) -> None:
    assert read_key(key_file) == KEY
