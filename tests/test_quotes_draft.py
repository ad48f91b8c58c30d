"""Quotations of a draft: offsets into the body, and bodies that are absent."""

from datetime import UTC, datetime
from typing import Any

from rudaw_scraper.page import Draft
from rudaw_scraper.quotes import add_quotes
from rudaw_scraper.record import Article

PARAGRAPHS = ["The bridge opens on Monday.", "“We waited,” Mayor Azad Demo said. “Now we cross.", "“At last.”"]


def draft(body: str | None, paragraphs: list[str]) -> Draft:
    known: dict[str, Any] = {
        "language": "en",
        "body": body,
        "subheadings": [],
        "quotes": [],
        "comment_count": None,
        "warnings": [],
        "fetched_at": "2018-05-07T09:30:00Z",
    }
    article = Article(**{name: known.get(name) for name in Article.__slots__})
    return Draft(article, paragraphs, datetime(2018, 5, 7, 9, 30, tzinfo=UTC))


def test_offsets_count_from_the_beginning_of_the_body() -> None:
    body = "\n\n".join(PARAGRAPHS)
    article = add_quotes(draft(body, PARAGRAPHS))
    (quote,) = article.quotes
    assert [body[part.start : part.end] for part in quote.segments] == ["We waited,", "Now we cross.", "At last."]
    assert (quote.start, quote.end) == (body.index("We waited"), len(body) - 1)
    assert quote.text == "We waited, Now we cross. At last."
    assert (quote.speaker, quote.speaker_name, quote.cue) == ("Mayor Azad Demo", "Azad Demo", "said")


def test_an_article_without_a_body_has_no_quotations() -> None:
    assert add_quotes(draft(None, [])).quotes == []


def test_a_body_out_of_all_proportion_is_kept_without_quotations() -> None:
    """A page of three megabytes of quotations would take eight seconds and 400 MB."""
    paragraph = "“We will come back,” said Azad Karim. " * 30_000
    article = add_quotes(draft(paragraph.strip(), [paragraph.strip()]))
    assert article.quotes == []
    assert article.warnings == ["quotes_not_read"]
