"""The languages the engine knows: which grammar reads their reporting clauses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from rudaw_scraper.quotes import english
from rudaw_scraper.quotes.ordered import OrderedGrammar
from rudaw_scraper.quotes.people import People, PeopleOfArticle
from rudaw_scraper.quotes.readings import Grammar
from rudaw_scraper.quotes.registry import Registry
from rudaw_scraper.quotes.tables.arabic import ARABIC
from rudaw_scraper.quotes.tables.english import BANNER_VERBS, BANNERS, CALLING, NAME_LEADS, NAME_PHRASES
from rudaw_scraper.quotes.tables.kurmanji import KURMANJI
from rudaw_scraper.quotes.tables.order import WordOrder
from rudaw_scraper.quotes.tables.rows import Phrase
from rudaw_scraper.quotes.tables.sorani import SORANI
from rudaw_scraper.quotes.tables.turkish import TURKISH


@dataclass(frozen=True, slots=True)
class Language:
    """A language's rules; ``code`` is its BCP 47 tag.

    ``name_leads``, ``name_phrases`` (``phrase_ends``: their last words) and ``name_follows`` stand beside quoted words
    that are a title, a name, a slogan or a charge; ``name_verbs`` do so with one of ``bearers`` in front ("a
    banner reading"). ``calling`` verbs give a name if it is capitalised right
    behind them ("a film called “The Orchard”"). ``titles`` says that titles of works are capitalised word by word.
    """

    code: str
    grammar: Grammar
    people: Callable[[Sequence[str]], PeopleOfArticle]
    fold: Callable[[str], str]
    name_leads: frozenset[str]
    name_phrases: tuple[Phrase, ...]
    phrase_ends: frozenset[str]
    name_follows: frozenset[str]
    name_verbs: frozenset[str]
    bearers: frozenset[str]
    calling: frozenset[str]
    titles: bool


def _ordered(code: str, order: WordOrder) -> Language:
    grammar = OrderedGrammar(order)
    return Language(
        code,
        grammar,
        lambda paragraphs: Registry(paragraphs, grammar),
        order.fold,
        order.name_leads,
        order.about,
        frozenset(phrase[-1] for phrase in order.about),
        order.name_follows,
        frozenset(),
        frozenset(),
        frozenset(),
        titles=False,
    )


_ENGLISH: Final = Language(
    code="en",
    grammar=english,
    people=People,
    fold=str.lower,
    name_leads=NAME_LEADS,
    name_phrases=NAME_PHRASES,
    phrase_ends=frozenset(phrase[-1] for phrase in NAME_PHRASES),
    name_follows=frozenset(),
    name_verbs=BANNER_VERBS,
    bearers=BANNERS,
    calling=CALLING,
    titles=True,
)
_LANGUAGES: Final = {
    language.code: language
    for language in (
        _ENGLISH,
        _ordered("ckb", SORANI),
        _ordered("kmr", KURMANJI),
        _ordered("ar", ARABIC),
        _ordered("tr", TURKISH),
    )
}
# ku without a script or region is Kurmanji in practice: it is what Latin-script Kurdish is tagged with.
_LANGUAGES["ku"] = _LANGUAGES["kmr"]


def language_of(code: str) -> Language:
    """Return the rules for a BCP 47 tag; an unknown one gets those for English."""
    return _LANGUAGES.get(code.split("-")[0].lower(), _ENGLISH)
