import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from dateline.model.names import Kind
from dateline.reading.configuration import CONFIG, read_settings
from dateline.reading.fields import TABLES
from dateline.reading.own_keys import plain
from dateline.reading.schema import KINDS, schema
from dateline.reading.tables import Field, Table
from dateline.reading.yaml_nodes import read_yaml
from tests.told import read

PATHS = {kind: f"content/{kind.value}/some.md" for kind in Kind} | {Kind.INDEX: "content/index.md"}
KIND_OF = {kind.singular if kind is not Kind.INDEX else "index": kind for kind in Kind}


def values(yaml: str) -> object:
    """What an editor's reader of YAML makes of fields."""
    made = read_yaml(yaml, "x.yaml")
    assert made.value
    return plain(made.value)


def is_valid(kind: str, yaml: str) -> bool:
    return Draft202012Validator(schema(kind)).is_valid(values(yaml))


@pytest.mark.parametrize("kind", KINDS)
def test_schemas_are_schemas(kind: str) -> None:
    made = schema(kind)
    Draft202012Validator.check_schema(made)
    assert made["$schema"] == Draft202012Validator.META_SCHEMA["$schema"]
    assert json.loads(json.dumps(made)) == made


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_stands_in_its_schema_with_meaning_and_example(kind: str) -> None:
    properties = schema(kind)["properties"]
    assert isinstance(properties, dict)
    assert list(properties) == list(KINDS[kind].by_name)
    for one in properties.values():
        assert one["description"].endswith(".")
        assert Draft202012Validator(one).is_valid(one["examples"][0])


@pytest.mark.parametrize(
    ("kind", "field"),
    [pytest.param(kind, field, id=f"{kind.value}-{field.name}") for kind in Kind for field in TABLES[kind].fields],
)
def test_reading_accepts_every_example(kind: Kind, field: Field[object]) -> None:
    needed = [
        one for one in TABLES[kind].fields if one.required or one.name in ("date", "latitude", "longitude", "quote")
    ]
    fields = {one.name: one.example for one in (*needed, field)}
    text = "".join(f"{name}: {example}\n" for name, example in fields.items())
    made = read(PATHS[kind], f"---\n{text}---\n")
    assert made.found == ()
    assert made.value
    name = kind.singular if kind is not Kind.INDEX else "index"
    assert is_valid(name, text)


def test_reading_accepts_every_example_of_the_config() -> None:
    text = "".join(f"{field.name}: {field.example}\n" for field in CONFIG.fields)
    made = read_settings(text)
    assert made.found == ()
    assert made.value
    assert is_valid("config", text)


@pytest.mark.parametrize(
    ("kind", "yaml"),
    [
        ("event", "title: 1984\ndate: 2025\nimportance: 1\ntags: one\nx-a: {b: c}\n"),
        ("event", "title: T\nafter: {event: a, by: P1D}\ndate: [2025-09-09, 2025]\n"),
        ("event", "title: T\ndate: 2025\nsources: [a, {article: a, quote: q}, {url: 'https://a.b/'}, {title: t}]\n"),
        ("event", "title: T\ndate: 2025\nrevisions: {known: 2024, date: 2023}\n"),
        ("annotation", "target: a\nverdict: true\n"),
        ("annotation", "target: a\nverdict: {rating: 'false'}\ntype: fact-check\n"),
        ("article", "title: T\npublished: 2025\nimage: a.jpg\nlanguage: lt\nurl: https://example.org/ą\n"),
        ("page", "title: T\nnav: true\n"),
        ("place", "name: N\nlatitude: 1\nlongitude: -1.5\n"),
        ("index", "x-a: b\n"),
    ],
)
def test_schema_and_reading_agree_on_what_is_right(kind: str, yaml: str) -> None:
    assert is_valid(kind, yaml)
    assert read(PATHS[KIND_OF[kind]], f"---\n{yaml}---\n").found == ()


