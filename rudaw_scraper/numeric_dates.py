"""The order of day and month in the numeric dates of another site's page, of which no habit is known.

Evidence, the strongest first: dates of the same list that only one order explains; dates that can't be (later than the
capture, comments before their article); comments that follow their article closely in one order and straggle over
months in the other; the other dates of the page; what the page says of its region.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, timedelta
from statistics import median
from typing import Final

from rudaw_scraper.any_dates import known_day
from rudaw_scraper.article_head import Headline
from rudaw_scraper.dates.parse import readings
from rudaw_scraper.dates.parsed import Order
from rudaw_scraper.outline import Outline, is_sentence
from rudaw_scraper.page import DateEvidence
from rudaw_scraper.record import Comment

_NUMERIC: Final = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-])")
_AMERICAN: Final = re.compile(r"\d\s?[ap]\.?m\.?\b|\b[ECMP][SD]?T\b", re.IGNORECASE)  # half of the day, or the zone
CHANGED: Final = re.compile(
    r"updated|modified|last edit|aktualisiert|geändert|mis à jour|modifié|actualizado|aggiornato|bijgewerkt|güncel|"
    r"تحديث",
    re.IGNORECASE,
)
_ORDERS: Final[tuple[Order, Order]] = ("DMY", "MDY")
_SLACK: Final = timedelta(days=1)
_CLOSER: Final = 3  # how much farther from the article the comments must be in the other order
_CLOSE: Final = 10  # days by which they must be farther at least
_ABOVE, _BELOW = 4, 14  # lines around the headline in which the date can stand
_LONGEST_LINE: Final = 200
_LONGEST_BEFORE: Final = 80
_MOST_SENTENCES: Final = 3


def sure_days(outline: Outline, dated: Iterable[Comment | DateEvidence]) -> list[date]:
    """Return the days of those dates that can be read in one way."""
    found: list[date] = []
    for each in dated:
        raw = each.date_raw if isinstance(each, Comment) else each.raw
        read = readings(raw, language=outline.language, captured_at=outline.document.page.fetched_at) if raw else []
        found += [read[0].day] if len({reading.day for reading in read}) == 1 else []
    return found


def settle_comments(outline: Outline, comments: Sequence[Comment], article: date | None) -> None:
    """Give the comments' ambiguous dates as the days that they mean, where there is evidence for it."""
    read = {comment.position: _days(outline, comment.date_raw) for comment in comments}
    pairs = [pair for pair in read.values() if pair is not None and pair[0] is not None and pair[1] is not None]
    dotted = {comment.position for comment in comments if "." in _separators(comment.date_raw)}
    for comment in comments:
        pair = read[comment.position]
        if comment.position in dotted and pair is not None and pair[0] is not None:
            comment.date_raw = pair[0].isoformat()
    if not any(pair[0] != pair[1] for pair in pairs):
        return
    order = _of_list(list(read.values())) or _sound(outline, pairs, article) or page_order(outline)
    if order is None:
        return
    for comment in comments:
        pair = read[comment.position] if comment.position not in dotted else None
        day = pair[_ORDERS.index(order)] if pair is not None and pair[0] != pair[1] else None
        if day is not None:
            comment.date_raw = day.isoformat()


def numeric_date(outline: Outline, shown: Headline, talk: Sequence[date]) -> DateEvidence | None:
    """Return the numeric date near the headline as the day it means; ``talk`` are days of comments on the article."""
    for raw in _near(outline, shown):
        pair = _days(outline, raw)
        if pair is None:
            continue
        days = [day for day in pair if day is not None]
        latest = outline.document.page.fetched_at.astimezone(UTC).date() + _SLACK
        days = [day for day in days if day <= latest] or days
        if len(set(days)) > 1 and (month := _month_told(outline)) is not None:
            days = [day for day in days if (day.year, day.month) == month] or days
        if len(set(days)) > 1 and talk:
            before = [day for day in days if day <= min(talk) + _SLACK]
            days = [max(before)] if before else days
        if len(set(days)) > 1:
            days = [days[_ORDERS.index(page_order(outline, raw) or "DMY")]]
        return DateEvidence("byline", days[0].isoformat())
    return None


def sure_or_first(outline: Outline, raw: str) -> date | None:
    """Return the day of a date on another site's page: in its numeric order, else by its month's name."""
    pair = _days(outline, raw)
    if pair is None:
        read = readings(raw, language=outline.language, captured_at=outline.document.page.fetched_at)
        return read[0].day if len(read) == 1 else known_day(raw)
    days = [day for day in pair if day is not None]
    return days[_ORDERS.index(page_order(outline, raw) or "DMY")] if len(days) > 1 else days[0]


