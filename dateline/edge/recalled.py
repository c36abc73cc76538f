"""The results of steps as tables whose rows may still lie in the store."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_type_hints

import msgspec
from msgspec.structs import fields

from dateline.edge.spool import Ref, Spool
from dateline.edge.store import Damaged, Store
from dateline.kernel.codec import SIZE, decode, digest, encode
from dateline.kernel.memory import result_type

SHORT, LONG, FLEETING = b"=", b"#", b"~"
"""How an entry begins: with the value itself, with its digest, or for one that is not kept."""

Entry = tuple[bytes, ...]
"""Of a result: what it depends on (a digest, or cells), then an entry for each column."""
Index = dict[str, Entry]


def trusted(data: bytes | msgspec.Raw, kind: Any) -> Any:  # noqa: ANN401 - a value of the kind
    """A remembered value; `Damaged` where it is none of that kind."""
    try:
        return decode(data, kind)
    except msgspec.MsgspecError as error:
        raise Damaged from error


Packed = tuple[Entry, bytes, tuple[Ref, ...]]
"""A result: its entries, the row of those of its values that are long, and where those that are not kept lie."""


class Packing:
    """Makes bytes of a step's results, in the process that has made them."""

    def __init__(self, step: Callable[..., Any], fleeting: tuple[str, ...], spool: Spool) -> None:
        self.kinds = get_type_hints(result_type(step))
        self.columns = tuple(one.name for one in fields(result_type(step)))
        self.fleeting = fleeting
        self.spool = spool

    def packed(self, result: Any) -> Packed:  # noqa: ANN401 - any result
        """A result as bytes."""
        entries, long, aside = [], {}, []
        for column in self.columns:
            data = encode(getattr(result, column))
            if column in self.fleeting:
                entries.append(FLEETING)
                aside.append(self.spool.put(data))
            elif len(data) <= SIZE:
                entries.append(SHORT + data)
            else:
                entries.append(LONG + digest(data))
                long[column] = msgspec.Raw(data)
        return tuple(entries), encode(long) if long else b"", tuple(aside)


class Work:
    """A step's results in this build: what was remembered of them, and what is made now."""

    def __init__(self, name: str, packing: Packing, old: Index, keys: list[Any]) -> None:
        self.name = name
        self.packing = packing
        self.columns = packing.columns
        self.old = old
        self.keys = keys
        self.entries: Index = dict(old)
        self.rows: dict[str, bytes] = {}
        self.aside: dict[str, tuple[Ref, ...]] = {}
        self.loaded: dict[str, dict[str, msgspec.Raw]] = {}

    def put(self, key: Any, depends: bytes, packed: Packed) -> None:  # noqa: ANN401
        """A result that was made now, and what it depends on."""
        name = str(key)
        entries, row, aside = packed
        self.entries[name] = (depends, *entries)
        if row:
            self.rows[name] = row
        if aside:
            self.aside[name] = aside

    def row(self, name: str, store: Store) -> dict[str, msgspec.Raw]:
        """The long values of a result."""
        if name not in self.loaded:
            made = self.rows.get(name)
            data = store.row(self.name, name) if made is None else made
            self.loaded[name] = trusted(data, dict[str, msgspec.Raw])
        return self.loaded[name]

    def load_all(self, store: Store) -> None:
        """All rows at once, which is much quicker than one by one."""
        if len(self.loaded) + len(self.rows) < len(self.keys):
            known = {key: trusted(data, dict[str, msgspec.Raw]) for key, data in store.rows(self.name)}
            self.loaded = {name: row for name, row in known.items() if name not in self.rows} | self.loaded


class Rows(Mapping[Any, Any]):
    """A column of a step's results: each stands in the index, or in a row, or is made again when it is asked for."""

    def __init__(self, work: Work, column: str, store: Store, again: Callable[[Any], Any]) -> None:
        self._work = work
        self._column = column
        self._place = work.columns.index(column) + 1
        self._kind = work.packing.kinds[column]
        self._store = store
        self._again = again
        self._keys = dict.fromkeys(work.keys)
        self._found: dict[Any, Any] = {}
        self._short: dict[bytes, Any] = {}

    def digest(self) -> bytes:
        """Of all keys and rows."""
        entries, place = self._work.entries, self._place
        return digest(encode([(name, entries[name][place]) for name in map(str, self._keys)]))

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401
        if key not in self._keys:
            raise KeyError(key)
        if key not in self._found:
            name = str(key)
            entry = self._work.entries[name][self._place]
            if entry[:1] == FLEETING:
                return self._made(key, name)
            self._found[key] = self._value(name, entry)
        return self._found[key]

    def _value(self, name: str, entry: bytes) -> Any:  # noqa: ANN401
        if entry[:1] == SHORT:
            if entry not in self._short:
                self._short[entry] = trusted(entry[1:], self._kind)
            return self._short[entry]
        raw = self._work.row(name, self._store).get(self._column)
        if raw is None:
            raise Damaged
        return trusted(raw, self._kind)

    def _made(self, key: Any, name: str) -> Any:  # noqa: ANN401
        """A value that is not kept: as it was put aside in this build, or made again."""
        aside = self._work.aside.get(name)
        if aside is None:
            return getattr(self._again(key), self._column)
        packing = self._work.packing
        return trusted(packing.spool.get(aside[packing.fleeting.index(self._column)]), self._kind)

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[Any]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def values(self) -> Any:  # noqa: ANN401
        """Every row."""
        entries, place = self._work.entries, self._place
        if any(entries[str(key)][place][:1] == LONG for key in self._keys):
            self._work.load_all(self._store)
        return [self[key] for key in self._keys]

    def items(self) -> Any:  # noqa: ANN401
        """Every key and its row."""
        return list(zip(self._keys, self.values(), strict=True))


class Stored(Mapping[Any, Any]):
    """A table out of one stored value: its rows are decoded when they are asked for."""

    def __init__(self, data: bytes, kind: Any) -> None:  # noqa: ANN401 - the type of a mapping
        self._raw: dict[str, msgspec.Raw] = trusted(data, dict[str, msgspec.Raw])
        self._key_kind, self._kind = kind.__args__
        self._found: dict[Any, Any] = {}
        self._keys: dict[Any, None] | None = None

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401
        found = self._found
        if key not in found:
            found[key] = trusted(self._raw[str(key)], self._kind)
        return found[key]

    def __contains__(self, key: object) -> bool:
        return str(key) in self._raw

    def __iter__(self) -> Iterator[Any]:
        if self._keys is None:
            self._keys = dict.fromkeys(map(_reader_of(self._key_kind), self._raw))
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._raw)


def _reader_of(kind: Any) -> Callable[[str], Any]:  # noqa: ANN401 - the type of keys
    """Makes a key from what `str` made of it."""
    if isinstance(kind, type):
        return kind if issubclass(kind, str) else kind.written  # type: ignore[attr-defined]
    return str


def name_of(step: Callable[..., Any]) -> str:
    """What a step's results are remembered by."""
    return str(getattr(step, "__name__", ""))
