"""A memory that remembers: the same build, of which only what changed is run.

Relative to the image of the last good build it knows of every cell whether it changed. A result that depends on one
argument is found by that argument's digest; one that reads a world, by whether a cell that it read has changed. So
every result is either made now or was made from equal values, by steps that see nothing else.
"""

import time
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar, get_type_hints

import msgspec
from msgspec import Struct
from msgspec.structs import fields

from dateline.edge.recalled import Entry, Index, Packed, Packing, Rows, Stored, Work, name_of, trusted
from dateline.edge.spool import Spool
from dateline.edge.store import Changes, Damaged, Store
from dateline.kernel.call import Call
from dateline.kernel.codec import decode, digest, encode
from dateline.kernel.lens import (
    Cell,
    Lens,
    Notes,
    Table,
    View,
    field_cell,
    keys_cell,
    plain_fields,
    row_cell,
    rows_cell,
    tables,
)
from dateline.kernel.memory import Columns, result_type

A = TypeVar("A")
B = TypeVar("B")
K = TypeVar("K")
W = TypeVar("W")

_INDEX = dict[str, tuple[bytes, ...]]


class Ran(Struct, frozen=True):
    """What became of a step in a build."""

    step: str
    made: tuple[str, ...]
    """The keys whose results were made now."""
    kept: int
    """How many were remembered."""
    seconds: float
    """How long it took, with finding out."""


class Memo:
    """Remembers by way of a store; runs what it must by a call."""

    def __init__(self, call: Call, store: Store) -> None:
        self._call = call
        self._store = store
        self._changed: dict[str, frozenset[Cell] | None] = {}
        """By table the cells that changed; None where all may have."""
        self._spool = Spool()
        self.changes = Changes()
        self.log: list[Ran] = []

    def finish(self) -> Changes:
        """What is to be remembered of this build. A step that it did not run is forgotten."""
        steps = tuple(sorted(one.step for one in self.log))
        before = self._store.value("steps")
        for name in set(decode(before, tuple[str, ...]) if before else ()) - set(steps) if steps else ():
            self.changes.dropped.add(name)
        self.changes.values |= {"steps": encode(steps)} if steps else {}
        return self.changes

    def close(self) -> None:
        """Lets go of what was put aside."""
        self._spool.close()

    # Results that depend on one argument

    def columns(
        self, step: Callable[[A], B], inputs: Mapping[K, A], /, *, fleeting: tuple[str, ...] = ()
    ) -> Columns[K]:
        """See `dateline.kernel.memory.Memory`."""
        name, began = name_of(step), time.perf_counter()
        index = self._index(name)
        digests = {key: digest(encode(one)) for key, one in inputs.items()}
        stale = [key for key, one in digests.items() if index.get(str(key), (b"",))[0] != one]
        packing = self._packing(step, fleeting)
        results = self._call(_named(partial(_packed, step, packing), name), [inputs[key] for key in stale])
        work = Work(name, packing, index, list(inputs))
        for key, result in zip(stale, results, strict=True):
            work.put(key, digests[key], result)
        return self._done(work, stale, lambda key: step(inputs[key]), began)

    # Results that depend on what they read

    def over(
        self, step: Callable[[W, K], B], world: W, keys: Sequence[K], /, *, fleeting: tuple[str, ...] = ()
    ) -> Columns[K]:
        """See `dateline.kernel.memory.Memory`."""
        name, began = name_of(step), time.perf_counter()
        index = self._index(name)
        changed = self._changed_in(name, world)
        fresh = changed is None
        cells = frozenset() if changed is None else changed
        stale = [key for key in keys if fresh or _is_stale(index.get(str(key)), cells)]
        packing = self._packing(step, fleeting)
        results = self._call(_named(partial(_noted, step, packing, View(world)), name), stale)
        work = Work(name, packing, index, list(keys))
        for key, (result, read) in zip(stale, results, strict=True):
            work.put(key, read, result)
        return self._done(work, stale, partial(step, world), began)

    def _changed_in(self, name: str, world: Any) -> frozenset[Cell] | None:  # noqa: ANN401 - any world
        """The cells of a world that changed since the step was last run over it; None where all may have."""
        plain = {path: digest(encode(value)) for path, value in plain_fields(world)}
        before = self._store.value(f"{name} fields")
        known = decode(before, dict[str, bytes]) if before else {}
        if plain != known:
            self.changes.values[f"{name} fields"] = encode(plain)
        cells = {field_cell(path) for path, one in plain.items() if known.get(path) != one}
        for table in tables(world):
            changed = self._changed.get(table.name)
            if changed is None:
                return None
            cells |= changed
        return frozenset(cells)

    # What both have in common

    def _packing(self, step: Callable[..., Any], fleeting: tuple[str, ...]) -> Packing:
        if fleeting:
            self._spool.open()
        return Packing(step, fleeting, self._spool)

    def _index(self, name: str) -> Index:
        data = self._store.value(f"{name} index")
        if data is None:
            return {}
        index: Index = trusted(data, _INDEX)
        return index

    def _done(self, work: "Work", stale: Sequence[Any], again: Callable[[Any], Any], began: float) -> Columns[Any]:
        name, known = work.name, [str(key) for key in work.keys]
        gone = work.old.keys() - set(known)
        if stale or list(work.old) != known:
            self.changes.values[f"{name} index"] = encode({key: work.entries[key] for key in known})
            self.changes.rows[name] = work.rows
            self.changes.gone[name] = gone
        columns: dict[str, Table[Any, Any]] = {}
        for place, column in enumerate(work.columns, 1):
            table = f"{name}.{column}"
            keys = {str(key) for key in stale} | gone
            self._changed[table] = _differing(table, keys, work, place, known) if work.old else None
            rows = Rows(work, column, self._store, again)
            columns[column] = Table(table, rows, rows.digest)
        self.log.append(Ran(name, tuple(map(str, stale)), len(known) - len(stale), time.perf_counter() - began))
        return columns

    # Results that depend on one large argument

    def once(self, step: Callable[[A], B], argument: A, /) -> B:
        """See `dateline.kernel.memory.Memory`."""
        name, began = name_of(step), time.perf_counter()
        key = self._digest_of(argument)
        hit = self._store.value(f"{name} argument") == key
        made = {} if hit else _fields_of(step(argument))
        kinds = get_type_hints(result_type(step))
        before = self._store.value(f"{name} fields")
        digests: dict[str, bytes] = trusted(before, dict[str, bytes]) if hit and before else {}
        recalled = {
            one.name: self._field(name, one.name, made, kinds[one.name], digests) for one in fields(result_type(step))
        }
        result: B = result_type(step)(**recalled)
        self.changes.values |= {} if hit else {f"{name} argument": key, f"{name} fields": encode(digests)}
        self.log.append(Ran(name, () if hit else (name,), int(hit), time.perf_counter() - began))
        return result

    def _digest_of(self, argument: Any) -> bytes:  # noqa: ANN401 - a struct
        parts = [encode([path, digest(encode(value))]) for path, value in plain_fields(argument)]
        parts += [encode([table.name, table.digest()]) for table in tables(argument)]
        return digest(b"".join(parts))

    def _field(self, step: str, field: str, made: Mapping[str, Any], kind: Any, digests: dict[str, bytes]) -> Any:  # noqa: ANN401 - any field
        """A field of a result: as it was made now, or as it is remembered. The digests of tables are told or noted."""
        name, before = f"{step}.{field}", self._store.value(f"{step}.{field}")
        table = _is_table(kind)
        if field not in made:
            if before is None:
                raise Damaged
            self._changed[name] = frozenset()
            return Table(name, Stored(before, kind), partial(_told, digests, field)) if table else trusted(before, kind)
        value = made[field]
        data = encode({str(key): one for key, one in value.items()} if table else value)
        if data != before:
            self.changes.values[name] = data
        if not table:
            return value
        self._changed[name] = frozenset() if data == before else _differences(name, before, data)
        digests[field] = digest(data)
        return Table(name, value, partial(_told, digests, field))


