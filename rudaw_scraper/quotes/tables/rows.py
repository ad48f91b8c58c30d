"""Rows of the word tables."""

from __future__ import annotations

Phrase = tuple[str, ...]


def words(text: str) -> frozenset[str]:
    """Return the words of a table row."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[Phrase]:
    """Return the phrases of a table, one per line or separated by commas."""
    return frozenset(tuple(part.split()) for line in text.splitlines() for part in line.split(",") if part.strip())


def forms(stems: str, endings: str, gliding: str, vowels: str) -> frozenset[str]:
    """Return the words of a row bare and with each ending, the gliding ones behind a vowel."""
    found = set()
    for stem in stems.split():
        found.add(stem)
        for ending in (gliding if stem.endswith(tuple(vowels)) else endings).split():
            found.add(stem + ending)
    return frozenset(found)
