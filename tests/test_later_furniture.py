"""What the later layouts print around the text in words that no table knows, or without a space between."""

import json

from rudaw_scraper import extract_article
from rudaw_scraper.labels import Label, label_of
from rudaw_scraper.record import Article

BODY = (
    "Erbil (Rûdaw) - Nehir kıyısındaki köylerde ekim ayında başlayan sulama çalışmaları bu hafta sona erdi.",
    "Köylüler, suyun geçen yıla göre daha erken geldiğini ve hasadın bereketli olacağını söylüyor.",
)
ALSO = ("Köprü yeniden açıldı", "Pazarda fiyatlar düştü")
URL = "https://www.rudaw.net/turkish/business/110520264"
NEXT_URL = "https://www.rudaw.net/turkish/categories/economic/1077790"
ERROR = "Bir hata oluştu! Lütfen biraz sonra tekrar deneyin."


def skwid(
    share: str, section: str = "<div>Ekonomi</div>", buttons: str = "<div>A+ A-</div>", text: str = ""
) -> Article:
    also = "".join(f"<li><a href='/turkish/business/1005202{n}'>{text}</a></li>" for n, text in enumerate(ALSO))
    text = text or "".join(f"<p>{each}</p>" for each in BODY)
    page = (
        f"<main><h1 class='article-main__title'>Sulama bitti</h1><article><div>Dilan Kaya</div>{share}{section}"
        f"<figure><img src='/a.jpg'><figcaption>Köyde bir tarla Fotoğraf: AA</figcaption></figure>"
        f"<div><h4>Daha fazlası: Ekonomi</h4><ul>{also}</ul></div>{buttons}<div>{text}</div></article></main>"
    )
    return extract_article(page, url=URL, fetched_at="2026-05-20T09:00:00Z")


def test_a_message_in_the_share_bar_is_no_caption_and_begins_no_text() -> None:
    networks = "".join(f"<li><a href='#'>Paylaş {name}</a></li>" for name in ("Facebook", "Twitter"))
    share = f"<div class=s><div>Paylaş</div><ul>{networks}</ul><div>{ERROR}</div></div>"
    for buttons in ("<div>A+ A-</div>", ""):
        article = skwid(share, buttons=buttons)
        assert [(caption.text, caption.credit) for caption in article.captions] == [("Köyde bir tarla", "AA")]
        assert (article.section, article.body) == ("Ekonomi", "\n\n".join(BODY))


def test_a_message_in_the_element_of_a_share_bar_in_one_line_is_no_caption() -> None:
    bar = "<span>Paylaş</span><span>Facebook</span><span>Twitter</span><span>Sonra oku</span>"
    article = skwid(f"<div class=s>{bar}<div>{ERROR}</div></div>", section="")
    assert [(caption.text, caption.credit) for caption in article.captions] == [("Köyde bir tarla", "AA")]
    assert article.body == "\n\n".join(BODY)


def test_a_message_between_share_bar_and_section_is_no_caption() -> None:
    article = skwid(f"<div>Paylaş</div><div>{ERROR}</div>")
    assert [(caption.text, caption.credit) for caption in article.captions] == [("Köyde bir tarla", "AA")]


def test_cards_below_a_short_text_are_no_list_above_it() -> None:
    cards = "".join(
        f"<div><a href='/turkish/world/1005202{n}'><h3>{text}</h3></a></div>" for n, text in enumerate(ALSO)
    )
    page = (
        f"<main><h1 class='article-main__title'>Sulama bitti</h1><article><div>Dilan Kaya</div><p>{BODY[0]}</p>"
        f"<div><h3>Yorum yap</h3></div></article><div><h3>Most Viewed</h3>{cards}</div></main>"
    )
    article = extract_article(page, url=URL, fetched_at="2026-05-20T09:00:00Z")
    assert (article.body, article.dateline) == (BODY[0], "Erbil (Rûdaw)")


