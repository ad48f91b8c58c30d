"""English reporting clauses: who says it, by which verb, and where a quotation begins and ends. All invented."""

import pytest

from rudaw_scraper.quotes import ParagraphQuote, extract_quotes


def only(*paragraphs: str) -> ParagraphQuote:
    (quote,) = extract_quotes(paragraphs)
    return quote


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We are late,” said Dara Salar, the head of the union.", "Dara Salar", "said"),
        ("“We are late,” Salar said.", "Salar", "said"),
        ("“We are late,” he said.", "he", "said"),
        ("Councillor Dara Salar (Independent) said: “We are late.”", "Councillor Dara Salar", "said"),
        ("“We are late,” Dara Salar (34) told the court.", "Dara Salar", "told"),
        ("“We are late,” Salar, who joined in 2009, told Rudaw.", "Salar", "told"),
        ("“We are late,” Dara Salar, the head of the union, has said.", "Dara Salar", "said"),
        ("“We are late,” Salar also said later on Friday.", "Salar", "said"),
        ("“We are late,” a police official told reporters.", "a police official", "told"),
        ("“We are late,” officials in the town said.", "officials in the town", "said"),
        ("“We are late,” said one of the drivers.", "one of the drivers", "said"),
        ("“We are late,” said the driver and waved.", "the driver", "said"),
        ("“We are late,” said residents and displaced families.", "residents and displaced families", "said"),
        ("“We are late,” according to the transport ministry.", "the transport ministry", "according to"),
        ("“We are late,” as Salar put it.", "Salar", "put"),
        ("“Are we late?” Salar asked.", "Salar", "asked"),
        ("“We are late,” Salar grumped.", "Salar", "grumped"),
        ("Salar said: “We are late.”", "Salar", "said"),
        ("Salar said that “we are late.”", "Salar", "said"),
        ("Salar told reporters in Erbil on Friday: “We are late.”", "Salar", "told"),
        ("Salar: “We are late.”", "Salar", ":"),
        ("According to Dara Salar, “we are late.”", "Dara Salar", "According to"),
        ("In a statement on Friday, the ministry said: “We are late.”", "the ministry", "said"),
        ("Speaking in Erbil, Salar added, “We are late.”", "Salar", "added"),
        ("Salar stood up and said: “We are late.”", "Salar", "said"),
        ("Salar blamed the snow, saying, “We are late.”", "Salar", "saying"),
        ("The union’s head, Dara Salar, said: “We are late.”", "Dara Salar", "said"),
        ("General Dara Salar wrote on Twitter: “We are late.”", "General Dara Salar", "wrote"),
        ("Salar and Azad said: “We are late.”", "Salar and Azad", "said"),
        ("Salar was quoted as saying: “We are late.”", "Salar", "saying"),
        ("Salar is insisting that it was “nobody’s fault at all.”", "Salar", "insisting"),
        ("Salar called the delay “a disgrace for us all.”", "Salar", "called"),
        ("“We are late,” Salar shot back.", "Salar", "shot"),
        ("“Are we late?” Salar wanted to know.", "Salar", "wanted"),
        ("“We are late!” Salar snorts.", "Salar", "snorts"),
        ("“We are late,” Salar began, “and nobody cares.”", "Salar", "began"),
        ("In the hall he went on: “We are late.”", "he", "went"),
        ("As the poet Dara Salar once put it, “we are late.”", "the poet Dara Salar", "put"),
        ("Critics call the delay “a disgrace for us all.”", "Critics", "call"),
        (
            "Article 19 of the constitution states that “nobody may be late.”",
            "Article 19 of the constitution",
            "states",
        ),
        ("The firm, AgroPort, estimated the loss at “a million or more.”", "The firm", "estimated"),
        ("“We are late,” the agency quoted Dara Salar as saying.", "Dara Salar", "saying"),
        ("The agency quoted Dara Salar as saying: “We are late.”", "Dara Salar", "saying"),
        ("“We are late,” he is quoted as saying.", "he", "saying"),
        ("The delay, which Salar attributed to “a lack of snow tyres,” was long.", "Salar", "attributed"),
        ("The ministry is reminding drivers to travel only “if they really must.”", "The ministry", "reminding"),
        ("He was told by a guard to “come back late.”", "a guard", "told"),
        ("Salar said the bus left at 5:12 a.m. near Zakho and was “very late.”", "Salar", "said"),
        ("Calling the delay “a disgrace for us all,” Salar left the hall.", "Salar", "Calling"),
        ("Days after promising “snow tyres for all,” the ministry sold its buses.", "the ministry", "promising"),
        ("In a statement describing it as “a late bus”, Dara Salar declined to come.", "Dara Salar", "describing"),
        ("Salar was quick to point out that “nobody was hurt.”", "Salar", "point"),
        ("Azad thought the delay was, in Mr. Salar’s words, “a bus too late.”", "Mr. Salar", "words"),
        ("Salar said drivers who came that way would have felt “a late jolt.”", "Salar", "said"),
    ],
)
def test_reporting_clauses(text: str, speaker: str, cue: str) -> None:
    quote = only(text)
    assert (quote.speaker, quote.cue, quote.continues) == (speaker, cue, False)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Salar, who had met Azad Baran, said: “We are late.”", "Salar"),
        ("Salar told Azad Baran, the head of the union: “We are late.”", "Salar"),
        ("A man who saw the crash said: “We were late.”", "A man"),
        ("After Azad spoke, Salar said, “We are late.”", "Salar"),
        ("Born in Duhok, Salar came home with, as she liked to say, “one good coat.”", "she"),
        ("Azad quoted his aunt, who used to say: “We are late.”", "his aunt"),
        ("She is mourned by what her friend, Dara Salar, called “a million words.”", "Dara Salar"),
        ("In the film, an officer can be heard shouting “We are late!”", "an officer"),
        ("A guard who was there, and who gave no name, told Rudaw that they were “late again.”", "A guard"),
        ("Sen. Dara Salar, D-Vt., who wrote to Azad Baran last week: “We are late.”", "Sen. Dara Salar"),
        ("Under the plan, which the ministry says will “reward the late,” they lose.", "the ministry"),
        ("Salar said costs were “steady,” and that the firm expected “some growth.”", "Salar"),
        ("He’d told his friends that they were “very late.”", "He"),
        ("Sgt Dara Salar of Duhok and Zakho Police said they were “late.”", "Sgt Dara Salar"),
        ("Zakho boss Dara Salar was cross, describing the goal as “a late one.”", "Zakho boss Dara Salar"),
        (
            "Founder and chief executive Dara Salar was calm, saying they were “late.”",
            "Founder and chief executive Dara Salar",
        ),
        ("The chairman, property developer Dara Salar, said they were “late.”", "Dara Salar"),
        ("Azad, hailed by his neighbors as “a gentle giant,” was late.", "his neighbors"),
        ("Azad died in what one analyst termed “a late departure.”", "one analyst"),
        ("His rival, Rep. Dara Salar, tweeted, “We are late.”", "Rep. Dara Salar"),
        ("The envoy appealed to all of them to “come in time.”", "The envoy"),
        ("The Democrat, Dara Salar, said they were “late.”", "Dara Salar"),
        ("Salar said Azad Baran called the delay “a disgrace.”", "Azad Baran"),
        ("“We are late,” Salar said, calling the delay “a disgrace” and a shame.", "Salar"),
        ("Salar, who was there, said drivers who had promised to come then “turned back.”", "Salar"),
        ("They signed a plea, seen by the Zakho Post, which says it is “late.”", "a plea"),
        ("It rose by 4 percent, the union has said, describing it as “proof of snow.”", "the union"),
        (
            "Banking firm Salar Baran, which owns the buses, left early, saying they were “late.”",
            "Banking firm Salar Baran",
        ),
        (
            "A report into the fall of a bridge that killed six people at a fair blames “late snow.”",
            "A report into the fall of a bridge",
        ),
        ("He was sent home, a decision the driver’s family described as “late.”", "the driver’s family"),
        (
            "The head of the local that represents 2,100 bus drivers in Zakho accused Azad of “snow.”",
            "The head of the local",
        ),
        ("Drivers were tired, chief Dara Salar said in a statement, describing it as “late.”", "chief Dara Salar"),
        ("Salar told him, according to a note of the call, that they were “all late.”", "Salar"),
        ("Salar said the ministry had agreed to send its buses “within the week.”", "Salar"),
        ("Judge Lana Qadir, who admonished Azad to “move along,” told drivers to go.", "Judge Lana Qadir"),
        ("One bus in four is late, a sum its president, Dr. Lana Qadir, calls “staggering.”", "Dr. Lana Qadir"),
        ("He went out, prompting cries of “Shame!” from people in the hall.", "people"),
        ("She was a driver whose friends described her as “never late.”", "friends"),
        ("Salar, whose buses are slow for what advocates call “want of snow tyres,” left.", "advocates"),
        ("The court heard Salar told the driver that “they were all late.”", "Salar"),
        ("They sang, with one former minister warning that it was “late.”", "one former minister"),
        ("Thousands sang, with relatives of the drivers accusing Azad of “being late.”", "relatives of the drivers"),
        ("The strike begins unless the firm comes with what its chief buyer calls “a late bus.”", "its chief buyer"),
        ("The bus, says Azad’s Dara Salar — no friend of snow — was “late.”", "Azad’s Dara Salar"),
        ("They left after Azad’s Dara Salar — no friend of snow — said they were “late.”", "Azad’s Dara Salar"),
        (
            "ZAKHO - The World Bus Union declared it a failure, citing “late buses and no snow tyres.”",
            "The World Bus Union",
        ),
        ("The report, titled “Nobody Is Late,” accuses the ministry of “doing nothing.”", "The report"),
        ("Salar said in a letter to Azad, who had called for talks, that “we are late, all of us.”", "Salar"),
    ],
)
def test_the_subject_wins_over_a_nearer_name(text: str, speaker: str) -> None:
    assert extract_quotes([text])[-1].speaker == speaker


