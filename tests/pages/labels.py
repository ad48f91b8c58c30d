"""The words that invented pages print around an article, per edition.

English, Sorani and Kurmanji labels follow the real site of 2015 to 2019; Arabic and Turkish ones are the ordinary
wording of such sites, as no page of these editions was seen.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Labels:
    """One edition's words; ``sections`` maps the URL's segment to the label."""

    sections: dict[str, str]
    lead_in: str
    photo: str
    login: str
    top: list[str]
    search: list[str]
    share: str
    comments: str
    comment_form: list[str]
    facebook: list[str]
    tags: str
    tools: list[str]
    watch: str
    views: str
    related: str
    more_by: str
    be_part: list[str]
    side: str
    tabs: list[str]
    elsewhere: str
    more: str
    reply: str
    report: str
    newsletter: list[str]
    about: list[str]
    next_page: str


SWITCHER = ["كوردى", "Kurdî", "English", "Türkçe", "عربي"]
COPYRIGHT = "© Copyrights 2015 Rudaw. All rights reserved"

EDITIONS: dict[str, Labels] = {
    "english": Labels(
        sections={
            "kurdistan": "Kurdistan",
            "middleeast": "Middle East",
            "iraq": "Iraq",
            "turkey": "Turkey",
            "iran": "Iran",
            "syria": "Syria",
            "world": "World",
            "business": "Business",
            "culture": "Culture & Art",
            "sports": "Sports",
            "opinion": "Opinion",
            "interview": "Interview",
        },
        lead_in="By",
        photo="Photo:",
        login="Sign In / Up",
        top=["About us", "Advertise with us", "Contact", "Site map"],
        search=["Search", "All site"],
        share="Share",
        comments="Comments",
        comment_form=[
            "Comment as a guest",
            "Your email will not be displayed publicly",
            "Benefit of signing in/signing up to personalize comment",
            "Post",
        ],
        facebook=["Post on Facebook", "Confirm"],
        tags="Tags :",
        tools=["Print", "E-mail to a friend", "Save this item"],
        watch="+ Add to watch list",
        views="{} views",
        related="Related Articles",
        more_by="More from {}",
        be_part=[
            "Be Part of Your Rudaw!",
            "Share your stories, photos and videos with Rudaw, and quite possibly the world.",
        ],
        side="What You Say",
        tabs=[],
        elsewhere="Elsewhere on Rudaw",
        more="more",
        reply="Reply",
        report="Report",
        newsletter=["Join our mailing list", "Confirm"],
        about=["About us", "Terms and conditions", "Privacy policy", "RSS", "Jobs"],
        next_page="Next",
    ),
    "kurmanci": Labels(
        sections={
            "kurdistan": "Kurdistan",
            "middleeast": "Rojhilata Navîn",
            "iraq": "Iraq",
            "turkey": "Tirkiye",
            "iran": "Îran",
            "syria": "Sûriye",
            "world": "Cîhan",
            "business": "Aborî",
            "interview": "Hevpeyvîn",
            "opinion": "Nêrîn",
            "culture": "Çand û Huner",
            "sports": "Werziş",
        },
        lead_in="Ji aliyê",
        photo="Wêne:",
        login="Were hundir/Xwe tomar bike",
        top=["Rûdaw Net", "Derbarê me de", "Ji bo reklamên we", "Pêwendî", "Nexşeya malperê"],
        search=["Tevayî Malperê", "Peyvên sereke binivîse", "Lêgerîn"],
        share="Parve bike",
        comments="Şîrove",
        comment_form=["Şîrove bike", "Wekî mêvan şîrove bike yan bi Têkeve"],
        facebook=["Li Facebook dane", "Piştrast bike"],
        tags="Nîşankirin :",
        tools=["Çap bike", "E-mailê ji bo hevalên xwe bişîne", "Babetê tomar bike"],
        watch="+ Li ser lîsteya temaşekirinê zêde bike",
        views="{} hatiye dîtin",
        related="Babetên pêwendîdar",
        more_by="Babetên zêdetir {}",
        be_part=["Bibe beşek ji Rûdawa Te", "Wêne, vîdyo û çîrokan ligel Rûdawê parve bike.", "Parve bike"],
        side="Gotina te",
        tabs=["Web", "Facebook", "Twitter"],
        elsewhere="Ji beşên din ên Rûdawê",
        more="zêdetir",
        reply="Bersiv bide",
        report="Gilî bike",
        newsletter=["Tevlî lîsta e-mailên me bibe", "Piştrast bike"],
        about=["Derbarê me de", "Ji bo reklamên we", "Merc û pîvan", "Parastina taybetmendiyan", "Malpera Berê"],
        next_page="Rûpela din",
    ),
    "sorani": Labels(
        sections={
            "kurdistan": "کوردستان",
            "middleeast": "رۆژهەڵاتی ناوەڕاست",
            "iraq": "عێراق",
            "iran": "ئێران",
            "turkey": "تورکیا",
            "syria": "سووریا",
            "world": "جیهان",
            "business": "ئابووری",
            "interview": "هەڤپەیڤین",
            "opinion": "بیروڕا",
            "culture": "کولتوور و ستایل",
            "health": "تەندروستی",
            "sports": "وەرزشی",
        },
        lead_in="لەلایەن",
        photo="وێنە:",
        login="وەرە ژوورەوە / خۆت تۆمار بکە",
        top=["رووداونێت", "دەربارەی ئێمە", "رێکلام بکە", "پەیوەندی کردن", "نەخشەی ماڵپەر"],
        search=["هەموو ماڵپەر", "وشە سەرەکییەکان بنووسە", "گەڕان"],
        share="شەیری بکە",
        comments="کۆمێنتەکان",
        comment_form=["کۆمێنتێکی نوێ دابنێ", "وەکو میوان کۆمێنت دادەنێی یان بە چوونە ژوورەوە؟"],
        facebook=["لە فەیسبوک دایبنێ", "پشتڕاستی بکەوە"],
        tags="نیشانەکردن :",
        tools=["چاپی بکە", "بە ئیمەیل بینێرە بۆ هاوڕێیەکت", "ئەم بابەتە هەڵگرە"],
        watch="+ بۆ لیستی تەماشاکردن زیادی بکە",
        views="{} ژمارەی بینین",
        related="بابەتە پەیوەندیدارەکان",
        more_by="بابەتی زیاتری {}",
        be_part=["ببە بەشێک لە (رووداوی تۆ)", "بابەت و وێنە و ڤیدیۆکانت لەگەڵ رووداو بەش بکە", "بەشی بکە"],
        side="قسەی تۆ",
        tabs=["وێب", "فەیسبووک", "تویتەر"],
        elsewhere="لە بەشەکانی دیکەی رووداوەوە",
        more="زۆرتر",
        reply="وەڵام بدەوە",
        report="سکاڵا بکە",
        newsletter=["بکەوە ناو لیستی ئیمەیلەکانمانەوە", "پشتڕاستی بکەوە"],
        about=["دەربارەی ئێمە", "پەیوەندی کردن", "سیاسەتی پاراستنی نهێنییەکان", "مەرجەکان", "سایتی پێشوو"],
        next_page="دواتر",
    ),
    "arabic": Labels(
        sections={
            "kurdistan": "كوردستان",
            "middleeast": "الشرق الأوسط",
            "iraq": "العراق",
            "iran": "إيران",
            "turkey": "تركيا",
            "syria": "سوريا",
            "world": "العالم",
            "business": "اقتصاد",
            "interview": "مقابلات",
            "opinion": "آراء",
            "culture": "ثقافة وفن",
            "sports": "رياضة",
        },
        lead_in="بقلم",
        photo="الصورة:",
        login="تسجيل الدخول / إنشاء حساب",
        top=["من نحن", "أعلن معنا", "اتصل بنا", "خريطة الموقع"],
        search=["بحث", "كل الموقع"],
        share="شارك",
        comments="التعليقات",
        comment_form=["أضف تعليقاً", "علّق كضيف أو سجّل الدخول", "لن يتم نشر بريدك الإلكتروني", "إرسال"],
        facebook=["انشر على فيسبوك", "تأكيد"],
        tags="الوسوم :",
        tools=["اطبع", "أرسل إلى صديق", "احفظ الموضوع"],
        watch="+ أضف إلى قائمة المتابعة",
        views="{} مشاهدة",
        related="مواضيع ذات صلة",
        more_by="المزيد من {}",
        be_part=["كن جزءاً من رووداو", "شارك صورك وقصصك ومقاطع الفيديو مع رووداو."],
        side="ماذا تقول",
        tabs=[],
        elsewhere="في أقسام رووداو الأخرى",
        more="المزيد",
        reply="رد",
        report="إبلاغ",
        newsletter=["اشترك في قائمتنا البريدية", "تأكيد"],
        about=["من نحن", "الشروط والأحكام", "سياسة الخصوصية", "وظائف"],
        next_page="التالي",
    ),
    "turkish": Labels(
        sections={
            "kurdistan": "Kürdistan",
            "middleeast": "Ortadoğu",
            "iraq": "Irak",
            "iran": "İran",
            "turkey": "Türkiye",
            "syria": "Suriye",
            "world": "Dünya",
            "business": "Ekonomi",
            "interview": "Röportaj",
            "opinion": "Yorum",
            "culture": "Kültür-Sanat",
            "sports": "Spor",
        },
        lead_in="Haber:",
        photo="Fotoğraf:",
        login="Giriş yap / Üye ol",
        top=["Hakkımızda", "Reklam", "İletişim", "Site haritası"],
        search=["Ara", "Tüm site"],
        share="Paylaş",
        comments="Yorumlar",
        comment_form=[
            "Yorum yap",
            "Misafir olarak yorum yapın ya da giriş yapın",
            "E-posta adresiniz yayınlanmaz",
            "Gönder",
        ],
        facebook=["Facebook'ta paylaş", "Onayla"],
        tags="Etiketler :",
        tools=["Yazdır", "Arkadaşına gönder", "Haberi kaydet"],
        watch="+ İzleme listesine ekle",
        views="{} kez okundu",
        related="İlgili Haberler",
        more_by="{} diğer haberleri",
        be_part=["Rûdaw'ın parçası ol", "Fotoğraf, video ve hikâyelerini Rûdaw ile paylaş."],
        side="Siz ne diyorsunuz",
        tabs=[],
        elsewhere="Rûdaw'ın diğer bölümlerinden",
        more="devamı",
        reply="Yanıtla",
        report="Şikâyet et",
        newsletter=["E-posta listemize katılın", "Onayla"],
        about=["Hakkımızda", "Kullanım şartları", "Gizlilik politikası", "Kariyer"],
        next_page="Sonraki",
    ),
}
RTL = frozenset({"sorani", "arabic"})
