"""Small drawings: no lanes, few labels, and what the page is about stands out."""

from dateline.model.names import Id, Key, Kind
from dateline.pages.drawing import small_drawing
from dateline.pages.drawing.small import LABELS
from tests.drawn import THREADS, WORDS, bars, markup, told

MANY = {f"e{n:02}": f"title: Event {n}\ndate: 2025-01-{n + 1:02}\nimportance: 2\nthreads: court" for n in range(28)}


def test_no_lanes_and_few_labels() -> None:
    story = told(MANY | {"far": "title: Far\ndate: 2025-12-01\nthreads: court"}, THREADS)
    here = Key(Kind.EVENT, Id("e20"))
    made = small_drawing(story, story.order, "../", WORDS, here)
    assert made is not None
    assert made.bands == ()
    labelled = [bar for bar in made.bars if bar.label]
    assert len(labelled) == LABELS
    assert [bar.id for bar in made.bars if bar.here] == ["e20"]
    assert bars(made)["e20"].label == "Event 20"
    assert len(made.bars) == len(MANY) + 1
    assert markup(made, "small").count('class="glow"') == 1


def test_plain_signs_need_no_key() -> None:
    story = told({"a": "title: A\ndate: 2025-01-01", "b": "title: B\ndate: 2025-03-02/2025-04-01"})
    made = small_drawing(story, story.order, "../", WORDS)
    assert made is not None
    assert made.signs == ()
    assert "figcaption" not in markup(made, "small")


def test_a_single_event_has_time_around_it() -> None:
    for date, kind in (("2025-09-11", "dot"), ("2025-09", "bar"), ("2025", "bar"), ("2025-09-11T21:37", "dot")):
        story = told({"a": f"title: A\ndate: {date}"})
        made = small_drawing(story, story.order, "../", WORDS, story.order[0])
        assert made is not None
        (shape,) = made.bars[0].shapes
        assert shape.kind == kind
        assert 45 < shape.x + shape.width / 2 < 55
        assert len([tick for tick in made.ticks if tick.label]) >= 2


def test_nothing_where_the_page_s_own_event_cannot_be_drawn() -> None:
    story = told({"a": "title: A\ndate: 2025-09-11", "b": "title: B\ndate: XXXX"})
    assert small_drawing(story, story.order, "../", WORDS, Key(Kind.EVENT, Id("b"))) is None
    assert small_drawing(story, [], "../", WORDS) is None
