import re
from typing import Any

import pytest

from tests.site import Site, site
from tests.viewing import views

STORM = {
    "events/storm": "title: Storm\ndate: 2025-09-10",
    "events/flood": "title: Flood\nafter: [{event: storm, by: P1D}]\ncaused_by: [storm]",
    "events/repair": "title: Repair\ncaused_by: [flood]\nafter: [{event: storm, by: P3W}]",
}


def event(made: Site, name: str) -> Any:
    return views(made)[f"events/{name}/index.html"]


def told(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.mark.parametrize(
    ("date", "sort"),
    [
        ("2025-09-11T10:00:00", ["known to the second"]),
        ("2025-09-11T10:00", ["known to the minute"]),
        ("2025-09-11", ["known to the day"]),
        ("2025-09-XX", ["only the month is known"]),
        ("2025-22", ["only the part of the year is known"]),
        ("2025~", ["only the year is known", "the date is approximate"]),
        ("2025?", ["only the year is known", "the date is uncertain"]),
        ("199X", ["only the decade is known"]),
        ("18XX", ["only the century is known"]),
        ("2025-01/2025-03", ["from one date to another"]),
        ('"[2025-01-01,2025-01-03]"', ["one of several dates; which one is not known"]),
        ("XXXX", ["no date: only what came before and after places it"]),
    ],
)
def test_how_surely_a_date_is_known_is_said(date: str, sort: list[str]) -> None:
    assert list(event(site({"events/e": f"title: E\ndate: {date}"}), "e").sort) == sort


def test_a_cause_and_what_it_led_to_say_how_long_lay_between() -> None:
    made = site(STORM)
    (cause,) = event(made, "flood").causes
    assert (cause.other.title, cause.by, cause.when.words) == ("Storm", "1 day after it", "10 September 2025")
    (led,) = event(made, "storm").led_to
    assert (led.other.title, led.by, led.when.words) == ("Flood", "1 day later", "11 September 2025")
    (other,) = event(made, "flood").led_to
    assert (other.other.title, other.by) == ("Repair", "")


def test_other_relations_stand_among_the_facts() -> None:
    (relation,) = event(site(STORM), "repair").relations
    assert (relation.words, relation.other.title, relation.by) == ("After", "Storm", "3 weeks after it")
    assert event(site(STORM), "flood").relations == ()


def test_the_page_says_status_and_sort_and_the_date_as_written() -> None:
    page = told(site({"events/e": "title: E\ndate: 2025-08\nstatus: reported"}).page("events/e/index.html"))
    assert "August 2025 E Reported only the month is known in EDTF: 2025-08" in page


def test_an_event_without_causes_has_no_room_for_them() -> None:
    assert "Causes and consequences" not in site({"events/e": "title: E\ndate: 2025"}).page("events/e/index.html")
