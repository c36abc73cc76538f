"""Headings in a list: larger units, and never one that claims more than is known."""

import re

from tests.site import site


def headings(*dates: str) -> list[tuple[str, int]]:
    """Each heading of the timeline, and how many events stand below it."""
    docs = {f"events/e{number:02}": f"title: E\ndate: '{date}'" for number, date in enumerate(dates)}
    page = site(docs).page("timeline/index.html")
    parts = re.split(r'<section class="era[^>]*>\s*<h3[^>]*>', page)[1:]
    return [(part.partition("</h3>")[0], part.partition("</section>")[0].count("data-event=")) for part in parts]


def test_a_list_of_one_unit_has_no_headings() -> None:
    assert headings("2025-01-01", "2025-01-01", "2025-01-01") == []


def test_years_divide_a_list_of_years() -> None:
    dates = [f"{year}-{month:02}-01" for year in (2020, 2021, 2022) for month in range(1, 8)]
    assert headings(*dates) == [("2020", 7), ("2021", 7), ("2022", 7)]


def test_open_beginnings_stand_below_a_heading_that_says_so() -> None:
    assert headings("XXXX", "2020", "2021")[0] == ("Beginning not known", 1)


def test_a_vague_date_never_stands_below_a_finer_unit() -> None:
    dates = ["2024", *[f"2025-{month:02}-{day:02}" for month in (3, 4) for day in range(1, 9)]]
    assert headings(*dates) == [("2024", 1), ("March 2025", 8), ("April 2025", 8)]


def test_a_vague_date_among_finer_ones_divides_nothing() -> None:
    dates = ["2025-03-01", "2025-03", *[f"2025-03-{day:02}" for day in range(2, 9)]]
    dates += [f"2025-04-{day:02}" for day in range(1, 9)]
    assert headings(*dates) == [("March 2025", 9), ("April 2025", 8)]
