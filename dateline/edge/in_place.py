"""Files take their places one by one: where two trees cannot change places, and where files of ours are to go."""

import contextlib
from collections.abc import Iterable
from pathlib import Path

from dateline.edge.changetimes import Stamp
from dateline.edge.folder import Folder
from dateline.edge.manifest import HALF_WRITTEN, NAME, written_down
from dateline.edge.touching import replace
from dateline.kernel.plan import Plan, Tree, folders_of, parents


def written_in_place(folder: Folder, tree: Tree, plan: Plan) -> dict[str, Stamp]:
    """The stamps of what was written; the mark names old and new files until all is done."""
    output, stamps = folder.path, dict[str, Stamp]()
    output.mkdir(exist_ok=True)
    try:
        replace(output, NAME, written_down(folder.named | frozenset(tree)))
        wanted = folders_of(tree)
        blocking = [path for path in plan.delete if path in wanted or not tree.keys().isdisjoint(parents(path))]
        delete(folder, blocking, tree)
        for path in (*plan.create, *plan.replace):
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            stamps[path] = replace(output, path, tree[path])
        delete(folder, [path for path in plan.delete if path not in blocking], tree)
        replace(output, NAME, written_down(frozenset(tree)))
    finally:
        (output / HALF_WRITTEN).unlink(missing_ok=True)
    return stamps


def delete(folder: Folder, paths: Iterable[str], wanted: Iterable[str]) -> None:
    """Removes files of ours, and the folders that they leave empty."""
    for path in paths:
        (folder.path / path).unlink(missing_ok=True)
    made = folders_of(folder.named) & folder.folders
    for path in sorted(made - folders_of(wanted), reverse=True):
        with contextlib.suppress(OSError):
            Path(folder.path / path).rmdir()
