"""Lists around the text of a classic page: related articles, and more by the author."""

from __future__ import annotations

import pytest

from tests.reader_pages import TEXT, read_lines


@pytest.mark.parametrize("heading", ["Rûdaw diğer haberleri", "Rûdaw'ın diğer haberleri", "Tüm haberler: Rûdaw"])
def test_more_by_the_author_in_words_no_table_knows_ends_the_related_articles(heading: str) -> None:
    head = ("Dünya", "Feribot durdu", "Haber: Rûdaw 22/7/2017", *TEXT)
    below = ("İlgili Haberler", "Köprü açıldı", "Rûdaw TV yeni binada", heading, "Van yolu açıldı")
    article = read_lines(*head, *below, path="turkish/world/22072017")
    assert [each.headline for each in article.related] == ["Köprü açıldı", "Rûdaw TV yeni binada"]
