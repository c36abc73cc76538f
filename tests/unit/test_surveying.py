import pytest

from dateline.dates.date import Date
from dateline.dates.edtf import parse
from dateline.model.names import Id, Key, Kind
from dateline.story import Amendment, InThread, Named, Story
from dateline.surveying import day_of, years_of
from tests.site import site
from tests.storied import story_of

ZONE = "Europe/Vilnius"
NOTE = "target: {}\ndate: 2025-09-{:02}\n"


def made(documents: dict[str, str], config: str = "") -> Story:
    return story_of(site(documents, config=config))


def keys(kind: Kind, names: str) -> tuple[Key, ...]:
    return tuple(Key(kind, Id(name)) for name in names.split())


def article(name: str) -> Key:
    return Key(Kind.ARTICLE, Id(name))


def event(name: str) -> Key:
    return Key(Kind.EVENT, Id(name))


def note(name: str) -> Key:
    return Key(Kind.ANNOTATION, Id(name))


def test_a_document_is_named_by_its_title_and_a_note_without_one_by_what_it_quotes_or_how_it_begins() -> None:
    told = made(
        {
            "articles/a": "title: Ein Titel\nlanguage: de\npublished: 2025-09-12\n\nWorte stehen hier.",
            "articles/b": "title: Own\nlanguage: EN\npublished: 2025-09-12\n\nText.",
            "annotations/titled": "target: a\ntitle: A title\nquote: Worte stehen\n\nText.",
            "annotations/quoting": "target: a\nquote: Worte stehen\n\nText.",
            "annotations/plain": "target: a\n\nIt " + "goes on and on " * 6,
            "annotations/bare": "target: a\n",
        }
    ).named
    assert (told[article("a")].title, told[article("a")].language) == ("Ein Titel", "de")
    assert told[article("b")].language == ""
    named = {key.id: (one.title, one.language) for key, one in told.items() if key.kind is Kind.ANNOTATION}
    assert named == {
        "titled": ("A title", ""),
        "quoting": ("Worte stehen", "de"),
        "plain": ("It goes on and on goes on and on goes on and on goes on and…", ""),
        "bare": ("bare", ""),
    }


def test_a_name_says_when_and_where() -> None:
    told = made({"events/e": "title: E\nduring: f\n", "events/f": "title: F\ndate: 2025", "people/p": "name: P"})
    assert {key.id: one.date and one.date.edtf for key, one in told.named.items()} == {
        "e": "XXXX",
        "f": "2025",
        "p": None,
    }
    assert told.named[Key(Kind.PERSON, Id("p"))] == Named("P", "", "people/p/")


def test_neighbours_stand_beside_one_another_and_say_whether_their_order_is_known() -> None:
    told = made(
        {f"events/{name}": f"title: {name}\ndate: {date}" for name, date in zip("abc", (2024, 2025, 2025), strict=True)}
    )
    assert told.order == keys(Kind.EVENT, "a b c")
    beside = {
        key.id: (one.before and one.before.id, one.after and one.after.id, one.unordered)
        for key, one in told.neighbours.items()
    }
    assert beside == {"a": (None, "b", False), "b": ("a", "c", False), "c": ("b", None, True)}


def test_articles_are_neighbours_by_publication() -> None:
    days = {"x": 3, "y": 1, "z": 2, "w": 2}
    told = made({f"articles/{name}": f"title: {name}\npublished: 2025-09-0{day}" for name, day in days.items()})
    assert told.newest == keys(Kind.ARTICLE, "x w z y")
    assert (told.neighbours[article("z")].before, told.neighbours[article("z")].after) == (article("y"), article("w"))
    assert told.neighbours[article("x")].after is None


def test_around_an_event_stand_two_on_each_side_its_causes_and_what_it_led_to() -> None:
    told = made(
        {f"events/e{n}": f"title: E{n}\ndate: 200{n}" + ("\ncaused_by: e0" if n == 5 else "") for n in range(9)}
        | {"events/late": "title: Late\ndate: 2020\ncaused_by: e5"}
    )
    assert told.around[event("e5")] == keys(Kind.EVENT, "e0 e3 e4 e5 e6 e7 late")
    assert told.around[event("e0")] == keys(Kind.EVENT, "e0 e1 e2 e5")


def test_what_is_foremost_busiest_and_most_noted() -> None:
    told = made(
        {
            "events/a": "title: A\ndate: 2001\npeople: [zoe, ann]",
            "events/b": "title: B\ndate: 2002\nimportance: 3\npeople: [zoe]\nplaces: [port]",
            "events/c": "title: C\ndate: 2003",
            "people/ann": "name: ann",
            "people/zoe": "name: Zoe",
            "people/nobody": "name: Nobody",
            "places/port": "name: Port",
            "articles/early": "title: Early\npublished: 2025-09-01",
            "articles/late": "title: Late\npublished: 2025-09-02",
            "annotations/m": NOTE.format("early", 3) + "\nM.",
            "annotations/n": NOTE.format("late", 4) + "\nN.",
            "annotations/o": "target: late\n\nO.",
            "annotations/p": NOTE.format("early", 4) + "\nP.",
        }
    )
    assert told.foremost == keys(Kind.EVENT, "b a c")
    assert [key.id for key in told.busiest] == ["zoe", "ann", "port"]
    assert told.most_noted == article("early")
    assert told.newest_notes == keys(Kind.ANNOTATION, "n p m o")


