"""What a build remembers never shows: after any edits it makes and says what a clean build does.

The edits are those of `tests/edits/`, where also stands what is compared; `bench/edits.py` makes very many of them.
"""

import shutil
import tempfile
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.edits.choosing import Step, next_step
from tests.edits.shrinking import script, shortest
from tests.edits.trying import Trial, fails, sound_story

CHANCE = st.integers(0, 2**32 - 1).map(Random)


class Edited(RuleBasedStateMachine):
    """A site that is edited, and built after each edit with what is remembered and without."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="dateline-edits-"))

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize(chance=CHANCE)
    def begin(self, chance: Random) -> None:
        self.files = sound_story(chance)
        self.trial = Trial(self.folder, self.files)
        self._play(Step("the first build"))

    def _edit(self, chance: Random, group: str) -> None:
        self._play(next_step(chance, self.trial.world, group))

    def _play(self, step: Step) -> None:
        found = self.trial.play(step)
        assert not found, told(self.files, self.trial.played, found)

    @rule(chance=CHANCE)
    def edit_a_text(self, chance: Random) -> None:
        self._edit(chance, "texts")

    @rule(chance=CHANCE)
    def edit_files(self, chance: Random) -> None:
        self._edit(chance, "files")

    @rule(chance=CHANCE)
    def edit_surroundings(self, chance: Random) -> None:
        self._edit(chance, "surroundings")

    @rule(chance=CHANCE)
    def make_or_mend_a_mistake(self, chance: Random) -> None:
        self._edit(chance, "mistakes")

    @rule(chance=CHANCE)
    def meddle_with_the_cache(self, chance: Random) -> None:
        self._edit(chance, "cache")

    @rule(chance=CHANCE)
    def meddle_with_the_site(self, chance: Random) -> None:
        self._edit(chance, "site")

    @rule(chance=CHANCE)
    def edit_anything(self, chance: Random) -> None:
        self._edit(chance, "")


def told(files: dict[str, bytes], steps: list[Step], found: list[str]) -> str:
    """What differs, and the shortest way there that is soon found."""
    again = shortest(steps, lambda some: bool(fails(files, some)), tries=60) if fails(files, steps) else steps
    return "\n".join(("", *found, "after", *script(again, files)))


def test_after_any_edits_a_build_equals_a_clean_one() -> None:
    bounds = settings(
        max_examples=16,
        stateful_step_count=10,
        phases=[Phase.generate],  # a script is made shorter by our own means, which know that steps can be left out
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Edited, settings=bounds)
