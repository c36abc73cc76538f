"""The words around calendar words in each interface language, in the grammatical case that each phrase asks for.

Month names, orders and clocks are CLDR's (`dateline.dates.rendering`); here stands what CLDR has not. A phrase holds
`{}`, or `{0}` and `{1}`, for what it is about. Days and times look the same in every case, months and seasons do not.
"""

from typing import Literal

from msgspec import Struct

Case = Literal["nominative", "genitive", "accusative", "instrumental"]
Forms = dict[Case, str]
Names = dict[Case, tuple[str, ...]]


class Phrases(Struct, frozen=True):
    """One language's phrases."""

    about: str
    about_case: Case
    possibly: str
    """For what is uncertain; takes the nominative, or what `about` gives."""
    between: str
    between_case: Case
    between_and: str
    or_: str
    and_: str
    or_earlier: str
    or_later: str
    and_earlier: str
    and_later: str
    since: str
    """From a date on, the end being open; takes the genitive."""
    until: str
    """Up to and including a date, the beginning being open; takes the genitive."""
    end_unknown: str
    start_unknown: str
    undated: str
    year_unknown: str
    years: str
    """An interval of years."""
    span: Forms
    """The years from one to another, as the time within which something lies."""
    decade: str
    """A decade or a century by the first of its years; empty where `span` serves."""
    before_0: str
    """A year before our era, in every case."""
    of_era: str
    """An early year of our era, in every case."""
    long_year: str
    """A year of more than four digits within a date."""
    year: Forms
    seasons: Names
    """Spring, summer, autumn, winter."""
    of_year: str
    """A season, quarter, third or half (`{0}`) of a year (`{1}`)."""
    part_of_year: str
    """The same for quarters, thirds and halves, `{0}` being the number with its noun."""
    southern: str
    ordinals: tuple[str, str, str, str]
    quarter: Forms
    third: Forms
    half: Forms
    unsure: tuple[str, str, str]
    """In brackets: of a whole date that it is uncertain, approximate, or both."""
    unsure_parts: tuple[tuple[str, str, str], tuple[str, str, str], tuple[str, str, str], tuple[str, str, str]]
    """The same of its year, month, day and season."""
    year_first: bool = False
    """Whether a year stands before the month, so that of two dates in one year the first keeps it."""
    months: Names = {}
    """Months in cases that CLDR has not; it has the nominative and the genitive."""
    comma: str = ", "
    """Between the members of a list, and between a day and its time."""


_ENGLISH = Phrases(
    about="about {}",
    about_case="nominative",
    possibly="possibly {}",
    between="between {}",
    between_case="nominative",
    between_and=" and ",
    or_=" or ",
    and_=" and ",
    or_earlier="{} or earlier",
    or_later="{} or later",
    and_earlier="{} and earlier",
    and_later="{} and later",
    since="from {} onwards",
    until="until {}",
    end_unknown="from {}, end unknown",
    start_unknown="until {}, beginning unknown",
    undated="date unknown",
    year_unknown="{}, year unknown",
    years="{0}–{1}",
    span={"nominative": "{0}–{1}"},
    decade="the {}s",
    before_0="{} BCE",
    of_era="{} CE",
    long_year="{}",
    year={},
    seasons={"nominative": ("spring", "summer", "autumn", "winter")},
    of_year="{0} {1}",
    part_of_year="{0} of {1}",
    southern="{} (southern hemisphere)",
    ordinals=("first", "second", "third", "fourth"),
    quarter={"nominative": "the {} quarter"},
    third={"nominative": "the {} third"},
    half={"nominative": "the {} half"},
    unsure=("uncertain", "approximate", "uncertain and approximate"),
    unsure_parts=(
        ("year uncertain", "year approximate", "year uncertain and approximate"),
        ("month uncertain", "month approximate", "month uncertain and approximate"),
        ("day uncertain", "day approximate", "day uncertain and approximate"),
        ("season uncertain", "season approximate", "season uncertain and approximate"),
    ),
)

