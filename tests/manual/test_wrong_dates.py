"""Dates, durations and relations that cannot be."""

import pytest

from tests.manual.mistakes import Case, assert_told, case, error, warning
from tests.manual.run import build

DAY = "title: T\ndate: 2025-09-11"


def dated(value: str) -> dict[str, str | bytes]:
    return {"events/e": f"title: T\ndate: {value}"}


NO_DATES = [
    ("2025-13", "month|12"),
    ("2025-00", "month|12"),
    ("2025-02-30", "28"),
    ("2025-09-31", "30"),
    ("2025-09-00", "day|30|01"),
    ("2025-9-1", "2025-09-01"),
    ("2025-9", "2025-09"),
    ("25-09-11", "."),
    ("11.09.2025", "2025-09-11"),
    ("09/11/2025", "."),
    ("2025/09/11", "."),
    ("2025.09.11", "2025-09-11"),
    ("September 2025", "2025-09"),
    ("11 September 2025", "2025-09-11"),
    ("yesterday", "."),
    ("last month", "."),
    ("2025-09-11 19:40", "T"),
    ("2025-09-11T19", "minute|19:"),
    ("2025-09-11T25:00", "23|hour"),
    ("2025-09-11T19:60", "59|minute"),
    ("2025-09-11T19:40+25:00", "zone|offset|\\+0"),
    ("2025-09-11T19:40 IST", "2025-09-11T19:40"),
    ("2025-42", "."),
    ("2025-20", "."),
    ("17000", "Y17000"),
    ("2025-09-12/2025-09-11", "2025-09-11/2025-09-12"),
    ("2025-09/2025-08", "."),
    ("2025-09-11/2025-09-31", "30"),
    ("2025-09-11~~", "."),
    ("2025-09-11 - 2025-09-13", "/"),
    ('"[2025-09-09..2025-09-10"', "]"),
    ('"[2025-09-10..2025-09-09]"', "."),
    ('"[]"', "."),
    ("/", "."),
    ("..", "."),
    ("2025-XX-11T10:00", "."),
    ("２０２５", "."),
    ("2025–09–11", "2025-09-11|hyphen"),
    ("P1D", "."),
    ("true", "."),
]

WRONG_DATES = [
    case(
        value,
        dated(f"①{value}"),
        error(
            "①", "invalid-date", "" if value[0] in '"/' else value.partition("/")[0].partition(" - ")[0][:6], hint=hint
        ),
    )
    for value, hint in NO_DATES
]

SAYS_WHY = [
    case("29 February", dated("①2025-02-29"), error("①", "invalid-date", "2025", hint="28|leap")),
    case("inside a list", dated("[2025-09-10, ①2025-13]"), error("①", "invalid-date", "2025-13", hint=".")),
    case("a map for a date", dated("①{a: b}"), error("①", "invalid-date", hint="quot")),
    case(
        "two dates, both wrong",
        {**dated("①2025-13"), "events/f": "title: F\ndate: ②2025-14"},
        error("①", "invalid-date", "2025-13"),
        error("②", "invalid-date", "2025-14"),
    ),
    *(
        case(f"{field} of {kind}", {f"{kind}/x": f"{rest}\n{field}: ①2025-13"}, error("①", "invalid-date", "2025-13"))
        for kind, field, rest in [
            ("articles", "published", "title: T"),
            ("articles", "updated", "title: T\npublished: 2025"),
            ("events", "known", DAY),
        ]
    ),
    case(
        "a note's date",
        {"articles/a": "title: A\npublished: 2025", "annotations/n": "target: a\ndate: ①2025-13"},
        error("①", "invalid-date", "2025-13"),
    ),
    case(
        "a revision's dates",
        {"events/e": f"{DAY}\nrevisions:\n- known: ①2025-13\n  date: ②2025-14"},
        error("①", "invalid-date", "2025-13"),
        error("②", "invalid-date", "2025-14"),
    ),
]

