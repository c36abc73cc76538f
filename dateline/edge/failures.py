"""What may go wrong while an output folder is written, and how the author is told of it."""

import errno
import os
from pathlib import Path

from dateline.edge.disk import reason
from dateline.kernel.diagnostics import Diagnostic, Place, diagnostic

CANNOT = frozenset(
    {
        *(errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EBUSY, errno.EPERM, errno.EACCES, errno.EROFS),
        *(errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK),
    }
)
"""The system's ways of saying that this cannot be done here, rather than that something went wrong."""


class CannotExchangeError(Exception):
    """Two trees cannot change places here. Never leaves the modules that write."""


class RefusedError(Exception):
    """A folder must not be written to. Never leaves the modules that write."""

    def __init__(self, found: Diagnostic) -> None:
        self.found = found


def beside(output: Path) -> Path:
    """Where a tree stands that is to take the output's place, or has given it up."""
    return output.with_name(f".{output.name}.dateline-new")


def failed(error: OSError, output: Path, shown: str) -> Diagnostic:
    """What the system refused to do in the output folder, told with the path as the author knows it."""
    path = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else output
    for folder in (output, beside(output)):
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
