"""``rudaw wayback``: fetch archived pages from a web archive."""

from __future__ import annotations

from pathlib import Path

import click

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
        "rudaw wayback --edition english --section kurdistan --published 2017-07 --contact mailto:me@example.org",
        "rudaw wayback --from 2017-07 --to 2017-07 --per-article 1 --limit 500",
        "rudaw wayback --index cc --from 2019 --to 2019",
        "rudaw wayback --cdx http://127.0.0.1:8080/rudaw/cdx --replay http://127.0.0.1:8080/rudaw/",
    ),
)
@edition_option
@section_option
@click.option("--from", "start", metavar="YYYY-MM", default="", help="Captured in this month (year, day) or later.")
@click.option("--to", "end", metavar="YYYY-MM", default="", help="Captured in this month (year, day) or earlier.")
@click.option(
    "--published",
    metavar="YYYY-MM",
    default="",
    help="Published in this month (year, day), by the date in the address; pages since May 2026 have none.",
)
@click.option(
    "--index",
    type=click.Choice(["wayback", "cc"]),
    default="wayback",
    show_default=True,
    help="A CDX server with replay such as the Wayback Machine's, or Common Crawl.",
)
@click.option(
    "--cdx",
    metavar="URL",
    default="",
    help="Address of the index.  [default: the Wayback Machine's, or Common Crawl's list of indexes]",
)
@click.option(
    "--replay",
    metavar="URL",
    default="",
    help="Address below which captures are replayed, or WARC files lie.  [default: /web/ on the index's server]",
)
@click.option(
    "--per-article",
    metavar="N",
    type=click.IntRange(min=1),
    help="Of each article only the N newest captures that differ.  [default: all that differ]",
)
@limit_option("captures")
@delay_option("Pause between captures; between questions to the index it is five times as long.  [default: 0.5]")
@contact_option
@output_option
@log_level_option
def wayback(
    editions: tuple[str, ...],
    sections: tuple[str, ...],
    start: str,
    end: str,
    published: str,
    index: str,
    cdx: str,
    replay: str,
    per_article: int | None,
    limit: int | None,
    delay: float | None,
    contact: str,
    output: Path,
    log_level: str | None,
) -> None:
    """Fetch archived pages from a web archive and write their articles as JSON Lines.

    The archive's index is asked for captures of articles; each content of an article is fetched once. The record's
    fetched_at is the time of the capture, source_url the address of its replay. One request is made at a time, and a
    server that asks to wait (429) is not asked again before.
    """
    with ending_on_sigterm():
        from rudaw_scraper.cli.running import run_spider  # Scrapy takes a second to load; other commands need it not

        run_spider(
            "wayback",
            log_level,
            edition=",".join(editions),
            section=",".join(sections),
            start=start,
            end=end,
            published=published,
            index=index,
            cdx=cdx,
            replay=replay,
            per_article=per_article,
            limit=limit,
            delay=delay,
            contact=contact,
            output=str(output),
        )
