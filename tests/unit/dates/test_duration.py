import pytest

from dateline.dates.duration import Duration, parse
from dateline.dates.malformed import Malformed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P1D", Duration(days=1)),
        ("P2W", Duration(days=14)),
        ("P1M", Duration(months=1)),
        ("P1Y", Duration(years=1)),
        ("PT36H", Duration(hours=36)),
        ("PT1M", Duration(minutes=1)),
        ("PT90S", Duration(seconds=90)),
        ("P1DT12H", Duration(days=1, hours=12)),
        ("P1Y2M3W4DT5H6M7S", Duration(years=1, months=2, days=25, hours=5, minutes=6, seconds=7)),
        ("P0D", Duration()),
        ("P010D", Duration(days=10)),
    ],
)
def test_a_duration_is_read(text: str, expected: Duration) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("text", "message", "place", "hint"),
    [
        ("-P1D", "is a negative duration", (0, 4), "minus sign"),
        ("P-1D", "is a negative duration", (1, 4), "minus sign"),
        ("P1.5D", "has a fraction", (1, 4), "PT36H"),
        ("PT0,5H", "has a fraction", (2, 5), "whole numbers"),
        ("P", "is an empty duration", (0, 1), "P1D"),
        ("PT", "is an empty duration", (0, 2), "P1D"),
        ("", "is an empty duration", (0, 0), "P1D"),
        ("P1DT", "is not an ISO 8601 duration", (0, 4), "P1D"),
        ("1d", "is not an ISO 8601 duration", (0, 2), "write P1D"),
        ("p1d", "is not an ISO 8601 duration", (0, 3), "write P1D"),
        ("P36H", "is not an ISO 8601 duration", (0, 4), "write PT36H"),
        ("2 weeks", "is not an ISO 8601 duration", (0, 7), "write P2W"),
        ("a day", "is not an ISO 8601 duration", (0, 5), "write P1D"),
        ("3 months", "is not an ISO 8601 duration", (0, 8), "write P3M"),
        ("10 minutes", "is not an ISO 8601 duration", (0, 10), "write PT10M"),
        ("30m", "is not an ISO 8601 duration", (0, 3), "write P30M for months, or PT30M for minutes"),
        ("P1D1Y", "is not an ISO 8601 duration", (0, 5), "P1D"),
        ("P1٢D", "is not an ISO 8601 duration", (0, 4), "P1D"),
        ("P1234567890123D", "is longer than can be reckoned with", (1, 14), "shorten"),
    ],
)
def test_what_is_no_duration_says_what_to_write(text: str, message: str, place: tuple[int, int], hint: str) -> None:
    found = parse(text)
    assert isinstance(found, Malformed)
    assert found.message == f'"{text}" {message}'
    assert (found.start, found.end) == place
    assert hint in found.hint
