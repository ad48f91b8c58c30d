"""From what is printed beside a quotation to the person: surnames, pronouns, roles. All invented."""

import pytest

from rudaw_scraper.quotes import extract_quotes


def names(*paragraphs: str, language: str = "en") -> list[str | None]:
    return [quote.speaker_name for quote in extract_quotes(paragraphs, language)]


def test_a_surname_takes_the_full_name_from_before() -> None:
    assert names("Minister Dara Salar arrived.", "“We are late,” Salar said.") == ["Dara Salar"]


def test_the_full_name_is_not_taken_from_after() -> None:
    assert names("“We are late,” Salar said.", "Dara Salar arrived.") == ["Salar"]


def test_a_pronoun_is_the_subject_and_not_the_nearest_name() -> None:
    assert names("Dara Salar met with Azad Baran on Monday.", "“It went well,” he said.") == ["Dara Salar"]


def test_a_pronoun_passes_over_a_person_of_the_other_gender() -> None:
    assert names("Lana Qadir arrived.", "James Mercer left.", "“It went well,” she said.") == ["Lana Qadir"]


def test_two_persons_who_share_a_subject_leave_a_pronoun_open() -> None:
    assert names("Dara Salar and Azad Baran arrived.", "“It went well,” he said.") == [None]


def test_two_speakers_in_turn() -> None:
    found = names(
        "“Why so late?” Dara Salar asked.",
        "“The snow,” Shirin Baran replied.",
        "“It always snows,” he said.",
        "“Not like this,” she said.",
    )
    assert found == ["Dara Salar", "Shirin Baran", "Dara Salar", "Shirin Baran"]


def test_two_bearers_of_a_surname_leave_it_open() -> None:
    assert names("Dara Salar and Azad Salar arrived.", "“We are late,” Salar said.") == [None]


def test_a_role_is_not_a_name() -> None:
    assert names("“We are late,” a police official said.") == [None]


def test_an_article_keeps_its_article() -> None:
    (quote,) = extract_quotes(["“We wait,” said the head of the union."])
    assert (quote.speaker, quote.speaker_name) == ("the head of the union", None)


def test_the_description_stands_apart_from_the_name() -> None:
    quotes = extract_quotes(
        ["Defense Minister Azad Baran spoke.", "“No,” Baran said.", "“Yes,” said Lana Qadir, the head of the union."]
    )
    assert [quote.speaker_description for quote in quotes] == ["Defense Minister", "the head of the union"]


def test_spellings_of_one_name_are_one_person() -> None:
    found = names("Berdevk Şêrko Memoyî got: “Em tên.”", "Memoyîn got: “Em diçin.”", language="kmr")
    assert found == ["Şêrko Memoyî", "Şêrko Memoyî"]


def test_a_role_printed_with_the_name_before_is_that_person() -> None:
    found = names("Parêzgarê Duhokê Şêrko Botî got: “Em tên.”", "Parêzgarê Duhokê got: “Em diçin.”", language="kmr")
    assert found == ["Şêrko Botî", "Şêrko Botî"]


def test_a_pronoun_after_an_official_without_a_name_is_nobody_met_before() -> None:
    found = names("“No,” Dara Salar said.", "“Yes,” a police official said.", "“Never,” he said.")
    assert found == ["Dara Salar", None, None]


def test_a_pronoun_after_a_ministry_is_still_the_person() -> None:
    found = names("“No,” Dara Salar said.", "“Yes,” the ministry said.", "“Never,” he said.")
    assert found == ["Dara Salar", None, "Dara Salar"]


def test_a_nationality_is_no_name() -> None:
    first, second = extract_quotes(["“We are late,” said Pep Alvarado.", "“It was offside,” the Spaniard said."])
    assert first.speaker_name == "Pep Alvarado"
    assert (second.speaker, second.speaker_name) == ("the Spaniard", None)


def test_a_pronoun_is_the_person_of_a_clause_with_when() -> None:
    assert names("It is dark when Dara Salar comes home.", "“I am late,” he says.") == ["Dara Salar"]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("the governor of Duhok", None),
        ("a resident of Kobani", None),
        ("the mother of Azad Baran", None),
        ("the head of the Labour Party", None),
        ("a spokesman for the Interior Ministry", None),
        ("the Ministry of Interior", "Ministry of Interior"),
        ("the University of Duhok", "University of Duhok"),
        ("the governor of Duhok Dara Salar", "Dara Salar"),
        ("Minister of Natural Resources Dara Salar", "Dara Salar"),
    ],
)
def test_a_place_or_body_behind_a_role_is_no_persons_name(speaker: str, name: str | None) -> None:
    assert names(f"“We are late,” {speaker} said.") == [name]


def test_a_pronoun_is_not_the_place_of_a_role() -> None:
    assert names("The mother of Azad Baran wept.", "“We are late,” he said.") == [None]


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("The head of the bus union, Dr Lana Qadir, said the snow was over.", "Lana Qadir"),
        ("One of the drivers, 84-year-old Lana Qadir, took the snow away.", "Lana Qadir"),
        ("Her neighbour across the road, retired driver Lana Qadir, is not cross.", "Lana Qadir"),
        ("University of Zakho road engineer Lana Qadir said the snow was over.", "Lana Qadir"),
        ("Nine buses were late, road chief Lana Qadir said on Friday, and she is cross.", "Lana Qadir"),
        ("Many of the buses are late, said Lana Qadir, who drove them.", "Lana Qadir"),
        ("Neighbour Lana Qadir said the snow was over.", "Lana Qadir"),
        ("Days later, Liberal MNA Lana Qadir said the snow was over.", "Lana Qadir"),
        ("Salar’s daughter Lana said the snow was over.", "Lana"),
    ],
)
def test_a_pronoun_is_the_person_that_the_sentence_before_names(first: str, name: str) -> None:
    assert names("Carla Muster came on Friday.", first, "“It went well,” she said.") == [name]


@pytest.mark.parametrize(
    "subject",
    ["Somebody", "Hundreds", "Dara Salar and Azad Baran", "Residents of a Zakho bus park", "The 24-year-old Swede"],
)
def test_nobody_in_particular_has_no_name(subject: str) -> None:
    assert names(f"{subject} said they were “very late.”") == [None]


def test_two_bearers_of_a_surname_leave_a_pronoun_open() -> None:
    assert names("Dara Salar and his son Azad Salar drove.", "Mr. Salar was late.", "“It went well,” he said.") == [
        None
    ]


@pytest.mark.parametrize("rank", ["Det.-Sgt.", "Lt.-Gov.", "Composer"])
def test_a_rank_of_two_parts_or_a_trade_ends_no_sentence_and_is_no_name(rank: str) -> None:
    (quote,) = extract_quotes([f"“It went well,” {rank} Dara Salar told reporters. “We are very glad of that.”"], "en")
    assert (quote.text, quote.speaker_name) == ("It went well, We are very glad of that.", "Dara Salar")
