"""Reading Zstandard files, with an error where one is cut off.

The reader of the package ``zstandard`` ends silently at a cut; its decompression objects know whether a frame ended.
"""

from __future__ import annotations

import io
from typing import Any, BinaryIO

_CHUNK = 1 << 17


class ZstdReader(io.RawIOBase):
    """The unpacked bytes of all frames of a file; raises :class:`EOFError` where it is damaged or cut off."""

    def __init__(self, file: BinaryIO, zstandard: Any) -> None:
        self._file = file
        self._library = zstandard
        self._frame = zstandard.ZstdDecompressor().decompressobj()
        self._packed = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        """Tell that this can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with what comes next; 0 is the end."""
        while not self._ready:
            packed = self._packed or self._file.read(_CHUNK)
            if not packed:
                self._check_end()
                return 0
            self._ready = memoryview(self._unpack(packed))
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()

    def _unpack(self, packed: bytes) -> bytes:
        if self._frame.eof:
            self._frame = self._library.ZstdDecompressor().decompressobj()
        try:
            data: bytes = self._frame.decompress(packed)
        except self._library.ZstdError as error:
            raise EOFError(str(error)) from None
        self._packed = self._frame.unused_data if self._frame.eof else b""
        return data

    def _check_end(self) -> None:
        if not self._frame.eof:
            raise EOFError("the compressed data end before their end mark")
