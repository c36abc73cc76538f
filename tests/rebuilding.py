"""A site that is built again and again, as the commands do: what a build says of the folder is told to the next one."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from dateline.edge import beside, changetimes, folder, ways
from dateline.edge.manifest import NAME
from dateline.edge.output import Written, write
from dateline.edge.seals import Seals
from dateline.edge.spare import NAME_IN_CACHE
from dateline.kernel.plan import Offer, offered


@contextmanager
def faithful_disk() -> Iterator[pytest.MonkeyPatch]:
    """Change times are relied on wherever the tests run, and no sync waits for what other programs write."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(changetimes, "_is_faithful", lambda _: True)
        for module in (beside, ways):
            patch.setattr(module, "sync", lambda _: None)
        yield patch


class Asked(Mapping[str, bytes]):
    """A tree that remembers which files' bytes were asked for."""

    def __init__(self, tree: Mapping[str, bytes]) -> None:
        self.tree = tree
        self.asked: list[str] = []

    def __getitem__(self, path: str) -> bytes:
        self.asked.append(path)
        return self.tree[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tree)

    def __len__(self) -> int:
        return len(self.tree)


class Rebuilt:
    """A site, its cache, and what the last build said."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = root / "site"
        self.cache = root / ".dateline"
        self.spare = self.cache / NAME_IN_CACHE
        self.seals: Seals | None = None
        self.asked: list[str] = []
        """The files whose bytes the last build asked for."""
        self.read: list[str] = []
        """The site's files that the last build read, its mark aside."""

    def write(self, tree: Mapping[str, bytes]) -> Written:
        """A build that nobody remembers."""
        asked = Asked(tree)
        offer = Offer(asked, offered(tree).digests)
        with self._reading() as read:
            written = write(self.site, offer, "site", self.seals, self.cache)
        assert isinstance(written, Written), written
        self.asked, self.read = sorted(asked.asked), sorted(read)
        return written

    def build(self, tree: Mapping[str, bytes]) -> Written:
        written = self.write(tree)
        if written.seals is not self.seals:
            self.seals = msgspec.msgpack.decode(msgspec.msgpack.encode(written.seals), type=Seals)
        return written

    @contextmanager
    def _reading(self) -> Iterator[list[str]]:
        read: list[str] = []
        untold = folder._read  # noqa: SLF001 - where files are read

        def told(path: Path | str) -> bytes:
            if not str(path).endswith(f"/{NAME}"):
                read.append(os.path.relpath(path, self.site))
            return untold(path)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(folder, "_read", told)
            yield read

    @property
    def files(self) -> dict[str, bytes]:
        return files(self.site)

    def whole_spare(self) -> bool:
        """Whether the spare is the site once more, made of the same files."""
        ours = {path: (self.site / path).stat().st_ino for path in files(self.spare)}
        return {path: (self.spare / path).stat().st_ino for path in ours} == ours


def tick() -> None:
    """Waits until the file system's clock has gone on."""
    changetimes.later(1)


def files(root: Path) -> dict[str, bytes]:
    """All plain files below a folder, the mark aside."""
    found = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items()) if name != NAME}


def changed_behind_its_dates(path: Path, data: bytes) -> None:
    """Changes a file in place and gives it its dates back, as no honest program does."""
    before = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
