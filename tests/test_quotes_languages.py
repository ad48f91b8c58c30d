"""Reporting clauses in Sorani, Kurmanji, Arabic and Turkish. All invented."""

import pytest

from rudaw_scraper.quotes import ParagraphQuote, extract_quotes

SORANI = [
    ('ئازاد کەریم، پارێزگاری دهۆک، ڕایگەیاند: "ئێمە دێین."', "ئازاد کەریم", "ڕایگەیاند", "direct"),
    ('ئازاد کەریم گوتی " ئێمە سبەی دێین".', "ئازاد کەریم", "گوتی", "direct"),
    ('ئازاد كەریم رایگەیاند، كە كارەكە تەواو بووە و "كەس دواناكەوێت".', "ئازاد كەریم", "رایگەیاند", "partial"),
    ('وتەبێژی وەزارەتی ئاو شیرین عەلی وتی "بەفر کەمە".', "شیرین عەلی", "وتی", "direct"),
    ("بەرپرسێکی ئاسایش وتی: «ئێمە ئاگادارین.»", "بەرپرسێکی ئاسایش", "وتی", "direct"),
    ('ئازاد کەریم، لە وەڵامدا ئەوەندەی گوت "نازانم".', "ئازاد کەریم", "گوتی", "direct"),
    ('بە گوتەی هێمن ساڵح، "رێگاکە داخراوە."', "هێمن ساڵح", "بە گوتەی", "direct"),
    ("هێمن ساڵح نووسیویەتی ”رێگاکە داخراوە.“", "هێمن ساڵح", "نووسیویەتی", "direct"),
]
KURMANJI = [
    ("Şêrko Botî got: “Em ê sibê bên.”", "Şêrko Botî", "got", "direct"),
    ('Parêzgarê Duhokê Şêrko Botî ji Rûdawê re got: "Em ê bên."', "Şêrko Botî", "got", "direct"),
    ('Berdevka Partiya Gelê Azad a Kurdistanê Nesrîn Elî wiha got: "Na."', "Nesrîn Elî", "got", "direct"),
    ('Botî herwiha got: "Em ê bên."', "Botî", "got", "direct"),
    ('Botî di civînê de diyar kir: "Em ê bên."', "Botî", "diyar kir", "direct"),
    ('Botî anî ziman ku "rewş xirab e".', "Botî", "anî ziman", "partial"),
    ('Rayedarekî ewlehiyê ragihand: "Rê girtî ye."', "Rayedarekî ewlehiyê", "ragihand", "direct"),
    ('Li gorî Hêmin Salih, "rê girtî ye."', "Hêmin Salih", "Li gorî", "direct"),
    ('Wê got: "Em ê bên."', "Wê", "got", "direct"),
]
ARABIC = [
    ('قال شيركو البوتي: "سنأتي غداً".', "شيركو البوتي", "قال", "direct"),
    ('وأضاف البوتي أن "الطريق مغلق".', "البوتي", "وأضاف", "partial"),
    ('وقال وزير الموارد المائية كريم الساعدي في بيان: "سنأتي".', "كريم الساعدي", "وقال", "direct"),
    ('وأكدت المتحدثة باسم وزارة الصحة نسرين علي، أن "الوضع جيد".', "نسرين علي", "وأكدت", "partial"),
    ('وقال مصدر أمني لرووداو: "أوقفنا الرجل".', "مصدر أمني", "وقال", "direct"),
    ("وشدد كريم الساعدي على «ضرورة التهدئة».", "كريم الساعدي", "وشدد", "partial"),
    ('"لن نترك أرضنا"، قال هيمن صالح.', "هيمن صالح", "قال", "direct"),
    ('وبحسب هيمن صالح، "الطريق مغلق".', "هيمن صالح", "وبحسب", "direct"),
]
TURKISH = [
    ('Duhok Valisi Şerko Botani, "Yarın başlıyoruz" dedi.', "Şerko Botani", "dedi", "direct"),
    ('Botani, "Para hazır. Kimse kalmayacak" diye konuştu.', "Botani", "diye konuştu", "direct"),
    (
        "Erbil’de konuşan Sözcü Nesrin Ali, “Su yok.” ifadelerini kullandı.",
        "Nesrin Ali",
        "ifadelerini kullandı",
        "direct",
    ),
    ('"Durum kötü" diyen Nesrin Ali, yardım istedi.', "Nesrin Ali", "diyen", "direct"),
    ('Sözcü Kerem Aslan şöyle konuştu: "Sabırlı olun."', "Kerem Aslan", "şöyle konuştu", "direct"),
    ('Aslan: "Bu bir başlangıç."', "Aslan", ":", "direct"),
    ("Hasan Yıldız, ‘Tarlam kurudu’ diyerek tepki gösterdi.", "Hasan Yıldız", "diyerek", "direct"),
]
SORANI += [
    ('سەرۆک وەزیرانی هەرێم هێمن ساڵح گوتی: "مووچە دەدرێت."', "هێمن ساڵح", "گوتی", "direct"),
    ('رۆژی دووشەممە، ئازاد کەریم بە رووداوی راگەیاند: "دێین."', "ئازاد کەریم", "راگەیاند", "direct"),
]
ARABIC += [
    ('وقال مواطن يدعى كاوه حسن: "لا ماء لدينا".', "كاوه حسن", "وقال", "direct"),
    ('من جانبه، أكد رئيس إقليم كوردستان آزاد كريم أن "الحوار هو الحل".', "آزاد كريم", "أكد", "partial"),
]
TURKISH += [
    ('Ali ayrıca, "İtiraz edeceğiz" dedi.', "Ali", "dedi", "direct"),
    ('Bakan, "Geliyoruz" şeklinde konuştu.', "Bakan", "şeklinde konuştu", "direct"),
]
CASES = [
    (language, *case)
    for language, cases in (("ckb", SORANI), ("kmr", KURMANJI), ("ar", ARABIC), ("tr", TURKISH))
    for case in cases
]


