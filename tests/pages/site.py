"""Build the example site of ``fixtures/site`` and its expected records from the invented contents.

python -m tests.pages.site            write what is missing or different, remove what is no longer made
python -m tests.pages.site --check    only say what would change; exit 1 if anything would
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.pages import site_pages
from tests.pages.content import Content
from tests.pages.expected import expected_record
from tests.pages.labels import EDITIONS
from tests.pages.render import render
from tests.pages.site_pages import Entry, entry
from tests.pages.store import FIXTURES, load_all
from tests.pages.style import NAMED, DomStyle, fair

HTML = "text/html; charset=utf-8"
PER_PAGE = 2
NUMERIC_DATE = re.compile(r"[\d/-]+")
UNLISTED = {"interview", "opinion", "culture", "health"}
"""Sections that no menu names: their articles are found only on the later pages of ``/<edition>/news``."""
STYLES: tuple[DomStyle, ...] = tuple(fair(style) for style in NAMED if not style.wayback)
REPEATS = 6
"""Page numbers of the Turkish news listing; from the third on, each shows again what the second showed."""
REFUSED = {
    "/english/kurdistan/010320193": "UnknownLayout",
    "/kurmanci/kurdistan/011220159": "BlockPage",
    "/sorani/kurdistan/0412201530": "EmptyPage",
    "/arabic/kurdistan/010320191": "ListingPage",
}


@dataclass
class Site:
    """Files by their path under ``fixtures``, and what the server answers for each address."""

    files: dict[str, bytes] = field(default_factory=dict)
    paths: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, path: str, file: str, content: bytes | str, content_type: str = HTML, status: int = 200) -> None:
        """Answer ``path`` with a file."""
        self.files[f"site/{file}"] = content.encode() if isinstance(content, str) else content
        self.alias(path, file, content_type, status)

    def alias(self, path: str, file: str, content_type: str = HTML, status: int = 200) -> None:
        """Answer one more address with the same file."""
        self.paths[path] = {"file": file, "status": status, "content_type": content_type, "headers": {}}


def build() -> dict[str, bytes]:
    """Every file of the site by its path under ``fixtures``."""
    site, contents = Site(), load_all()
    site.add("/robots.txt", "robots.txt", site_pages.ROBOTS, "text/plain; charset=utf-8")
    site.add("/", "index.html", site_pages.front(list(EDITIONS)))
    articles = {}
    for number, content in enumerate(contents):
        articles[_id(content)] = _add_article(site, content, STYLES[number % len(STYLES)])
    for edition in EDITIONS:
        _add_edition(site, edition, [content for content in contents if content.edition == edition])
    _add_traps(site, contents)
    manifest = {"paths": dict(sorted(site.paths.items())), "expected": _expected(articles)}
    site.files["site/site.json"] = _json(manifest)
    return site.files


def _add_article(site: Site, content: Content, style: DomStyle) -> dict[str, Any]:
    path, name = urlsplit(content.url).path, _id(content).replace("/", "__")
    rendered = render(content, style)
    site.add(path, f"articles/{name}.html", rendered.content, rendered.content_type)
    site.files[f"expected/{name}.json"] = _json(expected_record(content))
    record = f"../expected/{name}.json"
    relative = content.byline is not None and NUMERIC_DATE.fullmatch(content.byline.date) is None
    return {
        "path": path,
        "style": style.name,
        "fetched_at": content.fetched_at,
        "relative_date": relative,
        "record": record,
    }


def _add_edition(site: Site, edition: str, contents: list[Content]) -> None:
    """The edition's front page, its sections, and its news listing, two articles a page."""
    sections = sorted({"/".join(urlsplit(content.url).path.split("/")[2:-1]) for content in contents})
    listed = [section for section in sections if section.split("/")[-1] not in UNLISTED]
    nav = site_pages.menu(edition, listed)
    news = "/" + edition + "/news"
    top = [entry(content, _odd_address(content)) for content in contents if _section(content) in listed][:2]
    home = [*top, *_extra_entries(edition), Entry(news, "News")]
    site.add(f"/{edition}", f"listings/{edition}.html", _listing(edition, "Rudaw", home, nav))
    for section in sections:
        entries = [entry(content) for content in contents if _section(content) == section]
        label = EDITIONS[edition].sections[section.split("/")[-1]]
        name = f"{edition}__{section.replace('/', '__')}.html"
        site.add(f"/{edition}/{section}", f"listings/{name}", _listing(edition, label, entries, nav, table=True))
    _add_news(site, edition, contents, nav)


