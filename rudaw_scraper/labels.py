"""The site's own words around an article: headings, buttons, form texts, in five languages.

A label ends or opens a part of the page whatever its markup. The wording is a table, ``labels.toml``; labels are
compared by letters only: case, digits, punctuation and letter variants don't matter.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from rudaw_scraper.letters import letters_key, line_look


class Label(Enum):
    """What a line of furniture announces or does."""

    SHARE = auto()
    COMMENTS = auto()
    COMMENT_FORM = auto()
    COMMENT_ACTION = auto()
    TAGS = auto()
    TOOL = auto()
    RELATED = auto()
    MORE_BY_AUTHOR = auto()
    YOUR_RUDAW = auto()
    LATEST_COMMENTS = auto()
    ELSEWHERE = auto()
    FOOTER = auto()
    UPDATED = auto()
    PUBLISHED = auto()
    SUMMARY = auto()

    __hash__ = object.__hash__  # the members are what they are; Enum would hash their names at every look into a set


LONGEST_LABEL: Final = 120  # characters; a longer line is a label only if its opening is that of a form's rules
ENTRY_LABELS: Final = frozenset({Label.COMMENT_ACTION, Label.PUBLISHED})  # can stand inside a dated entry
_NETWORK_NAMES: Final = ("Facebook", "Twitter", "Google+", "WhatsApp", "Telegram", "Viber", "LinkedIn", "Pinterest")
_NETWORK_KEYS: Final = tuple(map(letters_key, _NETWORK_NAMES))
_NETWORKS: Final = re.compile("|".join(map(re.escape, _NETWORK_NAMES)), re.IGNORECASE)
LABEL_REACH: Final = 60  # characters in which a label's colon stands
_MOST_BUTTON_WORDS: Final = 6
_NETWORK_AND_WORD: Final = 2
# Buttons that are names: with a verb they make a headline ("YouTube follows Facebook").
_OTHER_NAMES: Final = ("Instagram", "YouTube", "Reddit", "Skype", "Messenger", "Line", "Google Plus", "Web")
_OTHER_KEYS: Final = frozenset(map(letters_key, _OTHER_NAMES))
_MOST_SHARE_WORDS: Final = 12  # of a row of buttons that names two networks or more
_RULES: Final = Label.COMMENT_FORM


def _phrases(table: dict[str, Any]) -> Iterator[tuple[str, Label]]:
    for name, by_status in table.items():
        for by_language in by_status.values():
            for phrases in by_language.values():
                for phrase in phrases:
                    yield letters_key(phrase), Label[name]


def _read_table() -> tuple[dict[str, Label], tuple[tuple[str, Label], ...]]:
    table = tomllib.loads((files("rudaw_scraper") / "labels.toml").read_text("utf-8"))
    openings = tuple(_phrases(table.pop("opening")))
    labels: dict[str, Label] = {}
    for key, label in _phrases(table):
        labels.setdefault(key, label)
    return labels, openings


_TABLE: Final = _read_table()
_LABELS: Final = _TABLE[0]
_OPENINGS: Final = _TABLE[1]
#: Tells the signs of a line: see :func:`rudaw_scraper.letters.line_look`.
look: Final = line_look((*_LABELS, *(key for key, _ in _OPENINGS)), _NETWORK_NAMES)
_SHARES: Final = tuple(key for key, label in _LABELS.items() if label is Label.SHARE and key not in _NETWORK_KEYS)
# Most lines of a page are no labels: their first letters tell.
_START: Final = 5  # letters
_STARTS: Final = {key[:_START] for key in _LABELS}
_SHORT: Final = tuple(key for key in _LABELS if len(key) < _START)
_OPENING_STARTS: Final = {key[:2] for key, _ in _OPENINGS}
_LONGEST_FIRST: Final = sorted(_LABELS, key=len, reverse=True)
# Two or more labels run together, as adjoining links do in plain text.
_GLUED: Final = re.compile("(?:(?:{}) ?)++".format("|".join(map(re.escape, _LONGEST_FIRST))))


@lru_cache(maxsize=4096)
def label_of(text: str) -> Label | None:
    """Return the label that the whole line is, counts and punctuation aside, or ``None``."""
    if len(text) > LONGEST_LABEL:
        opening = _opening(letters_key(text[:LONGEST_LABEL]))
        return opening if opening is _RULES else None
    key = letters_key(text)
    label = _LABELS.get(key)
    if label is not None or not key:
        return label
    if "©" in text:
        return Label.FOOTER
    if _names_network(key) and _is_share_button(key):
        return Label.SHARE
    if _names_network(key) and len(_NETWORKS.findall(text)) > 1 and len(key.split()) <= _MOST_SHARE_WORDS:
        return Label.SHARE
    if key[:2] in _OPENING_STARTS and (label := _opening(key)):
        return label
    if (key[:_START] in _STARTS or key.startswith(_SHORT)) and _GLUED.fullmatch(key):
        return next(_LABELS[first] for first in _LONGEST_FIRST if key.startswith(first))
    return None


@lru_cache(maxsize=4096)
def labelled(text: str) -> tuple[Label, str] | None:
    """Split ``"Tags: a, b"`` into its label and the rest (which may be empty), or return ``None``."""
    head, colon, rest = text[:LABEL_REACH].partition(":")
    label = _LABELS.get(letters_key(head)) if colon else None
    return None if label is None else (label, (rest + text[LABEL_REACH:]).strip())


def _is_share_button(key: str) -> bool:
    """Tell whether a text is words of a share bar, a network's name and a word at most ("Parve bike li Facebook")."""
    words = len(key.split())
    if words > _MOST_BUTTON_WORDS:
        return False
    return any(
        (key.startswith(f"{share} ") or key.endswith(f" {share}"))
        and words - len(share.split()) <= (1 if share in _OTHER_KEYS else _NETWORK_AND_WORD)
        for share in _SHARES
    )


def names_network(text: str) -> bool:
    """Tell whether a text names a social network."""
    return _names_network(letters_key(text))


def _names_network(key: str) -> bool:
    return any(name in key for name in _NETWORK_KEYS)


def _opening(key: str) -> Label | None:
    for opening, label in _OPENINGS:
        if key.startswith(opening) and key[len(opening) : len(opening) + 1] in ("", " "):
            return label
    return None
