"""The errors a caller can meet, each named after what is wrong.

Every message says what was wrong, where, and what to do. All of them derive from :class:`RudawError`;
those that mean "this page gives no article" derive from :class:`NotAnArticle`, and their class names are what
refusal lists and statistics show.
"""

from __future__ import annotations


class RudawError(Exception):
    """Base of all errors that this package raises on purpose."""


class BadAddress(RudawError, ValueError):
    """The URL is not one of a Rudaw article."""


class BadTime(RudawError, ValueError):
    """``fetched_at`` is not a point in time."""


class NotAnArticle(RudawError):
    """The page holds no article that can be read; the page itself should be kept."""


class EmptyPage(NotAnArticle):
    """The page has no bytes, or no visible text."""


class BinaryContent(NotAnArticle):
    """The bytes are not text (a picture, an archive, a PDF)."""


class PageTooLarge(NotAnArticle):
    """The page is larger, deeper or longer than any article page; reading it was not tried."""


class BlockPage(NotAnArticle):
    """A bot protection, captcha or error page was served in place of the article."""


class ListingPage(NotAnArticle):
    """The page lists articles and is none itself."""


class UnknownLayout(NotAnArticle):
    """The page was not understood: no headline with a body or a byline could be made out."""


class InvalidRecord(RudawError):
    """A record breaks the output contract; a fault of this program."""