def test_a_split_quotation_is_one_with_two_segments() -> None:
    text = "“We are late,” Dara Salar said. “We should go.”"
    quote = only(text)
    assert quote.text == "We are late, We should go."
    assert [text[part.start : part.end] for part in quote.segments] == ["We are late,", "We should go."]


def test_a_clause_that_ends_in_and_goes_on_with_the_quotation() -> None:
    """The subject "the driver and …" has nothing behind it to be taken in."""
    quote = only("“We are late,” said the driver and “nobody waits for us.”")
    assert (quote.speaker, quote.cue, len(quote.segments)) == ("the driver", "said", 2)


def test_a_further_cue_makes_a_further_quotation() -> None:
    first, second = extract_quotes(["“We are late,” Salar said. “We should go,” Azad answered."])
    assert (first.text, first.speaker) == ("We are late", "Salar")
    assert (second.text, second.speaker) == ("We should go", "Azad")


def test_a_quotation_over_three_paragraphs_is_one() -> None:
    paragraphs = ["“We left at night,” Salar said. “It was cold.", "“We walked for two days.", "“Then it was over.”"]
    quote = only(*paragraphs)
    assert quote.text == "We left at night, It was cold. We walked for two days. Then it was over."
    assert [part.paragraph for part in quote.segments] == [0, 0, 1, 2]


