"""What is written is what was planned, whatever stood there before."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.edge.changetimes import stamps_of
from dateline.edge.manifest import NAME
from dateline.edge.output import Written, remove, write
from dateline.edge.touching import remade, touched
from dateline.kernel.plan import Plan, Tree, diff, folders_of, parents
from tests.killing import killed_at
from tests.rebuilding import Rebuilt, changed_behind_its_dates, faithful_disk, files, tick

NAMES = st.lists(st.sampled_from(["a", "b", "c", "index.html", "Ž", "x y"]), min_size=1, max_size=3).map("/".join)
BYTES = st.sampled_from([b"", b"1", b"2"])


@pytest.fixture(autouse=True, scope="module")
def _without_waiting_for_the_disk() -> Iterator[None]:
    """A sync waits for all that other programs write too."""
    with faithful_disk():
        yield


def without_clashes(tree: dict[str, bytes]) -> dict[str, bytes]:
    """The tree without files that stand where another file needs a folder."""
    folders = {folder for path in tree for folder in parents(path)}
    return {path: data for path, data in tree.items() if path not in folders}


TREES = st.dictionaries(NAMES, BYTES, max_size=8).map(without_clashes)


def applied(old: Tree, new: Tree, plan: Plan) -> dict[str, bytes]:
    """What a plan means."""
    kept = {path: data for path, data in old.items() if path not in plan.delete}
    return kept | {path: new[path] for path in (*plan.create, *plan.replace)}


def on_disk(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name != NAME}


@given(TREES, TREES)
def test_diff_then_apply_gives_the_tree(old: Tree, new: Tree) -> None:
    plan = diff(old, new, frozenset(old))
    assert applied(old, new, plan) == new
    assert set(plan.keep) == {path for path in new if old.get(path) == new[path]}


@given(TREES, TREES, st.sets(NAMES))
def test_only_what_is_ours_is_deleted(old: Tree, new: Tree, ours: set[str]) -> None:
    plan = diff(old, new, frozenset(ours))
    assert set(plan.delete) <= ours
    assert applied(old, new, plan).items() >= {p: d for p, d in old.items() if p not in ours and p not in new}.items()


@given(TREES)
def test_what_is_there_already_needs_no_change(tree: Tree) -> None:
    assert diff(tree, tree, frozenset(tree)).changes == 0


@settings(max_examples=60)
@given(TREES, TREES, TREES)
def test_the_output_folder_holds_the_tree_and_what_is_foreign(old: Tree, new: Tree, foreign: Tree) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        assert isinstance(write(site, old, "site"), Written)
        planted = {f"foreign-{path}": data for path, data in foreign.items()}
        for path, data in planted.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(data)
        written = write(site, new, "site")
        assert isinstance(written, Written)
        assert written.plan == diff(old, new, frozenset(old))
        assert on_disk(site) == {**new, **planted}
        remove(site, "site")
        assert (on_disk(site) if site.exists() else {}) == planted


@given(st.sets(NAMES))
def test_the_folders_of_paths_are_all_their_parents(paths: set[str]) -> None:
    assert folders_of(paths) == {folder for path in paths for folder in parents(path)}


@settings(max_examples=60)
@given(TREES, TREES, st.sets(NAMES))
def test_a_tree_that_is_made_over_touches_only_the_folders_it_says(old: Tree, new: Tree, stays: set[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / NAME).touch()
        for path, data in old.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        had, wanted = frozenset(old), frozenset(new)
        same = frozenset(stays) & had & wanted
        before = stamps_of(root, folders_of(old))
        tick()

        def bring(path: str) -> None:
            (root / path).write_bytes(new[path])

        remade(root, had, wanted, same, bring)
        assert files(root) == {path: old[path] if path in same else new[path] for path in new}
        after = stamps_of(root, folders_of(new))
        assert {path for path in after if after[path] != before.get(path)} == touched(had, wanted, same) & after.keys()


MISHAPS = st.one_of(
    st.tuples(st.just("built"), TREES),
    st.tuples(st.just("killed"), TREES, st.integers(0, 60)),
    st.tuples(st.sampled_from(["forgotten", "remembered late", "no spare"])),
    st.tuples(st.sampled_from(["edited", "removed", "replaced", "touched"]), st.booleans(), st.integers(0, 9)),
    st.tuples(
        st.sampled_from(["planted", "unplanted"]), st.booleans(), st.sampled_from(["mine", "mine.d/x", "x.d/y/z"])
    ),
)


class Mishaps:
    """What happens to a site and its spare, by the names of `MISHAPS`."""

    def __init__(self, site: Rebuilt) -> None:
        self.site = site
        self.earlier = site.seals
        self.foreign: dict[str, bytes] = {}

    def happen(self, name: str, *how: object) -> None:
        match name, how:
            case "built", (dict(tree),):
                self.earlier = self.site.seals
                self.site.build(tree)
            case "killed", (dict(tree), int(call)):
                killed_at(call, lambda: self.site.write(tree))
            case "forgotten", _:
                self.site.seals = None
            case "remembered late", _:
                self.site.seals = self.earlier
            case "no spare", _:
                shutil.rmtree(self.site.cache, ignore_errors=True)
            case (("planted" | "unplanted"), (bool(in_spare), str(path))):
                self._planted(name, path, in_spare=in_spare)
            case _, (bool(in_spare), int(which)):
                self._one_file(name, which, self.site.spare if in_spare else self.site.site)

    def _planted(self, name: str, path: str, *, in_spare: bool) -> None:
        root = self.site.spare if in_spare else self.site.site
        if name == "planted" and root.exists():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(b"mine")
            if not in_spare:
                self.foreign[path] = b"mine"
        elif name == "unplanted" and not in_spare and path in self.foreign:
            del self.foreign[path]
            (root / path).unlink()

    def _one_file(self, name: str, which: int, root: Path) -> None:
        ours = sorted(files(root).keys() - self.foreign.keys()) if root.exists() else []
        if not ours:
            return
        path = root / ours[which % len(ours)]
        match name:
            case "edited":
                changed_behind_its_dates(path, path.read_bytes().swapcase().replace(b"1", b"3"))
            case "removed":
                path.unlink()
            case "replaced":
                shutil.copy2(path, root.parent / "copy")
                changed_behind_its_dates(root.parent / "copy", b"4" * path.stat().st_size)
                (root.parent / "copy").replace(path)
            case _:
                path.touch()


@settings(max_examples=60, deadline=None)
@given(TREES, st.lists(MISHAPS, max_size=6), TREES)
def test_whatever_happened_before_a_build_gives_its_site(
    first: Tree, mishaps: list[tuple[str, ...]], last: dict[str, bytes]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Rebuilt(Path(folder))
        site.build(first)
        mishap = Mishaps(site)
        for name, *how in mishaps:
            mishap.happen(name, *how)
        for tree in (last, {**last, "page.html": b"1"}, {**last, "page.html": b"2"}, last):
            site.build(tree)
            assert site.files == {**tree, **mishap.foreign}
            assert {path.name for path in site.root.iterdir()} <= {".dateline", "site"}
