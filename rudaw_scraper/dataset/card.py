"""The texts of a published data set: the card (``README.md``) and the data dictionary."""

from __future__ import annotations

from importlib.resources import files
from string import Template

from rudaw_scraper import __version__
from rudaw_scraper.dataset.columns import Column, ListOf, Scalar, Struct
from rudaw_scraper.dataset.coverage import Coverage
from rudaw_scraper.dataset.flat import TABLES, tables
from rudaw_scraper.dataset.metadata import About, hugging_face
from rudaw_scraper.record import RECORD_CLASSES, SCHEMA_VERSION, MergedComment
from rudaw_scraper.schema import field_table

_HEADINGS: dict[type, str] = {MergedComment: "Comment, two keys more"}
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_NAMES = {
    True: "The names of readers who comment are replaced by keyed tokens (`reader-…`), also where comments address "
    "them. The same token is the same name. The key is not part of the data set (its fingerprint: `{fingerprint}`). "
    "This is pseudonymised, not anonymous data: the texts can be found on the web, and with them the names.",
    False: "The names that readers gave with their comments are in the data. They are personal data of people who did "
    "not publish them for this purpose: whoever passes the data on needs a legal basis for it.",
}
_CAPTURES = {
    False: "Where an article was captured several times, the newest capture is here.",
    True: "A record is merged of all captures of an article: each field as read last, every comment that was ever "
    "seen, and when (`seen_first`, `seen_last`).",
}
_TEXTS_DROPPED = " The texts of comments are taken out."


def card(about: About, coverage: Coverage, rows: dict[str, int], fingerprint: str | None, drop_text: bool) -> str:
    """Return ``README.md``; ``fingerprint`` is that of the key of the pseudonyms, or None where names are kept."""
    size = next((name for most, name in _SIZES if coverage.articles < most), "1M<n<10M")
    names = _NAMES[fingerprint is not None].format(fingerprint=fingerprint)
    span = " to ".join(coverage.days) if coverage.days else "no dated article"
    values = {
        "quoted_title": _quoted(about.title),
        "languages": ", ".join(about.languages),
        "size": size,
        "hugging_face": hugging_face(about.merged),
        "title": about.title,
        "description": about.description,
        "version": about.version,
        "day": about.day,
        "program": __version__,
        "captures": _CAPTURES[about.merged],
        "schema": SCHEMA_VERSION,
        "span": span,
        "articles": f"{rows['records']:,}",
        "tables": _table_rows(rows),
        "coverage": coverage.tables(),
        "names": names + (_TEXTS_DROPPED if drop_text else ""),
        "contact": about.contact,
    }
    template = files("rudaw_scraper.dataset").joinpath("card.md").read_text(encoding="utf-8")
    return Template(template).substitute(values)


def data_dictionary(merged: bool = False) -> str:
    """Return ``DATA_DICTIONARY.md``: the record's classes and the flat tables, key by key."""
    chosen = (*RECORD_CLASSES, MergedComment) if merged else RECORD_CLASSES
    classes = "\n\n".join(f"### {_HEADINGS.get(cls, cls.__name__)}\n\n{field_table(cls)}" for cls in chosen)
    flat = "\n\n".join(f"### {table}\n\n{_column_table(columns)}" for table, columns in tables(merged).items())
    return (
        "# Data dictionary\n\n## The record (`records`)\n\nAn unknown value is null, an empty list is empty; no text "
        f"is empty.\n\n{classes}\n\n## Flat tables\n\n`article_id` joins them. Moments are in UTC.\n\n{flat}\n"
    )


def _table_rows(rows: dict[str, int]) -> str:
    what = {"articles": "articles, without what is nested", "comments": "readers' comments"}
    what |= {"quotations": "quotations with speakers", "captions": "picture captions"}
    return "\n".join(f"| `data/{table}.parquet` | {what[table]} | {rows[table]:,} |" for table in TABLES)


def _column_table(columns: tuple[Column, ...]) -> str:
    rows = [f"| `{column.name}` | {_type_words(column)} | {column.note} |" for column in columns]
    return "\n".join(["| column | type | what it holds |", "|---|---|---|", *rows])


def _type_words(column: Column) -> str:
    if isinstance(column.type, Scalar):
        return column.type.name
    assert isinstance(column.type, ListOf)
    return "list of objects" if isinstance(column.type.item, Struct) else "list of text"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
