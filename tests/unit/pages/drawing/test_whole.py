"""The whole drawing: lanes, links, titles, what led to what, what stands behind, and a key of what occurs."""

import re

import pytest

from dateline.pages.drawing import drawing, small_drawing
from dateline.pages.drawing.drawn import Drawing
from dateline.pages.wording import CATALOGUES, wording
from tests.drawn import THREADS, WORDS, bars, drawn, markup, told
from tests.site import ROOT

DAYS = {
    "a": "title: Alpha\ndate: 2025-01-03\nthreads: [field, court]",
    "b": "title: Beta\ndate: 2025-03-10\nthreads: court\ncaused_by: a\nimportance: 3",
    "c": "title: Gamma\ndate: 2025-06?\nstatus: reported\nas_said: in early summer",
    "d": "title: Delta\ndate: XXXX",
}


def test_threads_are_lanes_in_the_order_of_the_config() -> None:
    made = drawn(DAYS, THREADS)
    assert [(band.title, band.number) for band in made.bands] == [
        ("Court", 1),
        ("In the field", 2),
        ("Other events", 0),
    ]
    at = bars(made)
    for name, band in zip("bac", made.bands, strict=True):
        assert band.y < at[name].y < band.y + band.height
    assert [f"hue{number}" in at[name].classes.split() for name, number in (("a", 2), ("b", 1), ("c", 0))] == [True] * 3


def test_without_threads_there_are_no_lanes() -> None:
    made = drawn({name: re.sub(r"\nthreads:.*", "", text) for name, text in DAYS.items()})
    assert made.bands == ()
    assert "hue1" in made.bars[0].classes


def test_titles_say_date_and_source_in_words() -> None:
    at = bars(drawn(DAYS, THREADS))
    assert at["a"].title == "Alpha, 3 January 2025"
    assert at["c"].title == "Gamma, possibly June 2025; as said: “in early summer”"
    assert at["c"].label == "Gamma?"
    assert (at["c"].status, at["a"].status) == ("reported", "")
    assert at["a"].href == "../events/a/"


def test_what_cannot_be_drawn_is_listed() -> None:
    made = drawn(DAYS, THREADS)
    assert "d" not in bars(made)
    assert [lead.title for lead in made.undated] == ["Delta"]
    story = told({"d": DAYS["d"]})
    assert drawing(story, story.order, "../", WORDS) is None


def test_what_led_to_what_is_an_arrow() -> None:
    (arrow,) = drawn(DAYS, THREADS).arrows
    assert arrow.x == bars(drawn(DAYS, THREADS))["a"].shapes[0].x


def test_neighbours_in_unknown_order_are_tied() -> None:
    events = {"a": "title: A\ndate: 2025-01-03", "b": "title: B\ndate: 2025-01-03", "c": "title: C\ndate: 2025-02"}
    assert len(drawn(events).ties) == 1
    assert drawn(events | {"b": "title: B\ndate: 2025-01-03\nafter: a"}).ties == ()


def test_a_long_period_of_little_importance_stands_behind() -> None:
    war = "title: War\ndate: 2024-12-01/2025-12\nimportance: 1"
    made = drawn(DAYS | {"war": war}, THREADS)
    assert [bar.id for bar in made.backgrounds] == ["war"]
    assert "war" not in [bar.id for bar in made.bars]
    assert "background" in made.signs
    short = drawn(DAYS | {"war": "title: War\ndate: 2025-02-01/2025-02-10\nimportance: 1"}, THREADS)
    year = drawn(DAYS | {"war": "title: War\ndate: 2025\nimportance: 1"}, THREADS)
    assert short.backgrounds == year.backgrounds == ()


def test_few_periods_stand_behind() -> None:
    wars = {f"war{n}": f"title: War\ndate: 2024-{n + 1:02}/2025-12\nimportance: 1" for n in range(6)}
    assert [bar.id for bar in drawn(DAYS | wars).backgrounds] == ["war0", "war1", "war2"]


def test_facets_stand_on_the_event_and_on_its_lines() -> None:
    story = told(DAYS, THREADS)
    facets = {key: f"f-{key.id}" for key in story.order}
    made = drawing(story, story.order, "../", WORDS, facets=facets)
    assert made is not None
    assert "f-a" in bars(made)["a"].classes.split()
    assert made.arrows[0].classes == "f-a"


OLD = {"old": "title: Old\ndate: 1999", "until": "title: Until\ndate: ../1999"}


def test_a_given_range_is_kept_and_what_lies_outside_is_not_drawn() -> None:
    story = told(
        {"a": "title: A\ndate: 2025-01-03", "b": "title: B\ndate: 2025-03-10", "c": "title: C\ndate: 2029"} | OLD
    )
    made = drawing(story, story.order, "../", WORDS, first=1_735_682_400, last=1_767_218_399)  # the year 2025
    assert made is not None
    assert [bar.id for bar in made.bars] == ["a", "b"]
    assert [era.label for era in made.eras if era.label] == ["2025"]
    assert made.gaps == ()
    assert 0 < made.bars[0].shapes[0].x < 2


