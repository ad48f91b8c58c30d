"""``rudaw schema``: print the output contract."""

from __future__ import annotations

import click

from rudaw_scraper.cli.options import examples
from rudaw_scraper.schema import schema_text


@click.command(
    epilog=examples(
        "rudaw schema > record.schema.json",
        "rudaw schema --merged > merged.schema.json",
    ),
)
@click.option("--merged", is_flag=True, help="That of a line of what `rudaw merge` writes.")
def schema(merged: bool) -> None:
    """Print the JSON Schema (draft 2020-12) of one line of output."""
    click.echo(schema_text(merged), nl=False)
