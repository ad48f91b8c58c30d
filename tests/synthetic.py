"""Records of invented articles in any number: five editions, nested comments and quotations, sound by the contract.

The words are made of syllables by a seeded generator, so that text compresses about as badly as real text does.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from rudaw_scraper.editions import EDITIONS

_SYLLABLES = {
    "latin": "ba de ri no lu sha mir kan tel vor zi ga pe hon dal su wen rik jo fa",
    "arabic": "با دە ری نۆ لو شا میر کان تەل ڤۆر زی گا پێ هۆن دال سو وێن ریک ژۆ فا",
}
_CUES = {"english": "said", "sorani": "گوتی", "kurmanci": "got", "arabic": "قال", "turkish": "dedi"}
_SECTIONS = ("kurdistan", "middleeast", "world", "business", "culture", "sports")
_FIRST_DAY = date(2015, 1, 1)
_DAYS = 4 * 365


@cache
def _words(script: str) -> list[str]:
    chance = random.Random(script)
    syllables = _SYLLABLES[script].split()
    return sorted({"".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(6000)})


@cache
def _people(script: str) -> list[str]:
    chance = random.Random(script + "people")
    return [" ".join(word.title() for word in chance.choices(_words(script), k=2)) for _ in range(3000)]


def records(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Yield that many sound records, the same ones for the same seed."""
    chance = random.Random(seed)
    for number in range(count):
        yield _record(chance, number)


def write(path: Path, count: int, seed: int = 1) -> Path:
    """Write a file of that many records, and return its path."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in records(count, seed):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def _record(chance: random.Random, number: int) -> dict[str, Any]:
    edition = chance.choice(list(EDITIONS.values()))
    script = "arabic" if edition.direction == "rtl" else "latin"
    section = chance.choice(_SECTIONS)
    day = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
    key = f"{edition.name}/{section}/{day:%d%m%Y}{number}"
    body, quotes, subheadings = _body(chance, script, _CUES[edition.name])
    comments = _comments(chance, script, day)
    author = chance.choice(_people(script)[:60])
    raw = f"{day.day}/{day.month}/{day.year}"
    return {
        "schema_version": "1.0",
        "id": key,
        "url": f"https://www.rudaw.net/{key}",
        "edition": edition.name,
        "language": edition.language,
        "section": edition.sections[section][0],
        "section_path": [section],
        "layout": "classic" if day.year < 2018 else chance.choice(["classic", "skwid"]),
        "headline": _sentence(chance, script, 4, 10),
        "byline": author,
        "authors": [author],
        "date_published": day.isoformat(),
        "datetime_published": f"{day.isoformat()}T16:48:00+03:00" if chance.random() < 0.3 else None,
        "date_published_raw": raw,
        "date_published_source": "byline",
        "date_modified": None,
        "datetime_modified": None,
        "date_modified_raw": None,
        "dateline": chance.choice(_words(script)) if chance.random() < 0.8 else None,
        "summary": None,
        "body": body,
        "subheadings": subheadings,
        "captions": [
            {
                "text": _sentence(chance, script, 5, 12),
                "credit": "AP" if chance.random() < 0.5 else None,
                "image_url": f"https://www.rudaw.net/ContentFiles/{number}Image{place}.jpg",
                "position": "inline" if place else "lead",
            }
            for place in range(chance.choice([0, 1, 1, 2]))
        ],
        "quotes": quotes,
        "tags": chance.sample(_words(script), k=chance.randint(0, 3)),
        "comments": comments,
        "comment_count": len(comments),
        "related": [{"headline": _sentence(chance, script, 4, 8), "url": None}],
        "latest_comments": [],
        "fetched_at": f"{(day + timedelta(days=2)).isoformat()}T09:00:00Z",
        "source": "file",
        "source_url": None,
        "content_sha256": hashlib.sha256(key.encode()).hexdigest(),
        "extractor_version": "0.1.0",
        "warnings": ["byline_missing"] if chance.random() < 0.02 else [],
    }


def _sentence(chance: random.Random, script: str, fewest: int, most: int) -> str:
    words = " ".join(chance.choices(_words(script), k=chance.randint(fewest, most)))
    return words[0].upper() + words[1:]


def _body(chance: random.Random, script: str, cue: str) -> tuple[str, list[dict[str, Any]], list[str]]:
    speakers = chance.sample(_people(script)[:400], k=2)
    paragraphs: list[str] = []
    subheadings: list[str] = []
    quotes: list[dict[str, Any]] = []
    start = 0
    for place in range(chance.randint(6, 14)):
        if place == 4:
            paragraph = _sentence(chance, script, 2, 4)
            subheadings.append(paragraph)
        elif chance.random() < 0.3:
            speaker = chance.choice(speakers)
            text = _sentence(chance, script, 6, 20)
            paragraph = f"“{text},” {cue} {speaker}."
            quotes.append(_quote(text, speaker, cue, start + 1))
        else:
            paragraph = ". ".join(_sentence(chance, script, 8, 18) for _ in range(chance.randint(1, 4))) + "."
        paragraphs.append(paragraph)
        start += len(paragraph) + 2
    return "\n\n".join(paragraphs), quotes, subheadings


def _quote(text: str, speaker: str, cue: str, start: int) -> dict[str, Any]:
    end = start + len(text) + 1  # the comma that closes the segment is dropped from the text
    return {
        "text": text,
        "speaker": speaker,
        "speaker_name": speaker,
        "speaker_description": None,
        "cue": cue,
        "kind": "direct",
        "continues": False,
        "start": start,
        "end": end,
        "segments": [{"start": start, "end": end}],
    }


def _comments(chance: random.Random, script: str, day: date) -> list[dict[str, Any]]:
    comments: list[dict[str, Any]] = []
    for position in range(1, 1 + min(30, int(chance.expovariate(0.25)))):
        written = day + timedelta(days=chance.randint(0, 3))
        answered = chance.randint(1, position - 1) if position > 1 and chance.random() < 0.3 else None
        address = f"@{comments[answered - 1]['author']} " if answered else ""
        comments.append(
            {
                "position": position,
                "author": _people(script)[min(2999, int(chance.expovariate(1 / 300)))],
                "date": written.isoformat(),
                "datetime": None,
                "date_raw": f"{written.day}/{written.month}/{written.year}",
                "text": address + _sentence(chance, script, 4, 40) + ".\n" + _sentence(chance, script, 2, 10) + ".",
                "reply_to": answered,
            }
        )
    return comments
