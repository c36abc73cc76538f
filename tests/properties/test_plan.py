"""What is written is what was planned, whatever stood there before."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.edge import beside, ways
from dateline.edge.manifest import NAME
from dateline.edge.output import Written, remove, write
from dateline.kernel.plan import Plan, Tree, diff, parents

NAMES = st.lists(st.sampled_from(["a", "b", "c", "index.html", "Ž", "x y"]), min_size=1, max_size=3).map("/".join)
BYTES = st.sampled_from([b"", b"1", b"2"])


@pytest.fixture(autouse=True, scope="module")
def _without_waiting_for_the_disk() -> Iterator[None]:
    """A sync waits for all that other programs write too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ways, "sync", lambda _: None)
        patch.setattr(beside, "sync", lambda _: None)
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
