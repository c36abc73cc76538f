"""Large values of a build put aside, so that no process holds them all.

They lie in one file without a name, which goes when the last process of the build ends, however that ends.
"""

import os
import sys
import tempfile
from typing import IO

Ref = tuple[int, int] | bytes
"""Where a value lies in the file, from where and how long; or the value itself."""

SHORTEST = 1024
"""Shorter values are not put aside."""


class Spool:
    """The file. Processes that are forked while it is open may put values there too."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._mine: tuple[int, int] = (0, -1)
        """The process that opened it for appending, and by which number."""

    def open(self) -> None:
        """Makes the file, before processes are forked. Where that fails, values stay in memory."""
        if self._file is None and sys.platform == "linux":
            try:
                self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it stays open as long as the build
            except OSError:
                return

    def put(self, data: bytes) -> Ref:
        """Puts a value aside, if it is long and there is room."""
        if self._file is None or len(data) < SHORTEST:
            return data
        try:
            number = self._appending(self._file.fileno())
            written = os.write(number, data)
            end = os.lseek(number, 0, os.SEEK_CUR)
        except OSError:
            return data
        return (end - written, written) if written == len(data) else data

    def _appending(self, number: int) -> int:
        """The file opened by this process itself, so that it knows where what it has appended ends."""
        owner, mine = self._mine
        if owner != os.getpid():
            mine = os.open(f"/proc/self/fd/{number}", os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC)
            self._mine = (os.getpid(), mine)
        return mine

    def get(self, ref: Ref) -> bytes:
        """A value that was put aside."""
        if isinstance(ref, bytes):
            return ref
        start, size = ref
        if self._file is None:
            raise EOFError
        return os.pread(self._file.fileno(), size, start)

    def close(self) -> None:
        """The values go."""
        owner, mine = self._mine
        if owner == os.getpid():
            os.close(mine)
            self._mine = (0, -1)
        if self._file:
            self._file.close()
            self._file = None
