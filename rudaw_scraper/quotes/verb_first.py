"""Sentences that begin with their verb, as most in Arabic do: which words behind it are its subject.

"ورفض المدرب ديلوفان حاجي التعليق، وقال: …" has its speaker behind a verb that reports nothing, and an object behind the
speaker. Word order alone does not part the two; the article does as a rule: names have none, but for family names in
-i, and what stands behind a name with an article is an object.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rudaw_scraper.quotes.phrases import name_start, opens_name
from rudaw_scraper.quotes.tables.order import WordOrder
from rudaw_scraper.quotes.tables.rows import words as words_of

_RELATIONAL: Final = ("ي", "ية")  # of adjectives and family names
_FEMININE: Final = ("ت", "ة")
_BOUND: Final = frozenset(
    ("عبد", "ابو", "ابي", "ابا", "ام", "بن", "ابن", "بنت")
)  # parts of names that go with the next
# Nouns for what is done, for things, and in the masculine plural of things: nobody who speaks.
_THING: Final = re.compile(
    r"ال(?:ت..ي.|ا\w{2,4}ا\w|\w+ات|رد|حديث|كلام|قرار|خبر|انباء|موضوع|امر|قانون|مشروع|اتفاق|سوق|اسعار|سؤال)"
)
_OBJECTS: Final = ("ة", "ات", "ين", "ون")
_PEOPLE: Final = words_of(
    """
    الاهالي الناس السكان الشعب البرلمان الجميع المجتمع العالم الاطراف القوى الارتفاع الانخفاض الاجتماع الاعلام الجمهور
    العمال الطلاب الطلبة الضيوف الحضور الشباب الاطفال النساء الرجال الجيش الدول الخبراء التجار الحكم الفريق الملعب
    الشهود القضاة المدينة الموقف الوضع الدعم الشكر النتائج المباراة العدوان الهجوم الحادث المشروع القانون السوق
    """
)
# "decisions of", "the cancelling of"
_DEED: Final = re.compile(r"\w{4,}ات|ت\w\wي\w|ا[نست]\w{1,3}ا\w")
_PERSONS: Final = words_of("الاطفال الابطال الانصار الاشخاص الافراد الاولاد")  # plurals like those of things
_BY: Final = "ب"
_MANY: Final = ("ون", "ين")
_ADJECTIVES: Final = words_of(
    """
    الشاب الشابة السابق السابقة الجديد الجديدة العام العامة الاول الاولى الثاني الاعلى العليا المساعد الراحل المستقيل
    المكلف الكبير المتحدة الدائم الخاص الخاصة المركزي الحاكم الحاكمة المشترك الموحد الاخير المعروف
    """
)
_DEEDS: Final = words_of(
    "قرار موقف رفض دعم مشروع قانون وجود نقص رد حديث كلام خبر نبا شكر حجم دور طلب عرض سير عمل سبب حق فوز فشل نجاح اداء"
)
_OWN_WORDS: Final = frozenset(("حديثه", "كلامه", "تصريحه", "خطابه", "بيانه", "قراره", "موقفه", "كلامها", "حديثها"))
_OWNED: Final = ("ته", "ها", "هم")  # "his story": an object
_SOME: Final = frozenset(("احدهم", "احداهن", "بعضهم", "معظمهم", "اغلبهم", "كلهم", "جميعهم"))  # "one of them" speaks
_SHORT: Final = 3  # letters: "مها" is a name
_FULL_NAME: Final = 2  # words
_LONGEST_NAME: Final = 4

Span = tuple[int, int]


def opens_with_verb(words: Sequence[str], order: WordOrder) -> bool:
    """Tell whether folded words begin with a verb: a known one, or "and" with anything before a definite noun."""
    if is_verb(words[0], order):
        return True
    if len(words) == 1 or words[0][:1] not in order.prefixes or words[0] in order.roles:
        return False
    person = words[1].startswith(order.article) and not words[1].endswith(_RELATIONAL)
    return words[1] in order.roles or person  # "وليد الجبوري" is a name


def is_adverbial(word: str, order: WordOrder) -> bool:
    """Tell whether a word, with "and" or without, begins an adverbial: "and after the meeting"."""
    if is_verb(word, order):
        return False
    return word in order.stops or (
        word[:1] in order.prefixes and (word[1:] in order.stops or word[1:] in order.openers)
    )


def is_verb(word: str, order: WordOrder) -> bool:
    """Tell whether a folded word is a known verb of the third person, with "and" or without, masculine or feminine."""
    if _is_verb_form(word, order.verbs):
        return True
    return word[:1] in order.prefixes and _is_verb_form(word[1:], order.verbs)


def _is_verb_form(word: str, verbs: frozenset[str]) -> bool:
    if word in verbs:
        return True
    if word.endswith("ت") and (word[:-1] in verbs or word[:-1] + "ا" in verbs or word[:-1] + "ى" in verbs):
        return True
    return word.startswith("ت") and "ي" + word[1:] in verbs


def agree(verb: str, cue: str) -> bool:
    """Tell whether two verbs can have one subject, by the gender that the forms of the past show."""
    return verb.endswith(_FEMININE) == cue.endswith(_FEMININE) or cue.startswith(("ت", "وت"))


def subject_in(verb: str | None, phrase: Sequence[str], order: WordOrder) -> tuple[Span, Span] | None:
    """Return name and role (empty for none) in the folded words behind a verb, their indexes, objects left out."""
    owned = next((index for index, word in enumerate(phrase) if _is_owned(word, order)), None)
    phrase = phrase[:owned]
    if not phrase:
        return None
    if phrase[0] not in order.roles and (_is_thing(verb, phrase[0]) or _is_in_front(verb, phrase, order)):
        found = subject_in(None, phrase[1:], order) if len(phrase) > 1 and phrase[1] in order.roles else None
        if found is None:
            return None
        name, role = found  # the object stands in front
        return (name[0] + 1, name[1] + 1), (role[0] + 1, role[1] + 1)
    titled = phrase[0].startswith(order.article)
    start: int | None = 0
    given = _given_behind(phrase, order)
    if opens_name(phrase, order):
        pass
    elif given is not None:
        start = given
    elif phrase[0] in order.roles:
        start = name_start(phrase, order)
    elif titled:
        many = phrase[0].endswith(_MANY) or phrase[0] in _PERSONS or phrase[0] in _PEOPLE
        start = None if many or len(phrase) == 1 or phrase[1].startswith(order.article) else 1
    if start is None or (start and _is_deed(phrase, start, order)):
        return (0, role_end(phrase, order)), (0, 0)
    return (start, start + name_length(phrase[start:], order)), (0, start)


def _is_in_front(verb: str | None, phrase: Sequence[str], order: WordOrder) -> bool:
    """Tell whether a noun is an object in front of the subject: "وافتتح المعرض رئيس الجامعة"."""
    if verb is None or len(phrase) == 1 or not phrase[0].startswith(order.article):
        return False
    return phrase[1] in order.roles and not phrase[1].startswith(order.article)


def _is_owned(word: str, order: WordOrder) -> bool:
    """Tell whether a word is something of one's own: "his story", an object."""
    if word in _SOME:
        return False
    return word in _OWN_WORDS or (len(word) > _SHORT and word.endswith(_OWNED) and not word.startswith(order.article))


