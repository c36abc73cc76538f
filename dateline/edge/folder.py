"""An output folder as it stands: what in it is ours, and what is not and stays.

Looks and never changes anything; follows no link. What is known of an earlier look is not looked at again where the
system shows that it has not changed since.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from dateline.edge.changetimes import NOTHING, Stamp, lasting, stamped, stamps_of
from dateline.edge.manifest import HALF_WRITTEN, NAME, understood
from dateline.kernel.plan import Tree, digest_of, folders_of

SORTS = ("files", "others", "folders")


_FEW = 100
"""So many folders are looked into before all that was known is put in order again."""


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
    foreign_folders: frozenset[str] = frozenset()
    """Folders that no build made, and those that hold something foreign."""
    interrupted: bool = False
    """Whether a half-written file lies there."""
    stamps: Mapping[str, Stamp] = msgspec.field(default_factory=dict)
    """Of each folder, the root's empty name among them, whose stamp says when something came into it or left it."""
    listed: frozenset[str] = frozenset()
    """The folders, the root among them, that had to be listed because an earlier look said nothing of them."""

    @property
    def ours(self) -> frozenset[str]:
        """The files that an earlier build wrote."""
        return self.files & self.named

    @property
    def foreign(self) -> frozenset[str]:
        """What no build wrote."""
        return (self.files - self.named) | self.others

    @property
    def empty(self) -> bool:
        """Whether nothing at all stands there, a mark aside."""
        return not (self.files or self.others or self.folders)

    @property
    def acceptable(self) -> bool:
        """Whether a build may write here at all."""
        return self.marked or self.empty


class _Listing(Struct):
    """What a walk has come upon."""

    files: set[str]
    others: set[str]
    folders: set[str]
    stamps: dict[str, Stamp]
    listed: set[str]


def survey(path: Path, before: Folder | None = None, moment: int = 0) -> Folder:
    """What stands in a folder; `OSError` where the system does not let us look.

    `before` is an earlier look at it, whose stamps are relied on; `moment` what the file system's clock says now.
    """
    exists = os.path.lexists(path)
    found = _surveyed(path, before, moment) if exists else _Listing(set(), set(), set(), {}, set())
    as_before = before is not None and before.marked and "" in found.stamps.keys() - found.listed
    marked = NAME in found.files or as_before
    named = understood(_read(path / NAME)) if marked else None
    files = frozenset(found.files - {NAME, HALF_WRITTEN})
    alone = found.folders - folders_of(named or ())
    return Folder(
        path,
        exists=exists,
        marked=named is not None,
        named=named or frozenset(),
        files=files,
        others=frozenset(found.others),
        folders=frozenset(found.folders),
        foreign_folders=frozenset(alone | folders_of((*(files - (named or set())), *found.others, *alone))),
        interrupted=HALF_WRITTEN in found.files,
        stamps=found.stamps,
        listed=frozenset(found.listed),
    )


def _surveyed(path: Path, before: Folder | None, moment: int) -> _Listing:
    if before is None:
        return _walked(path, moment, {}, {})
    now = stamps_of(path, before.stamps)
    intact = {name: stamp for name, stamp in before.stamps.items() if now.get(name) == stamp}
    few = len(before.folders) - len(intact) < _FEW
    found = _as_before(path, before, intact, moment) if few else None
    return found or _walked(path, moment, intact, insides(before, intact))


def inside(root: Path | str, path: str) -> str:
    """A path in a folder, whose root's own name is empty."""
    return f"{root}/{path}" if path else str(root)


def _as_before(path: Path, before: Folder, intact: Mapping[str, Stamp], moment: int) -> _Listing | None:
    """The earlier look, if those folders that have changed hold the same names again; a walk only if they do not."""
    others = {"", *before.folders} - intact.keys()
    thought, device = insides(before, others), _device(path)
    stamps = {name: at for name, at in stamps_of(path, others).items() if at[0] == device and lasting(at, moment)}
    marks = set[str]()
    for name in others:
        found = set(listed(path, name)) if (path / name).is_dir() else set()
        if not name:
            marks = {mark for mark, sort in found if mark in (NAME, HALF_WRITTEN) and sort == "files"}
            found -= {(mark, "files") for mark in marks}
        if found != thought[name]:
            return None
    return _Listing({*before.files, *marks}, set(before.others), set(before.folders), {**intact, **stamps}, others)


