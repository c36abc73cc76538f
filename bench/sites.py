"""The same story written down twice: as a Dateline site and as a Hugo site.

    python -m bench.sites FORM SIZE FOLDER

writes it, document by document.
"""

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bench.corpus import Article, Document, Entity, Event, Note, corpus, sort_of

LINK = re.compile(r"\]\(ref:([a-z]+-\d+)\)")
CONFIG = """\
title: Story Timeline
base_url: https://example.org/
language: en
timezone: UTC
search: {search}
"""
TEMPLATE = """\
{% extends "dateline/pages/article.html" %}
{% block main %}
{{ super() }}
<p class="mark">as at first</p>
{% endblock %}
"""
"""The site's own template of an article, with something in it that can be changed."""
FOLDERS = {
    "article": "articles",
    "note": "annotations",
    "event": "events",
    "person": "people",
    "place": "places",
    "organisation": "organisations",
}
PLAIN = Path(__file__).parent / "hugo"
"""What a Hugo site has besides documents."""


class Form(Struct, frozen=True):
    """A way to write a story down. All paths are from the site's folder or from that of the built one."""

    name: str
    write: Callable[[Iterable[Document], Path], None]
    file: Callable[[str], str]
    """Where a document of this id stands."""
    page: Callable[[str], str]
    """Where its page stands in the built site."""
    template: str
    """The file that every article's page is made with, in which a paragraph of the class `mark` stands."""


def write_dateline(documents: Iterable[Document], folder: Path, *, search: bool = False) -> None:
    """A folder that Dateline builds."""
    config = CONFIG.format(search=json.dumps(search))
    _write(folder, (("config.yaml", config), ("layouts/pages/article.html", TEMPLATE)))
    _write(folder, ((_file_of_dateline(one.id), _document(_dateline(one), one.body, _sibling)) for one in documents))


def _file_of_dateline(name: str) -> str:
    return f"content/{_of_dateline(name)}.md"


def _page_of_dateline(name: str) -> str:
    return f"{_of_dateline(name)}/index.html"


def _of_dateline(name: str) -> str:
    return f"{FOLDERS[sort_of(name)]}/{name}"


def _sibling(name: str) -> str:
    """The destination of a link from any document's file to another's."""
    return f"../{_of_dateline(name)}.md"


def _dateline(document: Document) -> Mapping[str, object]:
    """A document's front matter."""
    match document:
        case Article():
            fields = _fields(document, ("title", "published", "publisher", "url", "tags"))
            return {**fields, "authors": [document.author]}
        case Note():
            named = _fields(document, ("quote", "prefix", "suffix", "type", "date"))
            return {
                "target": f"articles/{document.target}",
                **named,
                "authors": [document.author],
                "events": [document.event],
            }
        case Event():
            names = ("title", "date", "people", "organisations", "places", "sources", "related", "after")
            return _fields(document, names)
        case Entity():
            return {"name": document.name}


def write_hugo(documents: Iterable[Document], folder: Path) -> None:
    """A folder that Hugo builds: notes are resources of their article's bundle, tags and entities are taxonomies."""
    shutil.copytree(PLAIN, folder)
    _write(folder, map(_hugo, documents))


def _hugo(document: Document) -> tuple[str, str]:
    """A document's file and text."""
    front: Mapping[str, object]
    match document:
        case Article():
            front = _hugo_article(document)
        case Note():
            fields = _fields(document, ("id", "quote", "prefix", "suffix", "author", "date"))
            front = {"title": document.id, "kind": document.type, **fields}
            bundle = f"content{_of_hugo(document.target)}/{document.id}.md"
            return bundle, _document(front, document.body, _of_hugo)
        case Event():
            front = _hugo_event(document)
        case Entity():
            front = {"title": document.name}
    return _file_of_hugo(document.id), _document(front, document.body, _of_hugo)


def _file_of_hugo(name: str) -> str:
    endings = {"article": "/index.md", "event": ".md"}
    return f"content{_of_hugo(name)}{endings.get(sort_of(name), '/_index.md')}"


def _page_of_hugo(name: str) -> str:
    return f"{_of_hugo(name).removeprefix('/')}/index.html"


def _of_hugo(name: str) -> str:
    return f"/{FOLDERS[sort_of(name)] if sort_of(name) in ('article', 'event') else 'entities'}/{name}"


def _hugo_article(article: Article) -> Mapping[str, object]:
    fields = _fields(article, ("title", "author", "publisher", "tags"))
    return {**fields, "date": article.published, "url_of_original": article.url, "entities": article.mentions}


def _hugo_event(event: Event) -> Mapping[str, object]:
    pages = {name: [_of_hugo(one) for one in getattr(event, name)] for name in ("sources", "related", "after")}
    entities = [*event.people, *event.organisations, *event.places]
    return {
        "title": event.title,
        "date": event.begins,
        "when": event.date,
        "weight": event.position,
        "entities": entities,
        **pages,
    }


def _fields(document: Document, names: Iterable[str]) -> dict[str, object]:
    return {name: getattr(document, name) for name in names}


def _document(front: Mapping[str, object], body: str, address: Callable[[str], str]) -> str:
    """Front matter, in which every value is both YAML and JSON, and the body with its links."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    linked = LINK.sub(lambda link: f"]({address(link[1])})", body)
    return "\n".join(("---", *lines, "---", linked, ""))


def _write(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    made: set[Path] = set()
    for path, text in files:
        file = folder / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_text(text, encoding="utf-8")


DATELINE = Form("dateline", write_dateline, _file_of_dateline, _page_of_dateline, "layouts/pages/article.html")
SEARCHED = replace(DATELINE, name="searched", write=partial(write_dateline, search=True))
HUGO = Form("hugo", write_hugo, _file_of_hugo, _page_of_hugo, "layouts/articles/page.html")
FORMS = {form.name: form for form in (DATELINE, SEARCHED, HUGO)}


def main() -> None:
    form, size, folder = sys.argv[1:]
    FORMS[form].write(corpus(int(size)), Path(folder))


if __name__ == "__main__":
    main()
