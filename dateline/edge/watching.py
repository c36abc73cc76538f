"""Sees what an author saves: bursts of changes in `content/`, in `layouts/` and in `config.yaml`.

Each folder is watched by itself, for watching all below a folder at once would follow symbolic links out of the site.
So the watch begins anew when a folder comes or goes, and always before whoever listens is told: what is read from the
disk after that is as new as it can be, or another burst follows.
"""

import asyncio
import errno
import os
from collections.abc import AsyncGenerator
from pathlib import Path

from msgspec import Struct
from watchfiles import Change, awatch

from dateline.edge.disk import is_litter
from dateline.edge.whereabouts import Whereabouts

LONGEST_BURST = 1600
"""Milliseconds after which a burst is told even if it goes on."""
PAUSE = 50
"""Milliseconds without a change that end a burst: what a command saves all over the site is one."""
TRIES = 50
"""So often a watch is begun until the folders stay the same meanwhile."""

Burst = frozenset[Path]


async def bursts(site: Whereabouts) -> AsyncGenerator[Burst]:
    """At once an empty burst, when the watch has begun; then, without end, what was touched at about the same time."""
    watch = await _begin(site)
    try:
        yield frozenset()
        while True:
            touched = frozenset(Path(path) for _, path in await watch.coming)
            watch = await _go_on(watch, touched, site)
            yield touched
    finally:
        await _end(watch)


class _Watch(Struct, frozen=True):
    folders: frozenset[Path]
    changes: AsyncGenerator[set[tuple[Change, str]]]
    coming: asyncio.Future[set[tuple[Change, str]]]


async def _begin(site: Whereabouts) -> _Watch:
    """A watch of all folders that there are once it has begun."""
    for left in reversed(range(TRIES)):
        folders = watched_folders(site)
        changes = _changes(folders, site)
        try:
            watch = _Watch(folders, changes, await _started(changes))
        except (FileNotFoundError, PermissionError):
            if left:  # a folder went, or was closed to us, between looking and watching
                continue
            raise
        if watched_folders(site) == folders:
            return watch
        await _end(watch)
    raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(site.root))


def _changes(folders: frozenset[Path], site: Whereabouts) -> AsyncGenerator[set[tuple[Change, str]]]:
    return awatch(
        *sorted(folders),
        watch_filter=lambda _, path: concerns(Path(path), site),
        debounce=LONGEST_BURST,
        step=PAUSE,
        recursive=False,
        ignore_permission_denied=False,  # it would ignore all else that can go wrong too
    )


async def _started(
    changes: AsyncGenerator[set[tuple[Change, str]]],
) -> asyncio.Future[set[tuple[Change, str]]]:
    """What comes next, the watch being in place: it is from the first step on, before anything is waited for."""
    coming = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0)
    if coming.done():
        coming.result()
    return coming


async def _go_on(watch: _Watch, touched: Burst, site: Whereabouts) -> _Watch:
    """The watch, as it is or anew: a folder that was touched may be another one of the same name."""
    if touched & watch.folders or watched_folders(site) != watch.folders:
        await _end(watch)
        return await _begin(site)
    return _Watch(watch.folders, watch.changes, await _started(watch.changes))


async def _end(watch: _Watch) -> None:
    watch.coming.cancel()
    await asyncio.wait([watch.coming])
    await watch.changes.aclose()


def watched_folders(site: Whereabouts) -> frozenset[Path]:
    """All folders in which what a build reads may be saved. No symbolic link is followed but `config.yaml`."""
    home = _real_config(site).parent
    below = (folder for top in (site.content, site.layouts) if not top.is_symlink() for folder in _below(top))
    return frozenset((site.root, *([home] if home.is_dir() else []), *below))


def _below(top: Path) -> list[Path]:
    found = []
    for folder, inside, _ in os.walk(top, followlinks=False):
        inside[:] = [name for name in inside if not is_litter(name)]
        if os.access(folder, os.R_OK):  # the build tells that it is not
            found.append(Path(folder))
    return found


def _real_config(site: Whereabouts) -> Path:
    return Path(os.path.realpath(site.config))


def concerns(path: Path, site: Whereabouts) -> bool:
    """Whether a build reads what stands at a path, or might."""
    if path in (site.config, _real_config(site)):
        return True
    tops = [top for top in (site.content, site.layouts) if path.is_relative_to(top)]
    return any(not any(is_litter(part) for part in path.relative_to(top).parts) for top in tops)
