"""The mark of the cache folder, and its removal.

A file `CACHEDIR.TAG` (Cache Directory Tagging Specification, version 0.6) tells backup programs that nothing here is
worth keeping, and tells us that the folder is ours.
"""

import os
import shutil
from pathlib import Path

from dateline.edge.failures import failed
from dateline.edge.refusal import refused
from dateline.kernel.diagnostics import Diagnostic

TAG = "CACHEDIR.TAG"
MARK = b"""Signature: 8a477f597d28d172789f06886806bc55
# Made by dateline, which makes it anew when it is gone.
"""


def is_ours(cache: Path) -> bool:
    """Whether the folder bears our mark."""
    tag = cache / TAG
    return tag.is_file() and not tag.is_symlink() and tag.read_bytes() == MARK


def make_cache(cache: Path) -> bool:
    """Whether the folder is ours to write to; where it is missing, or holds nothing of anybody's, it is made so."""
    if cache.is_symlink():
        return False
    cache.mkdir(parents=True, exist_ok=True)
    if not is_ours(cache) and all(one.name == TAG or _may_be_ours(one.name) for one in cache.iterdir()):
        (cache / TAG).unlink(missing_ok=True)
        (cache / TAG).write_bytes(MARK)
    return is_ours(cache)


def remove_cache(cache: Path, shown: str) -> Diagnostic | None:
    """Removes the cache folder, its mark last, and says if it could not be done.

    What somebody else has put there stays, and then the folder and its mark too.
    """
    try:
        if not os.path.lexists(cache):
            return None
        names = sorted(os.listdir(cache))  # noqa: PTH208 - names are what matters
        if names and not is_ours(cache):
            return refused(shown, "cache", "is not empty, and is not ours", "remove it yourself if it is not needed")
        for name in filter(_may_be_ours, names):
            discard(cache / name)
        if not any(name != TAG and not _may_be_ours(name) for name in names):
            (cache / TAG).unlink(missing_ok=True)
            cache.rmdir()
    except OSError as error:
        return failed(error, cache, shown)
    return None


_OURS = ("memory.sqlite", "cards", "spare")
"""How the names of what we put there begin."""


def _may_be_ours(name: str) -> bool:
    return name.startswith(_OURS)


def discard(path: Path) -> None:
    """Removes something from the cache folder, whatever it is; no link is followed."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
