"""Tell a webhook how a run went."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from rudaw_scraper import __version__, counts
from rudaw_scraper.verdict import refused_by_reason

_TIMEOUT = 10  # seconds


def is_webhook(url: str) -> bool:
    """Tell whether this is an address that a verdict can be posted to."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def message(stats: Mapping[str, Any], problems: Sequence[str]) -> dict[str, Any]:
    """Return what is posted; ``text`` is the sentence that chat services show."""
    folder = stats.get(counts.FOLDER)
    verdict = "sound" if not problems else "not sound"
    return {
        "text": f"rudaw crawl: {verdict}" + "".join(f"\n{sentence}" for sentence in problems),
        "sound": not problems,
        "problems": list(problems),
        "run": folder,
        "articles": stats.get(counts.ARTICLES, 0),
        "changed": stats.get(counts.CHANGED, 0),
        "unchanged": stats.get(counts.UNCHANGED, 0),
        "refused": refused_by_reason(stats),
        "finish_reason": stats.get("finish_reason"),
    }


def notify(url: str, content: Mapping[str, Any]) -> str | None:
    """Post the content as JSON; return why that failed, without the address, which is a secret."""
    request = urllib.request.Request(  # noqa: S310 - is_webhook has looked at the scheme
        url,
        data=json.dumps(content).encode(),
        headers={"Content-Type": "application/json", "User-Agent": f"rudaw_scraper/{__version__}"},
        method="POST",
    )
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT):  # noqa: S310 - as above
            return None
    except urllib.error.HTTPError as error:
        error.close()
        return f"it answered {error.code}"
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        return f"it could not be reached ({type(reason).__name__})"
