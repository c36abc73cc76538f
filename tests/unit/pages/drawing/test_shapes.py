"""How dates are drawn: never more exactly than they are known."""

import pytest

from dateline.pages.drawing import drawing
from dateline.pages.drawing.shapes import DOT
from tests.drawn import WORDS, bars, drawn, shapes, told

FAR = {"far": "title: Far\ndate: 2024-01-01", "later": "title: Later\ndate: 2026-06-01"}
"""So that a day is narrow."""


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("2025-09-11", ["dot"]),
        ("2025-09-11T10:00", ["dot"]),
        ("2025-09-11T10:00:07", ["dot"]),
        ("2025-09-11?", ["dot"]),
        ("2025-09-11~", ["dot about"]),
        ("2025-09", ["bar soft"]),
        ("2025", ["bar soft"]),
        ("2025-23", ["bar soft"]),
        ("2025-09-XX", ["bar soft"]),
        ("202X", ["bar soft"]),
        ("2025~", ["bar about"]),
        ("2025-03-01/2025-09-10", ["bar"]),
        ("2025-03-01/2025-09", ["end out", "bar"]),
        ("2025-03/2025-09", ["end in", "end out", "bar"]),
        ("'[2025-03-09..2025-09-10]'", ["frame"]),
        ("'[2025-03-09,2025-06-01,2025-09-10]'", ["join dashed", "tick", "tick", "tick"]),
        ("'{2025-03-09,2025-09-10}'", ["join", "dot", "dot"]),
        ("'{2025-03,2025-09}'", ["join", "bar soft", "bar soft"]),
        ("2025-09-11/..", ["bar out", "on"]),
        ("../2025-09-11", ["bar in", "back"]),
    ],
)
def test_each_sort_of_date_has_its_shape(date: str, parts: list[str]) -> None:
    assert shapes(drawn({"a": f"title: A\ndate: {date}"} | FAR), "a") == parts


def test_a_month_on_a_scale_of_millennia_is_no_point() -> None:
    made = drawn({"a": "title: A\ndate: -0043-03", "b": "title: B\ndate: 2025-08-01", "c": "title: C\ndate: 0800-08"})
    assert shapes(made, "a") == shapes(made, "c") == ["thin"]
    assert shapes(made, "b") == ["dot"]
    assert all(one.width > 0 for one in bars(made)["a"].shapes)


def test_where_a_day_is_wide_it_fades_at_both_ends() -> None:
    made = drawn(
        {"a": "title: A\ndate: 2025-09-11", "b": "title: B\ndate: 2025-09-12", "c": "title: C\ndate: 2025-09-13"}
    )
    (shape,) = bars(made)["a"].shapes
    assert (shape.kind, shape.fade) == ("bar", "soft")
    assert shape.width > DOT
    exact = drawn({"a": "title: A\ndate: 2025-09-11T12:00", "b": "title: B\ndate: 2025-09-12"})
    assert shapes(exact, "a") == ["dot"]


def test_what_relations_leave_is_drawn() -> None:
    events = {
        "a": "title: A\ndate: 2025-01\nafter: b",
        "b": "title: B\ndate: 2025-01-20",
        "c": "title: C\ndate: 2024-12-01",
        "d": "title: D\ndate: 2025-03-01",
    }
    (tight,), (wide,) = (
        bars(drawn(events | {"a": text}))["a"].shapes for text in (events["a"], "title: A\ndate: 2025-01")
    )
    assert tight.x > wide.x
    assert tight.x + tight.width == pytest.approx(wide.x + wide.width, abs=0.02)


def test_relations_leave_members_of_a_set() -> None:
    events = FAR | {
        "b": "title: B\ndate: 2025-05-01",
        "a": "title: A\ndate: '[2025-03-09,2025-06-01,2025-09-10]'\nafter: b",
    }
    assert shapes(drawn(events), "a") == ["join dashed", "tick", "tick"]


@pytest.mark.parametrize(
    ("relation", "parts"),
    [
        ("after: far", ["frame out", "on"]),
        ("before: later", ["frame in", "back"]),
        ("after: far\nbefore: later", ["frame"]),
    ],
)
def test_what_only_relations_place_is_a_frame(relation: str, parts: list[str]) -> None:
    assert shapes(drawn(FAR | {"a": f"title: A\ndate: XXXX\n{relation}"}), "a") == parts


def test_about_a_time_reaches_half_a_unit_further() -> None:
    events = FAR | {"a": "title: A\ndate: 2025-03", "b": "title: B\ndate: 2025-03~"}
    plain, about = (bars(drawn(events))[name].shapes[0] for name in "ab")
    assert about.x < plain.x
    assert about.width == pytest.approx(2 * plain.width, rel=0.1)


def test_what_goes_on_outside_has_arrowheads() -> None:
    events = {"a": "title: A\ndate: 2025-01/2025-12", "b": "title: B\ndate: 2025-06-01"}
    story = told(events)
    march, september = 1_740_787_200, 1_756_684_800
    made = drawing(story, story.order, "../", WORDS, first=march, last=september)
    assert made is not None
    assert shapes(made, "a")[-2:] == ["back", "on"]
