import pytest

from dateline.dates.date import Date
from dateline.dates.edtf import parse
from dateline.pages.structured.happenings import ends


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2025-09-11", "2025-09-11", ""),
        ("2025-08", "2025-08", ""),
        ("2025", "2025", ""),
        ("2025-09-11T19:40", "2025-09-11T19:40+03:00", ""),
        ("2022-02-24/2022-04", "2022-02-24", "2022-04"),
        ("2022-02-24/..", "2022-02-24", ""),
        ("../2025-09-11", "", "2025-09-11"),
        ("2022-02~/2022-04-07", "", "2022-04-07"),
        ("2025-08~", "", ""),
        ("2025-08?", "", ""),
        ("2025-09-XX", "", ""),
        ("202X", "", ""),
        ("2025-23", "", ""),
        ("[2025-09-09..2025-09-10]", "", ""),
        ("{2025-09-10,2025-09-12}", "", ""),
        ("-0043-03-15", "", ""),
        ("XXXX", "", ""),
    ],
)
def test_a_date_says_no_more_than_is_known(edtf: str, start: str, end: str) -> None:
    date = parse(edtf, "Europe/Vilnius")
    assert isinstance(date, Date)
    assert ends(date, "Europe/Vilnius") == (start, end)
