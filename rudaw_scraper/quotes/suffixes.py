"""Turkish speakers that are no subjects, told by their suffixes: "X'e göre", "X'in açıklaması", "X'ten yapılan"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rudaw_scraper.quotes.tables.order import WordOrder
from rudaw_scraper.quotes.tables.rows import words as words_of

ACCORDING: Final = "göre"
_ISSUED: Final = words_of("yapılan gelen yayımlanan yayınlanan verilen alınan paylaşılan")
_PERSONS: Final = ("lara", "lere", "larına", "lerine", "ğına", "ğine", "ğa", "ğe")  # and bodies; not "buna göre"
_SENT: Final = words_of("tepki açıklama yanıt cevap çağrı mesaj uyarı eleştiri destek itiraz")
_CAME: Final = "geldi"  # "X'ten tepki geldi"
_ABLATIVE: Final = ("ndan", "nden", "dan", "den", "tan", "ten")
_GENITIVE: Final = ("nın", "nin", "nun", "nün", "ın", "in", "un", "ün")
_DATIVE: Final = ("na", "ne", "ya", "ye", "a", "e")
_SAYINGS: Final = words_of(
    """
    açıklaması açıklamaları sözleri ifadeleri mesajı paylaşımı yanıtı cevabı değerlendirmesi yorumu tepkisi notu
    çağrısı açıklamasında mesajında paylaşımında raporunda bildirisinde
    """
)
_FAR: Final = 3  # words between a speaker and his saying
_LONGEST_CUE: Final = 3
_FINITE: Final = (
    *("dı", "di", "du", "dü", "tı", "ti", "tu", "tü", "dılar", "diler", "dular", "düler", "tılar", "tiler"),
    *("yor", "yorlar", "yordu", "makta", "mekte", "mıştı", "mişti", "muştu", "müştü"),
)
_PARTICIPLE: Final = ("an", "en")
_A: Final = "bir"  # "diye bir …": by the name of
_NAMING: Final = words_of("biliniyor anılıyor adlandırılıyor tanınıyor deniyor denildi adlandırdı")


def case_letters(folded: Sequence[str], index: int, limit: int) -> int:
    """Return how many letters of a speaker's last word are the suffix of a case."""
    word = folded[index]
    if "'" in word:
        return len(word) - word.index("'")
    following = folded[index + 1] if index + 1 < limit else ""
    if following in _ISSUED or _CAME in folded[index + 1 : index + 2 + _FAR]:
        return _length(word, _ABLATIVE)
    if following == ACCORDING:
        return _length(word, _DATIVE)
    if not _SAYINGS.isdisjoint(folded[index + 1 : index + 2 + _FAR]):
        return _length(word, _GENITIVE)
    return 0


def _length(word: str, endings: tuple[str, ...]) -> int:
    ending = next((ending for ending in endings if word.endswith(ending)), "")
    return 0 if word[: len(word) - len(ending)].endswith("ğ") else len(ending)  # "bakanlığa": the stem has changed


def holder(folded: Sequence[str], last: int) -> tuple[int, tuple[int, int]] | None:
    """Return where a speaker ends in a clause of ``last`` words that ends with his saying, and the cue's words."""
    for index in range(last - 1, 0, -1):
        if folded[index] == ACCORDING and ("'" in folded[index - 1] or folded[index - 1].endswith(_PERSONS)):
            return index, (index, index + 1)
    came = folded[last - 1] == _CAME and last > 1
    for index in range(last - 1, max(0, last - _FAR), -1):
        if came and folded[index] in _SENT and (end := _owner_end(folded, index, _ABLATIVE)) is not None:
            return end, (index, last)
        if folded[index] in _SAYINGS:
            end = _owner_end(folded, index, _GENITIVE)
            return None if end is None else (end, (index, index + 1))
    return None


def _owner_end(folded: Sequence[str], index: int, endings: tuple[str, ...]) -> int | None:
    """Return where the nearest word in a case ends, close in front of another."""
    for owner in range(index - 1, max(-1, index - 2 - _FAR), -1):
        if folded[owner].endswith(endings):
            return owner + 1
    return None


def issuing(folded: Sequence[str], first: int, end: int) -> int | None:
    """Return where an institution ends from which a statement comes: "… Bakanlığından | yapılan açıklamada"."""
    for index in range(first + 1, end):
        if folded[index] in _ISSUED and folded[index - 1].endswith(_ABLATIVE):
            return index
    return None


def quotative(folded: Sequence[str], index: int, order: WordOrder) -> int | None:
    """Return where a cue ends that begins, right behind a quotation, with a noun or particle of saying: "diye"."""
    if folded[index] not in order.saying or folded[index + 1 : index + 2] == [_A]:
        return None
    for end in range(index + 2, min(len(folded), index + 1 + _LONGEST_CUE) + 1):
        if folded[end - 1] in _NAMING:
            return None
        if folded[end - 1].endswith(_FINITE):
            return end
    return None


def relative(words: Sequence[str], folded: Sequence[str], index: int, order: WordOrder) -> int | None:
    """Return where a cue ends that begins with a particle of saying and has its speaker behind: "diye söz veren X"."""
    if folded[index] not in order.saying:
        return None
    for end in range(index + 2, min(len(folded) - 1, index + 1 + _LONGEST_CUE) + 1):
        if folded[end - 1].endswith(_PARTICIPLE) and words[end][:1].isupper():
            return end
    return None
