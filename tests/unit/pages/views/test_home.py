import re

from tests.site import site
from tests.viewing import views

STORY = {
    "index.md": "---\ntitle: One night\nsummary: What is known.\n---\nA bridge closes.",
    "articles/old": "title: The first report\npublished: 2025-03-15\nevents: [closing]\n\nThe bridge is closed.",
    "articles/new": "title: The second report\npublished: 2025-04-01\n\nIt is open.",
    "annotations/who": "target: old\nquote: is closed\ndate: 2025-03-16\n\nBy whom?",
    "events/closing": "title: It closes\ndate: 2025-03-14\nimportance: 3\nthreads: [bridge]\n"
    "people: [mayor]\nplaces: [river]",
    "events/opening": "title: It opens\ndate: 2025-04-01\nimportance: 1\nthreads: [bridge]\npeople: [mayor]",
    "people/mayor": "name: The mayor",
    "places/river": "name: The river",
}
CONFIG = "tagline: A bridge, and what is said of it\nthreads:\n  bridge: {title: The bridge, summary: Open or not.}\n"


def told(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())


def test_the_opening_is_the_storys_own_with_the_sites_tagline_over_it() -> None:
    assert "A bridge, and what is said of it One night What is known. A bridge closes." in told(
        site(STORY, config=CONFIG).page("index.html")
    )


def test_without_an_introduction_the_tagline_is_said_once() -> None:
    documents = {name: text for name, text in STORY.items() if name != "index.md"}
    assert told(site(documents, config=CONFIG).page("index.html")).count("A bridge, and what is said of it") == 1


def test_one_begins_with_the_article_most_written_about_and_the_event_that_matters_most() -> None:
    starts = views(site(STORY, config=CONFIG))["index.html"].starts
    assert [(words, lead.title) for words, lead in starts] == [
        ("Read first", "The first report"),
        ("What it is about", "It closes"),
        ("From the beginning", "Timeline"),
    ]


def test_who_and_where_come_with_the_number_of_their_events() -> None:
    page = told(site(STORY, config=CONFIG).page("index.html"))
    assert "Who and where People · Organisations The mayor 2 events Places The river 1 event" in page
    assert "The bridge Open or not. 2 events, 14 March – 1 April 2025" in page


def test_a_site_without_anything_says_so() -> None:
    page = told(site({}).page("index.html"))
    assert "A site Nothing here yet." in page
    assert "Latest" not in page
