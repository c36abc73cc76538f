"""The results of steps as tables whose rows may still lie in the store."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_type_hints

import msgspec
from msgspec.structs import fields

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


class Work:
    """A step's results in this build: what was remembered of them, and what is made now."""

    def __init__(self, step: Callable[..., Any], old: Index, keys: list[Any], fleeting: tuple[str, ...]) -> None:
        self.name = name_of(step)
        self.kinds = get_type_hints(result_type(step))
        self.columns = tuple(one.name for one in fields(result_type(step)))
        self.fleeting = fleeting
        self.old = old
        self.keys = keys
        self.entries: Index = dict(old)
        self.rows: dict[str, bytes] = {}
        self.made: dict[Any, Any] = {}
        self.loaded: dict[str, dict[str, msgspec.Raw]] = {}

    def put(self, key: Any, depends: bytes, result: Any) -> None:  # noqa: ANN401
        """A result that was made now."""
        self.made[key] = result
        entries, long = [depends], {}
        for column in self.columns:
            value = getattr(result, column)
            if column in self.fleeting:
                entries.append(FLEETING)
                continue
            data = encode(value)
            if len(data) <= SIZE:
                entries.append(SHORT + data)
            else:
                entries.append(LONG + digest(data))
                long[column] = msgspec.Raw(data)
        self.entries[str(key)] = tuple(entries)
        if long:
            self.rows[str(key)] = encode(long)


class Rows(Mapping[Any, Any]):
    """A column of a step's results, each made, short enough to stand in the index, or read when it is asked for."""

    def __init__(self, work: Work, column: str, store: Store, again: Callable[[Any], Any] | None) -> None:
        self._work = work
        self._column = column
        self._place = work.columns.index(column) + 1
        self._kind = work.kinds[column]
        self._store = store
        self._again = again
        self._keys = dict.fromkeys(work.keys)
        self._found: dict[Any, Any] = {}
        self._short: dict[bytes, Any] = {}

    def digest(self) -> bytes:
        """Of all keys and rows."""
        entries, place = self._work.entries, self._place
        return digest(encode([(str(key), entries[str(key)][place]) for key in self._keys]))

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401
        if key in self._work.made:
            return getattr(self._work.made[key], self._column)
        if key not in self._keys:
            raise KeyError(key)
        if key not in self._found:
            self._found[key] = self._recalled(key)
        return self._found[key]

    def _recalled(self, key: Any) -> Any:  # noqa: ANN401
        entry = self._work.entries[str(key)][self._place]
        if entry[:1] == FLEETING and self._again:
            return getattr(self._again(key), self._column)
        if entry[:1] == SHORT:
            if entry not in self._short:
                self._short[entry] = trusted(entry[1:], self._kind)
            return self._short[entry]
        loaded = self._work.loaded
        if str(key) not in loaded:
            loaded[str(key)] = trusted(self._store.row(self._work.name, str(key)), dict[str, msgspec.Raw])
        raw = loaded[str(key)].get(self._column)
        if raw is None:
            raise Damaged
        return trusted(raw, self._kind)

    def _load_all(self) -> None:
        """All rows at once, which is much quicker than one by one."""
        work = self._work
        if len(work.loaded) + len(work.made) < len(self._keys):
            known = {key: trusted(data, dict[str, msgspec.Raw]) for key, data in self._store.rows(work.name)}
            work.loaded = known | work.loaded

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[Any]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def values(self) -> Any:  # noqa: ANN401
        """Every row."""
        entries, place = self._work.entries, self._place
        if any(entries[str(key)][place][:1] == LONG for key in self._keys if key not in self._work.made):
            self._load_all()
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
