"""The author's own `x-…` keys: their values as JSON, for templates.

Plain `true` and `false` are booleans, plain decimal numbers are numbers, null is null; everything else is text, `yes`,
dates and `0x1F` included.
"""

import re

import msgspec

from dateline.reading.yaml_nodes import Mapping, Node, Refused, Scalar, Sequence

PREFIX = "x-"

_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_SURROGATES = re.compile("[\ud800-\udfff]")


def as_json(node: Node) -> str:
    """A value as JSON text."""
    return msgspec.json.encode(plain(node)).decode()


def plain(node: Node) -> object:
    """A value as Python's own lists, dictionaries, text, numbers and booleans."""
    match node:
        case Scalar():
            return _scalar(node)
        case Sequence():
            return [plain(one) for one in node.items]
        case Mapping():
            return {_text(entry.key): plain(entry.value) for entry in node.entries}
        case Refused():
            return None


def _scalar(node: Scalar) -> object:
    text = node.text
    if not node.plain:
        return _text(node)
    if node.null:
        return None
    if text in _FLAGS:
        return _FLAGS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else _text(node)


def _text(node: Scalar) -> str:
    """Without lone surrogates, which no encoding can carry."""
    return _SURROGATES.sub("", node.text)
