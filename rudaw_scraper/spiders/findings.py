"""What a crawl learns of the site beside its articles: which listings it has, and where its links lead away."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from scrapy.statscollectors import StatsCollector

from rudaw_scraper import counts
from rudaw_scraper.addresses import SITE
from rudaw_scraper.site import Site
from rudaw_scraper.spiders.walks import Walk

logger = logging.getLogger(__name__)
_OFFSITE_KEPT = 200  # links named in the manifest; all are counted


class Findings:
    """Writes them into the log and the statistics."""

    def __init__(self, stats: StatsCollector, site: Site) -> None:
        self._stats = stats
        self._site = site
        self._offsite: set[int] = set()  # hashes

    def source(self, walk: Walk, url: str, outcome: str) -> None:
        """Say what became of a source of addresses, and why it was asked for."""
        name = f"{walk.source.name} of {walk.name}" if walk.name else walk.source.name
        path = url.removeprefix(self._site.origin).removeprefix(SITE)
        logger.info("Listing: %s (%s, %s) %s", name, path, walk.found, outcome)
        self._stats.set_value(f"{counts.SOURCES}{name} ({path})", outcome)

    def offsite(self, links: Mapping[str, str]) -> None:
        """Count links that lead away from the site, each once, and keep the first of them."""
        for url, why in links.items():
            if hash(url) in self._offsite:
                continue
            self._offsite.add(hash(url))
            self._stats.inc_value(counts.OFFSITE_LINKS)
            if len(self._offsite) <= _OFFSITE_KEPT:
                kept = self._stats.get_value(counts.OFFSITE_KEPT, [])
                self._stats.set_value(counts.OFFSITE_KEPT, [*kept, {"url": url, "reason": why}])
