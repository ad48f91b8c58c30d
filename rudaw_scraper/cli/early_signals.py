"""SIGTERM before a run has begun, while the program is still loading: an end in order, with exit code 1."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click


@contextmanager
def ending_on_sigterm() -> Iterator[None]:
    """End the command on SIGTERM until Scrapy, which ends runs, takes over; SIGINT does so by itself."""
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(_: int, __: FrameType | None) -> None:
    click.echo("Stopped by SIGTERM before the run had begun.", err=True)
    sys.exit(1)
