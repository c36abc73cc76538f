"""The letters of social cards: fonts that come as packages, so that every machine draws the same.

No font is part of Dateline, and those of a machine differ from the next one's. The extra `images` brings Pillow and two
families under the SIL Open Font License: Source Serif 4 for Latin, Cyrillic and Greek, Amiri for Arabic. What they have
no letter for is not drawn at all: no card shows boxes.
"""

import importlib.util
import struct
import unicodedata
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

EXTRA = "dateline[images]"
SERIF = ("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf")
NASKH = ("fontpkg_amiri", "Amiri-Regular.ttf")
NASKH_BOLD = ("fontpkg_amiri", "Amiri-Bold.ttf")
PACKAGES = ("pillow", "fontpkg-source-serif-4", "fontpkg-amiri")
BOLD = 600
"""The weight from which a family without a scale of weights is drawn bold."""
_OPTICAL = (8, 60)
"""The sizes in points that Source Serif 4 is designed for."""
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
"""Bidirectional classes (UAX 9)."""


class Type(Struct, frozen=True):
    """A size, in pixels, and a weight (CSS Fonts)."""

    size: int
    weight: int = 400


class Line(Struct, frozen=True):
    """Words that can be drawn, and with which letters."""

    text: str
    family: tuple[str, str]
    is_right_to_left: bool

    def font(self, kind: Type) -> "FreeTypeFont":
        """Its letters at a size and weight."""
        family = NASKH_BOLD if self.family == NASKH and kind.weight >= BOLD else self.family
        return _font(family, kind)

    def width(self, text: str, kind: Type) -> float:
        """The width of a part of it, in pixels."""
        return self.font(kind).getlength(text, direction=self.direction)

    @property
    def direction(self) -> str | None:
        """What Pillow must be told to set it; nothing where the letters stand one beside the other as they come."""
        return "rtl" if self.is_right_to_left else None


def missing() -> bool:
    """Whether anything that cards need is not installed."""
    return any(importlib.util.find_spec(name) is None for name in ("PIL", SERIF[0], NASKH[0]))


def fingerprint() -> str:
    """What decides how letters look, besides our own code: the versions of everything that draws them."""
    from PIL import features  # noqa: PLC0415 - only there with the extra

    engines = (features.version(name) or "" for name in ("freetype2", "raqm", "harfbuzz", "fribidi", "zlib"))
    return " ".join((*(_version(name) for name in PACKAGES), *engines))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def set_line(text: str) -> Line | None:
    """The words as they can be drawn; `None` where there are none, or one of their letters is in no font."""
    plain = unicodedata.normalize("NFC", " ".join(text.split()))
    plain = "".join(letter for letter in plain if unicodedata.category(letter) not in ("Cf", "Cc"))
    if not plain:
        return None
    turned = any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in plain)
    letters = frozenset(map(ord, plain)) - {0x20, 0xA0}
    family = NASKH if turned else SERIF
    if turned and not _shapes():
        return None
    return Line(plain, family, turned) if letters <= _letters(family) else None


@lru_cache(maxsize=1)
def _shapes() -> bool:
    """Whether letters are joined and runs of both directions put in order (Raqm with FriBidi)."""
    from PIL import features  # noqa: PLC0415 - only there with the extra

    return bool(features.check("raqm"))


@lru_cache(maxsize=64)
def _font(family: tuple[str, str], kind: Type) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 - only there with the extra

    engine = ImageFont.Layout.RAQM if _shapes() else ImageFont.Layout.BASIC
    font = ImageFont.truetype(str(_file(family)), kind.size, layout_engine=engine)
    if family == SERIF:
        font.set_variation_by_axes([kind.weight, min(max(kind.size, _OPTICAL[0]), _OPTICAL[1])])
    return font


def _file(family: tuple[str, str]) -> Path:
    package, name = family
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(package)
    return Path(found.origin).parent / "files" / name


@lru_cache(maxsize=4)
def _letters(family: tuple[str, str]) -> frozenset[int]:
    return letters_of(_file(family).read_bytes())


def letters_of(font: bytes) -> frozenset[int]:
    """The code points that a font has a glyph for (OpenType 1.9, `cmap` of formats 4 and 12)."""
    tables = {}
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        tables[tag] = offset
    start, found = tables[b"cmap"], set()
    for number in range(struct.unpack_from(">H", font, start + 2)[0]):
        at = start + struct.unpack_from(">HHI", font, start + 4 + 8 * number)[2]
        match struct.unpack_from(">H", font, at)[0]:
            case 4:
                found |= _segments(font, at)
            case 12:
                found |= _groups(font, at)
    return frozenset(found)


def _segments(font: bytes, at: int) -> set[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", font, at + 16 + 4 * count)
    offsets_at = at + 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", font, offsets_at)
    found = set()
    for number, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(first, last + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", font, offsets_at + 2 * number + offset + 2 * (code - first))[0]
            if glyph and (glyph + delta) % 65_536 and code != 0xFFFF:  # noqa: PLR2004 - the end of the table
                found.add(code)
    return found


def _groups(font: bytes, at: int) -> set[int]:
    found: set[int] = set()
    for number in range(struct.unpack_from(">I", font, at + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", font, at + 16 + 12 * number)
        found.update(range(first + (not glyph), last + 1))
    return found
