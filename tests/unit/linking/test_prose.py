"""Bodies filled in, and the sentence that a link stands in."""

import pytest

from dateline.kernel.diagnostics import Span
from dateline.linking.answers import Answer
from dateline.linking.prose import fill, sentence
from dateline.model.body import Body, Gap, Link, LinkEnd, LinkStart, Markup, Title, Words
from dateline.model.names import Id, Key, Kind

RELEASE = Key(Kind.EVENT, Id("release"))


def body(*pieces: object, links: int = 1) -> Body:
    return Body(tuple(pieces), tuple(Link("release", Span(0, 0), wiki=True) for _ in range(links)))  # type: ignore[arg-type]


def test_a_title_is_filled_in_and_counts() -> None:
    made = fill(
        body(Markup("<p>"), Words("After "), LinkStart(0), Title(0), LinkEnd(), Words(" all."), Markup("</p>")),
        [Answer("the release", target=RELEASE)],
    )
    assert made.text == "After the release all."
    assert Title(0) not in made.pieces
    (mention,) = made.mentions
    assert mention.sentence == "After the release all."
    assert mention.sentence[mention.start : mention.end] == "the release"


def test_gaps_part_blocks_in_the_visible_text() -> None:
    made = fill(body(Words("One."), Gap("\n"), LinkStart(0), Words("Two"), LinkEnd()), [Answer("x", target=RELEASE)])
    assert made.text == "One.\nTwo"
    assert made.mentions[0].sentence == "Two"


def test_words_of_a_footnote_do_not_count_but_their_links_do() -> None:
    made = fill(
        body(Words("Text."), Words("See ", counted=False), LinkStart(0), Title(0, counted=False), LinkEnd()),
        [Answer("the release", target=RELEASE)],
    )
    assert made.text == "Text."
    assert made.mentions[0].sentence == "See the release"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("One is here. Two is there. Three.", "Two", "Two is there."),
        ("Mr. Smith met J. Doe. They spoke.", "Doe", "Mr. Smith met J. Doe."),
        ("It was „over“. Then more", "more", "Then more"),
        ("„Ar tai tiesa?“ Taip.", "Taip", "Taip."),
        ("A\nblock of its own\nB", "own", "block of its own"),
        ("cell\tother cell", "other", "other cell"),
        ("In 2025 m. rugpjūtį jie kalbėjo. Ir viskas.", "kalbėjo", "In 2025 m. rugpjūtį jie kalbėjo."),
        ("one", "one", "one"),
    ],
)
def test_the_sentence_around_some_words(text: str, words: str, expected: str) -> None:
    start = text.index(words)
    first, last = sentence(text, start, start + len(words))
    assert text[first:last] == expected


def test_a_very_long_sentence_is_cut_around_the_words() -> None:
    text = "word " * 1000 + "HERE" + " word" * 1000
    start = text.index("HERE")
    first, last = sentence(text, start, start + 4)
    assert "HERE" in text[first:last]
    assert last - first < 700
