"""One site, edited again and again: after each edit what a build makes of what it remembers, beside a clean build."""

import contextlib
import re
import tempfile
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from difflib import unified_diff
from pathlib import Path, PurePosixPath
from random import Random

from tests.edits.building import Invoke, Said, clean, here, remembering, stopped, tree_of
from tests.edits.choosing import Step
from tests.edits.documents import Files, World
from tests.edits.operations import MARK, TAMPERING, Forget, Workplace, Write
from tests.edits.stories import story

PAST = 8
"""So many earlier states of the site are known, to be reverted to."""
NOTICE = re.compile(r"cache|remember", re.IGNORECASE)
BESIDE = {"config.yaml", "content", "layouts", "site", ".dateline"}
"""All that may stand in a site's folder after a build."""
UNFINISHED = {".site.dateline-new"}
"""What may stand there after one that was stopped while it cleared the old site away; the next one does that."""


class Trial:
    """A site at some point of its history."""

    def __init__(self, folder: Path, files: Files, invoke: Invoke = here) -> None:
        self.place = Workplace(folder)
        self.invoke = invoke
        self.played: list[Step] = []
        self.builds = 0
        self.status = 0
        """Of the last build."""
        self._past: list[Files] = []
        self._excused = False
        """Whether the cache was meddled with, so that a build may say so."""
        for path, data in files.items():
            self.place.do(Write(path, data))

    @property
    def world(self) -> World:
        return World(self.place.sources(), tuple(self._past), self.status != 0)

    def play(self, step: Step, *, judged: bool = True) -> list[str]:
        """Does a step; how what then was built and said differs from what a clean build makes and says."""
        self.played.append(step)
        for operation in step.operations:
            self.place.do(operation)
            self._excused = not isinstance(operation, Forget) and (self._excused or isinstance(operation, TAMPERING))
        wanted = clean(self.place, step.options, self.invoke) if judged else None
        found = [*self._stopped(step, wanted)] if step.stop else []
        before = self._site()
        said = remembering(self.place, step.options, self.invoke)
        if self.place.blocked:
            found += self._refused(said, before, wanted)
            if "output-refused" in said.stdout + said.stderr:
                self.place.unblock()
                before = self._site()
                said = remembering(self.place, step.options, self.invoke)
        self.status = said.status
        self.builds += 1 + bool(wanted) + bool(step.stop)
        if wanted:
            found += self._judged(said, before, *wanted)
        if said.status == 0:
            self._past = [*self._past[1 - PAST :], self.place.sources()]
        return found

    def _site(self) -> dict[str, bytes]:
        """The output folder with all that is in it, the mark too."""
        mark = self.place.site / MARK
        return tree_of(self.place.site) | ({MARK: mark.read_bytes()} if mark.is_file() else {})

    def _judged(self, said: Said, before: Files, wanted: Said, tree: Files) -> Iterator[str]:
        if "Traceback" in said.stderr + wanted.stderr:
            yield f"a traceback: {said.stderr or wanted.stderr}"
        if said.status != wanted.status:
            yield f"exit status {said.status}, of a clean build {wanted.status}: {said.stderr}\nclean: {wanted.stderr}"
        yield from self._words(said, wanted)
        if said.status == 0:
            expected = {**tree, **self.place.planted}
            yield from differing(tree_of(self.place.site), expected, "a clean build")
            yield from self._folders(expected)
        else:
            yield from differing(self._site(), before, "before the failed build")
        yield from self._litter()

    def _words(self, said: Said, wanted: Said) -> Iterator[str]:
        """What was said, but for one line about a cache that is of no use."""
        noticed = False
        for name in ("stdout", "stderr"):
            ours, theirs = getattr(said, name).splitlines(), getattr(wanted, name).splitlines()
            added = [line for line in ours if NOTICE.search(line) and line not in theirs]
            if self._excused and len(added) == 1 and not noticed:
                noticed = True
                ours.remove(added[0])
            if ours != theirs:
                unlike = unified_diff(theirs, ours, "clean", "remembering", lineterm="")
                yield "\n".join([f"other words on {name}:", *unlike])
        if said.status == 0 and not noticed:
            self._excused = False

    def _folders(self, expected: Files) -> Iterator[str]:
        folders = {str(outer) for path in expected for outer in PurePosixPath(path).parents} - {"."}
        folders |= self.place.blocked
        site = self.place.site
        there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_dir()}
        yield from (f"the folder {path} is left" for path in sorted(there - folders))

    def _litter(self, but: AbstractSet[str] = frozenset()) -> Iterator[str]:
        there = {path.name for path in self.place.root.iterdir()}
        yield from (f"{name} was left beside the site" for name in sorted(there - BESIDE - but))

    def _stopped(self, step: Step, wanted: tuple[Said, dict[str, bytes]] | None) -> Iterator[str]:
        """A build that ends before its end leaves the old site or the new one."""
        assert step.stop
        how, call = step.stop
        before = self._site()
        status = stopped(self.place, step.options, how, call)
        if wanted is None:
            return
        said, tree = wanted
        new = said.status == 0 and not differing(tree_of(self.place.site), {**tree, **self.place.planted}, "")
        old = not differing(self._site(), before, "")
        if not (new or old):
            yield from differing(self._site(), before, f"before a build that was {how} at change {call}, and new")
        if status == 0 and not new:
            yield f"a build that met {how} at change {call} said that it was done, and was not"
        if how != "killed":
            expected = {said.status, 130 if how == "interrupted" else 1}
            if status not in expected:
                yield f"exit status {status} of a build that was {how} at change {call}, not in {expected}"
            yield from self._litter(UNFINISHED if how == "interrupted" else set())

    def _refused(self, said: Said, before: Files, wanted: tuple[Said, dict[str, bytes]] | None) -> list[str]:
        """Where a folder stands in a file's way nothing is written, unless the file is no longer needed."""
        if wanted is None or wanted[0].status != 0:
            return []
        needed = self.place.blocked & set(wanted[1])
        refused = "output-refused" in said.stdout + said.stderr
        wrong = [f"folders stand where {sorted(needed)} belong, and it was {said}"] if bool(needed) != refused else []
        return wrong + (differing(self._site(), before, "before it was refused") if refused else [])


