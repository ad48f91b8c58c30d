"""The headline of a page of unknown layout: the heading that agrees with what the page says of itself.

The largest heading of a page can be the site's name or that of a section; the title and the metadata tell which
heading is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from urllib.parse import urlsplit

from rudaw_scraper.article_head import Headline, find_headline
from rudaw_scraper.letters import fold, letters_key
from rudaw_scraper.markup import Markup
from rudaw_scraper.outline import Outline, is_linked, is_sentence
from rudaw_scraper.sections import names_of_section, section_in
from rudaw_scraper.structured import Told
from rudaw_scraper.walk_tables import Element

_SEPARATORS = re.compile(r"\s+[|–—·•»«:-]+\s+|\s*\|\s*")
_EDGES = " |–—·•»«:-"
_HEADINGS = ("h1", "h2", "h3", "h4")
_TITLE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:headline|title|titre|titulo|titolo|titel|başlık|baslik)(?:$|[\s_-])", re.IGNORECASE
)
_TOP_BONUS = 0.3  # for an h1
_AGREES = 0.6  # share of words that two headlines have in common
_FEWEST_WORDS = 4  # of a title that a line can be without being a heading
_MOST_LINES = 4


def shown_headline(outline: Outline, told: Told) -> Headline | None:
    """Return the heading that agrees best with title and metadata; if none does, the page's ``h1``, no site's name."""
    markup = outline.document.markup
    if markup is None:
        return find_headline(outline) or _below_section(outline)
    sites = site_names(markup, told)
    titles = [text for title in (markup.title, markup.meta.get("og:title")) for text in _variants(fold(title or ""))]
    said = [told.headline] if told.headline and letters_key(told.headline) not in sites else []
    best: tuple[float, Headline] | None = None
    best_tag = ""
    for tag, heading in _headings(outline, markup):
        key = letters_key(heading.text)
        if not key or key in sites or _leads_home(outline, heading):
            continue
        agreement = _best(heading.text, titles) + _best(heading.text, said)
        score = agreement + _best(heading.text, titles[:1]) + (_TOP_BONUS if tag == "h1" else 0)
        if agreement >= _AGREES and (best is None or score > best[0]):
            best, best_tag = (score, heading), tag
    keys = {letters_key(title) for title in (*titles, *said)}
    if best is not None and (
        best_tag == "h1" or (letters_key(best[1].text) in keys and not _leads_away(outline, best[1]))
    ):
        return best[1]
    plain = _plain_headline(outline, [*titles, *said])
    if plain is not None or best is not None:
        return plain or (best[1] if best is not None else None)
    found = find_headline(outline)
    return None if found is None or letters_key(found.text) in sites or _leads_home(outline, found) else found


def _below_section(outline: Outline) -> Headline | None:
    """Return the line below the last name of the address's section above the first running text."""
    wanted = names_of_section(outline)
    found: Headline | None = None
    for line, following in pairwise(outline.lines):
        if outline.labels[line.index] is None and is_sentence(line.text):
            break
        if letters_key(line.text) not in wanted or outline.labels[following.index] is not None:
            continue
        if section_in(outline, following.index) is None and outline.mark(following.index) is None:
            found = Headline(following.index, following.index, following.text)
    return found


def _plain_headline(outline: Outline, titles: list[str]) -> Headline | None:
    """Return the line that is the title to the letter though no heading: the last one above the first text below it."""
    keys = {letters_key(title) for title in titles if len(title.split()) >= _FEWEST_WORDS}
    found: Headline | None = None
    for line in outline.lines:
        if letters_key(line.text) in keys:
            found = Headline(line.index, line.index, line.text)
        elif found is not None and is_sentence(line.text) and not is_linked(line):
            break
    return found


def chosen_headline(markup: Markup | None, shown: Headline | None, told: Told) -> str | None:
    """Return the headline: as shown if it agrees with what the page says of itself, or nothing else is said."""
    if markup is None:
        return shown.text if shown is not None else None
    sites = site_names(markup, told)
    said = told.headline if told.headline and letters_key(told.headline) not in sites else None
    if shown is not None and (
        said is None or overlap(shown.text, said) >= 0.5 or overlap(shown.text, markup.title or "") >= 0.5
    ):
        return shown.text
    if said is not None:
        return without_site(said, sites)
    title = fold(markup.title or "")
    return shown.text if shown is not None else without_site(title, sites) or None


