"""Kurmanji: speaker, cue, quotation. The frequent cues are those counted in Kurdish news (docs/quotations.md)."""

from __future__ import annotations

from rudaw_scraper.quotes.tables.folding import fold_kurmanji
from rudaw_scraper.quotes.tables.order import WordOrder
from rudaw_scraper.quotes.tables.rows import forms, phrases, words

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
        lê vegerand, bertek nîşan da, mikur hat, îtîraf kir, li xwe mikur hat, nîşanî da, qîr kir, qîriya
        bi lêv kir, eşkere dike, ragihandî, tekez kiriye
        diyar kiriye, destnîşan dike, destnîşan kiriye, eşkere kiriye, dinivîse, dipirse, bersivê dide, bersiv dide
        îfade dike, radigihînin, hişyar dike, hişyarî dide, bal dikişîne, berdewam kir, domand, dewam kir, dirêjî da
        pê de çû, pêşniyar kir, gazin kir, gazinan dike, gazinan kir, soz da, bawer dike, bawer kir, vegot, vedibêje
        hat nivîsandin, hate nivîsandin, tê xwestin, hat xwestin, xwest, daxwaz kir, daxwaz dike, daxuyand
        """
    ),
    after=frozenset(),
    relative=frozenset(),
    sources=phrases("li gorî, li gor, bi gotina, bi ya, bi dîtina, bi baweriya, li gora"),
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
    roles=forms(
        """
        serok serokwezîr serokomar hevserok berpirs berdevk wezîr parlamenter endam fermandar alîkar cîgir parêzgar walî
        rêveber sekreter nûner parêzer rojnamevan nivîskar mamoste akademîsyen çalakvan şêwirmend general rayedar dr
        prof rahêner lîstikvan lîstikvanvan futbolîst kaptan alîgir derhêner rexnegir helbestvan hunermend stranbêj
        aktor wênesaz doktor bijîşk hemşîre perwerdekar xwendekar şagird cotkar cotyar gundî bazirgan dikandar esnaf
        karker karmend şofêr penaber koçber welatî muxtar şaredar dozger dadger polîs leşker pêşmerge efser endezyar
        zanyar pispor lêkolîner dîroknas aborînas siyasetmedar hiqûqnas mihendis weşanger edîtor peyamnêr konsul balyoz
        senator kurator rêxistiner xwedî xwedan kampanyager dayik bav keç kur bira xwişk hevjîn jin mêr pîrejin pîremêr
        ciwan mirov zilam kes şahid gewah girtî rêwî temaşevan baxvan sêvan nanpêj goştfiroş metran mela şêx
        hevwelatî hevsekreter kordînator koordînator pêşkêşkar veberhêner kardar nîgarkêş fîlmçêker muzîkjen dengbêj
        """,
        "ê a ek ekî ekê eke",
        "yê ya yek yekî yekê yeke",
        "aeêiîuûo",
    )
    - words("sêvan lîstikvanvan kampanyager dara"),
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
        kampanyaya nivîsa projeya bernameya kovara rojnameya strana
        """
    ),
    name_follows=frozenset(),
    clitics={},
    prefixes=(),
    naming=phrases("bi navê, ku navê wî, ku navê wê"),
    about=(("jê", "re", "dibêjin"), ("jê", "re", "tê", "gotin")),
    bodies=words(
        """
        rêxistina komîsyona zanîngeha dadgeha wezareta hikûmeta navenda saziya odeya sendîkaya baroya şaredariya
        parlamentoya partiya yekîtiya yekîneya komeleya komîteya tevgera dezgeha nexweşxaneya dibistana klûba tîma
        federasyona konfederasyona encûmena meclîsa rêveberiya akademiya enstîtuya ajansa televîzyona kargeha şîrketa
        bankaya parêzgeha weqfa konseya fermandariya qada
        """
    ),
    documents=words("daxuyaniya ragihandina rapora peyama nivîsa nameya belavoka"),
    halves=("di", "de"),
)
