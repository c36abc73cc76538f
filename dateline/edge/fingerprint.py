"""What shapes a site besides its author's files: this program, what it is built on, and the world's tables."""

import os
import sys
import sysconfig
import unicodedata
import zoneinfo
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def fingerprint(zone: str) -> bytes:
    """A digest of all that could make the same files give another site, in the time zone of the site.

    That is: every file of this program, the version of Python and of every package beside it, Unicode's tables, and the
    rules of the time zone as they stand on this machine.
    """
    made = blake2b(digest_size=16)
    for part in (*_python(), *_packages(), *_sources(_PACKAGE), *_zone(zone)):
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()


def _python() -> Iterator[bytes]:
    yield f"{sys.version} {sys.implementation.cache_tag} {sys.byteorder} {unicodedata.unidata_version}".encode()


def _packages() -> Iterator[bytes]:
    """The names of what is installed, which carry versions."""
    for folder in dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib")):
        if os.path.isdir(folder):  # noqa: PTH112 - no objects for paths where every millisecond counts
            yield from sorted(os.fsencode(name) for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208


def _sources(folder: Path) -> Iterator[bytes]:
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if entry.is_dir():
                    waiting.append(entry.path)
                elif entry.name.endswith(".py"):
                    yield entry.name.encode()
                    with open(entry.path, "rb") as file:  # noqa: PTH123 - as above
                        yield file.read()


def _zone(zone: str) -> Iterator[bytes]:
    for folder in zoneinfo.TZPATH:
        path = Path(folder) / zone
        if path.is_file():
            yield path.read_bytes()
            return
