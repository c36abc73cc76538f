from pathlib import Path

import pytest

from dateline.edge.cachedir import MARK, TAG, is_ours, remove_cache
from dateline.kernel.diagnostics import Diagnostic


def test_a_marked_folder_is_removed_with_all_that_we_put_there(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    outside = tmp_path / "outside"
    (cache / "spare").mkdir(parents=True)
    outside.mkdir()
    (outside / "letter").touch()
    (cache / TAG).write_bytes(MARK)
    (cache / "spare" / "link").symlink_to(outside)
    (cache / "cards").symlink_to(outside)
    assert is_ours(cache)
    assert remove_cache(cache, "cache") is None
    assert not cache.exists()
    assert (outside / "letter").exists()


def test_what_somebody_else_has_put_there_stays(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    (cache / "spare").mkdir(parents=True)
    (cache / TAG).write_bytes(MARK)
    (cache / "letter").touch()
    assert remove_cache(cache, "cache") is None
    assert sorted(path.name for path in cache.iterdir()) == [TAG, "letter"]


def test_an_empty_folder_is_removed_and_none_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    for _ in range(2):
        assert remove_cache(tmp_path / "cache", "cache") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("tag", [None, b"", b"Signature: 8a477f597d28d172789f06886806bc55\n# somebody's\n"])
def test_any_other_folder_is_refused(tmp_path: Path, tag: bytes | None) -> None:
    (tmp_path / "letter").touch()
    if tag is not None:
        (tmp_path / TAG).write_bytes(tag)
    found = remove_cache(tmp_path, "cache")
    assert isinstance(found, Diagnostic)
    assert found.message == 'the cache folder "cache" is not empty, and is not ours'
    assert (tmp_path / "letter").exists()
