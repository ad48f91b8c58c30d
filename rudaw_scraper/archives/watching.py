"""How far the reading of archives is: a progress bar for people, a line per archive for logs."""

from __future__ import annotations

import sys
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn

from rudaw_scraper.archives.batch import State
from rudaw_scraper.archives.report import Report
from rudaw_scraper.archives.work import Task, progress_of
from rudaw_scraper.terminal import counted, printable


class Watcher:
    """Shows archives done of all, records, articles, the rate and the time left; a context manager."""

    def __init__(self, tasks: list[Task]) -> None:
        self._tasks = tasks
        self._told: set[str] = set()
        console = Console(stderr=True)
        self._on_terminal = console.is_terminal and not console.is_dumb_terminal
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.fields[archives]}"),
            BarColumn(bar_width=30),
            TaskProgressColumn(),
            TextColumn("{task.fields[found]}"),
            TimeRemainingColumn(),
            console=console,
        )
        size = sum(task.size for task in tasks)
        self._bar = self._progress.add_task("archives", total=size or None, archives="", found="")

    def __enter__(self) -> Self:
        if self._on_terminal and self._tasks:
            self._progress.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._progress.stop()

    def look(self, state: State) -> None:
        """Show the state of the work."""
        if self._on_terminal:
            self._show(state)
            return
        for report in state.values():
            if report is not None and report.archive not in self._told:
                self._told.add(report.archive)
                print(printable(told(report)), file=sys.stderr, flush=True)

    def _show(self, state: State) -> None:
        records = size = articles = done = 0
        for task in self._tasks:
            report = state[task.folder]
            if report is None:
                read, bytes_read = progress_of(task.folder)
                records, size = records + read, size + min(bytes_read, task.size)
            else:
                done += 1
                records, size = records + report.records, size + report.size
                articles += report.articles
        seconds = self._progress.tasks[0].elapsed or 0
        rate = f", {records / seconds:,.0f} a second" if seconds > 1 else ""
        self._progress.update(
            self._bar,
            completed=size,
            archives=f"{done:,}/{len(self._tasks):,} archives",
            found=f"{counted(records, 'record')}{rate}, {counted(articles, 'article')}",
        )


def told(report: Report) -> str:
    """Return the line that says what an archive gave."""
    if report.error:
        return report.error
    counts = [f"{report.total(name):,} {name}" for name in ("refused", "damaged", "foreign") if report.total(name)]
    found = [counted(report.records, "record"), counted(report.articles, "article"), *counts]
    return f"{report.archive}: {', '.join(found)}"
