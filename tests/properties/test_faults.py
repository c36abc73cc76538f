"""Whatever happens while a site is written, the next visitor finds a whole one and the next build mends the rest."""

import errno
import os
import random
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.edge import beside, spare, touching, ways
from dateline.edge.changetimes import Stamp
from dateline.edge.exchange import locked
from dateline.edge.output import Written, remove, write
from tests.killing import killed_at, killed_at_random
from tests.rebuilding import Rebuilt, faithful_disk
from tests.unit.edge.test_output import FOREIGN, NEW, OLD, built, cannot, files, names, plant, refused


@pytest.fixture(autouse=True, scope="module")
def _without_waiting_for_the_disk() -> Iterator[None]:
    """A sync waits for all that other programs write too."""
    with faithful_disk():
        yield


def test_killed_before_any_change_the_site_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    seen = set()
    for call in range(200):
        site = tmp_path / str(call) / "site"
        built(site, OLD)
        plant(site)
        died = killed_at(call, lambda site=site: write(site, NEW, "site"))  # type: ignore[misc]
        found = files(site)
        assert found in ({**OLD, **FOREIGN}, {**NEW, **FOREIGN}), call
        seen.add(found == {**NEW, **FOREIGN})
        built(site, NEW)
        assert files(site) == {**NEW, **FOREIGN}
        assert names(site.parent) == ["site"]
        if not died:
            break
    assert seen == {True, False}
    assert call > 20


def test_a_first_build_that_is_killed_leaves_no_site_or_a_whole_one(tmp_path: Path) -> None:
    for call in range(200):
        site = tmp_path / str(call) / "site"
        site.parent.mkdir()
        died = killed_at(call, lambda site=site: write(site, NEW, "site"))  # type: ignore[misc]
        assert not site.exists() or files(site) == NEW
        built(site, NEW)
        assert (files(site), names(site.parent)) == (NEW, ["site"])
        if not died:
            return
    pytest.fail("never done")


def test_killed_file_by_file_each_file_is_whole_and_the_next_build_mends_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways, "made", cannot)
    for call in range(200):
        site = tmp_path / str(call) / "site"
        built(site, OLD)
        plant(site)
        died = killed_at(call, lambda site=site: write(site, NEW, "site"))  # type: ignore[misc]
        found = files(site)
        found.pop(".dateline.new", None)
        assert all(found[path] in (OLD.get(path), NEW.get(path), FOREIGN.get(path)) for path in found), call
        written = built(site, NEW)
        assert files(site) == {**NEW, **FOREIGN}, call
        assert written.foreign == tuple(FOREIGN)
        assert sorted(path.name for path in (site / "events").iterdir()) == ["call", "release"]
        assert not (site / "tags").exists(), call
        if not died:
            return
    pytest.fail("never done")


def test_killed_while_cleaning_the_next_clean_finishes(tmp_path: Path) -> None:
    for call in range(200):
        site = tmp_path / str(call) / "site"
        built(site, OLD)
        plant(site)
        died = killed_at(call, lambda site=site: remove(site, "site"))  # type: ignore[misc]
        remove(site, "site")
        assert files(site) == FOREIGN
        built(site, NEW)
        if not died:
            return
    pytest.fail("never done")


MIDDLE = {**OLD, "index.html": b"middle", "events/x/index.html": b"x"}
ONE = {**OLD, "index.html": b"one"}


def with_a_spare(root: Path) -> Rebuilt:
    """A site that holds `OLD` and what is foreign, and has a spare."""
    site = Rebuilt(root)
    root.mkdir(parents=True, exist_ok=True)
    site.build(MIDDLE)
    site.build(OLD)
    plant(site.site)
    return site


