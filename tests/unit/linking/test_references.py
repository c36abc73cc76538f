"""What references in front matter mean."""

import pytest

from tests.site import site

HERE = {
    "articles/report": "title: Report\npublished: 2025-09-12\n\nWords.",
    "events/call": "title: Call\ndate: 2025-08",
    "people/donald": "name: Donald",
    "places/call": "name: Call",
}


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("people: [donlad]", "unknown-reference"),
        ("people: [events/call]", "wrong-kind"),
        ("after: [here]", "self-reference"),
        ("related: [events/here]", "self-reference"),
        ("sources: [reprot]", "unknown-reference"),
        ("sources: [{article: events/call}]", "wrong-kind"),
        ("threads: [diplomacy]", "unknown-thread"),
        ("revisions: [{known: 2025, people: nobody}]", "unknown-reference"),
        ("accounts: [{says: x, sources: nothing}]", "unknown-reference"),
    ],
)
def test_what_leads_nowhere_is_told(front: str, code: str) -> None:
    made = site({**HERE, "events/here": f"title: Here\ndate: 2025\n{front}"})
    assert [one.code for one in made.found()] == [code]


def test_a_field_takes_its_own_kind() -> None:
    made = site({**HERE, "events/here": "title: Here\ndate: 2025-09\nafter: call\nplaces: call"})
    event = made.event("here")
    assert (event["after"], event["places"]) == (["call"], ["call"])


def test_a_reference_to_a_document_that_cannot_be_read_is_no_second_mistake() -> None:
    made = site({"events/a": "title: A\ndate: 2025\nafter: b", "events/b": "title: B\ndate: 2025-13"})
    assert [one.code for one in made.found()] == ["invalid-date"]


def test_authors_are_names_or_people() -> None:
    made = site({**HERE, "articles/a": "title: A\npublished: 2025\nauthors: [donald, Ann Other]"})
    (article,) = [one for one in made.timeline()["articles"] if one["id"] == "a"]
    assert article["authors"] == [{"name": "Donald", "person": "donald"}, {"name": "Ann Other", "person": None}]


def test_everything_that_refers_is_a_mention() -> None:
    made = site(
        {
            **HERE,
            "index.md": "---\ntitle: Home\n---\n[[events/call]] again",
            "events/here": "title: Here\ndate: 2025-09\ncaused_by: call\nsources: report",
            "annotations/n": "target: events/call\nevents: call\n\nx",
            "pages/about": "title: About\n\n[c](../events/call.md)",
        }
    )
    assert made.event("call")["mentioned_by"] == ["annotations/n", "events/here", "index", "pages/about"]
    assert made.event("call")["led_to"] == ["here"]
    assert made.event("call")["annotations"] == ["n"]
