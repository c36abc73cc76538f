"""`docs/layouts.md`, tried out: its recipes are built, and its tables are what parts and views say of themselves."""

import re
from dataclasses import replace
from typing import NamedTuple

import pytest

from tests.parts.tables import PAPER, up_to_date
from tests.site import ROOT, Site, site

TEXT = PAPER.read_text("utf-8")
FENCE = re.compile(r"^```\w+ (?P<what>title|shows)=\"(?P<path>[^\"]+)\"\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
DOCUMENTS = {
    "events/closing": "title: The bridge is closed\ndate: 2025-03-14\n\nSince Friday morning nobody may cross.",
    "articles/council": "title: The council speaks\npublished: 2025-03-15\n\nIt speaks of cracks.",
}


class Box(NamedTuple):
    what: str
    path: str
    text: str


def recipes() -> dict[str, list[Box]]:
    sections = re.split(r"^## Recipe: (.+)$", TEXT, flags=re.MULTILINE)
    return {
        name: [Box(*found) for found in FENCE.findall(text)]
        for name, text in zip(sections[1::2], sections[2::2], strict=True)
    }


def cooked(boxes: list[Box]) -> Site:
    given = [box for box in boxes if box.what == "title"]
    own = {box.path.removeprefix("layouts/"): box.text for box in given if box.path.startswith("layouts/")}
    content = {box.path.removeprefix("content/"): box.text for box in given if box.path.startswith("content/")}
    plain = site(DOCUMENTS)
    return replace(plain, files={**plain.files, **content}).with_layouts(own)


def test_there_are_recipes() -> None:
    assert len(recipes()) == 5


@pytest.mark.parametrize("name", recipes())
def test_a_recipe_does_what_it_shows(name: str) -> None:
    boxes = recipes()[name]
    shown = [box for box in boxes if box.what == "shows"]
    assert shown
    built = cooked(boxes).build()
    assert [one for one in built.found if one.severity == "error"] == []
    plain = site(DOCUMENTS).build().tree
    for box in shown:
        assert box.text.strip() in built.tree[box.path].decode()
        assert box.text.strip() not in plain[box.path].decode()


@pytest.mark.parametrize("name", recipes())
def test_a_recipe_keeps_to_the_policy(name: str) -> None:
    for path, data in cooked(recipes()[name]).build().tree.items():
        if path.endswith(".html"):
            text = data.decode()
            assert not re.search(r"<[^>]+\s(?:style|on\w+)=|<style\b|<script(?![^>]*(?:src|ld\+json))", text)


def test_the_tables_are_up_to_date() -> None:
    assert up_to_date(TEXT) == TEXT, "make parts"


def test_the_blocks_that_are_named_exist() -> None:
    base = (ROOT / "layouts/base.html").read_text("utf-8")
    named = re.search(r"`base.html` has these blocks: (.+?)\. Each", TEXT, re.DOTALL)
    assert named
    blocks = re.findall(r"`(\w+)`", named[1])
    assert len(blocks) == 6
    assert set(blocks) <= set(re.findall(r"\{% block (\w+) %\}", base))


def test_every_template_of_a_page_is_listed() -> None:
    made = {path.name for path in (ROOT / "layouts/pages").glob("*.html")}
    assert made == set(re.findall(r"^### `pages/([\w-]+\.html)`$", TEXT, re.MULTILINE))
