"""``rudaw case``: keep pages with their records as regression cases."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from rudaw_scraper.cli.options import examples
from rudaw_scraper.cli.page_arguments import page_of
from rudaw_scraper.errors import RudawError
from rudaw_scraper.page import Page
from rudaw_scraper.terminal import counted, printable

_READ_IT = (
    "Read the record against the page, line by line, before you commit it: a command can't tell right from wrong."
)
_folder_option = click.option(
    "--cases",
    "root",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("fixtures/cases"),
    show_default=True,
    help="Folder of all cases.",
)


@click.group(
    epilog=examples(
        "rudaw case add skwid/sorani-opinion page.html --url https://www.rudaw.net/sorani/opinion/120520261",
        "rudaw case renew skwid/sorani-opinion",
    ),
)
def case() -> None:
    """Keep pages with the records expected of them; the tests read every case."""


@case.command(
    epilog=examples("rudaw case add nextjs/english-iraq https://www.rudaw.net/english/categories/iraq/1079288")
)
@click.argument("name")
@click.argument("source", metavar="FILE|URL")
@click.option("--url", help="Address that the page had on the site.  [default: SOURCE, if that is an address]")
@click.option("--fetched-at", metavar="TIME", help="When the page was captured.  [default: the file's time, or now]")
@click.option("--content-type", metavar="TYPE", help="Media type.  [default: as answered, or by the file's ending]")
@_folder_option
def add(name: str, source: str, url: str | None, fetched_at: str | None, content_type: str | None, root: Path) -> None:
    """Put a page and its record into the folder of cases as NAME.

    Refuses an answer other than 200 and a page that gives no article.
    """
    from rudaw_scraper.cases import add_case, fetch  # loads the readers

    try:
        if source.startswith(("http://", "https://")):
            content, answered = fetch(source)
            page = Page(content, url or source, datetime.now(UTC), content_type or answered)
        elif url is None:
            raise click.UsageError("a saved page needs --url, the address that it had on the site.")
        else:
            page = page_of(Path(source), url, fetched_at, content_type)
        added = add_case(root, name, page)
    except RudawError as error:
        raise click.ClickException(printable(f"no case was made ({type(error).__name__}): {error}")) from None
    click.echo(f"{added.page_file}\n{added.folder / 'case.json'}\n{_READ_IT}")


@case.command(epilog=examples("rudaw case renew", "rudaw case renew nextjs/english-iraq"))
@click.argument("names", nargs=-1, metavar="[NAME]...")
@_folder_option
def renew(names: tuple[str, ...], root: Path) -> None:
    """Write the records of cases anew, as the pages are read now; of all cases without NAME."""
    from rudaw_scraper.cases import all_cases, renew_case  # loads the readers

    found = {each.name: each for each in all_cases(root)}
    missing = [name for name in names if name not in found]
    if missing:
        raise click.UsageError(printable(f"no such case below {root}: {', '.join(missing)}."))
    failed = 0
    changed = 0
    for name in names or found:
        try:
            keys = renew_case(found[name])
        except RudawError as error:
            failed += 1
            click.echo(printable(f"{name}: no article any more ({type(error).__name__}): {error}"), err=True)
            continue
        changed += bool(keys)
        click.echo(f"{name}: {', '.join(keys) or 'as before'}")
    if changed:
        click.echo(f"{counted(changed, 'record')} changed. {_READ_IT}")
    if failed:
        raise click.ClickException(f"{counted(failed, 'case')} could not be renewed.")
