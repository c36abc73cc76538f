"""Images, `![alternative text](photo.jpg "caption")`: alone in a paragraph with a title, one is a figure."""

from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from dateline.kernel.diagnostics import Span
from dateline.model.body import File, Media
from dateline.reading.destinations import ALLOWED, External, Internal, Picture, Refused, judge
from dateline.reading.pieces import Handlers, Writer
from dateline.reading.syntax.links import written
from dateline.reading.syntax.plain import described

_FETCHED = "put the file into `content/media/` and name it here: a page shows nothing from another site"


def add(md: MarkdownIt) -> None:
    """Teaches a parser figures."""
    md.core.ruler.push("figures", _figures)


def _figures(state: StateCore) -> None:
    for at, token in enumerate(state.tokens):
        if token.type == "inline" and at and state.tokens[at - 1].type == "paragraph_open" and _is_figure(token):
            for part, name in zip(state.tokens[at - 1 : at + 2], ("open", "image", "close"), strict=True):
                part.type = f"figure_{name}"


def _is_figure(token: Token) -> bool:
    children = token.children or []
    return len(children) == 1 and children[0].type == "image" and bool(children[0].attrs.get("title"))


def _open(_token: Token, writer: Writer) -> None:
    writer.open("<figure>", "</figure>\n")


def _close(_token: Token, writer: Writer) -> None:
    writer.close()


def _figure(token: Token, writer: Writer) -> None:
    for one in token.children or []:
        caption = str(one.attrs.pop("title"))
        writer.write_inline(token, [one], 0)
        writer.stream.markup("<figcaption>")
        writer.stream.begin(writer.gap)
        writer.stream.words(caption)
        writer.stream.end()
        writer.stream.markup("</figcaption>")


def _image(token: Token, writer: Writer) -> None:
    raw, span = written(token, writer, "src")
    show(raw, span, described(token.children or []), str(token.attrs.get("title", "")), writer)


def show(raw: str, span: Span, alt: str, title: str, writer: Writer) -> None:
    """An image, or, where its address is not allowed, its alternative text."""
    match judge(raw):
        case Internal(path=path) if path:
            writer.stream.put(Media(len(writer.files), alt, title))
            writer.files.append(File(path, span))
        case Picture(src=src):
            titled = f' title="{escape(title)}"' if title else ""
            writer.stream.markup(f'<img src="{escape(src)}" alt="{escape(alt)}"{titled}>')
        case (External() | Internal() | Refused()) as refused:
            hint = refused.hint if isinstance(refused, Refused) and refused.hint != ALLOWED else _FETCHED
            writer.problem("invalid-link", f'the image "{raw}" is not allowed', span, hint)
            writer.stream.words(alt)


WRITERS: Handlers = {"figure_open": _open, "figure_image": _figure, "figure_close": _close, "image": _image}
