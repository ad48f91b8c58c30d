"""Finish what a run left behind that was killed: whole lines only, under their names, known to the state."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rudaw_scraper.manifest import MANIFEST, killed_manifest, read_manifest, report_of, write_manifest
from rudaw_scraper.state import State
from rudaw_scraper.writer import cannot_write, sync_folder

logger = logging.getLogger(__name__)
_BLOCK = 1 << 16


def recover(folder: Path, state: State) -> None:
    """Bring every run in ``folder`` to its end that the state does not know to have ended.

    These are killed runs, and all runs when the database is new. Raises :class:`WriteError`.
    """
    if not folder.is_dir():
        return
    for run in sorted(path for path in folder.iterdir() if path.is_dir()):
        if not state.is_finished(run.name):
            try:
                _finish(run, state)
            except OSError as error:
                raise cannot_write(run, error) from error


def _finish(run: Path, state: State) -> None:
    for name in ("articles.jsonl", "refused.jsonl"):
        _name_whole_lines(run / name)
    for left in [*run.glob("*.part"), *run.glob("refused/*.part")]:
        left.unlink()
    state.begin_run(run.name)
    state.absorb(records(run / "articles.jsonl"))
    manifest = read_manifest(run)
    if manifest is None:
        manifest = killed_manifest(run)
        write_manifest(run, manifest)
        logger.warning("%s was killed; its %d articles are kept", run, manifest["counts"]["articles"])
    state.end_run(sound=bool(manifest.get("sound")), report=report_of(manifest))
    assert (run / MANIFEST).exists()


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a file that may be missing; lines that are none are passed over."""
    if not path.exists():
        return
    with path.open("rb") as file:
        for line in file:
            try:
                record = json.loads(line)
            except ValueError:
                logger.warning("%s holds a line that is no record; rudaw validate names it", path)
                continue
            if isinstance(record, dict) and "id" in record:
                yield record


def _name_whole_lines(path: Path) -> None:
    """Cut off a torn last line of ``<path>.part`` and give the file its name; a file without lines goes."""
    part = path.with_name(path.name + ".part")
    if not part.exists():
        return
    with part.open("r+b") as file:
        whole = _end_of_last_line(file.fileno())
        file.truncate(whole)
        os.fsync(file.fileno())
    if whole and not path.exists():
        part.rename(path)
        sync_folder(path.parent)
    else:
        part.unlink()


def _end_of_last_line(file: int) -> int:
    end = os.fstat(file).st_size
    while end > 0:
        start = max(0, end - _BLOCK)
        found = os.pread(file, end - start, start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0
