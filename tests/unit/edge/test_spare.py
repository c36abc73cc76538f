import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.edge import ways
from dateline.edge.cachedir import is_ours
from dateline.edge.manifest import NAME, written_down
from tests.rebuilding import Rebuilt, changed_behind_its_dates, faithful_disk, files, tick

OLD = {"index.html": b"old", "events/call/index.html": b"call", "feed.xml": b"same", "tags/a/index.html": b"a"}
NEW = {**OLD, "index.html": b"new", "feed.xml": b"new"}
OTHER = {"index.html": b"other", "events/call/index.html": b"call", "tags": b"a file", "new/x/index.html": b"x"}


@pytest.fixture(autouse=True)
def disk() -> Iterator[pytest.MonkeyPatch]:
    with faithful_disk() as patch:
        yield patch


@pytest.fixture
def site(tmp_path: Path) -> Rebuilt:
    """A site that has a spare."""
    site = Rebuilt(tmp_path)
    site.build({"index.html": b"first", "about/index.html": b"about"})
    assert not site.spare.exists()
    site.build(OLD)
    assert files(site.spare) == OLD
    return site


def cannot(*_: object) -> None:
    raise AssertionError


@pytest.mark.parametrize("tree", [NEW, OTHER, {"x": b""}])
def test_the_spare_takes_the_site_s_place_and_the_old_site_becomes_the_spare(
    site: Rebuilt, tree: dict[str, bytes], disk: pytest.MonkeyPatch
) -> None:
    disk.setattr(ways, "_with_a_new_tree", cannot)
    two = {site.site.stat().st_ino, site.spare.stat().st_ino}
    for wanted in (tree, OLD, tree, NEW):
        written = site.build(wanted)
        assert (site.files, files(site.spare), written.at_once) == (wanted, wanted, True)
        assert site.whole_spare()
        assert {site.site.stat().st_ino, site.spare.stat().st_ino} == two
        assert (site.spare / NAME).read_bytes() == (site.site / NAME).read_bytes()
        assert sorted(os.listdir(site.root)) == [".dateline", "site"]  # noqa: PTH208 - names are what matters
    assert is_ours(site.cache)


def folders(*roots: Path) -> set[int]:
    return {path.stat().st_ino for root in roots for path in root.rglob("*/")}


def test_an_edit_makes_no_folders(site: Rebuilt) -> None:
    before = folders(site.site, site.spare)
    site.build(NEW)
    assert site.files == NEW
    assert folders(site.site, site.spare) == before


def test_one_file_is_replaced_alone_and_the_spare_follows(site: Rebuilt, disk: pytest.MonkeyPatch) -> None:
    root = site.site.stat().st_ino
    disk.setattr(ways, "_with_the_spare", cannot)
    for text in (b"one", b"two"):
        site.build({**OLD, "events/call/index.html": text})
        assert site.files == files(site.spare) == {**OLD, "events/call/index.html": text}
        assert site.whole_spare()
        assert site.site.stat().st_ino == root
    disk.undo()
    with faithful_disk() as patch:
        patch.setattr(ways, "_with_a_new_tree", cannot)
        site.build(NEW)
    assert site.files == NEW


def _planted(spare: Path) -> None:
    (spare / "tags" / "a" / "planted.html").write_text("planted")


def _planted_folder(spare: Path) -> None:
    (spare / "planted").mkdir()


def _removed(spare: Path) -> None:
    (spare / "tags" / "a" / "index.html").unlink()


def _another(spare: Path) -> None:
    (spare / "copy").write_bytes(b"A")
    (spare / "copy").replace(spare / "tags" / "a" / "index.html")


def _linked_elsewhere(spare: Path) -> None:
    (spare / "tags").rename(spare.parent / "moved")
    (spare / "tags").symlink_to(spare.parent / "moved")


def _other_mark(spare: Path) -> None:
    changed_behind_its_dates(spare / NAME, (spare / NAME).read_bytes().replace(b"feed", b"FEED"))


def _a_copy(spare: Path) -> None:
    shutil.copytree(spare, spare.parent / "copy")
    shutil.rmtree(spare)
    (spare.parent / "copy").rename(spare)


def _a_file(spare: Path) -> None:
    shutil.rmtree(spare)
    spare.write_text("mine")


def _gone(spare: Path) -> None:
    shutil.rmtree(spare)


TAMPERING = [_planted, _planted_folder, _removed, _another, _linked_elsewhere, _other_mark, _a_copy, _a_file, _gone]


@pytest.mark.parametrize("tamper", TAMPERING)
@pytest.mark.parametrize("tree", [NEW, OTHER])
def test_a_spare_that_is_not_whole_is_made_anew(
    site: Rebuilt, tamper: Callable[[Path], None], tree: dict[str, bytes]
) -> None:
    tamper(site.spare)
    site.build(tree)
    assert site.files == files(site.spare) == tree
    assert site.whole_spare()
    assert (site.site / NAME).read_bytes() == written_down(frozenset(tree))


