"""The folder to publish, judged by the tools of its formats."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rudaw_scraper.cli import main
from rudaw_scraper.dataset.load import load_records
from rudaw_scraper.record import RECORD_CLASSES
from rudaw_scraper.validation import problems
from tests import synthetic
from tests.test_docs import run_python

COUNT = 300
CONTACT = "mailto:archive@example.org"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["dataset", *map(str, arguments)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("dataset")
    synthetic.write(base / "articles.jsonl", COUNT)
    (base / "manifest.json").write_text('{"sound": true}\n')
    (base / "secret.key").write_text("0123456789abcdef0123456789abcdef\n")
    arguments = [base / "articles.jsonl", "-o", base / "out", "--key-file", base / "secret.key", "--contact", CONTACT]
    result = run(*arguments, "--title", 'Rudaw: "articles"', "--data-version", "2.1.0")
    assert result.output == f"{COUNT} articles in {base / 'out'}\n"
    return base / "out"


def test_the_files_are_there_and_their_sums_are_right(folder: Path) -> None:
    listed = dict(line.split("  ", 1)[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert set(listed) == set(there) - {"SHA256SUMS"}
    assert {name: hashlib.sha256(there[name].read_bytes()).hexdigest() for name in listed} == listed
    assert {"README.md", "DATA_DICTIONARY.md", "data/records.jsonl.gz", "data/comments.parquet"} <= set(there)
    (manifest,) = (folder / "manifests").iterdir()
    assert json.loads(manifest.read_text()) == {"sound": True}


def test_the_records_are_sound_and_pseudonymous(folder: Path) -> None:
    records = list(load_records(folder / "data" / "records.jsonl.gz"))
    assert [record["id"] for record in records] == [record["id"] for record in synthetic.records(COUNT)]
    assert all(problems(record) == [] for record in records)
    authors = {comment["author"] for record in records for comment in record["comments"]}
    assert all(re.fullmatch("reader-[0-9a-f]{16}", author) for author in authors)
    assert b"0123456789abcdef" not in gzip.decompress((folder / "data" / "records.jsonl.gz").read_bytes())


def test_hugging_face_loads_every_configuration_with_its_types(folder: Path) -> None:
    code = """
import os
os.environ |= {"HF_HOME": "../hf", "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}
import datasets
folder = os.getcwd()
from rudaw_scraper.dataset.parquet import COLUMNS
from rudaw_scraper.dataset.schemas import arrow_schema
print(len(datasets.load_dataset(folder, split="train")))
for name, columns in COLUMNS.items():
    features = datasets.load_dataset_builder(folder, name).info.features
    assert features.arrow_schema.remove_metadata() == arrow_schema(columns), (name, features)
    data = datasets.load_dataset(folder, name, split="train")
    assert data.features == features
    print(name, len(data))
"""
    expected = {"records": COUNT, "articles": COUNT, "comments": 0, "quotations": 0, "captions": 0}
    for record in synthetic.records(COUNT):
        for table, key in (("comments", "comments"), ("quotations", "quotes"), ("captions", "captions")):
            expected[table] += len(record[key])
    lines = run_python(code, folder).splitlines()
    assert lines == [str(COUNT), *(f"{name} {count}" for name, count in expected.items())]


def test_frictionless_finds_the_package_valid(folder: Path) -> None:
    code = """
from frictionless import Package
package = Package("datapackage.json")
report = package.validate()
assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:5]
rows = package.get_resource("records").read_rows()
print(len(rows), *(type(rows[0][name]).__name__ for name in ("date_published", "fetched_at", "comments")))
"""
    assert (
        run_python("import warnings\nwarnings.simplefilter('ignore')\n" + code, folder)
        == f"{COUNT} date datetime list\n"
    )


@pytest.mark.skipif(importlib.util.find_spec("mlcroissant") is None, reason="mlcroissant is not installed")
def test_croissant_reads_the_tables(folder: Path) -> None:
    code = """
import itertools, mlcroissant
dataset = mlcroissant.Dataset(jsonld="croissant.json")
assert not dataset.metadata.ctx.issues.errors, dataset.metadata.ctx.issues.report()
for table in ("articles", "comments", "quotations", "captions"):
    rows = list(itertools.islice(dataset.records(table), 3))
    print(len(rows), rows[0][f"{table}/article_id"].decode())
