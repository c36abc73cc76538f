"""Front matter that is wrong: everything is told, at its place, in the author's words."""

import pytest

from tests.manual.mistakes import Case, assert_told, case, error
from tests.manual.run import build

TARGET = {"articles/a": "title: A\npublished: 2025\n\nFifty-two people."}

SHAPE = [
    case("no front matter", {"events/e.md": "①Words\n"}, error("①", "missing-front-matter", hint="---")),
    case("an empty file", {"events/e.md": "①"}, error("①", "missing-front-matter", hint="---")),
    case("never closed", {"events/e.md": "①---\ntitle: T\n\nWords\n"}, error("①", "unclosed-front-matter", hint="---")),
    case(
        "front matter of Hugo",
        {"events/e.md": '①+++\ntitle = "T"\n+++\n'},
        error("①", "missing-front-matter", hint="---"),
    ),
    case(
        "empty front matter",
        {"pages/p.md": "①---\n---\nWords"},
        error("①", "missing-field", "title", hint="title:"),
    ),
    case("a list", {"pages/p": "①- title"}, error("①", "invalid-yaml", hint=".")),
    case("words", {"pages/p": "①title"}, error("①", "invalid-yaml", "title", hint="name: value")),
]

MISSING = [
    case(
        f"{kind} without {field}",
        {f"{kind}/x.md": f"①---\n{rest}\n---\n"},
        error("①", "missing-field", field, hint=field),
    )
    for kind, field, rest in [
        ("articles", "title", "published: 2025"),
        ("articles", "published", "title: T"),
        ("annotations", "target", "title: T"),
        ("events", "title", "date: 2025"),
        ("people", "name", "role: R"),
        ("organisations", "name", "role: R"),
        ("places", "name", "role: R"),
        ("pages", "title", "nav: true"),
    ]
]

MISSING += [
    case(
        "an empty title", {"pages/p.md": '①---\ntitle: ""\n---\n'}, error("①", "missing-field", "title", hint="title")
    ),
    case(
        "all that an article needs",
        {"articles/x.md": "①---\nsummary: S\n---\n"},
        error("①", "missing-field", "title"),
        error("①", "missing-field", "published"),
    ),
    case("an event without a date", {"events/e.md": "①---\ntitle: T\n---\n"}, error("①", "missing-date", hint="date")),
    case(
        "a relation without by gives no date",
        {"events/e.md": "①---\ntitle: T\nafter: f\n---\n", "events/f": "title: F\ndate: 2025"},
        error("①", "missing-date", hint="by|date"),
    ),
]

UNKNOWN = [
    case(
        "a slip of the finger",
        {"events/e": "title: T\ndate: 2025\n①sumary: S"},
        error("①", "unknown-field", "sumary", hint="summary"),
    ),
    case(
        "a field of another kind",
        {"events/e": "title: T\ndate: 2025\n①published: 2025"},
        error("①", "unknown-field", "published"),
    ),
    case(
        "nothing like it", {"pages/p": "title: T\n①colour-scheme: blue"}, error("①", "unknown-field", "colour-scheme")
    ),
    case(
        "a capital letter",
        {"pages/p.md": "①---\n②Title: T\n---\n"},
        error("①", "missing-field", "title"),
        error("②", "unknown-field", "Title", hint='"title"'),
    ),
    case("a number for a key", {"pages/p": "title: T\n①1: x"}, error("①", "unknown-field", "1")),
    case(
        "inside a source",
        {"events/e": "title: T\ndate: 2025\nsources:\n- ①adress: x\n  url: https://example.org/"},
        error("①", "unknown-field", "adress"),
    ),
    case(
        "inside a relation",
        {"events/e": "title: T\ndate: 2025\nafter: {event: f, ①buy: P1D}", "events/f": "title: F\ndate: 2024"},
        error("①", "unknown-field", "buy", hint='"by"'),
    ),
    case(
        "inside an image",
        {"events/e": "title: T\ndate: 2025\nimage: {src: /media/a.jpg, ①captoin: C}", "media/a.jpg": b"x"},
        error("①", "unknown-field", "captoin", hint="caption"),
    ),
]

