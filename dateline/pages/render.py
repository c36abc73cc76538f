"""One view through its template: a page's HTML."""

from types import TracebackType

from jinja2 import TemplateError
from msgspec import Struct

from dateline.kernel.diagnostics import Diagnostic, Place, diagnostic
from dateline.model.names import SitePath
from dateline.pages.layouts import Layouts, environment, template_problem
from dateline.pages.views import View


class PageTask(Struct, frozen=True):
    """A page to make."""

    layouts: Layouts
    view: View


class Page(Struct, frozen=True):
    """A page, and what is wrong with its template."""

    path: SitePath
    html: bytes
    found: tuple[Diagnostic, ...] = ()


def render_page(task: PageTask) -> Page:
    """The HTML of one page."""
    view, name = task.view, f"pages/{task.view.__struct_config__.tag}.html"
    try:
        text = environment(task.layouts).get_template(name).render(view=view)
    except (TemplateError, TypeError, ValueError, AttributeError, KeyError, ZeroDivisionError) as error:
        return Page(view.path, b"", (_problem(error, name, task.layouts),))
    return Page(view.path, text.encode())


def _problem(error: Exception, name: str, layouts: Layouts) -> Diagnostic:
    """What went wrong, at the innermost line of a template that took part."""
    templates = dict(layouts.templates)
    where, line = _innermost(error.__traceback__, templates)
    if where is None:
        message, hint = f"no template for this page ({error})", "put it back, or delete `layouts/` to use the product's"
        return diagnostic("invalid-layout", message, Place(f"layouts/{name}"), hint)
    return template_problem(where, templates[where], line, str(error))


def _innermost(traceback: TracebackType | None, templates: dict[str, str]) -> tuple[str | None, int]:
    where, line = None, 1
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename in templates:
            where, line = traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next
    return where, line
