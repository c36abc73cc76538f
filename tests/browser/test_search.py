"""Searching: every result leads to its very words; and the page is of use without an index, and without script."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.serving import CONFIGS
from tests.browser.windows import listening

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opened
    from tests.browser.serving import Served, Sites

pytestmark = pytest.mark.browser

RESULTS = "#s-results > li"
LISTED = "() => [...document.querySelectorAll('.entries > li')].filter(one => one.checkVisibility()).length"
FOUND = """() => [...document.querySelectorAll("#s-results > li")].map(one => ({
  href: one.querySelector("a").href,
  about: one.querySelector(".about").textContent,
  marked: [...one.querySelectorAll("mark")].map(mark => mark.textContent),
}))"""
PLACE = """() => {
  const box = document.querySelector(":target")?.getBoundingClientRect();
  return box ? box.top < innerHeight && box.bottom > -innerHeight : scrollY === 0;
}"""
"""Whether the place that the address names is there and near; the page's beginning for one that names none."""


def look_for(page: "Page", words: str) -> None:
    page.locator("input[type=search]").fill(words)
    page.locator(RESULTS).first.wait_for()


@pytest.fixture
def searching(story: "Served", opened: "Opened") -> "Page":
    page = opened()
    page.goto(f"{story.root}search/")
    return page


def test_nothing_is_loaded_before_a_reader_begins(story: "Served", opened: "Opened") -> None:
    page = opened()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{story.root}search/", wait_until="networkidle")
    assert [one for one in asked if "/pagefind/" in one] == []


def test_results_lead_to_their_words(story: "Served", searching: "Page") -> None:
    heard = listening(searching, story.origin)
    look_for(searching, "prisoners")
    found = searching.evaluate(FOUND)
    assert len(found) == 10
    assert {one["about"].partition(" ")[0] for one in found} >= {"Article", "Event"}
    assert any(":~:text=" in one["href"] for one in found)
    assert {word.lower()[:8] for one in found for word in one["marked"]} == {"prisoner"}
    for one in found:
        searching.goto("about:blank")  # else the next place on the same page is no new page
        searching.goto(one["href"])
        searching.wait_for_function(PLACE)  # a browser looks for a text fragment after it has shown the page
        named = urlsplit(one["href"].partition(":~:")[0]).fragment
        assert not named or searching.locator(":target").count() == 1, one["href"]
    assert searching.evaluate("() => dateline.violations") == []
    assert (heard.complaints, heard.foreign) == ([], [])


def test_a_note_is_found_at_its_place(searching: "Page") -> None:
    look_for(searching, "hedge proposed a date")
    assert any("#note-hedge" in one["href"] for one in searching.evaluate(FOUND))


def test_kinds_threads_years_and_order(searching: "Page") -> None:
    look_for(searching, "release")
    all_found = searching.locator("[role=status]").inner_text()
    searching.get_by_label("Events").check()
    searching.wait_for_function(
        "before => document.querySelector('[role=status]').textContent !== before", arg=all_found
    )
    assert {one["about"].partition(" ")[0] for one in searching.evaluate(FOUND)} == {"Event"}
    searching.get_by_label("Order").select_option("time")
    first = "document.querySelector('#s-results .about')?.textContent"
    searching.wait_for_function(f"() => {first}?.startsWith('Event · 10 September 2025')")
    again = searching.url
    searching.goto("about:blank")
    searching.goto(again)
    searching.locator(RESULTS).first.wait_for()
    assert searching.get_by_label("Events").is_checked()
    assert searching.locator("input[type=search]").input_value() == "release"


def test_more_results_are_reached_by_keyboard(searching: "Page") -> None:
    look_for(searching, "release")
    searching.get_by_role("button").focus()
    searching.keyboard.press("Enter")
    searching.wait_for_function("() => document.querySelectorAll('#s-results > li').length === 20")
    assert searching.evaluate(
        "() => document.activeElement.closest('li') === document.querySelectorAll('#s-results > li')[10]"
    )


def test_where_nothing_is_found_everything_is_listed(searching: "Page") -> None:
    listed = searching.evaluate(LISTED)
    look_for(searching, "release")
    assert searching.evaluate(LISTED) == 0
    searching.locator("input[type=search]").fill("qqqq")
    searching.wait_for_function("() => document.querySelector('[role=status]').textContent.startsWith('Nothing')")
    assert searching.evaluate(LISTED) == listed > 50
    searching.locator("input[type=search]").fill("")
    searching.wait_for_function("() => !document.querySelector('[role=status]').textContent")
    assert searching.evaluate(LISTED) == listed
    assert searching.url.endswith("/search/")


def test_words_are_found_without_their_accents(searching: "Page") -> None:
    look_for(searching, "nauseda")
    assert any("Nausėda" in " ".join(one["marked"]) for one in searching.evaluate(FOUND))


def test_from_right_to_left(sites: "Sites", opened: "Opened") -> None:
    site, page = sites["rtl"], opened(viewport={"width": 320, "height": 800})
    page.goto(f"{site.root}search/")
    words = page.locator(".entries a").first.inner_text().split()
    look_for(page, max(words, key=len))
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
    assert page.evaluate("() => getComputedStyle(document.querySelector('#s-results h2')).direction") == "rtl"


def test_without_an_index_titles_are_picked(sites: "Sites", opened: "Opened") -> None:
    site = sites.served.get("story-unindexed") or sites.serve("story-unindexed", CONFIGS["story"])
    for file in (site.folder / "pagefind").rglob("*"):
        if file.is_file():
            file.unlink()
    page = opened()
    page.goto(f"{site.root}search/")
    page.locator("input[type=search]").fill("lukashenko person")
    page.wait_for_function(f"() => ({LISTED})() < 9")
    assert "Alexander Lukashenko" in page.locator("#s-all").inner_text()
    assert not page.locator(".choices").is_visible()
    page.locator("input[type=search]").fill("")
    page.wait_for_function(f"() => ({LISTED})() > 50")


def test_without_script_there_is_the_list_alone(story: "Served", opened: "Opened") -> None:
    page = opened(java_script_enabled=False)
    page.goto(f"{story.root}search/?q=prisoners")
    assert not page.locator("#s-search").is_visible()
    assert page.evaluate(LISTED) > 50
    page.locator(".jumps a").last.click()
    assert page.locator(":target").count() == 1
