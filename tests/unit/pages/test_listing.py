"""A listing: what a list of events says beside its titles, and how it and its drawing belong together."""

import re

import pytest

from tests.site import Site, site

STORY = {
    "events/flood": "title: The flood\ndate: 1912-05-14\nimportance: 3\nplaces: weir\npeople: ada\nthreads: river",
    "events/inquiry": "title: The inquiry\ndate: 1912-06/1912-07\ncaused_by: flood\nstatus: reported\n"
    "as_said: that summer",
    "events/rumour": "title: A rumour\ndate: 1912-06~",
    "events/letter": "title: A letter\ndate: XXXX\nimportance: 1",
    "people/ada": "name: Ada",
    "places/weir": "name: The weir",
}


def story() -> Site:
    return site(STORY, config="threads:\n  river: {title: River}\n")


def item(page: str, event: str) -> str:
    return page.partition(f'<li data-event="{event}"')[2].partition("</li>")[0]


def words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text.partition(">")[2]).split())


@pytest.mark.parametrize(
    ("date", "mark"),
    [
        ("2025-09-11", "point"),
        ("2025-09-11T10:00", "point"),
        ("2025-09", "soft"),
        ("2025", "soft"),
        ("2025-09-XX", "soft"),
        ("2025-09-01/2025-09-10", "span"),
        ("[2025-09-09..2025-09-10]", "frame"),
        ("2025~", "about"),
        ("2025-09-11/..", "open-end"),
        ("../2025-09-11", "open-start"),
        ("XXXX", "none"),
    ],
)
def test_each_sort_of_date_has_its_mark(date: str, mark: str) -> None:
    page = site({"events/a": f"title: A\ndate: '{date}'"}).page("timeline/index.html")
    assert re.findall(r'class="event-when mark-([a-z-]+)"', page) == [mark]


def test_every_mark_has_a_look() -> None:
    sheet = site({}).layouts["layouts/parts/events/events.css"].decode()  # type: ignore[index]
    for mark in ("soft", "span", "frame", "about", "open-end", "open-start", "none"):
        assert f".mark-{mark}::before" in sheet


def test_an_item_says_who_where_and_in_which_thread() -> None:
    flood = item(story().page("timeline/index.html"), "flood")
    assert 'href="../threads/river/"' in flood
    assert 'href="../people/ada/"' in flood
    assert 'href="../places/weir/"' in flood


def test_causes_are_said_in_words_and_lead_to_the_same_list() -> None:
    page = story().page("timeline/index.html")
    assert "Led to: The inquiry" in words(item(page, "flood"))
    assert "Caused by: The flood" in words(item(page, "inquiry"))
    assert '<a href="#event-inquiry">' in item(page, "flood")
    assert ' id="event-inquiry"' in page


def test_a_cause_that_is_not_in_the_list_leads_to_its_page() -> None:
    page = story().page("threads/river/index.html")
    assert '<a href="../../events/inquiry/">' in item(page, "flood")


def test_a_bar_leads_to_its_place_in_the_list_and_that_to_the_event() -> None:
    page = story().page("timeline/index.html")
    bars = dict(re.findall(r'data-bar="([a-z]+)" href="([^"]*)"', page))
    assert bars["flood"] == "#event-flood"
    assert all(f' id="{href[1:]}"' in page for href in bars.values())
    assert 'href="../events/flood/"' in item(page, "flood")


def test_status_importance_and_the_words_of_the_source_are_there() -> None:
    page = story().page("timeline/index.html")
    inquiry = item(page, "inquiry")
    assert "Reported" in words(inquiry)
    assert "that summer" in words(inquiry)
    assert "importance-3" in item(page, "flood").partition(">")[0]


def test_neighbours_of_unknown_order_are_marked_in_words() -> None:
    page = story().page("timeline/index.html")
    marked = [event for event in ("letter", "flood", "inquiry", "rumour") if "unordered-mark" in item(page, event)]
    in_data = {one["id"] for one in story().timeline()["events"] if one["order_known_after_previous"] is False}
    assert set(marked) == in_data != set()


def test_the_page_says_how_many_and_from_when_to_when() -> None:
    assert '<p class="summary">4 events, 14 May 1912 – July 1912</p>' in story().page("timeline/index.html")
    one = site({"events/a": "title: A\ndate: 2025-09"}).page("timeline/index.html")
    assert '<p class="summary">1 event, September 2025</p>' in one


def test_forms_lead_nowhere() -> None:
    page = story().page("timeline/index.html")
    assert re.findall(r"<form [^>]*>", page) == ['<form class="zoom" method="dialog" autocomplete="off">']


def test_nothing_to_tell_is_said() -> None:
    assert "Nothing here yet." in site({}).page("timeline/index.html")
