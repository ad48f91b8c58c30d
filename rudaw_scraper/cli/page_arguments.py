"""The argument and options that name one page, its address and when it was captured."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from rudaw_scraper.errors import BadTime
from rudaw_scraper.page import Page
from rudaw_scraper.saved_pages import content_type_of, file_time, read_bytes
from rudaw_scraper.terminal import printable

_Command = TypeVar("_Command", bound=Callable[..., Any])

_PARAMETERS = (
    click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path)),
    click.option("--url", required=True, help="Address that the page had on the site."),
    click.option(
        "--fetched-at",
        metavar="TIME",
        help="When the page was captured, such as 2019-03-22T09:00:00Z.  [default: the file's own time]",
    ),
    click.option(
        "--content-type",
        metavar="TYPE",
        help="Media type, with or without a charset.  [default: text/plain for .txt, else text/html]",
    ),
)


def page_arguments(command: _Command) -> _Command:
    """Give a command the parameters ``file``, ``url``, ``fetched_at`` and ``content_type``."""
    for parameter in reversed(_PARAMETERS):
        command = parameter(command)
    return command


def page_of(file: Path, url: str, fetched_at: str | None, content_type: str | None) -> Page:
    """Read the page that the parameters name; "-" is standard input. Raises :class:`click.UsageError`."""
    from rudaw_scraper.extract import parse_time  # loads the readers, which other commands do without

    content, time = _read(file)
    try:
        moment = parse_time(fetched_at) if fetched_at else time
    except BadTime as error:
        raise click.UsageError(printable(str(error))) from None
    return Page(content, url, moment, content_type or content_type_of(file))


def name_of(file: Path) -> str:
    """Return how messages call the file."""
    return "standard input" if str(file) == "-" else str(file)


def _read(file: Path) -> tuple[bytes, datetime]:
    if str(file) == "-":
        return sys.stdin.buffer.read(), datetime.now(UTC)
    try:
        return read_bytes(file), file_time(file)
    except OSError as error:
        raise click.UsageError(printable(f"{file} cannot be read: {error.strerror or error}.")) from None
