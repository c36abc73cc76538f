"""Headings: their fragments, their words and their levels."""

import pytest

from dateline.model.body import Heading
from dateline.model.names import Fragment
from dateline.reading.syntax.headings import slug
from tests.bodies import body


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("After noon", "after-noon"),
        ("Überblick: was geschah?", "überblick-was-geschah"),
        ("Што здарылася", "што-здарылася"),
        ("हिन्दी", "हिन्दी"),
        ("A & B -- c_d", "a--b----c_d"),
        ("e\u0301te\u0301", "été"),
        ("2025", "2025"),
        ("?!", "section"),
        ("", "section"),
        ("Note release", "section-note-release"),
        ("fnref-a-1", "section-fnref-a-1"),
        ('" onclick="', "-onclick"),
    ],
)
def test_fragments(words: str, fragment: str) -> None:
    assert slug(words) == fragment


def test_fragments_are_told_apart() -> None:
    made = body("# a\n# a\n# a-1\n# A\n# a-1\n").headings
    assert [heading.fragment for heading in made] == ["a", "a-1", "a-1-1", "a-2", "a-1-2"]


def test_words_are_plain() -> None:
    (made,) = body("## The *big* [one](a.md) `x  y` [[two|2]] [[three]] ![no](b.jpg)[^1]\n\n[^1]: no\n").headings
    assert made == Heading(2, "The big one x y 2 three", Fragment("the-big-one-x-y-2-three"))


@pytest.mark.parametrize(
    ("text", "levels"),
    [("# a\n## b\n###### c", [2, 3, 6]), ("## a\n### b", [2, 3]), ("### a\n> # b", [4, 2]), ("###### a", [6])],
)
def test_levels(text: str, levels: list[int]) -> None:
    assert [heading.level for heading in body(text).headings] == levels
