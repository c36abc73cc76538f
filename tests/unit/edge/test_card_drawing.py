import io

import pytest
from msgspec.structs import replace
from PIL import Image

from dateline.edge.card_drawing import MOST_LINES, balanced, broken, draw_card, fitted
from dateline.edge.lettering import set_line
from dateline.model.names import SitePath
from dateline.pages.cards import HEIGHT, WIDTH, CardTask, Strip

TASK = CardTask(
    path=SitePath("assets/cards/card.png"),
    site="Fifty-Two",
    kind="Event",
    title="Belarus releases 52 prisoners",
    facts="11 September 2025",
    language="en",
    direction="ltr",
    paper="#fdfcf8",
    ink="#1d1b16",
    soft="#3d3930",
    rule="#d9d3c3",
    accent="#23604f",
    strip=Strip("o~-o", (333,), "2022", "12 September 2025"),
)


def pixels(task: CardTask) -> Image.Image:
    return Image.open(io.BytesIO(draw_card(task))).convert("RGB")


def inked(task: CardTask, box: tuple[int, int, int, int]) -> int:
    """How many pixels of a part are as dark as letters."""
    return sum(pixels(task).convert("L").crop(box).histogram()[:100])


TITLE = (84, 130, WIDTH - 84, 440)


def test_the_same_card_has_the_same_bytes() -> None:
    assert draw_card(TASK) == draw_card(replace(TASK))


def test_it_is_as_large_as_it_says_and_light() -> None:
    made = draw_card(TASK)
    assert Image.open(io.BytesIO(made)).size == (WIDTH, HEIGHT)
    assert len(made) < 40_000


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Another"},
        {"site": "Another"},
        {"kind": "Article"},
        {"facts": "12 September 2025"},
        {"accent": "#8c3b12"},
        {"strip": Strip("o~-o", (667,), "2022", "12 September 2025")},
        {"strip": Strip("ooo~", (333,), "2022", "12 September 2025")},
        {"strip": None},
        {"direction": "rtl"},
    ],
)
def test_all_that_it_says_can_be_seen(other: dict[str, object]) -> None:
    assert draw_card(replace(TASK, **other)) != draw_card(TASK)


def test_words_in_a_script_without_letters_are_left_out_and_the_rest_stays() -> None:
    made = replace(TASK, title="日本語")
    assert inked(TASK, TITLE) > 1000
    assert draw_card(made) == draw_card(replace(TASK, title=""))
    assert inked(made, (84, 60, 400, 110)) > 100


def test_pages_read_from_right_to_left_are_mirrored() -> None:
    made = pixels(replace(TASK, direction="rtl", title="بيلاروسيا"))
    accent = (0x23, 0x60, 0x4F)
    assert made.getpixel((2, 300)) != accent == made.getpixel((WIDTH - 2, 300))


def test_a_title_of_any_length_stays_in_its_place() -> None:
    for title in ("word " * 200, "x" * 500, "A" * 40 + " b"):
        made = replace(TASK, title=title.strip(), facts="", strip=None)
        assert inked(made, (WIDTH - 80, 0, WIDTH, HEIGHT)) == 0
        assert inked(made, (20, 460, WIDTH, HEIGHT)) == 0


def test_a_long_title_is_cut_and_says_so() -> None:
    line = set_line("word " * 200)
    assert line is not None
    _, lines = fitted(line)
    assert len(lines) == MOST_LINES
    assert lines[-1].endswith("…")


def test_lines_are_as_even_as_words_allow() -> None:
    text = "aaaa bbbb cccc dddd eeee ffff"
    assert broken(text, 24, len) == ["aaaa bbbb cccc dddd eeee", "ffff"]
    assert balanced(text, 24, lambda one: len(one) * 1.0) == ["aaaa bbbb cccc", "dddd eeee ffff"]


def test_no_word_is_lost_by_breaking() -> None:
    text = "a bb " + "c" * 30 + " d"
    assert "".join(broken(text, 7, len)).replace(" ", "") == text.replace(" ", "")
    assert max(map(len, broken(text, 7, len))) <= 7
