"""Times and peak memory of loading, exporting, checking and reporting 100,000 synthetic articles.

python -m benchmarks.dataset            # 100,000 articles (740 MB), a few minutes, 2 GB of disk
python -m benchmarks.dataset 2000       # a taste

Every task runs in a process of its own. CPU seconds are those of all its threads; memory is its peak resident set.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import synthetic

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = 100_000
_EXPORT = (
    "from pathlib import Path\nfrom rudaw_scraper.dataset.export import export\n"
    "from rudaw_scraper.dataset.load import load_records\n"
    "count = export(load_records('articles.jsonl'), Path('{form}'), '{form}')"
)
_SCHEMA = "from rudaw_scraper.dataset.schemas import arrow_schema, duckdb_columns\n"
TASKS = {
    "load, newest": "from rudaw_scraper import load\ncount = sum(1 for _ in load('articles.jsonl'))",
    "load, all": "from rudaw_scraper import load\ncount = sum(1 for _ in load('articles.jsonl', newest=False))",
    **{f"export to {form}": _EXPORT.format(form=form) for form in ("parquet", "csv", "sqlite", "duckdb")},
    "schema alone": (
        "import json, time\nfrom rudaw_scraper.validation import _validator\n"
        "records = [json.loads(line) for line, _ in zip(open('articles.jsonl', encoding='utf-8'), range(5000))]\n"
        "before = time.process_time()\ncount = sum(map(_validator().is_valid, records))\n"
        "taken = time.process_time() - before"
    ),
    "validate": (
        "from pathlib import Path\nfrom rudaw_scraper.record_files import FileCheck\n"
        "check = FileCheck(Path('articles.jsonl'))\nassert not list(check.findings())\ncount = check.lines"
    ),
    "report": (
        "from pathlib import Path\nfrom rudaw_scraper.report.page import write_report\n"
        "count = write_report('articles.jsonl', Path('report.html'))\n"
        "print(f'report.html: {Path(\"report.html\").stat().st_size:,} bytes')"
    ),
    "pseudonymise": (
        "from pathlib import Path\nfrom rudaw_scraper.dataset.lines import write_lines\n"
        "from rudaw_scraper.dataset.load import load_records\n"
        "from rudaw_scraper.dataset.pseudonyms import Pseudonyms, commenters\n"
        "names = commenters(load_records('articles.jsonl', newest=False))\n"
        "records = load_records('articles.jsonl', newest=False)\n"
        "count = write_lines(map(Pseudonyms(b'k' * 32, names).replace, records), Path('pseudonymous.jsonl'))"
    ),
    "pandas, Parquet": (
        "import pandas\ncount = len(pandas.read_parquet('parquet/records.parquet', dtype_backend='pyarrow'))"
    ),
    "polars, Parquet": "import polars\ncount = polars.read_parquet('parquet/records.parquet').height",
    "polars, JSON Lines": _SCHEMA
    + (
        "import polars\nfrom pyarrow.json import ParseOptions, ReadOptions, read_json\n"
        "table = read_json('articles.jsonl', read_options=ReadOptions(block_size=32 << 20),\n"
        "    parse_options=ParseOptions(explicit_schema=arrow_schema(text_dates=True)))\n"
        "count = polars.from_arrow(table.cast(arrow_schema())).height"
    ),
    "DuckDB, Parquet": (
        "import duckdb\n"
        "count = duckdb.sql(\"SELECT count(*), sum(len(body)), sum(len(comments)) FROM 'parquet/records.parquet'\")"
        ".fetchall()[0][0]"
    ),
    "DuckDB, JSON Lines": _SCHEMA
    + (
        "import duckdb\n"
        "articles = duckdb.read_json('articles.jsonl', columns=duckdb_columns(), maximum_object_size=32 << 20)\n"
        "count = duckdb.sql('SELECT count(*), sum(len(body)), sum(len(comments)) FROM articles').fetchall()[0][0]"
    ),
    "pyarrow, Parquet": (
        "import pyarrow.parquet\ncount = pyarrow.parquet.read_table('parquet/records.parquet').num_rows"
    ),
    "pyarrow, JSON Lines": _SCHEMA
    + (
        "from pyarrow.json import ParseOptions, ReadOptions, read_json\n"
        "table = read_json('articles.jsonl', read_options=ReadOptions(block_size=32 << 20),\n"
        "    parse_options=ParseOptions(explicit_schema=arrow_schema(text_dates=True)))\n"
        "count = table.cast(arrow_schema()).num_rows"
    ),
    "datasets, Parquet": (
        "import datasets\n"
        "count = len(datasets.load_dataset('parquet', data_files='parquet/records.parquet', split='train'))"
    ),
}
_FRAME = """
import resource, time
taken = None
start = time.process_time(), time.perf_counter()
{task}
cpu = taken or time.process_time() - start[0]
wall = time.perf_counter() - start[1]
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{name:20} {{cpu:7.1f}} s CPU {{wall:7.1f}} s {{count / cpu:>9,.0f}}/s CPU {{peak:7,.0f}} MB", flush=True)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=ARTICLES, help="how many articles are made")
    parser.add_argument("folder", nargs="?", help="where they are put meanwhile; by default the system's")
    arguments = parser.parse_args()
    count = arguments.count
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        path = synthetic.write(Path(folder) / "articles.jsonl", count)
        print(f"{count:,} articles, {path.stat().st_size / 1e6:,.0f} MB")
        offline = {"HF_HOME": "hf", "HF_HUB_OFFLINE": "1", "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}
        environment = os.environ | offline | {"PYTHONPATH": str(ROOT)}
        for name, task in TASKS.items():
            code = _FRAME.format(name=name, task=task)
            subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, check=True)


if __name__ == "__main__":
    main()
