"""What a build remembers for the next one: one SQLite file in the cache folder, an image of the last good build.

Every value stands with a checksum, all of one build are put there in one transaction, and a file of another version, of
another program or a damaged one is thrown away: then a build remembers nothing, which costs time and nothing else.
Nothing that is read here is ever run or unpickled.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

from dateline.edge.cachedir import make_cache
from dateline.edge.disk import reason

NAME = "memory.sqlite"
FORMAT = 1
"""Of this file; another one is thrown away."""
_APPLICATION = 0x44744C6E
"""`DtLn`, the file's application id."""
KINDS = ("index", "fields", "argument")
"""What is remembered of a step by its name and one of these words."""
PATIENCE = 10.0
"""Seconds that are waited for another build that holds the file."""


class Damaged(Exception):  # noqa: N818 - it is caught by the build, which then forgets everything
    """What is remembered cannot be trusted."""


class Changes:
    """What a build wants to be remembered beyond what is."""

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}
        self.rows: dict[str, dict[str, bytes]] = {}
        self.gone: dict[str, set[str]] = {}
        self.dropped: set[str] = set()
        """Steps of which nothing is to be remembered any more."""


class Store:
    """The image of the last good build, read piece by piece, as it was when this was made."""

    def __init__(self, cache: Path, fingerprint: str, *, afresh: bool = False) -> None:
        self._cache = cache
        self._path = cache / NAME
        self._fingerprint = fingerprint.encode()
        self._open: sqlite3.Connection | None = None
        self._generation = b""
        self.notice = ""
        """What the author is to be told, if anything."""
        if not afresh and os.path.lexists(self._path):
            self._begin()

    def _begin(self) -> None:
        try:
            self._open = _opened(self._path)
            self._open.execute("BEGIN")  # what another build commits meanwhile is not seen
            self._check(self._open)
        except (sqlite3.Error, Damaged):
            self.forget("what was remembered of the last build is damaged")

    def _check(self, connection: sqlite3.Connection) -> None:
        if connection.execute("PRAGMA application_id").fetchall() != [(_APPLICATION,)]:
            raise Damaged
        if connection.execute("PRAGMA user_version").fetchall() != [(FORMAT,)]:
            self.forget("what was remembered of the last build is of another version")
        elif self.value("fingerprint") != self._fingerprint:
            self.close()  # another Dateline, or another Python: nothing to tell of
        else:
            self._generation = self.value("generation") or b""

    def forget(self, why: str = "") -> None:
        """Nothing is remembered from here on; the next commit makes the file anew."""
        self.notice = f"{why}: everything was built anew" if why else self.notice
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        if self._open:
            self._open.close()
        self._open = None

    @property
    def empty(self) -> bool:
        """Whether nothing is remembered."""
        return self._open is None

    def value(self, name: str) -> bytes | None:
        """What was put under a name."""
        found = self._ask("SELECT sum, data FROM value WHERE name = ?", name)
        return _whole(*found[0]) if found else None

    def row(self, table: str, key: str) -> bytes:
        """A row that is known to be there."""
        found = self._ask("SELECT sum, data FROM row WHERE of = ? AND key = ?", table, key)
        if not found:
            raise Damaged
        return _whole(*found[0])

    def rows(self, table: str) -> Iterator[tuple[str, bytes]]:
        """All rows of a table."""
        for key, checksum, data in self._ask("SELECT key, sum, data FROM row WHERE of = ?", table):
            yield key, _whole(checksum, data)

    def _ask(self, question: str, *given: str) -> list[Any]:
        if self._open is None:
            return []
        try:
            return self._open.execute(question, given).fetchall()
        except sqlite3.Error as error:
            raise Damaged from error

    def commit(self, changes: Changes) -> str:
        """Puts a build's changes into the file, all or none. Why that could not be done, if so.

        A file that another build has changed meanwhile stays as that build left it.
        """
        anew = self.empty
        self.close()
        try:
            if not make_cache(self._cache):
                return f"nothing is remembered for the next build: {self._cache.name} is not ours"
            return self._made_anew(changes) if anew else self._added(changes)
        except (OSError, sqlite3.Error) as error:
            said = reason(error) if isinstance(error, OSError) else str(error)
            return f"nothing is remembered for the next build: {said}"

    def _made_anew(self, changes: Changes) -> str:
        beside = self._path.with_name(f"{NAME}.{os.getpid()}.new")
        for stale in self._cache.glob(f"{NAME}.*.new"):
            stale.unlink(missing_ok=True)
        try:
            with contextlib.closing(sqlite3.connect(beside, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = OFF")  # nobody sees it before it is whole
                connection.execute("PRAGMA synchronous = OFF")  # what did not reach the disk fails its checksum
                _create(connection)
                connection.execute("BEGIN")
                self._put(connection, changes)
                connection.execute("COMMIT")
            self._path.with_name(f"{NAME}-journal").unlink(missing_ok=True)
            beside.replace(self._path)
        finally:
            beside.unlink(missing_ok=True)
        return ""

    def _added(self, changes: Changes) -> str:
        with contextlib.closing(_opened(self._path)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN IMMEDIATE")
            found = connection.execute("SELECT data FROM value WHERE name = 'generation'").fetchall()
            if found == [(self._generation,)]:
                self._put(connection, changes)
                connection.execute("COMMIT")
        return ""

    def _put(self, connection: sqlite3.Connection, changes: Changes) -> None:
        for step in changes.dropped:
            connection.execute("DELETE FROM row WHERE of = ?", (step,))
            names = [f"{step} {kind}" for kind in KINDS]
            connection.executemany("DELETE FROM value WHERE name = ?", [(name,) for name in names])
        for table, keys in changes.gone.items():
            connection.executemany("DELETE FROM row WHERE of = ? AND key = ?", [(table, key) for key in keys])
        for table, rows in changes.rows.items():
            given = [(table, key, crc32(data), data) for key, data in rows.items()]
            connection.executemany("INSERT OR REPLACE INTO row VALUES (?, ?, ?, ?)", given)
        generation = os.urandom(16)
        values = {**changes.values, "fingerprint": self._fingerprint, "generation": generation}
        told = [(name, crc32(data), data) for name, data in values.items()]
        connection.executemany("INSERT OR REPLACE INTO value VALUES (?, ?, ?)", told)


def _opened(path: Path) -> sqlite3.Connection:
    """The file, opened so that what a killed build left half done is undone; only to be read where it must be."""
    if path.is_symlink() or not path.is_file():
        raise Damaged
    mode = "rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "ro"
    name = str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return sqlite3.connect(f"file:{name}?mode={mode}", uri=True, isolation_level=None, timeout=PATIENCE)


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA page_size = 8192")
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.execute("CREATE TABLE value (name TEXT PRIMARY KEY, sum INTEGER, data BLOB)")
    keyed = "of TEXT, key TEXT, sum INTEGER, data BLOB, PRIMARY KEY (of, key)"
    connection.execute(f"CREATE TABLE row ({keyed}) WITHOUT ROWID")


def _whole(checksum: object, data: object) -> bytes:
    if not isinstance(data, bytes) or crc32(data) != checksum:
        raise Damaged
    return data
