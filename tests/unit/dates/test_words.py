import pytest

from dateline.dates.date import Date
from dateline.dates.edtf import parse
from dateline.dates.words import day_words, html_value, words

VILNIUS = "Europe/Vilnius"
LANGUAGES = ("en", "lt", "pl", "be")


def date(text: str) -> Date:
    found = parse(text, VILNIUS)
    assert isinstance(found, Date), found
    return found


def plain(text: str) -> str:
    """With usual spaces in place of those that CLDR wants narrow or unbroken."""
    return text.replace("\u202f", " ").replace("\xa0", " ")


PLAIN = [
    ("2025", "2025", "2025 m.", "2025", "2025 г."),
    ("2025-08", "August 2025", "2025 m. rugpjūtis", "sierpień 2025", "жнівень 2025"),
    ("2025-09-11", "11 September 2025", "2025 m. rugsėjo 11 d.", "11 września 2025", "11 верасня 2025 г."),
    ("2025-09-11T19:40+03:00", "11 September 2025, 19:40", "2025 m. rugsėjo 11 d., 19:40",
     "11 września 2025, 19:40", "11 верасня 2025 г., 19:40"),
    ("2025-09-12T00:07+05:30", "11 September 2025, 21:37", "2025 m. rugsėjo 11 d., 21:37",
     "11 września 2025, 21:37", "11 верасня 2025 г., 21:37"),
    ("2025-09-11T19:40:05", "11 September 2025, 19:40:05", "2025 m. rugsėjo 11 d., 19:40:05",
     "11 września 2025, 19:40:05", "11 верасня 2025 г., 19:40:05"),
    ("2025-09-XX", "September 2025", "2025 m. rugsėjis", "wrzesień 2025", "верасень 2025"),
    ("2025-XX", "2025", "2025 m.", "2025", "2025 г."),
    ("202X", "the 2020s", "2020–2029 m.", "lata 2020–2029", "2020–2029 гг."),
    ("200X", "2000–2009", "2000–2009 m.", "lata 2000–2009", "2000–2009 гг."),
    ("19XX", "the 1900s", "1900–1999 m.", "lata 1900–1999", "1900–1999 гг."),
    ("20XX", "2000–2099", "2000–2099 m.", "lata 2000–2099", "2000–2099 гг."),
    ("1XXX", "1000–1999", "1000–1999 m.", "lata 1000–1999", "1000–1999 гг."),
    ("XXXX", "date unknown", "data nežinoma", "data nieznana", "дата невядомая"),
    ("XXXX-12-25", "25 December, year unknown", "gruodžio 25 d., metai nežinomi", "25 grudnia, rok nieznany",
     "25 снежня, год невядомы"),
    ("XXXX-12", "December, year unknown", "gruodis, metai nežinomi", "grudzień, rok nieznany",
     "снежань, год невядомы"),
    ("XXXX-23", "autumn, year unknown", "ruduo, metai nežinomi", "jesień, rok nieznany", "восень, год невядомы"),
    ("2025-23", "autumn 2025", "2025 m. ruduo", "jesień 2025", "восень 2025 г."),
    ("2025-24", "winter 2025/26", "2025/26 m. žiema", "zima 2025/26", "зіма 2025/26 г."),
    ("2025-31", "autumn 2025 (southern hemisphere)", "2025 m. ruduo (pietų pusrutulyje)",
     "jesień 2025 (na półkuli południowej)", "восень 2025 г. (у паўднёвым паўшар’і)"),
    ("2025-35", "the third quarter of 2025", "2025 m. III ketvirtis", "III kwartał 2025", "III квартал 2025 г."),
    ("2025-38", "the second third of 2025", "2025 m. II trečdalis", "II tercjał 2025", "II траціна 2025 г."),
    ("2025-41", "the second half of 2025", "2025 m. II pusmetis", "II półrocze 2025", "II паўгоддзе 2025 г."),
]  # fmt: skip

