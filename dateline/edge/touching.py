"""The single changes to files of which every way of writing is made, and the order of many of them."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from dateline.edge.changetimes import Stamp, stamp_of
from dateline.edge.failures import CANNOT
from dateline.edge.folder import inside
from dateline.edge.manifest import HALF_WRITTEN, NAME, written_down
from dateline.kernel.plan import folders_of, parent


def put(path: str, data: bytes, meant: str = "") -> Stamp:
    """A new file is written; its stamp. If that fails, the error says which file was meant; the system does not."""
    try:
        with open(path, "xb") as file:  # noqa: PTH123 - for thousands of files at once
            file.write(data)
            file.flush()
            return stamp_of(os.fstat(file.fileno()))
    except OSError as error:
        error.filename = meant or path
        raise


def replace(folder: Path, path: str, data: bytes) -> Stamp:
    """One file takes its place whole; the half-written one always has the same name, so the next build finds it."""
    half = folder / HALF_WRITTEN
    half.unlink(missing_ok=True)
    stamp = put(str(half), data, meant=inside(folder, path))
    half.replace(folder / path)
    return stamp


def linked(old: str, new: str) -> bool:
    """Whether a hard link to a file could be made here."""
    try:
        os.link(old, new, follow_symlinks=False)
    except NotImplementedError:
        return False
    except OSError as error:
        if error.errno in CANNOT:
            return False
        raise
    return True


def make_folders(root: Path, paths: Iterable[str]) -> None:
    """Makes folders, outer ones first."""
    for path in sorted(paths):
        os.mkdir(inside(root, path))  # noqa: PTH102 - for thousands of folders at once


def remove_files(root: Path, paths: Iterable[str]) -> None:
    """Removes files."""
    for path in sorted(paths):
        os.unlink(inside(root, path))  # noqa: PTH108 - for thousands of files at once


def remove_folders(root: Path, paths: Iterable[str]) -> None:
    """Removes folders that are empty but for one another."""
    for path in sorted(paths, reverse=True):
        os.rmdir(inside(root, path))  # noqa: PTH106 - for thousands of folders at once


def remade(
    root: Path, had: frozenset[str], wanted: frozenset[str], same: frozenset[str], bring: Callable[[str], None]
) -> None:
    """A tree that holds `had` comes to hold `wanted`: `same` stays, and `bring` makes each of the rest.

    All the while its mark names whatever stands there.
    """
    if had != wanted:
        replace(root, NAME, written_down(had | wanted))
    remove_files(root, had - same)
    before, after = _folders(had, wanted)
    remove_folders(root, before - after)
    make_folders(root, after - before)
    for path in sorted(wanted - same):
        bring(path)
    if had != wanted:
        replace(root, NAME, written_down(wanted))


def touched(had: frozenset[str], wanted: frozenset[str], same: frozenset[str]) -> set[str]:
    """The folders whose stamps `remade` changes, the root among them."""
    files = (had | wanted) - same
    before, after = _folders(had, wanted)
    return {"", *map(parent, files), *map(parent, before ^ after)}


def _folders(had: frozenset[str], wanted: frozenset[str]) -> tuple[set[str], set[str]]:
    """All folders before and after; mostly they are the same, and need not be looked for among thousands of names."""
    return (folders_of(had), folders_of(wanted)) if had != wanted else (set(), set())
