"""The parts of the package that were compiled when it was built, where a C compiler was at hand (hatch_build.py)."""

from __future__ import annotations

import importlib
import os
from types import ModuleType

PLAIN = "RUDAW_PLAIN"  # set in the environment: do without them


def compiled_or(plain: ModuleType, name: str) -> ModuleType:
    """Return the package's compiled module of that name, or the one in Python that does the same."""
    if os.environ.get(PLAIN):
        return plain
    try:
        return importlib.import_module(f"rudaw_scraper.{name}")
    except ImportError:  # built without a compiler, or for another lxml
        return plain
