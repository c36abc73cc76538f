"""An output folder as it stands: what in it is ours, and what is not and stays.

Looks and never changes anything; follows no link.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from dateline.edge.manifest import HALF_WRITTEN, NAME, understood
from dateline.kernel.plan import Tree, parents


class Folder(Struct, frozen=True):
    """What stands in an output folder, as paths from it. Its mark and a half-written file are not listed."""

    path: Path
    exists: bool
    marked: bool
    """Whether it bears our mark."""
    named: frozenset[str]
    """What the mark names, whether it stands there or not."""
    files: frozenset[str]
    others: frozenset[str]
    """Symbolic links, pipes and the like: no build made them."""
    folders: frozenset[str]
    interrupted: bool = False
    """Whether a half-written file lies there."""

    @property
    def ours(self) -> frozenset[str]:
        """The files that an earlier build wrote."""
        return self.files & self.named

    @property
    def foreign(self) -> frozenset[str]:
        """What no build wrote."""
        return (self.files - self.named) | self.others

    @property
    def foreign_folders(self) -> frozenset[str]:
        """Folders that no build made, and those that hold something foreign; a walk over all names."""
        made = {folder for path in self.named for folder in parents(path)}
        alone = self.folders - made
        return alone | {folder for path in (*self.foreign, *alone) for folder in parents(path)}

    @property
    def empty(self) -> bool:
        """Whether nothing at all stands there, a mark aside."""
        return not (self.files or self.others or self.folders)

    @property
    def acceptable(self) -> bool:
        """Whether a build may write here at all."""
        return self.marked or self.empty


def survey(path: Path) -> Folder:
    """What stands in a folder; `OSError` where the system does not let us look."""
    files: set[str] = set()
    others: set[str] = set()
    folders: set[str] = set()
    for name, mode in _walk(path):
        sort = folders if stat.S_ISDIR(mode) else files if stat.S_ISREG(mode) else others
        sort.add(name)
    named = understood(_read(path / NAME)) if NAME in files else None
    return Folder(
        path,
        exists=os.path.lexists(path),
        marked=named is not None,
        named=named or frozenset(),
        files=frozenset(files - {NAME, HALF_WRITTEN}),
        others=frozenset(others),
        folders=frozenset(folders),
        interrupted=HALF_WRITTEN in files,
    )


def _walk(path: Path) -> Iterator[tuple[str, int]]:
    waiting = [""] if os.path.lexists(path) else []
    while waiting:
        prefix = waiting.pop()
        with os.scandir(path / prefix) as entries:
            for entry in entries:
                name = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{name}/")
                    yield name, stat.S_IFDIR
                elif entry.is_file(follow_symlinks=False):
                    yield name, stat.S_IFREG
                else:
                    yield name, stat.S_IFLNK


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read()


class OnDisk(Mapping[str, bytes]):
    """Files of a folder as a tree, each read when it is asked for."""

    def __init__(self, folder: Path, paths: frozenset[str]) -> None:
        self._folder = folder
        self._paths = paths

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        return _read(self._folder / path)

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._paths))

    def __len__(self) -> int:
        return len(self._paths)


def in_the_way(folder: Folder, tree: Tree) -> str | None:
    """The first foreign thing that stands where a file or a folder of the tree must stand.

    A foreign file that already holds the very bytes is not in the way.
    """
    foreign, foreign_folders = folder.foreign, folder.foreign_folders
    for path in sorted(tree):
        if path in foreign_folders or path in folder.others:
            return path
        if path in foreign and _read(folder.path / path) != tree[path]:
            return path
        for outer in parents(path):
            if outer in foreign:
                return outer
    return None


def built_site(path: Path) -> dict[str, bytes]:
    """The files of a site as it was built, without what hides in it (`.git` and the like)."""
    files = survey(path).files
    shown = frozenset(name for name in files if not name.startswith(".") or name.startswith(".well-known/"))
    return dict(OnDisk(path, shown))
