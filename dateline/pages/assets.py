"""The style sheets, the scripts and the icons of a site.

Styles and scripts stand beside the part or page that they belong to. Those of the parts are one sheet and one script
for all pages; what stands in `pages/` is fetched by that page alone, and each `lists.css`, whatever it stands beside,
by all but articles and free pages, which most readers come for and which need none of it. Each style is in a cascade
layer that follows from where it stands, so its order in a sheet never decides what wins:

    styles/tokens.css  elements.css  frame.css  parts/*/*.css  pages/*.css  styles/print.css  and the rest

so a site's own `styles/own.css` has the last word.
"""

import re
from collections.abc import Iterable, Mapping

from dateline.model.names import InputPath

FOLDER = "layouts/assets/"
PAGES = "layouts/pages/"
PARTS = "layouts/parts/"
STYLES = "layouts/styles/"
LISTS = "assets/lists.css"
FIRST = ("tokens", "elements", "frame", "parts", "pages", "print")
"""The layers, from the weakest to the strongest; a site's own follow by name."""


def assets(files: Mapping[InputPath, bytes]) -> dict[str, bytes]:
    """The sheets, the scripts, and the files of `layouts/assets/` as they are, at `assets/`."""
    given = {path.removeprefix("layouts/"): data for path, data in files.items() if path.startswith(FOLDER)}
    own = {f"assets/{path.removeprefix(PAGES)}": _own(path, data) for path, data in files.items() if _is_own(path)}
    made = {"assets/site.css": style_sheet(files), LISTS: lists_sheet(files), "assets/site.js": script(files)}
    return made | own | given


def style_sheet(files: Mapping[InputPath, bytes]) -> bytes:
    """The styles of all pages as one sheet, without comments and needless white space."""
    layers: dict[str, list[str]] = {name: [] for name in FIRST}
    for path, data in sorted(files.items()):
        if path.endswith(".css") and not path.endswith("/lists.css") and (name := _layer(path)):
            layers.setdefault(name, []).append(_lean(data))
    ranked = (*FIRST, *sorted(set(layers) - set(FIRST)))
    sheet = "".join(f"@layer {name}{{{''.join(layers[name])}}}\n" for name in ranked if layers[name])
    return f"@layer {','.join(ranked)};\n{sheet}".encode()


def lists_sheet(files: Mapping[InputPath, bytes]) -> bytes:
    """What only pages of lists and the like are made with."""
    found = [_lean(data) for path, data in sorted(files.items()) if path.endswith("/lists.css") and _layer(path)]
    return f"@layer parts{{{''.join(found)}}}\n".encode()


def script(files: Mapping[InputPath, bytes]) -> bytes:
    """The scripts of all parts as one, each in a scope of its own, without indentation and lines of comment."""
    return _scoped(data for path, data in sorted(files.items()) if path.startswith(PARTS) and path.endswith(".js"))


def _own(path: str, data: bytes) -> bytes:
    """A page's own style or script."""
    return f"@layer pages{{{_lean(data)}}}\n".encode() if path.endswith(".css") else _scoped([data])


def _is_own(path: str) -> bool:
    return path.startswith(PAGES) and path.endswith((".css", ".js"))


def _layer(path: str) -> str:
    """The cascade layer of a style of all pages; empty for one that stands elsewhere."""
    if path.startswith(PARTS):
        return "parts"
    name = path.removeprefix(STYLES).removesuffix(".css")
    return name if path.startswith(STYLES) and "/" not in name else ""


def _scoped(scripts: Iterable[bytes]) -> bytes:
    texts = (_NOTE.sub("", data.decode(errors="replace")) for data in scripts)
    return "".join(f"{{\n{_unindented(text)}}}\n" for text in texts).encode()


def _unindented(text: str) -> str:
    return "".join(f"{line}\n" for line in map(str.strip, text.splitlines()) if line)


def _lean(data: bytes) -> str:
    """A style without its comments, and without white space where that says nothing."""
    return _SPACE.sub(_kept, data.decode(errors="replace")).replace(";}", "}").strip()


def _kept(found: re.Match[str]) -> str:
    words, sign, colon = found["words"], found["sign"], found["colon"]
    return words or sign or (":" if colon else " ")


_NOTE = re.compile(r"^\s*//.*$", re.MULTILINE)
_SPACE = re.compile(
    r"""(?P<words>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')      # quoted words stay as they are
    |(?:\s|/\*.*?\*/)*(?P<sign>[{};,])(?:\s|/\*.*?\*/)*
    |(?P<colon>:)\s+
    |(?:\s|/\*.*?\*/)+""",
    re.DOTALL | re.VERBOSE,
)
