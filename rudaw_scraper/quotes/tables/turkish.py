"""Turkish: speaker, quotation, verb; the speaker may be dropped. The lists are general knowledge of news Turkish."""

from __future__ import annotations

from rudaw_scraper.quotes.tables.folding import fold_turkish
from rudaw_scraper.quotes.tables.order import WordOrder
from rudaw_scraper.quotes.tables.rows import phrases, words

TURKISH = WordOrder(
    fold=fold_turkish,
    subject="left",
    cues=phrases(
        """
        şöyle konuştu, şunları söyledi, şunları kaydetti, şöyle dedi, şu ifadeleri kullandı
        ifadelerini kullandı, şu ifadelere yer verdi, şöyle devam etti, sözlerini şöyle sürdürdü
        şöyle sürdürdü, sözlerini sürdürdü, şu açıklamayı yaptı, şu değerlendirmeyi yaptı, şu yanıtı verdi
        şu cevabı verdi, yanıtını verdi, şunları dile getirdi, şunları ifade etti, şunları belirtti
        şunları aktardı, şunları yazdı, şu mesajı paylaştı, şu çağrıyı yaptı, şu bilgileri verdi
        şöyle yanıt verdi, şöyle anlattı, dedi, söyledi, duyurdu, savundu, belirtti, konuştu, kaydetti, ekledi
        yazdı, açıkladı, vurguladı, anlattı, ifade etti, sordu, devam etti, paylaştı, uyardı, bildirdi, diyor
        demişti, dile getirdi, aktardı, yanıtladı, hatırlattı
        """
    ),
    after=phrases(
        """
        dedi, dediler, denildi, denilmişti, ifadelerine yer verildi, ifadeleri kullanıldı, ifadesi kullanıldı
        diyor, diyorlar, demişti, der, diyerek, deyip, diye konuştu, diye ekledi, diye yazdı, diye belirtti
        diye sordu, diye cevap verdi, diye yanıt verdi, diye yanıtladı, diye devam etti, diye seslendi
        diye tepki gösterdi, diye konuşuyor, diye uyardı, diye anlattı, diye kaydetti, diye söyledi
        diye bağırdı, diye vurguladı, ifadelerini kullandı, ifadesini kullandı, ifadelerine yer verdi
        ifadesine yer verdi, şeklinde konuştu, şeklinde cevap verdi, şeklinde yanıt verdi, şeklinde ifade etti
        değerlendirmesinde bulundu, değerlendirmesini yaptı, açıklamasında bulundu, açıklamasını yaptı
        yanıtını verdi, cevabını verdi, çağrısında bulundu, çağrısı yaptı, uyarısında bulundu, uyarısı yaptı
        mesajını verdi, mesajını paylaştı, sözlerini kullandı, sözleriyle, ifade etti, belirtti, söyledi
        açıkladı, vurguladı, kaydetti, aktardı, ekledi, bildirdi, görüşünü dile getirdi, görüşünü savundu
        yorumunu yaptı, iddiasında bulundu, notunu düştü, paylaşımını yaptı, dile getirdi
        """
    ),
    relative=phrases("diyen, diye konuşan, ifadelerini kullanan, ifadesini kullanan, diye ekleyen, şeklinde konuşan"),
    sources=frozenset(),
    stops=words(
        """
        ve ile için göre kadar sonra önce ise de da ki bir bu şu ilişkin dair karşı hakkında üzerine olarak
        basın bugün dün yarın geçen konuya gazetecilere sosyal yaptığı toplantıda açıklamada konuşmasında
        konuşmada yazılı twitter toplantısında açıklamasında sırasında
        """
    ),
    openers=words(
        """
        ancak ama ayrıca bugün dün öte daha sonra ardından buna konuya konuyla toplantıda burada bunun üzerine
        ise ve yandan sözlerine son olarak
        """
    ),
    adverbs=words("de da ise şöyle şunları"),
    pronouns=words("o kendisi onlar"),
    roles=words(
        """
        başkanı başkan bakanı bakan sözcüsü sözcü cumhurbaşkanı başbakan başbakanı milletvekili vekili genel
        eş eşbaşkanı müdürü lideri komutanı sekreteri temsilcisi üyesi valisi vali büyükelçisi danışmanı
        yardımcısı uzmanı avukatı avukat profesör doktor prof dr general orgeneral yetkilisi müdürlüğü
        bakanlığı başkanlığı valiliği kurumu komisyonu belediye dışişleri içişleri savunma abd kbb sayın
        gazeteci yazar çiftçi öğretmen öğrenci esnaf işçi sakini vatandaş yöneticisi koordinatörü direktörü
        parti partisi ak chp hdp mhp akp türkiye ırak irak rusya iran kürdistan bölgesel hükümet hükümeti
        yönetimi meclis meclisi grup
        """
    ),
    capitals=True,
    role_ends=True,
    inflected=(),
    honorifics=frozenset(),
    verb_endings=(),
    indefinite=(),
    case_endings=(),
    linkers=frozenset(),
    name_leads=words("adlı isimli"),
    name_follows=words(
        """
        adlı isimli sloganı sloganıyla sloganları suçlamasıyla suçlamasından suçundan filmi kitabı başlıklı
        operasyonu etiketiyle projesi programı romanı şarkısı iddiasıyla temalı konulu yazılı yazan adıyla
        ismiyle
        """
    ),
    clitics={},
    prefixes=(),
)
