import pytest
from PIL import ImageFont, features

from dateline.edge.lettering import NASKH, SERIF, Type, _file, fingerprint, letters_of, missing, set_line


@pytest.mark.parametrize("text", ["Ąžuolas ėjo į mišką", "Zażółć gęślą jaźń", "Беларусь: ў і ґ", "“52” – §", "Ελλάδα"])
def test_letters_of_europe_are_there(text: str) -> None:
    line = set_line(text)
    assert line is not None
    assert (line.family, line.is_right_to_left) == (SERIF, False)


@pytest.mark.parametrize("text", ["بيلاروسيا تطلق سراح 52 سجيناً", "٢٠٢٢", "إطلاق BelTA"])
def test_arabic_is_set_from_right_to_left_where_its_letters_can_be_joined(text: str) -> None:
    line = set_line(text)
    assert (line is not None) == features.check("raqm")
    assert line is None or (line.family, line.is_right_to_left) == (NASKH, True)


@pytest.mark.parametrize("text", ["日本", "released 🙂", "ქართული", "שלום", "", " \n\u200b"])
def test_what_has_no_letters_is_not_set(text: str) -> None:
    assert set_line(text) is None


def test_marks_that_cannot_be_seen_are_left_out() -> None:
    line = set_line("a\u202eb\u2066c\td")
    assert line is not None
    assert line.text == "abc d"


@pytest.mark.parametrize("family", [SERIF, NASKH])
def test_the_letters_are_those_that_the_font_draws(family: tuple[str, str]) -> None:
    font = ImageFont.truetype(str(_file(family)), 40, layout_engine=ImageFont.Layout.BASIC)
    found = letters_of(_file(family).read_bytes())
    box = bytes(font.getmask("\U0010fffd"))
    drawn = {code for code in range(0x21, 0x600) if bytes(font.getmask(chr(code))) != box}
    assert {code for code in found if 0x21 <= code < 0x600} >= drawn - {0x7F, *range(0x80, 0xA1), 0xAD}
    assert not {code for code in found if 0x4E00 <= code < 0x9FFF}


def test_bold_is_wider_than_plain() -> None:
    line = set_line("Belarus")
    assert line is not None
    assert line.width("Belarus", Type(60, 700)) > line.width("Belarus", Type(60, 300))


def test_all_that_draws_is_named() -> None:
    assert not missing()
    assert len(fingerprint().split()) >= 5
