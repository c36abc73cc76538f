"""Which edit comes next, by chance alone."""

from dataclasses import dataclass
from random import Random

from tests.edits import files, mistakes, surroundings, tampering, texts, words
from tests.edits.documents import World
from tests.edits.operations import Operation

GROUPS = {
    "texts": texts.EDITS,
    "files": files.EDITS,
    "surroundings": surroundings.EDITS,
    "mistakes": mistakes.EDITS,
    "cache": tampering.CACHE,
    "site": tampering.SITE,
}
SHARES = {"texts": 40, "files": 20, "surroundings": 15, "mistakes": 6, "cache": 9, "site": 6, "nothing": 4}
"""In a hundred edits so many of each group."""


@dataclass(frozen=True)
class Step:
    """An edit, and the build after it."""

    name: str
    operations: tuple[Operation, ...] = ()
    options: tuple[str, ...] = ()
    stop: tuple[str, int] | None = None
    """How another build before it ended too early, and at which change of a file."""


def next_step(chance: Random, world: World, group: str = "", *, floods: bool = False) -> Step:
    """An edit of the group, or of any, and how the site is then built."""
    named = [_first(chance, world, group, floods=floods)]
    if chance.random() < 0.15:
        named.append(_edit(chance, world, "cache" if group in ("", "texts") else group))
    names = " and ".join(name for name, operations in named if operations) or "nothing"
    operations = tuple(operation for _, some in named for operation in some)
    return Step(names, operations, options(chance), tampering.stop(chance) if chance.random() < 0.08 else None)


def _first(chance: Random, world: World, group: str, *, floods: bool) -> tuple[str, list[Operation]]:
    """A site that cannot be built is mended soon, but not always at once: its mistakes are to be told again."""
    if world.broken and group in ("", "mistakes") and chance.random() < 0.8:
        return ("mend", list(files.mend(chance, world))) if chance.random() < 0.8 else ("nothing", [])
    if floods and chance.random() < (0.3 if files.flooded(world) else 0.004):
        return "flood", list(files.flood(chance, world))
    return _edit(chance, world, group)


def _edit(chance: Random, world: World, group: str) -> tuple[str, list[Operation]]:
    """Something that can be done to this site: what cannot is not tried long."""
    for _ in range(20):
        chosen = group or chance.choices(list(SHARES), list(SHARES.values()))[0]
        if chosen == "nothing":
            break
        table = GROUPS[chosen]
        make = chance.choices(list(table), list(table.values()))[0]
        made = list(make(chance, world))
        if made:
            return make.__name__.replace("_", " "), made
    return "nothing", []


def options(chance: Random) -> tuple[str, ...]:
    """Mostly none."""
    if chance.random() < 0.6:
        return ()
    single: tuple[tuple[str, ...], ...] = (
        *(("--drafts",), ("--drafts",), ("--strict",), ("--jobs", "1"), ("--jobs", "2"), ("--clean",), ("--quiet",)),
        *(("--as-of", words.day(chance)), ("--as-of", "2024"), ("--base-url", "https://preview.example/x")),
        *(("--format", "json"), ("--format", "github")),
    )
    one, other = chance.choice(single), chance.choice(single)
    return one if one[0] == other[0] or chance.random() < 0.7 else (*one, *other)
