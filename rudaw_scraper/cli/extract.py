"""``rudaw extract``: print the record of one page."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from rudaw_scraper.cli.options import examples
from rudaw_scraper.errors import BadAddress, BadTime, NotAnArticle
from rudaw_scraper.saved_pages import content_type_of, file_time, read_bytes
from rudaw_scraper.terminal import escaped, printable


@click.command(
    epilog=examples(
        "rudaw extract page.html --url https://www.rudaw.net/english/middleeast/22072017",
        "curl -s $URL | rudaw extract - --url $URL --jsonl",
    ),
)
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--url", required=True, help="Address that the page had on the site.")
@click.option(
    "--fetched-at",
    metavar="TIME",
    help="When the page was captured, such as 2019-03-22T09:00:00Z.  [default: the file's own time]",
)
@click.option(
    "--content-type",
    metavar="TYPE",
    help="Media type, with or without a charset.  [default: text/plain for .txt, else text/html]",
)
@click.option("--indent/--jsonl", default=True, show_default=True, help="Print indented, or as one line.")
def extract(file: Path, url: str, fetched_at: str | None, content_type: str | None, indent: bool) -> None:
    """Print the record of one saved page; FILE may be - for standard input."""
    from rudaw_scraper import extract_article  # loads the readers, which other commands do without

    content, time = _read(file)
    try:
        article = extract_article(
            content, url=url, fetched_at=fetched_at or time, content_type=content_type or content_type_of(file)
        )
    except (BadAddress, BadTime) as error:
        raise click.UsageError(printable(str(error))) from None
    except NotAnArticle as error:
        name = "standard input" if str(file) == "-" else str(file)
        raise click.ClickException(printable(f"{name} gives no article ({type(error).__name__}): {error}")) from None
    text = json.dumps(article.to_dict(), ensure_ascii=False, indent=2 if indent else None)
    sys.stdout.buffer.write((escaped(text) if sys.stdout.isatty() else text).encode() + b"\n")


def _read(file: Path) -> tuple[bytes, datetime]:
    if str(file) == "-":
        return sys.stdin.buffer.read(), datetime.now(UTC)
    try:
        return read_bytes(file), file_time(file)
    except OSError as error:
        raise click.UsageError(printable(f"{file} cannot be read: {error.strerror or error}.")) from None
