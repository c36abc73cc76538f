"""Footnotes: their fragments, their order, and what they hold."""

import re

import pytest

from dateline.model.body import Words
from tests.bodies import at, body, read, rendered, visible


def test_fragments_carry_the_documents_name() -> None:
    made, _ = read("a[^x]\n\n[^x]: b", name="why-ž")
    assert re.findall(r' (?:id|href)="([^"]+)"', rendered(made)) == [
        "#fn-why-ž-1", "fnref-why-ž-1", "footnotes-why-ž", "fn-why-ž-1", "#fnref-why-ž-1",
    ]  # fmt: skip


def test_every_fragment_is_there_once_and_every_link_leads_to_one() -> None:
    html = rendered(body("a[^x] b[^x] ^[c[^y]] d^[e]\n\n[^x]: f[^y]\n\n[^y]: g[^x] h[^z]\n[^z]: i[^z]"))
    ids = re.findall(r'id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert re.findall(r'<li id="fn-note-(\d)">', html) == ["1", "2", "3", "4", "5"]


def test_a_definition_may_stand_anywhere() -> None:
    made = body("> a[^1]\n>\n> [^1]: b\n\n- c[^2]\n\n  [^2]: d\n\n[^3]: e\n\n    [^4]: f\n\ng[^3] h[^4]")
    assert visible(made) == "a\nc\ng h"
    assert [piece.text for piece in made.pieces if isinstance(piece, Words) and not piece.counted] == list("bdef")


def test_a_mark_within_a_link_is_text() -> None:
    text = "[a[^1] b](c.md)\n\n[^1]: d"
    made, (problem,) = read(text)
    assert visible(made) == "a[^1] b"
    assert (problem.code, at(text, problem.place.span)) == ("unused-footnote", "[^1]")


@pytest.mark.parametrize(
    "text", ["a [^] b", "a [^ x] b", "a [^x", "a ^[] b", "a ^[x", r"a \[^x] b", "`[^x]`", "x^2 ^ [a]"]
)
def test_what_is_no_footnote(text: str) -> None:
    assert "<sup" not in rendered(body(text))


def test_a_mark_is_reported_where_it_stands() -> None:
    text = "[^a]: b [^x]\n\n> - c[^a] | d[^y]"
    _, found = read(text)
    assert [(one.code, at(text, one.place.span)) for one in found] == [
        ("unknown-footnote", "[^x]"),
        ("unknown-footnote", "[^y]"),
    ]
