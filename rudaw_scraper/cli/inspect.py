"""``rudaw inspect``: show how a page was read."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rudaw_scraper.cli.options import examples
from rudaw_scraper.cli.page_arguments import name_of, page_arguments, page_of
from rudaw_scraper.errors import BadAddress, NotAnArticle
from rudaw_scraper.terminal import printable

if TYPE_CHECKING:
    from rudaw_scraper.inspection import Inspection

_SHOWN = 100  # characters of a line
_WIDE = 200  # columns in files and pipes


@click.command(
    epilog=examples(
        "rudaw inspect page.html --url https://www.rudaw.net/english/middleeast/22072017",
        "rudaw inspect page.html --url https://www.rudaw.net/english/middleeast/22072017 --html how.html",
    ),
)
@page_arguments
@click.option(
    "--html",
    "html_file",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it as an HTML page, with the lines marked, in place of printing it.",
)
def inspect(file: Path, url: str, fetched_at: str | None, content_type: str | None, html_file: Path | None) -> None:
    """Show how a saved page was read: its layout and why, what each line was taken for, and the record."""
    from rudaw_scraper.inspection import as_html, inspect_page  # loads the readers

    page = page_of(file, url, fetched_at, content_type)
    try:
        inspection = inspect_page(page)
    except BadAddress as error:
        raise click.UsageError(printable(str(error))) from None
    except NotAnArticle as error:
        message = f"{name_of(file)} has no lines to show ({type(error).__name__}): {error}"
        raise click.ClickException(printable(message)) from None
    if html_file is None:
        _print(inspection)
        return
    try:
        html_file.write_text(as_html(inspection), encoding="utf-8")
    except OSError as error:
        raise click.ClickException(printable(f"{html_file} cannot be written: {error.strerror or error}.")) from None
    click.echo(f"written to {html_file}")


def _print(inspection: Inspection) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else _WIDE, highlight=False, soft_wrap=False)
    console.print(f"[bold]layout[/] {inspection.layout or 'none'}")
    for step in inspection.steps:
        console.print(Text(f"  {step}"))
    table = Table("line", "taken for", "text", "place", box=None, pad_edge=False, header_style="bold")
    for line in inspection.lines:
        text = line.text if len(line.text) <= _SHOWN else line.text[: _SHOWN - 1] + "…"
        cells = (f"{line.index} {line.gap}", line.role, printable(text), printable(line.place))
        table.add_row(*(Text(cell) for cell in cells), style=None if line.role else "dim")
    console.print(table)
    if inspection.record is None:
        console.print(Text(f"no record: {printable(inspection.refusal or '')}"))
        return
    for key, value in inspection.record.items():
        console.print(Text(f"{key}: {printable(json.dumps(value, ensure_ascii=False))}"), soft_wrap=True)
