"""Small pages around one snippet, for the tests of the classic reader."""

from __future__ import annotations

from rudaw_scraper import extract_article
from rudaw_scraper.record import Article

FETCHED_AT = "2019-03-22T09:00:00Z"
HEAD = "<div>World</div><div>Ferry stops</div><div>By Rudaw 22/7/2017</div>"
TEXT = (
    "The old ferry, which carried up to thirty passengers, was taken out of service.",
    "Farmers in the valley grow tomatoes, pomegranates and a local kind of wheat.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)


def read_html(
    below_body: str = "", *, head: str = HEAD, body: str = BODY, path: str = "english/world/22072017"
) -> Article:
    """The record of a page made of a head, a body and what is below it."""
    page = f"<html><body><div class=a>{head}<div class=b>{body}</div></div>{below_body}</body></html>"
    return extract_article(page, url=f"https://www.rudaw.net/{path}", fetched_at=FETCHED_AT)


def read_lines(*lines: str, path: str = "english/world/22072017") -> Article:
    """The record of a page saved as plain text, one string a line."""
    url = f"https://www.rudaw.net/{path}"
    return extract_article("\n".join(lines), url=url, fetched_at=FETCHED_AT, content_type="text/plain")