def test_a_paragraph_that_is_a_quotation_goes_on_with_its_speaker() -> None:
    first, second = extract_quotes(["“We left at night,” Dara Salar said.", "“It was cold on the mountain.”"])
    assert not first.continues
    assert (second.speaker, second.cue, second.speaker_name, second.continues) == (None, None, "Dara Salar", True)


def test_the_sentence_before_gives_the_speaker_of_a_quotation_of_its_own() -> None:
    quote = only("Minister Azad Baran was blunt. “Nobody will be paid this month.”")
    assert (quote.speaker, quote.speaker_name, quote.continues) == (None, "Azad Baran", True)


def test_somebody_who_laughs_or_nods_says_what_stands_behind() -> None:
    text = "“We are late,” Dara Salar says. {} “Very late.”"
    assert [quote.speaker_name for quote in extract_quotes([text.format("His driver nods.")])] == [
        "Dara Salar",
        "His driver",
    ]
    assert [quote.speaker_name for quote in extract_quotes([text.format("The road is long.")])] == ["Dara Salar"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "The film “A Time of Snow” opens on Friday.",
        "He was arrested on charges of “insulting the state.”",
        "Demonstrators carried a banner reading “Water is life.”",
        "The operation is known as “Silver Shield.”",
        "Joe “Sloppy” Smith owns the bar.",
        "The “caliphate” is gone.",
        "The so-called “safe zone” is empty.",
        "The book, titled “The Last Orchard,” sold well, Salar said.",
        "Dara Salar never said that “the trains are always late in this town.”",
        "Nobody remembers who first called the hall “the ark.”",
        "The law defines a “resident” as anybody who sleeps there.",
        "The “Neon Heart” singer posted a photograph.",
    ],
)
def test_titles_names_slogans_and_charges_are_left_out(text: str) -> None:
    assert extract_quotes([text]) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We are late,” Salar said.", "direct"),
        ("Salar said: “We are late.”", "direct"),
        ("They would come “with a whole set of new skills,” Salar said.", "partial"),
        ("Salar called it “a disgrace.”", "partial"),
        ("Salar said the plan was “dead on arrival.”", "partial"),
        ("Salar told his voters, “our town is in trouble and nobody cares.”", "direct"),
    ],
)
def test_direct_and_partial(text: str, kind: str) -> None:
    assert only(text).kind == kind


def test_only_the_last_comma_is_dropped_and_only_from_the_text() -> None:
    text = "“Slowly, slowly,” Salar said."
    quote = only(text)
    assert quote.text == "Slowly, slowly"
    (segment,) = quote.segments
    assert text[segment.start : segment.end] == "Slowly, slowly,"


def test_an_unknown_language_is_read_as_english() -> None:
    (quote,) = extract_quotes(["“We are late,” Salar said."], "xx")
    assert quote.speaker == "Salar"


def test_five_words_and_a_full_stop_are_kept_without_a_speaker() -> None:
    quote = only("“Nobody knows who wrote this letter.”")
    assert (quote.speaker, quote.speaker_name, quote.cue, quote.continues) == (None, None, None, False)


def test_a_short_sentence_in_capitals_is_no_title() -> None:
    (quote,) = extract_quotes(["“We are not late,” he said when he came home. “I’m Salar.”"])
    assert quote.text == "We are not late, I’m Salar."