VALUES = [
    ("title", "①[a, b]", "pages", ""),
    ("title", "①{a: b}", "pages", ""),
    ("draft", "①maybe", "pages", "true"),
    ("nav", "①perhaps", "pages", "true"),
    ("importance", "①4", "events", "1|3"),
    ("importance", "①high", "events", "1|3"),
    ("status", "①confirmd", "events", '"confirmed"'),
    ("tags", "[one, ①{two: three}]", "events", ""),
    ("wikidata", "①Minsk", "places", "Q"),
    ("latitude", "①91", "places", "digits"),
    ("latitude", "①north", "places", "digits"),
    ("longitude", "①-180.5", "places", "digits"),
    ("language", "①klingonese", "articles", "en|lt|language"),
    ("accounts", "①A speaker", "events", "name: value"),
]
NEEDED = {
    "pages": "title: T",
    "events": "title: T\ndate: 2025",
    "places": "name: N\nlatitude: 54\nlongitude: 25",
    "articles": "title: T\npublished: 2025",
}


def with_field(kind: str, field: str, value: str) -> str:
    lines = [line for line in NEEDED[kind].split("\n") if not line.startswith(f"{field}:")]
    return "\n".join([*lines, f"{field}: {value}"])


def quoted(value: str) -> str:
    """What an author would look for in the message: the value where it is a word."""
    word = value.partition("①")[2]
    return word if word[0] not in "[{" else ""


WRONG_VALUES = [
    case(
        f"{field}: {value}",
        {f"{kind}/x": with_field(kind, field, value)},
        error("①", "invalid-field", quoted(value), hint=hint),
    )
    for field, value, kind, hint in VALUES
]

WRONG_VALUES += [
    case(
        "a type that is not there",
        {**TARGET, "annotations/n": "target: a\ntype: ①corection"},
        error("①", "invalid-field", "corection", hint='"correction"'),
    ),
    case(
        "a rating that is not on the scale",
        {**TARGET, "annotations/n": "target: a\nquote: Fifty-two people\nverdict: ①mostly tru"},
        error("①", "invalid-field", "mostly tru", hint="mostly true"),
    ),
    case(
        "a rating in a map",
        {**TARGET, "annotations/n": "target: a\nverdict: {claim: C, rating: ①perhaps}"},
        error("①", "invalid-field", "perhaps", hint="unproven"),
    ),
    case(
        "a source that is an article and something else",
        {**TARGET, "events/e": "title: T\ndate: 2025\nsources:\n- article: a\n  ①url: https://example.org/"},
        error("①", "invalid-field", hint="."),
    ),
    case(
        "a prefix without a quote",
        {**TARGET, "annotations/n": "target: a\n①prefix: Fifty"},
        error("①", "invalid-field", "prefix", hint="quote"),
    ),
]

ADDRESSES = [
    (field, value, kind, hint)
    for field, value, kind, hint in [
        ("url", "①htp://example.org/", "articles", "http"),
        ("url", "①javascript:alert(1)", "articles", "http"),
        ("url", "①example.org", "articles", "http"),
        ("archive_url", "①//example.org/x", "articles", "http"),
        ("url", "①https://a b.example/", "articles", "."),
        ("same_as", "①not an address", "places", "space"),
        ("same_as", "[https://example.org/, ①data:text/html]", "places", "http"),
        ("slug", "①../up", "events", "."),
        ("slug", "①a/b", "events", "."),
        ("slug", "①..", "events", "."),
        ("slug", '①"%2e%2e"', "events", "."),
        ("slug", '①"..\\\\up"', "events", "."),
        ("aliases", "①../../etc/passwd", "events", "."),
        ("aliases", "①old/%2e%2e/%2E%2E/x", "events", "."),
        ("aliases", "①old/..%2f..%2fx", "events", "."),
        ("aliases", "①https://example.org/x", "events", "."),
        ("aliases", '①"a\\\\..\\\\b"', "events", "."),
        ("image", "①../../secret.jpg", "events", "."),
        ("image", "①/media/../../secret.jpg", "events", "."),
        ("image", '①"%2e%2e/%2e%2e/secret.jpg"', "events", "."),
        ("image", "①https://example.org/x.jpg", "events", "."),
        ("image", "{src: ①//example.org/x.jpg, alt: A}", "events", "."),
    ]
]

WRONG_ADDRESSES = [
    case(f"{field}: {value}", {f"{kind}/x": with_field(kind, field, value)}, error("①", "invalid-address", hint=hint))
    for field, value, kind, hint in ADDRESSES
]

WRONG_ADDRESSES += [
    case(
        f"a source's address {value}",
        {"events/e": f"title: T\ndate: 2025\nsources: {{url: ①{value}, title: T}}"},
        error("①", "invalid-address", value, hint="http"),
    )
    for value in ("javascript:alert(1)", "ftp://example.org/", "www.example.org")
]

