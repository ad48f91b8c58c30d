"""The parts of the package that were compiled when it was built, where a C compiler was at hand (hatch_build.py).

RUDAW_PLAIN in the environment does without: ``py`` without the modules that are also there in Python, ``1`` without
all. In a checkout, they are not used either once a source has changed.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from hashlib import blake2b
from importlib.machinery import (
    EXTENSION_SUFFIXES,
    SOURCE_SUFFIXES,
    ExtensionFileLoader,
    FileFinder,
    SourceFileLoader,
)
from pathlib import Path
from types import ModuleType

PLAIN = "RUDAW_PLAIN"
_PACKAGE = Path(__file__).resolve().parent


def compiled_or(plain: ModuleType, name: str) -> ModuleType:
    """Return the package's compiled module of that name, or the one in Python that does the same."""
    if os.environ.get(PLAIN) == "1":
        return plain
    try:
        return importlib.import_module(f"rudaw_scraper.{name}")
    except ImportError:  # built without a compiler, or for another lxml
        return plain


def choose_modules() -> None:
    """Have the package's modules imported from their sources, if they are wanted so or have changed since.

    To be called before any of them is imported.
    """
    if os.environ.get(PLAIN) or _is_outdated():
        sys.path_hooks.insert(0, _sources_first)
        for path in sys.modules["rudaw_scraper"].__path__:
            sys.path_importer_cache.pop(path, None)


def uses_compiled_modules() -> bool:
    """Tell whether the modules that are also there in Python are used as compiled."""
    return not str(sys.modules["rudaw_scraper.outline"].__file__).endswith(".py")


def _is_outdated() -> bool:
    """Tell whether any module of a checkout was compiled from another source; installed packages don't change."""
    sums = _PACKAGE / "_compiled_from.json"  # only there beside sources
    if not sums.exists():
        return False
    return any(
        not (source := _PACKAGE / name).exists() or blake2b(source.read_bytes()).hexdigest() != known
        for name, known in json.loads(sums.read_text(encoding="utf-8")).items()
    )


def _sources_first(path: str) -> FileFinder:
    folder = Path(path).resolve()
    if folder != _PACKAGE and _PACKAGE not in folder.parents:
        raise ImportError  # what a hook of the import system does with other paths
    return FileFinder(path, (SourceFileLoader, SOURCE_SUFFIXES), (ExtensionFileLoader, EXTENSION_SUFFIXES))
