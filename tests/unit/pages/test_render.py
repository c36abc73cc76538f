"""Templates: strict, escaping, and their mistakes told with a place."""

from dateline.model.names import InputPath
from tests.site import CONFIG, Site, product_layouts


def with_layout(name: str, text: str) -> Site:
    return Site({}, CONFIG, {**product_layouts(), InputPath(name): text.encode()})


def test_a_template_with_a_wrong_name_is_told_at_its_line() -> None:
    made = with_layout(
        "layouts/pages/timeline.html", '{% extends "base.html" %}\n{% block main %}\n{{ view.nothing }}\n{% endblock %}'
    )
    (found,) = made.found()
    assert (found.code, found.place.path) == ("invalid-layout", "layouts/pages/timeline.html")
    assert "nothing" in found.message
    assert found.place.span.start == len('{% extends "base.html" %}\n{% block main %}\n')


def test_a_template_that_cannot_be_read_is_told() -> None:
    found = with_layout("layouts/parts/when/when.html", "{% macro when(date) %}").found()
    assert {one.code for one in found} == {"invalid-layout"}
    assert "layouts/parts/when/when.html" in {one.place.path for one in found}


def test_a_site_s_own_template_takes_the_place_of_the_product_s() -> None:
    made = with_layout("layouts/pages/missing.html", "<!doctype html>{{ view.frame.site_title }} {{ _('missing') }}")
    assert made.page("404.html") == "<!doctype html>A site Page not found"


def test_what_an_author_writes_is_never_html() -> None:
    nasty = "<script>alert(1)</script>\"'"
    quoted = nasty.replace("'", "''")
    made = Site({"articles/a.md": f"---\ntitle: '{quoted}'\npublished: 2025\ntags: ['{quoted}']\n---\n{nasty}"})
    for path, data in made.build().tree.items():
        if path.endswith(".html"):
            assert b"<script>" not in data
            assert b"alert(1)<" not in data
