"""Durations in words."""

import pytest

from dateline.dates.duration import Duration
from dateline.dates.length import length_words


@pytest.mark.parametrize(
    ("duration", "language", "expected"),
    [
        (Duration(days=1), "en", "1 day"),
        (Duration(days=7), "en", "7 days"),
        (Duration(days=21), "en-GB", "3 weeks"),
        (Duration(years=1, months=2, days=3), "en", "1 year, 2 months, and 3 days"),
        (Duration(hours=36, minutes=5), "en", "36 hours and 5 minutes"),
        (Duration(), "en", "0 days"),
        (Duration(days=2), "lt", "2 dienos"),
        (Duration(days=5), "pl", "5 dni"),
        (Duration(months=2), "be", "2 месяца"),
        (Duration(days=2), "xx", "2 days"),
    ],
)
def test_words(duration: Duration, language: str, expected: str) -> None:
    assert length_words(duration, language) == expected
