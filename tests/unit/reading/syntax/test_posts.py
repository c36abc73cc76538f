"""Posts: their attributes, their ends, and what is asked about their date."""

import pytest

from dateline.model.body import Time
from tests.bodies import at, body, read, rendered, visible


def test_the_date_is_a_question_with_a_place() -> None:
    text = '> ::: post author="A" date="2025-09-11~"\n> a\n> :::'
    (date,) = (piece for piece in body(text).pieces if isinstance(piece, Time))
    assert (date.edtf, at(text, date.span)) == ("2025-09-11~", "2025-09-11~")


def test_the_address_is_one_out_of_the_site() -> None:
    made = body('::: post author="A" url="https://example.org/ž"\na\n:::')
    assert made.external == ("https://example.org/%C5%BE",)
    assert 'rel="external">https://example.org/ž</a>' in rendered(made)


@pytest.mark.parametrize("quoted", ['"A b"', "'A b'", "“A b”", "„A b“", "„A b”"])
def test_every_sort_of_quotation_mark(quoted: str) -> None:
    assert '<span class="post-author">A b</span>' in rendered(body(f"::: post author={quoted}\na\n:::"))


def test_values_cannot_break_out() -> None:
    html = rendered(body("::: post author='<b>\"' platform='&amp;\"x' url='https://a/\"onclick=x'\na\n:::"))
    assert '<span class="post-author">&lt;b&gt;&quot;</span>' in html
    assert "onclick" not in html.replace("&quot;onclick", "").replace("%22onclick", "")


def test_the_first_long_enough_line_of_colons_ends_it() -> None:
    made = body(':::: post author="A"\na\n\n::: post author="B"\nb\n:::\nc\n::::\nd')
    assert visible(made) == "a\nb\nc\nd"
    assert rendered(made).count("<figure") == rendered(made).count("</figure>") == 2


@pytest.mark.parametrize("text", ["    ::: post", "`::: post`", "a ::: post", ":: post", "```\n::: post\n```", ": : :"])
def test_what_is_no_post(text: str) -> None:
    assert "<figure" not in rendered(body(text))


def test_of_a_post_that_is_never_closed_no_word_is_lost() -> None:
    made, found = read('a\n\n::: post author="A"\n\nb\n\n> :::\n\nc')
    assert visible(made) == "a\nb\nc"
    assert [one.code for one in found] == ["invalid-markup", "invalid-markup"]
