"""The same story written down twice: as a Dateline site and as a Hugo site."""

import json
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from bench.corpus import Article, Corpus, Entity, Event, Note, sort_of

Document: TypeAlias = Article | Note | Event | Entity

LINK = re.compile(r"\]\(ref:([a-z]+-\d+)\)")
CONFIG = "title: Story Timeline\nbase_url: https://example.org/\nlanguage: en\ntimezone: UTC\n"
FOLDERS = {
    "article": "articles",
    "note": "annotations",
    "event": "events",
    "person": "people",
    "place": "places",
    "organisation": "organisations",
}
HUGO = Path(__file__).parent / "hugo"


def write_dateline(story: Corpus, folder: Path) -> None:
    """A folder that Dateline builds."""
    documents: tuple[Document, ...] = (*story.articles, *story.notes, *story.events, *story.entities)
    files = {f"content/{_of_dateline(one.id)}.md": _document(_dateline(one), one.body, _sibling) for one in documents}
    _write(folder, {"config.yaml": CONFIG, **files})


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


def write_hugo(story: Corpus, folder: Path) -> None:
    """A folder that Hugo builds: notes are resources of their article's bundle, tags and entities are taxonomies."""
    shutil.copytree(HUGO, folder)
    files: dict[str, str] = {}
    for article in story.articles:
        files[f"{_of_hugo(article.id)}/index.md"] = _document(_hugo_article(article), article.body, _of_hugo)
    for note in story.notes:
        fields = _fields(note, ("id", "quote", "prefix", "suffix", "author", "date"))
        front = {"title": note.id, "kind": note.type, **fields}
        files[f"{_of_hugo(note.target)}/{note.id}.md"] = _document(front, note.body, _of_hugo)
    for weight, event in enumerate(sorted(story.events, key=lambda one: (one.begins, one.id)), 1):
        files[f"{_of_hugo(event.id)}.md"] = _document(_hugo_event(event, weight), event.body, _of_hugo)
    for entity in story.entities:
        files[f"{_of_hugo(entity.id)}/_index.md"] = _document({"title": entity.name}, entity.body, _of_hugo)
    _write(folder, {f"content{path}": text for path, text in files.items()})


def _of_hugo(name: str) -> str:
    return f"/{FOLDERS[sort_of(name)] if sort_of(name) in ('article', 'event') else 'entities'}/{name}"


def _hugo_article(article: Article) -> Mapping[str, object]:
    fields = _fields(article, ("title", "author", "publisher", "tags"))
    return {**fields, "date": article.published, "url_of_original": article.url, "entities": article.mentions}


def _hugo_event(event: Event, weight: int) -> Mapping[str, object]:
    pages = {name: [_of_hugo(one) for one in getattr(event, name)] for name in ("sources", "related", "after")}
    entities = [*event.people, *event.organisations, *event.places]
    return {
        "title": event.title,
        "date": event.begins,
        "when": event.date,
        "weight": weight,
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


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
