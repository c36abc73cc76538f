"""`data/timeline.json` as the manual promises it to other programs: its keys, its schema, and what each value is."""

import json
from copy import deepcopy
from typing import Any

import jsonschema
import pytest

from tests.manual.run import CONFIG, Result, build
from tests.manual.stories import STORIES

EVENT = (
    "id title address date as_said date_text earliest latest start_latest end_earliest precision approximate uncertain"
    " order_known_after_previous known status people organisations places threads tags after before during caused_by"
    " led_to related sources annotations mentioned_by text"
)
ARTICLE = "id title address published updated text events annotations mentioned_by"
ANNOTATION = "id title type target anchor quote prefix suffix start end matched verdict events"
ENTITY = "id name also_known_as role address wikidata same_as latitude longitude events articles mentioned_by"
KEYS = {
    "events": EVENT,
    "articles": ARTICLE,
    "annotations": ANNOTATION,
    "people": ENTITY,
    "organisations": ENTITY,
    "places": ENTITY,
    "threads": "id title address events",
    "pages": "id title address",
}
LISTS = {
    *("people", "organisations", "places", "threads", "tags", "after", "before", "during", "caused_by", "led_to"),
    *("related", "sources", "annotations", "mentioned_by", "events", "articles", "also_known_as"),
}


def story(name: str) -> Result:
    files, config = STORIES[name]
    made = build(files, config=config)
    assert made.status == 0, made.diagnostics
    return made


@pytest.fixture(scope="module", params=list(STORIES))
def told(request: pytest.FixtureRequest) -> Result:
    return story(request.param)


@pytest.fixture(scope="module")
def road() -> Result:
    return story("lithuanian")


def test_it_is_valid_by_its_own_schema(told: Result) -> None:
    schema = json.loads(told.tree["data/timeline.schema.json"])
    checker = jsonschema.validators.validator_for(schema)
    checker.check_schema(schema)
    checker(schema).validate(told.timeline)
    for spoil in ("version", "events", "site"):
        spoilt = {key: value for key, value in told.timeline.items() if key != spoil}
        assert not checker(schema).is_valid(spoilt), spoil
    wrong = deepcopy(told.timeline)
    wrong["events"][0]["precision"] = "fortnight"
    assert not checker(schema).is_valid(wrong)


def test_every_key_is_there_and_absent_lists_are_empty(told: Result) -> None:
    assert {"version", "site", *KEYS} <= set(told.timeline)
    assert told.timeline["version"] == 1
    for part, keys in KEYS.items():
        for one in told.timeline[part]:
            assert set(keys.split()) <= set(one), (part, set(keys.split()) - set(one))
            assert all(isinstance(one[key], list) for key in LISTS & set(keys.split())), (part, one)


def test_the_first_event_alone_says_nothing_of_a_previous_one(told: Result) -> None:
    first, *rest = [one["order_known_after_previous"] for one in told.timeline["events"]]
    assert first is None
    assert all(isinstance(one, bool) for one in rest)


def test_what_causes_and_what_leads_to_are_one_relation(told: Result) -> None:
    events = told.timeline["events"]
    down = {(cause, one["id"]) for one in events for cause in one["caused_by"]}
    assert down == {(one["id"], effect) for one in events for effect in one["led_to"]}


def test_offsets_count_in_the_text(told: Result) -> None:
    for one in told.timeline["annotations"]:
        if one["anchor"] in {"exact", "moved", "changed", "changed!"} and not one["target"].startswith("annotations/"):
            kind, _, name = one["target"].partition("/")
            assert told.one(kind, name)["text"][one["start"] : one["end"]] == one["matched"]
    for event in told.timeline["events"]:
        for source in event["sources"]:
            if source.get("start") is not None:
                text = told.one("articles", source["article"])["text"]
                assert source["anchor"] == "exact"
                assert len(text[source["start"] : source["end"]]) == source["end"] - source["start"] > 0


def test_the_site(road: Result) -> None:
    site = road.timeline["site"]
    assert {key: site[key] for key in ("title", "base_url", "language", "timezone", "as_of")} == {
        "title": "Baltijos kelias",
        "base_url": "https://stories.example/lt/",
        "language": "lt",
        "timezone": "Europe/Vilnius",
        "as_of": None,
    }


