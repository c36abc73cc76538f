"""What a system offers beyond `os`: two folders change places at once, a lock that dies with its process, a sync.

Where the system has no such call, these say so; the caller has another way.
"""

import contextlib
import ctypes
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_HERE = -100
"""AT_FDCWD of Linux."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux's renameat2(2), and RENAME_SWAP of macOS's renamex_np(2)."""
_LOST = frozenset({errno.EIO, errno.ENOSPC, errno.EDQUOT})
"""What a sync says when something did not reach the disk; anything else is a file system that knows no sync."""


def exchange(one: Path, other: Path) -> None:
    """Two folders change places in one step; `OSError` with `ENOSYS` where the system has no call for it."""
    a, b = os.fsencode(one), os.fsencode(other)
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(_HERE, a, _HERE, b, _EXCHANGE)
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(a, b, _EXCHANGE)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(other))


def can_exchange() -> bool:
    """Whether the system has such a call at all; a file system may still lack it."""
    return sys.platform in ("linux", "darwin")


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Waits until no other build holds the folder, then holds it.

    The system lets go when the process ends, however it ends, and nothing is left on the disk. Where a folder cannot be
    locked (Windows, some network disks) it is not.
    """
    if sys.platform == "win32":
        yield
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def sync(folder: Path) -> None:
    """Waits until what was written below the folder has reached the disk, as far as the system can say."""
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "syncfs"):
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if libc.syncfs(descriptor) and (code := ctypes.get_errno()) in _LOST:
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(descriptor)
