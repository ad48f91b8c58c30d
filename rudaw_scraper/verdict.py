"""Whether a run was sound: pure functions of Scrapy's statistics and of what earlier sound runs reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Any

from rudaw_scraper import counts
from rudaw_scraper.manifest import coverage
from rudaw_scraper.terminal import counted, printable

# More refused or failed pages than this share, and something is wrong with the site or with us: a new layout, a
# block. The non-articles and dead links of a healthy site stay far below it. In a small run two say nothing yet.
REFUSED_SHARE = 0.20
REFUSED_FEW = 2
# So many pages in no known layout are a new layout, and not single odd pages, if they are this share.
UNKNOWN_FEW = 5
UNKNOWN_SHARE = 0.05
GENERIC_SHARE = 0.20
SAME_SHARE = 0.50  # so many articles with one text, where earlier runs had half of that at most
# A field is missing when its share is below this part of its earlier share, and chance does not explain it: below by
# three standard deviations of a sample of this size.
FIELD_PART = 0.70
FIELD_DEVIATIONS = 3.0
FEWEST = 5  # articles; fewer prove nothing
EARLIER_RUNS = 30  # compared with

_WATCHED = {
    "headline": "a headline",
    "date_published": "a date",
    "body": "a body",
    "comments": "comments",
    "comments_early": "comments (of those younger than two days)",
}
Stats = Mapping[str, Any]
Reports = Sequence[Mapping[str, Any]]


def refused_by_reason(stats: Stats) -> dict[str, int]:
    """Return how many pages gave no article, by reason, the most frequent first."""
    found = {key.removeprefix(counts.REFUSED): n for key, n in stats.items() if key.startswith(counts.REFUSED)}
    return dict(sorted(found.items(), key=lambda entry: (-entry[1], entry[0])))


def problems(stats: Stats, earlier: Reports = ()) -> list[str]:
    """Return why a run is not sound, one sentence each; none means it is."""
    found = []
    if stats.get(counts.WRITE_ERROR):
        found.append(printable(str(stats[counts.WRITE_ERROR])))
    found += _nothing_found(stats)
    found += _stopped_early(stats)
    if stats.get(counts.START_FAILED):
        failed = counted(stats[counts.START_FAILED], "listing to start from", "listings to start from")
        found.append(f"{failed} could not be read, so articles are missing; refused.jsonl names them.")
    if _good(stats) and stats.get(counts.EMPTY_EDITIONS):
        found.append(f"No article was listed for {', '.join(stats[counts.EMPTY_EDITIONS])}.")
    found += _refusals(stats)
    faults = stats.get(counts.FAULTS, 0) + stats.get(counts.REFUSED + "InvalidRecord", 0)
    if faults:
        found.append(f"This program failed on {counted(faults, 'page')}; they are kept, please report them.")
    return found + _lost_fields(stats, earlier) + _new_layout(stats, earlier) + _one_for_all(stats, earlier)


def _good(stats: Stats) -> int:
    """Return how many articles were got, or are in the output already."""
    names = (counts.ARTICLES, counts.UNCHANGED, counts.KNOWN, counts.OUT_OF_RANGE)
    return sum(stats.get(name, 0) for name in names)


def _nothing_found(stats: Stats) -> list[str]:
    refused = sum(refused_by_reason(stats).values())
    if _good(stats):
        return []
    if refused:
        why = ", ".join(f"{printable(reason)} {n:,}" for reason, n in refused_by_reason(stats).items())
        return [f"No article was found; {counted(refused, 'page')} gave none ({why})."]
    return ["No article was found. Is the address right, and does the site list articles?"]


def _stopped_early(stats: Stats) -> list[str]:
    reason = stats.get("finish_reason")
    if stats.get(counts.ASKED_TO_WAIT):
        wait = counted(int(stats[counts.ASKED_TO_WAIT]), "second")
        return [f"The site asked to wait {wait}, so the run stopped; the next one goes on from here."]
    if reason in {"finished", "write_error"}:
        return []
    if reason == "shutdown":
        return ["The run was stopped by a signal; what was written until then is whole."]
    if reason == "blocked":
        return ["The run stopped early, at block pages in a row; the next one goes on from here."]
    if reason is None:
        return ["The run did not end in good order; the next one finishes its files."]
    return [f"The run stopped early: {printable(reason)}."]


def _refusals(stats: Stats) -> list[str]:
    reasons = refused_by_reason(stats)
    found = []
    blocked = reasons.get("BlockPage", 0) - stats.get(f"{counts.EXPECTED}/BlockPage", 0)
    if blocked > 0:
        times = "once" if blocked == 1 else f"{blocked:,} times"
        found.append(f"The site served a block page {times} (bot protection or captcha); slow down, or ask the site.")
    refused = sum(reasons.values()) - stats.get(counts.EXPECTED, 0) - stats.get(counts.REPEATED, 0)
    read = sum(stats.get(name, 0) for name in (counts.ARTICLES, counts.UNCHANGED, counts.OUT_OF_RANGE)) + refused
    good = _good(stats)
    unknown = reasons.get("UnknownLayout", 0) - stats.get(f"{counts.EXPECTED}/UnknownLayout", 0)
    if good and unknown >= UNKNOWN_FEW and unknown >= UNKNOWN_SHARE * read:
        found.append(f"{counted(unknown, 'page')} are in no known layout; the site may have a new one.")
    if good and (refused > good or refused > max(REFUSED_FEW, REFUSED_SHARE * read)):
        found.append(f"{refused / read:.0%} of the pages gave no article; up to {REFUSED_SHARE:.0%} are expected.")
    return found


def _lost_fields(stats: Stats, earlier: Reports) -> list[str]:
    found = []
    for name, now in coverage(stats).items():
        before = [report.get("coverage", {}).get(name, {}) for report in earlier]
        had, could = (sum(entry.get(key, 0) for entry in before) for key in ("articles", "of"))
        if name not in _WATCHED or now["of"] < FEWEST or could < FEWEST:
            continue
        usual, share = had / could, now["articles"] / now["of"]
        certain = min(max(usual, 0.02), 0.98)
        by_chance = FIELD_DEVIATIONS * sqrt(certain * (1 - certain) / now["of"])
        if share < FIELD_PART * usual and share < usual - by_chance:
            found.append(f"{share:.0%} of the articles have {_WATCHED[name]}; in earlier runs it was {usual:.0%}.")
    return found


def _new_layout(stats: Stats, earlier: Reports) -> list[str]:
    """Tell whether pages of no known layout, which were read all the same, are more than they used to be."""
    generic, total = stats.get(counts.LAYOUT + "generic", 0), stats.get(counts.ARTICLES, 0)
    layouts = [report.get("layouts", {}) for report in earlier]
    had, could = sum(entry.get("generic", 0) for entry in layouts), sum(sum(entry.values()) for entry in layouts)
    if could < FEWEST or generic < UNKNOWN_FEW or generic < GENERIC_SHARE * total or had >= GENERIC_SHARE / 2 * could:
        return []
    sentence = (
        f"{counted(generic, 'article')} of {total:,} came in no known layout and were read by guesswork; "
        f"in earlier runs {had / could:.0%} did."
    )
    return [sentence]


def _one_for_all(stats: Stats, earlier: Reports) -> list[str]:
    """Tell whether articles that used to differ have one headline or body: one page in place of all, or a label."""
    total = stats.get(counts.ARTICLES, 0)
    before = sum(sum(report.get("layouts", {}).values()) for report in earlier if report.get("same"))
    found = []
    for name in ("headline", "body"):
        same, had = stats.get(counts.SAME + name, 0), sum(report.get("same", {}).get(name, 0) for report in earlier)
        if before >= FEWEST and same >= FEWEST and same > SAME_SHARE * total and had < SAME_SHARE / 2 * before:
            found.append(
                f"{counted(same, 'article')} of {total:,} have the same {name}; in earlier runs they differed."
            )
    return found
