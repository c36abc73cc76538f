import pytest

from dateline.dates.instants import Local
from dateline.dates.tongue import clock, day, month, month_name, months, number, tongue, year


@pytest.mark.parametrize(
    ("tag", "locale", "own"),
    [
        ("en", "en_GB", True),
        ("en-US", "en_US", True),
        ("en-XX", "en_GB", True),
        ("lt", "lt", True),
        ("pl_PL", "pl_PL", True),
        ("be-tarask", "be_TARASK", True),
        ("ar-MA", "ar_MA", True),
        ("de-AT", "de_AT", False),
        ("sr-Latn", "sr_Latn", False),
        ("de-x-house", "de", False),
        ("xx", "en_GB", True),
        ("", "en_GB", True),
        ("/../", "en_GB", True),
    ],
)
def test_a_tag_finds_its_nearest_language(tag: str, locale: str, own: bool) -> None:  # noqa: FBT001 - a table
    found = tongue(tag)
    assert (str(found.locale), found.own) == (locale, own)


def test_months_stand_in_the_case_asked_for() -> None:
    assert [month(2025, 8, case, tongue("lt")) for case in ("nominative", "genitive", "accusative")] == [
        "2025 m. rugpjūtis",
        "2025 m. rugpjūčio",
        "2025 m. rugpjūtį",
    ]
    assert [month_name(5, case, tongue("pl")) for case in ("nominative", "genitive", "instrumental")] == [
        "maj",
        "maja",
        "majem",
    ]
    assert month(2025, 12, "instrumental", tongue("be")) == "снежнем 2025"


def test_years_outside_the_usual_ones_are_put_into_the_language_s_own_pattern() -> None:
    assert day(Local(-43, 2, 29), tongue("en-US")) == "February 29, 44 BCE"
    assert day(Local(17_000, 3, 1), tongue("be")) == "1 сакавіка 17000\u202fг."
    assert year(7, "nominative", tongue("en")) == "7 CE"
    assert months(-43, "it's", tongue("en")) == "it's 44 BCE"


def test_large_numbers_are_grouped() -> None:
    assert number(99_999, tongue("en")) == "99999"
    assert number(100_000, tongue("en")) == "100,000"


def test_the_clock_is_the_language_s() -> None:
    assert clock(19 * 3_600 + 5 * 60 + 9, tongue("lt"), seconds=True) == "19:05:09"
    assert clock(19 * 3_600 + 5 * 60 + 9, tongue("lt"), seconds=False) == "19:05"
