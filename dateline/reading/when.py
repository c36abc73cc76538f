"""Dates and durations in front matter: EDTF as text, or as a YAML list, which is read as the set it looks like."""

from collections.abc import Callable
from itertools import accumulate

from dateline.dates import duration, edtf
from dateline.dates.duration import Duration
from dateline.dates.malformed import Malformed
from dateline.kernel.diagnostics import Span
from dateline.model.documents import Dated
from dateline.reading.objection import shown
from dateline.reading.values import Reader, Value, always, is_absent, scalar
from dateline.reading.yaml_nodes import Mapping, Node, Scalar, Sequence

_WORDS = "a date (EDTF)"


def _date(node: Node, name: str, reader: Reader) -> Dated | None:
    match node:
        case Scalar():
            return _parsed(node.text.strip(), node.span, lambda _: node.span, reader)
        case Sequence() if all(isinstance(one, Scalar) for one in node.items):
            return _set(node, reader)
        case Mapping(flow=True):
            written = " ".join(reader.text[node.span.start : node.span.end].split())
            message = f"{shown(written)} without quotes is a map of YAML, not a date"
            reader.say("invalid-date", message, node.span, f'put the date in quotes: `{name}: "{written}"`')
        case _:
            reader.wrong_shape(node, name, _WORDS)
    return None


def _set(node: Sequence, reader: Reader) -> Dated | None:
    items = [one for one in node.items if isinstance(one, Scalar) and not is_absent(one)]
    texts = [one.text.strip() for one in items]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=1))

    def locate(fault: Malformed) -> Span:
        for item, text, begin in zip(items, texts, starts, strict=False):
            if begin <= fault.start and fault.end <= begin + len(text):
                return item.span
        return node.span

    return _parsed(f"[{','.join(texts)}]", node.span, locate, reader)


def _parsed(text: str, span: Span, locate: Callable[[Malformed], Span], reader: Reader) -> Dated | None:
    found = edtf.parse(text, reader.zone)
    if isinstance(found, Malformed):
        reader.say("invalid-date", found.message, locate(found), found.hint)
        return None
    odd = edtf.clock_oddity(text, reader.zone)
    if odd:
        reader.say("nonexistent-time", odd.message, locate(odd), odd.hint)
    return Dated(found, span)


DATE: Value[Dated] = Value(
    _WORDS,
    _date,
    always({"anyOf": [{"type": ["string", "integer"]}, {"type": "array", "items": {"type": ["string", "integer"]}}]}),
)


def check_time(text: str, span: Span, reader: Reader) -> None:
    """Say what is wrong with a date that stands in a body."""
    _parsed(text, span, lambda _: span, reader)


def _duration(node: Scalar, _name: str, reader: Reader) -> tuple[Duration, str] | None:
    text = node.text.strip()
    found = duration.parse(text)
    if isinstance(found, Malformed):
        reader.say("invalid-duration", found.message, node.span, found.hint)
        return None
    return found, text


DURATION: Value[tuple[Duration, str]] = scalar("a duration (ISO 8601)", _duration, always({"type": "string"}))
"""A duration and its words."""
