"""What in an entry of a comment list is neither name nor words: buttons, counts, dates, facts about the writer."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from rudaw_scraper.any_dates import find_any_date
from rudaw_scraper.blocks import Line, leads_nowhere
from rudaw_scraper.comment_boxes import Box
from rudaw_scraper.comment_marks import LETTER, in_buttons
from rudaw_scraper.labels import Label
from rudaw_scraper.outline import Look, Outline, is_linked, look_of

_DIGITS = re.compile(r"\d+")
BUTTON = re.compile(
    r"\W{0,3}(?:reply|report|like|share|flag|antworten|melden|répondre|signaler|responder|denunciar|rispondi|segnala|"
    r"beantwoorden|reageer|svara|svar|odpowiedz|zgłoś|yanıtla|cevapla|şikayet et|ответить|permalink|link|"
    r"(?:write|add|post|leave) a (?:comment|reply)|kommentar schreiben|"
    r"complain|recommend|edit|quote|zitieren|zitat|citer|citar|edited|teilen|gefällt mir|j['’]aime|partager|me gusta|"
    r"compartir|curtir|compartilhar|mi piace|condividi|cita|lubię to|udostępnij|cytuj|beğen|paylaş|alıntıla|нравится|"
    r"поделиться|пожаловаться|цитировать|ссылка|відповісти|απάντηση|αναφορά|μου αρέσει|balas|laporkan|bagikan|رد|"
    r"إبلاغ(?: عن إساءة)?|اقتباس|پاسخ(?: دادن)?|گزارش|نقل قول|شکایت|השב|trả lời|返信|답글|anmäl|rapporter|vastaa|"
    r"odpovědět|válasz|răspunde)(?!\w)\W*",
    re.IGNORECASE,
)
_ABOUT_WRITER = re.compile(
    r"(?:join(?:ed| date)|registered|registriert(?: seit)?|mitglied seit|member since|membre depuis|inscrit le|posts|"
    r"beiträge|messages|mensajes|comments|kommentare|location|ort|wohnort|lieu|reputation|karma|rank|rang|age|alter)"
    r"\s*:\s*\S.{0,40}",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?|uhr|h|horas)?\W*(?:link|permalink|#\d*)?\W*", re.IGNORECASE
)
_ANSWERING = re.compile(
    r"(?:in reply to|replying to|reply to|(?:als )?antwort (?:auf|an)|en réponse à|en respuesta a|in risposta a|"
    r"als reactie op|som svar på|w odpowiedzi na)\b",
    re.IGNORECASE,
)
CONSENT = re.compile(r"[+-]\s?1\W*|[^\w\s]{1,8}")  # a whole comment without a letter
_LONGEST_BUTTON = 45  # characters
_OFTEN, _USUAL = 0.4, 0.8  # shares of a list's entries in which a button stands
_LONGEST_TOOL = 60  # of a line that begins with a button
_LONGEST_ANSWERING = 120
_MOST_ANSWERING = 6  # words
_LONGEST_DATE = 60
_BESIDE_DATE = 12
_MOST_LINKED_NAME_WORDS = 4
_ACTIONS = (Label.COMMENT_ACTION, Label.SHARE, Label.COMMENT_FORM)


def repeated(outline: Outline, boxes: list[Box]) -> set[str]:
    """Return the short lines, numbers aside, that stand in many of the boxes: buttons, not words.

    Where lines that are set alike mostly differ, as names and texts do, only what stands in nearly all boxes is one.
    """
    seen: Counter[str] = Counter()
    alike: defaultdict[Look | None, list[str]] = defaultdict(list)
    looks: dict[str, Look | None] = {}
    for box in boxes:
        texts: set[str] = set()
        for line in (outline.lines[index] for index in box.lines):
            text, look = _DIGITS.sub("0", line.text), look_of(line)
            alike[look].append(text)
            if len(line.text) <= _LONGEST_BUTTON:
                looks.setdefault(text, look)
                texts.add(text)
        seen.update(texts)
    varied = {look for look, texts in alike.items() if 2 * len(set(texts)) > len(texts)}
    often, usual = max(2, _OFTEN * len(boxes)), max(3, _USUAL * len(boxes))
    return {text for text, times in seen.items() if times >= (usual if looks[text] in varied else often)}


def is_furniture(outline: Outline, line: Line, box: Box, buttons: set[str]) -> bool:
    """Tell whether a line of an entry is a button, a count or a date, not the writer's name or words."""
    text = line.text
    if not LETTER.search(text) or is_button(line) or outline.labels[line.index] in _ACTIONS:
        return True
    if (
        _CLOCK.fullmatch(text)
        or _ABOUT_WRITER.fullmatch(text)
        or (
            _ANSWERING.match(text)
            and (len(text.split()) <= _MOST_ANSWERING or (line.links() and len(text) <= _LONGEST_ANSWERING))
        )
    ):
        return True
    if len(text) <= _LONGEST_BUTTON and _DIGITS.sub("0", text) in buttons:
        return True
    dated = box.spot.line if box.spot is not None else None
    may_be_name = dated is not None and line.index < dated and len(text.split()) <= _MOST_LINKED_NAME_WORDS
    if (
        len(text) <= _LONGEST_BUTTON
        and is_linked(line)
        and not may_be_name
        and all(leads_nowhere(href) for _, href in line.links())
    ):
        return True
    return is_dated(outline, text)


def is_button(line: Line) -> bool:
    """Tell whether a line is the words of a button, or stands in button elements alone."""
    if BUTTON.fullmatch(line.text):
        return True
    linked = sum(len(text) for text, _ in line.links())
    if len(line.text) <= _LONGEST_TOOL and 2 * linked > len(line.text) and BUTTON.match(line.text):
        return True
    return in_buttons(line)


def is_dated(outline: Outline, text: str) -> bool:
    """Tell whether a short text is a date and little more, such as the day of the week."""
    span = find_any_date(text, outline.language) if len(text) <= _LONGEST_DATE else None
    return span is not None and span[1] - span[0] >= len(text) - _BESIDE_DATE


def is_consent(line: Line) -> bool:
    """Tell whether a line is an assent without a letter, such as "+1"."""
    return CONSENT.fullmatch(line.text) is not None and not line.links()
