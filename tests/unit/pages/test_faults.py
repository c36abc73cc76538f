"""Mistakes in templates: each is told with its file, its line and a hint, and none is a traceback."""

import pytest

from tests.site import site

PAGE = "pages/event.html"
OPEN = '{% extends "base.html" %}\n{% block main %}\n'
CLOSE = "\n{% endblock %}\n"

MISTAKES = [
    ("a name that is not there", PAGE, OPEN + "{{ nothing }}" + CLOSE, 3, "'nothing' is undefined", "mend"),
    ("a field that is not there", PAGE, OPEN + "{{ view.sumary }}" + CLOSE, 3, "sumary", 'did you mean "summary"?'),
    ("a field of nothing", PAGE, OPEN + "{{ view.image.src }}" + CLOSE, 3, "src", "mend"),
    ("no such template", PAGE, '\n{% extends "dateline/bse.html" %}', 2, "dateline/bse.html", '"dateline/base.html"?'),
    (
        "no such macro",
        PAGE,
        '{% from "parts/events/events.html" import event %}\n{{ event([]) }}',
        2,
        'no macro "event"',
        'did you mean "events"?',
    ),
    (
        "no such macro of the product's",
        "parts/when/when.html",
        '{% from "dateline/parts/when/when.html" import whn %}\n{% macro when(date) %}{{ whn(date) }}{% endmacro %}',
        2,
        'no macro "whn"',
        'did you mean "when"?',
    ),
    ("too few words for a macro", PAGE, '{% from "parts/when/when.html" import when %}\n{{ when() }}', 2, "", "mend"),
    (
        "too many",
        PAGE,
        '{% from "parts/when/when.html" import when %}\n\n{{ when(1, 2, 3) }}',
        3,
        "not more than 1",
        "mend",
    ),
    ("a loop of itself", PAGE, '{% extends "pages/event.html" %}', 1, "without end", '"dateline/pages/event.html"'),
    (
        "including itself",
        PAGE,
        '<p>\n{% include "pages/event.html" %}',
        2,
        "without end",
        '"dateline/pages/event.html"',
    ),
    ("a macro in itself", PAGE, "{% macro a() %}\n{{ a() }}{% endmacro %}{{ a() }}", 2, "without end", "dateline/"),
    ("no end", PAGE, "<p>\n{% if view.body %}\n", 2, "nexpected end", "mend"),
    ("no such filter", PAGE, "<p>\n\n{{ view.summary|shout }}", 3, "shout", "mend"),
    ("no such test", PAGE, "<p>\n{% if view is shouting %}{% endif %}", 2, "shouting", "mend"),
    ("division by zero", PAGE, "\n{{ 1 // 0 }}", 2, "zero", "mend"),
    ("no number", PAGE, '\n{{ "a" + 1 }}', 2, "", "mend"),
    ("words with the wrong fields", PAGE, '\n{{ _("note-number", nmber="1") }}', 2, "number", "mend"),
]


@pytest.mark.parametrize("row", MISTAKES, ids=lambda row: row[0])
def test_a_mistake_is_told_at_its_line(row: tuple[str, str, str, int, str, str]) -> None:
    _, name, text, line, message, hint = row
    made = site({"events/a": "title: A\ndate: 2025", "events/b": "title: B\ndate: 2026"}).with_layouts({name: text})
    found = [one for one in made.found() if one.severity == "error"]
    assert found
    assert {one.code for one in found} == {"invalid-layout"}
    for one in found:
        assert one.place.path == f"layouts/{name}"
        assert text[: one.place.span.start].count("\n") + 1 == line
        assert message in one.message
        assert hint in (one.hint or "")
    assert f"layouts/{name}:{line}:1" in made.report()


def test_a_mistake_that_shows_in_a_part_of_the_product_is_told_in_the_site_s_own() -> None:
    text = '{% from "parts/when/when.html" import when %}\n\n{{ when(3) }}'
    (found,) = site({"events/a": "title: A\ndate: 2025"}).with_layouts({PAGE: text}).found()
    assert found.place.path == f"layouts/{PAGE}"
    assert found.place.span.start == text.index("{{ when")


def test_a_page_without_a_template_is_told() -> None:
    made = site({"events/a": "title: A\ndate: 2025"})
    layouts = {path: data for path, data in made.layouts.items() if path != f"layouts/{PAGE}"}
    (found,) = type(made)(made.files, made.config, layouts).found()
    assert (found.place.path, "no template" in found.message) == (f"layouts/{PAGE}", True)
