"""What is to be written: a tree of files, and the plan that makes a folder equal to it."""

from collections.abc import Mapping

from msgspec import Struct

Tree = Mapping[str, bytes]
"""Paths with forward slashes, from the folder's root, and what the files hold."""


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


def diff(old: Tree, new: Tree, ours: frozenset[str]) -> Plan:
    """The plan that turns `old` into `new`, deleting only what is among `ours` (what an earlier build wrote)."""
    return Plan(
        create=tuple(sorted(path for path in new if path not in old)),
        replace=tuple(sorted(path for path in new if path in old and old[path] != new[path])),
        keep=tuple(sorted(path for path in new if path in old and old[path] == new[path])),
        delete=tuple(sorted(path for path in old if path not in new and path in ours)),
    )
