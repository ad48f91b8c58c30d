"""Files of JSON Lines that are whole or not there: written as ``<name>.part``, renamed at the end."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import jsonlines

from rudaw_scraper.errors import RudawError


class WriteError(RudawError):
    """A file or folder of the output could not be written."""


def cannot_write(path: Path, error: OSError) -> WriteError:
    """Return the error to raise when ``path`` could not be written."""
    reason = error.strerror or str(error)
    return WriteError(f"{path} cannot be written: {reason}. Free some space or choose another folder with --output.")


class JsonLinesFile:
    """A file that grows by whole lines and gets its name when it is closed.

    Each line is with the operating system when :meth:`write` returns; a line that did not fit is taken back, so
    that the file holds whole lines. A file without lines leaves nothing behind.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lines = 0
        self._part = path.with_name(path.name + ".part")
        self._file: io.FileIO | None = None
        self._size = 0
        self._line = io.BytesIO()
        self._encoder = jsonlines.Writer(self._line)

    def open(self) -> None:
        """Make the ``.part`` file; raises :class:`WriteError` if that is not possible or the file exists."""
        if self.path.exists():
            raise WriteError(f"{self.path} exists already and is not overwritten. Choose another folder with --output.")
        try:
            self._file = io.FileIO(self._part, "x")
        except OSError as error:
            raise cannot_write(self._part, error) from error

    def write(self, record: dict[str, Any]) -> None:
        """Append one record; raises :class:`WriteError` and leaves the lines before it whole."""
        if self._file is None:
            self.open()
        assert self._file is not None
        self._line.seek(0)
        self._line.truncate()
        self._encoder.write(record)
        try:
            _write_all(self._file, self._line.getvalue())
        except OSError as error:
            self._file.truncate(self._size)
            self._file.seek(self._size)
            raise cannot_write(self._part, error) from error
        self._size += len(self._line.getvalue())
        self.lines += 1

    def close(self) -> None:
        """Give the file its name; without lines, remove it."""
        if self._file is None:
            return
        try:
            os.fsync(self._file.fileno())
            self._file.close()
            if self.lines:
                self._part.rename(self.path)
                sync_folder(self.path.parent)
            else:
                self._part.unlink()
        except OSError as error:
            raise cannot_write(self.path, error) from error
        finally:
            self._file = None


def sync_folder(folder: Path) -> None:
    """Have the operating system store the names in a folder (a rename is only then safe from a power cut)."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file under a temporary name and rename it; raises :class:`WriteError`."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise cannot_write(path, error) from error


def _write_all(file: io.FileIO, data: bytes) -> None:
    """Write all of the data: one call may take less, when a disk fills up."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) or 0 :]
