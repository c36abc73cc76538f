"""The social cards of a build: those remembered from an earlier one, the others drawn.

What is remembered lies in the cache folder, one file a card, named by a digest of everything that the card shows and
of everything that draws it. A file begins with the digest of its picture, so a damaged one is noticed and drawn anew.
"""

import contextlib
import hashlib
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from dateline.edge.cachedir import make_cache
from dateline.edge.card_drawing import VERSION, draw_card
from dateline.edge.disk import reason
from dateline.edge.lettering import EXTRA, fingerprint, missing
from dateline.kernel.call import Call
from dateline.model.names import SitePath
from dateline.pages.cards import CardTask

FOLDER = "cards"
_DIGEST = 16
"""The length of digests, in bytes."""
_OURS = re.compile(r"[0-9a-f]{32}(?:\.[0-9]+\.new)?")
"""The names of what we put there, also of what was being put there when a build was killed."""


class Cards(Struct, frozen=True):
    """The pictures of a site's cards, and what the author is to be told."""

    files: dict[str, bytes] = {}
    notice: str = ""


def lacking() -> str:
    """What to tell an author who wants cards where they cannot be drawn; empty where they can."""
    if not missing():
        return ""
    return f"no social cards were drawn: they need more than is installed (`pip install '{EXTRA}'` adds it)"


def drawn(tasks: Sequence[CardTask], cache: Path, call: Call, *, afresh: bool = False) -> Cards:
    """All cards. `afresh` leaves out of account what is remembered."""
    if not tasks:
        return Cards()
    names = {task.path: _name(task, fingerprint()) for task in tasks}
    folder = cache / FOLDER
    pictures = {} if afresh else _remembered(folder, names.values())
    waiting = {names[task.path]: task for task in tasks if names[task.path] not in pictures}
    made = dict(zip(waiting, call(draw_card, list(waiting.values())), strict=True))
    pictures |= made
    files = {str(task.path): pictures[names[task.path]] for task in tasks}
    return Cards(files, _remember(cache, made, frozenset(names.values())))


def _name(task: CardTask, engines: str) -> str:
    """What a card is remembered by: where it stands makes no difference to how it looks."""
    shown = msgspec.msgpack.encode(structs.replace(task, path=SitePath("")))
    return hashlib.blake2b(f"{VERSION} {engines}\n".encode() + shown, digest_size=_DIGEST).hexdigest()


def _remembered(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The pictures that are there and whole."""
    found: dict[str, bytes] = {}
    if folder.is_symlink():
        return found
    for name in names:
        with contextlib.suppress(OSError):
            if not (folder / name).is_symlink():
                data = (folder / name).read_bytes()
                if data[:_DIGEST] == _checksum(data[_DIGEST:]):
                    found[name] = data[_DIGEST:]
    return found


def _remember(cache: Path, made: Mapping[str, bytes], used: frozenset[str]) -> str:
    """Puts new pictures beside the others and removes those of no use. Why that could not be done, if so."""
    folder = cache / FOLDER
    try:
        if not make_cache(cache) or folder.is_symlink():
            return f"social cards are not remembered: {cache.name} is not ours"
        folder.mkdir(exist_ok=True)
        for name, picture in made.items():
            _put(folder / name, _checksum(picture) + picture)
        for stale in sorted(folder.iterdir()):
            if stale.name not in used and _OURS.fullmatch(stale.name):
                stale.unlink(missing_ok=True)
    except OSError as error:
        return f"social cards are not remembered: {reason(error)}"
    return ""


def _put(path: Path, data: bytes) -> None:
    """The file whole or not at all: it is written beside, and then takes its place."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _checksum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()
