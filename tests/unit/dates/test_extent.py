import pytest

from dateline.dates.date import Precision
from dateline.dates.expression import Calendar, LongYear, Moment
from dateline.dates.extent import days_covered, extent, season_months, unit_of
from dateline.dates.grammar import read
from dateline.dates.gregorian import civil_from_days


def point(text: str) -> Calendar | LongYear:
    found = read(text)
    assert isinstance(found, Calendar | LongYear)
    return found


@pytest.mark.parametrize(
    ("text", "precision", "months"),
    [
        ("2025-09-11", "day", 0),
        ("2025-09", "month", 1),
        ("2025-09-XX", "month", 1),
        ("2025-09-1X", "month", 1),
        ("2025", "year", 12),
        ("2025-XX", "year", 12),
        ("2025-1X", "year", 12),
        ("2025-XX-10", "year", 12),
        ("2025-23", "season", 3),
        ("2025-33", "season", 3),
        ("2025-37", "season", 4),
        ("2025-41", "season", 6),
        ("202X", "decade", 120),
        ("202X-12-25", "decade", 120),
        ("202X-23", "decade", 120),
        ("19XX", "century", 1_200),
        ("15X1", "century", 1_200),
        ("1XXX", "millennium", 12_000),
        ("-1XXX", "millennium", 12_000),
        ("XX25", "unknown", 120_000),
        ("Y17000", "year", 12),
        ("Y17E7", "year", 12),
        ("1950S4", "year", 12),
        ("1950S3", "decade", 120),
        ("1950S2", "century", 1_200),
        ("1950S1", "millennium", 12_000),
        ("Y171010000S3", "millennium", 12_000_000),
    ],
)
def test_the_unit_is_the_smallest_that_is_known(text: str, precision: str, months: int) -> None:
    unit = unit_of(point(text))
    assert (unit.precision, unit.months) == (precision, months)


@pytest.mark.parametrize(
    ("season", "start", "length"),
    [
        (21, 3, 3), (22, 6, 3), (23, 9, 3), (24, 12, 3),
        (25, 3, 3), (26, 6, 3), (27, 9, 3), (28, 12, 3),
        (29, 9, 3), (30, 12, 3), (31, 3, 3), (32, 6, 3),
        (33, 1, 3), (34, 4, 3), (35, 7, 3), (36, 10, 3),
        (37, 1, 4), (38, 5, 4), (39, 9, 4),
        (40, 1, 6), (41, 7, 6),
    ],
)  # fmt: skip
def test_seasons_and_parts_of_a_year(season: int, start: int, length: int) -> None:
    assert season_months(season) == (start, length)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-24", (2025, 12, 1), (2026, 2, 28)),
        ("2023-28", (2023, 12, 1), (2024, 2, 29)),
        ("2025-30", (2025, 12, 1), (2026, 2, 28)),
        ("202X-24", (2020, 12, 1), (2030, 2, 28)),
        ("156X-12-25", (1560, 12, 25), (1569, 12, 25)),
        ("15XX-12-XX", (1500, 12, 1), (1599, 12, 31)),
        ("2025-0X", (2025, 1, 1), (2025, 9, 30)),
        ("2025-02-XX", (2025, 2, 1), (2025, 2, 28)),
        ("Y17E7", (170_000_000, 1, 1), (170_000_000, 12, 31)),
        ("1950S2", (1900, 1, 1), (1999, 12, 31)),
        ("-1950S2", (-1999, 1, 1), (-1900, 12, 31)),
        ("Y171010000S3", (171_000_000, 1, 1), (171_999_999, 12, 31)),
        ("Y3388E2S3", (338_000, 1, 1), (338_999, 12, 31)),
    ],
)
def test_the_days_that_a_date_covers(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    days = days_covered(point(text))
    assert days is not None
    assert (civil_from_days(days[0]), civil_from_days(days[1] - 1)) == (first, last)


@pytest.mark.parametrize("text", ["XXXX", "XXXX-12-25", "XXXX-12", "XXXX-23", "XXXX-XX-XX", "XXXX?"])
def test_an_unknown_year_is_open_on_both_sides(text: str) -> None:
    found = extent(point(text), "UTC")
    assert (found.first, found.last, found.slack_first, found.slack_last) == (None, None, None, None)
    assert found.precision is Precision.UNKNOWN


def test_a_minute_lasts_sixty_seconds_and_a_second_one() -> None:
    minute, second = read("1970-01-01T00:01Z"), read("1970-01-01T02:01:00+02:00")
    assert isinstance(minute, Moment)
    assert isinstance(second, Moment)
    assert (extent(minute, "UTC").first, extent(minute, "UTC").last) == (60, 119)
    assert (extent(second, "UTC").first, extent(second, "UTC").last) == (60, 60)


def test_the_farthest_dates_still_fit_in_64_bits() -> None:
    for text in ("Y100000000000S1~", "Y-1E11S1?"):
        found = extent(point(text), "Europe/Vilnius")
        for bound in (found.first, found.last, found.slack_first, found.slack_last):
            assert bound is not None
            assert -(2**63) <= bound < 2**63
