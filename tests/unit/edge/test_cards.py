import importlib.util
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec.structs import replace

from dateline.edge.cachedir import is_ours, remove_cache
from dateline.edge.cards import FOLDER, drawn, lacking
from dateline.model.names import SitePath
from dateline.pages.cards import CardTask

A = TypeVar("A")
B = TypeVar("B")

TASK = CardTask(
    SitePath("a.png"),
    "Site",
    "Event",
    "One",
    "2025",
    "en",
    "ltr",
    "#fdfcf8",
    "#1d1b16",
    "#3d3930",
    "#d9d3c3",
    "#23604f",
    None,
)
TASKS = (TASK, replace(TASK, path=SitePath("b.png"), title="Two"), replace(TASK, path=SitePath("c.png")))


class Counted:
    """A call that counts what it is asked to draw."""

    def __init__(self) -> None:
        self.inputs = 0

    def __call__(self, step: Callable[[A], B], inputs: Sequence[A], /) -> Sequence[B]:
        self.inputs += len(inputs)
        return [step(one) for one in inputs]


def files(cache: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (cache / FOLDER).iterdir()}


def test_cards_are_drawn_once_and_then_remembered(tmp_path: Path) -> None:
    cache, call = tmp_path / "cache", Counted()
    first = drawn(TASKS, cache, call)
    assert call.inputs == 2  # two of them look the same
    assert set(first.files) == {"a.png", "b.png", "c.png"}
    assert first.files["a.png"] == first.files["c.png"] != first.files["b.png"]
    assert drawn(TASKS, cache, call) == first
    assert call.inputs == 2
    assert is_ours(cache)
    assert first.notice == ""


def test_only_what_changed_is_drawn_and_what_is_of_no_use_is_forgotten(tmp_path: Path) -> None:
    call = Counted()
    drawn(TASKS, tmp_path, call)
    drawn([TASK, replace(TASKS[1], title="Three")], tmp_path, call)
    assert call.inputs == 3
    assert len(files(tmp_path)) == 2


def test_afresh_means_all_of_them(tmp_path: Path) -> None:
    call = Counted()
    drawn(TASKS, tmp_path, call)
    drawn(TASKS, tmp_path, call, afresh=True)
    assert call.inputs == 4


@pytest.mark.parametrize(
    "harm", [lambda data: data[:0], lambda data: data[:-1], lambda data: data[:40] + b"x" + data[41:]]
)
def test_a_damaged_one_is_drawn_anew(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    whole = drawn(TASKS, tmp_path, Counted())
    kept = files(tmp_path)
    for name, data in kept.items():
        (tmp_path / FOLDER / name).write_bytes(harm(data))
    call = Counted()
    assert drawn(TASKS, tmp_path, call) == whole
    assert call.inputs == 2
    assert files(tmp_path) == kept


def test_what_a_killed_build_left_is_cleared_away_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    drawn(TASKS, tmp_path, Counted())
    left, foreign = f"{'0' * 32}.123.new", "notes.txt"
    for name in (left, foreign):
        (tmp_path / FOLDER / name).write_bytes(b"")
    drawn(TASKS, tmp_path, Counted())
    assert left not in files(tmp_path)
    assert foreign in files(tmp_path)


def test_a_folder_that_is_not_ours_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    made = drawn(TASKS, tmp_path, Counted())
    assert set(made.files) == {"a.png", "b.png", "c.png"}
    assert "not remembered" in made.notice
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    cache, elsewhere = tmp_path / "cache", tmp_path / "elsewhere"
    drawn(TASKS, cache, Counted())
    elsewhere.mkdir()
    for path in (cache / FOLDER).iterdir():
        path.unlink()
    (cache / FOLDER).rmdir()
    (cache / FOLDER).symlink_to(elsewhere)
    assert "not remembered" in drawn(TASKS, cache, Counted()).notice
    assert list(elsewhere.iterdir()) == []


def test_a_cache_that_cannot_be_made_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    made = drawn(TASKS, tmp_path / "file" / "cache", Counted())
    assert len(made.files) == 3
    assert "not remembered" in made.notice


def test_the_cache_can_be_removed_with_all_cards(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    drawn(TASKS, cache, Counted())
    assert remove_cache(cache, "cache") is None
    assert not cache.exists()


def test_nothing_to_draw_touches_nothing(tmp_path: Path) -> None:
    assert drawn((), tmp_path / "cache", Counted()).files == {}
    assert not (tmp_path / "cache").exists()


def test_who_lacks_the_extra_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lacking() == ""
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "PIL" else found(name))
    assert "pip install 'dateline[images]'" in lacking()
