"""``rudaw saved``: read pages that are saved on disk."""

from __future__ import annotations

from pathlib import Path

import click

from rudaw_scraper.cli.early_signals import ending_on_sigterm
from rudaw_scraper.cli.options import examples, log_level_option, output_option


@click.command(
    epilog=examples(
        "rudaw saved page.html --url https://www.rudaw.net/english/middleeast/22072017",
        "rudaw saved pages/ --url-map pages/addresses.csv",
        "rudaw saved output/all/20261122T020000Z/refused --url-map output/all/20261122T020000Z/refused.jsonl",
    ),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--url", default="", help="Address that the page had; for one file.")
@click.option(
    "--url-map",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="CSV with the columns file and url (and fetched_at, content_type), or a run's refused.jsonl.",
)
@click.option(
    "--fetched-at",
    metavar="TIME",
    default="",
    help="When the pages were captured, such as 2019-03-22T09:00:00Z.  [default: each file's own time]",
)
@output_option
@log_level_option
def saved(
    paths: tuple[Path, ...],
    url: str,
    url_map: str | None,
    fetched_at: str,
    output: Path,
    log_level: str | None,
) -> None:
    """Read files and folders of saved pages and write their articles as JSON Lines.

    A page's address comes from --url or --url-map, or from the page itself (the browser's note, the canonical link,
    og:url). In folders, files named .html, .htm, .aspx, .txt and the like are read, packed with gzip or not.
    """
    with ending_on_sigterm():
        from rudaw_scraper.cli.running import run_spider  # Scrapy takes a second to load; other commands need it not

        names = [str(path) for path in paths]
        if any("\n" in name for name in names):
            raise click.UsageError("a path holds a line break; rename that file or folder first.")
        run_spider(
            "saved",
            log_level,
            paths="\n".join(names),
            url=url,
            url_map=url_map,
            fetched_at=fetched_at,
            output=str(output),
        )
