import errno
import os
import sys
from pathlib import Path

import pytest

from dateline.edge.exchange import can_exchange, exchange, locked, sync


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="the system has no such call")
def test_two_folders_change_places(tmp_path: Path) -> None:
    for name in ("ä", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    exchange(tmp_path / "ä", tmp_path / "b")
    assert os.listdir(tmp_path / "b") == ["ä"]  # noqa: PTH208 - names are what matters
    assert can_exchange()


def test_a_failure_is_an_error_of_the_system_that_names_the_place(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file") as failure:
        exchange(tmp_path / "a", tmp_path / "b")
    assert (failure.value.errno, failure.value.filename) == (errno.ENOENT, str(tmp_path / "b"))


def test_a_lock_leaves_nothing_behind_and_can_be_taken_again(tmp_path: Path) -> None:
    for _ in range(2):
        with locked(tmp_path):
            assert list(tmp_path.iterdir()) == []
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_locked_is_not(tmp_path: Path) -> None:
    with locked(tmp_path / "missing"):
        pass


def test_sync_needs_a_folder_that_is_there(tmp_path: Path) -> None:
    sync(tmp_path)
    if sys.platform == "linux":
        with pytest.raises(FileNotFoundError):
            sync(tmp_path / "missing")
