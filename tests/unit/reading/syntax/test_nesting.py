"""Nesting: what is too deep is shown as it was typed, and said."""

import pytest

from tests.bodies import at, body, column, read, visible


@pytest.mark.parametrize("depth", [1, 20, 57])
def test_quotations_that_are_not_too_deep(depth: int) -> None:
    made = body("> " * depth + "words")
    assert visible(made) == "words"


@pytest.mark.parametrize(
    "text",
    [
        "> " * 100 + "deep [[release]]",
        ">" * 100 + "deep [[release]]\n",
        "".join("  " * depth + "- deep\n" for depth in range(50)) + "[[release]]",
        "- " * 100 + "deep [[release]]",
        "> - " * 50 + "deep [[release]]",
    ],
)
def test_no_word_is_lost(text: str) -> None:
    made, (problem,) = read(text)
    assert problem.code == "nested-too-deep"
    shown = visible(made)
    assert shown.count("deep") == text.count("deep")
    assert "«release»" in shown
    assert made.links[0].span.start == column(text, "release")


def test_it_is_told_where_it_begins_to_be_too_deep() -> None:
    text = "ok\n\n" + "> " * 70 + "deep\n" + "> " * 70 + "deep"
    _, (problem,) = read(text)
    assert at(text, problem.place.span) == "> " * 12 + "deep"


def test_brackets_within_brackets_stay_text() -> None:
    text = "[" * 100 + "[[a]]" + "]" * 100 + " ![" * 30 + "x" + "](y)" * 30
    made = body(text)
    assert len(made.links) == 1
    assert visible(made).count("[") >= 100
