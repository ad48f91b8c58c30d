"""One run at a time on one output: a lock that its owner's death releases."""

from __future__ import annotations

import fcntl
import json
import logging
import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from rudaw_scraper.errors import RudawError
from rudaw_scraper.terminal import printable
from rudaw_scraper.writer import cannot_write

logger = logging.getLogger(__name__)
_POLL = 0.2  # seconds


class Locked(RudawError):
    """Another run writes to the same output."""


class RunLock:
    """A lock on a file; the operating system drops it when the process ends, however it ends.

    So a stale lock cannot be: what the file says of an earlier run is only shown while the lock is held.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def acquire(self, *, wait: bool) -> None:
        """Take the lock; raises :class:`Locked` if another run has it, and does not wait unless told to."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise cannot_write(self._path, error) from error
        try:
            self._take(file, wait=wait)
        except BaseException:
            os.close(file)
            raise
        self._file = file
        self._sign(file)

    def release(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _take(self, file: int, *, wait: bool) -> None:
        if _try(file):
            return
        owner = _owner(file)
        if not wait:
            raise Locked(f"Another run is writing to {self._path.with_suffix('')}: {owner}. Let it end, or use --wait.")
        with _noting_signals() as stopped:
            logger.info("Waiting for another run: %s", owner)
            while not _try(file):
                if stopped:
                    raise Locked(f"Stopped by {stopped[0].name} while waiting for another run.")
                time.sleep(_POLL)

    def _sign(self, file: int) -> None:
        note = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "started_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        try:
            os.ftruncate(file, 0)
            os.pwrite(file, json.dumps(note).encode(), 0)
        except OSError as error:
            raise cannot_write(self._path, error) from error


def _try(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _owner(file: int) -> str:
    try:
        note = json.loads(os.pread(file, 4096, 0))
        words = f"process {note['pid']} on {note['host']}, started {note['started_at']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "one that has just begun"
    return printable(words)


@contextmanager
def _noting_signals() -> Iterator[list[signal.Signals]]:
    """Note SIGTERM and SIGINT in the list given; a crawl that has not begun has nothing to finish."""
    noted: list[signal.Signals] = []

    def note(number: int, _: FrameType | None) -> None:
        noted.append(signal.Signals(number))

    before = {sign: signal.signal(sign, note) for sign in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield noted
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)
