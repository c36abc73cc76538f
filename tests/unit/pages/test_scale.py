"""The drawn timeline: a vague date is never a point, and nothing leaves the drawing."""

import re
from itertools import pairwise

import pytest

from tests.site import site


def drawn(page: str) -> dict[str, str]:
    """The shape of each drawn event, by its title."""
    found = re.findall(r'<title>([^,<]*)[^<]*</title>\s*(?:<svg[^>]*>)?<(?:circle|rect) class="bar ([a-z-]+)"', page)
    return dict(found)


@pytest.mark.parametrize(
    ("date", "shape"),
    [
        ("2025-09-11", "point"),
        ("2025-09-11T10:00", "point"),
        ("2025-09", "soft"),
        ("2025", "soft"),
        ("2025-23", "soft"),
        ("2025-09-XX", "soft"),
        ("2025-09-01/2025-09-10", "span"),
        ("'[2025-09-09..2025-09-10]'", "frame"),
        ("2025-09-11~", "about"),
        ("2025~", "about"),
        ("2025-09-11/..", "open-end"),
        ("../2025-09-11", "open-start"),
    ],
)
def test_each_sort_of_date_has_its_shape(date: str, shape: str) -> None:
    page = site({"events/a": f"title: A\ndate: {date}", "events/b": "title: B\ndate: 2024-01-01"}).page(
        "timeline/index.html"
    )
    assert drawn(page) == {"A": shape, "B": "point"}


def test_what_is_open_on_both_sides_is_listed_instead() -> None:
    page = site({"events/a": "title: A\ndate: XXXX", "events/b": "title: B\ndate: 2024"}).page("timeline/index.html")
    assert drawn(page) == {"B": "soft"}
    assert '<p>Not drawn, since their date is open on both sides: <a href="../events/a/">' in page


@pytest.mark.parametrize(
    "dates", [("-0043-03-15", "2025"), ("Y-17000", "Y17000"), ("2025-09-11", "2025-09-11T10:00:01")]
)
def test_positions_stay_within_the_drawing(dates: tuple[str, str]) -> None:
    page = site(
        {f"events/{name}": f"title: {name}\ndate: {date}" for name, date in zip("ab", dates, strict=True)}
    ).page("timeline/index.html")
    positions = [float(one) for one in re.findall(r'(?:x|x1|cx)="(-?[0-9.]+)%"', page)]
    assert positions
    assert all(0 <= one <= 100 for one in positions)
    assert 1 < page.count('<line class="tick"') <= 12


def test_labels_in_one_lane_never_meet() -> None:
    events = {
        f"events/e{n:02}": f"title: An event with a rather long name {n}\ndate: 2025-09-{n:02}" for n in range(1, 31)
    }
    page = site(events).page("timeline/index.html")
    lanes: dict[str, list[tuple[float, float]]] = {}
    for x, offset, y, end, label in re.findall(
        r'<text class="label" x="([0-9.]+)%" dx="(-?\d+)" y="(\d+)"( text-anchor="end")?>([^<]*)</text>', page
    ):
        start = float(x) + int(offset) / 6.4
        width = len(label) * 6.9 / 6.4
        lanes.setdefault(y, []).append((start - width, start) if end else (start, start + width))
    assert sum(map(len, lanes.values())) == 30
    for taken in lanes.values():
        ordered = sorted(taken)
        assert all(first[1] <= second[0] for first, second in pairwise(ordered))
