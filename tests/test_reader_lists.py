"""Lists around the text of a classic page: tags, related articles, and more by the author."""

from __future__ import annotations

import pytest

from tests.reader_pages import TEXT, read_lines


@pytest.mark.parametrize("heading", ["Rûdaw diğer haberleri", "Rûdaw'ın diğer haberleri", "Daha fazla haber: Rûdaw"])
def test_more_by_the_author_in_words_no_table_knows_ends_the_related_articles(heading: str) -> None:
    head = ("Dünya", "Feribot durdu", "Haber: Rûdaw 22/7/2017", *TEXT)
    below = ("İlgili Haberler", "Köprü açıldı", "Rûdaw TV yeni binada", heading, "Van yolu açıldı")
    article = read_lines(*head, *below, path="turkish/world/22072017")
    assert [each.headline for each in article.related] == ["Köprü açıldı", "Rûdaw TV yeni binada"]


def test_more_by_the_author_is_nobodys_words() -> None:
    head = ("Dünya", "Feribot durdu", "Haber: AFP 22/7/2017", *TEXT)
    below = ("Nana | 23/7/2017", "Kim ödeyecek?", "AFP diğer haberleri", "Köprü açıldı", "Van yolu açıldı")
    article = read_lines(*head, *below, path="turkish/world/22072017")
    assert [(each.author, each.text) for each in article.comments] == [("Nana", "Kim ödeyecek?")]


def test_a_reader_may_name_the_author_and_say_more() -> None:
    head = ("World", "Ferry stops", "By Rudaw 22/7/2017", *TEXT)
    said = (
        "Nana | 23/7/2017",
        "No more Rudaw",
        "Azad | 23/7/2017",
        "Rudaw wants more money",
        "Sam | 24/7/2017",
        "Yes.",
    )
    article = read_lines(*head, *said)
    assert [each.text for each in article.comments] == ["No more Rudaw", "Rudaw wants more money", "Yes."]


def test_no_tags_behind_their_label_in_plain_text() -> None:
    head = ("العالم", "توقف العبارة", "بقلم رووداو 22/7/2017", *TEXT, "مشاركة")
    buttons = ("اطبع هذاأرسله إلى صديق", "احتفظ بهذا")
    assert read_lines(*head, "الوسوم :", *buttons, path="arabic/world/22072017").tags == []
    assert read_lines(*head, "الوسوم : نهر، قمح", *buttons, path="arabic/world/22072017").tags == ["نهر", "قمح"]
    assert read_lines(*head, "الوسوم :", "نهر، قمح", path="arabic/world/22072017").tags == ["نهر", "قمح"]


def test_what_is_most_read_ends_the_related_articles() -> None:
    head = ("Cîhan", "Keştî rawestiya", "Ji aliyê RÛDAW 22-7-2017", *TEXT)
    below = ("Babetên pêwendîdar", "Pir vebû", "Yên herî zêde hatine xwendin", "Rêya Wanê vebû")
    assert [each.headline for each in read_lines(*head, *below, path="kurmanci/world/22072017").related] == ["Pir vebû"]
