"""The contact sheet: every page kind of every site at three widths, light and dark, and on paper, for human eyes."""

import os
import tempfile
from html import escape
from pathlib import Path

from tests.browser.serving import Place
from tests.browser.windows import SCHEMES, WIDTHS

STYLE = """
:root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
body { margin: 1.5rem; }
.shots { display: flex; gap: 1rem; align-items: flex-start; overflow-x: auto; padding-block-end: 1rem; }
figure { margin: 0; flex: none; }
img { display: block; max-block-size: 46rem; object-fit: cover; object-position: top; border: 1px solid #8888; }
nav a { margin-inline-end: 0.8rem; white-space: nowrap; }
"""


def folder() -> Path:
    """Where it goes: never among the repository's own files."""
    asked = os.environ.get("CONTACT_SHEET")
    return Path(asked) if asked else Path(tempfile.gettempdir()) / "dateline-contact-sheet"


def picture(place: Place, width: int, scheme: str) -> str:
    return f"{place}-{width}-{scheme}.jpg"


def index(places: list[Place], top: Path) -> str:
    """The sheet's own page, with what has been taken."""
    parts = [f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Contact sheet</title><style>{STYLE}</style>']
    parts.append("<h1>Contact sheet</h1><nav>")
    parts += [f'<a href="#{escape(str(one))}">{escape(str(one))}</a>' for one in places]
    parts.append("</nav>")
    for place in places:
        parts.append(f'<h2 id="{escape(str(place))}">{escape(str(place))}</h2><div class="shots">')
        shots = [(picture(place, width, scheme), f"{width} px, {scheme}") for width in WIDTHS for scheme in SCHEMES]
        pages = sorted(one.relative_to(top).as_posix() for one in (top / "paper").glob(f"{place}-*.jpg"))
        shots += [(name, f"on paper, {number}") for number, name in enumerate(pages, 1)]
        for name, words in shots:
            if (top / name).is_file():
                parts.append(
                    f'<figure><figcaption>{escape(words)}</figcaption><a href="{escape(name)}">'
                    f'<img src="{escape(name)}" alt="{escape(f"{place}, {words}")}" loading="lazy"></a></figure>'
                )
        parts.append("</div>")
    return "\n".join(parts)
