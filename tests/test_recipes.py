"""The recipes of docs/load.md run as printed and give the types that they promise."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import synthetic
from tests.doc_blocks import all_blocks
from tests.small_site import ROOT, environment, rudaw
from tests.test_docs import run_python

DOCUMENT = (ROOT / "docs" / "load.md").read_text(encoding="utf-8")
COUNT = 2000
# In the synthetic records date_modified, summary and latest_comments hold no value at all.
PANDAS = {
    "id": "string",
    "date_published": "date32[day]",
    "date_modified": "date32[day]",
    "fetched_at": "timestamp[us, tz=UTC]",
    "summary": "string",
    "comment_count": "int64",
    "section_path": "list<",
    "comments": "list<",
    "latest_comments": "list<",
}
COMMENT = {"position": "int64", "author": "string", "date": "date32[day]", "text": "string", "reply_to": "int64"}


def recipe(name: str, language: str = "python") -> str:
    text = DOCUMENT.split(f"\n### {name}\n")[1].split("\n#")[0]
    (block,) = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    return block


def test_every_recipe_has_a_test() -> None:
    recipes = [block for block in all_blocks() if block.is_recipe]
    assert len({block.heading for block in recipes}) == len(recipes) > 10
    tests = Path(__file__).read_text(encoding="utf-8")
    for block in recipes:
        assert block.document == "docs/load.md", block.place
        assert f'"{block.heading}"' in tests or f"## {block.heading}\\n" in tests, block.place


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("recipes")
    synthetic.write(folder / "articles.jsonl", COUNT)
    for form in ("parquet", "csv"):
        result = rudaw("export", "articles.jsonl", "--to", form, "tables", cwd=folder)
        assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def comment_count(folder: Path) -> int:
    return sum(len(record["comments"]) for record in synthetic.records(COUNT))


def assert_arrow_types(printed: str) -> None:
    types = dict(line.split("=", 1) for line in printed.splitlines())
    assert types.pop("rows") == str(COUNT)
    for name, expected in PANDAS.items():
        assert types[name].startswith(expected), (name, types[name])
    for name, expected in COMMENT.items():
        assert f"{name}: {expected}" in types["comments"]
    assert types["day"] == "2016"


ARROW_CHECK = """
print(f"rows={len(articles)}")
for name in NAMES:
    print(f"{name}={TYPE}".replace("[pyarrow]", ""))
year = DAY.year
print("day=2016" if 2015 <= year <= 2018 else year)
"""


def arrow_check(type_of: str, day: str) -> str:
    return ARROW_CHECK.replace("NAMES", str(list(PANDAS))).replace("TYPE", type_of).replace("DAY", day)


@pytest.mark.parametrize("name", ["pandas", "pandas from JSON Lines"])
def test_pandas(folder: Path, name: str) -> None:
    check = arrow_check("articles.dtypes[name]", "articles['date_published'][0]")
    assert_arrow_types(run_python(recipe(name) + check, folder))


@pytest.mark.parametrize("name", ["pyarrow", "pyarrow from JSON Lines"])
def test_pyarrow(folder: Path, name: str) -> None:
    check = arrow_check("articles.schema.field(name).type", "articles['date_published'][0].as_py()")
    assert_arrow_types(run_python(recipe(name) + check, folder))


@pytest.mark.parametrize("name", ["datasets", "datasets from JSON Lines"])
def test_datasets(folder: Path, name: str) -> None:
    check = arrow_check("articles.features.arrow_schema.field(name).type", "articles[0]['date_published']")
    offline = "import os\nos.environ |= {'HF_HOME': 'hf', 'HF_HUB_OFFLINE': '1', 'HF_DATASETS_OFFLINE': '1'}\n"
    assert_arrow_types(run_python(offline + recipe(name) + check, folder))


@pytest.mark.parametrize("name", ["polars", "polars from JSON Lines"])
def test_polars(folder: Path, name: str) -> None:
    check = """
moment = pl.Datetime("us", "UTC")
expected = {"id": pl.String, "date_published": pl.Date, "date_modified": pl.Date, "fetched_at": moment,
            "summary": pl.String, "comment_count": pl.Int64, "section_path": pl.List(pl.String)}
assert {name: articles.schema[name] for name in expected} == expected, articles.schema
comment = {"position": pl.Int64, "author": pl.String, "date": pl.Date, "datetime": moment, "date_raw": pl.String,
           "text": pl.String, "reply_to": pl.Int64}