QUALIFIED = [
    ("2025-08~", "about August 2025", "apie 2025 m. rugpjūtį", "około sierpnia 2025", "каля жніўня 2025"),
    ("2025-08?", "possibly August 2025", "galbūt 2025 m. rugpjūtis", "być może sierpień 2025",
     "магчыма, жнівень 2025"),
    ("2025-08%", "possibly about August 2025", "galbūt apie 2025 m. rugpjūtį", "być może około sierpnia 2025",
     "магчыма, каля жніўня 2025"),
    ("2025~", "about 2025", "apie 2025 m.", "około 2025 r.", "каля 2025 г."),
    ("2025-09-11~", "about 11 September 2025", "apie 2025 m. rugsėjo 11 d.", "około 11 września 2025",
     "каля 11 верасня 2025 г."),
    ("202X~", "about the 2020s", "apie 2020–2029 m.", "około lat 2020–2029", "каля 2020–2029 гг."),
    ("2025-23~", "about autumn 2025", "apie 2025 m. rudenį", "około jesieni 2025", "каля восені 2025 г."),
    ("2025-41~", "about the second half of 2025", "apie 2025 m. II pusmetį", "około II półrocza 2025",
     "каля II паўгоддзя 2025 г."),
    ("2025-?09", "September 2025 (month uncertain)", "2025 m. rugsėjis (mėnuo neaiškus)",
     "wrzesień 2025 (miesiąc niepewny)", "верасень 2025 (месяц няпэўны)"),
    ("2025-09-~11", "11 September 2025 (day approximate)", "2025 m. rugsėjo 11 d. (diena apytikslė)",
     "11 września 2025 (dzień przybliżony)", "11 верасня 2025 г. (дзень прыблізны)"),
    ("2025?-09-~11", "11 September 2025 (year uncertain, day approximate)",
     "2025 m. rugsėjo 11 d. (metai neaiškūs, diena apytikslė)",
     "11 września 2025 (rok niepewny, dzień przybliżony)", "11 верасня 2025 г. (год няпэўны, дзень прыблізны)"),
    ("2025-%23", "autumn 2025 (season uncertain and approximate)",
     "2025 m. ruduo (metų laikas neaiškus ir apytikslis)",
     "jesień 2025 (pora roku niepewna i przybliżona)", "восень 2025 г. (пара года няпэўная і прыблізная)"),
    ("2025-09-1X~", "between 10 and 19 September 2025 (approximate)",
     "tarp 2025 m. rugsėjo 10 ir 19 d. (apytiksliai)", "między 10 a 19 września 2025 (w przybliżeniu)",
     "паміж 10 і 19 верасня 2025 г. (прыблізна)"),
    ("XXXX~", "date unknown", "data nežinoma", "data nieznana", "дата невядомая"),
]  # fmt: skip

INTERVALS = [
    ("2025-09-09/2025-09-10", "9–10 September 2025", "2025 m. rugsėjo 9–10 d.", "9–10 września 2025",
     "9–10 верасня 2025 г."),
    ("2025-09-11/2025-09-11", "11 September 2025", "2025 m. rugsėjo 11 d.", "11 września 2025",
     "11 верасня 2025 г."),
    ("2022-02-24/2022-04-07", "24 February – 7 April 2022", "2022 m. vasario 24 d. – balandžio 7 d.",
     "24 lutego – 7 kwietnia 2022", "24 лютага – 7 красавіка 2022 г."),
    ("2022-02-24/2025-09-11", "24 February 2022 – 11 September 2025",
     "2022 m. vasario 24 d. – 2025 m. rugsėjo 11 d.", "24 lutego 2022 – 11 września 2025",
     "24 лютага 2022 г. – 11 верасня 2025 г."),
    ("2025-08/2025-09", "August–September 2025", "2025 m. rugpjūtis–rugsėjis", "sierpień–wrzesień 2025",
     "жнівень–верасень 2025"),
    ("2022/2025", "2022–2025", "2022–2025 m.", "2022–2025", "2022–2025 гг."),
    ("2025-09-11T19:40/2025-09-11T21:00", "11 September 2025, 19:40–21:00", "2025 m. rugsėjo 11 d., 19:40–21:00",
     "11 września 2025, 19:40–21:00", "11 верасня 2025 г., 19:40–21:00"),
    ("2022-02-24/..", "from 24 February 2022 onwards", "nuo 2022 m. vasario 24 d.", "od 24 lutego 2022",
     "ад 24 лютага 2022 г."),
    ("../2025-08", "until August 2025", "iki 2025 m. rugpjūčio", "do sierpnia 2025", "да жніўня 2025"),
    ("2022-02/", "from February 2022, end unknown", "nuo 2022 m. vasario, pabaiga nežinoma",
     "od lutego 2022, koniec nieznany", "ад лютага 2022, канец невядомы"),
    ("/2025", "until 2025, beginning unknown", "iki 2025 m., pradžia nežinoma", "do 2025 r., początek nieznany",
     "да 2025 г., пачатак невядомы"),
    ("2025-08~/..", "from August 2025 (approximate) onwards", "nuo 2025 m. rugpjūčio (apytiksliai)",
     "od sierpnia 2025 (w przybliżeniu)", "ад жніўня 2025 (прыблізна)"),
    ("2025-08~/2025-09-11?", "about August 2025 – possibly 11 September 2025",
     "apie 2025 m. rugpjūtį – galbūt 2025 m. rugsėjo 11 d.", "około sierpnia 2025 – być może 11 września 2025",
     "каля жніўня 2025 – магчыма, 11 верасня 2025 г."),
]  # fmt: skip

