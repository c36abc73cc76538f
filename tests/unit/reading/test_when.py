import pytest

from dateline.model.documents import Event
from tests.told import read


@pytest.mark.parametrize(
    ("yaml", "edtf"),
    [
        ("2025", "2025"),
        ("2025-08~", "2025-08~"),
        ("'2025-09-11'", "2025-09-11"),
        ("[2025-09-09, 2025-09-10]", "[2025-09-09,2025-09-10]"),
        ("[2025-09-09..2025-09-10]", "[2025-09-09..2025-09-10]"),
        ("[..2025-09-10]", "[..2025-09-10]"),
        ("['2025-09-09',2025-09-10,]", "[2025-09-09,2025-09-10]"),
        ("\n- 2025-09-09\n- 2025-09-10", "[2025-09-09,2025-09-10]"),
        ("'{2025-09-09,2025-09-10}'", "{2025-09-09,2025-09-10}"),
        ("../2025-09-11", "../2025-09-11"),
        ("-0043-03-15", "-0043-03-15"),
        ("XXXX", "XXXX"),
        ("2025-09-11T19:40+03:00", "2025-09-11T19:40+03:00"),
        ("2025-?09-~11", "2025-?09-~11"),
        ("|-\n  2025", "2025"),
    ],
)
def test_dates(yaml: str, edtf: str) -> None:
    made = read("content/events/a.md", f"---\ntitle: T\ndate: {yaml}\n---\n")
    assert made.found == ()
    assert isinstance(made.value, Event)
    assert made.value.date
    assert made.value.date.date.edtf == edtf
