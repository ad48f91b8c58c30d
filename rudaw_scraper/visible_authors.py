"""Who wrote an article: as told to machines, else by bylines in any markup and several languages."""

from __future__ import annotations

import re

from rudaw_scraper.any_dates import find_any_date
from rudaw_scraper.any_headline import site_names, title_rest
from rudaw_scraper.article_head import Headline
from rudaw_scraper.blocks import Line
from rudaw_scraper.byline_names import BEFORE_DATE, JOINT, ROLE, is_full_name, names_in
from rudaw_scraper.byline_words import LABEL, LEAD_IN, in_author_path, parted
from rudaw_scraper.comment_marks import is_comment_like
from rudaw_scraper.letters import letters_key
from rudaw_scraper.main_text import main_lines
from rudaw_scraper.outline import Outline, is_sentence
from rudaw_scraper.structured import Told
from rudaw_scraper.walk_tables import Element

_MARK = re.compile(
    r"(?:^|[\s_-])(?:author|authors|byline|by-line|autor|auteur|by|writer|contributor|creator|redakteur|verfasser|signature|firma|firmante|yazar|journalist|skribent|forfatter)"
    r"(?:[\s_-]|s?-?_?name|$)",
    re.IGNORECASE,
)
_NOT_HERE = re.compile(
    r"comment|related|avatar|bio|box|sidebar|footer|teaser|card|recent|popular|list|follow|social", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"comment|related|teaser|recent|popular|sidebar|footer|more-|bio", re.IGNORECASE)
_OTHERS = re.compile(r"related|teaser|recent|popular|sidebar", re.IGNORECASE)
_NO_NAME_CLASS = re.compile(
    r"role|position|job|(?:^|[\s_-])title|bio|location|email|twitter|social|date|time|image|photo|desc", re.IGNORECASE
)
_PICTURE_CREDIT = re.compile(r"\s*(?:photo|picture|image|foto|bild)", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?:admin(?:istrator)?|webmaster|root|user|system|default)\d*", re.IGNORECASE)
_MOST_BYLINE_WORDS = 10
_ABOVE, _BELOW = 4, 14  # lines around the headline in which a byline is looked for
_NEAR = 8  # lines from the headline to names that only their shape and a date tell
_LONGEST_LINE = 160  # characters
_LONGEST_DECK = 600  # of a line that ends with marked names
_SIGNED_REACH = 3  # lines at the end of the text among which the author's name can stand alone
_FURTHER = 3  # lines below an author's in which the next author's may stand


def page_authors(
    outline: Outline, told: Told, shown: Headline | None, talk: frozenset[int] = frozenset()
) -> tuple[str | None, list[str]]:
    """Return byline and names: persons told to machines, else those shown near the headline, else a house told.

    ``talk`` are the lines of readers' comments, which have authors of their own.
    """
    markup = outline.document.markup
    sites = site_names(markup, told) | title_rest(markup, shown) if markup is not None else set()
    persons = [each for each in told.authors if not _is_house(each, sites) and not _ACCOUNT.fullmatch(each.strip())]
    names = list(dict.fromkeys(name for each in persons for name in names_in(each)))
    if names and not all(map(ROLE.search, names)):
        return ", ".join(persons), names
    told_byline, told_names = ", ".join(persons), names
    first = shown.first - _ABOVE if shown is not None else 0
    stop = shown.last + 1 + _BELOW if shown is not None else len(outline.lines)
    stop = min([stop, *(index for index in talk if index >= first)])
    byline, names = find_authors(outline, first, stop)
    names = [name for name in names if letters_key(name) not in sites]
    if not names and shown is not None:
        byline, names = _beside_date(outline, shown.last + 1, shown.last + 1 + _NEAR)
    if not names and shown is not None:
        byline, names = _with_role(outline, shown.last + 1, min(stop, shown.last + 1 + _NEAR))
    if not names:
        byline, names = _below_text(outline, stop, talk)
    if not names and shown is not None:
        byline, names = _signed(outline, shown.last + 1, talk)
    if names and not (told_names and all(map(ROLE.search, names))):
        return byline, names
    if told_names:
        return told_byline, told_names
    houses = list(dict.fromkeys([*told.houses, *(each for each in told.authors if _is_house(each, sites))]))
    return ", ".join(houses) or None, houses


