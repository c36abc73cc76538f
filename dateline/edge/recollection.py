"""A site as it was last built, whole: where nothing at all has changed, nothing need be run to know it."""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from dateline.edge.store import Damaged, Store
from dateline.kernel.codec import decode, digest, encode
from dateline.kernel.diagnostics import Diagnostic
from dateline.model.settings import Settings
from dateline.model.snapshot import Snapshot


class Recollection(Struct, frozen=True):
    """What was built."""

    key: bytes
    """Of all that it was built from."""
    files: dict[str, bytes]
    """The digest of each file by its path."""
    found: tuple[Diagnostic, ...]
    notices: tuple[str, ...] = ()


class Remembered(Struct, frozen=True):
    """A site's settings, and what they were read from."""

    key: bytes
    """Of the config and the options that change it."""
    rules: bytes
    """Of the time zone, as they stood on the machine."""
    settings: Settings
    found: tuple[Diagnostic, ...]


def key_of(snapshot: Snapshot, settings: Settings, extras: Iterable[object]) -> bytes:
    """What tells one site from every other that the same program builds; `extras` are what it may use besides."""
    content = [(path, one.digest) for path, one in snapshot.content.items()]
    layouts = [(path, digest(data)) for path, data in snapshot.layouts.items()]
    return digest(encode((settings, content, layouts, snapshot.own_layouts, tuple(extras))))


def recollected(store: Store, key: bytes) -> Recollection | None:
    """The last site, if it was built from the same."""
    found: Recollection | None = remembered_value(store, "site", Recollection)
    return found if found and found.key == key else None


def remembered_value(store: Store, name: str, kind: Any) -> Any:  # noqa: ANN401 - a value of the kind
    """A value that the last build put under a name, if it did."""
    data = store.value(name)
    if data is None:
        return None
    try:
        return decode(data, kind)
    except msgspec.MsgspecError as error:
        raise Damaged from error