def test_an_event_in_full(road: Result) -> None:
    one = road.one("events", "kelias")
    expected: dict[str, Any] = {
        "title": "Baltijos kelias",
        "address": "events/kelias/",
        "date": "1989-08-23T19:00",
        "as_said": "septintą vakaro",
        "earliest": "1989-08-23T19:00:00+03:00",
        "latest": "1989-08-23T19:00:59+03:00",
        "precision": "minute",
        "order_known_after_previous": True,
        "known": "1989-08-24T08:00:00+03:00",
        "status": "confirmed",
        "people": ["ona"],
        "organisations": ["sajudis"],
        "places": ["vilnius"],
        "threads": ["sajudis"],
        "tags": ["grandinė"],
        "caused_by": ["paktas"],
        "after": [],
        "led_to": [],
        "annotations": ["visas"],
        "text": "Kaip buvo\nŽmonės stovėjo greta, o Paktas buvo prisimintas.",
        "mentioned_by": [
            "annotations/lentele",
            "annotations/visas",
            "annotations/zodis",
            "articles/grandine",
            "events/po",
            "events/pries",
            "index",
        ],
    }
    assert {key: one[key] for key in expected} == expected
    assert [source.get("article", source.get("url")) for source in one["sources"]] == [
        "grandine",
        "https://kitur.example/",
    ]


def test_events_stand_in_order(road: Result) -> None:
    assert road.ids("events") == ["paktas", "pries", "kelias", "po"]
    after = road.one("events", "po")
    assert (after["date"], after["earliest"], after["precision"]) == (None, "1989-08-24T19:00:00+03:00", "minute")


def test_an_article_in_full(road: Result) -> None:
    one = road.one("articles", "grandine")
    assert (one["title"], one["address"]) == ("Žmonių grandinė", "articles/zmoniu-grandine/")
    assert (one["published"], one["updated"]) == ("1989-08-24T08:00:00+03:00", "1989-08-25")
    assert sorted(one["events"]) == ["kelias", "paktas"]
    assert sorted(one["annotations"]) == ["dingo", "kiek", "lentele", "zodis"]
    assert one["mentioned_by"] == [
        *("annotations/dingo", "annotations/kiek", "annotations/lentele", "annotations/zodis", "events/kelias"),
    ]
    assert one["text"] == (
        "Rugpjūčio 23 d. žmonės susikibo rankomis nuo Vilniaus iki Talino. Jų buvo apie du milijonai.\n"
        "Skaičiai ir vietos\nMiestas\tŽmonės\nVilnius\tšimtai\nRyga\ttūkstančiai\nPastaba skaitytojui\n"
        "Grandinė buvo ilga.\n„Mes esame laisvi – visi…“\nNuotrauka iš kelio\nStoviu kelyje."
    )


def test_annotations_in_full(road: Result) -> None:
    check, word = road.one("annotations", "kiek"), road.one("annotations", "zodis")
    assert (check["type"], check["target"], check["anchor"]) == ("fact-check", "articles/grandine", "exact")
    assert check["matched"] == "apie du milijonai.\nSkaičiai"
    assert check["verdict"] == {"claim": "Buvo du milijonai", "rating": "mixed"}
    assert (word["type"], word["anchor"], word["matched"]) == ("zodziai", "exact", "„Mes esame laisvi – visi…“")
    assert (word["quote"], word["prefix"], word["suffix"]) == ('"Mes esame laisvi - visi..."', "ilga. ", None)
    assert word["verdict"] is None
    assert road.one("annotations", "lentele")["matched"] == "Vilnius\tšimtai\nRyga"
    assert road.one("annotations", "lentele")["events"] == ["kelias"]
    assert road.one("annotations", "atsakymas")["matched"] == "ir pasakė"
    assert road.one("annotations", "visas")["anchor"] == "whole"
    assert road.one("annotations", "dingo")["anchor"] == "orphan"


