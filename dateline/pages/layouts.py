"""Templates as values: the layout files that pages are made with, checked once."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup
from msgspec import Struct

from dateline.kernel.diagnostics import Diagnostic, Place, Span, diagnostic
from dateline.model.names import InputPath
from dateline.pages.prose import Prose, html
from dateline.pages.wording import wording


class Layouts(Struct, frozen=True):
    """The templates of a site, and the language of its interface words."""

    templates: tuple[tuple[str, str], ...]
    """Names as in `{% extends "base.html" %}`, and their text; sorted."""
    language: str


def layouts_of(files: Mapping[InputPath, bytes], language: str) -> tuple[Layouts, tuple[Diagnostic, ...]]:
    """The templates among the layout files, and what is wrong with them."""
    found: list[Diagnostic] = []
    templates: list[tuple[str, str]] = []
    for path, data in sorted(files.items()):
        if not path.endswith(".html"):
            continue
        try:
            templates.append((path.removeprefix("layouts/"), data.decode("utf-8-sig")))
        except UnicodeDecodeError:
            found.append(diagnostic("not-utf-8", "the template is not UTF-8", Place(path), "save it as UTF-8"))
    layouts = Layouts(tuple(templates), language)
    found += [problem for name, text in templates if (problem := _syntax(name, text))]
    return layouts, tuple(found)


@lru_cache(maxsize=128)  # a pure function of a template's text; the product's own are the same in every build
def _syntax(name: str, text: str) -> Diagnostic | None:
    try:
        Environment(autoescape=True).parse(text, name)
    except TemplateSyntaxError as error:
        return template_problem(name, text, error.lineno, error.message or "it cannot be read")
    return None


def template_problem(name: str, text: str, line: int, message: str) -> Diagnostic:
    """What is wrong in a template, on a line counted from 1."""
    start = sum(len(one) + 1 for one in text.split("\n")[: line - 1])
    end = text.find("\n", start)
    span = Span(start, len(text) if end < 0 else end)
    hint = "mend the template, or delete it to use the product's own"
    return diagnostic("invalid-layout", f"the template cannot be used: {message}", Place(f"layouts/{name}", span), hint)


@lru_cache(maxsize=2)
def environment(layouts: Layouts) -> Environment:
    """Jinja with these templates: strict, escaping, with the one variable `view` and the language's words as `_`.

    Compiled templates are kept for the last layouts used: equal layouts give equal environments, so this remembers no
    result of a build.
    """
    made = Environment(
        loader=FunctionLoader(_finder(dict(layouts.templates))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.clear()
    made.globals["_"] = wording(layouts.language)
    made.filters["prose"] = _prose
    return made


def _finder(templates: Mapping[str, str]) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    """Finds templates by name, and names them in tracebacks, so that a mistake is told at its line."""

    def find(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (templates[name], name, lambda: True) if name in templates else None

    return find


def _prose(body: Prose) -> Markup:
    return Markup(html(body))  # noqa: S704 - the one unescaped value: our own rendering of Markdown
