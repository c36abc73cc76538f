"""Periods: units of time, named as EDTF, small neighbours joined."""

import pytest

from dateline.dates.instants import Local
from dateline.pages.periods import DAY, MONTH, Limits, Period, beginnings, best_size, divide, spoken, unit_name

ZONE = "Europe/Vilnius"
FIVE = Limits(5, 1_000)


def divided(*days: str, limits: Limits = FIVE) -> list[tuple[str, int]]:
    """The addresses of periods and how many events each holds; `-` is an open beginning."""
    begins = [None if day == "-" else Local(*map(int, day.split("."))) for day in days]
    return [(one.path, one.end - one.start) for one in divide(begins, [1] * len(days), limits)]


def test_what_fits_is_one_period() -> None:
    assert divided("2025.1.1", "2025.3.4") == [("2XXX/", 2)]


def test_nothing_is_no_period() -> None:
    assert divided() == []


def test_a_unit_that_is_too_much_is_cut_by_the_next_smaller_one() -> None:
    days = [f"1990.{month}.1" for month in range(1, 7)] + ["1850.1.1"] * 3
    assert divided(*sorted(days)) == [("18XX/", 3), ("1990-01--1990-05/", 5), ("1990-06/", 1)]


def test_small_neighbours_of_one_size_are_joined() -> None:
    days = ["1700.1.1", "1800.1.1", *["1900.1.1"] * 5, "2100.1.1"]
    assert divided(*days) == [("17XX--18XX/", 2), ("19XX/", 5), ("2XXX/", 1)]


def test_a_day_that_is_too_much_is_cut_by_number() -> None:
    assert divided(*["2025.9.11"] * 12) == [("2025-09-11/", 5), ("2025-09-11/2/", 5), ("2025-09-11/3/", 2)]


def test_months_of_long_years_have_no_names_so_the_year_is_cut_by_number() -> None:
    days = [f"17000.{month}.1" for month in range(1, 9)]
    assert divided(*days) == [("Y17000/", 5), ("Y17000/2/", 3)]


def test_a_few_without_a_beginning_stand_with_those_after_them_and_many_by_themselves() -> None:
    assert divided("-", "-", "2025.1.1") == [("2XXX/", 3)]
    assert divided(*"-------", "2025.1.1") == [("XXXX/", 5), ("XXXX/2/", 2), ("2XXX/", 1)]


def test_weight_counts_as_well_as_number() -> None:
    begins = [Local(2025, month, 1) for month in (1, 2, 3)]
    parts = divide(begins, [60, 60, 1], Limits(100, 100))
    assert [(one.name, one.end - one.start) for one in parts] == [("2025-01", 1), ("2025-02--2025-03", 2)]


def test_one_event_that_is_too_heavy_stands_alone() -> None:
    parts = divide([Local(2025, 1, 1)] * 3, [1, 500, 1], Limits(100, 100))
    assert [(one.path, one.start, one.end) for one in parts] == [
        ("2025-01-01/", 0, 1),
        ("2025-01-01/2/", 1, 2),
        ("2025-01-01/3/", 2, 3),
    ]


@pytest.mark.parametrize(
    ("at", "size", "name"),
    [
        (Local(2025, 9, 11), DAY, "2025-09-11"),
        (Local(2025, 9, 11), MONTH, "2025-09"),
        (Local(2025, 9, 11), 0, "2025"),
        (Local(1994, 1, 1), 1, "199X"),
        (Local(1994, 1, 1), 2, "19XX"),
        (Local(1994, 1, 1), 3, "1XXX"),
        (Local(1994, 1, 1), 7, "1XXX"),
        (Local(-43, 3, 15), MONTH, "-0043-03"),
        (Local(-43, 3, 15), 1, "-004X"),
        (Local(17_234, 1, 1), 0, "Y17234"),
        (Local(17_234, 1, 1), 2, "Y17200S3"),
        (Local(-65_000_000, 1, 1), 7, "Y-60000000S1"),
        (Local(-65_000_000, 1, 1), 9, "Y-60000000S1"),
    ],
)
def test_units_have_names(at: Local, size: int, name: str) -> None:
    assert unit_name(at, size) == name


def test_periods_are_put_into_words() -> None:
    days = ["-44.3.15", "1700.1.1", "1800.1.1", *["1900.1.1"] * 5, *["1990.5.1"] * 5]
    begins = [Local(*map(int, day.split("."))) for day in days]
    said = [spoken(one.said, "en", ZONE) for one in divide(begins, [1] * len(begins), FIVE)]
    assert said == ["1000–2 BCE", "1700–1899", "1900–1909", "The 1990s"]


def test_a_beginning_never_goes_back() -> None:
    midnight = 1_757_538_000  # 11 September 2025 in Vilnius
    found = beginnings([None, midnight, midnight - 1, None, midnight + 86_400], ZONE)
    day = Local(2025, 9, 11)
    assert found == (None, day, day, day, Local(2025, 9, 12))


def test_headings_are_of_the_smallest_unit_that_does_not_cut_too_fine() -> None:
    days = [Local(2020 + number // 12, number % 12 + 1, 1) for number in range(36)]
    assert best_size(days, 3) == 0
    assert best_size(days, 36) == DAY
    assert best_size(days, 1) == 1


def test_a_period_is_told_from_all_others_by_its_path() -> None:
    assert Period("2025-09-11", 0, 1, "2025-09-11", 2, 3).id == "2025-09-11/2"
