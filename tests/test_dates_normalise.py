"""A draft's dates: the article's from all its sources, the comments' and the side list's by field."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from rudaw_scraper.dates.normalise import normalise_dates
from rudaw_scraper.page import DateEvidence, Draft
from rudaw_scraper.record import Article, Comment, DateSource, LatestComment

CAPTURES = Path(__file__).resolve().parents[2] / "shared" / "captures"
NOON = datetime(2019, 3, 22, 9, tzinfo=UTC)  # 12:00 on the site's clock


def draft(
    *published: tuple[DateSource, str],
    comments: list[str] | None = None,
    side: list[str] | None = None,
    modified: list[tuple[DateSource, str]] | None = None,
    language: str = "en",
    layout: str = "classic",
    captured_at: datetime = NOON,
) -> Draft:
    values: dict[str, Any] = {field.name: None for field in fields(Article)}
    values.update(
        language=language,
        layout=layout,
        comments=[Comment(n, "A", None, None, raw, "Text.", None) for n, raw in enumerate(comments or [], 1)],
        latest_comments=[LatestComment("A", None, None, raw, "Text.", False, None, None) for raw in side or []],
        warnings=["byline_missing"],
    )
    return Draft(
        article=Article(**values),
        paragraphs=[],
        captured_at=captured_at,
        published=[DateEvidence(*pair) for pair in published],
        modified=[DateEvidence(*pair) for pair in modified or []],
    )


def normalised(*published: tuple[DateSource, str], **others: Any) -> Article:
    return normalise_dates(draft(*published, **others)).article


def published(article: Article) -> tuple[str | None, str | None, str | None, str | None]:
    return (
        article.date_published,
        article.datetime_published,
        article.date_published_raw,
        article.date_published_source,
    )


def new_warnings(article: Article) -> list[str]:
    assert article.warnings[0] == "byline_missing"
    return article.warnings[1:]


def comment_days(article: Article) -> list[str | None]:
    return [comment.date for comment in article.comments]


@pytest.mark.parametrize(
    ("sources", "want", "warnings"),
    [
        # The byline alone, and with an address that agrees, to the day or within one.
        ([("byline", "22/7/2017")], ("2017-07-22", None, "22/7/2017", "byline"), []),
        ([("byline", "22/7/2017"), ("url", "2017-07-22")], ("2017-07-22", None, "22/7/2017", "byline"), []),
        ([("byline", "22/7/2017"), ("url", "2017-07-23")], ("2017-07-22", None, "22/7/2017", "byline"), []),
        # The address settles the order: 6 August, 8 June.
        ([("byline", "6/8/2017"), ("url", "2017-08-06")], ("2017-08-06", None, "6/8/2017", "byline"), []),
        ([("byline", "6/8/2017"), ("url", "2017-06-08")], ("2017-06-08", None, "6/8/2017", "byline"), []),
        # Habit: D/M; unless that is after the capture.
        ([("byline", "6/8/2017")], ("2017-08-06", None, "6/8/2017", "byline"), []),
        ([("byline", "3/10/2019")], ("2019-03-10", None, "3/10/2019", "byline"), []),
        # Habit gives way to a full date elsewhere, a day above 12 does not.
        ([("byline", "6/8/2017"), ("url", "2017-01-20")], ("2017-01-20", None, "6/8/2017", "url"), ["date_conflict"]),
        (
            [("byline", "22/7/2017"), ("url", "2017-01-20")],
            ("2017-07-22", None, "22/7/2017", "byline"),
            ["date_conflict"],
        ),
        # A count back from the capture gives way to the address, and agrees within a day.
        ([("byline", "13 hours ago")], ("2019-03-21", None, "13 hours ago", "byline"), []),
        ([("byline", "13 hours ago"), ("url", "2019-03-21")], ("2019-03-21", None, "13 hours ago", "byline"), []),
        ([("byline", "3 hours ago"), ("url", "2019-03-21")], ("2019-03-21", None, "3 hours ago", "url"), []),
        (
            [("byline", "3 hours ago"), ("url", "2019-03-11")],
            ("2019-03-11", None, "3 hours ago", "url"),
            ["date_conflict"],
        ),
        (
            [("byline", "yesterday at 10:19"), ("url", "2019-03-21")],
            ("2019-03-21", "2019-03-21T10:19:00+03:00", "yesterday at 10:19", "byline"),
            [],
        ),
        (
            [("byline", "yesterday at 10:19"), ("url", "2019-03-20")],
            ("2019-03-20", None, "yesterday at 10:19", "url"),
            [],
        ),
        ([("byline", "3 weeks ago")], (None, None, "3 weeks ago", None), ["date_approximate"]),
        ([("byline", "3 weeks ago"), ("url", "2019-03-01")], ("2019-03-01", None, "3 weeks ago", "url"), []),
        # No byline.
        ([("url", "2017-07-22")], ("2017-07-22", None, "2017-07-22", "url"), []),
        (
            [("api", "2017-07-22T16:48:00"), ("url", "2017-07-22")],
            ("2017-07-22", "2017-07-22T16:48:00+03:00", "2017-07-22T16:48:00", "api"),
            [],
        ),
        # A clock time from another place, of the same day; 22:30 UTC is the next day in Baghdad.
        (
            [("byline", "22/7/2017"), ("metadata", "2017-07-22T10:15:30Z")],
            ("2017-07-22", "2017-07-22T13:15:30+03:00", "22/7/2017", "byline"),
            [],
        ),
        (
            [("byline", "22/7/2017"), ("metadata", "2017-07-22T22:30:00Z")],
            ("2017-07-22", None, "22/7/2017", "byline"),
            [],
        ),
        (
            [("metadata", "2017-07-22T22:30:00Z")],
            ("2017-07-23", "2017-07-23T01:30:00+03:00", "2017-07-22T22:30:00Z", "metadata"),
            [],
        ),
        # Midnight in metadata is no clock time.
        ([("metadata", "2017-07-22T00:00:00")], ("2017-07-22", None, "2017-07-22T00:00:00", "metadata"), []),
        ([("metadata", "2017-07-21T21:00:00Z")], ("2017-07-22", None, "2017-07-21T21:00:00Z", "metadata"), []),
        # Nothing to read, or nothing believable: null, and the text is kept.
        ([], (None, None, None, None), []),
        ([("byline", "32/1/2019")], (None, None, "32/1/2019", None), ["date_unreadable"]),
        (
            [("byline", "32/1/2019"), ("url", "2019-01-31")],
            ("2019-01-31", None, "32/1/2019", "url"),
            ["date_unreadable"],
        ),
        ([("byline", "22/7/2020")], (None, None, "22/7/2020", None), ["date_in_future"]),
        ([("byline", "22/7/1997")], (None, None, "22/7/1997", None), ["date_before_site"]),
        ([("metadata", "2/3/2019")], (None, None, "2/3/2019", None), ["date_ambiguous"]),
        (
            [("metadata", "2/3/2019"), ("url", "2019-02-03")],
            ("2019-02-03", None, "2/3/2019", "metadata"),
            [],
        ),
        (
            [("byline", "22 July 2017 - 10:15")],
            ("2017-07-22", "2017-07-22T10:15:00+03:00", "22 July 2017 - 10:15", "byline"),
            [],
        ),
    ],
)
def test_the_articles_date(
    sources: list[tuple[DateSource, str]], want: tuple[str | None, ...], warnings: list[str]
) -> None:
    article = normalised(*sources)
    assert published(article) == want
    assert new_warnings(article) == warnings


def test_a_guessed_month_gives_way() -> None:
    article = normalised(("byline", "4'ê Kanûna 2018'an"), ("url", "2018-01-04"), language="kmr")
    assert published(article) == ("2018-01-04", None, "4'ê Kanûna 2018'an", "url")
    assert new_warnings(article) == ["date_conflict"]


def test_comments_settle_the_order_of_the_byline() -> None:
    article = normalised(("byline", "6/8/2017"), ("url", "2017-01-20"), comments=["8/13/2017"])
    assert published(article) == ("2017-06-08", None, "6/8/2017", "byline")  # 13 is no month
    assert comment_days(article) == ["2017-08-13"]
    assert new_warnings(article) == ["date_conflict"]


def test_an_address_that_agrees_is_stronger_than_the_comments() -> None:
    article = normalised(("byline", "6/8/2017"), ("url", "2017-08-06"), comments=["8/13/2017", "8/7/2017"])
    assert published(article) == ("2017-08-06", None, "6/8/2017", "byline")
    assert comment_days(article) == ["2017-08-13", "2017-08-07"]
    assert new_warnings(article) == ["date_order_mixed"]


def test_a_comment_that_would_be_older_in_the_order_of_the_byline_is_left_open() -> None:
    article = normalised(("byline", "26/11/2015"), comments=["12/10/2015"])
    assert comment_days(article) == [None]
    assert new_warnings(article) == ["date_order_mixed", "date_ambiguous"]


def test_the_day_of_the_article_helps_comments_of_another_shape() -> None:
    article = normalised(("byline", "22/7/2017"), comments=["6/8/2017 1:00 PM", "8/9/2017 2:00 PM"])
    assert comment_days(article) == ["2017-08-06", "2017-09-08"]  # not June
    assert new_warnings(article) == []


def test_comments_across_new_year() -> None:
    article = normalised(("byline", "30/12/2017"), comments=["31/12/2017", "1/1/2018", "2/1/2018"])
    assert comment_days(article) == ["2017-12-31", "2018-01-01", "2018-01-02"]
    assert new_warnings(article) == []


def test_comments_of_a_known_page_order() -> None:
    article = normalised(
        ("byline", "22/7/2017"), ("url", "2017-07-22"), comments=["22/7/2017", "23/7/2017", "6/8/2017"]
    )
    assert comment_days(article) == ["2017-07-22", "2017-07-23", "2017-08-06"]
    assert [comment.datetime for comment in article.comments] == [None] * 3
    assert new_warnings(article) == []


def test_comments_in_the_habitual_order() -> None:
    assert comment_days(normalised(comments=["6/8/2017", "7/8/2017"])) == ["2017-08-06", "2017-08-07"]


def test_comments_that_would_be_older_than_the_article_are_read_the_other_way() -> None:
    article = normalised(("url", "2017-07-22"), comments=["8/6/2017", "9/6/2017"])
    assert comment_days(article) == ["2017-08-06", "2017-09-06"]


def test_a_comment_older_than_its_article_is_kept_and_reported() -> None:
    article = normalised(("byline", "22/7/2017"), comments=["20/7/2017", "21/7/2017"])
    assert comment_days(article) == ["2017-07-20", "2017-07-21"]
    assert new_warnings(article) == ["comment_before_article"]
    assert new_warnings(normalised(("byline", "22/7/2017"), comments=["21/7/2017"])) == []


def test_contradicting_comments() -> None:
    article = normalised(comments=["22/7/2017", "7/23/2017", "6/8/2017"])
    assert comment_days(article) == ["2017-07-22", "2017-07-23", None]
    assert new_warnings(article) == ["date_order_mixed", "date_ambiguous"]


def test_a_comment_with_no_date_to_read() -> None:
    article = normalised(comments=["31/2/2017", "soon", "22/7/2017"])
    assert comment_days(article) == [None, None, "2017-07-22"]
    assert [comment.date_raw for comment in article.comments] == ["31/2/2017", "soon", "22/7/2017"]
    assert new_warnings(article) == ["comment_date_unreadable"]


def test_a_comment_later_than_the_capture_is_null() -> None:
    article = normalised(comments=["22/7/2017", "5/9/2019"])
    assert comment_days(article) == ["2017-07-22", None]
    assert new_warnings(article) == ["date_in_future"]


def test_relative_comments() -> None:
    article = normalised(comments=["13 hours ago", "yesterday at 10:19", "2 weeks ago"])
    assert comment_days(article) == ["2019-03-21", "2019-03-21", None]
    assert [comment.datetime for comment in article.comments] == [None, "2019-03-21T10:19:00+03:00", None]
    assert new_warnings(article) == ["date_approximate"]


def test_comments_without_dates_are_left_alone() -> None:
    made = draft()
    made.article.comments = [Comment(1, None, None, None, None, "Text.", None)]
    article = normalise_dates(made).article
    assert comment_days(article) == [None]
    assert new_warnings(article) == []


def test_the_english_side_list_is_month_first() -> None:
    article = normalised(("byline", "6/8/2017"), side=["2/3/2019 4:18:40 AM", "3/1/2019 6:32:59 PM", "8/3/2019"])
    assert [(entry.date, entry.datetime) for entry in article.latest_comments] == [
        ("2019-02-03", "2019-02-03T04:18:40+03:00"),
        ("2019-03-01", "2019-03-01T18:32:59+03:00"),
        ("2019-03-08", None),  # another field: day first
    ]
    assert article.date_published == "2017-08-06"
    assert new_warnings(article) == []


def test_the_side_list_in_an_order_against_its_habit() -> None:
    article = normalised(side=["10/3/2019 4:18:40 AM", "9/3/2019 6:32:59 PM"])
    assert [entry.date for entry in article.latest_comments] == ["2019-03-10", "2019-03-09"]


def test_a_side_list_in_sequence_against_its_habit_is_left_open() -> None:
    days = ["12/12", "7/12", "5/12", "12/11"]  # descending, day first
    captured_at = datetime(2015, 12, 12, 18, tzinfo=UTC)
    article = normalised(side=[f"{day}/2015 7:50:37 PM" for day in days], captured_at=captured_at)
    assert [entry.date for entry in article.latest_comments] == ["2015-12-12", None, None, None]
    assert new_warnings(article) == ["date_ambiguous"]


def test_a_side_list_without_habit_is_left_open() -> None:
    article = normalised(side=["2/3/2019 4:18:40 AM"], language="ckb")
    assert [entry.date for entry in article.latest_comments] == [None]
    assert new_warnings(article) == ["date_ambiguous"]


def test_a_side_list_decided_by_one_number() -> None:
    article = normalised(side=["2/3/2019 4:18:40 AM", "20/3/2019 4:18:40 PM"], language="ckb")
    assert [entry.date for entry in article.latest_comments] == ["2019-03-02", "2019-03-20"]


def test_the_date_of_the_last_change() -> None:
    article = normalised(("byline", "22/7/2017"), modified=[("byline", "6/8/2017 10:15")])
    assert article.date_modified == "2017-08-06"
    assert article.datetime_modified == "2017-08-06T10:15:00+03:00"
    assert article.date_modified_raw == "6/8/2017 10:15"


def test_the_date_of_the_last_change_has_the_order_of_the_byline() -> None:
    article = normalised(("byline", "6/8/2017"), ("url", "2017-06-08"), modified=[("byline", "6/9/2017")])
    assert (article.date_published, article.date_modified) == ("2017-06-08", "2017-06-09")
    article = normalised(("byline", "6/13/2017"), modified=[("byline", "7/8/2017")])
    assert (article.date_published, article.date_modified) == ("2017-06-13", "2017-07-08")


def test_a_page_of_unknown_layout_may_be_older_than_the_site() -> None:
    assert normalised(("byline", "22/7/1997"), layout="generic").date_published == "1997-07-22"


def test_doing_it_twice_changes_nothing() -> None:
    made = draft(("byline", "22/7/2020"), ("url", "2017-07-22"), comments=["soon", "6/8/2017"])
    once = normalise_dates(made).article.to_dict()
    assert normalise_dates(made).article.to_dict() == once


def slug_day(url: str) -> str:
    digits = url.rsplit("/", 1)[1]
    return date(int(digits[4:8]), int(digits[2:4]), int(digits[:2])).isoformat()


@pytest.mark.skipif(not CAPTURES.exists(), reason="the captures are not beside the checkout")
@pytest.mark.parametrize("path", sorted(CAPTURES.glob("*.json")), ids=lambda path: path.stem)
def test_captures(path: Path) -> None:
    capture = json.loads(path.read_text("utf-8"))
    record = capture["record"]
    article = normalised(
        ("byline", record["date_published_raw"]),
        ("url", slug_day(capture["url"])),
        comments=[comment["date_raw"] for comment in record.get("comments", [])],
        side=[entry["date_raw"] for entry in record.get("latest_comments", [])],
        language=record["language"],
        captured_at=datetime.fromisoformat(capture["fetched_at"]),
    )
    for key in ("date_published", "date_published_raw", "date_published_source"):
        assert getattr(article, key) == record[key]
    assert article.datetime_published is None
    assert comment_days(article) == [comment["date"] for comment in record.get("comments", [])]
    side = [entry["date"] for entry in record.get("latest_comments", [])]
    assert [entry.date for entry in article.latest_comments] == side
    assert new_warnings(article) == []
