from typing import Literal

import pytest

from dateline.dates import duration
from dateline.dates.date import OPEN, Date
from dateline.dates.duration import Duration
from dateline.dates.edtf import parse
from dateline.dates.instants import local_text
from dateline.dates.moving import moved, shifted

VILNIUS = "Europe/Vilnius"


def date(text: str) -> Date:
    found = parse(text, VILNIUS)
    assert isinstance(found, Date), found
    return found


def by(text: str) -> Duration:
    found = duration.parse(text)
    assert isinstance(found, Duration), found
    return found


def instant(text: str) -> int:
    found = date(text).stated.earliest
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "length", "sign", "expected"),
    [
        # the date's own unit or coarser
        ("2025-02", "P1M", 1, "2025-03"),
        ("2025-02", "P1M", -1, "2025-01"),
        ("2025-12", "P1M", 1, "2026-01"),
        ("2025-02", "P1Y1M", 1, "2026-03"),
        ("2025-01-31", "P1M", 1, "2025-02-28"),
        ("2024-01-31", "P1M", 1, "2024-02-29"),
        ("2025-03-31", "P1M", -1, "2025-02-28"),
        ("2024-02-29", "P1Y", 1, "2025-02-28"),
        ("2025-09-11", "P2W", 1, "2025-09-25"),
        ("2025-01-31", "P1M1D", 1, "2025-03-01"),
        ("2025", "P1Y", -1, "2024"),
        ("2025", "P12M", 1, "2026"),
        ("-0001", "P2Y", 1, "0001"),
        ("9999", "P1Y", 1, "Y10000"),
        ("Y17000", "P1Y", -1, "Y16999"),
        ("202X", "P10Y", 1, "203X"),
        ("19XX", "P100Y", 1, "20XX"),
        ("-004X", "P10Y", 1, "-003X"),
        ("156X-12-25", "P10Y", 1, "157X-12-25"),
        ("2025-09-XX", "P1M", 1, "2025-10-XX"),
        ("2025-XX-10", "P1Y", 1, "2026-XX-10"),
        ("2025-23", "P1Y", 1, "2026-23"),
        ("2025-23", "P3M", 1, "2025-24"),
        ("2025-24", "P3M", 1, "2026-21"),
        ("2025-30", "P3M", 1, "2026-31"),
        ("2025-36", "P3M", 1, "2026-33"),
        ("2025-39", "P4M", 1, "2026-37"),
        ("2025-41", "P6M", 1, "2026-40"),
        ("1950S2", "P100Y", 1, "2050S2"),
        ("2025-09-11T19:40", "P1D", 1, "2025-09-12T19:40"),
        ("2025-09-12T00:07+05:30", "P1D", 1, "2025-09-12T21:37"),
        ("2025-09-11T19:40:05", "PT36H", -1, "2025-09-10T07:40:05"),
        ("2025-03-29T12:00", "P1D", 1, "2025-03-30T12:00"),  # by the clock, 23 hours
        ("2025-03-29T12:00", "PT24H", 1, "2025-03-30T13:00"),  # exactly
        ("2025-01-31T12:00", "P1M", 1, "2025-02-28T12:00"),
        ("2025-09-11", "P0D", 1, "2025-09-11"),
        ("[2025-09-09,2025-09-10]", "P1D", 1, "[2025-09-10,2025-09-11]"),
        ("[..2025-09-10]", "P1M", 1, "[..2025-10-10]"),
        # marks stay
        ("2025-02~", "P1M", 1, "2025-03~"),
        ("2025-?09", "P1M", 1, "2025-?10"),
        ("2025-09-11%", "P1D", 1, "2025-09-12%"),
    ],
)
def test_a_duration_in_its_own_unit_or_coarser_moves_the_unit(text: str, length: str, sign: int, expected: str) -> None:
    found = moved(date(text), "end", by(length), sign, VILNIUS)
    again = date(expected)
    assert found.edtf == expected
    assert not found.written
    assert (found.stated, found.slack) == (again.stated, again.slack)
    assert (found.precision, found.approximate, found.uncertain) == (
        date(text).precision,
        again.approximate,
        again.uncertain,
    )


