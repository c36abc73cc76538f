"""What a part says of itself, as a checked value; and the values of its examples, as a template gets them."""

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec
import yaml
from jinja2 import Environment, nodes
from msgspec import Struct

import dateline.pages
from dateline.pages.prose import Prose
from dateline.pages.views import View
from tests.site import ROOT, site
from tests.viewing import shown_by

PARTS = ROOT / "layouts" / "parts"


class Parameter(Struct, frozen=True, forbid_unknown_fields=True):
    """What a macro is given."""

    says: str
    type: str
    """`words`, `number`, `yes or no`, the name of a view's value (`Lead`), `list of …`, `… or nothing`."""


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A state in which a macro can be seen."""

    name: str
    values: dict[str, Any]
    """By parameter. `{prose: …}` is a body written in Markdown; `{page: events/a/, field: previous}` is what that page
    of the part's own little site holds."""


class Macro(Struct, frozen=True, forbid_unknown_fields=True):
    """A macro of a part."""

    says: str
    parameters: dict[str, Parameter] = {}
    examples: tuple[Example, ...] = ()
    inner: bool = False
    """Whether it is there for the part's other macros only; such need no examples."""
    unseen: bool = False
    """Whether what it makes is for machines only; such need no examples either."""


class Described(Struct, frozen=True, forbid_unknown_fields=True):
    """What a part says of itself."""

    says: str
    macros: dict[str, Macro] = {}
    documents: dict[str, str] = {}
    """A little site for the examples, as in `tests/site.py`: by name, front matter without fences, then the body."""
    config: str = ""
    """What its `config.yaml` has besides."""


def parts() -> tuple[str, ...]:
    """The names of all parts."""
    return tuple(sorted(path.name for path in PARTS.iterdir() if path.is_dir()))


@lru_cache(maxsize=64)
def described(part: str) -> Described:
    """What a part says of itself."""
    text = (PARTS / part / f"{part}.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), Described)


def signatures(part: str) -> dict[str, tuple[str, ...]]:
    """The macros that a part really has, with their parameters."""
    file = PARTS / part / f"{part}.html"
    if not file.is_file():
        return {}
    tree = Environment(autoescape=True).parse(file.read_text("utf-8"))
    return {one.name: tuple(arg.name for arg in one.args) for one in tree.find_all(nodes.Macro)}


def needed(part: str) -> dict[str, frozenset[str]]:
    """For each macro the parameters that have no default."""
    file = PARTS / part / f"{part}.html"
    tree = Environment(autoescape=True).parse(file.read_text("utf-8"))
    macros = tree.find_all(nodes.Macro)
    return {one.name: frozenset(arg.name for arg in one.args[: len(one.args) - len(one.defaults)]) for one in macros}


@lru_cache(maxsize=1)
def structs() -> Mapping[str, type[Struct]]:
    """The values that views are made of, by name."""
    found: dict[str, type[Struct]] = {}
    for module in pkgutil.walk_packages(dateline.pages.__path__, "dateline.pages."):
        for name, one in vars(importlib.import_module(module.name)).items():
            if isinstance(one, type) and issubclass(one, Struct) and not name.startswith("_"):
                found.setdefault(name, one)
    return found


def kind(written: str) -> Any:
    """The Python type that a parameter's type names."""
    plain: dict[str, Any] = {"words": str, "number": int, "yes or no": bool, "view": Any}
    if written.endswith(" or nothing"):
        return kind(written.removesuffix(" or nothing")) | None
    if written.startswith("list of "):
        return tuple[kind(written.removeprefix("list of ")), ...]  # type: ignore[misc]
    return plain[written] if written in plain else structs()[written]


def values(part: str, macro: str, example: Example) -> dict[str, Any]:
    """The values of an example, each of the type that its parameter has."""
    parameters = described(part).macros[macro].parameters
    return {name: _value(part, given, parameters[name].type) for name, given in example.values.items()}


def _value(part: str, given: Any, written: str) -> Any:
    if isinstance(given, dict) and set(given) == {"page", "field"}:
        found = _field(_views(part)[f"{given['page']}index.html"], given["field"])
        if not _is(found, written):
            message = f"{given} is a {type(found).__name__}, not {written}"
            raise TypeError(message)
        return found
    return msgspec.convert(_with_prose(given), kind(written))


def _is(found: object, written: str) -> bool:
    """Whether a value has the type that is written, as far as names tell."""
    if found is None:
        return written.endswith(" or nothing")
    written = written.removesuffix(" or nothing")
    if written.startswith("list of "):
        return isinstance(found, tuple) and all(_is(one, written.removeprefix("list of ")) for one in found)
    expected = kind(written)
    return expected is Any or isinstance(found, expected)


def _field(view: object, path: str) -> object:
    """`listing.eras.0.lines` of a view; the view itself where nothing is written."""
    found = view
    for name in filter(None, path.split(".")):
        found = found[int(name)] if isinstance(found, Sequence) and name.isdigit() else getattr(found, name)
    return found


@lru_cache(maxsize=64)
def _views(part: str) -> Mapping[str, View]:
    known = described(part)
    return views_of(known.documents, known.config)


def views_of(documents: Mapping[str, str], config: str = "") -> Mapping[str, View]:
    """What each page of a little site shows, by its path."""
    made = site(documents, config=config)
    wrong = [one for one in made.found() if one.severity == "error" and one.code != "invalid-layout"]
    if wrong:
        raise ValueError(wrong)
    return shown_by(made)


def _with_prose(given: Any) -> Any:
    if isinstance(given, dict) and set(given) == {"prose"}:
        return msgspec.to_builtins(_prose(given["prose"]))
    if isinstance(given, dict):
        return {name: _with_prose(one) for name, one in given.items()}
    if isinstance(given, list):
        return [_with_prose(one) for one in given]
    return given


def _prose(markdown: str) -> Prose:
    found = _field(views_of({"pages/a": f"title: A\n\n{markdown}"})["a/index.html"], "body")
    if not isinstance(found, Prose):
        raise TypeError(found)
    return found
