"""How many events fall in each period."""

from dateline.pages.drawing import density
from dateline.pages.drawing.density import HEIGHT, LEAST
from tests.drawn import markup, told

YEARS = [
    (str(year), f"../timeline/{year}/", (year - 1970) * 31_557_600, (year - 1969) * 31_557_600 - 1)
    for year in (2023, 2024, 2025)
]


def test_events_are_counted_where_they_begin() -> None:
    story = told(
        {f"e{n}": f"title: E{n}\ndate: 2024-07-{n + 10:02}" for n in range(9)}
        | {"a": "title: A\ndate: 2023-03-01", "b": "title: B\ndate: XXXX", "c": "title: C\ndate: 1999"}
    )
    strip = density(story, story.order, YEARS)
    assert [part.count for part in strip.parts] == [1, 9, 0]
    (one,), (nine,), none = (part.columns for part in strip.parts)
    assert none == ()
    assert nine.height == strip.height == HEIGHT
    assert LEAST <= one.height < HEIGHT
    assert one.x < nine.x < 60


def test_each_period_is_a_link_with_its_count_in_words() -> None:
    story = told({"a": "title: A\ndate: 2024-07-01"})
    html = markup(density(story, story.order, YEARS), "density")
    assert html.count("<li><a href=") == 3
    assert 'href="../timeline/2024/"' in html
    assert '<bdi>2024</bdi> <small>1<span class="visually-hidden"> Events</span></small>' in html


def test_no_periods() -> None:
    story = told({"a": "title: A\ndate: 2024-07-01"})
    assert density(story, story.order, []).parts == ()
