"""Reads a site from the disk: every file of the author's at one moment, and what could not be read.

Knows files and folders, not what stands in them. Symbolic links are never followed and nothing but a plain file is ever
opened, so a pipe cannot make a build wait.
"""

import errno
import os
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct

from dateline.edge.changetimes import Stamp, lasting, moment, stamp_of, stamped
from dateline.edge.whereabouts import Whereabouts, product_layouts
from dateline.kernel.codec import Content
from dateline.kernel.diagnostics import Diagnostic, Place, Related, diagnostic, in_order
from dateline.model.names import InputPath
from dateline.model.snapshot import Snapshot
from dateline.reading.decoding import LARGEST

CONFIG_LIMIT = 1024 * 1024
"""In bytes, as the other limits are. That of a Markdown file is `dateline.reading.decoding.LARGEST`."""
LAYOUT_LIMIT = 8 * 1024 * 1024
MEDIA_LIMIT = 64 * 1024 * 1024

_LITTER_NAMES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "4913", "$recycle.bin"})
_LITTER_ENDINGS = ("~", ".swp", ".swo", ".tmp", ".temp", ".bak", ".orig", ".rej", ".part", ".crdownload")


def is_litter(name: str) -> bool:
    """Whether a file or folder is no author's: hidden, or left by an editor, a browser or an operating system."""
    low = name.lower()
    return (
        low.startswith((".", "~$"))
        or low in _LITTER_NAMES
        or low.endswith(_LITTER_ENDINGS)
        or (low.startswith("#") and low.endswith("#"))
    )


class _File(Struct, frozen=True):
    path: str
    """From the site's folder, in Unicode's composed form (NFC): macOS may hand out the decomposed one."""
    real: str
    seen: Stamp | None = None


class _Walked(Struct, frozen=True):
    files: tuple[_File, ...]
    found: tuple[Diagnostic, ...]


class Seals(Struct, frozen=True):
    """The files of a site as they looked when they were read, and digests of what they held."""

    files: Mapping[str, tuple[Stamp, bytes]] = {}


class ReadSite(Struct, frozen=True):
    """A site's files, and what was wrong with them."""

    snapshot: Snapshot
    found: tuple[Diagnostic, ...]
    seals: Seals
    """By which the next reading can know them."""


def read_site(site: Whereabouts, known: Seals = Seals()) -> ReadSite:  # noqa: B008 - a frozen value
    """A site's files at one moment. Those that are still as they were when they were sealed are not read again.

    Where change times cannot be relied on, everything is read (`dateline.edge.changetimes`).
    """
    at = moment(site.content)
    content, found = _contents(_walk(site.content, "content"), known if at else Seals())
    layouts, own, found_in_layouts = _read_layouts(site)
    files = {path: one for path, (_, one) in content.items()}
    seals = Seals({path: (seen, one.digest) for path, (seen, one) in content.items() if seen and lasting(seen, at)})
    return ReadSite(Snapshot(files, layouts, own), in_order((*found, *found_in_layouts)), seals)


_Contents = dict[InputPath, tuple[Stamp | None, Content]]


def _contents(walked: _Walked, known: Seals) -> tuple[_Contents, tuple[Diagnostic, ...]]:
    read: _Contents = {}
    found = list(walked.found)
    for file in walked.files:
        path = InputPath(file.path)
        sealed = known.files.get(path)
        if path in read:
            found.append(_same_name(path))
        elif sealed and sealed[0] == file.seen:
            read[path] = file.seen, Content(partial(_again, file), sealed[1])
        else:
            match read_file(Path(file.real), path, _limit(path)):
                case Diagnostic() as wrong:
                    found.append(wrong)
                case bytes() as data:
                    read[path] = _unchanged(file), Content.of(data)
                case None:
                    pass
    return read, tuple(found)


def _again(file: _File) -> bytes:
    """The bytes of a file that was not read because it was known. Should it have changed since, it is as it is now."""
    data = read_file(Path(file.real), file.path, _limit(file.path))
    return data if isinstance(data, bytes) else b""


