"""A whole tree beside the output, with which it changes places, and how that folder is cleared away again."""

import errno
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from dateline.edge.changetimes import Stamp
from dateline.edge.exchange import can_exchange, exchange, sync
from dateline.edge.failures import CANNOT, CannotExchangeError, RefusedError, beside
from dateline.edge.folder import Folder, inside, survey
from dateline.edge.manifest import HALF_WRITTEN, NAME, written_down
from dateline.edge.refusal import refused
from dateline.edge.touching import linked, make_folders, put, remove_files, remove_folders
from dateline.kernel.plan import Plan, Tree, folders_of


def may_be_emptied(folder: Folder, paths: Iterable[str]) -> None:
    """The old tree is emptied afterwards, so that must be possible: a folder that is read-only is meant to be."""
    if not folder.exists:
        return
    if not can_exchange():
        raise CannotExchangeError
    foreign = folder.foreign_folders
    for path in sorted(paths):
        name = inside(folder.path, path)
        if not os.access(name, os.W_OK | os.X_OK):
            if path in foreign:
                raise CannotExchangeError
            raise PermissionError(errno.EACCES, "", name)


def made(new: Path) -> None:
    """An empty folder beside the output."""
    try:
        new.mkdir()
    except OSError as error:
        if error.errno in CANNOT:
            raise CannotExchangeError from error
        raise


def filled(new: Path, folder: Folder, tree: Tree, plan: Plan) -> dict[str, Stamp]:
    """The stamps of the files that were written; what did not change is linked.

    First comes the mark, so that whatever else lies there after a kill is known to be ours.
    """
    put(inside(new, NAME), written_down(frozenset(tree)))
    make_folders(new, folders_of(tree))
    stamps: dict[str, Stamp] = {}
    kept = frozenset(plan.keep)
    for path in sorted(tree):
        if path not in kept or not linked(inside(folder.path, path), inside(new, path)):
            stamps[path] = put(inside(new, path), tree[path])
    carry(new, folder, tree)
    return stamps


def carry(new: Path, folder: Folder, tree: Tree) -> None:
    """What is not ours comes along, as links."""
    if folder.exists:
        shutil.copymode(folder.path, new)
    for path in sorted(folder.foreign_folders):
        (new / path).mkdir(exist_ok=True)
        shutil.copymode(folder.path / path, new / path)
    for path in sorted(folder.foreign - tree.keys()):
        if not linked(inside(folder.path, path), inside(new, path)):
            raise CannotExchangeError


def take_its_place(new: Path, folder: Folder) -> None:
    """The one moment at which the site changes."""
    if not folder.exists:
        new.rename(folder.path)
        return
    try:
        exchange(new, folder.path)
    except OSError as error:
        if error.errno in CANNOT:
            raise CannotExchangeError from error
        raise


def took_one_place(new: Path, output: Path, path: str, data: bytes) -> Stamp:
    """One file is written apart from the output and takes the place of the one that is there; its stamp."""
    (name,) = mark = frozenset({"file"})
    put(inside(new, NAME), written_down(mark))
    stamp = put(inside(new, name), data, meant=inside(output, path))
    sync(new)
    try:
        (new / name).replace(output / path)
    except OSError as error:
        if error.errno in CANNOT:
            raise CannotExchangeError from error
        raise
    return stamp


def clear(output: Path) -> None:
    """Removes what stands beside the output: a tree that was not finished, or the one that has given up its place.

    What is not ours in it has a link in the site, unless it came or changed while the build was writing: then it is
    given back. The mark goes last, for it says what the rest is.
    """
    left = survey(beside(output))
    if not left.exists:
        return
    if not left.acceptable:
        raise RefusedError(refused(left.path.name, "temporary", "is not ours", "move it elsewhere, then build again"))
    give_back(left, output)
    remove_files(left.path, left.ours)
    remove_folders(left.path, left.folders)
    for name in (HALF_WRITTEN, NAME):
        (left.path / name).unlink(missing_ok=True)
    left.path.rmdir()


def give_back(left: Folder, output: Path) -> None:
    """What is not ours leaves a tree that has given up its place; the newer of two stays."""
    for path in sorted(left.foreign):
        mine, theirs = left.path / path, output / path
        if not os.path.lexists(theirs) and os.path.lexists(output):
            theirs.parent.mkdir(parents=True, exist_ok=True)
            mine.rename(theirs)
        elif os.path.lexists(theirs) and mine.lstat().st_mtime_ns > theirs.lstat().st_mtime_ns:
            mine.replace(theirs)
        else:
            mine.unlink()