def test_the_important_ones_are_kept_where_there_are_too_many() -> None:
    events = {f"e{n:03}": f"title: E{n}\ndate: 2025-01-{n % 28 + 1:02}\nimportance: {1 + n % 2}" for n in range(410)}
    made = drawn(events)
    assert (len(made.bars), made.left_out) == (400, 10)
    assert "<p>Only in the list: 10</p>" in markup(made)
    assert sum("e" in bar.id and int(bar.id[1:]) % 2 == 0 for bar in made.bars) == 195


KINDS = {
    "point": "date: 2025-01-03",
    "soft": "date: 2025-05",
    "span": "date: 2025-02-03/2025-05-08",
    "ends": "date: 2025-02/2025-06",
    "frame": "date: '[2025-02-03..2025-05-08]'",
    "days": "date: '[2025-02-03,2025-05-08]'",
    "all": "date: '{2025-02-03,2025-05-08}'",
    "about": "date: 2025-05~",
    "uncertain": "date: 2025-05?",
    "open": "date: 2025-05-01/..",
    "reported": "date: 2025-05-01\nstatus: reported",
    "disputed": "date: 2025-05-01\nstatus: disputed",
    "denied": "date: 2025-05-01\nstatus: denied",
    "planned": "date: 2025-05-01\nstatus: planned",
    "cause": "date: 2025-05-01\ncaused_by: far",
    "tie": "date: 2024-01-01",
}


@pytest.mark.parametrize("sign", KINDS)
def test_the_key_explains_what_occurs_and_nothing_else(sign: str) -> None:
    others = {"far": "title: Far\ndate: 2024-01-01", "later": "title: Later\ndate: 2026-01-01"}
    made = drawn(others | {"a": f"title: A\n{KINDS[sign]}"})
    own = {"uncertain": {"soft"}, "point": set()}.get(sign, set())
    assert set(made.signs) == {"point", sign} | own
    assert markup(made).count("<li>") == len(made.signs)


def test_each_sign_of_the_key_has_words_in_every_language() -> None:
    for language, words in CATALOGUES.items():
        for sign in set(KINDS) - {"reported", "disputed", "denied", "planned"} | {"background", "break"}:
            assert wording(language)(f"key.{sign}") == words[f"key.{sign}"]


def test_markup_is_hidden_from_readers_of_lists_and_has_no_style() -> None:
    html = markup(drawn(DAYS, THREADS))
    assert html.count('<svg class="scale"') == html.count("</a>\n</svg>") == 1
    assert '<svg class="scale" width="100%"' in html
    assert 'aria-hidden="true" focusable="false">' in html
    assert not re.findall(r"<a (?![^>]*tabindex=\"-1\")[^>]*data-bar", html)
    assert "style=" not in html
    assert "viewBox" not in html
    assert len(re.findall(r'<a class="bar-group [^"]*" data-bar="[a-c]" href="../events/[a-c]/"', html)) == 3


def test_names_of_definitions_are_unique_on_a_page() -> None:
    story = told(DAYS, THREADS)
    both = [drawing(story, story.order, "../", WORDS), small_drawing(story, story.order, "../", WORDS)]
    html = "".join(markup(one) for one in both)
    names = re.findall(r' id="([^"]+)"', html)
    assert names
    assert len(names) == len(set(names))
    assert all(name.startswith("s-") for name in names)
    assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', html)) <= set(names)


def test_an_event_costs_few_bytes() -> None:
    events = {
        f"e{n:03}": f"title: A thing that happened {n}\ndate: 2025-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(200)
    }
    html = markup(drawn(events))
    bytes_each = len(html.encode()) / 200
    assert bytes_each < 330


def test_colours_of_threads_are_told_from_paper() -> None:
    sheet = (ROOT / "layouts/parts/drawing/drawing.css").read_text("utf-8")
    colours = re.findall(r"--t(\d): light-dark\((#\w+), (#\w+)\)", sheet)
    assert [int(number) for number, _, _ in colours] == list(range(7))
    for _, light, dark in colours:
        assert contrast(light, "#fdfcf8") >= 7.5
        assert contrast(dark, "#15140f") >= 7.5


def contrast(one: str, two: str) -> float:
    """The contrast ratio of WCAG 2.2 between two colours as #rrggbb."""
    dark, light = sorted(map(luminance, (one, two)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_left_to_right_in_every_language() -> None:
    made: Drawing = drawn({"a": "title: إطلاق سراح\ndate: 2025-09?", "b": "title: B\ndate: 2025-01-01"})
    assert bars(made)["a"].label == "\u2068إطلاق سراح؟\u2069"
    sheet = (ROOT / "layouts/parts/drawing/drawing.css").read_text("utf-8")
    assert re.search(r"\.stage \{[^}]*direction: ltr", sheet)
