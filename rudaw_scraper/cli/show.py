"""``rudaw show``: set one record for the terminal."""

from __future__ import annotations

import sys
from itertools import islice

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rudaw_scraper.cli.options import examples
from rudaw_scraper.cli.record_arguments import telling
from rudaw_scraper.record import Article
from rudaw_scraper.terminal import printable

LISTED = 50
UNWRAPPED = 10_000  # columns: in files and pipes each paragraph stays on one line


@click.command(
    epilog=examples(
        "rudaw show articles.jsonl",
        "rudaw show articles.jsonl english/middleeast/22072017",
    ),
)
@click.argument("file")
@click.argument("article_id", metavar="[ID]", required=False)
def show(file: str, article_id: str | None) -> None:
    """Show one article of FILE: body with quotations marked, captions, comments in their threads.

    ID is the article's id or its address. Without ID the first articles are listed, or the only one is shown.
    """
    from rudaw_scraper.dataset.load import find, load

    console = Console(width=None if sys.stdout.isatty() else UNWRAPPED)
    with telling():
        if article_id is None:
            _show_first(list(islice(load(file, newest=False), LISTED + 1)), console)
            return
        found = find(file, article_id)
    if found is None:
        raise click.ClickException(printable(f"{file} holds no article {article_id}; `rudaw show {file}` lists some."))
    _show(found, console)


def _show_first(articles: list[Article], console: Console) -> None:
    if not articles:
        raise click.ClickException("the file is empty.")
    if len(articles) == 1:
        _show(articles[0], console)
        return
    table = Table("date", "id", "headline", box=None, pad_edge=False, header_style="bold")
    table.columns[1].no_wrap = True
    for article in articles[:LISTED]:
        cells = (article.date_published or "", article.id, article.headline or "")
        table.add_row(*(Text(printable(cell)) for cell in cells))
    console.print(table)
    if len(articles) > LISTED:
        console.print("... and more")


def _show(article: Article, console: Console) -> None:
    from rudaw_scraper.show import show

    show(article, console)
