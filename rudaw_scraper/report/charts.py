"""The charts as Vega-Lite specifications; the page adds width, colours and fonts.

A chart comes with a sentence for those who do not see it, and with its numbers, from which the page makes a table.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from rudaw_scraper.editions import EDITIONS

Json = dict[str, Any]

_MANY_DAYS = 120  # from here on bars of a day are too thin: weeks, then months
_MANY_WEEKS = 2 * 365
_BAR = 20  # pixels
_COUNTS = {"tickMinStep": 1, "format": ",d"}


class Chart(NamedTuple):
    """A chart: its heading, the sentence below it, the specification, and the names of its columns."""

    key: str
    title: str
    note: str
    columns: list[str]
    rows: list[list[Any]]
    spec: Json


def charts(counts: Json, refused: list[tuple[str, int]]) -> list[Chart]:
    """Return the charts for what :class:`~rudaw_scraper.report.collect.Statistics` counted; empty ones are left out."""
    made = [
        _articles(counts["days"]),
        _coverage(counts["fields"], counts["coverage"]),
        _comments(counts["comments"]),
        _ranking("speakers", "Most quoted speakers", "speaker", "quotations", counts["speakers"]),
        _ranking("commenters", "Most active commenters", "name given", "comments", counts["commenters"] or []),
        _sections(counts["sections"]),
        _ranking("refused", "Refused pages by reason", "reason", "pages", [list(entry) for entry in refused]),
    ]
    return [chart for chart in made if chart.rows]


def _articles(rows: list[list[Any]]) -> Chart:
    spec = {
        "mark": {"type": "bar", "tooltip": True},
        "encoding": {
            "x": {"field": "day", "type": "temporal", "timeUnit": _unit(rows), "title": None},
            "y": {
                "field": "articles",
                "aggregate": "sum",
                "type": "quantitative",
                "title": "articles",
                "axis": _COUNTS,
            },
            "color": _edition_colour(),
        },
        "height": 240,
    }
    note = "By day of publication in Baghdad. A gap is a time without articles, or one that was not crawled."
    return Chart("days", "Articles over time", note, ["day", "edition", "articles"], rows, spec)


def _unit(rows: list[list[Any]]) -> str:
    days = (date.fromisoformat(rows[-1][0]) - date.fromisoformat(rows[0][0])).days if rows else 0
    if days > _MANY_WEEKS:
        return "utcyearmonth"
    return "utcyearweek" if days > _MANY_DAYS else "utcyearmonthdate"


def _coverage(fields: tuple[str, ...], rows: list[list[Any]]) -> Chart:
    years = int(rows[-1][0][:4]) - int(rows[0][0][:4]) if rows else 0
    shares = [[*row[:3], *(round(count / row[2], 3) for count in row[3:])] for row in rows]
    spec = {
        "transform": [{"fold": list(fields), "as": ["field", "share"]}],
        "facet": {"field": "field", "type": "nominal", "sort": list(fields), "title": None},
        "spec": {
            "mark": {"type": "line", "interpolate": "step-after", "point": {"size": 12}, "tooltip": True},
            "encoding": {
                "x": {
                    "field": "month",
                    "type": "temporal",
                    "timeUnit": "utcyearmonth",
                    "title": None,
                    "axis": {"format": "%Y" if years > 1 else "%b %Y", "tickCount": min(years, 4) if years > 1 else 3},
                },
                "y": {
                    "field": "share",
                    "type": "quantitative",
                    "scale": {"domain": [0, 1]},
                    "axis": {"format": "%", "values": [0, 0.5, 1]},
                    "title": None,
                },
                "color": {"field": "layout", "type": "nominal", "title": "layout"},
                "tooltip": [
                    {"field": "month", "type": "temporal", "timeUnit": "utcyearmonth", "format": "%B %Y"},
                    {"field": "layout"},
                    {"field": "share", "type": "quantitative", "format": ".1%"},
                    {"field": "articles", "type": "quantitative", "format": ","},
                ],
            },
            "height": 90,
        },
    }
    note = (
        "Share of articles that have a value, by month of publication and layout of the page. A step means that the "
        "site changed, or that it is read differently; a layout whose line is low all along never printed the field."
    )
    return Chart("coverage", "Coverage of fields", note, ["month", "layout", "articles", *fields], shares, spec)


def _comments(rows: list[list[Any]]) -> Chart:
    names = [name for name, _ in rows]
    spec = {
        "mark": {"type": "bar", "tooltip": True},
        "encoding": {
            "x": {
                "field": "comments",
                "type": "ordinal",
                "sort": names,
                "axis": {"labelAngle": 0, "labelOverlap": True},
                "title": "comments",
            },
            "y": {"field": "articles", "type": "quantitative", "title": "articles", "axis": _COUNTS},
        },
        "height": 200,
    }
    note = "How many articles have so many comments."
    return Chart("comments", "Comments per article", note, ["comments", "articles"], rows, spec)


def _ranking(key: str, title: str, what: str, counted: str, rows: list[list[Any]]) -> Chart:
    spec = {
        "mark": {"type": "bar", "tooltip": True},
        "encoding": {
            "y": {"field": what, "type": "nominal", "sort": [row[0] for row in rows], "title": None},
            "x": {"field": counted, "type": "quantitative", "title": counted, "axis": _COUNTS},
        },
        "height": _BAR * len(rows),
    }
    notes = {
        "speakers": "By the fullest form of the name in each article: two spellings are two speakers.",
        "commenters": "By the name that readers gave: one name may be many people, and one person may have many names.",
        "refused": "Pages that were fetched and gave no article, from the refused.jsonl beside each file.",
    }
    return Chart(key, title, notes[key], [what, counted], rows, spec)


def _sections(rows: list[list[Any]]) -> Chart:
    totals: dict[str, int] = {}
    for section, _, count in rows:
        totals[section] = totals.get(section, 0) + count
    order = sorted(totals, key=lambda section: (-totals[section], section))
    spec = {
        "mark": {"type": "bar", "tooltip": True},
        "encoding": {
            "y": {"field": "section", "type": "nominal", "sort": order, "title": None},
            "x": {"field": "articles", "type": "quantitative", "title": "articles", "axis": _COUNTS},
            "color": _edition_colour(),
        },
        "height": _BAR * len(order),
    }
    note = "The most frequent sections, by the path in the address."
    return Chart("sections", "Sections", note, ["section", "edition", "articles"], rows, spec)


def _edition_colour() -> Json:
    return {"field": "edition", "type": "nominal", "scale": {"domain": list(EDITIONS)}, "title": None}
