"""Relations between events: what they do to bounds, which dates they give, and which order is known."""

from typing import Any

import pytest

from tests.manual.markup import only, parse, words
from tests.manual.run import Result, build


def story(events: dict[str, str], zone: str = "Europe/Vilnius") -> Result:
    """A site of events: the name of each, and the front matter below its title."""
    files = {f"events/{name}.md": f"---\ntitle: Event {name}\n{more}\n---\n" for name, more in events.items()}
    config = f"title: Relations\nbase_url: https://example.org/\nlanguage: en\ntimezone: {zone}\n"
    made = build(files, config=config)
    assert made.status == 0, made.diagnostics
    return made


def bounds(one: dict[str, Any]) -> list[str | None]:
    return [one[key] for key in ("earliest", "start_latest", "end_earliest", "latest")]


def orders(events: dict[str, str]) -> tuple[list[str], list[bool | None]]:
    made = story(events)
    return made.ids("events"), [one["order_known_after_previous"] for one in made.timeline["events"]]


def test_after_begins_not_before_the_other_ends() -> None:
    made = story({"a": "date: 2025-09\nafter: release", "release": "date: 2025-09-11"})
    one = made.one("events", "a")
    assert one["earliest"] == "2025-09-11T00:00:00+03:00"
    assert one["latest"] == one["start_latest"] == "2025-09-30T23:59:59+03:00"
    assert one["precision"] == "month"  # not changed by tightening
    assert (one["date"], one["after"]) == ("2025-09", ["release"])


def test_after_waits_for_the_end_of_an_interval() -> None:
    made = story({"a": "date: 2022\nafter: war", "war": "date: 2022-02-24/2022-04-07"})
    assert made.one("events", "a")["earliest"] == "2022-04-07T00:00:00+03:00"


def test_before_ends_not_after_the_other_begins() -> None:
    made = story({"b": "date: 2025-09\nbefore: [release]", "release": "date: 2025-09-11"})
    one = made.one("events", "b")
    assert one["earliest"] == "2025-09-01T00:00:00+03:00"
    assert one["latest"] == one["start_latest"] == "2025-09-11T23:59:59+03:00"
    assert one["before"] == ["release"]


def test_during_is_within() -> None:
    made = story({"c": "date: 2025\nduring: summit", "summit": "date: 2025-08-01/2025-09-10"})
    one = made.one("events", "c")
    assert (one["earliest"], one["latest"]) == ("2025-08-01T00:00:00+03:00", "2025-09-10T23:59:59+03:00")
    assert one["during"] == ["summit"]


def test_an_effect_begins_not_before_its_cause_begins() -> None:
    made = story({"d": "date: 2025-09\ncaused_by: strike", "strike": "date: 2025-09-11/2025-09-20"})
    assert made.one("events", "d")["earliest"] == "2025-09-11T00:00:00+03:00"
    assert made.one("events", "d")["caused_by"] == ["strike"]
    assert made.one("events", "strike")["led_to"] == ["d"]
    assert made.one("events", "d")["led_to"] == []


def test_relations_tighten_both_and_all_through_a_chain() -> None:
    made = story({
        "a": "date: 2025",
        "b": "date: 2025\nafter: a",
        "c": "date: 2025\nafter: b\nbefore: d",
        "d": "date: 2025-06-15",
    })  # fmt: skip
    assert {made.one("events", name)["latest"] for name in "abc"} == {"2025-06-15T23:59:59+03:00"}
    assert {made.one("events", name)["earliest"] for name in "abc"} == {"2025-01-01T00:00:00+02:00"}


def test_only_its_relations_place_an_undated_event() -> None:
    made = story({
        "lost": "date: XXXX\nafter: fire\nbefore: census",
        "fire": "date: 1610-07-01",
        "census": "date: 1790",
    })  # fmt: skip
    one = made.one("events", "lost")
    assert one["earliest"] == "1610-07-01T00:00:00"
    assert one["latest"] == "1790-12-31T23:59:59"
    assert one["precision"] == "unknown"
    assert made.ids("events") == ["fire", "lost", "census"]


