"""A run of the benchmark: each generator builds each story in each scenario, in turns."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from bench.figures import Figures, Made, Measured, Told
from bench.generators import SEARCHING, Generator
from bench.measuring import Spent, output, run
from bench.scenarios import Proof, Scenario, Site
from bench.steps import Step, steps

SEARCHED = ("cold", "nothing", "body")
"""In which scenarios an index for searching is made too."""
FEW = 20
"""Documents of the story that each program builds once before anything is measured, so that its own files are warm."""


class Turns(Struct, frozen=True):
    """What is to be measured, and where."""

    generators: Sequence[Generator]
    scenarios: Sequence[Scenario]
    rounds: int
    folder: Path
    look: bool
    """Whether to look how much memory all processes hold together, which costs a little time."""

    def figures(self, sizes: Sequence[int]) -> Figures:
        for one in self.generators:
            self._build(one, self._site(one, FEW))
        found = [self._size(size) for size in sizes]
        return Figures(
            tuple(measured for one in found for measured in one.measured),
            tuple(made for one in found for made in one.made),
            tuple(told for one in found for told in one.told),
        )

    def _size(self, size: int) -> Figures:
        sites = {one: self._site(one, size) for one in self.generators}
        if not any(scenario.afresh for scenario in self.scenarios):
            for one, site in sites.items():
                self._build(one, site)
        spent: dict[tuple[Generator, Scenario], list[Spent]] = {}
        for turn in range(1, self.rounds + 1):
            for scenario in self.scenarios:
                for one in self._taking_part(scenario):
                    spent.setdefault((one, scenario), []).append(self._turn(one, scenario, sites[one], turn))
        measured = tuple(
            Measured(size, one.name, scenario.name, tuple(all_)) for (one, scenario), all_ in spent.items()
        )
        return Figures(measured, self._made(sites), tuple(self._told(sites)))

    def _made(self, sites: dict[Generator, Site]) -> tuple[Made, ...]:
        """What came out, which has to be the same in however many processes."""
        made = {one: Made(site.size, one.name, output(site.folder / one.output)) for one, site in sites.items()}
        if len({(one.form, found.output.digest) for one, found in made.items()}) > len({one.form for one in made}):
            raise SystemExit("Dateline made one site in one process and another in several")
        return tuple(made.values())

    def _taking_part(self, scenario: Scenario) -> list[Generator]:
        return [one for one in self.generators if scenario.name in SEARCHED or not one.name.endswith(SEARCHING)]

    def _site(self, generator: Generator, size: int) -> Site:
        """A new site; two ways to call a generator have one each, since each is to find its own earlier build."""
        folder = self.folder / f"{generator.name.replace(' ', '')}-{size}"
        generator.write(size, folder)
        return Site(generator.form, folder, size)

    def _turn(self, generator: Generator, scenario: Scenario, site: Site, turn: int) -> Spent:
        """One build, after what the scenario changes; proven to show it."""
        if scenario.afresh:
            generator.forget(site.folder)
        proof = scenario.change(site, turn) if scenario.change else None
        built = site.folder / generator.output
        if proof:
            _expect(proof, built, generator, shown=False)
        spent = self._build(generator, site)
        if proof:
            _expect(proof, built, generator, shown=True)
        done = f"{site.size:,} documents, round {turn}, {scenario.name}: {generator.name} {spent.wall:.2f} s"
        print(f"{done} ({spent.cpu:.2f} s of processors, {spent.peak:.0f} MB)", file=sys.stderr)
        return spent

    def _build(self, generator: Generator, site: Site) -> Spent:
        os.sync()
        return run(generator.command(site.folder), site.folder, look=self.look)

    def _told(self, sites: dict[Generator, Site]) -> Iterator[Told]:
        """The steps of a build in one process, in each scenario; no part of what is measured."""
        for one, site in sites.items():
            if one.name == "Dateline --jobs 1":
                yield from (Told(site.size, each.name, self._steps(one, each, site)) for each in self.scenarios)

    def _steps(self, generator: Generator, scenario: Scenario, site: Site) -> tuple[Step, ...]:
        if scenario.afresh:
            generator.forget(site.folder)
        if scenario.change:
            scenario.change(site, self.rounds + 1)
        return steps(generator, site.folder)


def _expect(proof: Proof, built: Path, generator: Generator, *, shown: bool) -> None:
    if proof.stands(built) is not shown:
        fault = "does not show" if shown else "shows already"
        raise SystemExit(f'{generator.name}: {built / proof.page} {fault} "{proof.words}"')
