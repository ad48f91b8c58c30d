"""What the commands share that read files of records: their arguments, and errors as a person should see them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from rudaw_scraper.dataset.errors import BadKey, MissingExtra, NoFiles
from rudaw_scraper.errors import RudawError
from rudaw_scraper.terminal import printable

files_argument = click.argument("files", metavar="FILE...", nargs=-1, required=True)
key_file_option = click.option(
    "--key-file",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Secret key of at least 16 bytes. The same key gives the same tokens; keep it apart from the data.",
)


@contextmanager
def telling() -> Iterator[None]:
    """Turn this package's errors into a message and an exit code: 2 for wrong usage, 1 for everything else."""
    try:
        yield
    except (NoFiles, MissingExtra, BadKey) as error:
        raise click.UsageError(printable(str(error))) from None
    except RudawError as error:
        raise click.ClickException(printable(str(error))) from None