@pytest.mark.parametrize(("language", "text", "speaker", "cue", "kind"), CASES)
def test_speaker_cue_and_kind(language: str, text: str, speaker: str, cue: str, kind: str) -> None:
    (quote,) = extract_quotes([text], language)
    assert (quote.speaker, quote.cue, quote.kind) == (speaker, cue, kind)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ckb", 'ئەو کەسە بە تۆمەتی "تێکدانی ئاسایش" گیرا و گوتی ناڕازییە.'),
        ("ckb", 'خۆپیشاندەران بە دروشمی "ئاو ژیانە" هاتن.'),
        ("kmr", 'Ew bi tohmeta "têkdana ewlehiyê" hate girtin.'),
        ("kmr", 'Gel bi dirûşma "Av jiyan e" meşiya.'),
        ("kmr", 'Pirtûkek bi navê "Çiyayê Spî" derket.'),
        ("ar", 'اعتقل الرجل بتهمة "الإخلال بالأمن".'),
        ("ar", 'رفع المتظاهرون شعار "الماء حياة".'),
        ("tr", 'Göstericiler "Su hayattır" sloganıyla yürüdü.'),
        ("tr", '"Kayıp Zaman" adlı film gösterildi.'),
        ("tr", "Erbil’de ve Duhok’ta toplandılar."),
        ("kmr", "Di 9'ê Çileya 2013'an de çûn."),
    ],
)
def test_charges_slogans_and_names_are_left_out(language: str, text: str) -> None:
    assert extract_quotes([text], language) == []


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("ckb", 'ئازاد کەریم وتی: "دێین."', 'هەروەها گوتیشی: "ناچین."'),
        ("kmr", 'Şêrko Botî got: "Em tên."', 'Herwiha got: "Em diçin."'),
        ("ar", 'قال شيركو البوتي: "سنأتي".', 'وأضاف: "سنذهب".'),
        ("tr", 'Şerko Botani, "Geliyoruz" dedi.', '"Gidiyoruz" diye ekledi.'),
    ],
)
def test_a_dropped_subject_is_the_speaker_before(language: str, first: str, second: str) -> None:
    one, two = extract_quotes([first, second], language)
    assert two.speaker is None
    assert two.cue is not None
    assert (two.speaker_name, two.continues) == (one.speaker_name, False)


