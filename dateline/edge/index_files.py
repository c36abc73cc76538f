"""Pagefind's files brought into one order, so that the same records always give the same bytes.

Pagefind keeps the values of a filter, the list of filters and the list of languages in tables whose order differs from
run to run. Each of these files is gzip around a signature and CBOR (RFC 8949), and named by a hash of what it holds. So
the lists are sorted, written again, and given names that follow from the sorted bytes. A file of another form is
refused: the versions that `pyproject.toml` allows all have this one.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any

SIGNATURE = b"pagefind_dcd"
NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
"""What a page loads by name; the rest of what Pagefind makes are interfaces of its own."""
_PARTS = ("fragment/", "index/")


class UnknownFormError(ValueError):
    """A file is not as the known versions of Pagefind write it."""


def in_one_form(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that searching needs, the same for the same records."""
    try:
        entry = json.loads(files["pagefind-entry.json"])
        made = {name: files[name] for name in NEEDED}
        made |= {name: data for name, data in files.items() if name.startswith(_PARTS)}
        for language, one in sorted(entry["languages"].items()):
            filters = {name: _filter(language, data) for name, data in _named(files, f"filter/{language}_").items()}
            made |= dict(filters.values())
            name, data = _meta(language, files[f"pagefind.{one['hash']}.pf_meta"], filters)
            made[f"pagefind.{name}.pf_meta"] = data
            one["hash"] = name
            wasm = f"wasm.{one['wasm'] or 'unknown'}.pagefind"
            made[wasm] = files[wasm]
    except (LookupError, TypeError, ValueError, OSError, EOFError, zlib.error) as error:
        raise UnknownFormError(str(error)) from error
    made["pagefind-entry.json"] = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
    return dict(sorted(made.items()))


def _named(files: Mapping[str, bytes], start: str) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if name.startswith(start)}


def _filter(language: str, data: bytes) -> tuple[str, bytes]:
    """A filter `[name, [[value, [record, …]], …]]` with its values in order."""
    name, values = _read(data)
    packed = _written([name, sorted(values)])
    return f"filter/{language}_{_hash(packed)[:7]}.pf_filter", packed


def _meta(language: str, data: bytes, filters: Mapping[str, tuple[str, bytes]]) -> tuple[str, bytes]:
    """The list of everything `[version, records, chunks, [[filter, file], …], sorts, fields]`, its filters in order."""
    version, records, chunks, listed, sorts, fields = _read(data)
    named = [[name, _stem(filters[f"filter/{file}.pf_filter"][0])] for name, file in listed]
    packed = _written([version, records, chunks, sorted(named), sorted(sorts), fields])
    return f"{language}_{_hash(packed)[:10]}", packed


def _stem(path: str) -> str:
    return path.removeprefix("filter/").removesuffix(".pf_filter")


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _written(value: object) -> bytes:
    return gzip.compress(SIGNATURE + _encoded(value), mtime=0)


def _read(data: bytes) -> Any:  # noqa: ANN401 - whatever the file holds
    plain = gzip.decompress(data)
    if not plain.startswith(SIGNATURE):
        raise UnknownFormError("no signature")
    value, end = _decoded(plain, len(SIGNATURE))
    if end != len(plain) or SIGNATURE + _encoded(value) != plain:
        raise UnknownFormError("more than lists, words and numbers")
    return value


# CBOR, as far as these files go: unsigned numbers (major type 0), text (3) and arrays (4) of a given length

_NUMBER, _TEXT, _ARRAY = 0, 3, 4
_IN_ONE = 24
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}


def _decoded(data: bytes, at: int) -> tuple[Any, int]:
    """The value that begins at an offset, and where it ends."""
    major, length = data[at] >> 5, data[at] & 31
    at += 1
    if length >= _IN_ONE:
        width = _WIDTHS[length]
        length, at = int.from_bytes(data[at : at + width], "big"), at + width
    if major == _NUMBER:
        return length, at
    if major == _TEXT:
        return data[at : at + length].decode(), at + length
    if major != _ARRAY:
        raise UnknownFormError(f"CBOR's major type {major}")
    values = []
    for _ in range(length):
        value, at = _decoded(data, at)
        values.append(value)
    return values, at


def _encoded(value: object) -> bytes:
    match value:
        case int():
            return _head(_NUMBER, value)
        case str():
            text = value.encode()
            return _head(_TEXT, len(text)) + text
        case list():
            return _head(_ARRAY, len(value)) + b"".join(map(_encoded, value))
        case _:
            raise UnknownFormError(f"a {type(value).__name__}")


def _head(major: int, number: int) -> bytes:
    if number < _IN_ONE:
        return bytes([major << 5 | number])
    code, width = next((code, width) for code, width in _WIDTHS.items() if number < 1 << 8 * width)
    return bytes([major << 5 | code]) + number.to_bytes(width, "big")
