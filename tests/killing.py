"""Processes that die while they write: before a chosen change to the files, or at any time.

`python -m tests.killing --kills 200` kills so many builds at random, while they write one site after another, and
looks at what they leave: a whole site each time, which the next build turns into its own, and nothing lying about.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from dateline.edge.output import Written, write
from dateline.edge.seals import Seals
from tests.rebuilding import files

CHANGES = ("os.link", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "open", "ctypes.dlopen")
"""What Python tells of before it changes files; two folders change places through a library."""


def killed_at(call: int, work: Callable[[], object]) -> bool:
    """Does the work in a process that dies right before its so many-th change; whether it died."""
    child = os.fork()
    if child == 0:
        left = [call]

        def hook(event: str, arguments: tuple[Any, ...]) -> None:
            if event in CHANGES and (event != "open" or arguments[2] & (os.O_WRONLY | os.O_RDWR)):
                left[0] -= 1
                if left[0] < 0:
                    os._exit(9)

        sys.addaudithook(hook)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


PAGES = 120
BUILDS = """
import sys
from pathlib import Path
from tests.killing import builds

builds(Path(sys.argv[1]), int(sys.argv[2]))
"""


def tree(number: int) -> dict[str, bytes]:
    """The so many-th of the sites that are built: some pages are new, some go, some change, most stay."""
    chance = random.Random(number)  # noqa: S311 - any sites will do
    pages = {f"events/{page}/index.html": b"page %d" % page for page in range(PAGES)}
    changed = {path: b"%s of %d" % (pages[path], number) for path in chance.sample(sorted(pages), chance.randrange(9))}
    moved = {f"tags/{number}/{page}/index.html": b"tag" for page in range(chance.choice((0, 0, 7)))}
    gone = chance.sample(sorted(pages), chance.choice((0, 0, 5)))
    found = {**pages, **changed, **moved, "index.html": b"site %d" % number}
    return {path: data for path, data in found.items() if path not in gone}


def builds(root: Path, number: int) -> None:
    """One build after another until someone ends it; each is told what the last one remembered."""
    try:
        while True:
            print(number, flush=True)  # noqa: T201 - the parent waits for it
            build(root, number)
            number += 1
    except KeyboardInterrupt:
        os._exit(130)


def build(root: Path, number: int) -> None:
    remembered = root / "seals"
    seals = msgspec.msgpack.decode(remembered.read_bytes(), type=Seals) if remembered.exists() else None
    written = write(root / "site", tree(number), "site", seals, root / ".dateline")
    assert isinstance(written, Written), written
    (root / "seals.new").write_bytes(msgspec.msgpack.encode(written.seals))
    (root / "seals.new").replace(remembered)


def killed_at_random(root: Path, number: int, chance: random.Random, by: signal.Signals) -> tuple[int, str]:
    """The number of the build that was killed, and what it left; the next build has mended it."""
    command = [sys.executable, "-c", BUILDS, str(root), str(number)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as child:
        assert child.stdout
        begun = [int(child.stdout.readline())]
        time.sleep(chance.random() * 0.1)
        child.send_signal(by)
        begun += map(int, child.stdout.read().split())
    assert child.returncode == (130 if by is signal.SIGINT else -by), child.returncode
    last = begun[-1]
    found = files(root / "site") if (root / "site").exists() else {}
    whole = {name: tree(one) if one >= 0 else {} for name, one in (("old", last - 1), ("new", last))}
    left = next((name for name, one in whole.items() if one == found), None)
    assert left, f"build {last} left neither site {last - 1} nor site {last}"
    litter = " and a tree beside it" if (root / ".site.dateline-new").exists() else ""
    build(root, last + 1)
    assert files(root / "site") == tree(last + 1), f"build {last + 1} after a killed one is not what it should be"
    names = {path.name for path in root.iterdir()} - {"seals", "seals.new"}
    assert names == {".dateline", "site"}, names
    return last + 2, f"{left} site{litter}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.killing", description="Kills builds and looks what is left.")
    parser.add_argument("--kills", type=int, default=200, help="how many builds are killed [%(default)s]")
    parser.add_argument("--seed", type=int, default=0, help="which times are chosen [%(default)s]")
    parser.add_argument("--interrupt", action="store_true", help="as Ctrl-C does it")
    asked = parser.parse_args()
    seen: Counter[str] = Counter()
    chance, number = random.Random(asked.seed), 0  # noqa: S311 - any times will do
    with tempfile.TemporaryDirectory() as made:
        for _ in range(asked.kills):
            by = signal.SIGINT if asked.interrupt else signal.SIGKILL
            number, left = killed_at_random(Path(made), number, chance, by)
            seen[left] += 1
    rows = (f"{times:6}  left the {left}\n" for left, times in sorted(seen.items()))
    sys.stdout.write(f"{asked.kills} builds killed, {number} sites written\n{''.join(rows)}")


if __name__ == "__main__":
    main()
