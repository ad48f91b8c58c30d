"""Turkish: speaker, quotation, verb; the speaker may be dropped. The lists are general knowledge of news Turkish."""

from __future__ import annotations

from rudaw_scraper.quotes.tables.folding import fold_turkish
from rudaw_scraper.quotes.tables.order import WordOrder
from rudaw_scraper.quotes.tables.rows import forms, phrases, words

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
        demişti, dile getirdi, aktardı, yanıtladı, hatırlattı, anlatıyor, söylüyor, belirtiyor, savunuyor, vurguluyor
        ekliyor, aktarıyor, açıklıyor, ifade ediyor, dile getiriyor, soruyor, uyarıyor, hatırlatıyor, yazıyor
        konuşuyor, şöyle tamamladı, şöyle noktaladı, şöyle bitirdi, şöyle özetledi, şöyle özetliyor, şöyle seslendi
        şöyle yazdı, şöyle ekledi, şöyle açıkladı, şunları anlattı, şunları ekledi, şu sözleri söyledi, şunu söyledi
        şunu belirtti, şu soruyu sordu, şu uyarıyı yaptı, şu yorumu yaptı, şu paylaşımı yaptı, iddia etti, iddia ediyor
        öne sürdü, kabul etti, itiraf etti, eleştirdi, suçladı, yanıt verdi, cevap verdi, çağırdı, seslendi, haykırdı
        şu notu düştü, şu ifadeyi kullandı, şu sözlere yer verdi, şu ifadelere yer verildi, şu ifadeler kullanıldı
        şöyle denildi, şu ifadeler yer aldı, şunlar kaydedildi, şunlar belirtildi, söylemişti, belirtmişti
        yanıtını veriyor
        """
    ),
    after=phrases(
        """
        dedi, dediler, derken, denildi, denilmişti, ifadelerine yer verildi, ifadeleri kullanıldı, ifadesi kullanıldı
        diyor, diyorlar, demişti, der, diyerek, deyip, diye konuştu, diye ekledi, diye yazdı, diye belirtti
        diye sordu, diye cevap verdi, diye yanıt verdi, diye yanıtladı, diye devam etti, diye seslendi
        diye tepki gösterdi, diye konuşuyor, diye uyardı, diye anlattı, diye kaydetti, diye söyledi
        diye bağırdı, diye vurguladı, anlatıyor, söylüyor, belirtiyor, savunuyor, vurguluyor, ekliyor, dile getiriyor
        ifade ediyor, ifadelerini kullanıyor, diyordu, olarak niteledi, olarak nitelendirdi, olarak tanımladı
        olarak değerlendirdi, olarak yorumladı, olarak nitelendiriyor, olarak tanımlıyor, öne sürdü, iddia etti
        savundu, sözleriyle dile getirdi, sözleriyle anlattı, ifadeleri yer aldı, ifadesi yer aldı,
        ifadelerini kullandı, ifadesini kullandı, ifadelerine yer verdi
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
        konuşmada yazılı twitter sözlerini konuşmasını açıklamalarını toplantısında açıklamasında sırasında
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
    roles=forms(
        """
        usta çırak kuyumcu terzi berber demirci marangoz müzisyen küratör
        başhekim başkanvekil genç kadın adam müezzin rehber kazazede başkan bakan sözcü cumhurbaşkan başbakan
        milletvekil vekil müdür lider komutan sekreter temsilci vali büyükelçi
        danışman yardımcı uzman avukat yetkili yönetici koordinatör direktör antrenör çalıştırıcı oyuncu futbolcu
        kaptan hakem muhtar kaymakam savcı hakim hâkim yargıç tanık şüpheli sanık mağdur doktor hekim hemşire profesör
        doçent öğretmen öğrenci akademisyen mühendis mimar çiftçi üretici besici balıkçı esnaf pazarcı bakkal kasap
        manav şoför sürücü yolcu işçi emekçi memur emekli gazeteci muhabir yazar şair yönetmen oyuncu sanatçı şarkıcı
        ressam heykeltıraş iktisatçı ekonomist analist tarihçi arkeolog sosyolog psikolog eczacı veteriner aktivist
        gönüllü seyirci taraftar izleyici turist sığınmacı mülteci göçmen depremzede vatandaş köylü sakin anne baba
        kardeş ağabey abla amca dayı teyze hala oğlu kızı komşu akraba sahip ortak patron kurucu üye delege aday
        sporcu güreşçi yüzücü atlet bilim imam müftü papaz rahip asker polis jandarma itfaiyeci kurtarıcı pilot kaptan
        """,
        "ı i u ü ları leri",
        "sı si su sü ları leri",
        "aâeıioöuü",
    )
    | words(
        """
        genel eş eşbaşkanı kardeşi üyesi sakini dr prof doç av op general orgeneral tümgeneral albay sayın müdürlüğü
        bakanlığı başkanlığı valiliği kurumu komisyonu belediye dışişleri içişleri savunma abd kbb parti partisi ak chp
        hdp mhp akp dem türkiye ırak irak rusya iran kürdistan bölgesel hükümet hükümeti yönetimi meclis meclisi grup
        yolcusu sözcüsü milletvekili vekili avukatı büyükelçisi profesörü mühendisi sahibi eşi oğlu kızı
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
        ismiyle mitingi mitingini mitinginde kampanyası kampanyasını kampanyasına etkinliği festivali sergisi oyunu
        dizisi albümü belgeseli yarışması pankartı pankartları pankartıyla tezahüratı tezahüratları tezahüratıyla
        """
    ),
    clitics={},
    prefixes=(),
    saying=words(
        """
        diye şeklinde bilgisini bilgilerini uyarısını uyarısında uyarılarında çağrısını çağrısında yorumunu
        yorumunda görüşünü görüşünde değerlendirmesini değerlendirmesinde açıklamasını açıklamasında iddiasını
        iddiasında ifadesini ifadelerini ifadesine ifadelerine ifadeleriyle sözlerini sözlerine sözleriyle
        mesajını mesajıyla yanıtını cevabını itirafında eleştirisini eleştirisinde eleştirilerinde temennisinde
        temennisini önerisini önerisinde sorusunu paylaşımını paylaşımında notunu tepkisini talebinde talebini
        vaadinde taahhüdünde savunmasını sözünü müjdesini özetini karşılığını
        """
    ),
)