@pytest.mark.parametrize(
    ("language", "text", "name", "description"),
    [
        ("ckb", 'ئازاد کەریم، پارێزگاری دهۆک، وتی: "دێین."', "ئازاد کەریم", "پارێزگاری دهۆک"),
        ("kmr", 'Parêzgarê Duhokê Şêrko Botî got: "Em tên."', "Şêrko Botî", "Parêzgarê Duhokê"),
        ("ar", 'قال محافظ دهوك شيركو البوتي: "سنأتي".', "شيركو البوتي", "محافظ دهوك"),
        ("tr", 'Duhok Valisi Şerko Botani, "Geliyoruz" dedi.', "Şerko Botani", "Duhok Valisi"),
    ],
)
def test_the_role_in_front_is_the_description(language: str, text: str, name: str, description: str) -> None:
    (quote,) = extract_quotes([text], language)
    assert (quote.speaker, quote.speaker_name, quote.speaker_description) == (name, name, description)


def both(language: str, first: str, second: str) -> list[ParagraphQuote]:
    return extract_quotes([first, second], language)


@pytest.mark.parametrize(
    ("language", "first", "second", "name"),
    [
        ("ckb", 'ئازاد کەریم وتی: "دێین."', 'کەریم وتی: "ناچین."', "ئازاد کەریم"),
        ("ckb", 'سەلاح مەحموود وتی: "دێین."', 'سەلاح مەحمود وتی: "ناچین."', "سەلاح مەحموود"),
        ("ckb", 'ئازاد کەریم وتی: "دێین."', 'ناوبراو وتی: "ناچین."', "ئازاد کەریم"),
        ("kmr", 'Nesrîn Elî got: "Em tên."', 'Nesrîn Eliyê got: "Em diçin."', "Nesrîn Elî"),
        ("kmr", 'Şêrko Botî got: "Em tên."', 'Wî got: "Em diçin."', "Şêrko Botî"),
        ("ar", 'قال شيركو البوتي: "سنأتي".', 'وأكد البوتي: "سنذهب".', "شيركو البوتي"),
        ("tr", 'Şerko Botani, "Geliyoruz" dedi.', 'Botani, "Gidiyoruz" dedi.', "Şerko Botani"),
    ],
)
def test_short_forms_and_spellings_take_the_full_name(language: str, first: str, second: str, name: str) -> None:
    assert [quote.speaker_name for quote in both(language, first, second)] == [name, name]


@pytest.mark.parametrize(
    ("text", "speaker", "description"),
    [
        # Another verb begins the sentence: its subject is the speaker, its object is not.
        ("ورفض المدرب شيركو البوتي التعليق على الخبر، وقال: «لن أجيب اليوم».", "شيركو البوتي", "المدرب"),
        ("وافتتح وزير الزراعة ئاوات قادر السد، وأضاف: «هذا أول الغيث».", "ئاوات قادر", "وزير الزراعة"),
        ("ونفى المتحدث باسم البلدية ريبين شوان الأنباء وقال: «لا صحة لها».", "ريبين شوان", "المتحدث باسم البلدية"),
        ("وانتقد النائب ريبين عبد الله الموازنة، قائلا: «لا تكفي شهرا».", "ريبين عبد الله", "النائب"),
        ("والتقى ريبين شوان السوداني الأهالي، وقال: «نسمع صوتكم».", "ريبين شوان السوداني", None),
        ("وكانت المديرة نازدار شوان قد زارت القرية، وقالت: «الماء قليل».", "نازدار شوان", "المديرة"),
        ("وسرد المزارع قصته للحاضرين، وقال: «ولدت هنا».", "المزارع", None),
        ("وانتقد رئيس المجلس القرار، وقال: «لن نوافق».", "رئيس المجلس", None),
        ("وبعد الجلسة، تحدث رئيس المجلس إلى الأهالي، وقال: «اتفقنا».", "رئيس المجلس", None),
        ("ريبين شوان رفض الإجابة، وقال: «غدا».", "ريبين شوان", None),
        ("قال وزير الزراعة ريبين شوان قادر خلال الجلسة: «اتفقنا».", "ريبين شوان قادر", "وزير الزراعة"),
        ("ووقفت أمينة شوان أمام الباب، وقالت: «لم يأت أحد».", "أمينة شوان", None),  # or a secretary
        ("وحضر عبد الله عبد الكريم الجلسة، وقال: «نحن هنا».", "عبد الله عبد الكريم", None),
        ("ومنع الحارس الأهالي من الدخول، وقال أحدهم: «لن نعود».", "أحدهم", None),
        # The subject is left out, or another's.
        ("ورفض التعليق على الأسعار، وقال: «هذا ليس من عملي».", None, None),
        ("وارتفعت الأسعار، وقال: «لا أحد يشتري شيئا هذه الأيام».", None, None),
    ],
)
def test_arabic_sentences_that_begin_with_another_verb(text: str, speaker: str | None, description: str | None) -> None:
    (quote,) = extract_quotes([text], "ar")
    assert (quote.speaker, quote.speaker_description) == (speaker, description)


