from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.model.names import Id
from dateline.model.settings import AnchorSettings, AnnotationType, Settings, Thread
from dateline.reading.configuration import BUILT_IN_TYPES, MOTIVATIONS, read_settings
from tests.told import told

CASES = Path(__file__).parents[2] / "cases" / "wrong-config.txt"
LEAST = "title: T\nbase_url: https://example.org\nlanguage: en\ntimezone: Europe/Vilnius\n"


def cases() -> Iterator[tuple[str, str, str]]:
    for case in CASES.read_text("utf-8").split("\n# ")[1:]:
        title, _, *lines = case.splitlines()
        size = next(at for at, line in enumerate(lines) if line and not line.startswith("    "))
        yield title, "".join(f"{line[4:]}\n" for line in lines[: size - 1]), "\n".join(lines[size:]).strip()


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*one[1:], id=one[0]) for one in cases()])
def test_all_that_is_wrong_is_said_with_place_code_message_and_hint(text: str, expected: str) -> None:
    assert told(text, read_settings(text).found) == expected


def test_the_least_config() -> None:
    made = read_settings(LEAST)
    assert made.found == ()
    built_in = tuple(AnnotationType(*pair) for pair in BUILT_IN_TYPES.items())
    assert made.value == Settings("T", "https://example.org/", "en", "Europe/Vilnius", annotation_types=built_in)


MORE = """tagline: Told by its sources
author: Ona
licence: CC BY 4.0
threads:
  security: {title: Security, summary: Drones}
  diplomacy: Diplomacy
  świat: {title: World}
annotation_types:
  translation: {label: Translation, motivation: describing}
  context: Background
verdict_scale: [true, mostly true, 2025, false]
nav:
- pages/about
- {title: Timeline, link: /timeline/#now}
- {title: Home, link: /}
- {title: Elsewhere, link: https://example.org/}
anchors: {changed_meaning: warn, words: pardoned}
markdown: {html: yes}
feed: no
lint: {titles: 60}
publish: {pages: {branch: gh-pages}}
"""


def test_a_whole_config() -> None:
    made = read_settings(LEAST + MORE)
    assert made.found == ()
    site = made.value
    assert site
    assert (site.tagline, site.author, site.licence) == ("Told by its sources", "Ona", "CC BY 4.0")
    assert site.threads == (
        Thread(Id("security"), "Security", "Drones"),
        Thread(Id("diplomacy"), "Diplomacy"),
        Thread(Id("świat"), "World"),
    )
    assert site.annotation_types[0] == AnnotationType("context", "commenting", "Background")
    assert site.annotation_types[-1] == AnnotationType("translation", "describing", "Translation")
    assert [one.id for one in site.annotation_types] == [*BUILT_IN_TYPES, "translation"]
    assert site.verdict_scale == ("true", "mostly true", "2025", "false")
    assert [(one.title, one.target) for one in site.nav] == [
        ("", "pages/about"),
        ("Timeline", "/timeline/#now"),
        ("Home", "/"),
        ("Elsewhere", "https://example.org/"),
    ]
    assert (LEAST + MORE)[site.nav[0].span.start : site.nav[0].span.end] == "pages/about"
    assert site.anchors == AnchorSettings("warn", ("pardoned",))
    assert site.html is True


def test_marks_and_line_ends_make_no_difference() -> None:
    text = LEAST + "tagline: é\nthread: x\n"
    plain = read_settings(text)
    assert plain.found
    for other in (f"\ufeff{text}".encode(), text.replace("\n", "\r\n").encode(), f"---\n{text}"):
        assert read_settings(other).value == plain.value
    assert read_settings(text.replace("\n", "\r\n").encode()) == plain


def test_one_bad_field_loses_only_that_field() -> None:
    site = read_settings(
        LEAST + "verdict_scale: {a: b}\nnav: [about, {title: x}]\nmarkdown: [a]\nthreads: {a: {summary: A}, b: B}\n"
    ).value
    assert site
    assert [(one.title, one.target) for one in site.nav] == [("", "about")]
    assert (site.html, site.threads) == (False, (Thread(Id("b"), "B"),))
    assert site.verdict_scale[0] == "true"


def test_without_a_required_field_the_content_is_checked_all_the_same() -> None:
    for name in ("title", "base_url", "language", "timezone"):
        text = "".join(line for line in LEAST.splitlines(keepends=True) if not line.startswith(name))
        made = read_settings(text)
        assert made.value is not None
        assert [one.message for one in made.found] == [f'config.yaml needs the field "{name}"']


def test_what_cannot_be_read_at_all() -> None:
    assert [one.code for one in read_settings("title: ė".encode("cp1257")).found] == ["not-utf-8"]
    assert [one.code for one in read_settings("# " + "a" * 70_000).found] == ["front-matter-too-large"]


def test_built_in_motivations_are_those_of_the_vocabulary() -> None:
    assert set(BUILT_IN_TYPES.values()) <= set(MOTIVATIONS)
    assert len(MOTIVATIONS) == 13
