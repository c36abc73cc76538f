"""What is wrong with a template, told to whoever wrote it: which file, which line, and what was probably meant.

A mistake in a site's own template may come to light in one of the product's, which its author does not have before
them; so it is told at the innermost line of their own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType

from jinja2 import TemplateNotFound

from dateline.kernel.diagnostics import Diagnostic, Place, Span, diagnostic
from dateline.kernel.nearest import did_you_mean

PRODUCT = "dateline/"
"""`dateline/base.html` names the product's own file, whatever stands in the site's `layouts/base.html`."""

TROUBLE = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)
"""What the expressions of a template may raise, besides Jinja's own errors."""

_HINT = "mend the template, or delete it to use the product's own"


def syntax_fault(name: str, text: str, line: int, message: str) -> Diagnostic:
    """What is wrong on a line, counted from 1, of a template."""
    return _told(name, text, line, f"the template cannot be used: {message}", _HINT)


def fault(error: Exception, page: str, templates: Mapping[str, str], own: Iterable[str]) -> Diagnostic:
    """What went wrong while a page's template was used: at the innermost line of the site's own, if any took part."""
    steps = list(_steps(error.__traceback__, templates))
    ours = frozenset(own)
    where, line = next((step for step in reversed(steps) if step[0] in ours), steps[-1] if steps else ("", 1))
    if not where:
        message, hint = f"no template for this page ({error})", "put it back, or delete `layouts/` to use the product's"
        return diagnostic("invalid-layout", message, Place(f"layouts/{page}"), hint)
    message, hint = _words(error, where, templates)
    return _told(where, templates[where], line, f"the template cannot be used: {message}", hint)


def _steps(traceback: TracebackType | None, templates: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The lines of templates that took part, from the outermost."""
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename in templates:
            yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next


def _words(error: Exception, where: str, templates: Mapping[str, str]) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    if isinstance(error, RecursionError):
        return "it includes, extends or calls itself without end", _own_name(where)
    if isinstance(error, TemplateNotFound):
        names = {*templates, *(f"{PRODUCT}{name}" for name in templates if not name.startswith(PRODUCT))}
        return f'there is no template "{error.name}"', did_you_mean(str(error.name), names) or _HINT
    lacking = _NO_MACRO.search(str(error))
    if lacking:
        text = templates.get(lacking["template"], templates.get(lacking["template"].removeprefix(PRODUCT), ""))
        guess = did_you_mean(lacking["macro"], _MACRO.findall(text))
        return f'"{lacking["template"]}" has no macro "{lacking["macro"]}"', guess or _HINT
    message, _, guess = str(error).partition("; ")
    return message, guess or _HINT


def _own_name(where: str) -> str:
    return f'"{PRODUCT}{where.removeprefix(PRODUCT)}" names the product\'s own file'


_NO_MACRO = re.compile(
    r"template '(?P<template>[^']+)' \(imported .*\) does not export the requested name '(?P<macro>\w+)'"
)
_MACRO = re.compile(r"\{%-? *macro +(\w+)")


def _told(name: str, text: str, line: int, message: str, hint: str) -> Diagnostic:
    start = sum(len(one) + 1 for one in text.split("\n")[: line - 1])
    end = text.find("\n", start)
    span = Span(start, len(text) if end < 0 else end)
    return diagnostic("invalid-layout", message, Place(f"layouts/{name}", span), hint)
