import pytest

from dateline.dates.date import OPEN, Bounds, Date
from dateline.dates.edtf import clock_oddity, parse, to_second
from dateline.dates.instants import local_text
from dateline.dates.malformed import Malformed

VILNIUS = "Europe/Vilnius"


def shown(bounds: Bounds, zone: str = VILNIUS) -> tuple[str | None, ...]:
    instants = (bounds.earliest, bounds.start_latest, bounds.end_earliest, bounds.latest)
    return tuple(None if instant is None else local_text(instant, zone) for instant in instants)


def date(text: str, zone: str = VILNIUS) -> Date:
    found = parse(text, zone)
    assert isinstance(found, Date), found
    return found


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2025", "year", "2025-01-01T00:00:00+02:00", "2025-12-31T23:59:59+02:00"),
        ("2025-08", "month", "2025-08-01T00:00:00+03:00", "2025-08-31T23:59:59+03:00"),
        ("2025-10", "month", "2025-10-01T00:00:00+03:00", "2025-10-31T23:59:59+02:00"),
        ("2025-09-11", "day", "2025-09-11T00:00:00+03:00", "2025-09-11T23:59:59+03:00"),
        ("2025-10-26", "day", "2025-10-26T00:00:00+03:00", "2025-10-26T23:59:59+02:00"),
        ("2025-09-11T19:40", "minute", "2025-09-11T19:40:00+03:00", "2025-09-11T19:40:59+03:00"),
        ("2025-09-11T19:40:05", "second", "2025-09-11T19:40:05+03:00", "2025-09-11T19:40:05+03:00"),
        ("2025-09-11T19:40+03:00", "minute", "2025-09-11T19:40:00+03:00", "2025-09-11T19:40:59+03:00"),
        ("2025-09-12T00:07+05:30", "minute", "2025-09-11T21:37:00+03:00", "2025-09-11T21:37:59+03:00"),
        ("2025-09-11T19:40Z", "minute", "2025-09-11T22:40:00+03:00", "2025-09-11T22:40:59+03:00"),
        ("202X", "decade", "2020-01-01T00:00:00+02:00", "2029-12-31T23:59:59+02:00"),
        ("19XX", "century", "1900-01-01T00:00:00+01:24", "1999-12-31T23:59:59+02:00"),
        ("1XXX", "millennium", "1000-01-01T00:00:00", "1999-12-31T23:59:59+02:00"),
        ("2025-09-XX", "month", "2025-09-01T00:00:00+03:00", "2025-09-30T23:59:59+03:00"),
        ("2025-XX-10", "year", "2025-01-10T00:00:00+02:00", "2025-12-10T23:59:59+02:00"),
        ("2025-23", "season", "2025-09-01T00:00:00+03:00", "2025-11-30T23:59:59+02:00"),
        ("2025-24", "season", "2025-12-01T00:00:00+02:00", "2026-02-28T23:59:59+02:00"),
        ("2025-30", "season", "2025-12-01T00:00:00+02:00", "2026-02-28T23:59:59+02:00"),
        ("2025-31", "season", "2025-03-01T00:00:00+02:00", "2025-05-31T23:59:59+03:00"),
        ("2025-36", "season", "2025-10-01T00:00:00+03:00", "2025-12-31T23:59:59+02:00"),
        ("2025-39", "season", "2025-09-01T00:00:00+03:00", "2025-12-31T23:59:59+02:00"),
        ("2025-40", "season", "2025-01-01T00:00:00+02:00", "2025-06-30T23:59:59+03:00"),
        ("[2025-09-09..2025-09-10]", "set", "2025-09-09T00:00:00+03:00", "2025-09-10T23:59:59+03:00"),
        ("[2025-09-10,2025-09-09]", "set", "2025-09-09T00:00:00+03:00", "2025-09-10T23:59:59+03:00"),
        ("{2025-09-10,2025-09-12}", "set", "2025-09-10T00:00:00+03:00", "2025-09-12T23:59:59+03:00"),
        ("[2025-09-11]", "set", "2025-09-11T00:00:00+03:00", "2025-09-11T23:59:59+03:00"),
        ("[..2025-09-10]", "set", None, "2025-09-10T23:59:59+03:00"),
        ("{2025-09-10..}", "set", "2025-09-10T00:00:00+03:00", None),
        ("[..2024,2025]", "set", None, "2025-12-31T23:59:59+02:00"),
        ("[2025,XXXX]", "set", None, None),
        ("-0043-03-15", "day", "-0043-03-15T00:00:00", "-0043-03-15T23:59:59"),
        ("0000", "year", "0000-01-01T00:00:00", "0000-12-31T23:59:59"),
        ("Y17000", "year", "+17000-01-01T00:00:00", "+17000-12-31T23:59:59"),
        ("Y-17000", "year", "-17000-01-01T00:00:00", "-17000-12-31T23:59:59"),
        ("1950S2", "century", "1900-01-01T00:00:00+01:24", "1999-12-31T23:59:59+02:00"),
        ("XXXX", "unknown", None, None),
    ],
)
def test_a_single_date_or_set_says_within_what_something_lies(
    text: str, precision: str, earliest: str | None, latest: str | None
) -> None:
    found = date(text)
    assert shown(found.stated) == (earliest, latest, earliest, latest)
    assert found.slack == found.stated
    assert (found.edtf, found.written, found.precision) == (text, True, precision)
    assert not found.approximate
    assert not found.uncertain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-02-24/2022-04", ("2022-02-24T00:00:00+02:00", "2022-02-24T23:59:59+02:00",
                                "2022-04-01T00:00:00+03:00", "2022-04-30T23:59:59+03:00")),
        ("2022-02-24/..", ("2022-02-24T00:00:00+02:00", "2022-02-24T23:59:59+02:00", None, None)),
        ("2022-02-24/", ("2022-02-24T00:00:00+02:00", "2022-02-24T23:59:59+02:00", None, None)),
        ("../2025-09-11", (None, None, "2025-09-11T00:00:00+03:00", "2025-09-11T23:59:59+03:00")),
        ("/2025-09-11", (None, None, "2025-09-11T00:00:00+03:00", "2025-09-11T23:59:59+03:00")),
        ("2025-09/2025-09-10", ("2025-09-01T00:00:00+03:00", "2025-09-30T23:59:59+03:00",
                                "2025-09-10T00:00:00+03:00", "2025-09-10T23:59:59+03:00")),
        ("2025-09-11T19:40/2025-09-11T21:00Z", ("2025-09-11T19:40:00+03:00", "2025-09-11T19:40:59+03:00",
                                                "2025-09-12T00:00:00+03:00", "2025-09-12T00:00:59+03:00")),
    ],
)  # fmt: skip
def test_an_interval_begins_within_one_date_and_ends_within_another(
    text: str, expected: tuple[str | None, ...]
) -> None:
    assert shown(date(text).stated) == expected
    assert date(text).precision == "interval"


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("2025-08~", "~", ("2025-07-01T00:00:00+03:00", "2025-09-30T23:59:59+03:00")),
        ("2025-02?", "?", ("2025-01-01T00:00:00+02:00", "2025-03-31T23:59:59+03:00")),
        ("2025-09-11%", "%", ("2025-09-10T00:00:00+03:00", "2025-09-12T23:59:59+03:00")),
        ("2025~", "~", ("2024-01-01T00:00:00+02:00", "2026-12-31T23:59:59+02:00")),
        ("202X?", "?", ("2010-01-01T00:00:00+02:00", "2039-12-31T23:59:59+02:00")),
        ("2025-23~", "~", ("2025-06-01T00:00:00+03:00", "2026-02-28T23:59:59+02:00")),
        ("2025-41~", "~", ("2025-01-01T00:00:00+02:00", "2026-06-30T23:59:59+03:00")),
        ("2025-?09", "?", ("2025-08-01T00:00:00+03:00", "2025-10-31T23:59:59+02:00")),
        ("2025-09-~11", "~", ("2025-09-10T00:00:00+03:00", "2025-09-12T23:59:59+03:00")),
        ("2025-09-XX~", "~", ("2025-08-01T00:00:00+03:00", "2025-10-31T23:59:59+02:00")),
        ("1950S2~", "~", ("1800-01-01T00:00:00", "2099-12-31T23:59:59+02:00")),
        ("[2025-09-09~,2025-09-12]", "~", ("2025-09-08T00:00:00+03:00", "2025-09-12T23:59:59+03:00")),
        ("[2025-09-09,2025-09~]", "~", ("2025-08-01T00:00:00+03:00", "2025-10-31T23:59:59+02:00")),
        ("XXXX~", "~", (None, None)),
    ],
)
def test_a_qualified_date_gets_one_of_its_units_of_slack(
    text: str, mark: str, expected: tuple[str | None, str | None]
) -> None:
    found = date(text)
    assert (found.approximate, found.uncertain) == (mark in "~%", mark in "?%")
    assert shown(found.slack) == (*expected, *expected)
    assert found.stated == date(text.translate(str.maketrans("", "", "~?%"))).stated