SETS = [
    ("[2025-09-09..2025-09-10]", "between 9 and 10 September 2025", "tarp 2025 m. rugsėjo 9 ir 10 d.",
     "między 9 a 10 września 2025", "паміж 9 і 10 верасня 2025 г."),
    ("[2025-09-09,2025-09-10]", "9 or 10 September 2025", "2025 m. rugsėjo 9 arba 10 d.", "9 lub 10 września 2025",
     "9 або 10 верасня 2025 г."),
    ("[2025-09-09,2025-09-11,2025-09-13..2025-09-15]", "9, 11 or 13–15 September 2025",
     "2025 m. rugsėjo 9, 11 arba 13–15 d.", "9, 11 lub 13–15 września 2025", "9, 11 або 13–15 верасня 2025 г."),
    ("[2025-02-02..2025-03-01]", "between 2 February and 1 March 2025", "tarp 2025 m. vasario 2 d. ir kovo 1 d.",
     "między 2 lutego a 1 marca 2025", "паміж 2 лютага і 1 сакавіка 2025 г."),
    ("[2025-08..2025-09]", "between August and September 2025", "tarp 2025 m. rugpjūčio ir rugsėjo",
     "między sierpniem a wrześniem 2025", "паміж жніўнем і вераснем 2025"),
    ("[2025-12..2026-03]", "between December 2025 and March 2026", "tarp 2025 m. gruodžio ir 2026 m. kovo",
     "między grudniem 2025 a marcem 2026", "паміж снежнем 2025 і сакавіком 2026"),
    ("[2022..2025]", "between 2022 and 2025", "tarp 2022 m. ir 2025 m.", "między 2022 r. a 2025 r.",
     "паміж 2022 г. і 2025 г."),
    ("[2025-21..2025-23]", "between spring 2025 and autumn 2025", "tarp 2025 m. pavasario ir 2025 m. rudens",
     "między wiosną 2025 a jesienią 2025", "паміж вясной 2025 г. і восенню 2025 г."),
    ("[..2025-09-10]", "10 September 2025 or earlier", "2025 m. rugsėjo 10 d. arba anksčiau",
     "10 września 2025 lub wcześniej", "10 верасня 2025 г. або раней"),
    ("[2025-09..]", "September 2025 or later", "2025 m. rugsėjis arba vėliau", "wrzesień 2025 lub później",
     "верасень 2025 або пазней"),
    ("{2025-09-10,2025-09-12}", "10 and 12 September 2025", "2025 m. rugsėjo 10 ir 12 d.", "10 i 12 września 2025",
     "10 і 12 верасня 2025 г."),
    ("{2025-09-10..2025-09-12}", "10–12 September 2025", "2025 m. rugsėjo 10–12 d.", "10–12 września 2025",
     "10–12 верасня 2025 г."),
    ("[1667,1668,1670..1672]", "1667, 1668 or 1670–1672", "1667 m., 1668 m. arba 1670–1672 m.",
     "1667, 1668 lub 1670–1672", "1667 г., 1668 г. або 1670–1672 гг."),
    ("{..1984}", "1984 and earlier", "1984 m. ir anksčiau", "1984 i wcześniej", "1984 г. і раней"),
    ("[2025-09-09,2025-10]", "9 September 2025 or October 2025", "2025 m. rugsėjo 9 d. arba 2025 m. spalis",
     "9 września 2025 lub październik 2025", "9 верасня 2025 г. або кастрычнік 2025"),
    ("[2025-09-11T12:00..2025-09-12T11:59]", "between 11 September 2025, 12:00 and 12 September 2025, 11:59",
     "tarp 2025 m. rugsėjo 11 d., 12:00 ir 2025 m. rugsėjo 12 d., 11:59",
     "między 11 września 2025, 12:00 a 12 września 2025, 11:59",
     "паміж 11 верасня 2025 г., 12:00 і 12 верасня 2025 г., 11:59"),
    ("2025-XX-10", "between 10 January and 10 December 2025", "tarp 2025 m. sausio 10 d. ir gruodžio 10 d.",
     "między 10 stycznia a 10 grudnia 2025", "паміж 10 студзеня і 10 снежня 2025 г."),
    ("156X-12-25", "between 25 December 1560 and 25 December 1569",
     "tarp 1560 m. gruodžio 25 d. ir 1569 m. gruodžio 25 d.", "między 25 grudnia 1560 a 25 grudnia 1569",
     "паміж 25 снежня 1560 г. і 25 снежня 1569 г."),
    ("15XX-12-XX", "between December 1500 and December 1599", "tarp 1500 m. gruodžio ir 1599 m. gruodžio",
     "między grudniem 1500 a grudniem 1599", "паміж снежнем 1500 і снежнем 1599"),
]  # fmt: skip

