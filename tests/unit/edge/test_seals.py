import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from dateline.edge import changetimes, ways
from dateline.edge.output import write
from dateline.edge.seals import Known, Seals, opened
from tests.rebuilding import Rebuilt, changed_behind_its_dates, faithful_disk, tick

TREE = {"index.html": b"home", "events/call/index.html": b"call", "feed.xml": b"feed", "tags/a/index.html": b"a"}


@pytest.fixture(autouse=True)
def disk() -> Iterator[pytest.MonkeyPatch]:
    with faithful_disk() as patch:
        yield patch


@pytest.fixture
def site(tmp_path: Path) -> Rebuilt:
    site = Rebuilt(tmp_path)
    site.build(TREE)
    return site


def test_what_did_not_change_is_neither_read_nor_made(site: Rebuilt) -> None:
    before = site.seals
    written = site.build(TREE)
    assert (written.plan.keep, site.read, site.asked) == (tuple(sorted(TREE)), [], [])
    assert written.seals is before


def test_only_what_changed_is_made_and_nothing_read(site: Rebuilt) -> None:
    for tree in ({**TREE, "feed.xml": b"new"}, {**TREE, "feed.xml": b"newer", "index.html": b"new"}, TREE):
        changed = sorted(path for path in tree if site.files[path] != tree[path])
        site.build(tree)
        assert (site.files, site.asked, site.read) == (tree, changed, [])
    site.build(TREE)
    assert (site.asked, site.read) == ([], [])


@pytest.mark.parametrize("several", [{}, {"index.html": b"new", "tags/a/index.html": b"new"}])
def test_a_file_that_was_changed_behind_its_dates_is_mended(site: Rebuilt, several: dict[str, bytes]) -> None:
    changed_behind_its_dates(site.site / "feed.xml", b"FEED")
    written = site.build({**TREE, **several})
    assert written.plan.replace == tuple(sorted({"feed.xml", *several}))
    assert (site.files, site.read) == ({**TREE, **several}, ["feed.xml"])


def test_another_file_of_the_same_size_and_date_is_no_seal_s_file(site: Rebuilt) -> None:
    feed = site.site / "feed.xml"
    shutil.copy2(feed, site.root / "copy")
    changed_behind_its_dates(site.root / "copy", b"FEED")
    (site.root / "copy").replace(feed)
    site.build(TREE)
    assert (site.files, site.read) == (TREE, ["feed.xml"])


def test_a_touched_file_is_read_once_and_stays(site: Rebuilt) -> None:
    (site.site / "feed.xml").touch()
    tick()
    written = site.build(TREE)
    assert (written.plan.changes, site.read, site.asked) == (0, ["feed.xml"], [])
    site.build(TREE)
    assert site.read == []


def test_files_that_came_and_went_are_seen(site: Rebuilt) -> None:
    (site.site / "events" / "call" / "mine.txt").write_text("mine")
    (site.site / "tags" / "a" / "index.html").unlink()
    written = site.build(TREE)
    assert written.plan.create == ("tags/a/index.html",)
    assert written.foreign == ("events/call/mine.txt",)
    assert site.build(TREE).foreign == ("events/call/mine.txt",)
    assert site.asked == site.read == []
    (site.site / "events" / "call" / "mine.txt").unlink()
    assert site.build(TREE).foreign == ()
    assert site.files == TREE


def test_a_folder_that_became_a_link_to_itself_is_not_followed(site: Rebuilt) -> None:
    elsewhere = site.root / "elsewhere"
    (site.site / "events").rename(elsewhere)
    (site.site / "events").symlink_to(elsewhere)
    found = write(site.site, {**TREE, "events/call/index.html": b"new"}, "site", site.seals, site.cache)
    assert not hasattr(found, "plan")
    site.build({"index.html": b"new"})
    assert (elsewhere / "call" / "index.html").read_bytes() == b"call"
    assert (site.site / "events").is_symlink()


def _lost(_: Seals) -> Seals | None:
    return None


