"""Run a spider in this process and turn what happened into an exit code."""

from __future__ import annotations

import logging
import signal
import sys
from typing import Any

import click
from rich.console import Console
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from rudaw_scraper import counts, logs
from rudaw_scraper.errors import RudawError
from rudaw_scraper.notify import is_webhook, message, notify
from rudaw_scraper.progress import error_console
from rudaw_scraper.run import Run
from rudaw_scraper.saved_pages import BadUrlMap
from rudaw_scraper.site_server import BadSite
from rudaw_scraper.spiders.arguments import BadArgument
from rudaw_scraper.summary import summary
from rudaw_scraper.terminal import printable
from rudaw_scraper.verdict import Stats, problems

_WRONG_USAGE = (BadArgument, BadSite, BadUrlMap)


class ConsoleHandler(logging.Handler):
    """Log lines above a progress bar on the same terminal."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        """Print a record."""
        self._console.print(self.format(record), markup=False, highlight=False, soft_wrap=True)


def run_spider(
    name: str, log_level: str | None, *, log_json: bool = False, webhook: str | None = None, **arguments: Any
) -> None:
    """Run a spider, show the summary, and end the command with the verdict: 0 sound, 1 not sound, 2 wrong usage.

    The verdict is posted to ``webhook`` if one is given, also if the run could not begin.
    """
    if webhook and not is_webhook(webhook):
        raise click.UsageError("--notify takes an address that begins with https:// or http://.")
    console = error_console()
    on_terminal = console.is_terminal and not console.is_dumb_terminal and not log_json
    handler = ConsoleHandler(console) if on_terminal else logging.StreamHandler(sys.stderr)
    level = log_level or ("WARNING" if on_terminal else "INFO")
    settings = Settings()
    settings.setmodule("rudaw_scraper.settings", priority="project")
    settings.set("LOG_INSTALL_ROOT_HANDLER", value=False, priority="cmdline")
    settings.set("LOG_LEVEL", level, priority="cmdline")
    settings.set("RUDAW_PROGRESS", on_terminal, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    logs.set_up(level, handler, as_json=log_json)  # after Scrapy's own set-up, which would undo it
    try:
        stats = _crawl(process, name, arguments)
    except click.ClickException as error:
        _tell(webhook, {}, [error.message])
        raise
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # the run is over; only its verdict is still to be told
    _tell(webhook, stats, _problems(stats))
    show_outcome(stats)


def show_outcome(stats: Stats) -> None:
    """Print the summary and the verdict of a run; exit 1 if it is not sound."""
    for line in summary(stats):
        click.echo(printable(line))
    found = _problems(stats)
    click.echo("verdict     not sound" if found else "verdict     sound")
    for sentence in found:
        click.echo(f"  {sentence}", err=True)
    if found:
        sys.exit(1)


def _problems(stats: Stats) -> list[str]:
    """Return the run's own verdict, which knows the earlier runs; without one it did not come so far."""
    found: list[str] | None = stats.get(counts.PROBLEMS)
    return problems(stats) if found is None else found


def _tell(webhook: str | None, stats: Stats, found: list[str]) -> None:
    failure = notify(webhook, message(stats, found)) if webhook else None
    if failure:
        click.echo(f"The verdict was not delivered to the webhook: {failure}.", err=True)


def _crawl(process: AsyncCrawlerProcess, name: str, arguments: dict[str, Any]) -> Stats:
    crawler = process.create_crawler(name)
    task = process.crawl(crawler, **{key: value for key, value in arguments.items() if value is not None})
    process.start()
    error = None if task.cancelled() or not task.done() else task.exception()
    if isinstance(error, _WRONG_USAGE):
        raise click.UsageError(printable(str(error)))
    if isinstance(error, RudawError):
        raise click.ClickException(printable(str(error)))
    if error is not None:
        logging.getLogger(__name__).debug("where it failed", exc_info=error)
        words = printable(f"{type(error).__name__}: {error}")
        raise click.ClickException(f"This program failed ({words}). --log-level DEBUG shows where; please report it.")
    _conclude(crawler)
    return crawler.stats.get_stats()


def _conclude(crawler: Crawler) -> None:
    """Bring the run to its end if a signal has stopped it before it could do so itself."""
    try:
        run = crawler.get_extension(Run)
    except RuntimeError:  # it did not come so far
        return
    if run is not None:
        run.conclude_if_open()
