"""Makes the output folder hold a tree, and nothing of an earlier build's beside it.

The new tree is written whole beside the old one (`.site.dateline-new`; unchanged files, and all that no build wrote,
are hard links), then the two change places in one step: whoever looks sees the old site or the new one. Killed at any
moment, a build leaves at most that folder beside the site; the next one clears it away and gives back what is not ours.

Where the two cannot change places (Windows, a file system without the call, a site that is a mount of its own or stands
in a folder that may not be written), each file takes its place by itself: every file is then the old or the new one,
but the site may be a mixture until a build has finished. The mark names old and new files all the while.
"""

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from dateline.edge.disk import reason
from dateline.edge.exchange import can_exchange, exchange, locked, sync
from dateline.edge.folder import Folder, OnDisk, in_the_way, survey
from dateline.edge.manifest import HALF_WRITTEN, NAME, may_be_ours, written_down
from dateline.edge.refusal import refused
from dateline.kernel.diagnostics import Diagnostic, Place, diagnostic
from dateline.kernel.plan import Plan, Tree, diff, parents


class Written(Struct, frozen=True):
    """What a build did to the output folder."""

    plan: Plan
    foreign: tuple[str, ...]
    """What stands there that no build wrote, and stayed."""
    at_once: bool
    """Whether old and new changed places in one step."""


class Removed(Struct, frozen=True):
    """What `clean` did to the output folder."""

    files: tuple[str, ...]
    left: tuple[str, ...]


class _CannotExchange(Exception):  # noqa: N818 - it never leaves this module
    """The two trees cannot change places here."""


class _Refused(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, found: Diagnostic) -> None:
        self.found = found


_NO_EXCHANGE = frozenset(
    {
        *(errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EBUSY, errno.EPERM, errno.EACCES, errno.EROFS),
        *(errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK),
    }
)
"""The system's ways of saying that this cannot be done here, rather than that something went wrong."""


def inspect(output: Path, shown: str) -> Diagnostic | None:
    """Why the folder, as it stands, must not be written to, if so."""
    try:
        return None if survey(output).acceptable else _not_ours(shown)
    except OSError as error:
        return failed(error, output, shown)


def _not_ours(shown: str) -> Diagnostic:
    why = "is not empty, and no build has written to it"
    return refused(shown, "output", why, "move what is in it elsewhere, or name another folder with --output")


def write(output: Path, tree: Tree, shown: str) -> Written | Diagnostic:
    """The output folder made equal to a tree, or why not; `shown` is how the author knows the folder."""
    try:
        with _parents_of(output), locked(output.parent):
            return _write(output, tree, shown)
    except _Refused as refusal:
        return refusal.found
    except OSError as error:
        return failed(error, output, shown)


def remove(output: Path, shown: str) -> Removed | Diagnostic:
    """The files that builds wrote are removed, and the folder too if nothing else is left in it.

    Else the mark stays, naming nothing, so that the folder can be built into again.
    """
    if not os.path.lexists(output.parent):
        return Removed((), ())
    try:
        with locked(output.parent):
            return _remove(output, shown)
    except _Refused as refusal:
        return refusal.found
    except OSError as error:
        return failed(error, output, shown)


def failed(error: OSError, output: Path, shown: str) -> Diagnostic:
    """What the system refused to do in the output folder, told with the path as the author knows it."""
    path = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else output
    for folder in (output, _beside(output)):
        if path.is_relative_to(folder):
            path = Path(shown) / path.relative_to(folder)
    name = path.as_posix()
    return diagnostic(
        "output-failed", f'"{name}" cannot be written or removed: {reason(error)}', Place(name), _advice(error)
    )


