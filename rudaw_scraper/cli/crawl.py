"""``rudaw crawl``: crawl the site, or a copy of it."""

from __future__ import annotations

from pathlib import Path

import click

from rudaw_scraper.addresses import SITE
from rudaw_scraper.cli.early_signals import ending_on_sigterm
from rudaw_scraper.cli.options import (
    contact_option,
    delay_option,
    edition_option,
    examples,
    limit_option,
    log_level_option,
    output_option,
    section_option,
)


@click.command(
    epilog=examples(
        "rudaw crawl --edition sorani --section kurdistan --limit 100 --contact mailto:me@example.org",
        "rudaw crawl --site fixtures/site --delay 0",
        "rudaw crawl --site http://127.0.0.1:8000 --output /data/rudaw",
    ),
)
@click.option(
    "--site",
    metavar="URL|DIR",
    default=SITE,
    show_default=True,
    help="Site to crawl: an address, or a folder that is served on this machine while the crawl runs.",
)
@edition_option
@section_option
@click.option("--since", metavar="DATE", default=None, help="Only articles published on this day or later: 2026-05-25.")
@click.option("--until", metavar="DATE", default=None, help="Only articles published on this day or earlier.")
@limit_option("articles")
@delay_option("Pause between requests; 0 switches all throttling off.  [default: 1]")
@click.option(
    "--concurrency",
    metavar="N",
    type=click.IntRange(1, 64),
    help="Requests under way at the same time.  [default: 1]",
)
@click.option(
    "--recheck",
    metavar="AGE|all|none",
    default="14d",
    show_default=True,
    help="Read again articles younger than AGE (36h, 14d, 2w), ever less often as they age; or all that are listed.",
)
@click.option("--wait", is_flag=True, help="Wait if another run is writing to the same output, instead of refusing.")
@click.option("--save-warc", is_flag=True, help="Keep what is fetched as WARC beside the articles, to read it again.")
@contact_option
@output_option
@log_level_option
@click.option("--log-json", is_flag=True, help="Log one JSON object a line.")
@click.option(
    "--notify",
    metavar="URL",
    envvar="RUDAW_NOTIFY",
    default=None,
    help="Post the verdict as JSON to this webhook; the environment variable RUDAW_NOTIFY keeps it out of ps.",
)
def crawl(
    site: str,
    editions: tuple[str, ...],
    sections: tuple[str, ...],
    since: str | None,
    until: str | None,
    limit: int | None,
    delay: float | None,
    concurrency: int | None,
    recheck: str,
    wait: bool,
    save_warc: bool,
    contact: str,
    output: Path,
    log_level: str | None,
    log_json: bool,
    notify: str | None,
) -> None:
    """Crawl the site and write its articles as JSON Lines.

    Each run writes DIR/<edition or all>/<UTC start>/articles.jsonl, and keeps pages that gave no article in
    refused/ beside it. robots.txt is obeyed, and one page a second is fetched unless you choose otherwise.
    """
    with ending_on_sigterm():
        from rudaw_scraper.cli.running import run_spider  # Scrapy takes a second to load; other commands need it not

        run_spider(
            "rudaw",
            log_level,
            log_json=log_json,
            webhook=notify,
            site=site,
            edition=",".join(editions),
            section=",".join(sections),
            since=since,
            until=until,
            limit=limit,
            delay=delay,
            concurrency=concurrency,
            recheck=recheck,
            wait=wait,
            save_warc=save_warc,
            contact=contact,
            output=str(output),
        )