def test_a_plain_text_with_two_authors_and_a_list_of_the_section() -> None:
    head = (
        "Canlı Yayın",
        "Yeni köprü açıldı ve pazar kuruldu",
        "Dilan Kaya ve Azad Demir",
        "Paylaş",
        "Paylaş Facebook",
    )
    lines = (*head, "Ekonomi", "Bölümden haberler Ekonomi", *ALSO, "A+ A-", *BODY)
    article = extract_article("\n".join(lines), url=URL, fetched_at="2026-05-20T09:00:00Z", content_type="text/plain")
    assert (article.layout, article.headline) == ("skwid", "Yeni köprü açıldı ve pazar kuruldu")
    assert article.authors == ["Dilan Kaya", "Azad Demir"]
    assert (article.captions, article.body) == ([], "\n\n".join(BODY))


def next_page(below: str, share: str = "", html: str | None = None) -> Article:
    text = "".join(f"<p>{each}</p>" for each in BODY)
    data = {"ID": 1077790, "Title": "Sulama bitti", "Summary": "", "categorySlug": "economic"}
    if html is not None:
        data["Body"] = html
    pushed = json.dumps([1, "4:" + json.dumps(data) + "\n"]).replace("</", "<\\/")
    page = (
        f"<main><article><h1>Sulama bitti</h1><time>26/5/2026</time>{share}<div>{html or text}</div></article>"
        f"{below}</main>"
        f"<script>self.__next_f.push({pushed})</script>"
    )
    return extract_article(page, url=NEXT_URL, fetched_at="2026-06-02T09:00:00Z")


def test_tags_that_no_space_sets_apart_from_their_label() -> None:
    tags = "<div><span>Etiketler</span><a href='/turkish/tags/1'>su</a><a href='/turkish/tags/2'>#köy</a></div>"
    assert next_page(tags).tags == ["su", "köy"]
    article = skwid("", buttons="", text=f"<p>{BODY[0]}</p></div>{tags}<div>")
    assert (article.tags, article.body) == (["su", "köy"], BODY[0])


def test_related_articles_on_cards_of_headline_summary_and_time() -> None:
    inner = "<img src='/b.jpg'><h3>{}</h3><p>{}</p><span>2 saat önce</span>"
    card = f"<a href='/turkish/categories/world/107779{{}}'>{inner}</a>"
    cards = "".join(card.format(n, text, BODY[1]) for n, text in enumerate(ALSO, start=1))
    article = next_page(f"<section><h2>İlgili Haberler</h2>{cards}</section>")
    assert [(each.headline, each.url) for each in article.related] == [
        (text, f"https://www.rudaw.net/turkish/categories/world/107779{n}") for n, text in enumerate(ALSO, start=1)
    ]


def test_a_share_bar_in_one_line_is_nobodys_name() -> None:
    article = next_page("", share="<div><span>Paylaş</span><button>X</button></div>")
    assert (article.byline, article.authors, article.body) == (None, [], "\n\n".join(BODY))


def test_boxes_in_the_text_of_the_data_are_left_out() -> None:
    html = f"<p>{BODY[0]}</p><div class='newsletter'><p>Bültenimize abone olun</p></div><p>{BODY[1]}</p>"
    assert next_page("", html=html).body == "\n\n".join(BODY)


def test_buttons_below_links_to_articles_show_the_layout_where_a_date_stands_above_the_share_bar() -> None:
    also = "".join(f"<li><a href='/turkish/business/1005202{n}'>{text}</a></li>" for n, text in enumerate(ALSO))
    page = (
        f"<main><h1>Sulama bitti</h1><div>11/5/2026</div><article><div>Dilan Kaya</div><div>Paylaş</div>"
        f"<div>Ekonomi</div><div><h4>Bölümden</h4><ul>{also}</ul></div><div>A+ A-</div>"
        f"<div><p>{BODY[0]}</p><p>{BODY[1]}</p></div></article></main>"
    )
    article = extract_article(page, url=URL, fetched_at="2026-05-20T09:00:00Z")
    assert (article.layout, article.body) == ("skwid", "\n\n".join(BODY))


