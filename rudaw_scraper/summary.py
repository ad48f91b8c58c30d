"""What a run brought, and whether it was sound: pure functions of Scrapy's statistics."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rudaw_scraper.run import EMPTY_EDITIONS, FAULTS, FOLDER, REFUSED, START_FAILED, WRITE_ERROR
from rudaw_scraper.terminal import counted, printable

# More refused or failed pages than this share, and something is wrong with the site or with us: a new layout, a
# block. The non-articles and dead links of a healthy site stay far below it. In a small run two say nothing yet.
REFUSED_SHARE = 0.20
REFUSED_FEW = 2

Stats = Mapping[str, Any]


def refused_by_reason(stats: Stats) -> dict[str, int]:
    """Return how many pages gave no article, by reason, the most frequent first."""
    counts = {key.removeprefix(REFUSED): count for key, count in stats.items() if key.startswith(REFUSED)}
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))


def summary(stats: Stats) -> list[str]:
    """Return the lines that are shown after a run."""
    articles = stats.get("rudaw/articles", 0)
    refused = refused_by_reason(stats)
    duplicates = stats.get("item_dropped_reasons_count/DuplicateArticle", 0)
    lines = [
        f"articles    {articles:,}",
        f"comments    {stats.get('rudaw/comments', 0):,}",
        f"quotations  {stats.get('rudaw/quotes', 0):,}",
        f"captions    {stats.get('rudaw/captions', 0):,}",
        f"refused     {sum(refused.values()):,}" + _in_brackets(refused),
    ]
    if duplicates:
        lines.append(f"duplicates  {duplicates:,} (left out)")
    folder = stats.get(FOLDER)
    if folder and articles:
        lines.append(f"written to  {folder}/articles.jsonl")
    if folder and refused:
        lines.append(f"refused in  {folder}/refused.jsonl")
    return lines


def problems(stats: Stats) -> list[str]:
    """Return why a run is not sound, one sentence each; none means it is."""
    articles = stats.get("rudaw/articles", 0)
    refused = sum(refused_by_reason(stats).values())
    found = []
    if stats.get(WRITE_ERROR):
        found.append(printable(str(stats[WRITE_ERROR])))
    if not articles and refused:
        found.append(f"No article was found; {counted(refused, 'page')} gave none, refused.jsonl says why.")
    elif not articles:
        found.append("No article was found. Is the address right, and does the site list articles?")
    found += _stopped_early(stats.get("finish_reason"))
    if stats.get(START_FAILED):
        failed = counted(stats[START_FAILED], "listing to start from", "listings to start from")
        found.append(f"{failed} could not be read, so articles are missing; refused.jsonl names them.")
    if articles and stats.get(EMPTY_EDITIONS):
        found.append(f"No article was listed for {', '.join(stats[EMPTY_EDITIONS])}.")
    if articles and _too_many(refused, articles):
        share = refused / (articles + refused)
        found.append(f"{share:.0%} of the pages gave no article; up to {REFUSED_SHARE:.0%} are expected.")
    faults = stats.get(FAULTS, 0) + stats.get(REFUSED + "InvalidRecord", 0)
    if faults:
        found.append(f"This program failed on {counted(faults, 'page')}; they are kept, please report them.")
    return found


def _too_many(refused: int, articles: int) -> bool:
    return refused > articles or refused > max(REFUSED_FEW, REFUSED_SHARE * (articles + refused))


def _stopped_early(reason: str | None) -> list[str]:
    if reason in {"finished", "write_error"}:
        return []
    if reason == "shutdown":
        return ["The run was stopped by a signal; what was written until then is whole."]
    if reason is None:
        return ["The run did not end in good order; what was written is in a file named .part."]
    return [f"The run stopped early: {printable(reason)}."]


def _in_brackets(counts: Mapping[str, int]) -> str:
    return f" ({', '.join(f'{reason} {count:,}' for reason, count in counts.items())})" if counts else ""
