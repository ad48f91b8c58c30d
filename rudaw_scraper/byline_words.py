"""The words that lead in a byline in many languages, and the addresses of authors' pages."""

from __future__ import annotations

import re

from rudaw_scraper.blocks import Line

_LABELS = (
    r"autor(?:in|en|a|as|es|i|zy|/in|innen)?(?:/autor(?:in)?)?|autore|autrice|auteure?s?|authors?|autora?(?:\(es\))?|"
    r"reporter(?:in)?|redakteur(?:in)?|yazar|yazan|haber|editör|muhabir|penulis|автор(?:ы|ка)?|текст|tekst|text|texte|"
    r"(?:text|texte?|texto|testo) (?:und|&|et|y|e|and) (?:fotos?|photos?|bilder|foto|images?)|"
    r"texto|testo|opracowanie|oprac\.|συντάκτης|ρεπορτάζ|κείμενο|نویسنده|خبرنگار|گزارش|الكاتب|إعداد|اعداد|تحرير|מאת|"
    r"tác giả"
)
#: "Author:" and a name.
LABEL = re.compile(rf"^\s*(?:{_LABELS})(?:\s*[:：]\s*|\s+(?-i:(?=[A-ZÀ-ÞА-ЯΑ-Ω])))(?!$)", re.IGNORECASE)
LEAD_IN = re.compile(
    r"^\s*(?:(?:(?:written|posted|published|reported|reporting|story|words|photos?|text|report|article|filed|submitted|"
    r"compiled|edited)\s+by|"
    r"by|von|par|por|di|door|av|af|autore?|autora|auteur|author|text|(?:verfasst|geschrieben|gespeichert|eingestellt|"
    r"veröffentlicht) von|ein (?:beitrag|artikel|gastbeitrag) von|"
    r"(?:soumis|publié|rédigé|proposé|écrit) par|(?:enviado|publicado|escrito|redactado|postado) por|"
    r"(?:inviato|scritto|pubblicato|postato) da|a cura di|(?:geplaatst|geschreven|ingediend) door|"
    r"(?:skrevet|skriven|publisert) av|skrevet af|(?:napisał|opublikował|dodał)a?|(?:ditulis |diposting )?oleh|"
    r"(?:написал|опубликовал|добавил)а?|γράφει(?: ο| η)?|(?:γράφτηκε|αναρτήθηκε) από(?: τον| την)?|του|της|των|"
    r"بقلم|كتب|كتبت|به قلم|نوشته|redacción de|yazan|haber|redakteur)\b\s*[:：]?|"
    rf"(?:{_LABELS})\s*[:：])\s*",
    re.IGNORECASE,
)
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|autor(?:e[ns]?|in|i)?|auteurs?|staff|journalists?|journalistes?|contributors?|profiles?|writers?|"
    r"reporters?|columnists?|columnistas|firmas|yazar(?:lar)?|penulis|skribent(?:er)?|byline|redakteure?|redaktion|"
    r"people|persons?|by)/[^/?#]+",
    re.IGNORECASE,
)


def in_author_path(href: str | None) -> bool:
    """Tell whether a link leads to an author's page."""
    return href is not None and _AUTHOR_PATH.search(href) is not None


def parted(line: Line) -> str:
    """Return a line's text with a space where two elements meet without one: "By" and "Ann" are two words."""
    whole = ""
    end = 0
    for text, _ in line.runs():
        start = line.text.find(text, end)
        meet = start == end and whole[-1:].isalnum() and text[:1].isalnum()
        if meet and (not text[0].islower() or "@" in text):
            whole += " "
        whole += line.text[end : start + len(text)]
        end = start + len(text)
    return whole + line.text[end:]
