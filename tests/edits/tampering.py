"""What happens to the cache and to the built site behind a build's back, and to a build in its midst."""

from collections.abc import Sequence
from random import Random

from tests.edits.building import STOPS
from tests.edits.documents import World
from tests.edits.operations import Block, Damage, Forget, Keep, Lose, Older, Operation, Plant, Spoil, Wipe
from tests.edits.texts import Maker

_MANY = 10_000
"""More than there are files; the number is taken modulo theirs."""


def forget(chance: Random, _: World) -> Sequence[Operation]:
    return [Forget(emptied=chance.random() < 0.5)]


def cut_off(chance: Random, _: World) -> Sequence[Operation]:
    share = chance.choice((0.0, chance.random(), chance.random(), 0.999))
    return [Damage(chance.randrange(_MANY), share) for _ in range(chance.choice((1, 1, 3)))]


def flip(chance: Random, _: World) -> Sequence[Operation]:
    times = range(chance.choice((1, 4)))
    return [Damage(chance.randrange(_MANY), chance.random(), chance.choice((1, 1, 9, 99))) for _ in times]


def keep(_: Random, __: World) -> Sequence[Operation]:
    return [Keep()]


def older(chance: Random, _: World) -> Sequence[Operation]:
    return [Older(chance.choice((None, None, chance.randrange(_MANY), chance.randrange(_MANY))))]


def plant(chance: Random, _: World) -> Sequence[Operation]:
    number = chance.randrange(99)
    path = chance.choice((f"planted-{number}.txt", f"articles/planted-{number}.html", "CNAME", f"data/{number}.json"))
    return [Plant(path, str(chance.random()).encode())]


def spoil(chance: Random, _: World) -> Sequence[Operation]:
    return [Spoil(chance.randrange(_MANY), chance.random() < 0.5) for _ in range(chance.choice((1, 1, 5)))]


def lose(chance: Random, _: World) -> Sequence[Operation]:
    return [Lose(chance.randrange(_MANY)) for _ in range(chance.choice((1, 1, 5)))]


def block(chance: Random, _: World) -> Sequence[Operation]:
    return [Block(chance.randrange(_MANY))]


def wipe(_: Random, __: World) -> Sequence[Operation]:
    return [Wipe()]


def stop(chance: Random) -> tuple[str, int]:
    """How and at which change of a file a build ends before its end; mostly at an early one."""
    return chance.choice((STOPS[0], *STOPS)), int(chance.random() ** 2 * 250)


CACHE: dict[Maker, int] = {forget: 2, cut_off: 3, flip: 3, keep: 3, older: 4}
SITE: dict[Maker, int] = {plant: 2, spoil: 3, lose: 3, block: 1, wipe: 1}