# what stands in `date` of the other, the relation and its duration; earliest, latest and precision of what it gives
GIVEN = [
    ("2025-09-11", "after", "P1D", "2025-09-12T00:00:00+03:00", "2025-09-12T23:59:59+03:00", "day"),
    ("2025-09-11", "before", "P1D", "2025-09-10T00:00:00+03:00", "2025-09-10T23:59:59+03:00", "day"),
    ("2025-09-11", "after", "P2W", "2025-09-25T00:00:00+03:00", "2025-09-25T23:59:59+03:00", "day"),
    ("2025-09-11", "after", "P1M", "2025-10-11T00:00:00+03:00", "2025-10-11T23:59:59+03:00", "day"),
    ("2025-09-11", "before", "P10Y", "2015-09-11T00:00:00+03:00", "2015-09-11T23:59:59+03:00", "day"),
    ("2025-02", "after", "P1M", "2025-03-01T00:00:00+02:00", "2025-03-31T23:59:59+03:00", "month"),
    ("2025-03", "before", "P1M", "2025-02-01T00:00:00+02:00", "2025-02-28T23:59:59+02:00", "month"),
    ("2023-02", "after", "P1Y", "2024-02-01T00:00:00+02:00", "2024-02-29T23:59:59+02:00", "month"),
    ("2025", "after", "P3Y", "2028-01-01T00:00:00+02:00", "2028-12-31T23:59:59+02:00", "year"),
    # the 31st plus a month is the month's last day
    ("2025-01-31", "after", "P1M", "2025-02-28T00:00:00+02:00", "2025-02-28T23:59:59+02:00", "day"),
    ("2024-01-31", "after", "P1M", "2024-02-29T00:00:00+02:00", "2024-02-29T23:59:59+02:00", "day"),
    ("2025-03-31", "before", "P1M", "2025-02-28T00:00:00+02:00", "2025-02-28T23:59:59+02:00", "day"),
    ("2024-02-29", "after", "P1Y", "2025-02-28T00:00:00+02:00", "2025-02-28T23:59:59+02:00", "day"),
    # a unit finer than the date's own moves both bounds
    ("2025-02", "after", "P1D", "2025-02-02T00:00:00+02:00", "2025-03-01T23:59:59+02:00", "month"),
    ("2025", "after", "P1M", "2025-02-01T00:00:00+02:00", "2026-01-31T23:59:59+02:00", "year"),
    ("2025-09-11", "after", "PT1H", "2025-09-11T01:00:00+03:00", "2025-09-12T00:59:59+03:00", "day"),
    ("2025-09-11", "before", "PT90M", "2025-09-10T22:30:00+03:00", "2025-09-11T22:29:59+03:00", "day"),
    # an instant; a calendar day and 24 hours are not the same where the clock is put forward, on 30 March 2025
    ("2025-09-11T12:00", "after", "PT36H", "2025-09-13T00:00:00+03:00", "2025-09-13T00:00:59+03:00", "minute"),
    ("2025-09-11T12:00:30", "after", "PT45S", "2025-09-11T12:01:15+03:00", "2025-09-11T12:01:15+03:00", "second"),
    ("2025-03-29T12:00", "after", "P1D", "2025-03-30T12:00:00+03:00", "2025-03-30T12:00:59+03:00", "minute"),
    ("2025-03-29T12:00", "after", "PT24H", "2025-03-30T13:00:00+03:00", "2025-03-30T13:00:59+03:00", "minute"),
    # of an interval the end, or the beginning
    ("2022-02-24/2022-04-07", "after", "P1D", "2022-04-08T00:00:00+03:00", "2022-04-08T23:59:59+03:00", "day"),
    ("2022-02-24/2022-04-07", "before", "P1D", "2022-02-23T00:00:00+02:00", "2022-02-23T23:59:59+02:00", "day"),
    # units together; what is open stays open; qualifiers and sets move too
    (
        "2024-12-30T20:00:00",
        "after",
        "P1Y2M3DT4H5M6S",
        "2026-03-04T00:05:06+02:00",
        "2026-03-04T00:05:06+02:00",
        "second",
    ),
    ("2025-08~", "after", "P1M", "2025-09-01T00:00:00+03:00", "2025-09-30T23:59:59+03:00", "month"),
    ("202X", "after", "P10Y", "2030-01-01T00:00:00+02:00", "2039-12-31T23:59:59+02:00", "decade"),
    ("202X", "after", "P1Y", "2021-01-01T00:00:00+02:00", "2030-12-31T23:59:59+02:00", "decade"),
    ("2025-09-11/..", "before", "P3D", "2025-09-08T00:00:00+03:00", "2025-09-08T23:59:59+03:00", "day"),
    ("[2025-09-09, 2025-09-12]", "after", "P1D", "2025-09-10T00:00:00+03:00", "2025-09-13T23:59:59+03:00", "set"),
    # before year 1
    ('"-0043-03-15"', "after", "P1M", "-0043-04-15T00:00:00", "-0043-04-15T23:59:59", "day"),
    ('"0001-01-01"', "before", "P1D", "0000-12-31T00:00:00", "0000-12-31T23:59:59", "day"),
]


