import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from dateline.edge import beside, ways
from dateline.edge.failures import CannotExchangeError
from dateline.edge.manifest import NAME
from dateline.edge.output import Removed, Written, inspect, remove, write
from dateline.kernel.diagnostics import Diagnostic

OLD = {"index.html": b"old", "events/release/index.html": b"old", "feed.xml": b"same", "tags/a/index.html": b"old"}
NEW = {"index.html": b"new", "events/call/index.html": b"new", "feed.xml": b"same", "events/release/index.html": b"new"}


def files(folder: Path) -> dict[str, bytes]:
    """All plain files below a folder, the mark aside."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items()) if name != NAME}


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def built(site: Path, tree: Mapping[str, bytes]) -> Written:
    written = write(site, tree, "site")
    assert isinstance(written, Written), written
    return written


def refused(site: Path, tree: Mapping[str, bytes]) -> Diagnostic:
    found = write(site, tree, "site")
    assert isinstance(found, Diagnostic)
    return found


def plant(site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref")
    (site / "CNAME").write_text("example.org")


FOREIGN = {".git/HEAD": b"ref", "CNAME": b"example.org"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture(params=["at once", "file by file"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test that asks for it runs with the two ways of writing."""
    if request.param == "file by file":
        monkeypatch.setattr(ways, "made", cannot)
    return str(request.param)


def cannot(*_: object) -> None:
    raise CannotExchangeError


def test_a_first_build_writes_the_tree_and_the_mark(site: Path, way: str) -> None:
    written = built(site, OLD)
    assert files(site) == OLD
    assert (site / NAME).read_text() == "dateline-site 1\n" + "".join(f"{path}\n" for path in sorted(OLD))
    assert (written.plan.create, written.at_once) == (tuple(sorted(OLD)), way == "at once")
    assert names(site.parent) == ["site"]


def test_a_second_build_leaves_nothing_of_the_first(site: Path, way: str) -> None:
    built(site, OLD)
    written = built(site, NEW)
    assert files(site) == NEW
    assert not (site / "tags").exists()
    assert written.at_once is (way == "at once")
    assert (written.plan.create, written.plan.replace, written.plan.keep, written.plan.delete) == (
        ("events/call/index.html",),
        ("events/release/index.html", "index.html"),
        ("feed.xml",),
        ("tags/a/index.html",),
    )
    assert names(site.parent) == ["site"]


@pytest.mark.usefixtures("way")
def test_files_that_did_not_change_are_left_alone(site: Path) -> None:
    built(site, OLD)
    before = (site / "feed.xml").stat()
    built(site, NEW)
    after = (site / "feed.xml").stat()
    assert (before.st_ino, before.st_mtime_ns, after.st_nlink) == (after.st_ino, after.st_mtime_ns, 1)


def test_nothing_is_touched_when_nothing_changed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(site, OLD)
    for name in ("_one_file", "_with_the_spare", "_with_a_new_tree", "written_in_place"):
        monkeypatch.setattr(ways, name, cannot)
    assert built(site, OLD).plan.keep == tuple(sorted(OLD))


@pytest.mark.usefixtures("way")
def test_a_file_becomes_a_folder_and_a_folder_a_file(site: Path) -> None:
    built(site, {"a": b"1", "b/c": b"1", "b/d/e": b"1"})
    built(site, {"a/x": b"2", "b": b"2"})
    assert files(site) == {"a/x": b"2", "b": b"2"}


@pytest.mark.usefixtures("way")
def test_what_no_build_wrote_stays(site: Path) -> None:
    built(site, OLD)
    (site / ".git" / "objects").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref")
    (site / "CNAME").write_text("example.org")
    (site / "tags" / "a" / "mine.txt").write_text("mine")
    (site / "events" / "empty").mkdir()
    (site / "link").symlink_to("CNAME")
    os.mkfifo(site / "pipe")
    inode = (site / ".git" / "HEAD").stat().st_ino
    written = built(site, {"index.html": b"new"})
    assert files(site).items() >= {".git/HEAD": b"ref", "CNAME": b"example.org", "tags/a/mine.txt": b"mine"}.items()
    assert (site / ".git" / "HEAD").stat().st_ino == inode
    assert (site / ".git" / "objects").is_dir()
    assert (site / "events" / "empty").is_dir()
    assert (site / "link").is_symlink()
    assert (site / "pipe").is_fifo()
    assert not (site / "events" / "release").exists()
    assert written.foreign == (".git/HEAD", "CNAME", "link", "pipe", "tags/a/mine.txt")
    assert built(site, NEW).foreign == written.foreign