@pytest.mark.parametrize(
    ("language", "text", "speaker", "description"),
    [
        ("ckb", "وەزیری دارایی سامان ڕەشید بەنداوەکەی کردەوە و گوتی: «ئاو زۆرە».", "سامان ڕەشید", "وەزیری دارایی"),
        ("ckb", "ڕاهێنەر دلێر قادر ڕەتیکردەوە وەڵام بداتەوە و گوتی: «نا».", "دلێر قادر", "ڕاهێنەر"),
        ("ckb", "وەزیری دارایی دلێر قادر ڕەشید لە دانیشتنەکە گوتی: «نا».", "دلێر قادر ڕەشید", "وەزیری دارایی"),
        ("ckb", "وەزیری دارایی دلێر قادر بەنداوەکەی کردەوە و گوتی: «نا».", "دلێر قادر", "وەزیری دارایی"),
        ("ckb", "شوان قادر رەخنەی لە شارەوانی گرت و گوتی: «کەس نایەت».", "شوان قادر", None),
        ("ckb", "جووتیارێک ئاماژەی بە وشکی کرد و گوتی: «باران نەباری».", "جووتیارێک", None),
        ("kmr", "Piştî civînê, serokê komîteyê bi xelkê re axivî û got: “Em li hev hatin.”", "serokê komîteyê", None),
        ("tr", "Toplantının ardından açıklama yapan birlik başkanı, “Anlaştık” dedi.", "birlik başkanı", None),
        ("tr", "“Yağmur yağmadı” diyen çiftçi Şivan Kadir, yardım istedi.", "Şivan Kadir", "çiftçi"),
    ],
)
def test_what_stands_between_speaker_and_cue_is_no_part_of_the_speaker(
    language: str, text: str, speaker: str, description: str | None
) -> None:
    (quote,) = extract_quotes([text], language)
    assert (quote.speaker, quote.speaker_description) == (speaker, description)


