"""Shows diagnostics: one small renderer a format over the same values, and how words reach the terminal.

What an author wrote never reaches a terminal raw: control characters and what turns text around are made visible.
"""

import errno
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO

import click
from msgspec import Struct

from dateline.kernel.diagnostics import Diagnostic, Place, Related, Severity
from dateline.kernel.text import Lines, Position, decoded, lines, spread, visible, width

Sources = Mapping[str, bytes]
"""What the files hold that diagnostics point into, by their paths."""

Paint = Callable[[str, str], str]
"""Gives a piece of a message its colour: `error`, `warning`, `path` or `frame`."""

_INDENT = "    "
_WIDEST = 120
"""Characters of a source line that are shown; of a longer one, those around the offending words."""
_BEFORE = 40
_WITH_LINES = (".md", ".markdown", ".yaml", ".yml", ".html", ".css", ".js", ".json", ".svg", ".txt")
_COLOURS = {"error": "red", "warning": "yellow", "frame": "blue"}


def plain(text: str, role: str) -> str:
    """Words without colour."""
    del role
    return text


def coloured(text: str, role: str) -> str:
    """Words in the colour of what they are."""
    return click.style(text, fg=_COLOURS.get(role), bold=role != "frame" or None)


class _Located(Struct, frozen=True):
    start: Position
    end: Position
    lines: Lines


class Texts:
    """The texts that diagnostics point into, each decoded when the first one asks for it."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._read: dict[str, Lines] = {}

    def located(self, place: Place) -> _Located:
        """Lines and columns of a place."""
        if place.path not in self._read:
            self._read[place.path] = lines(decoded(self._sources.get(place.path, b"")))
        text = self._read[place.path]
        return _Located(text.position(place.span.start), text.position(max(place.span.start, place.span.end)), text)

    def shows(self, place: Place) -> bool:
        """Whether the file is one of lines, and there to be shown."""
        return place.path in self._sources and place.path.lower().endswith(_WITH_LINES)


# For people


def as_text(found: Sequence[Diagnostic], sources: Sources, paint: Paint = plain) -> Iterator[str]:
    """Each diagnostic as a good compiler shows it: where, what, the line, and what to do."""
    texts = Texts(sources)
    for one in found:
        yield "\n".join(_told(one, texts, paint))


def _told(one: Diagnostic, texts: Texts, paint: Paint) -> Iterator[str]:
    severity = one.severity.value
    where = paint(f"{_where(one.place, texts)}:", "path")
    yield f"{where} {paint(f'{severity}[{one.code}]', severity)}: {_indented(one.message)}"
    yield from _shown(one.place, one.hint, texts, paint, severity)
    for other in one.related:
        yield f"{_INDENT}{paint(f'{_where(other.place, texts)}:', 'path')} {_indented(other.message)}"
        yield from _shown(other.place, "", texts, paint, "frame")


def _where(place: Place, texts: Texts) -> str:
    start = texts.located(place).start
    return f"{visible(place.path)}:{start.line}:{start.column}"


def _indented(text: str) -> str:
    return f"\n{_INDENT}".join(visible(line) for line in text.split("\n"))


def _shown(place: Place, hint: str, texts: Texts, paint: Paint, role: str) -> Iterator[str]:
    """The first line that is meant, with carets under what is meant and the hint after them."""
    if not texts.shows(place):
        if hint:
            yield f"{_INDENT}{_indented(hint)}"
        return
    at = texts.located(place)
    line, caret, carets = _underlined(at)
    gutter = " " * len(str(at.start.line))
    yield f"{_INDENT}{paint(f'{at.start.line} |', 'frame')} {line}".rstrip()
    first, *rest = hint.split("\n")
    frame = paint(f"{_INDENT}{gutter} |", "frame")
    yield f"{frame} {' ' * caret}{paint('^' * carets, role)} {visible(first)}".rstrip()
    for more in rest:
        yield f"{frame} {' ' * (caret + carets + 1)}{visible(more)}".rstrip()


def _underlined(at: _Located) -> tuple[str, int, int]:
    """A line as shown, after how many cells the carets begin, and how many there are."""
    line = at.lines.line(at.start.line)
    first = at.start.column - 1
    last = at.end.column - 1 if at.end.line == at.start.line else len(line.rstrip())
    left = max(0, first - _BEFORE) if len(line) > _WIDEST else 0
    pieces = spread(line[left : left + _WIDEST])
    before, after = "…" * (left > 0), "…" * (left + _WIDEST < len(line))
    caret = width(before + "".join(pieces[: first - left]))
    carets = width("".join(pieces[first - left : max(last, first) - left]))
    return f"{before}{''.join(pieces)}{after}", caret, max(1, carets)


def summary(found: Sequence[Diagnostic]) -> str:
    """How many errors and warnings: `2 errors, 1 warning`; empty for none."""
    count = Counter(one.severity for one in found)
    return ", ".join(
        f"{count[severity]} {severity.value}{'s' if count[severity] > 1 else ''}"
        for severity in (Severity.ERROR, Severity.WARNING)
        if count[severity]
    )


# For programs


def as_json(found: Sequence[Diagnostic], sources: Sources) -> Iterator[str]:
    """One object a line. Ends are exclusive: the line and column after the last character."""
    texts = Texts(sources)
    for one in found:
        said = {
            **_place_keys(one.place, texts),
            "severity": one.severity.value,
            "code": one.code,
            "message": one.message,
            "hint": one.hint,
            "related": [_related_keys(other, texts) for other in one.related],
        }
        yield _UNSAFE.sub(lambda char: f"\\u{ord(char[0]):04x}", json.dumps(said, ensure_ascii=False))


_UNSAFE = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""What JSON allows raw and a terminal should not get: all in the basic plane, so one escape each."""


def _place_keys(place: Place, texts: Texts) -> dict[str, object]:
    at = texts.located(place)
    return {
        "path": place.path,
        "line": at.start.line,
        "column": at.start.column,
        "end_line": at.end.line,
        "end_column": at.end.column,
    }


def _related_keys(other: Related, texts: Texts) -> dict[str, object]:
    return {**_place_keys(other.place, texts), "message": other.message}


def as_github(found: Sequence[Diagnostic], sources: Sources) -> Iterator[str]:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    texts = Texts(sources)
    for one in found:
        at = texts.located(one.place)
        numbers = f"line={at.start.line},col={at.start.column},endLine={at.end.line},endColumn={at.end.column}"
        also = [f"{_where(other.place, texts)}: {other.message}" for other in one.related]
        message = "\n".join(part for part in (one.message, one.hint, *also) if part)
        place = f"file={_property(one.place.path)},{numbers},title={_property(one.code)}"
        yield f"::{one.severity.value} {place}::{_escaped(message)}"


def _escaped(text: str) -> str:
    lined = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(lined)


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


# To a stream


def may_colour(stream: IO[str] | None) -> bool:
    """Whether a stream is a terminal whose owner has nothing against colours (https://no-color.org)."""
    return bool(stream and stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")


def emit(text: str, *, err: bool = False) -> None:
    """Writes a line to standard output or standard error, in UTF-8, at once.

    Nobody there to read it is no mistake of ours: the work goes on, and its status says how it went.
    """
    stream = sys.stderr if err else sys.stdout
    if stream is None:  # closed by whoever started us
        return
    try:
        click.echo(text.encode("utf-8", "backslashreplace"), file=stream)
    except OSError as error:
        _silence(stream)
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise


def _silence(stream: IO[str]) -> None:
    """What is still to be written to a stream goes nowhere, so that the interpreter does not stumble at its end."""
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
