"""The mark of an output folder: a file that names every file which builds wrote there.

A format line, then one path a line in sorted order. Only what it names is ever replaced or deleted.
"""

import os
import re
from pathlib import Path

NAME = ".dateline"
"""The mark's own name in the output folder."""

HALF_WRITTEN = f"{NAME}.new"
"""A file that is being written, before it takes the place of another."""

_FIRST_LINE = "dateline-site 1"
_ESCAPED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_UNSAFE = re.compile(r"[\0\\:]" if os.name == "nt" else r"\0")
_UNESCAPED = {after: before for before, after in _ESCAPED.items()}
_ODD = ("\\", "\0", ":", "//", "\n/", "/\n", "/.", "\n.", "\n\n")
"""Among lines that hold none of these, none is escaped and none names what is never ours."""


def written_down(paths: frozenset[str]) -> bytes:
    """The mark of a folder that holds these files of ours."""
    lines = sorted(paths)
    text = "".join(f"{line}\n" for line in (_FIRST_LINE, *lines))
    if "\\" in text or "\r" in text or text.count("\n") > len(lines) + 1:
        escaped = (re.sub(r"[\\\n\r]", lambda found: _ESCAPED[found[0]], line) for line in lines)
        text = "".join(f"{line}\n" for line in (_FIRST_LINE, *escaped))
    return text.encode("utf-8", "surrogateescape")


def begins_as_a_mark(path: Path) -> bool:
    """Whether a plain file stands there that begins as a mark does."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.readline(len(_FIRST_LINE) + 2).rstrip(b"\n") == _FIRST_LINE.encode()


def understood(data: bytes) -> frozenset[str] | None:
    """The paths that a mark names, or `None` if it is none of ours.

    A line that leads out of the folder, or to what is never ours, names nothing.
    """
    first, _, text = data.decode("utf-8", "surrogateescape").partition("\n")
    if first != _FIRST_LINE:
        return None
    lines = text.removesuffix("\n").split("\n") if text else []
    if not any(odd in f"\n{text}" for odd in _ODD):
        return frozenset(lines)
    paths = (re.sub(r"\\[\\nr]", lambda found: _UNESCAPED[found[0]], line) for line in lines)
    return frozenset(path for path in paths if may_be_ours(path))


def may_be_ours(path: str) -> bool:
    """Whether a build may write a file of this name: below the folder, neither its mark nor anything of git's."""
    parts = path.split("/")
    inside = all(part not in ("", ".", "..") for part in parts) and not _UNSAFE.search(path)
    return inside and parts[0].lower() not in (NAME, HALF_WRITTEN, ".git")
