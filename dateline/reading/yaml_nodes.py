"""YAML 1.1 as a tree of nodes that know where they stand: text, lists and maps, and nothing else.

Tags, anchors, aliases and merge keys are refused on the parser's events, before anything is made of them: what they
make can be far larger than what is written. What a scalar means (a date, a number, a boolean) is not decided here.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

import yaml
from msgspec import Struct
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from dateline.kernel.diagnostics import Checked, Diagnostic, Place, Related, Span, diagnostic
from dateline.kernel.text import Lines, lines
from dateline.reading.yaml_faults import Fault, control_character, explain

DEEPEST = 50
"""How deep lists and maps may lie in each other."""

LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""Only its parser is used, never its constructor."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_PROPERTY = re.compile(r"[&*!][^\s,\[\]{}]*")


class Scalar(Struct, frozen=True):
    """A single value, as text."""

    text: str
    span: Span
    """The value with its quotation marks, if it has any."""
    plain: bool
    """Whether it stands without quotation marks and not as a block (`|`, `>`)."""

    @property
    def null(self) -> bool:
        """Whether nothing is there (YAML 1.1's null)."""
        return self.plain and self.text in _NULLS


class Sequence(Struct, frozen=True):
    """A list."""

    items: "tuple[Node, ...]"
    span: Span
    flow: bool
    """Whether it is written in brackets."""


class Entry(Struct, frozen=True):
    """A key and its value."""

    key: Scalar
    value: "Node"


class Mapping(Struct, frozen=True):
    """A map in the author's order; no key stands in it twice."""

    entries: tuple[Entry, ...]
    span: Span
    flow: bool
    """Whether it is written in braces."""


class Refused(Struct, frozen=True):
    """What may not be written; the author has been told."""

    span: Span


Node: TypeAlias = Scalar | Sequence | Mapping | Refused


class _Abandoned(Exception):  # noqa: N818 - not an error of ours, only the way out of a recursion
    """Reading cannot go on."""


def read_yaml(block: str, path: str, offset: int = 0, *, line: int = 1) -> Checked[Mapping]:
    """The map that a block of YAML is.

    `offset` is where the block stands in its file and `line` the number of its first line. An empty block is an
    empty map. Whatever the block holds, no exception comes out.
    """
    builder = _Builder(block, path, offset, line)
    fault = control_character(block)
    if fault:
        return Checked(None, (builder.diagnose(fault),))
    try:
        root = builder.document()
    except (yaml.YAMLError, ValueError, ArithmeticError, LookupError, AttributeError) as failure:
        # PyYAML's own parser lets out what int() and chr() raise on absurd numbers
        builder.found.append(builder.diagnose(explain(failure, block)))
    except _Abandoned:
        pass
    else:
        if isinstance(root, Mapping):
            return Checked(root, tuple(builder.found))
        if isinstance(root, Sequence | Scalar):
            builder.say("invalid-yaml", *_no_map(root), root.span)
    return Checked(None, tuple(builder.found))


def _no_map(root: Sequence | Scalar) -> tuple[str, str]:
    if isinstance(root, Sequence):
        return "a list stands where fields belong", "write each field as `name: value`"
    shown = _shortened(root.text)
    missing_space = re.match(r"([\w-]+):(\S.*)", shown)
    if missing_space:
        name, value = missing_space.groups()
        return f'"{shown}" is not a field', f"put a space after the colon: `{name}: {value}`"
    return f'"{shown}" is not a field', "write each field as `name: value`"


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59] + "…"  # noqa: PLR2004 - a line's worth