def test_each_end_of_an_interval_gets_its_own_slack() -> None:
    found = date("2025-08~/2025-09-11?")
    assert shown(found.slack) == (
        "2025-07-01T00:00:00+03:00",
        "2025-09-30T23:59:59+03:00",
        "2025-09-10T00:00:00+03:00",
        "2025-09-12T23:59:59+03:00",
    )
    assert found.approximate
    assert found.uncertain


@pytest.mark.parametrize(
    ("text", "marked", "hint"),
    [
        ("2025-09-11/2025-09-09", "2025-09-11/2025-09-09", "write 2025-09-09/2025-09-11"),
        ("2025-09/2025-08-31", "2025-09/2025-08-31", "write 2025-08-31/2025-09"),
        ("[2025-09-10..2025-09-09]", "2025-09-10..2025-09-09", "write 2025-09-09..2025-09-10"),
        ("[2020,2027..2026,2030]", "2027..2026", "write 2026..2027"),
        ("2025-09-11T19:40Z/2025-09-11T21:00+05:00", None, "write 2025-09-11T21:00+05:00/2025-09-11T19:40Z"),
    ],
)
def test_what_runs_backwards_says_so(text: str, marked: str | None, hint: str) -> None:
    found = parse(text, VILNIUS)
    assert isinstance(found, Malformed)
    assert "runs backwards" in found.message
    assert text[found.start : found.end] == (marked or text)
    assert found.hint == hint


