"""The views that a site's pages are made of, by the file of each page."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from dateline.kernel.call import direct
from dateline.pages.render import PageTask
from tests.site import Site

A = TypeVar("A")
B = TypeVar("B")


def views(made: Site) -> dict[str, Any]:
    """Each page's view, as it is handed to its template."""
    found: dict[str, Any] = {}

    def watching(step: Callable[[A], B], inputs: Sequence[A], /) -> Sequence[B]:
        tasks = [cast(PageTask, one) for one in inputs if isinstance(one, PageTask)]
        found.update({task.view.path: task.view for task in tasks})
        return direct(step, inputs)

    built = made.build(watching)
    assert [one for one in built.found if one.severity == "error"] == []
    return found
