"""Speed and quality of the quotation engine.

python -m benchmarks.quotes            # on invented news: a report of ordinary density, and a text full of quotations
python -m benchmarks.quotes FILE ...   # on files of the same form (see tests/quotes/english_news.txt)
"""

from __future__ import annotations

import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from rudaw_scraper.quotes import ParagraphQuote, extract_quotes

_TEXTS = Path(__file__).resolve().parents[1] / "tests" / "quotes"
ORDINARY = _TEXTS / "english_ordinary.txt"
DENSE = _TEXTS / "english_news.txt"
ARTICLE_LENGTH = 4600  # characters of a news article
GOAL = 900  # articles per CPU second
_DIGIT = re.compile(r"\d")


@dataclass
class Story:
    """Paragraphs and, in order, the beginning of each quoted stretch with its speaker."""

    paragraphs: list[str]
    expected: list[tuple[str, str]]


@dataclass
class Result:
    """Stretches expected, found, and right together with their speakers."""

    expected: int = 0
    found: int = 0
    right: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.expected + self.found
        return 2 * self.right / total if total else 0.0


def read_news(text: str) -> list[Story]:
    """Read stories: one paragraph a line, ``@beginning => speaker|name in full`` lines, ``===`` between stories."""
    stories = []
    for block in text.split("\n===\n"):
        lines = [line for line in block.splitlines() if line.strip() and not line.startswith("#")]
        expected = [line[1:].partition(" => ")[::2] for line in lines if line.startswith("@")]
        stories.append(Story([line for line in lines if not line.startswith("@")], list(expected)))
    return stories


def measure(stories: list[Story]) -> Result:
    """Compare the engine's stretches and speakers with the expected ones."""
    result = Result()
    for story in stories:
        found = [
            (story.paragraphs[part.paragraph][part.start : part.end], quote)
            for quote in extract_quotes(story.paragraphs)
            for part in quote.segments
        ]
        result.expected += len(story.expected)
        result.found += len(found)
        for beginning, speaker in story.expected:
            at = next((i for i, (text, _) in enumerate(found) if text.startswith(beginning)), None)
            if at is not None:
                _, quote = found.pop(at)
                result.right += is_speaker(quote, speaker)
    return result


def is_speaker(quote: ParagraphQuote, expected: str) -> bool:
    """Tell whether the head of the printed speaker is right; where none is printed, that of the name."""
    printed, _, name = expected.partition("|")
    if quote.speaker is not None:
        return _same_head(quote.speaker, printed)
    return quote.speaker_name is not None and _same_head(quote.speaker_name, name or printed)


def _same_head(first: str, second: str) -> bool:
    left, right = (re.findall(r"[\w-]+", re.sub(r"[’']s$", "", side.lower())) for side in (first, second))
    return bool(left and right) and (left[-1] in right or right[-1] in left)


def length(stories: list[Story]) -> int:
    """Return the characters of all paragraphs."""
    return sum(len(paragraph) for story in stories for paragraph in story.paragraphs)


def speed(stories: list[Story], seconds: float = 2.0) -> float:
    """Return how many articles of the usual length are read per CPU second, the text's digits changed each time."""
    count = 0
    spent = 0.0
    while spent < seconds:
        varied = [[_DIGIT.sub(str(count % 10), text) for text in story.paragraphs] for story in stories]
        start = time.process_time()
        for paragraphs in varied:
            extract_quotes(paragraphs)
        spent += time.process_time() - start
        count += 1
    return count * length(stories) / ARTICLE_LENGTH / spent


def main(arguments: list[str]) -> None:
    """Print quality and speed for each file."""
    for path in [Path(argument) for argument in arguments] or [ORDINARY, DENSE]:
        stories = read_news(path.read_text(encoding="utf-8"))
        result = measure(stories)
        rate = speed(stories)
        density = result.expected * ARTICLE_LENGTH / length(stories)
        print(
            f"{path.name}: {result.expected} stretches, {result.found} found, {result.right} right with their speaker,"
            f" F1 {100 * result.f1:.1f}; at {density:.0f} stretches per {ARTICLE_LENGTH:,} characters {rate:,.0f}"
            f" articles of that length per CPU second (goal {GOAL})"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
