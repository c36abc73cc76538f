"""Long notes, folded."""

from dateline.pages.folds import LONG, SHORTEST_REST, folded, shown
from dateline.pages.prose import Mark, Prose
from tests.bodies import body

SENTENCE = "A bell rang in the old mill and nobody came. "  # ten words


def prose(text: str, *marks: Mark) -> Prose:
    return Prose(body(text).pieces, marks=marks)


def test_a_short_note_is_whole() -> None:
    made = folded(prose(SENTENCE * 7))
    assert (made.words, made.rest) == (0, "")
    assert made.first.count("bell") == 7


def test_a_note_is_folded_between_its_paragraphs() -> None:
    made = folded(prose("\n\n".join([SENTENCE * 3] * 4)))
    assert made.first.count("<p>") == made.rest.count("<p>") == 2
    assert made.words == LONG


def test_one_long_paragraph_is_folded_after_a_sentence() -> None:
    made = folded(prose("See *the old. Mill* first. " + SENTENCE * 12))
    assert made.first.endswith("nobody came.</p>\n")
    assert made.rest.startswith("<p> A bell")
    assert made.words == 10 * made.rest.count("bell") >= SHORTEST_REST


def test_a_paragraph_without_an_end_of_a_sentence_is_not_cut() -> None:
    text = "so it is " * 40
    made = folded(prose(text))
    assert (made.words, made.first.count("so it is")) == (0, 40)
    made = folded(prose(f"{text}\n\n{text}"))
    assert made.first.count("so it is") == made.rest.count("so it is") == 40


def test_a_highlight_across_the_fold_stays_whole() -> None:
    text = (SENTENCE * 12).strip()
    made = folded(prose(text, Mark(200, 400, note="reply", number=1), Mark(3, 7, note="first", number=2)))
    pieces = [
        part.split("</mark>")[0]
        for half in (made.first, made.rest)
        for part in half.split('data-annotation="reply">')[1:]
    ]
    assert "".join(pieces) == text[200:400]
    assert [half.count('id="ref-reply"') for half in (made.first, made.rest)] == [0, 1]
    assert [half.count('id="ref-first"') for half in (made.first, made.rest)] == [1, 0]


def test_where_notes_are_crowded_less_is_shown() -> None:
    made = prose("\n\n".join([SENTENCE * 2] * 5))
    assert [shown(made, most) for most in (60, 25)] == [(60, 40), (20, 80)]
    assert shown(prose(SENTENCE), 25) == (10, 0)


def test_a_paragraph_is_never_cut_within_an_element() -> None:
    made = folded(prose("so it is " * 15 + "*one. Two, [three. Four](https://a.b) five. Six* " + "so it is " * 20))
    assert made.words == 0
