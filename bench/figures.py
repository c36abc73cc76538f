"""What was measured, and what follows from it: medians, and ratios round by round."""

from statistics import median

from msgspec import Struct

from bench.measuring import Output, Spent
from bench.steps import Step


class Measured(Struct, frozen=True):
    """What one generator spent on a story of one size in one scenario, round by round."""

    size: int
    generator: str
    scenario: str
    spent: tuple[Spent, ...]

    @property
    def wall(self) -> float:
        return median(one.wall for one in self.spent)

    @property
    def cpu(self) -> float:
        return median(one.cpu for one in self.spent)

    @property
    def peak(self) -> float:
        return median(one.peak for one in self.spent)

    @property
    def together(self) -> float:
        return max(one.together for one in self.spent)


class Made(Struct, frozen=True):
    """What one generator made of a story."""

    size: int
    generator: str
    output: Output


class Told(Struct, frozen=True):
    """The steps of one build."""

    size: int
    scenario: str
    steps: tuple[Step, ...]


class Figures(Struct, frozen=True):
    """All that a run of the benchmark found."""

    measured: tuple[Measured, ...]
    made: tuple[Made, ...] = ()
    told: tuple[Told, ...] = ()

    def one(self, size: int, generator: str, scenario: str) -> Measured | None:
        return next(
            (m for m in self.measured if (m.size, m.generator, m.scenario) == (size, generator, scenario)), None
        )

    @property
    def generators(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.generator for one in self.measured))

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(one.size for one in self.measured))


def ratios(one: Measured, other: Measured) -> list[float]:
    """How many times as long one took as the other, in each round."""
    return [mine.wall / theirs.wall for mine, theirs in zip(one.spent, other.spent, strict=True)]


def to_hugo(figures: Figures, one: Measured) -> list[float]:
    """Each round's ratio to Hugo's time in the same scenario; none for Hugo itself, or without it."""
    theirs = figures.one(one.size, "Hugo", one.scenario)
    return ratios(one, theirs) if theirs and theirs is not one else []
