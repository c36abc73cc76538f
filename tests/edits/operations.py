"""What an edit does to a site's folder: values, and a workplace in which they are done.

Each is written so that it can be done in any state of the folder (what is not there is not touched). So a script of
edits can lose any of its steps and still be played, which is how the shortest one that fails is found.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STAMPS = ("now", "kept", "backwards", "forwards")
"""What becomes of a file's modification time: the system's own doing, as it was, a day less, a day more."""

MARK = ".dateline"
"""The product's own mark in the output folder: neither a page nor a file of the site."""


@dataclass(frozen=True)
class Write:
    """A file of the author's is written: in place, or beside and then moved there as editors do."""

    path: str
    data: bytes
    stamp: str = "now"
    beside: bool = False


@dataclass(frozen=True)
class Remove:
    path: str


@dataclass(frozen=True)
class Move:
    path: str
    to: str


@dataclass(frozen=True)
class Swap:
    path: str
    other: str


@dataclass(frozen=True)
class Stamp:
    """Nothing changes but the modification time."""

    path: str
    stamp: str


@dataclass(frozen=True)
class Forget:
    """The cache is gone; `emptied`, its folder is still there."""

    emptied: bool = False


@dataclass(frozen=True)
class Damage:
    """A file of the cache, by its number among all, is cut off at a share of its length, or bytes from there differ."""

    number: int
    share: float
    flipped: int = 0
    """How many bytes differ from that place on; 0: the file ends there."""


@dataclass(frozen=True)
class Keep:
    """A copy of the cache is put aside."""


@dataclass(frozen=True)
class Older:
    """The cache becomes what was put aside: as a whole, or one file of it only."""

    number: int | None = None


@dataclass(frozen=True)
class Plant:
    """Somebody else's file appears in the output folder."""

    path: str
    data: bytes


@dataclass(frozen=True)
class Spoil:
    """A file of the built site, by its number among all, is changed: its size and its time are as before."""

    number: int
    beside: bool = False
    """Whether another file takes its place, rather than that it is written to."""


@dataclass(frozen=True)
class Lose:
    """A file of the built site is deleted."""

    number: int


@dataclass(frozen=True)
class Block:
    """A folder stands where a file of the built site stood."""

    number: int


@dataclass(frozen=True)
class Wipe:
    """The output folder is gone."""


Operation = Write | Remove | Move | Swap | Stamp | Forget | Damage | Keep | Older | Plant | Spoil | Lose | Block | Wipe
TAMPERING = (Damage, Older)
"""What entitles a build to say that what it remembered is of no use."""


