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
    """The plan that turns `old` into `new`, deleting only what is among `ours` (what an earlier build wrote).

    Each file of `old` that `new` has too is looked at once, so `old` may read them from a disk.
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