def _told(digests: Mapping[str, bytes], field: str) -> bytes:
    if field not in digests:
        raise Damaged
    return digests[field]


def _is_stale(entry: Entry | None, changed: frozenset[Cell]) -> bool:
    return entry is None or not changed.isdisjoint(memoryview(entry[0]).cast("I"))


def _packed(step: Callable[[Any], Any], packing: Packing, argument: Any) -> Packed:  # noqa: ANN401
    """A step's result as bytes."""
    return packing.packed(step(argument))


def _noted(step: Callable[[Any, Any], Any], packing: Packing, world: View, key: Any) -> tuple[Packed, bytes]:  # noqa: ANN401
    """A step's result as bytes, and the cells that it read."""
    notes = Notes()
    result = packing.packed(step(Lens(world, notes), key))
    return result, array("I", sorted(notes.cells())).tobytes()


def _named(step: Any, name: str) -> Any:  # noqa: ANN401 - a function under another name
    step.__name__ = name
    return step


def _fields_of(result: Any) -> dict[str, Any]:  # noqa: ANN401 - a struct
    return {name: getattr(result, name) for name in result.__struct_fields__}


def _differing(table: str, keys: Iterable[str], work: Work, place: int, known: Sequence[str]) -> frozenset[Cell]:
    """The cells of a column that changed."""
    same = (b"",) * (place + 1)
    current = frozenset(known)
    cells = {
        row_cell(table, key)
        for key in keys
        if key not in current or work.entries[key][place] != work.old.get(key, same)[place]
    }
    return _with_wholes(table, cells, same_keys=list(work.old) == list(known))


def _with_wholes(table: str, cells: set[Cell], *, same_keys: bool) -> frozenset[Cell]:
    whole = ({rows_cell(table)} if cells else set()) | (set() if same_keys else {keys_cell(table), rows_cell(table)})
    return frozenset(cells | whole)


def _differences(table: str, before: bytes | None, after: bytes) -> frozenset[Cell] | None:
    if before is None:
        return None
    old, new = (trusted(data, dict[str, msgspec.Raw]) for data in (before, after))
    keys = old.keys() | new.keys()
    cells = {row_cell(table, key) for key in keys if old.get(key) != new.get(key)}
    return _with_wholes(table, cells, same_keys=list(old) == list(new))


def _is_table(kind: Any) -> bool:  # noqa: ANN401 - any type
    return getattr(kind, "__origin__", None) is Mapping
