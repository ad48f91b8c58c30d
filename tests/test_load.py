"""Reading records back: types, compression, the newest capture, and what is said of files that cannot be read."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import zstandard

from rudaw_scraper import Article, RudawError, load
from rudaw_scraper.dataset.errors import BadRecords, MissingExtra, NoFiles
from rudaw_scraper.dataset.load import load_records
from rudaw_scraper.record import Comment, Quote, Segment
from tests import synthetic
from tests.memory import PRINT_PEAK
from tests.records import sound_record
from tests.small_site import environment


def line(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return synthetic.write(tmp_path / "articles.jsonl", 50)


def test_articles_come_typed_and_equal_to_their_records(path: Path) -> None:
    articles = list(load(path))
    assert [article.to_dict() for article in articles] == list(synthetic.records(50))
    assert all(isinstance(article, Article) for article in articles)
    commented = next(article for article in articles if article.comments)
    assert isinstance(commented.comments[0], Comment)
    quoted = next(article for article in articles if article.quotes)
    assert isinstance(quoted.quotes[0], Quote)
    assert isinstance(quoted.quotes[0].segments[0], Segment)


def test_compressed_files_and_patterns(path: Path) -> None:
    data = path.read_bytes()
    middle = data.index(b"\n") + 1
    path.with_suffix(".jsonl.gz").write_bytes(gzip.compress(data))
    packed = zstandard.compress(data[:middle]) + zstandard.compress(data[middle:])  # frames, as appending makes them
    path.with_suffix(".jsonl.zst").write_bytes(packed)
    expected = list(synthetic.records(50))
    for suffix in (".jsonl", ".jsonl.gz", ".jsonl.zst"):
        assert list(load_records(path.with_suffix(suffix))) == expected
        assert list(load_records(str(path.parent / f"*{suffix}"), newest=False)) == expected
    assert len(list(load(str(path.parent / "*"), newest=False))) == 150
    assert len(list(load([path, path.with_suffix(".jsonl.gz")]))) == 50


@pytest.mark.parametrize(
    ("times", "newest"),
    [
        (["2018-05-09T09:00:00Z", "2018-05-10T09:00:00Z"], 1),
        (["2018-05-10T09:00:00Z", "2018-05-09T09:00:00Z"], 0),
        (["2018-05-09T09:00:00Z", "2018-05-09T09:00:00Z"], 1),  # at the same moment the last line counts
        (["2018-05-09T09:00:00.5Z", "2018-05-09T09:00:00Z"], 0),
        (["2018-05-09T09:00:00Z", "2018-05-09T09:00:00.25Z", "2018-05-09T09:00:00.2Z"], 1),
    ],
)
def test_the_newest_capture_of_an_article(tmp_path: Path, times: list[str], newest: int) -> None:
    captures = [sound_record() | {"fetched_at": time, "headline": f"Capture {n}"} for n, time in enumerate(times)]
    other = sound_record() | {"id": "english/kurdistan/070520189"}
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(map(line, [*captures, other])))
    assert [article.headline for article in load(path)] == [f"Capture {newest}", other["headline"]]
    assert len(list(load(path, newest=False))) == len(times) + 1


def test_keys_inside_texts_do_not_deceive(tmp_path: Path) -> None:
    """The newest line is found without parsing where that is safe, and in the same way where it is not."""
    first = sound_record() | {"headline": 'The key "fetched_at": "2030-01-01T00:00:00Z" in a headline'}
    reordered = dict(reversed(list((sound_record() | {"fetched_at": "2019-01-01T00:00:00Z"}).items())))
    compact = json.dumps(sound_record() | {"headline": "compact"}, separators=(",", ":")).encode() + b"\n"
    path = tmp_path / "a.jsonl"
    path.write_bytes(line(reordered) + b"\n" + line(first) + compact)
    assert [article.fetched_at for article in load(path)] == ["2019-01-01T00:00:00Z"]


def test_nothing_named() -> None:
    for paths in ("no/such.jsonl", "no/*/such.jsonl", ["no/such.jsonl"]):
        with pytest.raises(NoFiles, match=r"such\.jsonl names no file"):
            load(paths)
    assert issubclass(NoFiles, RudawError)


def test_a_folder_is_told_from_a_file(tmp_path: Path) -> None:
    with pytest.raises(BadRecords, match=r"is a folder\. Name the files in it"):
        load(tmp_path)


SOUND = sound_record()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"{\n", "line 2: not JSON"),
        (b"[]\n", "line 2: no JSON object"),
        (b'{"a": "\xff"}\n', "line 2: not JSON in UTF-8"),
        (line(SOUND).replace(b"Bridge opens", b"\\ud83d"), "line 2: not JSON in UTF-8"),
        (
            line({key: value for key, value in SOUND.items() if key != "body"}),
            "line 2: the keys and lists are not those",
        ),
        (line(SOUND | {"extra": 1}), "line 2: the keys and lists are not those"),
        (line(SOUND | {"comments": [{"text": "x"}]}), "line 2: the keys and lists are not those"),
        (line(SOUND | {"tags": "bridges"}), "line 2: the keys and lists are not those"),
        (line(SOUND | {"comments": None}), "line 2: the keys and lists are not those"),
        (
            line(SOUND | {"quotes": [SOUND["quotes"][0] | {"segments": [{"start": 1}]}]}),
            "line 2: the keys and lists are not",
        ),
        (line(SOUND | {"schema_version": "2.0"}), "line 2: schema_version is '2.0', and this program reads '1.0'"),
        (b'{"url": "https://www.rudaw.net/x", "reason": "BlockPage"}\n', "line 2: schema_version is None"),
        (b"[" * 100_000 + b"\n", "line 2: not JSON"),
    ],
)
def test_a_line_that_is_no_record(tmp_path: Path, raw: bytes, words: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line(SOUND) + raw)
    with pytest.raises(BadRecords, match=words):
        list(load(path, newest=False))


def test_a_line_without_an_id(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"schema_version": "1.0", "id": null}\n')
    with pytest.raises(BadRecords, match="id or fetched_at is missing"):
        list(load(path))


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
@pytest.mark.parametrize("damage", [lambda data: data[:-20], lambda data: data[:90] + b"\0" * 60 + data[150:]])
def test_damaged_files_are_not_taken_for_whole(path: Path, suffix: str, damage: Any) -> None:
    packed = (gzip if suffix == ".gz" else zstandard).compress(path.read_bytes())
    cut = path.with_suffix(".jsonl" + suffix)
    cut.write_bytes(damage(packed))
    with pytest.raises(BadRecords, match="damaged or cut off"):
        list(load(cut, newest=False))


def test_zst_without_the_package(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut = path.with_suffix(".jsonl.zst")
    cut.write_bytes(zstandard.compress(path.read_bytes()))
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(MissingExtra, match=r"needs the package zstandard.*pip install 'rudaw-scraper\[zstd\]'"):
        list(load(cut))


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """Peak memory for 40 times the articles, in processes of their own: 60 MB of lines, a few MB of difference."""
    small, large = synthetic.write(tmp_path / "small.jsonl", 200), synthetic.write(tmp_path / "large.jsonl", 8000)
    code = "import sys\nfrom rudaw_scraper import load\nfor article in load(sys.argv[1]): pass\n" + PRINT_PEAK
    peaks = []
    for path in (small, large):
        command = [sys.executable, "-c", code, str(path)]
        result = subprocess.run(command, capture_output=True, check=True, env=environment(covered=False), timeout=60)
        peaks.append(int(result.stdout) / 1024)
    assert large.stat().st_size > 50e6
    assert peaks[1] - peaks[0] < 12


def test_importing_the_package_loads_no_analysis_library() -> None:
    code = (
        "import sys, rudaw_scraper\n"
        "print({'pyarrow', 'pandas', 'numpy', 'duckdb', 'zstandard', 'vl_convert'} & sys.modules.keys())"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env=environment(), timeout=60
    )
    assert result.stdout == b"set()\n"
