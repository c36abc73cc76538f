import pytest

from dateline.kernel.diagnostics import Place, Span, diagnostic
from dateline.reading.decoding import LARGEST, decode

SAVE = "save as UTF-8 in your editor"


@pytest.mark.parametrize(
    "data",
    ["a\nb\né\n".encode(), "\ufeffa\nb\né\n".encode(), "a\r\nb\r\né\r\n".encode(), "a\rb\ré\r".encode()],
)
def test_marks_and_line_ends_make_no_difference(data: bytes) -> None:
    assert decode(data, "x.md").value == "a\nb\né\n"


def test_a_second_byte_order_mark_is_a_character() -> None:
    assert decode("\ufeff\ufeffa".encode(), "x.md").value == "\ufeffa"


@pytest.mark.parametrize(
    ("data", "start", "message", "hint"),
    [
        (
            "a\r\nгод\r\n".encode() + "вызваленне палітвязняў".encode("cp1251"),
            6,
            "the byte 0xE2 is not UTF-8; the file is probably in Windows-1251",
            SAVE,
        ),
        (
            "Déjà vu, naïve café".encode("cp1252"),
            1,
            "the byte 0xE9 is not UTF-8; the file is probably in Windows-1252 or one of its relatives",
            SAVE,
        ),
        ("title".encode("utf-16"), 0, "the file is in UTF-16, not UTF-8", SAVE),
        ("title".encode("utf-16-le"), 0, "the file is in UTF-16, not UTF-8", SAVE),
        (b"\xef\xbb\xbfa title\nb\0c", 9, "a NUL character stands here", f"remove it, and {SAVE}"),
    ],
)
def test_anything_else_is_told_with_its_place(data: bytes, start: int, message: str, hint: str) -> None:
    made = decode(data, "x.md")
    assert made.value is None
    assert made.found == (diagnostic("not-utf-8", message, Place("x.md", Span(start, start + 1)), hint),)


def test_a_file_over_the_limit_is_not_read() -> None:
    assert decode(b"a" * LARGEST, "x.md").value
    made = decode(b"a" * (LARGEST + 2**20), "x.md")
    assert made.value is None
    (found,) = made.found
    assert found.code == "file-too-large"
    assert found.message == "the file is 1,280 KiB large, and at most 256 KiB are read"
