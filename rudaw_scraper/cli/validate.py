"""``rudaw validate``: check files of records against the output contract."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rudaw_scraper.cli.options import examples
from rudaw_scraper.cli.record_arguments import telling
from rudaw_scraper.record_files import FileCheck, Finding
from rudaw_scraper.terminal import counted, printable

UNWRAPPED = 10_000  # columns: in files and pipes each finding stays on one line
SHOWN = 100  # findings per file; a file that is wrong throughout need not scroll away


@click.command(
    epilog=examples(
        "rudaw validate output/all/20261122T020000Z/articles.jsonl",
        "rudaw validate output/*/*/articles.jsonl.gz",
    ),
)
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
def validate(files: tuple[Path, ...]) -> None:
    """Check files of records against the output contract, line by line.

    Exit code 1 if anything is wrong.
    """
    sound = [_validate_file(path) for path in files]
    sys.exit(0 if all(sound) else 1)


def _validate_file(path: Path) -> bool:
    check = FileCheck(path)
    name = printable(str(path))
    try:
        with telling():
            findings = check.findings()
            shown = list(islice(findings, SHOWN))
            more = sum(1 for _ in findings)
    except OSError as error:
        raise click.UsageError(f"{name} cannot be read: {error.strerror}.") from None
    records = counted(check.lines, "record")
    if not shown:
        click.echo(f"{name}: {records}, sound")
        return True
    click.echo(f"{name}: {records}, {counted(len(shown) + more, 'problem')}")
    width = None if sys.stdout.isatty() else UNWRAPPED
    Console(width=width).print(_table(shown))
    if more:
        click.echo(f"... and {counted(more, 'problem')} more")
    return False


def _table(findings: list[Finding]) -> Table:
    table = Table("line", "id", "problem", box=None, pad_edge=False, header_style="bold")
    table.columns[0].justify = "right"
    for column in table.columns[:2]:
        column.no_wrap = True
    for finding in findings:
        cells = (str(finding.line), finding.record_id or "", finding.problem)
        table.add_row(*(Text(printable(cell)) for cell in cells))
    return table
