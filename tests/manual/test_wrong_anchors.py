"""Quotes that do not stand where they stood: every state, what is told of it, and what the data say."""

import pytest

from tests.manual.mistakes import Case, assert_told, assert_well_formed, case, error, fenced, warning
from tests.manual.run import CONFIG, build

HEAD = "title: A\npublished: 2025-09-12\n\n"
TEXT = (
    "Belarus freed 52 prisoners on Thursday after talks in Minsk. They crossed the border by bus, tired and quiet.\n\n"
    "The ministry did not say who would follow, and nobody at the crossing wished to guess at numbers that evening.\n"
)


def on(text: str, note: str, **more: str) -> dict[str, str | bytes]:
    return {"articles/a": HEAD + text, "annotations/n": f"target: a\n{note}\n\nA note.", **more}


EXACT = [
    "quote: 52 prisoners",
    'quote: "52  prisoners\\n on Thursday"',
    'quote: Belarus freed 52 prisoners\nprefix: ""',
    'quote: prisoners\nprefix: "freed 52 "\nsuffix: " on Thursday"',
    "quote: tired and quiet. The ministry did not say",
]


@pytest.mark.parametrize("note", EXACT)
def test_exact_says_nothing(note: str) -> None:
    assert_told(case("exact", on(TEXT, note)))


MOVED = [
    case(
        "another prefix",
        on(TEXT, 'quote: ①52 prisoners\nprefix: "Minsk released "'),
        warning("①", "moved-quote", hint="freed"),
    ),
    case(
        "another suffix",
        on(TEXT, 'quote: ①52 prisoners\nsuffix: " on Friday"'),
        warning("①", "moved-quote", hint="on Thursday"),
    ),
]

CHANGED = [
    case(
        "a word the other way",
        on(
            TEXT.replace("tired and quiet", "tired but quiet"),
            "quote: ①They crossed the border by bus, tired and quiet",
        ),
        warning("①", "changed-quote", hint="tired but quiet"),
    ),
    case(
        "a word more",
        on(TEXT.replace("by bus", "slowly by bus"), "quote: ①They crossed the border by bus, tired and quiet"),
        warning("①", "changed-quote", hint="slowly by bus"),
    ),
]


def meaning(name: str, old: str, new: str, quote: str, **more: str) -> Case:
    assert old in TEXT
    assert old in quote
    return case(name, on(TEXT.replace(old, new), f"quote: ①{quote}", **more), error("①", "changed-meaning", hint="."))


FIRST = "Belarus freed 52 prisoners on Thursday after talks in Minsk"
SECOND = "The ministry did not say who would follow"
PERSON = {"people/p": "name: Ivan Sokol"}
MEANING = [
    meaning("a number", "52", "54", FIRST),
    meaning("a number in words", "52", "fifty-four", FIRST),
    meaning("a negation that went", "did not say", "did say", SECOND),
    meaning("a negation that came", "freed 52", "never freed 52", FIRST),
    meaning("a weekday", "Thursday", "Friday", FIRST),
    meaning("a capitalised word", "in Minsk", "in Vilnius", FIRST),
    meaning("a number given a unit", "52 prisoners", "52 % of prisoners", FIRST),
]

AMBIGUOUS_TEXT = "He said yes on Monday. She said yes on Tuesday.\n"
HARD = [
    case(
        "several places",
        on(AMBIGUOUS_TEXT, "quote: ①said yes"),
        error("①", "ambiguous-quote", "said yes", hint="prefix"),
    ),
    case(
        "nowhere",
        on(TEXT, "quote: ①A comet was seen above the harbour of Gdynia"),
        warning("①", "orphaned-quote", hint="."),
    ),
    case(
        "an empty target",
        on("", "quote: ①Anything at all"),
        warning("①", "orphaned-quote", hint="."),
    ),
    case("letter case counts", on("The release of all\n", "quote: ①the release of all"), warning("①", "changed-quote")),
]

SOURCES = [
    case(
        "a source's quote that changed its meaning",
        {
            "articles/a": HEAD + TEXT,
            "events/e": f"title: T\ndate: 2025\nsources:\n- article: a\n  quote: ①{FIRST.replace('52', '14')}",
        },
        error("①", "changed-meaning", hint="."),
    ),
    case(
        "a source's quote that is gone",
        {
            "articles/a": HEAD + TEXT,
            "events/e": "title: T\ndate: 2025\nsources:\n- article: a\n  quote: ①A comet over Gdynia",
        },
        warning("①", "orphaned-quote", hint="."),
    ),
    case(
        "a reply's quote",
        {**on(TEXT, "quote: 52 prisoners"), "annotations/reply": "target: annotations/n\nquote: ①A comet over Gdynia"},
        warning("①", "orphaned-quote", hint="."),
    ),
]


