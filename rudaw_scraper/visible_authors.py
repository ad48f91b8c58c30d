"""Who wrote an article, where only the page itself says it: bylines in any markup and several languages."""

from __future__ import annotations

import re

from rudaw_scraper.any_dates import find_any_date
from rudaw_scraper.outline import Outline
from rudaw_scraper.walk_tables import Element

_MARK = re.compile(
    r"(?:^|[\s_-])(?:author|authors|byline|by-line|autor|auteur|writer|contributor|creator|redakteur|verfasser|signature)"
    r"(?:[\s_-]|s?-?_?name|$)",
    re.IGNORECASE,
)
_NOT_HERE = re.compile(
    r"comment|related|avatar|bio|box|sidebar|footer|teaser|card|recent|popular|list|follow|social", re.IGNORECASE
)
_LEAD_IN = re.compile(
    r"^\s*(?:(?:written|posted|published|reported|story|words|photos?|text|report|article|filed|submitted|compiled|edited)\s+by|"
    r"by|von|par|por|di|door|av|af|autore?|autora|auteur|author|text|verfasst von|geschrieben von|"
    r"ein (?:beitrag|artikel|gastbeitrag) von|"
    r"redacción de|opublikował|yazan|haber|redakteur)\b\s*[:：]?\s*",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*(?:[|•·/]|\s[–—-]\s|\(|\bin\s|\bon\s|\bam\s|\bat\s|\bfor\s|\bfür\s|\bpour\s|\b\d|@).*$", re.IGNORECASE
)
_JOINT = re.compile(
    r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bog\b|\boch\b|\bve\b|\bwith\b)\s*", re.IGNORECASE
)
_ROLE = re.compile(
    r"correspondent|editor|reporter|writer|redak|staff|journalist|bureau|agency|agence|news|team|desk|special|columnist|"
    r"producer|manager|director|professor|contributor|guest",
    re.IGNORECASE,
)
_MOST_WORDS = 5  # of one name
_REACH = 12  # lines around the headline in which a byline can stand


def names_in(byline: str) -> list[str]:
    """Return the names in a byline: without lead-in, roles, dates and what follows a bar or a bracket."""
    text = _CUT.sub("", _LEAD_IN.sub("", byline.strip())).strip(" ,:;-–—|")
    names: list[str] = []
    for part in _JOINT.split(text):
        name = _LEAD_IN.sub("", part).strip(" .:,-–—")
        if 1 < len(name) <= 60 and len(name.split()) <= _MOST_WORDS and name[:1].isalpha() and name not in names:
            names.append(name)
    persons = [name for name in names if not _ROLE.search(name)]
    return persons or names[:1]


def find_authors(outline: Outline, start: int, stop: int) -> tuple[str | None, list[str]]:
    """Return byline and names from the lines around a headline: those that markup marks, else those with a lead-in."""
    for marked in (True, False):
        for index in range(max(0, start), min(len(outline.lines), stop)):
            line = outline.lines[index]
            if len(line.text) > 160:
                continue
            text = _marked(outline, index) if marked else (line.text if _LEAD_IN.match(line.text) else None)
            if text is None or not (names := names_in(text)):
                continue
            span = find_any_date(text, outline.language)
            if names[0][:1].isupper() and (span is None or span[0] > 0):
                return text[: span[0] if span else None].rstrip(" |•·–—,:-"), names
    return None, []


def _marked(outline: Outline, index: int) -> str | None:
    """Return the part of the line that class or relation marks as the author's."""
    line = outline.lines[index]
    marked: list[str] = []
    for text, element in line.runs():
        current = element
        for _ in range(4):
            if current is None or current.tag in ("body", "article", "main"):
                break
            if _says_author(current):
                marked.append(text)
                break
            current = current.getparent()
    if not marked:
        return None
    return line.text[line.text.index(marked[0]) : line.text.rindex(marked[-1]) + len(marked[-1])]


def _says_author(element: Element) -> bool:
    if "author" in (element.get("rel") or "").lower().split():
        return True
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"
    return bool(_MARK.search(names)) and not _NOT_HERE.search(names)
