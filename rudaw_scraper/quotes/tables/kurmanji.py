"""Kurmanji: speaker, cue, quotation. The frequent cues are those counted in Kurdish news (docs/quotations.md)."""

from __future__ import annotations

from rudaw_scraper.quotes.tables.folding import fold_kurmanji
from rudaw_scraper.quotes.tables.order import WordOrder
from rudaw_scraper.quotes.tables.rows import phrases, words

KURMANJI = WordOrder(
    fold=fold_kurmanji,
    subject="left",
    cues=phrases(
        """
        got, gotin, gotî, gotiye, gotibû, digot, dibêje, dibêjin, dibê, ragihand, ragihandin, ragihandiye
        radigihîne, nivîsî, nivîsand, nivîsiye, nivîsandiye, bersivand, pirsî, pirsiye, axivî, axivîn, peyivî
        diyar kir, diyar kirin, dîyar kir, diyar dike, eşkere kir, eşkere kirin, aşkere kir, aşkera kir
        askere kir, tekez kir, tekez kirin, teqez kir, tekez dike, destnîşan kir, destnîşan kirin, zelal kir
        xuya kir, xuyanî kir, dupat kir, dubare kir, amaje kir, amaje pê kir, amaje bi wê yekê kir, zêde kir
        lê zêde kir, îdîa kir, îdia kir, îfade kir, bilêv kir, parve kir, rexne kir, piştrast kir, hişyar kir
        ron kir, rave kir, şîrove kir, bang kir, anî ziman, anîn ziman, aniye ziman, tîne ziman, anî zimên
        anî zimanî, bersiv da, bersiv dan, da zanîn, dan zanîn, daye zanîn, da xuyakirin, dide zanîn
        hişyarî da, hate gotin, hat gotin, tê gotin, hate ragihandin, hat ragihandin, bal kişand, bi bîr xist
        lê vegerand
        """
    ),
    after=frozenset(),
    relative=frozenset(),
    sources=phrases("li gorî, li gor, bi gotina, bi ya"),
    stops=words(
        """
        li ji di bi bo de ve re derbarê derheqê ser her jî herwiha wiha piştî berî dema ku ligel tevî wek weke
        heta nav navbera der beriya gava kengî eger lê lewra çimkî îro duh doh îsal niha par roja meha sala
        êvara sibeha dîsa bersiva dîrokî
        """
    ),
    openers=words(
        """
        herwiha lê îro duh doh piştre paşê dû dîsa û jî wekî niha di li ji bi bo piştî berî dema derbarê
        """
    ),
    adverbs=words(
        """
        wiha weha herwiha jî jê û ku wisa dîsa ev evê yekê tenê carek din carekê dîtir pê re ve de got
        """
    ),
    pronouns=words("wî wê ew wan ewî ewê"),
    roles=words(
        """
        serok serokê serokwezîr serokwezîrê serokomar serokomarê hevserok hevserokê hevseroka berpirs berpirsê
        berpirsa berpirsek berpirsekî berdevk berdevkê berdevka wezîr wezîrê wezîra parlamenter parlamenterê
        parlamentera endam endamê endama fermandar fermandarê alîkar alîkarê cîgir cîgirê parêzgar parêzgarê
        walî waliyê rêveber rêveberê rêvebera sekreter sekreterê nûner nûnerê nûnera parêzer parêzerê
        rojnamevan rojnamevanê nivîskar nivîskarê mamoste mamosteyê akademîsyen çalakvan çalakvana şêwirmend
        şêwirmendê general rayedar rayedarek rayedarekî kesek dr prof
        """
    ),
    capitals=True,
    role_ends=False,
    inflected=("ê", "ên", "yê", "yên", "eya"),
    honorifics=words("dayê xalê apê metê mamê pîrê xaltîkê"),
    verb_endings=(),
    indefinite=("ek", "ekî", "ekê"),
    case_endings=("yê", "ê"),
    linkers=words("a ê yê ya yên ên"),
    name_leads=words(
        """
        tohmeta dirûşma dirûşmeya diruşma navê sernavê sernavên pirtûka fîlma romana hashtaga operasyona
        """
    ),
    name_follows=frozenset(),
    clitics={},
    prefixes=(),
)
