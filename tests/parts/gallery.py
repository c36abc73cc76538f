"""Every part in every state of its examples, light, dark and from right to left: pages for designers, not for readers.

Each part has one page a look, shown side by side in frames, so that ids and the colour scheme of one do not touch the
others. Everything is in words of English; the third look shows the same in an Arabic page.
"""

from collections.abc import Mapping
from typing import Any

from jinja2 import Template
from markupsafe import Markup, escape

from dateline.pages.assets import assets
from dateline.pages.layouts import Layouts, environment, layouts_of
from tests.parts.described import Example, described, parts, values
from tests.site import site

LOOKS = {"light": ("en", "ltr"), "dark": ("en", "ltr"), "arabic": ("ar", "rtl")}
"""Each look of the gallery, with its language and direction."""

SHEET = """
:root[data-look="dark"] { color-scheme: dark; }
:root:not([data-look="dark"]) { color-scheme: light; }
.s-example { margin-block: 2rem; border-block-start: 1px dashed var(--edge); padding-block-start: 0.4rem; }
.s-example > .s-name { direction: ltr; font: 600 0.8rem/1.4 var(--sans); color: var(--soft); margin: 0 0 0.8rem; }
.s-parts, .s-parts > section { max-inline-size: none; }
.s-looks { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 1rem; }
.s-looks iframe { inline-size: 100%; block-size: 30rem; border: 1px solid var(--rule); resize: both; }
"""

MEASURE = """
if (parent !== self) {
  const tell = () => parent.postMessage([location.href, Math.ceil(document.body.offsetHeight) + 20], "*");
  addEventListener("load", tell);
} else {
  addEventListener("message", event => {
    const frame = [...document.querySelectorAll("iframe")].find(one => one.contentWindow === event.source);
    if (frame) frame.style.blockSize = `${Math.min(event.data[1], 1400) + 4}px`;
  });
}
"""

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><path fill="#9db" d="M0 0h640v360H0z"/>'
    '<path fill="#486" d="M0 300 160 120l90 110 120-150 270 220z"/></svg>'
)


def gallery() -> dict[str, bytes]:
    """The pages of the gallery and what they use, by path."""
    snapshot = site({}).snapshot
    laid = {look: layouts_of(snapshot, language)[0] for look, (language, _) in LOOKS.items()}
    pages = {f"{part}.{look}.html": _page(part, look, laid[look]).encode() for part in parts() for look in LOOKS}
    made = assets(snapshot.layouts)
    made |= {"assets/gallery.css": SHEET.encode(), "assets/gallery.js": MEASURE.encode()}
    styles = sorted(path for path in made if path.endswith(".css"))
    linked = {path: data.replace(b"<!--styles-->", _links(styles)) for path, data in pages.items()}
    index = _index().encode().replace(b"<!--styles-->", _links(styles))
    return {**linked, **made, "picture.svg": PICTURE.encode(), "index.html": index}


def _links(styles: list[str]) -> bytes:
    return "".join(f'<link rel="stylesheet" href="{path}">\n' for path in styles).encode()


def _page(part: str, look: str, layouts: Layouts) -> str:
    template = environment(layouts).get_template(f"parts/{part}/{part}.html") if described(part).macros else None
    shown = [
        f'<section class="s-example"><p class="s-name">{escape(name)}: {escape(example.name)}</p>\n'
        f"{render(template, part, name, example)}\n</section>"
        for name, macro in described(part).macros.items()
        for example in macro.examples
        if template
    ]
    return _html(part, look, f'<main class="s-parts">\n{"".join(shown)}</main>')


def render(template: Template | None, part: str, macro: str, example: Example) -> Markup:
    """A macro with the values of an example."""
    given: Mapping[str, Any] = values(part, macro, example)
    return Markup(getattr(template.module, macro)(**given)) if template else Markup("")  # noqa: S704 - a macro's own


def _index() -> str:
    sections = "".join(
        f'<section><h2 id="{part}">{part}</h2>\n<p>{escape(described(part).says)}</p>\n<div class="s-looks">'
        + "".join(f'<iframe src="{part}.{look}.html" title="{part}, {look}" loading="lazy"></iframe>' for look in LOOKS)
        + "</div></section>\n"
        for part in parts()
        if any(macro.examples for macro in described(part).macros.values())
    )
    return _html("All parts", "light", f'<main class="s-parts">\n<h1>All parts</h1>\n{sections}</main>')


def _html(title: str, look: str, main: str) -> str:
    language, direction = LOOKS[look]
    head = (
        f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n'
    )
    scripts = '<script src="assets/gallery.js"></script>\n<script src="assets/site.js" defer></script>\n'
    opened = f'<!doctype html>\n<html lang="{language}" dir="{direction}" data-look="{look}">\n<head>\n'
    return f"{opened}{head}<!--styles-->{scripts}</head>\n<body>\n{main}\n</body>\n</html>\n"