assert articles.schema["comments"] == pl.List(pl.Struct(comment))
assert isinstance(articles.schema["latest_comments"].inner, pl.Struct)
assert articles["date_published"].null_count() == 0
print(articles.height, articles["comments"].list.len().sum())
"""
    comments = sum(len(record["comments"]) for record in synthetic.records(COUNT))
    assert run_python(recipe(name) + check, folder) == f"{COUNT} {comments}\n"


@pytest.mark.parametrize("name", ["DuckDB", "DuckDB from JSON Lines"])
def test_duckdb(folder: Path, name: str, comment_count: int) -> None:
    check = """
types = dict(zip(articles.columns, map(str, articles.types)))
moment = "TIMESTAMP WITH TIME ZONE"
expected = {"id": "VARCHAR", "date_published": "DATE", "date_modified": "DATE", "fetched_at": moment,
            "summary": "VARCHAR", "comment_count": "BIGINT", "section_path": "VARCHAR[]"}
assert {name: types[name] for name in expected} == expected, types
assert types["comments"].endswith("[]") and "DATE" in types["comments"] and moment in types["comments"]
assert types["latest_comments"].startswith("STRUCT(")
print(*duckdb.sql("SELECT count(*), sum(len(comments)) FROM articles").fetchall()[0])
"""
    assert run_python(recipe(name) + check, folder) == f"{COUNT} {comment_count}\n"


def test_duckdb_unnests_comments(folder: Path, comment_count: int) -> None:
    check = "\nprint(duckdb.sql('SELECT count(*), min(date) FROM comments').fetchall()[0][0], comments.types[3])"
    assert run_python(recipe("DuckDB") + check, folder) == f"{comment_count} DATE\n"


def test_the_package_alone(folder: Path, comment_count: int) -> None:
    (block,) = re.findall(
        r"```python\n(.*?)```", DOCUMENT.split("\n## With rudaw_scraper alone\n")[1].split("\n#")[0], re.DOTALL
    )
    small = folder / "small"
    small.mkdir(exist_ok=True)
    synthetic.write(small / "articles.jsonl", 20)
    printed = run_python(block, small)
    first = next(record for record in synthetic.records(20) if record["comments"])
    comment = first["comments"][0]
    assert printed.startswith(f"{first['date_published']} {comment['author']} {comment['text']}")


def test_the_plot_of_the_readme(folder: Path, comment_count: int) -> None:
    """From a file to comments per month, as printed in the README."""
    part = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## Load and look\n")[1].split("\n## ")[0]
    (code,) = re.findall(r"```python\n(.*?)```", part, re.DOTALL)
    assert part.index("pip install") < part.index(code)
    assert 1 + len([line for line in code.splitlines() if line]) == 10  # that of pip among them
    run = folder / "output" / "all" / "20261122T020000Z"
    run.mkdir(parents=True)
    shutil.copyfile(folder / "articles.jsonl", run / "articles.jsonl")
    no_window = "import matplotlib\nmatplotlib.use('agg')\n"
    assert (
        run_python(no_window + code + "\nprint(sum(months.values()), len(months))", folder) == f"{comment_count} 49\n"
    )
    assert (folder / "comments.png").read_bytes().startswith(b"\x89PNG")


needs_r = pytest.mark.skipif(
    shutil.which("Rscript") is None, reason="R is not installed (Debian: r-base-core r-cran-jsonlite)"
)


def run_r(code: str, folder: Path) -> str:
    result = subprocess.run(
        ["Rscript", "-"],
        input=code,
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=environment() | {"LC_ALL": "C.UTF-8"},
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


@needs_r
def test_r_reads_the_tables(folder: Path, comment_count: int) -> None:
    check = 'cat(nrow(comments), class(comments$date), class(comments$article_id), class(comments$reply_to), "\\n")'
    assert run_r(recipe("R", "r") + check, folder) == f"{comment_count} Date character integer \n"


@needs_r
def test_r_reads_json_lines(folder: Path) -> None:
    check = """
stopifnot(inherits(articles$date_published, "Date"), !anyNA(articles$date_published))
stopifnot(inherits(articles$date_modified, "Date"), is.character(articles$id), is.character(articles$summary))
stopifnot(is.list(articles$comments), is.data.frame(articles$comments[[which.max(articles$comment_count)]]))
cat(nrow(articles), sum(articles$comment_count), "\\n")
"""
    comments = sum(len(record["comments"]) for record in synthetic.records(COUNT))
    assert run_r(recipe("R from JSON Lines", "r") + check, folder) == f"{COUNT} {comments} \n"
