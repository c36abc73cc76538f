from msgspec.structs import replace

from dateline.pages.cards import MOST_MARKS, CardTask, Strip
from tests.site import Site, site

CONFIG = "social_cards: true\ntagline: Of a lake\nthreads: {north: North, south: South}\n"
DOCUMENTS = {
    "events/a": "title: First\ndate: 2025-01-01\nthreads: north\n",
    "events/b": "title: Second\ndate: 2025-02\nthreads: south\nstatus: reported\npeople: ona\n",
    "events/c": "title: Third\ndate: 2025-03-01/..\nimportance: 3\n",
    "events/d": "title: Some time\ndate: XXXX\n",
    "people/ona": "name: Ona\nrole: Boatwoman\n",
    "articles/x": "title: Told\npublished: 2025-04-01\npublisher: The Courier\nevents: [a, c]\n",
    "pages/about": "title: About\nsummary: What this is.\n",
}


def tasks(made: Site) -> dict[str, CardTask]:
    return {task.path: task for task in made.build().cards}


def card(path: str, made: Site | None = None) -> CardTask:
    return tasks(made or site(DOCUMENTS, config=CONFIG))[f"assets/cards/{path}card.png"]


def test_a_site_that_wants_none_has_none() -> None:
    made = site(DOCUMENTS, config=CONFIG.replace("true", "false")).build()
    assert made.cards == ()
    assert not any(path.startswith("assets/cards/") for path in made.tree)


def test_every_page_that_is_about_something_has_one() -> None:
    found = {
        path.removeprefix("assets/cards/").removesuffix("card.png") for path in tasks(site(DOCUMENTS, config=CONFIG))
    }
    documents = {f"{name.removeprefix('pages/')}/" for name in DOCUMENTS}
    assert found == {"", "timeline/", "threads/north/", "threads/south/"} | documents


def test_an_event_shows_its_date_its_doubt_and_its_thread() -> None:
    first, second = card("events/a/"), card("events/b/")
    assert (first.site, first.kind, first.title, first.facts) == ("A site", "Event", "First", "1 January 2025")
    assert second.facts == "February 2025 · Reported"
    assert first.accent != second.accent == card("threads/south/").accent


def test_the_strip_has_a_mark_for_each_event_with_a_date_and_says_how_it_is_known() -> None:
    assert card("events/b/").strip == Strip("o~-", (500,), "1 January 2025", "from 1 March 2025 onwards")
    shown = {
        path: made.here
        for path in ("", "events/d/", "people/ona/", "articles/x/", "about/")
        if (made := card(path).strip)
    }
    assert shown == {"": (1000,), "events/d/": (), "people/ona/": (500,), "articles/x/": (0, 1000), "about/": ()}


def test_others_show_who_they_are_and_when_they_appeared() -> None:
    assert (card("people/ona/").kind, card("people/ona/").facts) == ("Person", "Boatwoman")
    assert card("articles/x/").facts == "1 April 2025 · The Courier"
    assert (card("about/").kind, card("about/").facts) == ("", "What this is.")
    assert (card("").site, card("").title, card("").facts) == ("", "A site", "Of a lake")


def long_story(count: int) -> Site:
    events = {f"events/e{number:03}": f"title: E\ndate: {1700 + number}\n" for number in range(count)}
    return site(events, config="social_cards: true\n")


def test_a_long_story_shows_the_place_alone_so_that_one_event_more_changes_few_cards() -> None:
    before, after = tasks(long_story(200)), tasks(long_story(201))
    places = {task.strip.here for task in before.values() if task.strip and task.title == "E"}
    assert len(places) == MOST_MARKS
    assert all(task.strip and task.strip.marks == "" for task in before.values())
    same = sum(_without_end(before[path]) == _without_end(after[path]) for path in before)
    assert same > 0.7 * len(before)


def _without_end(task: CardTask) -> CardTask:
    return replace(task, strip=task.strip and replace(task.strip, last=""))


def test_a_story_of_one_event_has_no_strip() -> None:
    assert card("events/e000/", long_story(1)).strip is None
