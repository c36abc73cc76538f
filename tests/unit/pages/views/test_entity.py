import re
from typing import Any

from dateline.pages.views.entity import SHORT
from tests.site import site
from tests.viewing import views

CALL = {
    "people/p": "name: P\nrole: Clerk",
    "places/q": "name: Q\nlatitude: 54.5\nlongitude: 25.25",
    "events/a": "title: First\ndate: 2025-08\npeople: [p]",
    "events/b": "title: Second\ndate: 2025-09\npeople: [p]",
    "events/c": "title: Third\ndate: 2025-09-11\nplaces: [q]",
    "articles/r": "title: The report\npublished: 2025-09-12\n\nSo says [[p]] of the call.",
}


def listed(count: int) -> Any:
    made = site({f"people/p{number:02}": f'name: "{chr(65 + number % 5)}nna {number:02}"' for number in range(count)})
    return views(made)["people/index.html"]


def test_what_names_a_person_comes_with_its_date_and_sentence_and_once() -> None:
    page = site(CALL).page("people/p/index.html")
    told = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "Articles The report 12 September 2025 So says P of the call." in told
    assert told.count("The report") == 1


def test_a_timeline_of_one_event_is_not_drawn() -> None:
    made = views(site(CALL))
    assert made["people/p/index.html"].drawing is not None
    assert made["places/q/index.html"].drawing is None
    assert [one.id for one in made["places/q/index.html"].events] == ["c"]


def test_a_place_says_where_it_is() -> None:
    page = site(CALL).page("places/q/index.html")
    assert '<a href="geo:54.5,25.25"><bdi dir="ltr">54.5, 25.25</bdi></a>' in page
    assert "https://www.openstreetmap.org/?mlat=54.5&amp;mlon=25.25" in page


def test_a_short_list_has_no_letters() -> None:
    (only,) = listed(SHORT).letters
    assert only.letter == ""
    assert len(only.entities) == SHORT


def test_a_long_list_is_divided_by_letter_and_loses_nobody() -> None:
    letters = listed(SHORT + 1).letters
    assert [one.letter for one in letters] == ["A", "B", "C", "D", "E"]
    names = [line.lead.title for one in letters for line in one.entities]
    assert names == sorted(names)
    assert len(names) == SHORT + 1


def test_an_empty_list_says_so() -> None:
    assert "Nothing here yet." in site({}).page("places/index.html")
