"""Templates as values: the layout files that pages are made with, checked once.

A site's own file lies over the product's of the same name. The product's own can still be meant, as `dateline/NAME`: so
a site's `base.html` may extend `dateline/base.html` and change one block of it.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateSyntaxError
from jinja2.utils import missing
from markupsafe import Markup
from msgspec import Struct

from dateline.kernel.diagnostics import Diagnostic, Place, diagnostic
from dateline.kernel.nearest import did_you_mean
from dateline.model.names import InputPath
from dateline.model.snapshot import Snapshot
from dateline.pages.faults import PRODUCT, syntax_fault
from dateline.pages.folds import folded
from dateline.pages.margin import laid
from dateline.pages.meta import embedded
from dateline.pages.prose import Prose, html
from dateline.pages.tongues import attributes
from dateline.pages.wording import wording


class Layouts(Struct, frozen=True):
    """The templates of a site, and the language of its interface words."""

    templates: tuple[tuple[str, str], ...]
    """Names as in `{% extends "base.html" %}`, and their text; sorted."""
    language: str
    own: tuple[str, ...] = ()
    """Those that the site has laid over the product's, or beside them."""


def layouts_of(snapshot: Snapshot, language: str) -> tuple[Layouts, tuple[Diagnostic, ...]]:
    """The templates among the layout files, and what is wrong with them."""
    found: list[Diagnostic] = []
    templates: list[tuple[str, str]] = []
    for path, data in sorted(snapshot.layouts.items()):
        if not path.endswith(".html"):
            continue
        try:
            templates.append((_name(path), data.decode("utf-8-sig")))
        except UnicodeDecodeError:
            found.append(diagnostic("not-utf-8", "the template is not UTF-8", Place(path), "save it as UTF-8"))
    own = tuple(_name(path) for path in snapshot.own_layouts if path.endswith(".html"))
    found += [problem for name, text in templates if name in own and (problem := _syntax(name, text))]
    return Layouts(tuple(templates), language, own), tuple(found)


def _name(path: InputPath) -> str:
    return path.removeprefix("layouts/")


@lru_cache(maxsize=256)  # a pure function of a template's text; the product's own are the same in every build
def _syntax(name: str, text: str) -> Diagnostic | None:
    try:
        Environment(autoescape=True).parse(text, name)
    except TemplateSyntaxError as error:
        return syntax_fault(name, text, error.lineno, error.message or "it cannot be read")
    return None


@lru_cache(maxsize=2)
def environment(layouts: Layouts) -> Environment:
    """Jinja with these templates: strict, escaping, with the one variable `view` and the language's words as `_`.

    Compiled templates are kept for the last layouts used: equal layouts give equal environments, so this remembers no
    result of a build.
    """
    made = Environment(
        loader=FunctionLoader(_finder(dict(layouts.templates))),
        autoescape=True,
        undefined=_Undefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.clear()
    made.globals["_"] = wording(layouts.language)
    made.filters["prose"] = _prose
    made.filters["embedded"] = embedded
    made.filters["laid"] = laid
    made.filters["folded"] = folded
    made.filters["tongue"] = attributes
    return made


def _finder(templates: Mapping[str, str]) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    """Finds templates by name, and names them in tracebacks, so that a mistake is told at its line.

    Where the site has no file of its own, `dateline/NAME` is the one that `NAME` is.
    """

    def find(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        found = name if name in templates else name.removeprefix(PRODUCT)
        return (templates[found], found, lambda: True) if found in templates else None

    return find


class _Undefined(StrictUndefined):
    """What a template asked for and is not there; says what was probably meant."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = self._undefined_name, self._undefined_obj
        if self._undefined_hint or not isinstance(name, str) or owner is missing:
            return super()._undefined_message
        fields = owner.__struct_fields__ if isinstance(owner, Struct) else owner if isinstance(owner, dict) else ()
        guess = did_you_mean(name, fields)
        return f'there is no "{name}" in {type(owner).__name__}' + (f"; {guess}" if guess else "")


def _prose(body: Prose) -> Markup:
    return Markup(html(body))  # noqa: S704 - the one unescaped value: our own rendering of Markdown