"""
    first = next(iter(synthetic.records(1)))["id"]
    lines = run_python(code, folder).splitlines()
    assert len(lines) == 4
    assert lines[0] == f"3 {first}"


def test_the_card_counts_and_warns(folder: Path) -> None:
    card = (folder / "README.md").read_text(encoding="utf-8")
    records = list(synthetic.records(COUNT))
    assert 'pretty_name: "Rudaw: \\"articles\\""' in card
    for edition in ("english", "sorani"):
        chosen = [record for record in records if record["edition"] == edition]
        comments = sum(len(record["comments"]) for record in chosen)
        assert f"| {edition} | {len(chosen)} | {comments} |" in card
    days = sorted(record["date_published"] for record in records)
    assert f"{days[0]} to {days[-1]}" in " ".join(card.split())
    assert f"removed writes to {CONTACT}." in " ".join(card.split())
    assert "replaced by keyed tokens" in card
    assert "0123456789abcdef" not in card
    assert "$" not in card


def test_the_dictionary_names_every_key(folder: Path) -> None:
    dictionary = (folder / "DATA_DICTIONARY.md").read_text(encoding="utf-8")
    for cls in RECORD_CLASSES:
        part = dictionary.split(f"\n### {cls.__name__}\n")[1].split("\n#")[0]
        assert re.findall(r"^\| `(\w+)`", part, re.MULTILINE) == list(cls.__dataclass_fields__)
    assert "| `segments` | list of objects |" in dictionary


def test_names_are_kept_only_when_asked_for(tmp_path: Path) -> None:
    path = synthetic.write(tmp_path / "a.jsonl", 20)
    result = run(path, "-o", tmp_path / "out", "--contact", CONTACT)
    assert result.exit_code == 2
    assert "either --key-file FILE or --with-names" in result.output
    assert run(path, "-o", tmp_path / "out", "--contact", CONTACT, "--with-names", "--drop-text").exit_code == 2
    assert run(path, "-o", tmp_path / "out", "--contact", CONTACT, "--with-names").exit_code == 0
    assert list(load_records(tmp_path / "out" / "data" / "records.jsonl.gz")) == list(synthetic.records(20))
    assert "are in the data" in (tmp_path / "out" / "README.md").read_text()
    again = run(path, "-o", tmp_path / "out", "--contact", CONTACT, "--with-names")
    assert again.exit_code == 1
    assert "exists already and is not empty" in again.output


def test_dropped_texts_and_the_same_bytes_again(tmp_path: Path) -> None:
    path = synthetic.write(tmp_path / "a.jsonl", 20)
    key = tmp_path / "key"
    key.write_text("k" * 32)
    packed = []
    for name in ("one", "two"):
        arguments = [path, "-o", tmp_path / name, "--contact", CONTACT, "--key-file", key, "--drop-text"]
        assert run(*arguments).exit_code == 0
        packed.append((tmp_path / name / "data" / "records.jsonl.gz").read_bytes())
    assert packed[0] == packed[1]
    records = [json.loads(line) for line in gzip.decompress(packed[0]).splitlines()]
    assert {comment["text"] for record in records for comment in record["comments"]} == {"[text removed]"}
    assert "The texts of comments are taken out" in " ".join((tmp_path / "one" / "README.md").read_text().split())


def test_a_bad_line_leaves_nothing(tmp_path: Path) -> None:
    path = synthetic.write(tmp_path / "a.jsonl", 3)
    path.write_text(path.read_text() + "{\n")
    assert run(path, "-o", tmp_path / "out", "--contact", CONTACT, "--with-names").exit_code == 1
    assert list((tmp_path / "out").iterdir()) == []


def test_what_is_published_names_no_person_and_no_place_on_a_disk(tmp_path: Path) -> None:
    records = list(synthetic.records(3))
    home = tmp_path / "somebody"
    addresses = [(home / "page.html").as_uri(), "http://127.0.0.1:8000/english", "https://web.archive.org/web/1"]
    run_folder = tmp_path / "somewhere" / "all" / "20261122T020000Z"
    run_folder.mkdir(parents=True)
    with (run_folder / "articles.jsonl").open("w", encoding="utf-8") as file:
        for record, address in zip(records, addresses, strict=True):
            file.write(json.dumps(record | {"source_url": address}) + "\n")
    manifest = {
        "run": "all/20261122T020000Z",
        "versions": {"rudaw_scraper": "0.1.0"},
        "arguments": {
            "site": str(home / "site"),
            "contact": "mailto:somebody@example.org",
            "output": str(home / "output"),
            "cdx": "http://archive.internal/cdx",
            "edition": "sorani",
            "limit": 5,
        },
        "argv": ["rudaw", "crawl", "--contact", "mailto:somebody@example.org"],
        "sound": False,
        "problems": [
            f"{home / 'output'} cannot be written: No space left. 3 of 24 pages, and/or more.",
            "Ask somebody@example.org about ~/output, C:\\Users\\somebody or http://127.0.0.1:8000/x.",
        ],
        "counts": {"articles": 3},
        "refused": {"count": 1, "by_reason": {"NoAddress": 1}, "pages": [{"url": (home / "x").as_uri()}]},
        "files": [{"name": "articles.jsonl", "lines": 3}],
    }
    (run_folder / "manifest.json").write_text(json.dumps(manifest))
    out = tmp_path / "out"
    result = run(run_folder / "articles.jsonl", "-o", out, "--contact", CONTACT, "--with-names")
    assert result.exit_code == 0, result.output
    published = json.loads((out / "manifests" / "001-20261122T020000Z.json").read_text())
    assert published == {
        "run": "all/20261122T020000Z",
        "versions": {"rudaw_scraper": "0.1.0"},
        "sound": False,
        "problems": [
            "[removed] cannot be written: No space left. 3 of 24 pages, and/or more.",
            "Ask [removed] about [removed] [removed] or [removed]",
        ],
        "counts": {"articles": 3},
        "files": [{"name": "articles.jsonl", "lines": 3}],
        "arguments": {"edition": "sorani", "limit": 5},
        "refused": {"count": 1, "by_reason": {"NoAddress": 1}},
    }
    kept = [record["source_url"] for record in load_records(out / "data" / "records.jsonl.gz")]
    assert kept == [None, None, "https://web.archive.org/web/1"]
    unpacked = gzip.decompress((out / "data" / "records.jsonl.gz").read_bytes())
    assert b"somebody" not in unpacked + b"".join(path.read_bytes() for path in out.rglob("*") if path.is_file())
