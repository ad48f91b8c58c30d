"""The five language editions: what differs between them, one row each.

Wording that was seen on real pages (2015 to 2026) and wording that is only what such sites usually print stand
apart: ``confirmed`` says which rows were checked against real pages. Arabic and Turkish are unconfirmed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from rudaw_scraper.letters import letters_key
from rudaw_scraper.record import EditionName, Language


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition. The strings are compared by :func:`rudaw_scraper.text.letters_key`."""

    name: EditionName
    language: Language
    direction: Literal["ltr", "rtl"]
    confirmed: bool
    byline_lead_ins: tuple[str, ...]
    byline_endings: tuple[str, ...]
    credit_lead_ins: tuple[str, ...]
    agency_names: tuple[str, ...]
    name_joiners: tuple[str, ...]
    roles: tuple[str, ...]
    sections: dict[str, tuple[str, ...]]
    """Section labels as printed, by the path segment they stand for; the first is the usual one."""
    prefixed_joiner: str = ""
    """The word for "and" where it is written as the first letter of the name after it."""
    names_like_joined: tuple[str, ...] = ()
    """Names, and words in bylines, that begin with that letter of themselves."""
    names_reporter_apart: bool = False
    """Whether a reporter's name can stand on a line of its own above the dateline, below the house's byline."""


_ENGLISH: Final = Edition(
    name="english",
    language="en",
    direction="ltr",
    confirmed=True,
    byline_lead_ins=("By", "Written by", "Reported by", "Author", "Posted by", "Story by"),
    byline_endings=(),
    credit_lead_ins=(
        "Photo",
        "Photos",
        "File photo",
        "Photo credit",
        "Photo by",
        "Photo courtesy of",
        "Credit",
        "Image",
        "Picture",
        "Pictures",
        "Graphic",
        "Graphics",
        "Screenshot",
        "Video",
        "Illustration",
        "Map",
        "File",
    ),
    agency_names=("Rudaw",),
    name_joiners=("and", "&"),
    roles=("correspondent", "reporter", "editor", "columnist", "staff writer", "contributor", "in"),
    sections={
        "kurdistan": ("Kurdistan", "Kurdistan Region"),
        "middleeast": ("Middle East", "Mideast"),
        "iraq": ("Iraq",),
        "iran": ("Iran",),
        "syria": ("Syria",),
        "turkey": ("Turkey", "Türkiye", "Turkiye"),
        "world": ("World",),
        "business": ("Business", "Economy", "Business & Economy"),
        "economic": ("Economic", "Economy"),
        "opinion": ("Opinion", "Opinions"),
        "opinions": ("Opinions", "Opinion"),
        "interview": ("Interview", "Interviews"),
        "culture": ("Culture", "Culture & Art", "Culture and Art", "Culture & Arts", "Arts"),
        "analysis": ("Analysis",),
        "sports": ("Sports", "Sport"),
        "sport": ("Sports", "Sport"),
        "health": ("Health",),
        "multimedia": ("Multimedia",),
        "people-places": ("People & Places",),
        "science": ("Science & Technology", "Technology", "Science"),
        "lifestyle": ("Lifestyle", "Life", "Style"),
        "onair": ("On Air",),
        "blog": ("Blog", "Blogs"),
        "news": ("News",),
        "features": ("Features", "Feature"),
    },
)

