"""Images measured, and freed of what they tell."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.names import InputPath
from dateline.reading.images import MediaTask, Prepared, prepare_media


def prepared(name: str, data: bytes) -> Prepared:
    return prepare_media(MediaTask(InputPath(f"content/media/{name}"), data))


def chunk(sort: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + sort + body + struct.pack(">I", zlib.crc32(sort + body))


PNG_START = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 7, 5, 8, 0, 0, 0, 0))
PNG_END = chunk(b"IDAT", zlib.compress(b"\0" * 40)) + chunk(b"IEND", b"")


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def exif(orientation: int) -> bytes:
    gps = struct.pack("<HHII", 0x8825, 4, 1, 0)
    turned = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    return segment(0xE1, b"Exif\0\0II*\0" + struct.pack("<IH", 8, 2) + turned + gps + b"SECRET PLACE")


FRAME = segment(0xC0, struct.pack(">BHHB", 8, 200, 300, 1) + b"\1\x11\0")
SCAN = b"\xff\xda\0\x02DATA\xff\xd9"


def test_a_png_loses_its_words_and_keeps_its_picture() -> None:
    made = prepared("a.png", PNG_START + chunk(b"tEXt", b"Author\0SECRET") + chunk(b"eXIf", b"SECRET") + PNG_END)
    assert made == Prepared(PNG_START + PNG_END, 7, 5)


def test_a_jpeg_loses_place_and_comment() -> None:
    data = b"\xff\xd8" + segment(0xE0, b"JFIF\0") + exif(1) + segment(0xFE, b"SECRET") + FRAME + SCAN
    assert prepared("a.jpg", data) == Prepared(b"\xff\xd8" + segment(0xE0, b"JFIF\0") + FRAME + SCAN, 300, 200)


def test_a_jpeg_on_its_side_stays_on_its_side_and_is_measured_as_seen() -> None:
    made = prepared("a.jpeg", b"\xff\xd8" + exif(6) + FRAME + SCAN)
    assert (made.width, made.height) == (200, 300)
    assert b"SECRET" not in made.data
    assert prepared("a.jpeg", made.data) == made


def test_a_webp_loses_exif_and_no_longer_promises_it() -> None:
    def riff(*chunks: bytes) -> bytes:
        body = b"WEBP" + b"".join(chunks)
        return b"RIFF" + struct.pack("<I", len(body)) + body

    extended = (
        b"VP8X"
        + struct.pack("<I", 10)
        + bytes([0b1000, 0, 0, 0])
        + (9).to_bytes(3, "little")
        + (4).to_bytes(3, "little")
    )
    plain = extended[:8] + b"\0" + extended[9:]
    made = prepared("a.webp", riff(extended, b"EXIF" + struct.pack("<I", 6) + b"SECRET"))
    assert made == Prepared(riff(plain), 10, 5)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ('<svg width="30" height="20px">', (30, 20)),
        ('<svg viewBox="0 0 300 200">', (300, 200)),
        ('<svg viewBox="0,0,30.4,20" width="100%">', (30, 20)),
        ("<svg>", (None, None)),
        ("no picture", (None, None)),
    ],
)
def test_an_svg_is_measured(text: str, size: tuple[int | None, int | None]) -> None:
    made = prepared("a.svg", text.encode())
    assert (made.width, made.height) == size
    assert made.data == text.encode()


@pytest.mark.parametrize("inner", ["<script>x</script>", '<rect onclick="x"/>', '<a href="javascript:x"/>'])
def test_an_svg_with_a_script_is_told_of(inner: str) -> None:
    assert [one.code for one in prepared("a.svg", f"<svg>{inner}</svg>".encode()).found] == ["unsafe-image"]


def test_a_gif_is_measured() -> None:
    assert prepared("a.gif", b"GIF89a" + struct.pack("<HH", 12, 8) + b"rest").width == 12


@given(
    st.sampled_from([PNG_START, b"\xff\xd8" + exif(6) + FRAME, b"RIFF\0\0\0\0WEBPVP8X", b"GIF89a", b"<svg ", b""]),
    st.binary(max_size=60),
    st.sampled_from(["a.png", "a.svg", "a.jpg", "a.bin"]),
)
def test_whatever_a_file_holds_it_is_prepared(start: bytes, rest: bytes, name: str) -> None:
    made = prepared(name, start + rest)
    assert len(made.data) <= len(start + rest) + 64
