"""How many dates are read per CPU second, and what asking about every line of a page costs.

Run from the repository: ``python benchmarks/dates.py``. The goals are 200,000 for the numeric shapes and 20,000 for
the worded ones; ``--check`` exits 1 if one is missed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from rudaw_scraper.dates import Order, find_date, find_leading_date, is_date, parse_date, readings

CAPTURED = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
DAYS = [date(2016, 1, 1) + timedelta(days=number) for number in range(1000)]
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
#: More different texts than are remembered, so that each is read anew.
NUMERIC: list[tuple[str, str, Order]] = [
    row
    for day in DAYS
    for row in (
        (f"{day.day}/{day.month}/{day.year}", "en", "DMY"),
        (f"{day.month}/{day.day}/{day.year} 7:50:37 PM", "en", "MDY"),
        (f"{day.day}-{day.month}-{day.year}", "kmr", "DMY"),
        (f"{day:%d/%m/%Y} 10:15", "tr", "DMY"),
        (f"{day:%d.%m.%Y}", "tr", "DMY"),
        (f"{day.day}/{day.month}/{day.year}".translate(ARABIC), "ar", "DMY"),
        (f"\u200f{day.day}/{day.month}/{day.year}\u200f", "ar", "DMY"),
        (day.isoformat(), "en", "DMY"),
        (f"{day.isoformat()}T07:50:00+03:00", "en", "DMY"),
    )
]
WORDED = [
    row
    for number, day in enumerate(DAYS)
    for row in (
        (f"{day:%d %B %Y}", "en"),
        (f"{day:%A, %B %d, %Y} - 10:{number % 60:02}", "en"),
        (f"{number} hours ago", "en"),
        (f"{number} days {number % 24} hours ago", "en"),
        (f"yesterday at {number % 24}:{number % 60:02}", "en"),
        (f"{day.day}ی شوباتی {day.year}", "ckb"),
        (f"{number} کاژێر لەمەو بەر", "ckb"),
        (f"{day.day}'ê Çileya {day.year}'an", "kmr"),
        (f"{number} demjimêr berê", "kmr"),
        (f"{day.day} تموز/يوليو {day.year}", "ar"),
        (f"قبل {number} ساعة", "ar"),
        (f"{day.day} Temmuz {day.year}, {number % 24}:{number % 60:02}", "tr"),
        (f"By Rudaw {day.day}/{day.month}/{day.year}", "en"),
    )
]
LINES = [
    ("Share your stories, photos and videos, and quite possibly the world.", "en"),
    ("Middle East", "en"),
    ("Not a member Register   Forgot Password", "en"),
    ("A bounty of $25 million", "en"),
    ("Peyvên sereke binivîse", "kmr"),
    ("رۆژهەڵاتی ناوەڕاست", "ckb"),
]


def per_second(work: Callable[[], object], items: int, seconds: float = 0.4) -> float:
    """Return how many items a CPU second does; the best of three turns, for other programs disturb."""
    work()
    best = 0.0
    for _ in range(3):
        rounds, started = 0, time.process_time()
        while time.process_time() - started < seconds:
            work()
            rounds += 1
        best = max(best, rounds * items / (time.process_time() - started))
    return best


def numeric() -> None:
    for text, language, order in NUMERIC:
        parse_date(text, language=language, order=order, captured_at=CAPTURED)


def both_orders() -> None:
    for text, language, _ in NUMERIC:
        readings(text, language=language, captured_at=CAPTURED)


def worded() -> None:
    for text, language in WORDED:
        parse_date(text, language=language, captured_at=CAPTURED)


def lines() -> None:
    for text, language in LINES * 20:
        find_date(text, language)
        find_leading_date(text, language)
        is_date(text, language)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="exit 1 if a goal is missed")
    check = parser.parse_args().check
    missed = False
    for name, work, items, goal in (
        ("numeric shapes, parse_date", numeric, len(NUMERIC), 200_000),
        ("numeric shapes, readings in both orders", both_orders, len(NUMERIC), 0),
        ("worded and relative shapes, parse_date", worded, len(WORDED), 20_000),
        ("lines without a date, all three questions", lines, 20 * len(LINES), 0),
    ):
        rate = per_second(work, items)
        missed = missed or rate < goal
        print(f"{name:45}{rate:12,.0f} per CPU second" + (f"  (goal {goal:,})" if goal else ""))
    return 1 if check and missed else 0


if __name__ == "__main__":
    sys.exit(main())
