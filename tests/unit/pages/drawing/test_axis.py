"""The axis: units that fit, in the site's language, in words that never meet."""

from itertools import pairwise

import pytest

from dateline.dates.date import Date
from dateline.dates.edtf import parse
from dateline.dates.instants import DAY
from dateline.pages.drawing.axis import LETTERS, OFF, Axes, Axis
from dateline.pages.drawing.drawn import Tick
from dateline.pages.drawing.labels import NARROWEST
from dateline.pages.drawing.letters import width
from dateline.pages.drawing.scale import Stretch, scale, whole

ZONE = "Europe/Vilnius"


def at(edtf: str) -> int:
    date = parse(edtf, ZONE)
    assert isinstance(date, Date)
    assert date.stated.earliest is not None
    return date.stated.earliest


def axis(first: str, last: str, language: str = "en", finest: float = 1) -> Axis:
    return Axes(ZONE, language, finest).axis(whole(at(first), at(last)))


def said(ticks: tuple[Tick, ...]) -> list[str]:
    return [tick.label for tick in ticks if tick.label]


@pytest.mark.parametrize(
    ("first", "last", "ticks", "eras"),
    [
        ("2025-09-11T10:00", "2025-09-11T10:02", ["10:00:00", "10:00:15", "10:00:30"], ["11 September 2025"]),
        ("2025-09-11T19:10", "2025-09-11T22:40", ["19:15", "19:30", "19:45"], ["11 September 2025"]),
        ("2025-09-11", "2025-09-13", ["00:00", "06:00", "12:00"], ["11 September 2025", "12 September 2025"]),
        ("2025-08-28", "2025-10-02", ["29", "1"], ["Aug 2025", "September 2025"]),
        ("2025-09-01", "2025-09-14", ["1", "2", "3"], ["September 2025"]),
        ("2025-08-20", "2025-10-20", ["20", "25", "1", "5"], ["August 2025", "September 2025", "October 2025"]),
        ("1911-03-01", "1912-12-20", ["Apr", "Jul", "Oct", "Jan"], ["1911", "1912"]),
        ("1905", "1914", ["1905", "1906", "1907"], []),
        ("-0200", "1999", ["200 BCE", "1 CE", "200"], []),
        ("Y-20000", "2000", ["20000 BCE", "15000 BCE"], []),
        ("Y17000", "Y29000", ["17000", "18000"], []),
    ],
)
def test_units_follow_the_length(first: str, last: str, ticks: list[str], eras: list[str]) -> None:
    made = axis(first, last)
    assert said(made.ticks)[: len(ticks)] == ticks
    assert said(made.eras) == eras
    assert 2 <= len(said(made.ticks)) <= 20


def test_no_unit_is_finer_than_what_is_known() -> None:
    made = axis("2025-09-11", "2025-09-13", finest=DAY)
    assert said(made.ticks) == ["11", "12"]
    assert said(made.eras) == ["September 2025"]


@pytest.mark.parametrize(
    ("language", "month", "year"),
    [("lt", "bal.", "1911"), ("pl", "kwi", "1911"), ("be", "кра", "1911"), ("en", "Apr", "1911")],
)
def test_words_are_those_of_the_language(language: str, month: str, year: str) -> None:
    made = axis("1911-03-01", "1912-12-20", language)
    assert month in said(made.ticks)
    assert said(made.eras)[0] == year


def test_where_clocks_change_hours_go_on() -> None:
    for night in ("2025-03-30", "2025-10-26"):
        made = axis(f"{night}T00:00", f"{night}T08:00")
        assert [tick.x for tick in made.ticks] == sorted({tick.x for tick in made.ticks})
        assert "07:30" in said(made.ticks) or "07:00" in said(made.ticks)


def test_each_side_of_a_break_has_its_own_units() -> None:
    days = [Stretch(at(one), at(one) + DAY - 1) for one in ("2022-03-01", "2025-09-10", "2025-09-11", "2025-09-13")]
    made = Axes(ZONE, "en", DAY).axis(scale(days))
    (gap,) = made.gaps
    assert gap.label == "≈ 4 years"
    assert {"10", "11", "12"} < {tick.label for tick in made.ticks if tick.x > gap.x}
    assert any("2022" in era.label for era in made.eras if era.x < gap.x)


@pytest.mark.parametrize("language", ["en", "lt", "pl", "be", "ar", "de"])
@pytest.mark.parametrize("length", [60, 3_600, DAY, 9 * DAY, 70 * DAY, 900 * DAY, 9_000 * DAY, 900_000 * DAY])
def test_words_never_meet(language: str, length: int) -> None:
    start = at("1911-03-14")
    made = Axes(ZONE, language, 1).axis(whole(start, start + length))
    for row in (made.ticks, made.eras):
        reaches = [
            (left := one.x * NARROWEST / 100 + OFF, left + width(one.label, LETTERS)) for one in row if one.label
        ]
        assert reaches or row is made.eras  # years have no larger unit
        assert all(one[1] < two[0] for one, two in pairwise(reaches))
        assert all(reach[1] <= NARROWEST for reach in reaches)