def insides(folder: Folder, names: Iterable[str]) -> dict[str, set[tuple[str, str]]]:
    """What stands right in some of a folder's folders, each with its sort."""
    found: dict[str, set[tuple[str, str]]] = {name: set() for name in names}
    for sort in SORTS if found else ():
        for path in getattr(folder, sort):
            name = path.rpartition("/")[0]
            if name in found:
                found[name].add((path, sort))
    return found


def _walked(
    path: Path, moment: int, intact: Mapping[str, Stamp], known_insides: Mapping[str, set[tuple[str, str]]]
) -> _Listing:
    """From the root down, so that no folder is entered which is not one of those that its own folder holds."""
    found = _Listing(set(), set(), set(), {}, set())
    files, others, folders, waiting = found.files, found.others, found.folders, [""]
    device = _device(path)
    while waiting:
        folder = waiting.pop()
        known = intact.get(folder)
        stamp = known or stamped(inside(path, folder)) or NOTHING
        if not known:
            found.listed.add(folder)
        if stamp[0] == device and lasting(stamp, moment):
            found.stamps[folder] = stamp
        for name, sort in sorted(known_insides[folder]) if known else listed(path, folder):
            if sort == "folders":
                folders.add(name)
                waiting.append(name)
            else:
                (files if sort == "files" else others).add(name)
    return found


def _device(path: Path) -> int:
    return (stamped(str(path)) or NOTHING)[0]


def listed(path: Path, folder: str) -> Iterator[tuple[str, str]]:
    """What stands right in one of the folders below a path, each with its sort."""
    with os.scandir(inside(path, folder)) as entries:
        for entry in entries:
            name = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                yield name, "folders"
            else:
                yield name, "files" if entry.is_file(follow_symlinks=False) else "others"


def _read(path: Path | str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - for thousands of files at once
        return file.read()


class Held(Struct, frozen=True):
    """Files of a folder by what they hold."""

    digests: dict[str, bytes]
    stamps: dict[str, Stamp]
    """Those that would be others if the file had changed since it was looked at."""
    read: tuple[str, ...] = ()
    """The files that had to be read."""


def held(root: Path, paths: list[str], known: Held, moment: int) -> Held:
    """What files hold; only those are read whose stamp is not the one that is known."""
    digests: dict[str, bytes] = {}
    stamps: dict[str, Stamp] = {}
    read: list[str] = []
    start, device, now = f"{root}/", _device(root), stamps_of(root, paths)
    for path in paths:
        stamp = now.get(path, NOTHING)
        if known.stamps.get(path) == stamp:
            digests[path] = known.digests[path]
        else:
            digests[path] = digest_of(_read(start + path))
            read.append(path)
        if stamp[0] == device and lasting(stamp, moment):
            stamps[path] = stamp
    return Held(digests, stamps, tuple(read))


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


def in_the_way(folder: Folder, digests: Tree, held: Tree) -> str | None:
    """The first foreign thing that stands where a file or a folder of the tree must stand.

    A foreign file that already holds the very bytes is not in the way.
    """
    foreign, files = folder.foreign, digests.keys()
    if not foreign and not folder.foreign_folders:
        return None
    obstacles = {
        *(files & (folder.foreign_folders | folder.others)),
        *(path for path in files & (foreign - folder.others) if held[path] != digests[path]),
        *(foreign & folders_of(files)),
    }
    return min(obstacles, default=None)


def built_site(path: Path) -> dict[str, bytes]:
    """The files of a site as it was built, without what hides in it (`.git` and the like)."""
    files = survey(path).files
    shown = frozenset(name for name in files if not name.startswith(".") or name.startswith(".well-known/"))
    return dict(OnDisk(path, shown))
