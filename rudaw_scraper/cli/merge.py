"""``rudaw merge``: one record per article out of many captures."""

from __future__ import annotations

from pathlib import Path

import click

from rudaw_scraper.archives.merge import merge_files
from rudaw_scraper.cli.options import examples
from rudaw_scraper.cli.record_arguments import files_argument, telling
from rudaw_scraper.dataset.files import expand
from rudaw_scraper.terminal import counted, printable


@click.command(
    epilog=examples(
        "rudaw merge output/archive/*/articles.jsonl -o merged.jsonl",
        "rudaw merge output/wayback/*/articles.jsonl output/all/*/articles.jsonl --output merged.jsonl",
    ),
)
@files_argument
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; it must not exist.",
)
def merge(files: tuple[str, ...], output: Path) -> None:
    """Merge the captures of each article into one record.

    It holds the newest reading of each field and all comments ever seen; a comment that is missing in some capture has
    seen_first and seen_last. Files may be packed (.gz, .zst). Memory is bounded, whatever their size; the folder of
    the output needs room for them once more.
    """
    with telling():
        captures, articles = merge_files(expand(files), output)
    click.echo(f"{counted(captures, 'capture')} of {counted(articles, 'article')}: {printable(str(output))}")
