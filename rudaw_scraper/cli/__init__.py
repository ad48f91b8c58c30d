"""The command ``rudaw``: one module per command."""

from __future__ import annotations

import click

from rudaw_scraper import __version__
from rudaw_scraper.cli.archive import archive
from rudaw_scraper.cli.case import case
from rudaw_scraper.cli.crawl import crawl
from rudaw_scraper.cli.dataset import dataset
from rudaw_scraper.cli.export import export
from rudaw_scraper.cli.extract import extract
from rudaw_scraper.cli.inspect import inspect
from rudaw_scraper.cli.merge import merge
from rudaw_scraper.cli.options import examples
from rudaw_scraper.cli.pseudonymise import pseudonymise
from rudaw_scraper.cli.report import report
from rudaw_scraper.cli.saved import saved
from rudaw_scraper.cli.schema import schema
from rudaw_scraper.cli.show import show
from rudaw_scraper.cli.status import status
from rudaw_scraper.cli.validate import validate
from rudaw_scraper.cli.wayback import wayback


@click.group(
    epilog=examples(
        "rudaw crawl --edition english --limit 50",
        "rudaw extract page.html --url https://www.rudaw.net/english/middleeast/22072017",
        "rudaw validate output/english/*/articles.jsonl",
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="rudaw")
def main() -> None:
    """Turn pages of the Kurdish news site Rudaw into research data.

    Exit codes: 0 sound, 1 not sound (the reasons are printed), 2 wrong usage.
    """


for _command in (
    crawl,
    saved,
    archive,
    wayback,
    merge,
    extract,
    inspect,
    case,
    validate,
    schema,
    export,
    show,
    report,
    pseudonymise,
    dataset,
    status,
):
    main.add_command(_command)