@pytest.mark.parametrize(
    ("text", "speaker", "description"),
    [
        # A place and an agency in front, an adverbial in front, with a comma or without.
        ("دهۆک (ڕووداو) - قایمقام ڕێبین شوان لە دانیشتنەکە گوتی: «دێین».", "ڕێبین شوان", "قایمقام"),
        ("لە کۆبوونەوەکەدا ڕێبین شوان گوتی: «دێین».", "ڕێبین شوان", None),
        ("لە وەڵامی پرسیارێکدا، پەرستارێک گوتی: «ماندووین».", "پەرستارێک", None),
        # The noun of a verb phrase, an object, and what is one's own, are no part of a name.
        ("دلێر گلەیی لە باران دەکات و دەڵێت: «بەس بوو».", "دلێر", None),
        ("مامۆستا نازدار کەریم هۆکاری دواکەوتنەکەی گەڕاندەوە بۆ بەفر و گوتی: «ڕێگا نەبوو».", "نازدار کەریم", "مامۆستا"),
        ("نازدار کەریم دڵتەنگیی خۆی دەربڕی و گوتی: «داخەکەم».", "نازدار کەریم", None),
        # Roles: two of them, a title, a body in no table, "by the name of", "one of".
        ("شاعیر و وەرگێڕ ڕێبین شوان دەڵێت: «شیعر ماوە».", "ڕێبین شوان", "شاعیر و وەرگێڕ"),
        ("پسپۆری دڵ دکتۆر ڕێبین شوان گوتی: «مەترسە».", "ڕێبین شوان", "پسپۆری دڵ دکتۆر"),
        ("گوتەبێژی سنوور، نەقیب ڕێبین شوان، ڕایگەیاند: «داخراوە».", "ڕێبین شوان", "گوتەبێژی سنوور، نەقیب"),
        ("ئەندازیارێک بە ناوی ڕێبین شوان گوتی: «بەهێزە».", "ڕێبین شوان", "ئەندازیارێک"),
        ("خوشکی یەکێک لە ئاوارەکان گوتی: «سارد بوو».", "خوشکی یەکێک لە ئاوارەکان", None),
        ("ئەو پەرستارە گوتیشی: «ماندووین».", "ئەو پەرستارە", None),
        ("پەرستارێکی شەوان گوتی: «ماندووین».", "پەرستارێکی شەوان", None),
        ("بەڕێوەبەری ناوەندی سلێمانی تریفە ڕەحیمی گوتی: «کراوەیە».", "تریفە ڕەحیمی", "بەڕێوەبەری ناوەندی سلێمانی"),
        ("پزیشکی منداڵان لە شاری ئاکرێ، ڕێبین شوان، گوتی: «سارد بوو».", "ڕێبین شوان", "پزیشکی منداڵان لە شاری ئاکرێ"),
        ("برای یەکێک لە کوژراوەکان دەرگای کردەوە و گوتی: «وەرن».", "برای یەکێک لە کوژراوەکان", None),
        # Somebody's opinion, and what a document says.
        ("بە بڕوای ڕێبین شوان، «نرخەکان دادەبەزن».", "ڕێبین شوان", None),
        ("ڕێبین شوان پێی وایە بەنداوەکە «زۆر کۆنە».", "ڕێبین شوان", None),
        ("لە ڕاپۆرتی زانکۆدا هاتووە: «ئاو کەم بووە».", "زانکۆ", None),
        ("یانەی ئاسۆ لە نامەیەکدا داوا دەکات «یارییەکە دووبارە بێتەوە».", "یانەی ئاسۆ", None),
    ],
)
def test_sorani_speakers(text: str, speaker: str, description: str | None) -> None:
    (quote,) = extract_quotes([text], "ckb")
    assert (quote.speaker, quote.speaker_description) == (speaker, description)


@pytest.mark.parametrize(
    ("text", "speaker", "description"),
    [
        ("Zaxo (Rûdaw) - Parêzera wê Şîlan Kadir got: “Em ê bên.”", "Şîlan Kadir", "Parêzera wê"),
        ("Doktora gund Şîlan Kadir bal kişand ser avê: “Av qirêj e.”", "Şîlan Kadir", "Doktora gund"),
        ("Serokê Komeleya Şivanan Kendal Şêxo Elî got: “Bihar hat.”", "Kendal Şêxo Elî", "Serokê Komeleya Şivanan"),
        ("Berdevka Xwendekarên Zanîngehê Şîlan Kadir got: “Na.”", "Şîlan Kadir", "Berdevka Xwendekarên Zanîngehê"),
        ("Wezîra Karkeran Şîlan Kadir got: “Na.”", "Şîlan Kadir", "Wezîra Karkeran"),
        ("Penabera ji Kobanê Şîlan Kadir dibêje: “Em westiyan.”", "Şîlan Kadir", "Penabera ji Kobanê"),
        ("Helbestvan Kendal Şêxo got: “Na.”", "Kendal Şêxo", "Helbestvan"),
        ("Şofêrekî bi navê Kendal Şêxo got: “Rê girtî ye.”", "Kendal Şêxo", "Şofêrekî"),
        ("Dozger daxwaza girtinê kir û got: “Delîl hene.”", "Dozger", None),
        ("Bazirganekî mewijan li sûkê got: “Buha ketin.”", "Bazirganekî mewijan", None),
        ("Kureke 9 salî li dibistanê got: “Ez ê bibim doktor.”", "Kureke 9 salî", None),
        ("Rahênerê Zaxoyê bertek nîşan da: “Ev ne dad e.”", "Rahênerê Zaxoyê", None),
        ("Li gorî rêvebera dibistanê Şîlan Kadir, “sinif sar in.”", "Şîlan Kadir", "rêvebera dibistanê"),
        ("Keça Kendal, Şîlan Şêxo, bi ken got: “Ez çûm.”", "Şîlan Şêxo", "Keça Kendal"),
        ("Destanvan Kendal Şêxo Elî got: “Na.”", "Kendal Şêxo Elî", "Destanvan"),
        ("Keşeyê Ermenî Aram Petros Saryan got: “Na.”", "Aram Petros Saryan", "Keşeyê Ermenî"),
        ("Yek ji karkeran got: “Mûçe nehat.”", "Yek ji karkeran", None),
        ("Komeleya Mafên Jinan a Mûşê civînek li dar xist û got: “Bes e.”", "Komeleya Mafên Jinan a Mûşê", None),
        ("Di rapora baroya Mûşê de hat gotin: “Mafê wan hat xwarin.”", "baroya Mûşê", None),
    ],
)
def test_kurmanji_speakers(text: str, speaker: str, description: str | None) -> None:
    (quote,) = extract_quotes([text], "kmr")
    assert (quote.speaker, quote.speaker_description) == (speaker, description)


