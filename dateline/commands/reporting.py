"""What a command tells the author at its end: what is wrong, how much of it, and whether that is a failure."""

import sys
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.commands.options import Asked
from dateline.edge.console import (
    Sources,
    as_github,
    as_json,
    as_text,
    coloured,
    emit,
    may_colour,
    plain,
    summary,
)
from dateline.kernel.diagnostics import Diagnostic, Severity

DONE, FAILED, MISUSED = 0, 1, 2
"""Exit statuses: done; the content or a target has errors; the command line or `config.yaml` is wrong."""
INTERRUPTED = 130
"""What a shell reports of a program that ended on Ctrl-C: 128 and the signal's number."""


def judged(found: Sequence[Diagnostic], asked: Asked) -> tuple[Diagnostic, ...]:
    """The diagnostics as this run takes them: with `--strict` a warning is an error."""
    return tuple(replace(one, severity=Severity.ERROR) for one in found) if asked.strict else tuple(found)


def has_errors(found: Sequence[Diagnostic]) -> bool:
    """Whether anything found is an error."""
    return any(one.severity is Severity.ERROR for one in found)


def show(found: Sequence[Diagnostic], sources: Sources, asked: Asked) -> None:
    """All diagnostics in the format asked for: for people on standard error, for programs on standard output."""
    for told in _rendered(found, sources, asked.format):
        emit(told, err=asked.format == "text")


def _rendered(found: Sequence[Diagnostic], sources: Sources, name: str) -> Iterator[str]:
    match name:
        case "json":
            return as_json(found, sources)
        case "github":
            return as_github(found, sources)
        case _:
            return as_text(found, sources, coloured if may_colour(sys.stderr) else plain)


def show_summary(found: Sequence[Diagnostic], consequence: str, asked: Asked) -> None:
    """How many errors and warnings there were, and what follows; on standard error."""
    counted = summary(found)
    if counted and not asked.quiet:
        emit(f"{counted}{consequence}", err=True)


def say(text: str, asked: Asked) -> None:
    """Words about what was done: on standard output, unless programs read that."""
    if not asked.quiet:
        emit(text, err=asked.format != "text")
