"""Which articles a crawl is about: editions, sections, days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rudaw_scraper.addresses import ArticleAddress

_CATEGORIES = "/categories/"


@dataclass(frozen=True, slots=True)
class Scope:
    """The editions and sections (none means all of them), and the first and last day of publication."""

    editions: tuple[str, ...]
    sections: tuple[tuple[str, ...], ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The parts of the site, by their paths: ``english``, or ``english/middleeast/iraq``."""
        return tuple(name for edition in self.editions for name in self.names_in(edition))

    def names_in(self, edition: str) -> tuple[str, ...]:
        """Return those of one edition."""
        return tuple("/".join((edition, *path)) for path in self.sections or ((),))

    def holds(self, address: ArticleAddress) -> bool:
        """Tell whether an article is of these editions and sections.

        The categories of the site since May 2026 have no path: ``iraq`` is what ``middleeast/iraq`` was.
        """
        if address.edition.name not in self.editions:
            return False
        if not self.sections:
            return True
        path = tuple(segment.lower() for segment in address.section_path)
        if any(path[: len(section)] == section for section in self.sections):
            return True
        return _CATEGORIES in address.url and any(path[-1:] == section[-1:] for section in self.sections)

    def spans(self, day: date | None) -> bool:
        """Tell whether a day of publication is among those asked for; an unknown one may be."""
        return day is None or (self.since or date.min) <= day <= (self.until or date.max)


def category_of(scope: str) -> str | None:
    """Return the path that a section's listing has since May 2026, ``None`` for a whole edition or such a path."""
    edition, _, path = scope.partition("/")
    return f"{edition}{_CATEGORIES}{path.rpartition('/')[2]}" if path and not path.startswith("categories") else None