@pytest.mark.parametrize("new", [NEW, ONE])
def test_killed_while_a_spare_is_used_the_site_is_the_old_or_the_new_one(tmp_path: Path, new: dict[str, bytes]) -> None:
    seen = set()
    for call in range(300):
        site = with_a_spare(tmp_path / str(call))
        died = killed_at(call, lambda site=site: site.write(new))  # type: ignore[misc]
        found = site.files
        assert found in ({**OLD, **FOREIGN}, {**new, **FOREIGN}), call
        seen.add(found == {**new, **FOREIGN})
        for tree in (MIDDLE, new, {**new, "index.html": b"1", "feed.xml": b"1"}):
            site.build(tree)
            assert site.files == {**tree, **FOREIGN}, call
            assert names(site.root) == [".dateline", "site"]
        if not died:
            break
    assert seen == {True, False}
    assert call >= 8


def test_builds_that_are_killed_at_any_time_leave_whole_sites(tmp_path: Path) -> None:
    chance, number = random.Random(7), 0  # noqa: S311 - any times will do
    for by in (signal.SIGKILL, signal.SIGINT) * 3:
        number, left = killed_at_random(tmp_path, number, chance, by)
        assert "site" in left


class Failing:
    """Makes the so many-th change of the files fail, as a full disk does, and all after it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, code: int, after: int) -> None:
        self.left = after
        for name in ("mkdir", "link", "replace", "rename"):
            monkeypatch.setattr(os, name, self._checked(getattr(os, name), code))
        for module in (beside, spare, touching):
            monkeypatch.setattr(module, "put", self._checked(touching.put, code))

    def _checked(self, call: Callable[..., Any], code: int) -> Callable[..., Any]:
        def checked(path: Any, *rest: Any, **named: Any) -> Any:
            self.left -= 1
            if self.left < 0:
                raise OSError(code, os.strerror(code), str(path))
            return call(path, *rest, **named)

        return checked


def test_a_full_disk_at_any_change_leaves_the_old_site_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for after in range(100):
        site = tmp_path / str(after) / "site"
        built(site, OLD)
        plant(site)
        with monkeypatch.context() as patch:
            Failing(patch, errno.ENOSPC, after)
            found = write(site, NEW, "site")
        assert names(site.parent) == ["site"]
        if isinstance(found, Written):
            assert files(site) == {**NEW, **FOREIGN}
            assert after > 10
            return
        assert files(site) == {**OLD, **FOREIGN}
        assert found.code == "output-failed"
        assert found.message.startswith('"site')
        assert found.message.endswith("cannot be written or removed: no space left on device")
        assert found.hint == "free some space on the disk, then build again"
    pytest.fail("never done")


@pytest.mark.parametrize("new", [NEW, ONE])
def test_a_full_disk_at_any_change_of_the_spare_leaves_a_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new: dict[str, bytes]
) -> None:
    for after in range(100):
        site = with_a_spare(tmp_path / str(after))
        with monkeypatch.context() as patch:
            failing = Failing(patch, errno.ENOSPC, after)
            found = write(site.site, new, "site", site.seals, site.cache)
        assert names(site.root) == [".dateline", "site"]
        told = {**new, **FOREIGN} if isinstance(found, Written) else {**OLD, **FOREIGN}
        assert site.files == told, after
        site.build(MIDDLE)
        assert site.files == {**MIDDLE, **FOREIGN}
        if failing.left >= 0:
            assert after > 5
            return
    pytest.fail("never done")


def test_a_file_that_is_written_in_part_never_gets_into_the_site(tmp_path: Path) -> None:
    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
        found = refused(site.site, {**NEW, "index.html": b"x" * 9000})
        assert found.message == '"site/index.html" cannot be written or removed: file too large'
        found = refused(site.site, {**OLD, "index.html": b"x" * 9000})
        assert found.message == '"site/index.html" cannot be written or removed: file too large'

    site = with_a_spare(tmp_path)
    assert in_a_process(work) == 0
    assert site.files == {**OLD, **FOREIGN}
    assert names(tmp_path) == [".dateline", "site"]


def test_a_failed_write_names_the_file_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    built(site, OLD)
    put = touching.put

    def full(path: str, data: bytes) -> Stamp:
        if path.endswith("index.html"):
            raise OSError(errno.ENOSPC, "", path)
        return put(path, data)

    monkeypatch.setattr(beside, "put", full)
    found = refused(site, NEW)
    assert (found.place.path, found.message) == (
        "site/events/call/index.html",
        '"site/events/call/index.html" cannot be written or removed: no space left on device',
    )


def test_interrupted_it_leaves_the_old_site_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    built(site, OLD)

    def interrupt(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ways, "sync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(site, NEW, "site")
    assert (files(site), names(site.parent)) == (OLD, ["site"])


def as_a_plain_user(work: Callable[[Path], None]) -> int:
    """The exit status of work in a folder of its own, done by a user whom permissions bind."""
    folder = Path(tempfile.mkdtemp())

    def bound() -> None:
        if os.geteuid() == 0:
            os.chown(folder, 65534, 65534)
            os.setuid(65534)
        work(folder)

    status = in_a_process(bound)
    shutil.rmtree(folder)
    return status


def in_a_process(work: Callable[[], None]) -> int:
    """The exit status of work in a process of its own."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 - whatever it is, the parent has to hear of it
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_read_only_site_stays_as_it_is() -> None:
    def work(folder: Path) -> None:
        site = folder / "site"
        built(site, OLD)
        site.chmod(0o555)
        found = refused(site, NEW)
        site.chmod(0o755)
        assert found.message == '"site" cannot be written or removed: permission denied'
        assert (files(site), names(folder)) == (OLD, ["site"])

    assert as_a_plain_user(work) == 0