def test_tags_and_threads_have_their_events_in_the_timeline_s_order() -> None:
    told = made(
        {
            "events/a": "title: A\ndate: 2003\ntags: [The call]\nthreads: [talks]",
            "events/b": "title: B\ndate: 2001\ntags: [the CALL, other]\nthreads: [talks]",
            "articles/c": "title: C\npublished: 2025-09-01\ntags: [the-call]\nthreads: [talks]",
        },
        "threads: {talks: Talks, empty: Empty}\n",
    )
    assert list(told.tagged) == ["other", "the-call"]
    call = told.tagged["the-call"]
    assert (call.title, call.keys) == ("the-call", (article("c"), event("a"), event("b")))
    assert call.events == keys(Kind.EVENT, "b a")
    assert told.in_thread == {"talks": InThread(keys(Kind.EVENT, "b a"), (article("c"),)), "empty": InThread()}


def test_corrections_and_revisions_are_newest_first() -> None:
    revisions = "- {known: 2025-09-02, title: D}\n- {known: 2025-09-04, title: F}\n"
    revised = f"title: E\ndate: 2025\nrevisions:\n{revisions}known: 2025-09-08"
    told = made(
        {
            "events/e": revised,
            "articles/a": "title: A\npublished: 2025-09-01",
            "annotations/n": NOTE.format("a", 3) + "type: correction\n\nN.",
            "annotations/o": NOTE.format("a", 5) + "\nO.",
        }
    )
    assert told.amended == (Amendment(event("e"), 1), Amendment(note("n"), None), Amendment(event("e"), 0))


def test_a_day_holds_the_versions_of_events_and_what_was_written_on_it() -> None:
    revised = "title: E\ndate: 2025\nrevisions:\n- {known: 2025-09-02, title: D}\nknown: 2025-09-08"
    told = made(
        {
            "events/e": revised,
            "events/f": "title: F\ndate: 2025\nknown: 2025-09-08",
            "events/g": "title: G\ndate: 2025",
            "events/h": "title: H\ndate: 2025\nknown: 2025-09",
            "articles/a": "title: A\npublished: 2025-09-08T10:00",
            "annotations/n": NOTE.format("a", 8) + "\nN.",
        }
    )
    assert [(one.key.id, one.number, one.day) for one in told.versions] == [
        ("h", 0, ""),
        ("e", 0, "2025-09-02"),
        ("e", 1, "2025-09-08"),
        ("f", 0, "2025-09-08"),
    ]
    assert told.always_known == (event("g"),)
    first, last = told.days.values()
    assert (first.so_far, first.total, first.before, first.after) == (3, 4, "", "2025-09-08")
    assert (last.so_far, last.articles, last.notes, last.before) == (4, (article("a"),), (note("n"),), "2025-09-02")


def test_the_years_of_a_story_are_in_the_order_of_time() -> None:
    dates = ("2003/2005", "2004", "-0043", "1999-12-31T23:30:00-05:00", "1800/2020", "2020-12-30", "2021-01-01", "..")
    told = made({f"events/e{n}": f"title: E\ndate: {date!r}" for n, date in enumerate(dates)})
    assert told.years == (-43, 1800, 2020, 2000, 2003, 2004, 2005, 2021)


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2025-09-11", "2025-09-11"),
        ("2025-09-11T23:30:00Z", "2025-09-12"),
        ("2025-09-11T23:30", "2025-09-11"),
        ("2025-09-11/2025-09-12", ""),
        ("2025-09", ""),
        ("../2025-09-11", ""),
        ("-0043-03-15", "-0043-03-15"),
    ],
)
def test_the_day_of_a_date_is_that_of_the_zone(edtf: str, day: str) -> None:
    date = parse(edtf, ZONE)
    assert isinstance(date, Date)
    assert day_of(date, ZONE) == day


def test_a_long_time_is_told_by_its_first_and_last_year() -> None:
    date = parse("2000/2011", ZONE)
    assert isinstance(date, Date)
    first, last = date.stated.earliest, date.stated.latest
    assert years_of(first, last, ZONE) == tuple(range(2000, 2012))
    assert years_of(first, (last or 0) + 1, ZONE) == (2000, 2012)
    assert years_of(None, last, ZONE) == (2011,)
    assert years_of(None, None, ZONE) == ()
