"""Words that touch meaning, in English, Lithuanian, Polish, Belarusian and Arabic, in all their cases.

Numbers, negations, months and weekdays, units. A paradigm is written as stems, a colon and endings; `.` is no ending.
Where a language lets a form be built that nobody uses, it stands here too: that harms nobody. All languages are read at
once, for a text may quote another language; what would then be mistaken for a common word stands apart.
"""

from itertools import product

from dateline.linking import meaning_arabic as arabic


def _forms(paradigms: str) -> frozenset[str]:
    words: set[str] = set()
    for line in paradigms.strip().splitlines():
        stems, _, endings = line.partition(":")
        forms = endings.replace(".", " . ").split() or ["."]
        words.update(stem + ending.strip(".") for stem, ending in product(stems.split(), forms))
    return frozenset(words)


_LT_ADJECTIVE = (
    "as ias is o io am iam ą ią į u iu ame iame i ų ių iems us ius ais iais uose a ia os ios ai iai oje ioje oms ioms "
    "omis iomis ose iose asis ysis ojo iojo ajam iajam ąjį įjį uoju iuoju ajame ieji ųjų iųjų iesiems uosius aisiais "
    "uosiuose oji osios ąją iąją ąja iąja ajai ojoje osioms osiomis osiose"
)
_LT_NOUN = "as is o io ui iui ą į u iu e yje i ai iai ų ių ams iams us ius ais iais uose iuose"
_LT_FEMININE = (
    "a ia os ios ai iai ą ią oje ioje ų ių oms ioms as ias omis iomis ose iose ė ės ei ę e ėje ės ėms ėmis ėse"
)
_PL_NOUN = ". a owi em iem u ie ze le e y i ów om ami ach"
_PL_ADJECTIVE = "y i a ia e ie ego iego ej iej emu iemu ą ią ym im ych ich ymi imi"
_PL_FEMININE = ". a i y ę e ie ą om ami ach"
_BE_NOUN = ". а у ам ом е ы аў оў ам амі ах і"
_BE_ADJECTIVE = """ы і ая яя ае ое яе ага ога яга ай ой яй аму ому яму ую юю аю ым ім ыя ія ых іх ымі імі"""
_BE_FEMININE = ". а я ы і у ю е ай яй аў яў ам ям амі ямі ах ях"

