"""Whether what a build remembers ever shows: `python -m bench.edits --seed 1 --edits 1000`.

One site is edited by chance, again and again; after every edit a build that remembers is compared with a clean one:
files, words, exit status. The same seed makes the same edits on every machine, however many are asked for.
"""

import argparse
import sys
import tempfile
import time
from collections import deque
from pathlib import Path

from tests.edits.building import apart, here
from tests.edits.choosing import Step, next_step
from tests.edits.operations import Forget, Wipe
from tests.edits.shrinking import script, shortest
from tests.edits.trying import Trial, fails, sound_story
from tests.edits.words import seeded

LONGEST = 60
"""So many edits are played again to find the shortest script that fails."""


def main() -> int:
    asked = _asked()
    return max(_seed(seed, asked) for seed in asked.seed)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.edits", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, nargs="+", default=[1], help="one or several [1]")
    parser.add_argument("--edits", type=int, default=1000, help="how many [%(default)s]")
    parser.add_argument("--apart", type=float, default=0.1, help="the share built in own processes [%(default)s]")
    parser.add_argument(
        "--shrink", type=int, default=200, help="tries to find the shortest failing script [%(default)s]"
    )
    parser.add_argument("--verbose", action="store_true", help="tell every edit")
    return parser.parse_args()


def _seed(seed: int, asked: argparse.Namespace) -> int:
    """The exit status: whether any build differed."""
    began = time.perf_counter()
    files = sound_story(seeded(seed))
    failed: list[int] = []
    recent: deque[tuple[dict[str, bytes], Step]] = deque(maxlen=LONGEST)
    ended = dict.fromkeys((0, 1, 2), 0)
    with tempfile.TemporaryDirectory(prefix="dateline-edits-") as folder:
        trial = Trial(Path(folder), files)
        for number in range(1, asked.edits + 1):
            chance = seeded(f"{seed}:{number}")
            trial.invoke = apart if chance.random() < asked.apart else here
            step = next_step(chance, trial.world, floods=True) if number > 1 else Step("the first build")
            recent.append((trial.place.sources(), step))
            found = trial.play(step)
            ended[trial.status] = ended.get(trial.status, 0) + 1
            if asked.verbose:
                print(f"{number}: {trial.status} {step.name} {' '.join(step.options)} {step.stop or ''}", flush=True)
            if found:
                _tell(f"seed {seed}, edit {number}: {step.name}", found)
                if asked.shrink and not failed:
                    _shrink(list(recent), asked.shrink)
                failed.append(number)
                trial.play(Step("a fresh start", (Forget(), Wipe())), judged=False)
    counts = ", ".join(f"{count:,} ended in {status}" for status, count in ended.items())
    made = f"{asked.edits:,} edits, {trial.builds:,} builds in {time.perf_counter() - began:.0f} s ({counts})"
    where = f" after the edits {failed}" if failed else ""
    print(f"seed {seed}: {made}: {len(failed):,} differences{where}", flush=True)
    return 1 if failed else 0


def _tell(title: str, found: list[str]) -> None:
    print(f"{title}\n" + "\n".join(f"  {line}" for one in found[:6] for line in one.splitlines()), flush=True)


def _shrink(recent: list[tuple[dict[str, bytes], Step]], tries: int) -> None:
    """Tells the shortest script that fails: it begins with the site of a few edits before, built from nothing."""
    for length in (1, 4, 16, LONGEST):
        files = recent[-length:][0][0]
        steps = [Step("the first build"), *(step for _, step in recent[-length:])]
        if not fails(files, steps):
            continue
        kept = shortest(steps, lambda some, files=files: bool(fails(files, some)), tries)  # type: ignore[misc]
        print(f"the shortest script that fails has {len(kept)} steps:\n" + "\n".join(script(kept, files)))
        _tell("and ends in", fails(files, kept))
        return
    print(f"the last {len(recent)} edits, played again, do not fail; it hangs on an earlier one or on the moment")


if __name__ == "__main__":
    sys.exit(main())
