"""``rudaw status``: the runs of an output folder, their verdicts, and the coverage over time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from rudaw_scraper.cli.options import examples
from rudaw_scraper.terminal import printable

_RUN = re.compile(r"\d{8}T\d{6}Z")  # how the folder of a run begins
_FIELDS = {"headline": "head", "date_published": "date", "body": "body", "comments": "comm"}
_HEAD = f"{'run':<17} {'verdict':<9} {'new':>6} {'chang':>6} {'same':>6} {'refus':>6}  " + " ".join(
    f"{short:>5}" for short in _FIELDS.values()
)


@click.command(epilog=examples("rudaw status output", "rudaw status output --last 50"))
@click.argument("directory", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--last", metavar="N", type=click.IntRange(min=1), default=20, show_default=True, help="Runs to show.")
def status(directory: Path, last: int) -> None:
    """Show the runs below DIR: verdict, counts, and the share of articles with a headline, date, body and comments.

    Exit code 1 if the latest run of any output was not sound, or was killed, and if there are no runs.
    """
    from rudaw_scraper.manifest import read_manifest  # loads Scrapy, which takes a second

    failed = False
    outputs = list(_outputs(directory))
    if not outputs:
        raise click.ClickException(f"{directory} holds no runs; name the folder that --output named.")
    for output, runs in outputs:
        runs = runs[-last:]
        name = output.relative_to(directory).as_posix() if output != directory else output.name
        click.echo(f"{printable(name)}\n{_HEAD}")
        for run in runs:
            click.echo("\n".join(_lines(run.name, read_manifest(run))))
        latest = read_manifest(runs[-1])
        failed = failed or latest is None or not latest.get("sound")
    if failed:
        raise click.exceptions.Exit(1)


def _outputs(directory: Path, depth: int = 3) -> Iterator[tuple[Path, list[Path]]]:
    """Yield the folders of runs below a folder, not too deep, or that folder itself, each with its runs by age."""
    folders = sorted(path for path in directory.iterdir() if path.is_dir())
    runs = [path for path in folders if _RUN.match(path.name)]
    if runs:
        yield directory, runs
    for folder in folders if depth > 0 else ():
        if folder not in runs:
            yield from _outputs(folder, depth - 1)


def _lines(name: str, manifest: dict[str, Any] | None) -> list[str]:
    if manifest is None:
        return [f"{printable(name):<17} no manifest: under way, or killed; the next run will finish it"]
    counted, coverage = manifest.get("counts", {}), manifest.get("coverage", {})
    numbers = [counted.get("articles", 0) - counted.get("changed", 0), counted.get("changed", 0)]
    numbers += [counted.get("unchanged", 0), manifest.get("refused", {}).get("count", 0)]
    shares = " ".join(f"{_share(coverage.get(field)):>5}" for field in _FIELDS)
    verdict = "sound" if manifest.get("sound") else "not sound"
    line = f"{printable(name):<17} {verdict:<9} " + " ".join(f"{number:>6,}" for number in numbers) + f"  {shares}"
    return [line, *(f"  {printable(problem)}" for problem in manifest.get("problems", []))]


def _share(entry: dict[str, int] | None) -> str:
    return f"{entry['articles'] / entry['of']:.0%}" if entry and entry.get("of") else "-"
