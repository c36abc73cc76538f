"""A picture whose size is known, made here so that nothing binary is kept."""

import struct
import zlib


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


PNG_3_BY_2 = b"".join((
    b"\x89PNG\r\n\x1a\n",
    _chunk(b"IHDR", struct.pack(">IIBBBBB", 3, 2, 8, 0, 0, 0, 0)),  # eight bits of grey a pixel
    _chunk(b"IDAT", zlib.compress(b"\0\x10\x20\x30" * 2)),
    _chunk(b"IEND", b""),
))  # fmt: skip
"""A PNG, three pixels wide and two high."""
