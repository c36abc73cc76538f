"""What the parser's rules find wrong before there is anything to write: it is handed on in the parser's `env`."""

from collections.abc import MutableMapping
from typing import Any

from dateline.kernel.diagnostics import Span
from dateline.reading.pieces import Writer

_KEY = "mistakes"


def note(env: MutableMapping[str, Any], code: str, message: str, place: tuple[int, int], hint: str = "") -> None:
    """Notes something wrong at a stretch of the body's own text."""
    env.setdefault(_KEY, []).append((code, message, place, hint))


def hand_on(env: MutableMapping[str, Any], writer: Writer) -> None:
    """Tells the writer what was noted."""
    for code, message, (start, end), hint in env.get(_KEY, ()):
        shift = writer.lines.start
        writer.problem(code, message, Span(start + shift, max(end, start) + shift), hint)
