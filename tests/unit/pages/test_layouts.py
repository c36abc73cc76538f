"""A site's own templates over the product's, and the product's own under `dateline/`."""

from pathlib import Path

import pytest

from dateline.edge.disk import read_site
from dateline.edge.whereabouts import product_layouts, whereabouts
from dateline.model.names import InputPath
from dateline.pages.layouts import layouts_of
from tests.site import Site, site

EVENT = {"events/a": "title: A\ndate: 2025\nx-mood: grave\n\nText."}


def made(own: dict[str, str]) -> Site:
    return site(EVENT).with_layouts(own)


def test_a_template_extends_the_product_s_of_the_same_name() -> None:
    own = made(
        {"base.html": '{% extends "dateline/base.html" %}{% block footer %}{{ super() }}<p>Ours.</p>{% endblock %}'}
    )
    page = own.page("events/a/index.html")
    assert page.count("<p>Ours.</p>") == 1
    assert "<h1>" in page
    assert page.index("</footer>") < page.index("<p>Ours.</p>") or page.index("<footer") < page.index("<p>Ours.</p>")


def test_a_part_imports_the_product_s_of_the_same_name() -> None:
    own = made(
        {
            "parts/when/when.html": '{% from "dateline/parts/when/when.html" import when as theirs %}'
            "{% macro when(date) %}<i>{{ theirs(date) }}</i>{% endmacro %}"
        }
    )
    assert '<i><time datetime="2025">2025</time></i>' in own.page("events/a/index.html")


def test_the_product_s_own_is_found_where_the_site_has_none() -> None:
    own = made(
        {"pages/missing.html": '{% extends "dateline/pages/timeline.html" %}{% block main %}Gone.{% endblock %}'}
    )
    assert "Gone." in own.page("404.html")
    plain = site(EVENT).with_layouts({})
    assert plain.page("404.html") == site(EVENT).page("404.html")


def test_the_product_s_files_use_the_site_s_parts() -> None:
    own = made({"parts/when/when.html": "{% macro when(date) %}<i>then</i>{% endmacro %}"})
    assert "<i>then</i>" in own.page("timeline/index.html")


def test_a_document_s_own_keys_are_there() -> None:
    block = '{% block main %}{{ super() }}{{ view.frame.extra["x-mood"] }}{% endblock %}'
    own = made({"pages/event.html": '{% extends "dateline/pages/event.html" %}' + block})
    assert own.page("events/a/index.html").count("grave") == 1


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def test_the_disk_holds_ready_what_a_site_has_hidden(tmp_path: Path) -> None:
    put(tmp_path, "config.yaml", "title: A\n")
    put(tmp_path, "layouts/base.html", "own")
    put(tmp_path, "layouts/parts/mine/mine.html", "mine")
    put(tmp_path, "layouts/styles/tokens.css", "own")
    read = read_site(whereabouts(tmp_path))
    snapshot = read.snapshot
    assert read.found == ()
    assert [path for path in snapshot.layouts if path.startswith("layouts/dateline/")] == ["layouts/dateline/base.html"]
    assert snapshot.layouts[InputPath("layouts/dateline/base.html")] == (product_layouts() / "base.html").read_bytes()
    assert snapshot.layouts[InputPath("layouts/base.html")] == b"own"
    assert sorted(layouts_of(snapshot, "en")[0].own) == ["base.html", "parts/mine/mine.html"]


def test_a_site_cannot_take_the_product_s_name(tmp_path: Path) -> None:
    put(tmp_path, "config.yaml", "title: A\n")
    put(tmp_path, "layouts/dateline/base.html", "own")
    read = read_site(whereabouts(tmp_path))
    snapshot, (found,) = read.snapshot, read.found
    assert (found.code, found.place.path) == ("invalid-layout", "layouts/dateline/base.html")
    assert found.hint == 'move the file to "layouts/base.html"'
    assert "layouts/dateline/base.html" not in snapshot.layouts


@pytest.mark.parametrize("own", [{}, {"base.html": '{% extends "dateline/base.html" %}'}])
def test_laying_nothing_new_over_the_product_changes_nothing(own: dict[str, str]) -> None:
    assert made(own).build().tree == site(EVENT).build().tree