def site_names(markup: Markup, told: Told) -> set[str]:
    """Return the letters of the names that the page gives its site."""
    given = (markup.meta.get("og:site_name"), markup.meta.get("application-name"), *told.sites)
    return {key for name in given if name and (key := letters_key(name))}


def title_rest(markup: Markup, shown: Headline | None) -> set[str]:
    """Return the letters of the title's first and last part, without the headline: names of the site or a section."""
    parts = _SEPARATORS.split(fold(markup.title or ""))
    parts = [parts[0], parts[-1]]  # one between headline and site can be the author's
    headline = letters_key(shown.text) if shown is not None else ""
    return {key for part in parts if (key := letters_key(part)) and key not in headline} if headline else set()


def overlap(one: str, other: str) -> float:
    """Return the share of the shorter text's words that the other has too."""
    words, others = set(letters_key(one).split()), set(letters_key(other).split())
    return len(words & others) / max(1, min(len(words), len(others)))


def without_site(title: str, sites: set[str]) -> str:
    """Return a title without the site's name before or after it."""
    parts = _SEPARATORS.split(title)
    if len(parts) < 2:
        return title
    if letters_key(parts[-1]) in sites:
        return title[: title.rindex(parts[-1])].rstrip(_EDGES)
    if letters_key(parts[0]) in sites:
        return title[title.index(parts[0]) + len(parts[0]) :].lstrip(_EDGES)
    return max(parts, key=len) if len(parts[-1].split()) <= 4 or len(parts[0].split()) <= 2 else title


def _variants(title: str) -> list[str]:
    """Return a title whole, and without one or two parts at either end."""
    parts = [match.span() for match in _SEPARATORS.finditer(title)]
    ends = [title[: span[0]] for span in parts[-2:]]
    starts = [title[span[1] :] for span in parts[:2]]
    return [text for text in (title, *ends, *starts) if text]


def _headings(outline: Outline, markup: Markup) -> Iterator[tuple[str, Headline]]:
    by_block: dict[Element, list[int]] = {}
    for line in outline.lines:
        if line.block is not None:
            by_block.setdefault(line.block, []).append(line.index)
    for element in markup.root.iter("*"):
        tag = str(element.tag)
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if tag not in _HEADINGS and not _TITLE_CLASS.search(names):
            continue
        indices = sorted(index for inner in element.iter() for index in by_block.get(inner, ()))
        if not indices and (parent := element.getparent()) is not None:  # inline, such as a marked span
            own = fold("".join(map(str, element.itertext())))
            indices = [index for index in by_block.get(parent, []) if outline.lines[index].text == own]
        if indices and len(indices) <= _MOST_LINES and indices[-1] - indices[0] < _MOST_LINES:
            text = " ".join(outline.lines[index].text for index in indices)
            yield tag, Headline(indices[0], indices[-1], text)


def _leads_home(outline: Outline, heading: Headline) -> bool:
    """Tell whether a heading is a link to the site's first page."""
    links = [href for index in range(heading.first, heading.last + 1) for _, href in outline.lines[index].links()]
    urls = [outline.document.absolute(href) for href in links]
    return any(url is not None and urlsplit(url).path in ("", "/") and not urlsplit(url).query for url in urls)


def _leads_away(outline: Outline, heading: Headline) -> bool:
    """Tell whether a heading is a link to another page."""
    own = urlsplit(outline.document.address.url).path.rstrip("/")
    links = [href for index in range(heading.first, heading.last + 1) for _, href in outline.lines[index].links()]
    urls = [outline.document.absolute(href) for href in links]
    return any(url is not None and urlsplit(url).path.rstrip("/") != own for url in urls)


def _best(text: str, others: Iterable[str]) -> float:
    return max((_alike(text, other) for other in others), default=0.0)


def _alike(one: str, other: str) -> float:
    """Return how much two texts have of each other's words, from 0 to 1."""
    words, others = set(letters_key(one).split()), set(letters_key(other).split())
    return 2 * len(words & others) / max(1, len(words) + len(others))
