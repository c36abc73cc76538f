"""The ways in which an output folder comes to hold a site, the cheapest first, and what is known of it afterwards."""

import contextlib
from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dateline.edge.beside import clear, filled, made, may_be_emptied, take_its_place, took_one_place
from dateline.edge.changetimes import Stamp, later
from dateline.edge.exchange import can_exchange, sync
from dateline.edge.failures import CannotExchangeError, beside
from dateline.edge.folder import Folder, Held
from dateline.edge.in_place import written_in_place
from dateline.edge.seals import Known, Seals, folders_stamped, restamped, sealed
from dateline.edge.spare import caught_up, followed, is_whole, put_to_rest, renewed, stamped_anew, taken
from dateline.edge.touching import touched
from dateline.kernel.plan import Offer, Plan, folders_of, parent


class Work(Struct, frozen=True):
    """What is to be done, and what it starts from."""

    folder: Folder
    """The output as it stands."""
    held: Held
    """What those of its files hold whose names are offered."""
    known: Known
    offer: Offer
    plan: Plan
    spare: Path | None
    """Where a spare may rest."""
    moment: int

    @property
    def wanted(self) -> frozenset[str]:
        """The files that are offered."""
        return frozenset(self.offer.digests)

    @property
    def same_names(self) -> bool:
        """Whether the mark may stay as it is."""
        folder = self.folder
        return folder.marked and not folder.interrupted and folder.named == self.wanted


class Done(Struct, frozen=True):
    """What one of the ways did."""

    changed: bool
    at_once: bool
    files: Mapping[str, Stamp]
    """The stamps, but for their change times, of files that were written or to which links were made or taken away."""
    stamps: Mapping[str, Stamp]
    """Of those of the output's folders in which nothing was done."""
    spare: Mapping[str, Stamp] | None = None
    """Of those of the spare's folders in which nothing was done, if there is a spare."""


def carried_out(work: Work) -> Done:
    """The output holds what is offered."""
    if work.same_names and not work.plan.changes:
        return _nothing(work)
    try:
        if work.same_names and work.plan.changes == len(work.plan.replace) == 1:
            return _one_file(work)
        return _with_the_spare(work) or _with_a_new_tree(work)
    except CannotExchangeError:
        written = written_in_place(work.folder, work.offer.tree, work.plan)
        return Done(changed=True, at_once=False, files=written, stamps={})


def _nothing(work: Work) -> Done:
    spare = _still_a_spare(work)
    return Done(spare is None and bool(work.known.spare), True, {}, work.folder.stamps, spare)


def _still_a_spare(work: Work) -> Mapping[str, Stamp] | None:
    """The spare's stamps, unless one of the site's files is another since, though it holds the same."""
    now, then = work.held.stamps, work.known.held.stamps
    others = (path for path in work.held.read if path in now and then.get(path, ())[:2] != now[path][:2])
    return (work.known.spare or None) if next(others, None) is None else None


def _one_file(work: Work) -> Done:
    """A single file takes its place, which is one step for the whole site."""
    folder, path = work.folder, work.plan.replace[0]
    may_be_emptied(folder, {"", parent(path)})
    new = beside(folder.path)
    try:
        made(new)
        stamp = took_one_place(new, folder.path, path, work.offer.tree[path])
    finally:
        clear(folder.path)
    spare = _still_a_spare(work)
    if spare and work.spare and not followed(work.spare, folder.path, path, spare):
        spare = None
    return Done(
        True, True, {path: stamp}, _without(folder.stamps, parent(path)), spare and _without(spare, parent(path))
    )


def _without(stamps: Mapping[str, Stamp], folder: str) -> Mapping[str, Stamp]:
    return {path: stamp for path, stamp in stamps.items() if path != folder}


def _with_the_spare(work: Work) -> Done | None:
    """The spare is brought up to date and takes the site's place; nothing if there is none to rely on."""
    folder, known, kept = work.folder, work.known, work.plan.keep
    if not (work.spare and folder.exists and can_exchange() and is_whole(work.spare, known)):
        return None
    sound = known.held.stamps
    same = frozenset(path for path in kept if path in sound and work.held.stamps.get(path) == sound[path])
    done = touched(folder.ours, work.wanted, frozenset(kept))
    may_be_emptied(folder, {"", *folder.listed, *done & folder.folders})
    new = beside(folder.path)
    try:
        if not taken(work.spare, new, known):
            return None
        spare = renewed(new, folder, work.offer.tree, work.plan, same, known)
        sync(new)
        take_its_place(new, folder)
        stamps = _spare_again(work, frozenset(kept))
    finally:
        clear(folder.path)
    return Done(True, True, {**_links(work, spare.linked if stamps else kept), **spare.written}, spare.stamps, stamps)


def _with_a_new_tree(work: Work) -> Done:
    """All of the site's folders are made anew."""
    folder, kept = work.folder, work.plan.keep
    may_be_emptied(folder, {"", *folder.folders})
    new = beside(folder.path)
    try:
        made(new)
        written = filled(new, folder, work.offer.tree, work.plan)
        sync(new)
        take_its_place(new, folder)
        stamps = _spare_again(work, frozenset(kept)) if folder.exists and written.keys().isdisjoint(kept) else None
    finally:
        clear(folder.path)
    return Done(True, True, {**_links(work, kept), **written}, {}, stamps)


def _links(work: Work, paths: Collection[str]) -> dict[str, Stamp]:
    stamps = work.held.stamps
    return {path: stamps[path] for path in paths if path in stamps}


def _spare_again(work: Work, same: frozenset[str]) -> Mapping[str, Stamp] | None:
    """The tree that has given up its place becomes the spare, if that can be; the site is written either way."""
    if work.spare:
        new = beside(work.folder.path)
        with contextlib.suppress(OSError):
            stamps = caught_up(new, work.folder, work.wanted, same, work.moment)
            put_to_rest(new, work.spare)
            return stamps
    return None


def sealed_after(work: Work, done: Done) -> Seals:
    """What the next build is to be told of the folder."""
    now = later(work.moment)
    if not now:
        return Seals()
    before, wanted, made = work.folder, work.wanted, frozenset(folders_of(work.offer.digests))
    site = Folder(
        before.path,
        exists=True,
        marked=True,
        named=wanted,
        files=wanted | (before.foreign - before.others),
        others=before.others,
        folders=made | before.foreign_folders,
    )
    kept = _links(work, [path for path in work.plan.keep if path not in done.files])
    files = {**kept, **restamped(before.path, done.files, now)}
    spare: Mapping[str, Stamp] = {}
    if work.spare and done.spare is not None:
        resting = Folder(work.spare, True, True, named=wanted, files=wanted, others=frozenset(), folders=made)
        spare = stamped_anew(resting, done.spare, files, now)
    return sealed(
        replace(site, stamps=_folder_stamps(site, done.stamps, now)), Held(dict(work.offer.digests), files), spare
    )


def _folder_stamps(site: Folder, before: Mapping[str, Stamp], now: int) -> dict[str, Stamp]:
    everywhere = {"", *site.folders}
    carried = {path: stamp for path, stamp in before.items() if path in everywhere}
    return {**carried, **folders_stamped(site, everywhere - carried.keys(), now)}