DURATIONS = [
    case(
        value,
        {"events/e": f"title: T\nafter: {{event: f, by: ①{value}}}", "events/f": "title: F\ndate: 2024-01-31"},
        error("①", "invalid-duration", value.strip('"')[:3], hint=hint),
    )
    for value, hint in [
        ("1 day", "P1D"),
        ("-P1D", "."),
        ("P-1D", "."),
        ("P1.5D", "."),
        ('"PT0,5H"', "."),
        ("P", "P1D"),
        ("PT", "P1D|PT"),
        ("P1H", "PT1H"),
        ("1D", "P1D"),
        ("p1d", "P1D"),
        ("P1S", "PT1S"),
        ("P999999999999999999999999D", "."),
        ("2025-09-11", "P1D"),
    ]
]

OTHER = "title: F\ndate: 2025-09-10"
RELATIONS = [
    case(
        "a reference to nothing",
        {"events/release": f"{DAY}\nafter: [①drone-incurson]", "events/drone-incursion": OTHER},
        error("①", "unknown-reference", "drone-incurson", hint='"drone-incursion"'),
    ),
    case("after itself", {"events/e": f"{DAY}\nafter: ①e"}, error("①", "self-reference", "e", hint=".")),
    case("caused by itself", {"events/e": f"{DAY}\ncaused_by: ①events/e"}, error("①", "self-reference", "e", hint=".")),
    case("related to itself", {"events/e": f"{DAY}\nrelated: [①e]"}, error("①", "self-reference", "e", hint=".")),
    case(
        "after a person",
        {"events/e": f"{DAY}\nafter: ①people/p", "people/p": "name: P"},
        error("①", "wrong-kind", "people/p", hint="event"),
    ),
    case(
        "by where none can be",
        {"events/e": f"{DAY}\ncaused_by: {{event: f, ①by: P1D}}", "events/f": OTHER},
        error("①", "unknown-field", "by", hint="."),
    ),
]

CONTRADICTIONS = [
    case(
        "after what comes later",
        {"events/e": f"{DAY}\nafter: ①f", "events/f": "title: F\ndate: 2025-09-12"},
        error("①", "contradiction", "e", "f", hint="."),
    ),
    case(
        "before what comes earlier",
        {"events/e": f"{DAY}\nbefore: ①f", "events/f": OTHER},
        error("①", "contradiction", hint="."),
    ),
    case(
        "within what is elsewhere",
        {"events/e": f"{DAY}\nduring: ①f", "events/f": OTHER},
        error("①", "contradiction", hint="."),
    ),
    case(
        "caused by what comes later",
        {"events/e": f"{DAY}\ncaused_by: ①f", "events/f": "title: F\ndate: 2025-10"},
        error("①", "contradiction", hint="."),
    ),
    case(
        "a distance that the dates deny",
        {"events/e": f"{DAY}\nafter: {{event: ①f, by: P3D}}", "events/f": OTHER},
        error("①", "contradiction", hint="."),
    ),
    case(
        "known before it began",
        {
            "events/e": f"{DAY}\nafter: {{event: ①f, by: P2D}}\nbefore: g",
            "events/f": OTHER,
            "events/g": "title: G\ndate: 2025-09-11",
        },
        error("①", "contradiction", hint="."),
    ),
]


@pytest.mark.parametrize("wrong", [*WRONG_DATES, *SAYS_WHY, *DURATIONS, *RELATIONS], ids=lambda one: one.name)
def test_what_is_wrong_is_told_at_its_place(wrong: Case) -> None:
    assert_told(wrong)


def events(**fronts: str) -> dict[str, str | bytes]:
    return {
        f"events/{name.replace('_', '-')}.md": f"---\ntitle: {name}\n{front}\n---\n" for name, front in fronts.items()
    }


def named(found: dict[str, object]) -> set[tuple[object, object]]:
    """Files and lines that one diagnostic names."""
    related = found["related"]
    assert isinstance(related, list)
    return {(found["path"], found["line"]), *((one["path"], one["line"]) for one in related)}


