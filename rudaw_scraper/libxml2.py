"""libxml2 as lxml brings it: its functions by name, so that there is but one copy of it, and one parser."""

from __future__ import annotations

import ctypes

from lxml import etree


def address_of(name: str) -> int:
    """Return the address of a function.

    Raises :class:`ImportError` where lxml does not offer it, or is not in a file of its own, as in a frozen program.
    """
    try:
        found = ctypes.cast(getattr(ctypes.CDLL(etree.__file__), name), ctypes.c_void_p).value
    except (AttributeError, OSError):
        found = None
    if not found:
        raise ImportError(f"lxml does not offer libxml2's {name}")
    return found
