"""The text of a page of unknown layout: found by its density, without head, comments and boxes."""

from __future__ import annotations

import re

from rudaw_scraper.any_dates import find_any_date
from rudaw_scraper.article_body import read_body
from rudaw_scraper.aside_boxes import lines_within
from rudaw_scraper.bare_tree import beside_text, markup_without
from rudaw_scraper.byline_words import LABEL
from rudaw_scraper.comment_boxes import Box
from rudaw_scraper.dense_text import Text, dense_text
from rudaw_scraper.main_text import main_lines, text_start
from rudaw_scraper.outline import Outline, is_sentence
from rudaw_scraper.text import ends_sentence
from rudaw_scraper.visible_authors import leads_in, marked_part

_SHORT_KEY = 5  # letters
_LONG_KEY = 20  # letters; a comment that long is known within a longer paragraph too
_MOST_OF_PARAGRAPH = 0.6
_HEAD_PARAGRAPHS = 4  # at the beginning of a text, among which lines of the head can be
_BESIDE_DATE = 12  # characters that may stand beside a date in a paragraph that is only one
_MORE = 1.1  # how much more text the page as it is must give than without comments and boxes
_MUCH_MORE = 1.4  # how much more text the lines of the page must give than its density does
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"^.{0,40}https?://\S+\W*$")
_LONGEST_HEAD = 160  # characters of a line above the text that can be a byline or a date
_HEAD_REACH = 14  # lines below the headline
_READ_MORE = re.compile(
    r"(?:read more|read also|also read|see also|more on this|related|lesen sie auch|mehr zum thema|à lire aussi|"
    r"lire aussi|voir aussi|lea (?:también|más)|ver también|te puede interesar|leggi anche|lees ook|ayrıca oku|"
    r"ilgili haber|baca (?:juga|selengkapnya)|simak juga|leia (?:também|mais)|veja também|zobacz (?:też|także)|"
    r"czytaj (?:też|także|więcej)|читайте (?:также|ещё|еще)|смотрите также|"
    r"διαβάστε (?:επίσης|ακόμη|ακόμα|περισσότερα)|přečtěte si|"
    r"läs (?:också|även|mer)|les også|læs også|olvasta már|citește și|اقرأ (?:أيضا|أيضاً|ايضا|المزيد)|شاهد أيضا|"
    r"بیشتر بخوانید|(?:همچنین )?بخوانید|קראו גם|xem thêm)\s*[:：]",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(
    r"(?:advertisement|advertising|advert|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|reklama|"
    r"annonse?|reklam|реклама|إعلان|(?:story|article) continues (?:below|after)(?: (?:the )?(?:advert\w*|ad|video))?|"
    r"continue reading(?: below| the main story)?|scroll down for (?:the )?video|"
    r"click here to (?:subscribe|sign up)[^.]{0,40})\W*",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:source|quelle|fuente|fonte|bron|kaynak|źródło|источник|джерело|πηγή|sumber|المصدر|مصدر|منبع)\s*[:：]",
    re.IGNORECASE,
)
_FOLLOW = re.compile(
    r"(?:download|get) (?:our|the) (?:free )?app\b|follow us on (?:\w+ )?(?:facebook|twitter|x\b|instagram|telegram|"
    r"whatsapp|youtube|google|tiktok|linkedin|social)|(?:join|follow) our (?:whatsapp|telegram|facebook)|"
    r"(?:folgen sie|folgt|folge) uns|suivez[- ]nous|síguenos|seguici|siga[- ]nos|bizi takip ed(?:in|ebilir)|"
    r"подписывайтесь|подпишитесь|ακολουθήστε|obserwuj nas|ikuti (?:kami|berita)|"
    r"abonnez-vous|jetzt abonnieren|suscríbete|iscriviti alla|assine (?:já|agora)|(?:©|^copyright\b|"
    r"copyright\s*(?:©|\(c\)|\d)).{0,60}$|"
    r"all rights reserved|riproduzione riservata|reproduction interdite|"
    r"(?:sign up|subscribe) (?:to|for) (?:our|the) .{0,40}newsletter|تابعونا|ما را .{0,30}دنبال کنید",
    re.IGNORECASE,
)
_QUOTES = re.compile('["“”„«»]')  # somebody's words
_LONGEST_FOLLOW = 180  # characters of a last paragraph that asks readers to follow
_LAST = 3  # paragraphs at the end, among which the source and the author can stand
_LONGEST_READ_MORE = 220  # characters


