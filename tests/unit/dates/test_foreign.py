import pytest

from dateline.dates.edtf import parse
from dateline.dates.malformed import Malformed


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("11.09.2025", "write 2025-09-11: the year, then the month, then the day"),
        ("9/11/2025", "write 2025-09-11 or 2025-11-09: the year, then the month, then the day"),
        ("11/13/2025", "write 2025-11-13: the year, then the month, then the day"),
        ("31-12-2025", "write 2025-12-31: the year, then the month, then the day"),
        ("September 2025", "write 2025-09"),
        ("11 September 2025", "write 2025-09-11"),
        ("Sept. 11, 2025", "write 2025-09-11"),
        ("11th of September, 2025", "write 2025-09-11"),
        ("9 to 10 September 2025", "write 2025-09-09/2025-09-10"),
        ("9–10 September 2025", "write 2025-09-09/2025-09-10"),
        ("2025-9-1", "write 2025-09-01"),
        ("2025-9", "write 2025-09"),
        ("2025/09/11", "write 2025-09-11"),
        ("2025/09", "write 2025-09"),
        ("2025.09.11", "write 2025-09-11"),
        ("20250911", "write 2025-09-11"),
        ("202509", "write 2025-09"),
        ("2025-09-11 19:40", "write 2025-09-11T19:40"),
        ("2025-09-11 9:05", "write 2025-09-11T09:05"),
        ("2025-09-11t19:40z", "write 2025-09-11T19:40Z"),
        ("2025-09-11T19:40 UTC", "write 2025-09-11T19:40Z"),
        ("2025-09-11T19:40+0300", "write 2025-09-11T19:40+03:00"),
        ("2025-09-11T19:40 +3", "write 2025-09-11T19:40+03:00"),
        ("2025-09-11T1940", "write 2025-09-11T19:40"),
        ("20250911T194005Z", "write 2025-09-11T19:40:05Z"),
        ("2025-09-11T19:40:20.5", "write 2025-09-11T19:40:20"),
        ("2025-09-11T19", "add the minutes, as in 2025-09-11T19:00, or leave the time out: 2025-09-11"),
        ("2025–09–11", "write 2025-09-11"),
        (" 2025-09-11", "write 2025-09-11"),
        ("202u", "write 202X"),
        ("19xx", "write 19XX"),
        ("2025-uu", "write 2025-XX"),
        ("19??", "write 19XX"),
        ("1990s", "write 199X"),
        ("the 1990s", "write 199X"),
        ("20th century", "write 19XX"),
        ("44 BC", "write -0043"),
        ("-43", "write -0043"),
        ("1 BCE", "write 0000"),
        ("800 AD", "write 0800"),
        ("17000", "write Y17000"),
        ("+17000", "write Y17000"),
        ("y17000", "write Y17000"),
        ("autumn 2025", "write 2025-23"),
        ("2025-Q3", "write 2025-35"),
        ("H2 2025", "write 2025-41"),
        ("2025?~", "write 2025%"),
        ("about August 2025", "write 2025-08~"),
        ("ca. 2025", "write 2025~"),
        ("probably 2025-9", "write 2025-09?"),
        ("before 2025", "write [..2025]"),
        ("after 2025-09-11", "write [2025-09-11..]"),
        ("since 2022-02-24", "write 2022-02-24/.."),
        ("until 2025", "write ../2025"),
        ("2025–2026", "write 2025/2026"),
        ("2025 to 2026", "write 2025/2026"),
        ("2025..2026", "write 2025/2026"),
        ("2025-09-09/10", "write 2025-09-09/2025-09-10"),
        ("2025-09-11/now", "write 2025-09-11/.."),
        ("2025/unknown", "write 2025/"),
        ("unknown", "write XXXX"),
        ("?", "write XXXX"),
        ("2025-W37", "write 2025-09-08/2025-09-14"),
        ("2025-W37-4", "write 2025-09-11"),
        ("2025-254", "write 2025-09-11"),
        ("[2025-09-09, 2025-09-10]", "write [2025-09-09,2025-09-10]"),
    ],
)
def test_other_writings_of_a_date_are_understood_in_the_hint(text: str, hint: str) -> None:
    found = parse(text, "Europe/Vilnius")
    assert isinstance(found, Malformed)
    assert found.hint == hint


@pytest.mark.parametrize(
    "text", ["last Tuesday", "31.02.2025", "2025-W60", "2025-400", "7", "soon 2025 or 2026", "x" * 500]
)
def test_what_cannot_be_understood_gets_no_guess(text: str) -> None:
    found = parse(text, "Europe/Vilnius")
    assert isinstance(found, Malformed)
    assert found.hint.startswith(("write a date as in", "write 0007"))


def test_a_wrong_end_of_an_interval_gets_advice_of_its_own() -> None:
    found = parse("2025-09-09/11.09.2025", "Europe/Vilnius")
    assert isinstance(found, Malformed)
    assert "2025-09-11" in found.hint
