"""English: the words that the clause grammar needs, one table per class.

The reporting verbs are general knowledge of news English; ``said`` alone makes about six cues of ten in news, and
ten verbs make eight (docs/quotations.md).
"""

from __future__ import annotations

from typing import Final

from rudaw_scraper.quotes.tables.rows import Phrase, words

# Verbs of saying: they may stand before or after the quotation, and be inverted ("said X").
SAYING: Final = words(
    """
    said says say saying told tells tell telling add added adds adding asked asks asking replied replies
    replying answered answers answering wrote writes writing written tweeted tweets tweeting posted posts
    posting stated states stating explained explains explaining warned warns warning claimed claims claiming
    argued argues arguing insisted insists insisting noted notes noting announced announces announcing
    continued continues continuing recalled recalls recalling declared declares declaring confirmed confirms
    confirming admitted admits admitting acknowledged acknowledges acknowledging concluded concludes
    concluding stressed stresses stressing emphasized emphasizes emphasised emphasises emphasizing emphasising
    observed observes observing remarked remarks remarking commented comments commenting responded responds
    responding reported reports reporting suggested suggests suggesting maintained maintains maintaining
    contended contends contending asserted asserts asserting affirmed affirms affirming alleged alleges
    alleging predicted predicts predicting joked jokes joking quipped quips quipping shouted shouts shouting
    yelled yells yelling screamed screams screaming cried cries whispered whispers whispering exclaimed
    exclaims exclaiming complained complains complaining lamented laments lamenting conceded concedes
    conceding countered counters countering retorted retorts revealed reveals revealing vowed vows vowing
    pledged pledges pledging promised promises promising boasted boasts boasting cautioned cautions cautioning
    reiterated reiterates reiterating repeated repeats repeating testified testifies testifying texted emailed
    messaged agreed agrees agreeing anticipated anticipates thundered mused muses musing reasoned proclaimed
    proclaims proclaiming sang sings singing chanted chants chanting read reads reading believed believes
    thought thinks thinking wondered wonders wondering marveled marvelled gushed deadpanned quoted elaborated
    elaborates interjected interrupted muttered mumbled murmured pleaded pleads pleading pointed pointing
    points resolved protested protests snapped spoke speaks speaking stipulated sums summed summarized
    theorized urged urges urging hinted disclosed discloses disclosing outlined clarified clarifies clarifying
    counseled advised advises advising assured assures assuring briefed informed informs informing instructed
    demanded demands demanding denied denies denying ordered orders ordering preached prayed recounted
    recounts recounting remembered remembers rejoined teased chimed chuckled laughed smiled sighed wailed
    sobbed grinned nodded hissed growled opined opines opining offered offers offering echoed echoes echoing
    enthused fumed ranted raged blasted blasts volunteered ventured wished wishes penned captioned shared
    shares blogged estimated estimates estimating scoffed scoffs snorted snorts sneered moaned groaned bellowed
    roared barked crowed beamed confided confides confessed confesses speculated speculates inquired enquired
    queried implored implores begged begs bragged brags concurred concurs stammered gasped shrieked sniffed
    barks charged charges charging relayed relays signaled signalled underscored underscores
    underscoring underlined underlines underlining remind reminds reminded reminding mutters mumbles murmurs gushes
    deadpans enthuses fumes theorizes hints pleads chimes summarized summarises reckons reckoned surmised
    """
)

# Verbs that take quoted words as part of their own clause ("called it “a disgrace”").
NAMING: Final = words(
    """
    called calls calling described describes describing praised praises praising criticized criticised
    criticizes criticises criticizing criticising accused accuses accusing hailed hails hailing denounced
    denounces denouncing condemned condemns condemning dismissed dismisses dismissing blamed blames blaming
    likened likens likening labeled labelled labels labeling labelling dubbed dubs dubbing referred refers
    referring mocked mocks mocking slammed slams slamming attacked attacks attacking deemed deems
    characterized characterised characterizes characterises branded brands branding decried decries decrying
    derided derides deriding ridiculed ridicules ridiculing rejected rejects rejecting compared compares
    comparing lauded lauds lauding cited cites citing expressed expresses expressing defended defends
    defending welcomed welcomes welcoming touted touts touting lambasted lambastes excoriated chided scolded
    rebuked assailed assails assailing lashed ripped tore bemoaned questioned questions questioning defined
    defines defining hoped hopes hoping feared fears fearing felt feels feeling considered considers
    considering found finds finding expected expects proposed proposes proposing supported supports supporting
    recommended recommends recommending threatened threatens threatening thanked thanks thanking apologized
    apologised apologizes apologises invoked invokes invoking portrayed portrays portraying painted cast casts
    casting viewed views see sees saw seen wanted wants want liked likes spelled talked talks talking
    discussed discusses discussing vented mentioned mentions mentioning highlighted highlights highlighting
    ruled argued swore swears admonished admonishes admonishing exhorted exhorts chastised
    chastises berated berates challenged challenges promoted promotes promoting trumpeted pitched framed framing
    attributed attributes attributing sworn credited credits suspected suspects sought celebrated celebrates heralded
    heralds mourned mourns tasked termed appealed appeals appealing encouraged encourages encouraging
    """
)

