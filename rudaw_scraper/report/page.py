"""The report as one HTML file that needs nothing but itself.

Everything from pages travels as packed JSON and is put into the document as text, never as markup. The chart library
is the bundle of Vega, Vega-Lite and Vega-Embed that the package ``vl-convert-python`` carries, packed as well: what it
saves is room for articles. The page's own policy (``Content-Security-Policy``) forbids every request.
"""

from __future__ import annotations

import base64
import gzip
import html
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from rudaw_scraper import __version__
from rudaw_scraper.dataset.errors import optional
from rudaw_scraper.dataset.files import Paths, expand
from rudaw_scraper.dataset.load import load_records
from rudaw_scraper.report.charts import charts
from rudaw_scraper.report.collect import Statistics, as_json, counted, refused_by_reason
from rudaw_scraper.report.sample import columns, draw
from rudaw_scraper.writer import write_whole

LIMIT = 3_000_000  # bytes of the page
_VEGA_LITE = "6.1"  # of the versions that the package carries
_FRAME = 500  # bytes of the data around charts and articles


def write_report(paths: Paths, output: Path, private: bool = False) -> int:
    """Write the report on files of records, and return how many articles it covers.

    Raises :class:`~rudaw_scraper.writer.WriteError` and the errors of :mod:`rudaw_scraper.dataset.errors`.
    """
    library = _packed(_library().encode())
    found = expand(paths)
    statistics = Statistics()
    sample = draw(counted(load_records(found), statistics), private)
    made = charts(statistics.result(private), refused_by_reason(found))
    data = {"articles": statistics.articles, "charts": [chart._asdict() for chart in made], "columns": [], "texts": []}
    empty = _page(statistics, data, library, len(found))
    fitted = sample.fitting((LIMIT - len(empty) - _FRAME) * 3 // 4)  # in base64 three bytes take four
    data |= {"columns": columns(fitted.rows), "texts": fitted.texts}
    write_whole(output, _page(statistics, data, library, len(found)))
    return statistics.articles


def _library() -> str:
    converter = optional("vl_convert", "report", "The report")
    library: str = converter.javascript_bundle(vl_version=_VEGA_LITE)
    return library


def _packed(content: bytes) -> str:
    return base64.b64encode(gzip.compress(content, compresslevel=9, mtime=0)).decode()


def _page(statistics: Statistics, data: dict[str, Any], library: str, file_count: int) -> bytes:
    texts = {
        "SUMMARY": html.escape(_summary(statistics, file_count)),
        "TILES": "".join(
            f"<div><dt>{name}</dt><dd>{number:,}</dd></div>"
            for name, number in (
                ("articles", statistics.articles),
                ("comments", statistics.comments),
                ("quotations", statistics.quotations),
                ("captions", statistics.captions),
            )
        ),
        "STYLE": _part("report.css"),
        "SCRIPT": _part("report.js"),
        "LIBRARY": library,
        "DATA": _packed(as_json(data)),
    }
    before, *rest = _part("report.html").split("{{")  # one pass: what is put in is not looked at again
    return (before + "".join(texts[part.partition("}}")[0]] + part.partition("}}")[2] for part in rest)).encode()


def _summary(statistics: Statistics, file_count: int) -> str:
    span = f", published from {' to '.join(statistics.span)}" if statistics.span else ""
    sources = "1 file" if file_count == 1 else f"{file_count:,} files"
    made = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    return (
        f"Editions: {', '.join(statistics.editions) or 'none'}{span}. "
        f"The newest capture of each article from {sources}; "
        f"made by rudaw-scraper {__version__} on {made}."
    )


def _part(name: str) -> str:
    return files("rudaw_scraper.report").joinpath(name).read_text(encoding="utf-8")


__all__: Sequence[str] = ["write_report"]