@pytest.mark.parametrize(
    ("text", "length", "sign", "edtf", "earliest", "latest"),
    [
        ("2025-02", "P1D", 1, "[2025-02-02..2025-03-01]",
         "2025-02-02T00:00:00+02:00", "2025-03-01T23:59:59+02:00"),
        ("2025", "P1M", 1, "[2025-02..2026-01]", "2025-02-01T00:00:00+02:00", "2026-01-31T23:59:59+02:00"),
        ("2025", "P1M", -1, "[2024-12..2025-11]", "2024-12-01T00:00:00+02:00", "2025-11-30T23:59:59+02:00"),
        ("202X", "P1Y", 1, "[2021..2030]", "2021-01-01T00:00:00+02:00", "2030-12-31T23:59:59+02:00"),
        ("2025-09-11", "PT36H", 1, "[2025-09-12T12:00..2025-09-13T11:59]",
         "2025-09-12T12:00:00+03:00", "2025-09-13T11:59:59+03:00"),
        ("2025-09-11", "P1DT12H", -1, "[2025-09-09T12:00..2025-09-10T11:59]",
         "2025-09-09T12:00:00+03:00", "2025-09-10T11:59:59+03:00"),
        ("2025-09-11T19:40", "PT30S", 1, "[2025-09-11T19:40:30..2025-09-11T19:41:29]",
         "2025-09-11T19:40:30+03:00", "2025-09-11T19:41:29+03:00"),
        ("{2025-09-09,2025-09-11}", "P1D", 1, "[2025-09-10..2025-09-12]",
         "2025-09-10T00:00:00+03:00", "2025-09-12T23:59:59+03:00"),
        ("[..2025-09]", "P1D", 1, "[..2025-10-01]", None, "2025-10-01T23:59:59+03:00"),
        ("-000X", "P10Y", 1, "[0001..0009]", "0001-01-01T00:00:00", "0009-12-31T23:59:59"),
        ("Y17000", "P1M", 1, "[Y17000..Y17001]", "+17000-02-01T00:00:00", "+17001-01-31T23:59:59"),
    ],
)  # fmt: skip
def test_a_finer_duration_moves_both_bounds(
    text: str, length: str, sign: int, edtf: str, earliest: str | None, latest: str | None
) -> None:
    found = moved(date(text), "end", by(length), sign, VILNIUS)
    bounds = found.stated
    shown = [None if bound is None else local_text(bound, VILNIUS) for bound in (bounds.earliest, bounds.latest)]
    assert (found.edtf, *shown) == (edtf, earliest, latest)
    assert (bounds.start_latest, bounds.end_earliest) == (bounds.latest, bounds.earliest)
    assert found.precision == date(text).precision
    assert found.slack == found.stated


@pytest.mark.parametrize(
    ("text", "edge", "expected", "precision"),
    [
        ("2022-02-24/2022-04", "end", "2022-05", "month"),
        ("2022-02-24/2022-04", "start", "2022-03-24", "day"),
        ("2022-02-24/..", "start", "2022-03-24", "day"),
        ("2022-02-24/..", "end", "XXXX", "unknown"),
        ("../2022", "start", "XXXX", "unknown"),
        ("XXXX", "end", "XXXX", "unknown"),
    ],
)
def test_of_an_interval_the_edge_is_moved(
    text: str, edge: Literal["start", "end"], expected: str, precision: str
) -> None:
    found = moved(date(text), edge, by("P1M"), 1, VILNIUS)
    assert (found.edtf, found.precision) == (expected, precision)
    assert found.stated == (OPEN if expected == "XXXX" else date(expected).stated)


def test_slack_moves_with_what_is_stated() -> None:
    found = moved(date("2025-02~"), "end", by("P1D"), 1, VILNIUS)
    assert found.edtf == "[2025-02-02~..2025-03-01~]"
    assert found.slack.earliest == instant("2025-01-02")
    assert found.slack.latest == instant("2025-04-02") - 1
    again = moved(found, "end", by("P1M"), 1, VILNIUS)  # in the units of what is written, but known to the month
    assert (again.edtf, again.precision) == ("[2025-03-02~..2025-04-01~]", "month")
    assert again.slack.earliest == instant("2025-02-02")
    assert again.slack.latest == instant("2025-05-02") - 1


def test_where_the_zone_s_offset_had_seconds_a_minute_is_written_in_utc() -> None:
    found = moved(date("1879-01-01T00:00Z"), "end", by("P1D"), 1, VILNIUS)
    assert (found.edtf, found.stated) == ("1879-01-02T00:00Z", date("1879-01-02T00:00Z").stated)


def test_what_is_moved_out_of_reach_stays_at_its_edge() -> None:
    found = moved(date("Y99999999999"), "end", by("P999999999999Y"), 1, VILNIUS)
    assert found.edtf == "XXXX"
    assert found.stated.earliest == found.stated.latest == 9_000_000_000_000_000_000


@pytest.mark.parametrize(
    ("text", "length", "sign", "earliest", "latest"),
    [
        ("2025-09-11T19:40", "P1D", 1, "2025-09-12T19:40", None),
        ("2025-09-11T19:40", "P1DT1H", -1, "2025-09-10T18:40", None),
        ("2025-01-28T12:00", "P1M", 1, "2025-02-28T00:00", "2025-02-28T12:00"),
        ("2025-01-31T12:00", "P1M", 1, "2025-02-28T12:00", "2025-02-28T23:59:59"),
        ("2025-10-26T03:30+03:00", "P1D", 1, "2025-10-27T03:00", "2025-10-27T03:30"),
        ("2025-10-26T03:30+02:00", "P1D", 1, "2025-10-27T03:30", "2025-10-27T03:59:59"),
        ("2025-10-26T03:30+02:00", "PT1H", 1, "2025-10-26T04:30", None),
        ("2025-02-28T23:59:59", "P1M", 1, "2025-03-28T23:59:59", "2025-03-31T23:59:59"),
        ("2025-03-29T03:30", "P1D", 1, "2025-03-30T04:00", None),
    ],
)
def test_instants_are_shifted_and_their_order_is_kept(
    text: str, length: str, sign: int, earliest: str, latest: str | None
) -> None:
    least = shifted(instant(text), by(length), sign, VILNIUS)
    most = shifted(instant(text), by(length), sign, VILNIUS, "latest")
    assert (least, most) == (instant(earliest), instant(latest or earliest))
