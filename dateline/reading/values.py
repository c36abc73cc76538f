"""How a value in front matter is read, and how a schema describes it: one description for both.

A `Value` reads a node into what the model needs and says what is wrong with it; its schema (JSON Schema 2020-12)
accepts what it reads. What a plain scalar looks like never matters: `title: 1984` is the text "1984".
"""

import re
from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

from dateline.kernel.diagnostics import Diagnostic, Place, Related, Span, diagnostic
from dateline.kernel.nearest import did_you_mean
from dateline.reading.objection import Objection, shown
from dateline.reading.yaml_nodes import Mapping, Node, Refused, Scalar, Sequence

T = TypeVar("T")
S = TypeVar("S")
T_co = TypeVar("T_co", covariant=True)

Json = dict[str, object]


class Vocabulary(Struct, frozen=True):
    """Words that the site's config adds to those of the language."""

    types: tuple[str, ...]
    """What an annotation's `type` can be."""
    scale: tuple[str, ...]
    """The ratings that a verdict can have."""


class Reader:
    """What reading one file needs to know, and what it has found wrong so far."""

    def __init__(self, path: str, text: str, zone: str, vocabulary: Vocabulary) -> None:
        self.path = path
        self.text = text
        self.zone = zone
        self.vocabulary = vocabulary
        self.found: list[Diagnostic] = []

    def say(self, code: str, message: str, span: Span, hint: str = "", related: tuple[Related, ...] = ()) -> None:
        """Something is wrong at a place of this file."""
        self.found.append(diagnostic(code, message, Place(self.path, span), hint, related=related))

    def object_to(self, objection: Objection, span: Span, code: str = "invalid-field") -> None:
        """A value is not what it should be."""
        self.say(code, objection.message, span, objection.hint)

    def wrong_shape(self, node: Node, name: str, words: str) -> None:
        """A list, a map or a word stands where something else belongs."""
        if isinstance(node, Refused):
            return  # the author has been told
        what, hint = _shape(node)
        hint = _IN_PARTS if words.startswith("a map") else hint
        self.say("invalid-field", f'"{name}" takes {words}, not {what}', node.span, hint)


_IN_PARTS = "write each part as `name: value` on a line of its own below"


def _shape(node: Scalar | Sequence | Mapping) -> tuple[str, str]:
    """What stands there, and what to do about it."""
    match node:
        case Scalar():
            return shown(node.text), _IN_PARTS
        case Sequence():
            return "a list", "write one value, without brackets and hyphens"
        case Mapping():
            return "a map", "put the value in quotes if its colon or its braces are meant as text"


class Value(Struct, Generic[T_co], frozen=True):
    """A sort of value."""

    words: str
    """What an author writes, with its article: "a date"."""
    read: Callable[[Node, str, Reader], T_co | None]
    """What a node says, given the field's name for messages; `None` where it says nothing usable."""
    schema: Callable[[Vocabulary], Json]


def is_absent(node: Node) -> bool:
    """Whether a value is left out: null, empty, or an empty list."""
    match node:
        case Scalar():
            return node.null or not node.text.strip()
        case Sequence():
            return all(is_absent(one) for one in node.items)
        case _:
            return False


def scalar(
    words: str, make: Callable[[Scalar, str, Reader], T | None], schema: Callable[[Vocabulary], Json]
) -> Value[T]:
    """A value that is neither a list nor a map."""

    def read(node: Node, name: str, reader: Reader) -> T | None:
        if isinstance(node, Scalar):
            return make(node, name, reader)
        reader.wrong_shape(node, name, words)
        return None

    return Value(words, read, schema)


def always(schema: Json) -> Callable[[Vocabulary], Json]:
    """A schema that is the same on every site."""
    return lambda _: dict(schema)


# What XML 1.0 forbids (section 2.2); an escape in double quotes can bring any of it into a value.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile(r"\s*[\r\n\x85\u2028\u2029]\s*")
_PLAIN_TEXT: Json = {"type": ["string", "number", "boolean"]}


def clean(node: Scalar, name: str, reader: Reader) -> str:
    """A scalar's text without characters that no page or feed could carry."""
    kept, dropped = _FORBIDDEN.subn("", node.text)
    if dropped:
        reader.say("control-characters", f'"{name}" holds {dropped} control characters', node.span, "remove them")
    return kept


def _line(node: Scalar, name: str, reader: Reader) -> str | None:
    return _LINE_BREAK.sub(" ", clean(node, name, reader).strip()) or None


def _prose(node: Scalar, name: str, reader: Reader) -> str | None:
    return clean(node, name, reader).strip() or None


def _verbatim(node: Scalar, name: str, reader: Reader) -> str | None:
    text = clean(node, name, reader)
    return text.rstrip("\n") or None


LINE: Value[str] = scalar("text", _line, always(_PLAIN_TEXT))
"""Text on one line."""
PROSE: Value[str] = scalar("text", _prose, always(_PLAIN_TEXT))
"""Text of any number of lines, without white space around it."""
VERBATIM: Value[str] = scalar("text", _verbatim, always(_PLAIN_TEXT))
"""Text with its white space."""