def test_entities_threads_and_pages(road: Result) -> None:
    ona, place = road.one("people", "ona"), road.one("places", "vilnius")
    assert (ona["name"], ona["also_known_as"], ona["role"]) == ("Ona Petraitė", ["Onutė"], "liudytoja")
    assert (ona["address"], ona["wikidata"], ona["latitude"]) == ("people/ona/", "Q42", None)
    assert ona["events"] == ["kelias"]
    assert ona["mentioned_by"] == ["annotations/zodis", "articles/grandine", "events/kelias", "index"]
    assert (place["latitude"], place["longitude"]) == (54.6872, 25.2797)
    assert place["articles"] == ["grandine"]
    assert road.one("organisations", "sajudis")["same_as"] == ["https://sajudis.example/"]
    assert road.ids("threads") == ["sajudis", "maskva"]
    assert road.one("threads", "maskva")["events"] == ["paktas"]
    assert road.one("threads", "sajudis")["address"] == "threads/sajudis/"
    assert [(one["id"], one["title"], one["address"]) for one in road.timeline["pages"]] == [
        ("metodas", "Metodas", "metodas/"),
    ]


def test_a_rating_alone_takes_the_quote_for_its_claim() -> None:
    files = {
        "articles/a.md": "---\ntitle: A\npublished: 2025\n---\nAll were freed.\n",
        "annotations/n.md": "---\ntarget: a\nquote: All were freed\ntype: fact-check\nverdict: mostly true\n---\nNo.\n",
    }
    made = build(files)
    assert made.one("annotations", "n")["verdict"] == {"claim": "All were freed", "rating": "mostly true"}
    assert "mostly true" in made.page("articles/a/").lower()


def test_a_draft_is_in_no_output_without_drafts() -> None:
    files = {
        "articles/a.md": "---\ntitle: A\npublished: 2025\n---\nWords.\n",
        "events/secret.md": "---\ntitle: Quagmire\ndate: 2025\ndraft: true\npeople: ona\ntags: quagmire\n---\n",
        "annotations/on-it.md": "---\ntarget: secret\n---\nQuagmire too.\n",
        "annotations/reply.md": "---\ntarget: on-it\n---\nQuagmire thrice.\n",
        "people/ona.md": "---\nname: Ona\n---\n",
    }
    made = build(files)
    assert made.status == 0
    assert [path for path, body in made.tree.items() if b"uagmire" in body or "secret" in path] == []
    assert (made.ids("events"), made.ids("annotations")) == ([], [])
    assert made.one("people", "ona")["mentioned_by"] == []
    shown = build(files, "--drafts")
    assert (shown.ids("events"), sorted(shown.ids("annotations"))) == (["secret"], ["on-it", "reply"])
    assert "Quagmire" in shown.page("events/secret/")


def test_the_future_is_published() -> None:
    files = {
        "articles/a.md": "---\ntitle: A\npublished: 2999-01-01\n---\n",
        "events/e.md": "---\ntitle: E\ndate: 2999\n---\n",
    }
    made = build(files)
    assert (made.ids("articles"), made.ids("events")) == (["a"], ["e"])


def test_keys_of_the_authors_own_are_no_mistake() -> None:
    made = build({"events/e.md": "---\ntitle: E\ndate: 2025\nx-desk: foreign\nx-list: [1, 2]\n---\n"})
    assert (made.status, made.diagnostics) == (0, ())


def test_yaml_words_stay_text() -> None:
    event = "---\ntitle: no\ndate: 2025\ntags: [on, 'yes', 1984, 3.10, 0x10, 1_000, null-ish]\nsummary: off\n---\n"
    one = build({"events/e.md": event}).one("events", "e")
    assert (one["title"], one["tags"]) == ("no", ["on", "yes", "1984", "3.10", "0x10", "1_000", "null-ish"])


def test_one_value_alone_is_a_list_of_one() -> None:
    alone = build({"events/e.md": "---\ntitle: E\ndate: 2025\ntags: night\n---\n"}).one("events", "e")
    listed = build({"events/e.md": "---\ntitle: E\ndate: 2025\ntags: [night]\n---\n"}).one("events", "e")
    assert alone == listed


def test_the_base_url_of_the_command_line_wins() -> None:
    made = build({}, "--base-url", "https://other.example/x/", config=CONFIG)
    assert made.timeline["site"]["base_url"] == "https://other.example/x/"