FAR = [
    ("-0043-03-15", "15 March 44 BCE", "44 m. pr. Kr. kovo 15 d.", "15 marca 44 r. p.n.e.",
     "15 сакавіка 44 г. да н.э."),
    ("-0043-03~", "about March 44 BCE", "apie 44 m. pr. Kr. kovą", "około marca 44 r. p.n.e.",
     "каля сакавіка 44 г. да н.э."),
    ("-0043", "44 BCE", "44 m. pr. Kr.", "44 r. p.n.e.", "44 г. да н.э."),
    ("0000", "1 BCE", "1 m. pr. Kr.", "1 r. p.n.e.", "1 г. да н.э."),
    ("0044-03-15", "15 March 44 CE", "44 m. po Kr. kovo 15 d.", "15 marca 44 r. n.e.", "15 сакавіка 44 г. н.э."),
    ("-004X", "50–41 BCE", "50–41 m. pr. Kr.", "50–41 r. p.n.e.", "50–41 г. да н.э."),
    ("-0049/-0043", "50–44 BCE", "50–44 m. pr. Kr.", "50–44 r. p.n.e.", "50–44 г. да н.э."),
    ("Y17000", "17000", "17000 m.", "17000", "17000 г."),
    ("Y-17000", "17001 BCE", "17001 m. pr. Kr.", "17001 r. p.n.e.", "17001 г. да н.э."),
    ("Y17E7", "170,000,000", "170 000 000 m.", "170 000 000", "170 000 000 г."),
    ("1950S2", "1950 (1900–1999)", "1950 m. (1900–1999)", "1950 (1900–1999)", "1950 г. (1900–1999)"),
]  # fmt: skip


@pytest.mark.parametrize("row", [*PLAIN, *QUALIFIED, *INTERVALS, *SETS, *FAR], ids=lambda row: row[0])
def test_a_date_is_said_in_words(row: tuple[str, ...]) -> None:
    text, *expected = row
    assert [plain(words(date(text), language, VILNIUS)) for language in LANGUAGES] == expected


ARABIC = [
    ("2025-08", "أغسطس 2025"),
    ("2025-09-11", "11 سبتمبر 2025"),
    ("2025-09-11T19:40", "11 سبتمبر 2025، 7:40 م"),
    ("2025-09-11T19:40/2025-09-11T21:00", "11 سبتمبر 2025، 7:40 م–9:00 م"),
    ("202X", "2020–2029"),
    ("2025-24", "شتاء 2025/26"),
    ("2025-31", "خريف 2025 (نصف الكرة الجنوبي)"),
    ("2025-35", "الربع الثالث من عام 2025"),
    ("2025-08~", "نحو أغسطس 2025"),
    ("2025-08?", "ربما أغسطس 2025"),
    ("2025-08%", "ربما نحو أغسطس 2025"),
    ("2025?-09-~11", "11 سبتمبر 2025 (السنة غير مؤكدة، اليوم تقريبي)"),
    ("2022-02-24/2022-04-07", "24 فبراير – 7 أبريل 2022"),
    ("2025-08/2025-09", "أغسطس–سبتمبر 2025"),
    ("2022-02-24/..", "من 24 فبراير 2022 فصاعدًا"),
    ("../2025-08", "حتى أغسطس 2025"),
    ("2022-02/", "من فبراير 2022، والنهاية غير معروفة"),
    ("[2025-09-09..2025-09-10]", "بين 9 و10 سبتمبر 2025"),
    ("[2025-09-09,2025-09-11,2025-09-13..2025-09-15]", "9، 11 أو 13–15 سبتمبر 2025"),
    ("[2025-12..2026-03]", "بين ديسمبر 2025 ومارس 2026"),
    ("[2025-09..]", "سبتمبر 2025 أو بعد ذلك"),
    ("{..1984}", "1984 وما قبله"),
    ("XXXX-12-25", "25 ديسمبر، السنة غير معروفة"),
    ("-0043-03-15", "15 مارس 44 ق.م"),
]


