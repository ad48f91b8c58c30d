"""``rudaw dataset``: a folder to publish."""

from __future__ import annotations

from pathlib import Path

import click

from rudaw_scraper.cli.options import examples
from rudaw_scraper.cli.record_arguments import files_argument, key_file_option, telling
from rudaw_scraper.terminal import counted, printable


@click.command(
    epilog=examples(
        "rudaw dataset output/*/*/articles.jsonl -o rudaw-2026 --key-file secret.key --contact mailto:you@example.org",
    ),
)
@files_argument
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder; it must not exist or be empty.",
)
@key_file_option
@click.option("--with-names", is_flag=True, help="Keep the names of readers who comment; instead of --key-file.")
@click.option("--drop-text", is_flag=True, help="Take the texts of comments out; with --key-file.")
@click.option("--contact", required=True, metavar="ADDRESS", help="Where to ask for something to be taken down.")
@click.option("--title", default="Rudaw articles", show_default=True, help="Title of the data set.")
@click.option("--data-version", default="1.0.0", show_default=True, help="Version of the data set.")
def dataset(
    files: tuple[str, ...],
    output: Path,
    key_file: Path | None,
    with_names: bool,
    drop_text: bool,
    contact: str,
    title: str,
    data_version: str,
) -> None:
    """Make a folder to publish: data as Parquet and JSON Lines, a card, a dictionary, metadata and check sums.

    Commenters' names become pseudonyms unless --with-names says otherwise. Needs the extra [parquet].
    """
    from rudaw_scraper.dataset.folder import Options, publish
    from rudaw_scraper.dataset.pseudonyms import read_key

    if (key_file is None) != with_names:
        raise click.UsageError("Say what becomes of commenters' names: either --key-file FILE or --with-names.")
    if drop_text and key_file is None:
        raise click.UsageError("--drop-text goes with --key-file.")
    with telling():
        key = None if key_file is None else read_key(key_file)
        count = publish(files, output, Options(title, data_version, contact, key, drop_text))
    click.echo(printable(f"{counted(count, 'article')} in {output}"))
