"""What a run brought, in lines for the terminal: a pure function of Scrapy's statistics."""

from __future__ import annotations

from collections.abc import Mapping

from rudaw_scraper import counts
from rudaw_scraper.verdict import Stats, refused_by_reason


def summary(stats: Stats) -> list[str]:
    """Return the lines that are shown after a run."""
    articles = stats.get(counts.ARTICLES, 0)
    refused = refused_by_reason(stats)
    changed, unchanged, known = (stats.get(name, 0) for name in (counts.CHANGED, counts.UNCHANGED, counts.KNOWN))
    lines = [
        f"articles    {articles:,}" + (f" ({changed:,} of them changed since an earlier run)" if changed else ""),
        f"comments    {stats.get('rudaw/comments', 0):,}",
        f"quotations  {stats.get('rudaw/quotes', 0):,}",
        f"captions    {stats.get('rudaw/captions', 0):,}",
        f"refused     {sum(refused.values()):,}" + _in_brackets(refused),
    ]
    others = {
        "unchanged": (unchanged, "read again and as before"),
        "known": (known, "written by an earlier run"),
        "outside": (stats.get(counts.OUT_OF_RANGE, 0), "not between the days asked for"),
        "duplicates": (stats.get("item_dropped_reasons_count/DuplicateArticle", 0), "left out"),
    }
    lines += [f"{name:<11} {number:,} ({words})" for name, (number, words) in others.items() if number]
    folder = stats.get(counts.FOLDER)
    if folder and articles:
        lines.append(f"written to  {folder}/articles.jsonl")
    if folder and refused:
        lines.append(f"refused in  {folder}/refused.jsonl")
    return lines


def _in_brackets(reasons: Mapping[str, int]) -> str:
    return f" ({', '.join(f'{reason} {number:,}' for reason, number in reasons.items())})" if reasons else ""