def _add_news(site: Site, edition: str, contents: list[Content], nav: str) -> None:
    pages = [contents[at : at + PER_PAGE] for at in range(0, len(contents), PER_PAGE)]
    numbers = REPEATS if edition == "turkish" else len(pages)
    for number in range(1, numbers + 1):
        shown = [entry(content) for content in pages[min(number, len(pages)) - 1]]
        following = f"?page={number + 1}" if edition != "kurmanci" else f"/{edition}/news?page={number + 1}"
        markup = _listing(edition, "News", shown, nav, following if number < numbers else None)
        path = f"/{edition}/news" + (f"?page={number}" if number > 1 else "")
        site.add(path, f"listings/{edition}__news__{number}.html", markup)


def _listing(
    edition: str, title: str, entries: list[Entry], nav: str, next_href: str | None = None, *, table: bool = False
) -> str:
    return site_pages.listing(edition, title, entries, nav=nav, next_href=next_href, table=table)


def _odd_address(content: Content) -> str:
    """Addresses under which the front pages link articles that other listings link by their own."""
    path = urlsplit(content.url).path
    forms = {"english": f"{path}?ref=home", "kurmanci": f"{path}/", "turkish": f"http://rudaw.net{path}"}
    return forms.get(content.edition, path)


def _extra_entries(edition: str) -> list[Entry]:
    """Links of the front pages that lead to no article."""
    refused = [Entry(path, "…") for path in REFUSED if path.startswith(f"/{edition}/")]
    if edition != "english":
        return refused
    return [
        *refused,
        Entry("/english/contact", "Contact"),
        Entry("/english/world/010120199", "An article that is gone"),
        Entry("/english/search-results?keyword=dam", "All about dams"),
        Entry("https://elsewhere.example/english/kurdistan/010120191", "An article on another site"),
    ]


def _add_traps(site: Site, contents: list[Content]) -> None:
    nav = site_pages.menu("english", ["kurdistan"])
    site.add("/english/contact", "traps/contact.html", site_pages.contact("english", nav))
    site.alias("/english/kurdistan/010320193", "traps/contact.html")
    site.add("/kurmanci/kurdistan/011220159", "traps/blocked.html", site_pages.BLOCKED, "text/html")
    site.add("/sorani/kurdistan/0412201530", "traps/empty.html", site_pages.EMPTY)
    arabic = [entry(content) for content in contents if content.edition == "arabic"]
    site.add("/arabic/kurdistan/010320191", "traps/listing.html", _listing("arabic", "رووداو", arabic, nav))
    site.add("/english/world/010120199", "traps/gone.html", site_pages.NOT_FOUND, status=404)
    site.add("/english/search-results?keyword=dam", "traps/search.html", site_pages.EMPTY)


def _expected(articles: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What a crawl of the whole site comes to."""
    return {
        "articles": dict(sorted(articles.items())),
        "refused": [{"path": path, "error": error} for path, error in REFUSED.items()],
        "not_found": ["/english/world/010120199"],
        "forbidden_by_robots": ["/english/search-results?keyword=dam"],
        "never_requested": [f"/turkish/news?page={number}" for number in range(5, REPEATS + 1)],
    }


def _id(content: Content) -> str:
    return urlsplit(content.url).path.strip("/")


def _section(content: Content) -> str:
    return "/".join(_id(content).split("/")[1:-1])


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def existing() -> dict[str, bytes]:
    """The files that are there now, by their path under ``fixtures``."""
    found = [path for folder in ("site", "expected") for path in (FIXTURES / folder).rglob("*") if path.is_file()]
    return {path.relative_to(FIXTURES).as_posix(): path.read_bytes() for path in found}


def write(folder: Path = FIXTURES) -> list[str]:
    """Write what is different and remove what is no longer made; gives the names of both."""
    made, there = build(), existing()
    changed = sorted(name for name in made | there if made.get(name) != there.get(name))
    for name in changed:
        path = folder / name
        if name in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made[name])
        else:
            path.unlink()
    return changed


def main() -> int:
    """Write or check the files and say what changed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing")
    if parser.parse_args().check:
        made, there = build(), existing()
        changed = sorted(name for name in made | there if made.get(name) != there.get(name))
    else:
        changed = write()
    print(f"{len(build())} files, {len(changed)} different" + "".join(f"\n  {name}" for name in changed))
    return 1 if changed and parser.parse_args().check else 0


if __name__ == "__main__":
    raise SystemExit(main())
