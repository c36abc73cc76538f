import pytest

from dateline.dates.edtf import parse
from dateline.dates.expression import Mark
from dateline.dates.grammar import read
from dateline.dates.malformed import Malformed
from dateline.dates.spelling import between, spelled

VILNIUS = "Europe/Vilnius"


@pytest.mark.parametrize(
    "text",
    [
        "2025", "2025-08", "2025-09-11", "202X", "-0043-03-15", "2025-23", "2025~", "2025-08?", "2025-09-11%",
        "2025-?09", "2025-09-~11", "?2025-%09-~11", "Y17000", "Y-17000~", "1950S2", "Y171010000S3",
        "2025-09-11T19:40", "2025-09-11T19:40:05+05:30", "2022/..", "../2022", "/2022", "2022/",
        "2022-02-24/2022-04-07", "[2025,2027..]", "{..2025,2026~..2027}", "-000X-XX-31",
    ],
)  # fmt: skip
def test_what_was_read_is_written_again(text: str) -> None:
    found = read(text)
    assert not isinstance(found, Malformed)
    assert spelled(found) == text


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2025", "2025", "2025"),
        ("2021", "2030", "[2021..2030]"),
        ("2025-02", "2025-02", "2025-02"),
        ("2025-12", "2026-02", "[2025-12..2026-02]"),
        ("2025-02-02", "2025-03-01", "[2025-02-02..2025-03-01]"),
        ("2025-02-02", "2025-02-02", "2025-02-02"),
        ("2025-09-11T12:00", "2025-09-12T11:59", "[2025-09-11T12:00..2025-09-12T11:59]"),
        ("2025-09-11T12:00", "2025-09-11T12:00", "2025-09-11T12:00"),
        ("2025-09-11T12:00:30", "2025-09-11T12:01:29", "[2025-09-11T12:00:30..2025-09-11T12:01:29]"),
        ("2025-10-26T03:30Z", "2025-10-26T03:30Z", "2025-10-26T05:30"),
        ("2025-10-26T00:30Z", "2025-10-26T00:30Z", "2025-10-26T03:30+03:00"),
        ("2025-10-26T01:30Z", "2025-10-26T01:30Z", "2025-10-26T03:30+02:00"),
        ("-0001", "0001", "[-0001..0001]"),
        ("Y17000", "Y17000", "Y17000"),
        ("2025-02", "Y17000", "[2025..Y17000]"),
        (None, "2025-09-10", "[..2025-09-10]"),
        ("2025-09", None, "[2025-09..]"),
        (None, None, "XXXX"),
    ],
)
def test_bounds_are_written_in_the_largest_units_that_they_fill(
    first: str | None, last: str | None, expected: str
) -> None:
    start, end = (None if text is None else parse(text, VILNIUS) for text in (first, last))
    assert not isinstance(start, Malformed)
    assert not isinstance(end, Malformed)
    bounds = (start.stated.earliest if start else None, end.stated.latest if end else None)
    assert spelled(between(*bounds, Mark.NONE, VILNIUS)) == expected


def test_a_mark_is_written_with_each_date() -> None:
    assert spelled(between(0, 2 * 86_400 - 1, Mark.BOTH, "UTC")) == "[1970-01-01%..1970-01-02%]"
