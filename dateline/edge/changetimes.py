"""When the system last saw a file change, and whether its word can be taken.

A file's change time (`st_ctime`) is set by the system alone, whenever the file is written, linked, renamed or given
another date. Where that is so, a file that looks the same as before holds the same bytes. It is not so on Windows,
where the field holds another time, on disks that a network or another program serves, and in memory (tmpfs), where
writing through a mapping leaves no trace; nothing is taken for granted there.
"""

import ctypes
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

Stamp = tuple[int, int, int, int, int]
"""A file or folder as the system sees it: device, inode, size, modification time, change time."""

NOTHING: Stamp = (0, 0, 0, 0, 0)
"""The stamp of what is not there; nothing bears it."""

_FAITHFUL = frozenset(
    {
        *(0x0000_EF53, 0x5846_5342, 0x9123_683E),  # ext2 to ext4, XFS, Btrfs
        *(0x2FC1_2FC1, 0xF2F5_2010, 0xCA45_1A4E, 0x794C_7630),  # ZFS, F2FS, bcachefs, overlayfs on top of one of these
    }
)
"""What Linux's statfs(2) calls the file systems whose change times hold."""
_APPLE = b"apfs\0"
_APPLE_NAME = 72
"""Where macOS's statfs(2) writes a file system's name."""
_ROOM = 4096
"""More bytes than either writes."""

_CLOCK_REALTIME_COARSE = 5
"""Linux's number of the clock that file systems read, for which `time` has no name."""
_TICK = 10_000_000
"""In nanoseconds: more than any clock of a file system above lags behind."""
_COARSE = 1_000_000
"""A change time that is a whole number of these comes from a file system that keeps no finer ones."""


def stamped(path: str) -> Stamp | None:
    """How the system sees what stands at a path, or `None` if nothing does; a link is not followed."""
    return stamps_of(path, ("",)).get("")


def stamps_of(root: Path | str, paths: Iterable[str]) -> dict[str, Stamp]:
    """How the system sees what stands at these paths in a folder, whose root's own name is empty."""
    start, found = f"{root}", dict[str, Stamp]()
    for path in paths:
        try:
            seen = os.lstat(f"{start}/{path}" if path else start)
        except (FileNotFoundError, NotADirectoryError):
            continue
        found[path] = seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns
    return found


def stamp_of(seen: os.stat_result) -> Stamp:
    """The stamp of what the system has told about a file."""
    return seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns


def lasting(stamp: Stamp, moment: int) -> bool:
    """Whether a later change must give another stamp, the clock having stood at `moment` when it was taken.

    A change in the same tick of the clock as the last one would leave no trace. And a time too odd to be written down
    is nobody's loss.
    """
    _, _, _, modified, changed = stamp
    return 0 < changed < moment and changed % _COARSE != 0 and 0 <= modified < 1 << 63


def same_but_linked(stamp: Stamp, before: Stamp) -> bool:
    """Whether a file is as it was, but for a link that was made to it."""
    return stamp[:4] == before[:4]


def moment(folder: Path) -> int:
    """What the clock of the folder's file system says, in nanoseconds; 0 where change times cannot be relied on."""
    return _clock() if _is_faithful(folder) else 0


def later(moment: int) -> int:
    """The same clock once all that was changed until now lies before it; 0 stays 0."""
    if not moment:
        return 0
    now = time.time_ns()
    for _ in range(20):
        if _clock() > now:
            break
        time.sleep(0.001)
    return _clock()


def _clock() -> int:
    return time.clock_gettime_ns(_CLOCK_REALTIME_COARSE) if sys.platform == "linux" else time.time_ns() - _TICK


def _is_faithful(folder: Path) -> bool:
    if sys.platform not in ("linux", "darwin"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    statfs = getattr(libc, "statfs$INODE64", None) or getattr(libc, "statfs", None)
    room = ctypes.create_string_buffer(_ROOM)
    if statfs is None or statfs(os.fsencode(folder), room) != 0:
        return False
    if sys.platform == "darwin":
        return room.raw[_APPLE_NAME:].startswith(_APPLE)
    return ctypes.c_long.from_buffer(room).value & 0xFFFF_FFFF in _FAITHFUL
