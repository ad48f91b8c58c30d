"""The exceptions that drop an item of a crawl; apart from what archives need, as Scrapy takes a while to load."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from scrapy.exceptions import DropItem

from rudaw_scraper.errors import RudawError


class Refused(DropItem):
    """A page that gives no article; the subclass is named after the reason, which the statistics show."""


class DuplicateArticle(DropItem):
    """The same article with the same content came twice in one run; the second is left out."""


@cache
def _refusal_class(reason: str) -> type[Refused]:
    return type(reason, (Refused,), {"__doc__": f"A page refused as {reason}.", "__module__": __name__})


def refusal(reason: str, detail: str) -> Refused:
    """Return the exception that drops a page for this reason (``BlockPage``, ``Http404`` …)."""
    return _refusal_class(reason)(detail)


@contextmanager
def refusing() -> Iterator[None]:
    """Turn this package's errors into refusals of the same name; other exceptions are faults and pass."""
    try:
        yield
    except RudawError as error:
        raise refusal(type(error).__name__, str(error)) from error