def test_a_line_without_a_link_on_a_card_belongs_to_it() -> None:
    card = "<div><h3><a href='/turkish/categories/world/107779{}'>{}</a></h3><p>{}</p><i>2 saat önce</i></div>"
    cards = "".join(card.format(n, text, BODY[1]) for n, text in enumerate(ALSO, start=1))
    article = next_page(f"<section><h2>İlgili Haberler</h2>{cards}</section>")
    assert [each.headline for each in article.related] == list(ALSO)


def test_a_share_bar_without_a_space_between_its_buttons_is_no_deck() -> None:
    networks = "".join(f"<a href='#'>{name}'ta paylaş</a>" for name in ("Facebook", "WhatsApp", "Viber", "Telegram"))
    article = skwid(f"<div><span>PAYLAŞ</span>{networks}<a href='#'>Favorilere ekle</a><span>{ERROR}</span></div>")
    assert (article.byline, article.summary) == ("Dilan Kaya", None)
    assert [(caption.text, caption.credit) for caption in article.captions] == [("Köyde bir tarla", "AA")]


def test_tags_without_a_label_are_known_by_their_links() -> None:
    paragraphs = "".join(f"<p>{each}</p>" for each in BODY)
    tags = "<div><a href='/turkish/tags/7'>Tarım</a><a href='/turkish/tags/8'>Su</a></div>"
    article = skwid("<div>Paylaş</div>", text=f"{paragraphs}</div>{tags}<div>")
    assert (article.tags, article.body) == (["Tarım", "Su"], "\n\n".join(BODY))


def next_with_data(head: str, data: dict[str, str], title: str = "Sulama bitti") -> Article:
    flight = json.dumps(f"5:{json.dumps(data)}\n")
    page = (
        f"<html><head><meta property='og:title' content='{title}'><meta property='og:description' content='{title}'>"
        f"</head><body><main>{head}</main><script>self.__next_f.push([1,{flight}])</script></body></html>"
    )
    return extract_article(page, url=NEXT_URL, fetched_at="2026-07-20T09:00:00Z")


def test_a_description_that_is_the_headline_is_no_summary() -> None:
    text = "".join(f"<p>{each}</p>" for each in BODY)
    article = next_with_data(f"<h1>Sulama bitti</h1><article>{text}</article>", {})
    assert (article.headline, article.summary) == ("Sulama bitti", None)


def test_several_authors_in_the_data_are_several() -> None:
    text = "".join(f"<p>{each}</p>" for each in BODY)
    data = {"ID": "1077790", "Title": "Sulama bitti", "Author": "Dilan Kaya, Mert Demir", "Body": text}
    article = next_with_data("<div>Yükleniyor</div>", data)
    assert (article.byline, article.authors) == ("Dilan Kaya, Mert Demir", ["Dilan Kaya", "Mert Demir"])


def test_an_author_and_a_date_without_a_space_are_no_dateline() -> None:
    text = "".join(f"<p>{each}</p>" for each in BODY)
    line = "<div><a href='/turkish/authors/Rûdaw'>Rûdaw</a><time>19-07-2026</time></div>"
    article = next_with_data(f"<h1>Sulama bitti</h1>{line}<article>{text}</article>", {})
    assert (article.byline, article.date_published, article.dateline) == ("Rûdaw", "2026-07-19", "Erbil (Rûdaw)")


def test_a_logo_with_the_houses_name_makes_no_caption_of_the_author() -> None:
    paragraphs = "".join(f"<p>{each}</p>" for each in BODY)
    page = (
        "<header><img src='/logo.svg' alt='Rudaw'></header><main><h1 class='article-main__title'>Sulama bitti</h1>"
        f"<article><div>Rudaw</div><div>Paylaş</div><div>Ekonomi</div><div>{paragraphs}</div></article></main>"
    )
    article = extract_article(page, url=URL, fetched_at="2026-05-20T09:00:00Z")
    assert (article.byline, article.authors, article.captions) == ("Rudaw", ["Rudaw"], [])


def test_share_buttons_of_a_known_word_and_a_network_are_no_captions() -> None:
    networks = "".join(f"<li><a href='#'>Parve bike li {name}</a></li>" for name in ("Facebook", "Viber", "Messenger"))
    article = skwid(f"<div><span>Parve bike</span><ul>{networks}</ul></div>", section="")
    assert [(caption.text, caption.credit) for caption in article.captions] == [("Köyde bir tarla", "AA")]