@pytest.mark.parametrize(
    ("kind", "yaml"),
    [
        ("event", "title: T\n"),
        ("event", "title: [T]\ndate: 2025\n"),
        ("event", "title: T\ndate: 2025\nstaus: reported\n"),
        ("event", "title: T\ndate: 2025\nstatus: confimed\n"),
        ("event", "title: T\ndate: 2025\nimportance: 4\n"),
        ("event", "title: T\ndate: 2025\ndraft: 'true'\n"),
        ("event", "title: T\ndate: 2025\nduring: {event: a, by: P1D}\n"),
        ("event", "title: T\ndate: 2025\nsources: {note: n}\n"),
        ("event", "title: T\ndate: 2025\nrevisions: {date: 2023}\n"),
        ("annotation", "quote: q\n"),
        ("annotation", "target: a\ntype: corection\n"),
        ("annotation", "target: a\nverdict: nonsense\n"),
        ("article", "title: T\npublished: 2025\nurl: ftp://example.org/\n"),
        ("article", "title: T\npublished: 2025\nlanguage: lithuanian_LT\n"),
        ("article", "title: T\npublished: 2025\nslug: a/b\n"),
        ("article", "title: T\npublished: {2025: null}\n"),
        ("page", "title: T\nnav: 0\n"),
        ("place", "name: N\nlatitude: 1\n"),
        ("place", "name: N\nlatitude: 91\nlongitude: 1\n"),
        ("person", "name: N\nwikidata: 37\n"),
    ],
)
def test_schema_and_reading_agree_on_what_is_wrong(kind: str, yaml: str) -> None:
    assert not is_valid(kind, yaml)
    assert read(PATHS[KIND_OF[kind]], f"---\n{yaml}---\n").found != ()


def test_a_site_s_own_words_stand_in_its_schema() -> None:
    site = read_settings(
        "title: T\nbase_url: https://example.org/\nlanguage: en\ntimezone: UTC\n"
        "annotation_types: {gloss: Gloss}\nverdict_scale: [so, not so]\n"
    ).value
    assert site
    validator = Draft202012Validator(schema("annotation", site))
    assert validator.is_valid({"target": "a", "type": "gloss", "verdict": "not so"})
    assert not validator.is_valid({"target": "a", "verdict": "mixed"})


REFERENCE = Path(__file__).parents[3] / "docs" / "content-format.md"


def rows(table: Table) -> list[str]:
    """The rows of the reference that say what a table says."""
    return [
        f"| {'**' if one.required else ''}`{one.name}`{'**' if one.required else ''} "
        f"| {one.value.words} | {one.meaning} | `{one.example}` |"
        for one in table.fields
    ]


def test_the_reference_says_what_the_tables_say() -> None:
    sections = REFERENCE.read_text("utf-8").split("\n## ")
    written = {
        words[0]: [line for line in section.splitlines() if line.startswith(("| `", "| **`"))]
        for section in sections
        if (words := section.splitlines())
    }
    from dateline.reading import configuration, records

    expected = {
        "Article": KINDS["article"],
        "Annotation": KINDS["annotation"],
        "Event": KINDS["event"],
        "Person, organisation": KINDS["person"],
        "Place": KINDS["place"],
        "Page": KINDS["page"],
        "Home page": KINDS["index"],
        "A source": records.SOURCE_FIELDS,
        "A relation": records.TIED_FIELDS,
        "An account": records.ACCOUNT_FIELDS,
        "An image": records.IMAGE_FIELDS,
        "A verdict": records.VERDICT_FIELDS,
        "config.yaml": CONFIG,
        "A thread": configuration.THREAD_FIELDS,
        "A type of annotation": configuration.TYPE_FIELDS,
        "An entry of the navigation": configuration.NAV_FIELDS,
        "Anchors": configuration.ANCHOR_FIELDS,
        "Markdown": configuration.MARKDOWN_FIELDS,
    }
    assert {name: rows(table) for name, table in expected.items()} == {name: written.get(name) for name in expected}
    assert KINDS["organisation"].fields == KINDS["person"].fields
    assert sorted(name for name, lines in written.items() if lines) == sorted(expected)
