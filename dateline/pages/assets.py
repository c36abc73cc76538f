"""The style sheet, the script and the icons of a site.

Styles and scripts stand beside the part or page that they belong to; a reader fetches them as one sheet and one script.
Each style is in a cascade layer that follows from where it stands, so its order in the sheet never decides what wins:

    styles/tokens.css  elements.css  frame.css  parts/*/*.css  pages/*.css  styles/print.css  and the rest

so a site's own `styles/own.css` has the last word. A script that only one page loads stands in `scripts/`.
"""

import re
from collections.abc import Iterable, Mapping

from dateline.model.names import InputPath

FOLDER = "layouts/assets/"
SCRIPTS = "layouts/scripts/"
"""Each file here is fetched by the pages that ask for it, at `assets/`."""
FIRST = ("tokens", "elements", "frame", "parts", "pages", "print")
"""The layers, from the weakest to the strongest; a site's own follow by name."""


def assets(files: Mapping[InputPath, bytes]) -> dict[str, bytes]:
    """The sheet, the script, and the files of `layouts/assets/` as they are, at `assets/`."""
    given = {path.removeprefix("layouts/"): data for path, data in files.items() if path.startswith(FOLDER)}
    own = {f"assets/{path.removeprefix(SCRIPTS)}": _scoped([data]) for path, data in files.items() if _is_own(path)}
    return {"assets/site.css": style_sheet(files), "assets/site.js": script(files)} | own | given


def style_sheet(files: Mapping[InputPath, bytes]) -> bytes:
    """All styles as one sheet, without comments and indentation."""
    layers: dict[str, list[str]] = {}
    for path, data in sorted(files.items()):
        if path.endswith(".css") and (name := _layer(path)):
            layers.setdefault(name, []).append(_lean(_COMMENT.sub("", data.decode(errors="replace"))))
    ranked = sorted(layers, key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name))
    sheet = "".join(f"@layer {name}{{\n{''.join(layers[name])}}}\n" for name in ranked)
    return f"@layer {','.join(ranked)};\n{sheet}".encode()


def script(files: Mapping[InputPath, bytes]) -> bytes:
    """The scripts of all parts as one, each in a scope of its own, without indentation and lines of comment."""
    return _scoped(data for path, data in sorted(files.items()) if _is_script(path))


def _scoped(scripts: Iterable[bytes]) -> bytes:
    texts = (data.decode(errors="replace") for data in scripts)
    return "".join(f"{{\n{_lean(_NOTE.sub('', text))}}}\n" for text in texts).encode()


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NOTE = re.compile(r"^\s*//.*$", re.MULTILINE)


def _lean(text: str) -> str:
    return "".join(f"{line}\n" for line in map(str.strip, text.splitlines()) if line)


def _layer(path: str) -> str:
    """The cascade layer of a style; empty for one that stands elsewhere."""
    folder, _, name = path.removeprefix("layouts/").rpartition("/")
    if folder == "styles":
        return name.removesuffix(".css")
    return next((layer for layer in ("parts", "pages") if f"{folder}/".startswith(f"{layer}/")), "")


def _is_script(path: str) -> bool:
    return path.startswith(("layouts/parts/", "layouts/pages/")) and path.endswith(".js")


def _is_own(path: str) -> bool:
    return path.startswith(SCRIPTS) and path.endswith(".js")
