"""``rudaw pseudonymise``: tokens in place of commenters' names."""

from __future__ import annotations

from pathlib import Path

import click

from rudaw_scraper.cli.options import examples
from rudaw_scraper.cli.record_arguments import files_argument, key_file_option, telling
from rudaw_scraper.terminal import counted, printable


@click.command(
    epilog=examples(
        "rudaw pseudonymise articles.jsonl --key-file secret.key -o pseudonymous.jsonl",
        "rudaw pseudonymise output/*/*/articles.jsonl --key-file secret.key -o strict.jsonl --drop-text",
    ),
)
@files_argument
@key_file_option
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File for the records of all files, as .jsonl; it must not exist yet.",
)
@click.option("--drop-text", is_flag=True, help="Take the texts of comments out as well.")
def pseudonymise(files: tuple[str, ...], key_file: Path | None, output: Path, drop_text: bool) -> None:
    """Replace the names of readers who comment by keyed tokens, also where comments address them.

    The result is still personal data: texts can be searched for on the web. docs/pseudonyms.md says what remains.
    """
    from rudaw_scraper.dataset.lines import write_lines
    from rudaw_scraper.dataset.load import load_records
    from rudaw_scraper.dataset.pseudonyms import Pseudonyms, commenters, read_key

    if key_file is None:
        raise click.UsageError("Missing option '--key-file'.")
    with telling():
        key = read_key(key_file)
        pseudonyms = Pseudonyms(key, commenters(load_records(files, newest=False)))
        replaced = (pseudonyms.replace(record, drop_text) for record in load_records(files, newest=False))
        count = write_lines(replaced, output)
    click.echo(printable(f"{counted(count, 'record')} written to {output}; key {pseudonyms.fingerprint}"))