# Plain forms, which report with a plural in front of them ("critics call it “…”") and are nouns or infinitives else.
PLAIN: Final = words(
    "warn insist argue claim call describe complain deny admit acknowledge note believe ask reply answer write"
    " explain announce confirm stress accuse criticise criticize dismiss denounce condemn report suggest maintain"
    " contend allege predict point promise demand urge fear label dub recall respond"
)
PLURALS: Final = words("they we i who people police some many others")

# Verbs that report only with one of these words right behind them ("" is the end of the sentence).
PHRASAL: Final = {
    "shot": words("back"),
    "shoots": words("back"),
    "hit": words("back"),
    "fired": words("back"),
    "went": words("on"),
    "goes": words("on"),
    "chipped": words("in"),
    "put": words("it"),
    "puts": words("it"),
    "wanted": words("to"),
    "wants": words("to"),
    "began": words(", :") | {""},
    "begins": words(", :") | {""},
}

# What somebody does just before words that have no verb of their own: "His grandson shrugs. “…”"
GESTURES: Final = words(
    "shrugs shrugged laughs laughed smiles smiled nods nodded sighs sighed grins grinned agrees agreed disagrees"
    " disagreed hesitates hesitated pauses paused shakes shook winces winced"
)

# Verbs that may report the words in front of them.
SAYING_ONLY: Final = (SAYING - NAMING) | PLAIN | frozenset(PHRASAL)

# Verbs whose object and quoted words make one clause: what follows the quotation reports the whole of it.
CALLING: Final = words(
    "called calls calling described describes describing dubbed labeled labelled labels branded brands deemed deems"
    " characterized characterised termed"
)
# What a witness or a camera did: the one who is heard shouting is the subject of the sentence.
OBSERVED: Final = words("heard overheard seen filmed recorded caught")
# Verbs of passing words on: "the agency quoted X as saying".
QUOTING: Final = words("quoted quotes quoting cited cites citing")
# Participles that belong to the noun right before them ("a man shouting").
SHOUTING: Final = words("shouting chanting yelling screaming crying singing shouts")

# Nouns of saying: "his warning that …", "in Salar's words", "made the point that …".
NOMINAL: Final = words(
    """
    warning claim claims statement statements remark remarks comment comments assertion argument promise
    pledge vow call calls description suggestion insistence prediction accusation accusations words phrase
    view opinion assessment allegation allegations contention declaration admission complaint question
    response reply answer chant chants message tweet tweets post speech letter testimony advice criticism
    demand
    """
)
MADE_POINTS: Final = words(
    "point case argument claim observation remark promise comment comments remarks statement vow"
)

# Nouns that hold a reporting clause together without naming anybody themselves.
MEDIUM: Final = words(
    """
    statement interview speech letter report tweet post message conference press briefing memo email e-mail
    address op-ed column article editorial remarks comments testimony ruling note video phone call text
    television radio twitter facebook instagram blog book memoir documents document release
    """
)

PRONOUNS: Final = words("he she they i we it you who")
PERSONAL: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}

DETERMINERS: Final = words(
    """
    a an the his her their its our my your this that these those another some several many most one two three
    four five six seven eight nine ten both each every all any no other such few
    """
)

# A clause begins after these; the subject of a verb is not looked for beyond them.
BOUNDARIES: Final = words(
    """
    and but or nor yet while as because when after before if although though where whereas since until unless
    so whether than that what how why once like including despite then
    """
)
SUBORDINATORS: Final = words(
    "as because when after before if although though where whereas since until unless while once than"
)

RELATIVES: Final = words("who which whom whose")

PREPOSITIONS: Final = words(
    """
    of in on at to from with by for about into over under during through between among against within without
    toward towards across along around behind near outside inside amid upon regarding concerning per via
    following ahead alongside throughout beyond above below off out beside besides aboard atop amidst onto
    """
)

ADVERBS: Final = words(
    """
    also later then once further reportedly again even still just only never ever often always now soon today
    yesterday tonight recently first earlier flatly simply quickly quietly famously instead too not have has
    had having did does do would will could can may might must should shall to be 's 've 'd 'll n't previously
    publicly repeatedly rather actually merely thus therefore himself herself themselves sometimes usually
    already long initially specifically explicitly openly briefly apparently angrily jointly privately
    ultimately eventually finally subsequently similarly afterward afterwards
    """
)

BE: Final = words("is are was were be been being am 's 're got gets")