_ENGLISH_NUMBERS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
hundred thousand million billion trillion dozen : . s
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth
ninetieth hundredth thousandth millionth half halves quarter quarters thirds fifths tenths twice thrice double triple
bn mln
"""

_LITHUANIAN_NUMBERS = f"""
nulis nulio nuliui nulį nuliu
vien : {_LT_ADJECTIVE} eri erių eriems erius eriais
du dvi dviejų dviem dviejose dviejuose dveji dvejų dvejus dvejais abu abi abiejų abiem
trys trijų trims tris trimis trijose trijuose treji trejų trejus trejais
ketur penk šeš septyn aštuon devyn : i ių iems ioms is ias iais iomis iose iuose ios eri erių erius eriais eriems
dešimt : . is ies į imi yje ys čių ims imis yse
vienuolik dvylik trylik keturiolik penkiolik šešiolik septyniolik aštuoniolik devyniolik : {_LT_FEMININE}
dvidešimt trisdešimt keturiasdešimt penkiasdešimt šešiasdešimt septyniasdešimt aštuoniasdešimt devyniasdešimt
šimt milijon milijard trilijon tuzin : {_LT_NOUN}
tūkstan : tis čio čiui tį čiu tyje čiai čių čiams čius čiais čiuose
pirm antr treč ketvirt penkt šešt septint aštunt devint dešimt šimt tūkstant : {_LT_ADJECTIVE}
vienuolikt dvylikt trylikt keturiolikt penkiolikt šešiolikt septyniolikt : {_LT_ADJECTIVE}
aštuoniolikt devyniolikt dvidešimt trisdešimt keturiasdešimt penkiasdešimt : {_LT_ADJECTIVE}
šešiasdešimt septyniasdešimt aštuoniasdešimt devyniasdešimt : {_LT_ADJECTIVE}
pus : ė ės ei ę e ėje ių
pusantr ketvirtadal trečdal dešimtad : {_LT_NOUN} a os
dukart triskart dusyk trissyk dvigub trigub dvigubai trigubai
tūkst mln mlrd trln
"""

_POLISH_NUMBERS = f"""
zero zera jeden jedn : . {_PL_ADJECTIVE} o
dwa dwaj dwie dwóch dwu dwom dwóm dwoma dwiema dwoje dwojga oba obaj obie obu obydwa
trzy trzej trzech trzem trzema troje trojga cztery czterej czterech czterem czterema czworo
pięć sześć siedem osiem dziewięć dziesięć
pięci sześci siedmi ośmi dziewięci dziesięci : u oma oro orga
jedena dwana trzyna czterna piętna szesna siedemna osiemna dziewiętna : ście stu stoma stka stki stkę
dwadzieścia trzydzieści czterdzieści
dwudziestu trzydziestu czterdziestu dwudziestoma trzydziestoma czterdziestoma
pięćdziesi sześćdziesi siedemdziesi osiemdziesi dziewięćdziesi : ąt ęciu ęcioma
sto stu setka setki setkę setek setkami dwieście dwustu trzysta trzystu czterysta czterystu
pięć sześć siedem osiem dziewięć : set
pięciuset sześciuset siedmiuset ośmiuset dziewięciuset
tysiąc tysiąca tysiącu tysiącem tysiące tysięcy tysiącom tysiącami tysiącach
milion miliard bilion tuzin : {_PL_NOUN}
pierwsz drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt : {_PL_ADJECTIVE}
jedenast dwunast trzynast czternast piętnast szesnast siedemnast osiemnast dziewiętnast : {_PL_ADJECTIVE}
dwudziest trzydziest czterdziest pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt : {_PL_ADJECTIVE}
dziewięćdziesiąt setn tysięczn podwójn potrójn : {_PL_ADJECTIVE}
pół połowa połowy połowę połowie połową półtora półtorej ćwierć ćwierci dwukrotnie trzykrotnie
tys mld
"""

_BELARUSIAN_NUMBERS = f"""
нуль нуля адзін адна адно адны аднаго адной аднаму адну адным адною адных аднымі
два дзве двух двум двума дзвюх дзвюм дзвюма двое дваіх дваім абодва абедзве абодвух
тры трох тром трыма трое траіх чатыры чатырох чатыром чатырма чацвёра
пяць пяці пяццю шэсць шасці шасцю сем сямі сямю сям'ю восем васьмі васьмю васьм'ю дзевяць дзевяці дзевяццю
дзесяць дзесяці дзесяццю пяцёра
адзінац дванац трынац чатырнац пятнац шаснац семнац васямнац дзевятнац двац трыц : цаць цаці ццаць ццаці ццаццю
сорак сарака дзевяноста
пяцьдзесят шэсцьдзесят семдзесят восемдзесят пяцідзесяці шасцідзесяці сямідзесяці васьмідзесяці
сто ста сотня сотні сотню соцень сотнямі дзвесце двухсот трыста трохсот чатырыста чатырохсот
пяцьсот шэсцьсот семсот восемсот дзевяцьсот пяцісот шасцісот
тысяч мільён мільярд трыльён тузін : {_BE_NOUN} {_BE_FEMININE}
перш друг трэц чацвёрт чацверт пят шост сём восьм дзявят дзевят дзясят дзесят : {_BE_ADJECTIVE}
адзінаццат дванаццат трынаццат чатырнаццат пятнаццат шаснаццат семнаццат васямнаццат : {_BE_ADJECTIVE}
дзевятнаццат дваццат трыццат саракав пяцідзясят шасцідзясят сямідзясят васьмідзясят сот тысячн : {_BE_ADJECTIVE}
палова паловы палову палове паловай паўтара паўтары паў чвэрць чвэрці двойчы тройчы удвая
тыс млн млрд
"""

NUMBERS = (
    arabic.NUMBERS
    | _forms(_ENGLISH_NUMBERS)
    | _forms(_LITHUANIAN_NUMBERS)
    | _forms(_POLISH_NUMBERS)
    | _forms(_BELARUSIAN_NUMBERS)
)

MULTIPLIERS = arabic.MULTIPLIERS | _forms(f"""
hundred thousand million billion trillion dozen : . s
bn mln mlrd trln mld tūkst tys тыс млн млрд
šimt milijon milijard trilijon tuzin : {_LT_NOUN}
tūkstan : tis čio čiui tį čiu tyje čiai čių čiams čius čiais čiuose
tysiąc tysiąca tysiącu tysiącem tysiące tysięcy tysiącom tysiącami tysiącach
milion miliard bilion tuzin : {_PL_NOUN}
тысяч мільён мільярд трыльён тузін : {_BE_NOUN} {_BE_FEMININE}
""")
"""What makes a number of digits a larger number: `52 thousand`."""

NEGATIONS = arabic.NEGATIONS | _forms("""
no not never none nobody nothing nowhere neither nor cannot without non nil
nei nė nėra nebėra nebe nebuvo nebūtų nebus niekada niekad niekur niekaip niekuomet
niek : as o am ą u
jok : s io iam į iu ie ių iems ius iais ia ios iai ią iomis ioms
nie ani nigdy nikt nikogo nikomu nikim nic niczego niczemu niczym nigdzie bez brak brakuje bynajmniej
żad : en na ne nego nej nemu nym ną nych nymi ni
не ня ні ані без бяз няма нельга нельзя нет ніхто нікога нікому нікім нішто нічога нічому нічым ніколі нідзе нікуды
ніяк : і ая ае ага ай аму ую ім ія іх імі
""")

LITHUANIAN_NEGATIONS = frozenset(("ne", "be"))
"""Only in a text that is Lithuanian: elsewhere `be` is a verb."""

NEGATING_PREFIXES = tuple(_forms("nebe nie nė ne non un in im il ir dis bez не ня ні без бяз"))
"""What makes a word its opposite: `paleido` and `nepaleido`, `legal` and `illegal`."""

CALENDAR = arabic.CALENDAR | _forms(f"""
january february april june july august september october november december
jan feb apr jun jul aug sep sept oct nov
monday tuesday wednesday thursday friday saturday sunday : . s
tue tues thu thur thurs fri
saus vasar kov baland birž geguž liep rugpjū rugsėj spal lapkri gruod : {_LT_NOUN} {_LT_FEMININE}
birželis birželio birželį birželiui birželyje birželiu baland gruod : žio žiui žiu
balandžio balandžiui balandžiu gruodžio gruodžiui gruodžiu
rugpjū lapkri : tis čio čiui tį čiu tyje
pirmadien antradien trečiadien ketvirtadien penktadien šeštadien sekmadien : {_LT_NOUN}
stycz kwiec czerw lip sierp grud : eń ień nia niu niem niowi iec ca cu cem cowi
styczeń stycznia styczniu styczniem kwiecień kwietnia kwietniu kwietniem sierpień sierpnia sierpniu sierpniem
wrzesień września wrześniu wrześniem grudzień grudnia grudniu grudniem
czerwiec czerwca czerwcu czerwcem lipiec lipca lipcu lipcem marzec marca marcu marcem
luty lutego lutemu lutym maj maja majowi majem maju październik listopad : {_PL_NOUN}
październiku listopadzie poniedział wtor czwart piąt : ek ku kiem kowi ki ków kach
środ sobot : a y ę zie cie ą
niedziel : a i ę ą
студзен ліпен : ь я і ем ю
жні верас сне : вень ўня ўні ўнем ень ня ні нем жань жня жні жнем
сакавік красавік кастрычнік : {_BE_NOUN} у
люты лютага лютаму лютым май мая маі маем траўня траўні травень траўнем чэрвень чэрвеня чэрвені чэрвенем
лістапад : {_BE_NOUN} зе
панядзел : ак ка ку кам кі каў
аўтор : ак ка ку кам кі каў
серада серады сераду серадзе серадой чацвер чацвярга чацвяргу чацвяргом чацвяргі
пятніц субот : а ы у ай е цы
нядзел : я і ю яй
""")

CAPITAL_CALENDAR = frozenset(("may", "march", "mar", "dec", "mon", "wed", "sat", "sun"))
"""Months and weekdays only with a capital: without one they are common words."""

UNITS = arabic.UNITS | _forms(f"""
km m cm mm nm kg g mg t l ml ha h hr hrs s sec min kmh mph kw mw gw kwh mwh gwh v w pct ct
usd eur gbp pln byn rub chf uah
kilomet met centimet millimet : re res er ers
mile foot feet inch inches yard hectare acre litre liter gallon barrel gram kilogram gramme pound ounce tonne ton : . s
degree second minute hour day week month year decade fortnight dollar euro cent rouble ruble zloty : . s
century centuries percent percentage celsius fahrenheit kelvin watt watts kilowatt kilowatts megawatt megawatts yen yuan
kilometr metr centimetr milimetr kilogram gram litr hektar procent doler eur cent rubl lit zlot : {_LT_NOUN}
laipsn : {_LT_NOUN}
myli : a os ų ą omis as
ton valand minut sekund dien savait par : {_LT_FEMININE}
mėn mėnuo mėnes : . is io iui į iu yje iai ių iais ius iams
met : ai ų ams us ais uose
dešimtmet šimtmet : {_LT_NOUN} čio čių
proc val sek
kilometr metr centymetr milimetr kilogram gram litr hektar procent dolar rubl : {_PL_NOUN}
ton godzin minut sekund dob mil : {_PL_FEMININE}
dzień dnia dni dniu dniem dniom dniach dniami tydzień tygodnia tygodnie tygodni tygodniu tygodniem
miesiąc miesiąca miesiące miesięcy miesiącu miesiącach rok roku rokiem lata lat latach latami latom
stopień stopnia stopnie stopni stopniach złoty złote złotych złotego godz
кіламетр метр сантыметр міліметр кілаграм грам літр гектар працэнт долар : {_BE_NOUN}
тон гадзін хвілін секунд : {_BE_FEMININE} ы
дзень дня дні дзён дню днём днях днямі дням тыдзень тыдня тыдні тыдняў тыднем
месяц : {_BE_NOUN} у аў
год года гады гадоў гадах годзе годам гадамі суткі сутак градус градусы градусаў міля мілі міль мілямі
рубель рубля рублі рублёў рублямі злот : ы ых ага
км кг г м т см мм л га хв
""")

SYMBOLS = "%‰°€$£¥¢\u20a0-\u20cf"
"""Signs of units, as ranges in a regular expression's brackets; U+20A0 and on are currencies."""