def _is_house(name: str, sites: set[str]) -> bool:
    """Tell whether an author told is the site: its name alone, or with its town behind a comma."""
    return letters_key(name) in sites or letters_key(name.partition(",")[0]) in sites


def leads_in(text: str) -> bool:
    """Tell whether a line begins as a byline does and holds little more than names."""
    return LEAD_IN.match(text) is not None and len(text.split()) <= _MOST_BYLINE_WORDS


def find_authors(outline: Outline, start: int, stop: int) -> tuple[str | None, list[str]]:
    """Return byline and names from the lines around a headline: those that markup marks, else those with a lead-in."""
    last = min(len(outline.lines), stop)
    for marked in (True, False):
        for index in range(max(0, start), last):
            line = outline.lines[index]
            longest = _LONGEST_DECK if marked else _LONGEST_LINE
            if len(line.text) > longest or (line.block is not None and _is_of_others(line.block)):
                continue
            led = (
                not marked
                and (LEAD_IN.match(parted(line)) or _is_labelled(line))
                and not _PICTURE_CREDIT.match(line.text)
            )
            text = marked_part(outline, index) if marked else (parted(line) if led else None)
            found = _named(outline, text) if text is None or len(text) <= _LONGEST_LINE else None
            if found is None:
                continue
            byline, names = found
            for following in range(index + 1, min(last, index + 1 + _FURTHER)) if marked else ():
                more = _named(outline, _same_mark(outline, index, following))
                if more is not None:
                    byline = f"{byline}, {more[0]}"
                    names += [name for name in more[1] if name not in names]
            return byline, names
    return None, []


def _named(outline: Outline, text: str | None) -> tuple[str, list[str]] | None:
    """Return a byline without its date, and the names in it; ``None`` if it has none or begins with a date."""
    if text is None:
        return None
    span = find_any_date(text, outline.language)
    byline = text[: span[0] if span else None].rstrip(" |•·–—,:-")
    names = names_in(byline if span is None else BEFORE_DATE.sub("", byline))
    return (byline, names) if names and not names[0][:1].islower() else None


def _same_mark(outline: Outline, first: int, index: int) -> str | None:
    """Return the marked part of a line that stands in the same kind of list as another author's line."""
    one, other = outline.lines[first].block, outline.lines[index].block
    if one is None or other is None or one is other or (one.tag, one.get("class")) != (other.tag, other.get("class")):
        return None
    return marked_part(outline, index)


def marked_part(outline: Outline, index: int) -> str | None:
    """Return the part of the line that class or relation marks as the author's, without what is marked as a role.

    What is marked within the line goes before a mark around all of it.
    """
    line = outline.lines[index]
    base = parted(line)
    linked = not is_sentence(line.text)
    runs = [(text, element, _mark_of(element, linked=linked)) for text, element in line.runs()]
    own = any(
        mark is not None and line.block is not None and mark is not line.block and line.block in mark.iterancestors()
        for _, _, mark in runs
    )
    parts: list[str] = []
    end = 0
    broken = True
    for text, element, mark in runs:
        start = base.find(text, end)
        outer = own and (
            mark is None or mark is line.block or (line.block is not None and mark in line.block.iterancestors())
        )
        if mark is None or outer or _is_mail_button(text, element):
            broken = broken or bool(parts and (outer or _is_role(element)))
            end = start + len(text)
            continue
        if parts and not broken:
            parts[-1] = base[base.rindex(parts[-1], 0, start) : start + len(text)]
        else:
            parts.append(text)
        end, broken = start + len(text), False
    return ", ".join(parts) or None


def _is_labelled(line: Line) -> bool:
    """Tell whether a line begins with "Author:", or with "Author" in an element of its own."""
    label = LABEL.match(line.text)
    return label is not None and (label[0].rstrip()[-1:] in (":", "：") or line.runs()[0][0] == label[0].strip())


def _is_mail_button(text: str, element: Element | None) -> bool:
    """Tell whether a text is a link to write a mail that does not look like a name: "Send e-mail", an address."""
    links = [each for each in (element, *element.iterancestors()) if each.tag == "a"] if element is not None else []
    return bool(links) and (links[0].get("href") or "").startswith("mailto:") and not is_full_name(text)


