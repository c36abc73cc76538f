"""Tables of fields: how a map is read by its table, and the JSON Schema that the same table gives."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar, cast

from msgspec import Struct, structs

from dateline.kernel.diagnostics import START, Place, Related, Span
from dateline.kernel.nearest import did_you_mean
from dateline.reading import yaml_nodes
from dateline.reading.objection import shown
from dateline.reading.own_keys import PREFIX, as_json, plain
from dateline.reading.values import Json, Reader, Value, Vocabulary, is_absent
from dateline.reading.yaml_nodes import Entry, Node, Refused, read_yaml

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Field(Struct, Generic[T_co], frozen=True):
    """A field of front matter, or of a map in it."""

    name: str
    value: Value[T_co]
    meaning: str
    """A sentence for the reference and for editors."""
    example: str
    """A good value as an author writes it, on one line of YAML."""
    required: bool = False


def required(field: Field[T]) -> Field[T]:
    """The same field where it may not be left out."""
    return structs.replace(field, required=True)


class Table(Struct, frozen=True):
    """The fields that a map can have."""

    what: str
    """What has these fields, with its article: "an event"."""
    fields: tuple[Field[object], ...]
    own: bool = False
    """Whether the author may add `x-…` keys."""
    explained: Mapping[str, str] = {}
    """Hints for keys that an author may look for here in vain."""
    also: Mapping[str, object] = {}
    """What its schema says beyond its fields."""

    @property
    def by_name(self) -> dict[str, Field[object]]:
        """The fields by their names, in order."""
        return {field.name: field for field in self.fields}


class Answers:
    """What a map says: the values that could be read, and where they stand."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        """By the names of the fields, in the author's order; only what could be read."""
        self.nodes: dict[str, Node] = {}
        """What stands there, readable or not."""
        self.keys: dict[str, Span] = {}
        """Where the names themselves stand, also those without a value."""
        self.own: list[tuple[str, str]] = []
        """The `x-…` keys with their values as JSON."""
        self.complete = True
        """Whether every required field could be read."""

    def get(self, field: Field[T]) -> T | None:
        """The value of a field, if it could be read."""
        return cast("T | None", self.values.get(field.name))

    def all(self, field: Field[tuple[T, ...]]) -> tuple[T, ...]:
        """The items of a list; none where it is left out."""
        return self.get(field) or ()

    def has(self, field: Field[Any]) -> bool:
        """Whether something stands there, readable or not."""
        return field.name in self.nodes

    def span(self, field: Field[Any]) -> Span:
        """Where the value stands; the start of the file where it is left out."""
        node = self.nodes.get(field.name)
        return node.span if node else START


def read_table(mapping: yaml_nodes.Mapping, table: Table, reader: Reader, missing: Span = START) -> Answers:
    """What a map says by its table. What is missing is reported at `missing`."""
    answers = Answers()
    by_name = table.by_name
    for entry in mapping.entries:
        name = entry.key.text
        field = by_name.get(name)
        if field is not None:
            _answer(field, entry, answers, reader)
        elif table.own and name.startswith(PREFIX):
            _keep(entry, answers)
        else:
            _unknown(entry, table, reader)
    for field in table.fields:
        if field.required and field.name not in answers.values:
            answers.complete = False
            if field.name not in answers.nodes:
                _missing(field, answers, table, reader, missing)
    return answers


def _answer(field: Field[object], entry: Entry, answers: Answers, reader: Reader) -> None:
    answers.keys[field.name] = entry.key.span
    if is_absent(entry.value):
        return
    answers.nodes[field.name] = entry.value
    if isinstance(entry.value, Refused):
        return
    value = field.value.read(entry.value, field.name, reader)
    if value is not None:
        answers.values[field.name] = value


def _keep(entry: Entry, answers: Answers) -> None:
    if not is_absent(entry.value) and not isinstance(entry.value, Refused):
        answers.own.append((entry.key.text, as_json(entry.value)))


def _unknown(entry: Entry, table: Table, reader: Reader) -> None:
    name = entry.key.text
    names = tuple(table.by_name)
    hint = table.explained.get(name) or did_you_mean(name, names) or _meant(name, names)
    message = f"{table.what} has no field {shown(name)}"
    reader.say("unknown-field", message, entry.key.span, hint or f"its fields are: {', '.join(names)}")


_OTHER_WORDS = {
    "category": "threads",
    "categories": "threads",
    "coordinates": "latitude",
    "created": "published",
    "date": "published",
    "desc": "summary",
    "description": "summary",
    "excerpt": "summary",
    "heading": "title",
    "keywords": "tags",
    "label": "title",
    "lang": "language",
    "lat": "latitude",
    "lng": "longitude",
    "lon": "longitude",
    "modified": "updated",
    "name": "title",
    "permalink": "slug",
    "redirect_from": "aliases",
    "redirects": "aliases",
    "thumbnail": "image",
    "title": "name",
    "url": "base_url",
    "when": "date",
}
"""What other programs, or plain English, call a field."""


def _meant(name: str, names: tuple[str, ...]) -> str:
    other = _OTHER_WORDS.get(name.lower())
    return f'did you mean "{other}"?' if other in names else ""


def _missing(field: Field[object], answers: Answers, table: Table, reader: Reader, missing: Span) -> None:
    hint = f"add a line `{field.name}: {field.example}`" if missing == START else f"add `{field.name}: {field.example}`"
    empty = answers.keys.get(field.name)
    if empty:
        related = (Related(Place(reader.path, empty), "nothing stands behind this name"),)
        message = f'the required field "{field.name}" is empty'
        reader.say("missing-field", message, missing, f"write its value: `{field.name}: {field.example}`", related)
    else:
        reader.say("missing-field", f'{table.what} needs the field "{field.name}"', missing, hint)


def record(
    words: str, table: Table, make: Callable[[Answers, Span, Reader], T | None], short: Value[T] | None = None
) -> Value[T]:
    """A map with fields of its own, or, where there is a short form, one plain value."""

    def read(node: Node, name: str, reader: Reader) -> T | None:
        if isinstance(node, yaml_nodes.Mapping):
            answers = read_table(node, table, reader, node.span)
            return make(answers, node.span, reader) if answers.complete else None
        if short and isinstance(node, yaml_nodes.Scalar):
            return short.read(node, name, reader)
        reader.wrong_shape(node, name, words)
        return None

    def schema(vocabulary: Vocabulary) -> Json:
        long = table_schema(table, vocabulary)
        return {"anyOf": [short.schema(vocabulary), long]} if short else long

    return Value(words, read, schema)


def table_schema(table: Table, vocabulary: Vocabulary) -> Json:
    """The JSON Schema of a table's maps."""
    made: Json = {
        "type": "object",
        "properties": {field.name: field_schema(field, vocabulary) for field in table.fields},
        "additionalProperties": False,
    }
    needed = [field.name for field in table.fields if field.required]
    if needed:
        made["required"] = needed
    if table.own:
        made["patternProperties"] = {f"^{PREFIX}": {"description": "The author's own: reaches templates untouched."}}
    return {**made, **table.also}


def field_schema(field: Field[object], vocabulary: Vocabulary) -> Json:
    """The JSON Schema of a field's values, with its meaning and an example."""
    schema = field.value.schema(vocabulary)
    return {**schema, "description": field.meaning, "examples": [example(field)]}


def example(field: Field[object]) -> object:
    """A field's example as a value."""
    made = read_yaml(f"{field.name}: {field.example}\n", field.name).value
    return plain(made.entries[0].value) if made else None