@pytest.mark.parametrize(("date", "relation", "by", "earliest", "latest", "precision"), GIVEN)
def test_by_gives_the_date(date: str, relation: str, by: str, earliest: str, latest: str, precision: str) -> None:
    made = story({"one": f"{relation}: {{event: other, by: {by}}}", "other": f"date: {date}"})
    one = made.one("events", "one")
    assert (one["earliest"], one["latest"], one["precision"]) == (earliest, latest, precision)
    assert (one["date"], one[relation]) == (None, ["other"])


def test_nothing_is_known_of_what_is_after_something_undated() -> None:
    one = story({"a": "after: {event: b, by: P3D}", "b": "date: XXXX"}).one("events", "a")
    assert (bounds(one), one["precision"], one["date"]) == ([None] * 4, "unknown", None)


def test_a_chain_of_by() -> None:
    made = story({
        "third": "after: {event: second, by: P1D}",
        "second": "after: [{event: first, by: P1W}]",
        "first": "date: 2025-09-11",
        "zeroth": "before: {event: first, by: P2M}",
    })  # fmt: skip
    assert made.one("events", "third")["earliest"] == "2025-09-19T00:00:00+03:00"
    assert made.one("events", "zeroth")["latest"] == "2025-07-11T23:59:59+03:00"
    assert made.ids("events") == ["zeroth", "first", "second", "third"]


def test_by_tightens_a_date_and_keeps_its_precision() -> None:
    made = story({"a": "date: 2025-09\nafter: {event: other, by: P2D}", "other": "date: 2025-09-11"})
    one = made.one("events", "a")
    assert bounds(one)[:2] == ["2025-09-13T00:00:00+03:00", "2025-09-13T23:59:59+03:00"]
    assert (one["precision"], one["date"]) == ("month", "2025-09")


def test_a_calendar_day_is_one_of_the_sites_zone() -> None:
    events = {"a": "after: {event: b, by: P1D}", "b": "date: 2025-11-01T12:00"}
    assert story(events, "America/New_York").one("events", "a")["earliest"] == "2025-11-02T12:00:00-05:00"
    events = {"a": "after: {event: b, by: PT24H}", "b": "date: 2025-11-01T12:00"}
    assert story(events, "America/New_York").one("events", "a")["earliest"] == "2025-11-02T11:00:00-05:00"


def test_what_relations_push_out_of_an_approximate_date_keeps_the_pushed_bounds() -> None:
    made = story({"call": "date: 2025-08~\nafter: release", "release": "date: 2025-09-11"})
    one = made.one("events", "call")
    assert one["earliest"] == "2025-09-11T00:00:00+03:00"
    assert one["earliest"] <= one["latest"] <= "2025-09-30T23:59:59+03:00"
    assert (one["date"], one["precision"], one["approximate"]) == ("2025-08~", "month", True)


def test_an_approximate_date_keeps_its_stated_bounds_as_far_as_relations_allow() -> None:
    made = story({"call": "date: 2025-08~\nafter: storm", "storm": "date: 2025-08-15"})
    one = made.one("events", "call")
    assert (one["earliest"], one["latest"]) == ("2025-08-15T00:00:00+03:00", "2025-08-31T23:59:59+03:00")