_SORANI: Final = Edition(
    name="sorani",
    language="ckb",
    direction="rtl",
    confirmed=True,
    names_reporter_apart=True,
    byline_lead_ins=("لەلایەن", "لە لایەن", "نووسینی", "نووسەر", "ئامادەکردنی", "راپۆرتی"),
    byline_endings=(),
    credit_lead_ins=("وێنە", "وێنەکان", "وێنەی", "فۆتۆ", "وێنەی ئەرشیف", "گرافیک", "ئەرشیف", "سکرینشۆت"),
    agency_names=("رووداو", "ڕووداو", "رووداو دیجیتاڵ"),
    name_joiners=("و",),
    roles=("پەیامنێر", "پەیامنێری", "نووسەر", "رۆژنامەنووس"),
    sections={
        "kurdistan": ("کوردستان", "هەرێمی کوردستان"),
        "middleeast": ("رۆژهەڵاتی ناوەڕاست", "رۆژهەڵاتی نێوەڕاست", "رۆژهەڵاتی ناوین"),
        "iraq": ("عێراق", "عیراق"),
        "iran": ("ئێران",),
        "syria": ("سووریا", "سوریا"),
        "turkey": ("تورکیا",),
        "world": ("جیهان",),
        "business": ("ئابووری", "بازرگانی"),
        "economic": ("ئابووری",),
        "opinion": ("بیروڕا", "بیر و ڕا", "وتار", "بۆچوون"),
        "opinions": ("بیروڕا",),
        "interview": ("هەڤپەیڤین", "چاوپێکەوتن"),
        "culture": ("کولتوور", "کولتوور و ستایل", "کولتوور و هونەر", "ستایل", "هونەر"),
        "culture-style": ("کولتوور و ستایل", "ستایل"),
        "health": ("تەندروستی",),
        "sports": ("وەرزش", "وەرزشی"),
        "sport": ("وەرزش", "وەرزشی"),
        "localnews": ("هەواڵی ناوخۆ", "ناوخۆ"),
        "multimedia": ("مەڵتیمیدیا",),
        "news": ("هەواڵ", "هەواڵەکان"),
        "people": ("خەڵک و پیشە",),
        "analysis": ("شیکار", "شیکردنەوە"),
        "science": ("زانست و تەکنەلۆژیا", "زانست"),
    },
)

_KURMANJI: Final = Edition(
    name="kurmanci",
    language="kmr",
    direction="ltr",
    confirmed=True,
    byline_lead_ins=("Ji aliyê", "Ji aliye", "Ji alîyê", "Nivîskar", "Amadekar", "Nûçe"),
    byline_endings=(),
    credit_lead_ins=("Wêne", "Wêneyê", "Foto", "Wêneyê arşîvê", "Grafîk", "Arşîv", "Fotograf"),
    agency_names=("Rûdaw", "RÛDAW", "Rudaw"),
    name_joiners=("û", "&"),
    roles=("peyamnêr", "peyamnêrê", "nûçegihan", "nivîskar"),
    sections={
        "kurdistan": ("Kurdistan", "Herêma Kurdistanê"),
        "middleeast": ("Rojhilata Navîn",),
        "iraq": ("Iraq", "Îraq", "Iraq û Kurdistan"),
        "iran": ("Îran", "Iran"),
        "syria": ("Sûriye", "Sûrî"),
        "turkey": ("Tirkiye", "Tirkîye"),
        "world": ("Cîhan",),
        "business": ("Aborî", "Abor"),
        "economic": ("Aborî",),
        "opinion": ("Nêrîn", "Raman", "Nêrîn û raman"),
        "opinions": ("Nêrîn",),
        "interview": ("Hevpeyvîn", "Hevpeyivîn"),
        "culture": ("Çand û Huner", "Çand", "Çand & Huner"),
        "style": ("Stîl",),
        "sports": ("Werziş", "Werzîş"),
        "sport": ("Werziş",),
        "health": ("Tendurist", "Tenduristî"),
        "multimedia": ("Multîmedya",),
        "people": ("Xelk û Dever", "Xelk & Dever"),
        "analysis": ("Analîz",),
        "news": ("Nûçe",),
    },
)

