"""``rudaw extract``: print the record of one page."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from rudaw_scraper.cli.options import examples
from rudaw_scraper.cli.page_arguments import name_of, page_arguments, page_of
from rudaw_scraper.errors import BadAddress, NotAnArticle
from rudaw_scraper.terminal import escaped, printable


@click.command(
    epilog=examples(
        "rudaw extract page.html --url https://www.rudaw.net/english/middleeast/22072017",
        "curl -s $URL | rudaw extract - --url $URL --jsonl",
    ),
)
@page_arguments
@click.option("--indent/--jsonl", default=True, show_default=True, help="Print indented, or as one line.")
def extract(file: Path, url: str, fetched_at: str | None, content_type: str | None, indent: bool) -> None:
    """Print the record of one saved page; FILE may be - for standard input."""
    from rudaw_scraper import extract_article  # loads the readers, which other commands do without

    page = page_of(file, url, fetched_at, content_type)
    try:
        article = extract_article(
            page.content, url=page.url, fetched_at=page.fetched_at, content_type=page.content_type
        )
    except BadAddress as error:
        raise click.UsageError(printable(str(error))) from None
    except NotAnArticle as error:
        message = f"{name_of(file)} gives no article ({type(error).__name__}): {error}"
        raise click.ClickException(printable(message)) from None
    text = json.dumps(article.to_dict(), ensure_ascii=False, indent=2 if indent else None)
    sys.stdout.buffer.write((escaped(text) if sys.stdout.isatty() else text).encode() + b"\n")