def any_text(outline: Outline, html: str, start: int, headline: str, boxes: list[Box]) -> Text:
    """Return the text below line ``start``, without the headline, the lines of its head and what readers wrote."""
    root = outline.document.blocks.root
    beside = beside_text(outline, boxes, start - 1)
    aside = lines_within(outline, beside) | {index for box in boxes for index in box.lines}
    shown = {_key(line.text) for line in outline.lines[start:] if line.index not in aside}
    dropped = {_key(outline.lines[index].text) for index in aside} - shown
    above = {_key(line.text) for line in outline.lines[: max(0, start)] if not is_sentence(line.text)}
    dropped |= {_key(headline), *(above - shown)}
    spoken = [key for key in dropped if len(key) > _LONG_KEY]
    head = _head_keys(outline, start)

    def cleaned(text: Text) -> tuple[float, Text]:
        kept = _without(outline, text, dropped, spoken, head)
        return sum(_worth(_key(each), shown, spoken) for each in kept.paragraphs), kept

    worth, best = 0.0, Text()
    if root is not None:
        worth, best = cleaned(dense_text(markup_without(root, beside)))
        whole_worth, whole = cleaned(dense_text(html))
        if whole_worth > _MORE * worth:  # what was taken out, or is hidden, was the text
            worth, best = whole_worth, whole
    span = main_lines(outline, start, len(outline.lines))
    if span is None:
        return best
    body = read_body(outline, text_start(outline, span.start, span.stop), span.stop)
    own_worth, own = cleaned(Text(body.paragraphs, body.subheadings))
    return own if own_worth > _MUCH_MORE * worth else best


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _without(outline: Outline, text: Text, dropped: set[str], spoken: list[str], head: set[str]) -> Text:
    """Return a text without lines that are none of it, and without headings at its end."""
    kept: list[str] = []
    for place, paragraph in enumerate(text.paragraphs):
        key = _key(paragraph)
        if key in dropped or key in head or _leads_on(paragraph) or any(_makes_up(key, each) for each in spoken):
            continue
        if place < _HEAD_PARAGRAPHS and len(paragraph) <= _LONGEST_HEAD:
            span = find_any_date(paragraph, outline.language)
            dated = span is not None and span[1] - span[0] >= len(paragraph) - _BESIDE_DATE
            if dated or any(each in key for each in head):
                continue
        kept.append(paragraph)
    kept[-_LAST:] = [each for each in kept[-_LAST:] if not _signs_off(each)]
    while kept and (kept[-1] in text.headings or _ADDRESS.search(kept[-1])):
        kept.pop()
    return Text(kept, [heading for heading in text.headings if heading in kept])


def _signs_off(paragraph: str) -> bool:
    """Tell whether one of a text's last paragraphs names its author or source, or asks readers to follow the site."""
    label = LABEL.match(paragraph)
    labelled = label is not None and (label[0].rstrip()[-1:] in (":", "：") or not ends_sentence(paragraph))
    if len(paragraph) <= _LONGEST_FOLLOW // 2 and (labelled or _SOURCE.match(paragraph)):
        return True
    return len(paragraph) <= _LONGEST_FOLLOW and not _QUOTES.search(paragraph) and _FOLLOW.search(paragraph) is not None


def _worth(key: str, shown: set[str], spoken: list[str]) -> float:
    """Weigh a paragraph: by half if it is several lines of the page run together, against it if it is a reader's."""
    if key in shown:
        return len(key)
    return -len(key) if any(each in key for each in spoken) else 0.5 * len(key)


def _makes_up(key: str, part: str) -> bool:
    return len(part) > _MOST_OF_PARAGRAPH * len(key) and part in key


def _head_keys(outline: Outline, start: int) -> set[str]:
    """Return the letters of those lines between headline and text that are a byline or a date."""
    found: set[str] = set()
    for index in range(start, min(len(outline.lines), start + _HEAD_REACH)):
        line = outline.lines[index]
        if len(line.text) > _LONGEST_HEAD or is_sentence(line.text):
            continue
        if (
            leads_in(line.text)
            or marked_part(outline, index) is not None
            or find_any_date(line.text, outline.language) is not None
        ):
            found.add(_key(line.text))
    return {key for key in found if len(key) > _SHORT_KEY}


def _leads_on(paragraph: str) -> bool:
    """Tell whether a paragraph leads to another article, or is a label of an advertisement."""
    if len(paragraph) > _LONGEST_READ_MORE:
        return False
    return _READ_MORE.match(paragraph) is not None or _NO_TEXT.fullmatch(paragraph) is not None