# Finite verbs that are no cues: they end a subject and show that a chunk is a clause of its own.
OTHER_VERBS: Final = BE | words(
    """
    has had have do does did will would can could may might must shall should made makes make came comes come
    went goes go took takes take gave gives give got left leaves led leads held holds met meets became becomes
    began begins kept keeps put puts ran runs stood stands sat brought brings won wins lost loses sent sends
    set showed shows appeared appears seemed seems refused refuses tried tries used uses visited visits
    traveled travelled arrived arrives joined joins faced faces served serves worked works lived lives died
    sold bought knew grew fell spent built caught taught fought drove flew rode chose broke stole wore threw blew
    drew slept swept paid laid heard hears allege killed signed signs issued issues released releases
    published publishes gathered turned turns
    """
)

# Sentence openers that are capitalised but belong to nobody's name.
OPENERS: Final = words(
    """
    but and yet still so however meanwhile later earlier also then now today yesterday tonight on in at for
    from with by as when while after before if although though since until because during despite following
    according asked the a an he she they we i it you this that these those there here what who how why where
    not no yes one some many most several another both all instead moreover nevertheless nonetheless finally
    afterwards afterward additionally speaking writing responding referring commenting other his her their its
    our my once even just only perhaps indeed or to like under over about between among again separately
    similarly likewise thus therefore unlike through throughout without within near across along around such
    few any each every more of into against toward given asking addressing appearing
    """
)

