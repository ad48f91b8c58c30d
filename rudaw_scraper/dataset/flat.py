"""A record as rows of four flat tables that are joined by ``article_id``: for readers without nested types."""

from __future__ import annotations

from functools import cache
from typing import Any

from rudaw_scraper.dataset.columns import INTEGER, TEXT, Column, ListOf, Scalar, entry_columns, record_columns

Row = dict[str, Any]
Rows = dict[str, list[Row]]

ARTICLE_ID = Column("article_id", TEXT, "`id` of the article; joins the tables")
_NUMBER = "place in reading order, from 1"
_ENTRIES = {"comments": "comments", "quotations": "quotes", "captions": "captions"}  # table: key of the record
_COUNTS = [Column(f"n_{table}", INTEGER, f"how many {table} the record holds") for table in _ENTRIES]


@cache
def tables(merged: bool = False) -> dict[str, tuple[Column, ...]]:
    """Return the tables by name, each with its columns in order; those of merged records have two columns more."""
    plain = [
        column
        for column in record_columns()
        if column.name != "id"
        and (isinstance(column.type, Scalar) or (isinstance(column.type, ListOf) and column.type.item == TEXT))
    ]
    number = Column("number", INTEGER, _NUMBER)
    return {
        "articles": (ARTICLE_ID, *plain, *_COUNTS),
        "comments": (ARTICLE_ID, *entry_columns("comments", merged)),
        "quotations": (ARTICLE_ID, number, *entry_columns("quotes")),
        "captions": (ARTICLE_ID, number, *entry_columns("captions")),
    }


#: The tables of captures.
TABLES = tables()
#: The columns that tell the rows of a table apart.
KEYS = {
    "articles": ("article_id",),
    "comments": ("article_id", "position"),
    "quotations": ("article_id", "number"),
    "captions": ("article_id", "number"),
}
_ARTICLE_KEYS = [column.name for column in TABLES["articles"] if column != ARTICLE_ID and column not in _COUNTS]


def flatten(records: list[dict[str, Any]]) -> Rows:
    """Return the rows of all four tables for some records; comments keep their own ``position`` as their number."""
    rows: Rows = {table: [] for table in TABLES}
    for record in records:
        key = record["id"]
        article = {"article_id": key} | {name: record[name] for name in _ARTICLE_KEYS}
        article |= {f"n_{table}": len(record[name]) for table, name in _ENTRIES.items()}
        rows["articles"].append(article)
        rows["comments"] += [{"article_id": key} | comment for comment in record["comments"]]
        for table in ("quotations", "captions"):
            entries = enumerate(record[_ENTRIES[table]], 1)
            rows[table] += [{"article_id": key, "number": number} | entry for number, entry in entries]
    return rows
