"""A small site in memory, built without a disk: `site({"events/a": "title: A\\ndate: 2025"}).build()`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.edge.console import as_text
from dateline.edge.disk import HIDDEN_LAYOUTS
from dateline.kernel.call import Call, direct
from dateline.kernel.codec import Content
from dateline.kernel.diagnostics import Diagnostic
from dateline.kernel.memory import Forgetful
from dateline.model.names import InputPath
from dateline.model.settings import Settings
from dateline.model.snapshot import Snapshot
from dateline.pipeline import Built, build
from dateline.reading.configuration import read_settings

ROOT = Path(__file__).parent.parent
CONFIG = "title: A site\nbase_url: https://example.org/story/\nlanguage: en\ntimezone: Europe/Vilnius\n"


@lru_cache(maxsize=1)
def product_layouts() -> dict[InputPath, bytes]:
    paths = sorted(path for path in (ROOT / "layouts").rglob("*") if path.is_file())
    return {InputPath(path.relative_to(ROOT).as_posix()): path.read_bytes() for path in paths}


@dataclass(frozen=True)
class Site:
    files: dict[str, str | bytes]
    config: str = CONFIG
    layouts: dict[InputPath, bytes] = field(default_factory=product_layouts)
    own_layouts: tuple[InputPath, ...] = ()

    @property
    def snapshot(self) -> Snapshot:
        content = {InputPath(f"content/{name}"): Content.of(_bytes(text)) for name, text in self.files.items()}
        return Snapshot(content, self.layouts, self.own_layouts)

    @property
    def settings(self) -> Settings:
        read = read_settings(self.config.encode())
        assert read.value is not None, read.found
        return read.value

    def with_layouts(self, own: Mapping[str, str]) -> "Site":
        """The same site with layouts of its own: names as below `layouts/`."""
        given = {InputPath(f"layouts/{name}"): text.encode() for name, text in own.items()}
        hidden = {
            InputPath(path.replace("layouts/", HIDDEN_LAYOUTS, 1)): self.layouts[path]
            for path in given
            if path in self.layouts and path.endswith(".html")
        }
        return replace(self, layouts={**self.layouts, **given, **hidden}, own_layouts=tuple(given))

    def build(self, call: Call = direct, settings: Settings | None = None) -> Built:
        return build(self.snapshot, settings or self.settings, Forgetful(call))

    def timeline(self) -> dict[str, Any]:
        built = self.build()
        errors = [one for one in built.found if one.severity == "error"]
        assert not errors, errors
        made: dict[str, Any] = json.loads(built.tree["data/timeline.json"])
        return made

    def event(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = next(one for one in self.timeline()["events"] if one["id"] == name)
        return found

    def page(self, path: str) -> str:
        return self.build().tree[path].decode()

    def found(self) -> tuple[Diagnostic, ...]:
        return self.build().found

    def report(self) -> str:
        """What an author reads."""
        sources = {str(path): data for path, data in self.snapshot.layouts.items()}
        sources |= {str(path): one.data for path, one in self.snapshot.content.items()}
        sources["config.yaml"] = self.config.encode()
        return "\n".join(as_text(self.found(), sources))


def site(documents: Mapping[str, str | bytes], *, config: str = "") -> Site:
    """A site of documents given without `.md`, their front matter without its fences; a body follows an empty line."""
    files: dict[str, str | bytes] = {}
    for name, text in documents.items():
        if isinstance(text, bytes) or "." in name.rpartition("/")[2]:
            files[name] = text
        else:
            front, _, body = text.partition("\n\n")
            files[f"{name}.md"] = f"---\n{front.strip()}\n---\n{body}"
    return Site(files, CONFIG + config)


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