class _Builder:
    """Builds the nodes of one block and keeps what is wrong with it. Spans are those of the whole file."""

    def __init__(self, block: str, path: str, offset: int, line: int) -> None:
        self.block = block
        self.path = path
        self.offset = offset
        self.line = line
        self.lines: Lines | None = None
        self.found: list[Diagnostic] = []
        self.events: Iterator[Event] = iter(())

    def say(self, code: str, message: str, hint: str, span: Span, related: tuple[Related, ...] = ()) -> None:
        self.found.append(diagnostic(code, message, Place(self.path, span), hint, related=related))

    def diagnose(self, fault: Fault) -> Diagnostic:
        span = Span(fault.start + self.offset, fault.end + self.offset)
        return diagnostic("invalid-yaml", fault.message, Place(self.path, span), fault.hint)

    def document(self) -> Node:
        """The root of the only document; an empty map where there is none."""
        self.events = yaml.parse(self.block, Loader=LOADER)
        root: Node | None = None
        for event in self.events:
            match event:
                case DocumentStartEvent() if root is not None:
                    message = "a second YAML document begins here"
                    self.say("invalid-yaml", message, "remove this line and what follows", self._span(event))
                    raise _Abandoned
                case StreamStartEvent() | DocumentStartEvent() | StreamEndEvent():
                    pass
                case ScalarEvent() | SequenceStartEvent() | MappingStartEvent() | AliasEvent():
                    root = self._node(event, 1)
                case _:
                    pass
        empty = root is None or (isinstance(root, Scalar) and root.null)
        return Mapping((), Span(self.offset, self.offset), flow=False) if root is None or empty else root

    def _node(self, event: Event, depth: int) -> Node:
        if depth > DEEPEST:
            message = f"lists and maps lie more than {DEEPEST} deep in each other"
            self.say("front-matter-too-large", message, "write it flatter", self._span(event))
            raise _Abandoned
        refused = _is_refused(event)
        if refused:
            self._refuse(event)
        node = self._value(event, depth)
        return Refused(node.span) if refused else node

    def _value(self, event: Event, depth: int) -> Node:
        match event:
            case ScalarEvent():
                return Scalar(event.value, self._scalar_span(event), plain=event.style in (None, ""))
            case SequenceStartEvent():
                return self._sequence(event, depth)
            case MappingStartEvent():
                return self._mapping(event, depth)
            case _:
                return Refused(self._span(event))

    def _sequence(self, event: SequenceStartEvent, depth: int) -> Sequence:
        items: list[Node] = []
        for following in self.events:
            if isinstance(following, SequenceEndEvent):
                return Sequence(tuple(items), self._collection_span(event, following), event.flow_style is True)
            items.append(self._node(following, depth + 1))
        raise _Abandoned

    def _mapping(self, event: MappingStartEvent, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        for following in self.events:
            if isinstance(following, MappingEndEvent):
                span = self._collection_span(event, following)
                return Mapping(tuple(entries.values()), span, event.flow_style is True)
            key = self._node(following, depth + 1)
            if isinstance(key, Scalar) and key.plain and key.text == "<<":
                self._refuse_merge(key, depth)
                continue
            value = self._node(next(self.events), depth + 1)
            if isinstance(key, Scalar) and self._is_new(key, entries):
                entries[key.text] = Entry(key, value)
            elif isinstance(key, Sequence | Mapping):
                self.say("invalid-yaml", "a list or a map stands where a key belongs", "put it in quotes", key.span)
        raise _Abandoned

    def _is_new(self, key: Scalar, entries: dict[str, Entry]) -> bool:
        other = entries.get(key.text)
        if other is None:
            return True
        first, second = self._line_of(other.key), self._line_of(key)
        message = f'"{_shortened(key.text)}" is given twice, on lines {first} and {second}'
        related = (Related(Place(self.path, other.key.span), "first given here"),)
        self.say("duplicate-key", message, "keep one of the two", key.span, related)
        return False

    def _line_of(self, key: Scalar) -> int:
        self.lines = self.lines or lines(self.block)
        return self.lines.position(key.span.start - self.offset).line + self.line - 1

    def _refuse(self, event: Event) -> None:
        start = _start(event)
        written = _PROPERTY.match(self.block, start)
        end = written.end() if written else _end(event)
        word = self.block[start:end]
        what, hint = _FORBIDDEN.get(word[:1], ("a tag", "put the value in quotes, or remove the tag"))
        self.say("forbidden-yaml", f'"{_shortened(word)}" is {what} of YAML', hint, self._at(start, end))

    def _refuse_merge(self, key: Scalar, depth: int) -> None:
        self.say("forbidden-yaml", '"<<" is a merge key of YAML', "write the fields out", key.span)
        told = len(self.found)
        self._node(next(self.events), depth + 1)
        del self.found[told:]  # what is merged is refused with its key

    def _at(self, start: int, end: int) -> Span:
        return Span(start + self.offset, end + self.offset)

    def _span(self, event: Event) -> Span:
        return self._at(_start(event), _end(event))

    def _scalar_span(self, event: ScalarEvent) -> Span:
        start, end = _start(event), _end(event)
        if event.style in ("|", ">"):  # the parser counts the empty lines below a block as part of it
            end = start + len(self.block[start:end].rstrip())
        return self._at(start, end)

    def _collection_span(self, first: Event, last: Event) -> Span:
        start, end = _start(first), _end(last)
        return self._at(start, start + len(self.block[start:end].rstrip()))


def _start(event: Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _is_refused(event: Event) -> bool:
    match event:
        case AliasEvent():
            return True
        case ScalarEvent() | SequenceStartEvent() | MappingStartEvent():
            return event.anchor is not None or event.tag is not None
        case _:
            return False


_FORBIDDEN = {
    "&": ("an anchor", "put the value in quotes, or remove the anchor"),
    "*": ("an alias", "put the value in quotes, or write out what is meant"),
    "!": ("a tag", "put the value in quotes, or remove the tag"),
}