def test_order_is_by_earliest_beginning_then_latest_then_id() -> None:
    names, known = orders({
        "b-day": "date: 2025-01-01",
        "a-year": "date: 2025",
        "c-day": "date: 2025-01-01",
        "a-month": "date: 2025-01",
        "early": "date: 2024-12-31",
        "long": "date: 2025-01-01/2030",
    })  # fmt: skip
    assert names == ["early", "b-day", "c-day", "long", "a-month", "a-year"]
    assert known == [None, True, False, False, False, False]


def test_an_open_beginning_comes_first_and_one_open_on_both_sides_last_of_them() -> None:
    names, known = orders({
        "aa": "date: XXXX",
        "bb": "date: XXXX",
        "zz": 'date: "[..2025-09-10]"',
        "ancient": 'date: "-3000"',
    })  # fmt: skip
    assert names == ["zz", "aa", "bb", "ancient"]
    assert known == [None, False, False, False]


def test_relations_come_before_dates_and_ids() -> None:
    names, known = orders({"a": "date: 2025-09\nafter: z", "z": "date: 2025-09"})
    assert names == ["z", "a"]
    assert known == [None, True]


@pytest.mark.parametrize("relation", ["after: z", "during: z", "caused_by: z"])
def test_every_relation_orders(relation: str) -> None:
    names, known = orders({"a": f"date: 2025-09\n{relation}", "z": "date: 2025-09"})
    assert (names, known) == (["z", "a"], [None, True])


def test_before_orders() -> None:
    names, known = orders({"a": "date: 2025-09", "z": "date: 2025-09\nbefore: a"})
    assert (names, known) == (["z", "a"], [None, True])


def test_what_follows_what_is_known_through_any_number_of_events() -> None:
    names, known = orders({
        "p": "date: 2025-06",
        "q": "date: 2025-06\ncaused_by: [m1]",
        "m1": "date: XXXX\nduring: m2",
        "m2": "date: XXXX\nafter: m3",
        "m3": "date: XXXX\nafter: p",
    })  # fmt: skip
    assert names == ["p", "m3", "m2", "m1", "q"]
    assert known == [None, True, True, True, True]


@pytest.mark.parametrize(
    ("first", "second", "known"),
    [
        ("2025-08", "2025-09", True),
        ("2025-08", "2025-08-15", False),
        ("2025-08-31T23:59", "2025-09-01T00:00", True),
        # one of its own units of slack on each side of a qualified date
        ("2025-08~", "2025-09", False),
        ("2025-08~", "2025-10", True),
        ('"2025-08?"', "2025-09-30", False),
        ("2025-08%", "2025-10-01", True),
        ("2025-08~", "2025-10~", False),
        ("2025-08~", "2025-11~", True),
        ("2025-09-10", "2025-09-11~", False),
        ("2025-09-10", "2025-09-12~", True),
        ("2024~", "2025-06", False),
        ("2024~", "2026", True),
        # by beginnings: a long event does not keep its follower's place from being known
        ("2025-08-01/2025-12-31", "2025-09", True),
        ("Y-17000", "-0043", True),
        ("-0001", "0000", True),
    ],
)
def test_when_the_order_of_two_is_known(first: str, second: str, *, known: bool) -> None:
    dates = [date if date.startswith('"') else f'"{date}"' for date in (first, second)]
    assert orders({"y": f"date: {dates[0]}", "x": f"date: {dates[1]}"}) == (["y", "x"], [None, known])


def test_a_pair_whose_order_is_not_known_is_marked_in_the_timeline() -> None:
    def shown(relation: str) -> list[str]:
        made = story({"y": "date: 2025-08-15", "x": f"date: 2025-08-15\n{relation}"})
        return words(only(parse(made.page("timeline/")), "main")).split()

    assert set(shown("related: y")) - set(shown("after: y"))  # said in words


def test_related_orders_nothing() -> None:
    names, known = orders({"a": "date: 2025-09\nrelated: z", "z": "date: 2025-09\nrelated: [a]"})
    assert (names, known) == (["a", "z"], [None, False])
