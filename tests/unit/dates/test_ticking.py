"""Words for an axis: short, and those of the language."""

import pytest

from dateline.dates import ticking
from dateline.dates.instants import DAY, HOUR, MINUTE, Local
from dateline.dates.tongue import tongue

EN, LT = tongue("en"), tongue("lt")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (940 * DAY, "3 years"),
        (60 * DAY, "2 months"),
        (9 * DAY, "9 days"),
        (40 * HOUR, "2 days"),
        (20 * HOUR, "20 hours"),
        (45 * MINUTE, "45 minutes"),
        (7, "7 seconds"),
        (365 * 700_000 * DAY, "699,535 years"),
        (int(365.2425 * 3_000_000 * DAY), "3,000,000 years"),
    ],
)
def test_a_length_is_said_in_its_largest_unit(seconds: int, words: str) -> None:
    assert ticking.length(seconds, EN) == words


def test_lengths_have_the_plural_of_the_language() -> None:
    assert [ticking.length(count * DAY, LT) for count in (2, 11, 21)] == ["2 dienos", "11 dienų", "21 diena"]
    assert ticking.length(7 * DAY, tongue("ar")) == "7 أيام"


@pytest.mark.parametrize(("year", "words"), [(1912, "1912"), (-43, "44 BCE"), (14, "14 CE"), (17_000, "17000")])
def test_years(year: int, words: str) -> None:
    assert ticking.year(year, EN) == words


def test_larger_units_come_at_length_and_in_short() -> None:
    at = Local(2025, 9, 11)
    assert ticking.month_of_year(at, EN) == ("September 2025", "Sept 2025")
    assert ticking.day(at, EN) == ("11 September 2025", "11 Sept")
    assert ticking.month_of_year(at, LT)[0] == "2025 m. rugsėjis"
    assert ticking.day(Local(-43, 3, 15), EN)[0].startswith("15 March 44 BCE")


def test_months_and_times() -> None:
    assert [ticking.month(9, one) for one in (EN, LT)] == ["Sept", "rugs."]
    assert ticking.clock(19 * HOUR + 45 * MINUTE, EN, seconds=False) == "19:45"
    assert ticking.clock(7, EN, seconds=True) == "00:00:07"
