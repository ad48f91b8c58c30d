"""libxml2 as lxml brings it: its functions by name, so that there is but one copy of it, and one parser."""

from __future__ import annotations

import ctypes
from typing import Final

from lxml import etree

_LIBRARY: Final = ctypes.CDLL(etree.__file__)


def address_of(name: str) -> int:
    """Return the address of a function. Raises :class:`ImportError` where lxml does not offer it."""
    try:
        found = ctypes.cast(getattr(_LIBRARY, name), ctypes.c_void_p).value
    except AttributeError:
        found = None
    if not found:
        raise ImportError(f"lxml does not offer libxml2's {name}")
    return found
