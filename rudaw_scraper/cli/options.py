"""What several commands share: options, and the form of the examples in their help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from rudaw_scraper.editions import EDITIONS

_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
Command = TypeVar("Command", bound=Callable[..., Any])

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
    type=click.Choice(_LEVELS, case_sensitive=False),
    default=None,
    help="How much to log to standard error.  [default: WARNING on a terminal, else INFO]",
)
edition_option = click.option(
    "--edition",
    "editions",
    multiple=True,
    type=click.Choice(list(EDITIONS), case_sensitive=False),
    help="Language edition; may be given several times.  [default: all]",
)
section_option = click.option(
    "--section",
    "sections",
    metavar="PATH",
    multiple=True,
    help="Section as in the address, such as middleeast/iraq; may be given several times.  [default: all]",
)
contact_option = click.option(
    "--contact",
    metavar="ADDRESS",
    default="",
    help="Web or mail address at which the people whose server is asked can reach you; sent with every request.",
)


def limit_option(what: str) -> Callable[[Command], Command]:
    """Return the option for the most that is fetched; ``what`` is counted ("articles")."""
    return click.option("--limit", metavar="N", type=click.IntRange(min=1), help=f"Fetch at most N {what}.")


def delay_option(words: str) -> Callable[[Command], Command]:
    """Return the option for the pause in seconds; ``words`` say between what, and the default."""
    return click.option("--delay", metavar="SECONDS", type=click.FloatRange(0, 3600), help=words)


def examples(*lines: str) -> str:
    """Return the epilog of a command's help; the control character keeps click from wrapping it."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
