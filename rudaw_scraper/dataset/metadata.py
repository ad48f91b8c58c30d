"""What machines read about a data set: features for Hugging Face, Croissant, and a Frictionless data package."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from rudaw_scraper.dataset.columns import Column, ColumnType, ListOf, Scalar, record_columns
from rudaw_scraper.dataset.flat import KEYS, tables
from rudaw_scraper.dataset.parquet import columns_by_table

Json = dict[str, Any]

JSON_LINES = "data/records.jsonl.gz"

_HUGGING_FACE = {
    "text": "string",
    "integer": "int64",
    "boolean": "bool",
    "day": "date32",
    "moment": "timestamp[us, tz=UTC]",
}
_CROISSANT = {
    "text": "sc:Text",
    "integer": "sc:Integer",
    "boolean": "sc:Boolean",
    "day": "sc:Date",
    "moment": "sc:DateTime",
}
_FRICTIONLESS = {"text": "string", "integer": "integer", "boolean": "boolean", "day": "date", "moment": "datetime"}
_CROISSANT_CONTEXT: Json = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


class About(NamedTuple):
    """What is said of a data set in every form."""

    title: str
    description: str
    contact: str
    version: str
    day: str
    languages: list[str]
    merged: bool = False  # records made of several captures: their comments have two columns more


class File(NamedTuple):
    """A file of the data set: its path in the folder, its size in bytes, its SHA-256."""

    path: str
    size: int
    sha256: str


def hugging_face(merged: bool = False) -> str:
    """Return the lines ``configs`` and ``dataset_info`` of a dataset card: a configuration for each Parquet file."""
    lines = ["configs:"]
    all_columns = columns_by_table(merged)
    for table in all_columns:
        lines += [f"- config_name: {table}", f"  data_files: data/{table}.parquet"]
        lines += ["  default: true"] if table == "records" else []
    lines.append("dataset_info:")
    for table, columns in all_columns.items():
        lines += [f"- config_name: {table}", "  features:"]
        lines += [f"  - {json.dumps(_feature(column), ensure_ascii=False)}" for column in columns]
    return "\n".join(lines)


def _feature(column: Column) -> Json:
    return {"name": column.name} | _feature_type(column.type)


def _feature_type(column: ColumnType) -> Json:
    if isinstance(column, Scalar):
        return {"dtype": _HUGGING_FACE[column.name]}
    if isinstance(column, ListOf):
        item = _feature_type(column.item)
        return {"list": item.get("dtype") or item["struct"]}
    return {"struct": [_feature(entry) for entry in column.columns]}


def croissant(about: About, files: list[File]) -> Json:
    """Return the Croissant 1.0 description of the four flat tables; nested lists of objects it cannot say yet."""
    by_path = {file.path: file for file in files}
    flat = tables(about.merged)
    return {
        "@context": _CROISSANT_CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "rudaw-articles",
        "alternateName": about.title,
        "description": about.description,
        "version": about.version,
        "datePublished": about.day,
        "inLanguage": about.languages,
        "license": "https://choosealicense.com/no-permission/",
        "url": "https://www.rudaw.net",
        "creator": {"@type": "sc:Organization", "name": about.contact},
        "citeAs": f"{about.title}, version {about.version}, {about.day}.",
        "distribution": [_file_object(by_path[f"data/{table}.parquet"], table) for table in flat],
        "recordSet": [_record_set(table, columns) for table, columns in flat.items()],
    }


def _file_object(file: File, table: str) -> Json:
    return {
        "@type": "cr:FileObject",
        "@id": f"{table}.parquet",
        "name": f"{table}.parquet",
        "contentUrl": file.path,
        "contentSize": f"{file.size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": file.sha256,
    }


def _record_set(table: str, columns: tuple[Column, ...]) -> Json:
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "key": [{"@id": f"{table}/{key}"} for key in KEYS[table]],
        "field": [field for column in columns for field in _fields(table, column)],
    }


def _fields(table: str, column: Column) -> list[Json]:
    item = column.type.item if isinstance(column.type, ListOf) else column.type
    if not isinstance(item, Scalar):  # the segments of a quotation
        return []
    field: Json = {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": column.name,
        "description": column.note,
        "dataType": _CROISSANT[item.name],
        "source": {"fileObject": {"@id": f"{table}.parquet"}, "extract": {"column": column.name}},
    }
    if isinstance(column.type, ListOf):
        field["repeated"] = True
    if column.name == "article_id" and table != "articles":
        field["references"] = {"field": {"@id": "articles/article_id"}}
    return [field]


def data_package(about: About, files: list[File]) -> Json:
    """Return the Frictionless data package of the JSON Lines file."""
    (file,) = [file for file in files if file.path == JSON_LINES]
    fields = [_package_field(column) for column in record_columns(about.merged)]
    return {
        "profile": "data-package",
        "name": "rudaw-articles",
        "title": about.title,
        "description": about.description,
        "version": about.version,
        "created": f"{about.day}T00:00:00Z",
        "contributors": [{"title": about.contact, "role": "publisher"}],
        "sources": [{"title": "Rudaw", "path": "https://www.rudaw.net"}],
        "resources": [
            {
                "name": "records",
                "path": file.path,
                "format": "jsonl",
                "compression": "gz",
                "mediatype": "application/jsonl",
                "encoding": "utf-8",
                "bytes": file.size,
                "hash": f"sha256:{file.sha256}",
                "dialect": {"json": {"keyed": True}},
                "schema": {"fields": fields, "primaryKey": ["id"]},
            }
        ],
    }


def _package_field(column: Column) -> Json:
    kind = _FRICTIONLESS[column.type.name] if isinstance(column.type, Scalar) else "array"
    field: Json = {"name": column.name, "type": kind, "description": column.note}
    return field | ({"format": "any"} if kind == "datetime" else {})
