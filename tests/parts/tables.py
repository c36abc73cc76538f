"""The tables of `docs/layouts.md`, made of what parts and views say of themselves, so that they stay true."""

import ast
import inspect
import re
import textwrap
import types
import typing
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import fields

from dateline.pages.views import View
from tests.parts.described import Macro, described, parts, structs
from tests.site import ROOT

PAPER = ROOT / "docs/layouts.md"
OPAQUE = ("Prose", "Drawing", "Density", "Meta", "Side")
"""Values that a template hands on to a filter or a part, and does not look into."""

_TABLE = re.compile(r"<!-- (parts|pages|values) -->\n.*?<!-- end -->", re.DOTALL)


def up_to_date(text: str) -> str:
    """The paper with its tables as they should be."""
    makers = {"parts": part_tables, "pages": page_tables, "values": value_tables}
    return _TABLE.sub(lambda found: f"<!-- {found[1]} -->\n\n{makers[found[1]]()}\n<!-- end -->", text)


def part_tables() -> str:
    """Every macro that a template may use."""
    return "\n".join(_part(part) for part in parts() if any(not one.inner for one in described(part).macros.values()))


def _part(part: str) -> str:
    known = described(part)
    rows = [_macro(name, macro) for name, macro in known.macros.items() if not macro.inner]
    return f"### `{part}`\n\n{known.says}\n\n| macro | what it shows | parameters |\n|---|---|---|\n{''.join(rows)}"


def _macro(name: str, macro: Macro) -> str:
    given = "; ".join(f"`{one}`: {told.says} ({told.type})" for one, told in macro.parameters.items())
    return f"| `{name}` | {_cell(macro.says)} | {_cell(given)} |\n"


def page_tables() -> str:
    """Every page's template, with what its `view` holds besides `path` and `frame`."""
    return "\n".join(_page(view) for view in sorted(typing.get_args(View), key=_tag))


def _tag(view: type[Struct]) -> str:
    return str(view.__struct_config__.tag)


def _page(view: type[Struct]) -> str:
    rows = _rows(view, leaving=("path", "frame"))
    table = (
        f"| field | type | what it is |\n|---|---|---|\n{rows}"
        if rows
        else "It has no fields but `path` and `frame`.\n"
    )
    return f"### `pages/{_tag(view)}.html`\n\n{inspect.getdoc(view)}\n\n{table}"


def value_tables() -> str:
    """The values that views and parts are made of."""
    head = "| field | type | what it is |\n|---|---|---|\n"
    return "\n".join(
        f"### {one.__name__}\n\n{_first(inspect.getdoc(one))}\n\n{head}{_rows(one)}" for one in _reachable()
    )


def _reachable() -> list[type[Struct]]:
    waiting: list[type[Struct]] = list(typing.get_args(View))
    waiting += [structs()[name] for name in _named_by_parts()]
    found: dict[str, type[Struct]] = {}
    views = {view.__name__ for view in typing.get_args(View)}
    while waiting:
        one = waiting.pop()
        if one.__name__ in found or one.__name__ in OPAQUE:
            continue
        found[one.__name__] = one
        waiting += [inner for field in fields(one) for inner in _structs_in(field.type)]
    return [found[name] for name in sorted(found) if name not in views]


def _named_by_parts() -> Iterator[str]:
    for part in parts():
        for macro in described(part).macros.values():
            for parameter in () if macro.inner else macro.parameters.values():
                name = parameter.type.removeprefix("list of ").removesuffix(" or nothing")
                if name in structs():
                    yield name


def _structs_in(annotation: object) -> Iterator[type[Struct]]:
    if isinstance(annotation, type) and issubclass(annotation, Struct) and not typing.get_args(annotation):
        yield annotation
    for one in typing.get_args(annotation):
        yield from _structs_in(one)


def _rows(one: type[Struct], leaving: tuple[str, ...] = ()) -> str:
    said = _said(one)
    kept = [field for field in fields(one) if field.name not in leaving]
    return "".join(f"| `{field.name}` | {_type(field.type)} | {_cell(said.get(field.name, ''))} |\n" for field in kept)


def _said(one: type[Struct]) -> dict[str, str]:
    """The words below each field, in the source."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(one))).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    pairs = pairwise(body)
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairs
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str)
    }


_PLAIN = {str: "words", int: "number", bool: "yes or no", float: "number", type(None): "nothing", object: "anything"}


def _type(annotation: typing.Any) -> str:
    """A type in the words in which parameters have theirs."""
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(map(_type, inner))
    if origin is tuple and inner[-1] is Ellipsis:
        return f"list of {_type(inner[0])}"
    if origin is tuple:
        return f"({', '.join(map(_type, inner))})"
    if origin is dict or (origin and "Mapping" in str(origin)):
        return "named values"
    supertype = getattr(annotation, "__supertype__", annotation)
    return _PLAIN.get(supertype) or str(getattr(annotation, "__name__", annotation))


def _first(text: str | None) -> str:
    return (text or "").split("\n\n")[0].replace("\n", " ")


def _cell(text: str) -> str:
    return text.replace("\n", " ").replace("|", "\\|")