def _unchanged(file: _File) -> Stamp | None:
    """How the file looks, if it looks as it did before it was read."""
    try:
        after = stamped(file.real)
    except OSError:
        return None
    return after if after == file.seen else None


def _read_layouts(
    site: Whereabouts,
) -> tuple[dict[InputPath, bytes], tuple[InputPath, ...], tuple[Diagnostic, ...]]:
    """The site's layouts over the product's own, which are trusted: an installer may well have linked them.

    Each template that the site's hides stands in `layouts/dateline/`, where a template can still name it.
    """
    own, found = _read(_walk(site.layouts, "layouts"))
    product = product_layouts()
    if product.resolve() == site.layouts:
        return own, (), found
    theirs = {f"layouts/{path.relative_to(product).as_posix()}": path for path in product.rglob("*") if path.is_file()}
    given = {InputPath(name): path.read_bytes() for name, path in theirs.items() if not _hidden(name)}
    taken = tuple(path for path in own if path.startswith(HIDDEN_LAYOUTS))
    mine = {path: data for path, data in own.items() if path not in taken}
    hidden = {
        InputPath(HIDDEN_LAYOUTS + name.removeprefix("layouts/")): data
        for name, data in given.items()
        if name in mine and name.endswith(".html")
    }
    return dict(sorted((given | mine | hidden).items())), tuple(mine), (*found, *map(_taken, taken))


HIDDEN_LAYOUTS = "layouts/dateline/"


def _taken(path: InputPath) -> Diagnostic:
    place = path.replace(HIDDEN_LAYOUTS, "layouts/", 1)
    return diagnostic(
        "invalid-layout",
        f'"{HIDDEN_LAYOUTS}" is where templates find the product\'s own files; a site cannot have it',
        Place(path),
        f'move the file to "{place}"',
    )


def _hidden(path: str) -> bool:
    return any(is_litter(part) for part in path.split("/"))


def _walk(folder: Path, name: str) -> _Walked:
    """All plain files below a folder that are an author's, sorted."""
    files: list[_File] = []
    found: list[Diagnostic] = []
    waiting = [_File(name, str(folder))] if os.path.lexists(folder) else []
    while waiting:
        here = waiting.pop()
        try:
            inside = _listed(here)
        except FileNotFoundError:
            continue
        except OSError as error:
            found.append(_unlisted(here.path, error))
            continue
        for one, what in inside:
            match what:
                case "folder":
                    waiting.append(one)
                case "file":
                    files.append(one)
                case "gone":
                    pass
                case _:
                    found.append(_not_a_file(one.path, what))
    return _Walked(tuple(sorted(files, key=lambda file: (file.path, file.real))), tuple(found))


def _listed(folder: _File) -> list[tuple[_File, str]]:
    """What stands in a folder, and what sort of thing each is."""
    if os.path.islink(folder.real):  # noqa: PTH114 - of thousands of paths no objects are made
        raise OSError(errno.ELOOP, "a symbolic link")
    with os.scandir(folder.real) as entries:
        return [_looked_at(folder.path, entry) for entry in entries if not is_litter(entry.name)]


def _looked_at(folder: str, entry: os.DirEntry[str]) -> tuple[_File, str]:
    """A file or folder, and `folder`, `file`, `gone`, or words for what it is instead."""
    name = entry.name if entry.name.isascii() else unicodedata.normalize("NFC", entry.name)
    file = _File(f"{folder}/{name}", entry.path)
    if not name.isascii() and _is_not_utf_8(name):
        return file, "a name that is not UTF-8"
    try:
        state = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return file, "gone"
    except OSError:
        return file, "file"  # reading it will say what is wrong
    what = _SORTS.get(stat.S_IFMT(state.st_mode), "a device")
    return (_File(file.path, file.real, stamp_of(state)) if what == "file" else file), what


def _is_not_utf_8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return True
    return False


def _unlisted(path: str, error: OSError) -> Diagnostic:
    match error.errno:
        case errno.ELOOP:
            return _not_a_file(path, "a symbolic link")
        case errno.ENOTDIR:
            return diagnostic("not-a-file", f'"{path}" is not a folder', Place(path), "make it a folder")
        case _:
            return _unreadable(path, error)


