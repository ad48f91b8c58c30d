"""All values of the ``<meta>`` tags of a page that may be repeated: one tag for each author."""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape

_TAG = re.compile(r"<meta\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
_MOST = 500  # tags


def repeated_meta(html: str) -> dict[str, list[str]]:
    """Return the contents of all meta tags, by their names or properties in lower case, in page order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for count, tag in enumerate(_TAG.finditer(html)):
        if count == _MOST:
            break
        given = {name.lower(): first or second or third for name, first, second, third in _ATTRIBUTE.findall(tag[0])}
        name = given.get("property") or given.get("name") or given.get("itemprop")
        if name and given.get("content"):
            found[name.lower()].append(unescape(given["content"]))
    return dict(found)


def first_name_first(names: list[str], *, reversed_names: bool) -> list[str]:
    """Return names without the comma of "Wright, Ann", where all of them have it or are known to be written so."""
    commas = [name.count(",") == 1 for name in names]
    if not names or not (reversed_names or (len(names) > 1 and all(commas))):
        return names
    return [
        " ".join(part.strip() for part in reversed(name.split(","))) if comma else name
        for name, comma in zip(names, commas, strict=True)
    ]
