"""A site's files as those who make up edits see them: documents with fields and a body, found by kind and id.

Front matter is written one field a line, every value as JSON, which is YAML too: so a document can be read back here
without the product's own reader, and what stands in any other form is left alone.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

Files = Mapping[str, bytes]
"""What a site's folder holds, by path from the folder of `config.yaml`."""
Fields = dict[str, Any]

KINDS = ("articles", "annotations", "events", "people", "organisations", "places", "pages")
NAMED = ("people", "organisations", "places")
"""The kinds whose documents have a `name` where others have a `title`."""
INTRODUCTION = "content/index.md"
CONFIG = "config.yaml"

_FORM = re.compile(r"---\n(.*?)^---\n(.*)", re.DOTALL | re.MULTILINE)
_PLAIN = re.compile(r"[^\W\d_]+(?: [\w,]+)+\.?")


@dataclass(frozen=True)
class Document:
    """A Markdown file in the form in which edits write it."""

    fields: Fields
    body: str = ""

    @property
    def data(self) -> bytes:
        lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in self.fields.items())
        return f"---\n{''.join(lines)}---\n{self.body}".encode()

    @property
    def title(self) -> str:
        return str(self.fields.get("title") or self.fields.get("name") or "")

    @property
    def headings(self) -> list[str]:
        return re.findall(r"^## (.+)$", self.body, re.MULTILINE)

    @property
    def passages(self) -> list[str]:
        """Sentences without any markup: what can be quoted."""
        pieces = re.split(r"(?<=\.)\s+|\n", self.body)
        return [piece for piece in pieces if _PLAIN.fullmatch(piece)]

    def having(self, **fields: Any) -> "Document":
        """The document with other fields; `None` takes a field away."""
        merged = {**self.fields, **fields}
        return replace(self, fields={name: value for name, value in merged.items() if value is not None})


def parsed(data: bytes) -> Document | None:
    """The document, if it stands there in the form of this module."""
    try:
        form = _FORM.fullmatch(data.decode())
        if form is None:
            return None
        pairs = (line.partition(": ") for line in form[1].splitlines())
        return Document({name: json.loads(value) for name, _, value in pairs}, form[2])
    except ValueError:
        return None


@dataclass(frozen=True)
class Entry:
    """A document and where it stands."""

    path: str
    kind: str
    document: Document

    @property
    def id(self) -> str:
        return PurePosixPath(self.path).stem

    @property
    def draft(self) -> bool:
        return bool(self.document.fields.get("draft"))


@dataclass(frozen=True)
class World:
    """All that the one who makes up an edit knows: the site's files now and earlier."""

    files: Files
    past: tuple[Files, ...] = ()
    """Some earlier states of the site, oldest first."""
    broken: bool = False
    """Whether the last build failed."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        read = ((path, kind_of(path), parsed(self.files[path])) for path in sorted(self.files) if kind_of(path))
        return tuple(Entry(path, kind, document) for path, kind, document in read if document)

    def of(self, *kinds: str) -> list[Entry]:
        """The documents of these kinds that references may lead to."""
        return [entry for entry in self.entries if entry.kind in kinds and not entry.draft]

    @property
    def media(self) -> list[str]:
        return sorted(path for path in self.files if path.startswith("content/media/"))

    @property
    def layouts(self) -> list[str]:
        return sorted(path for path in self.files if path.startswith("layouts/"))

    @property
    def markdown(self) -> list[str]:
        return sorted(path for path in self.files if path.endswith(".md") and path.startswith("content/"))

    @property
    def threads(self) -> list[str]:
        """The lanes that the settings name, one a line."""
        settings = self.files.get(CONFIG, b"").decode("utf-8", "replace")
        return re.findall(r"^  ([a-z-]+): \{title:", settings, re.MULTILINE)

    def mentions(self, name: str) -> int:
        """How often an id stands anywhere in the site's documents, as a whole word."""
        word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        return sum(len(word.findall(self.files[path].decode("utf-8", "replace"))) for path in self.markdown)


def kind_of(path: str) -> str:
    """The kind of the document at a path, or nothing."""
    parts = path.split("/")
    known = len(parts) > 2 and parts[0] == "content" and parts[1] in KINDS and path.endswith(".md")
    return parts[1] if known else ""
