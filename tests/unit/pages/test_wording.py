"""Interface words: every language has all of them, and says them with the same fields."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from babel import Locale
from markupsafe import Markup

from dateline.pages.wording import CATALOGUES, COUNTS, direction, wording

ROOT = Path(__file__).parents[3]


def fields(words: Mapping[str, str]) -> dict[str, set[str]]:
    return {name: set(re.findall(r"\{(\w+)\}", text)) for name, text in words.items()}


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_a_language_is_complete(language: str) -> None:
    assert fields(CATALOGUES[language]) == fields(CATALOGUES["en"])
    assert all(text.strip() for text in CATALOGUES[language].values())


@pytest.mark.parametrize("language", sorted(set(CATALOGUES) - {"en"}))
def test_a_language_is_translated(language: str) -> None:
    same = {name for name, text in CATALOGUES[language].items() if text == CATALOGUES["en"][name]}
    assert same <= {"status", "as-edtf", "timeline-spans", "comma"}


FILES = [*(ROOT / "layouts").rglob("*.html"), *(ROOT / "dateline").rglob("*.py")]
TEXTS = [path.read_text("utf-8") for path in FILES if "wording" not in path.parts]
NAME = r"[a-z][\w-]*(?:\.[\w-]+)?"

COMPUTED = {
    r"anchor\..+": "the states of an anchor",
    r"callout\..+|footnotes?(\..+)?": "words that a body asks for as it is read",
    r"(type|status|relation|field|key|one|start)\..+": "named by the front matter, or by what is drawn",
    r"(length|precision)\..+": "on which side of an event, and how finely its date is known",
    r"index|articles|annotations|events|people|organisations|places|pages": "the kinds of documents",
}
"""Names that are put together, and of what."""


def asked() -> set[str]:
    return {name for text in TEXTS for name in re.findall(rf'(?:\b_|\b(?:words|within))\(\s*"({NAME})"', text)}


def counted() -> set[str]:
    return {name for text in TEXTS for name in re.findall(r'\b(?:_|words)\.count\(\s*"([\w-]+)"', text)}


def test_every_word_that_a_template_or_a_view_asks_for_is_there() -> None:
    assert len(asked()) > 80
    assert sorted(asked() - set(CATALOGUES["en"])) == []


def test_no_word_is_there_for_nobody() -> None:
    named = {name for text in TEXTS for name in re.findall(rf'"({NAME})"', text)}
    computed = {name for name in CATALOGUES["en"] if any(re.fullmatch(pattern, name) for pattern in COMPUTED)}
    assert sorted(set(CATALOGUES["en"]) - named - computed) == []


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_what_is_counted_has_every_form_of_the_language(language: str) -> None:
    assert set(COUNTS[language]) == counted()
    for forms in COUNTS[language].values():
        assert set(forms) == Locale(language).plural_form.tags | {"other"}
        assert all("{n}" in text for form, text in forms.items() if form in ("few", "many", "other"))


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        ("en", 1, "1 event"),
        ("en", 0, "0 events"),
        ("en-GB", 1234, "1,234 events"),
        ("lt", 21, "21 įvykis"),
        ("lt", 3, "3 įvykiai"),
        ("lt", 11, "11 įvykių"),
        ("pl", 4, "4 wydarzenia"),
        ("pl", 5, "5 wydarzeń"),
        ("pl", 22, "22 wydarzenia"),
        ("be", 101, "101 падзея"),
        ("be", 12, "12 падзей"),
        ("ar", 0, "لا أحداث"),
        ("ar", 2, "حدثان"),
        ("ar", 7, "7 أحداث"),
        ("ar", 99, "99 حدثًا"),
        ("ar", 100, "100 حدث"),
        ("de", 2, "2 events"),
    ],
)
def test_a_number_of_things_is_said_in_the_form_that_it_asks_for(language: str, number: int, expected: str) -> None:
    assert wording(language).count("events", number) == expected


def test_what_nobody_counts_is_shown_as_it_is_named() -> None:
    assert wording("en").count("bridges", 2) == "2 bridges"


def test_words_are_filled_in() -> None:
    assert wording("lt-LT")("note-number", number="3") == "3 pastaba"
    assert wording("xx")("timeline") == "Timeline"


def test_html_that_is_filled_in_stays_html() -> None:
    said = wording("en")("as-said", words=Markup("<bdi>a & b</bdi>"))
    assert said == "as said: “<bdi>a & b</bdi>”"
    assert isinstance(said, Markup)
    assert not isinstance(wording("en")("as-said", words="<b>"), Markup)


def test_a_word_that_nobody_has_is_shown_as_it_is_named() -> None:
    assert wording("en")("type.own-sort") == "Own sort"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("lt", "ltr"), ("az-Arab", "rtl"), ("ar-Latn", "ltr")],
)
def test_direction(language: str, expected: str) -> None:
    assert direction(language) == expected
