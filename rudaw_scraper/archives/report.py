"""What became of the records of one archive, and of all: the reports and the manifest."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from rudaw_scraper import __version__
from rudaw_scraper.writer import write_whole

REPORT = "report.json"
MANIFEST = "manifest.json"
_SINGLE = ("articles", "duplicates", "revisits", "other", "foreign")
_BY_REASON = ("refused", "status", "damaged")
_OUTCOMES = {*_SINGLE, *_BY_REASON}
_CONTENT = ("comments", "quotes", "captions", "faults")


@dataclass
class Report:
    """The counts of one archive. Each record is counted once: ``records`` is the sum of the outcomes.

    ``articles`` were written; ``duplicates`` are the same page again; ``refused``, by reason, gave no article and are
    kept; ``revisits`` say that the content is in an earlier record; ``status`` are answers other than 200, ``damaged``
    cannot be read; ``other`` are no articles, ``foreign`` not of Rudaw. ``error`` says why the archive as a whole
    could not be read. ``size`` is the archive's, in bytes.
    """

    archive: str
    size: int
    records: int = 0
    articles: int = 0
    duplicates: int = 0
    revisits: int = 0
    other: int = 0
    foreign: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    damaged: dict[str, int] = field(default_factory=dict)
    comments: int = 0
    quotes: int = 0
    captions: int = 0
    faults: int = 0
    warnings: dict[str, int] = field(default_factory=dict)
    extractor_version: str = __version__
    error: str | None = None

    @classmethod
    def of(cls, archive: Path, size: int, counts: Counter[str]) -> Report:
        """Make the report of an archive from what was counted."""
        report = cls(str(archive), size)
        for name in (*_SINGLE, *_CONTENT):
            setattr(report, name, counts[name])
        for name in (*_BY_REASON, "warnings"):
            setattr(report, name, _below(counts, name))
        report.records = records_in(counts)
        return report

    def total(self, outcome: str) -> int:
        """Return how many records had an outcome, whatever the reason."""
        counted: int | dict[str, int] = getattr(self, outcome)
        return counted if isinstance(counted, int) else sum(counted.values())

    def write(self, folder: Path) -> None:
        """Write the report into the folder of an archive's output."""
        write_whole(folder / REPORT, _json(asdict(self)))


def records_in(counts: Counter[str]) -> int:
    """Return how many records were counted, whatever became of them."""
    return sum(count for name, count in counts.copy().items() if name.partition("/")[0] in _OUTCOMES)


def read_report(folder: Path) -> Report | None:
    """Return the report in a folder of output, ``None`` if there is none that can be read."""
    try:
        return Report(**json.loads((folder / REPORT).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def total(reports: Iterable[Report]) -> Report:
    """Return the sum of reports, as one of no archive in particular."""
    counts: Counter[str] = Counter()
    size = 0
    for report in reports:
        size += report.size
        for name in (*_SINGLE, *_CONTENT):
            counts[name] += report.total(name)
        for name in (*_BY_REASON, "warnings"):
            for reason, count in getattr(report, name).items():
                counts[f"{name}/{reason}"] += count
    return Report.of(Path(), size, counts)


def write_manifest(folder: Path, reports: list[Report]) -> None:
    """Write what became of each archive, and the sums; raises :class:`~rudaw_scraper.writer.WriteError`."""
    sums: dict[str, Any] = asdict(total(reports))
    del sums["archive"], sums["error"]
    files = [asdict(report) for report in sorted(reports, key=lambda report: report.archive)]
    write_whole(folder / MANIFEST, _json({"archives": len(files), "total": sums, "files": files}))


def problems(reports: list[Report]) -> list[str]:
    """Return why what was read is not sound, one sentence each; none means it is."""
    found = [report.error for report in reports if report.error]
    sums = total(reports)
    refused = sums.total("refused")
    if refused and not sums.articles:
        found.append(f"No article was found; {refused:,} pages gave none, refused.jsonl says why.")
    if sums.faults:
        found.append(f"This program failed on {sums.faults:,} pages; they are kept, please report them.")
    if not found and not sums.records:
        found.append("Nothing was found: no archive, no saved page, or only empty ones.")
    return found


def _below(counts: Counter[str], name: str) -> dict[str, int]:
    below = {key.partition("/")[2]: count for key, count in counts.items() if key.startswith(name + "/") and count}
    return dict(sorted(below.items()))


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