THREADS = "title: A site\nbase_url: https://example.org/\nlanguage: en\ntimezone: Europe/Vilnius\n"
ELSEWHERE = [
    case(
        "a thread that config.yaml has not",
        {"events/e": "title: T\ndate: 2025\nthreads: [①diplomcy]"},
        error("①", "unknown-thread", "diplomcy", hint='"diplomacy"'),
        config=THREADS + "threads: {diplomacy: {title: Diplomacy}}\n",
    ),
    case(
        "a thread where config.yaml has none",
        {"events/e": "title: T\ndate: 2025\nthreads: ①security"},
        error("①", "unknown-thread", "security", hint="config.yaml"),
    ),
    case(
        "an image that is not there",
        {"events/e": "title: T\ndate: 2025\nimage: ①brder.jpg", "media/border.jpg": b"x"},
        error("①", "unknown-media", "brder.jpg", hint="border.jpg"),
    ),
]

YAML = [
    case("a tab", {"pages/p": "title: T\nimage:\n①\tsrc: x"}, error("①", "invalid-yaml", hint="tab|space")),
    case("a bracket left open", {"pages/p": "title: T\ntags: ①[a, b"}, error("①", "invalid-yaml", "[", hint="]")),
    case("a quote left open", {"pages/p": 'title: ①"T\nnav: true'}, error("①", "invalid-yaml", hint='"|quot')),
    case("a colon in a value", {"pages/p": "title: ①Minsk: the release"}, error("①", "invalid-yaml", hint="quot")),
    case("a mark in front", {"pages/p": "title: ①@nexta"}, error("①", "invalid-yaml", "@", hint="quot")),
    case("a percent sign in front", {"pages/p": "title: ①%d"}, error("①", "invalid-yaml", "%", hint="quot")),
    case("a key that is a list", {"pages/p": "title: T\n? ①[a]\n: b"}, error("①", "invalid-yaml", hint=".")),
    case(
        "a tag", {"pages/p": "title: ①!!python/object/apply:os.system [id]"}, error("①", "forbidden-yaml", "!!python")
    ),
    case("a tag of one's own", {"pages/p": "title: ①!secret x"}, error("①", "forbidden-yaml", "!secret", hint="quot")),
    case(
        "an anchor and an alias",
        {"pages/p": "title: ①&t T\nsummary: ②*t"},
        error("①", "forbidden-yaml", "&t"),
        error("②", "forbidden-yaml", "*t"),
    ),
    case("a merge key", {"pages/p": "title: T\n①<<: {nav: true}"}, error("①", "forbidden-yaml", "<<")),
    case("a key given twice", {"pages/p": "title: T\n①title: U"}, error("①", "duplicate-key", "title", hint=".")),
    case(
        "a key given twice further in",
        {"events/e": "title: T\ndate: 2025\nsources:\n- url: https://a.example/\n  ①url: https://b.example/"},
        error("①", "duplicate-key", "url", hint="."),
    ),
    case(
        "a set without quotes",
        {"events/e": "title: T\ndate: ①{2025-09-10,2025-09-12}"},
        error("①", "invalid-date", hint="quot"),
    ),
    case(
        "66 KB", {"pages/p.md": f"①---\ntitle: {'x' * 66_000}\n---\n"}, error("①", "front-matter-too-large", hint=".")
    ),
]


@pytest.mark.parametrize(
    "wrong", [*SHAPE, *MISSING, *UNKNOWN, *WRONG_VALUES, *WRONG_ADDRESSES, *ELSEWHERE, *YAML], ids=lambda one: one.name
)
def test_what_is_wrong_is_told_at_its_place(wrong: Case) -> None:
    assert_told(wrong)


@pytest.mark.parametrize("deep", [51, 1_000, 20_000])
def test_nesting_has_a_limit(deep: int) -> None:
    result = build({"pages/p.md": f"---\ntitle: T\nx-deep: {'[' * deep}{']' * deep}\n---\n"})
    assert [(one["code"], one["line"]) for one in result.diagnostics] == [
        ("front-matter-too-large", result.diagnostics[0]["line"])
    ]
    assert result.diagnostics[0]["line"] in (1, 3)
    assert result.status == 1


def test_a_key_given_twice_names_the_first_one_too() -> None:
    (found,) = build({"pages/p.md": "---\ntitle: T\nnav: true\ntitle: U\n---\n"}).diagnostics
    assert [(one["path"], one["line"], one["column"]) for one in found["related"]] == [("content/pages/p.md", 2, 1)]