@pytest.mark.parametrize("wrong", [*MOVED, *CHANGED, *MEANING, *HARD, *SOURCES], ids=lambda one: one.name)
def test_what_is_wrong_is_told_at_its_place(wrong: Case) -> None:
    assert_told(wrong)


@pytest.mark.parametrize("wrong", [*MOVED, *CHANGED], ids=lambda one: one.name)
def test_with_strict_a_warning_is_an_error(wrong: Case) -> None:
    files = {name: text.replace("①", "") if isinstance(text, str) else text for name, text in wrong.files.items()}
    result = build(fenced(files), "--strict")
    assert_well_formed(result)
    assert result.status == 1
    assert result.tree == {}


def whole(files: dict[str, str | bytes], config: str = CONFIG) -> tuple[list[str], dict[str, object], str]:
    result = build(fenced(files), config=config)
    return result.codes, result.one("annotations", "n"), result.page("articles/a/")


@pytest.mark.parametrize(
    ("text", "note", "state", "matched"),
    [
        (TEXT, "quote: 52 prisoners", "exact", "52 prisoners"),
        (TEXT, 'quote: 52 prisoners\nprefix: "let go "', "moved", "52 prisoners"),
        (
            TEXT.replace("tired and quiet", "tired but quiet"),
            "quote: by bus, tired and quiet",
            "changed",
            "by bus, tired but quiet",
        ),
        (TEXT, "quote: A comet over Gdynia", "orphan", None),
        (TEXT, "title: On all", "whole", None),
    ],
)
def test_each_state_stands_in_the_data(text: str, note: str, state: str, matched: str | None) -> None:
    _, told, page = whole(on(text, note))
    assert (told["anchor"], told["matched"]) == (state, matched)
    assert f'data-anchor="{state}"' in page
    assert 'id="note-n"' in page


def test_a_changed_meaning_may_be_a_warning() -> None:
    codes, told, page = whole(
        on(TEXT, f"quote: {FIRST.replace('52', '14')}"), CONFIG + "anchors: {changed_meaning: warn}\n"
    )
    assert codes == ["changed-meaning"]
    assert (told["anchor"], told["matched"]) == ("changed!", FIRST)
    assert "has changed since this note" in page
    assert "freed 14 prisoners" in page


def test_an_orphan_keeps_its_note_under_a_heading() -> None:
    _, _, page = whole(on(TEXT, "quote: A comet over Gdynia"))
    assert "Notes on passages no longer in the text" in page
    assert "A note." in page
    assert "A comet over Gdynia" in page


def test_an_ambiguous_quote_shows_each_place_with_text_for_a_prefix() -> None:
    (found,) = build(fenced(on(AMBIGUOUS_TEXT, "quote: said yes"))).diagnostics
    shown = found["message"] + found["hint"] + "".join(one["message"] for one in found["related"])
    assert '"He"' in shown
    assert '"She"' in shown
    for prefix, start in (("He", 3), ("She", 27)):
        told = build(fenced(on(AMBIGUOUS_TEXT, f"quote: said yes\nprefix: {prefix}"))).one("annotations", "n")
        assert (told["anchor"], told["start"]) == ("exact", start)


def test_old_and_new_words_stand_side_by_side() -> None:
    files = on(TEXT.replace("tired and quiet", "tired but quiet"), "quote: by bus, tired and quiet")
    (found,) = build(fenced(files)).diagnostics
    shown = found["message"] + found["hint"] + "".join(one["message"] for one in found["related"])
    assert "tired and quiet" in shown
    assert "tired but quiet" in shown


def test_words_of_the_site_s_own_touch_the_meaning() -> None:
    files = on(TEXT.replace("crossed the border", "crossed a border"), "quote: They crossed the border by bus")
    assert build(fenced(files)).codes == ["changed-quote"]
    config = CONFIG + "anchors: {words: [the]}\n"
    assert build(fenced(files), config=config).codes == ["changed-meaning"]


def test_a_name_in_lower_case_elsewhere_is_still_a_name() -> None:
    """Each capitalised word of the names of the site's people counts, first in its sentence or not."""
    text = "Sokol spoke of the talks at length and with care that morning.\n"
    files = {**on(text.replace("Sokol", "Lapko"), "quote: ①Sokol spoke of the talks at length"), **PERSON}
    assert_told(case("a name", files, error("①", "changed-meaning")))
