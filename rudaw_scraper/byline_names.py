"""The names in a byline, and whether words can be a person's name, in several languages."""

from __future__ import annotations

import re

from rudaw_scraper.byline_words import LABEL, LEAD_IN

_EMAIL = re.compile(r"\S+@\S+")
_PICTURES = re.compile(
    r"[\s,;|/·•–—-]*\b(?:photos?|photographs?|photography|pictures?|images?|video|fotos?|bilder|illustrations?)\b\s*"
    r"(?::|by\b|von\b|par\b|por\b|di\b).*$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*(?:[|•·/]|\s[–—-]\s|\(|\bin\s|\bon\s|\bam\s|\bat\s|\bfor\s|\bof the\s|\bfür\s|\bpour\s|\b\d|@|"
    r"\b(?:published|updated|posted|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado)\b).*$",
    re.IGNORECASE,
)
BEFORE_DATE = re.compile(  # what is left before a date that was cut off: "am Mo.", "le lun.", but not "la Mare"
    r"\s+(?:(?:am|on|at|um|alle|om|op|dne|pukul|pada|في|در)(?:\s+[^\W\d_]{2,10}\.?,?)?|"
    r"(?:le|la|à|el|il|den|em|às|w|o|v|в|от|στις)(?:\s+[^\W\d_A-ZÀ-ÞА-ЯΑ-Ω]{2,10}\.?,?)?)\s*$"
)
JOINT = re.compile(
    r"\s*(?:,|،|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bog\b|\boch\b|\bve\b|\bwith\b|\bavec\b|\bmit\b|\sو)\s*",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"correspondent|editor|reporter|writer|redak|staff|journalist|bureau|agency|agence|news|team|desk|special|columnist|"
    r"studio|zeitung|anzeiger|tageblatt|nachrichten|diario|giornale|ajans|agentur|producer|manager|director|professor|contributor|guest|\b(?:times|herald|gazette|tribune|magazine|radio|press)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(  # a role or a button behind a name, without a comma
    r"\s+(?:(?:(?:senior|chief|special|guest|contributing|political|business|sports?|national|staff|freelance|associate|"
    r"managing)\s+)*(?:writers?|reporters?|correspondents?|editors?|photographers?|columnists?|contributors?|journalists?)|"
    r"staff|follow(?:ing|\s.*)?|redakteure?|redakteurin)$",
    re.IGNORECASE,
)
_EDITED = re.compile(
    r"^\s*(?:edited|editing|compiled|production|produced|photos?|photography|video)\s+by\b", re.IGNORECASE
)
_PARTICLE = re.compile(
    r"(?:van|von|vom|zu|d[aeiu]|del|della|de[nr]|te[nr]|l[ae]|d[ao]s|al|el|bin|ibn|ben|a[fv]|y)(?![^\W\d_])"
)
_SUFFIX = re.compile(r"\b[JS]r$")
_MOST_WORDS = 5  # of one name
_LONGEST_BYLINE = 1_000  # characters, of all authors together


def names_in(byline: str) -> list[str]:
    """Return the names in a byline: without lead-in, roles, dates and what follows a bar or a bracket."""
    text = LABEL.sub("", LEAD_IN.sub("", _EMAIL.sub("", byline[:_LONGEST_BYLINE]).strip()))
    text = _PICTURES.sub("", text)
    cut = _CUT.search(text)
    if cut is not None:
        text = text[: cut.start()]
        if cut[0].lstrip()[:1].isdecimal():
            text = BEFORE_DATE.sub("", text)
    text = text.strip(" ,:;-–—|")
    names: list[str] = []
    for part in JOINT.split(text):
        if names and _EDITED.match(part):
            continue
        name = LEAD_IN.sub("", part).strip(" .:,-–—")
        if len(bare := _BEHIND.sub("", name).split()) > 1:
            name = " ".join(bare)
        if names and _is_no_person(name, names[0]):
            continue
        if 1 < len(name) <= 60 and len(name.split()) <= _MOST_WORDS and name[:1].isalpha() and name not in names:
            names.append(f"{name}." if _SUFFIX.search(name) and f"{name}." in part else name)
    persons = [name for name in names if not ROLE.search(name)]
    return persons or names[:1]


def _is_no_person(name: str, first: str) -> bool:
    """Tell whether a part behind a full name is a place, a house or a degree: one word, capitals or a preposition."""
    words = name.split()
    if len(first.split()) < 2 or not words:
        return False
    shouted = name.isupper() and not first.isupper()
    return len(words) == 1 or shouted or (words[0].islower() and not _PARTICLE.match(words[0]))


def is_full_name(text: str) -> bool:
    """Tell whether words can be a person's full name: two to four, capitals first but for words such as "van"."""
    words = text.split()
    if not 2 <= len(words) <= 4 or not words[-1][0].isupper() or "@" in text:
        return False
    return all(word[0].isupper() or (word.islower() and len(word) <= 3) for word in words[:-1])
