"""A second tree of links to the site's own files, kept in the cache, with which the site can change places.

It costs folders only, and saves the next build from making and removing thousands: what differs is brought up to date
in it, it takes the site's place, and the tree that has given up its place is brought up to date as well.

While it rests, it holds nothing but links to files of ours, so it may be thrown away at any time. It is never taken for
granted that it is whole: every folder in it must bear the stamp that it had.
"""

import contextlib
import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace as changed

from dateline.edge.beside import carry, give_back
from dateline.edge.cachedir import discard, make_cache
from dateline.edge.changetimes import NOTHING, Stamp, stamped, stamps_of
from dateline.edge.folder import Folder, inside, survey
from dateline.edge.manifest import HALF_WRITTEN, NAME, written_down
from dateline.edge.seals import Known, folders_stamped
from dateline.edge.touching import linked, put, remade, remove_folders, touched
from dateline.kernel.plan import Plan, Tree, folders_of, parent, parents

NAME_IN_CACHE = "spare"


class Renewed(Struct, frozen=True):
    """A spare that was brought up to date."""

    written: dict[str, Stamp]
    """The stamps of the files that were written."""
    linked: frozenset[str]
    """What was linked anew from the site."""
    stamps: dict[str, Stamp]
    """Of the folders in which nothing was done."""


def place(cache: Path | None, output: Path) -> Path | None:
    """Where an output's spare rests; nowhere if it cannot be moved there."""
    with contextlib.suppress(OSError):
        if cache and (cache if cache.exists() else cache.parent).stat().st_dev == output.parent.stat().st_dev:
            return cache / NAME_IN_CACHE
    return None


def is_whole(spare: Path, known: Known) -> bool:
    """Whether the spare is what it was when the seals were taken."""
    if not known.spare:
        return False
    with contextlib.suppress(OSError):
        if stamps_of(spare, known.spare) == known.spare:
            return (spare / NAME).read_bytes() == written_down(frozenset(known.held.digests))
    return False


def taken(spare: Path, new: Path, known: Known) -> bool:
    """Whether the spare that was looked at could be moved to where it can take the site's place."""
    with contextlib.suppress(OSError):
        spare.rename(new)
        if (stamped(str(new)) or NOTHING)[:2] == known.spare[""][:2]:
            return True
        discard(new)  # the spare of another output, whose build has just put it there
    return False


def renewed(new: Path, folder: Folder, tree: Tree, plan: Plan, same: frozenset[str], known: Known) -> Renewed:
    """Makes the spare hold the new site; `same` are the files of which spare and site have the same sound one."""
    written: dict[str, Stamp] = {}
    kept, again = frozenset(plan.keep), set[str]()

    def bring(path: str) -> None:
        if path in kept and linked(inside(folder.path, path), inside(new, path)):
            again.add(path)
        else:
            written[path] = put(inside(new, path), tree[path])

    had, wanted = frozenset(known.held.digests), frozenset(tree)
    remade(new, had, wanted, same, bring)
    carry(new, folder, tree)
    done = touched(had, wanted, same) | set(map(parent, folder.foreign_folders | folder.foreign))
    stamps = {path: stamp for path, stamp in known.spare.items() if path not in done}
    return Renewed(written, frozenset(again), stamps)


def caught_up(old: Path, site: Folder, wanted: frozenset[str], same: frozenset[str], moment: int) -> dict[str, Stamp]:
    """Makes the tree that has given up its place a spare of the one that took it; what is not ours leaves it.

    `site` is the folder as it was before. Gives the stamps of the folders in which nothing was done.
    """
    stamps = {path: stamp for path, stamp in site.stamps.items() if path}
    left = survey(old, changed(site, path=old, stamps=stamps), moment)
    if not left.marked:
        raise FileNotFoundError(errno.ENOENT, "", str(old / NAME))
    (old / HALF_WRITTEN).unlink(missing_ok=True)
    had = left.ours
    before = folders_of(had)
    after = before if had == wanted else folders_of(wanted)
    give_back(left, site.path)
    remove_folders(old, left.folders - before)
    for path in sorted({"", *(site.listed | left.listed) & before & after}):
        shutil.copymode(inside(site.path, path), inside(old, path))

    def bring(path: str) -> None:
        os.link(inside(site.path, path), inside(old, path), follow_symlinks=False)

    remade(old, had, wanted, same & had, bring)
    done = touched(had, wanted, same & had) | set(map(parent, left.foreign | (left.folders - before)))
    return {path: stamps[path] for path in after & stamps.keys() - done - left.listed}


def put_to_rest(old: Path, spare: Path) -> None:
    """The spare goes where the next build looks for it, in place of any that was there."""
    if not make_cache(spare.parent):
        raise NotADirectoryError(errno.ENOTDIR, "", str(spare.parent))
    if os.path.lexists(spare):
        discard(spare)
    old.rename(spare)


def followed(spare: Path, site: Path, path: str, stamps: Mapping[str, Stamp]) -> bool:
    """Whether the spare could be made to hold a link to the one file of the site that has changed."""
    way = {folder: stamps.get(folder) for folder in ("", *parents(path))}
    with contextlib.suppress(OSError):
        if stamps_of(spare, way) == way:
            (spare / path).unlink()
            return linked(inside(site, path), inside(spare, path))
    return False


def stamped_anew(
    spare: Folder, stamps: Mapping[str, Stamp], site: Mapping[str, Stamp], moment: int
) -> dict[str, Stamp]:
    """The stamps of all the spare's folders, or none if what is new in it are not links to these files of the site."""
    fresh = {"", *spare.folders} - stamps.keys()
    found = folders_stamped(spare, fresh, moment)
    links = stamps_of(spare.path, [path for path in spare.files if parent(path) in fresh])
    alike = all(link[:2] == site.get(path, NOTHING)[:2] for path, link in links.items())
    return {**stamps, **found} if alike and found.keys() == fresh else {}
