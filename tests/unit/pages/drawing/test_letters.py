"""Widths of words: on the safe side, in every script; what is too long is cut and says so."""

import pytest

from dateline.pages.drawing.letters import isolated, shortened, width


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("illicit", "mammoth"),
        ("belarus", "BELARUS"),
        ("лист", "шумы"),
        ("release", "囚人の釈放です"),
        ("a", "ša"),
        ("", "a"),
    ],
)
def test_some_letters_are_wider(narrow: str, wide: str) -> None:
    assert width(narrow) < width(wide)


def test_marks_above_letters_take_no_room() -> None:
    assert width("šė") == width("se") == width("s\u030ce\u0307")
    assert width("مُ") == width("م")


def test_width_grows_with_the_size() -> None:
    assert width("release", 24) == pytest.approx(2 * width("release", 12))


# Measured in Chromium at 12 px in DejaVu Sans, a wide typeface.
@pytest.mark.parametrize(
    ("text", "pixels"),
    [
        ("Trump and Lukashenko speak by telephone", 261),
        ("The released cross into Lithuania", 199),
        ("Šventės išvakarėse žmonės renkasi aikštėje", 264),
        ("Russian drones are seen over Polish territory", 269),
    ],
)
def test_the_estimate_is_a_little_wider_than_what_is_drawn(text: str, pixels: int) -> None:
    assert pixels <= width(text) <= pixels * 1.1


def test_what_fits_stays() -> None:
    assert shortened("The released cross", 300) == "The released cross"


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("Russian forces use Belarus’s territory", 200, "Russian forces use Belarus’s…"),
        ("Donaudampfschifffahrtsgesellschaftskapitän", 150, "Donaudampfschifffahr…"),
        ("Belarus, Poland", 75, "Belarus…"),
    ],
)
def test_what_is_too_long_is_cut_with_an_ellipsis(text: str, most: float, cut: str) -> None:
    assert shortened(text, most) == cut
    assert width(cut) <= most


def test_letters_from_right_to_left_keep_their_order() -> None:
    assert isolated("إطلاق سراح؟") == "\u2068إطلاق سراح؟\u2069"
    assert isolated("Release") == "Release"
    assert width(isolated("إطلاق")) == width("إطلاق")