def test_what_a_thing_is_called_is_no_quotation() -> None:
    assert extract_quotes(['گوندنشینەکان پێی دەڵێن "کانی پیر" و ئاوەکەی ساردە.'], "ckb") == []
    assert extract_quotes(['Gundî jê re dibêjin "kaniya kevn" û av sar e.'], "kmr") == []


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "description"),
    [
        # What follows "diye" or a noun of saying is a cue.
        ("Rıza Tan, “Yollar kapalı” diye dert yandı.", "Rıza Tan", "diye dert yandı", None),
        ("Rıza Tan, basına “Yaralı yok” bilgisini paylaştı.", "Rıza Tan", "bilgisini paylaştı", None),
        ("Tan ayrıca, “Dikkatli olun” uyarısını yineledi.", "Tan", "uyarısını yineledi", None),
        ("Rıza Tan kararı “büyük bir hata” olarak niteledi.", "Rıza Tan", "olarak niteledi", None),
        # Speakers in another case than that of the subject.
        ("Bakanlık Sözcüsü Rıza Tan’a göre “stoklar yeterli”.", "Rıza Tan", "göre", "Bakanlık Sözcüsü"),
        ("Sevim Ak’ın dünkü açıklaması şöyle: “Masaya dönüyoruz.”", "Sevim Ak", "açıklaması", None),
        ("Sendikanın açıklaması şöyle: “Greve gidiyoruz.”", "Sendika", "açıklaması", None),
        ("Van Valiliğinden yapılan açıklamada, “Okullar tatildir” denildi.", "Van Valiliği", "denildi", None),
        ("Sanatçı Sevim Ak’tan da tepki geldi: “Ayıptır.”", "Sevim Ak", "tepki geldi", "Sanatçı"),
        ("Sözcü Rıza Tan’a göre üreticiler “zor günler” yaşıyor.", "Rıza Tan", "göre", "Sözcü"),
        ("“Kar güzel,” dedi Vanlı bir öğrenci.", "Vanlı bir öğrenci", "dedi", None),
        ("Rıza Tan, yolun kapandığını belirtti ve “Sabredin” diye konuştu.", "Rıza Tan", "diye konuştu", None),
        ("Okulun müdürü binanın “çok eski” olduğunu kaydetti.", "Okulun müdürü", "kaydetti", None),
        ("Bölge hastanesi hekimleri, “Kan lazım” çağrısı yaptı.", "Bölge hastanesi hekimleri", "çağrısı yaptı", None),
        ("“Altın düştü” diyen kuyumcu Rıza Tan, dert yandı.", "Rıza Tan", "diyen", "kuyumcu"),
        ("Avukatlar Birliği’nin açıklamasında “Adil değil” denildi.", "Avukatlar Birliği", "denildi", None),
        ("“Söz verdik” diye yemin eden Tan, yola çıktı.", "Tan", "diye yemin eden", None),
        ("Sevim Ak, “Yoruldum” derken ağladı.", "Sevim Ak", "derken", None),
        ("DEM’li vekil Sevim Ak, “Yoruldum” dedi.", "Sevim Ak", "dedi", "DEM’li vekil"),
        # The verb in front of its subject.
        ("“Ekmek bitti” diyor fırıncı Sevim Ak, “un da yok.”", "Sevim Ak", "diyor", None),
        ("“Ekmek bitti” diyor öğretmen Sevim Ak.", "Sevim Ak", "diyor", "öğretmen"),
        # Roles: joined ones, ones that end the phrase, ones in small letters, trades, titles.
        ("Gençlik ve Spor Bakanı Rıza Tan, “Hazırız” dedi.", "Rıza Tan", "dedi", "Gençlik ve Spor Bakanı"),
        ("Gençlik ve Spor Bakanı, “Hazırız” dedi.", "Gençlik ve Spor Bakanı", "dedi", None),
        ("Üç çocuk babası Rıza Tan, “Geçinemiyoruz” dedi.", "Rıza Tan", "dedi", "Üç çocuk babası"),
        ("Golü yiyen kaleci antrenörü Rıza Tan, “Üzgünüz” dedi.", "Rıza Tan", "dedi", "kaleci antrenörü"),
        ("Sevim’in avukatı Rıza Tan, “İtiraz edeceğiz” dedi.", "Rıza Tan", "dedi", "Sevim’in avukatı"),
        ("Simitçi Rıza Tan, “Satış yok” dedi.", "Rıza Tan", "dedi", "Simitçi"),
        ("Prof. Dr. Sevim Ak, “Virüs değişti” dedi.", "Sevim Ak", "dedi", "Prof. Dr."),
        ("Öte yandan bir turist, otelde “Su yok” diye bağırdı.", "bir turist", "diye bağırdı", None),
        ("Köyün muhtarı ise belediyeyi suçladı: “Yol yapılmadı.”", "Köyün muhtarı", "suçladı", None),
        ("Muhammed el-Kerbuli, “Seçim olacak” dedi.", "Muhammed el-Kerbuli", "dedi", None),
    ],
)
def test_turkish_speakers(text: str, speaker: str, cue: str, description: str | None) -> None:
    quote = extract_quotes([text], "tr")[0]
    assert (quote.speaker, quote.cue, quote.speaker_description) == (speaker, cue, description)