def _is_deed(phrase: Sequence[str], index: int, order: WordOrder) -> bool:
    """Tell whether a noun in front of another is what somebody did, an object, and no name."""
    word = phrase[index]
    if word in order.given:
        return False
    if word.endswith("ة") and not phrase[0].endswith("ة"):
        return index + 1 < len(phrase) and phrase[index + 1].startswith(order.article) and _is_common(phrase[index + 1])
    if word.startswith(_BY) and _DEED.fullmatch(word[1:]) is not None:
        return True  # "by compensating"
    return word in _DEEDS or _DEED.fullmatch(word) is not None


def _given_behind(phrase: Sequence[str], order: WordOrder) -> int | None:
    """Return where a given name stands behind a role in no table: "NOUN ال… ال… | NAME"."""
    index = 1
    while index < len(phrase) and phrase[index].startswith(order.article):
        index += 1
    if index == 1 or index == len(phrase) or phrase[0].startswith(order.article):
        return None
    return index if phrase[index] in order.given else None


def _is_thing(verb: str | None, noun: str) -> bool:
    """Tell whether a noun is an object whose verb has no subject of its own: "ورفض التعليق"."""
    if verb is not None and noun.endswith("ة") and not verb.endswith(_FEMININE):
        return True
    return noun not in _PERSONS and not noun.endswith("اء") and _THING.fullmatch(noun) is not None


def name_length(words: Sequence[str], order: WordOrder) -> int:
    """Return how many words a name has: two or more without an article, or one and a family name with it."""
    article = order.article
    if words[0] in order.linkers or words[0].endswith("ة"):
        return _body_end(words, order)
    index = parts = 0
    while index < len(words) and parts < _LONGEST_NAME:
        word = words[index]
        if index and word.startswith(article):
            if _is_common(word):
                objects = parts > _FULL_NAME or (parts > 1 and words[index - 1].endswith(("ات", "ة")))
                return index - 1 if objects else index
            return index + 1 if parts == 1 or word.endswith(_RELATIONAL) else index
        if parts >= _FULL_NAME and word.endswith("ة") and word not in order.given:
            return index  # "asked for a delay"
        index += 2 if word in _BOUND else 1
        parts += 1
    return min(index, len(words))


def _is_common(word: str) -> bool:
    """Tell whether a word with the article is an everyday noun, not a family name."""
    return word.endswith(_OBJECTS) or word in _PEOPLE or _THING.fullmatch(word) is not None


def _body_end(words: Sequence[str], order: WordOrder) -> int:
    """Return where the name of an institution ends: "منظمة الصحة العالمية", "مكتب رئيس الجمهورية"."""
    end = 1
    while end < len(words) and (words[end] in order.linkers or words[end] in order.roles):
        end += 1
    if end < len(words):
        end += 1
    return _past_adjectives(words, end, order)


def role_end(words: Sequence[str], order: WordOrder) -> int:
    """Return where a role without a name ends: behind what it is of, and the adjectives."""
    end = 1
    while end < len(words) and words[end] in order.linkers:
        end += 1
    definite = words[0].startswith(order.article)
    if end < len(words) and (end > 1 or not definite):
        end += 1
    end = _past_adjectives(words, end, order)
    if end + 1 < len(words) and words[end][:1] == "ل" and words[end + 1].startswith(order.article):
        end += 2  # "… لشؤون اللاجئين"
    return end


def _past_adjectives(words: Sequence[str], end: int, order: WordOrder) -> int:
    """Return where the adjectives with the article end that stand at a place."""
    while (
        end < len(words)
        and words[end].startswith(order.article)
        and (words[end].endswith(_RELATIONAL) or words[end] in _ADJECTIVES)
    ):
        end += 1
    return end


def without_to(word: str, order: WordOrder) -> str:
    """Return a word without the preposition that is written as one with it: "للبلدية" is "ل" and "البلدية"."""
    return order.article + word[2:] if word.startswith("لل") else word[1:]
