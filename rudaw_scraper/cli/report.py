"""``rudaw report``: a page to look at."""

from __future__ import annotations

from pathlib import Path

import click

from rudaw_scraper.cli.options import examples
from rudaw_scraper.cli.record_arguments import files_argument, telling
from rudaw_scraper.terminal import counted, printable


@click.command(
    epilog=examples(
        "rudaw report output/*/*/articles.jsonl -o report.html",
        "rudaw report articles.jsonl.gz -o report.html --private",
    ),
)
@files_argument
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The page; an earlier one is replaced.",
)
@click.option("--private", is_flag=True, help="Leave out the names of commenters.")
def report(files: tuple[str, ...], output: Path, private: bool) -> None:
    """Make one HTML page that shows what the files hold: charts, a table to search, articles to read.

    It opens from a file, makes no request, and stays below 3 MB. Needs the extra [report].
    """
    from rudaw_scraper.report.page import write_report

    with telling():
        count = write_report(files, output, private)
    click.echo(printable(f"{counted(count, 'article')} shown in {output}"))
