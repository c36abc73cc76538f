"""What shapes a site besides its author's files: this program, what it is built on, and the world's tables."""

import contextlib
import os
import sys
import sysconfig
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def fingerprint() -> bytes:
    """A digest of all that could make the same files give another site, but for the rules of time zones.

    That is: every file of this program, the version of Python and of every package beside it, and Unicode's tables.
    """
    made = blake2b(digest_size=16)
    for part in (*_python(), *_packages(), *_sources(_PACKAGE)):
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


def rules_of(zone: str) -> bytes:
    """A digest of a time zone and its rules as they stand on this machine; of its name where they come in a package."""
    made = blake2b(zone.encode(), digest_size=16)
    for folder in _folders_of_zones():
        with contextlib.suppress(OSError), open(os.path.join(folder, zone), "rb") as file:  # noqa: PTH118, PTH123
            made.update(file.read())
            break
    return made.digest()


def _folders_of_zones() -> list[str]:
    """Where Python looks for them (PEP 615)."""
    given = os.environ.get("PYTHONTZPATH")
    found = given if given is not None else str(sysconfig.get_config_var("TZPATH") or "")
    return [folder for folder in found.split(os.pathsep) if os.path.isabs(folder)]  # noqa: PTH117
