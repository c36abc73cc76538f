"""A value read through a lens: it reads as ever, and the lens notes which of its cells were read.

A **cell** is what a page can depend on: a row of a table, the set of a table's keys, or a field that is no table. Notes
are complete, also of what was looked for and is not there, as long as a step reads its world and nothing else. So they
are the list of what its result depends on, and nobody has to keep such a list by hand.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar
from zlib import crc32

from msgspec import Struct

K = TypeVar("K")
V = TypeVar("V")

Cell = int
"""A cell's number, 32 bits of its name. Should two cells share one, what reads either is made anew with the other."""


def row_cell(table: str, key: object) -> Cell:
    """The cell of a table's row, there or not."""
    return crc32(f"{table}\0{key}".encode())


def keys_cell(table: str) -> Cell:
    """The cell of a table's keys and their order."""
    return crc32(f"{table}\0\0keys".encode())


def rows_cell(table: str) -> Cell:
    """The cell of all of a table's rows together."""
    return crc32(f"{table}\0\0rows".encode())


def field_cell(path: str) -> Cell:
    """The cell of a field that is no table, by its path in the world."""
    return crc32(f"\0{path}".encode())


class Table(Mapping[K, V], Generic[K, V]):
    """Rows by key, each perhaps not decoded yet; its name is the same in every build."""

    def __init__(self, name: str, rows: Mapping[K, V], digest: Callable[[], bytes]) -> None:
        """`digest` is that of all keys and rows."""
        self.name = name
        self.rows = rows
        self.digest = digest
        self.all_rows = rows_cell(name)
        self._cells: dict[K, Cell] = {}

    def cell(self, key: K) -> Cell:
        """The cell of a row."""
        found = self._cells.get(key)
        if found is None:
            found = self._cells[key] = row_cell(self.name, key)
        return found

    def __getitem__(self, key: K) -> V:
        return self.rows[key]

    def __contains__(self, key: object) -> bool:
        return key in self.rows

    def __iter__(self) -> Iterator[K]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


class Derived(Mapping[K, V], Generic[K, V]):
    """Rows that are made from those of other tables when they are asked for. It can be asked, but not gone through.

    `make` raises `KeyError` for a key that it has no row for.
    """

    def __init__(self, make: Callable[[Any, K], V], source: object) -> None:
        self._make = make
        self._source = source
        self._view: View | None = None
        self._made: dict[K, V] = {}
        self._noted: dict[K, frozenset[Cell]] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self._made:
            self._made[key] = self._make(self._source, key)
        return self._made[key]

    def noted(self, key: K) -> tuple[Any, frozenset[Cell]]:
        """The row, `MISSING` if there is none, and the cells that it is made from."""
        cells = self._noted.get(key)
        if cells is None:
            notes = Notes()
            self._view = self._view or View(self._source)
            try:
                self._made[key] = self._make(Lens(self._view, notes), key)
            except KeyError:
                self._made.pop(key, None)
            cells = self._noted[key] = notes.cells()
        return self._made.get(key, MISSING), cells

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._make, self._source)

    def __iter__(self) -> Iterator[K]:
        raise TypeError("what is made when it is asked for cannot be gone through")

    def __len__(self) -> int:
        raise TypeError("what is made when it is asked for cannot be counted")


MISSING = object()


class Notes:
    """The cells that were read."""

    def __init__(self) -> None:
        self._fields: set[Cell] = set()
        self._seen: list[_Seen | _SeenDerived] = []

    def field(self, cell: Cell) -> None:
        """Notes a field that is no table."""
        self._fields.add(cell)

    def seen(self, value: Table[Any, Any] | Derived[Any, Any]) -> "_Seen | _SeenDerived":
        """The table, whose reads are noted."""
        made = _SeenDerived(value) if type(value) is Derived else _Seen(value)
        self._seen.append(made)
        return made

    def cells(self) -> frozenset[Cell]:
        """All cells that were read so far."""
        return frozenset(self._fields.union(*(one.cells() for one in self._seen)))


