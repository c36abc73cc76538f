"""Drafts, and the site as it stood at a time."""

from msgspec import structs

from dateline.dates.date import Date
from dateline.dates.edtf import parse
from tests.site import Site, site

STORY = site(
    {
        "articles/early": "title: Early\npublished: 2025-09-01\n\nWords.",
        "articles/late": "title: Late\npublished: 2025-09-20\n\nSee [[early]].",
        "annotations/early-note": "target: early\ndate: 2025-09-02\n\nA note.",
        "annotations/late-note": "target: early\ndate: 2025-09-21\n\nA late note.",
        "annotations/on-late": "target: late\n\nA note.",
        "events/told-early": "title: Told early\ndate: 2025-08\nsources: early",
        "events/told-late": "title: Told late\ndate: 2025-08\nsources: late\nafter: told-early",
        "events/revised": (
            "title: Two days\ndate: 2025-08-02\nknown: 2025-09-15\n"
            "revisions:\n- {known: 2025-09-03, date: 2025-08-01, title: One}"
        ),
    }
)


def as_of(made: Site, day: str) -> set[str]:
    date = parse(day, "Europe/Vilnius")
    assert isinstance(date, Date)
    settings = structs.replace(made.settings, as_of=date.stated.latest, as_of_written=day)
    built = made.build(settings=settings)
    assert built.found == ()
    return {path.removesuffix("/index.html") for path in built.tree}


def test_as_of_a_day_only_what_was_there_is_shown() -> None:
    early = as_of(STORY, "2025-09-10")
    assert {"articles/early", "events/told-early", "events/revised"} <= early
    assert not {"articles/late", "events/told-late"} & early
    late = as_of(STORY, "2025-09-30")
    assert {"articles/early", "articles/late", "events/told-late"} <= late


def test_an_event_shows_what_was_believed_then() -> None:
    date = parse("2025-09-10", "Europe/Vilnius")
    assert isinstance(date, Date)
    settings = structs.replace(STORY.settings, as_of=date.stated.latest)
    then = STORY.build(settings=settings).tree["events/revised/index.html"].decode()
    now = STORY.build().tree["events/revised/index.html"].decode()
    assert "<bdi>One</bdi></h1>" in then
    assert "1 August 2025" in then
    assert "<bdi>Two days</bdi></h1>" in now


def test_a_draft_is_nowhere_and_a_note_on_it_neither() -> None:
    made = site(
        {
            "articles/secret": "title: Hush\npublished: 2025\ndraft: true\n\n![x](hush.svg)",
            "media/hush.svg": b"<svg/>",
            "media/open.svg": b"<svg/>",
            "annotations/on-secret": "target: secret\n\nHush.",
            "annotations/reply": "target: annotations/on-secret\n\nHush too.",
        }
    )
    built = made.build()
    assert built.found == ()
    assert "media/open.svg" in built.tree
    for path, data in built.tree.items():
        assert "secret" not in path
        assert "hush" not in path
        assert b"Hush" not in data
        assert b"secret" not in data


def test_with_drafts_it_is_there_and_marked() -> None:
    made = site({"articles/secret": "title: Hush\npublished: 2025\ndraft: true"})
    built = made.build(settings=structs.replace(made.settings, drafts=True))
    assert b"Draft" in built.tree["articles/secret/index.html"]


def test_a_reference_to_a_draft_is_an_error() -> None:
    made = site(
        {"articles/a": "title: A\npublished: 2025\n\n[[b]]", "articles/b": "title: B\npublished: 2025\ndraft: true"}
    )
    assert [one.code for one in made.found()] == ["reference-to-draft"]
