"""Values as bytes and back: compiled, canonical, and short; and their digests.

Equal values of one type have equal bytes, different ones different bytes, in every process: fields stand under their
names, a union's members under their tags, mappings in their own order. What has no order of its own (a set) cannot be
encoded.
"""

from collections.abc import Callable
from functools import cache, partial
from hashlib import blake2b
from typing import Any

import msgspec

SIZE = 16
"""The length of a digest in bytes: two different values never share one."""


def digest(data: bytes) -> bytes:
    """BLAKE2b (RFC 7693), 128 bits."""
    return blake2b(data, digest_size=SIZE).digest()


class ChangedMeanwhile(Exception):  # noqa: N818 - a build that meets it begins again
    """A file is no longer what it was when the build began."""


class Content:
    """A file's bytes, told apart by their digest; they may be read only when somebody needs them.

    To read them raises `ChangedMeanwhile` where they are not those of a digest that was known before.
    """

    __slots__ = ("_data", "_digest", "_read")

    def __init__(self, read: Callable[[], bytes], known: bytes | None = None) -> None:
        self._read = read
        self._digest = known
        self._data: bytes | None = None

    @staticmethod
    def of(data: bytes) -> "Content":
        """Bytes that are at hand."""
        return Content(partial(bytes, data))

    def __reduce__(self) -> tuple[object, ...]:
        return Content.of, (self.data,)

    @property
    def data(self) -> bytes:
        """The bytes."""
        if self._data is None:
            read = self._read()
            if self._digest is not None and digest(read) != self._digest:
                raise ChangedMeanwhile
            self._data = read
        return self._data

    @property
    def digest(self) -> bytes:
        """Their digest."""
        if self._digest is None:
            self._digest = digest(self.data)
        return self._digest


def _as_plain(value: object) -> object:
    if isinstance(value, Content):
        return value.digest
    raise TypeError(f"a {type(value).__name__} cannot be remembered")


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_as_plain)
encode = _ENCODER.encode
"""The bytes of a value (MessagePack)."""


@cache  # a decoder for each type that is remembered, some dozens
def _decoder(of: Any) -> msgspec.msgpack.Decoder[Any]:  # noqa: ANN401 - any type
    return msgspec.msgpack.Decoder(of)


def decode(data: bytes | msgspec.Raw, of: Any) -> Any:  # noqa: ANN401 - a value of that type
    """The value of a type that was encoded. `msgspec.MsgspecError` where the bytes are those of no such value."""
    return _decoder(of).decode(data)
