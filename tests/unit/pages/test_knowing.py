"""What was known when: each version of an event on its day, none lost, none on a day that nobody knows."""

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.pages.views.known import NAMED
from tests.site import Site, site

SOURCE = {
    "articles/report": "title: The report\npublished: 2025-09-12T21:30Z\n\nText.",
    "annotations/gloss": "target: articles/report\ndate: 2025-09-13\n\nA gloss.",
}
RELEASE = """title: The release
date: 2025-09-11
known: 2025-09-15T09:30
status: confirmed
revisions:
  - known: 2025-09-12T10:00
    title: A release
    date: 2025-09-12
    status: reported
  - known: 2025-09-13
    status: reported"""


def day(made: Site, name: str) -> str:
    return made.page(f"known/{name}/index.html")


def words(page: str, opening: str) -> str:
    """The text of the section under a heading."""
    section = page.partition(f">{opening}</h2>")[2].partition("</section>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", section).split())


def test_an_event_is_added_on_its_first_day_with_the_words_of_that_day() -> None:
    page = day(site({"events/release": RELEASE}), "2025-09-12")
    added = words(page, "Became known")
    assert "A release Reported today: The release When 12 September 2025 Known since" in added
    assert "Believed otherwise" not in page


def test_a_later_version_says_what_it_changed_and_what_was_believed_before() -> None:
    made = site({"events/release": RELEASE})
    first = words(day(made, "2025-09-13"), "Believed otherwise from then on")
    assert "Title Before A release Since then The release" in first
    assert "When Before 12 September 2025 Since then 11 September 2025" in first
    assert "Status" not in first
    last = words(day(made, "2025-09-15"), "Believed otherwise from then on")
    assert "Status Before Reported Since then Confirmed" in last
    assert "Title" not in last


def test_a_day_is_one_of_the_sites_zone() -> None:
    made = site({**SOURCE, "events/a": "title: A\ndate: 2025-09-01\nsources: report"})
    assert [path for path in sorted(made.build().tree) if path.startswith("known/")] == [
        "known/2025-09-13/index.html",
        "known/index.html",
    ]
    page = day(made, "2025-09-13")
    assert "The report" in words(page, "Published that day")
    assert "A gloss" in words(page, "Notes written that day")


def test_what_is_not_known_to_the_day_has_no_page_and_is_not_left_out() -> None:
    made = site({"events/a": "title: Alpha\ndate: 2025\nknown: 2025-09", "events/b": "title: Beta\ndate: 2025"})
    assert [path for path in made.build().tree if path.startswith("known/")] == ["known/index.html"]
    page = made.page("known/index.html")
    assert re.search(r'<time datetime="2025-09">September 2025</time></p>\n<ul class="day-what">\n<li>.*Alpha', page)
    assert "Beta" in words(page, "Not said when they became known")


def test_days_lead_to_one_another_and_count_what_is_known_so_far() -> None:
    made = site(
        {f"events/e{n}": f"title: E{n}\ndate: 2025\nknown: 2025-09-{n:02}" for n in (3, 5, 9)}
        | {"events/z": "title: Z\ndate: 2025"}
    )
    page = day(made, "2025-09-05")
    assert "3 of the 4 events" in page
    assert 'rel="prev" href="../../known/2025-09-03/"' in page
    assert 'rel="next" href="../../known/2025-09-09/"' in page
    assert "rel=" not in day(made, "2025-09-03").partition('rel="next"')[0].partition('class="neighbours"')[2]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["2025-09-01", "2025-09-02T23:30Z", "2025-09", "2025"]), st.booleans()), max_size=5
    )
)
def test_every_version_stands_in_the_list_once(given_events: list[tuple[str, bool]]) -> None:
    documents = {}
    for number, (known, revised) in enumerate(given_events):
        text = f"title: Event {number}\ndate: 2025\nknown: {known}"
        documents[f"events/e{number}"] = text + ("\nrevisions: {known: 2024-01-01, title: Old}" if revised else "")
    page = site(documents).page("known/index.html")
    for number, (_, revised) in enumerate(given_events):
        assert page.count(f'href="../events/e{number}/"') == 1 + revised


EVENT = "title: Event {}\ndate: 2025\nknown: {}"


def test_of_very_many_days_each_says_how_much_it_holds_and_what_has_no_day_keeps_its_name() -> None:
    dated = {
        f"events/e{number}": EVENT.format(number, date(2000, 1, 1) + timedelta(days=number // 2))
        for number in range(NAMED)
    }
    page = site(dated | {"events/vague": "title: Vague\ndate: 2025\nknown: 2025-09"}).page("known/index.html")
    assert page.count('<li><a href="../known/2') == NAMED / 2
    assert '<li><a href="../known/2000-01-02/">2 January 2000</a> <span class="count">2</span></li>' in page
    assert "Event 7" not in page
    assert "Vague" in page