_LITHUANIAN = Phrases(
    about="apie {}",
    about_case="accusative",
    possibly="galbūt {}",
    between="tarp {}",
    between_case="genitive",
    between_and=" ir ",
    or_=" arba ",
    and_=" ir ",
    or_earlier="{} arba anksčiau",
    or_later="{} arba vėliau",
    and_earlier="{} ir anksčiau",
    and_later="{} ir vėliau",
    since="nuo {}",
    until="iki {}",
    end_unknown="nuo {}, pabaiga nežinoma",
    start_unknown="iki {}, pradžia nežinoma",
    undated="data nežinoma",
    year_unknown="{}, metai nežinomi",
    years="{0}–{1} m.",
    span={"nominative": "{0}–{1} m.", "genitive": "{0}–{1} m.", "accusative": "{0}–{1} m."},
    decade="",
    before_0="{} m. pr. Kr.",
    of_era="{} m. po Kr.",
    long_year="{} m.",
    year={"nominative": "{} m.", "genitive": "{} m.", "accusative": "{} m."},
    seasons={
        "nominative": ("pavasaris", "vasara", "ruduo", "žiema"),
        "genitive": ("pavasario", "vasaros", "rudens", "žiemos"),
        "accusative": ("pavasarį", "vasarą", "rudenį", "žiemą"),
    },
    of_year="{1} {0}",
    part_of_year="{1} {0}",
    southern="{} (pietų pusrutulyje)",
    ordinals=("I", "II", "III", "IV"),
    quarter={"nominative": "{} ketvirtis", "genitive": "{} ketvirčio", "accusative": "{} ketvirtį"},
    third={"nominative": "{} trečdalis", "genitive": "{} trečdalio", "accusative": "{} trečdalį"},
    half={"nominative": "{} pusmetis", "genitive": "{} pusmečio", "accusative": "{} pusmetį"},
    unsure=("neaišku", "apytiksliai", "neaišku ir apytiksliai"),
    unsure_parts=(
        ("metai neaiškūs", "metai apytiksliai", "metai neaiškūs ir apytiksliai"),
        ("mėnuo neaiškus", "mėnuo apytikslis", "mėnuo neaiškus ir apytikslis"),
        ("diena neaiški", "diena apytikslė", "diena neaiški ir apytikslė"),
        ("metų laikas neaiškus", "metų laikas apytikslis", "metų laikas neaiškus ir apytikslis"),
    ),
    year_first=True,
    months={
        "accusative": (
            "sausį", "vasarį", "kovą", "balandį", "gegužę", "birželį",
            "liepą", "rugpjūtį", "rugsėjį", "spalį", "lapkritį", "gruodį",
        ),
    },
)  # fmt: skip

_POLISH = Phrases(
    about="około {}",
    about_case="genitive",
    possibly="być może {}",
    between="między {}",
    between_case="instrumental",
    between_and=" a ",
    or_=" lub ",
    and_=" i ",
    or_earlier="{} lub wcześniej",
    or_later="{} lub później",
    and_earlier="{} i wcześniej",
    and_later="{} i później",
    since="od {}",
    until="do {}",
    end_unknown="od {}, koniec nieznany",
    start_unknown="do {}, początek nieznany",
    undated="data nieznana",
    year_unknown="{}, rok nieznany",
    years="{0}–{1}",
    span={
        "nominative": "lata {0}–{1}",
        "genitive": "lat {0}–{1}",
        "instrumental": "latami {0}–{1}",
    },
    decade="",
    before_0="{} r. p.n.e.",
    of_era="{} r. n.e.",
    long_year="{}",
    year={"nominative": "{}", "genitive": "{} r.", "instrumental": "{} r."},
    seasons={
        "nominative": ("wiosna", "lato", "jesień", "zima"),
        "genitive": ("wiosny", "lata", "jesieni", "zimy"),
        "instrumental": ("wiosną", "latem", "jesienią", "zimą"),
    },
    of_year="{0} {1}",
    part_of_year="{0} {1}",
    southern="{} (na półkuli południowej)",
    ordinals=("I", "II", "III", "IV"),
    quarter={"nominative": "{} kwartał", "genitive": "{} kwartału", "instrumental": "{} kwartałem"},
    third={"nominative": "{} tercjał", "genitive": "{} tercjału", "instrumental": "{} tercjałem"},
    half={"nominative": "{} półrocze", "genitive": "{} półrocza", "instrumental": "{} półroczem"},
    unsure=("niepewne", "w przybliżeniu", "niepewne i w przybliżeniu"),
    unsure_parts=(
        ("rok niepewny", "rok przybliżony", "rok niepewny i przybliżony"),
        ("miesiąc niepewny", "miesiąc przybliżony", "miesiąc niepewny i przybliżony"),
        ("dzień niepewny", "dzień przybliżony", "dzień niepewny i przybliżony"),
        ("pora roku niepewna", "pora roku przybliżona", "pora roku niepewna i przybliżona"),
    ),
    months={
        "instrumental": (
            "styczniem", "lutym", "marcem", "kwietniem", "majem", "czerwcem",
            "lipcem", "sierpniem", "wrześniem", "październikiem", "listopadem", "grudniem",
        ),
    },
)  # fmt: skip