def differing(site: Files, expected: Files, than: str) -> list[str]:
    """How a site differs from what it should be, a line or a few for each of the first files."""
    paths = sorted(path for path in {*site, *expected} if site.get(path) != expected.get(path))
    told = [f"{path} differs from {than}:\n{_difference(expected.get(path), site.get(path))}" for path in paths[:5]]
    return [*told, *([f"and {len(paths) - 5} files more"] if len(paths) > 5 else [])]


def _difference(expected: bytes | None, found: bytes | None) -> str:
    if expected is None or found is None:
        return "  it is missing" if found is None else "  it should not be there"
    before, after = (data.decode("utf-8", "replace").splitlines() for data in (expected, found))
    told = [line[:240] for line in unified_diff(before, after, "expected", "found", lineterm="", n=0)]
    return "\n".join(f"  {line}" for line in told[2:12])


@contextlib.contextmanager
def trial(files: Files, invoke: Invoke = here) -> Iterator[Trial]:
    """A site on disk, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="dateline-edits-") as folder:
        yield Trial(Path(folder), files, invoke)


def sound_story(chance: Random) -> dict[str, bytes]:
    """A first site that can be built: most can."""
    while True:
        files = story(chance)
        with trial(files) as tried:
            tried.play(Step("a try"), judged=False)
            if tried.status == 0:
                return files


def fails(files: Files, steps: Sequence[Step], invoke: Invoke = here) -> list[str]:
    """What differs after the last of the steps."""
    with trial(files, invoke) as tried:
        found: list[str] = []
        for number, step in enumerate(steps, 1):
            found = tried.play(step, judged=number == len(steps))
        return found
