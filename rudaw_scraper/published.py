"""When a page of unknown layout was published: told to machines, shown beside the headline, or guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date
from email.utils import parsedate_to_datetime

from rudaw_scraper.any_dates import find_any_date, known_day, machine_date
from rudaw_scraper.article_head import Headline, dates_above
from rudaw_scraper.blocks import Line
from rudaw_scraper.byline_words import parted
from rudaw_scraper.comment_marks import is_comment_like
from rudaw_scraper.dates.parse import readings
from rudaw_scraper.dense_text import guessed_day
from rudaw_scraper.document import Document
from rudaw_scraper.labels import Label
from rudaw_scraper.layouts.signs import is_foreign
from rudaw_scraper.numeric_dates import CHANGED, numeric_date, sure_or_first
from rudaw_scraper.outline import Outline, is_linked, is_sentence
from rudaw_scraper.page import DateEvidence
from rudaw_scraper.structured import Told

_ISO_WITH_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d")
_INTERNET_DATE = re.compile(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")
_UNIX_DATE = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) \d\d:\d\d:\d\d (?:[A-Z+0-9:-]{1,9} )?(\d{4})$")
_ABOVE, _BELOW = 4, 14  # lines around the headline in which the date can stand
_LONGEST_BEFORE = 80  # characters that may stand before a date on its line
_LONGEST_LINE = 200
_LABEL = re.compile(
    r"(?:date(?: of publication)?|published(?: on)?|publication date|datum|veröffentlicht(?: am)?|erschienen(?: am)?|"
    r"publié(?:e)? le|date de publication|mis en ligne(?: le)?|"
    r"fecha(?: de publicación)?|publicado(?: el| em)?|data(?: di pubblicazione)?|"
    r"pubblicato(?: il)?|data de publicação|data publikacji|opublikowano|gepubliceerd(?: op)?|publicerad|publisert|"
    r"дата(?: публикации)?|опубликовано|ημερομηνία|δημοσίευση|yayın(?:lanma)? tarihi|tarih|tanggal|تاريخ النشر|التاريخ|"
    r"تاریخ انتشار|تاریخ)\s*[:：]?\s*$",
    re.IGNORECASE,
)
_DATED_PATH = re.compile(r"/(?:19|20)\d\d[/-]?[01]?\d(?:[/-]?[0-3]?\d)?[/-]")  # the day can be read there
_BELOW_TEXT = (Label.COMMENTS, Label.COMMENT_FORM, Label.LATEST_COMMENTS)
_MOST_SENTENCES = 3  # between headline and date: a deck, not the text


def publication_dates(
    outline: Outline, told: Told, shown: Headline | None, html: str, talk: Sequence[date] = ()
) -> list[DateEvidence]:
    """Return the dates of publication: told to machines, shown beside the headline, or guessed.

    ``talk`` are days on which readers commented; they help to read a numeric date of another site.
    """
    document = outline.document
    given = [as_written(document, evidence) for evidence in told.published]
    foreign = is_foreign(document)
    if given and (not foreign or any(_is_clear(outline, evidence) for evidence in given)):
        return given
    return _not_told(outline, shown, html, talk, foreign=foreign) or given


def _is_clear(outline: Outline, evidence: DateEvidence) -> bool:
    """Tell whether a date can be read in exactly one way."""
    read = readings(evidence.raw, language=outline.language, captured_at=outline.document.page.fetched_at)
    return len({reading.day for reading in read}) == 1


def _not_told(
    outline: Outline, shown: Headline | None, html: str, talk: Sequence[date], *, foreign: bool
) -> list[DateEvidence]:
    document = outline.document
    if foreign and shown is not None:
        sure = (
            _sure_date(outline, shown)
            or numeric_date(outline, shown, talk)
            or _labelled_date(outline, shown)
            or (None if _DATED_PATH.search(document.page.url) else _sure_date(outline, shown, changed=True))
        )
        if sure is not None:
            return [sure]
    printed = _shown_dates(outline, shown) if shown is not None else []
    if document.markup is None or (printed and not foreign) or document.address.day is not None:
        return printed
    latest = document.page.fetched_at.astimezone(UTC).date().isoformat()
    day = guessed_day(html, document.page.url, latest)
    return [DateEvidence("metadata", day)] if day is not None else printed


def as_written(document: Document, evidence: DateEvidence) -> DateEvidence:
    """Return the day as written where the page is another site's: that site's day is not the one in Baghdad."""
    if not is_foreign(document):
        return evidence
    if (match := _ISO_WITH_CLOCK.match(evidence.raw)) is not None:
        return DateEvidence(evidence.source, match[1])
    if _INTERNET_DATE.match(evidence.raw):
        try:
            return DateEvidence(evidence.source, parsedate_to_datetime(evidence.raw).date().isoformat())
        except ValueError:
            return evidence
    if (match := _UNIX_DATE.match(evidence.raw)) is not None:
        return DateEvidence(evidence.source, f"{match[2]} {match[1]} {match[3]}")
    return evidence


def _labelled_date(outline: Outline, shown: Headline) -> DateEvidence | None:
    """Return the date on a line below the headline that says "Date:" or "Published", and no more, before it."""
    for line in outline.lines[shown.last + 1 :]:
        span = find_any_date(line.text, outline.language) if len(line.text) <= _LONGEST_BEFORE else None
        if span is None or _LABEL.match(line.text[: span[0]]) is None:
            continue
        if line.block is None or not is_comment_like(line.block, 7, frozenset(outline.lines[shown.first].ancestors())):
            day = sure_or_first(outline, line.text[span[0] : span[1]])
            if day is not None:
                return DateEvidence("byline", day.isoformat())
    return None


def _sure_date(outline: Outline, shown: Headline, *, changed: bool = False) -> DateEvidence | None:
    """Return a date near the headline that can be read in one way: given to machines, or with the month's name.

    With ``changed`` the day of the last change counts too.
    """
    lines = outline.lines
    article = frozenset(lines[shown.first].ancestors())
    sentences = 0
    for index in (*range(shown.last + 1, min(len(lines), shown.last + 1 + _BELOW)), *_above(shown)):
        line = lines[index]
        sentences += is_sentence(line.text) and index > shown.last
        if sentences > _MOST_SENTENCES and index > shown.last:
            continue
        if len(line.text) > _LONGEST_LINE or (is_linked(line) and len(line.links()[0][0]) > _LONGEST_BEFORE // 2):
            continue
        if line.block is not None and is_comment_like(line.block, 4, article):
            continue
        if (given := _given(line)) is not None:
            return DateEvidence("metadata", given)
        text = parted(line)
        span = find_any_date(text, outline.language)
        if span is None or span[0] > _LONGEST_BEFORE or (not changed and CHANGED.search(text[: span[0]])):
            continue
        raw = text[span[0] : span[1]]
        read = readings(raw, language=outline.language, captured_at=outline.document.page.fetched_at)
        day = read[0].day if len(read) == 1 and read[0].how == "iso" else known_day(raw)
        if day is None:
            continue
        return DateEvidence("byline", raw if any(one.day == day for one in read) else day.isoformat())
    return None


def _above(shown: Headline) -> range:
    return range(max(0, shown.first - _ABOVE), shown.first)


def _given(line: Line) -> str | None:
    """Return the day that a ``time`` element on a line gives to machines, unless it is that of a change."""
    for _, element in line.runs():
        around = (element, *element.iterancestors()) if element is not None else ()
        for each in around[:3]:
            if each.tag == "time" and (given := machine_date(each.get("datetime"))) is not None:
                said = f"{each.get('class') or ''} {each.get('itemprop') or ''} {line.text[:_LONGEST_BEFORE]}"
                return None if CHANGED.search(said) else given[:10]
    return None


def _shown_dates(outline: Outline, shown: Headline) -> list[DateEvidence]:
    above = dates_above(outline, shown.first)
    dated = outline.document.address.day is not None
    sentences = 0
    for index in range(shown.last + 1, min(len(outline.lines), shown.last + 1 + _BELOW)):
        if is_sentence(outline.lines[index].text):
            sentences += 1
            if dated:
                continue  # a day in the text
        mark = outline.mark(index)
        label = outline.labels[index]
        below_text = sentences > (1 if label is Label.SHARE else _MOST_SENTENCES)
        if label in _BELOW_TEXT or (dated and below_text):
            break  # a comment's
        if mark is not None and not mark.listed and len(mark.before) <= _LONGEST_BEFORE:
            return [DateEvidence("byline", mark.raw)]
    return above