@pytest.mark.parametrize(
    ("plant", "named"),
    [
        (lambda site: (site / "feed.json").write_text("mine"), "feed.json"),
        (lambda site: (site / "about").write_text("mine"), "about"),
        (lambda site: (site / "about").symlink_to(mkdtemp()), "about"),  # never a folder that matters
        (lambda site: (site / "feed.json").symlink_to("feed.xml"), "feed.json"),
        (lambda site: (site / "feed.json").mkdir(), "feed.json"),
        (lambda site: os.mkfifo(site / "feed.json"), "feed.json"),
        (lambda site: (site / "feed.json" / "x" / "y").mkdir(parents=True), "feed.json"),
    ],
)
@pytest.mark.usefixtures("way")
def test_something_foreign_in_the_way_is_named_and_nothing_written(
    site: Path, plant: Callable[[Path], Any], named: str
) -> None:
    built(site, OLD)
    plant(site)
    before = files(site)
    found = refused(site, {**NEW, "feed.json": b"{}", "about/index.html": b"new"})
    assert (found.code, found.message) == (
        "output-refused",
        f'the output folder "site" holds "{named}", which no build has written, where the site needs that name',
    )
    assert files(site) == before
    assert names(site.parent) == ["site"]


@pytest.mark.usefixtures("way")
def test_a_foreign_file_that_holds_the_very_bytes_becomes_ours(site: Path) -> None:
    built(site, OLD)
    (site / "feed.json").write_bytes(b"{}")
    built(site, {**OLD, "feed.json": b"{}"})
    built(site, OLD)
    assert files(site) == OLD


@pytest.mark.usefixtures("way")
def test_a_linked_folder_in_the_site_is_not_followed(site: Path, tmp_path: Path) -> None:
    built(site, OLD)
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "release").mkdir(parents=True)
    (elsewhere / "release" / "index.html").write_text("mine")
    for path in ("events/release/index.html",):
        (site / path).unlink()
    (site / "events" / "release").rmdir()
    (site / "events").rmdir()
    (site / "events").symlink_to(elsewhere)
    assert refused(site, NEW).code == "output-refused"
    built(site, {"index.html": b"new"})
    assert files(elsewhere) == {"release/index.html": b"mine"}
    assert (site / "events").is_symlink()


@pytest.mark.parametrize("name", [".dateline", ".git/config", "../up", "a//b", "/etc/x"])
def test_names_that_are_never_ours_are_refused(site: Path, name: str) -> None:
    assert refused(site, {name: b""}).code == "output-refused"
    assert not site.exists()


