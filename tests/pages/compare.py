"""Compare records key by key and say shortly what differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

NEVER_JUDGED = frozenset({"speaker_description"})


@dataclass(frozen=True)
class Difference:
    """A field, the place in it, and the two values."""

    field: str
    place: str
    expected: Any
    got: Any

    def __str__(self) -> str:
        expected, got = excerpts(self.expected, self.got)
        return f"{self.place}\n    expected {expected}\n    got      {got}"


def differences(expected: dict[str, Any], got: dict[str, Any], skip: frozenset[str] = frozenset()) -> list[Difference]:
    """What differs in the keys that ``expected`` has; side-list entries without text are not compared."""
    found: list[Difference] = []
    for key, value in expected.items():
        if key in skip:
            continue
        if key not in got:
            found.append(Difference(key, key, value, "no such key"))
            continue
        actual = got[key]
        if key == "latest_comments":
            value, actual = ([entry for entry in entries if entry["text"]] for entries in (value, actual))
        found += [Difference(key, *rest) for rest in _differences(key, value, actual, skip)]
    return found


def _differences(place: str, expected: Any, got: Any, skip: frozenset[str]) -> list[tuple[str, Any, Any]]:
    if isinstance(expected, dict) and isinstance(got, dict):
        keys = [key for key in expected if key not in NEVER_JUDGED and f"{place.split('[')[0]}.{key}" not in skip]
        return [d for key in keys for d in _differences(f"{place}.{key}", expected[key], got.get(key), skip)]
    if isinstance(expected, list) and isinstance(got, list):
        if len(expected) != len(got):
            return [
                (f"{place} ({len(expected)} entries, not {len(got)})", _unlike(expected, got), _unlike(got, expected))
            ]
        pairs = enumerate(zip(expected, got, strict=True))
        return [d for i, (one, other) in pairs for d in _differences(f"{place}[{i}]", one, other, skip)]
    return [] if expected == got and type(expected) is type(got) else [(place, expected, got)]


def _unlike(entries: list[Any], others: list[Any]) -> list[Any]:
    """Entries whose words are not among the others; only the telling value of a dict."""
    known = {_gist(other) for other in others}
    return [_gist(entry) for entry in entries if _gist(entry) not in known]


def _gist(entry: Any) -> str:
    if isinstance(entry, dict):
        return str(entry.get("text") or entry.get("headline") or entry.get("author") or entry)
    return str(entry)


def excerpts(expected: Any, got: Any, width: int = 90) -> tuple[str, str]:
    """Both values around the first character in which they differ."""
    one, other = repr(expected), repr(got)
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, at - 30)
    return tuple(
        ("…" if start else "") + s[start : start + width] + ("…" if len(s) > start + width else "")
        for s in (one, other)
    )  # type: ignore[return-value]


def report(title: str, found: list[Difference], limit: int = 6) -> str:
    """The differences as a message for a failing test."""
    more = f"\n  … and {len(found) - limit} more" if len(found) > limit else ""
    return f"{title}: {len(found)} differences\n  " + "\n  ".join(str(d) for d in found[:limit]) + more
