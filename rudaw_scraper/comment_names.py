"""Who wrote an entry of a comment list: by what markup says, else by where the name stands.

A name that markup marks goes before one that only its place gives away; of several marked ones the element that
holds the name alone goes before one around a whole line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rudaw_scraper.any_dates import find_any_date
from rudaw_scraper.blocks import Line
from rudaw_scraper.comment_boxes import Box
from rudaw_scraper.comment_marks import hyphenated
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.walk_tables import Element

LONGEST_NAME = 70  # characters
TEXT_CLASS = re.compile(
    r"text|content|body|message|copy|inhalt|description|\bentry\b|paragraph|commentaire-txt", re.IGNORECASE
)
AUTHOR_CLASS = re.compile(
    r"author|auteur|autor|user-?name|nick|byline|\bfn\b|commenter|poster|display-?name|\bname\b|naam\b|pseudo|"
    r"\bcite\b|benutzer|-by\b|\busr\b|\buser\b|person|member|creator|usuario|utilisateur|utente|kullanici|gebruiker|"
    r"\bnama\b|\bisim\b|nombre\b|\bnom\b|\bnome\b",
    re.IGNORECASE,
)
_NAME_CLASS = re.compile(r"name\b|\bnick|\bfn\b|pseudo|naam\b|\bautor\b|\bauteur\b", re.IGNORECASE)
_NOT_NAME_CLASS = re.compile(
    r"role|rank|title|location|place|badge|avatar|\binitials?\b|score|count|level|karma|flair|stat|caption|label",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^(?:(?:posted|written|comment(?:ed)?|submitted|added|kommentar|commentaire|geschrieben|verfasst|gespeichert|"
    r"eingetragen|rédigé|publié|soumis|proposé|escrito|enviado|publicado|comentado|scritto|inviato|pubblicato|geplaatst|"
    r"ingediend|posté|skrevet|skrivet|dodane|napisane|ditulis|dikirim|diposting)\s+(?:by|von|par|por|da|door|av|af|przez|oleh)|"
    r"by|von|par|por|door|from|yazan|gönderen|posted|опубликовано|добавил[аи]?|написал[аи]?|автор|от|"
    r"(?:αναρτήθηκε|γράφτηκε) από(?: τον| την)?|"
    r"(?:name|nombre|nome|nom|имя|isim|ad|nama|όνομα|الاسم|الإسم|نام)(?=\s*:))"
    r"(?:[\s:]+|$)",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"(?:[\s,]+(?:says|said|wrote|writes|commented|replied|sagt|sagte|schrieb|schreibt|meint|meinte|kommentierte|"
    r"a écrit|a dit|dit|écrit|dice|dijo|escribió|escribe|disse|scrive|ha scritto|zegt|schreef|skriver|skrev|dedi ki|"
    r"diyor ki|napisał|pisze|يقول|قال|گفته(?: است)?|گفت|نوشته|می ?گوید)(?:\.{2,}|…)?)?"
    r"(?:[\s,]+(?:(?:on|am|op)(?:[\s,]+[^\W\d_]{2,10}\.?)?|le|el|il|at|um|em|den|posted|vom))?[\s:|,·•–—(\[/-]*$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:در )?تاریخ|بتاريخ|التاريخ|(?:(?:at|on|am|um|le|à|el|il|den|op)\W+)?"
    r"(?:at|on|am|um|le|à|el|il|den|op|says|said|wrote|writes|schrieb|sagt|dit|"
    r"reply|in reply to|link|permalink|comment link|edited|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|mo|di|mi|do|"
    r"fr|sa|so)|\w+(?:day|tag)|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|"
    r"sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)-feira|"
    r"pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|"
    r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|poniedziałek|wtorek|środa|czwartek|piątek|sobota|"
    r"niedziela|δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή|(?:ال)?(?:[اأ]حد|[اإ]ثنين|ثلاثاء|[اأ]ربعاء|خميس|جمعة|سبت)|"
    r"(?:یک|دو|سه|چهار|پنج)? ?شنبه|جمعه)\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?:#\s?\d{1,5}|\d{1,5}[.)])[\s:.)-]+")  # of the comment, before the name
_ANSWERS = re.compile(
    r"[\s,]+(?:(?:replied|in reply|responded|responding|replying)\s+to|(?:antwortete?|antwort)\s+(?:auf|an)|"
    r"(?:a répondu|en réponse|répond)\s+à|respond(?:ió|e)\s+a|en respuesta a)(?:\s.*)?$",
    re.IGNORECASE,
)
_UNVERIFIED = re.compile(
    r"\s*\((?:not verified|unverified|nicht überprüft|nicht verifiziert|non vérifié|no verificado|não verificado|"
    r"non verificato|niet gecontroleerd|не проверено|doğrulanmamış|guest|gast|invité|invitado|гость)\b\)?",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[\s|·•–—,/(\[-]*#\s?\d{0,6}[\s)\]]*$")  # the link to a comment's own place, behind the name
_PICTOGRAPHS = re.compile("^[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]+")
_USER_NUMBER = re.compile(r"\s*\(\s*#?\d[\d,.]*\s*\)?\s*$")
_LETTER = re.compile(r"[^\W\d_]")
_SPOKEN = re.compile(r"\S (?:said|says|wrote|writes|schrieb|sagt|a écrit|dit|dijo|dice|escribió|scrive)[.…:\s]*$")
_LONGEST_NAMING = 300  # characters of a name with all that can stand beside it
_MOST_NAME_WORDS = 7
_NAME_TAGS = ("a", "b", "strong", "cite")  # around a name, with a badge or rank behind it
_LONGEST_BOLD_NAME = 40  # characters
_BESIDE_NAME = 25  # characters that may stand beside a name on its line: "says:"


def clean_name(text: str) -> str | None:
    """Return a name without "posted by" before it and "says:" after it; ``None`` if nothing is left, or too much."""
    if len(text) > _LONGEST_NAMING:
        return None
    name = _PLACE.sub("", _NUMBER.sub("", _UNVERIFIED.sub("", text.strip())))
    if (bare := _PICTOGRAPHS.sub("", name)) and _LETTER.search(bare):
        name = bare.strip()
    name = _USER_NUMBER.sub("", _SPEECH.sub("", _ANSWERS.sub("", _LEAD_IN.sub("", name)))).strip(
        " \t:|•·–—-,\"'()[]>»~"
    )
    return name if name and not _NO_NAME.fullmatch(name) else None


def marked_author(lines: list[Line], dated: int | None, box: Box) -> tuple[str | None, int | None]:
    """Return the name that class, type or relation marks as the writer's, and its line if it holds nothing else."""
    best: tuple[int, str, int | None] | None = None
    holder: Element | None = None
    for line in lines:
        if len(line.text) > 200:
            continue
        for text, element in line.runs():
            if len(text) > LONGEST_NAME or not _LETTER.search(text) or element is None:
                continue
            rank = _rank(element, box.element)
            name = clean_name(text) if rank is not None else None
            if rank is None or name is None or find_any_date(name, "en") is not None:
                continue
            if best is None or rank < best[0] or (rank == best[0] and _is_within_holder(element, holder)):
                holder = element
                alone = line.index != dated and len(line.text) <= len(text) + _BESIDE_NAME
                best = rank, name, line.index if alone else None
    return (None, None) if best is None else best[1:]


