"""How much a data set holds, and how complete it is: by edition, by year, by layout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

_GROUPS = ("edition", "year", "layout")
_LISTS = ("comments", "quotes", "captions")
_FIELDS = ("headline", "byline", "date_published", "dateline", "body")
_UNDATED = "no date"


class Coverage:
    """Counts over records; :meth:`add` each, then read :meth:`tables`."""

    def __init__(self) -> None:
        self.articles = 0
        self.languages: set[str] = set()
        self.days: tuple[str, str] | None = None
        self._counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * (1 + len(_LISTS) + len(_FIELDS)))

    def add(self, record: dict[str, Any]) -> None:
        """Count a record."""
        day: str | None = record["date_published"]
        self.articles += 1
        self.languages.add(record["language"])
        if day is not None:
            first, last = self.days or (day, day)
            self.days = (min(first, day), max(last, day))
        groups = (record["edition"], day[:4] if day else _UNDATED, record["layout"])
        entry = [1, *(len(record[key]) for key in _LISTS), *(record[key] is not None for key in _FIELDS)]
        for key in zip(_GROUPS, groups, strict=True):
            counts = self._counts[key]
            for place, count in enumerate(entry):
                counts[place] += count

    def tables(self) -> str:
        """Return a Markdown table for each grouping: counts, then the share of articles that have a field."""
        return "\n\n".join("\n".join(self._table(group)) for group in _GROUPS)

    def _table(self, group: str) -> Iterator[str]:
        yield _line([group, "articles", "comments", "quotations", "captions", *(f"`{name}`" for name in _FIELDS)])
        yield _line(["---", *["---:"] * (1 + len(_LISTS) + len(_FIELDS))])
        for (grouping, name), counts in sorted(self._counts.items()):
            if grouping == group:
                numbers = [f"{count:,}" for count in counts[: 1 + len(_LISTS)]]
                yield _line([name, *numbers, *(f"{count / counts[0]:.1%}" for count in counts[1 + len(_LISTS) :])])


def counted(records: Iterable[dict[str, Any]], coverage: Coverage) -> Iterator[dict[str, Any]]:
    """Pass records on, each counted."""
    for record in records:
        coverage.add(record)
        yield record


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
