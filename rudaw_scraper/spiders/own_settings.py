"""The settings that the arguments of a crawl stand for."""

from __future__ import annotations

from typing import Any, Protocol

from scrapy.settings import BaseSettings

from rudaw_scraper import __version__
from rudaw_scraper.settings import BOT_NAME
from rudaw_scraper.spiders import arguments


class Arguments(Protocol):
    """What of the spider's arguments goes before the project's settings."""

    delay: float | None
    concurrency: int | None
    contact: str
    output: str | None
    save_warc: bool


def own_settings(given: Arguments, project: BaseSettings) -> dict[str, Any]:
    """Return the settings for pace, name, output and archive; raises :class:`~arguments.BadArgument`."""
    settings = pace(given.delay, given.concurrency)
    contact = given.contact or arguments.contact(project.get("RUDAW_CONTACT", ""))
    if contact:
        settings["USER_AGENT"] = f"{BOT_NAME}/{__version__} (research crawler; +{contact})"
    if given.output:
        settings["RUDAW_OUTPUT"] = given.output
    if given.save_warc:
        settings["RUDAW_SAVE_WARC"] = True
    return settings


def pace(delay: float | None, concurrency: int | None) -> dict[str, Any]:
    """Return the settings that ``delay`` (seconds) and ``concurrency`` stand for; at 0 nothing throttles."""
    settings: dict[str, Any] = {}
    if delay is not None:
        settings["DOWNLOAD_DELAY"] = settings["AUTOTHROTTLE_START_DELAY"] = delay
        settings["AUTOTHROTTLE_ENABLED"] = delay > 0
    if concurrency is not None:
        settings["CONCURRENT_REQUESTS"] = settings["CONCURRENT_REQUESTS_PER_DOMAIN"] = concurrency
        settings["AUTOTHROTTLE_TARGET_CONCURRENCY"] = float(concurrency)
    return settings
