"""Long timelines: periods on pages of their own, every event on exactly one of them, and no page too heavy."""

import json
import posixpath
import re
import time
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from urllib.parse import unquote

import pytest

from dateline.checking import check_links
from tests.site import site

TOO_MUCH = 300_000
LONG = "A long title that goes on " * 12


@lru_cache(maxsize=4)
def built(count: int, title: str = "Event", first: int = 1900, last: int = 2000) -> Mapping[str, bytes]:
    """A story of events spread over years; every seventh is vague, every fiftieth a turning point."""
    docs = {}
    for number in range(count):
        year = first + number * 37 % (last - first + 1)
        date = f"{year}" if number % 7 == 0 else f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        docs[f"events/e{number:05}"] = (
            f"title: {title} {number}\ndate: {date}\nimportance: {3 if number % 50 == 0 else 2}\n"
            f"threads: {'river' if number % 3 else 'mill'}\npeople: p{number % 5}\nsummary: What is told of it."
        )
    docs |= {f"people/p{number}": f"name: Person {number}" for number in range(5)}
    made = site(docs, config="threads:\n  river: {title: River}\n  mill: {title: Mill}\n").build()
    assert [one for one in made.found if one.severity == "error"] == []
    return made.tree


def events(page: bytes) -> list[str]:
    return re.findall(r'<li data-event="([^"]*)"', page.decode())


def periods(tree: Mapping[str, bytes], base: str = "timeline/") -> list[str]:
    """The files of the periods, in the order in which their pages lead on."""
    page = tree[f"{base}index.html"].decode()
    strip = page.partition('<ol class="density">')[2].partition("</ol>")[0]
    return [posixpath.normpath(f"{base}{unquote(href)}index.html") for href in re.findall(r'<a href="([^"]*)"', strip)]


def order(tree: Mapping[str, bytes]) -> list[str]:
    return [event["id"] for event in json.loads(tree["data/timeline.json"])["events"]]


@pytest.mark.parametrize("count", [5, 100])
def test_a_short_timeline_is_one_page_with_every_event(count: int) -> None:
    tree = built(count)
    assert [path for path in tree if path.startswith("timeline/")] == ["timeline/index.html"]
    assert events(tree["timeline/index.html"]) == order(tree)


def test_every_event_of_a_long_timeline_is_on_one_period_page_in_order() -> None:
    tree = built(700)
    found = [event for path in periods(tree) for event in events(tree[path])]
    assert found == order(tree)
    assert len(found) == 700
    assert {path for path in tree if path.startswith("timeline/")} == {*periods(tree), "timeline/index.html"}


def test_the_first_page_holds_a_choice_and_says_so() -> None:
    page = built(700)["timeline/index.html"].decode()
    shown = events(page.encode())
    assert {f"e{number:05}" for number in range(0, 700, 50)} <= set(shown)
    assert f"Drawn and listed here: {len(shown)} of the 700 events" in page
    assert "700 events, " in page
    assert shown == [event for event in order(built(700)) if event in set(shown)]


def test_periods_lead_on_and_back() -> None:
    tree = built(700)
    pages = [path.removesuffix("index.html") for path in periods(tree)]
    for before, after in pairwise(pages):
        name, other = after.split("/")[1], before.split("/")[1]
        assert f'<a rel="next" href="../../timeline/{name}/">' in tree[f"{before}index.html"].decode()
        assert f'<a rel="prev" href="../../timeline/{other}/">' in tree[f"{after}index.html"].decode()
    assert 'rel="prev"' not in tree[periods(tree)[0]].decode()


def test_periods_have_their_kind_their_name_and_a_place_in_the_sitemap() -> None:
    tree = built(700)
    for path in periods(tree):
        name = path.removeprefix("timeline/").removesuffix("/index.html")
        assert f'data-kind="timeline" data-id="{name}"' in tree[path].decode()
        assert f"<loc>https://example.org/story/timeline/{name}/</loc>" in tree["sitemap.xml"].decode()


def test_counts_of_periods_are_those_of_their_pages() -> None:
    tree = built(700)
    strip = tree["timeline/index.html"].decode().partition('<ol class="density">')[2].partition("</ol>")[0]
    counts = [int(one) for one in re.findall(r"<small>(\d+)", strip)]
    assert counts == [len(events(tree[path])) for path in periods(tree)]


def test_a_long_thread_is_divided_as_the_timeline_is() -> None:
    tree = built(700)
    found = [event for path in periods(tree, "threads/river/") for event in events(tree[path])]
    assert found == [event for event in order(tree) if int(event[1:]) % 3]


def test_every_link_of_a_long_story_leads_somewhere() -> None:
    assert check_links(built(700), "https://example.org/story/") == ()


@pytest.mark.parametrize(("count", "title"), [(700, "Event"), (700, LONG), (290, LONG), (200, "Событие " * 30)])
def test_no_page_of_a_timeline_is_too_heavy(count: int, title: str) -> None:
    tree = built(count, title)
    heavy = {path: len(page) for path, page in tree.items() if path.startswith(("timeline/", "threads/"))}
    assert max(heavy.values()) < TOO_MUCH, heavy


def test_all_on_one_day_is_cut_by_number() -> None:
    docs = {f"events/e{number:03}": f"title: Event {number}\ndate: 2025-09-11" for number in range(400)}
    tree = site(docs).build().tree
    assert periods(tree)[:2] == ["timeline/2025-09-11/index.html", "timeline/2025-09-11/2/index.html"]
    assert "11 September 2025, part 2 of " in tree["timeline/2025-09-11/2/index.html"].decode()
    assert [event for path in periods(tree) for event in events(tree[path])] == order(tree)


def test_no_dates_at_all_still_make_a_timeline() -> None:
    docs = {f"events/e{number:03}": f"title: Event {number}\ndate: XXXX" for number in range(320)}
    tree = site(docs).build().tree
    assert periods(tree)[0] == "timeline/XXXX/index.html"
    assert [event for path in periods(tree) for event in events(tree[path])] == order(tree)


def test_dividing_grows_in_step_with_the_story() -> None:
    def taken(count: int) -> float:
        begun = time.perf_counter()
        built.__wrapped__(count)
        return time.perf_counter() - begun

    taken(100)
    assert taken(1_600) < 16 * max(taken(400), 0.2)