def test_a_sub_heading_that_names_two_networks_is_no_share_button() -> None:
    heading = "YouTube follows Facebook"
    page = f"<h1>Sulama bitti</h1><p>By Ann Wright 22/7/2017</p><p>{BODY[0]}</p><h3>{heading}</h3><p>{BODY[1]}</p>"
    url = "http://www.rudaw.net/english/world/220720171"
    article = extract_article(page, url=url, fetched_at="2017-08-01T09:00:00Z")
    assert (article.subheadings, article.body) == ([heading], "\n\n".join((BODY[0], heading, BODY[1])))
    assert [label_of(text) for text in ("Facebook Messenger", "Share on my Facebook")] == [Label.SHARE, Label.SHARE]


def test_a_deck_in_a_heading_begins_no_text() -> None:
    deck = "Perde arkasında ne var, kim ne diyor ve neden sonbahardan önce yanıt beklenmiyor?"
    paragraphs = "".join(f"<p>{each}</p>" for each in BODY)
    page = (
        f"<main><h1 class='article-main__title'>Sulama bitti</h1><article><h2>{deck}</h2><div>Dilan Kaya</div>"
        f"<div>Paylaş</div><div>Ekonomi</div><div>{paragraphs}</div></article></main>"
    )
    article = extract_article(page, url=URL, fetched_at="2026-05-20T09:00:00Z")
    assert (article.summary, article.byline, article.section) == (deck, "Dilan Kaya", "Ekonomi")
    assert article.body == "\n\n".join(BODY)


def test_a_sentence_in_a_heading_at_the_end_of_the_page_is_the_text() -> None:
    page = f"<main><h1 class='article-main__title'>Sulama bitti</h1><div>Dilan Kaya</div><h2>{BODY[1]}</h2></main>"
    article = extract_article(page, url=URL, fetched_at="2026-05-20T09:00:00Z")
    assert (article.layout, article.byline, article.body) == ("skwid", "Dilan Kaya", BODY[1])


def test_a_newsletter_between_place_line_and_text_takes_neither() -> None:
    text = (
        "ئەنجوومەنی شارەوانی بڕیاری لەسەر پردێکی نوێ دا و داوای پارەی لە وەزارەت کرد.",
        "بەلەمەکە دوو ساڵە ناگەڕێت و بازاڕەکە داخراوە، بەڵام کەس نازانێت کەی دەکرێتەوە.",
    )
    box = "<div class='newsletter'><h4>ببە بە ئەندامی نامەی هەواڵ</h4><form><button>OK</button></form></div>"
    page = (
        "<main><h1 class='article-main__title'>بەلەمەکە وەستا</h1><article><div>رووداو</div><div>بەشی بکە</div>"
        f"<div><p>رووداو - هەولێر</p>{box}<p>{text[0]}</p><p>{text[1]}</p></div></article></main>"
    )
    url = "https://www.rudaw.net/sorani/world/22072021"
    article = extract_article(page, url=url, fetched_at="2026-05-20T09:00:00Z")
    assert (article.dateline, article.captions) == ("رووداو - هەولێر", [])
    assert article.body == "\n\n".join(text)


def test_the_lead_caption_of_the_data_stands_beside_one_in_the_text() -> None:
    figure = "<figure><img src='/b.jpg'><figcaption>Bir kanal. Fotoğraf: AA</figcaption></figure>"
    text = f"<p>{BODY[0]}</p>{figure}<p>{BODY[1]}</p>"
    data = {"ID": "1077790", "Title": "Sulama bitti", "Body": text, "ImageCaption": "Köyde bir tarla. Fotoğraf: DHA"}
    article = next_with_data("<div>Yükleniyor</div>", data)
    assert [(each.text, each.credit, each.position) for each in article.captions] == [
        ("Köyde bir tarla.", "DHA", "lead"), ("Bir kanal.", "AA", "inline"),
    ]  # fmt: skip
