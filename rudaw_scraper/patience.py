"""A server that answers 429 without saying for how long: a minute is taken for it, twice as long each time."""

from __future__ import annotations

from scrapy import Request
from scrapy.http import Response

_TOO_MANY = 429
_FIRST = 60  # seconds; the Wayback Machine shuts those out for an hour who do not wait


class Patience:
    """Downloader middleware that adds the ``Retry-After`` which :class:`~rudaw_scraper.retries.RetryLater` heeds."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Return the answer, with the time to wait."""
        if response.status == _TOO_MANY and "Retry-After" not in response.headers:
            response.headers["Retry-After"] = str(_FIRST * 2 ** request.meta.get("retry_times", 0))
        return response