def test_where_only_the_site_may_be_written_it_is_written_in_place() -> None:
    def work(folder: Path) -> None:
        site = folder / "site"
        built(site, OLD)
        folder.chmod(0o555)
        assert built(site, NEW).at_once is False
        assert files(site) == NEW
        folder.chmod(0o755)

    assert as_a_plain_user(work) == 0


def test_a_folder_that_nobody_may_write_to_is_named() -> None:
    def work(folder: Path) -> None:
        folder.chmod(0o555)
        found = refused(folder / "site", NEW)
        folder.chmod(0o755)
        assert found.message == '"site" cannot be written or removed: permission denied'

    assert as_a_plain_user(work) == 0


SECOND_BUILD = """
import sys
from pathlib import Path
from dateline.edge.output import write

print("begun", flush=True)
write(Path(sys.argv[1]), {"index.html": b"second"}, "site")
print("done", flush=True)
"""


def test_two_builds_at_once_wait_for_each_other(tmp_path: Path) -> None:
    site = tmp_path / "site"
    built(site, OLD)
    command = [sys.executable, "-c", SECOND_BUILD, str(site)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, bufsize=0) as second:
        assert second.stdout is not None
        with locked(tmp_path):
            assert second.stdout.readline() == b"begun\n"
            assert select.select([second.stdout], [], [], 0.3)[0] == []
            assert files(site) == OLD
        assert second.stdout.readline() == b"done\n"
    assert files(site) == {"index.html": b"second"}
    assert names(tmp_path) == ["site"]


def test_where_the_cache_may_not_be_written_the_site_is() -> None:
    def work(folder: Path) -> None:
        site = with_a_spare(folder)
        site.cache.chmod(0o555)
        for tree in (NEW, MIDDLE, ONE):
            site.build(tree)
            assert site.files == {**tree, **FOREIGN}
            assert names(folder) == [".dateline", "site"]
        site.cache.chmod(0o755)
        site.build(NEW)
        assert site.files == {**NEW, **FOREIGN}

    assert as_a_plain_user(work) == 0


def test_a_read_only_site_with_a_spare_stays_as_it_is() -> None:
    def work(folder: Path) -> None:
        site = with_a_spare(folder)
        for closed in (site.site, site.site / "events" / "release"):
            closed.chmod(0o555)
            for tree in (NEW, {**OLD, "events/release/index.html": b"one"}):
                found = write(site.site, tree, "site", site.seals, site.cache)
                assert not isinstance(found, Written)
                assert site.files == {**OLD, **FOREIGN}
                assert names(folder) == [".dateline", "site"]
            closed.chmod(0o755)
        site.build(NEW)
        assert site.files == {**NEW, **FOREIGN}

    assert as_a_plain_user(work) == 0