class _Seen(dict[Any, Any]):
    """A table's rows that were read; the first reading of a row is noted by its being here."""

    __slots__ = ("_absent", "_table", "_wholly")

    def __init__(self, table: Any) -> None:  # noqa: ANN401 - a table of anything
        super().__init__()
        self._table = table
        self._absent: set[Any] = set()
        self._wholly: set[Cell] = set()

    def cells(self) -> set[Cell]:
        cell, found = self._table.cell, set(self._wholly)
        found.update(map(cell, self._absent))
        if self._table.all_rows not in self._wholly:
            found.update(map(cell, dict.keys(self)))
        return found

    def __missing__(self, key: Any) -> Any:  # noqa: ANN401
        try:
            value = self._table.rows[key]
        except KeyError:
            self._absent.add(key)
            raise
        self[key] = value
        return value

    def get(self, key: Any, default: Any = None) -> Any:  # noqa: ANN401
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key: object) -> bool:
        self._absent.add(key)
        return key in self._table.rows

    def __iter__(self) -> Iterator[Any]:
        self._wholly.add(keys_cell(self._table.name))
        return iter(self._table.rows)

    def __len__(self) -> int:
        self._wholly.add(keys_cell(self._table.name))
        return len(self._table.rows)

    def keys(self) -> Any:  # noqa: ANN401
        self._wholly.add(keys_cell(self._table.name))
        return self._table.rows.keys()

    def values(self) -> Any:  # noqa: ANN401
        self._wholly |= {keys_cell(self._table.name), rows_cell(self._table.name)}
        return self._table.rows.values()

    def items(self) -> Any:  # noqa: ANN401
        self._wholly |= {keys_cell(self._table.name), rows_cell(self._table.name)}
        return self._table.rows.items()


class _SeenDerived(dict[Any, Any]):
    """Derived rows that were read, and the cells that they are made from."""

    __slots__ = ("_cells", "_derived")

    def __init__(self, derived: Derived[Any, Any]) -> None:
        super().__init__()
        self._derived = derived
        self._cells: set[Cell] = set()

    def cells(self) -> set[Cell]:
        return self._cells

    def __missing__(self, key: Any) -> Any:  # noqa: ANN401
        value, cells = self._derived.noted(key)
        self._cells |= cells
        if value is MISSING:
            raise KeyError(key)
        self[key] = value
        return value

    def get(self, key: Any, default: Any = None) -> Any:  # noqa: ANN401
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key: object) -> bool:
        return self.get(key, MISSING) is not MISSING

    def __iter__(self) -> Iterator[Any]:
        return iter(self._derived)

    def __len__(self) -> int:
        return len(self._derived)

    def keys(self) -> Any:  # noqa: ANN401
        return self._derived.keys()

    def values(self) -> Any:  # noqa: ANN401
        return list(self._derived)

    def items(self) -> Any:  # noqa: ANN401
        return list(self._derived)


class Lens:
    """Reads as the struct that it is made for, whose fields it hands out one by one."""

    def __init__(self, view: "View", notes: Notes) -> None:
        self.__dict__["_lens"] = (view, notes)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any field of any struct
        view, notes = self.__dict__["_lens"]
        found = view.fields.get(name)
        if found is None:
            own = getattr(view.type, name)
            return own.__get__(self)  # a method or property of the struct, which reads through the lens too
        value, inner, cell = found
        if cell is not None:
            notes.field(cell)
        elif inner is not None:
            value = Lens(inner, notes)
        else:
            value = notes.seen(value)
        self.__dict__[name] = value
        return value


class View:
    """What a lens needs to know of a struct, found out once: of each field its value, and what sort of field it is."""

    def __init__(self, value: Any, path: str = "") -> None:  # noqa: ANN401 - any struct
        self.type = type(value)
        self.fields = {name: _field(getattr(value, name), f"{path}.{name}") for name in value.__struct_fields__}


def _field(value: object, path: str) -> tuple[object, View | None, Cell | None]:
    """A field's value; a view of it where it has tables of its own; its cell where it is no table."""
    if isinstance(value, Table | Derived):
        return value, None, None
    if isinstance(value, Struct) and has_tables(value):
        return value, View(value, path), None
    return value, None, field_cell(path)


def has_tables(value: Struct) -> bool:
    """Whether some of a struct's fields, or of their fields, are tables."""
    inner = [getattr(value, name) for name in value.__struct_fields__]
    return any(isinstance(one, Table | Derived) or (isinstance(one, Struct) and has_tables(one)) for one in inner)


def plain_fields(value: Struct, path: str = "") -> Iterator[tuple[str, object]]:
    """The fields of a world that are no tables, by their paths."""
    for name in value.__struct_fields__:
        inner = getattr(value, name)
        if isinstance(inner, Table | Derived):
            continue
        if isinstance(inner, Struct) and has_tables(inner):
            yield from plain_fields(inner, f"{path}.{name}")
        else:
            yield f"{path}.{name}", inner


def tables(value: object) -> Iterator[Table[Any, Any]]:
    """The tables in a world, also those that its derived rows are made from."""
    for name in value.__struct_fields__ if isinstance(value, Struct) else ():
        inner = getattr(value, name)
        match inner:
            case Table():
                yield inner
            case Derived():
                yield from tables(inner._source)  # noqa: SLF001 - a friend
            case _:
                yield from tables(inner)
