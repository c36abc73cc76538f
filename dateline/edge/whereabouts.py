"""Where a site's things stand on the disk."""

import importlib.resources
from pathlib import Path

from msgspec import Struct

import dateline


class Whereabouts(Struct, frozen=True):
    """A site's folder and what belongs to it."""

    root: Path
    """The folder of `config.yaml`, resolved: paths in diagnostics start here."""
    config: Path

    @property
    def content(self) -> Path:
        """What authors write."""
        return self.root / "content"

    @property
    def layouts(self) -> Path:
        """The site's own layouts, if it has any."""
        return self.root / "layouts"

    @property
    def sources(self) -> tuple[Path, ...]:
        """All that a build reads, and must never write to."""
        return (self.root, self.config, self.content, self.layouts, product_layouts())

    def shown(self, path: Path) -> str:
        """A path as it is told to the author: from the site's folder if it lies there."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return str(path)


def whereabouts(config: Path) -> Whereabouts:
    """The site of a `config.yaml`; a folder means the `config.yaml` in it."""
    file = config / "config.yaml" if config.is_dir() else config
    root = file.parent.resolve()
    return Whereabouts(root, root / file.name)


def product_layouts() -> Path:
    """The layouts that come with the product: inside the installed package, or beside it in the repository."""
    with importlib.resources.as_file(importlib.resources.files(dateline)) as package:
        installed = package / "_layouts"
        return installed if installed.is_dir() else package.parent / "layouts"