TIME_WORDS: Final = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december today yesterday tonight tomorrow morning afternoon evening night week
    month year days weeks months hours minutes earlier later recently last next noon midday weekend
    feb apr jul aug sept sep oct nov dec ago
    """
)

# Nouns and names that end like a participle or an adverb.
NO_PARTICIPLES: Final = words(
    "engineering housing banking building nursing marketing planning king wing training evening morning boeing beijing"
    " mining meeting hearing ruling filing spring something everything nothing anything family italy july ally fly"
    " reply supply rally bully assembly"
    " emily kelly sally billy molly lily kimberly beverly reilly o'reilly connolly connelly daly daily weekly monthly"
    " fleming browning golding keating manning harding cushing king's family's italy's assembly's"
)

# Abbreviated ranks of two parts, without the full stop behind them.
RANKS: Final = words("det.-sgt det.-const det.-insp det.-supt lt.-gov lt.-col lt.-gen maj.-gen brig.-gen")

# Titles that stand before a name and are no part of it.
TITLES: Final = (
    words(
        """
    mr mrs ms miss mx dr prof professor sir dame lord lady baron rev reverend father imam sheikh mullah
    ayatollah president premier minister prime chancellor king queen prince princess pope gen general lt
    lieutenant col colonel maj major brig brigadier cpt capt captain sgt sergeant cpl corporal pvt commander
    admiral adm sen senator rep representative gov governor mayor secretary judge justice attorney ambassador
    director chairman chairwoman chair spokesman spokeswoman spokesperson chief deputy vice former
    ex-president acting leader us u.s uk eu un congressman congresswoman councillor councilman councilwoman
    senate speaker foreign defense defence interior state treasury officer detective inspector constable coach
    manager analyst economist senior assistant republican democrat democratic iraqi kurdish turkish syrian
    iranian american british french german russian israeli egyptian saudi kurdistan peshmerga pkk kdp puk hdp
    krg mp lawmaker activist journalist author co-chair head envoy special presidential chief-of-staff
    boss skipper striker midfielder defender goalkeeper winger barrister solicitor strategist campaigner novelist
    historian researcher scientist rapper frontman bandmate pensioner executive ceo founder co-founder actor actress
    singer sheriff lawyer prosecutor counsel representative-elect president-elect sec hon
    neighbour neighbor co-author goaltender goalie defenceman defenseman forward guard quarterback pitcher outfielder
    catcher linebacker headteacher principal teacher nurse surgeon physician pharmacist farmer sculptor painter
    photographer architect engineer accountant broker pollster seismologist biologist ecologist geologist
    epidemiologist psychologist sociologist virologist meteorologist climatologist paleontologist archaeologist
    criminologist co-founder co-owner co-host co-ordinator coordinator resident parishioner paramedic firefighter
    commissioner superintendent insp const supt cst coun cllr alderman reeve comptroller treasurer trustee
    composer conductor pianist violinist technician librarian archivist
    ombudsman curator choreographer playwright screenwriter filmmaker director-general secretary-general landlord
    landlady shopkeeper retiree veteran student widow daughter son brother sister mother father husband wife cousin
    nephew niece grandson granddaughter grandmother grandfather uncle aunt girlfriend boyfriend ex-wife ex-husband
    colleague teammate councilmember mpp mla mna mnas msp mep
    """
    )
    | RANKS
)
# Titles that are followed by a person's name, never by that of a body or place.
FORMS_OF_ADDRESS: Final = words(
    """
    mr mrs ms miss dr prof professor sir dame lord lady rev reverend father imam sheikh mullah ayatollah
    president minister premier chancellor king queen prince princess pope gen general lt col colonel maj major
    brig brigadier capt captain sgt sergeant commander admiral sen senator rep representative gov governor
    mayor secretary judge justice ambassador congressman congresswoman councillor detective inspector
    spokesman spokeswoman
    """
)
FEMALE_TITLES: Final = words(
    "mrs ms miss dame lady queen princess chairwoman spokeswoman congresswoman councilwoman actress mother wife "
    "daughter sister widow grandmother girl woman"
)
MALE_TITLES: Final = words(
    "mr sir lord baron king prince pope imam sheikh mullah ayatollah chairman spokesman congressman councilman "
    "actor father husband son brother widower grandfather boy man"
)

# Abbreviations whose full stop does not end a sentence.
ABBREVIATIONS: Final = (
    words(
        "mr mrs ms dr prof gen lt col maj brig capt sgt cpl sen rep gov st jr sr rev hon adm ret no vs inc ltd co corp "
        "sens reps insp const supt coun cllr cst det ald pte cmdr sask alta ont que calif tenn wis"
        " jan feb mar apr aug sept oct nov dec doç"  # the last one Turkish
    )
    | RANKS
)

# Second words of what a minister is of ("Natural Resources", "Foreign Affairs").
OFFICES: Final = words(
    "resources affairs economy education planning works energy relations security defense defence trade"
)

# With "the" in front: somebody of whom the article has said where he is from, no name.
DEMONYMS: Final = words(
    "spaniard frenchman frenchwoman dutchman englishman scotsman irishman welshman briton swede dane finn pole turk"
    " serb croat scot kurd german italian brazilian argentine argentinian american canadian australian austrian"
    " belgian russian ukrainian mexican colombian norwegian egyptian iraqi iranian syrian israeli romanian nigerian"
    " republican democrat conservative liberal"
)

# Who speaks is nobody in particular, or a count.
NOBODYS_NAMES: Final = words(
    "somebody someone everybody everyone anybody anyone nobody dozens hundreds thousands millions two three four five"
    " six seven eight nine ten eleven twelve thirteen twenty thirty forty fifty eighty ninety critics supporters"
    " experts officials others analysts economists researchers scientists residents relatives lawmakers prosecutors"
    " democrats republicans liberals conservatives tories protesters demonstrators investigators authorities doctors"
    " lawyers police neighbours neighbors witnesses organizers organisers campaigners activists advocates"
)

# Inside a name: written small, between capitalised words.
PARTICLES: Final = words("al bin ibn abu van von der den de la le du da di dos el ben")

# Capitalised words that make a run of capitals an organisation or place, not a person.
NOT_PERSON: Final = words(
    """
    ministry party university agency state states nations council court house department union group committee
    commission office bureau association organization organisation institute center centre company corporation
    bank army force forces police government parliament congress senate assembly administration campaign times
    post journal tribune guardian reuters news network press media television radio watch international world
    global foundation fund league club team school college hospital church front movement brigade brigades
    units republic kingdom region province district city county street avenue river sea mountain valley east
    west north south middle central northern southern eastern western islamic democratic united national
    federal supreme twitter facebook youtube instagram white pentagon kremlin security service services
    intelligence human rights peace treaty act bill law agreement war day january february march april may
    june july august september october november december monday tuesday wednesday thursday friday saturday
    sunday
    """
)

# Words right before a quoted stretch that make it a name, title, slogan or charge.
NAME_LEADS: Final = words(
    """
    named titled entitled codenamed code-named film movie book novel song album series show documentary
    magazine newspaper operation so-called slogan slogans banner banners sign signs hashtag headline headlined
    heading nicknamed marked defines defined defining play painting episode track single poem memoir bestseller
    sitcom game
    """
)
# Ways in which a passive or "known as" introduces a name.
NAME_PHRASES: Final[tuple[Phrase, ...]] = (
    ("known", "as"),
    ("referred", "to", "as"),
    ("on", "charges", "of"),
    ("charges", "of"),
    ("charge", "of"),
    ("accusations", "of"),
    ("allegations", "of"),
    ("under", "the", "name"),
    ("by", "the", "name"),
    ("what", "is", "called"),
    ("defines", "a"),
    ("defines", "an"),
    ("defined", "a"),
    ("defined", "an"),
)
# "a banner reading", "shirts that say": words that are written on something, said by nobody in particular.
BANNERS: Final = words(
    "banner banners sign signs placard placards poster posters shirt shirts t-shirt t-shirts sticker stickers"
)
BANNER_VERBS: Final = words("reading read reads saying say says said with")