def _is_within_holder(element: Element, holder: Element | None) -> bool:
    """Tell whether an element parts a name from the words beside it: "sent by <a>Ann</a>"."""
    return holder is not None and holder is element.getparent()


def name_before_date(line: Line, before: str) -> str | None:
    """Return the name on a line of a date: the first run before the date that can be one, else all before it."""
    runs = [text for text, _ in line.runs()]
    if len(runs) > 1:
        reached = 0
        for run in runs:
            reached = line.text.find(run, reached) + len(run)
            if reached > len(before) + 1:
                break
            name = clean_name(run)
            if name is not None and len(name) > 1 and len(name) <= LONGEST_NAME and _LETTER.search(name):
                return name
    name = clean_name(before)
    return name if name is not None and len(name) <= LONGEST_NAME and _LETTER.search(name) else None


def name_behind_date(line: Line, printed: str) -> tuple[str, str] | None:
    """Return the name in an element of its own behind the date, and what follows it: "(3/5) <i>Ann:</i> Fine."."""
    start = line.text.find(printed) + len(printed)
    reached = 0
    for run, element in line.runs():
        at = line.text.find(run, reached)
        reached = at + len(run)
        if at < start or element is None or element is line.block or not _LETTER.search(run):
            continue
        name = clean_name(run) if len(run) <= LONGEST_NAME and run.rstrip().endswith(":") else None
        rest = line.text[reached:].strip()
        return (name, rest) if name is not None and rest and find_any_date(rest[:_BESIDE_NAME], "en") is None else None
    return None


