"""Writing a stream of records as JSON Lines, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rudaw_scraper.writer import JsonLinesFile


def write_lines(records: Iterable[dict[str, Any]], path: Path) -> int:
    """Write records to a file that must not exist, and return how many there were.

    Raises :class:`~rudaw_scraper.writer.WriteError`; whatever goes wrong, no part of a file is left.
    """
    file = JsonLinesFile(path)
    file.open()
    try:
        for record in records:
            file.write(record)
        file.close()
    except BaseException:
        path.with_name(path.name + ".part").unlink(missing_ok=True)
        raise
    return file.lines
