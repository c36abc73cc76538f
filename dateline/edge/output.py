"""Makes the output folder hold a tree, and nothing of an earlier build's beside it.

The new tree stands whole beside the old one (`.site.dateline-new`; unchanged files, and all that no build wrote, are
hard links), then the two change places in one step: whoever looks sees the old site or the new one. Killed at any
moment, a build leaves at most that folder beside the site; the next one clears it away and gives back what is not ours.
Where only one file changes, it takes its place by itself, which is one step too.

Where the two cannot change places (Windows, a file system without the call, a site that is a mount of its own or stands
in a folder that may not be written), each file takes its place by itself: every file is then the old or the new one,
but the site may be a mixture until a build has finished. The mark names old and new files all the while.

A build costs what it changes: seals (`dateline.edge.seals`) say what needs no reading, and a spare
(`dateline.edge.spare`) saves making the tree.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from dateline.edge.beside import clear
from dateline.edge.changetimes import moment
from dateline.edge.collecting import uncollected
from dateline.edge.exchange import locked
from dateline.edge.failures import RefusedError, failed
from dateline.edge.folder import Folder, held, in_the_way, survey
from dateline.edge.in_place import delete
from dateline.edge.manifest import HALF_WRITTEN, NAME, begins_as_a_mark, may_be_ours, written_down
from dateline.edge.refusal import refused
from dateline.edge.seals import Seals, opened
from dateline.edge.spare import place
from dateline.edge.touching import replace
from dateline.edge.ways import Work, carried_out, sealed_after
from dateline.kernel.diagnostics import Diagnostic
from dateline.kernel.plan import Offer, Plan, Tree, diff, offered


class Written(Struct, frozen=True):
    """What a build did to the output folder."""

    plan: Plan
    foreign: tuple[str, ...]
    """What stands there that no build wrote, and stayed."""
    at_once: bool
    """Whether old and new changed places in one step."""
    seals: Seals
    """What the next build is to be told; the very ones that this one was given if they still hold."""


class Removed(Struct, frozen=True):
    """What `clean` did to the output folder."""

    files: tuple[str, ...]
    left: tuple[str, ...]


def inspect(output: Path, shown: str) -> Diagnostic | None:
    """Why the folder, as it stands, must not be written to, if so."""
    try:
        return None if begins_as_a_mark(output / NAME) or survey(output).acceptable else _not_ours(shown)
    except OSError as error:
        return failed(error, output, shown)


def _not_ours(shown: str) -> Diagnostic:
    why = "is not empty, and no build has written to it"
    return refused(shown, "output", why, "move what is in it elsewhere, or name another folder with --output")


def write(
    output: Path, offer: Offer | Tree, shown: str, seals: Seals | None = None, cache: Path | None = None
) -> Written | Diagnostic:
    """The output folder made equal to what is offered, or why not; `shown` is how the author knows the folder.

    `seals` are those of the last build that wrote there; `cache` is a folder of ours where a spare may rest.
    """
    given = offered(offer) if isinstance(offer, Mapping) else offer
    try:
        with _parents_of(output), locked(output.parent), uncollected():
            return _write(output, given, shown, seals, cache)
    except RefusedError as refusal:
        return refusal.found
    except OSError as error:
        return failed(error, output, shown)


def _write(output: Path, offer: Offer, shown: str, seals: Seals | None, cache: Path | None) -> Written:
    clear(output)
    now = moment(output if os.path.lexists(output) else output.parent)
    known = opened(seals, output, now)
    folder = survey(output, known.folder, now)
    _check(folder, offer, shown)
    there = held(output, sorted(folder.files & offer.digests.keys()), known.held, now)
    if obstacle := in_the_way(folder, offer.digests, there.digests):
        why = f'holds "{obstacle}", which no build has written, where the site needs that name'
        raise RefusedError(refused(shown, "output", why, "move it elsewhere, then build again"))
    plan = diff({**dict.fromkeys(folder.files, b""), **there.digests}, offer.digests, folder.ours)
    work = Work(folder, there, known, offer, plan, place(cache, output) if now else None, now)
    done = carried_out(work)
    still = seals if seals and not (done.changed or folder.listed or there.read) else None
    foreign = tuple(sorted(folder.foreign - offer.digests.keys()))
    return Written(plan, foreign, done.at_once, still or sealed_after(work, done))


def _check(folder: Folder, offer: Offer, shown: str) -> None:
    if not folder.acceptable:
        raise RefusedError(_not_ours(shown))
    if unfit := min((path for path in offer.digests.keys() - folder.named if not may_be_ours(path)), default=None):
        raise RefusedError(
            refused(shown, "output", f'cannot hold a file named "{unfit}"', "give that file another name")
        )


def remove(output: Path, shown: str) -> Removed | Diagnostic:
    """The files that builds wrote are removed, and the folder too if nothing else is left in it.

    Else the mark stays, naming nothing, so that the folder can be built into again.
    """
    if not os.path.lexists(output.parent):
        return Removed((), ())
    try:
        with locked(output.parent):
            return _remove(output, shown)
    except RefusedError as refusal:
        return refusal.found
    except OSError as error:
        return failed(error, output, shown)


def _remove(output: Path, shown: str) -> Removed:
    clear(output)
    folder = survey(output)
    if not folder.exists:
        return Removed((), ())
    if not folder.acceptable:
        raise RefusedError(_not_ours(shown))
    gone = sorted(folder.ours)
    delete(folder, gone, ())
    (output / HALF_WRITTEN).unlink(missing_ok=True)
    left = survey(output)
    if not left.empty:
        replace(output, NAME, written_down(frozenset()))
    else:
        (output / NAME).unlink(missing_ok=True)
        output.rmdir()
    return Removed(tuple(gone), tuple(sorted(left.files | left.others | left.folders)))


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