@pytest.mark.usefixtures("way")
def test_a_hostile_mark_leads_nowhere(site: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("mine")
    built(site, OLD)
    (site / ".git").mkdir()
    (site / ".git" / "config").write_text("mine")
    (site / NAME).write_text(f"dateline-site 1\n../outside\n{tmp_path}/outside\n.git/config\nindex.html\n")
    for path in ("events/release/index.html", "feed.xml", "tags/a/index.html"):
        (site / path).unlink()
    built(site, {"x": b""})
    assert (tmp_path / "outside").read_text() == "mine"
    assert files(site) == {".git/config": b"mine", "x": b""}


def test_a_folder_with_things_but_no_mark_is_refused(site: Path) -> None:
    site.mkdir()
    (site / "letter.txt").write_text("mine")
    found = inspect(site, "site")
    assert found == refused(site, NEW)
    assert found is not None
    assert found.message == 'the output folder "site" is not empty, and no build has written to it'
    assert files(site) == {"letter.txt": b"mine"}


@pytest.mark.parametrize("mark", ["", "something else\nindex.html\n", "dateline-site 2\n"])
def test_a_mark_that_is_not_ours_does_not_count(site: Path, mark: str) -> None:
    site.mkdir()
    (site / "index.html").write_text("mine")
    (site / NAME).write_text(mark)
    assert inspect(site, "site") is not None


@pytest.mark.usefixtures("way")
def test_an_empty_folder_and_a_missing_one_are_fine(site: Path) -> None:
    assert inspect(site, "site") is None
    site.mkdir()
    assert inspect(site, "site") is None
    built(site, OLD)
    assert files(site) == OLD


def test_missing_outer_folders_are_made_and_unmade_if_nothing_came_of_it(tmp_path: Path) -> None:
    site = tmp_path / "a" / "b" / "site"
    refused(site, {".git/x": b""})
    assert names(tmp_path) == []
    built(site, OLD)
    assert files(site) == OLD


def test_a_folder_of_another_s_beside_the_site_is_not_cleared(site: Path) -> None:
    new = site.with_name(".site.dateline-new")
    new.mkdir()
    (new / "mine").write_text("mine")
    assert refused(site, NEW).message == 'the temporary folder ".site.dateline-new" is not ours'
    assert files(new) == {"mine": b"mine"}


def test_the_site_keeps_the_permissions_of_its_folder(site: Path) -> None:
    site.mkdir(mode=0o750)
    built(site, OLD)
    assert site.stat().st_mode & 0o777 == 0o750


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EBUSY, errno.EACCES])
def test_where_folderscannot_change_places_files_do(site: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    built(site, OLD)

    def refuse(*_: Path) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(beside, "exchange", refuse)
    assert built(site, NEW).at_once is False
    assert (files(site), names(site.parent)) == (NEW, ["site"])


def test_without_hard_links_files_are_written_anew(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    built(site, OLD)
    monkeypatch.setattr(os, "link", refuse)
    assert built(site, NEW).at_once is True
    assert files(site) == NEW
    plant(site)
    assert built(site, OLD).at_once is False
    assert files(site) == {**OLD, **FOREIGN}


def test_a_foreign_file_made_while_the_build_was_writing_is_given_back(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(site, OLD)
    (site / "CNAME").write_text("old.example.org")

    def meanwhile(_: Path) -> None:
        (site / "notes").mkdir()
        (site / "notes" / "late.txt").write_text("late")
        (site / "CNAME.new").write_text("new.example.org")
        os.utime(site / "CNAME.new", (2e9, 2e9))
        (site / "CNAME.new").replace(site / "CNAME")

    monkeypatch.setattr(ways, "sync", meanwhile)
    built(site, NEW)
    assert files(site) == {**NEW, "CNAME": b"new.example.org", "notes/late.txt": b"late"}
    assert names(site.parent) == ["site"]


def test_a_folder_that_may_not_be_written_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(site, OLD)
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "release")
    found = refused(site, NEW)
    assert found.message == '"site/events/release" cannot be written or removed: permission denied'
    assert found.hint == "let your user write there, or name another folder with --output"
    assert (files(site), names(site.parent)) == (OLD, ["site"])


# Cleaning


def test_clean_removes_the_site_and_nothing_else(site: Path) -> None:
    built(site, OLD)
    (site.parent / "letter.txt").write_text("mine")
    assert remove(site, "site") == Removed(tuple(sorted(OLD)), ())
    assert names(site.parent) == ["letter.txt"]


def test_clean_leaves_what_no_build_wrote_and_the_folder_can_be_built_into_again(site: Path) -> None:
    built(site, OLD)
    plant(site)
    (site / "events" / "mine").mkdir()
    assert remove(site, "site") == Removed(tuple(sorted(OLD)), (".git", ".git/HEAD", "CNAME", "events", "events/mine"))
    assert files(site) == FOREIGN
    assert isinstance(write(site, NEW, "site"), Written)


def test_clean_refuses_a_folder_without_our_mark(site: Path) -> None:
    site.mkdir()
    (site / "letter.txt").write_text("mine")
    found = remove(site, "site")
    assert isinstance(found, Diagnostic)
    assert found.code == "output-refused"
    assert files(site) == {"letter.txt": b"mine"}


def test_clean_of_nothing_does_nothing(tmp_path: Path) -> None:
    assert remove(tmp_path / "site", "site") == Removed((), ())
    assert remove(tmp_path / "no" / "site", "site") == Removed((), ())