_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def as_flag(node: Scalar) -> bool | None:
    """YAML 1.1's booleans as PyYAML knows them: `yes`, `Yes` and `YES`, but not `y`."""
    if not node.plain or node.text not in (node.text.lower(), node.text.upper(), node.text.capitalize()):
        return None
    return _FLAGS.get(node.text.lower())


def _flag(node: Scalar, name: str, reader: Reader) -> bool | None:
    value = as_flag(node)
    if value is None:
        word = node.text.strip().lower()
        hint = f"remove the quotes: `{name}: {word}`" if word in _FLAGS and not node.plain else "write true or false"
        reader.say("invalid-field", f"{shown(node.text)} is neither true nor false", node.span, hint)
    return value


FLAG: Value[bool] = scalar("true or false", _flag, always({"type": "boolean"}))

_WHOLE = re.compile(r"[+-]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,30})?")


def whole(lowest: int, highest: int) -> Value[int]:
    """A whole number within bounds, in decimal digits."""

    def make(node: Scalar, _name: str, reader: Reader) -> int | None:
        text = node.text.strip()
        number = int(text) if _WHOLE.fullmatch(text) else None
        if number is None or not lowest <= number <= highest:
            message = f"{shown(text)} is not a whole number from {lowest} to {highest}"
            reader.say("invalid-field", message, node.span, f"write a number from {lowest} to {highest}, in digits")
            return None
        return number

    schema = {"type": "integer", "minimum": lowest, "maximum": highest}
    return scalar(f"a whole number from {lowest} to {highest}", make, always(schema))


def decimal(lowest: int, highest: int, unit: str) -> Value[float]:
    """A decimal number within bounds; neither exponents nor other bases."""

    def make(node: Scalar, _name: str, reader: Reader) -> float | None:
        text = node.text.strip()
        number = float(text) if _DECIMAL.fullmatch(text) else None
        if number is None or not lowest <= number <= highest:
            message = f"{shown(text)} is not a number of {unit} from {lowest} to {highest}"
            reader.say("invalid-field", message, node.span, _decimal_hint(text))
            return None
        return number

    schema = {"type": "number", "minimum": lowest, "maximum": highest}
    return scalar(f"a number of {unit} from {lowest} to {highest}", make, always(schema))


def _decimal_hint(text: str) -> str:
    pointed = text.replace(",", ".", 1)
    if "," in text and _DECIMAL.fullmatch(pointed):
        return f"write a decimal point: {pointed}"
    return "write decimal digits: 54.6872"


def choice(words: str, names: Callable[[Vocabulary], tuple[str, ...]]) -> Value[str]:
    """One of some words."""

    def make(node: Scalar, _name: str, reader: Reader) -> str | None:
        known, text = names(reader.vocabulary), node.text.strip()
        if text in known:
            return text
        hint = did_you_mean(text, known) or f"write one of: {', '.join(known)}"
        reader.say("invalid-field", f"{shown(text)} is not {words}", node.span, hint)
        return None

    return scalar(words, make, lambda vocabulary: {"enum": [*_spelled(names(vocabulary))]})


def _spelled(names: tuple[str, ...]) -> list[object]:
    """The names, and what other readers of YAML make of one that stands without quotes."""
    flags = [_FLAGS[name] for name in names if name in ("true", "false")]
    return [*names, *flags]


def matching(words: str, pattern: str, hint: Callable[[str], str]) -> Value[str]:
    """Text of a fixed form."""
    compiled = re.compile(pattern)

    def make(node: Scalar, _name: str, reader: Reader) -> str | None:
        text = node.text.strip()
        if compiled.fullmatch(text):
            return text
        reader.say("invalid-field", f"{shown(text)} is not {words}", node.span, hint(text))
        return None

    return scalar(words, make, always({"type": "string", "pattern": f"^(?:{pattern})$"}))


def checked(
    words: str, schema: Json, objection: Callable[[str, Reader], Objection | None], code: str = "invalid-field"
) -> Value[str]:
    """Text of one line to which something may be objected."""

    def make(node: Scalar, _name: str, reader: Reader) -> str | None:
        text = node.text.strip()
        found = objection(text, reader)
        if found:
            reader.object_to(found, node.span, code)
            return None
        return text

    return scalar(words, make, always(schema))


def placed(value: Value[S], make: Callable[[S, Span], T]) -> Value[T]:
    """The same value made into something that knows where it stands."""

    def read(node: Node, name: str, reader: Reader) -> T | None:
        found = value.read(node, name, reader)
        return None if found is None else make(found, node.span)

    return Value(value.words, read, value.schema)


def listed(value: Value[T], words: str) -> Value[tuple[T, ...]]:
    """A list; one value alone will do. A wrong item loses only itself."""

    def read(node: Node, name: str, reader: Reader) -> tuple[T, ...] | None:
        items = node.items if isinstance(node, Sequence) else (node,)
        made = (value.read(one, name, reader) for one in items if not is_absent(one))
        return tuple(one for one in made if one is not None)

    def schema(vocabulary: Vocabulary) -> Json:
        one = value.schema(vocabulary)
        return {"anyOf": [one, {"type": "array", "items": one}]}

    return Value(words, read, schema)
