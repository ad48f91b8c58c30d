"""How a page was read: its layout and why, its lines and what each was taken for, and the record.

This is how a maintainer meets a new layout.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass, field
from typing import Any

from rudaw_scraper.blocks import Line
from rudaw_scraper.dates.normalise import normalise_dates
from rudaw_scraper.document import Document, open_document
from rudaw_scraper.errors import NotAnArticle
from rudaw_scraper.labels import label_of
from rudaw_scraper.layouts.base import make_draft
from rudaw_scraper.layouts.choice import read_document
from rudaw_scraper.page import Page
from rudaw_scraper.quotes import add_quotes

_PLACE_DEPTH = 3  # elements named of a line's place in the tree
_GAPS = ("", "·", "¶")  # line break, new block, blank line


@dataclass(slots=True)
class InspectedLine:
    """A visible line: how it is set off from the one before, where it stands, and what it was taken for."""

    index: int
    gap: str
    place: str
    role: str
    text: str


@dataclass(slots=True)
class Inspection:
    """A page and how it was read; ``record`` is ``None`` and ``refusal`` says why where it gave no article."""

    url: str
    layout: str | None
    steps: list[str]
    refusal: str | None
    lines: list[InspectedLine] = field(repr=False)
    record: dict[str, Any] | None = field(repr=False)
    direction: str = "ltr"


def inspect_page(page: Page) -> Inspection:
    """Read a page and tell how. Raises :class:`~rudaw_scraper.errors.BadAddress` and errors of the page's bytes."""
    document = open_document(page)
    layout, steps, refusal, record = None, [], None, None
    try:
        reading = read_document(document)
    except NotAnArticle as error:
        refusal = f"{type(error).__name__}: {error}"
    else:
        layout, steps = reading.layout, reading.steps
        record = add_quotes(normalise_dates(make_draft(document, reading.layout, reading.fields))).to_dict()
    lines = [_inspected(document, line) for line in document.lines]
    return Inspection(document.address.url, layout, steps, refusal, lines, record, document.address.edition.direction)


def _inspected(document: Document, line: Line) -> InspectedLine:
    label = label_of(line.text)
    role = document.roles.get(line.index) or ("" if label is None else label.name.lower().replace("_", " "))
    return InspectedLine(line.index, _GAPS[line.gap], _place(line), role, line.text)


def _place(line: Line) -> str:
    """Name the innermost elements around a line, outer to inner: ``td > div#ctl00_x.body > p``."""
    names = []
    for element, _ in zip(line.ancestors(), range(_PLACE_DEPTH), strict=False):
        identity = f"#{element.get('id')}" if element.get("id") else ""
        classes = "".join(f".{name}" for name in (element.get("class") or "").split()[:2])
        names.append(f"{element.tag}{identity}{classes}")
    return " > ".join(reversed(names))


_STYLE = """
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; }
td, th { padding: .2rem .6rem; vertical-align: top; border-bottom: 1px solid #8884; }
td.place, td.number { color: GrayText; font-size: 85%; }
tr.read td.text { background: color-mix(in srgb, Highlight 18%, Canvas); }
td.role { white-space: nowrap; font-weight: 600; }
pre { overflow: auto; padding: 1rem; border: 1px solid #8884; }
"""


def as_html(inspection: Inspection) -> str:
    """Return the inspection as one HTML page that needs nothing else; all text of the page is escaped."""
    rows = "\n".join(
        f'<tr class="{"read" if line.role else "unread"}"><td class="number">{line.index} {line.gap}</td>'
        f'<td class="role">{html.escape(line.role)}</td>'
        f'<td class="text" dir="auto">{html.escape(line.text)}</td>'
        f'<td class="place">{html.escape(line.place)}</td></tr>'
        for line in inspection.lines
    )
    steps = "".join(f"<li>{html.escape(step)}</li>" for step in inspection.steps)
    record = json.dumps(inspection.record, ensure_ascii=False, indent=2) if inspection.record else inspection.refusal
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>How {html.escape(inspection.url)} was read'
        f'</title><meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>'
        f"<h1>How the page was read</h1><p>{html.escape(inspection.url)}</p>"
        f"<p>Layout: <strong>{html.escape(inspection.layout or 'none')}</strong></p><ul>{steps}</ul>"
        f"<h2>Lines</h2><table><thead><tr><th>line</th><th>taken for</th><th>text</th><th>place</th></tr></thead>"
        f"<tbody>{rows}</tbody></table><h2>Record</h2><pre>{html.escape(record or '')}</pre></body></html>\n"
    )