@pytest.mark.parametrize(
    "text",
    [
        "Köylüler bu geceye “ak gece” diye bir ad verdi.",
        "Bu dağ yörede “yaşlı ana” diye biliniyor.",
        "Dernek pazar günü “Su Haktır” mitingi düzenleyecek.",
    ],
)
def test_turkish_names_are_left_out(text: str) -> None:
    assert extract_quotes([text], "tr") == []


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "description"),
    [
        # A place and a dash in front; verbs that take an object, and what follows the name.
        ("أربيل - رحب محافظ زاخو ريبين شوان بالقرار وقال: «خطوة أولى».", "ريبين شوان", "وقال", "محافظ زاخو"),
        ("ووصف الكاتب ريبين شوان إجراءات البلدية بأنها «حبر على ورق».", "ريبين شوان", "ووصف", "الكاتب"),
        ("وناشد ريبين الأهالي قائلا: «وفروا الماء».", "ريبين", "قائلا", None),
        ("وختمت اللاعبة الشابة كلامها بالقول: «سنعود».", "اللاعبة الشابة", "وختمت", None),
        ("وتقول البائعة نازدار شوان وهي ترتب سلالها: «السوق نائمة».", "نازدار شوان", "وتقول", "البائعة"),
        ("وزار عبد الكريم الحلبجي القرية وقال: «لن ننساكم».", "عبد الكريم الحلبجي", "وقال", None),
        # "… saying" has the subject of the sentence, and no object of its own for one.
        ("وانتقد الحارس الدولي أرضية الملعب، معتبرا أنها «خطر على الجميع».", "الحارس الدولي", "معتبرا", None),
        ("وطلبت نازدار شوان مهلة، داعية الوزارة إلى «حل عادل».", "نازدار شوان", "داعية", None),
        # Roles that go on, a name between commas, titles.
        (
            "وقال رئيس اللجنة الوطنية للصحة العامة ريبين شوان: «اطمئنوا».",
            "ريبين شوان",
            "وقال",
            "رئيس اللجنة الوطنية للصحة العامة",
        ),
        ("ويرى الباحث في تاريخ المدينة ريبين شوان أن «القلعة أقدم».", "ريبين شوان", "ويرى", "الباحث في تاريخ المدينة"),
        ("وقالت مديرة المكتبة العامة، نازدار شوان، إن «الكتب سلمت».", "نازدار شوان", "وقالت", "مديرة المكتبة العامة"),
        ("وأعلن قائد الشرطة، العميد ريبين شوان، أن «الطريق سالك».", "ريبين شوان", "وأعلن", "قائد الشرطة، العميد"),
        ("وقال مراقب الجسر الحجري ريبين شوان: «تصدع».", "ريبين شوان", "وقال", "مراقب الجسر الحجري"),
        # An object in front of the subject; a statement in which something came.
        ("وافتتح المعرض رئيس الجامعة ريبين شوان الذي قال: «أهلا».", "ريبين شوان", "قال", "رئيس الجامعة"),
        ("وحضر الاحتفال الوزير ريبين شوان وقال: «أهلا».", "ريبين شوان", "وقال", "الوزير"),
        ("ونشرت نقابة المعلمين بيانا جاء فيه: «لن نعود».", "نقابة المعلمين", "جاء", None),
        ("وفي آخر اليوم، رفع الأطفال أعلاما صغيرة وهتفوا: «عاشت المدرسة».", "الأطفال", "وهتفوا", None),
        ("وأشاد شوان بصوت خافت بالحضور وقال: «شكرا».", "شوان", "وقال", None),
        (
            "وسأل رئيس الهيئة المستقلة، المحامي ريبين شوان، الحاضرين وقال: «من معنا؟»",
            "ريبين شوان",
            "وقال",
            "رئيس الهيئة المستقلة، المحامي",
        ),
        ("وقال شاهد، فضل عدم ذكر اسمه، إن «الطريق قطع».", "شاهد", "وقال", None),
        ("ومضت النقشبندي تقول: «لا نريد صدقة».", "النقشبندي", "تقول", None),
        ("وطالب رئيس نقابة الفنانين الحكومة بتوضيح موقفها، وقال: «صبرنا».", "رئيس نقابة الفنانين", "وقال", None),
        ("وجاء في بيان لبلدية زاخو: «الماء نظيف».", "بلدية زاخو", "وجاء في بيان", None),
        # What a document, an agency or a body says.
        ("وذكر تقرير صادر عن بلدية زاخو: «المجاري قديمة».", "بلدية زاخو", "وذكر", None),
        ("ونقلت صحيفة محلية عن شاهد عيان قوله: «سمعنا دويا».", "شاهد عيان", "قوله", None),
        ("ووفقا لمنظمة الصحة العالمية، «الوباء ينحسر».", "منظمة الصحة العالمية", "ووفقا", None),
        ("وهتف المتظاهرون أمام المبنى: «نريد ماء نظيفا».", "المتظاهرون", "وهتف", None),
        ("«البرد قاس»، يقول شقيق المفقود.", "شقيق المفقود", "يقول", None),
    ],
)
def test_arabic_speakers(text: str, speaker: str, cue: str, description: str | None) -> None:
    (quote,) = extract_quotes([text], "ar")
    assert (quote.speaker, quote.cue, quote.speaker_description) == (speaker, cue, description)


def test_arabic_participle_behind_a_quotation_leads_to_the_next() -> None:
    text = "قالت نازدار شوان إن «الماء نظيف»، مضيفة أن «الفحوص يومية»."
    first, second = extract_quotes([text], "ar")
    assert (first.speaker, first.cue) == ("نازدار شوان", "قالت")
    assert (second.speaker, second.speaker_name, second.cue) == (None, "نازدار شوان", "مضيفة")
