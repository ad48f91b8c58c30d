"""``manifest.json``: what a run did, for the next run, for ``rudaw status`` and for whoever reads the data."""

from __future__ import annotations

import gzip
import hashlib
import json
import platform
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import scrapy

from rudaw_scraper import __version__, counts
from rudaw_scraper.record import SCHEMA_VERSION
from rudaw_scraper.writer import write_whole

MANIFEST = "manifest.json"
LONG_LIST = "refused-pages.jsonl.gz"
_MOST_IN_LIST = 200  # a longer list of refused pages goes into a file of its own
_COUNTS = {
    "articles": counts.ARTICLES,
    "changed": counts.CHANGED,
    "unchanged": counts.UNCHANGED,
    "known": counts.KNOWN,
    "out_of_range": counts.OUT_OF_RANGE,
    "duplicates": "item_dropped_reasons_count/DuplicateArticle",
    "comments": "rudaw/comments",
    "quotes": "rudaw/quotes",
    "captions": "rudaw/captions",
    "listings": counts.LISTINGS,
    "offsite_requests": counts.OFFSITE,
    "offsite_links": counts.OFFSITE_LINKS,
    "faults": counts.FAULTS,
    "retries": "retry/count",
}
Manifest = dict[str, Any]


def run_manifest(
    folder: Path, stats: Mapping[str, Any], *, arguments: Mapping[str, Any], started: datetime, problems: list[str]
) -> Manifest:
    """Return the manifest of a run that has ended; writes the list of refused pages beside it if that is long."""
    manifest = _frame(folder, started, datetime.now(UTC), arguments)
    manifest |= {
        "finish_reason": stats.get("finish_reason"),
        "sound": not problems,
        "problems": problems,
        "counts": {name: stats.get(key, 0) for name, key in _COUNTS.items()},
        "editions": _group(stats, f"{counts.ARTICLES}/"),
        "listed": _group(stats, counts.LISTED),
        "sources": _group(stats, counts.SOURCES),
        "layouts": _group(stats, counts.LAYOUT),
        "coverage": coverage(stats),
        "same": _group(stats, counts.SAME),
        "offsite": stats.get(counts.OFFSITE_KEPT, []),
        "received_bytes": stats.get("downloader/response_bytes", 0),
        "http": _group(stats, "downloader/response_status_count/"),
    }
    return manifest | _of_files(folder)


def killed_manifest(folder: Path) -> Manifest:
    """Return the manifest of a run that was killed: what can be told from its files."""
    try:
        started = datetime.strptime(folder.name[:16], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        started = datetime.fromtimestamp(folder.stat().st_mtime, UTC)
    manifest = _frame(folder, started, None, {})
    manifest |= {
        "finish_reason": "killed",
        "sound": False,
        "problems": ["The run was killed; what it had written was kept, and the next run went on from there."],
        "counts": {"articles": sum(1 for _ in _lines(folder / "articles.jsonl"))},
    }
    return manifest | _of_files(folder)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest whole; raises :class:`~rudaw_scraper.writer.WriteError`."""
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    write_whole(folder / MANIFEST, text.encode("utf-8", "surrogatepass"))


def read_manifest(folder: Path) -> Manifest | None:
    """Return a run's manifest, ``None`` if there is none that can be read."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    return manifest if isinstance(manifest, dict) else None


def coverage(stats: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Return for each field how many articles have it, of how many that could."""
    having = _group(stats, counts.FIELD)
    return {name: {"articles": having.get(name, 0), "of": of} for name, of in _group(stats, counts.FIELD_OF).items()}


def report_of(manifest: Manifest) -> dict[str, Any]:
    """Return the part of a manifest that later runs are compared with."""
    return {name: manifest.get(name, {}) for name in ("coverage", "layouts", "same")}


def _frame(folder: Path, started: datetime, finished: datetime | None, arguments: Mapping[str, Any]) -> Manifest:
    return {
        "run": f"{folder.parent.name}/{folder.name}",
        "versions": {
            "rudaw_scraper": __version__,
            "schema": SCHEMA_VERSION,
            "scrapy": scrapy.__version__,
            "python": platform.python_version(),
        },
        "arguments": dict(arguments),
        "started_at": _stamp(started),
        "finished_at": _stamp(finished) if finished else None,
        "seconds": round((finished - started).total_seconds(), 1) if finished else None,
    }


def _of_files(folder: Path) -> Manifest:
    by_reason: dict[str, int] = {}
    pages = []
    for line in _lines(folder / "refused.jsonl"):
        try:
            page = {key: value for key, value in json.loads(line).items() if key in ("url", "reason", "detail")}
        except ValueError:
            continue
        by_reason[page["reason"]] = by_reason.get(page["reason"], 0) + 1
        pages.append(page)
    refused: Manifest = {"count": len(pages), "by_reason": by_reason, "pages": pages, "pages_file": None}
    if len(pages) > _MOST_IN_LIST:
        text = "".join(json.dumps(page, ensure_ascii=False) + "\n" for page in pages)
        write_whole(folder / LONG_LIST, gzip.compress(text.encode("utf-8", "surrogatepass"), mtime=0))
        refused |= {"pages": None, "pages_file": LONG_LIST}
    files = [_described(folder / name) for name in ("articles.jsonl", "refused.jsonl") if (folder / name).exists()]
    return {"refused": refused, "files": files}


def _described(path: Path) -> Manifest:
    digest = hashlib.sha256()
    size = lines = 0
    with path.open("rb") as file:
        while block := file.read(1 << 16):
            digest.update(block)
            size += len(block)
            lines += block.count(b"\n")
    return {"name": path.name, "lines": lines, "bytes": size, "sha256": digest.hexdigest()}


def _lines(path: Path) -> Iterator[bytes]:
    if path.exists():
        with path.open("rb") as file:
            yield from file


def _group(stats: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    return {key.removeprefix(prefix): value for key, value in sorted(stats.items()) if key.startswith(prefix)}


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
