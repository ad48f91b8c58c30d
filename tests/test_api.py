"""Objects of the site's JSON interface: alone, in a page of JSON, merged with the page of the article."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from rudaw_scraper import extract_article
from rudaw_scraper.api import merge_api, read_api_article
from rudaw_scraper.dates.normalise import normalise_dates
from rudaw_scraper.errors import BadAddress, ListingPage, UnknownLayout
from rudaw_scraper.extract import read_page
from rudaw_scraper.page import Draft, Page
from tests.later_pages import ENGLISH, skwid_page

URL = "https://www.rudaw.net/kurmanci/kurdistan/280220262"
FETCHED = datetime(2026, 3, 2, 9, tzinfo=UTC)
OBJECT: dict[str, Any] = {
    "Title": "Li gund dibistaneke n&ucirc; vebû",
    "Link": "/kurmanci/kurdistan/280220262",
    "Summary": "Dibistan ji bo sed zarokî ye.",
    "Body": "<p>Hewlêr (Rûdaw) - Dibistaneke nû li gundê jorîn vebû û sed zarok hatin.</p>"
    "<h3>Rê dirêj bû</h3><p>Heta niha zarok bi pêyan diçûn gundê din, ku bihna saetekê dûr e.</p>",
    "BodyStripped": "Hewlêr (Rûdaw) - Dibistaneke nû li gundê jorîn vebû û sed zarok hatin.",
    "AMPDateTime": "2026-02-28T16:48:00",
    "Time": "2 roj berê",
}
PARAGRAPHS = [
    "Hewlêr (Rûdaw) - Dibistaneke nû li gundê jorîn vebû û sed zarok hatin.",
    "Rê dirêj bû",
    "Heta niha zarok bi pêyan diçûn gundê din, ku bihna saetekê dûr e.",
]


def alone(given: dict[str, Any], url: str = URL) -> Draft:
    return normalise_dates(read_api_article(given, Page(json.dumps(given), url, FETCHED, "application/json")))


def test_a_record_from_the_object_alone() -> None:
    article = alone(OBJECT).article
    assert article.id == "kurmanci/kurdistan/280220262"
    assert article.layout == "skwid"
    assert article.headline == "Li gund dibistaneke nû vebû"
    assert article.summary == "Dibistan ji bo sed zarokî ye."
    assert article.body == "\n\n".join(PARAGRAPHS)
    assert article.subheadings == ["Rê dirêj bû"]
    assert article.dateline == "Hewlêr (Rûdaw)"
    assert article.date_published == "2026-02-28"
    assert article.datetime_published == "2026-02-28T16:48:00+03:00"
    assert article.date_published_source == "api"
    assert article.date_published_raw == "2026-02-28T16:48:00"
    assert article.warnings == ["byline_missing"]


def test_the_plain_text_serves_where_there_is_no_markup() -> None:
    article = alone({**OBJECT, "Body": " ", "AMPDateTime": None}).article
    assert article.body == PARAGRAPHS[0]
    assert article.date_published == "2026-02-28"  # the address's day


def test_an_object_without_title_and_text_is_no_article() -> None:
    with pytest.raises(UnknownLayout):
        alone({"Link": OBJECT["Link"], "Title": " ", "Body": None})


@pytest.mark.parametrize(
    "value",
    [OBJECT, {"Data": {"CategoryNews": {"MaxPage": 3, "Articles": [OBJECT]}}}, [OBJECT]],
)
def test_a_page_of_json_gives_the_article(value: object) -> None:
    content = json.dumps(value, ensure_ascii=False).encode()
    article = extract_article(content, url=URL, fetched_at=FETCHED, content_type="application/json; charset=utf-8")
    assert article.body == "\n\n".join(PARAGRAPHS)
    assert article.date_published_source == "api"


def test_of_several_objects_the_one_of_the_address_is_read() -> None:
    other = {**OBJECT, "Title": "Berfê rê girt", "Link": "/kurmanci/world/27022026"}
    value = {"Data": {"Articles": [other, OBJECT]}}
    article = extract_article(json.dumps(value), url=URL, fetched_at=FETCHED, content_type="application/json")
    assert article.headline == "Li gund dibistaneke nû vebû"
    with pytest.raises(ListingPage):
        extract_article(
            json.dumps({"Data": [other, other]}), url=URL, fetched_at=FETCHED, content_type="application/json"
        )


@pytest.mark.parametrize("content", ["{", "[]", '{"Data": null}', "[" * 100_000])
def test_json_without_an_article(content: str) -> None:
    with pytest.raises(UnknownLayout):
        extract_article(content, url=URL, fetched_at=FETCHED, content_type="application/json")


def page_draft() -> Draft:
    content, content_type = skwid_page(ENGLISH, "bem")
    return read_page(Page(content, ENGLISH.url, FETCHED, content_type))


def object_of_page(**changes: Any) -> dict[str, Any]:
    body = "".join(f"<p>{text}</p>" for text in ENGLISH.paragraphs)
    return {
        "Title": ENGLISH.headline,
        "Link": ENGLISH.url,
        "Summary": "Nine hives in ten lived.",
        "Body": body,
        "AMPDateTime": "2021-03-14T11:05:00",
        **changes,
    }


def test_a_merge_fills_what_the_page_lacks() -> None:
    merged = normalise_dates(merge_api(page_draft(), object_of_page()))
    article = merged.article
    assert article.summary == "Nine hives in ten lived."
    assert article.headline == ENGLISH.headline
    assert article.byline == ENGLISH.byline
    assert article.body == "\n\n".join(ENGLISH.paragraphs)
    assert (article.date_published, article.date_published_source) == ("2021-03-14", "api")
    assert article.datetime_published == "2021-03-14T11:05:00+03:00"
    assert article.warnings == []


def test_the_page_wins_and_disagreement_is_noted() -> None:
    given = object_of_page(Title="Bees", Body="<p>Quite another text stands in the interface's answer.</p>")
    given["AMPDateTime"] = "2021-03-20T11:05:00"
    article = normalise_dates(merge_api(page_draft(), given)).article
    assert article.headline == ENGLISH.headline
    assert article.body == "\n\n".join(ENGLISH.paragraphs)
    assert article.warnings == ["api_headline_conflict", "api_body_conflict", "date_conflict"]


def test_a_page_without_text_takes_the_interface_s() -> None:
    draft = page_draft()
    draft.paragraphs, draft.article.body = [], None
    draft.article.warnings.append("body_missing")
    article = merge_api(draft, object_of_page()).article
    assert article.body == "\n\n".join(ENGLISH.paragraphs)
    assert article.warnings == []


def test_objects_of_other_articles_are_refused() -> None:
    with pytest.raises(BadAddress):
        merge_api(page_draft(), OBJECT)
