"""Fill a draft's dates from the printed ones.

Warnings, each at most once:

=========================== ========================================================================
``date_conflict``           the places that give the article's day differ by more than a day
``date_unreadable``         a date of the article or the side list is no date (impossible, unknown words)
``date_ambiguous``          day and month of some date could be either, and nothing on the page decides
``date_order_mixed``        one field has dates that only D/M explains and dates that only M/D explains
``date_in_future``          a date is more than a day later than the capture; it is left null
``date_before_site``        a date is from before the site existed; it is left null
``date_approximate``        only "n weeks", "months" or "years ago" is printed; the day is left null
``comment_date_unreadable`` a comment's date is no date
``comment_before_article``  a comment is more than a day older than its article; its date is kept
=========================== ========================================================================
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rudaw_scraper.dates.evidence import Resolved, Witness, resolve
from rudaw_scraper.dates.fields import Dated, PageDates, coarse
from rudaw_scraper.dates.moments import baghdad
from rudaw_scraper.dates.parsed import SLACK
from rudaw_scraper.page import DateEvidence, Draft
from rudaw_scraper.record import Comment, LatestComment


def normalise_dates(draft: Draft) -> Draft:
    """Fill the dates of the article, its comments and the side list in ``draft`` and return it.

    ``captured_at`` of the draft is the base of relative dates and the bound of all. Days are those of
    Asia/Baghdad; a clock time is given only where one is printed.
    """
    article = draft.article
    page = PageDates(article.language, draft.captured_at, site=article.layout != "generic")
    _modified(draft, page, _article_region(draft, page))
    side = [(entry, page.read(entry.date_raw)) for entry in article.latest_comments if entry.date_raw]
    page.settle("side list", [dated for _, dated in side])
    for entry, dated in side:
        _fill(entry, dated, page)
    article.warnings.extend(code for code in page.warnings if code not in article.warnings)
    return draft


def _article_region(draft: Draft, page: PageDates) -> dict[int, Dated]:
    """Fill the article's date and its comments' dates; return the printed dates of its last change.

    They share one field.
    """
    article = draft.article
    machine = _machine_dates(draft.published, page)
    known = next((d.chosen.day for d in machine.values() if d.chosen is not None), None)
    bylines = {
        at: page.read(evidence.raw, expected=known, first=True)
        for at, evidence in enumerate(draft.published)
        if evidence.source == "byline"
    }
    comments = [
        (comment, page.read(comment.date_raw, unreadable="comment_date_unreadable", not_before=known))
        for comment in article.comments
        if comment.date_raw
    ]
    changes = {
        at: page.read(evidence.raw, not_before=known)
        for at, evidence in enumerate(draft.modified)
        if evidence.source == "byline"
    }
    page.settle("article", [*bylines.values(), *changes.values(), *(dated for _, dated in comments)])

    resolved = _resolve(draft.published, {**machine, **bylines}, page)
    article.date_published = _day(resolved.day)
    article.datetime_published = _time(resolved)
    article.date_published_source = resolved.source
    article.date_published_raw = _raw(draft.published, resolved)
    for comment, dated in comments:
        _fill(comment, dated, page)
        if resolved.day and dated.chosen and not coarse(dated.chosen) and dated.chosen.day < resolved.day - SLACK:
            page.warn("comment_before_article")
    return changes


def _modified(draft: Draft, page: PageDates, printed: dict[int, Dated]) -> None:
    """Fill the date of the last change from what programs and readers are told."""
    dates = _machine_dates(draft.modified, page)
    resolved = _resolve(draft.modified, {**dates, **printed}, page)
    draft.article.date_modified = _day(resolved.day)
    draft.article.datetime_modified = _time(resolved)
    draft.article.date_modified_raw = _raw(draft.modified, resolved)


def _machine_dates(evidence: Sequence[DateEvidence], page: PageDates) -> dict[int, Dated]:
    """Return the dates that no reader sees, by their place in ``evidence``; the address's day helps the others."""
    dates = {at: page.read(item.raw) for at, item in enumerate(evidence) if item.source != "byline"}
    known = next((d.readings[0].day for d in dates.values() if len(d.readings) == 1), None)
    for dated in dates.values():
        dated.expected = known
    page.settle("metadata", dates.values())
    return dates


def _resolve(evidence: Sequence[DateEvidence], dates: dict[int, Dated], page: PageDates) -> Resolved:
    read = ((item, dates[at]) for at, item in enumerate(evidence))
    witnesses = [Witness(item, dated.chosen, dated.sure) for item, dated in read if dated.chosen is not None]
    resolved = resolve(witnesses)
    for code in resolved.warnings:
        page.warn(code)
    return resolved


def _raw(evidence: Sequence[DateEvidence], resolved: Resolved) -> str | None:
    """Return the date as printed if it is printed, else as given by the place that decided."""
    printed = next((item.raw for item in evidence if item.source == "byline"), None)
    return printed or resolved.raw or (evidence[0].raw if evidence else None)


def _fill(entry: Comment | LatestComment, dated: Dated, page: PageDates) -> None:
    reading = dated.chosen
    if reading is None:
        return
    if coarse(reading):
        page.warn("date_approximate")
        return
    entry.date = reading.day.isoformat()
    entry.datetime = baghdad(reading.time).isoformat() if reading.time is not None else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _time(resolved: Resolved) -> str | None:
    return resolved.time.isoformat() if resolved.time is not None else None
