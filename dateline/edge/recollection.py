"""A site as it was last built, whole: where nothing at all has changed, nothing need be run to know it."""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from dateline.edge.disk import Seals
from dateline.edge.store import Changes, Damaged, Store
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


def key_of(snapshot: Snapshot, settings: Settings, extras: Iterable[object]) -> bytes:
    """What tells one site from every other that the same program builds; `extras` are what it may use besides."""
    content = [(path, one.digest) for path, one in snapshot.content.items()]
    layouts = [(path, digest(data)) for path, data in snapshot.layouts.items()]
    return digest(encode((settings, content, layouts, snapshot.own_layouts, tuple(extras))))


def recollected(store: Store, key: bytes) -> Recollection | None:
    """The last site, if it was built from the same."""
    found = _value(store, "site", Recollection)
    return found if found and found.key == key else None


def seals_of(store: Store) -> Seals:
    """The author's files as they looked at the last build."""
    return _value(store, "inputs", Seals) or Seals()


def _value(store: Store, name: str, kind: Any) -> Any:  # noqa: ANN401 - a value of the kind
    data = store.value(name)
    if data is None:
        return None
    try:
        return decode(data, kind)
    except msgspec.MsgspecError as error:
        raise Damaged from error


def with_site(changes: Changes, site: Recollection, seals: Seals) -> Changes:
    """What is to be remembered, the whole site with it."""
    changes.values |= {"site": encode(site), "inputs": encode(seals)}
    return changes
