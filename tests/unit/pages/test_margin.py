"""Whether notes may stand beside their lines."""

from msgspec import structs

from dateline.model.body import Markup, Media, Piece, Words
from dateline.pages.folds import LONG
from dateline.pages.frame import Lead
from dateline.pages.margin import BELOW, BRIEF, FARTHEST, Laid, drift, laid
from dateline.pages.notes import Note
from dateline.pages.prose import Mark, Prose, Shown

SENTENCE = "A bell rang in the old mill and nobody came. "
PARAGRAPH = SENTENCE * 14


def note(number: int, words: int) -> Note:
    text = Words((SENTENCE * (words // 10)).strip())
    return Note(
        id=f"n{number}",
        number=number,
        sign=str(number),
        type="context",
        type_words="Context",
        state="exact",
        title="A bell",
        body=Prose((Markup("<p>"), text, Markup("</p>\n"))),
        quote="bell",
        matched="",
        language="",
        is_anchored=True,
        warning="",
        authors=(),
        date=None,
        events=(),
        sources=(),
        tags=(),
        verdict=None,
    )


def page(notes: list[list[int]], before: tuple[Piece, ...] = (), files: tuple[Shown, ...] = ()) -> Laid:
    """A page of paragraphs, each with notes of so many words."""
    pieces, marks, made, start = list(before), list[Mark](), list[Note](), 0
    for lengths in notes:
        pieces += [Markup("<p>"), Words(PARAGRAPH), Markup("</p>\n")]
        for place, words in enumerate(lengths):
            made.append(note(len(made) + 1, words))
            marks.append(Mark(start + 5 * place, start + 5 * place + 4, note=made[-1].id, number=len(made)))
        start += len(PARAGRAPH)
    return laid(Prose(tuple(pieces), files=files, marks=tuple(marks)), made)


def test_a_text_without_notes_is_one_block() -> None:
    made = page([[], []])
    assert (len(made.blocks), made.sided, made.floats) == (1, False, False)


def test_a_few_notes_stand_beside_their_lines() -> None:
    made = page([[30], [], [60, 20], []])
    assert (made.sided, made.floats, made.words) == (True, True, LONG)
    assert not any(block.many for block in made.blocks)


def test_where_notes_are_crowded_they_are_shortened() -> None:
    made = page([[60] * 5, [], [], [], []])
    assert (made.floats, made.words) == (True, BRIEF)


def test_too_many_notes_stand_below_their_paragraph_in_columns() -> None:
    made = page([[50] * 25, [], [40], [40]])
    assert (made.sided, made.floats, made.words) == (True, False, LONG)
    assert [block.many for block in made.blocks] == [True, False, False, False]


def test_notes_do_not_run_far_past_the_end() -> None:
    long = structs.replace(note(1, 10), warning="The text has changed.", quote=PARAGRAPH * 4)
    mark = Mark(0, 4, note=long.id, number=1)
    paragraph = (Markup("<p>"), Words(PARAGRAPH), Markup("</p>\n"))
    assert not laid(Prose(paragraph, marks=(mark,)), [long]).floats
    assert laid(Prose(paragraph * 6, marks=(mark,)), [long]).floats


def test_an_image_is_part_of_the_height() -> None:
    notes = [note(1, 60)] * 3
    picture, files = (Markup("<p>"), Media(0, ""), Markup("</p>\n")), (Shown("a.jpg", 600, 600),)
    words = (Markup("<p>"), Words(PARAGRAPH), Markup("</p>\n"))
    marks = tuple(Mark(5 * at, 5 * at + 4, note="n1", number=at + 1) for at in range(3))
    without = drift(laid(Prose(words, marks=marks), notes).blocks, notes)
    beside = drift(laid(Prose((*words, *picture), files=files, marks=marks), notes).blocks, notes)
    assert without.below - beside.below > 30
    assert beside.farthest == without.farthest < FARTHEST < BELOW + 10


def test_a_list_of_what_rests_on_a_passage_takes_room() -> None:
    leads = tuple(Lead(f"Event {number}", "") for number in range(9))
    mark = Mark(0, 4, source="events/a events/b", name="source-0-4", leads=leads)
    made = laid(Prose((Markup("<p>"), Words("Bell"), Markup("</p>\n")), marks=(mark,)), ())
    assert drift(made.blocks, ()).below > 5
