"""What several commands share: options, and the form of the examples in their help."""

from __future__ import annotations

from pathlib import Path

import click

from rudaw_scraper.logs import LEVELS

output_option = click.option(
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder for the runs; each makes a folder of its own in it.",
)
log_level_option = click.option(
    "--log-level",
    type=click.Choice(LEVELS, case_sensitive=False),
    default=None,
    help="How much to log to standard error.  [default: WARNING on a terminal, else INFO]",
)


def examples(*lines: str) -> str:
    """Return the epilog of a command's help; the control character keeps click from wrapping it."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
