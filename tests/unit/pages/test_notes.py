"""Notes as a page shows them, at the paragraph that they belong to."""

import re
from functools import lru_cache

from tests.site import site

LONG = "A bell rang in the old mill and nobody came. " * 12


@lru_cache(maxsize=1)
def page() -> str:
    return site(
        {
            "articles/flood": "title: Flood\npublished: 2025\nlanguage: lt\n\n"
            "The weir gave way at night.\n\n- The bell rang.\n- Nobody came & saw.\n\nThe mill stood in water.\n\n"
            "The end.",
            "annotations/bell": "target: flood\nquote: bell rang\ntype: fact-check\nverdict: mixed\n\nIt did.",
            "annotations/claimed": "target: flood\nquote: Nobody came\ntype: fact-check\n"
            "verdict: {claim: Somebody came., rating: 'false'}\n\nNo.",
            "annotations/weir": f"target: flood\nquote: weir gave\ntype: correction\ntitle: Which weir?\n\n{LONG}",
            "annotations/reply": "target: annotations/bell\nquote: It did\n\nIt did not.",
            "annotations/whole": f"target: flood\n\nOn it all. {LONG}",
            "annotations/gone": "target: flood\n"
            "quote: A sentence which has been cut out of this text long ago\n\nWas there.",
            "annotations/other": "target: flood\nquote: The mill stood in mud.\n\nChanged.",
            "events/a": "title: Arrival\ndate: 2025\nsources: {article: flood, quote: The end.}",
            "events/b": "title: Break\ndate: 2025\nsources: {article: flood, quote: The end.}",
        },
        config="anchors: {changed_meaning: warn}\n",
    ).page("articles/flood/index.html")


def note(name: str) -> str:
    """The HTML of a note, as far as the next."""
    return re.split(r'<div class="note[ "]', page().split(f'id="note-{name}"')[1])[0]


def test_a_note_stands_right_after_its_block() -> None:
    blocks = re.split(r'<div class="blk[^"]*">', page())[1:]
    assert [re.findall(r'id="note-(\w+)"', block) for block in blocks[:3]] == [
        ["weir"],
        ["bell", "reply", "claimed"],
        ["other"],
    ]
    assert blocks[1].index("</ul>") < blocks[1].index('class="notes"')


def test_the_words_of_the_article_are_in_its_language_and_notes_in_the_sites() -> None:
    first = re.split(r'<div class="blk[^"]*">', page())[1]
    assert (
        first.index('<div lang="lt" dir="ltr"><p>') < first.index("</p>\n</div>") < first.index('<div class="notes">')
    )
    assert '<q lang="lt" dir="ltr">bell rang</q>' in note("bell")
    assert "<q>Somebody came.</q>" in note("claimed")


def test_a_verdict_is_a_place_on_the_scale_and_a_word() -> None:
    assert '<i></i><i></i><i class="on"></i><i></i><i></i></span> <strong>mixed</strong>' in note("bell")


def test_a_long_note_is_folded_beside_the_text_and_not_below_it() -> None:
    first, rest = note("weir").split("<details")
    assert 0 < first.count("A bell rang") < 12
    assert first.count("A bell rang") + rest.count("A bell rang") == 12
    assert "<details" not in note("whole")


def test_a_reply_is_called_by_a_letter() -> None:
    assert (
        '<a class="ref y1" role="doc-noteref" id="ref-reply" href="#note-reply" data-n="a" aria-label="Note a">'
        in note("bell")
    )
    assert '<div class="note y1" id="note-reply"' in page()
    assert page().index('class="replies"') < page().index('id="note-reply"')
    assert (
        '<a class="note-number" role="doc-backlink" href="#ref-reply" aria-label="Back to the text of note a">a</a>'
        in note("reply")
    )


def test_a_changed_passage_shows_old_and_new_words() -> None:
    made = note("other")
    assert (
        made.index("The text has changed")
        < made.index(">The mill stood in mud.</q>")
        < made.index(">The mill stood in water")
    )
    assert 'data-anchor="changed' in made


def test_notes_on_what_is_gone_and_on_the_whole_stand_below() -> None:
    assert page().index("The end.") < page().index('id="s-notes-whole"') < page().index('id="note-whole"')
    assert page().index('id="s-notes-orphaned"') < page().index('id="note-gone"')
    assert "A sentence which has been cut out of this text long ago" in note("gone")
    assert '<a class="permalink" href="#note-gone"' in note("gone")


def test_a_passage_with_two_sources_has_one_mark_and_a_list() -> None:
    mark = '<mark class="d0 k1" data-source="events/a events/b">The end.</mark>'
    link = re.search(rf'{mark}<a class="source-ref k1" id="(source-\d+-\d+)" href="#rests-on-(source-\d+-\d+)"', page())
    assert link
    listed = page().split(f'id="rests-on-{link[1]}"')[1].split("</p>")[0]
    assert link[1] == link[2]
    assert [title in listed for title in ("Arrival", "Break")] == [True, True]
    assert f'href="#{link[1]}"' in listed