def _is_role(element: Element | None) -> bool:
    return element is not None and _NO_NAME_CLASS.search(element.get("class") or "") is not None


def _mark_of(element: Element | None, *, linked: bool) -> Element | None:
    """Return the element that marks a text as the author's: itself or one close around it."""
    current = element
    for _ in range(4):
        if current is None or current.tag in ("body", "article", "main"):
            return None
        if _says_author(current) or (linked and current.tag == "a" and in_author_path(current.get("href"))):
            return current
        if _NO_NAME_CLASS.search(current.get("class") or ""):
            return None
        current = current.getparent()
    return None


def _says_author(element: Element) -> bool:
    if "author" in (element.get("rel") or "").lower().split():
        return True
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"
    if _NO_NAME_CLASS.search(element.get("class") or "") and "name" not in names:
        return False
    return bool(_MARK.search(names)) and not _NOT_HERE.search(names)


def _beside_date(outline: Outline, start: int, stop: int) -> tuple[str | None, list[str]]:
    """Return the names that stand on one line with a date and nothing else: "Ann Wright | 3 May 2019"."""
    article = frozenset(outline.lines[start - 1].ancestors())
    sentences = 0
    for index in range(start, min(len(outline.lines), stop)):
        line = outline.lines[index]
        text = line.text
        sentences += is_sentence(text)
        if sentences > 1:
            break
        span = find_any_date(text, outline.language) if len(text) <= _LONGEST_LINE else None
        if span is None or (line.block is not None and is_comment_like(line.block, 4, article)):
            continue
        for part in (text[: span[0]], text[span[1] :]):
            byline = part.strip(" |•·–—,:;-/")
            names = names_in(byline)
            if names and all(is_full_name(name) for name in JOINT.split(byline)):
                return byline, names
    return None, []


def _below_text(outline: Outline, start: int, talk: frozenset[int]) -> tuple[str | None, list[str]]:
    """Return the names on a line below the text that markup marks as the author's, or that "Author:" begins."""
    for index in range(max(0, start), len(outline.lines)):
        line = outline.lines[index]
        if line.block is None or len(line.text) > _LONGEST_LINE // 2 or is_sentence(line.text) or index in talk:
            continue
        text = marked_part(outline, index) or (parted(line) if _is_labelled(line) else None)
        if text is None or is_comment_like(line.block) or _is_elsewhere(line.block):
            continue
        found = _named(outline, text)
        if found is not None:
            return found
    return None, []


def _with_role(outline: Outline, start: int, stop: int) -> tuple[str | None, list[str]]:
    """Return the full names on a line that holds no more than them and what they are: "Ann Wright, staff writer"."""
    for line in outline.lines[start : min(len(outline.lines), stop)]:
        parts = [part.strip() for part in JOINT.split(line.text) if part.strip()]
        roles = [part for part in parts if ROLE.search(part)]
        names = [part for part in parts if part not in roles]
        if roles and names and len(line.text) <= _LONGEST_LINE // 2 and all(map(is_full_name, names)):
            return line.text, names
    return None, []


def _signed(outline: Outline, start: int, talk: frozenset[int]) -> tuple[str | None, list[str]]:
    """Return the full name that stands alone as one of the last lines of the text."""
    span = main_lines(outline, start, min([len(outline.lines), *(index for index in talk if index > start)]))
    for index in list(span)[: -1 - _SIGNED_REACH : -1] if span is not None and len(span) > _SIGNED_REACH else ():
        line = outline.lines[index]
        name = line.text.strip(" ()[]")
        if is_full_name(name) and not line.links() and not ROLE.search(name):
            return name, [name]
    return None, []


def _is_of_others(element: Element) -> bool:
    """Tell whether an element is part of a box of other articles."""
    return any(_OTHERS.search(each.get("class") or "") for each in [element, *element.iterancestors()][:4])


def _is_elsewhere(element: Element) -> bool:
    around = [element, *element.iterancestors()][:6]
    return any(each.tag in ("aside", "footer", "nav") or _ELSEWHERE.search(each.get("class") or "") for each in around)
