import pytest

from dateline.chronology.given import give, undated
from dateline.chronology.ties import Relating, Tie
from dateline.dates.date import Date
from dateline.dates.duration import Duration
from dateline.dates.edtf import parse
from dateline.dates.malformed import Malformed

DAYS = Duration(days=1)
NUMBERS = {name: number for number, name in enumerate("abcd")}


def tie(event: str, kind: Relating, other: str, by: Duration | None = DAYS) -> Tie:
    return Tie(kind, event, other, by, 0)


def written(*texts: str | None) -> list[Date | None]:
    dates = [parse(text, "UTC") if text else None for text in texts]
    assert not any(isinstance(date, Malformed) for date in dates)
    return [date for date in dates if not isinstance(date, Malformed)]


@pytest.mark.parametrize(
    ("texts", "ties", "expected", "givers"),
    [
        (["2025-09-10", None], [tie("b", "after", "a")], "2025-09-10 2025-09-11", (-1, 0)),
        (["2025-09-10/2025-09-12", None], [tie("b", "after", "a")], "2025-09-10/2025-09-12 2025-09-13", (-1, 0)),
        (["2025-09-10/2025-09-12", None], [tie("b", "before", "a")], "2025-09-10/2025-09-12 2025-09-09", (-1, 0)),
        # only `after` and `before`, and only with `by`
        (["2025-09-10", None], [tie("b", "during", "a")], "2025-09-10 -", (-1, -1)),
        (["2025-09-10", None], [tie("b", "after", "a", None)], "2025-09-10 -", (-1, -1)),
        # a relation gives its own event a date, never the other
        ([None, "2025-09-10"], [tie("b", "after", "a")], "- 2025-09-10", (-1, -1)),
        # from the fewest steps away, then the first
        (
            ["2025-09-10", None, None],
            [tie("c", "after", "b"), tie("b", "after", "a"), tie("c", "after", "a")],
            "2025-09-10 2025-09-11 2025-09-11",
            (-1, 1, 2),
        ),
        (
            ["2025-09-10", "2025-10-10", None],
            [tie("c", "after", "b"), tie("c", "after", "a")],
            "2025-09-10 2025-10-10 2025-10-11",
            (-1, -1, 0),
        ),
        # an open end only where there is no other, however far
        (
            ["2025/..", None, None, "2025-09-10"],
            [tie("c", "after", "a"), tie("b", "after", "d"), tie("c", "after", "b")],
            "2025/.. 2025-09-11 2025-09-12 2025-09-10",
            (-1, 1, 2, -1),
        ),
        (["2025/..", None], [tie("b", "after", "a")], "2025/.. XXXX", (-1, 0)),
    ],
)
def test_dates_are_given(texts: list[str | None], ties: list[Tie], expected: str, givers: tuple[int, ...]) -> None:
    found = give(written(*texts), ties, NUMBERS, "UTC")
    assert " ".join(date.edtf if date else "-" for date in found.dates) == expected
    assert found.givers == givers


@pytest.mark.parametrize(
    ("ties", "excused", "expected"),
    [
        ([], [], [0, 1, 2, 3]),
        ([tie("b", "after", "a"), tie("c", "after", "b"), tie("d", "after", "b")], [], [0]),
        ([tie("b", "after", "a"), tie("c", "after", "b"), tie("d", "after", "b")], [0], []),
        ([tie("b", "after", "c"), tie("c", "before", "b"), tie("d", "after", "c")], [], [0, 1]),
        ([tie("b", "after", "c"), tie("c", "before", "b"), tie("d", "after", "c")], [2], [0]),
    ],
)
def test_who_is_told_to_be_undated(ties: list[Tie], excused: list[int], expected: list[int]) -> None:
    found = give([None] * 4, ties, NUMBERS, "UTC")
    assert undated(found, ties, NUMBERS, frozenset(excused)) == expected