# CLDR sets a narrow space before Belarusian abbreviations.
_BELARUSIAN = Phrases(
    about="каля {}",
    about_case="genitive",
    possibly="магчыма, {}",
    between="паміж {}",
    between_case="instrumental",
    between_and=" і ",
    or_=" або ",
    and_=" і ",
    or_earlier="{} або раней",
    or_later="{} або пазней",
    and_earlier="{} і раней",
    and_later="{} і пазней",
    since="ад {}",
    until="да {}",
    end_unknown="ад {}, канец невядомы",
    start_unknown="да {}, пачатак невядомы",
    undated="дата невядомая",
    year_unknown="{}, год невядомы",
    years="{0}–{1}\u202fгг.",
    span={"nominative": "{0}–{1}\u202fгг.", "genitive": "{0}–{1}\u202fгг.", "instrumental": "{0}–{1}\u202fгг."},
    decade="",
    before_0="{}\u202fг. да н.э.",
    of_era="{}\u202fг. н.э.",
    long_year="{}\u202fг.",
    year={"nominative": "{}\u202fг.", "genitive": "{}\u202fг.", "instrumental": "{}\u202fг."},
    seasons={
        "nominative": ("вясна", "лета", "восень", "зіма"),
        "genitive": ("вясны", "лета", "восені", "зімы"),
        "instrumental": ("вясной", "летам", "восенню", "зімой"),
    },
    of_year="{0} {1}",
    part_of_year="{0} {1}",
    southern="{} (у паўднёвым паўшар’і)",
    ordinals=("I", "II", "III", "IV"),
    quarter={"nominative": "{} квартал", "genitive": "{} квартала", "instrumental": "{} кварталам"},
    third={"nominative": "{} траціна", "genitive": "{} траціны", "instrumental": "{} трацінай"},
    half={"nominative": "{} паўгоддзе", "genitive": "{} паўгоддзя", "instrumental": "{} паўгоддзем"},
    unsure=("няпэўна", "прыблізна", "няпэўна і прыблізна"),
    unsure_parts=(
        ("год няпэўны", "год прыблізны", "год няпэўны і прыблізны"),
        ("месяц няпэўны", "месяц прыблізны", "месяц няпэўны і прыблізны"),
        ("дзень няпэўны", "дзень прыблізны", "дзень няпэўны і прыблізны"),
        ("пара года няпэўная", "пара года прыблізная", "пара года няпэўная і прыблізная"),
    ),
    months={
        "instrumental": (
            "студзенем", "лютым", "сакавіком", "красавіком", "маем", "чэрвенем",
            "ліпенем", "жніўнем", "вераснем", "кастрычнікам", "лістападам", "снежнем",
        ),
    },
)  # fmt: skip

# Unvowelled Arabic shows no cases; "and" is written together with the word that follows it. Digits are the Western
# ones, as everywhere on an Arabic page: what a style numbers and what CLDR writes then look the same.
_ARABIC = Phrases(
    about="نحو {}",
    about_case="nominative",
    possibly="ربما {}",
    between="بين {}",
    between_case="nominative",
    between_and=" و",
    or_=" أو ",
    and_=" و",
    or_earlier="{} أو قبل ذلك",
    or_later="{} أو بعد ذلك",
    and_earlier="{} وما قبله",
    and_later="{} وما بعده",
    since="من {} فصاعدًا",
    until="حتى {}",
    end_unknown="من {}، والنهاية غير معروفة",
    start_unknown="حتى {}، والبداية غير معروفة",
    undated="التاريخ غير معروف",
    year_unknown="{}، السنة غير معروفة",
    years="{0}–{1}",
    span={"nominative": "{0}–{1}"},
    decade="",
    before_0="{} ق.م",
    of_era="{} م",
    long_year="{}",
    year={},
    seasons={"nominative": ("ربيع", "صيف", "خريف", "شتاء")},
    of_year="{0} {1}",
    part_of_year="{0} من عام {1}",
    southern="{} (نصف الكرة الجنوبي)",
    ordinals=("الأول", "الثاني", "الثالث", "الرابع"),
    quarter={"nominative": "الربع {}"},
    third={"nominative": "الثلث {}"},
    half={"nominative": "النصف {}"},
    unsure=("غير مؤكد", "تقريبي", "غير مؤكد وتقريبي"),
    unsure_parts=(
        ("السنة غير مؤكدة", "السنة تقريبية", "السنة غير مؤكدة وتقريبية"),
        ("الشهر غير مؤكد", "الشهر تقريبي", "الشهر غير مؤكد وتقريبي"),
        ("اليوم غير مؤكد", "اليوم تقريبي", "اليوم غير مؤكد وتقريبي"),
        ("الفصل غير مؤكد", "الفصل تقريبي", "الفصل غير مؤكد وتقريبي"),
    ),
    comma="، ",
)

_PHRASES = {"en": _ENGLISH, "lt": _LITHUANIAN, "pl": _POLISH, "be": _BELARUSIAN, "ar": _ARABIC}


def phrases_for(language: str) -> Phrases:
    """The phrases of a language, given by the first part of its tag; English ones where we have none."""
    return _PHRASES.get(language, _ENGLISH)
