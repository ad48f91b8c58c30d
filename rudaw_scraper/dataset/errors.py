"""What can go wrong between a file of records and a data set."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from rudaw_scraper.errors import RudawError


class BadRecords(RudawError, ValueError):
    """A file or one of its lines cannot be read as records."""


class NoFiles(RudawError, FileNotFoundError):
    """A path or a pattern names no file."""


class MissingExtra(RudawError, ImportError):
    """An optional package that this needs is not installed."""


class BadKey(RudawError, ValueError):
    """The key file is missing or its key is too short."""


def optional(module: str, extra: str, purpose: str) -> Any:
    """Import and return an optional module; raises :class:`MissingExtra`, which says how to install it."""
    try:
        return importlib.import_module(module)
    except ImportError:
        package = module.partition(".")[0]
        raise MissingExtra(
            f"{purpose} needs the package {package}, which is not installed: pip install 'rudaw-scraper[{extra}]'"
        ) from None


def at_line(path: Path, number: int, words: str) -> BadRecords:
    """Return the error about one line, counted from 1."""
    return BadRecords(f"{path}, line {number}: {words}. `rudaw validate {path}` lists everything that is wrong.")
