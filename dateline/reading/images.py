"""Images made ready for the public: measured, and freed of what they tell of camera, place and maker.

Works on the containers' own segments and never decodes a picture, so what is seen does not change. A file that is not
what its name says goes out as it is, unmeasured.
"""

import re
import struct

from msgspec import Struct

from dateline.kernel.diagnostics import Diagnostic, Place, diagnostic
from dateline.model.names import InputPath


class MediaTask(Struct, frozen=True):
    """A file that is no document."""

    path: InputPath
    data: bytes


class Prepared(Struct, frozen=True):
    """A file as it goes out."""

    data: bytes
    width: int | None = None
    """In CSS pixels, as shown."""
    height: int | None = None
    found: tuple[Diagnostic, ...] = ()


def prepare_media(task: MediaTask) -> Prepared:
    """The file as it goes out, and its size where it is an image."""
    name = task.path.lower()
    try:
        if name.endswith(".svg"):
            return _svg(task)
        if task.data.startswith(b"\x89PNG\r\n\x1a\n"):
            return _png(task.data)
        if task.data.startswith(b"\xff\xd8"):
            return _jpeg(task.data)
        if task.data[:4] == b"RIFF" and task.data[8:12] == b"WEBP":
            return _webp(task.data)
        if task.data.startswith((b"GIF87a", b"GIF89a")):
            return Prepared(task.data, *struct.unpack("<HH", task.data[6:10]))
    except (struct.error, IndexError, ValueError):  # cut short or malformed: nothing can be said of it
        return Prepared(task.data)
    return Prepared(task.data)


# PNG: ISO/IEC 15948, 5.3 and 11.3
_TELLING_CHUNKS = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")


def _png(data: bytes) -> Prepared:
    width, height = struct.unpack(">II", data[16:24])
    kept, at = [data[:8]], 8
    while at + 8 <= len(data):
        length, sort = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + length
        if sort not in _TELLING_CHUNKS:
            kept.append(data[at:end])
        at = end
    return Prepared(b"".join(kept), width, height)


# JPEG: ITU-T T.81, annex B; Exif 2.32, 4.6
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TELLING_SEGMENTS = (0xE1, 0xED, 0xFE)  # Exif and XMP, IPTC, comments
_SCAN = 0xDA
_TURNED = 5
"""Exif orientations from this one on lie on their side."""
_FILL = 0xFF


def _jpeg(data: bytes) -> Prepared:
    kept, at, size, orientation = [data[:2]], 2, None, 1
    while at + 4 <= len(data) and data[at] == _FILL:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker == _SCAN:
            break
        segment = data[at : at + 2 + length]
        if marker == 0xE1 and segment[4:10] == b"Exif\0\0":  # noqa: PLR2004 - APP1
            orientation = _orientation(segment[10:]) or orientation
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", segment[5:9])
            size = (width, height)
        if marker not in _TELLING_SEGMENTS:
            kept.append(segment)
        at += 2 + length
    if size is None:
        return Prepared(data)
    turned = size if orientation < _TURNED else (size[1], size[0])
    if orientation != 1:
        kept.insert(1, _orientation_segment(orientation))
    return Prepared(b"".join(kept) + data[at:], *turned)


def _orientation(tiff: bytes) -> int | None:
    order = {b"MM": ">", b"II": "<"}.get(tiff[:2])
    if order is None:
        return None
    start = struct.unpack(order + "I", tiff[4:8])[0]
    count = struct.unpack(order + "H", tiff[start : start + 2])[0]
    for entry in range(start + 2, start + 2 + 12 * count, 12):
        tag, _, _, value = struct.unpack(order + "HHIH", tiff[entry : entry + 10])
        if tag == 0x0112 and 1 <= value <= 8:  # noqa: PLR2004 - the Orientation tag and its eight values
            return int(value)
    return None


def _orientation_segment(orientation: int) -> bytes:
    """An Exif segment that says nothing else."""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


# WebP: RFC 9649
def _webp(data: bytes) -> Prepared:
    kept, at, size = [], 12, None
    while at + 8 <= len(data):
        sort, length = struct.unpack("<4sI", data[at : at + 8])
        chunk = data[at : at + 8 + length + length % 2]
        at += len(chunk)
        if sort in (b"EXIF", b"XMP "):
            continue
        if sort == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~0b1100]) + chunk[9:]  # says no more that Exif and XMP follow
        size = size or _webp_size(sort, chunk[8:])
        kept.append(chunk)
    body = b"WEBP" + b"".join(kept)
    return Prepared(b"RIFF" + struct.pack("<I", len(body)) + body, *(size or (None, None)))


def _webp_size(sort: bytes, body: bytes) -> tuple[int, int] | None:
    match sort:
        case b"VP8X":
            return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
        case b"VP8L":
            bits = int.from_bytes(body[1:5], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width, height = struct.unpack("<HH", body[6:10])
            return width & 0x3FFF, height & 0x3FFF
        case _:
            return None


_SVG = re.compile(r"<svg\b[^>]*>", re.IGNORECASE | re.DOTALL)
_LENGTH = re.compile(r"\b(width|height)\s*=\s*[\"']\s*([0-9.]+)(?:px)?\s*[\"']", re.IGNORECASE)
_VIEW_BOX = re.compile(r"\bviewBox\s*=\s*[\"']\s*([-0-9.eE]+[\s,]+){2}([0-9.]+)[\s,]+([0-9.]+)", re.IGNORECASE)
_ACTIVE = re.compile(r"<script\b|\bon[a-z]+\s*=|javascript:|<foreignObject\b", re.IGNORECASE)


def _svg(task: MediaTask) -> Prepared:
    text = task.data.decode("utf-8", "replace")
    found: tuple[Diagnostic, ...] = ()
    if _ACTIVE.search(text):
        hint = "it is shown as an image, where no script runs; better remove the script from the file"
        found = (diagnostic("unsafe-image", "the SVG image carries a script", Place(task.path), hint),)
    tag = _SVG.search(text)
    if not tag:
        return Prepared(task.data, found=found)
    given = {name.lower(): float(value) for name, value in _LENGTH.findall(tag[0]) if value.count(".") < 2}  # noqa: PLR2004
    box = _VIEW_BOX.search(tag[0])
    width = given.get("width") or (float(box[2]) if box else None)
    height = given.get("height") or (float(box[3]) if box else None)
    if not width or not height:
        return Prepared(task.data, found=found)
    return Prepared(task.data, round(width), round(height), found)
