"""What each part says of itself is true: its macros, their parameters, and examples that can be shown."""

import re

import pytest

from dateline.pages.layouts import environment, layouts_of
from tests.parts.described import PARTS, described, kind, needed, parts, signatures, values, views_of
from tests.parts.gallery import LOOKS, gallery, render
from tests.site import ROOT, site


@pytest.mark.parametrize("part", parts())
def test_a_part_describes_its_macros_as_they_are(part: str) -> None:
    told = {name: tuple(macro.parameters) for name, macro in described(part).macros.items()}
    assert told == signatures(part)


@pytest.mark.parametrize("part", parts())
def test_what_is_said_are_sentences_and_types_exist(part: str) -> None:
    known = described(part)
    said = [known.says, *(macro.says for macro in known.macros.values())]
    assert all(text[0].isupper() or text[0] == "`" for text in said)
    assert all(text.endswith(".") for text in said)
    for macro in known.macros.values():
        for parameter in macro.parameters.values():
            assert kind(parameter.type)
            assert not parameter.says.endswith(".")


@pytest.mark.parametrize("part", parts())
def test_every_macro_has_examples_that_can_be_shown(part: str) -> None:
    layouts = layouts_of(site({}).snapshot, "en")[0]
    for name, macro in described(part).macros.items():
        assert macro.examples or macro.inner or macro.unseen, name
        names = [example.name for example in macro.examples]
        assert len(set(names)) == len(names)
        for example in macro.examples:
            assert needed(part)[name] <= set(example.values), (name, example.name)
            template = environment(layouts).get_template(f"parts/{part}/{part}.html")
            shown = render(template, part, name, example)
            assert not re.search(r"Undefined|object at 0x|<built-in", shown)


def test_inner_macros_are_used_by_their_own_part_only() -> None:
    inner = {(part, name) for part in parts() for name, macro in described(part).macros.items() if macro.inner}
    for path in sorted((ROOT / "layouts").rglob("*.html")):
        for part, names in re.findall(r'from "parts/(\w+)/\w+\.html" import ([\w, ]+)', path.read_text("utf-8")):
            if path.parent.name != part:
                assert not {(part, name.split(" as ")[0].strip()) for name in names.split(",")} & inner, path.name


def test_every_page_of_the_gallery_is_made() -> None:
    made = gallery()
    assert {path for path in made if path.endswith(".html")} == {
        "index.html",
        *(f"{part}.{look}.html" for part in parts() for look in LOOKS),
    }
    assert b"<!--styles-->" not in b"".join(data for path, data in made.items() if path.endswith(".html"))
    for part in parts():
        examples = sum(len(macro.examples) for macro in described(part).macros.values())
        assert made[f"{part}.light.html"].count(b'class="s-example"') == examples


def test_an_example_of_the_wrong_type_is_refused() -> None:
    example = described("when").macros["when"].examples[0]
    wrong = type(example)("x", {"date": {"word": 3}})
    with pytest.raises(Exception, match="words"):
        values("when", "when", wrong)


def test_a_site_in_the_examples_that_is_wrong_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown-field"):
        views_of({"events/a": "title: A\ndate: 2025\nnothing: here"})


def test_no_part_is_without_a_description() -> None:
    assert [part for part in parts() if not (PARTS / part / f"{part}.yaml").is_file()] == []
