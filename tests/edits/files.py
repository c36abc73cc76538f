"""Edits of whole files: renamed, moved, copied, exchanged, deleted, brought back, touched; and editors' litter."""

import posixpath
import re
from collections.abc import Sequence
from random import Random

from tests.edits import words
from tests.edits.documents import KINDS, NAMED, Document, Entry, Files, World
from tests.edits.operations import STAMPS, Move, Operation, Remove, Stamp, Swap, Write
from tests.edits.stories import free_path
from tests.edits.texts import Maker

FLOOD = 230
"""More documents than a build does in one process where it may use several, and more events than one page lists."""


def _entry(chance: Random, world: World, *kinds: str) -> Entry | None:
    entries = [entry for entry in world.entries if not kinds or entry.kind in kinds]
    return chance.choice(entries) if entries else None


def rename(chance: Random, world: World) -> Sequence[Operation]:
    """Another id; what refers to the old one is told, or not."""
    entry = _entry(chance, world)
    if entry is None:
        return []
    new = free_path(chance, world, entry.kind)
    moved = Move(entry.path, new)
    if chance.random() < 0.15:
        return [moved]
    word = re.compile(rf"(?<![\w-]){re.escape(entry.id)}(?![\w-])")
    told: list[Operation] = []
    for path in world.markdown:
        text = world.files[path].decode("utf-8", "surrogateescape")
        changed = word.sub(posixpath.basename(new).removesuffix(".md"), text)
        told += [Write(path, changed.encode("utf-8", "surrogateescape"))] if changed != text else []
    return [*told, moved]


def move(chance: Random, world: World) -> Sequence[Operation]:
    """The same id in another folder of its kind."""
    entry = _entry(chance, world)
    if entry is None:
        return []
    to = f"content/{entry.kind}/{chance.choice(('', '2025/', 'deep/er/'))}{entry.id}.md"
    return [Move(entry.path, to)] if to not in world.files else []


def other_kind(chance: Random, world: World) -> Sequence[Operation]:
    """The same file among another kind's."""
    entry = _entry(chance, world, *NAMED)
    if entry is None:
        return []
    to = f"content/{chance.choice(NAMED if chance.random() < 0.8 else KINDS)}/{entry.id}.md"
    return [Move(entry.path, to)] if to not in world.files else []


def copy(chance: Random, world: World) -> Sequence[Operation]:
    """The very same bytes under another id; of another kind perhaps."""
    entry = _entry(chance, world)
    if entry is None or "slug" in entry.document.fields or "aliases" in entry.document.fields:
        return []
    kind = chance.choice(NAMED) if entry.kind in NAMED else entry.kind
    return [Write(free_path(chance, world, kind), world.files[entry.path])]


def namesake(chance: Random, world: World) -> Sequence[Operation]:
    """The same id in another kind, so that the id alone no longer says which."""
    entry = _entry(chance, world)
    if entry is None:
        return []
    to = f"content/{chance.choice([kind for kind in NAMED if kind != entry.kind])}/{entry.id}.md"
    return [Write(to, Document({"name": chance.choice(words.PEOPLE)}).data)] if to not in world.files else []


def swap(chance: Random, world: World) -> Sequence[Operation]:
    """Two files of a kind change places, times and all."""
    entry = _entry(chance, world)
    others = [one for one in world.entries if entry and one.kind == entry.kind and one.path != entry.path]
    return [Swap(entry.path, chance.choice(others).path)] if entry and others else []


def delete(chance: Random, world: World) -> Sequence[Operation]:
    """A file is deleted; mostly one that no other refers to."""
    lonely = [entry for entry in world.entries if world.mentions(entry.id) == 0]
    entry = chance.choice(lonely) if lonely and chance.random() < 0.85 else _entry(chance, world)
    return [Remove(entry.path)] if entry else []


def thin_out(_: Random, world: World) -> Sequence[Operation]:
    """Of a site that has grown, a third of what nothing refers to."""
    lonely = [entry.path for entry in world.entries if world.mentions(entry.id) == 0]
    return [Remove(path) for path in lonely[::3]] if 45 < len(world.entries) < FLOOD else []


def revert(chance: Random, world: World) -> Sequence[Operation]:
    """One file, or all, as they were at some earlier time."""
    if not world.past:
        return []
    then = chance.choice(world.past)
    differing = sorted(path for path in {*then, *world.files} if then.get(path) != world.files.get(path))
    some = differing if chance.random() < 0.6 else differing[:1]
    return restored(chance, world.files, then, some)


def mend(chance: Random, world: World) -> Sequence[Operation]:
    """All as it was when it could last be built."""
    if not (world.past and world.broken):
        return []
    then = world.past[-1]
    return restored(chance, world.files, then, sorted({*then, *world.files}))


def restored(chance: Random, now: Files, then: Files, paths: Sequence[str]) -> list[Operation]:
    stamp = chance.choice(STAMPS)
    written = [Write(path, then[path], stamp) for path in paths if path in then and then[path] != now.get(path)]
    return [*(Remove(path) for path in paths if path not in then), *written]


def touch(chance: Random, world: World) -> Sequence[Operation]:
    """Times alone: of one file, or of all."""
    paths = sorted(world.files)
    some = paths if chance.random() < 0.3 else [chance.choice(paths)]
    return [Stamp(path, stamp) for path in some for stamp in [chance.choice(STAMPS[2:])]]


def write_again(chance: Random, world: World) -> Sequence[Operation]:
    """A file is saved without a change."""
    path = chance.choice(sorted(world.files))
    return [Write(path, world.files[path], chance.choice(STAMPS), beside=chance.random() < 0.5)]


def litter(chance: Random, world: World) -> Sequence[Operation]:
    """What editors and systems leave behind: no file of the site."""
    entry = _entry(chance, world)
    if entry is None:
        return []
    folder, name = posixpath.split(entry.path)
    own = (f".{name}.swp", f"{name}~", f"#{name}#", f"{name}.bak", f"~${name}")
    left = chance.choice((*own, "Thumbs.db", ".DS_Store"))
    return [Write(f"{folder}/{left}", words.sentence(chance).encode())]


def tidy(_: Random, world: World) -> Sequence[Operation]:
    """The litter is cleared away."""
    left = [path for path in world.files if not path.endswith((".md", ".png", ".svg", ".html", ".css", ".js", ".yaml"))]
    return [Remove(path) for path in left]


def flooded(world: World) -> list[str]:
    """The very many."""
    return [path for path in world.files if "/flood/" in path]


def flood(chance: Random, world: World) -> Sequence[Operation]:
    """Very many small documents at once, or away with them again."""
    if many := flooded(world):
        return [Remove(path) for path in many]
    made = (Document({"title": words.title(chance), "date": words.day(chance)}) for _ in range(FLOOD))
    return [Write(f"content/events/flood/many-{number}.md", one.data) for number, one in enumerate(made)]


EDITS: dict[Maker, int] = {
    rename: 4,
    move: 2,
    other_kind: 1,
    copy: 3,
    namesake: 1,
    swap: 3,
    delete: 5,
    thin_out: 3,
    revert: 3,
    touch: 2,
    write_again: 1,
    litter: 1,
    tidy: 1,
}