def _advice(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "free some space on the disk, then build again"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return "let your user write there, or name another folder with --output"
        case _:
            return "build again, or name another folder with --output"


@contextlib.contextmanager
def _parents_of(output: Path) -> Iterator[None]:
    """The folders that the output stands in, made if need be, and unmade if nothing came of it."""
    missing = [folder for folder in output.parents if not os.path.lexists(folder)]
    output.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        for folder in missing:
            with contextlib.suppress(OSError):
                folder.rmdir()


def _write(output: Path, tree: Tree, shown: str) -> Written:
    _clear(output)
    folder = survey(output)
    _check(folder, tree, shown)
    plan = diff(OnDisk(output, folder.files), tree, folder.ours)
    at_once = True
    if plan.changes or folder.interrupted or folder.named != frozenset(tree) or not folder.marked:
        try:
            _beside_and_exchange(folder, tree, plan)
        except _CannotExchange:
            at_once = False
            _in_place(folder, tree, plan)
    return Written(plan, tuple(sorted(folder.foreign - frozenset(tree))), at_once)


def _check(folder: Folder, tree: Tree, shown: str) -> None:
    if not folder.acceptable:
        raise _Refused(_not_ours(shown))
    if unfit := next((path for path in sorted(tree) if not may_be_ours(path)), None):
        raise _Refused(refused(shown, "output", f'cannot hold a file named "{unfit}"', "give that file another name"))
    if obstacle := in_the_way(folder, tree):
        why = f'holds "{obstacle}", which no build has written, where the site needs that name'
        raise _Refused(refused(shown, "output", why, "move it elsewhere, then build again"))


# The new tree beside the old one


def _beside(output: Path) -> Path:
    return output.with_name(f".{output.name}.dateline-new")


def _beside_and_exchange(folder: Folder, tree: Tree, plan: Plan) -> None:
    if folder.exists and not can_exchange():
        raise _CannotExchange
    _may_be_emptied(folder)
    new = _beside(folder.path)
    try:
        _make_beside(new)
        _fill(new, folder, tree, plan)
        sync(new)
        _take_its_place(new, folder)
    finally:
        _clear(folder.path)


def _may_be_emptied(folder: Folder) -> None:
    """The old tree is removed afterwards, so it must be possible: a folder that is read-only is meant to be."""
    foreign = folder.foreign_folders
    for name in sorted({"", *folder.folders} if folder.exists else ()):
        path = folder.path / name
        if not os.access(path, os.W_OK | os.X_OK):
            if name in foreign:
                raise _CannotExchange
            raise PermissionError(errno.EACCES, "", str(path))


def _make_beside(new: Path) -> None:
    try:
        new.mkdir()
    except OSError as error:
        if error.errno in _NO_EXCHANGE:
            raise _CannotExchange from error
        raise


def _fill(new: Path, folder: Folder, tree: Tree, plan: Plan) -> None:
    """First the mark, so that whatever else lies there after a kill is known to be ours."""
    _put(new / NAME, written_down(frozenset(tree)))
    if folder.exists:
        shutil.copymode(folder.path, new)
    carried = sorted(folder.foreign - frozenset(tree))
    not_ours = folder.foreign_folders
    for path in sorted(_folders_of([*tree, *carried]) | not_ours):
        (new / path).mkdir()
        if path in not_ours:
            shutil.copymode(folder.path / path, new / path)
    kept = frozenset(plan.keep)
    for path in sorted(tree):
        if path not in kept or not _linked(folder.path / path, new / path):
            _put(new / path, tree[path])
    if not all(_linked(folder.path / path, new / path) for path in carried):
        raise _CannotExchange


def _folders_of(paths: list[str]) -> set[str]:
    return {folder for path in paths for folder in parents(path)}


def _linked(old: Path, new: Path) -> bool:
    try:
        os.link(old, new, follow_symlinks=False)
    except NotImplementedError:
        return False
    except OSError as error:
        if error.errno in _NO_EXCHANGE:
            return False
        raise
    return True


def _put(path: Path, data: bytes) -> None:
    with _naming(path), path.open("xb") as file:
        file.write(data)


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """A failed write says which file it was, which the system does not."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def _take_its_place(new: Path, folder: Folder) -> None:
    if not folder.exists:
        new.rename(folder.path)
        return
    try:
        exchange(new, folder.path)
    except OSError as error:
        if error.errno in _NO_EXCHANGE:
            raise _CannotExchange from error
        raise


def _clear(output: Path) -> None:
    """Removes what stands beside the output: a tree that was not finished, or the one that has given up its place.

    What is not ours in it has a link in the site, unless it came or changed while the build was writing: then it is
    given back. The mark goes last, for it says what the rest is.
    """
    left = survey(_beside(output))
    if not left.exists:
        return
    if not left.acceptable:
        raise _Refused(refused(left.path.name, "temporary", "is not ours", "move it elsewhere, then build again"))
    for path in sorted(left.foreign):
        _give_back(left.path / path, output, path)
    for path in sorted(left.ours):
        (left.path / path).unlink()
    for path in sorted(left.folders, reverse=True):
        (left.path / path).rmdir()
    for name in (HALF_WRITTEN, NAME):
        (left.path / name).unlink(missing_ok=True)
    left.path.rmdir()


def _give_back(mine: Path, output: Path, path: str) -> None:
    theirs = output / path
    if not os.path.lexists(theirs) and os.path.lexists(output):
        theirs.parent.mkdir(parents=True, exist_ok=True)
        mine.rename(theirs)
    elif os.path.lexists(theirs) and mine.lstat().st_mtime_ns > theirs.lstat().st_mtime_ns:
        mine.replace(theirs)
    else:
        mine.unlink()


# File by file


def _in_place(folder: Folder, tree: Tree, plan: Plan) -> None:
    output = folder.path
    output.mkdir(exist_ok=True)
    try:
        _replace(output, NAME, written_down(folder.named | frozenset(tree)))
        wanted = _folders_of(list(tree))
        blocking = [path for path in plan.delete if path in wanted or not tree.keys().isdisjoint(parents(path))]
        _delete(folder, blocking, tree)
        for path in (*plan.create, *plan.replace):
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            _replace(output, path, tree[path])
        _delete(folder, [path for path in plan.delete if path not in blocking], tree)
        _replace(output, NAME, written_down(frozenset(tree)))
    finally:
        (output / HALF_WRITTEN).unlink(missing_ok=True)


def _replace(output: Path, path: str, data: bytes) -> None:
    """One file takes its place whole; the half-written one always has the same name, so the next build finds it."""
    half = output / HALF_WRITTEN
    with _naming(output / path):
        half.unlink(missing_ok=True)
        _put(half, data)
        half.replace(output / path)


def _delete(folder: Folder, paths: list[str], tree: Tree) -> None:
    """Removes files of ours, and the folders that they leave empty."""
    for path in paths:
        (folder.path / path).unlink(missing_ok=True)
    wanted = _folders_of(list(tree))
    made = _folders_of(sorted(folder.named)) & folder.folders
    for path in sorted(made - wanted, reverse=True):
        with contextlib.suppress(OSError):
            (folder.path / path).rmdir()


def _remove(output: Path, shown: str) -> Removed:
    _clear(output)
    folder = survey(output)
    if not folder.exists:
        return Removed((), ())
    if not folder.acceptable:
        raise _Refused(_not_ours(shown))
    gone = sorted(folder.ours)
    _delete(folder, gone, {})
    (output / HALF_WRITTEN).unlink(missing_ok=True)
    left = survey(output)
    if not left.empty:
        _replace(output, NAME, written_down(frozenset()))
    else:
        (output / NAME).unlink(missing_ok=True)
        output.rmdir()
    return Removed(tuple(gone), tuple(sorted(left.files | left.others | left.folders)))
