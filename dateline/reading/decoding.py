"""From the bytes of a file to its text: UTF-8 and nothing else, without byte order mark, lines ended by a line feed.

Offsets in diagnostics count in `dateline.kernel.text.decoded`, which for a good file is the very text made here.
"""

import codecs
from itertools import pairwise

from dateline.kernel.diagnostics import Checked, Diagnostic, Place, Span, diagnostic
from dateline.kernel.text import decoded

LARGEST = 256 * 1024
"""The largest file of text that is read, in bytes."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ASCII = 0x80
_GUESSED_FROM = 4096


def decode(data: bytes, path: str, largest: int = LARGEST) -> Checked[str]:
    """The text of a file, or what is wrong with its encoding and where."""
    if len(data) > largest:
        return Checked(None, (_too_large(len(data), path, largest),))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as failure:
        return Checked(None, (_not_utf_8(data, failure.start, path),))
    if "\0" in text:
        return Checked(None, (_nul(data, path),))
    return Checked(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def _too_large(size: int, path: str, largest: int) -> Diagnostic:
    message = f"the file is {size // 1024:,} KiB large, and at most {largest // 1024:,} KiB are read"
    return diagnostic("file-too-large", message, Place(path), "split it into several documents")


def _not_utf_8(data: bytes, first: int, path: str) -> Diagnostic:
    start = len(decoded(data[:first]))
    likely = _likely(data)
    if likely == "UTF-16":
        start, message = 0, "the file is in UTF-16, not UTF-8"
    else:
        message = f"the byte 0x{data[first]:02X} is not UTF-8; the file is probably in {likely}"
    return diagnostic("not-utf-8", message, Place(path, Span(start, start + 1)), "save as UTF-8 in your editor")


def _nul(data: bytes, path: str) -> Diagnostic:
    if _likely(data) == "UTF-16":
        message = "the file is in UTF-16, not UTF-8"
        return diagnostic("not-utf-8", message, Place(path, Span(0, 1)), "save as UTF-8 in your editor")
    start = decoded(data).index("\0")
    hint = "remove it, and save as UTF-8 in your editor"
    return diagnostic("not-utf-8", "a NUL character stands here", Place(path, Span(start, start + 1)), hint)


def _likely(data: bytes) -> str:
    """The encoding that text which is not UTF-8 is most likely in.

    In UTF-16 every second byte of Western text is zero. In Windows-1251 whole words are bytes over 127, in the
    Windows and ISO encodings of Latin letters such bytes stand alone.
    """
    sample = data[:_GUESSED_FROM]
    if data.startswith(_UTF_16) or sample.count(0) * 3 > len(sample):
        return "UTF-16"
    high = sum(byte >= _ASCII for byte in sample)
    pairs = sum(one >= _ASCII and other >= _ASCII for one, other in pairwise(sample))
    return "Windows-1251" if pairs * 2 > high else "Windows-1252 or one of its relatives"
