import pytest

from dateline.dates.expression import Calendar, Gap, Interval, LongYear, Mark, Members, Moment, Range
from dateline.dates.grammar import read
from dateline.dates.instants import HOUR, MINUTE
from dateline.dates.malformed import Malformed

NONE, ABOUT, UNSURE, BOTH = Mark.NONE, Mark.APPROXIMATE, Mark.UNCERTAIN, Mark.BOTH


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", Calendar("2025")),
        ("2025-08", Calendar("2025", "08")),
        ("2025-09-11", Calendar("2025", "09", "11")),
        ("0000", Calendar("0000")),
        ("-0043-03-15", Calendar("-0043", "03", "15")),
        ("2024-02-29", Calendar("2024", "02", "29")),
        ("-0004-02-29", Calendar("-0004", "02", "29")),
        ("2025-23", Calendar("2025", "23")),
        ("2025-41", Calendar("2025", "41")),
        ("202X-23", Calendar("202X", "23")),
        ("-1XXX", Calendar("-1XXX")),
        ("1XXX-12", Calendar("1XXX", "12")),
        ("2025-1X-3X", Calendar("2025", "1X", "3X")),
        ("XXXX-12-25", Calendar("XXXX", "12", "25")),
        # a mark behind is about all to its left, a mark before about one part (EDTF level 2)
        ("2025-08~", Calendar("2025", "08", "", (ABOUT, ABOUT, NONE))),
        ("2025?", Calendar("2025", "", "", (UNSURE, NONE, NONE))),
        ("2025-09-11%", Calendar("2025", "09", "11", (BOTH, BOTH, BOTH))),
        ("2025-09~-11", Calendar("2025", "09", "11", (ABOUT, ABOUT, NONE))),
        ("2025?-09-11", Calendar("2025", "09", "11", (UNSURE, NONE, NONE))),
        ("2025-?09", Calendar("2025", "09", "", (NONE, UNSURE, NONE))),
        ("~2025-09", Calendar("2025", "09", "", (ABOUT, NONE, NONE))),
        ("2025-09-~11", Calendar("2025", "09", "11", (NONE, NONE, ABOUT))),
        ("?2025-%09-~11", Calendar("2025", "09", "11", (UNSURE, BOTH, ABOUT))),
        ("2025?-09-11~", Calendar("2025", "09", "11", (BOTH, ABOUT, ABOUT))),
        ("2025-23~", Calendar("2025", "23", "", (ABOUT, ABOUT, NONE))),
        ("Y17000", LongYear(17_000)),
        ("Y-17000", LongYear(-17_000)),
        ("Y17E7", LongYear(170_000_000)),
        ("Y-17E7~", LongYear(-170_000_000, mark=ABOUT)),
        ("1950S2", LongYear(1950, 2)),
        ("-1950S2?", LongYear(-1950, 2, UNSURE)),
        ("Y171010000S3", LongYear(171_010_000, 3)),
        ("Y3388E2S3", LongYear(338_800, 3)),
        ("2025-09-11T19:40", Moment(2025, 9, 11, 19 * HOUR + 40 * MINUTE)),
        ("2025-09-11T19:40+03:00", Moment(2025, 9, 11, 19 * HOUR + 40 * MINUTE, offset=3 * HOUR)),
        ("2025-09-11T19:40:05Z", Moment(2025, 9, 11, 19 * HOUR + 40 * MINUTE + 5, seconds_given=True, offset=0)),
        ("2025-09-11T00:07-04", Moment(2025, 9, 11, 7 * MINUTE, offset=-4 * HOUR)),
        ("2025-09-11T00:00-00:30", Moment(2025, 9, 11, 0, offset=-30 * MINUTE)),
        ("2022-02-24/2022-04-07", Interval(Calendar("2022", "02", "24"), Calendar("2022", "04", "07"))),
        ("2022/..", Interval(Calendar("2022"), Gap.OPEN)),
        ("2022/", Interval(Calendar("2022"), Gap.UNKNOWN)),
        ("../2022", Interval(Gap.OPEN, Calendar("2022"))),
        ("/2022", Interval(Gap.UNKNOWN, Calendar("2022"))),
        ("[2025,2027]", Members(False, (Calendar("2025"), Calendar("2027")))),
        ("{2025..2027}", Members(True, (Range(Calendar("2025"), Calendar("2027")),))),
        ("[..2025,2027..]", Members(False, (Range(None, Calendar("2025")), Range(Calendar("2027"), None)))),
        ("[2025-09-11]", Members(False, (Calendar("2025", "09", "11"),))),
    ],
)
def test_an_expression_is_read(text: str, expected: object) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "message", "marked", "hint"),
    [
        ("2025-02-29", "is no day: February 2025 has 28 days", "29", "correct the day"),
        ("2025-04-31", "is no day: April 2025 has 30 days", "31", "correct the day"),
        ("2025-04-00", "is no day: no month has a day 00", "00", "correct the day"),
        ("2XX1-02-29", "is no day: February never has more than 28 days in these years", "29", "correct"),
        ("XXXX-02-30", "is no day: February never has more than 29 days", "30", "correct"),
        ("2025-XX-32", "is no day: no month has a day 32", "32", "correct"),
        ("2025-13", "has no month 13", "13", "01 to 12"),
        ("2025-00", "has no month 00", "00", "01 to 12"),
        ("2025-42", "has no month 42", "42", "21 to 41"),
        ("2025-2X", "has no month 2X", "2X", "01 to 12"),
        ("2025-23-01", "has a day in a season, quarter or the like", "01", "leave the day out"),
        ("-0000", "has a year 0 with a sign", "-0000", "write 0000"),
        ("2025-02-30T19:40", None, "30", "correct the day"),
        ("2025-23-01T19:40", None, "01", "leave the day out"),
        ("2025-09-11T24:00", "has no hour 24", "24", "T00:00 of the next"),
        ("2025-09-11T25:00", "has no hour 25", "25", "00 to 23"),
        ("2025-09-11T19:60", "has no minute 60", "60", "00 to 59"),
        ("2025-09-11T19:40:60", "has no second 60", "60", "00 to 59"),
        ("2025-09-11T19:40+24:00", "has no possible offset", "+24:00", "+03:00"),
        ("2025-09-11T19:40+03:75", "has no possible offset", "+03:75", "+03:00"),
        ("2025-09-11T19:40~", "is not an EDTF date", "2025-09-11T19:40~", "2025-09-11T19:40"),
        ("Y2025", "has a Y before a year of up to four digits", "2025", "write 2025"),
        ("1950S5", "has more significant digits than digits", "5", "4 digits"),
        ("Y17E30", "is too far away to be reckoned with", "Y17E30", "years go up to"),
        ("2025-09-11/2025-02-30", None, "30", "correct the day"),
        ("2025/2026/2027", "has more than one slash", "2025/2026/2027", "an interval"),
        ("/", "has neither a beginning nor an end", "/", "XXXX"),
        ("../..", "has neither a beginning nor an end", "../..", "XXXX"),
        ("[2025", "is a set that is never closed", "[2025", 'close the set with "]"'),
        ("{2025]", "is a set that is never closed", "{2025]", 'close the set with "}"'),
        ("[2025,]", "a member of the set is empty", "", "one comma"),
        ("[2025,..2027]", None, "..2027", "open ranges stand first"),
        ("[..]", None, "..", "open ranges stand first"),
        ("[2025-02-30,2027]", None, "30", "correct the day"),
        ("[2027,2025-09..2025-02-30]", None, "30", "correct the day"),
        ("[2025/2026]", "is an interval, which cannot stand in a set", "2025/2026", "2025..2026"),
        ("", "there is no date", "", "write a date as in 2025"),
        ("2025-09-11Z", "is not an EDTF date", "2025-09-11Z", "write"),
        ("٢٠٢٥", "is not an EDTF date", "٢٠٢٥", "write"),
    ],
)
def test_what_is_no_date_says_why_where_and_what_to_do(text: str, message: str | None, marked: str, hint: str) -> None:
    found = read(text)
    assert isinstance(found, Malformed)
    if message is not None:
        assert found.message.endswith(message)
    assert text[found.start : found.end] == marked
    assert hint in found.hint


def test_a_date_of_any_length_is_refused_at_once() -> None:
    found = read("2025," * 100_000)
    assert isinstance(found, Malformed)
    assert len(found.message) < 120
    assert len(read("Y" + "9" * 5_000).message) < 120  # type: ignore[union-attr]
    assert isinstance(read("2025S" + "9" * 5_000), Malformed)
