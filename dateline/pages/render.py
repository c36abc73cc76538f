"""One view through its template: a page's HTML."""

from jinja2 import TemplateError
from msgspec import Struct

from dateline.kernel.diagnostics import Diagnostic
from dateline.model.names import SitePath
from dateline.pages.faults import TROUBLE, fault
from dateline.pages.layouts import Layouts, environment
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
    except (TemplateError, *TROUBLE) as error:
        return Page(view.path, b"", (fault(error, name, dict(task.layouts.templates), task.layouts.own),))
    return Page(view.path, text.encode())
