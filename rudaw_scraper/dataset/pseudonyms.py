"""Pseudonyms for readers who comment: keyed tokens in place of names, also where a comment addresses someone.

A token is 64 bits of HMAC-SHA-256 over the folded name. Without the key names cannot be tried out, as they can be for
plain hashes; with it, the same name gives the same token in every file. The result is still personal data: the text of
a comment can be searched for, and the page on the web shows the name.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from unicodedata import normalize

from rudaw_scraper.dataset.errors import BadKey

Record = dict[str, Any]

REMOVED = "[text removed]"
SHORTEST_KEY = 16  # bytes

_LISTS = ("comments", "latest_comments")
_LONGEST_NAME = 8  # words; what is longer is no name
_WINDOW = 100  # characters in which a name is looked for
_BYTES = 8
# Letters that keyboards for Kurdish, Persian, Arabic and Turkish write differently, and marks that nobody sees.
_SAME_LETTERS = str.maketrans(
    dict.fromkeys("يىئ", "ی")
    | {"ك": "ک", "ه": "ە", "ة": "ە", "أ": "ا", "إ": "ا", "آ": "ا", "ڕ": "ر", "ı": "i", "’": "'"}
    | dict.fromkeys("ـ\u0307\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069", "")
)
_EDGES = " \t.,;:!?،؛؟\"'“”«»()[]|-–—"
_WORD = re.compile(r"\S+")
_AT = re.compile(r"(?<![\w.@])@[ ]?(?=\w)")  # not in an e-mail address
_HANDLE = re.compile(r"[\w.'-]*\w")
_COLON = re.compile("[:：]")


def read_key(path: Path) -> bytes:
    """Return the key in a file, without white space at its ends.

    Raises :class:`~rudaw_scraper.dataset.errors.BadKey`.
    """
    try:
        key = path.read_bytes().strip()
    except OSError as error:
        raise BadKey(f"{path} cannot be read: {error.strerror}. {_how_to_make(path)}") from None
    if len(key) < SHORTEST_KEY:
        raise BadKey(f"The key in {path} has {len(key)} bytes; {SHORTEST_KEY} are needed. {_how_to_make(path)}")
    return key


def _how_to_make(path: Path) -> str:
    return f"To make one: python -c 'import secrets; print(secrets.token_hex(32))' > {path}"


def fold_name(name: str) -> str:
    """Return what two spellings of one name share: case, width, keyboard, spaces and marks at the ends are ignored."""
    folded = normalize("NFKC", name).casefold().translate(_SAME_LETTERS)
    return " ".join(normalize("NFC", folded).split()).strip(_EDGES)


def commenters(records: Iterable[Record]) -> set[str]:
    """Return the folded names of all who comment."""
    names = {entry["author"] for record in records for key in _LISTS for entry in record[key] if entry["author"]}
    return {folded for folded in map(fold_name, names) if folded}


class Pseudonyms:
    """Tokens under a key, and the names that are looked for in texts (folded, as :func:`commenters` gives them)."""

    def __init__(self, key: bytes, names: Iterable[str] = ()) -> None:
        self._key = key
        self._names = frozenset(names)
        self._most_words = min(max((name.count(" ") + 1 for name in self._names), default=1), _LONGEST_NAME)

    @property
    def fingerprint(self) -> str:
        """What tells two keys apart and says nothing about either."""
        return self._digest("fingerprint", "")

    def token(self, name: str) -> str:
        """Return the token for a name."""
        return f"reader-{self._digest('name', fold_name(name) or name)}"

    def in_text(self, text: str) -> str:
        """Return a comment's text with addresses replaced: ``@name`` (of anyone), and ``name:`` of a known name."""
        return "\n".join(self._in_line(line) for line in text.split("\n"))

    def replace(self, record: Record, drop_text: bool = False) -> Record:
        """Return a copy of a record with its commenters pseudonymised; ``drop_text`` takes their texts out too."""
        return record | {key: [self._entry(entry, drop_text) for entry in record[key]] for key in _LISTS}

    def _entry(self, entry: Record, drop_text: bool) -> Record:
        author, text = entry["author"], entry["text"]
        if text is not None:
            text = REMOVED if drop_text else self.in_text(text)
        return entry | {"author": author and self.token(author), "text": text}

    def _in_line(self, line: str) -> str:
        if "@" not in line and ":" not in line and "：" not in line:
            return line
        done = 0
        parts = []
        for start, end in sorted({*self._after_at(line), *self._before_colon(line)}, key=lambda s: (s[0], -s[1])):
            if start >= done:
                parts += [line[done:start], self.token(line[start:end])]
                done = end
        return "".join([*parts, line[done:]])

    def _after_at(self, line: str) -> Iterator[tuple[int, int]]:
        for at in _AT.finditer(line):
            start = at.end()
            words = _WORD.finditer(line, start, start + _WINDOW)
            ends = [word.end() for word in islice(words, self._most_words)]
            known = next((end for end in reversed(ends) if fold_name(line[start:end]) in self._names), None)
            if known is not None:
                yield start, start + len(line[start:known].rstrip(_EDGES))
            elif handle := _HANDLE.match(line, start, start + _WINDOW):
                yield start, handle.end()

    def _before_colon(self, line: str) -> Iterator[tuple[int, int]]:
        for colon in _COLON.finditer(line):
            first = max(0, colon.start() - _WINDOW)
            before = line[first : colon.start()].rstrip()
            starts = [word.start() for word in _WORD.finditer(before)][-self._most_words :]
            for start in starts:  # the longest first
                name = before[start:].lstrip("@" + _EDGES)
                if fold_name(name) in self._names:
                    yield first + len(before) - len(name), first + len(before.rstrip(_EDGES))
                    break

    def _digest(self, purpose: str, text: str) -> str:
        message = f"rudaw commenter {purpose}\0{text}".encode("utf-8", "surrogatepass")
        return hmac.digest(self._key, message, "sha256")[:_BYTES].hex()