_ARABIC: Final = Edition(
    name="arabic",
    language="ar",
    direction="rtl",
    confirmed=False,
    byline_lead_ins=(
        "بقلم",
        "من قبل",
        "بواسطة",
        "كتب",
        "كتبت",
        "كتبه",
        "إعداد",
        "تحرير",
        "الكاتب",
        "تقرير",
    ),
    byline_endings=(),
    credit_lead_ins=(
        "الصورة",
        "صورة",
        "الصور",
        "تصوير",
        "صورة أرشيفية",
        "أرشيف",
        "مصدر الصورة",
        "غرافيك",
        "المصدر",
        "عدسة",
    ),
    agency_names=("رووداو", "روداو", "رووداو ديجيتال"),
    name_joiners=("و",),
    prefixed_joiner="و",
    names_like_joined=(
        *("وائل", "واثق", "واصف", "وجدان", "وجدي", "وجيه", "وحيد", "وداد", "وديع", "ورد", "وردة", "وردي", "ورود"),
        *("وسام", "وسن", "وسيم", "وصال", "وصفي", "وضاح", "وطفة", "وعد", "وفاء", "وفيق", "ولاء", "ولي", "وليام", "وليد"),
        *("ونس", "وهاب", "وهبة", "وهبي", "وهيب", "ويس", "ويسي", "ويليام", "وكالة", "وكالات"),
    ),
    roles=("مراسل", "مراسلة", "محرر", "كاتب", "صحفي"),
    sections={
        "kurdistan": ("كوردستان", "كردستان", "إقليم كوردستان", "اقليم كوردستان"),
        "middleeast": ("الشرق الأوسط", "الشرق الاوسط"),
        "iraq": ("العراق",),
        "iran": ("إيران", "ايران"),
        "syria": ("سوريا", "سورية"),
        "turkey": ("تركيا",),
        "world": ("العالم", "دولي", "عالم"),
        "business": ("اقتصاد", "الاقتصاد", "أعمال", "مال وأعمال"),
        "economic": ("اقتصاد",),
        "opinion": ("رأي", "آراء", "الرأي", "مقالات"),
        "opinions": ("آراء", "رأي"),
        "interview": ("مقابلات", "مقابلة", "حوار", "حوارات", "لقاءات"),
        "culture": ("ثقافة", "ثقافة وفن", "ثقافة وفنون", "الثقافة"),
        "health": ("صحة", "الصحة"),
        "sports": ("رياضة", "الرياضة"),
        "sport": ("رياضة",),
        "multimedia": ("وسائط متعددة", "ملتيميديا"),
        "analysis": ("تحليل", "تحليلات"),
        "news": ("أخبار", "الأخبار"),
        "science": ("علوم وتكنولوجيا", "تكنولوجيا", "علوم"),
        "reports": ("تقارير", "تقرير"),
    },
)

_TURKISH: Final = Edition(
    name="turkish",
    language="tr",
    direction="ltr",
    confirmed=False,
    byline_lead_ins=("Haber", "Yazan", "Yazar", "Hazırlayan", "Muhabir", "Kaynak", "Editör", "Haberi yazan"),
    byline_endings=("tarafından",),
    credit_lead_ins=(
        "Fotoğraf",
        "Fotoğraflar",
        "Foto",
        "Görsel",
        "Arşiv",
        "Arşiv fotoğrafı",
        "Grafik",
        "Kaynak",
        "Fotoğraf kaynağı",
    ),
    agency_names=("Rûdaw", "Rudaw"),
    name_joiners=("ve", "&"),
    roles=("muhabir", "muhabiri", "editör", "yazar"),
    sections={
        "kurdistan": ("Kürdistan", "Kurdistan", "Kürdistan Bölgesi"),
        "middleeast": ("Orta Doğu", "Ortadoğu"),
        "iraq": ("Irak",),
        "iran": ("İran",),
        "syria": ("Suriye",),
        "turkey": ("Türkiye",),
        "world": ("Dünya",),
        "business": ("Ekonomi", "İş dünyası", "İş Dünyası"),
        "economic": ("Ekonomi",),
        "opinion": ("Görüş", "Görüşler", "Yorum", "Yazarlar"),
        "opinions": ("Görüş", "Görüşler"),
        "interview": ("Röportaj", "Röportajlar", "Söyleşi"),
        "culture": ("Kültür", "Kültür Sanat", "Kültür-Sanat", "Kültür ve Sanat", "Kültür & Sanat"),
        "health": ("Sağlık",),
        "sports": ("Spor",),
        "sport": ("Spor",),
        "multimedia": ("Multimedya",),
        "analysis": ("Analiz",),
        "news": ("Haberler", "Haber"),
        "science": ("Bilim ve Teknoloji", "Teknoloji", "Bilim"),
        "lifestyle": ("Yaşam",),
    },
)

EDITIONS: Final[dict[str, Edition]] = {
    edition.name: edition for edition in (_ENGLISH, _SORANI, _KURMANJI, _ARABIC, _TURKISH)
}
#: The letters' keys of the house's names as an author, in all editions.
HOUSE_KEYS: Final = frozenset(letters_key(name) for edition in EDITIONS.values() for name in edition.agency_names)