@pytest.mark.parametrize("tamper", TAMPERING)
def test_a_spare_that_is_not_whole_does_not_follow_the_site(site: Rebuilt, tamper: Callable[[Path], None]) -> None:
    tamper(site.spare)
    kept = files(site.cache / "moved")
    site.build({**OLD, "tags/a/index.html": b"new"})
    assert files(site.cache / "moved") == kept
    site.build(NEW)
    assert site.files == files(site.spare) == NEW


def test_a_file_changed_through_the_spare_is_seen_in_the_site(site: Rebuilt) -> None:
    changed_behind_its_dates(site.spare / "tags" / "a" / "index.html", b"A")
    site.build(NEW)
    assert site.files == files(site.spare) == NEW


def test_a_site_s_file_that_was_made_anew_is_not_taken_from_the_spare(site: Rebuilt) -> None:
    page = site.site / "tags" / "a" / "index.html"
    shutil.copy2(page, site.root / "copy")
    (site.root / "copy").replace(page)
    tick()
    site.build(OLD)
    changed_behind_its_dates(site.spare / "tags" / "a" / "index.html", b"A")
    site.build(NEW)
    assert site.files == NEW


def test_what_is_not_ours_comes_along_and_never_into_the_spare(site: Rebuilt) -> None:
    (site.site / ".git" / "objects").mkdir(parents=True)
    (site.site / ".git" / "HEAD").write_text("ref")
    (site.site / "CNAME").write_text("example.org")
    (site.site / "tags" / "a" / "mine.txt").write_text("mine")
    (site.site / "link").symlink_to("CNAME")
    foreign = (".git/HEAD", "CNAME", "link", "tags/a/mine.txt")
    inode = (site.site / "CNAME").stat().st_ino
    for tree in (NEW, {**NEW, "feed.xml": b"x", "index.html": b"y"}, OLD):
        assert site.build(tree).foreign == foreign
        assert (site.site / ".git" / "objects").is_dir()
        assert (site.site / "CNAME").stat().st_ino == inode
        assert files(site.spare) == tree
        assert not (site.spare / ".git").exists()
        assert not (site.spare / "link").is_symlink()
        assert (site.site / "CNAME").stat().st_nlink == 1


def test_what_comes_while_the_spare_takes_the_site_s_place_is_given_back(
    site: Rebuilt, disk: pytest.MonkeyPatch
) -> None:
    (site.site / "CNAME").write_text("old.example.org")

    def meanwhile(_: Path) -> None:
        (site.site / "events" / "call" / "late.txt").write_text("late")
        (site.site / "notes").mkdir()
        (site.site / "notes" / "late.txt").write_text("late")
        changed = site.site / "CNAME.new"
        changed.write_text("new.example.org")
        os.utime(changed, (2e9, 2e9))
        changed.replace(site.site / "CNAME")

    with disk.context() as patch:
        patch.setattr(ways, "sync", meanwhile)
        site.build(NEW)
    late = {"CNAME": b"new.example.org", "events/call/late.txt": b"late", "notes/late.txt": b"late"}
    assert site.files == {**NEW, **late}
    assert files(site.spare) == NEW
    assert site.build(OLD).foreign == tuple(late)
    assert site.files == {**OLD, **late}


def test_permissions_of_the_site_s_folders_stay(site: Rebuilt) -> None:
    site.site.chmod(0o750)
    (site.site / "tags").chmod(0o711)
    for tree in (NEW, OLD, NEW):
        site.build(tree)
        assert site.site.stat().st_mode & 0o777 == 0o750
        modes = {(site.site / "tags").stat().st_mode, (site.spare / "tags").stat().st_mode}
    assert len(modes) == 1


def test_the_cache_may_be_lost_with_the_spare(site: Rebuilt) -> None:
    shutil.rmtree(site.cache)
    site.build(NEW)
    assert site.files == files(site.spare) == NEW


def test_a_folder_that_is_not_ours_is_no_cache(tmp_path: Path) -> None:
    site = Rebuilt(tmp_path)
    site.cache.mkdir()
    (site.cache / "mine").write_text("mine")
    for tree in (OLD, NEW, OLD):
        site.build(tree)
        assert site.files == tree
    assert files(site.cache) == {"mine": b"mine"}
    assert sorted(os.listdir(tmp_path)) == [".dateline", "site"]  # noqa: PTH208 - names are what matters


def test_a_spare_that_cannot_be_made_is_no_failure(site: Rebuilt, disk: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    disk.setattr(ways, "caught_up", full)
    site.build(NEW)
    assert site.files == NEW
    assert not site.spare.exists()
    assert sorted(os.listdir(site.root)) == [".dateline", "site"]  # noqa: PTH208 - names are what matters


def test_two_outputs_may_share_a_cache(site: Rebuilt) -> None:
    other = Rebuilt(site.root / "other")
    other.cache, other.spare = site.cache, site.spare
    for tree in (OLD, NEW, OTHER):
        other.build(tree)
        site.build(tree)
        site.build({**tree, "index.html": b"mine", "new.html": b"mine"})
        assert other.files == tree
        assert site.files == {**tree, "index.html": b"mine", "new.html": b"mine"}
