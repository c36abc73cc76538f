import pytest

from dateline.chronology.spacing import Spacing
from dateline.dates.duration import Duration
from dateline.dates.edtf import parse
from dateline.dates.instants import DAY, HOUR, local_text
from dateline.dates.malformed import Malformed

ZONE = "Europe/Vilnius"
MONTH = Spacing(Duration(months=1), ZONE)


def instant(text: str) -> int:
    found = parse(text, ZONE)
    assert not isinstance(found, Malformed)
    assert found.stated.earliest is not None
    return found.stated.earliest


def text(at: int | None) -> str:
    return "" if at is None else local_text(at, ZONE)[:19].removesuffix(":00")


@pytest.mark.parametrize(
    ("sign", "at", "least", "most"),
    [
        (1, "2025-03-10T12:00", "2025-04-10T12:00", "2025-04-10T12:00"),
        (-1, "2025-03-10T12:00", "2025-02-10T12:00", "2025-02-10T12:00"),
        # 28 February comes from 28 to 31 January, at any hour
        (-1, "2025-02-28T12:00", "2025-01-28T12:00", "2025-01-31T12:00"),
        # 29 to 31 January become 28 February
        (1, "2025-01-31T12:00", "2025-02-28T12:00", "2025-02-28T23:59:59"),
        (1, "2025-01-30T12:00", "2025-02-28T00:00", "2025-02-28T23:59:59"),
        # from 29 to 31 March a month back leads to 28 February
        (1, "2025-02-28T12:00", "2025-03-28T12:00", "2025-03-31T12:00"),
        (-1, "2025-03-30T12:00", "2025-02-28T00:00", "2025-02-28T23:59:59"),
    ],
)
def test_a_month_allows_both_readings_and_no_more(sign: int, at: str, least: str, most: str) -> None:
    assert text(MONTH.least(sign, instant(at), None)) == least
    assert text(MONTH.most(sign, instant(at), None)) == most


def test_a_day_skipped_or_counted_twice_by_clocks() -> None:
    spacing = Spacing(Duration(days=1), ZONE)
    skipped = instant("2025-03-29T03:30")
    assert text(spacing.least(1, skipped, None)) == text(spacing.most(1, skipped, None)) == "2025-03-30T04:00"
    assert text(spacing.least(-1, instant("2025-03-30T04:00"), None)) == "2025-03-29T03:00"
    assert text(spacing.most(-1, instant("2025-03-30T04:00"), None)) == "2025-03-29T04:00"


def test_clock_units_are_exact_whatever_clocks_show() -> None:
    spacing = Spacing(Duration(hours=1, minutes=1, seconds=1), ZONE)
    assert spacing.least(1, 0, None) == spacing.most(1, 0, None) == 3661
    assert spacing.least(-1, 0, None) == spacing.most(-1, 0, None) == -3661
    assert spacing.nominal == (3661, 3661)


def test_pairs_belong_together_whatever_the_calendar_says() -> None:
    spacing = Spacing(Duration(seconds=10), ZONE, ((100, 105), (200, 240)))
    assert [spacing.least(1, at, None) for at in (90, 100, 101, 200, 201)] == [100, 105, 111, 210, 211]
    assert [spacing.most(1, at, None) for at in (99, 100, 199, 200, 240)] == [109, 110, 209, 240, 250]
    assert [spacing.least(-1, at, None) for at in (105, 106, 115, 240, 241)] == [95, 96, 105, 200, 231]
    assert [spacing.most(-1, at, None) for at in (104, 105, 109, 110, 240)] == [94, 100, 100, 100, 230]


def test_what_is_seen_to_be_no_closer_is_not_reckoned() -> None:
    spacing = Spacing(Duration(seconds=10), ZONE, ((100, 110),))
    assert spacing.least(1, 100, 110) is None
    assert spacing.least(1, 100, 109) == 110
    assert spacing.most(1, 100, 110) is None
    assert spacing.most(1, 100, 111) == 110


@pytest.mark.parametrize("months", [1, 2, 12, 13, 120, 4799])
def test_no_month_is_longer_or_shorter_than_its_nominal_length(months: int) -> None:
    spacing = Spacing(Duration(months=months), "UTC")
    least, most = spacing.nominal
    for start in range(0, 4 * 365 * DAY, 5 * DAY + HOUR):
        for sign in (1, -1):
            low, high = spacing.least(sign, start, None), spacing.most(sign, start, None)
            assert low is not None
            assert high is not None
            assert least <= min(abs(low - start), abs(high - start)) <= max(abs(low - start), abs(high - start)) <= most


def test_far_away_nothing_overflows() -> None:
    far = 8_999_999_999_999_999_999
    for sign in (1, -1):
        for at in (far, -far):
            for found in (MONTH.least(sign, at, None), MONTH.most(sign, at, None)):
                assert found is not None
                assert abs(found) < 2**63