def unmarked_author(rest: list[Line], dated: int | None, box: Box) -> tuple[str | None, list[Line]]:
    """Take the writer's name off the lines: the one above the date, else the first short one."""
    if len(rest) > 1 and _is_initial(rest[0].text, rest[1].text):
        rest = rest[1:]
    above = [line for line in rest if dated is None or line.index < dated]
    candidates = _ends_of(rest) if box.date_last else above[:1] or rest[:1]
    for line in candidates:
        name = clean_name(line.text)
        short = len(line.text) <= LONGEST_NAME and name is not None and len(name.split()) <= _MOST_NAME_WORDS
        if name is not None and short and len(rest) > 1:
            return _first_part(line) or name, [each for each in rest if each is not line]
    first_run = rest[0].runs()[0][0] if rest[0].runs() else ""
    bold = len(rest[0].runs()) > 1 and rest[0].runs()[0][1] is not rest[0].block
    if bold and first_run and len(first_run) <= _LONGEST_BOLD_NAME and (name := clean_name(first_run)):
        return name, rest
    return None, rest


def _is_initial(text: str, following: str) -> bool:
    """Tell whether a line is the letters that stand for a picture of the person named on the next line."""
    return len(text) <= 2 and following.casefold().startswith(text[:1].casefold())


def _first_part(line: Line) -> str | None:
    """Return the name that begins a line in an element of its own, another element directly behind it."""
    runs = line.runs()
    if len(runs) > 1 and runs[0][1] is not None and runs[0][1] is not line.block and runs[0][1].tag in _NAME_TAGS:
        return clean_name(runs[0][0]) if line.text.startswith(runs[0][0]) else None
    if len(runs) < 2 or any(element is line.block for _, element in runs) or runs[0][1] is runs[1][1]:
        return None
    return clean_name(runs[0][0]) if line.text.startswith(runs[0][0] + runs[1][0]) else None


def without_places(names: list[str | None]) -> list[str | None]:
    """Return the names of a list without a place after a comma, where nearly all of them have one."""
    given = [name for name in names if name]
    placed = sum(name.count(",") == 1 for name in given)
    if len(given) < 2 or placed < 0.8 * len(given) or not any(" " in name.partition(",")[0] for name in given):
        return names  # "Family name, first name" has one word before the comma
    return [name.partition(",")[0].strip() or name if name else name for name in names]


def within(element: Element, box: Element) -> Iterable[Element]:
    """Yield the element and those around it, up to the box and without it."""
    current: Element | None = element
    while current is not None and current is not box:
        yield current
        current = current.getparent()


def classes(element: Element) -> str:
    """Return what class, type, relation and tag say of an element, in words parted by hyphens."""
    names = (element.get("class"), element.get("itemprop"), element.get("rel"))
    return hyphenated(" ".join(name for name in (*names, str(element.tag)) if name).replace("_", "-"))


def _rank(element: Element, box: Element) -> int | None:
    """Return how surely markup marks an element as a name's: the less, the surer; ``None`` for not at all."""
    for distance, holder in enumerate(within(element, box)):
        names = classes(holder)
        if distance < 2 and _NOT_NAME_CLASS.search(names):
            return None
        if not AUTHOR_CLASS.search(names):
            continue
        if TEXT_CLASS.search(holder.get("class") or ""):
            return None
        near = distance < 3
        return (0 if near else 2) if _NAME_CLASS.search(names) or holder.tag == "cite" else (1 if near else 3)
    return None


def _ends_of(rest: list[Line]) -> list[Line]:
    """Return the line that can be the name where the date stands below the text: the last one, else the first."""
    spoken = [line for line in rest[:1] if _SPOKEN.search(line.text)]
    likely = [line for line in (rest[-1], rest[0]) if len(line.text) <= 40 and not ends_sentence(line.text)]
    return spoken or likely[:1]
