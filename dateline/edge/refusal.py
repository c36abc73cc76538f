"""Which folders a build must not write to, whatever it was told: a question asked before anything is written."""

import os
from collections.abc import Iterator
from pathlib import Path

from dateline.edge.disk import reason
from dateline.edge.whereabouts import Whereabouts
from dateline.kernel.diagnostics import Diagnostic, Place, diagnostic

OTHER_FOLDER = "name a folder of its own"


def resolved(folder: Path) -> Path:
    """The folder's true place, its last name left as it is: whether that is a link is still to be asked."""
    if folder.name in ("", ".."):
        return folder.resolve()
    return folder.parent.resolve() / folder.name


def refuse_output(output: Path, site: Whereabouts, cache: Path) -> Diagnostic | None:
    """Why a site must not be built into this folder, if so."""
    return _refuse(output, "output", site, cache, "cache")


def refuse_cache(cache: Path, site: Whereabouts, output: Path) -> Diagnostic | None:
    """Why this folder must not be the cache, if so."""
    return _refuse(cache, "cache", site, output, "output")


def _refuse(folder: Path, role: str, site: Whereabouts, other: Path, other_role: str) -> Diagnostic | None:
    try:
        why = next(_reasons(folder, site, other, other_role), None)
    except OSError as error:
        why = f"cannot be looked at: {reason(error)}"
    return refused(site.shown(folder), role, why) if why else None


def refused(shown: str, role: str, why: str, hint: str = "") -> Diagnostic:
    """The diagnostic of a refused folder."""
    return diagnostic(
        "output-refused", f'the {role} folder "{shown}" {why}', Place(shown), hint or f"{OTHER_FOLDER} with --{role}"
    )


def _reasons(folder: Path, site: Whereabouts, other: Path, other_role: str) -> Iterator[str]:
    if folder.is_symlink():
        yield "is a symbolic link"
    if folder == folder.parent:
        yield "is the root of the disk"
    home = _home()
    if home and same(folder, home):
        yield "is your home folder"
    if same(folder, Path.cwd()):
        yield "is the folder you are in"
    if any(_holds(folder, source) for source in site.sources):
        yield "holds the site's sources"
    if any(_holds(source, folder) for source in site.sources if source != site.root):
        yield "lies inside the site's sources"
    if _holds(folder, other) or _holds(other, folder):
        yield f"holds the {other_role} folder, or lies inside it"
    if os.path.lexists(folder) and not folder.is_dir():
        yield "is a file"


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:
        return None


def same(one: Path, other: Path) -> bool:
    """Whether two paths are one folder, also where letter case, Unicode form or a mount makes them look different."""
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False


def _holds(outer: Path, inner: Path) -> bool:
    return any(same(outer, folder) for folder in (inner, *inner.parents))
