"""``rudaw archive``: read web archives."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rudaw_scraper.archives.report import Report, problems, total, write_manifest
from rudaw_scraper.cli.options import examples, output_option
from rudaw_scraper.errors import RudawError
from rudaw_scraper.terminal import counted, printable


@click.command(
    epilog=examples(
        "rudaw archive crawl.warc.gz older.arc.gz collection.wacz",
        "rudaw archive archives/ --workers 8 --resume",
        "rudaw archive archives/ --cluster tcp://scheduler:8786",
        "rudaw archive pages/ --url-map pages/addresses.csv",
        "rudaw archive output/all/20261122T020000Z/refused",
    ),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1, 512),
    help="Archives read at the same time, each by a process.  [default: one per processor]",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Dask scheduler whose workers read the archives, such as tcp://scheduler:8786; they need the same paths.",
)
@click.option("--resume", is_flag=True, help="Keep what an earlier run has read, and read the rest.")
@click.option(
    "--url-map",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="For saved pages: CSV with the columns file and url (and fetched_at, content_type), or a refused.jsonl.",
)
@output_option
def archive(
    paths: tuple[Path, ...],
    workers: int | None,
    cluster: str | None,
    resume: bool,
    url_map: Path | None,
    output: Path,
) -> None:
    """Read web archives and write their articles as JSON Lines.

    WARC and WET (plain, .gz, .zst), WACZ, ARC, folders with those, and folders of saved pages. Each archive gives a
    folder DIR/archive/<its name>/ with articles.jsonl, refused pages and a report; it appears when it is whole.
    DIR/archive/manifest.json holds the counts of all. Damaged records are counted and passed over.
    """
    from rudaw_scraper.archives import batch  # with it comes Scrapy, which takes a while; other commands need it not
    from rudaw_scraper.archives.watching import Watcher

    folder = output / "archive"
    try:
        tasks, done = batch.plan(paths, folder, url_map, resume)
    except batch.BadInput as error:
        raise click.UsageError(printable(str(error))) from None
    try:
        with Watcher(tasks) as watcher:
            reports = done + batch.run(tasks, workers or batch.default_workers(), cluster, watcher.look)
        if any(report.error is None for report in reports):
            write_manifest(folder, reports)
    except RudawError as error:
        raise click.ClickException(printable(str(error))) from None
    _show(folder, reports, len(done))


def _show(folder: Path, reports: list[Report], kept: int) -> None:
    """Print what was found, and end with the verdict."""
    sums = total(reports)
    again = f" ({kept:,} read before)" if kept else ""
    click.echo(f"archives    {len(reports):,}{again}")
    click.echo(f"records     {sums.records:,}, {sums.foreign:,} of other sites")
    for name in ("articles", "comments", "quotes", "captions"):
        click.echo(f"{'quotations' if name == 'quotes' else name:<11} {getattr(sums, name):,}")
    for name in ("refused", "damaged", "status", "duplicates", "revisits"):
        if sums.total(name) or name == "refused":
            click.echo(f"{name:<11} {sums.total(name):,}{_reasons(sums, name)}")
    if any(report.error is None for report in reports):
        click.echo(f"written to  {printable(str(folder))}, counts of each archive in manifest.json")
    found = problems(reports)
    click.echo("verdict     not sound" if found else "verdict     sound")
    for sentence in found[:20]:
        click.echo(f"  {printable(sentence)}", err=True)
    if len(found) > 20:
        click.echo(f"  ... and {counted(len(found) - 20, 'archive')} more", err=True)
    if found:
        sys.exit(1)


def _reasons(sums: Report, name: str) -> str:
    counts = getattr(sums, name)
    if not isinstance(counts, dict) or not counts:
        return ""
    return " (" + ", ".join(printable(f"{reason} {count:,}") for reason, count in counts.items()) + ")"
