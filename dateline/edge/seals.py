"""What a build remembers of the folder that it wrote, so that the next one need not read it again.

Seals are believed only as far as the system bears them out: each thing must still bear the stamp that it had. Seals
that are older, of another folder or damaged only mean that more is read.
"""

import os
import struct
from collections.abc import Collection, Iterable, Mapping
from itertools import chain
from pathlib import Path

from msgspec import Struct

from dateline.edge.changetimes import NOTHING, Stamp, lasting, same_but_linked, stamps_of
from dateline.edge.folder import Folder, Held, insides, listed
from dateline.edge.manifest import NAME
from dateline.kernel.plan import DIGEST_SIZE

_STAMP = struct.Struct("<5Q")
_LEADING_OUT = (
    b"\0/",
    b"//",
    b"/\0",
    b"\0.\0",
    b"\0..\0",
    b"\0../",
    b"\0./",
    b"/../",
    b"/./",
    b"/..\0",
    b"/.\0",
    b"\0\0",
)


class Seals(Struct, frozen=True, array_like=True):
    """An output folder as a build left it. Names are joined by NUL, and what belongs to them stands in their order."""

    files: bytes = b""
    """Of ours."""
    digests: bytes = b""
    stamps: bytes = b""
    folders: bytes = b""
    """Without the root."""
    folder_stamps: bytes = b""
    """The root's first."""
    foreign: bytes = b""
    others: bytes = b""
    spare_folders: bytes = b""
    """Of the spare, without its root."""
    spare_stamps: bytes = b""
    """Its root's first."""


class Known(Struct, frozen=True):
    """What seals say."""

    folder: Folder | None = None
    held: Held = Held({}, {})
    spare: Mapping[str, Stamp] = {}
    """The stamps of the spare's folders, the root's empty name among them."""


def opened(seals: Seals | None, output: Path, moment: int) -> Known:
    """What seals say, if it can be relied on: nothing where change times lie, or lie ahead of the clock."""
    if seals is None or not moment:
        return Known()
    try:
        return _opened(seals, output, moment)
    except (ValueError, struct.error):
        return Known()


def _opened(seals: Seals, output: Path, moment: int) -> Known:
    files, folders = _names(seals.files), _names(seals.folders)
    found = _names(seals.foreign)
    others = _names(seals.others)
    digests = [seals.digests[at : at + DIGEST_SIZE] for at in range(0, len(seals.digests), DIGEST_SIZE)]
    held = Held(dict(zip(files, digests, strict=True)), _stamps(files, seals.stamps, moment))
    stamps = _stamps(["", *folders], seals.folder_stamps, moment)
    spare = _stamps(["", *_names(seals.spare_folders)], seals.spare_stamps, moment) if seals.spare_stamps else {}
    ours = frozenset(files)
    folder = Folder(
        output,
        exists=True,
        marked=True,
        named=ours,
        files=ours.union(found),
        others=frozenset(others),
        folders=frozenset(folders),
        stamps=stamps,
    )
    return Known(folder, held, spare)


def _names(joined: bytes) -> list[str]:
    if any(odd in b"\0%b\0" % joined for odd in _LEADING_OUT) and joined:
        raise ValueError
    return os.fsdecode(joined).split("\0") if joined else []


def _stamps(names: list[str], packed: bytes, moment: int) -> dict[str, Stamp]:
    found: dict[str, Stamp] = dict(zip(names, _STAMP.iter_unpack(packed), strict=True))
    if any(stamp[4] >= moment for stamp in found.values()):
        raise ValueError
    return {name: stamp for name, stamp in found.items() if stamp != NOTHING}


def sealed(folder: Folder, held: Held, spare: Mapping[str, Stamp]) -> Seals:
    """The seals of a folder whose files of ours, and only those, `held` describes."""
    files, folders = sorted(held.digests), sorted(folder.folders)
    kept = sorted(spare)
    return Seals(
        files=_joined(files),
        digests=b"".join(map(held.digests.__getitem__, files)),
        stamps=_packed(files, held.stamps),
        folders=_joined(folders),
        folder_stamps=_packed(["", *folders], folder.stamps),
        foreign=_joined(sorted(folder.files - held.digests.keys())),
        others=_joined(sorted(folder.others)),
        spare_folders=_joined(kept[1:]),
        spare_stamps=_packed(kept, spare),
    )


def _joined(names: Iterable[str]) -> bytes:
    return os.fsencode("\0".join(names))


def _packed(names: Collection[str], stamps: Mapping[str, Stamp]) -> bytes:
    numbers = list(chain.from_iterable([stamps.get(name, NOTHING) for name in names]))
    return struct.pack(f"<{len(numbers)}Q", *numbers)


def restamped(root: Path, before: Mapping[str, Stamp], moment: int) -> dict[str, Stamp]:
    """The stamps of files to which nothing was done but that links to them were made or taken away."""
    now = stamps_of(root, before)
    return {
        path: stamp for path, stamp in now.items() if same_but_linked(stamp, before[path]) and lasting(stamp, moment)
    }


def folders_stamped(folder: Folder, fresh: Collection[str], moment: int) -> dict[str, Stamp]:
    """The stamps of those folders that hold exactly what this folder is thought to hold in them."""
    thought = insides(folder, fresh)
    if "" in thought:
        thought[""].add((NAME, "files"))
    return {
        name: stamp
        for name, stamp in stamps_of(folder.path, fresh).items()
        if lasting(stamp, moment) and set(listed(folder.path, name)) == thought[name]
    }