def page_order(outline: Outline, raw: str | None = None) -> Order | None:
    """Return the order that the other numeric dates of the page have, else the one of its region."""
    found = {order for line in outline.lines for match in _NUMERIC.finditer(line.text) if (order := _certain(match))}
    if len(found) == 1:
        return found.pop()
    markup = outline.document.markup
    region = (markup.meta.get("og:locale") or markup.language or "") if markup is not None else ""
    language, _, country = region.lower().replace("_", "-").partition("-")
    if language not in ("en", "") or country in ("gb", "au", "nz", "ie", "in", "za"):
        return "DMY"
    if country in ("us", "ph"):
        return "MDY"
    text = raw or " ".join(line.text for line in outline.lines if _NUMERIC.search(line.text))
    return "MDY" if _AMERICAN.search(text) else None


def _certain(match: re.Match[str]) -> Order | None:
    first, second = int(match[1]), int(match[3])
    if match[2] == "." or (first > 12 >= second):  # a dot stands between day and month, day first, everywhere
        return "DMY" if second <= 12 and first <= 31 else None
    return "MDY" if second > 12 >= first and second <= 31 else None


def _days(outline: Outline, raw: str | None) -> tuple[date | None, date | None] | None:
    """Return the days of a numeric date in both orders, ``None`` for an order that it can't be in."""
    if raw is None or (match := _NUMERIC.search(raw)) is None:
        return None
    found = readings(match[0], language=outline.language, captured_at=outline.document.page.fetched_at)
    days = {reading.how: reading.day for reading in found if reading.how in ("dmy", "mdy")}
    if not days:
        return None
    if len(days) == 1 and (day := next(iter(days.values()))).day == day.month:
        return day, day
    return days.get("dmy"), days.get("mdy") if match[2] != "." else None


def _separators(raw: str | None) -> str:
    match = _NUMERIC.search(raw) if raw is not None else None
    return match[2] if match is not None else ""


def _of_list(read: list[tuple[date | None, date | None] | None]) -> Order | None:
    """Return the order of those dates of a list that only one order explains, if it is the same for all of them."""
    found: set[Order] = set()
    for pair in read:
        if pair is not None and (pair[0] is None) != (pair[1] is None):
            found.add("DMY" if pair[1] is None else "MDY")
    return found.pop() if len(found) == 1 else None


def _sound(outline: Outline, pairs: Sequence[tuple[date | None, date | None]], article: date | None) -> Order | None:
    """Return the order in which the dates can be, or follow the article closely."""
    latest = outline.document.page.fetched_at.astimezone(UTC).date() + _SLACK
    days = [[day for pair in pairs if (day := pair[at]) is not None] for at in (0, 1)]
    earliest = article - _SLACK if article is not None else date.min
    faults = [sum(not earliest <= day <= latest for day in each) for each in days]
    if min(faults) == 0 < max(faults):
        return _ORDERS[faults.index(0)]
    away = [_straggling(each, article) for each in days]
    near, far = sorted(away)
    return _ORDERS[away.index(near)] if far > _CLOSER * near + _CLOSE else None


def _straggling(days: Sequence[date], article: date | None) -> float:
    """Return how many days after the article, or after the first comment, a comment stands usually."""
    start = article if article is not None else min(days)
    return median(abs((day - start).days) for day in days)


def _month_told(outline: Outline) -> tuple[int, int] | None:
    """Return year and month from the page's address."""
    match = re.search(r"/((?:19|20)\d\d)/?(0[1-9]|1[0-2])(?:/|\d\d/|-)", outline.document.address.url)
    return (int(match[1]), int(match[2])) if match is not None else None


def _near(outline: Outline, shown: Headline) -> list[str]:
    """Return the lines near the headline with a numeric date, from the date on, the nearest below it first."""
    lines = outline.lines
    found: list[str] = []
    sentences = 0
    for index in range(shown.last + 1, min(len(lines), shown.last + 1 + _BELOW)):
        sentences += is_sentence(lines[index].text)
        if sentences > _MOST_SENTENCES:
            break
        found += _dated(lines[index].text)
    for index in range(shown.first - 1, max(-1, shown.first - 1 - _ABOVE), -1):
        found += _dated(lines[index].text)
    return sorted(found, key=_is_change)  # the day of a change where no other is printed


def _is_change(text: str) -> bool:
    match = _NUMERIC.search(text)
    return match is not None and CHANGED.search(text[: match.start()]) is not None


def _dated(text: str) -> list[str]:
    match = _NUMERIC.search(text) if len(text) <= _LONGEST_LINE else None
    return [text] if match is not None and match.start() <= _LONGEST_BEFORE else []