class Workplace:
    """A site's folder with its output and its cache, all below one throw-away folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.root = self.folder / "story"
        self.site = self.root / "site"
        self.cache = self.root / ".dateline"
        self.kept = self.folder / "kept"
        self.planted: dict[str, bytes] = {}
        self.blocked: set[str] = set()
        self.root.mkdir(parents=True)

    def do(self, operation: Operation) -> None:
        match operation:
            case Write() | Remove() | Move() | Swap() | Stamp():
                self._author(operation)
            case Forget() | Damage() | Keep() | Older():
                self._cache(operation)
            case _:
                self._output(operation)

    def sources(self) -> dict[str, bytes]:
        """The author's files."""
        outer = (self.root / "content", self.root / "layouts")
        paths = [self.root / "config.yaml", *(path for folder in outer for path in sorted(folder.rglob("*")))]
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths if path.is_file()}

    def _inside(self, path: str) -> Path:
        """A place in the site's folder, and never elsewhere."""
        there = self.root / path
        assert there.resolve().is_relative_to(self.root), path
        return there

    def _author(self, operation: Write | Remove | Move | Swap | Stamp) -> None:
        path = self._inside(operation.path)
        match operation:
            case Write(data=data, stamp=stamp, beside=beside):
                before = path.stat() if path.exists() else None
                path.parent.mkdir(parents=True, exist_ok=True)
                target = path.with_name(f".{path.name}.beside") if beside else path
                target.write_bytes(data)
                target.replace(path)
                _stamp(path, stamp if before else "now", before)
            case Remove():
                path.unlink(missing_ok=True)
            case Move(to=to) if path.exists():
                self._inside(to).parent.mkdir(parents=True, exist_ok=True)
                path.replace(self._inside(to))
            case Swap(other=other) if path.exists() and self._inside(other).exists() and other != operation.path:
                apart = path.with_name(f".{path.name}.swapped")
                path.replace(apart)
                self._inside(other).replace(path)
                apart.replace(self._inside(other))
            case Stamp(stamp=stamp) if path.exists():
                _stamp(path, stamp, path.stat())

    def _cache(self, operation: Forget | Damage | Keep | Older) -> None:
        match operation:
            case Forget(emptied=emptied):
                shutil.rmtree(self.cache, ignore_errors=True)
                self.cache.mkdir(exist_ok=True) if emptied else None
            case Damage(number=number, share=share, flipped=flipped):
                for path in _numbered(_files(self.cache), number):
                    path.write_bytes(_damaged(path.read_bytes(), share, flipped))
            case Keep() if self.cache.is_dir():
                shutil.rmtree(self.kept, ignore_errors=True)
                shutil.copytree(self.cache, self.kept)
            case Older(number=None) if self.kept.is_dir():
                shutil.rmtree(self.cache, ignore_errors=True)
                shutil.copytree(self.kept, self.cache)
            case Older(number=int(number)) if self.cache.is_dir():
                for path in _numbered(_files(self.kept), number):
                    there = self.cache / path.relative_to(self.kept)
                    there.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy2(path, there)

    def _output(self, operation: Plant | Spoil | Lose | Block | Wipe) -> None:
        if not self.site.is_dir():
            return
        match operation:
            case Plant(path=path, data=data):
                there = self.site / path
                if not there.parent.is_dir() or there.is_dir():
                    return
                there.write_bytes(data)
                self.planted[path] = data
            case Spoil(number=number, beside=beside):
                for ours in _numbered(self.ours(), number):
                    before, data = ours.stat(), ours.read_bytes()
                    if beside:
                        ours.unlink()
                    ours.write_bytes(bytes(reversed(data)))
                    _stamp(ours, "kept", before)
            case Lose(number=number):
                for ours in _numbered(self.ours(), number):
                    ours.unlink()
            case Block(number=number):
                for ours in _numbered(self.ours(), number):
                    ours.unlink()
                    ours.mkdir()
                    self.blocked.add(ours.relative_to(self.site).as_posix())
            case Wipe():
                shutil.rmtree(self.site)
                self.planted.clear()
                self.blocked.clear()

    def ours(self) -> list[Path]:
        """The files of the built site that builds wrote."""
        foreign = {self.site / path for path in (*self.planted, MARK)}
        return [path for path in _files(self.site) if path not in foreign]

    def unblock(self) -> None:
        """Takes away what stands where a file must stand."""
        for path in self.blocked:
            with contextlib.suppress(OSError):
                (self.site / path).rmdir()
        self.blocked.clear()


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()] if folder.is_dir() else []


def _numbered(paths: list[Path], number: int) -> Iterator[Path]:
    if paths:
        yield paths[number % len(paths)]


def _stamp(path: Path, stamp: str, before: os.stat_result | None) -> None:
    if before is None or stamp == "now":
        return
    moved = {"kept": 0, "backwards": -86_400, "forwards": 86_400}[stamp] * 10**9
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + moved))


def _damaged(data: bytes, share: float, flipped: int) -> bytes:
    place = int(len(data) * share)
    if not flipped:
        return data[:place]
    return data[:place] + bytes(byte ^ 0xFF for byte in data[place : place + flipped]) + data[place + flipped :]