def _empty(_: Seals) -> Seals:
    return Seals()


def _shortened(seals: Seals) -> Seals:
    return replace(seals, stamps=seals.stamps[:-1])


def _fewer(seals: Seals) -> Seals:
    return replace(seals, digests=seals.digests[16:])


def _leading_out(seals: Seals) -> Seals:
    return replace(seals, files=seals.files.replace(b"feed.xml", b"../x.xml"))


def _absolute(seals: Seals) -> Seals:
    return replace(seals, folders=b"/" + seals.folders[1:])


def _noise(seals: Seals) -> Seals:
    return replace(seals, stamps=os.urandom(len(seals.stamps)), folder_stamps=os.urandom(len(seals.folder_stamps)))


@pytest.mark.parametrize("spoilt", [_lost, _empty, _shortened, _fewer, _leading_out, _absolute, _noise])
def test_seals_that_are_no_good_mean_more_reading_and_no_harm(
    site: Rebuilt, spoilt: Callable[[Seals], Seals | None]
) -> None:
    for tree in (TREE, {**TREE, "index.html": b"new", "new.html": b"new"}):
        assert site.seals
        site.seals = spoilt(site.seals)
        site.build(tree)
        assert site.files == tree
        assert set(site.read) >= TREE.keys() - {"index.html"}
        assert not (site.root / "x.xml").exists()
        site.build(tree)
        assert site.read == []


def test_seals_of_another_folder_do_not_count(site: Rebuilt, tmp_path: Path) -> None:
    other = Rebuilt(tmp_path / "other")
    other.seals = site.seals
    other.build(TREE)
    assert other.files == TREE
    shutil.copytree(site.site, tmp_path / "third" / "site")
    third = Rebuilt(tmp_path / "third")
    third.seals = site.seals
    third.build(TREE)
    assert third.read == sorted(TREE)


def test_seals_that_lie_ahead_of_the_clock_do_not_count(site: Rebuilt, disk: pytest.MonkeyPatch) -> None:
    at = (site.site / "index.html").stat().st_ctime_ns
    disk.setattr(changetimes, "_clock", lambda: at)
    site.build(TREE)
    assert site.read == sorted(TREE)


def test_what_changed_in_the_last_tick_of_the_clock_is_not_sealed(tmp_path: Path, disk: pytest.MonkeyPatch) -> None:
    site = Rebuilt(tmp_path)
    with disk.context() as patch:
        patch.setattr(ways, "later", lambda moment: moment)  # the clock has not gone on since the files were written
        patch.setattr(changetimes, "_clock", lambda: 1)
        site.build(TREE)
    tick()
    site.build(TREE)
    assert site.read == sorted(TREE)
    site.build(TREE)
    assert site.read == []


def test_where_change_times_lie_all_is_read_and_nothing_sealed(site: Rebuilt, disk: pytest.MonkeyPatch) -> None:
    disk.setattr(changetimes, "_is_faithful", lambda _: False)
    written = site.build(TREE)
    assert (site.read, written.seals) == (sorted(TREE), Seals())
    for text in (b"new", b"newer"):
        site.build({**TREE, "index.html": text, "feed.xml": text})
        assert site.files == {**TREE, "index.html": text, "feed.xml": text}
    assert not site.spare.exists()


def test_names_of_any_bytes_are_kept(site: Rebuilt) -> None:
    odd = os.fsdecode(b"caf\xe9")
    (site.site / "events" / odd).write_text("mine")
    assert site.build(TREE).foreign == (f"events/{odd}",)
    assert site.build(TREE).foreign == (f"events/{odd}",)


def test_seals_say_the_same_once_they_were_written_down(site: Rebuilt) -> None:
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(site.seals), type=Seals)
    assert again == site.seals
    known = opened(again, site.site, changetimes.moment(site.site))
    assert known.held.digests.keys() == known.held.stamps.keys() == TREE.keys()
    assert opened(again, site.site, 0) == Known()
