"""The manifests of crawls as they may be published: what was done and found, not by whom nor where on which disk."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rudaw_scraper.manifest import Manifest, read_manifest

_KEPT = (
    "run", "versions", "started_at", "finished_at", "seconds", "finish_reason", "sound", "problems", "counts",
    "editions", "listed", "sources", "layouts", "coverage", "http", "files",
)  # fmt: skip
# Of the arguments not the contact, nor addresses of files and servers; of refused pages not the list.
_KEPT_BELOW = {
    "arguments": (
        "edition", "section", "since", "until", "limit", "delay", "concurrency", "recheck", "start", "end",
        "published", "index", "per_article",
    ),
    "refused": ("count", "by_reason"),
}  # fmt: skip
_PRIVATE = re.compile(
    r"\S+@\S+"  # mail addresses
    r"|\w+://\S+"
    r"|(?<![\w.])(?:~|\.{1,2})?/\S+"  # paths
    r"|(?<!\w)[A-Za-z]:[\\/]\S+"
)
_REMOVED = "[removed]"


def public_manifests(files: Iterable[Path]) -> dict[str, Manifest]:
    """Return the manifests beside files of records, without their private parts, by the names to publish them under."""
    folders = sorted({path.parent.resolve() for path in files})
    found = [(folder.name, manifest) for folder in folders if (manifest := read_manifest(folder)) is not None]
    return {f"{number:03d}-{_plain(name)}.json": public(manifest) for number, (name, manifest) in enumerate(found, 1)}


def public(manifest: Manifest) -> Manifest:
    """Return those parts of a manifest that say how the data came about; addresses and paths in texts are taken out."""
    kept = {key: value for key, value in manifest.items() if key in _KEPT}
    for key, names in _KEPT_BELOW.items():
        below = manifest.get(key)
        if isinstance(below, dict):
            kept[key] = {name: value for name, value in below.items() if name in names}
    cleaned: Manifest = _cleaned(kept)
    return cleaned


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return _PRIVATE.sub(_REMOVED, value)
    if isinstance(value, list):
        return [_cleaned(entry) for entry in value]
    if isinstance(value, dict):
        return {_PRIVATE.sub(_REMOVED, key): _cleaned(entry) for key, entry in value.items()}
    return value


def _plain(name: str) -> str:
    return re.sub(r"[^\w.-]", "_", name)
