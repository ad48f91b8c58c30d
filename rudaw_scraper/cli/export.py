"""``rudaw export``: write records in a format for analysis."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from rudaw_scraper.cli.options import examples
from rudaw_scraper.cli.record_arguments import files_argument, telling
from rudaw_scraper.terminal import counted, printable


@click.command(
    epilog=examples(
        "rudaw export output/*/*/articles.jsonl --to parquet tables/",
        "rudaw export articles.jsonl.gz --to csv tables/ --overwrite",
    ),
)
@files_argument
@click.option(
    "--to",
    "form",
    required=True,
    type=click.Choice(["parquet", "csv", "sqlite", "duckdb"]),
    help="Format. parquet needs the extra [parquet], duckdb the extra [duckdb].",
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--overwrite", is_flag=True, help="Replace files of an earlier export.")
def export(files: tuple[str, ...], form: str, folder: Path, overwrite: bool) -> None:
    """Export the newest capture of each article to files in the folder DIR.

    All formats hold four flat tables that are joined by article_id: articles, comments, quotations, captions. Parquet
    also holds the records as they are, nested. Of merged records the comments keep seen_first and seen_last.
    """
    from rudaw_scraper.dataset.export import TARGETS, Format, export
    from rudaw_scraper.dataset.files import expand
    from rudaw_scraper.dataset.load import load_records
    from rudaw_scraper.dataset.newest import hold_merged

    chosen = cast("Format", form)
    with telling():
        found = expand(files)
        count = export(load_records(found), folder, chosen, overwrite, hold_merged(found))
    names = ", ".join(TARGETS[chosen].names)
    click.echo(printable(f"{counted(count, 'article')} written to {folder}: {names}"))
