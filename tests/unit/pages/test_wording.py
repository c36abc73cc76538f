"""Interface words: every language has all of them, and says them with the same fields."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from dateline.pages.wording import CATALOGUES, direction, wording

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
    assert same <= {"status", "as-edtf"}


def test_every_word_that_a_template_or_a_view_asks_for_is_there() -> None:
    files = [*(ROOT / "layouts").rglob("*.html"), *(ROOT / "dateline/pages").rglob("*.py")]
    texts = [path.read_text("utf-8") for path in files]
    asked = {name for text in texts for name in re.findall(r'(?:\b_|\bwords)\("([a-z-]+(?:\.[a-z-]+)?)"', text)}
    assert len(asked) > 50
    assert sorted(asked - set(CATALOGUES["en"])) == []


def test_words_are_filled_in() -> None:
    assert wording("lt-LT")("note-number", number="3") == "3 pastaba"
    assert wording("xx")("timeline") == "Timeline"


def test_a_word_that_nobody_has_is_shown_as_it_is_named() -> None:
    assert wording("en")("type.own-sort") == "Own sort"


@pytest.mark.parametrize(("language", "expected"), [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("lt", "ltr")])
def test_direction(language: str, expected: str) -> None:
    assert direction(language) == expected