_SORTS = {
    stat.S_IFDIR: "folder",
    stat.S_IFREG: "file",
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
}


def _not_a_file(path: str, what: str) -> Diagnostic:
    if what == "a name that is not UTF-8":
        shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        return diagnostic("not-utf-8", f'the name of "{shown}" is not UTF-8', Place(shown), "give it another name")
    hint = "put the file or folder itself here" if what == "a symbolic link" else "remove it"
    return diagnostic("not-a-file", f'"{path}" is {what}', Place(path), hint)


def _unreadable(path: str, error: OSError) -> Diagnostic:
    return diagnostic(
        "unreadable-file",
        f'"{path}" cannot be read: {reason(error)}',
        Place(path),
        "let your user read it, or move it out of the site",
    )


def reason(error: OSError) -> str:
    """What the system says, as it fits into a sentence."""
    said = os.strerror(error.errno) if error.errno else str(error)
    return said[:1].lower() + said[1:]


def _read(walked: _Walked) -> tuple[dict[InputPath, bytes], tuple[Diagnostic, ...]]:
    read, found = _contents(walked, Seals())
    return {path: one.data for path, (_, one) in read.items()}, found


def _same_name(path: str) -> Diagnostic:
    return diagnostic(
        "address-collision",
        f'two files are named "{path}", in two Unicode forms that look the same',
        Place(path),
        "rename or remove one of them",
        related=(Related(Place(path), "the other one has the same name"),),
    )


def _limit(path: str) -> int:
    if path.startswith("layouts/"):
        return LAYOUT_LIMIT
    return LARGEST if path.lower().endswith((".md", ".markdown")) else MEDIA_LIMIT


def read_file(real: Path, path: str, limit: int) -> bytes | Diagnostic | None:
    """A plain file's bytes, or what is wrong with it; `None` where it has gone meanwhile."""
    try:
        return b"".join(_pieces(real, path, limit))
    except _Unfit as unfit:
        return unfit.found
    except FileNotFoundError:
        return None
    except OSError as error:
        return _not_a_file(path, "a symbolic link") if error.errno == errno.ELOOP else _unreadable(path, error)


class _Unfit(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, found: Diagnostic) -> None:
        self.found = found


_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def _pieces(real: Path, path: str, limit: int) -> Iterator[bytes]:
    """The file's bytes, as long as they stay within the limit, even if it grows while it is read."""
    descriptor = os.open(real, _FLAGS)
    try:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            raise _Unfit(_not_a_file(path, _SORTS.get(stat.S_IFMT(state.st_mode), "a device")))
        left = limit + 1 if state.st_size <= limit else 0
        while left > 0 and (piece := os.read(descriptor, min(left, max(state.st_size + 1, 65536)))):
            left -= len(piece)
            yield piece
        if left <= 0:
            raise _Unfit(_too_large(path, limit))
    finally:
        os.close(descriptor)


def _too_large(path: str, limit: int) -> Diagnostic:
    return diagnostic(
        "file-too-large",
        f'"{path}" is larger than {limit // 1024:,} KiB',
        Place(path),
        "split it, or make it smaller" if limit == LARGEST else "make it smaller, or link to it where it is kept",
    )


def read_config(site: Whereabouts, written: str) -> bytes | Diagnostic:
    """The bytes of `config.yaml`, which may be a link: it is the owner's. `written` is how the owner named it."""
    path = site.config.name
    try:
        real = site.config.resolve(strict=True)
    except OSError:
        return _missing_config(path, written)
    if real.is_dir():
        return diagnostic("not-a-file", f'"{written}" is a folder', Place(path), "name the file with --config")
    data = read_file(real, path, CONFIG_LIMIT)
    return data if data is not None else _missing_config(path, written)


def _missing_config(path: str, written: str) -> Diagnostic:
    return diagnostic(
        "missing-config",
        f'there is no "{written}"',
        Place(path),
        "run this in your site's folder, or name the file with --config",
    )
