"""What the report shows, counted in one pass over the records: memory grows with what is counted, not with text."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rudaw_scraper.addresses import parse_address
from rudaw_scraper.dataset.errors import BadRecords
from rudaw_scraper.dataset.files import parse, read_lines
from rudaw_scraper.errors import BadAddress

#: The fields whose coverage is shown, in the order of the record.
FIELDS = (
    "section",
    "headline",
    "byline",
    "authors",
    "date_published",
    "datetime_published",
    "dateline",
    "summary",
    "body",
    "captions",
    "quotes",
    "tags",
    "comments",
    "comment_count",
)
TOP = 25  # bars of a chart of the most frequent
#: Groups of the chart of comments per article: the fewest that each holds.
COMMENT_GROUPS = (0, 1, 2, 3, 6, 11, 21, 51, 101)


class Statistics:
    """Counts over records; :meth:`add` each, then read :meth:`result`."""

    def __init__(self) -> None:
        self.articles = self.comments = self.quotations = self.captions = 0
        self._days: Counter[tuple[str, str]] = Counter()
        self._coverage: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * (len(FIELDS) + 1))
        self._comment_groups: Counter[int] = Counter()
        self._speakers: Counter[str] = Counter()
        self._commenters: Counter[str] = Counter()
        self._sections: Counter[tuple[str, str]] = Counter()

    def add(self, record: dict[str, Any]) -> None:
        """Count a record."""
        edition, comments, quotes = record["edition"], record["comments"], record["quotes"]
        self.articles += 1
        self.comments += len(comments)
        self.quotations += len(quotes)
        self.captions += len(record["captions"])
        if record["date_published"]:
            self._days[record["date_published"], edition] += 1
        counts = self._coverage[_month(record), record["layout"]]
        counts[0] += 1
        for place, field in enumerate(FIELDS, 1):
            value = record[field]
            if value is not None and value != []:
                counts[place] += 1
        self._comment_groups[_group(len(comments))] += 1
        self._speakers.update(quote["speaker_name"] for quote in quotes if quote["speaker_name"])
        self._commenters.update(comment["author"] for comment in comments if comment["author"])
        self._sections["/".join(record["section_path"]) or "(none)", edition] += 1

    def result(self, private: bool) -> dict[str, Any]:
        """Return the counts as plain lists for the page; ``private`` leaves the commenters' names out."""
        sections: Counter[str] = Counter()
        for (section, _), count in self._sections.items():
            sections[section] += count
        shown = {section for section, _ in _most(sections)}
        return {
            "days": [[day, edition, count] for (day, edition), count in sorted(self._days.items())],
            "fields": FIELDS,
            "coverage": [[month, layout, *counts] for (month, layout), counts in sorted(self._coverage.items())],
            "comments": [[_group_name(group), self._comment_groups[group]] for group in COMMENT_GROUPS],
            "speakers": _most(self._speakers),
            "commenters": None if private else _most(self._commenters),
            "sections": [[*key, count] for key, count in sorted(self._sections.items()) if key[0] in shown],
        }

    @property
    def editions(self) -> list[str]:
        """The editions that occur, by name."""
        return sorted({edition for _, edition in self._sections})

    @property
    def span(self) -> tuple[str, str] | None:
        """The first and the last day on which an article was published, or None."""
        days = [day for day, _ in self._days]
        return (min(days), max(days)) if days else None


def refused_by_reason(files: Iterable[Path]) -> list[tuple[str, int]]:
    """Return how many pages gave no article, by reason, from the ``refused.jsonl`` beside each file.

    Raises :class:`~rudaw_scraper.dataset.errors.BadRecords` where such a list cannot be read.
    """
    lists = {path.parent / name for path in files for name in ("refused.jsonl", "refused.jsonl.gz")}
    reasons: Counter[str] = Counter()
    for path in sorted(path for path in lists if path.is_file()):
        for line in read_lines(path):
            reason = parse(line).get("reason")
            if not isinstance(reason, str):
                raise BadRecords(f"{path}, line {line.number}: a refused page without a reason.")
            reasons[reason] += 1
    return [(reason, count) for reason, count in _most(reasons)]


def _month(record: dict[str, Any]) -> str:
    """Return the month of publication, by the date, else by the address, else by the capture."""
    day: str | None = record["date_published"]
    if day is None:
        try:
            address = parse_address(record["url"])
        except BadAddress:
            return str(record["fetched_at"])[:7]
        day = address.day.isoformat() if address.day else record["fetched_at"]
    return str(day)[:7]


def _group(count: int) -> int:
    return next(group for group in reversed(COMMENT_GROUPS) if count >= group)


def _group_name(group: int) -> str:
    place = COMMENT_GROUPS.index(group)
    if place == len(COMMENT_GROUPS) - 1:
        return f"{group}+"
    last = COMMENT_GROUPS[place + 1] - 1
    return str(group) if last == group else f"{group}–{last}"


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    """Return the most frequent, ties by name: the same for the same records in any order."""
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:TOP]


def as_json(value: Any) -> bytes:
    """Return a value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def counted(records: Iterable[dict[str, Any]], statistics: Statistics) -> Iterator[dict[str, Any]]:
    """Pass records on, each counted."""
    for record in records:
        statistics.add(record)
        yield record
