"""The colours of a site, as its styles name them: for what is coloured outside of its pages.

Browsers colour their own bars around a page, a phone draws a tile for it, a social card stands in somebody else's
list. All of them take the colours that the pages have.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

from dateline.model.names import InputPath


class Colour(Struct, frozen=True):
    """A colour in the light and in the dark scheme, each as `#rrggbb`."""

    light: str
    dark: str


class Palette(Struct, frozen=True):
    """What is coloured outside of the pages."""

    paper: Colour = Colour("#fdfcf8", "#15140f")
    ink: Colour = Colour("#1d1b16", "#f2eee4")
    soft: Colour = Colour("#3d3930", "#d6cfc0")
    rule: Colour = Colour("#d9d3c3", "#3b382f")
    threads: tuple[Colour, ...] = (Colour("#23604f", "#8fd0bb"),)
    """One for each thread in its turn; after the last comes the first again."""


def palette(files: Mapping[InputPath, bytes]) -> Palette:
    """The colours that the styles among the layout files name; one that they do not name is the product's."""
    named: dict[str, Colour] = {}
    for path, data in sorted(files.items()):
        if path.endswith(".css"):
            for name, light, dark, both in _NAMED.findall(data.decode(errors="replace")):
                named[name] = Colour(_long(light or both), _long(dark or both))
    usual = Palette()
    lanes = tuple(named[name] for name in (f"t{number}" for number in range(1, 13)) if name in named)
    return Palette(
        named.get("paper", usual.paper),
        named.get("ink", usual.ink),
        named.get("soft", usual.soft),
        named.get("rule", usual.rule),
        lanes or ((named["bar"],) if "bar" in named else usual.threads),
    )


_HEX = r"(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})\b"
_NAMED = re.compile(rf"--([a-z][a-z0-9-]*)\s*:\s*(?:light-dark\(\s*{_HEX}\s*,\s*{_HEX}\s*\)|{_HEX})\s*[;}}]")


def _long(colour: str) -> str:
    """`#abc` as `#aabbcc`."""
    digits = colour.removeprefix("#").lower()
    return f"#{digits}" if len(digits) == 6 else "#" + "".join(2 * digit for digit in digits)  # noqa: PLR2004