@pytest.mark.parametrize("row", ARABIC, ids=lambda row: row[0])
def test_a_date_is_said_in_arabic(row: tuple[str, str]) -> None:
    assert plain(words(date(row[0]), "ar", VILNIUS)) == row[1]


def test_one_arabic_page_has_one_sort_of_digits() -> None:
    for row in [*PLAIN, *QUALIFIED, *INTERVALS, *SETS, *FAR]:
        said = words(date(row[0]), "ar", VILNIUS)
        assert not [letter for letter in said if letter.isdigit() and letter not in "0123456789"]
        assert not [letter for letter in said if letter.isascii() and letter.isalpha()], said


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en-US", "2025-09-11", "September 11, 2025"),
        ("en-US", "2025-09-09/2025-09-10", "September 9–10, 2025"),
        ("en-US", "2025-09-11T19:40", "September 11, 2025, 7:40 PM"),
        ("en-GB", "2025-09-11", "11 September 2025"),
        ("EN", "2025-09-11", "11 September 2025"),
        ("de", "2025-09-11~", "about 11. September 2025"),
        ("de", "2025-09-09/2025-09-10", "9.–10. Sept. 2025"),
        ("de", "2025-08/2025-09", "August–September 2025"),
        ("de", "[2025-09-09,2025-09-10]", "9. September 2025 or 10. September 2025"),
        ("ja", "2025", "2025年"),
        ("ja", "2025-08", "2025年8月"),
        ("ja", "2025-23", "autumn 2025"),
        ("ru", "2025-08", "август 2025 г."),
        ("ru", "2025-02/..", "from февраль 2025 г. onwards"),
        ("lt-LT", "2025-08~", "apie 2025 m. rugpjūtį"),
        ("be-tarask", "2025-09-11~", "каля 11 верасьня 2025 г."),
        ("zh-Hant-TW", "2025-09-11", "2025年9月11日"),
        ("xx", "2025-09-09/2025-09-10", "9–10 September 2025"),
        ("", "2025-09-11", "11 September 2025"),
    ],
)
def test_other_languages_have_their_calendar_words_and_english_phrases(language: str, text: str, expected: str) -> None:
    assert plain(words(date(text), language, VILNIUS)) == expected


def test_belarusian_abbreviations_keep_their_narrow_space() -> None:
    for text in ("2025", "2025-09-11", "-0043", "2022/2025", "Y17000"):
        assert "\u202fг" in words(date(text), "be", VILNIUS)


def test_the_day_of_an_instant_is_that_of_the_zone() -> None:
    assert day_words(date("2025-09-12T00:07+05:30").stated.earliest or 0, "en", VILNIUS) == "11 September 2025"
    assert day_words(date("2025-09-12T00:07+05:30").stated.earliest or 0, "pl", "Asia/Kolkata") == "12 września 2025"
    assert day_words(date("-0043-03-15").stated.earliest or 0, "en", VILNIUS) == "15 March 44 BCE"
    assert day_words(date("Y17000").stated.earliest or 0, "lt", VILNIUS) == "17000 m. sausio 1 d."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", "2025"),
        ("2025-08", "2025-08"),
        ("2025-09-11", "2025-09-11"),
        ("0001", "0001"),
        ("Y17000", "17000"),
        ("2025-09-11T19:40", "2025-09-11T19:40+03:00"),
        ("2025-09-11T19:40Z", "2025-09-11T19:40+00:00"),
        ("2025-09-12T00:07:09+05:30", "2025-09-12T00:07:09+05:30"),
        ("2025-09-11T19:40+03", "2025-09-11T19:40+03:00"),
        ("1850-01-01T12:00", "1850-01-01T12:00"),
        ("0000", None),
        ("-0043-03-15", None),
        ("-0043-03-15T12:00", None),
        ("Y-17000", None),
        ("1950S2", None),
        ("2025-08~", None),
        ("2025-?08", None),
        ("Y17000~", None),
        ("202X", None),
        ("2025-09-XX", None),
        ("2025-23", None),
        ("XXXX", None),
        ("2025/2026", None),
        ("[2025,2026]", None),
    ],
)
def test_html_gets_a_value_only_where_it_can_say_the_same(text: str, expected: str | None) -> None:
    assert html_value(date(text), VILNIUS) == expected
