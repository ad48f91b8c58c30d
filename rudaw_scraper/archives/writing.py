"""Writing WARC files: what a crawl fetched, so that a later version can read the pages again."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import os
from datetime import UTC, datetime
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from rudaw_scraper import __version__
from rudaw_scraper.writer import WriteError, cannot_write, sync_folder

LARGEST = 1_000_000_000  # bytes; archives are read one file per worker, so a large crawl has several
_INFO = f"software: rudaw_scraper/{__version__}\r\nformat: WARC File Format 1.1\r\n"


class WarcFiles:
    """WARC files of one run, ``pages-00000.warc.gz`` and so on; each has ``.part`` behind its name until it is whole.

    Each record is a gzip member of its own and is with the operating system when :meth:`write` returns: after a kill
    the ``.part`` file can be read up to its last whole record.
    """

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self._folder = folder
        self._largest = largest
        self._number = 0
        self._file: io.FileIO | None = None
        self._size = 0

    def write(self, *records: bytes) -> None:
        """Append records, all into one file; raises :class:`~rudaw_scraper.writer.WriteError`."""
        if self._file is not None and self._size >= self._largest:
            self.close()
        try:
            if self._file is None:
                self._file = io.FileIO(self._part, "x")
                self._size = 0
                records = (record(WarcRecordType.warcinfo, self._name, datetime.now(UTC), _INFO.encode()), *records)
            data = b"".join(gzip.compress(one, 6, mtime=0) for one in records)
            written = self._file.write(data)
            if written != len(data):
                self._file.truncate(self._size)
                raise WriteError(f"{self._part} cannot be written: the disk is full. Free some space.")
        except OSError as error:
            raise cannot_write(self._part, error) from error
        self._size += len(data)

    def close(self) -> None:
        """Give the file its name."""
        if self._file is None:
            return
        try:
            os.fsync(self._file.fileno())
            self._file.close()
            self._part.rename(self._folder / self._name)
            sync_folder(self._folder)
        except OSError as error:
            raise cannot_write(self._part, error) from error
        finally:
            self._file = None
            self._number += 1

    @property
    def _name(self) -> str:
        return f"pages-{self._number:05}.warc.gz"

    @property
    def _part(self) -> Path:
        return self._folder / f"{self._name}.part"


def record(
    kind: WarcRecordType, uri: str, moment: datetime, block: bytes, *, http_body: bytes | None = None, to: str = ""
) -> bytes:
    """Return a WARC record; ``http_body`` is the body if the block is an HTTP message, ``to`` its other half."""
    warc = WarcRecord()
    warc.init_headers(kind, content_length=len(block))
    warc.headers["WARC-Date"] = f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    warc.headers["WARC-Filename" if kind == WarcRecordType.warcinfo else "WARC-Target-URI"] = uri
    if to:
        warc.headers["WARC-Concurrent-To"] = to
    if http_body is None:
        warc.headers["Content-Type"] = "application/warc-fields"
    else:
        message = "request" if kind == WarcRecordType.request else "response"
        warc.headers["Content-Type"] = f"application/http; msgtype={message}"
        digest = hashlib.sha1(http_body, usedforsecurity=False).digest()
        warc.headers["WARC-Payload-Digest"] = f"sha1:{base64.b32encode(digest).decode()}"
    warc.set_bytes_content(block)
    file = io.BytesIO()
    warc.write(file, checksum_data=True)
    return file.getvalue()


def record_id(data: bytes) -> str:
    """Return the id of a record that was made here."""
    return data.split(b"WARC-Record-ID: ", 1)[1].split(b"\r\n", 1)[0].decode()
