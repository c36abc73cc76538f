"""What a build is to reach, and whether it does."""

from collections.abc import Iterator, Sequence
from statistics import median

from msgspec import Struct

from bench.figures import Figures, to_hugo


class Target(Struct, frozen=True):
    scenario: str
    """Whose time is compared with Hugo's; empty for the memory of the largest process in any."""
    size: int
    limit: float


TARGETS = (
    Target("cold", 1000, 1.5),
    Target("cold", 10000, 1.0),
    Target("nothing", 1000, 0.5),
    Target("nothing", 10000, 0.06),
    Target("body", 1000, 0.7),
    Target("body", 10000, 0.10),
    Target("", 1000, 200),
    Target("", 10000, 400),
)


def reached(target: Target, figures: Figures, generator: str) -> float | None:
    """What a generator reached: a ratio or MB; `None` where it was not measured."""
    if not target.scenario:
        ours = [one for one in figures.measured if (one.size, one.generator) == (target.size, generator)]
        return max((one.peak for one in ours), default=None)
    one = figures.one(target.size, generator, target.scenario)
    return median(found) if one and (found := to_hugo(figures, one)) else None


def judged(target: Target, figures: Figures, generators: Sequence[str]) -> Iterator[str]:
    """What each generator reached, and whether that is enough."""
    for generator in generators:
        found = reached(target, figures, generator)
        yield "" if found is None else f"{amount(target, found)}, {'met' if found <= target.limit else 'missed'}"


def amount(target: Target, number: float) -> str:
    """A number as a target's is written."""
    return f"{number:.2f}" if target.scenario else f"{number:.0f} MB"