def test_overlapping_ends_do_not_run_backwards() -> None:
    for text in ("2025-09-11/2025-09", "2025/2025", "2025-09/2025-09-01", "2025-XX-10/2025-02", "XXXX/2025"):
        date(text)


def test_a_whole_unknown_date_is_open() -> None:
    assert date("XXXX").stated == OPEN


def test_the_zone_decides_where_a_day_lies() -> None:
    assert date("2025-09-11", "Asia/Kolkata").stated.earliest == date("2025-09-11", "UTC").stated.earliest - 19_800  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "zone", "message", "hint"),
    [
        ("2025-03-30T03:30", VILNIUS, "never shown", "perhaps 2025-03-30T04:30"),
        ("2025-10-26T03:30:00", VILNIUS, "shown twice", "2025-10-26T03:30:00+03:00 for the first time or"),
        ("2025-10-26T03:30:00", VILNIUS, "shown twice", "2025-10-26T03:30:00+02:00 for the second"),
        ("[2025..2025-10-26T03:30]", VILNIUS, "shown twice", "first"),
        ("2025-03-09T02:30", "America/Denver", "never shown", "2025-03-09T03:30"),
        ("2011-12-30", "Pacific/Apia", "left out", "day before or after"),
        ("2011-12-29/2011-12-30", "Pacific/Apia", "left out", "day before or after"),
    ],
)
def test_times_that_clocks_skipped_or_showed_twice_are_odd(text: str, zone: str, message: str, hint: str) -> None:
    found = clock_oddity(text, zone)
    assert found is not None
    assert message in found.message
    assert hint in found.hint
    assert f'"{text[found.start : found.end]}"' in found.message


@pytest.mark.parametrize(
    "text",
    ["2025-10-26T03:30+02:00", "2025-10-26T03:30Z", "2025-10-26T04:00", "2025-03-30T04:00", "2025-10-26", "XXXX"],
)
def test_other_times_are_not_odd(text: str) -> None:
    assert clock_oddity(text, VILNIUS) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-09-12T00:07+05:30", "2025-09-12T00:07:00+05:30"),
        ("2025-09-12T00:07:09+05:30", "2025-09-12T00:07:09+05:30"),
        ("2025-09-12T00:07Z", "2025-09-12T00:07:00Z"),
        ("2025-09-12T00:07+03", "2025-09-12T00:07:00+03:00"),
        ("2025-09-12T00:07", "2025-09-12T00:07:00+03:00"),
        ("2025-01-12T00:07:01", "2025-01-12T00:07:01+02:00"),
        ("1850-01-01T00:00", "1850-01-01T00:00:00"),
        ("-0043-03-15T12:00", "-0043-03-15T12:00:00"),
        ("2025-09-12", "2025-09-12"),
        ("2025-09~", "2025-09~"),
        ("2025-09-12T00:07/2025-09-13", "2025-09-12T00:07/2025-09-13"),
    ],
)
def test_a_time_is_completed_to_the_second_and_keeps_its_offset(text: str, expected: str) -> None:
    assert to_second(text, VILNIUS) == expected
