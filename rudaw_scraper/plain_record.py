"""A record as a plain dict: several times as fast as ``dataclasses.asdict``, which copies deeply."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any

#: For each record class its keys, in order, and what gets their values all at once.
Keys = dict[type, tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]]


def keys_of(classes: tuple[type, ...]) -> Keys:
    """Return the keys of record classes, which are dataclasses of two fields or more."""
    found: Keys = {}
    for cls in classes:
        names = tuple([each.name for each in fields(cls)])
        found[cls] = names, attrgetter(*names)
    return found


def plain(record: object, keys: Keys) -> dict[str, Any]:
    """Return a record as a dict of JSON types, in the order of its keys; lists of records become lists of dicts."""
    names, values_of = keys[type(record)]
    values = values_of(record)
    result: dict[str, Any] = {}
    for index, name in enumerate(names):
        value = values[index]
        if type(value) is list:
            result[name] = [plain(each, keys) if type(each) in keys else each for each in value]
        else:
            result[name] = value
    return result
