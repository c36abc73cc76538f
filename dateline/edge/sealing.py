"""How a file is known to be the one that was read before, without reading it again.

A modification time can be set to anything, so it proves nothing. The time of a file's last change of any sort (`ctime`)
cannot: the system sets it at every write, rename and change of the other times. A file with the same device, number,
size and times is therefore the same, unless it changed again within one tick of the clock after it was looked at: so a
file that was changed just before that is not sealed. Where the system keeps no such time (Windows), none is.
"""

import os
import time

Signature = tuple[int, int, int, int, int]
"""Device, number, size in bytes, and the times of modification and of change in nanoseconds."""

TICK = 2_000_000_000
"""Nanoseconds: no usual file system counts its times in larger steps."""


def signature(state: os.stat_result) -> Signature:
    """What a file looks like to the system."""
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def now() -> int:
    """The time against which files are judged, in nanoseconds; taken before they are looked at."""
    return time.time_ns()


def settled(seen: Signature, at: int) -> bool:
    """Whether a file that looked so at a time would look otherwise had it been changed since."""
    return os.name != "nt" and max(seen[3:]) < at - TICK
