"""``rudaw schema``: print the output contract."""

from __future__ import annotations

import click

from rudaw_scraper.cli.options import examples
from rudaw_scraper.schema import schema_text


@click.command(
    epilog=examples(
        "rudaw schema > record.schema.json",
    ),
)
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of one line of output."""
    click.echo(schema_text(), nl=False)