@pytest.mark.parametrize(
    ("files", "chain"),
    [
        (events(a="date: 2025-09-11\nafter: b", b="date: 2025-09-12"), {("a", 4)}),
        (events(a="date: 2025-09-11\nbefore: b", b="date: 2025-09-10"), {("a", 4)}),
        (events(a="date: 2025-09-11\nduring: b", b="date: 2025-09-10"), {("a", 4)}),
        (events(a="date: 2025-09-11\ncaused_by: b", b="date: 2025-10"), {("a", 4)}),
        (events(a="date: 2025-09-13\nafter:\n- event: b\n  by: P1D", b="date: 2025-09-11"), {("a", 5)}),
        (
            events(
                release="date: 2025-09-11\nafter: incursion", incursion="date: XXXX\nafter: call", call="date: 2026"
            ),
            {("release", 4), ("incursion", 4)},
        ),
        (
            events(a="after:\n- event: b\n  by: P1D\nbefore: c", b="date: 2025-09-11", c="date: 2025-09-01"),
            {("a", 4), ("a", 6)},
        ),
    ],
)
def test_a_contradiction_names_each_link_with_its_place(
    files: dict[str, str | bytes], chain: set[tuple[str, int]]
) -> None:
    (found,) = build(files).diagnostics
    assert (found["code"], found["severity"]) == ("contradiction", "error")
    places = named(found)
    assert {(f"content/events/{name}.md", line) for name, line in chain} <= places
    assert {path for path, _ in places} == {f"content/{name}" for name in files}
    told = found["message"] + " ".join(one["message"] for one in found["related"])
    assert all(name.removeprefix("events/").removesuffix(".md") in told for name in files)
    assert found["hint"]


@pytest.mark.parametrize(
    ("files", "length"),
    [
        (events(a="date: 2025\nafter: b", b="date: 2025\nafter: a"), 2),
        (events(a="date: 2025\nbefore: b", b="date: 2025\nbefore: a"), 2),
        (events(a="date: 2025\nafter: b\nbefore: b", b="date: 2025"), 2),
        (events(a="date: XXXX\nafter: b", b="date: XXXX\nafter: c", c="date: XXXX\nafter: a"), 3),
        (events(a="after: {event: b, by: P1D}", b="after: {event: a, by: P1D}"), 2),
    ],
)
def test_a_cycle_names_each_event_with_its_place(files: dict[str, str | bytes], length: int) -> None:
    (found,) = build(files).diagnostics
    assert (found["code"], found["severity"]) == ("cycle", "error")
    assert len(named(found)) == length
    assert found["hint"]


def test_two_contradictions_are_both_told() -> None:
    found = build(
        events(
            a="date: 2025-09-11\nafter: b", b="date: 2025-09-12", c="date: 2024-09-11\nafter: d", d="date: 2024-09-12"
        )
    ).diagnostics
    assert [(one["path"], one["code"]) for one in found] == [
        ("content/events/a.md", "contradiction"),
        ("content/events/c.md", "contradiction"),
    ]


def test_events_that_share_an_instant_or_a_day_do_not_contradict() -> None:
    assert build(events(a="date: 2025-09-11\nafter: b", b="date: 2025-09-11")).status == 0
    assert build(events(a="date: 2025-09\nafter: b\nbefore: c", b="date: 2025-09-30", c="date: 2025-09-30")).status == 0


def test_a_qualified_date_has_slack() -> None:
    assert build(events(a="date: 2025-08~\nafter: b", b="date: 2025-09-12")).status == 0
    assert build(events(a="date: 2025-08~\nafter: b", b="date: 2025-10-12")).codes == ["contradiction"]


def test_a_time_that_the_clocks_skipped_or_showed_twice_is_a_warning() -> None:
    for time in ("2025-03-30T03:30", "2025-10-26T03:30"):
        wrong = case(
            time,
            {"events/e": f"title: T\ndate: ①{time}"},
            warning("①", "nonexistent-time", time, hint=r"offset|\+03:00.*\+02:00"),
        )
        assert_told(wrong)


def test_a_wrong_date_does_not_hide_other_mistakes() -> None:
    found = build(events(a="date: 2025-13\nafter: nothing", b="date: 2025\nafter: a\nstatus: sure")).diagnostics
    assert [(one["path"][-4:], one["line"], one["code"]) for one in found] == [
        ("a.md", 3, "invalid-date"),
        ("a.md", 4, "unknown-reference"),
        ("b.md", 5, "invalid-field"),
    ]
