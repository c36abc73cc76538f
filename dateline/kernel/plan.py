"""What is to be written: a tree of files, and the plan that makes a folder equal to it."""

import hashlib
from collections.abc import Iterable, Mapping

from msgspec import Struct

Tree = Mapping[str, bytes]
"""Paths with forward slashes, from the folder's root, and what the files hold."""

DIGEST_SIZE = 16
"""In bytes: no two files that differ have the same digest of this size, made by BLAKE2b."""


class Offer(Struct, frozen=True):
    """What a build offers to write."""

    tree: Tree
    """May make a file's bytes only when it is asked for them."""
    digests: Tree
    """The digest of what each file holds: names the same files, and knows them without their bytes."""


class Plan(Struct, frozen=True):
    """The smallest set of changes that makes a folder hold a tree, as paths in sorted order."""

    create: tuple[str, ...] = ()
    replace: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    delete: tuple[str, ...] = ()

    @property
    def changes(self) -> int:
        """How many files differ."""
        return len(self.create) + len(self.replace) + len(self.delete)


def digest_of(data: bytes) -> bytes:
    """What stands for a file's bytes where two files are compared."""
    return hashlib.blake2b(data, digest_size=DIGEST_SIZE).digest()


def offered(tree: Tree) -> Offer:
    """The offer of a tree whose bytes are all there."""
    return Offer(tree, {path: digest_of(data) for path, data in tree.items()})


def diff(old: Tree, new: Tree, ours: frozenset[str]) -> Plan:
    """The plan that turns `old` into `new`, deleting only what is among `ours` (what an earlier build wrote).

    Digests of files do as well as the files themselves. Each file of `old` that `new` has too is looked at once.
    """
    both = {path: old[path] == new[path] for path in sorted(new) if path in old}
    return Plan(
        create=tuple(sorted(path for path in new if path not in both)),
        replace=tuple(path for path, same in both.items() if not same),
        keep=tuple(path for path, same in both.items() if same),
        delete=tuple(sorted(path for path in old if path not in new and path in ours)),
    )


def parents(path: str) -> list[str]:
    """The folders that a path lies in, outermost first: `a` and `a/b` for `a/b/c`."""
    return [path[:at] for at, char in enumerate(path) if char == "/"]


def parent(path: str) -> str:
    """The folder that a path lies in; empty for the root's."""
    return path.rpartition("/")[0]


def folders_of(paths: Iterable[str]) -> set[str]:
    """All folders that any of the paths lies in, the root left out."""
    found = {""}
    level = {path.rpartition("/")[0] for path in paths}
    while level := level - found:
        found |= level
        level = {path.rpartition("/")[0] for path in level}
    return found - {""}
