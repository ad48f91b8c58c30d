"""The data stream of a Next.js page: React's "flight" format, as plain Python values.

There is no specification. What is known of the format comes from what React's own server writes: rows
``<id in hex>:<payload>`` ended by a line feed, except text rows ``<id>:T<length in hex>,<text>``, whose length
counts UTF-8 bytes. Strings that begin with ``$`` stand for something else; ``$$`` is a plain dollar sign.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

_PUSH = re.compile(r"__next_f(?:\s*\|\|\s*\[\s*\])?\s*\)?\s*\.push\(\s*(?=\[)")
_CUT_STRING = re.compile(r'\[\s*1\s*,\s*(".*)', re.DOTALL)
_CUT_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(\\(?:u[0-9a-fA-F]{0,3})?)$")
_ROW = re.compile(rb"([0-9a-fA-F]{1,8}):")
_TEXT_ROW = re.compile(rb"T([0-9a-fA-F]{1,8}),")
_REFERENCE = re.compile(r"\$[L@]?([0-9a-f]{1,8})((?::[^:]+)*)$")
_WORDS = {"$undefined": None, "$NaN": None, "$Infinity": None, "$-Infinity": None, "$-0": 0}
_DEEPEST = 60  # levels of references and lists that are followed
_DECODER = json.JSONDecoder(strict=False)


def decode_page(scripts: Iterable[str]) -> list[Any]:
    """Return the values that a page's scripts carry: the rows of its stream, or its ``__NEXT_DATA__`` object."""
    texts = list(scripts)
    values: list[Any] = list(decode_flight(join_pushes(texts)).values())
    for text in texts:
        if text.lstrip().startswith("{"):
            try:
                values.append(json.loads(text))
            except (ValueError, RecursionError):
                continue
    return values


def join_pushes(scripts: Iterable[str]) -> bytes:
    """Join the strings of ``self.__next_f.push([1, "…"])`` calls into the stream, as UTF-8.

    A script that breaks off inside a string gives what is there.
    """
    chunks: list[bytes] = []
    for script in scripts:
        chunks.extend(_chunk(script, call.end()) for call in _PUSH.finditer(script))
    joined = b"".join(chunks)
    if b"\xed" not in joined:  # halves of a surrogate pair begin with this byte
        return joined
    text = joined.decode("utf-8", "surrogatepass")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def decode_flight(stream: bytes | str) -> dict[str, Any]:
    """Decode a stream into its rows by id, references resolved.

    Elements stay lists (``["$", tag, key, properties]``); ``undefined``, server functions, symbols, circular and
    missing references become ``None``; dates stay ISO text. Rows that load code, hint or report an error are left
    out, as is a row that is cut off or no JSON.
    """
    data = stream.encode("utf-8", "surrogatepass") if isinstance(stream, str) else stream
    rows = dict(_rows(data))
    resolver = _Resolver(rows)
    return {row: resolver.row(row) for row in rows}


def walk(values: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield every object (``dict``) within the values, each once, outer ones first."""
    pending: list[Any] = list(values)[::-1]
    seen: set[int] = set()
    while pending:
        value = pending.pop()
        if not isinstance(value, (dict, list)) or id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, dict):
            yield value
            pending.extend(list(value.values())[::-1])
        else:
            pending.extend(value[::-1])


def _chunk(script: str, start: int) -> bytes:
    """Return the bytes of one push call whose argument begins at ``start``."""
    try:
        argument, _ = _DECODER.raw_decode(script, start)
    except (ValueError, RecursionError):
        cut = _CUT_STRING.match(script, start)
        if cut is None:
            return b""
        text = _CUT_ESCAPE.sub("", cut[1])
        try:
            argument = [1, _DECODER.decode(f'{text}"')]
        except ValueError:
            return b""
    if not isinstance(argument, list) or len(argument) < 2 or not isinstance(argument[1], str):
        return b""
    if argument[0] == 1:
        return argument[1].encode("utf-8", "surrogatepass")
    if argument[0] == 3:  # binary chunks come in base64
        try:
            return base64.b64decode(argument[1])
        except (binascii.Error, ValueError):
            return b""
    return b""


def _rows(data: bytes) -> Iterator[tuple[str, Any]]:
    """Yield each row's id and value, references still unresolved."""
    at = 0
    while at < len(data):
        head = _ROW.match(data, at)
        if head is None:  # not at the start of a row: go on at the next line
            at = data.find(b"\n", at) + 1
            if at == 0:
                return
            continue
        row, at = head[1].decode().lower().lstrip("0") or "0", head.end()
        text = _TEXT_ROW.match(data, at)
        if text is not None:
            end = text.end() + int(text[1], 16)
            # A "$" that begins a text row is a plain one.
            yield row, _escaped(data[text.end() : end].decode("utf-8", "ignore"))
            at = end + (data[end : end + 1] == b"\n")
            continue
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        if data[at : at + 1] in (b"{", b"[", b'"') or data[at : at + 1].isdigit():
            with suppress(ValueError, RecursionError):
                yield row, _DECODER.decode(data[at:end].decode("utf-8", "replace"))
        at = end + 1


def _escaped(text: str) -> str:
    return f"${text}" if text.startswith("$") else text


class _Resolver:
    """Replaces references by what they stand for, each row once."""

    def __init__(self, rows: dict[str, Any]) -> None:
        self._rows = rows
        self._done: dict[str, Any] = {}
        self._open: set[str] = set()

    def row(self, row: str, depth: int = 0) -> Any:
        """Return a row's value; ``None`` if there is none or it leads back to itself."""
        if row not in self._done:
            if row not in self._rows or row in self._open or depth > _DEEPEST:
                return None
            self._open.add(row)
            self._done[row] = self._value(self._rows[row], depth + 1)
            self._open.discard(row)
        return self._done[row]

    def _value(self, value: Any, depth: int) -> Any:
        if isinstance(value, str):
            return self._string(value, depth) if value[:1] == "$" else value
        if depth > _DEEPEST:
            return None
        if isinstance(value, list):
            # Elements are marked by a lone "$", the first of four.
            return [each if each == "$" else self._value(each, depth + 1) for each in value]
        if isinstance(value, dict):
            return {key: self._value(each, depth + 1) for key, each in value.items()}
        return value

    def _string(self, text: str, depth: int) -> Any:
        if text in _WORDS:
            return _WORDS[text]
        kind = text[1:2]
        if kind == "$":
            return text[1:]
        if kind == "D":
            return text[2:]
        if kind == "n":
            return int(text[2:]) if text[2:].lstrip("-").isdigit() else None
        reference = _REFERENCE.match(text)
        if reference is None:
            return None
        found = self.row(reference[1].lstrip("0") or "0", depth)
        for step in reference[2].split(":")[1:]:
            found = _member(found, step)
        return found


def _member(value: Any, step: str) -> Any:
    """Return a member by key or number; of an element, its type, key or properties by their names."""
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, list):
        if len(value) == 4 and value[0] == "$" and step in ("type", "key", "props"):
            return value[("type", "key", "props").index(step) + 1]
        return value[int(step)] if step.isdigit() and int(step) < len(value) else None
    return None
