"""`--as-of`: the site as it stood at a time, with nothing of what became known later."""

import pytest

from tests.manual.markup import is_redirect, only, parse, words
from tests.manual.run import Result, build

ARTICLE = "---\ntitle: {}\npublished: {}\n---\n{}\n"


def says(made: Result, word: str) -> list[str]:
    """The files of the site that hold a word; the program of the search is in nobody's words."""
    return [path for path, body in made.tree.items() if word.encode() in body and not path.endswith(".js")]


STORY = {
    "articles/early.md": ARTICLE.format("Early", "2025-09-10", "Words."),
    "articles/late.md": ARTICLE.format("Tardigrade", "2025-09-12T23:30", "Words."),
    "events/release.md": (
        "---\ntitle: Fifty-two freed\ndate: 2025-09-09\nknown: 2025-09-12\nsources: early\nrevisions:\n"
        "  - {known: 2025-09-10, title: Fifty freed, status: reported, date: 2025-09}\n---\n"
    ),
    "events/unseen.md": "---\ntitle: Unseen\ndate: 2025-09-01\nsources: late\n---\n",
    "annotations/n.md": "---\ntarget: early\ndate: 2025-09-13\n---\nRemarkable.\n",
}
THEN = ("release", "Fifty freed", "reported", "2025-09")
NOW = ("release", "Fifty-two freed", "confirmed", "2025-09-09")
UNSEEN = ("unseen", "Unseen", "confirmed", "2025-09-01")


@pytest.mark.parametrize(
    ("day", "articles", "events", "notes"),
    [
        ("2025-09-09", [], [], []),
        ("2025-09-10", ["early"], [THEN], []),
        ("2025-09-11", ["early"], [THEN], []),
        ("2025-09-12", ["early", "late"], [UNSEEN, NOW], []),
        ("2025-09-13", ["early", "late"], [UNSEEN, NOW], ["n"]),
        ("2025-09", ["early", "late"], [UNSEEN, NOW], ["n"]),
        ("2024", [], [], []),
    ],
)
def test_the_site_as_it_stood(day: str, articles: list[str], events: list[tuple[str, ...]], notes: list[str]) -> None:
    made = build(STORY, "--as-of", day)
    assert sorted(made.ids("articles")) == articles
    assert [tuple(one[key] for key in ("id", "title", "status", "date")) for one in made.timeline["events"]] == events
    assert made.ids("annotations") == notes
    assert made.timeline["site"]["as_of"] == day
    for word, there in (
        ("Tardigrade", articles[1:]),
        ("Unseen", events[1:]),
        ("Fifty-two", events[1:]),
        ("able.", notes),
    ):
        assert bool(says(made, word)) == bool(there), word


REVISED = {
    "events/e.md": (
        "---\ntitle: Thirdly\ndate: 2025-09-11\nknown: 2025-09-13\nrevisions:\n"
        "  - {known: 2025-09-11, title: Firstly, status: reported, date: 2025-09}\n"
        "  - {known: 2025-09-12, title: Secondly, status: disputed}\n---\n"
    )
}


@pytest.mark.parametrize(
    ("day", "title", "before"),
    [
        ("2025-09-11", "Firstly", []),
        ("2025-09-12", "Secondly", ["Firstly"]),
        ("2025-09-13", "Thirdly", ["Firstly", "Secondly"]),
    ],
)
def test_a_revision_shows_what_was_believed_before_and_never_what_came_later(
    day: str, title: str, before: list[str]
) -> None:
    made = build(REVISED, "--as-of", day)
    assert made.one("events", "e")["title"] == title
    known = [title, *before]
    assert [word for word in ("Firstly", "Secondly", "Thirdly") if says(made, word)] == sorted(known)
    assert [one["title"] for one in made.one("events", "e")["revisions"]] == before
    corrections = words(only(parse(made.page("corrections/")), "main"))
    assert all(word in corrections for word in before)


LATER_LINKS = {
    "articles/early.md": ARTICLE.format("Early", "2025-09-10", "See [[second]] and [that](late.md) here."),
    "articles/late.md": ARTICLE.format("Tardigrade", "2025-09-20", "Late words."),
    "events/first.md": "---\ntitle: First\ndate: 2025-09-09\nsources: [early, late]\nbefore: second\n---\n",
    "events/second.md": "---\ntitle: A second thing\nafter: {event: first, by: P3D}\nsources: late\n---\n",
}


@pytest.mark.parametrize("day", ["2025-09-10", "2025-09-15", "2025-09-20"])
def test_a_reference_to_what_came_later_is_no_mistake_and_leads_nowhere(day: str) -> None:
    made = build(LATER_LINKS, "--as-of", day)
    assert (made.status, made.diagnostics) == (0, ())
    later = day == "2025-09-20"
    assert made.ids("events") == (["first", "second"] if later else ["first"])
    assert made.one("events", "first")["before"] == (["second"] if later else [])
    assert [one["article"] for one in made.one("events", "first")["sources"]] == (
        ["early", "late"] if later else ["early"]
    )
    assert ("events/second/index.html" in made.tree) == later
    assert bool(says(made, "events/second/")) == later


def test_a_note_written_at_the_time_stays_where_it_stood() -> None:
    """What it quotes was there all along: only the page that a link in it leads to came later."""
    note = "---\ntarget: early\nquote: See A second thing and\ndate: 2025-09-11\n---\nA note.\n"
    files = {**LATER_LINKS, "annotations/n.md": note}
    assert build(files).one("annotations", "n")["anchor"] == "exact"
    assert build(files, "--as-of", "2025-09-15").status == 0


def test_corrections_stand_newest_first() -> None:
    files = {
        **REVISED,
        "annotations/old.md": "---\ntarget: e\ntype: correction\ndate: 2025-09-01\n---\nOld.\n",
        "annotations/new.md": "---\ntarget: e\ntype: correction\ndate: 2025-10-01\n---\nNew.\n",
    }
    page = build(files).page("corrections/")
    assert not is_redirect(page)
    shown = words(only(parse(page), "main"))
    places = [shown.index(word) for word in ("New.", "Secondly", "Firstly", "Old.")]
    assert places == sorted(places)
